export const id = 171;
export const ids = [171];
export const modules = {

/***/ 85171:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  applyPlan: () => (/* binding */ applyPlan)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/descope/client.ts
var descope_client = __webpack_require__(19186);
// EXTERNAL MODULE: ./src/descope/object-reader.ts + 2 modules
var object_reader = __webpack_require__(18532);
// EXTERNAL MODULE: ./src/json/limits.ts
var limits = __webpack_require__(29944);
// EXTERNAL MODULE: ./src/json/parse.ts
var parse = __webpack_require__(27105);
// EXTERNAL MODULE: ./src/json/value.ts
var json_value = __webpack_require__(88399);
// EXTERNAL MODULE: ./src/project/secrets/withhold.ts + 3 modules
var withhold = __webpack_require__(43588);
;// CONCATENATED MODULE: ./src/project/secrets/found.ts
/** The secrets that a value shows, so that no message repeats one. */


function at(value, path) {
    let found = value;
    for (const step of path) {
        if (Array.isArray(found))
            found = found[Number(step)];
        else if ((0,json_value/* isJsonObject */.OW)(found))
            found = found[String(step)];
        else
            return undefined;
    }
    return found;
}
/**
 * @returns the texts and numbers that stand where secrets do, by the rules for what is withheld; a
 * text around one as a whole
 */
function secretsIn(value) {
    const { places } = (0,withhold/* withholdSecrets */.RK)(value, { mark: withhold/* WITHHELD_MARK */.Uy });
    return places.flatMap(({ path }) => {
        const found = at(value, path);
        return typeof found === 'string' || typeof found === 'number' ? [String(found)] : [];
    });
}

// EXTERNAL MODULE: ./src/descope/http.ts
var http = __webpack_require__(48045);
// EXTERNAL MODULE: ./src/descope/refusals.ts
var refusals = __webpack_require__(73576);
// EXTERNAL MODULE: ./src/descope/session.ts
var session = __webpack_require__(59881);
;// CONCATENATED MODULE: ./src/descope/writes.ts
const MAX_BYTES = 64 * 2 ** 20;
/** The API takes the parameters of all of these in the body. */
const post = (path, traits = {}) => Object.freeze({
    method: 'POST',
    path,
    takes: 'body',
    carries: traits.carries,
    showsSecret: traits.showsSecret ?? false,
    maxBytes: MAX_BYTES,
});
const WRITE_ENDPOINTS = Object.freeze({
    tenantCreate: post('/v1/mgmt/tenant/create', { carries: 'id' }),
    tenantUpdate: post('/v1/mgmt/tenant/update'),
    tenantDelete: post('/v1/mgmt/tenant/delete'),
    tenantDefaultRoles: post('/v1/mgmt/tenant/updateDefaultRoles'),
    tenantSettings: post('/v1/mgmt/tenant/settings'),
    ssoSlot: post('/v1/mgmt/sso/settings/new'),
    ssoSaml: post('/v1/mgmt/sso/saml'),
    ssoSamlMetadata: post('/v1/mgmt/sso/saml/metadata'),
    ssoOidc: post('/v1/mgmt/sso/oidc'),
    ssoAuthType: post('/v1/mgmt/sso/settings/authtype'),
    roleCreate: post('/v1/mgmt/role/create', { carries: 'id' }),
    roleUpdate: post('/v1/mgmt/role/update'),
    roleDelete: post('/v1/mgmt/role/delete'),
    permissionCreate: post('/v1/mgmt/permission/create'),
    permissionUpdate: post('/v1/mgmt/permission/update'),
    permissionDelete: post('/v1/mgmt/permission/delete'),
    ssoAppOidcCreate: post('/v1/mgmt/sso/idp/app/oidc/create', { carries: 'id', showsSecret: true }),
    ssoAppOidcUpdate: post('/v1/mgmt/sso/idp/app/oidc/update'),
    ssoAppSamlCreate: post('/v1/mgmt/sso/idp/app/saml/create', { carries: 'id' }),
    ssoAppSamlUpdate: post('/v1/mgmt/sso/idp/app/saml/update'),
    ssoAppWsfedCreate: post('/v1/mgmt/sso/idp/app/wsfed/create', { carries: 'id' }),
    ssoAppWsfedUpdate: post('/v1/mgmt/sso/idp/app/wsfed/update'),
    ssoAppDelete: post('/v1/mgmt/sso/idp/app/delete'),
    inboundAppCreate: post('/v1/mgmt/thirdparty/app/create', { carries: 'id', showsSecret: true }),
    inboundAppPatch: post('/v1/mgmt/thirdparty/app/patch'),
    inboundAppDelete: post('/v1/mgmt/thirdparty/app/delete'),
    outboundAppCreate: post('/v1/mgmt/outbound/app/create', { carries: 'app', showsSecret: true }),
    outboundAppUpdate: post('/v1/mgmt/outbound/app/update', { showsSecret: true }),
    outboundAppDelete: post('/v1/mgmt/outbound/app/delete'),
    accessKeyUpdate: post('/v1/mgmt/accesskey/update', { showsSecret: true }),
    accessKeyActivate: post('/v1/mgmt/accesskey/activate'),
    accessKeyDeactivate: post('/v1/mgmt/accesskey/deactivate'),
    accessKeyDelete: post('/v1/mgmt/accesskey/delete'),
    jwtTemplateCreate: post('/v1/mgmt/jwt/templates/create', { carries: 'template' }),
    jwtTemplateUpdate: post('/v1/mgmt/jwt/templates/update'),
    jwtTemplateDelete: post('/v1/mgmt/jwt/templates/delete'),
    listImport: post('/v1/mgmt/list/import'),
    listDelete: post('/v1/mgmt/list/delete'),
    passwordSettings: post('/v1/mgmt/password/settings'),
    fgaSchema: post('/v1/mgmt/fga/schema'),
    themeImport: post('/v2/mgmt/theme/import'),
    userAttributeCreate: post('/v1/mgmt/user/customattribute/create'),
    userAttributeDelete: post('/v1/mgmt/user/customattribute/delete'),
    flowImport: post('/v2/mgmt/flow/import'),
    flowDelete: post('/v1/mgmt/flow/delete'),
    snapshotImport: post('/v1/mgmt/project/snapshot/import'),
});

;// CONCATENATED MODULE: ./src/descope/write-client.ts
/**
 * The client that writes: one write at a time, and each is sent once unless it is certain that it
 * was not done.
 */








/**
 * Tries of one write while no connection can be made; waiting for a rate limit does not count as
 * one.
 */
const MAX_ATTEMPTS = 5;
const MAX_REASON = 500;
/** Of these nobody can say who gave up waiting for whom. */
const GAVE_UP = new Set([408, 499]);
/**
 * The key is refused, or what is asked for is not paid for: every other write would be answered so.
 */
const KEY_OR_PLAN = new Set([401, 402, 403]);
function oneLine(text) {
    return text.replace(/\s+/g, ' ').trim().slice(0, MAX_REASON);
}
function beginsAsObject(bytes) {
    return /^\s*\{/.test(bytes.toString('latin1', 0, 64));
}
/** Writes to the Management API. Shares with the client that reads what a session holds. */
class WriteClient {
    #session;
    #options;
    #last = Promise.resolve();
    constructor(session, options) {
        this.#session = session;
        this.#options = options;
    }
    /**
     * Sends a write after those that were asked for before. It is sent again only after a refusal by
     * the rate limit, and when no connection could be made: whatever else went wrong, it may have
     * been done.
     *
     */
    async write(call, parameters) {
        const endpoint = WRITE_ENDPOINTS[call];
        const other = endpoint.takes === 'body' ? parameters.query : parameters.body;
        if (other !== undefined) {
            const reason = `it was not sent: parameters of ${call} go in the ${endpoint.takes} alone`;
            return { kind: 'refused', status: undefined, reason };
        }
        // A refusal may quote what it was sent.
        this.#session.protect(secretsIn(parameters.body ?? {}));
        const result = this.#last.then(() => this.#write(endpoint, parameters));
        this.#last = result.catch(() => undefined);
        return result;
    }
    async #write(endpoint, parameters) {
        const session = this.#session;
        let refusals = 0;
        let failures = 0;
        for (;;) {
            try {
                await session.waitForRateLimit(endpoint);
                if (failures > 0)
                    await session.sleep(endpoint, (0,http/* retryDelay */.a2)(null, failures, 0));
                session.admit(endpoint);
            }
            catch (error) {
                return this.#stopped(error);
            }
            let answer;
            try {
                answer = await session.send(endpoint, parameters);
            }
            catch (error) {
                const failure = this.#ofConnection(error);
                if (failure !== undefined)
                    return failure;
                const reason = this.#safe(error.message);
                if (++failures < MAX_ATTEMPTS)
                    continue;
                const text = `it was not sent: ${reason}, ${MAX_ATTEMPTS} times`;
                return { kind: 'refused', status: undefined, reason: text };
            }
            if (answer.status !== 429)
                return this.#judge(endpoint, answer);
            session.pause(answer.retryAfter, ++refusals);
        }
    }
    #safe(text) {
        return oneLine(this.#session.redactor.redact(text, session/* OWN_MARK */.x));
    }
    #stopped(error) {
        const reason = this.#session.stopReason ?? this.#safe(error.message);
        return { kind: 'stop', status: undefined, reason };
    }
    /** @returns undefined when it is certain that nothing was sent, and another try may be better */
    #ofConnection(error) {
        if (error instanceof http/* ConnectionError */.Rc) {
            const reason = this.#safe(error.message);
            if (!error.isUnsent)
                return { kind: 'doubtful', status: undefined, reason };
            return error.isFinal ? { kind: 'stop', status: undefined, reason } : undefined;
        }
        if (error instanceof http/* AnswerTooLargeError */.Oc) {
            return { kind: 'doubtful', status: 200, reason: `HTTP 200, but ${error.message}` };
        }
        const why = this.#session.stopReason ?? error.message;
        return { kind: 'doubtful', status: undefined, reason: `under way when it ended: ${why}` };
    }
    #judge(endpoint, answer) {
        const { status } = answer;
        if (status === 200)
            return this.#readAnswer(endpoint, Buffer.concat(answer.chunks));
        const reason = this.#describe(endpoint, answer);
        const isRefusal = status >= 400 && status <= 499 && !GAVE_UP.has(status);
        if (!isRefusal)
            return { kind: 'doubtful', status, reason };
        const isForAll = KEY_OR_PLAN.has(status) || (0,refusals/* isOfPlan */.TU)(status, reason);
        return { kind: isForAll ? 'stop' : 'refused', status, reason };
    }
    /**
     * An object may be the answer of a write that was done: of it nothing is quoted but the words for
     * an error.
     */
    #describe(endpoint, answer) {
        const { status, bytes } = this.#session.withoutOwn(answer);
        const ofNetwork = (0,refusals/* wordsOfNetwork */.bC)(status);
        if (ofNetwork !== undefined)
            return ofNetwork;
        const words = oneLine((0,refusals/* describeFailure */.Ic)({ status, bytes }));
        const isQuoted = words.startsWith(`HTTP ${status} with `);
        const mayShow = endpoint.showsSecret || beginsAsObject(bytes);
        return isQuoted && mayShow ? `HTTP ${status}` : words;
    }
    #readAnswer(endpoint, bytes) {
        const doubt = (reason) => ({ kind: 'doubtful', status: 200, reason });
        const { carries } = endpoint;
        const isEmpty = bytes.toString('latin1').trim() === '';
        if (isEmpty && carries === undefined)
            return { kind: 'done', status: 200, answer: {} };
        let value;
        try {
            value = (0,parse/* parseJson */.qF)(bytes, { maxDepth: limits/* MAX_ANSWER_DEPTH */.yF });
        }
        catch {
            return doubt('HTTP 200, but the answer is not good JSON');
        }
        if (!(0,json_value/* isJsonObject */.OW)(value))
            return doubt('HTTP 200, but the answer is no JSON object');
        this.#mask(endpoint, value);
        return carries === undefined || Object.hasOwn(value, carries)
            ? { kind: 'done', status: 200, answer: value }
            : doubt(`HTTP 200, but the answer has no "${carries}"`);
    }
    #mask(endpoint, answer) {
        const secrets = secretsIn(answer);
        this.#session.protect(secrets);
        if (endpoint.showsSecret)
            for (const secret of secrets)
                this.#options.onSecret(secret);
    }
}

