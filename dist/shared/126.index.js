export const id = 126;
export const ids = [126];
export const modules = {

/***/ 89391:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $L: () => (/* binding */ pointerSteps),
/* harmony export */   Av: () => (/* binding */ jsonPointer),
/* harmony export */   UN: () => (/* binding */ pointerStep)
/* harmony export */ });
/** What a key or an index adds to the JSON Pointer of the value that it is in. */
function pointerStep(step) {
    return `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
/** A JSON Pointer (RFC 6901) to what keys and indexes lead to; empty for the value itself. */
function jsonPointer(path) {
    return path.map(pointerStep).join('');
}
/** The steps of a JSON Pointer, from the value down. */
function pointerSteps(pointer) {
    return pointer
        .split('/')
        .slice(1)
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}


/***/ }),

/***/ 72196:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T2: () => (/* binding */ FREE_FORMS),
/* harmony export */   gi: () => (/* binding */ isFreePlace),
/* harmony export */   i7: () => (/* binding */ FreeForms)
/* harmony export */ });
/* harmony import */ var _sections_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46701);
/* harmony import */ var _snapshot_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69444);
/**
 * What is not searched for secrets by name, with the reason. Everything else is. The secrets of the
 * run itself are looked for here as well. docs/coverage.md repeats the reasons, and a test holds
 * both together.
 */


const SNAPSHOT = 'snapshot/';
function placeOf(twin) {
    return twin === undefined ? [] : [`${SNAPSHOT}${twin.path}`];
}
function unsearchedIn({ name, snapshot, freeForm }) {
    return freeForm.flatMap(({ why, members, unsearched }) => {
        if (unsearched === 'nowhere')
            return [];
        const places = unsearched === 'everywhere' ? [] : [name, ...placeOf(snapshot)];
        if (members === 'all')
            return places.length === 0 ? [] : [{ places, why }];
        return members.map((key) => ({ places, key, why }));
    });
}
/** The places and members that are free form, by the rows of the sections. */
class FreeForms {
    all;
    /** Keys of members that are free form wherever they stand. */
    keysEverywhere;
    #keysAt = new Map();
    #places;
    #folders;
    constructor(rows) {
        const ofFolders = [..._snapshot_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .FREE_FOLDERS */ .lC].map(([folder, why]) => {
            return { places: [`${SNAPSHOT}${folder}`], why };
        });
        this.all = [...rows.flatMap(unsearchedIn), ...ofFolders];
        const whole = this.all.filter(({ key }) => key === undefined).flatMap(({ places }) => places);
        this.#places = new Set(whole);
        this.#folders = whole.filter((place) => place.endsWith('/'));
        const everywhere = this.all.filter(({ places }) => places.length === 0);
        this.keysEverywhere = new Set(everywhere.flatMap(({ key }) => key ?? []));
        for (const { places, key } of this.all) {
            for (const place of key === undefined ? [] : places) {
                this.#keysAt.set(place, (this.#keysAt.get(place) ?? new Set()).add(key));
            }
        }
    }
    /**
     * Whether keys under this one are names of the customer's, in this place; without a place nothing
     * is free form.
     */
    isFreeKey(key, place) {
        if (place === undefined)
            return false;
        return this.keysEverywhere.has(key) || this.#keysAt.get(place)?.has(key) === true;
    }
    /** @param place a section, or the path of a file of the snapshot, `snapshot/...` */
    isFreePlace(place) {
        return this.#places.has(place) || this.#folders.some((folder) => place.startsWith(folder));
    }
}
/** Of the sections that there are. */
const FREE_FORMS = new FreeForms(_sections_index_js__WEBPACK_IMPORTED_MODULE_1__/* .SECTION_ROWS */ .Gw);
/** As {@link FreeForms.isFreePlace}, of the sections that there are. */
function isFreePlace(place) {
    return FREE_FORMS.isFreePlace(place);
}


/***/ }),

/***/ 97247:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H8: () => (/* binding */ isDeclaredSecret),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   eh: () => (/* binding */ isSecretName)
/* harmony export */ });
/* unused harmony exports DECLARED_SECRETS, SECRET_WORDS, HARMLESS_KEYS */
/**
 * Which names say that what stands under them is a secret. One rule: for what is saved, and for
 * what is shown.
 */
/**
 * Keys that Descope's Terraform provider declares as sensitive, of connectors, sign-in methods,
 * applications and access keys, by the names of the provider and of the API. Without regard to
 * case, `_` and `-`. docs/coverage.md repeats the list, and a test holds both together.
 */
const DECLARED_SECRETS = new Set([
    'accesskey',
    'accesskeyid',
    'accesstoken',
    'apikey',
    'apisecret',
    'apitoken',
    'authtoken',
    'awsaccesskeyid',
    'awssecretaccesskey',
    'bearertoken',
    'bindpassword',
    'cacert',
    'cacertificate',
    'cleartext',
    'clientcert',
    'clientcertificate',
    'clientkey',
    'clientsecret',
    'hectoken',
    'hmacsecret',
    'httpsourceurl',
    'ingestionkey',
    'integrationkey',
    'nativeclientsecret',
    'passphrase',
    'password',
    'pemcert',
    'pemcertificate',
    'privatekey',
    'refreshtoken',
    'rfc9421privatekey',
    'sasecret',
    'secret',
    'secretaccesskey',
    'secretapikey',
    'secretkey',
    'serverapitoken',
    'serviceaccount',
    'serviceaccountjson',
    'serviceaccountkey',
    'serviceaccountsecret',
    'servicerolekey',
    'serviceroleapikey',
    'sessiontoken',
    'signingsecret',
    'supabaseservicerolekey',
    'token',
    'usersecret',
    'writekey',
]);
/**
 * Declared as a secret by some connectors and as an ordinary field by others, whose imports take a
 * blank as a value.
 */
const DECLARED_BY_SOME = new Set(['accesskeyid']);
/** What a name ends with that holds a secret, whatever stands before. */
const SECRET_WORDS = new Set([
    'apikey',
    'apikeys',
    'authorization',
    'cleartext',
    'cookie',
    'credential',
    'credentials',
    'pass',
    'passcode',
    'passphrase',
    'passwd',
    'password',
    'passwords',
    'pat',
    'plaintext',
    'privatekey',
    'pwd',
    'secret',
    'secrets',
    'token',
    'webhook',
]);
/** `...Key` is a secret, but for those that name a thing, or are public. */
const HARMLESS_KEYS = new Set([
    'attribute',
    'cache',
    'claim',
    'component',
    'context',
    'descope',
    'entity',
    'external',
    'field',
    'flow',
    'foreign',
    'form',
    'group',
    'index',
    'issue',
    'item',
    'label',
    'localization',
    'lookup',
    'map',
    'mapping',
    'message',
    'object',
    'order',
    'parent',
    'partition',
    'permission',
    'primary',
    'project',
    'property',
    'record',
    'resource',
    'role',
    'row',
    'schema',
    'screen',
    'site',
    'sort',
    'style',
    'template',
    'tenant',
    'text',
    'theme',
    'translation',
    'user',
]);
/** Sound like secrets, and stand in the source of every page that uses the service. */
const PUBLIC_NAMES = new Set(['projecttoken', 'sitekey']);
/**
 * Words after a secret's name that say how it is written down: `privateKeyPem` is the private key.
 */
const FORMS = new Set([
    ...['b', 'base', 'data', 'encoded', 'encrypted', 'file', 'hash', 'hex', 'json', 'pem', 'raw'],
    ...['string', 'text', 'value', 'values'],
]);
const RUN_TOGETHER = /(?:secret|password|passwd|passphrase|passcode|token|credentials?|(?:api|access|private|secret|signing|encryption|shared|license|subscription|functions)keys?)$/;
/**
 * The words of a name, in small letters: `rfc9421PrivateKey` has `rfc`, `9421`, `private` and
 * `key`.
 */
function wordsOf(name) {
    const parts = name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{L}+|\d+/gu) ?? [];
    return parts.map((word) => word.toLowerCase());
}
function joined(words) {
    return words.join('');
}
/**
 * Words that mean something: a number at the end counts copies, and a form says how the secret is
 * written.
 */
function meaningOf(name) {
    const words = wordsOf(name);
    while (words.length > 1 && /^\d+$/.test(words.at(-1) ?? ''))
        words.pop();
    while (words.length > 1 && FORMS.has(words.at(-1) ?? ''))
        words.pop();
    return words;
}
/**
 * Whether a name is one of a secret field of Descope's own, which an import leaves alone where it
 * is blank.
 */
function isDeclaredSecret(name) {
    const key = joined(wordsOf(name));
    return DECLARED_SECRETS.has(key) && !DECLARED_BY_SOME.has(key);
}
/** Most keys of a project are the same ones again and again. */
const MAX_KNOWN = 10_000;
const MAX_NAME = 200;
const known = new Map();
/**
 * Whether what stands under a name is a secret. `tokenUrl`, `keyId`, `publicKey` and
 * `passwordPolicy` are none: the end of a name says what it is.
 */
function isSecretName(name) {
    const before = known.get(name);
    if (before !== undefined)
        return before;
    const isSecret = saysSecret(name);
    if (known.size < MAX_KNOWN)
        known.set(name, isSecret);
    return isSecret;
}
function saysSecret(given) {
    // The end of a name says what it is, and a longer one is no name of Descope's.
    const name = given.slice(-MAX_NAME);
    const all = wordsOf(name);
    if (DECLARED_SECRETS.has(joined(all)))
        return true;
    if (all.includes('public') || PUBLIC_NAMES.has(joined(all)))
        return false;
    const words = meaningOf(name);
    const [last = '', before = ''] = [words.at(-1), words.at(-2)];
    if (DECLARED_SECRETS.has(joined(words)) || SECRET_WORDS.has(last))
        return true;
    if (/^(?:url|uri|address|endpoint)$/.test(last) && before === 'webhook')
        return true;
    if (/^keys?$/.test(last))
        return before !== '' && !HARMLESS_KEYS.has(before);
    return RUN_TOGETHER.test(joined(words).replace(/\d+$/, ''));
}


/***/ }),

/***/ 57726:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tS: () => (/* binding */ isSecretVariable),
/* harmony export */   uv: () => (/* binding */ wasSecretVariable),
/* harmony export */   x4: () => (/* binding */ isReservedVariable)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97247);
/**
 * Which environment variables may be put into a backup where a config file names them as `${VAR}`.
 */

/** Of the runner: never, whatever anybody allows. */
const RESERVED = /^(?:ACTIONS|INPUT)_/i;
/** A word that says that a variable holds a secret; more than one of a thing is no other thing. */
const SECRET_WORD = /^(?:secret|token|password|passwd|passphrase|pass|pwd|key|apikey|credential|private|webhook|auth)s?$/;
/** Whether a variable belongs to the runner: then it is never replaced. */
function isReservedVariable(name) {
    return RESERVED.test(name);
}
/**
 * Whether a reference to a variable stays as it is written. Case makes no difference, because it
 * makes none to the variables of Windows; digits at the end of a word are none of it: `TOKEN2`.
 */
function isSecretVariable(name) {
    if (isReservedVariable(name))
        return true;
    const words = name.split('_').map((word) => word.replace(/\d+$/, '').toLowerCase());
    return [...words, ...(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .wordsOf */ .Z9)(name)].some((word) => SECRET_WORD.test(word));
}
/** The rule of release 1.0.0, by which older backups were made. */
function wasSecretVariable(name) {
    return isReservedVariable(name) || /_(?:TOKEN|SECRET|PASSWORD|KEY)$/i.test(name);
}


/***/ }),

/***/ 43588:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Uy: () => (/* binding */ WITHHELD_MARK),
  Gt: () => (/* binding */ WITHHELD_RULES),
  RK: () => (/* binding */ withholdSecrets)
});

// EXTERNAL MODULE: ./src/json/parse.ts
var parse = __webpack_require__(27105);
// EXTERNAL MODULE: ./src/json/value.ts
var json_value = __webpack_require__(88399);
// EXTERNAL MODULE: ./src/json/write.ts
var write = __webpack_require__(11249);
// EXTERNAL MODULE: ./src/project/secrets/free-form.ts
var free_form = __webpack_require__(72196);
;// CONCATENATED MODULE: ./src/project/secrets/harmless-headers.ts
/**
 * Headers and parameters whose values are no secrets: what they are about is known. Every other
 * value is withheld. Without regard to case; docs/coverage.md repeats the list, and a test holds
 * both together.
 */
const HARMLESS_HEADERS = new Set([
    'accept',
    'accept-charset',
    'accept-encoding',
    'accept-language',
    'access_type',
    'api-version',
    'audience',
    'cache-control',
    'content-encoding',
    'content-language',
    'content-length',
    'content-type',
    'display',
    'format',
    'grant_type',
    'hd',
    'host',
    'include_granted_scopes',
    'locale',
    'origin',
    'prompt',
    'resource',
    'response_mode',
    'response_type',
    'scope',
    'user-agent',
    'version',
    'x-api-version',
    'x-app',
    'x-correlation-id',
    'x-env',
    'x-environment',
    'x-region',
    'x-request-id',
    'x-requested-with',
    'x-service',
    'x-source',
    'x-team',
    'x-version',
]);
/** `Bearer ...`: a credential, under whatever name it is sent. */
const CREDENTIAL = /^\s*(?:basic|bearer|digest|negotiate|token|apikey|aws4-hmac-sha256)\s+\S/i;
/** Whether the value of a header or parameter may be shown. */
function isHarmlessHeader(name, value) {
    const isCredential = typeof value === 'string' && CREDENTIAL.test(value);
    return HARMLESS_HEADERS.has(name.trim().toLowerCase()) && !isCredential;
}

;// CONCATENATED MODULE: ./src/project/secrets/header-texts.ts
/** Headers and parameters that are one text: their values go, and their names stay. */

/**
 * `Authorization: Bearer ...`, `a=1&token=...`: the names stay. A text that is a name alone is one.
 */
function withoutHeaderValues(text, mark) {
    if (text === '' || text === mark || /^[\w.-]+$/.test(text))
        return text;
    const sign = /^[\w.-]+\s*:/.test(text) ? ':' : '=';
    const separator = sign === ':' ? /(\r?\n)/ : /([&;]|\r?\n)/;
    return text
        .split(separator)
        .map((part, index) => {
        const at = part.indexOf(sign);
        if (index % 2 === 1 || part.trim() === '')
            return part;
        if (at === -1)
            return mark;
        const [name, value] = [part.slice(0, at), part.slice(at + 1)];
        const isBlank = value.trim() === '' || value.trim() === mark;
        return isBlank || isHarmlessHeader(name, value)
            ? part
            : `${name}${sign}${sign === ':' && mark !== '' ? ' ' : ''}${mark}`;
    })
        .join('');
}

// EXTERNAL MODULE: ./src/project/secrets/names.ts
var names = __webpack_require__(97247);
;// CONCATENATED MODULE: ./src/project/secrets/texts.ts
/** Secrets that are recognized by their form, in texts under any name. */

const PRIVATE_KEY = /-----BEGIN ([A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?)-----[\s\S]*?(?:-----END \1-----|$)/g;
/** `-----BEGIN` in base64. */
const PEM_IN_BASE64 = /^\s*LS0tLS1CRUdJTi[A-Za-z0-9+/=_\s-]*$/;
const ADDRESS = /\b([a-z][a-z0-9+.-]{0,30}:\/\/)([^\s"'<>`]+)/gi;
const PARAMETER = /([?&;#])([^=&;#?]+)=([^&;#]*)/g;
const CONNECTION = /^[\w\s.-]+=[^;]*(?:;[\w\s.-]+=[^;]*)+;?\s*$/;
const CONNECTION_PART = /(^|;)([\w\s.-]+)=([^;]*)/g;
/** What a program fills in: no secret itself. */
const PLACEHOLDER = /^(?:\{\{[^{}]*\}\}|\$\{[^{}]*\}|\$\w+|%7B%7B[^{}%]*%7D%7D)?$/i;
const SIGNATURE = /^(?:sig|signature|x-amz-(?:signature|security-token|credential))$/i;
function hides(name, value) {
    return ((0,names/* isSecretName */.eh)(name) || SIGNATURE.test(name.trim())) && !PLACEHOLDER.test(value);
}
/** User and password, and parameters with a name of a secret. */
function withoutCredentials(scheme, rest, mark) {
    const [, authority = '', more = ''] = /^([^/?#\\]*)(.*)$/s.exec(rest) ?? [];
    const at = authority.lastIndexOf('@');
    const user = authority.slice(0, Math.max(0, at));
    const host = authority.slice(at + 1);
    const isFilledIn = user.split(':').every((part) => PLACEHOLDER.test(part));
    const where = isFilledIn || host === '' ? authority : `${mark === '' ? '' : `${mark}@`}${host}`;
    const query = more.replace(PARAMETER, (all, sign, name, value) => hides(decode(name), value) ? `${sign}${name}=${mark}` : all);
    return `${scheme}${where}${query}`;
}
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
/**
 * Replaces private keys, user and password in addresses, secret parameters of addresses and of
 * connection strings.
 *
 * @returns the very same text where there is none
 */
function withoutSecretForms(text, mark) {
    if (PEM_IN_BASE64.test(text)) {
        const decoded = Buffer.from(text, 'base64').toString('latin1');
        if (/-----BEGIN [A-Z0-9 ]*PRIVATE KEY/.test(decoded))
            return mark;
    }
    let result = text.includes('PRIVATE KEY') ? text.replace(PRIVATE_KEY, mark) : text;
    if (result.includes('://')) {
        result = result.replace(ADDRESS, (_all, scheme, rest) => withoutCredentials(scheme, rest, mark));
    }
    if (result.includes(';') && CONNECTION.test(result)) {
        result = result.replace(CONNECTION_PART, (all, sign, name, value) => hides(name, value) ? `${sign}${name}=${mark}` : all);
    }
    return result;
}
/** Where the texts in quotes begin and end, without their quotes; one that nothing ends is none. */
function quotedTexts(text) {
    const found = [];
    for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at)) {
        let end = at + 1;
        while (end < text.length && text[end] !== '"')
            end += text[end] === '\\' ? 2 : 1;
        if (end >= text.length)
            break;
        found.push([at + 1, end]);
        at = end + 1;
    }
    return found;
}
/**
 * The same for text that looks like JSON and is none, such as a template of it. One pass: such text
 * can be long, and made to be slow.
 */
function withoutSecretMembers(text, mark) {
    let result = '';
    let done = 0;
    let name = '';
    let last = 0;
    for (const [start, end] of quotedTexts(text)) {
        const value = text.slice(start, end);
        const isMember = last > 0 && text.slice(last + 1, start - 1).trim() === ':';
        if (isMember && value !== mark && hides(name, value)) {
            result += text.slice(done, start) + mark;
            done = end;
        }
        [name, last] = [value, end];
    }
    return result + text.slice(done);
}

;// CONCATENATED MODULE: ./src/project/secrets/withhold.ts
var _a;
/** Takes the secrets out of a value, and remembers where they were. */








/**
 * The number of these rules, which the manifest has: a change of what is withheld is a new number.
 */
const WITHHELD_RULES = 2;
/** Stands where a secret was. */
const WITHHELD_MARK = '[withheld]';
const HEADERS = /^(?:headers?|params?|parameters?|cookies?)$/;
const NAMES = /^(?:mappings?|mapper|claims)$/;
/**
 * Names of secrets that are also names of settings or of things: a map under one is no secret as a
 * whole.
 */
const SETTINGS = /^(?:password|authorization|accesskeys?|webhook|oauth2clientcredentials)$/;
const NAME_MEMBERS = ['key', 'name', 'header'];
const VALUE_MEMBER = /^(?:values?|tokens?|secret|password|text|plaintext|hash)$/i;
/** Members of a header's entry that are neither its name nor its value. */
const HEADER_MEMBER = /^(?:id|type|description|enabled|disabled|required|operator|in|kind|encoding)$/i;
/** What a program fills in is no secret itself. */
const withhold_PLACEHOLDER = /^\{\{[^{}]*\}\}$/;
const MAX_JSON_DEPTH = 5;
function isText(value) {
    return typeof value === 'string';
}
/** What names the entry: `{"name": "X-Team", "value": "core"}`. */
function nameOf(object) {
    const isPair = Object.keys(object).some((key) => VALUE_MEMBER.test(key));
    return isPair
        ? NAME_MEMBERS.find((key) => Object.hasOwn(object, key) && isText(object[key]))
        : undefined;
}
/** Whether a member holds settings, not the secret that its name says. */
function isSettings(key, child) {
    if (!SETTINGS.test((0,names/* wordsOf */.Z9)(key).join('')))
        return false;
    return ((0,json_value/* isJsonObject */.OW)(child) ||
        (Array.isArray(child) && child.some(json_value/* isJsonObject */.OW)));
}
/** No word that says anything is longer. */
const MAX_WORD = 40;
/** The last word of a key; only words in ASCII say anything here. */
function lastWord(key) {
    return /(?:[A-Z]?[a-z]+|[A-Z]+)$/.exec(key.slice(-MAX_WORD))?.[0].toLowerCase() ?? '';
}
function kindUnder(key, child, parent, isFreeKey) {
    if (parent === 'free' || isFreeKey)
        return 'free';
    if (parent === 'secret')
        return 'secret';
    if (parent === 'names')
        return 'names';
    const last = lastWord(key);
    if (NAMES.test(last))
        return 'names';
    if ((0,names/* isSecretName */.eh)(key) && !isSettings(key, child))
        return 'secret';
    if (HEADERS.test(last) && !(isText(child) && last === 'header'))
        return 'headers';
    return 'plain';
}
class Withholder {
    places = [];
    #options;
    #path = [];
    #depth;
    /** @param depth how many texts of JSON the value stands in */
    constructor(options, depth) {
        this.#options = options;
        this.#depth = depth;
    }
    #note() {
        const key = this.#path.findLast((step) => typeof step === 'string');
        this.places.push({
            path: [...this.#path],
            isDeclared: typeof key === 'string' && (0,names/* isDeclaredSecret */.H8)(key),
        });
    }
    #at(step, child, kind) {
        this.#path.push(step);
        const result = this.visit(child, kind);
        this.#path.pop();
        return result;
    }
    visit(value, kind) {
        if (Array.isArray(value))
            return this.#list(value, kind);
        if ((0,json_value/* isJsonObject */.OW)(value))
            return this.#object(value, kind);
        const isNumber = typeof value === 'number' || value instanceof json_value/* ExactNumber */.fh;
        if (kind === 'secret' && (isNumber || (isText(value) && value !== ''))) {
            const { mark } = this.#options;
            if (value === mark || (isText(value) && withhold_PLACEHOLDER.test(value)))
                return value;
            this.#note();
            return mark;
        }
        return isText(value) ? this.#text(value, kind) : value;
    }
    #list(list, kind) {
        let changed;
        // A header as a list of its own: its name, then its values.
        const isTuple = kind === 'headers' && list.length > 1 && this.#isInList && list.every(isText);
        for (const [index, item] of list.entries()) {
            const isValue = isTuple && index > 0 && !isHarmlessHeader(list[0], item);
            const kept = this.#at(index, item, isValue ? 'secret' : kind);
            if (kept !== item)
                (changed ??= [...list])[index] = kept;
        }
        return changed ?? list;
    }
    get #isInList() {
        return typeof this.#path.at(-1) === 'number';
    }
    #object(object, kind) {
        const name = kind === 'free' ? undefined : nameOf(object);
        const isPair = name !== undefined || (this.#isInList && NAME_MEMBERS.some((key) => isText(object[key])));
        let changed;
        const keys = Object.keys(object);
        for (const key of keys) {
            const child = object[key];
            const safeKey = this.#safeKey(key, object, changed ?? {});
            const kept = this.#at(safeKey, child, this.#memberKind(object, key, { kind, name, isPair }));
            if (changed === undefined && (kept !== child || safeKey !== key)) {
                changed = this.#before(object, keys, key);
            }
            if (changed !== undefined)
                (0,json_value/* setOwn */.P5)(changed, safeKey, kept);
        }
        return changed ?? object;
    }
    /** A copy of the members that come before a key. */
    #before(object, keys, key) {
        const copy = {};
        for (const other of keys.slice(0, keys.indexOf(key))) {
            (0,json_value/* setOwn */.P5)(copy, other, object[other]);
        }
        return copy;
    }
    /** A key without the run's secrets, which takes no other key's place. */
    #safeKey(key, object, copy) {
        const safe = this.#options.own?.redact(key, WITHHELD_MARK) ?? key;
        if (safe === key)
            return key;
        let free = safe;
        for (let count = 2; Object.hasOwn(object, free) || Object.hasOwn(copy, free); count++) {
            free = `${safe} ${count}`;
        }
        this.places.push({ path: [...this.#path, free], isDeclared: false });
        return free;
    }
    #memberKind(object, key, { kind, name, isPair }) {
        const child = object[key];
        const { place, freeForms = free_form/* FREE_FORMS */.T2 } = this.#options;
        const isFreeKey = freeForms.isFreeKey(key, place);
        // A pair's name is a name, also below a key that holds a secret; whatever it is sent with is
        // not.
        if (key === name && !isFreeKey)
            return 'plain';
        const isValue = VALUE_MEMBER.test(key);
        if (kind === 'headers') {
            if (!isPair)
                return isHarmlessHeader(key, child) ? 'plain' : 'secret';
            const isHarmless = name !== undefined && isHarmlessHeader(object[name], child);
            const isNamed = NAME_MEMBERS.includes(key) && name === undefined;
            if (isNamed || HEADER_MEMBER.test(key))
                return 'plain';
            return isHarmless ? 'plain' : 'secret';
        }
        else if (kind === 'plain' && isValue && name !== undefined) {
            const says = object[name];
            if (/^value$/i.test(key) && (0,names/* isSecretName */.eh)(says) && !isHarmlessHeader(says, ''))
                return 'secret';
        }
        else if (kind === 'plain' && /^(?:value|plaintext|hash)$/i.test(key)) {
            // `{"password": {"value": ...}}`: a map of settings has no value.
            const above = this.#path.at(-1);
            if (typeof above === 'string' && (0,names/* isSecretName */.eh)(above))
                return 'secret';
        }
        return kindUnder(key, child, kind, isFreeKey);
    }
    #text(text, kind) {
        const safe = kind === 'free' ? text : this.#withoutSecrets(text, kind);
        const result = this.#options.own?.redact(safe, this.#ownMark(safe)) ?? safe;
        if (result !== text)
            this.#note();
        return result;
    }
    /**
     * Within a text the place must be seen; a text that is all secret becomes what every secret
     * becomes.
     */
    #ownMark(text) {
        return this.#options.own?.isSecret(text) === true ? this.#options.mark : WITHHELD_MARK;
    }
    #withoutSecrets(text, kind) {
        const { mark } = this.#options;
        if (kind === 'headers')
            return withoutHeaderValues(text, mark);
        const shaped = /^\s*[[{]/.test(text) ? this.#jsonText(text) : text;
        return withoutSecretForms(shaped, mark);
    }
    /** JSON in a text: what of it is no secret stays, as canonical JSON. */
    #jsonText(text) {
        const { mark } = this.#options;
        let value;
        try {
            value = (0,parse/* parseJson */.qF)(Buffer.from(text));
        }
        catch {
            return withoutSecretMembers(text, mark);
        }
        if (this.#depth >= MAX_JSON_DEPTH)
            return mark;
        const inner = new _a({ ...this.#options, own: undefined }, this.#depth + 1);
        const safe = inner.visit(value, 'plain');
        return inner.places.length > 0 ? (0,write/* canonicalJson */.dj)(safe) : text;
    }
}
_a = Withholder;
/** Replaces every secret of a value. */
function withholdSecrets(value, options) {
    const withholder = new Withholder(options, 0);
    const safe = withholder.visit(value, options.isFree === true ? 'free' : 'plain');
    return { value: safe, places: withholder.places };
}


/***/ }),

