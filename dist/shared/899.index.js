export const id = 899;
export const ids = [899];
export const modules = {

/***/ 18532:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ readObjects)
});

// EXTERNAL MODULE: ./src/descope/errors.ts
var errors = __webpack_require__(41874);
// EXTERNAL MODULE: ./src/json/value.ts
var json_value = __webpack_require__(88399);
// EXTERNAL MODULE: ./src/project/sections/identity.ts
var identity = __webpack_require__(80042);
// EXTERNAL MODULE: ./src/project/restore/tenant-sso.ts
var tenant_sso = __webpack_require__(19060);
// EXTERNAL MODULE: ./src/project/sections/tenant-sso.ts
var sections_tenant_sso = __webpack_require__(57146);
// EXTERNAL MODULE: ./src/storage/checksums.ts
var checksums = __webpack_require__(34025);
// EXTERNAL MODULE: ./src/descope/answer.ts
var descope_answer = __webpack_require__(33671);
// EXTERNAL MODULE: ./src/descope/capture/section-calls.ts + 1 modules
var section_calls = __webpack_require__(65965);
// EXTERNAL MODULE: ./src/project/restore/keys.ts
var keys = __webpack_require__(36178);
;// CONCATENATED MODULE: ./src/descope/object-identity.ts
/** What single objects of a live project are known by: by the service, and by people. */


function object_identity_text(value, key) {
    const found = value[key];
    return typeof found === 'string' && found !== '' ? found : undefined;
}
/** By which the service knows an object. */
function serviceId(section, value) {
    return object_identity_text(value, section === 'flows' ? 'flowId' : 'id');
}
/** Whether a role belongs where the wanted one does: to a tenant, or to the project. */
function isAmongIts({ tenantId }, { tenantKey }, ids) {
    const own = tenantId === '' ? undefined : tenantId;
    return tenantKey === undefined ? own === undefined : own === ids.idOf('tenants', tenantKey);
}
/** Whether an object is called by the natural key of the wanted one. */
function isCalled(section, value, wanted, ids) {
    const name = object_identity_text(value, 'name');
    const { naturalKey } = wanted;
    if (section === 'roles')
        return name === (0,keys/* nameInKey */.El)(naturalKey) && isAmongIts(value, wanted, ids);
    return name === naturalKey || (name === undefined && object_identity_text(value, 'id') === naturalKey);
}
/**
 * The tenant that an object is, or belongs to, and what it is called within it.
 *
 * @returns undefined for a tenant that has no id yet: nothing of it is there
 */
function readTenant({ id, naturalKey, tenantKey }, ids) {
    const tenantId = ids.idOf('tenants', tenantKey ?? naturalKey);
    if (tenantKey === undefined || naturalKey === tenantKey) {
        return { tenantId: tenantId ?? id, rest: undefined };
    }
    return tenantId === undefined ? undefined : { tenantId, rest: (0,keys/* nameInKey */.El)(naturalKey) };
}
/**
 * The names that the default configuration of a tenant goes by: by the service, and where it has
 * none.
 */
const DEFAULT_SSO = new Set([
    'default',
    'default_ssoid',
    'ssoId=default_ssoid',
]);
/**
 * Whether what changes.json calls a configuration, `default` or `ssoId=employees`, is meant by a
 * name of it or its id.
 */
function isSsoNamed(own, name) {
    if (DEFAULT_SSO.has(own))
        return DEFAULT_SSO.has(name);
    return own === name || own === `ssoId=${name}`;
}
/**
 * Chooses the object that is meant.
 *
 * - where its id is known, by that alone: the service's, else what it is called
 * - else by its natural key; of several the one of the same id
 * - else by the id of the backup, unless an object of another natural key is known to have it
 *
 * @returns undefined when none is meant, and how many when nobody can tell which
 */
function choose(section, candidates, wanted, ids) {
    const hasId = (id) => (value) => serviceId(section, value) === id;
    const known = ids.idOf(section, wanted.naturalKey);
    // Where the service gives no ids, what is called an id is the name.
    if (known !== undefined && candidates.some((one) => serviceId(section, one) !== undefined)) {
        const same = candidates.filter(hasId(known));
        const called = candidates.filter((one) => one['name'] === known);
        return only(same.length > 0 ? same : called);
    }
    const called = candidates.filter((one) => isCalled(section, one, wanted, ids));
    if (called.length > 0) {
        const same = called.filter(hasId(wanted.id));
        return only(same.length > 0 ? same : called);
    }
    const others = candidates.filter(hasId(wanted.id));
    return only(others.filter((one) => {
        const name = object_identity_text(one, 'name');
        return name === undefined || ids.idOf(section, name) !== wanted.id;
    }));
}
function only(found) {
    return found.length > 1 ? found.length : found[0];
}
/** Whether a value is a tenant. */
function isTenant(value) {
    return (0,json_value/* isJsonObject */.OW)(value) && object_identity_text(value, 'id') !== undefined;
}

;// CONCATENATED MODULE: ./src/descope/object-lookups.ts
/**
 * How single objects of each section are looked up: one table, with the calls of a capture wherever
 * these do.
 */









/** The questions of one look: the same one is asked once, however many objects it is for. */
class Asker {
    client;
    ids;
    #answers = new Map();
    constructor(client, ids) {
        this.client = client;
        this.ids = ids;
    }
    once(question, ask) {
        const known = this.#answers.get(question);
        if (known !== undefined)
            return known;
        const answer = ask();
        this.#answers.set(question, answer);
        return answer;
    }
    call(name, parameters = {}) {
        return this.once(JSON.stringify([name, parameters]), () => this.client.call(name, parameters));
    }
}
const NOTHING_LISTED = { tenants: new Map(), flows: new Map() };
function live(section, value) {
    return { value, id: serviceId(section, value) };
}
/** @param shortage why a list is not whole: then what is not in it may be there all the same */
function chosen(section, candidates, wanted, { ids, shortage: missing }) {
    const found = choose(section, candidates.filter(json_value/* isJsonObject */.OW), wanted, ids);
    if (typeof found === 'number') {
        throw new errors/* SectionError */.KN(`${section}: ${found} objects are called ${JSON.stringify(wanted.naturalKey)}: nobody can tell which is meant`);
    }
    if (found === undefined && missing !== undefined)
        throw new errors/* SectionError */.KN(missing);
    return found && live(section, found);
}
/** @param isToo further statuses by which a call may say that there is nothing of this id */
async function unlessRefused(call, isToo = () => false) {
    try {
        return await call;
    }
    catch (error) {
        if (!(error instanceof errors/* DescopeApiError */.sV) || error instanceof errors/* NotLicensedError */.fk)
            throw error;
        const { status } = error;
        if (status === undefined || status === 401 || status === 403)
            throw error;
        if (isToo(status) || (status >= 400 && status <= 499))
            return error;
        throw error;
    }
}
/** Reads a section as a capture does. */
function readSection(asker, section) {
    const row = section_calls/* READABLE_ROWS */.F.find(({ name }) => name === section);
    if (row === undefined)
        throw new Error(`there is no section ${JSON.stringify(section)}`);
    return asker.once(section, () => (0,section_calls/* readerOf */.T)(row)(asker.client, NOTHING_LISTED));
}
const inList = (section) => async (asker, wanted) => {
    const { value, failure } = await readSection(asker, section);
    const candidates = Array.isArray(value) ? value : [];
    return chosen(section, candidates, wanted, { ids: asker.ids, shortage: failure });
};
const single = (section) => async (asker) => {
    const { value } = await readSection(asker, section);
    return (0,json_value/* isJsonObject */.OW)(value) ? { value, id: undefined } : undefined;
};
async function tenantById(asker, id) {
    const answer = await unlessRefused(asker.call('tenant', { query: { id } }));
    if (answer instanceof errors/* DescopeApiError */.sV)
        return undefined;
    const found = [answer['tenant'], answer].find(isTenant);
    return found?.['id'] === id ? found : undefined;
}
/** One by one while the id is known; the list tells of a natural key, and that there is none. */
const tenant = async (asker, wanted) => {
    const known = asker.ids.idOf('tenants', wanted.naturalKey);
    const one = await tenantById(asker, known ?? wanted.id);
    const isIt = one !== undefined && (known !== undefined || one['name'] === wanted.naturalKey);
    if (isIt)
        return live('tenants', one);
    const list = await asker.call('tenants');
    const tenants = list['tenants'];
    const missing = (0,descope_answer/* shortage */.wD)(list, tenants.length, 'tenants');
    return chosen('tenants', tenants, wanted, { ids: asker.ids, shortage: missing });
};
/** @throws the refusal, unless there is no such tenant */
async function requireNoTenant(asker, id, refusal) {
    if ((await tenantById(asker, id)) !== undefined)
        throw refusal;
    const { tenants } = await asker.call('tenants');
    const isThere = tenants.some((one) => isTenant(one) && one['id'] === id);
    if (isThere)
        throw refusal;
}
const tenantSettings = async (asker, wanted) => {
    const id = asker.ids.idOf('tenants', wanted.naturalKey) ?? wanted.id;
    const value = await unlessRefused(asker.call('tenantSettings', { query: { id } }));
    if (!(value instanceof errors/* DescopeApiError */.sV))
        return { value, id };
    await requireNoTenant(asker, id, value);
    return undefined;
};
/**
 * All configurations of a tenant by their names. A tenant without any is as good as one that is not
 * asked for.
 */
function allSso(tenantId, all) {
    const value = (0,identity/* keyedEntry */.xx)('tenant-sso', all);
    if ((0,sections_tenant_sso/* isBlankSso */.o)(all))
        return undefined;
    if (!(0,json_value/* isJsonObject */.OW)(value)) {
        const what = `${JSON.stringify(tenantId)}: two SSO configurations have one name`;
        throw new errors/* SectionError */.KN(`${what}: nobody can tell which is meant`);
    }
    return { value, id: tenantId };
}
/**
 * The default configuration of a tenant is always answered: while nothing of it is filled, there is
 * none.
 */
function isIdle(one) {
    return (0,tenant_sso/* ssoIdOf */.a)(one) === '' && (0,sections_tenant_sso/* isBlankSso */.o)([{ ...one, ssoId: '' }]);
}
function oneSso(name, all) {
    const found = [...(0,identity/* objectsWithin */.m2)('tenant-sso', all)];
    const one = found.find(([own]) => isSsoNamed(own, name))?.[1];
    if (one === undefined || isIdle(one))
        return undefined;
    const { ssoId: id } = one;
    return { value: one, id: typeof id === 'string' && id !== '' ? id : undefined };
}
/** All configurations of a tenant, or the one that is named after it. */
const tenantSso = async (asker, wanted) => {
    const within = readTenant(wanted, asker.ids);
    if (within === undefined)
        return undefined;
    const { tenantId, rest } = within;
    const answer = await unlessRefused(asker.call('tenantSso', { query: { tenantId } }));
    if (answer instanceof errors/* DescopeApiError */.sV) {
        await requireNoTenant(asker, tenantId, answer);
        return undefined;
    }
    const all = answer['SSOSettings'];
    const known = asker.ids.idOf('tenant-sso', wanted.naturalKey)?.split('/').at(-1);
    return rest === undefined ? allSso(tenantId, all) : oneSso(known ?? rest, all);
};
/**
 * The list of all roles may leave those of tenants out: one that belongs to a tenant is looked for
 * there first.
 */
const role = async (asker, wanted) => {
    const within = wanted.tenantKey === undefined ? undefined : readTenant(wanted, asker.ids);
    if (within !== undefined) {
        const body = { tenantIds: [within.tenantId], includeProjectRoles: true };
        const answer = await unlessRefused(asker.call('tenantRoles', { body }));
        const listed = answer instanceof errors/* DescopeApiError */.sV ? [] : answer['roles'];
        const one = chosen('roles', listed, wanted, asker);
        if (one !== undefined)
            return one;
    }
    const { roles } = await asker.call('projectRoles');
    return chosen('roles', roles, wanted, asker);
};
/**
 * An export of a flow that is not there fails as if the server did: the list tells one from the
 * other.
 */
const flow = async (asker, wanted) => {
    const flowId = asker.ids.idOf('flows', wanted.naturalKey) ?? wanted.id;
    const exported = asker.call('flowExport', { body: { flowId } });
    const answer = await unlessRefused(exported, (status) => status === 500);
    if (!(answer instanceof errors/* DescopeApiError */.sV)) {
        return { value: answer['flow'], id: flowId };
    }
    const list = await asker.call('flowList');
    const flows = list['flows'];
    const missing = (0,descope_answer/* shortage */.wD)(list, flows.length, 'flows');
    if (missing !== undefined)
        throw new errors/* SectionError */.KN(missing);
    const isThere = flows.some((one) => (0,json_value/* isJsonObject */.OW)(one) && one['id'] === flowId);
    if (isThere)
        throw answer;
    return undefined;
};
/** Files that are sent as text; other assets are in base64. */
const TEXT_FILE = /\.(?:txt|html)$/;
/** A file of a snapshot that is no JSON object, by what comparisons know of it. */
function assetValue(path, content) {
    if (typeof content !== 'string')
        return { content };
    return { sha256: (0,checksums/* sha256 */.sc)(TEXT_FILE.test(path) ? content : Buffer.from(content, 'base64')) };
}
/** A file by its path. The empty path stands for all of them: an import needs them together. */
const snapshotFile = async (asker, { id: path }) => {
    const { files } = await asker.call('snapshot');
    if (!(0,json_value/* isJsonObject */.OW)(files))
        return undefined;
    if (path === '')
        return { value: files, id: undefined };
    if (!Object.hasOwn(files, path))
        return undefined;
    const content = files[path];
    return { value: (0,json_value/* isJsonObject */.OW)(content) ? content : assetValue(path, content), id: undefined };
};
/** Of a section that no restore writes: nobody may take it for looked at, and not there. */
const neverLookedAt = (section) => () => Promise.reject(new errors/* SectionError */.KN(`${section}: a restore does not look at its objects`));
const LOOK_UPS = Object.freeze({
    snapshot: snapshotFile,
    flows: flow,
    tenants: tenant,
    'tenant-settings': tenantSettings,
    'tenant-sso': tenantSso,
    roles: role,
    permissions: inList('permissions'),
    'sso-apps': inList('sso-apps'),
    'inbound-apps': inList('inbound-apps'),
    'outbound-apps': inList('outbound-apps'),
    'access-keys': inList('access-keys'),
    'jwt-templates': inList('jwt-templates'),
    lists: inList('lists'),
    'password-settings': single('password-settings'),
    'fga-schema': single('fga-schema'),
    theme: single('theme'),
    'user-attributes': inList('user-attributes'),
    'mcp-servers': neverLookedAt('mcp-servers'),
    widgets: neverLookedAt('widgets'),
    localization: neverLookedAt('localization'),
    'scope-claim-mapping': neverLookedAt('scope-claim-mapping'),
    'tenant-password-settings': neverLookedAt('tenant-password-settings'),
    'scim-keys': neverLookedAt('scim-keys'),
    'xaa-settings': neverLookedAt('xaa-settings'),
});

;// CONCATENATED MODULE: ./src/descope/object-reader.ts


function isSection(name) {
    return Object.hasOwn(LOOK_UPS, name);
}
/** Whether no other read will be answered either. */
function endsAll(error) {
    if (error instanceof errors/* NotLicensedError */.fk || error instanceof errors/* BudgetError */.Wp)
        return true;
    return error instanceof errors/* DescopeApiError */.sV && (error.status === 401 || error.status === 403);
}
/**
 * Reads objects by the ids that are known, else by their natural keys. What one answer tells of
 * several is asked once.
 *
 * @param ids which objects have now
 * @throws Error for a section that has no objects
 */
async function readObjects(client, wanted, ids) {
    const asker = new Asker(client, ids);
    const objects = [];
    try {
        for (const one of wanted) {
            if (!isSection(one.section)) {
                throw new Error(`there is no way to look up an object of ${JSON.stringify(one.section)}`);
            }
            objects.push(await LOOK_UPS[one.section](asker, one));
        }
    }
    catch (error) {
        if (error instanceof errors/* SectionError */.KN) {
            return { kind: endsAll(error) ? 'stop' : 'failed', reason: error.message };
        }
        const { stopReason } = client.session;
        if (stopReason !== undefined)
            return { kind: 'stop', reason: stopReason };
        if (client.session.cancelSignal.aborted) {
            return { kind: 'stop', reason: 'the run was cancelled' };
        }
        throw error;
    }
    return { kind: 'read', objects };
}


/***/ }),

/***/ 12489:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wM: () => (/* binding */ RESTORE_FORMAT_VERSION),
  g2: () => (/* binding */ RestorePlan)
});

// UNUSED EXPORTS: RestoreStep, ServiceRefusal, StepAction

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./src/models/changes.ts
/** `changes.json`: what changed since the backup that a new one was compared with. */

const section = schemas/* string */.YjP()
    .describe('The part of the project, as coverage of manifest.json names it.');
const id = schemas/* string */.YjP().describe('What the object is called in its section.');
const pointer = schemas/* string */.YjP()
    .describe('JSON Pointer (RFC 6901) into the object; empty for all of it.');
/** A change that a human should look at. */
const RiskFinding = schemas/* looseObject */._H3({
    rule: schemas/* string */.YjP().describe('Name of the rule that found it.'),
    section,
    id,
    text: schemas/* string */.YjP().describe('What was found, in a sentence.'),
})
    .readonly();
/** One place inside an object. */
const ReportedEdit = schemas/* looseObject */._H3({
    pointer,
    before: schemas/* unknown */.L5J().optional().describe('Absent: nothing was there.'),
    after: schemas/* unknown */.L5J().optional().describe('Absent: nothing is there.'),
})
    .readonly()
    .describe('One place inside an object. Secrets are hidden, and long values are their beginning.');
/** One object that came, went or changed. */
const ReportedChange = schemas/* looseObject */._H3({
    section,
    id,
    kind: schemas/* enum */.k5n(['added', 'removed', 'changed']),
    edits: schemas/* array */.YOg(ReportedEdit)
        .readonly()
        .describe('Of an object that came or went, one edit with all of it.'),
})
    .readonly();
/** An object in which only what is withheld is other than before. */
const WithheldSince = schemas/* looseObject */._H3({ section, id, pointers: schemas/* array */.YOg(pointer).readonly() })
    .readonly();
/** The whole file: plain JSON, at the path that the output `diff-path` names. */
const DiffReport = schemas/* looseObject */._H3({
    changed: schemas/* enum */.k5n(['true', 'false', 'unknown'])
        .describe('unknown when nothing was found, but a section could not be compared.'),
    change_count: schemas/* int */.Whr().nonnegative().describe('Objects that came, went or changed.'),
    risk: schemas/* enum */.k5n(['none', 'low', 'high', 'unknown']),
    findings: schemas/* array */.YOg(RiskFinding).readonly().describe('Most important first.'),
    changes: schemas/* array */.YOg(ReportedChange).readonly().describe('Most important first.'),
    not_comparable: schemas/* array */.YOg(schemas/* string */.YjP())
        .readonly()
        .describe('Sections that only one of the backups has.'),
    withheld_since: schemas/* array */.YOg(WithheldSince)
        .readonly()
        .optional()
        .describe('Places where only what is withheld is other than before: no changes.'),
})
    .readonly();

;// CONCATENATED MODULE: ./src/models/restore-plan.ts
/**
 * `plan.json` of a restore, also called restore-plan.json: what would be written, and what cannot
 * be.
 */


const sha256 = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');
const count = schemas/* int */.Whr().nonnegative();
const restore_plan_section = schemas/* string */.YjP()
    .describe('The part of the project, as coverage of manifest.json names it.');
const restore_plan_id = schemas/* string */.YjP().describe('What the object is called in its section, as in changes.json.');
const object = schemas/* looseObject */._H3({ section: restore_plan_section, id: restore_plan_id }).readonly();
const RESTORE_FORMAT_VERSION = 1;
/** What becomes of an object. */
const StepAction = schemas/* enum */.k5n([
    'create',
    'update',
    'delete',
    'identical',
    'missing-secret',
    'blocked',
    'unsupported',
]);
const RestoreStep = schemas/* looseObject */._H3({
    section: restore_plan_section,
    id: restore_plan_id,
    live_id: schemas/* string */.YjP()
        .optional()
        .describe('What the object is called in the project, where that is not what the backup calls it.'),
    action: StepAction,
    reason: schemas/* string */.YjP().optional().describe('Why, where the action alone does not say it.'),
    because_of: schemas/* string */.YjP()
        .optional()
        .describe('The chosen object, as <section>/<id>, that refers to this one, which was not chosen.'),
    edits: schemas/* array */.YOg(ReportedEdit)
        .readonly()
        .describe('Of an update, from live to what is written. Secrets are hidden, and long values are their beginning.'),
    loses: schemas/* array */.YOg(schemas/* string */.YjP())
        .readonly()
        .describe('What does not come back, or is lost by it, a sentence each.'),
    missing_secrets: schemas/* array */.YOg(schemas/* string */.YjP())
        .readonly()
        .optional()
        .describe('Places of which a secret must be supplied, as coverage names them.'),
    live_sha256: sha256
        .optional()
        .describe('Hash of the live object without noise; absent where none is there.'),
    target_sha256: sha256
        .optional()
        .describe('Hash of what must be read back without noise; absent where none must be there.'),
    requests: count.optional().describe('How many writes it takes.'),
})
    .readonly();
/** What the service itself refused in a dry run. */
const ServiceRefusal = schemas/* looseObject */._H3({
    section: restore_plan_section,
    kind: schemas/* enum */.k5n([
        'fga-deletes',
        'fga-invalid',
        'snapshot-failure',
        'snapshot-missing-secret',
        'not-licensed',
    ]),
    text: schemas/* string */.YjP(),
})
    .readonly();
const RestorePlan = schemas/* looseObject */._H3({
    format_version: schemas/* literal */.euz(RESTORE_FORMAT_VERSION),
    plan_id: sha256.describe('What is approved: the same backup, project, scope and live state give the same id.'),
    created_at: iso/* datetime */.w$(),
    tool: schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), version: schemas/* string */.YjP() }).readonly(),
    mode: schemas/* enum */.k5n(['restore', 'undo']),
    project_id: schemas/* string */.YjP().describe('The project that is written to.'),
    backup: schemas/* looseObject */._H3({
        backup_id: schemas/* string */.YjP(),
        project_id: schemas/* string */.YjP(),
        environment: schemas/* string */.YjP(),
        created_at: iso/* datetime */.w$(),
        status: schemas/* enum */.k5n(['complete', 'partial', 'suspect']),
        manifest_sha256: sha256,
        risk: schemas/* string */.YjP()
            .optional()
            .describe('What the run that took it said of its changes, where it is known.'),
    })
        .readonly(),
    scope: schemas/* looseObject */._H3({
        only: schemas/* array */.YOg(schemas/* string */.YjP()).readonly().describe('Chosen objects; empty for all.'),
        with_dependencies: schemas/* boolean */.zMY(),
        delete: schemas/* array */.YOg(schemas/* string */.YjP()).readonly(),
        supplied_secrets: schemas/* array */.YOg(schemas/* string */.YjP()).readonly().describe('Places; never a value.'),
        accepted_user_loss: schemas/* array */.YOg(schemas/* string */.YjP()).readonly(),
        users_status: schemas/* enum */.k5n(['saved', 'disabled']),
    })
        .readonly(),
    counts: schemas/* looseObject */._H3({
        create: count,
        update: count,
        delete: count,
        identical: count,
        not_possible: count.describe('unsupported, blocked and missing-secret.'),
        kept: count.describe('What live alone has.'),
    })
        .readonly(),
    risk: schemas/* enum */.k5n(['none', 'low', 'high', 'unknown']),
    findings: schemas/* array */.YOg(RiskFinding)
        .readonly()
        .describe('What of the plan a human should look at, most important first.'),
    steps: schemas/* array */.YOg(RestoreStep)
        .readonly()
        .describe('In the order of their writes; those without a write at the end.'),
    kept: schemas/* array */.YOg(object).readonly().describe('What live alone has: listed, never touched.'),
    refusals: schemas/* array */.YOg(ServiceRefusal).readonly(),
    cost: schemas/* looseObject */._H3({
        requests: count.describe('Reads and writes of an apply, at most, polls for lag apart.'),
        seconds: count.describe('At the rate that the service grants.'),
        rate_limit_tier: schemas/* string */.YjP().optional(),
    })
        .readonly(),
})
    .readonly();


/***/ }),

/***/ 31345:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M0: () => (/* binding */ approvalProblems),
/* harmony export */   _0: () => (/* binding */ sourceProblems),
/* harmony export */   _U: () => (/* binding */ restoreInputSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88532);
/* harmony import */ var _storage_dated_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65428);
/* harmony import */ var _object_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75471);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86126);
/* harmony import */ var _supplied_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37181);
/**
 * What a restore is asked for, as text: the schema of its inputs, and what must be given together.
 */





const LATEST = 'latest';
/** A list of names; each that is wrong is a problem of its own. */
function nameList(parse) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().transform((text, context) => {
        const list = parse(text);
        if ('names' in list)
            return list.names;
        for (const message of list.problems)
            context.addIssue({ code: 'custom', message });
        return zod__WEBPACK_IMPORTED_MODULE_1__/* .NEVER */ .tm;
    });
}
const suppliedSecrets = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .transform((text, context) => {
    const { values, problems } = (0,_supplied_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSuppliedSecrets */ .T)(text);
    for (const message of problems)
        context.addIssue({ code: 'custom', message });
    return values;
})
    .meta({ secret: true });
/**
 * The inputs of the restore action by their names in restore/action.yml. An input that is empty was
 * not given; defaults here and there are the same, and a test holds them together.
 */
const restoreInputSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    mode: (0,_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .input */ .hF)('is none of plan, apply and undo', (text) => text === 'plan' || text === 'apply' || text === 'undo' ? text : undefined).default('plan'),
    'project-id': _fields_js__WEBPACK_IMPORTED_MODULE_3__/* .projectId */ .Lg,
    'management-key': _fields_js__WEBPACK_IMPORTED_MODULE_3__/* .managementKey */ .Nq,
    'base-url': _fields_js__WEBPACK_IMPORTED_MODULE_3__/* .baseUrl */ .pc.optional(),
    backup: (0,_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(new RegExp(`^(?:${LATEST}|${_storage_dated_names_js__WEBPACK_IMPORTED_MODULE_4__/* .DATED_NAME */ .J})$`), `is neither ${LATEST} nor the id of a backup, such as 20261122_030000`).default(LATEST),
    environment: _fields_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentName */ .VE.optional(),
    'from-project-id': _fields_js__WEBPACK_IMPORTED_MODULE_3__/* .projectId */ .Lg.optional(),
    only: nameList(_object_names_js__WEBPACK_IMPORTED_MODULE_5__/* .parseChoices */ .IJ).default([]),
    'with-dependencies': _fields_js__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zM.default(true),
    delete: nameList(_object_names_js__WEBPACK_IMPORTED_MODULE_5__/* .parseObjects */ .MB).default([]),
    secrets: suppliedSecrets.default(new Map()),
    'plan-id': (0,_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .matching */ .wC)(/^[0-9a-f]{64}$/, 'is not the id of a plan: copy the 64 digits and letters that the plan run printed').optional(),
    confirm: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    'max-changes': (0,_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .wholeNumber */ .rD)(0).default(100),
    'allow-other-project': _fields_js__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zM.default(false),
    'backup-root': _fields_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae.default('backups'),
    'artifact-name': _fields_js__WEBPACK_IMPORTED_MODULE_3__/* .lineArtifactName */ .W5.optional(),
    'history-workflow': _fields_js__WEBPACK_IMPORTED_MODULE_3__/* .workflowFile */ .EY.optional(),
    'history-branch': _fields_js__WEBPACK_IMPORTED_MODULE_3__/* .branch */ .tk.optional(),
    'github-token': (0,_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .secretInput */ .jY)(),
    history: (0,_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .input */ .hF)('is neither carry nor none', (text) => text === 'carry' || text === 'none' ? text : undefined).default('carry'),
    'allow-public-artifact': _fields_js__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zM.default(false),
    'accept-user-loss': nameList(_object_names_js__WEBPACK_IMPORTED_MODULE_5__/* .parseWithUsers */ .CS).default([]),
    'deadline-minutes': (0,_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .wholeNumber */ .rD)(1, 360).default(60),
    'upload-artifact': _fields_js__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zM.default(true),
    'job-summary': _fields_js__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zM.default(true),
});
/** What an approval lacks. A run that was meant to write must not end green as a plan. */
function approvalProblems({ mode = 'plan', confirm, ...given }) {
    const project = given['project-id'];
    const problems = [];
    const isApplied = mode === 'apply' || (mode === 'undo' && (given['plan-id'] ?? confirm));
    if (isApplied && given['plan-id'] === undefined) {
        problems.push(`plan-id: is required to apply, but empty: run ${mode === 'undo' ? 'undo without confirm' : 'mode plan'} first, and give the id that it prints`);
    }
    if (isApplied && confirm === undefined) {
        problems.push('confirm: is required to apply, but empty: repeat project-id there');
    }
    if (confirm !== undefined && confirm !== project) {
        problems.push(`confirm: ${JSON.stringify(confirm)} is not the project that is written to: it must equal project-id`);
    }
    if (mode === 'plan' && given['plan-id'] !== undefined) {
        problems.push('plan-id: is given with mode plan, which writes nothing: set mode to apply, or remove it');
    }
    return problems;
}
/** What of the choice of the backup does not go together. */
function sourceProblems({ mode, backup = LATEST, ...given }) {
    const problems = [];
    const other = given['from-project-id'] ?? given['project-id'];
    const isOther = other !== given['project-id'];
    if (mode === 'undo' && backup === LATEST) {
        problems.push('backup: is required with mode undo: give the id of the restore, as its run printed it in restore-id');
    }
    if (mode === 'undo') {
        const { only = 'all', delete: deletes } = given;
        for (const [name, isGiven] of [
            ['only', only.trim() !== 'all'],
            ['delete', deletes !== undefined],
        ]) {
            if (!isGiven)
                continue;
            problems.push(`${name}: is given with mode undo, which takes back all that the restore wrote: remove it`);
        }
    }
    if (mode === 'undo' && isOther) {
        problems.push('from-project-id: is another project than project-id, and a restore is undone from the safety backup of its own project: remove it');
    }
    if (mode !== 'undo' && isOther && !_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .BOOLEANS */ .sV.get(given['allow-other-project'] ?? 'false')) {
        problems.push(`from-project-id: ${JSON.stringify(other)} is another project than project-id: to write the backup of one project into another, set allow-other-project to true`);
    }
    return problems;
}


/***/ }),

/***/ 37181:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ parseSuppliedSecrets)
/* harmony export */ });
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27105);
/* harmony import */ var _secrets_withhold_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43588);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88399);
/**
 * The input `secrets` of a restore: values of secrets that no backup holds, by their places.
 * Nothing here repeats any of it.
 */



/** Of a text that is no JSON, so much of it in one piece can be a secret. */
const MIN_PIECE = 4;
/**
 * A value in all the pieces in which it can be seen: the log shows the lines of a key one by one.
 */