;// CONCATENATED MODULE: ./src/descope/apply.ts



/** A runner gives a run that is cancelled 10 seconds in all. */
const GRACE_MS = 5000;
/** What one object can take, so that none is begun that cannot be brought to an end. */
const KEPT_REQUESTS = 30;
/**
 * Opens a project for writing.
 *
 * @param client of the run: the requests, the rate limit and the deadline are shared with it
 */
function openForWriting(client, options) {
    const { session } = client;
    session.protect(options.secrets ?? []);
    const lasting = session.lasting(options.graceMs ?? GRACE_MS);
    const reader = new descope_client/* DescopeApiClient */.n(lasting);
    const writer = new WriteClient(lasting, options);
    return {
        read: (wanted, ids) => (0,object_reader/* readObjects */.$)(reader, wanted, ids),
        write: (call, parameters) => writer.write(call, parameters),
        stopReason: () => session.stopReason ??
            (session.requestsLeft < KEPT_REQUESTS ? 'the number of requests is used up' : undefined),
        sleep: (milliseconds) => session.rest(milliseconds),
    };
}

// EXTERNAL MODULE: ./src/project/restore-words.ts
var restore_words = __webpack_require__(51799);
// EXTERNAL MODULE: ./src/services/restore/planned-write.ts
var planned_write = __webpack_require__(21565);
// EXTERNAL MODULE: ./src/json/write.ts
var write = __webpack_require__(11249);
// EXTERNAL MODULE: ./src/storage/checksums.ts
var checksums = __webpack_require__(34025);
;// CONCATENATED MODULE: ./src/services/restore/sent-body.ts
/**
 * The body of a write before it is sent: whether it may be, and a hash that tells nothing of the
 * secrets in it.
 */