/***/ 99126:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ compareApart),
/* harmony export */   q: () => (/* binding */ answerComparison)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _models_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93257);
/* harmony import */ var _services_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(98870);
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27105);
/* harmony import */ var _json_write_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11249);
/* harmony import */ var _copies_apart_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90479);
/**
 * Comparing in a process of its own: what a backup from elsewhere holds must not hold up the new
 * one.
 */








const Proven = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ path: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), manifest: _models_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .BackupManifest */ .eV });
const Request = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    bases: zod__WEBPACK_IMPORTED_MODULE_2__/* .tuple */ .PVZ([Proven], Proven),
    lookBack: Proven.optional(),
    fresh: Proven,
    shrinkLimit: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    announced: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ section: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }))
        .readonly()
        .default([]),
});
/** The report is our own child's: it is shown as it is. */
const Result = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        report: zod__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY(),
        losses: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).readonly(),
        announcedLosses: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).readonly(),
    }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ failure: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
]);
/**
 * Compares in a process each.
 *
 * @param entry path of the script that does it: the bundle of src/main/inspect.ts
 */
function compareApart(entry, limits = (0,_copies_apart_js__WEBPACK_IMPORTED_MODULE_4__/* .defaultLimits */ .MK)()) {
    return async (request, { signal, folder }) => {
        const [given, result] = [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'compare.json'), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'compared.json')];
        try {
            const { lookBack, ...others } = request;
            const written = { ...others, ...(lookBack && { lookBack }) };
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(given, (0,_json_write_js__WEBPACK_IMPORTED_MODULE_5__/* .canonicalJson */ .dj)(written));
            await (0,_copies_apart_js__WEBPACK_IMPORTED_MODULE_4__/* .runApart */ .ew)(entry, ['compare', given, result], limits, signal);
            const told = Result.parse((0,_json_parse_js__WEBPACK_IMPORTED_MODULE_6__/* .parsePlainJson */ .Ct)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(result)));
            if ('failure' in told)
                throw new Error(told.failure);
            return told;
        }
        catch (error) {
            if (!(error instanceof _copies_apart_js__WEBPACK_IMPORTED_MODULE_4__/* .WorkLimitError */ .lH))
                throw error;
            const id = request.bases[0].manifest.backup_id;
            throw new Error(`${id} could not be compared with: ${error.message}`, { cause: error });
        }
        finally {
            await Promise.all([given, result].map((file) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(file, { force: true })));
        }
    };
}
/** What the child does: reads the request, and writes what comparing gave, or threw. */
async function answerComparison(given, result) {
    const { signal } = new AbortController();
    let answer;
    try {
        const { lookBack, ...request } = Request.parse((0,_json_parse_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .qF)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(given)));
        answer = await (0,_services_index_js__WEBPACK_IMPORTED_MODULE_7__/* .compareBackups */ .f)({ ...request, lookBack }, {
            signal,
            folder: '',
        });
    }
    catch (error) {
        answer = { failure: error.message };
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(result, JSON.stringify(answer));
}


/***/ }),

/***/ 98870:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ compareBackups)
});

// EXTERNAL MODULE: ./src/services/lines/base-state.ts
var base_state = __webpack_require__(88467);
// EXTERNAL MODULE: ./src/services/changes/diff.ts
var changes_diff = __webpack_require__(18975);
// EXTERNAL MODULE: ./src/services/changes/diff-report.ts + 1 modules
var diff_report = __webpack_require__(66927);
// EXTERNAL MODULE: ./src/models/manifest.ts
var manifest = __webpack_require__(93257);
// EXTERNAL MODULE: ./src/json/parse.ts
var parse = __webpack_require__(27105);
// EXTERNAL MODULE: ./src/json/value.ts
var json_value = __webpack_require__(88399);
;// CONCATENATED MODULE: ./src/services/changes/newly-asked.ts
/** What a new backup was asked for and its base was not, which is no change of the project. */



/** From these rules on, every tenant is asked for its SSO. */
const FIRST_RULES_OF_ALL_SSO = 2;
/**
 * Whether release 1.0.0 asks for a tenant's SSO: it has an SSO domain, a method, or does not say.
 *
 * @param tenant as canonical JSON; undefined for one that was not there
 */
function wasAsked(tenant) {
    const value = tenant === undefined ? undefined : (0,parse/* parseJson */.qF)(Buffer.from(tenant));
    if (!(0,json_value/* isJsonObject */.OW)(value))
        return false;
    const { authType, domains, enforceSSO } = value;
    if (authType === undefined || authType === null)
        return true;
    if (enforceSSO === true || (Array.isArray(domains) && domains.length > 0))
        return true;
    return authType !== '' && authType !== 'none';
}
/**
 * A state without what the earlier backup could not know of, because the release that took it did
 * not ask: SSO that was switched off and kept its configuration. That it is in the new one is no
 * change of the project, unless it was switched on.
 */
function withoutNewlyAsked(earlier, after) {
    const now = after.get('tenant-sso');
    const before = earlier.state.get('tenant-sso');
    const isOfAll = (0,manifest/* contentRules */.tc)(earlier.manifest) >= FIRST_RULES_OF_ALL_SSO;
    if (isOfAll || now === undefined || before === undefined)
        return after;
    const tenants = earlier.state.get('tenants');
    const tenantsNow = after.get('tenants');
    // A tenant that came since is new with all that it has.
    const isNew = (id) => tenants !== undefined && !tenants.has(id);
    const known = [...now].filter(([id]) => before.has(id) || isNew(id) || wasAsked(tenants?.get(id)) || wasAsked(tenantsNow?.get(id)));
    return new Map([...after, ['tenant-sso', new Map(known)]]);
}

// EXTERNAL MODULE: ./src/services/changes/read-state.ts
var read_state = __webpack_require__(95848);
// EXTERNAL MODULE: ./src/services/changes/risk.ts + 18 modules
var risk = __webpack_require__(73869);
// EXTERNAL MODULE: ./src/services/changes/shrink.ts
var shrink = __webpack_require__(96541);
// EXTERNAL MODULE: ./src/services/changes/withheld-since.ts + 1 modules
var withheld_since = __webpack_require__(15209);
;// CONCATENATED MODULE: ./src/services/changes/comparison.ts








function announcer(announced) {
    return (name, id) => announced.some((one) => one.section === name && (id === one.id || id.startsWith(`${one.id}/`)));
}
/** What an older release did not ask every tenant for. */
const NEWLY_ASKED = ['tenant-sso'];
/**
 * The backup whose answers about the SSO of tenants are compared with: an older one where the base
 * failed to save them.
 */
function whoAsked(bases) {
    return bases.find((backup) => (0,base_state/* haveSaved */._D)([backup.manifest], NEWLY_ASKED)) ?? bases[0];
}
/**
 * @param after what the new backup has of what was asked for before, too
 * @param now all that it has
 */