function piecesOf(value) {
    const lines = value.split(/\r\n|[\r\n]/).map((line) => line.trim());
    return [value, ...(lines.length > 1 ? lines.filter((line) => line.length >= MIN_PIECE) : [])];
}
function textsIn(value) {
    if (Array.isArray(value))
        return value.flatMap(textsIn);
    if ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value))
        return Object.values(value).flatMap(textsIn);
    if (typeof value === 'string')
        return piecesOf(value);
    if (value instanceof _json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .ExactNumber */ .fh)
        return [value.text];
    return typeof value === 'number' ? [String(value)] : [];
}
/** What a quoted text stands for, where its escapes are good. */
function unescaped(quoted) {
    try {
        const text = JSON.parse(`"${quoted}"`);
        return typeof text === 'string' ? piecesOf(text) : [];
    }
    catch {
        return [];
    }
}
/** What can be a value in a text that cannot be read. */
function guesses(text) {
    const quoted = [...text.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/gs)].map(([, double, single]) => double ?? single ?? '');
    const pieces = [...text.split(/[\r\n]+/), ...text.split(/[\s"',:{}]+/)];
    return [...quoted, ...quoted.flatMap(unescaped), ...pieces].filter((piece) => piece.length >= MIN_PIECE);
}
const IS_NO_OBJECT = 'is not a JSON object of places and values, such as {"resources/outbound-apps.json#/crm/clientSecret": "..."}';
/** @param json what the text says, where it can be read */
function wrong(text, problem, json = null) {
    const masked = [...textsIn(json), ...guesses(text)].filter((piece) => piece.trim() !== '');
    return { values: new Map(), masked, problems: [`the input ${problem}`] };
}
/**
 * Reads the input: a JSON object whose values are texts. One that is empty would blank the secret
 * at the service.
 */
function parseSuppliedSecrets(text) {
    let json;
    try {
        json = (0,_json_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(Buffer.from(text));
    }
    catch (error) {
        const isTwice = error instanceof _json_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .JsonDuplicateKeyError */ .bW;
        return wrong(text, isTwice ? 'has a place twice: name each once' : IS_NO_OBJECT);
    }
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(json))
        return wrong(text, IS_NO_OBJECT, json);
    const values = new Map();
    const problems = [];
    for (const [index, [place, value]] of Object.entries(json).entries()) {
        const entry = `entry ${index + 1}`;
        if (typeof value !== 'string') {
            problems.push(`${entry} has a value that is no text: put it between quotes`);
        }
        else if (value.trim() === '') {
            problems.push(`${entry} has an empty value: the name of the secret may be misspelt`);
        }
        else if (value.includes(_secrets_withhold_js__WEBPACK_IMPORTED_MODULE_2__/* .WITHHELD_MARK */ .Uy)) {
            problems.push(`${entry} has ${_secrets_withhold_js__WEBPACK_IMPORTED_MODULE_2__/* .WITHHELD_MARK */ .Uy} as its value, which only stands for a secret`);
        }
        else
            values.set(place, value);
    }
    return { values, masked: textsIn(json).filter((piece) => piece.trim() !== ''), problems };
}


/***/ }),

/***/ 75471:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ parseWithUsers),
/* harmony export */   IJ: () => (/* binding */ parseChoices),
/* harmony export */   MB: () => (/* binding */ parseObjects),
/* harmony export */   MH: () => (/* binding */ plainName),
/* harmony export */   Vq: () => (/* binding */ choiceText)
/* harmony export */ });
/* harmony import */ var _restore_row_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13360);
/* harmony import */ var _restore_rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86165);
/* harmony import */ var _sections_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46701);
/**
 * How the inputs of a restore name objects: lists of names read, and the one spelling of each name.
 */



/** Sections in which an object can have users, who lose it when it is deleted. */
const SECTIONS_WITH_USERS = ['tenants', 'roles'];
const OF_TENANT = '/**';
/** Signs that end a name, or mean something in it. */
const MEANINGFUL = /[%,*]/g;
/**
 * What a workflow file or a page would not show as it is: the beginning of an expression or of
 * code, blanks at an end, and what cannot be seen.
 */