/** Keys and indexes down to the first text or key of which something is true. */
function findText(value, isWanted, path = '') {
    if (typeof value === 'string')
        return isWanted(value) ? path : undefined;
    if (!Array.isArray(value) && !(0,json_value/* isJsonObject */.OW)(value))
        return undefined;
    for (const [key, child] of Object.entries(value)) {
        if (isWanted(key))
            return `${path}/${key}`;
        const found = findText(child, isWanted, `${path}/${key}`);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/**
 * Where a request still has what stands in a backup for a secret, which must never be written;
 * undefined where it has none.
 */
function placeholderIn({ body, query }) {
    return findText({ ...body, ...query }, (text) => text.includes(withhold/* WITHHELD_MARK */.Uy));
}
function withoutTexts(value, secrets) {
    if (typeof value === 'string') {
        return secrets.some((secret) => value.includes(secret)) ? withhold/* WITHHELD_MARK */.Uy : value;
    }
    if (Array.isArray(value)) {
        return value.map((one) => withoutTexts(one, secrets));
    }
    if (!(0,json_value/* isJsonObject */.OW)(value))
        return value;
    const result = {};
    for (const [key, child] of Object.entries(value)) {
        (0,json_value/* setOwn */.P5)(result, key, withoutTexts(child, secrets));
    }
    return result;
}
/**
 * A hash of what is sent, for the journal. Each secret is left out first: who knows the rest of a
 * body could find a secret by trying which one gives the hash.
 *
 * @param supplied secrets, wherever they stand
 */
function bodyHash({ body, query }, supplied) {
    const sent = body ?? query;
    if (sent === undefined)
        return undefined;
    const { value } = (0,withhold/* withholdSecrets */.RK)(sent, { mark: withhold/* WITHHELD_MARK */.Uy });
    const secrets = [...supplied].filter((secret) => secret !== '');
    return (0,checksums/* sha256 */.sc)((0,write/* canonicalJson */.dj)(withoutTexts(value, secrets)));
}

;// CONCATENATED MODULE: ./src/services/restore/journal-lines.ts


function hashesOf(objects, key, hashes) {
    const named = objects.map((ref) => {
        const hash = hashes?.get((0,planned_write/* refText */.d)(ref));
        return {
            section: ref.section,
            id: ref.id,
            ...(objects.length > 1 && hash !== undefined && { [key]: hash }),
        };
    });
    const [first] = objects;
    const only = objects.length === 1 && first !== undefined ? hashes?.get((0,planned_write/* refText */.d)(first)) : undefined;
    return { objects: named, ...(only !== undefined && { [key]: only }) };
}
/** Both lines of the journal, about one write. */
class JournalLines {
    #write;
    #seq;
    #options;
    constructor(write, seq, options) {
        this.#write = write;
        this.#seq = seq;
        this.#options = options;
    }
    get #common() {
        const { action, call } = this.#write;
        return { seq: this.#seq, at: this.#options.now().toISOString(), action, call };
    }
    /** @throws Error when the line is not on the disk */
    async begin(look, request) {
        const hash = bodyHash(request, this.#options.secrets.values());
        await this.#options.journal.append({
            event: 'begin',
            ...this.#common,
            ...hashesOf(this.#write.objects, 'before_sha256', look.hashes),
            ...(hash !== undefined && { body_sha256: hash }),
        });
    }
    /**
     * @returns the end; also when its line is not on the disk, and then nothing else will be written
     */
    async end(end) {
        const { outcome, reason, status, newId } = end;
        // What is not certain to be ours must not look like it to an undo, which deletes by the hash
        // that was read back.
        const isOurs = outcome !== 'unknown' || this.#write.action !== 'create';
        const hashes = isOurs ? end.hashes : undefined;
        const line = {
            event: 'end',
            ...this.#common,
            ...hashesOf(this.#write.objects, 'after_sha256', hashes),
            // Blocked after it was begun: the service refused it, since somebody else was faster.
            outcome: outcome === 'done' || outcome === 'unknown' ? outcome : 'failed',
            ...(reason !== undefined && { reason }),
            ...(status !== undefined && { http_status: status }),
            ...(newId !== undefined && { new_id: newId }),
        };
        try {
            await this.#options.journal.append(line);
            return end;
        }
        catch (error) {
            return { ...end, stopped: error.message };
        }
    }
}

;// CONCATENATED MODULE: ./src/services/restore/look.ts


/**
 * Waits between two looks, in milliseconds: half a minute in all, since lists of the service lag.
 */
const LAG_WAITS = [500, 1000, 2000, 4000, 8000, 14_500];
/** All files of a snapshot: an import sends them together. */
const WHOLE_SNAPSHOT = { section: 'snapshot', id: '', naturalKey: '' };
/** What the body of a write is made of. */
function partsOf({ objects, reads = [] }) {
    const isWhole = reads.some((ref) => (0,planned_write/* refText */.d)(ref) === (0,planned_write/* refText */.d)(WHOLE_SNAPSHOT));
    const isImport = !isWhole && objects.some(({ section }) => section === 'snapshot');
    return [...objects, ...reads, ...(isImport ? [WHOLE_SNAPSHOT] : [])];
}
/**
 * Looks once at the objects of a write.
 *
 * @param isForBody whether its body is to be made of what is seen
 */
async function lookAt(write, { door, ids, comparable }, isForBody = false) {
    const wanted = isForBody ? partsOf(write) : write.objects;
    const result = await door.read(wanted, ids);
    if (result.kind !== 'read')
        return result;
    const found = new Map(wanted.map((ref, index) => [(0,planned_write/* refText */.d)(ref), result.objects[index]]));
    const hashes = new Map();
    for (const ref of write.objects) {
        const value = found.get((0,planned_write/* refText */.d)(ref))?.value;
        hashes.set((0,planned_write/* refText */.d)(ref), value && (0,checksums/* sha256 */.sc)(comparable(ref.section, value, ref.id)));
    }
    const isAs = (as, ref) => hashes.get((0,planned_write/* refText */.d)(ref)) === as.get((0,planned_write/* refText */.d)(ref));
    // What comes with another object that the plan creates may read in any way.
    const isBefore = (ref) => !write.before.has((0,planned_write/* refText */.d)(ref)) || isAs(write.before, ref);
    const { orAfter } = write;
    const isAfter = (ref) => isAs(write.after, ref) || (orAfter?.has((0,planned_write/* refText */.d)(ref)) === true && isAs(orAfter, ref));
    return {
        kind: 'look',
        found,
        hashes,
        isBefore: write.objects.every(isBefore),
        isAfter: write.objects.every(isAfter),
        isEither: write.objects.every((ref) => isBefore(ref) || isAfter(ref)),
    };
}
/**
 * Looks until what is seen is good enough, for half a minute at most. When the run is to end, the
 * look after that is the last.
 *
 * @returns the last look, also where it failed: what was seen long before says nothing of now
 */
async function lookUntil(isEnough, write, options, isForBody = false) {
    let last = { kind: 'failed', reason: 'it was not looked at' };
    for (const wait of [...LAG_WAITS, undefined]) {
        const isLast = wait === undefined || options.door.stopReason() !== undefined;
        last = await lookAt(write, options, isForBody);
        if (last.kind === 'stop' || (last.kind === 'look' && isEnough(last)) || isLast)
            break;
        await options.sleep(wait);
    }
    return last;
}
/** Whether reading can tell that a write was done: it cannot where nothing but a secret changes. */
function isVisible({ objects, before, after }) {
    return objects.some((ref) => before.get((0,planned_write/* refText */.d)(ref)) !== after.get((0,planned_write/* refText */.d)(ref)));
}
/**
 * Tells those that refer to the objects of a write which ids these have, where that was not known.
 */
function rememberIds({ objects }, { found }, ids) {
    for (const ref of objects) {
        const id = found.get((0,planned_write/* refText */.d)(ref))?.id;
        const isNew = id !== undefined && ids.idOf(ref.section, ref.naturalKey) === undefined;
        if (isNew)
            ids.set(ref.section, ref.naturalKey, id);
    }
}

// EXTERNAL MODULE: ./src/project/restore/rows.ts + 14 modules
var rows = __webpack_require__(86165);
;// CONCATENATED MODULE: ./src/services/restore/sending.ts
/**
 * The sending of one write: once, unless a look shows that it may be sent again, and never without
 * knowing or saying how it ended.
 */



/** How often a write is sent at most: each time but the first only after a look. */
const MAX_SENDS = 3;
/** Words of a refusal for a reference to what is not there, as far as the service can see. */
const NOT_THERE = /not.?found|not exist|n't exist|no such|unknown|invalid/i;
/** Words of a refusal for what is there already. */
const THERE_ALREADY = /already|exists\b|taken|duplicate|unique/i;
/** Sends a write, and finds out what became of it. */
class Sending {
    #write;
    #request;
    #options;
    #refersToNew;
    /** The first reason why it may have been done although nobody said so. */
    #doubt;
    #status;
    #newId;
    constructor(write, request, options, refersToNew) {
        this.#write = write;
        this.#request = request;
        this.#options = options;
        this.#refersToNew = refersToNew;
    }
    async end() {
        const lagWaits = this.#refersToNew ? [...LAG_WAITS] : [];
        for (let sends = 1;;) {
            const result = await this.#options.door.write(this.#write.call, this.#request);
            this.#status = result.status ?? this.#status;
            if (result.kind === 'done')
                return this.#confirm(result);
            if (result.kind === 'stop')
                return this.#notDone(result.reason, { stopped: result.reason });
            if (result.kind === 'refused') {
                const wait = this.#mayComeLater(result) ? lagWaits.shift() : undefined;
                if (wait === undefined)
                    return this.#refused(result.reason);
                await this.#options.sleep(wait);
                if (this.#options.door.stopReason() !== undefined)
                    return this.#refused(result.reason);
                continue;
            }
            this.#doubt ??= result.reason;
            const isLast = sends >= MAX_SENDS;
            const settled = await this.#settle(isLast);
            if (settled !== 'send again')
                return settled;
            // What was in the way for a moment is given one.
            await this.#options.sleep(LAG_WAITS[sends] ?? 0);
            sends++;
        }
    }
    /** A reference to what was created a moment ago; only while no try is in doubt. */
    #mayComeLater({ status, reason }) {
        if (this.#doubt !== undefined || status === undefined || status === 409)
            return false;
        return status === 404 || NOT_THERE.test(reason);
    }
    /** The objects are as planned. */
    #done(look) {
        rememberIds(this.#write, look, this.#options.ids);
        return this.#end('done', look, {});
    }
    #end(outcome, look, more) {
        return {
            outcome,
            isBegun: true,
            ...(this.#status !== undefined && { status: this.#status }),
            ...(this.#newId !== undefined && { newId: this.#newId }),
            ...(look.kind === 'look' && { hashes: look.hashes }),
            ...(look.kind === 'stop' && { stopped: look.reason }),
            ...more,
        };
    }
    /** Takes the id of a new object: out of the answer, else as it is there. */
    #adopt(id) {
        const [ref] = this.#write.objects;
        if (this.#write.action !== 'create' || this.#write.objects.length !== 1)
            return;
        if (ref === undefined || id === undefined || id === '' || this.#newId !== undefined)
            return;
        this.#newId = id;
        this.#options.ids.set(ref.section, ref.naturalKey, id);
    }
    #adoptFrom(look) {
        const [ref] = this.#write.objects;
        const found = ref && look.found.get((0,planned_write/* refText */.d)(ref));
        if (ref === undefined || found === undefined)
            return;
        // Where the service gives no ids, it is known by what tells it from others.
        this.#adopt(found.id ?? (0,rows/* rowOf */.O)(ref.section)?.apiId(found.value, ref.id));
    }
    async #confirm({ answer }) {
        this.#adopt(this.#write.newId?.(answer));
        const look = await lookUntil(({ isAfter }) => isAfter, this.#write, this.#options);
        if (look.kind !== 'look') {
            const reason = `the service answered that it was done, and it could not be read back: ${look.reason}`;
            return this.#end('unknown', look, { reason });
        }
        this.#adoptFrom(look);
        if (look.isAfter)
            return this.#done(look);
        const seen = look.isBefore ? 'still reads as before' : 'reads otherwise than planned';
        const reason = `not confirmed: the service answered that it was done, and it ${seen}`;
        return this.#end('unknown', look, { reason });
    }
    /** A certain refusal; what a try before it did is not certain for that. */
    async #refused(reason) {
        const isInDoubt = this.#doubt !== undefined;
        const look = isInDoubt || this.#saysItIsSo(reason)
            ? await lookUntil(({ isAfter }) => isAfter, this.#write, this.#options)
            : await lookAt(this.#write, this.#options);
        if (look.kind !== 'look') {
            const more = look.kind === 'stop' ? { stopped: look.reason } : {};
            return this.#notDone(reason, more);
        }
        if (isInDoubt)
            this.#adoptFrom(look);
        if (look.isAfter && isVisible(this.#write))
            return this.#done(look);
        const isConflict = this.#status === 409 && this.#write.action === 'update' && !isInDoubt;
        const changed = `changed since the plan: ${reason}`;
        return isConflict
            ? this.#end('blocked', look, { reason: changed })
            : this.#notDone(reason, { hashes: look.hashes });
    }
    /**
     * "Not found" at a delete, "exists already" at a create: it is as planned, and a list that lags
     * may not show it yet.
     */
    #saysItIsSo(reason) {
        const { action } = this.#write;
        if (action === 'delete')
            return this.#status === 404 || NOT_THERE.test(reason);
        return action === 'create' && THERE_ALREADY.test(reason);
    }
    /** It was not done now; whether it was before depends on whether there is a doubt. */
    #notDone(reason, more) {
        const none = { kind: 'failed', reason };
        if (this.#doubt === undefined)
            return this.#end('failed', none, { reason, ...more });
        const both = `nobody can tell whether it was done: ${this.#doubt}; then: ${reason}`;
        return this.#end('unknown', none, { reason: both, ...more });
    }
    /**
     * Always by a look first. What is sent again was seen not to be done, or ends the same however
     * often it is sent.
     */
    async #settle(isLast) {
        const write = this.#write;
        const rule = write.action !== 'create' && write.doubt === 'by-key' ? 'repeat' : write.doubt;
        const canTell = isVisible(write);
        const isThere = (look) => rule === 'by-key' && [...look.hashes.values()].some((hash) => hash !== undefined);
        const isEnough = (look) => {
            if (canTell && look.isAfter)
                return true;
            return rule === 'repeat' && !isLast && look.isEither;
        };
        const look = await lookUntil(isEnough, write, this.#options);
        if (look.kind !== 'look')
            return this.#notTold(look);
        const isDone = canTell && look.isAfter;
        if (isDone || isThere(look))
            this.#adoptFrom(look);
        if (isDone)
            return this.#done(look);
        const isFree = rule === 'repeat' ? look.isEither : rule === 'by-key' && look.isBefore;
        const isOver = isLast || this.#options.door.stopReason() !== undefined;
        return isFree && !isOver ? 'send again' : this.#notTold(look);
    }
    #notTold(look) {
        const seen = look.kind !== 'look'
            ? `it could not be read: ${look.reason}`
            : look.isBefore
                ? 'it reads as before'
                : 'it reads neither as before nor as planned';
        const reason = `nobody can tell whether it was done: ${this.#doubt ?? 'no answer'}; ${seen}`;
        return this.#end('unknown', look, { reason });
    }
}

;// CONCATENATED MODULE: ./src/services/restore/one-write.ts





function isOurs({ objects }, { written }) {
    return objects.some((ref) => written.has((0,planned_write/* refText */.d)(ref)));
}
/** Waits for what earlier writes of this run left; what others changed is told at once. */
function lookBefore(write, { written }, options) {
    const isOurs = write.objects.some((ref) => written.has((0,planned_write/* refText */.d)(ref)));
    return isOurs
        ? lookUntil(({ isEither }) => isEither, write, options, true)
        : lookAt(write, options, true);
}
function notAsPlanned(write, earlier, { door }, hashes) {
    const stopped = door.stopReason();
    if (stopped !== undefined)
        return { outcome: 'not-reached', stopped, hashes };
    const reason = isOurs(write, earlier)
        ? 'it does not read as an earlier write of this restore left it'
        : 'changed since the plan';
    return { outcome: 'blocked', reason, hashes };
}
function requestOf(write, look, { ids, secrets }) {
    const live = (ref) => {
        // What was not looked for is not absent: a body made of nothing would wipe what is there.
        if (look.found.has((0,planned_write/* refText */.d)(ref)))
            return look.found.get((0,planned_write/* refText */.d)(ref))?.value;
        throw new Error(`${(0,planned_write/* refText */.d)(ref)} was not read for this write`);
    };
    const request = write.request({ live, ids, secrets });
    const place = placeholderIn(request);
    if (place === undefined)
        return request;
    throw new Error(`what would be written has no secret, but what stands for one, at ${place}`);
}
/**
 * An object of this restore that came to be as planned by another write, as SSO changes its tenant:
 * nothing is sent, and the journal has how it reads by now, for an undo to know that nobody else
 * changed it.
 */
async function asItReads(lines, look) {
    const end = { outcome: 'done', hashes: look.hashes };
    try {
        await lines.begin(look, {});
    }
    catch (error) {
        return { ...end, stopped: error.message };
    }
    return lines.end({ ...end, isBegun: true });
}
/**
 * Executes one write: looks whether everything is as planned, tells the journal, sends, and looks
 * until it is done.
 *
 * @param seq its number in the journal
 */
async function executeWrite(write, seq, earlier, options) {
    const look = await lookBefore(write, earlier, options);
    if (look.kind === 'stop')
        return { outcome: 'not-reached', stopped: look.reason };
    if (look.kind === 'failed') {
        return { outcome: 'failed', reason: `not sent, since it could not be read: ${look.reason}` };
    }
    const { hashes } = look;
    const lines = new JournalLines(write, seq, options);
    if (isVisible(write) && look.isAfter) {
        rememberIds(write, look, options.ids);
        return isOurs(write, earlier) ? asItReads(lines, look) : { outcome: 'done', hashes };
    }
    if (!look.isEither)
        return notAsPlanned(write, earlier, options, hashes);
    let request;
    try {
        request = requestOf(write, look, options);
    }
    catch (error) {
        return { outcome: 'failed', reason: `not sent: ${error.message}`, hashes };
    }
    const stopped = options.door.stopReason();
    if (stopped !== undefined)
        return { outcome: 'not-reached', stopped };
    try {
        await lines.begin(look, request);
    }
    catch (error) {
        const reason = error.message;
        return { outcome: 'failed', reason: `not sent: ${reason}`, stopped: reason };
    }
    const refersToNew = write.dependsOn.some((ref) => earlier.created.has((0,planned_write/* refText */.d)(ref)));
    return lines.end(await endOf(new Sending(write, request, options, refersToNew)));
}
/** An error of this program after a write was sent is no reason to say that it was not done. */
async function endOf(sending) {
    try {
        return await sending.end();
    }
    catch (error) {
        const reason = `nobody can tell whether it was done: ${error.message}`;
        return { outcome: 'unknown', reason, stopped: reason, isBegun: true };
    }
}

;// CONCATENATED MODULE: ./src/services/restore/apply.ts


/** What is further right says more about an object of which several writes ended differently. */
const WEIGHT = ['done', 'not-reached', 'blocked', 'failed', 'unknown'];
/** What became of the objects, write by write. */
class Results {
    #found = new Map();
    add(write, end) {
        for (const ref of write.objects) {
            const key = (0,planned_write/* refText */.d)(ref);
            const old = this.#found.get(key);
            const isWorse = old === undefined || WEIGHT.indexOf(end.outcome) > WEIGHT.indexOf(old.outcome);
            const reason = isWorse ? end.reason : old.reason;
            const newId = old?.new_id ?? (write.objects.length === 1 ? end.newId : undefined);
            const before = old === undefined ? write.before.get(key) : old.before_sha256;
            const target = write.after.get(key);
            const after = end.hashes === undefined ? old?.after_sha256 : end.hashes.get(key);
            this.#found.set(key, {
                section: ref.section,
                id: ref.id,
                action: old?.action ?? write.action,
                outcome: isWorse ? end.outcome : old.outcome,
                ...(reason !== undefined && { reason }),
                ...(newId !== undefined && { new_id: newId }),
                ...(before !== undefined && { before_sha256: before }),
                ...(target !== undefined && { target_sha256: target }),
                ...(after !== undefined && { after_sha256: after }),
            });
        }
    }
    isBad(ref) {
        const outcome = this.#found.get((0,planned_write/* refText */.d)(ref))?.outcome;
        return outcome !== undefined && outcome !== 'done';
    }
    get all() {
        return [...this.#found.values()];
    }
}
/** Why a write must not be sent, by what became of those before it. */
function blockedBy(write, results) {
    if (write.objects.some((ref) => results.isBad(ref))) {
        return 'an earlier write of it was not done';
    }
    const missing = write.dependsOn.find((ref) => results.isBad(ref));
    return missing && `it needs ${(0,planned_write/* refText */.d)(missing)}, which was not done`;
}
/** An error of this program: what was sent has told its end already. */
async function executed(...given) {
    try {
        return await executeWrite(...given);
    }
    catch (error) {
        const reason = error.message;
        return { outcome: 'failed', reason: `not sent: ${reason}`, stopped: reason };
    }
}
/**
 * Executes writes, by phase, and within one in the order given. What fails blocks what needs it,
 * and the others go on; a refused key or licence, a cancel, the deadline and a journal that cannot
 * be written end it after the current one.
 */
async function applyWrites(writes, options) {
    const results = new Results();
    const written = new Set();
    const created = new Set();
    let seq = 0;
    let stopped;
    for (const write of [...writes].sort((a, b) => a.phase - b.phase)) {
        stopped ??= options.door.stopReason();
        if (stopped !== undefined) {
            results.add(write, { outcome: 'not-reached' });
            continue;
        }
        const reason = blockedBy(write, results);
        if (reason !== undefined) {
            results.add(write, { outcome: 'blocked', reason });
            continue;
        }
        const end = await executed(write, seq + 1, { written, created }, options);
        if (end.isBegun === true)
            seq++;
        for (const ref of write.objects) {
            if (end.isBegun !== true)
                continue;
            written.add((0,planned_write/* refText */.d)(ref));
            if (write.action === 'create')
                created.add((0,planned_write/* refText */.d)(ref));
        }
        stopped = end.stopped;
        results.add(write, end);
    }
    return { objects: results.all, stopped };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/storage/durable-files.ts
var durable_files = __webpack_require__(6624);
// EXTERNAL MODULE: ./src/storage/io-errors.ts
var io_errors = __webpack_require__(78305);
;// CONCATENATED MODULE: ./src/services/restore/journal.ts
/**
 * The journal of a restore while it is written: line by line, each on the disk before anything else
 * happens.
 */




const JOURNAL_FILE = 'journal.jsonl';
/** A journal that is a file. Lines are appended one after another. */
class JournalFile {
    #file;
    #failure;
    constructor(file) {
        this.#file = file;
    }
    /**
     * Begins a journal in a file that must not be there yet.
     *
     * @throws Error in words
     */
    static async create(path, start) {
        try {
            const file = await (0,promises_.open)(path, 'ax');
            const journal = new JournalFile(file);
            try {
                await journal.#write(start);
                await (0,durable_files/* syncDirectory */.zR)((0,external_node_path_.dirname)(path));
            }
            catch (error) {
                await file.close();
                throw error;
            }
            return journal;
        }
        catch (error) {
            throw (0,io_errors/* explainIoError */.U_)(error, 'could not begin the journal of the restore');
        }
    }
    async #write(line) {
        // In one piece, so that a process that dies leaves at most the last line cut off.
        await this.#file.appendFile(`${JSON.stringify(line)}\n`);
        await this.#file.sync();
    }
    async append(line) {
        // After half a line the next one would be part of it.
        if (this.#failure !== undefined)
            throw this.#failure;
        try {
            await this.#write(line);
        }
        catch (error) {
            this.#failure = (0,io_errors/* explainIoError */.U_)(error, 'could not write the journal of the restore');
            throw this.#failure;
        }
    }
    async close() {
        await this.#file.close();
    }
}

// EXTERNAL MODULE: ./src/project/restore/snapshot.ts
var snapshot = __webpack_require__(31642);
// EXTERNAL MODULE: ./src/project/sections/index.ts + 23 modules
var sections = __webpack_require__(46701);
;// CONCATENATED MODULE: ./src/services/restore/proof.ts





/** What a plan says of each object, by {@link refText}. */
function byRef({ steps }) {
    return new Map(steps.map((step) => [(0,planned_write/* refText */.d)(step), step]));
}
/** How an object must read: as planned, or as it was read back when the write was done. */
function isAsWritten(hash, step, done) {
    return hash === step.target_sha256 || (done !== undefined && hash === done.after_sha256);
}
/**
 * Why the second plan's step of an object is other than the first plan announced; undefined where
 * it is not.
 */
function leftToDo(step, first, done) {
    if (step.action === 'identical')
        return undefined;
    // What could not be done is no news, also where it could be by now.
    if (first !== undefined && (0,restore_words/* isNotPossible */.vT)(first))
        return undefined;
    const isAsPlanned = first !== undefined && (0,restore_words/* isWrite */.ao)(first) && isAsWritten(step.live_sha256, first, done);
    // What no write can change stays as it is, and was told as a loss.
    if (isAsPlanned && (0,restore_words/* isNotPossible */.vT)(step))
        return undefined;
    const reason = step.reason === undefined ? '' : ` (${step.reason})`;
    return (0,restore_words/* isWrite */.ao)(step)
        ? `${(0,planned_write/* refText */.d)(step)}: still to ${step.action}`
        : `${(0,planned_write/* refText */.d)(step)}: ${step.action}${reason}`;
}
/** Why an object that was written does not read as planned; undefined where it does. */
function misread(step, second, done) {
    if (step.action !== 'create' && step.action !== 'update')
        return undefined;
    if (second === undefined)
        return `${(0,planned_write/* refText */.d)(step)}: it is in no second plan`;
    if (isAsWritten(second.live_sha256, step, done))
        return undefined;
    return second.live_sha256 === undefined
        ? `${(0,planned_write/* refText */.d)(step)}: it is not there`
        : `${(0,planned_write/* refText */.d)(step)}: it does not read as planned`;
}
/**
 * What a second plan says that the first one did not announce.
 *
 * @param objects what became of each that was written
 * @returns a sentence each, by {@link refText} of the object; empty where the result is proven
 */
function leftOf(first, second, objects) {
    const [before, after] = [byRef(first), byRef(second)];
    const done = new Map(objects.filter(({ outcome }) => outcome === 'done').map((one) => [(0,planned_write/* refText */.d)(one), one]));
    const there = new Set(second.kept.map(planned_write/* refText */.d));
    const found = new Map();
    for (const step of first.steps) {
        const text = step.action === 'delete' && there.has((0,planned_write/* refText */.d)(step))
            ? `${(0,planned_write/* refText */.d)(step)}: it is still there`
            : misread(step, after.get((0,planned_write/* refText */.d)(step)), done.get((0,planned_write/* refText */.d)(step)));
        if (text !== undefined)
            found.set((0,planned_write/* refText */.d)(step), text);
    }
    for (const step of second.steps) {
        const text = leftToDo(step, before.get((0,planned_write/* refText */.d)(step)), done.get((0,planned_write/* refText */.d)(step)));
        // That it is left to do says more than that it reads otherwise.
        if (text !== undefined)
            found.set((0,planned_write/* refText */.d)(step), text);
    }
    return found;
}
/** What belongs to tenants by its id: gone with them. */
const OF_TENANTS = new Set([
    'roles',
    ...sections/* SECTION_ROWS */.Gw.filter(({ identity }) => identity.by === 'tenant').map(({ name }) => name),
]);
/** Sections of tenants that no restore writes. */
const NEVER_BACK = [...OF_TENANTS].filter((section) => (0,rows/* rowOf */.O)(section) === undefined);
/**
 * What an ordinary backup after a restore may lack, since the plan said so: what was deleted, with
 * all that belonged to it; what is gone and cannot come back; and of tenants that were created anew
 * what no restore writes.
 */
function announcedLosses({ steps }) {
    return steps.flatMap((step) => {
        const { section, action } = step;
        const id = step.live_id ?? step.id;
        const isTenant = section === 'tenants';
        if (action === 'delete') {
            const along = isTenant ? [...OF_TENANTS] : [];
            return [section, ...along].map((name) => ({ section: name, id }));
        }
        if (action === 'create' && isTenant)
            return NEVER_BACK.map((name) => ({ section: name, id }));
        if (!(0,restore_words/* isNotPossible */.vT)(step) || step.live_sha256 !== undefined)
            return [];
        // Configurations are counted by tenant.
        return [{ section, id: section === 'tenant-sso' ? id.slice(0, id.lastIndexOf('/')) : id }];
    });
}
/** Whether an object goes when tenants do. */
function goesWith(section, tenantId, tenants) {
    return OF_TENANTS.has(section) && tenantId !== undefined && tenants.has(tenantId);
}
/**
 * Whether a file of a snapshot repeats what was written in a section of its own, such as the styles
 * of the theme.
 */
function isRepeated(path, written) {
    const twin = (0,snapshot/* twinSection */.mX)(path);
    const sections = snapshot/* SHARED */.SG.filter(([file]) => file.test(path)).map(([, section]) => section);
    return written.some(({ section }) => section === twin || sections.some((one) => one === section));
}
/**
 * Objects that were there before a restore, that it did not name, and that are gone.
 *
 * @returns a sentence each, by {@link refText} of the object
 */
function vanished({ steps }, before, after) {
    const written = steps.filter(restore_words/* isWrite */.ao);
    const named = new Set(written.flatMap((step) => [(0,planned_write/* refText */.d)(step), liveText(step)]));
    const tenants = new Set(written
        .filter(({ section, action }) => section === 'tenants' && action === 'delete')
        .map(({ id, live_id }) => live_id ?? id));
    const found = new Map();
    for (const [section, objects] of before.sections) {
        const now = after.sections.get(section);
        if (now === undefined)
            continue;
        const ids = new Set([...now.values()].map(({ apiId }) => apiId));
        for (const one of objects.values()) {
            const isAnnounced = named.has((0,planned_write/* refText */.d)(one)) ||
                goesWith(section, one.tenantId, tenants) ||
                (section === 'snapshot' && isRepeated(one.id, written));
            if (ids.has(one.apiId) || isAnnounced)
                continue;
            found.set((0,planned_write/* refText */.d)(one), `${(0,planned_write/* refText */.d)(one)}: it was not in the plan, and is gone`);
        }
    }
    return found;
}
function liveText({ section, id, live_id }) {
    return (0,planned_write/* refText */.d)({ section, id: live_id ?? id });
}
/** How many objects ended in each way, as the report counts them. */
function countsOf(objects) {
    const count = (...outcomes) => objects.filter(({ outcome }) => outcomes.includes(outcome)).length;
    return {
        done: count('done'),
        failed: count('failed', 'unknown', 'blocked'),
        not_reached: count('not-reached'),
    };
}

// EXTERNAL MODULE: ./src/services/restore/restore-folder.ts + 1 modules
var restore_folder = __webpack_require__(91757);
// EXTERNAL MODULE: ./src/runs/outcome.ts
var outcome = __webpack_require__(29426);
// EXTERNAL MODULE: ./src/runs/restore/apply-refusals.ts
var apply_refusals = __webpack_require__(17445);
// EXTERNAL MODULE: ./src/runs/restore/apply-world.ts
var apply_world = __webpack_require__(63770);
// EXTERNAL MODULE: ./src/services/restore/read-side.ts
var read_side = __webpack_require__(65653);
// EXTERNAL MODULE: ./src/services/lines/lines.ts
var lines = __webpack_require__(58455);
// EXTERNAL MODULE: ./src/services/backup/backup-service.ts + 6 modules
var backup_service = __webpack_require__(91041);
// EXTERNAL MODULE: ./src/runs/backup.ts + 12 modules
var backup = __webpack_require__(48887);
// EXTERNAL MODULE: ./src/runs/restore/after-sections.ts
var after_sections = __webpack_require__(59666);
;// CONCATENATED MODULE: ./src/runs/restore/proof.ts






/** Waits before the project is planned once more, in milliseconds: lists of the service lag. */
const proof_LAG_WAITS = [1000, 4000, 10_000, 15_000];
/**
 * An ordinary backup, where nothing else is said: what a backup that goes on every night would
 * have.
 */
const RETENTION_DAYS = 30;
const SHRINK_LIMIT = 20;
async function differencesOf({ plan, live, planAgain }, objects, reading) {
    const { plan: second } = await planAgain(reading);
    const found = new Map([
        ...vanished(plan, (0,read_side/* liveSideOf */.D)(live.project), (0,read_side/* liveSideOf */.D)(reading.project)),
        ...leftOf(plan, second, objects),
    ]);
    if (reading.project.consistency === 'torn') {
        found.set('', 'the project was changed while it was read for the proof');
    }
    return found;
}
/**
 * Plans again until it is as announced, but for what was not done, or until no lag can be the
 * cause.
 */
async function settledDifferences(prepared, objects, { stopReason, sleep }) {
    const undone = new Set(objects.filter(({ outcome }) => outcome !== 'done').map(planned_write/* refText */.d));
    for (const wait of [...proof_LAG_WAITS, undefined]) {
        const found = await differencesOf(prepared, objects, await prepared.readAgain());
        const isSettled = [...found.keys()].every((ref) => undone.has(ref));
        if (isSettled || wait === undefined || stopReason() !== undefined)
            return [...found.values()];
        await sleep(wait);
    }
    return [];
}
/** The ordinary full backup of the project that a restore ends with. */
function afterBackupOptions({ plan, baseUrl }, options, bounds) {
    const { projectId, managementKey, backupRoot, fromProjectId, workflowRun } = options;
    const { environment } = plan.backup;
    const line = { projectId, environment };
    const kept = { retentionDays: RETENTION_DAYS, minimumBackups: 1 };
    // A name that was given is that of the backup's own project.
    const artifactName = fromProjectId === projectId ? options.artifactName : undefined;
    return {
        ...line,
        ...kept,
        backupRoot,
        capture: {
            source: 'live',
            live: {
                projectId,
                managementKey,
                baseUrl,
                sections: bounds.sections,
                deadlineMs: bounds.deadlineMs,
                maxRequests: bounds.maxRequests,
            },
            file: undefined,
        },
        comparison: {
            ...kept,
            history: 'compare',
            areCopiesHistory: bounds.hasCopies,
            naming: { ...line, source: 'live', artifactName },
            shrinkLimit: SHRINK_LIMIT,
            allowShrink: false,
            announced: announcedLosses(plan),
            acceptPartial: false,
        },
        pruning: { projectId, prune: false, isRootForgotten: false },
        gitTree: undefined,
        demands: { requireSections: [], failOnPartial: true },
        workflowRun,
        purpose: { name: lines/* AFTER_RESTORE */.K2, planId: plan.plan_id },
    };
}
/**
 * The sections that the newest night of the line in the backup root has: an undo goes back to a
 * safety backup, which has no more than its restore concerned, and what the night has and this
 * backup had not would be taken for gone.
 */
async function sectionsOfNight({ backupRoot, projectId }, { plan }, { clock }) {
    const service = new backup_service/* BackupService */.e({ backupRoot, clock });
    const line = (0,lines/* lineName */.iE)({
        environment: plan.backup.environment,
        source: { type: 'management-api' },
    });
    for (const { path } of await service.listBackups(projectId)) {
        const verification = await service.verifyBackup(path);
        if (!verification.verified)
            continue;
        const { manifest } = verification;
        if (manifest.purpose === undefined && (0,lines/* lineName */.iE)(manifest) === line)
            return (0,after_sections/* savedIn */.N$)(manifest);
    }
    return [];
}
async function backUpAfter(prepared, options, { timeLeftMs, requestsLeft }, { applyListener: _told, storeSafety: _safety, ...world }) {
    const ofNight = await sectionsOfNight(options, prepared, world);
    const given = afterBackupOptions(prepared, options, {
        sections: new Set([...(0,after_sections/* sectionsAfter */.Ru)(prepared.backup.manifest, prepared.live), ...ofNight]),
        deadlineMs: Math.max(1, timeLeftMs()),
        maxRequests: Math.max(1, requestsLeft()),
        hasCopies: world.copies !== undefined,
    });
    return (0,backup/* backUp */.vm)(given, world);
}
/**
 * Proves a restore.
 *
 * @param objects what became of each object
 * @returns what could not be proven as data: nothing that fails here takes back what was written
 */
async function prove(prepared, objects, options, bounds, world) {
    const { reporter, signal } = world;
    if (signal.aborted) {
        const failures = ['the result is not proven, since the run was cancelled'];
        return { proof: 'not-run', differences: [], after: undefined, failures };
    }
    const failures = [];
    const settled = await reporter.group('Plan again', () => (0,outcome/* attempt */.CD)(() => settledDifferences(prepared, objects, bounds)));
    const differences = 'value' in settled ? settled.value : [];
    if ('failure' in settled) {
        failures.push(`the result is not proven, since it could not be read: ${settled.failure.message}`);
    }
    const backedUp = await (0,outcome/* attempt */.CD)(() => backUpAfter(prepared, options, bounds, world));
    const after = 'value' in backedUp ? backedUp.value : undefined;
    if ('failure' in backedUp) {
        failures.push(`the backup after the restore was not taken: ${backedUp.failure.message}`);
    }
    for (const { message } of after?.failures ?? []) {
        failures.push(`the backup after the restore: ${message}`);
    }
    const isProven = 'value' in settled && after !== undefined;
    const proof = differences.length > 0 ? 'differs' : isProven ? 'equal' : 'not-run';
    return { proof, differences, after, failures };
}

// EXTERNAL MODULE: ./src/reporter/strangers.ts
var strangers = __webpack_require__(50);
;// CONCATENATED MODULE: ./src/runs/restore/safety-backup.ts




/** What goes with a tenant that is deleted. */
const safety_backup_OF_TENANTS = ['tenant-settings', 'tenant-sso', 'roles'];
/** Sections of which a plan writes an object. */
function touchedSections({ steps }) {
    return [...new Set(steps.filter(restore_words/* isWrite */.ao).map(({ section }) => section))].sort();
}
/** Sections that lose what belongs to a tenant that the plan deletes. */
function sectionsOfDeleted({ steps }) {
    const isTenantDeleted = steps.some(({ section, action }) => section === 'tenants' && action === 'delete');
    return isTenantDeleted ? safety_backup_OF_TENANTS : [];
}
/** Why the reading is no safety backup of what a plan touches; undefined where it is one. */
function whyNotSafe(plan, { coverage, consistency }) {
    if (consistency === 'torn') {
        return 'the project was changed while it was read, so that no safety backup of it can be trusted: run it again when nobody changes the project';
    }
    const statusOf = (name) => coverage.find(({ section, status }) => section === name && status !== 'withheld');
    const missing = touchedSections(plan).filter((name) => statusOf(name)?.status !== 'saved');
    // What the project does not have at all cannot be lost.
    const unsure = sectionsOfDeleted(plan).filter((name) => !['saved', 'not-licensed'].includes(statusOf(name)?.status ?? ''));
    const all = [...new Set([...missing, ...unsure])];
    if (all.length === 0)
        return undefined;
    const named = all.map((name) => {
        const { status = 'not read', note } = statusOf(name) ?? {};
        return `${name} (${status}${typeof note === 'string' && note !== '' ? `: ${note}` : ''})`;
    });
    return `the safety backup would lack what the plan touches: ${named.join(', ')}`;
}
function statusOf({ coverage }) {
    return coverage.some(({ status }) => status === 'failed') ? 'partial' : 'complete';
}
async function safety_backup_write(service, { plan, live: { project }, baseUrl }, workflowRun, { signal, reporter }) {
    const path = await service.saveProject(plan.project_id, plan.backup.environment, { ...project, config: {} }, {
        source: { type: 'management-api', path: baseUrl.origin },
        coverage: project.coverage,
        status: statusOf(project),
        consistency: project.consistency,
        withheld_rules: withhold/* WITHHELD_RULES */.Gt,
        purpose: lines/* BEFORE_RESTORE */.x7,
        plan_id: plan.plan_id,
        run: workflowRun,
        signal,
    });
    const verification = await service.verifyBackup(path);
    if (verification.verified)
        return { path, verification, manifest: verification.manifest };
    const problems = reporter.words((0,strangers/* problemsInWords */.x)(verification.problems));
    throw new Error(`the safety backup ${path} did not verify when it was read back: ${problems}`);
}
/**
 * Saves what the plan was made from as the safety backup, proves it, and has it stored.
 *
 * @throws Error when it cannot be taken, proven or stored: then nothing may be written
 */
async function takeSafetyBackup(prepared, options, world) {
    const { reporter, clock, signal } = world;
    const why = whyNotSafe(prepared.plan, prepared.live.project);
    if (why !== undefined)
        throw new Error(`nothing was written: ${why}`);
    const service = new backup_service/* BackupService */.e({ backupRoot: options.backupRoot, clock });
    let stored;
    let safety;
    try {
        const backup = await safety_backup_write(service, prepared, options.workflowRun, world);
        safety = { backup, folder: prepared.folder, planPath: prepared.planPath };
        reporter.info(`Safety backup ${backup.manifest.backup_id} is written and proven`);
        stored = await world.storeSafety(safety);
        world.applyListener?.onSafetyBackup?.(safety, stored);
    }
    catch (error) {
        signal.throwIfAborted();
        const { message } = error;
        throw new Error(`nothing was written, since the safety backup is not safe: ${message}`, {
            cause: error,
        });
    }
    const where = 'path' in stored ? stored.path : `artifact ${stored.name}: ${stored.url}`;
    reporter.info(`Safety backup stored: ${where}`);
    return safety;
}

;// CONCATENATED MODULE: ./src/runs/restore/apply.ts
/** The story of an apply, top to bottom: refuse, save, write, prove, report. */













/** Objects and differences that a message names; the report has all. */
const MAX_TOLD = 3;
const REQUESTS_A_WRITE = 4;
/** Milliseconds of the deadline that no write may use: the proof comes after them. */
function proofReserveMs({ plan: { cost }, result }) {
    const ofWrites = Math.min(cost.requests, result.writes.length * REQUESTS_A_WRITE);
    const share = cost.requests === 0 ? 0 : (cost.requests - ofWrites) / cost.requests;
    return Math.ceil(cost.seconds * share) * 1000;
}
/** The way to the project, which is closed early enough for the proof. */
function openDoor(prepared, options, world) {
    const { client } = prepared;
    const { session } = client;
    const project = openForWriting(client, {
        onSecret: world.onSecret,
        secrets: options.secrets.values(),
    });
    const reserve = proofReserveMs(prepared);
    const late = `deadline-minutes (${options.deadlineMinutes}) is over but for the time that the proof takes`;
    return {
        door: {
            read: project.read,
            write: project.write,
            stopReason: () => project.stopReason() ?? (session.timeLeftMs <= reserve ? late : undefined),
        },
        bounds: {
            stopReason: project.stopReason,
            sleep: project.sleep,
            timeLeftMs: () => session.timeLeftMs,
            requestsLeft: () => session.requestsLeft,
        },
    };
}
/** The journal, which also tells the log of each write. */
function toldJournal(journal, total, { reporter }) {
    const tell = ({ seq, action, outcome, objects, reason }) => {
        const [first] = objects;
        const more = objects.length > 1 ? ` and ${objects.length - 1} more` : '';
        const what = first === undefined ? '' : ` ${(0,planned_write/* refText */.d)(first)}${more}`;
        const why = reason === undefined ? '' : ` (${reason})`;
        reporter.info({
            named: `${seq} of ${total}: ${action}${what}: ${outcome}${why}`,
            unnamed: `${seq} of ${total}: ${action} ${first?.section ?? ''}: ${outcome}`,
        });
    };
    return {
        append: async (line) => {
            await journal.append(line);
            if (line.event === 'end')
                tell(line);
        },
    };
}
async function writeAndProve(prepared, safety, options, world) {
    const { plan, result, folder } = prepared;
    const { clock, reporter } = world;
    const path = (0,external_node_path_.join)(folder.path, restore_folder/* JOURNAL_FILE */.RD);
    const journal = await JournalFile.create(path, {
        event: 'start',
        at: new Date(clock()).toISOString(),
        restore_id: folder.id,
        plan_id: plan.plan_id,
        project_id: plan.project_id,
        safety_backup_id: safety.backup.manifest.backup_id,
    });
    try {
        world.applyListener?.onJournal?.(path);
        world.signal.throwIfAborted();
        const { door, bounds } = openDoor(prepared, options, world);
        const applied = await reporter.group('Write to the project', () => applyWrites(result.writes, {
            door,
            journal: toldJournal(journal, result.writes.length, world),
            comparable: result.comparable,
            ids: result.ids,
            secrets: options.secrets,
            now: () => new Date(clock()),
            sleep: bounds.sleep,
        }));
        return { applied, proof: await prove(prepared, applied.objects, options, bounds, world) };
    }
    finally {
        // Each line is on the disk already.
        await journal.close().catch(() => undefined);
    }
}
function some(texts) {
    const rest = texts.length - MAX_TOLD;
    const shown = texts.slice(0, MAX_TOLD).join('; ');
    return rest > 0 ? `${shown}; and ${rest} more, all in the report` : shown;
}
function objectText({ section, id, outcome, reason }) {
    return `${(0,planned_write/* refText */.d)({ section, id })} ${outcome}${reason === undefined ? '' : ` (${reason})`}`;
}
/** Why the run is red, a sentence each; none where all is as the plan announced. */
function failuresOf({ applied, proof }, { reporter }) {
    const undone = applied.objects.filter(({ outcome }) => outcome !== 'done');
    const { differences } = proof;
    const count = `${undone.length} of ${applied.objects.length} objects were not done`;
    const differs = `the project is other than the plan announced in ${differences.length} ${differences.length === 1 ? 'place' : 'places'}`;
    const told = (text, all) => reporter.words({ named: `${text}: ${some(all)}`, unnamed: text });
    return [
        ...(applied.stopped === undefined ? [] : [`it stopped early: ${applied.stopped}`]),
        ...(undone.length === 0 ? [] : [told(count, undone.map(objectText))]),
        ...(differences.length === 0 ? [] : [told(differs, differences)]),
        ...proof.failures,
    ];
}
function reportOf({ plan, folder }, startedAt, { clock }, { stopped, safety_backup_id, after_backup_id, ...facts }) {
    return {
        format_version: 1,
        restore_id: folder.id,
        plan_id: plan.plan_id,
        project_id: plan.project_id,
        started_at: new Date(startedAt).toISOString(),
        ended_at: new Date(clock()).toISOString(),
        ...(safety_backup_id !== undefined && { safety_backup_id }),
        ...(after_backup_id !== undefined && { after_backup_id }),
        counts: countsOf(facts.objects),
        ...(stopped !== undefined && { stopped }),
        ...facts,
    };
}
/**
 * Writes the report, has it stored, and ends the run.
 *
 * @throws RestoreNotProvenError where there are failures
 */
async function finish(report, failures, { folder }, world) {
    const { reporter, renderReport, storeReport, applyListener } = world;
    const path = await (0,restore_folder/* writeRestoreReport */.mO)(folder, report, renderReport(report, failures));
    reporter.info(`Report: ${path}`);
    const hasJournal = report.safety_backup_id !== undefined;
    const names = [restore_folder/* PLAN_FILE */.VI, ...(hasJournal ? [restore_folder/* JOURNAL_FILE */.RD] : []), restore_folder/* REPORT_FILE */.Uq, restore_folder/* REPORT_PAGE */.nK];
    const files = names.map((name) => (0,external_node_path_.join)(folder.path, name));
    const stored = await (0,outcome/* attempt */.CD)(() => storeReport?.(folder, files));
    const all = 'failure' in stored
        ? [...failures, `the report was not stored: ${stored.failure.message}`]
        : failures;
    const told = await (0,outcome/* attempt */.CD)(() => applyListener?.onReport?.(report, path, all));
    const last = 'failure' in told ? [...all, told.failure.message] : all;
    if (last.length > 0)
        throw new apply_world/* RestoreNotProvenError */.u(last.join('. Also: '), report);
    return report;
}
/** What the plan announced as not possible is a warning, and nothing else. */
function warnOfNotPossible({ plan }, { reporter }) {
    const steps = plan.steps.filter(restore_words/* isNotPossible */.vT);
    if (steps.length === 0)
        return;
    const text = `${steps.length} objects of the backup are not restored, as the plan announced`;
    const named = steps.map((step) => `${(0,planned_write/* refText */.d)(step)}: ${step.reason ?? step.action}`);
    reporter.warning({ named: `${text}: ${some(named)}`, unnamed: text });
}
/**
 * Applies a plan that was approved by its id.
 *
 * @param prepared of this run: the project was read for it a moment ago
 * @returns the report, where all is as the plan announced
 * @throws Error where nothing was written, and says so; RestoreNotProvenError after something may
 * have been
 */
async function applyPlan(prepared, options, world) {
    const { plan, client } = prepared;
    const { clock, reporter, signal } = world;
    const startedAt = clock();
    signal.throwIfAborted();
    const refusal = (0,apply_refusals/* refusalOf */.O)(plan, { ...options, timeLeftMs: client.session.timeLeftMs });
    if (refusal !== undefined)
        throw new Error(refusal);
    warnOfNotPossible(prepared, world);
    if ((0,restore_words/* writeCount */.jG)(plan) === 0) {
        reporter.info('There is nothing to do: the project is as the backup has it');
        const facts = { objects: [], proof: 'equal', differences: [] };
        return finish(reportOf(prepared, startedAt, world, facts), [], prepared, world);
    }
    const safety = await reporter.group('Take the safety backup', () => takeSafetyBackup(prepared, options, world));
    signal.throwIfAborted();
    reporter.info(`Applying ${plan.plan_id}: ${(0,restore_words/* writesInWords */.J5)(plan)}`);
    const written = await writeAndProve(prepared, safety, options, world);
    const { applied, proof } = written;
    const report = reportOf(prepared, startedAt, world, {
        objects: applied.objects,
        proof: proof.proof,
        differences: proof.differences,
        safety_backup_id: safety.backup.manifest.backup_id,
        after_backup_id: proof.after?.fresh.manifest.backup_id,
        stopped: applied.stopped,
    });
    return finish(report, failuresOf(written, world), prepared, world);
}


/***/ })

};