async function findLosses(before, after, now, { lookBack, fresh, shrinkLimit }, announced) {
    const failed = fresh.manifest.coverage.flatMap(({ section, status }) => status === 'failed' ? [section] : []);
    const policy = {
        limitPercent: shrinkLimit,
        failedSections: new Set(failed),
        isAnnounced: announcer(announced),
    };
    const sudden = (0,shrink/* findShrink */.F)(before, after, policy);
    if (lookBack === undefined || sudden.length > 0)
        return sudden;
    const { manifest } = lookBack;
    const state = await (0,read_state/* readProjectState */.n)(lookBack.path, manifest);
    const asked = withoutNewlyAsked({ manifest, state }, now);
    return (0,shrink/* findShrink */.F)(state, asked, policy).map((reason) => `${reason}, little by little since ${lookBack.manifest.backup_id}`);
}
/** Compares in this process, without bounds of time and memory. */
const compareBackups = async (request) => {
    const { bases, fresh } = request;
    const [base] = bases;
    const before = await (0,base_state/* readBaseState */.Hb)(bases, fresh.manifest);
    const now = await (0,read_state/* readProjectState */.n)(fresh.path, fresh.manifest);
    const after = withoutNewlyAsked({ manifest: whoAsked(bases).manifest, state: before }, now);
    const rule = (0,withheld_since/* withheldRule */.m)(base.manifest, fresh.manifest);
    const diff = new changes_diff/* DiffService */.Tr().diff(before, after, rule);
    const report = (0,diff_report/* reportDiff */.A)(diff, (0,risk/* assessRisk */.y)(diff));
    const { announced = [] } = request;
    const losses = await findLosses(before, after, now, request, announced);
    const all = announced.length === 0 ? losses : await findLosses(before, after, now, request, []);
    return { report, losses, announcedLosses: all.filter((one) => !losses.includes(one)) };
};


/***/ }),

/***/ 66927:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ commitMessage),
  A: () => (/* binding */ reportDiff)
});

// EXTERNAL MODULE: ./src/project/secrets/withhold.ts + 3 modules
var withhold = __webpack_require__(43588);
// EXTERNAL MODULE: ./src/project/sections/index.ts + 23 modules
var sections = __webpack_require__(46701);
// EXTERNAL MODULE: ./src/json/parse.ts
var parse = __webpack_require__(27105);
// EXTERNAL MODULE: ./src/json/value.ts
var json_value = __webpack_require__(88399);
// EXTERNAL MODULE: ./src/json/write.ts
var write = __webpack_require__(11249);
;// CONCATENATED MODULE: ./src/services/changes/commit-words.ts
/** Commit messages without words that GitHub obeys. */
/**
 * Words that GitHub, and other services that read commits, obey wherever they stand in a message.
 */
const OBEYED = [
    // [skip ci], [ci skip], [no ci], [skip actions], [actions skip], and what others made of it:
    // [skip-ci], [skip netlify].
    [/\[(?=[^[\]]{0,80}\b(?:skip|ci|no)\b)/gi, '[ '],
    [/\*{3}(?=no_ci)/gi, '*** '],
    // Trailers: no name of one has a blank.
    [/\bskip-checks\b/gi, 'skip checks'],
    [/\b(co-authored|signed-off|reviewed|acked)-by\b/gi, '$1 by'],
    [/\bon-behalf-of\b/gi, 'on behalf of'],
    // Issues, which "fixes" and its like would close: #1, o/r#1, GH-1, .../issues/1.
    [/#(?=\d)/g, '# '],
    [/\bgh-(?=\d)/gi, 'GH '],
    [/\/(issues|pull|pulls|discussions)\/(?=\d)/gi, '/$1/ '],
    // Mentions; an e-mail address is none.
    [/(?<![A-Za-z0-9_])@(?=[A-Za-z0-9])/g, '@ '],
];
/** Text from outside as a commit message may have it: with blanks in what would be obeyed. */
function withoutOrders(text) {
    return OBEYED.reduce((now, [words, harmless]) => now.replace(words, harmless), text);
}

// EXTERNAL MODULE: ./src/services/changes/diff.ts
var changes_diff = __webpack_require__(18975);
;// CONCATENATED MODULE: ./src/services/changes/diff-report.ts







const HIDDEN = '(hidden)';
const MAX_TEXT = 200;
const MAX_VALUE = 1000;
/** The beginning of a long text; no pair of surrogates is cut. */
function shorten(text) {
    return text.length <= MAX_TEXT
        ? text
        : `${text.slice(0, MAX_TEXT).replace(/[\ud800-\udbff]$/, '')}... (${text.length} characters)`;
}
/**
 * A value that JSON.stringify can write: long texts cut, and numbers that JavaScript cannot hold as
 * text.
 */
function shortened(value) {
    if (value instanceof json_value/* ExactNumber */.fh)
        return shorten(value.text);
    if (typeof value === 'string')
        return shorten(value);
    if (Array.isArray(value))
        return value.map(shortened);
    if (!(0,json_value/* isJsonObject */.OW)(value))
        return value;
    const shown = {};
    for (const [key, child] of Object.entries(value))
        (0,json_value/* setOwn */.P5)(shown, key, shortened(child));
    return shown;
}
/**
 * A value as it is shown at a place: the names above it say whether it is a secret. Nothing is free
 * form here.
 */
function withoutSecrets(value, steps) {
    const nested = steps.reduceRight((inner, step) => {
        const above = {};
        (0,json_value/* setOwn */.P5)(above, step, inner);
        return above;
    }, value);
    const safe = (0,withhold/* withholdSecrets */.RK)(nested, { mark: HIDDEN }).value;
    return steps.reduce((outer, step) => outer[step], safe);
}
/**
 * A value as plain JSON that JSON.stringify can write; what is long becomes its beginning as text.
 */
function show(value, edit) {
    const shown = (0,json_value/* sortKeys */.di)(shortened(withoutSecrets(value, (0,changes_diff/* pathOf */.XM)(edit))));
    const text = (0,write/* canonicalJson */.dj)(shown);
    return text.length > MAX_VALUE ? shorten(text) : shown;
}
/** An object without a name is called by all that it is, which may hold secrets, or be long. */
function showId(id) {
    if (!/^[[{]/.test(id))
        return id;
    try {
        return shorten((0,write/* canonicalJson */.dj)(shortened(withoutSecrets((0,parse/* parseJson */.qF)(Buffer.from(id)), []))));
    }
    catch {
        // It is a name after all.
        return id;
    }
}
function showEdit(edit) {
    const { pointer, before, after } = edit;
    return {
        pointer,
        ...(before !== undefined && { before: show(before, edit) }),
        ...(after !== undefined && { after: show(after, edit) }),
    };
}
/** After every place that a section has among what is shown first. */
const LAST = 1000;
/** What people look for first comes first. */
function rank(section) {
    return (0,sections/* rowOf */.OB)(section)?.shown?.place ?? LAST;
}
/** Makes of a diff what is shown of it. */
function reportDiff(diff, { risk, findings }) {
    const order = new Map();
    const key = (section, id) => JSON.stringify([section, id]);
    for (const [index, { section, id }] of findings.entries()) {
        if (!order.has(key(section, id)))
            order.set(key(section, id), index);
    }
    // What repeats another change is left out, unless it alone shows what was found.
    const twinOf = (0,changes_diff/* twinFinder */.vW)(diff.changes);
    const changes = diff.changes.filter((change) => twinOf(change) === undefined || order.has(key(change.section, change.id)));
    const place = ({ section, id }) => order.get(key(section, id)) ?? findings.length;
    const sorted = [...changes].sort((a, b) => place(a) - place(b) || rank(a.section) - rank(b.section));
    const shown = new Set(changes.map(({ section, id }) => key(section, id)));
    const isUnknown = changes.length === 0 && diff.notComparable.length > 0;
    return {
        changed: isUnknown ? 'unknown' : changes.length > 0 ? 'true' : 'false',
        change_count: changes.length,
        risk: isUnknown ? 'unknown' : risk,
        findings: findings
            .filter(({ section, id }) => shown.has(key(section, id)))
            .map((finding) => ({ ...finding, id: showId(finding.id), text: shorten(finding.text) })),
        changes: sorted.map(({ section, id, kind, edits }) => ({
            section,
            id: showId(id),
            kind,
            edits: edits.map(showEdit),
        })),
        not_comparable: [...diff.notComparable, ...(diff.newlySaved ?? [])].sort(),
        ...(diff.withheldSince && {
            withheld_since: diff.withheldSince.map(({ section, id, edits }) => ({
                section,
                id: showId(id),
                pointers: edits.map(({ pointer }) => pointer),
            })),
        }),
    };
}
const MAX_SUBJECT = 72;
const MAX_LINES = 50;
/**
 * One line of anything, in which nothing is obeyed: line breaks would end a commit's subject, and
 * marks of direction turn what follows around.
 */
function oneLine(text) {
    return withoutOrders(text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, ' '));
}
/** The environment and what is said of it, in one line that is short enough. */
function subjectOf(environment, text) {
    const name = oneLine(environment);
    const room = MAX_SUBJECT - text.length - ': '.length;
    const short = name.length <= room
        ? name
        : `${name.slice(0, Math.max(0, room - 3)).replace(/[\ud800-\udbff]$/, '')}...`;
    return `${short}: ${text}`;
}
/** `2 tenants changed, 1 flow added`. */
function countChanges(changes) {
    const counts = new Map();
    for (const { section, kind } of changes) {
        const entry = counts.get(`${section} ${kind}`) ?? { section, kind, count: 0 };
        entry.count++;
        counts.set(`${section} ${kind}`, entry);
    }
    return [...counts.values()]
        .map(({ section, kind, count }) => {
        const noun = (count === 1 ? (0,sections/* rowOf */.OB)(section)?.shown?.singular : undefined) ?? section;
        return `${count} ${noun} ${kind}`;
    })
        .join(', ');
}
/**
 * The changes as a commit message: a subject of at most 72 characters, and a body with a line an
 * object.
 *
 * @param report undefined when it is not known what changed
 * @param options.mayName whether ids may be in it; else there is the subject alone
 */
function commitMessage(report, { environment, backupId, mayName }) {
    if (report === undefined || report.changed === 'unknown')
        return subjectOf(environment, `backup ${backupId}`);
    if (report.change_count === 0)
        return subjectOf(environment, `no change in backup ${backupId}`);
    const risk = report.risk === 'high' ? ' (high risk)' : '';
    const long = `${oneLine(`${environment}: ${countChanges(report.changes)}`)}${risk}`;
    const total = report.change_count === 1 ? '1 change' : `${report.change_count} changes`;
    const subject = long.length <= MAX_SUBJECT ? long : subjectOf(environment, `${total}${risk}`);
    if (!mayName)
        return subject;
    const capped = (all, line) => [
        ...all.slice(0, MAX_LINES).map(line),
        ...(all.length > MAX_LINES ? [`... and ${all.length - MAX_LINES} more`] : []),
    ];
    const findings = capped(report.findings, ({ section, id, text }) => oneLine(`! ${section} ${shorten(id)}: ${text}`));
    const lines = capped(report.changes, ({ section, id, kind }) => oneLine(`${kind} ${section} ${shorten(id)}`));
    return [
        subject,
        '',
        ...findings,
        ...(findings.length > 0 ? [''] : []),
        ...lines,
        '',
        `Backup ${backupId}`,
    ].join('\n');
}


/***/ }),

/***/ 18975:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tr: () => (/* binding */ DiffService),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   oc: () => (/* binding */ withoutTwins),
/* harmony export */   vW: () => (/* binding */ twinFinder)
/* harmony export */ });
/* unused harmony export applyDiff */
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27105);
/* harmony import */ var _json_pointer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89391);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88399);
/* harmony import */ var _json_write_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11249);
/* harmony import */ var _project_sections_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(46701);
/* harmony import */ var _project_snapshot_layout_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69444);
/* harmony import */ var _withheld_since_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15209);
/* harmony import */ var _backup_lazy_section_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13131);
/** The difference between two backups, object by object. */








/**
 * Where two values differ. Objects are compared member by member; lists as a whole, since most of
 * them are sets, and the place of an entry says little.
 */
function findEdits(before, after, pointer) {
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(before) || !(0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(after)) {
        return (0,_json_write_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(before) === (0,_json_write_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(after) ? [] : [{ pointer, before, after }];
    }
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].sort().flatMap((key) => {
        const place = pointer + (0,_json_pointer_js__WEBPACK_IMPORTED_MODULE_2__/* .pointerStep */ .UN)(key);
        const old = before[key];
        const now = after[key];
        if (!Object.hasOwn(before, key))
            return [{ pointer: place, after: now }];
        if (!Object.hasOwn(after, key))
            return [{ pointer: place, before: old }];
        return findEdits(old, now, place);
    });
}
function parse(text) {
    return (0,_json_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(Buffer.from(text));
}
/**
 * What is the same in an object is read again when it is asked for: many that changed cost no
 * memory for it.
 */
class ChangedObject {
    kind = 'changed';
    section;
    id;
    edits;
    #before;
    #after;
    constructor(section, id, edits, before, after) {
        this.section = section;
        this.id = id;
        this.edits = edits;
        this.#before = before;
        this.#after = after;
    }
    get whole() {
        return {
            before: parse(this.#before.get(this.id)),
            after: parse(this.#after.get(this.id)),
        };
    }
}
function diffSection(section, before, after, { rule, withheldSince }) {
    const changes = [];
    let kept = 0;
    for (const id of before.keys()) {
        if (after.has(id))
            kept++;
        if (_backup_lazy_section_js__WEBPACK_IMPORTED_MODULE_4__/* .LazySection */ .M.haveSame(before, after, id))
            continue;
        const text = before.get(id);
        const now = after.get(id);
        if (now === text)
            continue;
        const old = parse(text);
        if (now === undefined) {
            changes.push({ section, id, kind: 'removed', edits: [{ pointer: '', before: old }] });
            continue;
        }
        const fresh = parse(now);
        const found = findEdits(old, fresh, '');
        const { edits, withheld } = (0,_withheld_since_js__WEBPACK_IMPORTED_MODULE_5__/* .splitWithheld */ .E)(found, { section, id, before: old, after: fresh }, rule);
        if (edits.length > 0)
            changes.push(new ChangedObject(section, id, edits, before, after));
        if (withheld.length > 0) {
            withheldSince.push({ section, id, kind: 'changed', edits: withheld });
        }
    }
    for (const id of kept === after.size ? [] : after.keys()) {
        if (before.has(id))
            continue;
        const now = parse(after.get(id));
        changes.push({ section, id, kind: 'added', edits: [{ pointer: '', after: now }] });
    }
    return changes.sort((a, b) => (a.id < b.id ? -1 : 1));
}
/** Tells what changed between two backups. */
class DiffService {
    /**
     * Every difference, with whole values: applied to `before`, it gives `after`.
     *
     * @param rule tells what differs only because it is withheld by now, or was; undefined: nothing
     * does
     */
    diff(before, after, rule) {
        const names = [...new Set([...before.keys(), ...after.keys()])].sort();
        const changes = [];
        const notComparable = [];
        const newlySaved = [];
        const withheldSince = [];
        for (const name of names) {
            const old = before.get(name);
            const now = after.get(name);
            if (old === undefined && (0,_project_sections_index_js__WEBPACK_IMPORTED_MODULE_6__/* .rowOf */ .OB)(name)?.since !== undefined)
                newlySaved.push(name);
            else if (old === undefined || now === undefined)
                notComparable.push(name);
            else
                changes.push(...diffSection(name, old, now, { rule, withheldSince }));
        }
        return {
            changes,
            notComparable,
            ...(newlySaved.length > 0 && { newlySaved }),
            ...(withheldSince.length > 0 && { withheldSince }),
        };
    }
}
function applyEdit(value, path, edit) {
    const [key, ...rest] = path;
    if (key === undefined)
        return edit.after;
    const copy = {};
    for (const [name, child] of Object.entries(value)) {
        if (name !== key)
            setOwn(copy, name, child);
    }
    const child = Object.hasOwn(value, key) ? value[key] : undefined;
    const changed = applyEdit(child, rest, edit);
    if (changed !== undefined)
        setOwn(copy, key, changed);
    return copy;
}
/** The keys of an edit's pointer, from the object down. */
function pathOf({ pointer }) {
    return (0,_json_pointer_js__WEBPACK_IMPORTED_MODULE_2__/* .pointerSteps */ .$L)(pointer);
}
/**
 * What {@link DiffService.diff} was told as `after`, but for the sections that are not comparable.
 */
function applyDiff(before, { changes, withheldSince = [] }) {
    const result = new Map([...before].map(([name, objects]) => [name, new Map(objects)]));
    for (const { section, id, kind, edits } of [...changes, ...withheldSince]) {
        const objects = result.get(section);
        if (kind === 'removed') {
            objects?.delete(id);
            continue;
        }
        let value = kind === 'added' ? null : parse(objects?.get(id) ?? 'null');
        for (const edit of edits)
            value = applyEdit(value ?? null, pathOf(edit), edit);
        objects?.set(id, canonicalJson(value ?? null));
    }
    return result;
}
/**
 * Which section a file of a snapshot repeats: one edit of a flow or a role must not count twice.
 *
 * @returns undefined when it repeats none, or the section (of a flow's files, the flow) has no
 * change of its own
 */
function twinFinder(changes) {
    const sections = new Set(changes.map(({ section }) => section));
    const flows = new Set(changes.flatMap(({ section, id }) => (section === 'flows' ? [id] : [])));
    return ({ section, id: file }) => section === 'snapshot' ? (0,_project_snapshot_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .twinAmong */ .bR)(file, sections, flows) : undefined;
}
/** The changes without those of snapshot files that repeat what another change says. */
function withoutTwins(changes) {
    const twinOf = twinFinder(changes);
    return changes.filter((change) => twinOf(change) === undefined);
}


/***/ }),

/***/ 73869:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ assessRisk)
});