const NOT_PLAIN = /[$`]|^\s|\s$|[^\P{C}\p{Cs}]|[\p{Zl}\p{Zp}]/gu;
/** Sections that calls of a restore write. */
const WRITTEN = _sections_index_js__WEBPACK_IMPORTED_MODULE_0__/* .SECTIONS */ .bP.filter((section) => (0,_restore_row_js__WEBPACK_IMPORTED_MODULE_1__/* .isRestorable */ .qX)(_restore_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .RESTORE_ROWS */ .f[section]));
function percentEncode(sign) {
    return [...Buffer.from(sign)]
        .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
        .join('');
}
/** A name as it can stand on a line of a workflow file: read again, it is the same name. */
function plainName(text) {
    return text.replace(NOT_PLAIN, percentEncode);
}
/** The one spelling of a choice: what reading it gives is the choice again. */
function choiceText(choice) {
    if (choice.kind === 'section')
        return choice.section;
    const id = plainName(choice.id.replace(MEANINGFUL, percentEncode));
    return choice.kind === 'tenant' ? `tenants/${id}${OF_TENANT}` : `${choice.section}/${id}`;
}
function decode(id) {
    try {
        return decodeURIComponent(id);
    }
    catch {
        return undefined;
    }
}
/** @returns a text that says what is wrong with the name */
function parseChoice(text) {
    const shown = JSON.stringify(text);
    const slash = text.indexOf('/');
    const section = slash === -1 ? text : text.slice(0, slash);
    if (!(0,_sections_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isSection */ .EP)(section)) {
        return `${shown} names no section: use <section>, <section>/<id> or tenants/<id>${OF_TENANT}, with a section of ${WRITTEN.join(', ')}`;
    }
    const row = _restore_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .RESTORE_ROWS */ .f[section];
    // A plan without any of it would say that there is nothing to do.
    if (!(0,_restore_row_js__WEBPACK_IMPORTED_MODULE_1__/* .isRestorable */ .qX)(row)) {
        return `${shown} cannot be restored: ${row.reason}; put it back by hand from resources/${section}.json of the backup`;
    }
    if (slash === -1)
        return { kind: 'section', section };
    const isOfTenant = section === 'tenants' && text.endsWith(OF_TENANT);
    const raw = text.slice(slash + 1, isOfTenant ? -OF_TENANT.length : undefined);
    if (raw === '')
        return `${shown} lacks the id after the slash`;
    if (raw.includes('*')) {
        return `${shown} has a star, which stands for nothing but in tenants/<id>${OF_TENANT}: name each object, and write %2A for a star of an id`;
    }
    const id = decode(raw);
    if (id === undefined)
        return `${shown} has a percent sign that encodes nothing: write %25 for it`;
    return isOfTenant ? { kind: 'tenant', id } : { kind: 'object', section, id };
}
function split(text) {
    return text.split(/[,\r\n]/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}
/** @param check what of a choice the list does not take; undefined when it does */
function parseList(text, check) {
    const names = new Map();
    const problems = [];
    for (const part of split(text)) {
        const choice = parseChoice(part);
        const taken = typeof choice === 'string' ? choice : check(choice, JSON.stringify(part));
        if (typeof taken === 'string')
            problems.push(taken);
        else
            names.set(choiceText(taken), taken);
    }
    if (problems.length > 0)
        return { problems };
    // A list of nothing but commas must not come to mean everything.
    if (names.size === 0)
        return { problems: [`${JSON.stringify(text)} names nothing`] };
    const sorted = [...names].sort(([a], [b]) => (a < b ? -1 : 1));
    return { names: sorted.map(([, choice]) => choice) };
}
/**
 * Reads what a restore is about: names separated by commas or line breaks, or `all` alone.
 *
 * @returns no names for `all`
 */
function parseChoices(text) {
    const parts = split(text);
    if (!parts.includes('all'))
        return parseList(text, (choice) => choice);
    return parts.length === 1 ? { names: [] } : { problems: ['has all beside other names'] };
}
function withoutKind({ section, id }) {
    return { section, id };
}
/** Reads names of single objects: no section, and none of a tenant with all that is its. */
function parseObjects(text) {
    const list = parseList(text, (choice, shown) => choice.kind === 'object'
        ? choice
        : `${shown} is not one object: name each object as <section>/<id>`);
    return 'problems' in list ? list : { names: list.names.map(withoutKind) };
}
/** Reads names of tenants and roles. */
function parseWithUsers(text) {
    const list = parseList(text, (choice, shown) => choice.kind === 'object' && SECTIONS_WITH_USERS.includes(choice.section)
        ? choice
        : `${shown} is no tenant and no role: name each as tenants/<id>, roles/<name> or roles/<tenant id>/<name>`);
    return 'problems' in list ? list : { names: list.names.map(withoutKind) };
}


/***/ }),

/***/ 51799:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J5: () => (/* binding */ writesInWords),
/* harmony export */   M7: () => (/* binding */ costInWords),
/* harmony export */   XO: () => (/* binding */ stepsInCounts),
/* harmony export */   ao: () => (/* binding */ isWrite),
/* harmony export */   hy: () => (/* binding */ stepInWords),
/* harmony export */   jG: () => (/* binding */ writeCount),
/* harmony export */   s3: () => (/* binding */ ageInWords),
/* harmony export */   vT: () => (/* binding */ isNotPossible),
/* harmony export */   zD: () => (/* binding */ grouped)
/* harmony export */ });
/* unused harmony export changedFields */
const WRITES = ['delete', 'create', 'update'];
const NOT_POSSIBLE = ['missing-secret', 'blocked', 'unsupported'];
function isWrite({ action }) {
    return WRITES.includes(action);
}
function isNotPossible({ action }) {
    return NOT_POSSIBLE.includes(action);
}
/** How many objects a plan writes. */
function writeCount({ counts }) {
    return counts.create + counts.update + counts.delete;
}
/** `1 to delete, 2 to create`: what cannot be undone first. */
function writesInWords(plan) {
    const { counts } = plan;
    const parts = [
        [counts.delete, 'to delete'],
        [counts.create, 'to create'],
        [counts.update, 'to update'],
    ];
    const words = parts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : []));
    return words.length > 0 ? words.join(', ') : 'nothing to do';
}
const HOUR_MS = 60 * 60 * 1000;
/** @param now milliseconds since the epoch */
function ageInWords(createdAt, now) {
    const hours = (now - Date.parse(createdAt)) / HOUR_MS;
    if (hours < 0)
        return 'dated in the future';
    if (hours < 1)
        return 'less than an hour old';
    const [count, unit] = hours < 48 ? [hours, 'hour'] : [hours / 24, 'day'];
    const whole = Math.floor(count);
    return `${whole} ${unit}${whole === 1 ? '' : 's'} old`;
}
/** `90 requests, about 2 minutes`. */
function costInWords({ cost }) {
    const time = cost.seconds < 90 ? `${cost.seconds} seconds` : `${Math.ceil(cost.seconds / 60)} minutes`;
    const tier = cost.rate_limit_tier === undefined ? '' : ` (rate limit tier ${cost.rate_limit_tier})`;
    return `at most ${cost.requests} requests, about ${time}${tier}`;
}
/**
 * Sections whose objects have fields at the top. In others a key there can be an id, as it is in
 * `tenant-sso`, or part of a file of any form.
 */
const WITH_FIELDS = [
    'flows',
    'tenants',
    'tenant-settings',
    'roles',
    'permissions',
    'sso-apps',
    'inbound-apps',
    'outbound-apps',
    'access-keys',
    'jwt-templates',
    'lists',
    'password-settings',
    'fga-schema',
    'theme',
    'user-attributes',
];
const FIELD = /^\/([A-Za-z][A-Za-z0-9_]{0,63})(?:\/|$)/;
/**
 * Names of the fields at the top of objects that steps change, without any id and value: strangers
 * may read them.
 */
function changedFields(steps) {
    const names = steps
        .filter(({ section }) => WITH_FIELDS.includes(section))
        .flatMap(({ edits }) => edits)
        .flatMap(({ pointer }) => FIELD.exec(pointer)?.[1] ?? []);
    return [...new Set(names)].sort();
}
/** Items by a name that each has, in the order in which the names first come. */
function grouped(items, nameOf) {
    const groups = new Map();
    for (const item of items) {
        const name = nameOf(item);
        groups.set(name, [...(groups.get(name) ?? []), item]);
    }
    return [...groups];
}
/**
 * `tenants update: 3 (domains, name)` for each section and action: what strangers may read of
 * steps.
 */
function stepsInCounts(steps) {
    return grouped(steps, ({ section, action }) => `${section} ${action}`).map(([name, same]) => {
        const fields = changedFields(same.filter(({ action }) => action === 'update'));
        return `${name}: ${same.length}${fields.length > 0 ? ` (${fields.join(', ')})` : ''}`;
    });
}
/** Why a step is as it is: its reason, what it needs, and whose sake it is for. */
function stepInWords({ reason, because_of, missing_secrets = [] }) {
    return [
        ...(reason === undefined ? [] : [reason]),
        ...(missing_secrets.length > 0 ? [`needs a secret at ${missing_secrets.join(', ')}`] : []),
        ...(because_of === undefined ? [] : [`because of ${because_of}`]),
    ].join('; ');
}


/***/ }),

/***/ 63925:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ FLOWS),
/* harmony export */   XS: () => (/* binding */ metadataMembers),
/* harmony export */   gn: () => (/* binding */ withMembers)
/* harmony export */ });
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88399);
/* harmony import */ var _members_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9375);
/* harmony import */ var _named_ids_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29126);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93166);
/* harmony import */ var _row_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13360);
/** How flows are written back: one form for both exports, and one import each. */





const SCREEN = 'screen-';
/** Left out of a snapshot where they are empty. */
const MAY_BE_EMPTY = ['translation', 'sharedInteractions'];
/** Counted by the service, which compares them on its own side if at all. */
const STAMPS = ['etag', 'version', 'modifiedTime'];
function withoutEmpty(value, keys) {
    return (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(value, keys.filter((key) => (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isBlank */ .z3)(value[key] ?? null)));
}
/**
 * A flow of a snapshot, whose files are its members, in the form of a flow that was exported alone.
 */
function fromSnapshot(value) {
    const metadata = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(value['metadata']) ? value['metadata'] : {};
    const named = (0,_row_js__WEBPACK_IMPORTED_MODULE_2__/* .textsOf */ .CB)(metadata['screens']);
    const files = Object.keys(value).filter((key) => key.startsWith(SCREEN));
    const names = named.length > 0 ? named : files.map((key) => key.slice(SCREEN.length));
    const screens = [...names].sort().flatMap((name) => {
        const screen = value[`${SCREEN}${name}`];
        return (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(screen) ? [{ ...screen, screenId: name }] : [];
    });
    return {
        contents: value['contents'] ?? {},
        metadata: (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(metadata, ['screens', 'references']),
        references: metadata['references'] ?? {},
        screens,
    };
}
function normalScreen(screen) {
    return (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(screen) ? withoutEmpty(screen, ['interactions']) : screen;
}
function idOf(screen) {
    return (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(screen) ? (0,_row_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(screen['screenId']) : '';
}
/**
 * Both forms of a flow as one: what one of them leaves out where it is empty is left out of both.
 */
function strip(value) {
    const isOfSnapshot = Object.keys(value).some((key) => key.startsWith(SCREEN)) || 'id' in value;
    const given = isOfSnapshot ? fromSnapshot(value) : (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(value, ['flowId']);
    const metadata = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(given['metadata']) ? given['metadata'] : {};
    const references = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(given['references']) ? given['references'] : {};
    const screens = Array.isArray(given['screens']) ? given['screens'] : [];
    return {
        ...given,
        metadata: withoutEmpty((0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(metadata, [...STAMPS, 'widget']), MAY_BE_EMPTY),
        references: withoutEmpty(references, Object.keys(references)),
        screens: screens
            .map(normalScreen)
            .sort((a, b) => (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0)),
    };
}
function isDisabled(value) {
    return (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(value?.['metadata']) && value['metadata']['disabled'] === true;
}
function withDisabled(value, disabled) {
    const metadata = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(value['metadata']) ? value['metadata'] : {};
    return (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .overlay */ .Lw)(value, { metadata: { ...metadata, disabled } });
}
function importPart(patch, phase) {
    return {
        call: 'flowImport',
        phase,
        doubt: 'repeat',
        patch,
        request: (value, { backupId }) => ({
            body: { flow: { ...value, flowId: backupId }, changelog: 'descope-backup: restore' },
        }),
    };
}
function write({ wanted, live }) {
    if (live === undefined)
        return [importPart(wanted, _phases_js__WEBPACK_IMPORTED_MODULE_3__/* .PHASES */ .Z.flows)];
    const last = isDisabled(wanted);
    if (last === isDisabled(live))
        return [importPart(wanted, _phases_js__WEBPACK_IMPORTED_MODULE_3__/* .PHASES */ .Z.flows)];
    const first = withDisabled(wanted, isDisabled(live));
    return [
        importPart(first, _phases_js__WEBPACK_IMPORTED_MODULE_3__/* .PHASES */ .Z.flows),
        importPart({ metadata: wanted['metadata'] ?? {} }, _phases_js__WEBPACK_IMPORTED_MODULE_3__/* .PHASES */ .Z.arming),
    ];
}
/** Metadata member by member: a snapshot does not say all that the export of a flow does. */
function keepLiveMetadata(wanted, live) {
    const [saved, now] = [wanted['metadata'], live['metadata']];
    return (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(saved) && (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(now)
        ? (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .overlay */ .Lw)(wanted, { metadata: (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .overlay */ .Lw)(now, saved) })
        : wanted;
}
/** Members that the metadata of flows has, in either form. @param values as they are read */
function metadataMembers(values) {
    const names = new Set();
    for (const value of values) {
        const { metadata } = strip(value);
        if ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(metadata))
            for (const name of Object.keys(metadata))
                names.add(name);
    }
    return names;
}
/**
 * A flow as both exports show it: the export of one says more than a snapshot, which a plan was
 * made by.
 */
function withMembers(value, known) {
    const { metadata } = value;
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(metadata))
        return value;
    const unknown = Object.keys(metadata).filter((name) => !known.has(name));
    return (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .overlay */ .Lw)(value, { metadata: (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(metadata, unknown) });
}
const FLOWS = {
    noun: 'flow',
    phase: () => _phases_js__WEBPACK_IMPORTED_MODULE_3__/* .PHASES */ .Z.flows,
    hasBlanks: true,
    keepsId: true,
    apiId: (_value, id) => id,
    naturalKey: (_value, id) => id,
    strip,
    merge: keepLiveMetadata,
    frozen: [],
    projectBound: [],
    references: (value, map) => {
        const named = (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapMember */ .Pw)(value, 'references', (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapObject */ .s8)((one) => (0,_named_ids_js__WEBPACK_IMPORTED_MODULE_4__/* .mapNamedIds */ .M)(one, map)));
        const translation = (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapObject */ .s8)((one) => (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapMember */ .Pw)(one, 'connectorId', (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .refer */ .Xv)(map, 'connectors', 'id')));
        return (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapMember */ .Pw)(named, 'metadata', (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapObject */ .s8)((metadata) => (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapMember */ .Pw)(metadata, 'translation', translation)));
    },
    write,
    remove: {
        call: 'flowDelete',
        request: (_value, { backupId, liveId = backupId }) => ({ body: { ids: [liveId] } }),
    },
    loses: (action, { wanted }) => {
        if (action === 'delete')
            return ['whoever is sent to the flow finds nothing'];
        const references = wanted['references'];
        const omitted = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(references) ? (0,_row_js__WEBPACK_IMPORTED_MODULE_2__/* .textsOf */ .CB)(references['omitted']) : [];
        return omitted.length > 0
            ? [`what its export left out does not come back: ${omitted.join(', ')}`]
            : [];
    },
};


/***/ }),

/***/ 24219:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A0: () => (/* binding */ isUnfilled),
/* harmony export */   Dv: () => (/* binding */ isLiveHole),
/* harmony export */   Ot: () => (/* binding */ livePlace),
/* harmony export */   V6: () => (/* binding */ holesOf),
/* harmony export */   W5: () => (/* binding */ withoutHoles),
/* harmony export */   fK: () => (/* binding */ valueAt),
/* harmony export */   nU: () => (/* binding */ readHole),
/* harmony export */   rU: () => (/* binding */ withHole),
/* harmony export */   zO: () => (/* binding */ mapTexts)
/* harmony export */ });
/* unused harmony export holeText */
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88399);
/* harmony import */ var _secrets_withhold_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43588);
/**
 * Holes: what stands in a value of a backup where a secret was withheld, until something is known
 * to go there.
 */


/** No text of a project holds NUL: the service keeps none. */
const SIGN = '\u0000withheld\u0000';
/** A hole as it stands in a value. */
function holeText({ place, text }) {
    return `${SIGN}${place}\u0000${text}`;
}
/** @returns undefined for any other value */
function readHole(value) {
    if (typeof value !== 'string' || !value.startsWith(SIGN))
        return undefined;
    const rest = value.slice(SIGN.length);
    const end = rest.indexOf('\u0000');
    return { place: rest.slice(0, end), text: rest.slice(end + 1) };
}
/**
 * A copy in which `map` has been asked for every text; the very same value where nothing changed.
 */
function mapTexts(value, map, path = []) {
    if (typeof value === 'string')
        return map(value, path);
    if (Array.isArray(value)) {
        const list = value;
        const mapped = list.map((one, index) => mapTexts(one, map, [...path, index]));
        return mapped.every((one, index) => one === list[index]) ? value : mapped;
    }
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value))
        return value;
    let isChanged = false;
    const result = {};
    for (const [key, child] of Object.entries(value)) {
        const kept = mapTexts(child, map, [...path, key]);
        isChanged ||= kept !== child;
        (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .setOwn */ .P5)(result, key, kept);
    }
    return isChanged ? result : value;
}
/** The value as the backup has it, with its marks. */
function withoutHoles(value) {
    return mapTexts(value, (text) => readHole(text)?.text ?? text);
}
/** In front of the places of the live project, so that none is taken for one of the backup. */
const LIVE = 'live ';
function livePlace(place) {
    return `${LIVE}${place}`;
}
/** Whether a hole is one of the live project itself: what goes there is what is there. */
function isLiveHole({ place }) {
    return place.startsWith(LIVE);
}
function holesOf(value) {
    const found = [];
    mapTexts(value, (text, path) => {
        const hole = readHole(text);
        if (hole !== undefined)
            found.push({ ...hole, path });
        return text;
    });
    return found;
}
/** The value at a path; undefined where there is none. */
function valueAt(value, path) {
    let now = value;
    for (const step of path) {
        if (typeof now !== 'object' || now === null || !Object.hasOwn(now, step))
            return undefined;
        now = now[step];
    }
    return now;
}
/**
 * Puts a hole at a path.
 *
 * @returns undefined when no text stands there: then a key of the value, not a value, was withheld
 */
function withHole(value, path, place) {
    const [step, ...rest] = path;
    if (step === undefined) {
        return typeof value === 'string' ? holeText({ place, text: value }) : undefined;
    }
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
        return undefined;
    const child = withHole(value[step], rest, place);
    if (child === undefined)
        return undefined;
    if (Array.isArray(value)) {
        return value.map((one, index) => index === Number(step) ? child : one);
    }
    const copy = {};
    for (const [key, one] of Object.entries(value))
        (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .setOwn */ .P5)(copy, key, key === step ? child : one);
    return copy;
}
/** Whether a text may not leave: a hole, or the mark itself. */
function isUnfilled(text) {
    return text.includes(SIGN) || text.includes(_secrets_withhold_js__WEBPACK_IMPORTED_MODULE_1__/* .WITHHELD_MARK */ .Uy);
}


/***/ }),

/***/ 36178:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   El: () => (/* binding */ nameInKey),
/* harmony export */   YU: () => (/* binding */ DEFAULT_SSO),
/* harmony export */   pW: () => (/* binding */ ownedKey)
/* harmony export */ });
/**
 * Natural keys: what objects are called by people, so that they are found where the service gave
 * them other ids.
 */
/**
 * What the default SSO configuration of a tenant is called by the service; no other can have this
 * id.
 */
const DEFAULT_SSO = 'default_ssoid';
/** A name at the end of a key, in which `/` is no separator. */
function keyPart(name) {
    return name.replaceAll('%', '%25').replaceAll('/', '%2F');
}
/**
 * Of what belongs to a tenant: the tenant's key, a slash and its name. Of what belongs to the
 * project: its name, without any slash.
 */
function ownedKey(tenantKey, name) {
    return tenantKey === undefined ? keyPart(name) : `${tenantKey}/${keyPart(name)}`;
}
/** The name in a key that {@link ownedKey} made. */
function nameInKey(key) {
    return key
        .slice(key.lastIndexOf('/') + 1)
        .replaceAll('%2F', '/')
        .replaceAll('%25', '%');
}


/***/ }),

/***/ 9375:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   Lw: () => (/* binding */ overlay),
/* harmony export */   Pw: () => (/* binding */ mapMember),
/* harmony export */   Up: () => (/* binding */ pick),
/* harmony export */   Xv: () => (/* binding */ refer),
/* harmony export */   bb: () => (/* binding */ mapList),
/* harmony export */   k5: () => (/* binding */ referMembers),
/* harmony export */   s8: () => (/* binding */ mapObject)
/* harmony export */ });
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88399);
/** Small changes of objects, each a copy, whatever their keys are called. */

function without(value, keys) {
    const copy = {};
    for (const [key, child] of Object.entries(value))
        if (!keys.includes(key))
            (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .setOwn */ .P5)(copy, key, child);
    return copy;
}
function pick(value, keys) {
    const copy = {};
    for (const key of keys) {
        if (Object.hasOwn(value, key))
            (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .setOwn */ .P5)(copy, key, value[key]);
    }
    return copy;
}
/** The members of the second over those of the first, each replaced whole. */
function overlay(below, above) {
    const copy = {};
    for (const [key, child] of Object.entries(below))
        (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .setOwn */ .P5)(copy, key, child);
    for (const [key, child] of Object.entries(above))
        (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .setOwn */ .P5)(copy, key, child);
    return copy;
}
/** A member changed, where it is there. */
function mapMember(value, key, map) {
    if (!Object.hasOwn(value, key))
        return value;
    const child = value[key];
    const kept = map(child);
    return kept === child ? value : overlay(value, { [key]: kept });
}
function mapObject(map) {
    return (value) => ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value) ? map(value) : value);
}
function mapList(map) {
    return (value) => (Array.isArray(value) ? value.map(map) : value);
}
/** A text that is a reference; an empty one refers to nothing. */
function refer(map, section, by, tenant) {
    return (value) => typeof value === 'string' && value !== ''
        ? map({ section, by, text: value, ...(tenant !== undefined && { tenant }) })
        : value;
}
/** Members that are references, or lists of such. */
function referMembers(value, keys, to) {
    return keys.reduce((now, key) => mapMember(now, key, (child) => (Array.isArray(child) ? mapList(to)(child) : to(child))), value);
}


/***/ }),

/***/ 29126:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ mapNamedIds)
/* harmony export */ });
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88399);
/* harmony import */ var _members_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9375);
/** `references` of a flow or a theme: what it refers to, by name and by the id that this has. */


/** Built into the service, in every project. */
const BUILT_IN_CONNECTOR = 'Descope';
function mapIds(value, section, map) {
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value))
        return value;
    const result = {};
    for (const [name, id] of Object.entries(value)) {
        const isBuiltIn = section === 'connectors' && name === BUILT_IN_CONNECTOR;
        (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .setOwn */ .P5)(result, name, isBuiltIn ? id : (0,_members_js__WEBPACK_IMPORTED_MODULE_1__/* .refer */ .Xv)(map, section, 'id')(id));
    }
    return result;
}
function mapNamedIds(references, map) {
    const connectors = (0,_members_js__WEBPACK_IMPORTED_MODULE_1__/* .mapMember */ .Pw)(references, 'connectors', (value) => mapIds(value, 'connectors', map));
    const roles = (0,_members_js__WEBPACK_IMPORTED_MODULE_1__/* .mapMember */ .Pw)(connectors, 'roles', (value) => mapIds(value, 'roles', map));
    return (0,_members_js__WEBPACK_IMPORTED_MODULE_1__/* .referMembers */ .k5)(roles, ['userAttributes'], (0,_members_js__WEBPACK_IMPORTED_MODULE_1__/* .refer */ .Xv)(map, 'user-attributes', 'name'));
}


/***/ }),

/***/ 93166:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ deletePhase),
/* harmony export */   Z: () => (/* binding */ PHASES)
/* harmony export */ });
/**
 * The order of all writes: what is referred to comes before what refers to it, and what can lock
 * people out comes last.
 */
const PHASES = {
    permissions: 1,
    projectRoles: 2,
    lists: 3,
    userAttributes: 4,
    fgaSchema: 5,
    jwtTemplates: 6,
    theme: 7,
    snapshot: 8,
    outboundApps: 9,
    ssoApps: 10,
    tenants: 11,
    tenantRoles: 12,
    tenantSettings: 13,
    defaultRoles: 14,
    tenantSso: 15,
    inboundApps: 16,
    flows: 17,
    passwordSettings: 18,
    accessKeys: 19,
    arming: 20,
};
/** Deletes come after everything, in the reverse order. */
function deletePhase(phase) {
    return 100 - phase;
}


/***/ }),

/***/ 13360:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   qX: () => (/* binding */ isRestorable)
/* harmony export */ });
function isRestorable(row) {
    return 'write' in row;
}
/** Texts of a list; what is none is passed over. */
function textsOf(value) {
    return Array.isArray(value)
        ? value.filter((one) => typeof one === 'string')
        : [];
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}


/***/ }),

/***/ 86165:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ RESTORE_ROWS),
  O: () => (/* binding */ rowOf)
});

// EXTERNAL MODULE: ./src/project/restore/members.ts
var members = __webpack_require__(9375);
// EXTERNAL MODULE: ./src/project/restore/phases.ts
var phases = __webpack_require__(93166);
// EXTERNAL MODULE: ./src/project/restore/row.ts
var restore_row = __webpack_require__(13360);
;// CONCATENATED MODULE: ./src/project/restore/access-keys.ts
/** How access keys are written back: those that are there, for no backup has a key itself. */



const READ_ONLY = ['id', 'createdTime', 'createdBy', 'clientId', 'editable'];
const FROZEN = ['expireTime', 'boundUserId'];
function statusPart(status) {
    return {
        call: status === 'active' ? 'accessKeyActivate' : 'accessKeyDeactivate',
        phase: phases/* PHASES */.Z.arming,
        doubt: 'repeat',
        patch: { status },
        request: (_value, { liveId = '' }) => ({ body: { id: liveId } }),
    };
}
const ACCESS_KEYS = {
    noun: 'access key',
    phase: () => phases/* PHASES */.Z.accessKeys,
    hasBlanks: true,
    apiId: ({ id }, ownId) => (0,restore_row/* textOf */.b6)(id) || ownId,
    naturalKey: ({ name }) => (0,restore_row/* textOf */.b6)(name),
    strip: (value) => (0,members/* mapMember */.Pw)((0,members/* without */.FF)(value, READ_ONLY), 'keyTenants', (0,members/* mapList */.bb)((0,members/* mapObject */.s8)((one) => (0,members/* without */.FF)(one, ['tenantName'])))),
    frozen: FROZEN,
    projectBound: FROZEN,
    references: (value, map) => (0,members/* mapMember */.Pw)((0,members/* referMembers */.k5)(value, ['roleNames'], (0,members/* refer */.Xv)(map, 'roles', 'name')), 'keyTenants', (0,members/* mapList */.bb)((0,members/* mapObject */.s8)((one) => (0,members/* mapMember */.Pw)((0,members/* referMembers */.k5)(one, ['roleNames'], (0,members/* refer */.Xv)(map, 'roles', 'name', (0,restore_row/* textOf */.b6)(one['tenantId']))), 'tenantId', (0,members/* refer */.Xv)(map, 'tenants', 'id'))))),
    write: ({ wanted, live, changed }) => {
        if (live === undefined) {
            return 'the key itself is in no backup: a new one must be made, and given to who used this one';
        }
        const status = (0,restore_row/* textOf */.b6)(wanted['status']);
        const rest = (0,members/* without */.FF)(wanted, [...FROZEN, 'status']);
        const main = {
            call: 'accessKeyUpdate',
            phase: phases/* PHASES */.Z.accessKeys,
            doubt: 'repeat',
            patch: rest,
            request: (value, { liveId = '' }) => ({
                body: { ...(0,members/* without */.FF)(value, [...FROZEN, 'status']), id: liveId },
            }),
        };
        return [
            ...(Object.keys(rest).some((key) => changed.has(key)) ? [main] : []),
            ...(changed.has('status') ? [statusPart(status)] : []),
        ];
    },
    remove: {
        call: 'accessKeyDelete',
        request: (_value, { liveId = '' }) => ({ body: { id: liveId } }),
    },
    loses: (action) => action === 'delete' ? ['whoever uses the key is shut out, and it cannot be made again'] : [],
};

;// CONCATENATED MODULE: ./src/project/restore/fga-schema.ts
/** How the FGA schema is written back: its text alone, from which the service makes the rest. */



const FGA_SCHEMA = {
    noun: 'FGA schema',
    phase: () => phases/* PHASES */.Z.fgaSchema,
    hasBlanks: true,
    apiId: (_value, id) => id,
    naturalKey: (_value, id) => id,
    strip: (value) => (0,members/* pick */.Up)(value, ['dsl']),
    frozen: [],
    projectBound: [],
    references: (value) => value,
    write: ({ wanted }) => {
        if ((0,restore_row/* textOf */.b6)(wanted['dsl']) === '')
            return 'the backup has no schema, and no call removes one';
        return [
            {
                call: 'fgaSchema',
                phase: phases/* PHASES */.Z.fgaSchema,
                doubt: 'repeat',
                patch: wanted,
                request: (value) => ({ body: (0,members/* pick */.Up)(value, ['dsl']) }),
            },
        ];
    },
    loses: () => [],
};

// EXTERNAL MODULE: ./src/project/restore/flows.ts
var flows = __webpack_require__(63925);
;// CONCATENATED MODULE: ./src/project/restore/inbound-apps.ts



/** Made by the service, or written by no call. */
const inbound_apps_READ_ONLY = ['id', 'dynamic', 'status', 'skipConsentScreen', 'useResources'];
/** Given at creation alone. */
const inbound_apps_FROZEN = ['clientId', 'nonConfidentialClient'];
function scopes(to) {
    return (0,members/* mapList */.bb)((0,members/* mapObject */.s8)((scope) => (0,members/* referMembers */.k5)(scope, ['values'], to)));
}
function references(value, map) {
    const steps = [
        (now) => (0,members/* mapMember */.Pw)(now, 'attributesScopes', scopes((0,members/* refer */.Xv)(map, 'user-attributes', 'name'))),
        (now) => (0,members/* mapMember */.Pw)(now, 'connectionsScopes', scopes((0,members/* refer */.Xv)(map, 'outbound-apps', 'id'))),
        (now) => (0,members/* referMembers */.k5)(now, ['allowedTenants'], (0,members/* refer */.Xv)(map, 'tenants', 'id')),
        (now) => (0,members/* mapMember */.Pw)(now, 'sessionSettings', (0,members/* mapObject */.s8)((settings) => (0,members/* referMembers */.k5)(settings, ['userTemplateId', 'keyTemplateId'], (0,members/* refer */.Xv)(map, 'jwt-templates', 'id')))),
    ];
    return steps.reduce((now, step) => step(now), value);
}
const INBOUND_APPS = {
    noun: 'inbound application',
    phase: () => phases/* PHASES */.Z.inboundApps,
    hasBlanks: true,
    apiId: ({ id }, ownId) => (0,restore_row/* textOf */.b6)(id) || ownId,
    naturalKey: ({ name }) => (0,restore_row/* textOf */.b6)(name),
    strip: (value) => (0,members/* without */.FF)(value, inbound_apps_READ_ONLY),
    frozen: inbound_apps_FROZEN,
    projectBound: [],
    references,
    untouchable: ({ dynamic }) => dynamic === true ? 'it registered itself, and would do so again' : undefined,
    // Without a secret one is made and handed out, which nobody asked for.
    hiddenSecrets: ({ nonConfidentialClient }) => nonConfidentialClient === true
        ? []
        : [{ path: ['clientSecret'], isKept: true, isNeeded: true }],
    write: ({ wanted, live }) => [
        live === undefined
            ? {
                call: 'inboundAppCreate',
                phase: phases/* PHASES */.Z.inboundApps,
                doubt: 'by-key',
                patch: wanted,
                request: (value) => ({ body: value }),
                newId: (answer) => (0,restore_row/* textOf */.b6)(answer['id']) || undefined,
            }
            : {
                call: 'inboundAppPatch',
                phase: phases/* PHASES */.Z.inboundApps,
                doubt: 'repeat',
                patch: (0,members/* without */.FF)(wanted, inbound_apps_FROZEN),
                request: (value, { liveId = '' }) => ({
                    body: { ...(0,members/* without */.FF)(value, [...inbound_apps_FROZEN, 'clientSecret']), id: liveId },
                }),
            },
    ],
    remove: {
        call: 'inboundAppDelete',
        request: (_value, { liveId = '' }) => ({ body: { id: liveId } }),
    },
    loses: (action) => {
        if (action === 'update')
            return [];
        return action === 'delete'
            ? ['the consents of its users go with it']
            : ['it gets a new id, and the consents of its users and its consent flow do not come back'];
    },
};

// EXTERNAL MODULE: ./src/json/value.ts
var json_value = __webpack_require__(88399);
;// CONCATENATED MODULE: ./src/project/restore/jwt-templates.ts
/** How JWT templates are written back. */




/** What the service says of templates that it brings itself. */
const BUILT_IN = new Set(['default', 'system', 'descope']);
const JWT_TEMPLATES = {
    noun: 'JWT template',
    phase: () => phases/* PHASES */.Z.jwtTemplates,
    hasBlanks: true,
    apiId: ({ id }, ownId) => (0,restore_row/* textOf */.b6)(id) || ownId,
    naturalKey: ({ name }) => (0,restore_row/* textOf */.b6)(name),
    strip: (value) => (0,members/* without */.FF)(value, ['id']),
    frozen: ['type'],
    projectBound: [],
    references: (value) => value,
    untouchable: ({ source }) => BUILT_IN.has((0,restore_row/* textOf */.b6)(source)) ? 'it is one of the service itself' : undefined,
    write: ({ wanted, live, isIdFree }) => [
        live === undefined
            ? {
                call: 'jwtTemplateCreate',
                phase: phases/* PHASES */.Z.jwtTemplates,
                doubt: 'by-key',
                patch: wanted,
                // Whether the id is kept is not known: it is sent, and that of the answer is taken.
                request: (value, { backupId }) => ({
                    body: { template: { ...value, ...(isIdFree && { id: backupId }) } },
                }),
                newId: ({ template }) => (0,json_value/* isJsonObject */.OW)(template) ? (0,restore_row/* textOf */.b6)(template['id']) || undefined : undefined,
            }
            : {
                call: 'jwtTemplateUpdate',
                phase: phases/* PHASES */.Z.jwtTemplates,
                doubt: 'repeat',
                patch: (0,members/* without */.FF)(wanted, ['type']),
                request: (value, { liveId = '' }) => ({ body: { template: { ...value, id: liveId } } }),
            },
    ],
    remove: {
        call: 'jwtTemplateDelete',
        request: (_value, { liveId = '' }) => ({ body: { id: liveId } }),
    },
    loses: (action) => {
        if (action === 'create')
            return [
                'what used the template before it was deleted uses the default one until it is set again',
            ];
        return action === 'delete' ? ['what uses the template gets the default one'] : [];
    },
};

;// CONCATENATED MODULE: ./src/project/restore/lists.ts
/**
 * How lists are written back: one import each, which creates or updates by id, so that ids stay.
 */



function importPart(wanted) {
    return {
        call: 'listImport',
        phase: phases/* PHASES */.Z.lists,
        doubt: 'repeat',
        patch: wanted,
        request: (value, { liveId, backupId }) => ({
            body: { lists: [{ ...value, id: liveId ?? backupId }] },
        }),
    };
}
const LISTS = {
    noun: 'list',
    phase: () => phases/* PHASES */.Z.lists,
    hasBlanks: true,
    keepsId: true,
    apiId: ({ id }, ownId) => (0,restore_row/* textOf */.b6)(id) || ownId,
    naturalKey: ({ name }) => (0,restore_row/* textOf */.b6)(name),
    strip: (value) => (0,members/* without */.FF)(value, ['id']),
    frozen: [],
    projectBound: [],
    references: (value) => value,
    write: ({ wanted, live, isIdFree }) => {
        // An import of a taken id would write over the other list.
        if (live === undefined && !isIdFree)
            return 'another list of the project has its id';
        return [importPart(wanted)];
    },
    remove: { call: 'listDelete', request: (_value, { liveId = '' }) => ({ body: { id: liveId } }) },
    loses: (action) => (action === 'delete' ? ['flows that look into it find nothing'] : []),
};

;// CONCATENATED MODULE: ./src/project/restore/outbound-apps.ts
/** How outbound applications are written back. */




const OUTBOUND_APPS = {
    noun: 'outbound application',
    phase: () => phases/* PHASES */.Z.outboundApps,
    hasBlanks: true,
    keepsId: true,
    apiId: ({ id }, ownId) => (0,restore_row/* textOf */.b6)(id) || ownId,
    naturalKey: ({ name }) => (0,restore_row/* textOf */.b6)(name),
    tenantOf: ({ tenantId }) => (0,restore_row/* textOf */.b6)(tenantId) || undefined,
    strip: (value) => (0,members/* without */.FF)(value, ['id', 'clientSecret']),
    frozen: [],
    projectBound: ['callbackDomain'],
    references: (value, map) => (0,members/* mapMember */.Pw)(value, 'tenantId', (0,members/* refer */.Xv)(map, 'tenants', 'id')),
    // An update without it keeps the stored one: the Go SDK leaves it nil for that, and the Terraform
    // provider omits it. No answer shows whether there is one: an application that proves itself by
    // PKCE alone can do without.
    hiddenSecrets: ({ pkce }) => [{ path: ['clientSecret'], isKept: true, isNeeded: pkce !== true }],
    write: ({ wanted, live, isIdFree }) => [
        live === undefined
            ? {
                call: 'outboundAppCreate',
                phase: phases/* PHASES */.Z.outboundApps,
                doubt: 'by-key',
                patch: wanted,
                request: (value, { backupId }) => ({
                    body: { ...value, ...(isIdFree && { id: backupId }) },
                }),
                newId: ({ app }) => ((0,json_value/* isJsonObject */.OW)(app) ? (0,restore_row/* textOf */.b6)(app['id']) || undefined : undefined),
            }
            : {
                call: 'outboundAppUpdate',
                phase: phases/* PHASES */.Z.outboundApps,
                doubt: 'repeat',
                patch: wanted,
                request: (value, { liveId = '' }) => ({ body: { app: { ...value, id: liveId } } }),
            },
    ],
    remove: {
        call: 'outboundAppDelete',
        request: (_value, { liveId = '' }) => ({ body: { id: liveId } }),
    },
    loses: (action) => {
        if (action === 'update')
            return [];
        return action === 'delete'
            ? ['the tokens that it stores for users and tenants go with it']
            : ['the tokens that it stored for users and tenants do not come back'];
    },
};

;// CONCATENATED MODULE: ./src/project/restore/password-settings.ts
/** How the project's password settings are written back. */


const PASSWORD_SETTINGS = {
    noun: 'password settings',
    phase: () => phases/* PHASES */.Z.passwordSettings,
    hasBlanks: true,
    apiId: (_value, id) => id,
    naturalKey: (_value, id) => id,
    strip: (value) => (0,members/* without */.FF)(value, ['tenantId']),
    frozen: [],
    projectBound: [],
    references: (value) => value,
    write: ({ wanted }) => [
        {
            call: 'passwordSettings',
            phase: phases/* PHASES */.Z.passwordSettings,
            doubt: 'repeat',
            patch: wanted,
            // An empty tenant stands for the project.
            request: (value) => ({ body: { ...value, tenantId: '' } }),
        },
    ],
    loses: () => [],
};

;// CONCATENATED MODULE: ./src/project/restore/permissions.ts
/** How permissions are written back. */



const PERMISSIONS = {
    noun: 'permission',
    phase: () => phases/* PHASES */.Z.permissions,
    hasBlanks: true,
    apiId: ({ id, name }) => (0,restore_row/* textOf */.b6)(id) || (0,restore_row/* textOf */.b6)(name),
    naturalKey: ({ name }) => (0,restore_row/* textOf */.b6)(name),
    strip: (value) => (0,members/* without */.FF)(value, ['id', 'systemDefault']),
    frozen: [],
    projectBound: [],
    references: (value) => value,
    untouchable: ({ systemDefault }) => systemDefault === true ? 'it is one of the service itself' : undefined,
    write: ({ wanted, live }) => [
        live === undefined
            ? {
                call: 'permissionCreate',
                phase: phases/* PHASES */.Z.permissions,
                doubt: 'by-key',
                patch: wanted,
                request: (value) => ({ body: value }),
                newId: ({ id }) => (typeof id === 'string' ? id : undefined),
            }
            : {
                call: 'permissionUpdate',
                phase: phases/* PHASES */.Z.permissions,
                doubt: 'repeat',
                patch: wanted,
                // By its id, or an old name would be looked for; one of both alone is taken.
                request: ({ name, ...rest }, { liveId = '' }) => ({
                    body: { ...rest, id: liveId, newName: name ?? '' },
                }),
            },
    ],
    remove: {
        call: 'permissionDelete',
        request: (_value, { liveId = '' }) => ({ body: { id: liveId } }),
    },
    loses: (action) => action === 'delete'
        ? ['roles that grant it grant it no longer']
        : action === 'create'
            ? ['it gets a new id']
            : [],
};

// EXTERNAL MODULE: ./src/project/restore/keys.ts
var keys = __webpack_require__(36178);
;// CONCATENATED MODULE: ./src/project/restore/roles.ts
/** How roles are written back, those of the project and those of tenants. */




/** In every project, by this name. */
const roles_BUILT_IN = 'Tenant Admin';
function phaseOf({ tenantId }) {
    return (0,restore_row/* textOf */.b6)(tenantId) === '' ? phases/* PHASES */.Z.projectRoles : phases/* PHASES */.Z.tenantRoles;
}
const ROLES = {
    noun: 'role',
    phase: phaseOf,
    hasBlanks: true,
    apiId: ({ id }, ownId) => (0,restore_row/* textOf */.b6)(id) || ownId,
    naturalKey: ({ name }, _id, tenantKey) => (0,keys/* ownedKey */.pW)(tenantKey, (0,restore_row/* textOf */.b6)(name)),
    tenantOf: ({ tenantId }) => (0,restore_row/* textOf */.b6)(tenantId) || undefined,
    strip: (value) => (0,members/* without */.FF)(value, ['id', 'createdTime']),
    frozen: ['tenantId'],
    projectBound: [],
    references: (value, map) => (0,members/* mapMember */.Pw)((0,members/* referMembers */.k5)(value, ['permissionNames'], (0,members/* refer */.Xv)(map, 'permissions', 'name')), 'tenantId', (0,members/* refer */.Xv)(map, 'tenants', 'id')),
    untouchable: ({ name, tenantId }) => name === roles_BUILT_IN && (0,restore_row/* textOf */.b6)(tenantId) === '' ? 'it is one of the service itself' : undefined,
    write: ({ wanted, live }) => [
        live === undefined
            ? {
                call: 'roleCreate',
                phase: phaseOf(wanted),
                doubt: 'by-key',
                patch: wanted,
                request: (value) => ({ body: value }),
                newId: ({ id }) => (typeof id === 'string' ? id : undefined),
            }
            : {
                call: 'roleUpdate',
                phase: phaseOf(wanted),
                doubt: 'repeat',
                patch: (0,members/* without */.FF)(wanted, ['tenantId']),
                // By its id, so that a rename keeps what was granted; one of id and name alone is taken.
                request: ({ name, ...rest }, { liveId = '' }) => ({
                    body: { ...rest, id: liveId, newName: name ?? '' },
                }),
            },
    ],
    remove: {
        call: 'roleDelete',
        request: ({ tenantId }, { liveId = '' }) => ({
            body: { id: liveId, ...((0,restore_row/* textOf */.b6)(tenantId) !== '' && { tenantId: (0,restore_row/* textOf */.b6)(tenantId) }) },
        }),
    },
    loses: (action) => {
        if (action === 'update')
            return [];
        return action === 'create'
            ? ['it gets a new id, and no user or access key that had the role has it again']
            : ['every user, access key and SSO mapping loses the role'];
    },
};

// EXTERNAL MODULE: ./src/project/restore/snapshot.ts
var snapshot = __webpack_require__(31642);
;// CONCATENATED MODULE: ./src/project/restore/sso-apps.ts
/**
 * How SSO applications are written back: in a read their settings are in a member, in a write
 * beside the rest.
 */




/** In every project, by this id. */
const sso_apps_BUILT_IN = 'descope-default-oidc';
/** Addresses and certificates of the project itself. */
const OF_PROJECT = [
    'idpCert',
    'idpEntityId',
    'idpSsoUrl',
    'idpMetadataUrl',
    'idpInitiatedUrl',
    'idpLogoutUrl',
    'issuer',
    'discoveryUrl',
];
const KINDS = new Map([
    ['oidc', { member: 'oidcSettings', create: 'ssoAppOidcCreate', update: 'ssoAppOidcUpdate' }],
    ['saml', { member: 'samlSettings', create: 'ssoAppSamlCreate', update: 'ssoAppSamlUpdate' }],
    ['wsfed', { member: 'wsfedSettings', create: 'ssoAppWsfedCreate', update: 'ssoAppWsfedUpdate' }],
]);
const MEMBERS = [...[...KINDS.values()].map(({ member }) => member), 'customSettings'];
/** @returns undefined for a kind that no call writes */
function kindOf({ appType }) {
    return KINDS.get((0,restore_row/* textOf */.b6)(appType).toLowerCase());
}
function mapSettings(value, map) {
    return MEMBERS.reduce((now, member) => (0,members/* mapMember */.Pw)(now, member, (0,members/* mapObject */.s8)(map)), value);
}
/** A role of a mapping is one reference, by its id; the name goes with it. */
function mapRole(role, map) {
    if (!(0,json_value/* isJsonObject */.OW)(role))
        return role;
    const byName = (0,members/* mapMember */.Pw)(role, 'name', (0,members/* refer */.Xv)(map, 'roles', 'name'));
    return (0,members/* mapMember */.Pw)(byName, 'id', (0,members/* refer */.Xv)(map, 'roles', 'id'));
}
/** What a write takes: the settings beside the rest. */
function flat(value, { member }) {
    const settings = value[member];
    return {
        ...((0,json_value/* isJsonObject */.OW)(settings) ? settings : {}),
        ...(0,members/* without */.FF)(value, [...MEMBERS, 'appType']),
    };
}
const SSO_APPS = {
    noun: 'SSO application',
    phase: () => phases/* PHASES */.Z.ssoApps,
    hasBlanks: true,
    keepsId: true,
    apiId: ({ id }, ownId) => (0,restore_row/* textOf */.b6)(id) || ownId,
    naturalKey: ({ name }) => (0,restore_row/* textOf */.b6)(name),
    strip: (value) => mapSettings((0,members/* without */.FF)(value, ['id']), (settings) => (0,members/* without */.FF)(settings, OF_PROJECT)),
    frozen: ['appType'],
    projectBound: [],
    references: (value, map) => mapSettings(value, (settings) => (0,members/* mapMember */.Pw)(settings, 'groupsMapping', (0,members/* mapList */.bb)((0,members/* mapObject */.s8)((one) => (0,members/* mapMember */.Pw)(one, 'roles', (0,members/* mapList */.bb)((role) => mapRole(role, map))))))),
    untouchable: ({ id }) => (id === sso_apps_BUILT_IN ? 'it is one of the service itself' : undefined),
    write: ({ wanted, live, isIdFree }) => {
        const kind = kindOf(wanted);
        if (kind === undefined) {
            return `no call writes applications of type ${JSON.stringify((0,restore_row/* textOf */.b6)(wanted['appType']))}`;
        }
        return [
            live === undefined
                ? {
                    call: kind.create,
                    phase: phases/* PHASES */.Z.ssoApps,
                    doubt: 'by-key',
                    patch: wanted,
                    request: (value, { backupId }) => ({
                        body: { ...flat(value, kind), ...(isIdFree && { id: backupId }) },
                    }),
                    newId: (answer) => (0,restore_row/* textOf */.b6)(answer['id']) || undefined,
                }
                : {
                    call: kind.update,
                    phase: phases/* PHASES */.Z.ssoApps,
                    doubt: 'repeat',
                    patch: (0,members/* without */.FF)(wanted, ['appType']),
                    request: (value, { liveId = '' }) => ({ body: { ...flat(value, kind), id: liveId } }),
                },
        ];
    },
    remove: {
        call: 'ssoAppDelete',
        request: (_value, { liveId = '' }) => ({ body: { id: liveId } }),
    },
    loses: (action, { wanted, isOtherProject }) => {
        if (action === 'delete')
            return ['whoever signs in through it no longer can'];
        if (action === 'update')
            return isOtherProject ? [] : [];
        return [
            kindOf(wanted)?.member === 'oidcSettings'
                ? 'its client secret is issued anew'
                : 'its certificates and addresses are issued anew: what relies on it must be pointed to them',
        ];
    },
};

;// CONCATENATED MODULE: ./src/project/restore/tenant-settings.ts
/**
 * How the settings of a tenant are written back. What they share with the tenant is the tenant's.
 */



/** Shown by both, and written with the tenant: two owners would undo each other's work. */
const OF_TENANT = ['domains', 'selfProvisioningDomains', 'authType'];
const TENANT_SETTINGS = {
    noun: 'settings of a tenant',
    phase: () => phases/* PHASES */.Z.tenantSettings,
    hasBlanks: true,
    apiId: (_value, id) => id,
    naturalKey: (_value, id, tenantKey) => tenantKey ?? id,
    strip: (value) => (0,members/* without */.FF)(value, OF_TENANT),
    frozen: [],
    projectBound: [],
    references: (value, map) => (0,members/* mapMember */.Pw)(value, 'ssoSetupSuiteSettings', (0,members/* mapObject */.s8)((suite) => (0,members/* mapMember */.Pw)(suite, 'styleId', (0,members/* refer */.Xv)(map, 'styles', 'id')))),
    write: ({ wanted }) => [
        {
            call: 'tenantSettings',
            phase: phases/* PHASES */.Z.tenantSettings,
            doubt: 'repeat',
            patch: wanted,
            reads: ['tenants'],
            request: (value, { tenantId, read }) => {
                const tenant = read('tenants');
                if (!(0,json_value/* isJsonObject */.OW)(tenant))
                    throw new Error('the tenant could not be read');
                return { body: { ...value, ...(0,members/* pick */.Up)(tenant, OF_TENANT), tenantId: tenantId() } };
            },
        },
    ],
    loses: () => [],
};

// EXTERNAL MODULE: ./src/project/restore/tenant-sso.ts
var tenant_sso = __webpack_require__(19060);
;// CONCATENATED MODULE: ./src/project/restore/tenants.ts
/**
 * How tenants are written back: the tenant itself, its SSO domains, its default roles, and last
 * what can lock its users out.
 */




/** What the call that creates or updates a tenant does not take. */
const WRITTEN_ELSEWHERE = ['domains', 'defaultRoles'];
/** What lets users in or keeps them out. */
const SWITCHES = ['enforceSSO', 'disabled'];
const LAST = [...SWITCHES, 'authType'];
/**
 * The body of tenant/update is the whole tenant, or what is left out is emptied; a parent is given
 * at creation alone.
 */
function updateBody(value, id) {
    return { ...(0,members/* without */.FF)(value, [...WRITTEN_ELSEWHERE, 'parent']), id };
}
function updatePart(patch, phase) {
    return {
        call: 'tenantUpdate',
        phase,
        doubt: 'repeat',
        patch,
        request: (value, { liveId = '' }) => ({ body: updateBody(value, liveId) }),
    };
}
/**
 * The settings as they are, with some members of the tenant in them: tenant/update does not take
 * these.
 */
function settingsPart(patch, phase) {
    return {
        call: 'tenantSettings',
        phase,
        doubt: 'repeat',
        patch,
        reads: ['tenant-settings'],
        request: (value, { liveId = '', read }) => {
            const settings = read('tenant-settings');
            if (settings === undefined)
                throw new Error('the settings of the tenant could not be read');
            const shared = (0,members/* pick */.Up)(value, ['domains', 'selfProvisioningDomains', 'authType']);
            return { body: { ...settings, ...shared, tenantId: liveId } };
        },
    };
}
function createPart({ wanted, id, isIdFree }) {
    // What SSO must be there for comes last.
    const patch = {
        ...(0,members/* without */.FF)(wanted, WRITTEN_ELSEWHERE),
        authType: 'none',
        enforceSSO: false,
    };
    return {
        call: 'tenantCreate',
        phase: phases/* PHASES */.Z.tenants,
        doubt: 'by-key',
        patch,
        request: (value) => ({
            body: { ...(0,members/* without */.FF)(value, WRITTEN_ELSEWHERE), ...(isIdFree && { id }) },
        }),
        newId: (answer) => (0,restore_row/* textOf */.b6)(answer['id']) || undefined,
    };
}
function rolesPart(wanted) {
    return {
        call: 'tenantDefaultRoles',
        phase: phases/* PHASES */.Z.defaultRoles,
        doubt: 'repeat',
        patch: (0,members/* pick */.Up)(wanted, ['defaultRoles']),
        request: ({ defaultRoles = [] }, { liveId = '' }) => ({ body: { id: liveId, defaultRoles } }),
    };
}
function write(change) {
    const { wanted, live, changed } = change;
    const isNew = live === undefined;
    const says = (key) => changed.has(key) && (!isNew || !(0,json_value/* isBlank */.z3)(wanted[key] ?? null));
    const main = (0,members/* without */.FF)(wanted, [...WRITTEN_ELSEWHERE, ...LAST, 'parent']);
    const hasMain = Object.keys(main).some((key) => changed.has(key));
    const authType = says('authType') && !(isNew && wanted['authType'] === 'none');
    // A tenant that is created disabled opens no door meanwhile.
    const switches = isNew ? says('enforceSSO') : SWITCHES.some(says);
    return [
        ...(isNew ? [createPart(change)] : hasMain ? [updatePart(main, phases/* PHASES */.Z.tenants)] : []),
        ...(says('domains') ? [settingsPart((0,members/* pick */.Up)(wanted, ['domains']), phases/* PHASES */.Z.tenantSettings)] : []),
        ...(says('defaultRoles') ? [rolesPart(wanted)] : []),
        ...(authType ? [settingsPart((0,members/* pick */.Up)(wanted, ['authType']), phases/* PHASES */.Z.arming)] : []),
        ...(switches ? [updatePart((0,members/* pick */.Up)(wanted, SWITCHES), phases/* PHASES */.Z.arming)] : []),
    ];
}
function loses(action, { live, wanted, isOtherProject, changed, }) {
    if (action === 'delete') {
        return [
            'the memberships of its users, its roles, its settings and its SSO configurations go with it',
        ];
    }
    const reopens = live?.['disabled'] === true && wanted['disabled'] !== true && changed.has('disabled');
    return [
        ...(action === 'create'
            ? ['the memberships of its users do not come back, and it has a new time of creation']
            : []),
        ...(isOtherProject && !(0,json_value/* isBlank */.z3)(wanted['enforceSSOExclusions'] ?? null)
            ? ['users that are excluded from SSO are left out: they are users of the other project']
            : []),
        ...(reopens ? ['a tenant that is disabled now is enabled'] : []),
    ];
}
const TENANTS = {
    noun: 'tenant',
    phase: () => phases/* PHASES */.Z.tenants,
    hasBlanks: true,
    keepsId: true,
    apiId: (_value, id) => id,
    naturalKey: ({ name }) => (0,restore_row/* textOf */.b6)(name),
    strip: (value) => (0,members/* without */.FF)(value, ['id', 'createdTime', 'successors']),
    frozen: ['parent'],
    projectBound: ['enforceSSOExclusions'],
    references: (value, map, owner) => [
        (now) => (0,members/* mapMember */.Pw)(now, 'parent', (0,members/* refer */.Xv)(map, 'tenants', 'id')),
        (now) => (0,members/* referMembers */.k5)(now, ['federatedAppIds'], (0,members/* refer */.Xv)(map, 'sso-apps', 'id')),
        (now) => (0,members/* referMembers */.k5)(now, ['enforceSSOExclusions'], (0,members/* refer */.Xv)(map, 'users', 'id')),
        (now) => (0,members/* referMembers */.k5)(now, ['defaultRoles'], (0,members/* refer */.Xv)(map, 'roles', 'name', owner)),
    ].reduce((now, step) => step(now), value),
    write,
    remove: {
        call: 'tenantDelete',
        // Never with what belongs to others too.
        request: (_value, { liveId = '' }) => ({ body: { id: liveId, cascade: false } }),
    },
    loses,
};

// EXTERNAL MODULE: ./src/project/restore/named-ids.ts
var named_ids = __webpack_require__(29126);
;// CONCATENATED MODULE: ./src/project/restore/theme.ts
/** How the theme is written back. */



const THEME = {
    noun: 'theme',
    phase: () => phases/* PHASES */.Z.theme,
    hasBlanks: true,
    apiId: (_value, id) => id,
    naturalKey: (_value, id) => id,
    strip: (value) => (0,members/* without */.FF)(value, ['etag', 'modifiedTime', 'version']),
    frozen: [],
    projectBound: [],
    references: (value, map) => (0,members/* mapMember */.Pw)(value, 'references', (0,members/* mapObject */.s8)((references) => (0,named_ids/* mapNamedIds */.M)(references, map))),
    write: ({ wanted }) => [
        {
            call: 'themeImport',
            phase: phases/* PHASES */.Z.theme,
            doubt: 'repeat',
            patch: wanted,
            request: (value) => ({ body: { theme: value } }),
        },
    ],
    loses: () => [],
};

;// CONCATENATED MODULE: ./src/project/restore/user-attributes.ts
/**
 * How attributes of users are written back: those that are gone are created; no call changes one.
 */



const USER_ATTRIBUTES = {
    noun: 'attribute of users',
    phase: () => phases/* PHASES */.Z.userAttributes,
    hasBlanks: true,
    apiId: ({ name }, id) => (0,restore_row/* textOf */.b6)(name) || id,
    naturalKey: ({ name }) => (0,restore_row/* textOf */.b6)(name),
    strip: (value) => (0,members/* without */.FF)(value, ['id']),
    frozen: [],
    projectBound: [],
    references: (value, map) => (0,members/* referMembers */.k5)(value, ['viewPermissions', 'editPermissions'], (0,members/* refer */.Xv)(map, 'permissions', 'name')),
    write: ({ wanted, live }) => live !== undefined
        ? 'no call changes an attribute: to delete and create it would lose the value of every user'
        : [
            {
                call: 'userAttributeCreate',
                phase: phases/* PHASES */.Z.userAttributes,
                doubt: 'by-key',
                patch: wanted,
                request: (value) => ({ body: { attributes: [value] } }),
            },
        ],
    remove: {
        call: 'userAttributeDelete',
        request: ({ name = '' }) => ({ body: { names: [name] } }),
    },
    loses: (action) => {
        if (action === 'create')
            return ['the values that users had do not come back'];
        return action === 'delete' ? ['every user loses the value'] : [];
    },
};

;// CONCATENATED MODULE: ./src/project/restore/rows.ts
/** The row of each section; a section without one does not compile. */


















/** Sections that are saved so that a person can put them back: no call of a restore writes them. */
const NOT_WRITTEN = { reason: 'a restore does not write this section yet' };
const RESTORE_ROWS = {
    snapshot: snapshot/* SNAPSHOT */.xO,
    flows: flows/* FLOWS */.As,
    tenants: TENANTS,
    'tenant-settings': TENANT_SETTINGS,
    'tenant-sso': tenant_sso/* TENANT_SSO */.F,
    roles: ROLES,
    permissions: PERMISSIONS,
    'sso-apps': SSO_APPS,
    'inbound-apps': INBOUND_APPS,
    'outbound-apps': OUTBOUND_APPS,
    'access-keys': ACCESS_KEYS,
    'jwt-templates': JWT_TEMPLATES,
    lists: LISTS,
    'password-settings': PASSWORD_SETTINGS,
    'fga-schema': FGA_SCHEMA,
    theme: THEME,
    'user-attributes': USER_ATTRIBUTES,
    'mcp-servers': NOT_WRITTEN,
    widgets: NOT_WRITTEN,
    localization: NOT_WRITTEN,
    'scope-claim-mapping': NOT_WRITTEN,
    'tenant-password-settings': NOT_WRITTEN,
    'scim-keys': NOT_WRITTEN,
    'xaa-settings': NOT_WRITTEN,
};
/** @returns undefined for a section that no restore can write, or that is none */
function rowOf(section) {
    const row = Object.hasOwn(RESTORE_ROWS, section)
        ? RESTORE_ROWS[section]
        : undefined;
    return row !== undefined && (0,restore_row/* isRestorable */.qX)(row) ? row : undefined;
}


/***/ }),

/***/ 31642:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C6: () => (/* binding */ fileObject),
/* harmony export */   Ok: () => (/* binding */ assetContent),
/* harmony export */   SG: () => (/* binding */ SHARED),
/* harmony export */   VD: () => (/* binding */ comparableFile),
/* harmony export */   mX: () => (/* binding */ twinSection),
/* harmony export */   pO: () => (/* binding */ isIndexFile),
/* harmony export */   qY: () => (/* binding */ fileContent),
/* harmony export */   xO: () => (/* binding */ SNAPSHOT)
/* harmony export */ });
/* unused harmony export FILE_CONTENT */
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88399);
/* harmony import */ var _storage_checksums_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34025);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93166);
/* harmony import */ var _row_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13360);
/** How files of a snapshot are written back: together, by one import over what live exports now. */




/**
 * The member under which a file stands that is no JSON object: a list, or an asset as the API
 * carries it.
 */
const FILE_CONTENT = '\u0000content';
/** A file as an object, whatever it holds. */
function fileObject(content) {
    return (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(content) ? content : { [FILE_CONTENT]: content };
}
function fileContent(object) {
    return Object.hasOwn(object, FILE_CONTENT) ? object[FILE_CONTENT] : object;
}
/** Assets that the API carries as text; others are in base64. */
const TEXT_FILE = /\.(?:txt|html)$/;
/** Bytes of an asset as the API carries them. */
function assetContent(path, bytes) {
    return bytes.toString(TEXT_FILE.test(path) ? 'utf8' : 'base64');
}
/** A file as comparisons know it: of an asset the hash of its bytes. */
function comparableFile(path, object) {
    const content = fileContent(object);
    if (typeof content === 'string') {
        return { sha256: (0,_storage_checksums_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)(TEXT_FILE.test(path) ? content : Buffer.from(content, 'base64')) };
    }
    return (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(content) ? content : { content };
}
/** Files that only list others: they follow from these. */
const INDEX = /^(?:connectors\/connectors|flows\/flows|styles\/styles|widgets\/flows\/flows|assets\/assets)\.json$/;
/** What the service says of the export itself. */
const STAMP = /^snapshot\.json$/;
/** Whether a file is no object of its own. */
function isIndexFile(path) {
    return INDEX.test(path) || STAMP.test(path);
}
/** Files that repeat a section which has calls of its own. */
const TWINS = [
    [/^roles\.json$/, 'roles'],
    [/^permissions\.json$/, 'permissions'],
    [/^jwttemplates\.json$/, 'jwt-templates'],
    [/^lists\.json$/, 'lists'],
    [/^applications\.json$/, 'sso-apps'],
    [/^outboundapps\.json$/, 'outbound-apps'],
    [/^flows\//, 'flows'],
    // An import adds styles, and takes none away: the call of its own replaces them all, as it says
    // in the plan.
    [/^styles\//, 'theme'],
];
/**
 * The section that is restored in place of a file; undefined for what the snapshot alone can write.
 */
function twinSection(path) {
    return TWINS.find(([pattern]) => pattern.test(path))?.[1];
}
/** Sections that a file writes as well, when it is written. */
const SHARED = [
    [/^attributes\.json$/, 'user-attributes'],
    [/^styles\//, 'theme'],
    [/^auth\/password\.json$/, 'password-settings'],
];
/** Files whose lists hold things: what live alone has of them stays. */
const LISTING = /^(?:attributes|resources)\.json$|^auth\/|^widgets\/widgets\.json$/;
/** What an entry of a list is called; undefined where nobody can tell. */
function nameOf(entry) {
    if (typeof entry === 'string')
        return entry;
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(entry))
        return undefined;
    return [entry['id'], entry['widgetId'], entry['name']].find((one) => typeof one === 'string' && one !== '');
}
/**
 * An entry that may take the place of another: an attribute of another type would lose its values.
 */
function sameType(wanted, live) {
    const typeOf = (one) => ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(one) ? one['type'] : undefined);
    return typeOf(wanted) === typeOf(live) ? wanted : undefined;
}
/**
 * The entries of live, those of the backup in place of those of the same name, and then what live
 * lacks.
 */
function mergeLists(wanted, live, path) {
    const isThings = [...wanted, ...live].every((one) => nameOf(one) !== undefined && (typeof one !== 'string' || path.startsWith('widgets/')));
    const names = new Map(wanted.map((one) => [nameOf(one), one]));
    if (!isThings || names.size !== wanted.length)
        return wanted;
    const known = new Set(live.map(nameOf));
    return [
        ...live.map((one) => sameType(names.get(nameOf(one)), one) ?? one),
        ...wanted.filter((one) => !known.has(nameOf(one))),
    ];
}
/**
 * A file in whose lists nothing is missing that live has: what the backup lacks is no statement.
 */
function keepLiveEntries(wanted, live, path) {
    if (!LISTING.test(path))
        return wanted;
    const merged = {};
    for (const [key, child] of Object.entries(wanted)) {
        const other = live[key];
        const isBoth = Array.isArray(child) && Array.isArray(other);
        (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .setOwn */ .P5)(merged, key, isBoth ? mergeLists(child, other, path) : child);
    }
    return merged;
}
/** Settings of a project that name itself. */
const OF_PROJECT = [
    'name',
    'id',
    'projectId',
    'environment',
    'tag',
    'tags',
    'domain',
    'domains',
    'customDomain',
    'cookieDomain',
    'cookiePolicy',
    'sessionTokenCookieDomain',
    'sessionTokenResponseMethod',
    'refreshTokenCookieDomain',
    'refreshTokenCookiePolicy',
    'trustedDomains',
    'approvedRedirectUrls',
    'approvedDomains',
];
const SNAPSHOT = {
    noun: 'file of the snapshot',
    phase: () => _phases_js__WEBPACK_IMPORTED_MODULE_2__/* .PHASES */ .Z.snapshot,
    apiId: (_value, id) => id,
    naturalKey: (_value, id) => id,
    strip: (value) => value,
    frozen: [],
    projectBound: OF_PROJECT,
    references: (value) => value,
    merge: keepLiveEntries,
    // One import writes all files that change: see snapshot-write.ts.
    write: ({ wanted }) => [
        {
            call: 'snapshotImport',
            phase: _phases_js__WEBPACK_IMPORTED_MODULE_2__/* .PHASES */ .Z.snapshot,
            doubt: 'repeat',
            patch: wanted,
            request: (value) => ({ body: value }),
        },
    ],
    loses: (action, { wanted, live }) => action === 'create' && live === undefined && (0,_row_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)(wanted['type']) !== ''
        ? ['what refers to it by its id may have to be set again']
        : [],
};


/***/ }),

/***/ 19060:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ TENANT_SSO),
/* harmony export */   a: () => (/* binding */ ssoIdOf)
/* harmony export */ });
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88399);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36178);
/* harmony import */ var _members_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9375);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93166);
/* harmony import */ var _row_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13360);
/**
 * How SSO configurations are written back: always in place, for a new one has other addresses and
 * no secret.
 */





/**
 * Made by the service, or written by nobody: addresses and keys of the service provider, ids of
 * providers, what was seen last.
 */
const SAML_READ_ONLY = [
    'spEntityId',
    'spACSUrl',
    'spCertificate',
    'spSignCertificate',
    'providerID',
    'scimProviderID',
];
const OIDC_READ_ONLY = ['providerID', 'scimProviderID', 'clientSecret'];
/** What the service takes out of the identity provider's metadata, where it has its address. */
const FROM_METADATA = ['idpSSOUrl', 'idpEntityId', 'idpCertificate', 'idpAdditionalCertificates'];
function stripSaml(saml) {
    const own = (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(saml, SAML_READ_ONLY);
    return (0,_row_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(saml['idpMetadataUrl']) === '' ? own : (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(own, FROM_METADATA);
}
/** Names in what is read, and in what is written. */
const SAML_NAMES = {
    idpSSOUrl: 'idpUrl',
    idpEntityId: 'entityId',
    idpCertificate: 'idpCert',
    idpAdditionalCertificates: 'idpAdditionalCerts',
};
/** The default configuration has the reserved id, an empty one, or none. */
function ssoIdOf({ ssoId }) {
    return ssoId === _keys_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_SSO */ .YU ? '' : (0,_row_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(ssoId);
}
function strip(value) {
    const own = { ...(0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(value, ['tenant']), ssoId: ssoIdOf(value) };
    const saml = (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapMember */ .Pw)(own, 'saml', (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapObject */ .s8)(stripSaml));
    return (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapMember */ .Pw)(saml, 'oidc', (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapObject */ .s8)((one) => (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(one, OIDC_READ_ONLY)));
}
/**
 * In the canonical form a role of a mapping is one reference: its id, or where it has none, its
 * name.
 */
function mapRoles(protocol, map, owner) {
    const byName = (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .refer */ .Xv)(map, 'roles', 'name', owner);
    const grouped = (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapMember */ .Pw)(protocol, 'groupsMapping', (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapList */ .bb)((0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapObject */ .s8)((one) => (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapMember */ .Pw)(one, 'role', (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapObject */ .s8)((role) => (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapMember */ .Pw)((0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(role, ['id']), 'name', byName))))));
    const listed = (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapMember */ .Pw)(grouped, 'roleMappings', (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapList */ .bb)((0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapObject */ .s8)((one) => (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapMember */ .Pw)(one, 'roleName', byName))));
    return (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .referMembers */ .k5)(listed, ['defaultSSORoles'], byName);
}
/** `roleMappings` of a request, from `groupsMapping` of an answer. */
function roleMappings(protocol) {
    const { groupsMapping } = protocol;
    if (!Array.isArray(groupsMapping))
        return [];
    return groupsMapping.flatMap((one) => {
        if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(one) || !(0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(one['role']))
            return [];
        return [{ groups: one['groups'] ?? [], roleName: one['role']['name'] ?? '' }];
    });
}
function samlSettings(saml) {
    const isByHand = (0,_row_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(saml['idpMetadataUrl']) === '';
    const elsewhere = ['groupsMapping', 'redirectUrl', ...(isByHand ? ['idpMetadataUrl'] : [])];
    const settings = {};
    for (const [name, value] of Object.entries((0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(saml, elsewhere))) {
        (0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .setOwn */ .P5)(settings, SAML_NAMES[name] ?? name, value);
    }
    return { ...settings, roleMappings: roleMappings(saml) };
}
/** The tenant's SSO domains: a call that leaves them out wipes them. */
function domainsOf({ read }) {
    const tenant = read('tenants');
    if (tenant === undefined)
        throw new Error('the tenant could not be read');
    return (0,_row_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)(tenant['domains']);
}
function common(context, ssoId) {
    return {
        tenantId: context.tenantId(),
        ...(ssoId !== '' && { ssoId }),
        domains: domainsOf(context),
    };
}
function protocolPart(protocol, wanted, ssoId) {
    const settings = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(wanted[protocol]) ? wanted[protocol] : {};
    const isMetadata = protocol === 'saml' && (0,_row_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(settings['idpMetadataUrl']) !== '';
    const other = protocol === 'oidc' ? 'saml' : 'oidc';
    const call = protocol === 'oidc' ? 'ssoOidc' : isMetadata ? 'ssoSamlMetadata' : 'ssoSaml';
    return {
        call,
        phase: _phases_js__WEBPACK_IMPORTED_MODULE_4__/* .PHASES */ .Z.tenantSso,
        doubt: 'repeat',
        patch: { ssoId, [protocol]: settings },
        // Whether the other protocol stays when this one is configured is not known.
        ...((0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .isBlank */ .z3)(wanted[other] ?? null) && { mayLeave: { [other]: {} } }),
        reads: ['tenants'],
        request: (value, context) => {
            const now = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(value[protocol]) ? value[protocol] : {};
            const body = common(context, ssoId);
            if (protocol === 'oidc') {
                const { groupsMapping: _asRoleMappings, ...rest } = now;
                const mapped = roleMappings(now);
                return {
                    body: {
                        ...body,
                        settings: { ...rest, ...(mapped.length > 0 && { roleMappings: mapped }) },
                    },
                };
            }
            return {
                body: { ...body, settings: samlSettings(now), redirectUrl: (0,_row_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(now['redirectUrl']) },
            };
        },
    };
}
function slotPart(ssoId) {
    return {
        call: 'ssoSlot',
        phase: _phases_js__WEBPACK_IMPORTED_MODULE_4__/* .PHASES */ .Z.tenantSso,
        doubt: 'by-key',
        patch: { ssoId },
        // What it was called is in no answer, and a name is required.
        request: (_value, { tenantId }) => ({
            body: { tenantId: tenantId(), ssoId, displayName: ssoId },
        }),
    };
}
function write({ wanted, live, changed }) {
    const ssoId = ssoIdOf(wanted);
    const protocols = ['saml', 'oidc'].filter((one) => changed.has(one) && !(0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .isBlank */ .z3)(wanted[one] ?? null));
    const cleared = ['saml', 'oidc'].filter((one) => changed.has(one) && (0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .isBlank */ .z3)(wanted[one] ?? null) && live !== undefined);
    if (protocols.length === 0 && cleared.length > 0) {
        return 'a configuration is never taken back to none: that loses its addresses and its secret';
    }
    return [
        ...(live === undefined && ssoId !== '' ? [slotPart(ssoId)] : []),
        ...protocols.map((protocol) => protocolPart(protocol, wanted, ssoId)),
    ];
}
function isConfigured(value, protocol) {
    return !(0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .isBlank */ .z3)(value[protocol] ?? null);
}
/** What live has of a protocol that the backup has not, when the other one is written. */
function otherProtocol(live, wanted, changed) {
    const isWritten = ['saml', 'oidc'].some((one) => changed.has(one) && isConfigured(wanted, one));
    return ['saml', 'oidc']
        .filter((one) => isWritten && live !== undefined && isConfigured(live, one))
        .filter((one) => !isConfigured(wanted, one))
        .map((one) => `its ${one.toUpperCase()} configuration, which the backup lacks, stays or goes with its secret and addresses: the service decides`);
}
const TENANT_SSO = {
    noun: 'SSO configuration',
    phase: () => _phases_js__WEBPACK_IMPORTED_MODULE_4__/* .PHASES */ .Z.tenantSso,
    hasBlanks: true,
    apiId: (_value, id) => id,
    naturalKey: (value, id, tenantKey) => (0,_keys_js__WEBPACK_IMPORTED_MODULE_2__/* .ownedKey */ .pW)(tenantKey ?? id, ssoIdOf(value) || _keys_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_SSO */ .YU),
    strip,
    frozen: [],
    projectBound: [],
    references: (value, map, owner) => {
        const role = (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapObject */ .s8)((protocol) => mapRoles(protocol, map, owner));
        return (0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapMember */ .Pw)((0,_members_js__WEBPACK_IMPORTED_MODULE_0__/* .mapMember */ .Pw)(value, 'saml', role), 'oidc', role);
    },
    // No answer has the secret, and whether a blank keeps it is not known.
    hiddenSecrets: (value) => isConfigured(value, 'oidc')
        ? [{ path: ['oidc', 'clientSecret'], isKept: false, isNeeded: true }]
        : [],
    write,
    loses: (action, { live, wanted, changed }) => {
        if (action === 'update')
            return otherProtocol(live, wanted, changed);
        if (action !== 'create')
            return [];
        const ssoId = ssoIdOf(wanted);
        return [
            ...(isConfigured(wanted, 'saml')
                ? ['it has a new ACS URL and new certificates: the identity provider must be told']
                : []),
            ...(live === undefined && ssoId !== ''
                ? [`its name is in no backup: it is called ${JSON.stringify(ssoId)}`]
                : []),
        ];
    },
};


/***/ }),

/***/ 59666:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N$: () => (/* binding */ savedIn),
/* harmony export */   Ru: () => (/* binding */ sectionsAfter),
/* harmony export */   uD: () => (/* binding */ requestsOf)
/* harmony export */ });
/* harmony import */ var _project_sections_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46701);

/** For the tier, for the keys, and a second time for the lists of tenants, flows and roles. */
const MORE_REQUESTS = 5;
/**
 * What `all` means, what the backup has that is restored, as the nights of its line do, and what
 * the restore concerns. Others are left out: those that are by name alone take a request for every
 * tenant each.
 */
function sectionsAfter(backup, { sections }) {
    return new Set([..._project_sections_index_js__WEBPACK_IMPORTED_MODULE_0__/* .SECTIONS_OF_ALL */ .xF, ...savedIn(backup), ...sections]);
}
/** The sections that a backup has. */
function savedIn({ coverage }) {
    return coverage.flatMap(({ section, status }) => status === 'saved' && (0,_project_sections_index_js__WEBPACK_IMPORTED_MODULE_0__/* .isSection */ .EP)(section) ? [section] : []);
}
/**
 * At most so many requests take these sections: each once, what is asked by tenant for each, and
 * each flow and its texts.
 */
function requestsOf(sections, { tenants, flows }) {
    const byTenant = _project_sections_index_js__WEBPACK_IMPORTED_MODULE_0__/* .SECTION_ROWS */ .Gw.filter(({ name, identity }) => identity.by === 'tenant' && sections.has(name));
    return sections.size + byTenant.length * tenants + 2 * flows + MORE_REQUESTS;
}


/***/ }),

/***/ 17445:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ refusalOf)
/* harmony export */ });
/* harmony import */ var _project_restore_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51799);

const SECOND_MS = 1000;
function deadlineReason(plan, { deadlineMinutes, timeLeftMs }) {
    if (plan.cost.seconds * SECOND_MS <= timeLeftMs)
        return undefined;
    const left = Math.max(0, Math.floor(timeLeftMs / SECOND_MS));
    return `the plan takes ${(0,_project_restore_words_js__WEBPACK_IMPORTED_MODULE_0__/* .costInWords */ .M7)(plan)}, its proof among it, and of deadline-minutes (${deadlineMinutes}) ${left} seconds are left: raise deadline-minutes, or restore fewer objects (only)`;
}
/** Why nothing is written, as one sentence; undefined where the plan may be applied. */
function refusalOf(plan, approval) {
    const { planId, maxChanges } = approval;
    if (planId === undefined) {
        return 'nothing was written: no plan was approved. Give the id that the plan run printed as plan-id';
    }
    if (planId !== plan.plan_id) {
        return `nothing was written: the plan ${planId} that was approved is stale, since the backup, the project or what is asked for is another by now; the new plan is ${plan.plan_id}. Look through it, and approve that one`;
    }
    const count = (0,_project_restore_words_js__WEBPACK_IMPORTED_MODULE_0__/* .writeCount */ .jG)(plan);
    if (count > maxChanges) {
        return `nothing was written: the plan has ${count} changes, and max-changes allows ${maxChanges}. Look through them, and raise max-changes, or restore fewer objects (only)`;
    }
    const late = count === 0 ? undefined : deadlineReason(plan, approval);
    return late && `nothing was written: ${late}`;
}


/***/ }),

/***/ 63770:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ RestoreNotProvenError)
/* harmony export */ });
/**
 * A restore that is not as its plan announced: what became of it is in the report, which was
 * written.
 */
class RestoreNotProvenError extends Error {
    name = 'RestoreNotProvenError';
    report;
    constructor(message, report) {
        super(message);
        this.report = report;
    }
}


/***/ }),

/***/ 61061:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ preparePlan)
});

// EXTERNAL MODULE: ./src/copies/temporary-folder.ts
var temporary_folder = __webpack_require__(82527);
// EXTERNAL MODULE: ./src/descope/client.ts
var descope_client = __webpack_require__(19186);
// EXTERNAL MODULE: ./src/descope/errors.ts
var errors = __webpack_require__(41874);
// EXTERNAL MODULE: ./src/services/restore/read-side.ts
var read_side = __webpack_require__(65653);
// EXTERNAL MODULE: ./src/models/restore-plan.ts + 1 modules
var restore_plan = __webpack_require__(12489);
// EXTERNAL MODULE: ./src/json/write.ts
var write = __webpack_require__(11249);
// EXTERNAL MODULE: ./src/storage/checksums.ts
var checksums = __webpack_require__(34025);
;// CONCATENATED MODULE: ./src/services/restore/plan-id.ts
/**
 * The id of a plan: what is approved. The same backup, project, scope and live state give the same
 * id.
 */



function sorted(values) {
    return values
        .map((value) => (0,write/* canonicalJson */.dj)(value))
        .sort()
        .filter((text, index, all) => text !== all[index - 1]);
}
/**
 * SHA-256 of what a plan would do. Not in it: when it was made, what live alone has, how the backup
 * was found, limits, and places on the disk; of secrets the places that were supplied, never a
 * value; of refusals their kind, not their text.
 */
function planIdOf({ tool, mode, project_id, backup, scope, steps, refusals, }) {
    return (0,checksums/* sha256 */.sc)((0,write/* canonicalJson */.dj)({
        format_version: restore_plan/* RESTORE_FORMAT_VERSION */.wM,
        tool: { name: tool.name, version: tool.version },
        mode,
        project_id,
        manifest_sha256: backup.manifest_sha256,
        scope: {
            only: sorted(scope.only),
            with_dependencies: scope.with_dependencies,
            delete: sorted(scope.delete),
            supplied_secrets: sorted(scope.supplied_secrets),
            accepted_user_loss: sorted(scope.accepted_user_loss),
            users_status: scope.users_status,
        },
        steps: sorted(steps
            .filter(({ action }) => action !== 'identical')
            .map(({ section, id, action, live_sha256 = null, target_sha256 = null }) => ({
            section,
            id,
            action,
            live_sha256,
            target_sha256,
        }))),
        refusals: sorted(refusals.map(({ section, kind }) => ({ section, kind }))),
    }));
}

;// CONCATENATED MODULE: ./src/services/restore/make-plan.ts
/** plan.json of a restore: a plan with its id, its cost and what it was made from. */


/** The whole plan as it is written, shown and approved. */
function makePlan({ cost, refusals: earlier = [], ...header }, result) {
    const { steps, kept, counts, findings, risk } = result;
    const refusals = [...earlier, ...result.refusals];
    const plan_id = planIdOf({ ...header, steps, refusals });
    return {
        format_version: restore_plan/* RESTORE_FORMAT_VERSION */.wM,
        plan_id,
        ...header,
        counts,
        risk,
        findings,
        steps,
        kept,
        refusals,
        cost: { ...cost },
    };
}

;// CONCATENATED MODULE: ./src/services/restore/cost.ts
/**
 * What an apply costs: its requests, and how long they take at the rate that the service grants.
 */
const LOWEST = { requests: 100, seconds: 60 };
const HIGHER = { requests: 1000, seconds: 10 };
/** A write at once is answered in about this time, and the next one waits for it. */
const SECONDS_A_REQUEST = 0.1;
/** A write, a look before it, and two after it. */
const REQUESTS_A_WRITE = 4;
/** For the second plan, the safety backup, and what both are proven by. */
const CAPTURES = 4;
function rateOf(tier) {
    return tier === undefined || tier === '' || /^(?:free|tier1)$/i.test(tier) ? LOWEST : HIGHER;
}
/** At most so much, polls for lag apart. */
function costOf({ writes, captureRequests, fullRequests, tier }) {
    const requests = writes === 0 ? 0 : writes * REQUESTS_A_WRITE + CAPTURES * captureRequests + fullRequests;
    const rate = rateOf(tier);
    const limited = (requests / rate.requests) * rate.seconds;
    const seconds = Math.ceil(Math.max(limited, requests * SECONDS_A_REQUEST));
    return { requests, seconds, ...(tier !== undefined && { rate_limit_tier: tier }) };
}

// EXTERNAL MODULE: ./src/services/backup/tool.ts
var tool = __webpack_require__(37605);
// EXTERNAL MODULE: ./src/project/restore/row.ts
var row = __webpack_require__(13360);
;// CONCATENATED MODULE: ./src/services/restore/facts.ts

const NO_FACTS = { userCounts: new Map() };
function block(draft, reason) {
    draft.action = 'blocked';
    draft.reason = reason;
}
function isWritten({ action }) {
    return action === 'create' || action === 'update';
}
/**
 * A schema that deletes types is saved only where it was asked for by name: their relations between
 * users and things go with them.
 */
function applyFga(draft, dryRun, isNamed) {
    if (dryRun === undefined)
        return [];
    if (dryRun.kind === 'refused') {
        block(draft, `the service refuses the schema: ${dryRun.text}`);
        return [{ section: 'fga-schema', kind: 'fga-invalid', text: dryRun.text }];
    }
    if (dryRun.deletes.length === 0)
        return [];
    const names = [...dryRun.deletes].sort().join(', ');
    const text = `it deletes ${names}, with all relations that were made by it`;
    if (!isNamed)
        block(draft, `${text}: name fga-schema in only to accept that`);
    else
        draft.loses = [...draft.loses, text];
    return [{ section: 'fga-schema', kind: 'fga-deletes', text }];
}
function applyValidation(drafts, validation) {
    if (validation === undefined || drafts.length === 0)
        return [];
    const refusals = [
        ...validation.failures.map((text) => ({
            section: 'snapshot',
            kind: 'snapshot-failure',
            text,
        })),
        ...validation.missingSecrets.map((text) => ({
            section: 'snapshot',
            kind: 'snapshot-missing-secret',
            text,
        })),
    ].sort((a, b) => (a.kind + a.text < b.kind + b.text ? -1 : 1));
    const [first] = refusals;
    if (first !== undefined) {
        for (const draft of drafts)
            block(draft, `the service refuses the import: ${first.text}`);
    }
    return refusals;
}
/** Blocks what the service refuses. Drafts are changed. */
function applyFacts(drafts, facts, choice) {
    const written = drafts.all.filter(isWritten);
    const fga = written.find(({ match }) => match.ref.section === 'fga-schema');
    const isNamed = choice.selectors.some((selector) => selector.kind !== 'tenant' && selector.section === 'fga-schema');
    const needs = { fgaDryRun: fga && (0,row/* textOf */.b6)(fga.target['dsl']) };
    const files = written.filter(({ match }) => match.ref.section === 'snapshot');
    return {
        refusals: [
            ...(fga === undefined ? [] : applyFga(fga, facts.fgaDryRun, isNamed)),
            ...applyValidation(files, facts.snapshotValidation),
        ],
        needs,
    };
}

// EXTERNAL MODULE: ./src/services/restore/restore-folder.ts + 1 modules
var restore_folder = __webpack_require__(91757);
// EXTERNAL MODULE: ./src/runs/restore/after-sections.ts
var after_sections = __webpack_require__(59666);
// EXTERNAL MODULE: ./src/descope/object-reader.ts + 2 modules
var object_reader = __webpack_require__(18532);
// EXTERNAL MODULE: ./src/json/value.ts
var json_value = __webpack_require__(88399);
// EXTERNAL MODULE: ./src/services/restore/objects.ts
var objects = __webpack_require__(56641);
// EXTERNAL MODULE: ./src/services/restore/planned-write.ts
var planned_write = __webpack_require__(21565);
// EXTERNAL MODULE: ./src/project/restore/snapshot.ts
var snapshot = __webpack_require__(31642);
;// CONCATENATED MODULE: ./src/services/restore/snapshot-write.ts
/**
 * The one import that writes all files of a snapshot that change: over what live exports at that
 * moment.
 */



/** All files of live, as one object of paths: an import needs them together. */
const WHOLE_SNAPSHOT = { section: 'snapshot', id: '', naturalKey: '' };
/** The folder of the files that an index lists, and what it calls each. */
function listedName(index, path) {
    const folder = index.slice(0, index.lastIndexOf('/') + 1);
    if (!path.startsWith(folder) || path === index)
        return undefined;
    const rest = path.slice(folder.length);
    if (/^(?:widgets\/)?flows\//.test(folder))
        return rest.split('/', 1)[0];
    return folder === 'assets/' ? rest : rest.replace(/\.json$/, '');
}
/** An index with the names of files that were added, as the backup's own index lists them. */
function withNames(index, now, saved, added) {
    if (!(0,json_value/* isJsonObject */.OW)(now) || !(0,json_value/* isJsonObject */.OW)(saved))
        return now;
    const names = new Set(added.map((path) => listedName(index, path)));
    const result = {};
    for (const [key, child] of Object.entries(now))
        (0,json_value/* setOwn */.P5)(result, key, child);
    for (const [key, child] of Object.entries(saved)) {
        if (!Array.isArray(child))
            continue;
        const there = Array.isArray(now[key]) ? now[key] : [];
        const wanted = child.filter((one) => typeof one === 'string' && names.has(one) && !there.includes(one));
        if (wanted.length > 0)
            (0,json_value/* setOwn */.P5)(result, key, [...there, ...wanted]);
    }
    return result;
}
/**
 * What is imported: live's files, the changed ones in place of theirs, and indexes that know what
 * was added.
 */
function filesOf(parts, saved, context) {
    const live = context.live(WHOLE_SNAPSHOT);
    if (live === undefined)
        throw new Error('the snapshot of the project could not be read');
    const files = {};
    for (const [path, content] of Object.entries(live))
        (0,json_value/* setOwn */.P5)(files, path, content);
    const added = [];
    for (const part of parts) {
        const [ref] = part.objects;
        if (ref === undefined)
            continue;
        const path = ref.id;
        const hasFile = Object.hasOwn(live, path);
        if (!hasFile)
            added.push(path);
        const { body } = part.request({
            ...context,
            live: () => (hasFile ? (0,snapshot/* fileObject */.C6)(live[path]) : undefined),
        });
        if (body !== undefined)
            (0,json_value/* setOwn */.P5)(files, path, (0,snapshot/* fileContent */.qY)(body));
    }
    for (const [path, content] of saved.indexFiles) {
        if (!(0,snapshot/* isIndexFile */.pO)(path) || path === 'snapshot.json')
            continue;
        const now = Object.hasOwn(files, path) ? files[path] : {};
        const next = withNames(path, now, content, added);
        if (next !== now)
            (0,json_value/* setOwn */.P5)(files, path, next);
    }
    return files;
}
/** Whether a file that is imported writes an object of another section as well. */
function isShared({ objects }, paths) {
    return objects.some(({ section }) => snapshot/* SHARED */.SG.some(([file, other]) => other === section && paths.some((path) => file.test(path))));
}
function merged(maps) {
    return new Map(maps.flatMap((map) => [...map]));
}
/**
 * Makes one import of all files that are planned, in place of each. What such a file writes beside
 * it, such as the attributes of users, goes along and has no write of its own.
 */
function joinSnapshotWrites(writes, saved) {
    const files = writes.filter(({ call }) => call === 'snapshotImport');
    const [first] = files;
    if (first === undefined)
        return [...writes];
    const paths = files.flatMap(({ objects }) => objects.map(({ id }) => id));
    const along = writes.filter((write) => write.action !== 'delete' && isShared(write, paths));
    const parts = [...files].sort((a, b) => (refOf(a) < refOf(b) ? -1 : 1));
    const all = [...parts, ...along];
    const joined = {
        ...first,
        objects: all.flatMap(({ objects }) => objects),
        action: 'update',
        before: merged(all.map(({ before }) => before)),
        after: merged(all.map(({ after }) => after)),
        dependsOn: [
            ...new Map(all
                .flatMap(({ dependsOn }) => dependsOn)
                .filter((ref) => !all.some(({ objects }) => objects.some((one) => (0,planned_write/* refText */.d)(one) === (0,planned_write/* refText */.d)(ref))))
                .map((ref) => [(0,planned_write/* refText */.d)(ref), ref])).values(),
        ],
        doubt: 'repeat',
        reads: [WHOLE_SNAPSHOT],
        request: (context) => ({ body: { files: filesOf(parts, saved, context) } }),
    };
    const replaced = new Set(all);
    return [...writes.filter((write) => !replaced.has(write)), joined];
}
function refOf({ objects }) {
    const [ref] = objects;
    return ref === undefined ? '' : (0,planned_write/* refText */.d)(ref);
}

;// CONCATENATED MODULE: ./src/runs/restore/count-users.ts


const USERS_A_PAGE = 100;
/** Of more users nobody waits for the end: they are not counted. */
const MAX_PAGES = 50;
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
/**
 * Whether a user has it. One of whom the answer does not tell counts: it was found by the filter.
 */
function isHolder(user, { tenantId, role }) {
    if (!(0,json_value/* isJsonObject */.OW)(user) || !Array.isArray(user['userTenants']))
        return true;
    const tenants = listOf(user['userTenants']).filter(json_value/* isJsonObject */.OW);
    const own = tenants.filter((one) => tenantId === undefined || one['tenantId'] === tenantId);
    if (role === undefined)
        return own.length > 0;
    const holders = tenantId === undefined ? [user, ...own] : own;
    return holders.some(({ roleNames }) => !Array.isArray(roleNames) || listOf(roleNames).includes(role));
}
function queryOf({ tenantId, role }) {
    if (tenantId === undefined)
        return { roleNames: [role ?? ''] };
    if (role === undefined)
        return { tenantIds: [tenantId] };
    return { tenantIds: [tenantId], tenantRoleNames: { [tenantId]: { values: [role] } } };
}
/**
 * Counts users. Each that is answered is looked at: a filter that the service does not know must
 * not make everybody a holder, nor hide one.
 *
 * @returns undefined when they cannot be counted
 * @throws BudgetError; what cancels the run
 */
async function countHolders(client, holding) {
    let holders = 0;
    let seen = 0;
    try {
        for (let page = 0; page < MAX_PAGES; page++) {
            const body = { ...queryOf(holding), limit: USERS_A_PAGE, page };
            const { users, total } = await client.call('userSearch', { body });
            const found = listOf(users);
            const ours = found.filter((user) => isHolder(user, holding)).length;
            seen += found.length;
            holders += ours;
            const said = typeof total === 'number' || typeof total === 'string' ? Number(total) : NaN;
            // The filter is kept: what it says of all is true of all.
            if (page === 0 && ours > 0 && ours === found.length && said > ours)
                return said;
            if (found.length === 0 || (found.length < USERS_A_PAGE && !(said > seen))) {
                return said > seen ? undefined : holders;
            }
        }
        return holders > 0 ? holders : undefined;
    }
    catch (error) {
        if (error instanceof errors/* BudgetError */.Wp || !(error instanceof errors/* SectionError */.KN))
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/runs/restore/ask-service.ts







/** A refusal of what was asked, not of the one who asks: nothing else would be answered either. */
function isRefusal(error) {
    if (!(error instanceof errors/* DescopeApiError */.sV) || error.status === undefined)
        return false;
    return error.status >= 400 && error.status <= 499 && error.status !== 401;
}
function textsOf(value) {
    if (!Array.isArray(value))
        return [];
    return value.filter((one) => typeof one === 'string');
}
/** What saving a schema would delete. @throws SectionError when nobody can tell */
async function fgaDryRun(dsl, client) {
    try {
        const { deletesPreview } = await client.call('fgaDryRun', { body: { dsl } });
        const preview = (0,json_value/* isJsonObject */.OW)(deletesPreview) ? deletesPreview : {};
        const deletes = [...textsOf(preview['types']), ...textsOf(preview['relations'])];
        // It says that something goes, and not what.
        const isUntold = deletes.length === 0 && preview['hasDeletes'] === true;
        return {
            kind: 'ok',
            deletes: isUntold ? ['types or relations that it does not name'] : deletes,
        };
    }
    catch (error) {
        if (!isRefusal(error))
            throw error;
        return { kind: 'refused', text: error.message };
    }
}
/** A secret that an import lacks, in words: never its value. */
function missingInWords(kind, entry) {
    if (!(0,json_value/* isJsonObject */.OW)(entry))
        return kind;
    const { name, id, type } = entry;
    const called = [name, id].find((one) => typeof one === 'string' && one !== '');
    const what = typeof type === 'string' && type !== '' ? ` (${type})` : '';
    return `${kind}: ${JSON.stringify(called ?? '')}${what}`;
}
function validationOf(answer) {
    const failures = textsOf(answer['failures']);
    const lists = (0,json_value/* isJsonObject */.OW)(answer['missingSecrets']) ? answer['missingSecrets'] : {};
    const missingSecrets = Object.entries(lists).flatMap(([kind, list]) => Array.isArray(list)
        ? list.map((entry) => missingInWords(kind, entry))
        : []);
    const isUntold = answer['ok'] === false && failures.length + missingSecrets.length === 0;
    return {
        failures: isUntold ? ['the service does not say why'] : failures,
        missingSecrets,
    };
}
/** All files of the live project as they are, secrets too: in memory alone. @throws SectionError */
async function wholeSnapshot(ids, client) {
    const read = await (0,object_reader/* readObjects */.$)(client, [WHOLE_SNAPSHOT], ids);
    if (read.kind !== 'read') {
        client.session.cancelSignal.throwIfAborted();
        throw new errors/* SectionError */.KN(`the snapshot of the project could not be read: ${read.reason}`);
    }
    return read.objects[0]?.value;
}
/**
 * The import as it would be sent now; undefined where it refers to what this restore creates first.
 */
function importBody(write, live, ids, { secrets, reporter }) {
    try {
        const { body } = write.request({
            live: ({ section, id }) => (section === 'snapshot' && id === '' ? live : undefined),
            ids,
            secrets,
        });
        return body;
    }
    catch (error) {
        const { message } = error;
        reporter.warning({
            named: `the import of the snapshot could not be validated yet: ${message}. The service judges it when it is sent`,
            unnamed: 'the import of the snapshot could not be validated yet. The service judges it when it is sent',
        });
        return undefined;
    }
}
async function snapshotValidation(write, ids, context) {
    const { client } = context;
    const body = importBody(write, await wholeSnapshot(ids, client), ids, context);
    if (body === undefined)
        return undefined;
    try {
        return validationOf(await client.call('snapshotValidate', { body }));
    }
    catch (error) {
        if (!isRefusal(error))
            throw error;
        return { failures: [error.message], missingSecrets: [] };
    }
}
function tenantIds({ sections }) {
    const tenants = sections.get('tenants');
    return tenants && [...tenants.values()].map(({ apiId }) => apiId);
}
/** How many users have a tenant or a role; undefined where they cannot be counted. */
async function usersOf({ section, tenantId, apiId, value }, { client, live }) {
    if (section === 'tenants')
        return countHolders(client, { tenantId: apiId, role: undefined });
    const { name } = value;
    const tenants = tenantId === undefined || tenantId === '' ? tenantIds(live) : [tenantId];
    if (typeof name !== 'string' || tenants === undefined)
        return undefined;
    let count = 0;
    for (const one of tenantId ? tenants : [undefined, ...tenants]) {
        const found = await countHolders(client, { tenantId: one, role: name });
        if (found === undefined)
            return undefined;
        // One is enough to know that it is not free: who is counted twice is told as often.
        count += found;
        if (count > 0)
            break;
    }
    return count;
}
async function userCounts(refs, context) {
    const counts = new Map();
    for (const ref of refs) {
        const object = (0,objects/* objectOf */.X)(context.live, ref.section, ref.id);
        counts.set((0,planned_write/* refText */.d)(ref), object && (await usersOf(object, context)));
    }
    return counts;
}
/**
 * Asks what a plan needs to know.
 *
 * @param result of the plan without the service's word
 * @throws SectionError when a question was not answered; what cancels the run
 */
async function askService({ needs, ids }, context) {
    const { client } = context;
    const dryRun = needs.fgaDryRun === undefined ? undefined : await fgaDryRun(needs.fgaDryRun, client);
    const validation = needs.snapshotImport === undefined
        ? undefined
        : await snapshotValidation(needs.snapshotImport, ids, context);
    return {
        ...(dryRun && { fgaDryRun: dryRun }),
        ...(validation && { snapshotValidation: validation }),
        userCounts: await userCounts(needs.userCounts, context),
    };
}

// EXTERNAL MODULE: ./src/project/sections/index.ts + 23 modules
var sections = __webpack_require__(46701);
// EXTERNAL MODULE: ./src/project/restore-words.ts
var restore_words = __webpack_require__(51799);
// EXTERNAL MODULE: ./src/project/object-names.ts
var object_names = __webpack_require__(75471);
// EXTERNAL MODULE: ./src/project/restore/rows.ts + 14 modules
var rows = __webpack_require__(86165);
;// CONCATENATED MODULE: ./src/services/restore/scope.ts
/** What a restore is about: what `only` and `delete` name, held to what the backup has. */



/** An input that names what is not there. */
class ScopeError extends Error {
    name = 'ScopeError';
}
function isOf(selector, { section, id, tenantId }) {
    if (selector.kind === 'section')
        return section === selector.section;
    if (selector.kind === 'tenant') {
        return (section === 'tenants' ? id : tenantId) === selector.id;
    }
    if (section !== selector.section)
        return false;
    // All configurations of a tenant are named by its id.
    return id === selector.id || (section === 'tenant-sso' && tenantId === selector.id);
}
function hasAny(selector, side) {
    for (const objects of side.sections.values()) {
        for (const object of objects.values())
            if (isOf(selector, object))
                return true;
    }
    return false;
}
/** @throws ScopeError for what the backup did not save, and for an object that it does not have */
function checkSelector(selector, saved) {
    const section = selector.kind === 'tenant' ? 'tenants' : selector.section;
    const status = saved.statuses.get(section);
    if (!saved.sections.has(section)) {
        const why = status === undefined
            ? 'not asked for'
            : `${status.status}${status.note && `: ${status.note}`}`;
        throw new ScopeError(`only: the backup has no section ${section} (${why})`);
    }
    if (selector.kind !== 'section' && !hasAny(selector, saved)) {
        throw new ScopeError(`only: the backup has no ${(0,object_names/* choiceText */.Vq)(selector)}; list what it has with the command show`);
    }
}
/**
 * Whether an object of the backup is chosen.
 *
 * @throws ScopeError where the choice names what the backup lacks
 */
function chooser({ isAll, selectors }, saved) {
    for (const selector of selectors)
        checkSelector(selector, saved);
    return (object) => isAll || selectors.some((selector) => isOf(selector, object));
}
/** Whether an object is named as itself or by its section, not by `all` alone. */
function isNamed({ selectors }, object) {
    return selectors.some((selector) => isOf(selector, object));
}
/** The object of a list that is named; undefined where there is none. */
function findNamed({ section, id }, objects) {
    return [...objects].find((object) => object.section === section && object.id === id);
}
/** What belongs to a tenant. */
const OF_TENANT = ['tenants', 'tenant-settings', 'tenant-sso', 'roles', 'outbound-apps'];
/**
 * Sections of which live must be known to plan some others: what these refer to, and the tenants
 * that they belong to.
 */
const REFERRED = {
    roles: ['permissions', 'tenants'],
    tenants: ['roles', 'sso-apps'],
    'tenant-settings': ['tenants'],
    'tenant-sso': ['tenants', 'roles'],
    'sso-apps': ['roles'],
    'inbound-apps': ['outbound-apps', 'jwt-templates', 'tenants', 'user-attributes'],
    'outbound-apps': ['tenants'],
    'access-keys': ['roles', 'tenants'],
    'user-attributes': ['permissions'],
    flows: ['roles', 'user-attributes', 'snapshot'],
    theme: ['roles', 'snapshot'],
};
/**
 * Whether a tenant of the backup enforces SSO: before it is told to, its configurations are looked
 * at.
 */
function enforcesSso({ sections }) {
    return [...(sections.get('tenants')?.values() ?? [])].some(({ value }) => value['enforceSSO'] === true);
}
/**
 * The sections that must be read of the live project for a choice: those that are concerned, and
 * what they refer to.
 */
function sectionsToRead(choice, deletes, saved) {
    const concerned = new Set(choice.isAll ? saved.sections.keys() : []);
    for (const selector of [...choice.selectors, ...deletes]) {
        // What goes with a tenant that is deleted must be in the safety backup.
        const isAll = selector.kind === 'tenant' || (selector.section === 'tenants' && deletes.includes(selector));
        for (const section of isAll ? OF_TENANT : [selector.section])
            concerned.add(section);
    }
    const wanted = new Set(concerned);
    for (const section of concerned) {
        for (const other of REFERRED[section] ?? [])
            if (saved.sections.has(other))
                wanted.add(other);
    }
    if (concerned.has('tenants') && enforcesSso(saved))
        wanted.add('tenant-sso');
    // What no call writes is not looked at.
    return sections/* SECTIONS */.bP.filter((section) => wanted.has(section) && (0,rows/* rowOf */.O)(section) !== undefined);
}

// EXTERNAL MODULE: ./src/project/noise.ts
var noise = __webpack_require__(23439);
// EXTERNAL MODULE: ./src/project/secrets/free-form.ts
var free_form = __webpack_require__(72196);
// EXTERNAL MODULE: ./src/project/secrets/withhold.ts + 3 modules
var withhold = __webpack_require__(43588);
// EXTERNAL MODULE: ./src/project/restore/flows.ts
var flows = __webpack_require__(63925);
// EXTERNAL MODULE: ./src/project/restore/holes.ts
var holes = __webpack_require__(24219);
// EXTERNAL MODULE: ./src/project/restore/keys.ts
var keys = __webpack_require__(36178);
;// CONCATENATED MODULE: ./src/project/restore/canonical.ts
/**
 * The canonical form of an object: references by natural key, nothing that the service makes; and
 * the way back.
 */











/**
 * In front of an id that leads to no object that is known: of a user, of a style, or of one that is
 * gone.
 */
const UNKNOWN = '\u0000id\u0000';
function isUnknown(text) {
    return text.startsWith(UNKNOWN);
}
/** The key by which a section calls what a reference names. */
function keyOfName(ids, { section, text, tenant }, tenantKey) {
    if (section !== 'roles')
        return ids.canonical(section, text);
    if (tenant !== undefined && tenantKey !== undefined) {
        const owned = ids.canonical(section, (0,keys/* ownedKey */.pW)(tenantKey, text));
        if (ids.has(section, owned))
            return owned;
    }
    return ids.canonical(section, (0,keys/* ownedKey */.pW)(undefined, text));
}
/** From the ids and names of one project to natural keys, and names as the backup has them. */
function toKeys(ids) {
    return (reference) => {
        const { section, by, text, tenant } = reference;
        if (by === 'id')
            return ids.keyOf(section, text) ?? `${UNKNOWN}${text}`;
        const tenantKey = tenant === undefined ? undefined : ids.keyOf('tenants', tenant);
        const key = keyOfName(ids, reference, tenantKey);
        return section === 'roles' ? (0,keys/* nameInKey */.El)(key) : key;
    };
}
/**
 * An object of a project in canonical form; holes stay.
 *
 * @param owner id of the tenant that it is or belongs to
 */
function toCanonical(row, value, ids, owner) {
    return row.references(row.strip(value), toKeys(ids), owner);
}
/**
 * What a canonical value refers to; not what is unknown on its own side too.
 *
 * @param hasRole whether a role of this key is anywhere: one of a tenant goes before one of the
 * project
 */
function dependenciesOf(row, value, tenantKey, hasRole) {
    const found = new Map();
    const add = (section, naturalKey) => {
        found.set(JSON.stringify([section, naturalKey]), { section, naturalKey });
    };
    row.references(value, (reference) => {
        const { section, by, text, tenant } = reference;
        if (isUnknown(text))
            return text;
        if (by === 'id' || section !== 'roles')
            add(section, text);
        else {
            const owned = tenant === undefined ? undefined : (0,keys/* ownedKey */.pW)(tenant, text);
            add(section, owned !== undefined && hasRole(owned) ? owned : (0,keys/* ownedKey */.pW)(undefined, text));
        }
        return text;
    }, tenantKey);
    return [...found.values()];
}
/**
 * A canonical value with the ids of the live project.
 *
 * @param unknown what stands for a reference without an object there
 * @throws what `unknown` throws
 */
function toLive(row, value, ids, unknown) {
    return row.references(value, (reference) => {
        const { section, by, text } = reference;
        if (isUnknown(text))
            return text.slice(UNKNOWN.length);
        if (by === 'name')
            return text;
        return ids.idOf(section, text) ?? unknown(reference);
    }, undefined);
}
/** Where zero and nothing differ: what customers fill as they like. */
const FREE = new Set([
    'customAttributes',
    'custom_attributes',
    'customClaims',
    'contents',
    'data',
    'template',
    'styles',
]);
function isEmpty(value) {
    return (value === null ||
        value === '' ||
        (typeof value === 'object' && (0,json_value/* isBlank */.z3)(value) && Object.keys(value).length === 0));
}
/**
 * Without members that say nothing: to the service, which keeps protocol buffers, zero and nothing
 * are the same.
 */
function withoutBlanks(value) {
    if (Array.isArray(value))
        return value.map(withoutBlanks);
    if (!(0,json_value/* isJsonObject */.OW)(value))
        return value;
    const result = {};
    for (const [key, child] of Object.entries(value)) {
        if (FREE.has(key)) {
            if (!isEmpty(child))
                (0,json_value/* setOwn */.P5)(result, key, child);
            continue;
        }
        const kept = withoutBlanks(child);
        if (!(0,json_value/* isBlank */.z3)(kept))
            (0,json_value/* setOwn */.P5)(result, key, kept);
    }
    return result;
}
/** A value without noise and without secrets, as it is compared and shown. */
function withoutNoiseAndSecrets(section, id, value) {
    const isSnapshot = section === 'snapshot';
    const plain = isSnapshot ? (0,snapshot/* comparableFile */.VD)(id, (0,holes/* withoutHoles */.W5)(value)) : (0,holes/* withoutHoles */.W5)(value);
    const quiet = isSnapshot
        ? noise/* NEWEST_NOISE */.G3.snapshotFile(id, plain)
        : noise/* NEWEST_NOISE */.G3.ofSection(section, plain);
    const place = isSnapshot ? `snapshot/${id}` : section;
    // Nothing but the secrets of a run is looked for there, and those are withheld already.
    if ((0,free_form/* isFreePlace */.gi)(place))
        return quiet;
    return (0,withhold/* withholdSecrets */.RK)(quiet, { mark: isSnapshot ? '' : withhold/* WITHHELD_MARK */.Uy, place })
        .value;
}
/**
 * As {@link withoutNoiseAndSecrets}, and without what says nothing to the service: by this two
 * values are the same.
 */
function comparableValue(section, id, canonical) {
    const value = withoutNoiseAndSecrets(section, id, canonical);
    return (0,rows/* rowOf */.O)(section)?.hasBlanks === true ? withoutBlanks(value) : value;
}
/** SHA-256 of {@link comparableValue} as canonical JSON, in hexadecimal. */
function comparableHash(section, id, canonical) {
    return (0,checksums/* sha256 */.sc)((0,write/* canonicalJson */.dj)(comparableValue(section, id, canonical)));
}
/** The tenant that a value is, or says that it belongs to. */
function ownerOf(section, value) {
    const { id, tenantId, tenant } = value;
    if (section === 'tenants')
        return typeof id === 'string' ? id : undefined;
    if ((0,json_value/* isJsonObject */.OW)(tenant) && typeof tenant['id'] === 'string')
        return tenant['id'];
    return typeof tenantId === 'string' ? tenantId : undefined;
}
/**
 * Compares objects of the live project as they are read.
 *
 * @param ids of the live project, by the natural keys of the backup
 * @param ofFlows members of the metadata of flows that the plan knows of
 * @returns a function of a section, a raw value, and of a file of a snapshot its path
 */
function makeComparable(ids, ofFlows) {
    return (section, value, id = '') => {
        const row = (0,rows/* rowOf */.O)(section);
        if (row === undefined)
            throw new Error(`a restore knows no section ${JSON.stringify(section)}`);
        const whole = toCanonical(row, value, ids, ownerOf(section, value));
        const canonical = section === 'flows' ? (0,flows/* withMembers */.gn)(whole, ofFlows) : whole;
        return (0,write/* canonicalJson */.dj)(comparableValue(section, id, canonical));
    };
}

// EXTERNAL MODULE: ./src/project/restore/members.ts
var members = __webpack_require__(9375);
;// CONCATENATED MODULE: ./src/services/restore/arming.ts
/** A tenant enforces SSO only when it has some: or nobody could sign in any more. */



function arming_isWritten({ action }) {
    return action === 'create' || action === 'update';
}
function enforces({ parts, live, match }) {
    if (match.ref.section !== 'tenants' || live?.['enforceSSO'] === true)
        return false;
    return parts.some(({ part }) => part.patch['enforceSSO'] === true);
}
function configurationsOf({ match }, drafts) {
    return drafts.ssoOf(match.ref.naturalKey);
}
/** Whether the project has SSO of a tenant already. */
function hasSso({ match }, drafts) {
    const { matching, live } = drafts.context;
    if (!live.sections.has('tenant-sso'))
        return false;
    return (drafts.ssoOf(match.ref.naturalKey).some((one) => one.live !== undefined) ||
        matching.liveOnly.some(({ ref }) => ref.section === 'tenant-sso' && ref.tenantKey === match.ref.naturalKey));
}
/** Where its SSO was not read, nobody knows whether it has some: it is not told to enforce any. */
const NOT_READ = 'whether it has any could not be read';
/** Adds the SSO of tenants that are to enforce it and have none. */
function addSsoOfEnforcing(drafts) {
    for (const draft of drafts.all) {
        if (!arming_isWritten(draft) || !enforces(draft) || hasSso(draft, drafts))
            continue;
        for (const match of configurationsOf(draft, drafts)) {
            if (drafts.of(match) !== undefined)
                continue;
            drafts.add(match).becauseOf = draft.becauseOf ?? (0,planned_write/* refText */.d)(draft.match.ref);
        }
    }
}
/** Takes the switch out of a draft; a part that then changes nothing goes. */
function disarm(draft, reason) {
    const { ref } = draft.match;
    const hash = (value) => comparableHash(ref.section, ref.id, value);
    const off = { enforceSSO: draft.live?.['enforceSSO'] ?? false };
    let before = draft.liveHash;
    const rest = [];
    for (const one of draft.parts) {
        const isSwitch = one.part.patch['enforceSSO'] === true;
        const patch = isSwitch ? (0,members/* without */.FF)(one.part.patch, ['enforceSSO']) : one.part.patch;
        const after = (0,members/* overlay */.Lw)(one.after, off);
        const now = hash(after);
        if (isSwitch && now === before)
            continue;
        rest.push({ ...one, part: { ...one.part, patch }, after });
        before = now;
    }
    if (rest.length === 0) {
        draft.action = 'blocked';
        draft.reason = reason;
        return;
    }
    draft.parts = rest;
    draft.target = rest.at(-1)?.after ?? draft.target;
    draft.targetHash = hash(draft.target);
    draft.loses = [...draft.loses, `it does not enforce SSO: ${reason}`];
}
/**
 * Lets tenants enforce SSO after their configurations, and those that will have none not at all.
 */
function armTenants(drafts) {
    for (const draft of drafts.all) {
        if (!arming_isWritten(draft) || !enforces(draft) || hasSso(draft, drafts))
            continue;
        const saved = configurationsOf(draft, drafts);
        const ready = saved.filter((match) => {
            const other = drafts.of(match);
            return other !== undefined && arming_isWritten(other);
        });
        if (ready.length === 0) {
            const isRead = drafts.context.live.sections.has('tenant-sso');
            const names = saved.map(({ ref }) => (0,planned_write/* refText */.d)(ref)).join(', ');
            const lacks = saved.length === 0
                ? 'neither the project nor the backup has SSO of it'
                : `the project lacks ${names}, which this plan does not restore`;
            disarm(draft, isRead ? lacks : NOT_READ);
            continue;
        }
        const needed = ready.map(({ ref: { section, naturalKey } }) => ({ section, naturalKey }));
        draft.parts = draft.parts.map((one) => one.part.patch['enforceSSO'] === true
            ? { ...one, dependencies: [...one.dependencies, ...needed] }
            : one);
    }
}

// EXTERNAL MODULE: ./src/json/pointer.ts
var pointer = __webpack_require__(89391);
// EXTERNAL MODULE: ./src/project/secrets/names.ts
var names = __webpack_require__(97247);
;// CONCATENATED MODULE: ./src/project/restore/fill.ts
/**
 * The body of a write: holes filled with secrets that are known, and nothing that stands for one.
 */







/** Whether live shows a secret: itself, or a hole where its capture withheld one. */
function isShown(value) {
    return typeof value === 'string' && value !== '' && value !== withhold/* WITHHELD_MARK */.Uy;
}
function withoutSecrets(value) {
    return (0,write/* canonicalJson */.dj)((0,withhold/* withholdSecrets */.RK)((0,holes/* withoutHoles */.W5)(value), { mark: withhold/* WITHHELD_MARK */.Uy }).value);
}
/**
 * What live shows at the place of a hole. An entry of a list must be the same one, secrets apart:
 * or the secret of another entry would be taken for it.
 *
 * @param wanted the value that has the hole
 */
function shownAt(wanted, live, { path, text }) {
    for (const [index, step] of path.entries()) {
        if (typeof step !== 'number')
            continue;
        const to = path.slice(0, index + 1);
        const [entry, other] = [(0,holes/* valueAt */.fK)(wanted, to), (0,holes/* valueAt */.fK)(live, to)];
        if (entry === undefined || other === undefined)
            return undefined;
        if (withoutSecrets(entry) !== withoutSecrets(other))
            return undefined;
    }
    const shown = (0,holes/* valueAt */.fK)(live, path);
    if (live === undefined || !isShown(shown))
        return undefined;
    // Of a text that is a secret in part, the rest must be as it was: or what is live would pass for
    // what was saved.
    const isAll = text === '' || text === withhold/* WITHHELD_MARK */.Uy;
    return isAll || isRestSame(live, path, text) ? shown : undefined;
}
function isRestSame(live, path, text) {
    const shown = (0,holes/* valueAt */.fK)(live, path);
    const hole = (0,holes/* readHole */.nU)(shown);
    if (hole !== undefined)
        return hole.text === text;
    return [withhold/* WITHHELD_MARK */.Uy, ''].some((mark) => (0,holes/* valueAt */.fK)((0,withhold/* withholdSecrets */.RK)((0,holes/* withoutHoles */.W5)(live), { mark }).value, path) === text);
}
/** A value with what live shows in its holes: as it will be read. */
function settled(wanted, live, supplied) {
    if (live === undefined)
        return wanted;
    return (0,holes/* mapTexts */.zO)(wanted, (text, path) => {
        const hole = (0,holes/* readHole */.nU)(text);
        if (hole === undefined || supplied.has(hole.place))
            return text;
        return shownAt(wanted, live, { path, text: hole.text }) ?? text;
    });
}
/**
 * A value with what goes into its holes.
 *
 * @param live the object as it is now, with its secrets
 * @throws Error for a hole that nothing fills
 */
function fillHoles(wanted, live, secrets, isKeptBlank) {
    return (0,holes/* mapTexts */.zO)(wanted, (text, path) => {
        const hole = (0,holes/* readHole */.nU)(text);
        if (hole === undefined)
            return text;
        const filled = secrets.get(hole.place) ?? shownAt(wanted, live, { path, text: hole.text });
        if (filled !== undefined && (0,holes/* readHole */.nU)(filled) === undefined)
            return filled;
        if (isKeptBlank(hole))
            return '';
        throw new Error(`no secret is known for ${hole.place}: supply it with the input secrets`);
    });
}
function setAt(value, [step, ...rest], child) {
    if (step === undefined)
        return value;
    const below = value[step];
    const inner = rest.length === 0 ? child : setAt((0,json_value/* isJsonObject */.OW)(below) ? below : {}, rest, child);
    return (0,members/* overlay */.Lw)(value, { [step]: inner });
}
/**
 * Puts in the secrets that the service never shows, where they were supplied or are shown after
 * all.
 */
function addHiddenSecrets(value, raw, hidden, supplied) {
    return hidden.reduce((now, { path }) => {
        const shown = (0,holes/* valueAt */.fK)(raw, path);
        const secret = supplied(path) ??
            (isShown(shown) && (0,holes/* readHole */.nU)(shown) === undefined ? shown : undefined);
        return secret === undefined ? now : setAt(now, path, secret);
    }, value);
}
/**
 * Without members that are named as a secret and empty: to write one could clear what is stored.
 */
function withoutEmptySecrets(value, place) {
    if (Array.isArray(value)) {
        return value.map((one) => withoutEmptySecrets(one, place));
    }
    if (!(0,json_value/* isJsonObject */.OW)(value) || free_form/* FREE_FORMS */.T2.isFreePlace(place))
        return value;
    const result = {};
    for (const [key, child] of Object.entries(value)) {
        if (free_form/* FREE_FORMS */.T2.isFreeKey(key, place))
            (0,json_value/* setOwn */.P5)(result, key, child);
        else if (child !== '' || !(0,names/* isSecretName */.eh)(key))
            (0,json_value/* setOwn */.P5)(result, key, withoutEmptySecrets(child, place));
    }
    return result;
}
/**
 * The last look at a body.
 *
 * @throws Error where it still has a hole or the mark of a withheld secret
 */
function requireFilled(body, what) {
    (0,holes/* mapTexts */.zO)(body, (text, path) => {
        if ((0,holes/* isUnfilled */.A0)(text)) {
            throw new Error(`${what}: a withheld secret would be written as its placeholder at /${path.join('/')}: nothing was sent`);
        }
        return text;
    });
}

;// CONCATENATED MODULE: ./src/services/restore/draft.ts
/** What becomes of one object of the backup, looked at by itself. */








/** Whether a write can be planned at all. */
function isPossible({ action }) {
    return action === 'create' || action === 'update' || action === 'identical';
}
/** The saved object as it is wanted in the project, in canonical form. */
function wantedOf({ saved, ref }, row, context) {
    const owner = ref.section === 'tenants' ? saved.apiId : saved.tenantId;
    const canonical = toCanonical(row, saved.value, context.matching.savedIds, owner);
    const isBound = context.isOtherProject && (ref.section !== 'snapshot' || ref.id === 'project.json');
    return isBound ? (0,members/* without */.FF)(canonical, row.projectBound) : canonical;
}
function liveOf({ live, ref }, row, { matching }) {
    if (live === undefined)
        return undefined;
    const owner = ref.section === 'tenants' ? live.apiId : live.tenantId;
    return toCanonical(row, live.value, matching.liveIds, owner);
}
/** Top-level members in which two values are not the same. */
function changedMembers(before, after) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    const text = (value, key) => Object.hasOwn(value, key) ? (0,write/* canonicalJson */.dj)(value[key] ?? null) : '';
    return new Set([...keys].filter((key) => text(before, key) !== text(after, key)));
}
/** Of what comes with its tenant: nobody knows how it reads then. */
const ANY_HASH = Symbol('any hash');
/** How an object reads before its first write. */
function hashBefore({ match: { ref }, live, liveHash }) {
    if (live !== undefined)
        return liveHash;
    return ref.section === 'tenant-settings' ? ANY_HASH : undefined;
}
/** Places of secrets that the writes need and nobody has. */
function missingSecrets({ saved, live, ref }, row, { parts, wanted, canonicalLive, }, supplied) {
    const missing = new Set();
    for (const { patch } of parts) {
        for (const hole of (0,holes/* holesOf */.V6)(patch)) {
            if ((0,holes/* isLiveHole */.Dv)(hole))
                continue;
            const isCleared = saved.withheld.some(({ place, isCleared }) => place === hole.place && isCleared);
            // A blank in a secret field keeps what an import finds there.
            const isKept = ref.section === 'snapshot' && live !== undefined && !isCleared;
            const isKnown = supplied.has(hole.place) || isKept;
            if (!isKnown && shownAt(patch, canonicalLive, hole) === undefined)
                missing.add(hole.place);
        }
    }
    for (const { path, isKept, isNeeded } of row.hiddenSecrets?.(wanted) ?? []) {
        const place = `${saved.place}${(0,pointer/* jsonPointer */.Av)(path)}`;
        const wasThere = saved.withheld.some((one) => one.place === place);
        const isLeftOut = live === undefined ? !isNeeded && !wasThere : isKept;
        if (isLeftOut || supplied.has(place) || isShown((0,holes/* valueAt */.fK)(live?.value, path)))
            continue;
        missing.add(place);
    }
    return [...missing].sort();
}
function quoted(names) {
    return names.map((name) => JSON.stringify(name)).join(', ');
}
/** Why an object is not looked at any further; undefined where it is. */
function refusal(match, { live }) {
    const { ref, saved, doubt } = match;
    const liveSection = live.sections.get(ref.section);
    if (liveSection === undefined) {
        const { status = 'not asked for', note = '' } = live.statuses.get(ref.section) ?? {};
        return ['blocked', `the project was not read here (${status}${note && `: ${note}`})`];
    }
    if (doubt !== undefined)
        return ['unsupported', doubt];
    const twin = ref.section === 'snapshot' ? (0,snapshot/* twinSection */.mX)(ref.id) : undefined;
    if (twin !== undefined) {
        return [
            'unsupported',
            `it repeats the section ${twin}, which is restored by calls of its own: choose that`,
        ];
    }
    if (saved.isBroken || match.live?.isBroken === true) {
        return ['unsupported', 'a key of it was withheld: nobody knows what it is called'];
    }
    return undefined;
}
/** Says what becomes of one object, whatever becomes of others. */
function draftOf(match, context) {
    const { ref } = match;
    const row = (0,rows/* rowOf */.O)(ref.section);
    const live = liveOf(match, row, context);
    const saved = wantedOf(match, row, context);
    const wanted = live === undefined ? saved : (row.merge?.(saved, live, ref.id) ?? saved);
    const hash = (value) => comparableHash(ref.section, ref.id, value);
    const base = {
        match,
        row,
        live,
        liveHash: live && hash(live),
        becauseOf: undefined,
        missing: [],
        parts: [],
        loses: [],
    };
    const none = (action, reason) => {
        const target = live === undefined
            ? wanted
            : (0,members/* overlay */.Lw)(live, (0,members/* without */.FF)(settled(wanted, live, context.supplied), row.frozen));
        return { ...base, action, reason, target, targetHash: hash(target) };
    };
    const refused = refusal(match, context);
    if (refused !== undefined)
        return none(...refused);
    const { fixed, changed } = differencesOf(match, row, wanted, live, context.supplied);
    const frozen = fixed.length > 0 ? `${quoted(fixed)} cannot be changed once it is there` : undefined;
    if (changed.size === 0 && live !== undefined) {
        return frozen === undefined ? none('identical', undefined) : none('unsupported', frozen);
    }
    const untouchable = row.untouchable?.(match.saved.value);
    if (untouchable !== undefined)
        return none('unsupported', untouchable);
    const { section, id } = ref;
    const { isOtherProject } = context;
    const isIdFree = !isTaken(match, context);
    const change = { section, id, wanted, live, changed, isOtherProject, isIdFree };
    const parts = row.write(change);
    if (typeof parts === 'string')
        return none('unsupported', parts);
    if (isOtherProject && parts.some(({ patch: one }) => hasUnknown(one))) {
        return none('blocked', 'it refers to something of the other project that the backup does not have');
    }
    if (parts.length === 0)
        return none('unsupported', 'no call writes what differs');
    const planned = planParts(parts, live, match, row, context);
    const target = planned.at(-1)?.after ?? wanted;
    const action = live === undefined ? 'create' : 'update';
    const missing = missingSecrets(match, row, { parts, wanted, canonicalLive: live }, context.supplied);
    return {
        ...base,
        action: missing.length > 0 ? 'missing-secret' : action,
        reason: missing.length > 0
            ? 'it has secrets that are in no backup: supply them with the input secrets'
            : undefined,
        missing,
        target,
        targetHash: hash(target),
        parts: planned,
        loses: [
            ...(frozen === undefined ? [] : [`${frozen}: it stays as it is`]),
            ...row.loses(action, change),
        ],
    };
}
/** Whether another object of the project has the id that this one has in the backup. */
function isTaken({ saved, live }, context) {
    if (live !== undefined)
        return live.apiId !== saved.apiId;
    const objects = context.live.sections.get(saved.section)?.values() ?? [];
    return [...objects].some(({ apiId }) => apiId === saved.apiId);
}
/** Whether a canonical value has an id that leads to nothing. */
function hasUnknown(value) {
    let isFound = false;
    (0,holes/* mapTexts */.zO)(value, (text) => {
        isFound ||= isUnknown(text);
        return text;
    });
    return isFound;
}
function differencesOf({ ref: { section, id } }, row, given, live, supplied) {
    const wanted = settled(given, live, supplied);
    const compared = (value) => comparableValue(section, id, value);
    if (live === undefined) {
        return { fixed: [], changed: new Set(Object.keys(wanted)) };
    }
    const patch = (0,members/* without */.FF)(wanted, row.frozen);
    const changed = changedMembers(compared(live), compared((0,members/* overlay */.Lw)(live, patch)));
    const all = changedMembers(compared(live), compared((0,members/* overlay */.Lw)(live, wanted)));
    return { fixed: [...all].filter((key) => !changed.has(key)).sort(), changed };
}
/** The parts with how the object reads after each. */
function planParts(parts, live, { ref, saved }, row, { matching, supplied }) {
    const { savedIds, liveIds } = matching;
    const hasRole = (key) => savedIds.has('roles', key) || liveIds.has('roles', key);
    const tenantKey = ref.section === 'tenants' ? ref.naturalKey : ref.tenantKey;
    let now = live ?? {};
    return parts.map((part) => {
        now = (0,members/* overlay */.Lw)(now, settled(part.patch, live, supplied));
        const found = dependenciesOf(row, part.patch, tenantKey, hasRole);
        const ofTenant = saved.tenantId === undefined || ref.tenantKey === undefined
            ? []
            : [{ section: 'tenants', naturalKey: ref.tenantKey }];
        const orAfter = part.mayLeave && (0,members/* overlay */.Lw)(now, part.mayLeave);
        return { part, after: now, ...(orAfter && { orAfter }), dependencies: [...found, ...ofTenant] };
    });
}

;// CONCATENATED MODULE: ./src/services/restore/closure.ts


/** The drafts of a plan by section and natural key. */
class Drafts {
    #byRef = new Map();
    #matches = new Map();
    #connectors = new Map();
    #sso = new Map();
    context;
    constructor(context) {
        this.context = context;
        for (const match of context.matching.matches) {
            const { section, naturalKey } = match.ref;
            this.#matches.set(JSON.stringify([section, naturalKey]), match);
            if (section === 'tenant-sso') {
                const tenantKey = match.ref.tenantKey ?? '';
                this.#sso.set(tenantKey, [...(this.#sso.get(tenantKey) ?? []), match]);
            }
            const { name } = match.saved.value;
            if (section === 'snapshot' &&
                match.ref.id.startsWith('connectors/') &&
                typeof name === 'string') {
                this.#connectors.set(name, match);
            }
        }
    }
    get all() {
        return [...this.#byRef.values()];
    }
    matchOf({ section, naturalKey }) {
        if (section === 'connectors')
            return this.#connectors.get(naturalKey);
        return this.#matches.get(JSON.stringify([section, naturalKey]));
    }
    /** The SSO configurations that the backup has of a tenant. */
    ssoOf(tenantKey) {
        return this.#sso.get(tenantKey) ?? [];
    }
    of(match) {
        return this.#byRef.get((0,planned_write/* refText */.d)(match.ref));
    }
    add(match) {
        const draft = draftOf(match, this.context);
        this.#byRef.set((0,planned_write/* refText */.d)(match.ref), draft);
        return draft;
    }
    /** Whether the project has what is referred to, under the name that it is referred to by. */
    isThere(dependency) {
        const { live, matching } = this.context;
        const { section, naturalKey } = dependency;
        // What was not read cannot be missed: the service will tell.
        if (section === 'connectors' ? !live.sections.has('snapshot') : !live.sections.has(section)) {
            return true;
        }
        if (!matching.liveIds.has(section, naturalKey))
            return false;
        return this.matchOf(dependency)?.isRenamed !== true;
    }
    /** What a draft needs that the project lacks. */
    lacking({ parts, match }) {
        const own = JSON.stringify([match.ref.section, match.ref.naturalKey]);
        const found = new Map();
        for (const { dependencies } of parts) {
            for (const one of dependencies) {
                const key = JSON.stringify([one.section, one.naturalKey]);
                if (key !== own && !this.isThere(one))
                    found.set(key, one);
            }
        }
        return [...found.values()];
    }
}
function closure_isWritten({ action }) {
    return action === 'create' || action === 'update';
}
function nameOf({ section, naturalKey }) {
    return `${section}/${naturalKey}`;
}
function closure_block(draft, reason) {
    draft.action = 'blocked';
    draft.reason = reason;
}
/** Adds what the drafts need, and what that needs in turn. */
function addNeeded(drafts) {
    const queue = drafts.all.filter(closure_isWritten);
    for (let draft = queue.shift(); draft !== undefined; draft = queue.shift()) {
        const root = draft.becauseOf ?? (0,planned_write/* refText */.d)(draft.match.ref);
        for (const dependency of drafts.lacking(draft)) {
            const match = drafts.matchOf(dependency);
            if (match === undefined || drafts.of(match) !== undefined)
                continue;
            const added = drafts.add(match);
            added.becauseOf = root;
            if (closure_isWritten(added))
                queue.push(added);
        }
    }
}
/** Why a draft cannot be written because of what it refers to. */
function reasonOf(draft, drafts) {
    for (const dependency of drafts.lacking(draft)) {
        const name = nameOf(dependency);
        const match = drafts.matchOf(dependency);
        if (match === undefined) {
            return `it refers to ${name}, which neither the project nor the backup has`;
        }
        const needed = drafts.of(match);
        if (needed === undefined) {
            return `it refers to ${(0,planned_write/* refText */.d)(match.ref)}, which the project lacks: choose that too, or with-dependencies`;
        }
        if (!isPossible(needed)) {
            return `it needs ${(0,planned_write/* refText */.d)(match.ref)}, which cannot be restored (${needed.action})`;
        }
    }
    return undefined;
}
/**
 * Adds what the chosen objects need, and blocks those that refer to what will not be there.
 *
 * @param withDependencies whether anything is added
 */
function closeOver(drafts, withDependencies) {
    if (withDependencies)
        addNeeded(drafts);
    for (let isChanged = true; isChanged;) {
        isChanged = false;
        for (const draft of drafts.all.filter(closure_isWritten)) {
            const reason = reasonOf(draft, drafts);
            if (reason === undefined)
                continue;
            closure_block(draft, reason);
            isChanged = true;
        }
    }
}

// EXTERNAL MODULE: ./src/project/restore/phases.ts
var phases = __webpack_require__(93166);
;// CONCATENATED MODULE: ./src/services/restore/object-writes.ts
/**
 * The writes of a draft: what is sent is made at the moment of sending, from the object as it is
 * then.
 */









function tenantRef(ref) {
    const naturalKey = ref.section === 'tenants' ? ref.naturalKey : (ref.tenantKey ?? '');
    return { section: 'tenants', id: ref.id, naturalKey };
}
/** The tenant of an object, or the settings of that tenant. @param tenantId its id in the backup */
function readRef(section, ref, tenantId) {
    const { naturalKey } = tenantRef(ref);
    const id = tenantId ?? ref.id;
    return section === 'tenants'
        ? { section, id, naturalKey }
        : { section, id, naturalKey, tenantKey: naturalKey };
}
function missingReference({ section, text }) {
    throw new Error(`it refers to ${section}/${text}, which is not there`);
}
function bodyContext(ref, saved, context) {
    const { ids } = context;
    return {
        liveId: ids.idOf(ref.section, ref.naturalKey),
        backupId: saved.apiId,
        tenantId: () => {
            const { naturalKey } = tenantRef(ref);
            return (ids.idOf('tenants', naturalKey) ??
                missingReference({ section: 'tenants', by: 'id', text: naturalKey }));
        },
        read: (section) => context.live(readRef(section, ref, saved.tenantId)),
    };
}
/** @throws Error where no body can be made */
function requestOf({ match: { ref, saved }, row, live: hadLive }, part, liveIds, context) {
    const raw = context.live(ref);
    const owner = ref.section === 'tenants' ? liveIds.idOf('tenants', ref.naturalKey) : undefined;
    const now = raw && toCanonical(row, raw, liveIds, owner);
    // A blank in a secret field keeps what an import finds there.
    const isKept = (hole) => ref.section === 'snapshot' &&
        ((0,holes/* isLiveHole */.Dv)(hole)
            ? hole.text === ''
            : hadLive !== undefined &&
                !saved.withheld.some((one) => one.place === hole.place && one.isCleared));
    // What only live has of it, such as members that no snapshot shows, is there since it was read
    // for this write.
    const patch = now === undefined ? part.patch : (row.merge?.(part.patch, now, ref.id) ?? part.patch);
    const filled = fillHoles((0,members/* overlay */.Lw)(now ?? {}, patch), now, context.secrets, isKept);
    const value = addHiddenSecrets(toLive(row, filled, context.ids, (one) => liveIds.formerIdOf(one.section, one.text) ?? missingReference(one)), raw, row.hiddenSecrets?.(filled) ?? [], (path) => context.secrets.get(`${saved.place}${(0,pointer/* jsonPointer */.Av)(path)}`));
    return checked(ref, part.request(value, bodyContext(ref, saved, context)));
}
/** @throws Error where a placeholder would be sent */
function checked(ref, request) {
    if (request.body === undefined)
        return request;
    // In a file of a snapshot a blank is how a secret is kept.
    const body = ref.section === 'snapshot'
        ? request.body
        : withoutEmptySecrets(request.body, ref.section);
    requireFilled(body, (0,planned_write/* refText */.d)(ref));
    return { ...request, body };
}
/** The writes of an object that is created or changed, in their order. */
function writesOf(draft, drafts) {
    const { match, parts } = draft;
    const { ref, saved } = match;
    const { liveIds } = drafts.context.matching;
    const key = (0,planned_write/* refText */.d)(ref);
    const lacking = new Set(drafts.lacking(draft).map((one) => JSON.stringify(one)));
    let before = hashBefore(draft);
    return parts.map(({ part, after, orAfter, dependencies }) => {
        const hashBeforeIt = before;
        const hashAfterIt = comparableHash(ref.section, ref.id, after);
        before = hashAfterIt;
        const needed = dependencies.flatMap((one) => {
            const other = lacking.has(JSON.stringify(one)) ? drafts.matchOf(one) : undefined;
            return other === undefined || other === match ? [] : [other.ref];
        });
        const reads = (part.reads ?? []).map((section) => readRef(section, ref, saved.tenantId));
        return {
            objects: [ref],
            action: hashBeforeIt === undefined ? 'create' : 'update',
            phase: part.phase,
            call: part.call,
            before: hashBeforeIt === ANY_HASH ? new Map() : new Map([[key, hashBeforeIt]]),
            after: new Map([[key, hashAfterIt]]),
            ...(orAfter && { orAfter: new Map([[key, comparableHash(ref.section, ref.id, orAfter)]]) }),
            dependsOn: [...new Map(needed.map((one) => [(0,planned_write/* refText */.d)(one), one])).values()],
            doubt: part.doubt,
            ...(reads.length > 0 && { reads }),
            request: (context) => requestOf(draft, part, liveIds, context),
            ...(part.newId !== undefined && { newId: part.newId }),
        };
    });
}
/**
 * The delete of an object that live has; undefined where a restore never deletes one of its
 * section.
 */
function deleteOf(ref, live, hash) {
    const row = (0,rows/* rowOf */.O)(ref.section);
    if (row?.remove === undefined)
        return undefined;
    const { call, request } = row.remove;
    const key = (0,planned_write/* refText */.d)(ref);
    return {
        objects: [ref],
        action: 'delete',
        phase: (0,phases/* deletePhase */.X)(row.phase(live.value)),
        call,
        before: new Map([[key, hash]]),
        after: new Map([[key, undefined]]),
        dependsOn: [],
        doubt: 'repeat',
        request: (context) => {
            const now = context.live(ref) ?? live.value;
            return checked(ref, request(now, bodyContext(ref, live, context)));
        },
    };
}

;// CONCATENATED MODULE: ./src/services/restore/deletes.ts






/** Sections of which users are members: to delete one takes that along. */
const WITH_USERS = new Set(['tenants', 'roles']);
function deletes_isNamed(named, { section, id }) {
    return named.some((one) => one.section === section && one.id === id);
}
/** Why users stand in the way; undefined where they do not. */
function userReason(live, { accepted, userCounts }) {
    if (!WITH_USERS.has(live.section) || deletes_isNamed(accepted, live))
        return undefined;
    const count = userCounts.get((0,planned_write/* refText */.d)(live));
    if (count === 0)
        return undefined;
    const users = count === undefined
        ? 'its users could not be counted'
        : `${count} user${count === 1 ? '' : 's'} would lose it`;
    return `${users}: name it in accept-user-loss`;
}
/** Sub-tenants that stay: a tenant is never deleted with them. */
function childReason(live, going, { matching }) {
    if (live.section !== 'tenants')
        return undefined;
    const tenants = [
        ...matching.matches.flatMap(({ live: one }) => (one === undefined ? [] : [one])),
        ...matching.liveOnly.map(({ live: one }) => one),
    ].filter(({ section }) => section === 'tenants');
    const child = tenants.find((one) => one.value['parent'] === live.apiId && !going.has((0,planned_write/* refText */.d)(one)));
    return child && `${(0,planned_write/* refText */.d)(child)} is below it, and stays`;
}
/** Of tenants those below come first. */
function depthOf(live, byId) {
    let depth = 0;
    const seen = new Set();
    for (let now = live; now !== undefined; depth++) {
        const parent = now.value['parent'];
        if (typeof parent !== 'string' || parent === '' || seen.has(parent))
            break;
        seen.add(parent);
        now = byId.get(parent);
    }
    return depth;
}
/** What a delete of an object is, whoever asked for it. */
function deleteDraft(ref, live, going, options) {
    const row = (0,rows/* rowOf */.O)(ref.section);
    const { liveIds } = options.matching;
    const owner = ref.section === 'tenants' ? live.apiId : live.tenantId;
    const canonical = row === undefined ? live.value : toCanonical(row, live.value, liveIds, owner);
    const hash = comparableHash(ref.section, ref.id, canonical);
    const untouchable = row?.untouchable?.(live.value);
    const blocked = childReason(live, going, options) ?? userReason(live, options);
    const write = deleteOf(ref, live, hash);
    const common = { ref, live, canonical, hash };
    if (untouchable !== undefined || write === undefined) {
        const reason = untouchable ?? 'a restore never deletes one of its section';
        return { ...common, action: 'unsupported', reason, loses: [], write: undefined };
    }
    const loses = row?.loses('delete', {
        wanted: canonical,
        live: canonical,
        isOtherProject: false,
        changed: new Set(),
    });
    return blocked === undefined
        ? { ...common, action: 'delete', reason: undefined, loses: loses ?? [], write }
        : { ...common, action: 'blocked', reason: blocked, loses: loses ?? [], write: undefined };
}
/** Tenants below others first; else by section and id. */
function inDeleteOrder(drafts) {
    const byId = new Map(drafts.filter(({ ref }) => ref.section === 'tenants').map(({ live }) => [live.apiId, live]));
    return [...drafts].sort((a, b) => depthOf(b.live, byId) - depthOf(a.live, byId) || ((0,planned_write/* refText */.d)(a.ref) < (0,planned_write/* refText */.d)(b.ref) ? -1 : 1));
}
/**
 * The deletes that an input names.
 *
 * @throws ScopeError for what live lacks, what the backup has, and what no restore deletes
 */
function deletesOf(named, options) {
    const { liveOnly, matches } = options.matching;
    const found = named.map((selector) => {
        const live = findNamed(selector, liveOnly.map((one) => one.live));
        const ref = liveOnly.find((one) => one.live === live)?.ref;
        if (live !== undefined && ref !== undefined)
            return { ref, live };
        const isSaved = findNamed(selector, matches.map(({ saved }) => saved)) !== undefined;
        const why = isSaved ? 'the backup has it' : 'the project has no such object';
        throw new ScopeError(`delete: ${(0,object_names/* choiceText */.Vq)(selector)} cannot be deleted: ${why}`);
    });
    for (const { ref } of found) {
        if ((0,rows/* rowOf */.O)(ref.section)?.remove === undefined) {
            throw new ScopeError(`delete: ${(0,planned_write/* refText */.d)(ref)}: a restore never deletes one of its section`);
        }
    }
    const unique = [...new Map(found.map((one) => [(0,planned_write/* refText */.d)(one.ref), one])).values()];
    const going = new Set(unique.map(({ ref }) => (0,planned_write/* refText */.d)(ref)));
    return inDeleteOrder(unique.map(({ ref, live }) => deleteDraft(ref, live, going, options)));
}

;// CONCATENATED MODULE: ./src/project/restore/id-map.ts
/** Which ids objects have in one project, by what they are called; both ways. */
/**
 * Ids by section and natural key. Of a live project the keys are those of the backup where an
 * object was found again there, so that an object that was renamed is referred to by one key on
 * both sides.
 */
class IdMap {
    #ids = new Map();
    #keys = new Map();
    #gone = new Map();
    #goneKeys = new Map();
    #aliases = new Map();
    #fallback;
    /** @param fallback of the same project, for ids that are not known here */
    constructor(fallback) {
        this.#fallback = fallback;
    }
    set(section, naturalKey, id) {
        this.#ids.set(JSON.stringify([section, naturalKey]), id);
        this.#keys.set(JSON.stringify([section, id]), naturalKey);
    }
    /**
     * Remembers the id of an object that is gone and would get it again: what still has that id
     * refers to it.
     */
    setGone(section, naturalKey, id) {
        this.#gone.set(JSON.stringify([section, naturalKey]), id);
        this.#goneKeys.set(JSON.stringify([section, id]), naturalKey);
    }
    /** The id that an object had, and would get again. */
    formerIdOf(section, naturalKey) {
        return this.#gone.get(JSON.stringify([section, naturalKey]));
    }
    /** Says that what is called `ownKey` here is the object of another key. */
    alias(section, ownKey, naturalKey) {
        this.#aliases.set(JSON.stringify([section, ownKey]), naturalKey);
    }
    idOf(section, naturalKey) {
        return this.#ids.get(JSON.stringify([section, naturalKey]));
    }
    keyOf(section, id) {
        const key = JSON.stringify([section, id]);
        return this.#keys.get(key) ?? this.#goneKeys.get(key) ?? this.#fallback?.keyOf(section, id);
    }
    /** The key that an object is referred to by, from what it is called here. */
    canonical(section, ownKey) {
        return this.#aliases.get(JSON.stringify([section, ownKey])) ?? ownKey;
    }
    has(section, naturalKey) {
        return this.idOf(section, naturalKey) !== undefined;
    }
}

;// CONCATENATED MODULE: ./src/services/restore/match.ts
/** Finds the objects of a backup again in the live project: by id, then by what they are called. */


/** Tenants first: what belongs to them is called by their keys. */
function inOrder(names) {
    return [...new Set(names)].sort((a, b) => a === 'tenants' ? -1 : b === 'tenants' ? 1 : a < b ? -1 : 1);
}
function tenantKeyOf({ tenantId }, ids) {
    return tenantId === undefined ? undefined : (ids.keyOf('tenants', tenantId) ?? tenantId);
}
function keysOf(section, objects, ids) {
    const row = (0,rows/* rowOf */.O)(section);
    const keys = new Map();
    for (const object of objects) {
        const key = row?.naturalKey(object.value, object.id, tenantKeyOf(object, ids));
        keys.set(object, key ?? object.id);
    }
    return keys;
}
function byKey(keys) {
    const found = new Map();
    for (const [object, key] of keys)
        found.set(key, [...(found.get(key) ?? []), object]);
    return found;
}
class SectionMatcher {
    #section;
    #saved;
    #live;
    #savedKeys;
    #liveKeys;
    #pairs = new Map();
    #ids;
    constructor(section, [saved, live], ids) {
        const [savedIds, liveIds] = ids;
        this.#ids = ids;
        this.#section = section;
        this.#saved = saved;
        this.#live = live;
        this.#savedKeys = keysOf(section, saved, savedIds);
        this.#liveKeys = keysOf(section, live, liveIds);
    }
    match(isOtherProject) {
        const byApiId = new Map();
        for (const one of this.#live)
            byApiId.set(one.apiId, [...(byApiId.get(one.apiId) ?? []), one]);
        const taken = new Set();
        const pair = (saved, live) => {
            this.#pairs.set(saved, live);
            taken.add(live);
        };
        const repeated = new Set([...byKeyOf(this.#saved, ({ apiId }) => apiId).values()]
            .filter(({ length }) => length > 1)
            .flat());
        for (const saved of isOtherProject ? [] : this.#saved) {
            const [live, another] = byApiId.get(saved.apiId) ?? [];
            if (live !== undefined && another === undefined && !repeated.has(saved))
                pair(saved, live);
        }
        const savedByKey = byKey(this.#savedKeys);
        const liveByKey = byKey(this.#liveKeys);
        const doubts = new Map();
        for (const saved of this.#saved) {
            if (this.#pairs.has(saved))
                continue;
            const key = this.#savedKeys.get(saved) ?? '';
            const others = (liveByKey.get(key) ?? []).filter((one) => !taken.has(one));
            const [live] = others;
            if ((savedByKey.get(key)?.length ?? 0) > 1 || others.length > 1) {
                doubts.set(saved, `more than one of its section is called ${JSON.stringify(key)}`);
            }
            else if (live !== undefined)
                pair(saved, live);
        }
        return {
            matches: this.#saved.map((saved) => this.#matchOf(saved, doubts.get(saved))),
            liveOnly: this.#live
                .filter((live) => !taken.has(live))
                .map((live) => ({ ref: this.#liveRef(live, savedByKey), live })),
        };
    }
    #ref(object, keys) {
        const [savedIds, liveIds] = this.#ids;
        const tenantKey = tenantKeyOf(object, keys === this.#savedKeys ? savedIds : liveIds);
        return {
            section: this.#section,
            id: object.id,
            naturalKey: keys.get(object) ?? object.id,
            ...(tenantKey !== undefined && { tenantKey }),
        };
    }
    /**
     * What live alone has may be called as an object of the backup is that was renamed: then its id
     * tells them apart.
     */
    #liveRef(live, savedByKey) {
        const ref = this.#ref(live, this.#liveKeys);
        if (!savedByKey.has(ref.naturalKey))
            return ref;
        return { ...ref, naturalKey: `${ref.naturalKey}#${live.apiId}` };
    }
    #matchOf(saved, doubt) {
        const live = this.#pairs.get(saved);
        const ref = this.#ref(saved, this.#savedKeys);
        const isRenamed = live !== undefined && this.#liveKeys.get(live) !== ref.naturalKey;
        return { ref, saved, live, doubt, isRenamed };
    }
    /** Says in both maps what the objects are called. */
    record(matches, isOtherProject) {
        const [savedIds, liveIds] = this.#ids;
        const keepsId = (0,rows/* rowOf */.O)(this.#section)?.keepsId === true && !isOtherProject;
        const taken = new Set(this.#live.map(({ apiId }) => apiId));
        for (const { ref, saved, live } of matches) {
            savedIds.set(this.#section, ref.naturalKey, saved.apiId);
            if (live === undefined) {
                if (keepsId && !taken.has(saved.apiId)) {
                    liveIds.setGone(this.#section, ref.naturalKey, saved.apiId);
                }
                continue;
            }
            liveIds.set(this.#section, ref.naturalKey, live.apiId);
            liveIds.alias(this.#section, this.#liveKeys.get(live) ?? '', ref.naturalKey);
        }
    }
}
function byKeyOf(objects, keyOf) {
    const found = new Map();
    for (const one of objects)
        found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
    return found;
}
/**
 * Connectors are files of the snapshot; others refer to them by id.
 *
 * @param keyOf what the backup calls the one of an id, where it is the same one
 */
function recordConnectors({ sections }, ids, keyOf = () => undefined) {
    for (const { id: path, value } of sections.get('snapshot')?.values() ?? []) {
        if (!path.startsWith('connectors/'))
            continue;
        const { id, name } = value;
        if (typeof id !== 'string' || typeof name !== 'string')
            continue;
        const key = keyOf(id) ?? name;
        ids.set('connectors', key, id);
        ids.alias('connectors', name, key);
    }
}
/**
 * @param isOtherProject whether the backup is of another project: then ids say nothing, and the SSO
 * of a tenant is that of the tenant of its name
 */
function matchSides(saved, live, isOtherProject) {
    const liveIds = new IdMap();
    // What the backup did not save is called as live calls it, where ids are the same.
    const savedIds = new IdMap(isOtherProject ? undefined : liveIds);
    recordConnectors(saved, savedIds);
    recordConnectors(live, liveIds, (id) => isOtherProject ? undefined : savedIds.keyOf('connectors', id));
    const matches = [];
    const liveOnly = [];
    for (const section of inOrder([...saved.sections.keys(), ...live.sections.keys()])) {
        const sides = [saved, live].map((side) => [...(side.sections.get(section)?.values() ?? [])]);
        const [ours = [], theirs = []] = sides;
        const matcher = new SectionMatcher(section, [ours, theirs], [savedIds, liveIds]);
        const found = matcher.match(isOtherProject);
        matches.push(...found.matches);
        // What live alone has keeps its own name, unless a renamed object of the backup has taken that.
        for (const { ref, live: object } of found.liveOnly)
            liveIds.set(section, ref.naturalKey, object.apiId);
        matcher.record(found.matches, isOtherProject);
        if (!live.sections.has(section) && !isOtherProject) {
            // What was not read of live is taken to be there as it was saved.
            for (const { ref, saved: object } of found.matches) {
                liveIds.set(section, ref.naturalKey, object.apiId);
            }
        }
        liveOnly.push(...found.liveOnly);
    }
    return { matches, liveOnly, savedIds, liveIds };
}

;// CONCATENATED MODULE: ./src/services/restore/order.ts
/** The order of writes: by phase, and in one phase what is needed before what needs it. */

function keyOf({ objects }) {
    const [first] = objects;
    return first === undefined ? '' : (0,planned_write/* refText */.d)(first);
}
/** By the object that they make: the first write of each. */
function makers(writes) {
    const found = new Map();
    for (const write of writes) {
        for (const ref of write.objects) {
            const known = found.get((0,planned_write/* refText */.d)(ref));
            if ((known?.phase ?? Infinity) > write.phase)
                found.set((0,planned_write/* refText */.d)(ref), write);
        }
    }
    return found;
}
/**
 * Phases so that nothing comes before what it needs, nor before an earlier write of the same
 * object.
 */
function raised(writes) {
    let now = writes;
    // A cycle of references would raise for ever.
    for (let round = 0; round <= writes.length; round++) {
        const maker = makers(now);
        const reached = new Map();
        const next = now.map((write) => {
            const own = write.objects.map((ref) => reached.get((0,planned_write/* refText */.d)(ref)) ?? 0);
            const needed = write.dependsOn.map((ref) => maker.get((0,planned_write/* refText */.d)(ref))?.phase ?? 0);
            const phase = Math.max(write.phase, ...own, ...needed);
            for (const ref of write.objects)
                reached.set((0,planned_write/* refText */.d)(ref), phase);
            return phase === write.phase ? write : { ...write, phase };
        });
        if (next.every((write, index) => write === now[index]))
            break;
        now = next;
    }
    return [...now];
}
/** @param writes of one object in their order */
function order_inOrder(writes) {
    const all = raised(writes);
    const index = new Map(all.map((write, place) => [write, place]));
    const sorted = [...all].sort((a, b) => {
        const [one, other] = [keyOf(a), keyOf(b)];
        return (a.phase - b.phase ||
            (one < other ? -1 : one > other ? 1 : (index.get(a) ?? 0) - (index.get(b) ?? 0)));
    });
    const maker = makers(sorted);
    const done = new Set();
    const result = [];
    const visit = (write) => {
        if (done.has(write))
            return;
        done.add(write);
        for (const ref of write.dependsOn) {
            const needed = maker.get((0,planned_write/* refText */.d)(ref));
            if (needed?.phase === write.phase)
                visit(needed);
        }
        result.push(write);
    };
    sorted.forEach(visit);
    return result;
}

// EXTERNAL MODULE: ./src/json/parse.ts
var parse = __webpack_require__(27105);
// EXTERNAL MODULE: ./src/project/restore/tenant-sso.ts
var tenant_sso = __webpack_require__(19060);
// EXTERNAL MODULE: ./src/services/changes/diff.ts
var changes_diff = __webpack_require__(18975);
// EXTERNAL MODULE: ./src/services/changes/diff-report.ts + 1 modules
var diff_report = __webpack_require__(66927);
// EXTERNAL MODULE: ./src/services/changes/risk.ts + 18 modules
var risk = __webpack_require__(73869);
;// CONCATENATED MODULE: ./src/services/restore/shown.ts
/**
 * What a plan shows of its changes: edits as in changes.json, and the risk that the same rules find
 * in them.
 */











/** A canonical value with ids as the project has them, or else the backup. */
function shownValue({ section, id }, value, matching) {
    const row = (0,rows/* rowOf */.O)(section);
    if (row === undefined)
        return value;
    const withIds = toLive(row, value, matching.liveIds, (reference) => {
        const { text } = reference;
        return matching.savedIds.idOf(reference.section, text) ?? (0,keys/* nameInKey */.El)(text);
    });
    return withoutNoiseAndSecrets(section, id, withIds);
}
function put(state, section, id, value) {
    const objects = state.get(section) ?? new Map();
    state.set(section, objects.set(id, (0,write/* canonicalJson */.dj)(value)));
}
/** Each side of the changes by section and id of the backup. */
function statesOf(changes, matching) {
    const [old, now] = [
        new Map(),
        new Map(),
    ];
    for (const { ref, before, after } of changes) {
        for (const [side, value] of [
            [old, before],
            [now, after],
        ]) {
            if (!side.has(ref.section))
                side.set(ref.section, new Map());
            if (value !== undefined)
                put(side, ref.section, ref.id, shownValue(ref, value, matching));
        }
    }
    return [old, now];
}
/** As changes.json has it: the SSO of a tenant is one object of its configurations. */
function forRules(state) {
    const result = new Map(state);
    const sso = state.get('tenant-sso');
    if (sso === undefined)
        return result;
    const tenants = new Map();
    for (const [id, text] of sso) {
        const tenant = id.slice(0, id.lastIndexOf('/'));
        const value = (0,parse/* parseJson */.qF)(Buffer.from(text));
        const ssoId = (0,tenant_sso/* ssoIdOf */.a)(value);
        const all = tenants.get(tenant) ?? {};
        (0,json_value/* setOwn */.P5)(all, ssoId === '' ? 'default' : `ssoId=${ssoId}`, value);
        tenants.set(tenant, all);
    }
    result.set('tenant-sso', new Map([...tenants].map(([id, all]) => [id, (0,write/* canonicalJson */.dj)(all)])));
    return result;
}
function showChanges(changes, matching) {
    const [before, after] = statesOf(changes, matching);
    const differ = new changes_diff/* DiffService */.Tr();
    const diff = differ.diff(before, after);
    const report = (0,diff_report/* reportDiff */.A)(diff, {
        risk: 'low',
        // Without findings a file of a snapshot that repeats another change would be left out.
        findings: diff.changes.map(({ section, id }) => ({ rule: '', section, id, text: '' })),
    });
    const edits = new Map(report.changes.map((change) => [(0,planned_write/* refText */.d)(change), change.edits]));
    const assessed = (0,risk/* assessRisk */.y)(differ.diff(forRules(before), forRules(after)));
    return { edits, risk: assessed.risk, findings: assessed.findings };
}

;// CONCATENATED MODULE: ./src/services/restore/supplied-secrets.ts
/** The input `secrets`, held to the places that a plan has. */


/**
 * Places of a draft that may be supplied, whether it needs them or not: a plan that is made again
 * asks for fewer.
 */
function placesOf({ match: { saved }, row, target }) {
    const hidden = row.hiddenSecrets?.(target) ?? [];
    return [
        ...saved.withheld.map(({ place }) => place),
        ...hidden.map(({ path }) => `${saved.place}${(0,pointer/* jsonPointer */.Av)(path)}`),
    ];
}
/** @throws ScopeError for a place that no object of the plan has */
function checkSupplied(supplied, drafts) {
    const known = new Set(drafts.flatMap(placesOf));
    for (const place of [...supplied].sort()) {
        if (known.has(place))
            continue;
        throw new ScopeError(`secrets: ${JSON.stringify(place)} is no place that this plan asks for: leave it out`);
    }
}

;// CONCATENATED MODULE: ./src/services/restore/plan.ts
















/**
 * Whether `all`, or a section, means an object: a file that repeats a section is that section's.
 */
function isMeant({ section, id }, input) {
    if (section !== 'snapshot')
        return true;
    const twin = (0,snapshot/* twinSection */.mX)(id);
    if (twin === undefined || !input.saved.sections.has(twin))
        return true;
    return input.choice.selectors.some((selector) => selector.kind === 'object' && selector.section === section && selector.id === id);
}
function draftChosen(input, matching) {
    const isChosen = chooser(input.choice, input.saved);
    const drafts = new Drafts({
        live: input.live,
        matching,
        isOtherProject: input.isOtherProject,
        supplied: input.supplied,
    });
    for (const match of matching.matches) {
        if (isChosen(match.saved) && isMeant(match.saved, input))
            drafts.add(match);
    }
    return drafts;
}
function keptOf(input, matching, going) {
    const gone = new Set(going.map(({ ref }) => (0,planned_write/* refText */.d)(ref)));
    const isOf = (live) => input.choice.isAll || isNamed(input.choice, live);
    return matching.liveOnly
        .filter(({ ref, live }) => isOf(live) && !gone.has((0,planned_write/* refText */.d)(ref)) && input.saved.sections.has(ref.section))
        .filter(({ ref }) => ref.section !== 'snapshot' || (0,snapshot/* twinSection */.mX)(ref.id) === undefined)
        .map(({ ref }) => ref)
        .sort((a, b) => ((0,planned_write/* refText */.d)(a) < (0,planned_write/* refText */.d)(b) ? -1 : 1));
}
function shownOf(drafts, going) {
    const written = drafts.filter(({ action }) => action === 'create' || action === 'update');
    return [
        ...written.map(({ match, live, target }) => ({
            ref: match.ref,
            liveId: match.live?.id,
            before: live,
            after: target,
        })),
        ...going
            .filter(({ action }) => action === 'delete')
            .map(({ ref, live, canonical }) => ({
            ref,
            liveId: live.id,
            before: canonical,
            after: undefined,
        })),
    ];
}
function stepOf(draft, edits, requests) {
    const { match, action, reason, becauseOf, missing, liveHash, targetHash, loses } = draft;
    const { section, id } = match.ref;
    return {
        section,
        id,
        ...(match.live !== undefined && match.live.id !== id && { live_id: match.live.id }),
        action,
        ...(reason !== undefined && { reason }),
        ...(becauseOf !== undefined && { because_of: becauseOf }),
        edits: edits.get((0,planned_write/* refText */.d)(match.ref)) ?? [],
        loses: isPossible(draft) ? [...loses] : [],
        ...(missing.length > 0 && { missing_secrets: missing }),
        ...(liveHash !== undefined && { live_sha256: liveHash }),
        ...(targetHash !== undefined && { target_sha256: targetHash }),
        requests,
    };
}
function deleteStep({ ref, action, reason, loses, hash }, edits) {
    return {
        section: ref.section,
        id: ref.id,
        action,
        ...(reason !== undefined && { reason }),
        edits: edits.get((0,planned_write/* refText */.d)(ref)) ?? [],
        loses: [...loses],
        live_sha256: hash,
        requests: action === 'delete' ? 1 : 0,
    };
}
/** In the order of their writes; those without one after them, by section and id. */
function inStepOrder(steps, writes) {
    const first = new Map();
    for (const [index, { objects }] of writes.entries()) {
        for (const ref of objects)
            if (!first.has((0,planned_write/* refText */.d)(ref)))
                first.set((0,planned_write/* refText */.d)(ref), index);
    }
    const place = (step) => first.get((0,planned_write/* refText */.d)(step)) ?? writes.length;
    return [...steps].sort((a, b) => place(a) - place(b) || ((0,planned_write/* refText */.d)(a) < (0,planned_write/* refText */.d)(b) ? -1 : (0,planned_write/* refText */.d)(a) > (0,planned_write/* refText */.d)(b) ? 1 : 0));
}
function flowsOf(...sides) {
    return sides.flatMap(({ sections }) => [...(sections.get('flows')?.values() ?? [])].map(({ value }) => value));
}
function countsOf(steps, kept) {
    const count = (...actions) => steps.filter(({ action }) => actions.includes(action)).length;
    return {
        create: count('create'),
        update: count('update'),
        delete: count('delete'),
        identical: count('identical'),
        not_possible: count('unsupported', 'blocked', 'missing-secret'),
        kept,
    };
}
/**
 * Plans a restore.
 *
 * @throws ScopeError where what is asked for is not there
 */
function planRestore(input) {
    const matching = matchSides(input.saved, input.live, input.isOtherProject);
    const facts = input.facts ?? NO_FACTS;
    const drafts = draftChosen(input, matching);
    const going = deletesOf(input.delete, {
        matching,
        accepted: input.acceptedUserLoss,
        userCounts: facts.userCounts,
    });
    return finishPlan({ input, matching, drafts, going, facts });
}
/** The same from drafts and deletes, however these were chosen. */
function finishPlan({ input, matching, drafts, going, facts, }) {
    if (input.withDependencies)
        addSsoOfEnforcing(drafts);
    closeOver(drafts, input.withDependencies);
    checkSupplied(input.supplied, drafts.all);
    const { refusals, needs } = applyFacts(drafts, facts, input.choice);
    // What a refusal blocks may be needed by others.
    closeOver(drafts, false);
    armTenants(drafts);
    const written = drafts.all.filter(({ action }) => action === 'create' || action === 'update');
    const single = [
        ...written.flatMap((draft) => writesOf(draft, drafts)),
        ...going.flatMap(({ write }) => (write === undefined ? [] : [write])),
    ];
    const writes = order_inOrder(joinSnapshotWrites(single, input.saved));
    const shown = showChanges(shownOf(written, going), matching);
    const requests = new Map();
    for (const ref of writes.flatMap(({ objects }) => objects)) {
        requests.set((0,planned_write/* refText */.d)(ref), (requests.get((0,planned_write/* refText */.d)(ref)) ?? 0) + 1);
    }
    const steps = inStepOrder([
        ...drafts.all.map((draft) => stepOf(draft, shown.edits, requests.get((0,planned_write/* refText */.d)(draft.match.ref)) ?? 0)),
        ...going.map((one) => deleteStep(one, shown.edits)),
    ], writes);
    const kept = keptOf(input, matching, going);
    return {
        steps,
        kept: kept.map(({ section, id }) => ({ section, id })),
        counts: countsOf(steps, kept.length),
        risk: shown.risk,
        findings: [...shown.findings],
        refusals,
        writes,
        ids: matching.liveIds,
        comparable: makeComparable(matching.liveIds, (0,flows/* metadataMembers */.XS)(flowsOf(input.saved, input.live))),
        needs: {
            ...needs,
            snapshotImport: writes.find(({ call }) => call === 'snapshotImport'),
            userCounts: going
                .map(({ ref }) => ref)
                .filter(({ section }) => section === 'tenants' || section === 'roles'),
        },
    };
}

;// CONCATENATED MODULE: ./src/services/restore/undo.ts







function endsOf(journal) {
    const ends = new Map();
    for (const line of journal) {
        if (line.event !== 'end')
            continue;
        for (const one of line.objects) {
            ends.set((0,planned_write/* refText */.d)(one), [...(ends.get((0,planned_write/* refText */.d)(one)) ?? []), line]);
        }
    }
    return ends;
}
/** Objects of which a write was begun, or of a restore without a journal all of the plan. */
function touched(journal) {
    if (journal === undefined)
        return () => true;
    const begun = new Set(journal.flatMap((line) => (line.event === 'start' ? [] : line.objects.map(planned_write/* refText */.d))));
    return (step) => begun.has((0,planned_write/* refText */.d)(step));
}
function hashIn({ after_sha256: only, objects }, object) {
    if (objects.length === 1)
        return only;
    const own = objects.find((one) => (0,planned_write/* refText */.d)(one) === (0,planned_write/* refText */.d)(object))?.after_sha256;
    return typeof own === 'string' ? own : undefined;
}
function createdOf(ends, object) {
    const last = ends.at(-1);
    return {
        newId: ends.find(({ new_id }) => new_id !== undefined)?.new_id,
        hash: last && hashIn(last, object),
        isCertain: ends.length > 0 && ends.every(({ outcome }) => outcome === 'done'),
    };
}
/** A delete that cannot be, and why. */
function notDeleted(draft, reason) {
    return { ...draft, action: 'unsupported', reason, loses: [], write: undefined };
}
/** The objects of the restore, each by name. */
function choiceOf(steps) {
    return {
        isAll: false,
        selectors: steps.map(({ section, id }) => ({ kind: 'object', section, id })),
        texts: steps.map(planned_write/* refText */.d).sort(),
    };
}
class UndoPlanner {
    #input;
    #matching;
    #options;
    #ends;
    constructor(input) {
        this.#input = input;
        this.#matching = matchSides(input.saved, input.live, false);
        this.#ends = endsOf(input.journal ?? []);
        this.#options = {
            matching: this.#matching,
            accepted: input.acceptedUserLoss,
            userCounts: (input.facts ?? NO_FACTS).userCounts,
        };
    }
    plan() {
        const { plan, journal } = this.#input;
        const isTouched = touched(journal);
        const steps = plan.steps.filter((step) => ['create', 'update', 'delete'].includes(step.action) && isTouched(step));
        const input = {
            ...this.#input,
            choice: choiceOf(steps),
            delete: [],
            isOtherProject: false,
            withDependencies: true,
        };
        return finishPlan({
            input,
            matching: this.#matching,
            drafts: this.#draftsOf(steps),
            going: this.#deletesOf(steps.filter(({ action }) => action === 'create')),
            facts: this.#input.facts ?? NO_FACTS,
        });
    }
    /** What was changed or deleted goes back to how the safety backup has it. */
    #draftsOf(steps) {
        const { live, supplied } = this.#input;
        const drafts = new Drafts({ live, supplied, matching: this.#matching, isOtherProject: false });
        const wanted = new Set(steps.map(({ section, id, live_id }) => (0,planned_write/* refText */.d)({ section, id: live_id ?? id })));
        for (const match of this.#matching.matches) {
            if (wanted.has((0,planned_write/* refText */.d)(match.ref)))
                drafts.add(match);
        }
        return drafts;
    }
    /** What was created goes, where it is certain that it is ours and nobody changed it since. */
    #deletesOf(steps) {
        const found = steps.flatMap((step) => {
            const created = createdOf(this.#ends.get((0,planned_write/* refText */.d)(step)) ?? [], step);
            const one = this.#find(step, created);
            return one === undefined ? [] : [{ step, created, ...one }];
        });
        const going = new Set(found.map(({ ref }) => (0,planned_write/* refText */.d)(ref)));
        const tenants = new Set(found.filter(({ step }) => step.section === 'tenants').map(({ live }) => live.apiId));
        const drafts = found
            // What a restore cannot delete by itself goes with its tenant.
            .filter(({ live }) => (0,rows/* rowOf */.O)(live.section)?.remove !== undefined || !tenants.has(live.tenantId ?? ''))
            .map(({ ref, live, created }) => {
            const draft = deleteDraft(ref, live, going, this.#options);
            if (draft.action === 'unsupported')
                return draft;
            const reason = this.#doubt(draft, created);
            return reason === undefined ? draft : notDeleted(draft, reason);
        });
        return inDeleteOrder(drafts);
    }
    #find({ section, id }, { newId }) {
        const ofSection = this.#matching.liveOnly.filter(({ ref }) => ref.section === section);
        return newId === undefined
            ? ofSection.find(({ live }) => live.id === id)
            : ofSection.find(({ live }) => live.apiId === newId);
    }
    /** Why an object is not deleted; undefined where it may be. */
    #doubt({ hash }, created) {
        if (this.#input.journal === undefined || created.newId === undefined || !created.isCertain) {
            return 'perhaps the restore created it, perhaps somebody else: look at it, and delete it yourself';
        }
        return created.hash === hash ? undefined : 'it was changed since the restore created it';
    }
}
/** Plans the undo of a restore: `saved` is its safety backup. */
function planUndo(input) {
    return new UndoPlanner(input).plan();
}

;// CONCATENATED MODULE: ./src/services/restore/named-choice.ts
/** What the inputs of a restore name, as a plan takes it. */

/** @param only empty for all */
function named_choice_choiceOf(only) {
    return {
        isAll: only.length === 0,
        selectors: only,
        texts: [...new Set(only.map(object_names/* choiceText */.Vq))].sort(),
    };
}
function namedObjects(names) {
    return names.map(({ section, id }) => ({ kind: 'object', section, id }));
}
/** The one spelling of each name, in their order. */
function nameTexts(names) {
    return [...new Set(names.map((name) => (0,object_names/* choiceText */.Vq)({ kind: 'object', ...name })))].sort();
}

// EXTERNAL MODULE: ./src/services/lines/lines.ts
var lines = __webpack_require__(58455);
// EXTERNAL MODULE: ./src/services/backup/backup-id.ts
var backup_id = __webpack_require__(9719);
// EXTERNAL MODULE: ./src/services/backup/backup-service.ts + 6 modules
var backup_service = __webpack_require__(91041);
// EXTERNAL MODULE: ./src/reporter/strangers.ts
var strangers = __webpack_require__(50);
// EXTERNAL MODULE: ./src/copies/artifact-names.ts
var artifact_names = __webpack_require__(710);
// EXTERNAL MODULE: ./src/copies/carry.ts
var carry = __webpack_require__(9494);
// EXTERNAL MODULE: ./src/copies/history.ts
var copies_history = __webpack_require__(37409);
;// CONCATENATED MODULE: ./src/runs/restore/find-in-artifacts.ts
/** Looks for backups in artifacts of earlier runs, as far as that is needed. */



function namesOf({ fromProjectId: projectId, environment, artifactName, }) {
    if (artifactName !== undefined)
        return (0,artifact_names/* artifactsNamed */.x8)(artifactName);
    return environment === undefined
        ? (0,artifact_names/* projectArtifacts */.TF)(projectId)
        : (0,artifact_names/* lineArtifacts */.u5)({ projectId, environment, source: 'live', artifactName });
}
/**
 * Opens artifacts, newest first, until there is enough.
 *
 * @param folder a temporary one, where the backups stay
 * @throws nothing but what cancels the run
 */
async function searchArtifacts(wanted, folder, world, { since, isEnough }) {
    const backups = [];
    if (world.copies === undefined)
        return { backups, failure: undefined };
    const query = { projectId: wanted.fromProjectId, ...namesOf(wanted) };
    const search = new copies_history/* HistorySearch */.Z(world.copies, query, folder, world);
    const from = () => since(backups);
    try {
        for await (const artifact of search.artifacts(from)) {
            if (artifact.createdAt < from())
                continue;
            const opened = await search.open(artifact, { isTimed: false });
            if (opened === undefined)
                continue;
            (0,carry/* warnOfDamage */.Dl)(opened, world.reporter);
            const damaged = opened.backups.filter(({ verification }) => !verification.verified);
            backups.push(...(0,carry/* goodBackups */.vm)(opened, world.reporter), ...damaged);
            if (isEnough(backups))
                break;
        }
        return { backups, failure: undefined };
    }
    catch (error) {
        world.signal.throwIfAborted();
        const { message } = error;
        return {
            backups,
            failure: new Error(`artifacts of earlier runs could not be looked into: ${message}`, {
                cause: error,
            }),
        };
    }
}

;// CONCATENATED MODULE: ./src/runs/restore/find-backup.ts
/**
 * Finds the backup that is written back: in the backup root, and in artifacts of earlier runs; and
 * refuses what cannot be.
 */



const LATEST = 'latest';
/** A clock that is behind dates a backup later than its artifact. */
const TOLERANCE_MS = 24 * 60 * 60 * 1000;
/**
 * Why a backup that verifies is never written back, as the end of a sentence about it; undefined
 * where it can be.
 */
function whyNever({ source, consistency, environment }, wanted) {
    if (source.type !== 'management-api') {
        return 'is one of a config file, which no restore writes to a project: copy the file back, or export one from the backup';
    }
    if (wanted.environment !== undefined && environment !== wanted.environment) {
        return `is of environment ${JSON.stringify(environment)}, not ${wanted.environment}: correct environment, or leave it out`;
    }
    if (consistency === 'torn') {
        return 'is torn: the project was changed while it was read, and its parts may not belong together. Take another one';
    }
    return undefined;
}
/**
 * Why `latest` passes over a backup that could be named, as the end of a sentence about it;
 * undefined where it does not.
 */
function whyNotLatest({ status, purpose }) {
    if (status !== 'complete')
        return `is ${status}: to restore it all the same, name it in backup`;
    return purpose === undefined ? undefined : `was taken for ${JSON.stringify(purpose)}`;
}
function damageOf({ verification }, { reporter }) {
    if (verification.verified)
        return '';
    if (verification.isLegacy) {
        return 'is a folder of the original Python tool, which has nothing to be verified by: no restore writes it to a project';
    }
    const problems = reporter.words((0,strangers/* problemsInWords */.x)(verification.problems));
    return verification.unreadable
        ? `could not be read: ${problems}`
        : `is damaged, and nothing is restored from it: ${problems}. Take another one, or a copy of it from an artifact`;
}
function restored({ path, verification }) {
    const { manifest, manifestSha256 } = verification;
    return { path, manifest, manifestSha256 };
}
/** Where a backup is looked for, in words. */
function places({ backupRoot }, { copies, given }) {
    if (given !== undefined)
        return given.name;
    return copies === undefined
        ? `${backupRoot}; artifacts are looked into with history: carry, a github-token, and in a run of GitHub Actions`
        : `${backupRoot} and in artifacts of earlier runs`;
}
/** @throws Error that says why it cannot be restored */
function requireRestorable(backup, wanted, world) {
    const reason = (0,lines/* isVerified */.p4)(backup)
        ? whyNever(backup.verification.manifest, wanted)
        : damageOf(backup, world);
    if (reason !== undefined || !(0,lines/* isVerified */.p4)(backup)) {
        throw new Error(`backup ${backup.id} ${reason ?? ''}`);
    }
    return restored(backup);
}
/**
 * The backup of an id: the one in the root, unless that is damaged and an artifact has a good one.
 */
async function find_backup_findNamed(wanted, root, folder, world) {
    const { backup: id, fromProjectId } = wanted;
    const here = root.find((one) => one.id === id);
    if (here !== undefined && (0,lines/* isVerified */.p4)(here))
        return requireRestorable(here, wanted, world);
    const time = (0,backup_id/* parseBackupId */.JN)(id)?.time ?? 0;
    const found = await searchArtifacts(wanted, folder, world, {
        since: () => time - TOLERANCE_MS,
        isEnough: (backups) => backups.some((one) => one.id === id && (0,lines/* isVerified */.p4)(one)),
    });
    const there = found.backups.find((one) => one.id === id && (0,lines/* isVerified */.p4)(one));
    const damaged = here ?? found.backups.find((one) => one.id === id);
    if (there !== undefined) {
        if (here !== undefined) {
            world.reporter.warning(`backup ${id} in the backup root does not verify: the one of an artifact is taken`);
        }
        return requireRestorable(there, wanted, world);
    }
    if (damaged !== undefined)
        return requireRestorable(damaged, wanted, world);
    if (found.failure !== undefined)
        throw found.failure;
    const names = root.slice(0, 5).map((one) => one.id);
    const others = names.length === 0 ? '' : `. The newest there are ${names.join(', ')}`;
    throw new Error(`there is no backup ${id} of project ${fromProjectId} in ${places(wanted, world)}${others}`);
}
/** Whether `latest` can be a backup, whatever its environment is. */
function isCandidate(backup, wanted) {
    if (!(0,lines/* isVerified */.p4)(backup))
        return false;
    const { manifest } = backup.verification;
    return whyNever(manifest, wanted) === undefined && whyNotLatest(manifest) === undefined;
}
/**
 * Whether somebody who asks for the latest may have meant a backup: it is of the live project, and
 * a regular one.
 */
function find_backup_isMeant(backup, { environment }) {
    const { verification } = backup;
    if (!verification.verified)
        return !verification.isLegacy;
    const { source, purpose, environment: own } = verification.manifest;
    const isOfLine = source.type === 'management-api' && (environment ?? own) === own;
    return isOfLine && purpose === undefined;
}
/** Why `latest` passes over backups, a sentence each. */
function passedOver(backups, wanted, world) {
    return backups.flatMap((one) => {
        const reason = (0,lines/* isVerified */.p4)(one)
            ? (whyNever(one.verification.manifest, wanted) ?? whyNotLatest(one.verification.manifest))
            : damageOf(one, world);
        return reason === undefined ? [] : [`${one.id} ${reason}`];
    });
}
/** @throws Error when the backups are of several environments */
function requireOneEnvironment(candidates) {
    const names = new Set(candidates.map(({ verification }) => verification.manifest.environment));
    if (names.size <= 1)
        return;
    const shown = [...names].sort().map((name) => JSON.stringify(name));
    throw new Error(`there are backups of ${names.size} environments, ${shown.join(', ')}: say which in environment, or name one in backup`);
}
/** The newest complete backup of the live project that verifies, wherever it is. */
async function findLatest(wanted, root, folder, world) {
    const { reporter } = world;
    const newest = (backups) => backups.find((one) => isCandidate(one, wanted));
    const found = await searchArtifacts(wanted, folder, world, {
        since: (backups) => newest([...root, ...backups])?.time ?? -Infinity,
        isEnough: () => false,
    });
    const all = [...root, ...found.backups].sort((a, b) => b.time - a.time || b.sequence - a.sequence);
    const candidates = all.filter((one) => isCandidate(one, wanted));
    requireOneEnvironment(candidates);
    const [best] = candidates;
    const newer = best === undefined ? [] : all.slice(0, all.indexOf(best));
    const meant = newer.filter((one) => find_backup_isMeant(one, wanted));
    const reasons = [...new Set(passedOver(best === undefined ? all : meant, wanted, world))];
    if (best === undefined) {
        if (found.failure !== undefined)
            throw found.failure;
        const why = reasons.length === 0 ? '' : `. ${reasons.slice(0, 5).join('. ')}`;
        throw new Error(`there is no complete backup of the live project ${wanted.fromProjectId} that verifies in ${places(wanted, world)}${why}`);
    }
    if (found.failure !== undefined) {
        reporter.warning(`a newer backup may be in an artifact: ${found.failure.message}`);
    }
    for (const reason of reasons)
        reporter.warning(`backup ${reason}`);
    return restored(best);
}
/**
 * Finds and proves the backup that is written back.
 *
 * @param folder a temporary one; what comes from an artifact is there
 * @throws Error that says why there is none, or why it cannot be restored
 */
async function findBackup(wanted, folder, world) {
    const service = new backup_service/* BackupService */.e({ backupRoot: wanted.backupRoot, clock: world.clock });
    const { given } = world;
    const root = await (given?.inspect(wanted.fromProjectId) ??
        service.inspectBackups(wanted.fromProjectId));
    const found = wanted.backup === LATEST
        ? await findLatest(wanted, root, folder, world)
        : await find_backup_findNamed(wanted, root, folder, world);
    const { backup_id: id, status, environment } = found.manifest;
    world.reporter.info(`Backup ${id}: ${status}, ${environment}, manifest SHA-256 ${found.manifestSha256}`);
    return found;
}

// EXTERNAL MODULE: ./src/storage/list-files.ts
var list_files = __webpack_require__(56183);
;// CONCATENATED MODULE: ./src/runs/restore/find-restore.ts
/**
 * Finds what an earlier restore left: its plan, its journal and its safety backup; in the backup
 * root, else in its artifacts.
 */





const DAY_MS = 24 * 60 * 60 * 1000;
/** @param root absolute path of a backup root */
async function addFrom(root, wanted, parts) {
    const { projectId, backup: id } = wanted;
    const own = (0,backup_id/* parseBackupId */.JN)(id) ?? { time: 0, sequence: 1 };
    for (const folder of await (0,restore_folder/* listRestores */.eJ)(root, projectId)) {
        if (folder.id === id)
            await addFolder(folder, parts);
        else if ((0,backup_id/* compareNewestFirst */.a0)(folder, own) < 0)
            parts.later.push(folder.time);
    }
    const service = new backup_service/* BackupService */.e({ backupRoot: root });
    for (const backup of await service.listBackups(projectId)) {
        // Taken after the folder of the restore was made: none of the others need be read.
        if (backup.time < own.time)
            break;
        const found = { ...backup, verification: await service.verifyBackup(backup.path) };
        if ((0,lines/* isVerified */.p4)(found) && found.verification.manifest.purpose === lines/* BEFORE_RESTORE */.x7) {
            parts.safety.push(found);
        }
    }
}
async function addFolder(folder, parts) {
    const { files } = await (0,list_files/* listFiles */.C)(folder.path);
    if (parts.plan === undefined && files.includes(restore_folder/* PLAN_FILE */.VI)) {
        parts.plan = await (0,restore_folder/* readRestorePlan */.iJ)(folder);
    }
    if (parts.journal === undefined && files.includes(restore_folder/* JOURNAL_FILE */.RD)) {
        parts.journal = (await (0,restore_folder/* readJournal */.a0)(folder)).lines;
    }
}
/**
 * The safety backup of a restore: the one that its journal names, else the first of its plan,
 * unless a later restore took that.
 */
function safetyOf({ plan, journal, safety, later }) {
    const start = journal?.find((line) => line.event === 'start');
    if (start !== undefined)
        return safety.find(({ id }) => id === start.safety_backup_id);
    return safety
        .filter(({ verification }) => verification.manifest.plan_id === plan?.plan_id)
        .filter(({ time }) => later.every((begun) => begun > time))
        .sort(backup_id/* compareNewestFirst */.a0)
        .at(-1);
}
function isWhole(parts) {
    const { plan, journal } = parts;
    return plan !== undefined && journal !== undefined && safetyOf(parts) !== undefined;
}
/** @throws Error when the look-up failed */
async function addFromArtifacts(wanted, folder, world, parts) {
    const { restoreCopies } = world;
    if (restoreCopies === undefined)
        return;
    const { projectId, backup: id } = wanted;
    const query = { projectId, ...(0,artifact_names/* restoreArtifacts */.ag)(projectId, id), mayLackBackups: true };
    const search = new copies_history/* HistorySearch */.Z(restoreCopies, query, folder, world);
    const since = ((0,backup_id/* parseBackupId */.JN)(id)?.time ?? 0) - DAY_MS;
    for await (const artifact of search.artifacts(() => since)) {
        if (isWhole(parts))
            return;
        const opened = await search.open(artifact, { isTimed: false });
        if (opened !== undefined && opened.unusable === undefined) {
            await addFrom(opened.folder, wanted, parts);
        }
    }
}
function find_restore_places({ backupRoot }, { restoreCopies, given }) {
    if (given !== undefined)
        return [...new Set([backupRoot, given.name])].join(' and in ');
    return restoreCopies === undefined
        ? `${backupRoot}; artifacts are looked into with history: carry, a github-token, and in a run of GitHub Actions`
        : `${backupRoot} and in its artifacts`;
}
/**
 * Finds an earlier restore.
 *
 * @param folder a temporary one; what comes from an artifact is there
 * @throws Error that says what is missing
 */
async function findRestore(wanted, folder, world) {
    const { projectId, backup: id, backupRoot } = wanted;
    const { given } = world;
    const parts = { safety: [], later: [] };
    await addFrom(backupRoot, wanted, parts);
    const isElsewhere = given !== undefined && given.folder !== backupRoot;
    if (isElsewhere && !isWhole(parts))
        await addFrom(given.folder, wanted, parts);
    if (!isWhole(parts))
        await addFromArtifacts(wanted, folder, world, parts);
    const { plan, journal } = parts;
    if (plan === undefined) {
        throw new Error(`there is no restore ${id} of project ${projectId} in ${find_restore_places(wanted, world)}: give the id that its run printed in restore-id`);
    }
    if (plan.project_id !== projectId) {
        throw new Error(`restore ${id} wrote to project ${plan.project_id}, not ${projectId}: correct project-id`);
    }
    const safety = safetyOf(parts);
    if (safety === undefined) {
        const why = journal === undefined
            ? 'it wrote nothing, or its safety backup is elsewhere'
            : 'there is a journal, and the safety backup that it names is elsewhere, or does not verify';
        throw new Error(`restore ${id} has no safety backup in ${find_restore_places(wanted, world)}: ${why}. A plan that was not applied has nothing to undo`);
    }
    if (journal === undefined) {
        world.reporter.warning(`restore ${id} has no journal: what it created is listed, and not deleted`);
    }
    const { path, verification } = safety;
    const { manifest, manifestSha256 } = verification;
    world.reporter.info(`Restore ${id}, safety backup ${manifest.backup_id}`);
    return { plan, journal, safety: { path, manifest, manifestSha256 } };
}

;// CONCATENATED MODULE: ./src/runs/restore/plan-source.ts







/** The objects that the live project still has, or of which it was not read whether it has them. */
function stillThere(named, { sections }) {
    return named.filter((one) => {
        const objects = sections.get(one.section);
        return objects === undefined || findNamed(one, objects.values()) !== undefined;
    });
}
function sectionsOf(...given) {
    const wanted = new Set(sectionsToRead(...given));
    return new Set(sections/* SECTIONS */.bP.filter((section) => wanted.has(section)));
}
function commonScope({ secrets, acceptUserLoss }) {
    return {
        supplied_secrets: [...secrets.keys()].sort(),
        accepted_user_loss: nameTexts(acceptUserLoss),
        users_status: 'saved',
    };
}
/**
 * What is restored from a backup.
 *
 * @param folder a temporary one
 * @throws Error when there is none that can be restored
 */
async function restoreSource(options, folder, world) {
    const backup = await findBackup(options, folder, world);
    const saved = await (0,read_side/* readSavedSide */.H)(backup.path, backup.manifest);
    const choice = named_choice_choiceOf(options.only);
    const deletes = namedObjects(options.delete);
    const input = {
        saved,
        choice,
        isOtherProject: options.fromProjectId !== options.projectId,
        withDependencies: options.withDependencies,
        acceptedUserLoss: namedObjects(options.acceptUserLoss),
        supplied: new Set(options.secrets.keys()),
    };
    return {
        backup,
        sections: sectionsOf(choice, deletes, saved),
        scope: {
            only: choice.texts,
            with_dependencies: options.withDependencies,
            delete: nameTexts(options.delete),
            ...commonScope(options),
        },
        plan: (live, facts, isAgain) => planRestore({ ...input, live, facts, delete: isAgain ? stillThere(deletes, live) : deletes }),
    };
}
/**
 * Every section of which a restore wrote an object, and what would go with the tenants that it
 * created.
 */
function writtenSections({ steps }) {
    const sections = new Set(steps.filter(restore_words/* isWrite */.ao).map(({ section }) => section));
    const tenants = steps.filter(({ section, action }) => section === 'tenants' && action === 'create');
    return [
        ...[...sections].sort().map((section) => ({ kind: 'section', section })),
        ...tenants.map(({ id }) => ({ kind: 'tenant', id })),
    ];
}
/**
 * What goes back to how it was before a restore.
 *
 * @param folder a temporary one
 * @throws Error when what it left is not to be had
 */
async function undoSource(options, folder, world) {
    const { plan, journal, safety } = await findRestore(options, folder, world);
    const saved = await (0,read_side/* readSavedSide */.H)(safety.path, safety.manifest);
    const choice = { isAll: false, selectors: writtenSections(plan), texts: [] };
    const input = {
        ...{ saved, plan, journal },
        acceptedUserLoss: namedObjects(options.acceptUserLoss),
        supplied: new Set(options.secrets.keys()),
    };
    return {
        backup: safety,
        sections: sectionsOf(choice, [], saved),
        scope: { only: [], with_dependencies: true, delete: [], ...commonScope(options) },
        plan: (live, facts) => planUndo({ ...input, live, facts }),
    };
}

// EXTERNAL MODULE: ./src/descope/capture/project-fetcher.ts + 7 modules
var project_fetcher = __webpack_require__(85846);
// EXTERNAL MODULE: ./src/storage/case-probe.ts
var case_probe = __webpack_require__(60470);
;// CONCATENATED MODULE: ./src/runs/restore/read-live.ts



/**
 * Reads sections of the live project. What could not be read is in its coverage, and what belongs
 * there is planned as blocked: an object that was not read is never taken for one that is not
 * there.
 *
 * @param backupRoot absolute path: a capture that is saved there must fit its disk
 * @throws Error when the key is refused; what cancels the run
 */
async function readLive(client, sections, backupRoot, { reporter, clock }) {
    const before = client.requestCount;
    const fetcher = new project_fetcher/* ProjectFetcher */.T(client, {
        sections,
        withoutNoise: noise/* withoutNoise */.J3,
        now: clock(),
        tellsCaseApart: () => (0,case_probe/* tellsCaseApart */.$)(backupRoot),
    });
    const project = await fetcher.fetch();
    for (const { text, withoutNames } of project.warnings) {
        reporter.warning({ named: text, unnamed: withoutNames });
    }
    for (const { section, status, note } of project.coverage) {
        if (status !== 'failed')
            continue;
        // What the service has to say may name a tenant.
        const reason = reporter.words({
            named: note,
            unnamed: 'the reason is in the plan',
        });
        reporter.warning(`${section} of the project could not be read: ${reason}`);
    }
    const requestCount = client.requestCount - before;
    reporter.info(`Read ${sections.size} sections of the live project: ${project.tenants.length} tenants, ${project.flows.length} flows, ${requestCount} requests`);
    return { project, sections, requestCount };
}

;// CONCATENATED MODULE: ./src/runs/restore/prepare.ts
/**
 * The story of a plan: find the backup, read the live project, compare, ask the service, and write
 * the plan down.
 */











/** More than any project takes: the deadline is the bound. */
const MAX_REQUESTS = 1_000_000;
function makeClient(options, { signal, ownSecrets, sessionClock }) {
    const { projectId, managementKey, deadlineMinutes, secrets } = options;
    const baseUrl = options.baseUrl ?? (0,descope_client/* defaultBaseUrl */.I)(projectId);
    const client = new descope_client/* DescopeApiClient */.n({
        ...{ projectId, managementKey, baseUrl, signal, ownSecrets },
        deadlineMs: deadlineMinutes * 60_000,
        maxRequests: MAX_REQUESTS,
        ...(sessionClock && { clock: sessionClock }),
    });
    client.session.protect(secrets.values());
    return { client, baseUrl };
}
/** At most so many requests take the backup after the restore. */
function fullRequests({ manifest }, live) {
    const { project, requestCount } = live;
    const most = (0,after_sections/* requestsOf */.uD)((0,after_sections/* sectionsAfter */.Ru)(manifest, live), {
        tenants: Math.max(manifest.counts.tenants, project.tenants.length),
        flows: Math.max(manifest.counts.flows, project.flows.length),
    });
    return Math.max(requestCount, most);
}
/** Whether the service must be asked before the plan is whole. */
function hasNeeds({ needs: { fgaDryRun, snapshotImport, userCounts } }) {
    return fgaDryRun !== undefined || snapshotImport !== undefined || userCounts.length > 0;
}
/**
 * @throws Error when a question was not answered: what the service has to say may name an object
 */
async function answersTo(first, context) {
    try {
        return await askService(first, context);
    }
    catch (error) {
        if (!(error instanceof errors/* SectionError */.KN))
            throw error;
        const endpoint = error instanceof errors/* DescopeApiError */.sV ? `: ${error.endpoint}` : '';
        const words = { named: `: ${error.message}`, unnamed: endpoint };
        throw new Error(`there is no plan, since the service did not answer what it needs${context.reporter.words(words)}. Run it again`, { cause: error });
    }
}
/** Makes the plan against what was read, with what the service says of it. */
async function planAgainst(reading, source, isAgain, options, client, { reporter, clock }) {
    const live = (0,read_side/* liveSideOf */.D)(reading.project);
    const first = source.plan(live, NO_FACTS, isAgain);
    const context = { client, live, secrets: options.secrets, reporter };
    const result = hasNeeds(first)
        ? source.plan(live, await answersTo(first, context), isAgain)
        : first;
    const { manifest, manifestSha256 } = source.backup;
    const risk = manifest.comparison?.risk;
    const plan = makePlan({
        created_at: new Date(clock()).toISOString(),
        tool: tool/* TOOL */.j,
        mode: options.mode === 'undo' ? 'undo' : 'restore',
        project_id: options.projectId,
        backup: {
            backup_id: manifest.backup_id,
            project_id: manifest.project_id,
            environment: manifest.environment,
            created_at: manifest.created_at,
            status: manifest.status,
            manifest_sha256: manifestSha256,
            ...(risk !== undefined && { risk }),
        },
        scope: source.scope,
        cost: costOf({
            writes: result.writes.length,
            captureRequests: reading.requestCount,
            fullRequests: fullRequests(source.backup, reading),
            tier: client.session.tier,
        }),
    }, result);
    return { plan, result };
}
/**
 * Makes the plan of a restore and writes it down, and nothing to the project.
 *
 * @throws Error with the one message that the run fails with: there is no plan then
 */
async function preparePlan(options, world) {
    const { reporter, temporaryRoot, clock } = world;
    const { projectId, backupRoot } = options;
    const sourceOf = options.mode === 'undo' ? undoSource : restoreSource;
    const source = await reporter.group('Find the backup', () => (0,temporary_folder/* withTemporaryFolder */.E)(temporaryRoot, (folder) => sourceOf(options, folder, world)));
    const { client, baseUrl } = makeClient(options, world);
    const readAgain = () => readLive(client, source.sections, backupRoot, world);
    const live = await reporter.group('Read the live project', readAgain);
    const planOf = (reading, isAgain) => planAgainst(reading, source, isAgain, options, client, world);
    const { plan, result } = await reporter.group('Compare them', () => planOf(live, false));
    const folder = await (0,restore_folder/* createRestoreFolder */.Hh)(backupRoot, projectId, clock());
    const planPath = await (0,restore_folder/* writeRestorePlan */.H5)(folder, plan);
    return {
        ...{ plan, result, live, client, baseUrl, folder, planPath, readAgain },
        planAgain: (reading) => planOf(reading, true),
        backup: source.backup,
    };
}


/***/ }),

/***/ 18802:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ restoreOptionsOf)
/* harmony export */ });
/** The options of the restore that the inputs ask for. */
function restoreOptionsOf(inputs, place) {
    return {
        mode: inputs.mode,
        projectId: inputs['project-id'],
        managementKey: inputs['management-key'],
        baseUrl: inputs['base-url'],
        backup: inputs.backup,
        environment: inputs.environment,
        fromProjectId: inputs['from-project-id'],
        allowOtherProject: inputs['allow-other-project'],
        only: inputs.only,
        withDependencies: inputs['with-dependencies'],
        delete: inputs.delete,
        acceptUserLoss: inputs['accept-user-loss'],
        secrets: inputs.secrets,
        planId: inputs['plan-id'],
        maxChanges: inputs['max-changes'],
        deadlineMinutes: inputs['deadline-minutes'],
        ...place,
    };
}


/***/ }),

/***/ 56641:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ objectOf),
/* harmony export */   e: () => (/* binding */ makeSide)
/* harmony export */ });
/* harmony import */ var _json_pointer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89391);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88399);
/* harmony import */ var _json_write_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11249);
/* harmony import */ var _project_sections_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(46701);
/* harmony import */ var _project_restore_holes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24219);
/* harmony import */ var _project_restore_keys_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(36178);
/* harmony import */ var _project_restore_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86165);
/* harmony import */ var _project_restore_snapshot_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(31642);
/* harmony import */ var _project_restore_tenant_sso_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19060);
/**
 * One side of a plan: the objects of a backup or of the live project, by section and id, with holes
 * where secrets were withheld.
 */









/** The places of a file that were withheld, by the first step of their pointers. */
class WithheldPlaces {
    #byFile = new Map();
    constructor(coverage, files, nameOf) {
        for (const entry of coverage) {
            if (entry.status !== 'withheld' || typeof entry.place !== 'string')
                continue;
            const { place } = entry;
            const file = fileOf(place, files);
            if (file === undefined)
                continue;
            const path = (0,_json_pointer_js__WEBPACK_IMPORTED_MODULE_0__/* .pointerSteps */ .$L)(place.slice(file.length));
            const known = this.#byFile.get(file) ?? new Map();
            this.#byFile.set(file, known);
            const first = path[0] ?? '';
            const isCleared = entry.on_import === 'cleared';
            known.set(first, [...(known.get(first) ?? []), { place: nameOf(place), path, isCleared }]);
        }
    }
    /** @param depth how many steps of a pointer lead to the object */
    within(file, steps) {
        const known = this.#byFile.get(file);
        const some = steps.length === 0 ? [...(known?.values() ?? [])].flat() : (known?.get(steps[0] ?? '') ?? []);
        return some
            .filter(({ path }) => steps.every((step, index) => path[index] === step))
            .map((one) => ({ ...one, path: one.path.slice(steps.length) }));
    }
}
/** The part of a place that names a file, with its `#`; empty for project.json. */
function fileOf(place, files) {
    if (place.startsWith('/'))
        return '';
    for (let at = place.indexOf('#'); at !== -1; at = place.indexOf('#', at + 1)) {
        const file = place.slice(0, at + 1);
        if (files.has(file))
            return file;
    }
    return undefined;
}
class SideBuilder {
    sections = new Map();
    #places;
    constructor(places) {
        this.#places = places;
    }
    /**
     * @param at file and steps of the pointer to the object
     * @param tenantId of what is listed below its tenant
     */
    add(section, id, value, at) {
        const row = (0,_project_restore_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .rowOf */ .O)(section);
        if (row === undefined)
            return;
        const withheld = this.#places.within(at.file, at.steps);
        let held = value;
        let isBroken = false;
        for (const { path, place } of withheld) {
            // A secret that no answer ever has is listed too, and leaves nothing to fill.
            if (!hasText(value, path))
                continue;
            const next = (0,_project_restore_holes_js__WEBPACK_IMPORTED_MODULE_2__/* .withHole */ .rU)(held, path, place);
            if (next === undefined)
                isBroken = true;
            else
                held = next;
        }
        const objects = this.sections.get(section) ?? new Map();
        this.sections.set(section, objects);
        let free = id;
        for (let copy = 2; objects.has(free); copy++)
            free = `${id}#${copy}`;
        const pointer = at.steps.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1'));
        objects.set(free, {
            section,
            id: free,
            apiId: row.apiId(value, id),
            tenantId: at.tenantId ?? row.tenantOf?.(value),
            value: held,
            place: `${at.file}${pointer.map((step) => `/${step}`).join('')}`,
            withheld,
            isBroken,
        });
    }
}
/** Whether anything that is filled stands at a path: no blank of a secret that was never shown. */
function hasText(value, path) {
    let now = value;
    for (const step of path) {
        if (typeof now !== 'object' || now === null || !Object.hasOwn(now, step))
            return false;
        now = now[step];
    }
    return now !== undefined && now !== null;
}
/** What an object of a list is called by, as changes.json calls it. */
function idInSection(value, section) {
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(value))
        return (0,_json_write_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalJson */ .dj)(value);
    const { id, name, tenantId } = value;
    if (section === 'roles' && typeof name === 'string') {
        return typeof tenantId === 'string' && tenantId !== '' ? `${tenantId}/${name}` : name;
    }
    if (typeof id === 'string' && id !== '')
        return id;
    return typeof name === 'string' && name !== '' ? name : (0,_json_write_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalJson */ .dj)(value);
}
/**
 * Whether a tenant's configuration says anything: the default one is always there, and is none
 * while it is blank.
 */