// EXTERNAL MODULE: ./src/services/changes/diff.ts
var diff = __webpack_require__(18975);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./src/json/value.ts
var json_value = __webpack_require__(88399);
// EXTERNAL MODULE: ./src/json/write.ts
var write = __webpack_require__(11249);
// EXTERNAL MODULE: ./src/project/secrets/free-form.ts
var free_form = __webpack_require__(72196);
;// CONCATENATED MODULE: ./src/services/changes/risk/changed-places.ts
/** The places of an object that changed, at any depth: what the rules of the risk look at. */




function plainKey(key) {
    return key.replaceAll('_', '').toLowerCase();
}
/** Plain keys of what customers fill as they like: no key in it is one of ours. */
const CUSTOM = new Set([...free_form/* FREE_FORMS */.T2.keysEverywhere].map(plainKey));
function sides(before, after) {
    return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}
function members(value) {
    return new Map((0,json_value/* isJsonObject */.OW)(value) ? Object.entries(value) : []);
}
function entries(value) {
    return Array.isArray(value) ? value : [];
}
/** What tells an entry of a list from the others, where something does. */
function nameOf(value) {
    const names = members(value);
    for (const key of ['ssoId', 'id', 'name']) {
        const name = names.get(key);
        if (typeof name === 'string')
            return `${key}:${name}`;
    }
    return undefined;
}
function isNested(value) {
    return (0,json_value/* isJsonObject */.OW)(value) || Array.isArray(value);
}
/**
 * The objects and lists in which two lists differ, whatever their order: those of one name
 * together, then as they stand.
 */
function pairEntries(before, after) {
    const toKeep = new Map();
    const without = (list) => (text, index) => {
        const count = toKeep.get(text) ?? 0;
        toKeep.set(text, count - 1);
        return count > 0 ? [] : [list[index]];
    };
    const differing = (list, other) => {
        toKeep.clear();
        for (const text of other)
            toKeep.set(text, (toKeep.get(text) ?? 0) + 1);
        return list.map(write/* canonicalJson */.dj).flatMap(without(list));
    };
    const [allOld, allNow] = [before.filter(isNested), after.filter(isNested)];
    const old = differing(allOld, allNow.map(write/* canonicalJson */.dj));
    const now = differing(allNow, allOld.map(write/* canonicalJson */.dj));
    const byName = new Map(now.map((one) => [nameOf(one), one]));
    byName.delete(undefined);
    const pairs = [];
    const rest = [];
    const taken = new Set();
    for (const one of old) {
        const name = nameOf(one);
        const other = byName.get(name);
        byName.delete(name);
        if (other === undefined)
            rest.push(one);
        else {
            pairs.push(sides(one, other));
            taken.add(other);
        }
    }
    const unnamed = now.filter((one) => !taken.has(one));
    for (let index = 0; index < Math.max(rest.length, unnamed.length); index++) {
        const [a, b] = [rest[index], unnamed[index]];
        // Two that are called differently are two: one went, one came.
        const isPair = a !== undefined && b !== undefined && (nameOf(a) ?? nameOf(b)) === undefined;
        if (isPair)
            pairs.push(sides(a, b));
        else {
            if (a !== undefined)
                pairs.push(sides(a, undefined));
            if (b !== undefined)
                pairs.push(sides(undefined, b));
        }
    }
    return pairs;
}
/** All places that changed, but for those in what customers fill as they like. */
function placesOf({ edits }) {
    const places = [];
    const visit = (path, { before, after }) => {
        if (path.some((key) => CUSTOM.has(key)))
            return;
        places.push({ path, key: path.at(-1) ?? '', ...sides(before, after) });
        if (Array.isArray(before) || Array.isArray(after)) {
            // Of a value that became a list, or was one, what is in the other is seen as well.
            const list = (value) => Array.isArray(value) || value === undefined ? entries(value) : [value];
            for (const pair of pairEntries(list(before), list(after)))
                visit([...path, ''], pair);
            return;
        }
        const old = members(before);
        const now = members(after);
        for (const key of new Set([...old.keys(), ...now.keys()])) {
            const [a, b] = [old.get(key), now.get(key)];
            if (a !== undefined && b !== undefined && (0,write/* canonicalJson */.dj)(a) === (0,write/* canonicalJson */.dj)(b))
                continue;
            visit([...path, plainKey(key)], sides(a, b));
        }
    };
    for (const edit of edits)
        visit((0,diff/* pathOf */.XM)(edit).map(plainKey), edit);
    return places;
}
function strings(value) {
    if (typeof value === 'string')
        return [value];
    return entries(value).filter((one) => typeof one === 'string');
}
/**
 * What is in a list now and was not before; what only moved from one place of the object to another
 * is not.
 */
function gained(places) {
    const old = new Set(places.flatMap(({ before }) => strings(before)));
    return places.flatMap(({ after }) => strings(after)).filter((one) => one !== '' && !old.has(one));
}
function at(places, ...keys) {
    return places.filter(({ key }) => keys.includes(key));
}
/** The members of an object by their plain keys; of anything else, none. */
function plainMembers(value) {
    return new Map([...members(value)].map(([key, child]) => [plainKey(key), child]));
}
/**
 * Whether nothing is there: the API answers texts and lists that are empty instead of leaving them
 * out.
 */
function saysNothing(value) {
    return (value === undefined ||
        value === null ||
        value === '' ||
        value === false ||
        (Array.isArray(value) && value.length === 0));
}
/** Whether two values say the same, nothing in whichever form included. */
function saySame(a, b) {
    if (saysNothing(a) || saysNothing(b))
        return saysNothing(a) && saysNothing(b);
    return (0,write/* canonicalJson */.dj)(a) === (0,write/* canonicalJson */.dj)(b);
}
/** The places of two objects as if one had become the other. */
function placesBetween(before, after) {
    return placesOf({ edits: [{ pointer: '', ...sides(before, after) }] });
}
/** Whether a switch was turned on. */
function isTurnedOn({ before, after }) {
    return after === true && before !== true;
}
/** Whether a switch that was on is not any more, or is gone. */
function isTurnedOff({ before, after }) {
    return before === true && after !== true;
}

;// CONCATENATED MODULE: ./src/services/changes/risk/access-keys.ts
/** What an access key opens, and from where. */



const accessKeyAdded = {
    name: 'access-key-added',
    finds: 'an access key that is new, or active again',
    misses: 'what a new key may do',
    find: ({ section, kind, places }) => {
        if (section !== 'access-keys')
            return [];
        if (kind === 'added')
            return ['an access key was added'];
        const isActive = at(places, 'status').some(({ path, after }) => path.length === 1 && after === 'active');
        return kind === 'changed' && isActive ? ['an access key was made active again'] : [];
    },
};
/** Roles by tenant, and the tenants themselves. */
function tenantGrants(value) {
    const grants = new Set();
    for (const one of entries(value).map(members)) {
        const tenant = one.get('tenantId');
        if (typeof tenant !== 'string')
            continue;
        grants.add(`tenant ${tenant}`);
        for (const role of strings(one.get('roleNames')))
            grants.add(`role ${role} in tenant ${tenant}`);
    }
    return grants;
}
/** @returns undefined when it is no address and no range in CIDR notation */
function parseRange(text) {
    const [address = '', prefix, ...rest] = text.trim().split('/');
    const version = (0,external_node_net_.isIP)(address);
    const bits = version === 4 ? 32 : 128;
    if (version === 0 || rest.length > 0 || (prefix !== undefined && !/^\d{1,3}$/.test(prefix))) {
        return undefined;
    }
    const length = prefix === undefined ? bits : Number(prefix);
    return length > bits
        ? undefined
        : { address, prefix: length, family: version === 4 ? 'ipv4' : 'ipv6' };
}
/** Whether all that one range lets in is let in by another. */
function isWithin(text, others) {
    if (others.includes(text))
        return true;
    const range = parseRange(text);
    if (range === undefined)
        return false;
    return others.some((other) => {
        const wider = parseRange(other);
        if (wider?.family !== range.family || wider.prefix > range.prefix)
            return false;
        const list = new external_node_net_.BlockList();
        list.addSubnet(wider.address, wider.prefix, wider.family);
        return list.check(range.address, range.family);
    });
}
function widerRanges({ before, after }) {
    const old = strings(before);
    const now = strings(after);
    if (old.length === 0)
        return [];
    if (now.length === 0)
        return ['the access key can be used from any address'];
    return now
        .filter((range) => !isWithin(range, old))
        .map((range) => `the access key can be used from ${range}`);
}
function seconds(value) {
    if (value instanceof json_value/* ExactNumber */.fh)
        return Number(value.text);
    return typeof value === 'number' ? value : Number(typeof value === 'string' ? value : 0);
}
/** A key that never ends has 0, or nothing, as its end. */
function livesLonger({ before, after }) {
    const [old, now] = [seconds(before), seconds(after)];
    return old > 0 && (!(now > 0) || now > old);
}
const accessKeyWidened = {
    name: 'access-key-widened',
    finds: 'a role or a tenant that an access key did not have, another user that it stands for, an address or range that it could not be used from, a limit of addresses or an end that is gone, a later end',
    misses: 'its custom claims',
    find: ({ section, kind, places }) => {
        if (section !== 'access-keys' || kind !== 'changed')
            return [];
        const top = places.filter(({ path }) => path.length === 1);
        return [
            ...gained(at(top, 'rolenames')).map((role) => `the access key gained role ${role}`),
            ...at(top, 'keytenants').flatMap(({ before, after }) => {
                const old = tenantGrants(before);
                return [...tenantGrants(after)]
                    .filter((grant) => !old.has(grant))
                    .map((grant) => `the access key gained ${grant}`);
            }),
            ...at(top, 'permittedips').flatMap(widerRanges),
            ...at(top, 'expiretime')
                .filter(livesLonger)
                .map(() => 'the access key lives longer'),
            ...at(top, 'bounduserid')
                .filter(({ after }) => !saysNothing(after))
                .map(() => 'the access key stands for another user'),
        ];
    },
};

;// CONCATENATED MODULE: ./src/services/changes/risk/applications.ts

/** Roles by group, of an application that is told the groups of who signs in. */
function groupRoles(value) {
    const found = new Set();
    for (const one of entries(value).map(members)) {
        const group = one.get('value') ?? one.get('name');
        for (const role of entries(one.get('roles'))) {
            const name = members(role).get('name') ?? members(role).get('id') ?? role;
            if (typeof name === 'string' && typeof group === 'string') {
                found.add(`role ${name} is group ${group} in the application`);
            }
        }
    }
    return found;
}
/** Values by scope. */
function scopeValues(value) {
    return new Set(entries(value)
        .map(members)
        .flatMap((scope) => {
        const name = scope.get('name');
        return strings(scope.get('values')).map((one) => `scope ${typeof name === 'string' ? name : ''} gives ${one}`);
    }));
}
function added(read, { before, after }) {
    const old = read(before);
    return [...read(after)].filter((one) => !old.has(one));
}
const applicationGrantsMore = {
    name: 'application-grants-more',
    finds: 'a role that a SAML or WS-Fed application takes for another group, a scope of an inbound application that gives more, a tenant that an inbound application did not reach, or its limit of tenants that is gone',
    misses: 'a new application, other settings of an application',
    find: ({ section, kind, places }) => {
        if (kind !== 'changed' || (section !== 'sso-apps' && section !== 'inbound-apps'))
            return [];
        const tenants = at(places, 'allowedtenants').filter(({ path }) => path.length === 1);
        return [
            ...at(places, 'groupsmapping').flatMap((place) => added(groupRoles, place)),
            ...at(places, 'permissionsscopes', 'attributesscopes', 'connectionsscopes').flatMap((place) => added(scopeValues, place)),
            ...tenants.flatMap((place) => {
                if (saysNothing(place.before))
                    return [];
                return saysNothing(place.after)
                    ? ['users of every tenant may use the application']
                    : gained([place]).map((tenant) => `users of tenant ${tenant} may use the application`);
            }),
        ];
    },
};

;// CONCATENATED MODULE: ./src/services/changes/risk/trusted-fields.ts
/**
 * Fields that say whom a provider of identities is: what an attacker who stands in for it must
 * change.
 */


/** The fields of a value at any depth, by where they stand. */
function fieldsOf(value, { names }) {
    const found = new Map();
    const visit = (object, path) => {
        for (const [key, child] of members(object)) {
            const plain = plainKey(key);
            if (CUSTOM.has(plain))
                continue;
            if (names.has(plain))
                found.set(`${path}/${plain}`, child);
            else if ((0,json_value/* isJsonObject */.OW)(child))
                visit(child, `${path}/${plain}`);
        }
    };
    visit(value, '');
    return found;
}
/** Whether a value has any of the fields, filled. */
function isConfigured(value, fields) {
    return [...fieldsOf(value, fields).values()].some((one) => !saysNothing(one));
}
/**
 * What the fields are called that differ; none when all of them are gone, since nobody is trusted
 * then.
 */
function changedFields(before, after, fields) {
    const old = fieldsOf(before, fields);
    const now = fieldsOf(after, fields);
    if ([...now.values()].every(saysNothing))
        return [];
    const changed = new Set();
    for (const place of new Set([...old.keys(), ...now.keys()])) {
        const key = place.slice(place.lastIndexOf('/') + 1);
        const [a, b] = [old.get(place), now.get(place)];
        const isMore = fields.lists.has(key)
            ? strings(b).some((one) => !strings(a).includes(one))
            : !saySame(a, b);
        if (isMore)
            changed.add(fields.names.get(key) ?? key);
    }
    return [...changed];
}

;// CONCATENATED MODULE: ./src/services/changes/risk/authentication-methods.ts
/** Which ways of signing in there are, and whom an OAuth provider is. */



/**
 * Methods that withstand a fake page, or take another's word for nothing: to switch one on is no
 * loss.
 */
const STRONG = new Set(['webauthn', 'passkeys', 'passkey', 'totp', 'sso']);
/** The method that a subject is about. */
function methodOf({ section, name }) {
    if (section === 'password-settings')
        return 'password';
    return section === 'authentication-methods' ? name.toLowerCase() : undefined;
}
/** A method without a word about it is on. */
function isOn(value) {
    const settings = plainMembers(value);
    return (value !== undefined && settings.get('enabled') !== false && settings.get('disabled') !== true);
}
const authenticationMethodOff = {
    name: 'authentication-method-off',
    finds: 'an authentication method, WebAuthn among them, that is switched off or gone',
    misses: 'a method that a flow no longer uses',
    find: (subject) => {
        const method = methodOf(subject);
        return method !== undefined && isOn(subject.before) && !isOn(subject.after)
            ? [`authentication method ${method} was switched off`]
            : [];
    },
};
const weakerMethodOn = {
    name: 'weaker-method-on',
    finds: 'an authentication method that is switched on, or new, other than WebAuthn, TOTP and SSO',
    misses: 'WebAuthn, TOTP and SSO, a method that a flow uses anew',
    find: (subject) => {
        const method = methodOf(subject);
        return method !== undefined &&
            !STRONG.has(method) &&
            !isOn(subject.before) &&
            isOn(subject.after)
            ? [`authentication method ${method} was switched on`]
            : [];
    },
};
const passkeyTrustWidened = {
    name: 'passkey-trust-widened',
    finds: 'another domain that passkeys are made for, an Android application that may use them anew',
    misses: 'passkeys that users add',
    find: ({ section, kind, places }) => section === 'authentication-methods' && kind === 'changed'
        ? [
            ...at(places, 'relyingpartyid').map(() => 'passkeys are made for another domain'),
            ...gained(at(places, 'androidfingerprints')).map((fingerprint) => `an Android application may use passkeys: ${fingerprint}`),
        ]
        : [],
};
const CLIENT = {
    names: new Map([
        ['clientid', 'client'],
        ['nativeclientid', 'native client'],
        ['useselfaccount', 'whose account it is'],
        ['issuer', 'issuer'],
        ['authurl', 'authorization endpoint'],
        ['authorizationendpoint', 'authorization endpoint'],
        ['tokenurl', 'token endpoint'],
        ['tokenendpoint', 'token endpoint'],
        ['userdataurl', 'user data endpoint'],
        ['userinfoendpoint', 'user data endpoint'],
        ['jwksurl', 'keys'],
        ['jwksendpoint', 'keys'],
        ['keyid', 'Apple key'],
        ['teamid', 'Apple team'],
    ]),
    lists: new Set(),
};
/** The providers of the method OAuth, by name: a map, or a list. */
function providersOf(value) {
    const found = new Map();
    const add = (name, provider) => {
        if (typeof name === 'string' && (0,json_value/* isJsonObject */.OW)(provider))
            found.set(name, provider);
    };
    for (const key of ['providerSettings', 'providers', 'system', 'custom']) {
        const all = members(value).get(key);
        for (const [name, provider] of members(all))
            add(name, provider);
        for (const provider of entries(all)) {
            const { id, name } = Object.fromEntries(members(provider));
            add(id ?? name, provider);
        }
    }
    return found;
}
const oauthClientChanged = {
    name: 'oauth-client-changed',
    finds: 'another client, issuer, endpoint or keys of an OAuth provider; a provider that was not there',
    misses: 'a client secret, scopes and prompts, a provider that is removed',
    find: ({ section, kind, name, before, after }) => {
        if (section !== 'authentication-methods' || name !== 'oauth' || kind !== 'changed')
            return [];
        const old = providersOf(before);
        return [...providersOf(after)].flatMap(([provider, now]) => {
            const was = old.get(provider);
            if (was === undefined || !isConfigured(was, CLIENT)) {
                // A provider that is listed as off, and never was on, is nobody's word.
                const isNew = isConfigured(now, CLIENT) || (was === undefined && isOn(now));
                return isNew && isOn(now) ? [`OAuth provider ${provider} was added`] : [];
            }
            return changedFields(was, now, CLIENT).map((field) => `OAuth provider ${provider} changed: ${field}`);
        });
    },
};