function isConfigured(configuration) {
    const { tenant: _repeated, ssoId: _name, ...own } = configuration;
    return (0,_project_restore_tenant_sso_js__WEBPACK_IMPORTED_MODULE_5__/* .ssoIdOf */ .a)(configuration) !== '' || !(0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .isBlank */ .z3)(own);
}
function addSso(builder, file, tenantId, list) {
    if (!Array.isArray(list))
        return;
    for (const [index, one] of list.entries()) {
        if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(one) || !isConfigured(one))
            continue;
        const ssoId = (0,_project_restore_tenant_sso_js__WEBPACK_IMPORTED_MODULE_5__/* .ssoIdOf */ .a)(one);
        const id = `${tenantId}/${ssoId || _project_restore_keys_js__WEBPACK_IMPORTED_MODULE_6__/* .DEFAULT_SSO */ .YU}`;
        builder.add('tenant-sso', id, one, { file, steps: [tenantId, String(index)], tenantId });
    }
}
function addResource(builder, section, value) {
    const file = `resources/${section}.json#`;
    if (Array.isArray(value)) {
        for (const [index, one] of value.entries()) {
            if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(one))
                continue;
            builder.add(section, idInSection(one, section), one, { file, steps: [String(index)] });
        }
        return;
    }
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(value))
        return;
    if (section === 'tenant-sso') {
        for (const [tenantId, list] of Object.entries(value))
            addSso(builder, file, tenantId, list);
    }
    else if (section === 'tenant-settings') {
        for (const [tenantId, one] of Object.entries(value)) {
            if ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_3__/* .isJsonObject */ .OW)(one))
                builder.add(section, tenantId, one, { file, steps: [tenantId], tenantId });
        }
    }
    else {
        builder.add(section, section, value, { file, steps: [] });
    }
}
function statusesOf(coverage) {
    const statuses = new Map();
    for (const entry of coverage) {
        if (entry.status === 'withheld')
            continue;
        statuses.set(entry.section, { status: entry.status, note: entry.note });
    }
    return statuses;
}
/** The objects of a project. @param side places of the live one are no places of a backup */
function makeSide(raw, side = 'saved') {
    const files = new Set([
        ...[...raw.resources.keys()].map((section) => `resources/${section}.json#`),
        ...[...raw.snapshot.keys()].map((path) => `snapshot/${path}#`),
    ]);
    const builder = new SideBuilder(new WithheldPlaces(raw.coverage, files, side === 'live' ? _project_restore_holes_js__WEBPACK_IMPORTED_MODULE_2__/* .livePlace */ .Ot : (place) => place));
    for (const [index, tenant] of raw.tenants.entries()) {
        const { id } = tenant;
        const steps = ['tenants', String(index), 'tenant_data'];
        if (typeof id === 'string')
            builder.add('tenants', id, tenant, { file: '', steps });
    }
    for (const [index, { id, data }] of raw.flows.entries()) {
        builder.add('flows', id, data, { file: '', steps: ['flows', String(index), 'flow_data'] });
    }
    for (const [section, value] of raw.resources)
        addResource(builder, section, value);
    const indexFiles = new Map();
    for (const [path, content] of raw.snapshot) {
        if ((0,_project_restore_snapshot_js__WEBPACK_IMPORTED_MODULE_7__/* .isIndexFile */ .pO)(path))
            indexFiles.set(path, content);
        else
            builder.add('snapshot', path, (0,_project_restore_snapshot_js__WEBPACK_IMPORTED_MODULE_7__/* .fileObject */ .C6)(content), { file: `snapshot/${path}#`, steps: [] });
    }
    const statuses = statusesOf(raw.coverage);
    const saved = _project_sections_index_js__WEBPACK_IMPORTED_MODULE_8__/* .SECTIONS */ .bP.filter((section) => statuses.get(section)?.status === 'saved');
    return {
        sections: new Map(saved.map((section) => [
            section,
            builder.sections.get(section) ?? new Map(),
        ])),
        statuses,
        indexFiles,
    };
}
/** An object of a side; undefined where there is none. */
function objectOf(side, section, id) {
    return side.sections.get(section)?.get(id);
}


/***/ }),

/***/ 21565:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ refText)
/* harmony export */ });
/** The same text for the same object. */
function refText({ section, id }) {
    return `${section}/${id}`;
}


/***/ }),

/***/ 65653:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ liveSideOf),
/* harmony export */   H: () => (/* binding */ readSavedSide)
/* harmony export */ });
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27105);
/* harmony import */ var _json_write_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11249);
/* harmony import */ var _project_restore_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31642);
/* harmony import */ var _backup_saved_backup_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16859);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56641);





/** An entry of project.json with its id: two of one id stay two of that id. */
const WHOLE_ENTRY = {
    ofText: (entry) => `{${entry}}`,
    ofEntry: (entry) => (0,_json_write_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(entry),
};
function valuesOf(texts) {
    return [...texts.values()].map((text) => (0,_json_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(Buffer.from(text)));
}
/** The files in resources/ of sections that were saved. */
function resourcesOf(backup) {
    const elsewhere = new Set(['tenants', 'flows', 'snapshot']);
    const sections = [...backup.sections].filter((section) => !elsewhere.has(section));
    return new Map(sections.map((section) => [section, backup.readResource(section)]));
}
function snapshotOf(backup) {
    return new Map(backup.snapshotFiles.map((file) => {
        const content = backup.readSnapshotFile(file);
        return [file, Buffer.isBuffer(content) ? (0,_project_restore_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .assetContent */ .Ok)(file, content) : content];
    }));
}
/**
 * Reads a backup of a live project that was verified.
 *
 * @throws Error for a backup of a config file, and when a file cannot be read
 */
async function readSavedSide(path, manifest) {
    if (manifest.source.type !== 'management-api') {
        throw new Error(`backup ${manifest.backup_id} is one of a config file, which no restore writes to a project: copy the file back, or export one from the backup`);
    }
    const backup = await (0,_backup_saved_backup_js__WEBPACK_IMPORTED_MODULE_3__/* .openBackup */ .T)(path, manifest);
    const { tenants, flows } = backup.readEntries(WHOLE_ENTRY);
    return (0,_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .makeSide */ .e)({
        tenants: valuesOf(tenants).map(({ tenant_data: data }) => data),
        flows: valuesOf(flows).map(({ flow_id: id, flow_data: data }) => ({
            id: id,
            data: data,
        })),
        resources: resourcesOf(backup),
        snapshot: snapshotOf(backup),
        coverage: manifest.coverage,
    });
}
function liveSideOf({ tenants, flows, resources, snapshot, coverage, }) {
    return (0,_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .makeSide */ .e)({
        tenants: tenants.flatMap((tenant) => {
            const { data } = tenant.unpack();
            return data === undefined ? [] : [data];
        }),
        flows: flows.map(({ id, data }) => ({ id, data: data.unpack() })),
        resources,
        snapshot: new Map([...snapshot].map(([path, content]) => [
            path,
            Buffer.isBuffer(content) ? (0,_project_restore_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .assetContent */ .Ok)(path, content) : content.unpack(),
        ])),
        coverage,
    }, 'live');
}


/***/ }),