;// CONCATENATED MODULE: ./src/services/changes/risk/redirects.ts

/** Addresses that a sign-in may be sent to; what begins with `sp` or `idp` is the service's own. */
const REDIRECT = /redirect|callback|(?<!sp)acsurl|approvedurl|returnurl|replyurl|^inviteurl$|^uri$|(?<!idp)logouturl|approveddomain|alloweddomain|allowedorigin|trusteddomain/;
/**
 * Where somebody signs in, and what tells the addresses of an application: another host is another
 * page.
 */
const PAGE = /^(?:loginpageurl|customidpinitiatedloginpageurl|metadataurl)$/;
/** Lists of domains that let any domain in when they are empty. */
const LIMITS = ['trusteddomains', 'approveddomains', 'alloweddomains', 'allowedorigins'];
/** Scheme and host of an address, as far as it has them; a path alone stays on the same host. */
function schemeAndHost(address) {
    if (/^\/(?!\/)/.test(address))
        return undefined;
    if (!URL.canParse(address))
        return address.replace(/^\/\//, '').split('/')[0];
    const { protocol, host } = new URL(address);
    return `${protocol}//${host}`;
}
/** The addresses in a value; a text may be a list that is separated by commas. */
function addresses(value) {
    if (typeof value === 'string') {
        const all = value.includes('://') ? [value] : value.split(',').map((one) => one.trim());
        return all.filter((one) => /^[^\s]*[.:*/][^\s]*$/.test(one));
    }
    return [...entries(value), ...members(value).values()].flatMap(addresses);
}
function isAbove({ path }, below, index) {
    return path.length === index + 1 && path.every((key, step) => key === below[step]);
}
/** The places of a kind, the outermost alone: those within it say the same again. */
function outermost(places, kind) {
    return places.filter(({ path }) => {
        const index = path.findIndex((key) => kind.test(key));
        return (index !== -1 &&
            (index === path.length - 1 || !places.some((other) => isAbove(other, path, index))));
    });
}
/**
 * Addresses that let a sign-in go to more places than before: a new host, a wildcard, or no
 * encryption.
 */
function widened(places) {
    const old = places.flatMap(({ before }) => addresses(before));
    const known = new Set(old.map(schemeAndHost));
    return places
        .flatMap(({ after }) => addresses(after))
        .filter((address) => !old.includes(address))
        .filter((address) => {
        const place = schemeAndHost(address);
        return address.includes('*') || (place !== undefined && !known.has(place));
    });
}
const redirectWidened = {
    name: 'redirect-widened',
    finds: 'a redirect, callback, reply, return, logout, invitation or ACS address, or an approved domain, with a scheme and host that the object did not have, or with a wildcard, also in a new object; a login page or a metadata address that moves to another host; a list of approved domains that is empty now',
    misses: 'another path of the same host, a path alone, the login page of a new application',
    find: ({ section, kind, places }) => {
        if (kind === 'removed')
            return [];
        const pages = kind === 'changed' && /^(?:sso|inbound)-apps$/.test(section)
            ? widened(places.filter(({ key }) => PAGE.test(key)))
            : [];
        const unlimited = section === 'project-settings'
            ? at(places, ...LIMITS).filter(({ before, after }) => !saysNothing(before) && saysNothing(after))
            : [];
        return [
            ...[...widened(outermost(places, REDIRECT)), ...pages].map((address) => `a sign-in may now be sent to ${address}`),
            ...unlimited.map(() => 'a sign-in may now be sent to any domain'),
        ];
    },
};

;// CONCATENATED MODULE: ./src/services/changes/risk/connectors.ts


/** Keys that hold a host without a scheme. */
const HOST_KEY = /url|uri|host|domain|server|endpoint|address/;
/** Addresses for people, and who is written to. */
const NO_HOST = /logo|icon|doc|email|sender|from|description|name$/;
/** Scheme and host of each address in a value. */
function hosts(value, key) {
    if (typeof value !== 'string')
        return entries(value).flatMap((one) => hosts(one, key));
    const text = value.trim();
    const isAddress = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) || (HOST_KEY.test(key) && text !== '');
    const place = isAddress && !/\s/.test(text) ? schemeAndHost(text) : undefined;
    return place === undefined ? [] : [place.toLowerCase()];
}
function movedTo({ key, before, after }) {
    if (NO_HOST.test(key))
        return [];
    // Members of objects have places of their own.
    const old = hosts(before, key);
    return hosts(after, key).filter((host) => !old.includes(host));
}
const connectorMoved = {
    name: 'connector-moved',
    finds: 'an address of a connector or of an outbound application that moves to another scheme, host or port, or comes to it; certificates that are no longer checked',
    misses: 'another path of the same host, a region, an account or a bucket, a new connector, which connector a message is sent with',
    find: ({ section, kind, places }) => {
        if (kind !== 'changed' || (section !== 'connectors' && section !== 'outbound-apps'))
            return [];
        const what = section === 'connectors' ? 'the connector' : 'the application';
        return [
            ...places.flatMap(movedTo).map((host) => `${what} now talks to ${host}`),
            ...[
                ...at(places, 'insecure').filter(isTurnedOn),
                ...at(places, 'rejectunauthorized').filter(isTurnedOff),
            ].map(() => `${what} no longer checks certificates`),
        ];
    },
};

// EXTERNAL MODULE: ./src/json/parse.ts
var parse = __webpack_require__(27105);
;// CONCATENATED MODULE: ./src/services/changes/risk/flow-words.ts
/**
 * Words in a flow for what proves who somebody is, and which of them a change takes away: for flows
 * that are no graph.
 */



/** Words of steps that prove who somebody is. */
const PROOF = /mfa|otp(?!ink|rint)|verif|webauthn|passkey|magic[-_ ]?link|step[-_ ]?up|2fa|two[-_ ]?factor|second[-_ ]?factor|authenticator|biometric|security[-_ ]?question/i;
/** Words that turn a proof off where they are in its name. */
const SKIP = /skip|bypass|disable|optional|without/i;
const SWITCH = /^(?:enabled|required|active|enforced?)$/;
/** What a step is called, and what refers to it: another name is no other step. */
const LABEL = /^(?:id|(?:screen|task|step|node|component|interaction)id|name|title|subtitle|label|text|description|placeholder|(?:error)?message|icon|to|next|starttask|interaction)$/;
const STEP_LISTS = new Set(['tasks', 'steps', 'nodes', 'actions']);
function isScreen(key) {
    return key === 'screens' || key.startsWith('screen-');
}
/** What in a flow proves who somebody is. */
class Proofs {
    /** Types of steps, settings and the like, and how often they are there. */
    words = new Map();
    /** Names of steps and of what refers to them. */
    labels = new Map();
    steps = 0;
    /** @param path keys down to the value, which counts with the last of them */
    add(value, path) {
        const names = path.map(plainKey);
        if (value === undefined || names.some((key) => isScreen(key) || CUSTOM.has(key)))
            return;
        const key = path.at(-1) ?? '';
        const holder = names.at(-2) ?? '';
        const isStep = STEP_LISTS.has(holder);
        const isOn = value !== false && value !== null && value !== '' && value !== 'disabled';
        const isSwitch = value === true && SWITCH.test(names.at(-1) ?? '') && PROOF.test(holder);
        if (!SKIP.test(key) && isOn && PROOF.test(key))
            this.#count(isStep ? this.labels : this.words, key);
        if (isSwitch && !SKIP.test(holder))
            this.#count(this.words, path.at(-2) ?? '');
        this.#addValue(value, path, names.at(-1) ?? '');
    }
    #addValue(value, path, key) {
        if (typeof value === 'string') {
            if (!PROOF.test(value))
                return;
            if (LABEL.test(key))
                this.#count(this.labels, value);
            // Words with spaces between them are for people.
            else if (!/\s/.test(value))
                this.#count(this.words, value);
        }
        else if (Array.isArray(value)) {
            for (const one of value)
                this.#addValue(one, path, key);
        }
        else if ((0,json_value/* isJsonObject */.OW)(value)) {
            if (['id', 'type', 'action'].some((name) => Object.hasOwn(value, name)))
                this.steps++;
            for (const [name, child] of Object.entries(value))
                this.add(child, [...path, name]);
        }
    }
    #count(counts, word) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
    }
}
function lost(before, after) {
    return [...before].flatMap(([word, count]) => ((after.get(word) ?? 0) < count ? [word] : []));
}
/** The proofs that a flow has no more, wherever they were in it. */
function lostProofs(edits) {
    const before = new Proofs();
    const after = new Proofs();
    for (const edit of edits) {
        before.add(edit.before, (0,diff/* pathOf */.XM)(edit));
        after.add(edit.after, (0,diff/* pathOf */.XM)(edit));
    }
    const labels = after.steps < before.steps ? lost(before.labels, after.labels) : [];
    return [...lost(before.words, after.words), ...labels];
}
function isTrue(value) {
    return value === true || value === 'true';
}
/**
 * The proofs that are skipped now, by the setting that says so; an argument of a step has its value
 * below its name.
 */
function skippedProofs(places) {
    return places.flatMap(({ path, before, after }) => {
        if (!isTrue(after) || isTrue(before) || path.some(isScreen))
            return [];
        const own = path.at(-1) === 'value' ? path.slice(0, -1) : path;
        const key = own.at(-1) ?? '';
        return SKIP.test(key) && own.slice(-2).some((name) => PROOF.test(name)) ? [key] : [];
    });
}

;// CONCATENATED MODULE: ./src/services/changes/risk/flow-graph.ts
/**
 * A flow as a graph of tasks: where it starts, where each exit of a task leads, and which tasks
 * prove who somebody is.
 */




/** Actions that prove who somebody is by other words than those of MFA. */
const SIGN_IN = /password|oauth|saml|oidc|(?:^|[-_])sso|exchange|enchanted|recovery[-_ ]?code|external[-_ ]?token|one[-_ ]?tap/i;
/** Actions that prove nothing, whatever they are called. */
const NO_PROOF = /^(?:delete|remove|revoke|forgot|log-?out)/i;
/** Members of a task that say where it leads. */
const EXITS = /^(?:next|branches|rules|exits|edges|transitions|conditions|else|default|errorhandling.*|on[a-z]+)$/;
const TARGETS = ['taskId', 'to', 'target', 'nextTaskId'];
const LABELS = ['interactionId', 'interaction', 'key', 'label', 'name'];
function firstText(value, keys) {
    return keys.map((key) => value[key]).find((one) => typeof one === 'string');
}
function exitsOf(task, ids) {
    const exits = [];
    const visit = (value, label) => {
        if (typeof value === 'string') {
            if (ids.has(value))
                exits.push({ label, to: value });
        }
        else if (Array.isArray(value)) {
            for (const one of value)
                visit(one, label);
        }
        else if ((0,json_value/* isJsonObject */.OW)(value)) {
            const to = firstText(value, TARGETS);
            const name = firstText(value, LABELS) ?? label;
            if (to !== undefined && ids.has(to))
                exits.push({ label: name, to });
            for (const [key, child] of Object.entries(value)) {
                // Beside a target, texts are names; where there is none, a text may be one.
                if (typeof child === 'string' ? to === undefined && !isName(key) : true) {
                    visit(child, (0,json_value/* isJsonObject */.OW)(child) || Array.isArray(child) ? name : key);
                }
            }
        }
    };
    for (const [key, value] of Object.entries(task)) {
        if (EXITS.test(plainKey(key)))
            visit(value, '');
    }
    return exits;
}
function isName(key) {
    return (LABELS.includes(key) || /id$|type$|operator|value|message/i.test(key));
}
/** The value of an argument: `{"type": "inline", "value": ...}`, or bare. */
function argument(task, name) {
    const given = members(task['arguments']).get(name) ?? task[name];
    const value = (0,json_value/* isJsonObject */.OW)(given ?? null) ? members(given).get('value') : given;
    return typeof value === 'string' ? value : '';
}
function proofOf(task) {
    const { type, action } = task;
    // What is proven in another flow is not known here.
    if (type === 'flow')
        return `flow ${argument(task, 'flowId')}`;
    const named = action === 'connector' ? argument(task, 'command') : (action ?? type);
    if (typeof named !== 'string' || NO_PROOF.test(named))
        return undefined;
    return PROOF.test(named) || SIGN_IN.test(named) ? named : undefined;
}
function taskOf(task, ids) {
    const { type, action, screenId } = task;
    const exits = exitsOf(task, ids);
    const does = [type, action, screenId, type === 'flow' ? argument(task, 'flowId') : '']
        .map((one) => (typeof one === 'string' ? one : ''))
        .join('\n');
    const isEnd = action === 'logged-in' || type === 'end' || (type === 'flow' && exits.length === 0);
    return { does, proof: proofOf(task), exits, isEnd };
}
/**
 * The part of a flow that is its graph: the whole of `contents.json` of a snapshot, `contents` or
 * `dsl` of a flow that was exported.
 *
 * @returns undefined when there is none, as in a config file
 */
function graphPart(flow) {
    const parts = members(flow);
    if (parts.has('tasks') && parts.has('startTask'))
        return flow;
    const part = parts.get('contents') ?? parts.get('dsl');
    if (typeof part !== 'string')
        return part;
    try {
        return (0,parse/* parseJson */.qF)(Buffer.from(part));
    }
    catch {
        return part;
    }
}
/** @returns a text that says why it is none */
function readFlowGraph(part) {
    const given = members(part).get('tasks');
    const all = Array.isArray(given)
        ? given.map((task) => {
            const id = members(task).get('id');
            return [typeof id === 'string' ? id : '', task];
        })
        : given !== undefined && (0,json_value/* isJsonObject */.OW)(given)
            ? Object.entries(given)
            : undefined;
    if (all === undefined)
        return 'it has no tasks';
    const ids = new Set(all.map(([id]) => id));
    if (ids.size < all.length)
        return 'two of its tasks have one id';
    const tasks = new Map();
    for (const [id, task] of all) {
        if (!(0,json_value/* isJsonObject */.OW)(task))
            return `its task ${id} is none`;
        tasks.set(id, taskOf(task, ids));
    }
    const start = members(part).get('startTask');
    const starts = new Set(tasks.get('start')?.exits.map(({ to }) => to));
    if (typeof start === 'string' && tasks.has(start))
        starts.add(start);
    if (starts.size === 0 && tasks.size > 0)
        return 'its start is none of its tasks';
    return { starts: [...starts], tasks };
}

;// CONCATENATED MODULE: ./src/services/changes/risk/flow-ways.ts
/** Proofs as bits, so that a set of them is a number. */
class flow_ways_Proofs {
    #bits = new Map();
    bit(proof) {
        if (proof === undefined)
            return 0n;
        const known = this.#bits.get(proof);
        if (known !== undefined)
            return known;
        const next = 1n << BigInt(this.#bits.size);
        this.#bits.set(proof, next);
        return next;
    }
    names(set) {
        return [...this.#bits].flatMap(([name, bit]) => ((set & bit) === 0n ? [] : [name]));
    }
}
/** More ways than this from one task are followed no further. */
const MAX_WAYS = 50;
function isPart(part, of) {
    return (part & of) === part;
}
/** The ways that no other one is a part of. */
function shortest(ways) {
    const all = [...new Set(ways)];
    return all.filter((way) => !all.some((other) => other !== way && isPart(other, way)));
}
const FAILED = /fail|error|denied|cancel|skip|timeout|expired|invalid|else/i;
/** Whether somebody who takes an exit has given the proof of the task. */
function isProven({ exits }, { label }) {
    return exits.some((exit) => exit.label === 'success') ? label === 'success' : !FAILED.test(label);
}
function groupBy(all, keyOf) {
    const groups = new Map();
    for (const one of all) {
        const group = groups.get(keyOf(one));
        if (group === undefined)
            groups.set(keyOf(one), [one]);
        else
            group.push(one);
    }
    return groups;
}
/**
 * Spreads ways along steps until no task has a new one; ways get shorter only, so that this ends.
 *
 * @returns undefined when there are too many
 */
function spread(seeds, steps) {
    const found = new Map(seeds);
    const bySource = groupBy(steps, ({ source }) => source);
    const changed = new Set(seeds.keys());
    for (const source of changed) {
        changed.delete(source);
        for (const { target, proof } of bySource.get(source) ?? []) {
            const old = found.get(target) ?? [];
            const now = shortest([...old, ...(found.get(source) ?? []).map((way) => way | proof)]);
            if (now.length > MAX_WAYS)
                return undefined;
            if (now.length === old.length && now.every((way) => old.includes(way)))
                continue;
            found.set(target, now);
            changed.add(target);
        }
    }
    return found;
}
/** Whether a flow ends in a task: where none says so, in those that lead nowhere. */
function endFinder({ tasks }) {
    const isMarked = [...tasks.values()].some(({ isEnd }) => isEnd);
    return isMarked ? ({ isEnd }) => isEnd : ({ exits }) => exits.length === 0;
}
function joined(first, second, proof = 0n) {
    return first.flatMap((a) => second.map((b) => a | b | proof));
}
/** @returns undefined when there are too many */
function findWays(graph, proofs) {
    const { tasks, starts } = graph;
    const isEnd = endFinder(graph);
    const edges = [...tasks].flatMap(([id, task]) => task.exits.map((exit) => ({
        id,
        exit,
        proof: isProven(task, exit) ? proofs.bit(task.proof) : 0n,
    })));
    const ends = [...tasks].flatMap(([id, task]) => isEnd(task) ? [[id, [proofs.bit(task.proof)]]] : []);
    const into = spread(new Map(starts.map((id) => [id, [0n]])), edges.map(({ id, exit, proof }) => ({ source: id, target: exit.to, proof })));
    const from = spread(new Map(ends), edges.map(({ id, exit, proof }) => ({ source: exit.to, target: id, proof })));
    if (into === undefined || from === undefined)
        return undefined;
    const byTask = groupBy(edges, ({ id }) => id);
    const through = (id, label) => {
        const before = into.get(id) ?? [];
        if (label === undefined)
            return shortest(joined(before, from.get(id) ?? []));
        const taken = (byTask.get(id) ?? []).filter(({ exit }) => exit.label === label);
        return shortest(taken.flatMap(({ exit, proof }) => joined(before, from.get(exit.to) ?? [], proof)));
    };
    return {
        graph,
        all: shortest(starts.flatMap((id) => from.get(id) ?? [])),
        through,
        onWay: new Set([...tasks.keys()].filter((id) => into.has(id) && from.has(id))),
    };
}
/** The proofs of each way that is there now and is not as long as any that was. */
function missing(before, after) {
    const size = (set) => set.toString(2).replaceAll('0', '').length;
    if (before.length === 0)
        return [];
    return after.flatMap((way) => {
        const lacks = before.map((old) => old & ~way);
        if (lacks.includes(0n))
            return [];
        return [lacks.reduce((least, one) => (size(one) < size(least) ? one : least))];
    });
}
function proofsOnWay({ graph, onWay }) {
    return new Set([...onWay].flatMap((id) => graph.tasks.get(id)?.proof ?? []));
}
/**
 * The same tasks of both, and the same exits of them: where a flow may have become shorter in one
 * branch alone.
 */
function branches(before, after) {
    return [...before.onWay].flatMap((id) => {
        const old = before.graph.tasks.get(id);
        const now = after.graph.tasks.get(id);
        if (old === undefined || now?.does !== old.does || !after.onWay.has(id))
            return [];
        const kept = old.exits.filter(({ label }) => now.exits.some((exit) => exit.label === label));
        // Without an exit that is the same, it may be another task that got the same id.
        if (kept.length === 0)
            return [];
        const labels = [undefined, ...new Set(kept.map(({ label }) => label))];
        return labels.map((label) => [before.through(id, label), after.through(id, label)]);
    });
}
/**
 * What a flow no longer leads through.
 *
 * @returns a sentence each, or undefined when there are too many ways to follow
 */
function lostOnWay(before, after) {
    const proofs = new flow_ways_Proofs();
    const old = findWays(before, proofs);
    const now = findWays(after, proofs);
    if (old === undefined || now === undefined)
        return undefined;
    const left = proofsOnWay(now);
    const gone = [...proofsOnWay(old)].filter((proof) => !left.has(proof));
    const shorter = [[old.all, now.all], ...branches(old, now)].flatMap(([a, b]) => missing(a, b).flatMap((set) => proofs.names(set)));
    return [
        ...gone.map((proof) => `${proof} is no longer reached`),
        ...[...new Set(shorter)]
            .filter((proof) => !gone.includes(proof))
            .map((proof) => `a way through the flow no longer passes ${proof}`),
    ];
}

;// CONCATENATED MODULE: ./src/services/changes/risk/flows.ts
/** What a flow still asks for before it lets somebody in. */





const TOO_MANY = 'it has too many ways';
function isChangedFlow({ section, kind }) {
    return section === 'flows' && kind === 'changed';
}
/**
 * What became of a flow's graph: undefined when it is the same, or there is none; a text when it
 * cannot be read.
 */
function followed({ before, after }) {
    const [old, now] = [graphPart(before), graphPart(after)];
    if (old === undefined || now === undefined) {
        return old === now ? undefined : 'one of its two versions has no tasks';
    }
    if (saySame(old, now))
        return undefined;
    const graphs = [readFlowGraph(old), readFlowGraph(now)];
    const [a, b] = graphs;
    if (typeof a === 'string')
        return a;
    if (typeof b === 'string')
        return b;
    return a === undefined || b === undefined ? undefined : (lostOnWay(a, b) ?? TOO_MANY);
}
const verificationNoLongerReached = {
    name: 'verification-no-longer-reached',
    finds: 'a step that signs in or verifies (`otp`, `totp`, `webauthn`, `magic-link`, `password`, `oauth`, `sso` and the like in its action, also another flow that runs within) that no way from the start to the end passes any more; a way, or a branch, that ends without one that every way passed before: the graph is followed from its start, so that a step which is still there but is led around is found',
    misses: 'a condition that decides otherwise, what a script, a connector or a flow within does, a way that is longer than one there was, tasks that are led to by no word of the format we know',
    find: (subject) => {
        const lost = isChangedFlow(subject) ? followed(subject) : undefined;
        return Array.isArray(lost) ? lost : [];
    },
};
const flowNotFollowed = {
    name: 'flow-not-followed',
    finds: 'a flow whose steps changed and cannot be followed (no tasks, no start among them, too many ways), so that its words are compared',
    misses: 'a flow of a config file, which has no graph',
    find: (subject) => {
        const problem = isChangedFlow(subject) ? followed(subject) : undefined;
        return typeof problem === 'string'
            ? [`whether every verification is still reached cannot be told: ${problem}`]
            : [];
    },
};
const proofGoneFromFlow = {
    name: 'proof-gone-from-flow',
    finds: 'a word for MFA or verification (`mfa`, `otp`, `totp`, `verify`, `webauthn`, `passkey`, `magiclink` and the like) that stood in the steps of a flow without a graph, or in the settings of any flow, and is there less often; one that is switched off, or skipped',
    misses: 'steps in another order or place, another name of a step, anything in a screen, text for people',
    find: (subject) => {
        if (!isChangedFlow(subject))
            return [];
        const hasGraph = Array.isArray(followed(subject)) || isSameGraph(subject);
        const edits = subject.change.edits.filter((edit) => !hasGraph || !/^(?:contents|dsl|tasks|startTask)$/.test((0,diff/* pathOf */.XM)(edit)[0] ?? ''));
        // Of steps that are kept as a text, no place is known before they are read.
        const steps = placesBetween(graphPart(subject.before), graphPart(subject.after));
        const skipped = new Set(skippedProofs([...subject.places, ...steps]));
        return [...lostProofs(edits), ...skipped].map((word) => `a step of MFA or verification is gone: ${word}`);
    },
};
function isSameGraph({ before, after }) {
    const part = graphPart(before);
    return part !== undefined && saySame(part, graphPart(after));
}

;// CONCATENATED MODULE: ./src/services/changes/risk/project-settings.ts
/** What of the project itself decides who is let in, and who may change what users are known by. */


function alternatives(pattern) {
    return typeof pattern === 'string' && pattern !== '' ? pattern.split('|') : [];
}
/**
 * A pattern that has some of the alternatives that it had lets in fewer; of any other change that
 * cannot be told.
 */
function isNarrower({ before, after }) {
    if (typeof after !== 'string')
        return false;
    const old = alternatives(before);
    const isGrouped = [before, after].some((one) => typeof one === 'string' && /[()[\]\\]/.test(one));
    return !isGrouped && alternatives(after).every((one) => old.includes(one));
}
const testUsersWidened = {
    name: 'test-users-widened',
    finds: 'a pattern of test users that comes or changes, a fixed code for them that is set or changed; a narrower pattern too, unless it is the same with alternatives left out',
    misses: 'a pattern or a code that is removed, single test users',
    find: ({ section, places }) => section === 'project-settings'
        ? places
            .filter((place) => place.path[0]?.startsWith('testuser') === true &&
            !(0,json_value/* isJsonObject */.OW)(place.after ?? null) &&
            !saysNothing(place.after) &&
            !isNarrower(place))
            .map(({ key }) => `who counts as a test user changed: ${key}`)
        : [],
};
const attributeOpened = {
    name: 'attribute-opened',
    finds: 'a user attribute that people with another permission may edit, or that needs none any more to be edited',
    misses: 'who may see an attribute, its type and its options, a new attribute',
    find: ({ section, kind, places }) => {
        if (section !== 'user-attributes' || kind !== 'changed')
            return [];
        return at(places, 'editpermissions')
            .filter(({ path, before }) => path.length === 1 && !saysNothing(before))
            .flatMap((place) => saysNothing(place.after)
            ? ['the attribute can be edited without a permission']
            : gained([place]).map((one) => `the attribute can be edited with permission ${one}`));
    },
};

;// CONCATENATED MODULE: ./src/services/changes/risk/sessions.ts
/** How long a sign-in lasts. */


const SECONDS = {
    second: 1,
    minute: 60,
    hour: 3600,
    day: 86_400,
    week: 604_800,
    month: 2_592_000,
    year: 31_536_000,
};
const MONTH = 30 * 86_400;
const TENFOLD = 10;
const LIFETIME = /(?:token|session|device)expiration$|^inactivitytime$/;
function numberOf(value) {
    if (value instanceof json_value/* ExactNumber */.fh)
        return Number(value.text);
    if (typeof value === 'string')
        return /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
    return typeof value === 'number' ? value : undefined;
}
/** A number with its unit beside it, or both in an object. */
function lifetimeOf(value, unit) {
    if ((0,json_value/* isJsonObject */.OW)(value)) {
        const { value: inner, unit: innerUnit } = value;
        return inner === undefined || (0,json_value/* isJsonObject */.OW)(inner) ? undefined : lifetimeOf(inner, innerUnit);
    }
    const amount = numberOf(value);
    if (amount === undefined)
        return undefined;
    const name = typeof unit === 'string' ? unit : '';
    const length = SECONDS[name.toLowerCase().replace(/s$/, '')];
    return {
        text: `${amount} ${name}`.trimEnd(),
        amount,
        seconds: length === undefined ? undefined : amount * length,
    };
}
/**
 * Whether the lifetimes of an object count: those of a tenant or an application do when they are
 * enabled.
 */
function inForce({ section }, value) {
    if (section !== 'inbound-apps') {
        return section === 'tenant-settings' && value?.['enabled'] === false ? undefined : value;
    }
    const settings = value?.['sessionSettings'];
    return settings !== undefined && (0,json_value/* isJsonObject */.OW)(settings) && settings['enabled'] !== false
        ? settings
        : undefined;
}
/** The lifetimes of an object by where they stand in it. */
function lifetimesOf(subject, value) {
    const found = new Map();
    const visit = (settings, path) => {
        for (const [key, child] of settings) {
            const lifetime = LIFETIME.test(key)
                ? lifetimeOf(child, settings.get(`${key}unit`))
                : undefined;
            if (lifetime !== undefined)
                found.set(`${path}${key}`, lifetime);
            else if (!CUSTOM.has(key))
                visit(plainMembers(child), `${path}${key}/`);
        }
    };
    const object = value !== undefined && (0,json_value/* isJsonObject */.OW)(value) ? value : undefined;
    visit(plainMembers(inForce(subject, object)), '');
    return found;
}
function isTooLong(old, now) {
    const isMonth = now.seconds !== undefined && now.seconds > MONTH;
    // What counts now, and did not: the project's own lifetime counted, which is elsewhere.
    if (old === undefined)
        return isMonth;
    if (old.seconds === undefined || now.seconds === undefined) {
        return old.text !== now.text && now.amount >= TENFOLD * old.amount && now.amount > old.amount;
    }
    return now.seconds > old.seconds && (isMonth || now.seconds >= TENFOLD * old.seconds);
}
const sessionLivesLonger = {
    name: 'session-lives-longer',
    finds: 'a lifetime of sessions, refresh tokens, step-up, trusted devices or inactivity, of the project, a tenant or an inbound application, that is ten times as long, or longer than it was and than 30 days; a limit of inactivity that is switched off',
    misses: 'a smaller growth below 30 days, lifetimes of a new tenant or application and those that are not enabled, rotation of tokens and policies of cookies',
    find: (subject) => {
        const { section, kind, before, after, places } = subject;
        const hasLifetimes = ['project-settings', 'tenant-settings', 'inbound-apps'].includes(section);
        if (kind !== 'changed' || !hasLifetimes)
            return [];
        const old = lifetimesOf(subject, before);
        return [
            ...[...lifetimesOf(subject, after)].flatMap(([key, now]) => {
                const was = old.get(key);
                return isTooLong(was, now)
                    ? [`${key} is now ${now.text}${was === undefined ? '' : `, and was ${was.text}`}`]
                    : [];
            }),
            ...at(places, 'enableinactivity')
                .filter(isTurnedOff)
                .map(() => 'a session no longer ends when it is not used'),
        ];
    },
};

// EXTERNAL MODULE: ./src/project/sections/identity.ts
var identity = __webpack_require__(80042);
;// CONCATENATED MODULE: ./src/services/changes/risk/tenants.ts

/** Sections that hold the settings of tenants, in one form or another. */
const TENANTS = new Set(['tenants', 'tenant-settings', 'tenant-sso']);
const DOMAIN_KEYS = ['domains', 'selfprovisioningdomains', 'ssodomains'];
function isEmpty(value) {
    return strings(value).length === 0;
}
function isOfTenant({ section, kind }) {
    return TENANTS.has(section) && kind !== 'removed';
}
const tenantOrFlowRemoved = {
    name: 'tenant-or-flow-removed',
    finds: 'a tenant or a flow that is gone',
    misses: 'objects of other sections',
    find: ({ change: { section, kind } }) => kind === 'removed' && (section === 'tenants' || section === 'flows')
        ? [`the ${section.slice(0, -1)} was removed`]
        : [],
};
const domainAdded = {
    name: 'domain-added',
    finds: 'a domain of a tenant, for self-provisioning or for SSO; also in a new tenant',
    misses: 'a domain that is removed, or moved between SSO configurations of a tenant',
    find: (subject) => isOfTenant(subject)
        ? DOMAIN_KEYS.flatMap((key) => gained(at(subject.places, key))).map((domain) => `domain ${domain} was added`)
        : [],
};
const selfProvisioningOn = {
    name: 'self-provisioning-on',
    finds: '`self_provisioning`, JIT or the self-provisioning of the project turned on; the first domain for self-provisioning; also in a new tenant',
    misses: 'JIT of a new tenant, where it is on by default',
    find: (subject) => {
        const { section, places } = subject;
        if (section === 'project-settings') {
            return at(places, 'projectselfprovisioning')
                .filter(isTurnedOn)
                .map(() => 'self-provisioning of the project was turned on');
        }
        if (!isOfTenant(subject))
            return [];
        return [
            ...at(places, 'selfprovisioning', 'jit', 'jitenabled', 'jitprovisioning')
                .filter(isTurnedOn)
                .map(() => 'self-provisioning was turned on'),
            ...at(places, 'selfprovisioningdomains')
                .filter(({ before, after }) => isEmpty(before) && !isEmpty(after))
                .map(() => 'self-provisioning was turned on'),
            ...at(places, 'jitdisabled')
                .filter(isTurnedOff)
                .map(() => 'just-in-time provisioning was turned on'),
        ];
    },
};
const tenantOrSourceEnabled = {
    name: 'tenant-or-source-enabled',
    finds: '`disabled` of a tenant, of an SSO configuration or of a connector that was true and is not, or is gone; an OAuth provider that is enabled',
    misses: 'an application or a flow that is enabled, a new tenant or connector',
    find: ({ section, kind, places, name }) => {
        if (kind !== 'changed')
            return [];
        if (TENANTS.has(section)) {
            return at(places, 'disabled')
                .filter(isTurnedOff)
                .map(({ path }) => path.length === 1 || path.at(-2) === 'tenant'
                ? 'the tenant is no longer disabled'
                : 'an SSO configuration is no longer disabled');
        }
        if (section === 'connectors') {
            return at(places, 'disabled')
                .filter((place) => place.path.length === 1 && isTurnedOff(place))
                .map(() => `connector ${name} is no longer disabled`);
        }
        if (section !== 'authentication-methods')
            return [];
        // Of a method as a whole it is another rule's.
        return places
            .filter(({ path }) => path.length > 1)
            .filter((place) => (place.key === 'disabled' && isTurnedOff(place)) ||
            (place.key === 'enabled' && place.before === false && place.after === true))
            .map(({ path }) => `${path.at(-2) ?? ''} is no longer disabled`.trimStart());
    },
};
const defaultRolesGrantMore = {
    name: 'default-roles-grant-more',
    finds: 'a default role that a tenant did not have; a role that becomes a default one, also a new one; roles of a parent tenant that are inherited',
    misses: 'the default roles of a new tenant',
    find: ({ section, kind, places, after }) => {
        if (kind === 'removed')
            return [];
        if (section === 'roles') {
            const isDefault = places.some((place) => place.key === 'default' && place.path.length === 1 && isTurnedOn(place));
            return isDefault || (kind === 'added' && isDefaultRole(after))
                ? ['the role is given to everybody by default']
                : [];
        }
        if (!TENANTS.has(section) || kind !== 'changed')
            return [];
        return [
            ...gained(at(places, 'defaultroles')).map((role) => `everybody in the tenant now has role ${role}`),
            ...at(places, 'roleinheritance')
                .filter(({ after: now }) => !saysNothing(now) && now !== 'none')
                .map(() => 'roles of the parent tenant are inherited now'),
        ];
    },
};
function isDefaultRole(role) {
    return members(role).get('default') === true;
}
const roleGainedPermissions = {
    name: 'role-gained-permissions',
    finds: 'a permission that a role did not have; also in a new role',
    misses: 'another order',
    find: ({ section, kind, places }) => kind !== 'removed' && section === 'roles'
        ? at(places, 'permissionnames', 'permissions')
            .flatMap((place) => gained([place]))
            .map((permission) => `the role gained permission ${permission}`)
        : [],
};

;// CONCATENATED MODULE: ./src/services/changes/risk/sso.ts
/** Whose word is taken for who somebody is, in the SSO of a tenant, and what that word gives. */






const SAML_AND_OIDC = {
    names: new Map([
        ['idpentityid', 'SAML entity'],
        ['idpssourl', 'SAML sign-in address'],
        ['idpurl', 'SAML sign-in address'],
        ['idpcertificate', 'SAML certificate'],
        ['idpcert', 'SAML certificate'],
        ['idpmetadataurl', 'SAML metadata address'],
        ['idpmetadata', 'SAML metadata'],
        ['idpadditionalcertificates', 'additional SAML certificate'],
        ['issuer', 'OIDC issuer'],
        ['authurl', 'OIDC authorization endpoint'],
        ['tokenurl', 'OIDC token endpoint'],
        ['userdataurl', 'OIDC user data endpoint'],
        ['jwksurl', 'OIDC keys'],
        ['jwksuri', 'OIDC keys'],
        ['clientid', 'OIDC client'],
    ]),
    lists: new Set(['idpadditionalcertificates']),
};
function pairsOf({ before, after }) {
    const old = (0,identity/* objectsWithin */.m2)('tenant-sso', before);
    const now = (0,identity/* objectsWithin */.m2)('tenant-sso', after);
    return [...new Set([...old.keys(), ...now.keys()])].map((name) => {
        const [a, b] = [old.get(name), now.get(name)];
        const called = name === 'default' ? '' : ` of ${name.replace('=', ' ')}`;
        return { called, ...(a && { before: a }), ...(b && { after: b }) };
    });
}
/** Pairs of configurations of which both were in use. */
function keptPairs(subject) {
    if (subject.section !== 'tenant-sso' || subject.kind !== 'changed')
        return [];
    return pairsOf(subject).flatMap(({ called, before, after }) => before !== undefined && after !== undefined && isConfigured(before, SAML_AND_OIDC)
        ? [{ called, before, after }]
        : []);
}
const identityProviderChanged = {
    name: 'identity-provider-changed',
    finds: 'another SAML entity, sign-in address, certificate or metadata of a tenant, another OIDC issuer, endpoint, keys or client; SSO of a tenant that is turned on, or goes from SAML to OIDC',
    misses: 'what the identity provider itself does; a metadata document that changes at the same address; a client secret; a certificate or a protocol that is removed',
    find: (subject) => {
        const changed = keptPairs(subject).flatMap(({ called, before, after }) => {
            // The two protocols apart: one that is left is not trusted any more.
            const rest = (one) => Object.fromEntries(Object.entries(one).filter(([key]) => !['saml', 'oidc', 'tenant'].includes(key)));
            const names = [
                ...changedFields(before['saml'], after['saml'], SAML_AND_OIDC),
                ...changedFields(before['oidc'], after['oidc'], SAML_AND_OIDC),
                ...changedFields(rest(before), rest(after), SAML_AND_OIDC),
            ];
            return names.map((name) => `the identity provider${called} changed: ${name}`);
        });
        const { section, kind, places } = subject;
        if (kind !== 'changed' || (section !== 'tenants' && section !== 'tenant-settings')) {
            return changed;
        }
        const inTenant = places.filter(({ key, after }) => SAML_AND_OIDC.names.has(key) && !saysNothing(after) && !(0,json_value/* isJsonObject */.OW)(after));
        return [
            ...inTenant.map(({ key }) => `the identity provider changed: ${SAML_AND_OIDC.names.get(key) ?? key}`),
            ...at(places, 'authtype')
                .filter(({ path, after }) => path.length === 1 && !saysNothing(after) && after !== 'none')
                .map(({ after }) => `SSO of the tenant is now ${typeof after === 'string' ? after : ''}`),
        ];
    },
};
/**
 * Whether the tenant signs in with SSO, as far as the configuration's own copy of the tenant says.
 */
function isInUse(configuration) {
    return members(configuration['tenant']).get('authType') !== 'none';
}
const ssoConfigurationAdded = {
    name: 'sso-configuration-added',
    finds: 'an SSO configuration that a tenant did not have, the second as the first',
    misses: 'the SSO of a new tenant, the first one of a tenant that does not use it, a configuration that names no identity provider',
    find: (subject, { newTenants }) => {
        const { section, kind, name } = subject;
        if (section !== 'tenant-sso' || kind === 'removed')
            return [];
        if (kind === 'added' && newTenants.has(name))
            return [];
        return pairsOf(subject).flatMap(({ called, before, after }) => after !== undefined &&
            isConfigured(after, SAML_AND_OIDC) &&
            !isConfigured(before, SAML_AND_OIDC) &&
            (kind === 'changed' || isInUse(after))
            ? [`an SSO configuration${called} was added`]
            : []);
    },
};
function roleOf(role) {
    if (typeof role === 'string')
        return role;
    const { name, id } = Object.fromEntries(members(role));
    return typeof name === 'string' && name !== '' ? name : typeof id === 'string' ? id : '';
}
/**
 * What a configuration gives, a sentence each: roles by group, roles for all, relations by group.
 */
function grantsOf(configuration) {
    const grants = new Set();
    const visit = (value) => {
        for (const [key, child] of members(value)) {
            if (key === 'groupsMapping' || key === 'roleMappings') {
                for (const one of entries(child).map(members)) {
                    const role = roleOf(one.get('role') ?? one.get('roleName'));
                    for (const group of strings(one.get('groups'))) {
                        grants.add(`group ${group} gives role ${role}`);
                    }
                }
            }
            else if (key === 'defaultSSORoles') {
                for (const role of strings(child))
                    grants.add(`everybody who signs in has role ${role}`);
            }
            else if (key === 'fgaMappings') {
                for (const [group, mapping] of members(child)) {
                    for (const relation of entries(members(mapping).get('relations'))) {
                        grants.add(`group ${group} gives relation ${(0,write/* canonicalJson */.dj)(relation)}`);
                    }
                }
            }
            else if (key === 'saml' || key === 'oidc')
                visit(child);
        }
    };
    visit(configuration);
    return grants;
}
const ssoGrantsMore = {
    name: 'sso-grants-more',
    finds: 'a group of the identity provider that gives a role or a relation that it did not give, a role that SSO gives to everybody',
    misses: 'the order of groups (`groupsPriority`), what a new configuration gives, who is in a group at the identity provider',
    find: (subject) => keptPairs(subject).flatMap(({ called, before, after }) => {
        const old = grantsOf(before);
        return [...grantsOf(after)]
            .filter((grant) => !old.has(grant))
            .map((grant) => `SSO${called}: ${grant}`);
    }),
};
/** Attributes that say who somebody is, or which groups he is in. */
const IDENTITY = /^(?:loginid|username|email|phone|phonenumber|verifiedemail|verifiedphone|groups?|subjectnameidformat)$/;
const MAPPING = /^(?:attributemapping|userattrmapping|userdataclaimsmapping)$/;
function remapped(places) {
    return places
        .filter(({ path, key, after }) => IDENTITY.test(key) &&
        !saysNothing(after) &&
        (key === 'subjectnameidformat' || path.slice(0, -1).some((one) => MAPPING.test(one))))
        .map(({ key }) => `another attribute of the provider is now the ${key}`);
}
const identityMappingChanged = {
    name: 'identity-mapping-changed',
    finds: 'another attribute of an identity or OAuth provider that is taken for login id, user name, e-mail, phone or groups',
    misses: 'names, pictures and custom attributes, a mapping that is removed',
    find: (subject) => {
        if (subject.section === 'authentication-methods' && subject.kind === 'changed') {
            return remapped(subject.places);
        }
        return keptPairs(subject).flatMap(({ before, after }) => remapped(placesBetween(before, after)));
    },
};
const ssoNoLongerEnforced = {
    name: 'sso-no-longer-enforced',
    finds: '`enforceSSO` of a tenant that was true and is not; a user who is excluded from it now',
    misses: 'a new tenant without SSO',
    find: ({ section, kind, places }) => TENANTS.has(section) && kind === 'changed'
        ? [
            ...at(places, 'enforcesso')
                .filter(isTurnedOff)
                .map(() => 'SSO is no longer enforced'),
            ...gained(at(places, 'enforcessoexclusions')).map((user) => `SSO is no longer enforced for ${user}`),
        ]
        : [],
};
const CHECKS = ['blockifemaildomainmismatch', 'markemailasunverified'];
const LIBERTIES = [
    'mergeusers',
    'allowduplicatessodomainsinothertenants',
    'allowoverrideroles',
    'trustprovidedemails',
];
const providerChecksRelaxed = {
    name: 'provider-checks-relaxed',
    finds: 'in the settings of SSO and OAuth: accounts of one e-mail that are merged, SSO domains that two tenants may have, roles that may be overridden; an e-mail domain that is no longer checked, an e-mail that is taken for verified',
    misses: 'other settings of these methods',
    find: ({ section, kind, places }) => section === 'authentication-methods' && kind === 'changed'
        ? [
            ...at(places, ...LIBERTIES)
                .filter(isTurnedOn)
                .map(({ key }) => `${key} was turned on`),
            ...at(places, ...CHECKS)
                .filter(isTurnedOff)
                .map(({ key }) => `${key} was turned off`),
        ]
        : [],
};

;// CONCATENATED MODULE: ./src/services/changes/risk/tokens.ts

/** Claims that are shown to people, and by which nobody is let in. */
const HARMLESS = /^(?:name|displayname|givenname|familyname|middlename|nickname|picture|avatar|locale|lang(?:uage)?|zoneinfo|timezone|birthdate|gender|website|profile|theme|colou?r)$/;
/** Settings of a template that decide what the claims of authorization hold. */
const SETTINGS = [
    'authschema',
    'excludepermissions',
    'overridesubject',
    'conformanceissuer',
    'enforceissuer',
    'issuertype',
    'autodct',
];
function isHarmless(claim) {
    return HARMLESS.test(claim.replaceAll(/[_-]/g, '').toLowerCase());
}
/** The claims of a template that differ, whatever a customer calls them. */
function changedClaims({ before, after }) {
    const claims = (value) => members(members(value).get('template'));
    const [old, now] = [claims(before), claims(after)];
    return [...new Set([...old.keys(), ...now.keys()])].filter((claim) => !isHarmless(claim) &&
        (old.has(claim) !== now.has(claim) || !saySame(old.get(claim), now.get(claim))));
}
function templateUsed(places) {
    return at(places, 'usertemplateid', 'keytemplateid').map(({ key }) => key === 'usertemplateid'
        ? 'tokens of users have another template'
        : 'tokens of access keys have another template');
}
const tokenClaimsChanged = {
    name: 'token-claims-changed',
    finds: 'a claim of a JWT template that comes, goes or changes, but for those that are only shown (`name`, `picture`, `locale` and the like); its settings of permissions, subject and issuer; another template that the project or an application uses',
    misses: 'a new template, which nothing uses yet; custom claims of flows and access keys',
    find: (subject) => {
        const { section, kind, places } = subject;
        if (kind !== 'changed')
            return [];
        if (section === 'project-settings' || section === 'inbound-apps')
            return templateUsed(places);
        if (section !== 'jwt-templates')
            return [];
        return [
            ...changedClaims(subject).map((claim) => `tokens have another claim ${claim}`),
            ...at(places, ...SETTINGS)
                .filter(({ path }) => path.length === 1)
                .map(({ key }) => `tokens are made otherwise: ${key}`),
        ];
    },
};
/** Whose tokens an application takes, by issuer. */
function issuers(value) {
    return members(members(value).get('issuers'));
}
function newIssuers({ before, after }) {
    const old = issuers(before);
    return [...issuers(after)].flatMap(([issuer, now]) => saySame(old.get(issuer), now)
        ? []
        : [
            old.has(issuer)
                ? `tokens of issuer ${issuer} are checked otherwise`
                : `tokens of issuer ${issuer} are taken`,
        ]);
}
/** The settings of bearer tokens, wherever they stand in an application. */
function bearerSettings(value) {
    const own = members(value).get('jwtBearerSettings');
    return (own ??
        members(members(value).get('oidcSettings') ?? members(value).get('oidc')).get('jwtBearerSettings'));
}
const tokenIssuerTrusted = {
    name: 'token-issuer-trusted',
    finds: 'an issuer whose tokens an application takes, that is new or is checked with other keys, also in a new application; another issuer of the tokens for an application; sessions of another vendor that the project takes (`externalAuthConfig`)',
    misses: 'an issuer that is removed',
    find: ({ section, kind, places, before, after }) => {
        if (kind === 'removed')
            return [];
        if (section === 'project-settings') {
            const external = members(after).get('externalAuthConfig');
            return kind === 'changed' &&
                !saysNothing(external) &&
                !saySame(members(before).get('externalAuthConfig'), external)
                ? ['sessions of another vendor are taken']
                : [];
        }
        if (section !== 'inbound-apps' && section !== 'sso-apps')
            return [];
        const [old, now] = [bearerSettings(before), bearerSettings(after)];
        return [
            ...newIssuers({
                path: [],
                key: '',
                ...(old !== undefined && { before: old }),
                ...(now !== undefined && { after: now }),
            }),
            ...(kind === 'changed'
                ? at(places, 'issuer')
                    .filter(({ path, after: issuer }) => path.at(-2)?.startsWith('oidc') && !saysNothing(issuer))
                    .map(() => 'tokens for the application have another issuer')
                : []),
        ];
    },
};

;// CONCATENATED MODULE: ./src/services/changes/risk/rules.ts
/** The list of all rules of risk. */











/** All rules, most important first; docs/changes.md has a row for each. */
const RULES = [
    tenantOrFlowRemoved,
    identityProviderChanged,
    ssoConfigurationAdded,
    ssoNoLongerEnforced,
    verificationNoLongerReached,
    proofGoneFromFlow,
    flowNotFollowed,
    authenticationMethodOff,
    weakerMethodOn,
    oauthClientChanged,
    passkeyTrustWidened,
    providerChecksRelaxed,
    identityMappingChanged,
    ssoGrantsMore,
    defaultRolesGrantMore,
    domainAdded,
    selfProvisioningOn,
    tenantOrSourceEnabled,
    redirectWidened,
    tokenIssuerTrusted,
    tokenClaimsChanged,
    roleGainedPermissions,
    accessKeyAdded,
    accessKeyWidened,
    applicationGrantsMore,
    connectorMoved,
    sessionLivesLonger,
    testUsersWidened,
    attributeOpened,
];

// EXTERNAL MODULE: ./src/project/snapshot-layout.ts
var snapshot_layout = __webpack_require__(69444);
;// CONCATENATED MODULE: ./src/services/changes/risk/subjects.ts
/**
 * What the rules look at: one object before and after. A file of a snapshot that lists things
 * becomes its entries, so that a rule sees a role, an application or an authentication method in
 * one form, wherever it was saved.
 */



function sidesOf({ kind, edits, whole }) {
    if (kind === 'changed')
        return whole ?? {};
    const [edit] = edits;
    if (kind === 'added')
        return edit?.after === undefined ? {} : { after: edit.after };
    return edit?.before === undefined ? {} : { before: edit.before };
}
function makeSubject(change, section, name, before, after) {
    const sides = {
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
    };
    const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    return { change, section, name, kind, ...sides, places: placesBetween(before, after) };
}
/** The entries of each list of a file, by member and by what they are called. */
function entriesOf(file) {
    const found = new Map();
    for (const [member, list] of members(file)) {
        for (const one of Array.isArray(list) ? list : []) {
            if (!(0,json_value/* isJsonObject */.OW)(one))
                continue;
            // Ids of roles are made anew for a snapshot: a name is a name.
            const { id, name } = one;
            const called = [name, id].find((text) => typeof text === 'string' && text !== '');
            let free = `${member}/${called === undefined ? '' : called}`;
            while (found.has(free))
                free += '#';
            found.set(free, one);
        }
    }
    return found;
}
function entrySubjects(change, section, { before, after }) {
    const old = entriesOf(before);
    const now = entriesOf(after);
    const subjects = [];
    for (const name of new Set([...old.keys(), ...now.keys()])) {
        const subject = makeSubject(change, section, name, old.get(name), now.get(name));
        if (subject.kind !== 'changed' || subject.places.length > 1)
            subjects.push(subject);
    }
    return subjects;
}
function snapshotSubjects(change) {
    const sides = sidesOf(change);
    const listed = (0,snapshot_layout/* judgedList */.Sk)(change.id);
    if (listed !== undefined)
        return entrySubjects(change, listed, sides);
    const [section, name] = (0,snapshot_layout/* judgedObject */.Hw)(change.id) ?? [change.section, change.id];
    return [{ change, section, name, kind: change.kind, ...sides, places: placesOf(change) }];
}
/** A connector whose file got another name is the same one: its id says so. */
function joinRenamed(subjects) {
    const idOf = (value) => members(value).get('id');
    const isFile = ({ section, kind }, wanted) => section === 'connectors' && kind === wanted;
    const gone = new Map(subjects
        .filter((subject) => isFile(subject, 'removed'))
        .map((subject) => [idOf(subject.before), subject]));
    gone.delete(undefined);
    gone.delete('');
    return subjects.map((subject) => {
        const old = isFile(subject, 'added') ? gone.get(idOf(subject.after)) : undefined;
        if (old === undefined)
            return subject;
        return makeSubject(subject.change, subject.section, subject.name, old.before, subject.after);
    });
}
/** The objects that changes are about, in their order. */
function subjectsOf(changes) {
    return joinRenamed(changes.flatMap((change) => {
        if (change.section === 'snapshot')
            return snapshotSubjects(change);
        const { section, id: name, kind } = change;
        const sides = section === 'tenants' ? {} : sidesOf(change);
        return [{ change, section, name, kind, ...sides, places: placesOf(change) }];
    }));
}

;// CONCATENATED MODULE: ./src/services/changes/risk.ts




/** What is said of a tenant in its settings and its SSO too is found once, in the tenant. */
function withoutRepeats(findings) {
    const tenantsFirst = [...findings].sort((a, b) => Number(b.section === 'tenants') - Number(a.section === 'tenants'));
    const first = new Map();
    for (const finding of tenantsFirst) {
        const { rule, section, id, text } = finding;
        const key = JSON.stringify([rule, TENANTS.has(section) ? 'tenants' : section, id, text]);
        if (!first.has(key))
            first.set(key, finding);
    }
    const kept = new Set(first.values());
    return findings.filter((finding) => kept.has(finding));
}
/**
 * What a snapshot's file says that its section said already is found once; what it alone says is
 * kept.
 */
function withoutTwinFindings(findings) {
    const key = (section, { rule, text }) => JSON.stringify([section, rule, text]);
    const said = new Set(findings.map((finding) => key(finding.section, finding)));
    return findings.filter((finding) => finding.twin === undefined || !said.has(key(finding.twin, finding)));
}
function contextOf(changes) {
    const newTenants = changes.filter(({ section, kind }) => section === 'tenants' && kind === 'added');
    return { newTenants: new Set(newTenants.map(({ id }) => id)) };
}
/**
 * Says how much a diff matters: `high` when any rule finds something, `none` when nothing changed.
 */
function assessRisk({ changes }) {
    const context = contextOf(changes);
    const twinOf = (0,diff/* twinFinder */.vW)(changes);
    const subjects = subjectsOf(changes);
    const found = RULES.flatMap(({ name, find }) => subjects.flatMap((subject) => find(subject, context).map((text) => {
        const { section, id } = subject.change;
        return { rule: name, section, id, text, twin: twinOf(subject.change) };
    })));
    const findings = withoutTwinFindings(withoutRepeats(found)).map(({ rule, section, id, text }) => ({ rule, section, id, text }));
    const risk = findings.length > 0 ? 'high' : (0,diff/* withoutTwins */.oc)(changes).length > 0 ? 'low' : 'none';
    return { risk, findings };
}


/***/ }),