/***/ 91757:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RD: () => (/* binding */ JOURNAL_FILE),
  VI: () => (/* binding */ PLAN_FILE),
  Uq: () => (/* binding */ REPORT_FILE),
  nK: () => (/* binding */ REPORT_PAGE),
  Hh: () => (/* binding */ createRestoreFolder),
  PB: () => (/* binding */ findRestoresFolder),
  vp: () => (/* binding */ isRestoresName),
  eJ: () => (/* binding */ listRestores),
  a0: () => (/* binding */ readJournal),
  iJ: () => (/* binding */ readRestorePlan),
  H5: () => (/* binding */ writeRestorePlan),
  mO: () => (/* binding */ writeRestoreReport)
});

// UNUSED EXPORTS: findRestore, readRestoreReport

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/json/parse.ts
var parse = __webpack_require__(27105);
// EXTERNAL MODULE: ./src/json/scan.ts
var scan = __webpack_require__(12197);
// EXTERNAL MODULE: ./src/json/value.ts
var json_value = __webpack_require__(88399);
// EXTERNAL MODULE: ./src/json/write.ts
var write = __webpack_require__(11249);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./src/models/restore-journal.ts
/**
 * `journal.jsonl` of a restore: a line before and a line after each write, neither with a body nor
 * with a secret.
 */