/***/ 96541:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ findShrink),
/* harmony export */   g: () => (/* binding */ isTooMuch)
/* harmony export */ });
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27105);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88399);
/* harmony import */ var _json_write_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11249);
/* harmony import */ var _project_snapshot_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69444);
/* harmony import */ var _project_sections_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46701);
/* harmony import */ var _backup_lazy_section_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13131);
/** The shrink alarm: whether so much is gone that a mistake is more likely than intent. */






/** Fewer than this many objects are no alarm, unless they are all that there were. */
const MIN_LOST = 3;
/** Whether so many objects of a section may not be gone. */
function isTooMuch(lost, count, limitPercent) {
    if (lost <= 0)
        return false;
    return lost === count || (lost >= MIN_LOST && (lost / count) * 100 > limitPercent);
}
/**
 * Whether an object is called by all of what it is; the second of two equal ones has a number
 * behind it.
 */
function isUnnamed(id, objects) {
    // Tenants and flows all have ids. Others are looked at when their id may be JSON, which a name
    // can look like.
    if (objects instanceof _backup_lazy_section_js__WEBPACK_IMPORTED_MODULE_0__/* .LazySection */ .M || !/^[[{"]/.test(id))
        return false;
    const text = objects.get(id) ?? '';
    return id.startsWith(text) && /^(?:#\d+)?$/.test(id.slice(text.length));
}
function objectsOf(section) {
    const named = new Set([...section.keys()].filter((id) => !isUnnamed(id, section)));
    return { named, unnamed: section.size - named.size };
}
/** The names in a list, or under the keys of an object that holds lists. */
function listed(value) {
    if (Array.isArray(value)) {
        return value.map((one) => {
            const name = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(one) ? (one['id'] ?? one['widgetId'] ?? one['name']) : one;
            return typeof name === 'string' ? name : (0,_json_write_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .dj)(one);
        });
    }
    return (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(value) ? Object.values(value).flatMap(listed) : [];
}
/** A snapshot as the sections that it consists of. */
function partsOf(files) {
    const parts = new Map();
    const add = (section, id) => {
        const ids = parts.get(section) ?? new Set();
        parts.set(section, ids.add(id));
    };
    for (const file of files.keys()) {
        const place = (0,_project_snapshot_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .countedObject */ .Wf)(file);
        if (place !== undefined)
            add(...place);
    }
    // A widget may have no file of its own.
    const widgets = files.get(_project_snapshot_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .WIDGETS_INDEX */ .bP);
    for (const name of widgets === undefined ? [] : listed((0,_json_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(Buffer.from(widgets)))) {
        add('widgets', `widget ${name}`);
    }
    return new Map([...parts].map(([section, named]) => [section, { named, unnamed: 0 }]));
}
function countLost(before, after, isAnnounced) {
    const named = [...before.named].filter((id) => after?.named.has(id) !== true && !isAnnounced(id)).length;
    return named + Math.max(0, before.unnamed - (after?.unnamed ?? 0));
}
/** @returns why what a section lost is too much, or nothing when it is not */
function reasonOf(section, before, after, { limitPercent, isAnnounced = () => false }) {
    const count = before.named.size + before.unnamed;
    const lost = countLost(before, after, (id) => isAnnounced(section, id));
    const percent = (lost / count) * 100;
    if (!isTooMuch(lost, count, limitPercent))
        return [];
    if (lost === count)
        return [`${section}: all ${lost} are gone`];
    const shown = Math.round(percent * 10) / 10;
    return [`${section}: ${lost} of ${count} are gone (${shown} %, the limit is ${limitPercent} %)`];
}
/** Whether a section is none because the snapshot has it by now. */
function isInSnapshot(section, after) {
    const read = (0,_project_sections_index_js__WEBPACK_IMPORTED_MODULE_5__/* .rowOf */ .OB)(section)?.read;
    return read !== undefined && 'onlyWithout' in read && after.has(read.onlyWithout ?? '');
}
/**
 * Tells where too much is gone since the last complete backup: more than the limit and at least
 * three objects of a section, or all of them, or a section that was saved then and is not now. What
 * counts is objects that are gone, not how many there are, so that another project's content in
 * place of this one's is an alarm as well. What a snapshot alone holds is sections too: connectors,
 * authentication methods, widgets, assets and the project's settings.
 *
 * @returns a sentence each
 */
function findShrink(before, after, policy) {
    const { failedSections } = policy;
    return [...before].flatMap(([section, objects]) => {
        const now = after.get(section);
        if (now === undefined) {
            return failedSections.has(section) || isInSnapshot(section, after)
                ? []
                : [`${section}: it was saved last time, and is not now`];
        }
        if (section !== 'snapshot') {
            return reasonOf(section, objectsOf(objects), objectsOf(now), policy);
        }
        const left = partsOf(now);
        return [...partsOf(objects)].flatMap(([part, had]) => failedSections.has(part) ? [] : reasonOf(part, had, left.get(part), policy));
    });
}


/***/ }),

/***/ 15209:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ splitWithheld),
  m: () => (/* binding */ withheldRule)
});

// EXTERNAL MODULE: ./src/project/secrets/free-form.ts
var free_form = __webpack_require__(72196);
// EXTERNAL MODULE: ./src/json/value.ts
var json_value = __webpack_require__(88399);
;// CONCATENATED MODULE: ./src/project/secrets/release-1.ts
/**
 * What release 1.0.0 withheld: so that a comparison with a backup of it can tell what only the rule
 * changed. Never changed again.
 */

/** Keys whose text was a secret, without regard to case, `_` and `-`. */
const SECRET_KEYS = new Set([
    'accesskeysecret',
    'accesstoken',
    'apikey',
    'apisecret',
    'apitoken',
    'authtoken',
    'bearertoken',
    'cleartext',
    'clientsecret',
    'encryptionkey',
    'hmacsecret',
    'idtoken',
    'password',
    'passphrase',
    'privatekey',
    'refreshtoken',
    'secret',
    'secretaccesskey',
    'secretkey',
    'serviceaccountkey',
    'sharedsecret',
    'signingkey',
    'signingsecret',
    'token',
    'webhooksecret',
]);
/** Headers of a connector whose value was a secret, without regard to case. */
const SECRET_HEADERS = /^(?:proxy-)?authorization$|^cookie$|^x-api-key$|(?:token|secret)$/i;
/** What customers fill as they like: its keys are names of theirs, and say nothing. */
const FREE_KEYS = new Set(['customAttributes', 'customClaims']);
function isSecretKey(key) {
    return SECRET_KEYS.has(key.replace(/[_-]/g, '').toLowerCase());
}
/** `{key: "Authorization", value: "..."}`, as connectors list the headers that they send. */
function isSecretHeader(object, key) {
    const name = object['key'] ?? object['name'];
    return key === 'value' && typeof name === 'string' && SECRET_HEADERS.test(name);
}
/** Replaces what release 1.0.0 took for a secret. */
function withheldByRelease1(value, mark) {
    /**
     * @param isSecret what stands here was a secret, or, for a map, held one under a key of any name
     */
    const visit = (current, isSecret, above) => {
        if (Array.isArray(current)) {
            return current.map((item) => visit(item, isSecret, ''));
        }
        if ((0,json_value/* isJsonObject */.OW)(current)) {
            const copy = {};
            for (const key of Object.keys(current)) {
                const child = current[key];
                const hides = isSecretKey(key) ||
                    isSecretHeader(current, key) ||
                    (above === 'headers' && SECRET_HEADERS.test(key)) ||
                    (isSecret && typeof child === 'string');
                const isSettings = key === 'password' && (0,json_value/* isJsonObject */.OW)(child);
                (0,json_value/* setOwn */.P5)(copy, key, FREE_KEYS.has(key) ? child : visit(child, hides && !isSettings, key));
            }
            return copy;
        }
        const isFilled = typeof current === 'number' ||
            current instanceof json_value/* ExactNumber */.fh ||
            (typeof current === 'string' && current !== '');
        return isSecret && isFilled ? mark : current;
    };
    return visit(value, false, '');
}

// EXTERNAL MODULE: ./src/project/secrets/variables.ts
var variables = __webpack_require__(57726);
// EXTERNAL MODULE: ./src/project/secrets/withhold.ts + 3 modules
var withhold = __webpack_require__(43588);
// EXTERNAL MODULE: ./src/json/pointer.ts
var pointer = __webpack_require__(89391);
// EXTERNAL MODULE: ./src/json/write.ts
var write = __webpack_require__(11249);
;// CONCATENATED MODULE: ./src/services/changes/withheld-since.ts







/** @returns undefined when both backups withhold by the same rules */
function withheldRule(before, after) {
    // Which variables are withheld is a matter of an input as well.
    if (after.source.type === 'config-file')
        return 'variables';
    const isNewest = ({ withheld_rules }) => withheld_rules === withhold/* WITHHELD_RULES */.Gt;
    return isNewest(before) && isNewest(after) ? undefined : 'secrets';
}
const REFERENCE = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;
const MAX_REFERENCES = 10;
/** Whether a text is another one with values in place of its references to secret variables. */
function isFilledIn(text, template) {
    const fixed = [];
    let end = 0;
    for (const match of template.matchAll(REFERENCE)) {
        if (!(0,variables/* isSecretVariable */.tS)(match[1] ?? ''))
            continue;
        fixed.push(template.slice(end, match.index));
        end = match.index + match[0].length;
    }
    if (fixed.length === 0 || fixed.length > MAX_REFERENCES)
        return false;
    const [first = '', ...inner] = fixed;
    const last = template.slice(end);
    if (!text.startsWith(first))
        return false;
    let at = first.length;
    for (const part of inner) {
        const found = text.indexOf(part, at);
        if (found === -1)
            return false;
        at = found + part.length;
    }
    return text.endsWith(last) && text.length - last.length >= at;
}
function isSameVariable(before, after) {
    if (typeof before !== 'string' || typeof after !== 'string')
        return false;
    return isFilledIn(before, after) || isFilledIn(after, before);
}
/** What the newest rule leaves of a value, and what is left of it by any rule. */
function withheldForms(value, { section, id }) {
    const isSnapshot = section === 'snapshot';
    const mark = isSnapshot ? '' : withhold/* WITHHELD_MARK */.Uy;
    const place = isSnapshot ? `snapshot/${id}` : section;
    if ((0,free_form/* isFreePlace */.gi)(place))
        return [value];
    const newest = (given) => (0,withhold/* withholdSecrets */.RK)(given, { mark, place }).value;
    return [newest(value), newest(withheldByRelease1(value, mark))];
}
const same = ([before, after]) => (0,write/* canonicalJson */.dj)(before) === (0,write/* canonicalJson */.dj)(after);
function membersOf(pair) {
    const [before, after] = pair;
    if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
        return (name) => [before[Number(name)], after[Number(name)]];
    }
    if (!(0,json_value/* isJsonObject */.OW)(before) || !(0,json_value/* isJsonObject */.OW)(after))
        return undefined;
    const isAlike = Object.keys(before).length === Object.keys(after).length &&
        Object.keys(before).every((key) => Object.hasOwn(after, key));
    return isAlike ? (name) => [before[name], after[name]] : undefined;
}
/**
 * Whether two values differ only where one of them was withheld.
 *
 * @param pair both as they are
 * @param forms both without what is withheld, by each rule; undefined where variables of a config
 * file are withheld
 */
function isWithheldOnly(pair, forms) {
    if (same(pair))
        return true;
    const members = membersOf(pair);
    if (members !== undefined) {
        const inner = forms?.map(membersOf);
        return Object.keys(pair[0]).every((name) => isWithheldOnly(members(name), inner?.flatMap((at) => (at === undefined ? [] : [at(name)]))));
    }
    if (forms === undefined)
        return isSameVariable(...pair);
    // One side must be what withholding makes of it: two values that are both there have changed.
    return forms.some((form) => same(form) && (same([pair[0], form[0]]) || same([pair[1], form[1]])));
}
/** The pair at a JSON Pointer; undefined where one side has no such place. */
function pairAt(pair, steps) {
    let [before, after] = pair;
    for (const step of steps) {
        const at = membersAt(before, after, step);
        if (at === undefined)
            return undefined;
        [before, after] = at;
    }
    return [before, after];
}
function membersAt(before, after, step) {
    const has = (value) => typeof value === 'object' && value !== null && Object.hasOwn(value, step);
    if (!has(before) || !has(after))
        return undefined;
    return [before[step], after[step]];
}
/**
 * Parts the edits of an object in those that are changes and those that withholding made.
 *
 * @param rule undefined: all are changes
 */
function splitWithheld(edits, sides, rule) {
    if (rule === undefined)
        return { edits: [...edits], withheld: [] };
    const [before, after] = [sides.before, sides.after].map((side) => withheldForms(side, sides));
    const forms = (before ?? []).map((form, index) => [form, after?.[index] ?? null]);
    const isWithheld = (edit) => {
        if (edit.before === undefined || edit.after === undefined)
            return false;
        const pair = [edit.before, edit.after];
        if (rule === 'variables')
            return isWithheldOnly(pair, undefined);
        const steps = (0,pointer/* pointerSteps */.$L)(edit.pointer);
        const at = forms.flatMap((form) => {
            const found = pairAt(form, steps);
            return found === undefined ? [] : [found];
        });
        return isWithheldOnly(pair, at);
    };
    const withheld = edits.filter(isWithheld);
    const isOf = new Set(withheld);
    return { edits: edits.filter((edit) => !isOf.has(edit)), withheld };
}


/***/ }),

/***/ 88467:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hb: () => (/* binding */ readBaseState),
/* harmony export */   Zr: () => (/* binding */ missingSections),
/* harmony export */   _D: () => (/* binding */ haveSaved)
/* harmony export */ });
/* harmony import */ var _changes_read_state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95848);

function sectionsOf({ coverage }, status) {
    return new Set(coverage.flatMap((entry) => (entry.status === status ? [entry.section] : [])));
}
/** Sections that the base failed to save, and the new backup did save. */
function missingSections(base, after) {
    const saved = sectionsOf(after, 'saved');
    return [...sectionsOf(base, 'failed')].filter((section) => saved.has(section));
}
/** Whether some backups together saved all of these sections. */
function haveSaved(manifests, sections) {
    const saved = manifests.map((manifest) => sectionsOf(manifest, 'saved'));
    return sections.every((section) => saved.some((names) => names.has(section)));
}
/**
 * Reads what a new backup is compared with: the state of the newest base; of a section that it
 * failed to save, the state in the newest one that did, so that a loss cannot hide behind a night
 * in which the section was not readable.
 *
 * @param bases newest first, at least one
 * @param after the manifest of the new backup
 * @throws Error when a file cannot be read
 */
async function readBaseState(bases, after) {
    const [base, ...older] = bases;
    const state = new Map(await (0,_changes_read_state_js__WEBPACK_IMPORTED_MODULE_0__/* .readProjectState */ .n)(base.path, base.manifest));
    const missing = new Set(missingSections(base.manifest, after));
    for (const { path, manifest } of older) {
        const saved = sectionsOf(manifest, 'saved');
        const wanted = [...missing].filter((section) => saved.has(section));
        if (wanted.length === 0)
            continue;
        const sections = await (0,_changes_read_state_js__WEBPACK_IMPORTED_MODULE_0__/* .readProjectState */ .n)(path, manifest);
        for (const section of wanted) {
            const objects = sections.get(section);
            if (objects !== undefined)
                state.set(section, objects);
            missing.delete(section);
        }
    }
    return state;
}


/***/ })

};