const sha256 = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');
const objects = schemas/* array */.YOg(schemas/* looseObject */._H3({
    section: schemas/* string */.YjP(),
    id: schemas/* string */.YjP(),
    before_sha256: sha256.optional().describe('Where there are several: of each its own.'),
    after_sha256: sha256.optional().describe('Where there are several: of each its own.'),
})
    .readonly())
    .readonly()
    .describe('What the write is about: one object, or the files of one import.');
const restore_journal_write = {
    seq: schemas/* int */.Whr().positive().describe('Number of the write in this restore.'),
    at: iso/* datetime */.w$(),
    objects,
    action: schemas/* enum */.k5n(['create', 'update', 'delete']),
    call: schemas/* string */.YjP().describe('Name of the write endpoint.'),
};
const JournalStart = schemas/* looseObject */._H3({
    event: schemas/* literal */.euz('start'),
    at: iso/* datetime */.w$(),
    restore_id: schemas/* string */.YjP(),
    plan_id: sha256,
    project_id: schemas/* string */.YjP(),
    safety_backup_id: schemas/* string */.YjP(),
})
    .readonly();
const JournalBegin = schemas/* looseObject */._H3({
    event: schemas/* literal */.euz('begin'),
    ...restore_journal_write,
    before_sha256: sha256
        .optional()
        .describe('Hash of the object as it was read right before; absent where none was there.'),
    body_sha256: sha256.optional().describe('Without the secrets in it.'),
})
    .readonly();
/**
 * - `done`: it reads as planned
 * - `failed`: the service refused it, or it was not sent
 * - `unknown`: nobody can tell whether it was done
 */
const WriteOutcome = schemas/* enum */.k5n(['done', 'failed', 'unknown']);
const JournalEnd = schemas/* looseObject */._H3({
    event: schemas/* literal */.euz('end'),
    ...restore_journal_write,
    outcome: WriteOutcome,
    reason: schemas/* string */.YjP().optional(),
    http_status: schemas/* int */.Whr().optional(),
    new_id: schemas/* string */.YjP().optional().describe('Of an object that was created: its id.'),
    after_sha256: sha256
        .optional()
        .describe('Hash of the object as it was read back; absent where none was there.'),
})
    .readonly();
const JournalLine = schemas/* discriminatedUnion */.gMt('event', [JournalStart, JournalBegin, JournalEnd]);

// EXTERNAL MODULE: ./src/models/restore-plan.ts + 1 modules
var restore_plan = __webpack_require__(12489);
// EXTERNAL MODULE: ./src/storage/atomic-directory.ts
var atomic_directory = __webpack_require__(20534);
// EXTERNAL MODULE: ./src/storage/durable-files.ts
var durable_files = __webpack_require__(6624);
// EXTERNAL MODULE: ./src/storage/io-errors.ts
var io_errors = __webpack_require__(78305);
// EXTERNAL MODULE: ./src/services/backup/backup-id.ts
var backup_id = __webpack_require__(9719);
// EXTERNAL MODULE: ./src/services/backup/project-folder.ts
var project_folder = __webpack_require__(63427);
;// CONCATENATED MODULE: ./src/services/restore/restore-folder.ts
/**
 * The folder of each restore, beside the backups of its project: made, listed, written and read
 * back.
 */















/** No project has such a name: a project id holds no dot. */
const RESTORES = '.restores';
const STAGING = '.tmp-';
/** So many restores in one second are more than a mistake in the clock. */
const MAX_SEQUENCE = 1000;
/** Whether a folder of a backup root is that of restores: what is dated in it is no backup. */
function isRestoresName(name) {
    return name.endsWith(RESTORES);
}
const PLAN_FILE = 'plan.json';
const JOURNAL_FILE = 'journal.jsonl';
const REPORT_FILE = 'report.json';
const REPORT_PAGE = 'report.md';
/**
 * Where the restores of a project are, or will be.
 *
 * @param backupRoot absolute path
 * @throws Error when the folder is a link, a file, or another project's
 */
function findRestoresFolder(backupRoot, projectId) {
    return (0,project_folder/* findProjectFolder */.X)(backupRoot, `${projectId}${RESTORES}`);
}
/**
 * Makes the folder of a new restore, under a name that no other has.
 *
 * @param now milliseconds since the epoch
 */
async function createRestoreFolder(backupRoot, projectId, now) {
    try {
        await (0,promises_.mkdir)(backupRoot, { recursive: true });
        const parent = await findRestoresFolder(backupRoot, projectId);
        await (0,promises_.mkdir)(parent, { recursive: true });
        await (0,durable_files/* syncDirectory */.zR)(backupRoot);
        const time = (0,backup_id/* wholeSecond */.Q5)(now);
        for (let sequence = 1; sequence <= MAX_SEQUENCE; sequence++) {
            const id = (0,backup_id/* formatBackupId */.d8)({ time, sequence });
            const path = (0,external_node_path_.join)(parent, id);
            if (!(await makeNew(path)))
                continue;
            await (0,durable_files/* syncDirectory */.zR)(parent);
            return { id, path, time, sequence };
        }
    }
    catch (error) {
        throw (0,io_errors/* explainIoError */.U_)(error, 'could not make the folder of the restore');
    }
    throw new Error(`could not make the folder of the restore: ${MAX_SEQUENCE} of this second are there. Check the clock`);
}
/** @returns false when something of this name is there */
async function makeNew(path) {
    try {
        await (0,promises_.mkdir)(path);
        return true;
    }
    catch (error) {
        if ((0,io_errors/* errorCode */.CA)(error) === 'EEXIST')
            return false;
        throw error;
    }
}
/**
 * Writes a file of a restore, in the place of an earlier one if there is one: whoever sees the name
 * sees all of it.
 *
 * @returns its path
 */
async function writeFileWhole({ id, path }, name, text) {
    const target = (0,external_node_path_.join)(path, name);
    const staging = (0,external_node_path_.join)(path, (0,atomic_directory/* leftoverName */.Ln)(STAGING, id));
    try {
        await (0,durable_files/* writeDurably */.v8)(staging, [text]);
        await (0,promises_.rename)(staging, target);
        await (0,durable_files/* syncDirectory */.zR)(path);
    }
    catch (error) {
        await (0,promises_.rm)(staging, { force: true }).catch(() => undefined);
        throw (0,io_errors/* explainIoError */.U_)(error, `could not write ${name} of the restore`);
    }
    return target;
}
/** A value as JSON has it: members that are not there are none. */
function withoutAbsent(value) {
    if (Array.isArray(value))
        return value.map(withoutAbsent);
    if (!(0,json_value/* isJsonObject */.OW)(value))
        return value;
    const result = {};
    for (const [key, member] of Object.entries(value)) {
        if (member !== undefined)
            (0,json_value/* setOwn */.P5)(result, key, withoutAbsent(member));
    }
    return result;
}
/** Numbers of edits keep their digits, whoever wrote them. */
const asText = (value) => `${(0,write/* formatJson */.IB)(withoutAbsent(value))}\n`;
function writeRestorePlan(folder, plan) {
    return writeFileWhole(folder, PLAN_FILE, asText(plan));
}
/** @param page the report as Markdown */
async function writeRestoreReport(folder, report, page) {
    const path = await writeFileWhole(folder, REPORT_FILE, asText(report));
    await writeFileWhole(folder, REPORT_PAGE, page);
    return path;
}
/** The restores of a project, newest first. */
async function listRestores(backupRoot, projectId) {
    const parent = await findRestoresFolder(backupRoot, projectId);
    try {
        const found = (await (0,promises_.readdir)(parent, { withFileTypes: true })).flatMap((entry) => {
            const id = entry.isDirectory() ? (0,backup_id/* parseBackupId */.JN)(entry.name) : undefined;
            return id === undefined ? [] : [{ ...id, id: entry.name, path: (0,external_node_path_.join)(parent, entry.name) }];
        });
        return found.sort(backup_id/* compareNewestFirst */.a0);
    }
    catch (error) {
        if ((0,io_errors/* errorCode */.CA)(error) === 'ENOENT')
            return [];
        throw (0,io_errors/* explainIoError */.U_)(error, `could not list the restores in ${parent}`);
    }
}
/** So many ids are told when the one that is asked for is not there. */
const MAX_TOLD = 5;
/** @throws Error that names the restores that are there */
async function findRestore(backupRoot, projectId, restoreId) {
    const restores = await listRestores(backupRoot, projectId);
    const found = restores.find(({ id }) => id === restoreId);
    if (found !== undefined)
        return found;
    const names = restores.slice(0, MAX_TOLD).map(({ id }) => id);
    throw new Error(`there is no restore ${JSON.stringify(restoreId)} of project ${projectId} in ${await findRestoresFolder(backupRoot, projectId)}: ${names.length === 0 ? 'there is none at all' : `the newest are ${names.join(', ')}`}`);
}
async function readText({ id, path }, name) {
    try {
        return (await (0,durable_files/* readHashed */.S6)((0,external_node_path_.join)(path, name))).bytes;
    }
    catch (error) {
        if ((0,io_errors/* errorCode */.CA)(error) === 'ENOENT') {
            throw new Error(`the restore ${id} has no ${name}: it ended before that was written`, {
                cause: error,
            });
        }
        throw (0,io_errors/* explainIoError */.U_)(error, `could not read ${name} of the restore ${id}`);
    }
}
function damaged(id, name, problem, cause) {
    return new Error(`${name} of the restore ${id} is damaged: ${problem}. Take it from the artifact of its run`, { cause });
}
/** @param where the file, and the line of it if it has lines */
function parseAs(model, bytes, id, where) {
    let value;
    try {
        value = (0,parse/* parseJson */.qF)(bytes);
    }
    catch (error) {
        const isOfText = error instanceof parse/* JsonSyntaxError */.q3 ||
            error instanceof parse/* JsonDuplicateKeyError */.bW ||
            error instanceof scan/* JsonDepthError */.Q;
        if (!isOfText)
            throw error;
        throw damaged(id, where, error.message, error);
    }
    const result = model.safeParse(value);
    if (result.success)
        return result.data;
    const [issue] = result.error.issues;
    const place = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
    throw damaged(id, where, `${place}${issue?.message ?? 'it has another form'}`, result.error);
}
/** @throws Error when it is not there, or not whole */
async function readRestorePlan(folder) {
    return parseAs(restore_plan/* RestorePlan */.g2, await readText(folder, PLAN_FILE), folder.id, PLAN_FILE);
}
/** @throws Error when it is not there, as after a run that died, or not whole */
async function readRestoreReport(folder) {
    return parseAs(RestoreReport, await readText(folder, REPORT_FILE), folder.id, REPORT_FILE);
}
/**
 * Reads a journal. Each line was on the disk before what comes after it was done, so a last line
 * that is cut says nothing, and what is before it is certain.
 *
 * @throws Error when it is not there, or damaged anywhere but at its end
 */
async function readJournal(folder) {
    const bytes = await readText(folder, JOURNAL_FILE);
    const end = bytes.lastIndexOf('\n') + 1;
    const lines = [];
    for (let start = 0; start < end;) {
        const next = bytes.indexOf('\n', start);
        const where = `${JOURNAL_FILE}, line ${lines.length + 1}`;
        lines.push(parseAs(JournalLine, bytes.subarray(start, next), folder.id, where));
        start = next + 1;
    }
    return { lines, isCut: end < bytes.length };
}


/***/ })

};
