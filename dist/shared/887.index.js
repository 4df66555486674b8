export const id = 887;
export const ids = [887];
export const modules = {

/***/ 8509:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z9: () => (/* binding */ loadConfig),
  HT: () => (/* binding */ loadConfigFile)
});

// UNUSED EXPORTS: ConfigFileError

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/models/config.ts
var models_config = __webpack_require__(86682);
// EXTERNAL MODULE: ./src/json/pointer.ts
var pointer = __webpack_require__(89391);
// EXTERNAL MODULE: ./src/json/value.ts
var json_value = __webpack_require__(88399);
;// CONCATENATED MODULE: ./src/config-file/display-path.ts
/** Paths as users know them. */

/**
 * A path as users know it: relative to the workspace where it lies inside, with forward slashes.
 */
function displayPath(path, workspace) {
    const inside = (0,external_node_path_.relative)(workspace, path);
    if (inside === '')
        return '.';
    const isOutside = inside === '..' || inside.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(inside);
    const shown = isOutside ? path : inside;
    return shown.split(external_node_path_.sep).join('/');
}

// EXTERNAL MODULE: ./src/project/secrets/variables.ts
var secrets_variables = __webpack_require__(57726);
// EXTERNAL MODULE: ./src/config-file/near-keys.ts
var near_keys = __webpack_require__(85182);
// EXTERNAL MODULE: ./src/config-file/problems.ts
var problems = __webpack_require__(63027);
// EXTERNAL MODULE: ./src/config-file/substitute.ts
var substitute = __webpack_require__(92839);
;// CONCATENATED MODULE: ./src/config-file/unknown-keys.ts
/**
 * Keys that the schema does not know. Most are kept and warned about; one that stands for a key of
 * the file is wrong.
 */



const KNOWN_KEYS = {
    file: new Set(Object.keys(models_config/* DescopeConfig */.kX.unwrap().shape)),
    tenant: new Set(Object.keys(models_config/* TenantConfig */.lV.unwrap().shape)),
    flow: new Set(Object.keys(models_config/* FlowConfig */.v4.unwrap().shape)),
};
/** The keys of the file that may be left out: what would be missing then is missing in silence. */
const OPTIONAL_KEYS = Object.keys(models_config/* DescopeConfig */.kX.unwrap().shape).filter((key) => key !== 'version');
/**
 * Finds keys such as `tenant` in a file without `tenants`, whose backup would lack what they hold,
 * or hold `auth`.
 */
function findMisnamedKeys(config) {
    const missing = OPTIONAL_KEYS.filter((key) => !Object.hasOwn(config, key));
    return Object.keys(config).flatMap((key) => {
        const meant = KNOWN_KEYS.file.has(key) ? undefined : (0,near_keys/* meantKey */.J)(key, missing);
        if (meant === undefined)
            return [];
        const message = `unknown key ${JSON.stringify(key)} in the file: did you mean ${JSON.stringify(meant)}? Rename it; ` +
            `if it is meant as it is, write ${JSON.stringify(meant)} beside it, which may be empty`;
        return [{ path: [key], atKey: true, message }];
    });
}
function adviseOn(key, where) {
    const meant = (0,near_keys/* meantKey */.J)(key, KNOWN_KEYS[where]);
    return meant === undefined
        ? 'it is kept in the backup as written; check its spelling'
        : `did you mean ${JSON.stringify(meant)}? It is kept in the backup as written`;
}
/**
 * Keys that the schema does not know, once each, with how often they were seen. They are kept all
 * the same.
 */
function findUnknownKeys(config) {
    const seen = new Map();
    const look = (where, value, at) => {
        if (!(0,json_value/* isJsonObject */.OW)(value))
            return;
        for (const key of Object.keys(value)) {
            if (KNOWN_KEYS[where].has(key))
                continue;
            const name = `${where} ${key}`;
            const known = seen.get(name);
            if (known === undefined)
                seen.set(name, { path: [...at, key], key, where, count: 1 });
            else
                known.count++;
        }
    };
    look('file', config, []);
    const list = (key) => (config[key] ?? []);
    for (const [index, tenant] of list('tenants').entries()) {
        look('tenant', tenant, ['tenants', index]);
    }
    for (const [index, flow] of list('flows').entries())
        look('flow', flow, ['flows', index]);
    return [...seen.values()].map(({ path, key, where, count }) => ({
        path,
        atKey: true,
        message: `unknown key ${JSON.stringify(key)} in ${where === 'file' ? 'the file' : `a ${where}`}` +
            `${count > 1 ? ` (${count} times)` : ''}: ${adviseOn(key, where)}`,
    }));
}

;// CONCATENATED MODULE: ./src/config-file/validate.ts






/** Everything of the file but its two long lists, which are validated entry by entry. */
const Header = models_config/* DescopeConfig */.kX.unwrap().omit({ tenants: true, flows: true });
const TYPE_NAMES = {
    string: 'text',
    boolean: 'true or false',
    array: 'a list',
    map: 'a map',
};
function typeName(value) {
    if (value === undefined)
        return 'missing';
    if (value === null)
        return 'empty';
    if (typeof value === 'number' || value instanceof json_value/* ExactNumber */.fh)
        return 'a number';
    if (typeof value === 'object')
        return Array.isArray(value) ? 'a list' : 'a map';
    return typeof value === 'string' ? 'text' : 'true or false';
}
function valueAt(root, path) {
    let value = root;
    for (const step of path) {
        if (typeof value !== 'object' || value === null)
            return undefined;
        value = value[step];
    }
    return value;
}
/** Longer values are not quoted in a message. */
const MAX_QUOTED_LENGTH = 60;
function quoted(value) {
    return typeof value === 'string' && value.length <= MAX_QUOTED_LENGTH
        ? ` ${JSON.stringify(value)}`
        : '';
}
/** What to write instead of a value of the wrong type. */
function typeHint(expected, found) {
    if (found === null) {
        if (expected === 'array')
            return ': write [] or remove the key';
        return expected === 'map' ? ': write {} or remove the key' : '';
    }
    if (expected === 'string' && (typeof found !== 'object' || found instanceof json_value/* ExactNumber */.fh)) {
        return ': write it in quotes';
    }
    if (expected === 'boolean' && typeof found === 'string') {
        return ': write true or false, without quotes or a variable';
    }
    if (expected === 'array' && typeof found === 'string') {
        const isShort = found.length <= MAX_QUOTED_LENGTH && !/[\r\n]/.test(found);
        const words = found.match(/[^\s,;[\]'"]+/g) ?? [];
        return isShort ? `: write ${JSON.stringify(words)}` : '';
    }
    return '';
}
/** That a value is of the wrong type. */
function wrongType(expected, found) {
    return `must be ${TYPE_NAMES[expected] ?? expected}, but is ${typeName(found)}${typeHint(expected, found)}`;
}
/** What to do about text of the right type with the wrong content. */
function contentHint(found) {
    const reference = typeof found === 'string' ? (0,substitute/* withheldReference */.jU)(found) : undefined;
    return reference === undefined
        ? ''
        : `; ${reference} stays as written because its name is one of a secret: use a variable of another name, or name it in allow-variables`;
}
/** One of zod's issues in the words of this tool. */
function describeIssue(issue, value, at) {
    const inner = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    const path = [...at, ...inner];
    const name = (0,problems/* formatPath */.jV)(path);
    const found = valueAt(value, inner);
    const isOfWrongType = issue.code === 'invalid_type' || issue.code === 'custom';
    const expected = issue.code === 'invalid_type' ? issue.expected : 'map';
    const must = isOfWrongType ? `must be ${TYPE_NAMES[expected] ?? expected}` : issue.message;
    if (found === undefined) {
        const message = `${name} is missing: it ${must}`;
        const near = (0,near_keys/* nearKeyOf */.a)(valueAt(value, inner.slice(0, -1)), String(inner.at(-1)));
        if (near === undefined)
            return { path: path.slice(0, -1), message };
        const hint = `; ${JSON.stringify(near)} is there: rename it if this is meant`;
        return { path: [...path.slice(0, -1), near], atKey: true, message: message + hint };
    }
    return {
        path,
        message: isOfWrongType
            ? `${name} ${must}, but is ${typeName(found)}${typeHint(expected, found)}`
            : `${name}${quoted(found)} ${must}${contentHint(found)}`,
    };
}
function check(schema, value, at) {
    if (!(0,json_value/* isJsonObject */.OW)(value)) {
        return [{ path: at, message: `${(0,problems/* formatPath */.jV)(at)} must be a map, but is ${typeName(value)}` }];
    }
    const result = schema.safeParse(value);
    return result.success ? [] : result.error.issues.map((issue) => describeIssue(issue, value, at));
}
function listOf(config, key, findings) {
    const list = config[key];
    if (list === undefined)
        return [];
    if (Array.isArray(list))
        return list;
    const message = `${key} must be a list, but is ${typeName(list)}${list === null ? typeHint('array', list) : ''}`;
    findings.push({ path: [key], message });
    return [];
}
function findShared(list, entries, { valuesOf, placeOf, fold = (value) => value, describe = (place, value, other) => `${place} ${JSON.stringify(value)} is used by ${other} already`, }) {
    const findings = [];
    const seen = new Set();
    // Made when the first shared value is found, which is rarely.
    let firstUses;
    const firstUse = (value) => {
        if (firstUses === undefined) {
            firstUses = new Map();
            for (const [index, entry] of entries) {
                for (const used of valuesOf(entry)) {
                    if (!firstUses.has(fold(used)))
                        firstUses.set(fold(used), index);
                }
            }
        }
        return firstUses.get(value);
    };
    for (const [index, entry] of entries) {
        for (const [place, value] of valuesOf(entry).entries()) {
            const folded = fold(value);
            if (!seen.has(folded)) {
                seen.add(folded);
                continue;
            }
            const path = [list, index, ...placeOf(entry, place)];
            const first = firstUse(folded) ?? 0;
            const message = first === index
                ? `${(0,problems/* formatPath */.jV)(path)} ${JSON.stringify(value)} is in the list twice`
                : describe((0,problems/* formatPath */.jV)(path), value, `${list}[${first}]`);
            findings.push({ path, message });
        }
    }
    return findings;
}
/** Checks the entries of a list and adds what is wrong; returns the good ones by their index. */
function checkEntries(config, list, schema, findings) {
    const good = new Map();
    for (const [index, entry] of listOf(config, list, findings).entries()) {
        const wrong = check(schema, entry, [list, index]);
        if (wrong.length === 0)
            good.set(index, entry);
        else
            findings.push(...wrong);
    }
    return good;
}
/**
 * Checks a config file against the schema and its rules of uniqueness.
 *
 * @param config `${VAR}` is replaced already; defaults need not be there
 * @param isUnset whether a text has a variable that is not set: it is wrong for that reason alone
 * @returns everything else that is wrong
 */
function validateConfig(config, isUnset) {
    const { tenants: _, flows: __, ...header } = config;
    const findings = [...check(Header, header, []), ...findMisnamedKeys(config)];
    const tenants = checkEntries(config, 'tenants', models_config/* TenantConfig */.lV, findings);
    findings.push(...findShared('tenants', tenants, {
        valuesOf: ({ id = '' }) => [id],
        placeOf: () => ['id'],
    }), ...findShared('tenants', tenants, {
        valuesOf: ({ domains = [] }) => domains,
        placeOf: (_tenant, index) => ['domains', index],
        fold: (domain) => domain.toLowerCase(),
    }));
    const flows = checkEntries(config, 'flows', models_config/* FlowConfig */.v4, findings);
    const placeOfId = ({ id }) => (id === undefined ? 'name' : 'id');
    for (const [index, flow] of flows) {
        const isToCome = isUnset(['flows', index, placeOfId(flow)]);
        if (!isToCome && (0,models_config/* flowId */.Ou)(flow) !== '')
            continue;
        flows.delete(index);
        if (isToCome)
            continue;
        const message = `flows[${index}].name has no letter or digit to make an id of: give the flow an id`;
        findings.push({ path: ['flows', index, 'name'], message });
    }
    findings.push(...findShared('flows', flows, {
        valuesOf: (flow) => [(0,models_config/* flowId */.Ou)(flow)],
        placeOf: (flow) => [placeOfId(flow)],
        describe: (place, id, other) => `${place} gives the flow the id ${JSON.stringify(id)}, which ${other} has already: give one of them another id`,
    }));
    return findings.filter(({ path }) => !isUnset(path));
}

;// CONCATENATED MODULE: ./src/config-file/environments.ts
/** What `environments` of a config file says of the environment that is backed up. */






/** More names are counted, not shown. */
const MAX_NAMES = 5;
/** The other project that the file names for this environment, if it does. */
function checkProject(root, { projectId, environment }, variables) {
    const environments = root['environments'];
    const entry = (0,json_value/* isJsonObject */.OW)(environments) && Object.hasOwn(environments, environment)
        ? environments[environment]
        : undefined;
    const written = (0,json_value/* isJsonObject */.OW)(entry) ? entry['project_id'] : undefined;
    if (written === undefined || written === null)
        return [];
    const path = ['environments', environment, 'project_id'];
    if (typeof written !== 'string') {
        return [{ path, message: `${(0,problems/* formatPath */.jV)(path)} ${wrongType('string', written)}` }];
    }
    // Nothing of it is saved: what release 1.0.0 looked at is looked at still, so that the check
    // stays as strict.
    const known = { ...variables, isWithheld: secrets_variables/* wasSecretVariable */.uv };
    const { value, withheld, findings } = (0,substitute/* substitute */.V2)(written, known, path);
    // A variable that is not set, or not to be looked at, says nothing about the project.
    if (withheld.length > 0 || findings.length > 0 || value === projectId)
        return [];
    const isSecret = (0,substitute/* substitute */.V2)(written, variables, path).withheld.length > 0;
    const shown = isSecret ? 'another project' : JSON.stringify(value);
    const message = `${(0,problems/* formatPath */.jV)(path)} is ${shown}, but the input project-id is ` +
        `${JSON.stringify(projectId)}: correct the one that is wrong`;
    return [{ path, message }];
}
/** Says so where the file has environments, and the one that is backed up is none of them. */
function findUnlistedEnvironment(root, { environment }) {
    const environments = root['environments'];
    if (!(0,json_value/* isJsonObject */.OW)(environments) || Object.hasOwn(environments, environment))
        return [];
    const names = Object.keys(environments);
    const rest = names.length - MAX_NAMES;
    const listed = [
        ...names.slice(0, MAX_NAMES).map((name) => JSON.stringify(name)),
        ...(rest > 0 ? [`${rest} more`] : []),
    ];
    const meant = (0,near_keys/* meantKey */.J)(environment, names);
    const message = `environments does not list ${JSON.stringify(environment)}, which the input environment names, ` +
        `${listed.length === 0 ? 'for it is empty' : `but ${listed.join(', ')}`}: ` +
        (meant === undefined
            ? 'correct the input, or add it'
            : `did you mean ${JSON.stringify(meant)}?`);
    return [{ path: ['environments'], atKey: true, message }];
}

// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(33243);
// EXTERNAL MODULE: ./src/json/parse.ts
var parse = __webpack_require__(27105);
// EXTERNAL MODULE: ./src/json/scan.ts
var scan = __webpack_require__(12197);
;// CONCATENATED MODULE: ./src/config-file/yaml/events.ts
/** Places and styles in the events of the YAML parser. */

/** What the parser has for a place that does not exist. */
const NO_OFFSET = -1;
/** The styles whose text begins behind a quote. */
const QUOTED = new Set([
    js_yaml/* SCALAR_STYLE */.jK.SINGLE_QUOTED,
    js_yaml/* SCALAR_STYLE */.jK.DOUBLE_QUOTED,
]);
/** The styles whose text begins below a `|` or `>`. */
const BLOCK = new Set([js_yaml/* SCALAR_STYLE */.jK.LITERAL_BLOCK, js_yaml/* SCALAR_STYLE */.jK.FOLDED_BLOCK]);
/** `|` or `>-`, up to the end of the line. */
const BLOCK_HEADER = /[|>][-+0-9]*[ \t]*(?:(?<=[ \t])#[^\r\n]*)?\r?\n?$/;
/** Where the `|` or `>` of a block scalar stands whose text begins at an offset. */
function blockHeader(text, textStart) {
    const lineStart = text.lastIndexOf('\n', textStart - 2) + 1;
    return lineStart + text.slice(lineStart, textStart).search(BLOCK_HEADER);
}
/**
 * Where an event itself begins, without its tag and anchor; undefined for a value that is left
 * empty.
 */
function offsetOf(text, event) {
    switch (event.type) {
        case js_yaml/* EVENT_ID */.hy.SCALAR:
            if (event.valueStart === NO_OFFSET)
                return undefined;
            if (BLOCK.has(event.style))
                return blockHeader(text, event.valueStart);
            return event.valueStart - (QUOTED.has(event.style) ? 1 : 0);
        case js_yaml/* EVENT_ID */.hy.ALIAS:
            return event.anchorStart - 1;
        case js_yaml/* EVENT_ID */.hy.SEQUENCE:
        case js_yaml/* EVENT_ID */.hy.MAPPING:
            return event.start;
        default:
            return undefined;
    }
}
/**
 * The offset up to which an event was read; of a list or map, the one where its first entry begins.
 */
function endOf(event) {
    switch (event.type) {
        case js_yaml/* EVENT_ID */.hy.SCALAR:
            return Math.max(event.valueEnd, event.anchorEnd, event.tagEnd);
        case js_yaml/* EVENT_ID */.hy.ALIAS:
            return event.anchorEnd;
        case js_yaml/* EVENT_ID */.hy.SEQUENCE:
        case js_yaml/* EVENT_ID */.hy.MAPPING:
            return event.start;
        default:
            return NO_OFFSET;
    }
}
/** Where the next `-` of a block list stands, from an offset between two values. */
function nextDash(text, from) {
    const dashOrComment = /(?<=^|[ \t])(?:#[^\r\n]*|-(?=\s|$))/gm;
    dashOrComment.lastIndex = from;
    for (;;) {
        const match = dashOrComment.exec(text);
        if (match === null || match[0] === '-')
            return match?.index;
    }
}
/** Every document, list, map and text that is wanted, in the order of the text. */
function* yamlNodes(events, isWanted = () => true) {
    /** The open documents, lists and maps. */
    const levels = [];
    for (const event of events) {
        if (event.type === js_yaml/* EVENT_ID */.hy.POP) {
            levels.pop();
            continue;
        }
        const level = levels.at(-1);
        const isKey = level?.next === 'key';
        if (isKey)
            level.key = undefined;
        if (isWanted(event))
            yield { event, isKey, parent: level?.opening, above: levels.flatMap(({ key }) => key ?? []) };
        if (isKey) {
            level.key = event;
            level.next = 'value';
        }
        else if (level?.next === 'value') {
            level.next = 'key';
        }
        if (event.type === js_yaml/* EVENT_ID */.hy.MAPPING) {
            levels.push({ opening: event, key: undefined, next: 'key' });
        }
        else if (event.type === js_yaml/* EVENT_ID */.hy.SEQUENCE || event.type === js_yaml/* EVENT_ID */.hy.DOCUMENT) {
            levels.push({ opening: event, key: undefined, next: 'item' });
        }
    }
}
/** The events of the keys of all maps, in the order of the text. */
function mappingKeys(events) {
    return Array.from(yamlNodes(events)).flatMap(({ event, isKey }) => (isKey ? event : []));
}
/** Whether a value or key stands below a key of this name, at any depth and in any case. */
function isBelow(name, { above }, text) {
    return above.some((key) => key.type === js_yaml/* EVENT_ID */.hy.SCALAR &&
        (0,js_yaml/* getScalarValue */.KE)(text, key).toLowerCase() === name.toLowerCase());
}

;// CONCATENATED MODULE: ./src/config-file/locate.ts
/** Line and column of a value in YAML or JSON text. */


/** The index of a document, which is no list. */
const NO_INDEX = -1;
/**
 * Walks the parser's events once and notes the offsets of everything on the way to what is wanted.
 */
function noteOffsets(text, root) {
    const frames = [];
    /** The text is read up to here. */
    let end = 0;
    for (const event of (0,js_yaml/* parseEvents */.PH)(text, { maxDepth: Infinity })) {
        const frame = frames.at(-1);
        if (event.type === js_yaml/* EVENT_ID */.hy.DOCUMENT) {
            frames.push({ wanted: root, isMapping: false, index: NO_INDEX, key: undefined });
            continue;
        }
        if (event.type === js_yaml/* EVENT_ID */.hy.POP) {
            frames.pop();
            continue;
        }
        if (frame === undefined)
            return;
        const isItem = !frame.isMapping && frame.index !== NO_INDEX;
        const own = offsetOf(text, event);
        const dash = own === undefined && isItem ? nextDash(text, end) : undefined;
        end = Math.max(end, endOf(event), dash === undefined ? 0 : dash + 1);
        const offset = own ?? dash;
        const opens = event.type === js_yaml/* EVENT_ID */.hy.SEQUENCE || event.type === js_yaml/* EVENT_ID */.hy.MAPPING;
        const isMapping = event.type === js_yaml/* EVENT_ID */.hy.MAPPING;
        if (frame.isMapping && frame.key === undefined) {
            const name = event.type === js_yaml/* EVENT_ID */.hy.SCALAR ? (0,js_yaml/* getScalarValue */.KE)(text, event) : undefined;
            frame.key = { name, offset: offset ?? 0 };
            if (opens)
                frames.push({ wanted: undefined, isMapping, index: 0, key: undefined });
            continue;
        }
        // The value of a document is the root itself.
        const isRoot = frame.index === NO_INDEX;
        const step = frame.isMapping ? frame.key?.name : frame.index++;
        const wanted = isRoot
            ? root
            : step === undefined
                ? undefined
                : frame.wanted?.children.get(step);
        if (wanted !== undefined) {
            const place = offset ?? frame.key?.offset;
            if (place !== undefined)
                wanted.valueOffset = place;
            if (frame.key !== undefined)
                wanted.keyOffset = frame.key.offset;
        }
        frame.key = undefined;
        if (opens)
            frames.push({ wanted, isMapping, index: 0, key: undefined });
    }
}
/** Lines and columns of offsets that never go back. */
function linesAndColumns(text, offsets) {
    let line = 1;
    let start = 0;
    return offsets.map((offset) => {
        for (let next = text.indexOf('\n', start); next !== -1 && next < offset; next = text.indexOf('\n', start)) {
            line++;
            start = next + 1;
        }
        return { line, column: Array.from(text.slice(start, offset)).length + 1 };
    });
}
/** Line and column of an offset. */
function lineAndColumn(text, offset) {
    const [place = { line: 1, column: 1 }] = linesAndColumns(text, [offset]);
    return place;
}
/** What is known of a path: where it is, or its nearest ancestor that is written in the file. */
function findOffset(root, path, atKey) {
    let found = root;
    for (const step of path) {
        const child = found.children.get(step);
        if (child?.valueOffset === undefined)
            return found.valueOffset ?? 0;
        found = child;
    }
    return (atKey ? found.keyOffset : undefined) ?? found.valueOffset ?? 0;
}
/**
 * Finds the places of findings in YAML text, or in JSON, which is YAML too. A value that came
 * through an alias or a merge key is found where it is used.
 *
 * @param text well-formed YAML
 * @param most how many are returned at most
 * @returns the first ones in the order of the file
 */
function locate(text, findings, most) {
    const root = { children: new Map() };
    for (const { path } of findings) {
        let node = root;
        for (const step of path) {
            const child = node.children.get(step) ?? { children: new Map() };
            node.children.set(step, child);
            node = child;
        }
    }
    noteOffsets(text, root);
    const first = findings
        .map(({ path, atKey = false, message }) => ({ message, offset: findOffset(root, path, atKey) }))
        .sort((a, b) => a.offset - b.offset)
        .slice(0, most);
    const places = linesAndColumns(text, first.map(({ offset }) => offset));
    return first.map(({ message }, index) => ({ message, ...places[index] }));
}

// EXTERNAL MODULE: ./src/config-file/yaml/readings.ts
var readings = __webpack_require__(91106);
;// CONCATENATED MODULE: ./src/config-file/yaml/ambiguous-scalars.ts
/** Finds texts without quotes that the two dialects of YAML take for different values. */




/** Longer values are not shown. */
const MAX_SHOWN_LENGTH = 60;
/** No other text can be read in two ways, and of these not the common numbers. */
const CANDIDATE = /^(?:[-+]?\.?[0-9].*|[yYnN][eEoO][sS]?|[oO][nNfF][fF]?|=|<<)$/s;
const COMMON_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;
/** What those texts begin with. */
const FIRST_SIGNS = '0123456789-+.yYnNoO=<';
/** Keys with a value that is not shown: it may be a secret. */
const MAY_BE_SECRET = /credential|passphrase|passw|private|secret|token|webhook|key$|(?:^|[^a-z])(?:auth|otp|pass|pin|pwd)/i;
/**
 * What a text that may be ambiguous says; undefined for one in quotes, or with a tag that settles
 * it.
 */
function sourceOf(text, event) {
    if (event.type !== js_yaml/* EVENT_ID */.hy.SCALAR || event.valueStart === NO_OFFSET)
        return undefined;
    if (!FIRST_SIGNS.includes(text.charAt(event.valueStart)))
        return undefined;
    const isTagged = event.tagStart !== NO_OFFSET;
    const isInteger = isTagged && /[:!]int>?$/.test(text.slice(event.tagStart, event.tagEnd));
    if (isTagged ? !isInteger : event.style !== js_yaml/* SCALAR_STYLE */.jK.PLAIN)
        return undefined;
    const source = (0,js_yaml/* getScalarValue */.KE)(text, event);
    const isCandidate = CANDIDATE.test(source) && !COMMON_NUMBER.test(source);
    return isCandidate ? { source, isInteger } : undefined;
}
function nameReading(reading, isShown) {
    if (reading.kind === 'number') {
        const text = String(reading.value);
        return isShown && text !== 'Infinity' ? `the number ${text}` : 'a number';
    }
    if (reading.kind === 'date')
        return 'a date';
    if (reading.kind === 'time')
        return 'a date with a time';
    if (reading.kind === 'error')
        return 'an error';
    return reading.kind;
}
/** What both dialects lose of a number; undefined where they lose nothing. */
function lostOf(source) {
    if (/^[-+]?0\d/.test(source))
        return 'its leading zeros';
    return /^\+\d/.test(source) ? 'its plus sign' : undefined;
}
function describe({ source, isInteger }, isKey, isShown) {
    const ours = (0,readings/* readAsYaml12 */.RE)(source);
    const theirs = isInteger ? (0,readings/* integerOfYaml11 */.bx)(source) : (0,readings/* readAsYaml11 */.KW)(source, isKey);
    const subject = isShown ? source : 'this value';
    if (!(0,readings/* isSameReading */.rh)(ours, theirs)) {
        const other = ours.kind === theirs.kind ? 'another number' : nameReading(theirs, isShown);
        const what = isShown ? nameReading(theirs, isShown) : other;
        return {
            fact: `${subject} without quotes is ${nameReading(ours, isShown)} here (YAML 1.2), but ${what} for descope-mgmt (YAML 1.1)`,
            advice: 'write it in quotes when it is a text, else in a form that both read alike',
        };
    }
    const lost = ours.kind === 'number' ? lostOf(source) : undefined;
    if (lost === undefined)
        return undefined;
    return {
        fact: `${subject} without quotes is ${nameReading(ours, isShown)}, without ${lost}`,
        advice: 'write it in quotes to keep it as written',
    };
}
/** `auth` of the file is not stored, and nothing of it is told. */
function isOfAuth({ above: [top] }, text) {
    return top?.type === js_yaml/* EVENT_ID */.hy.SCALAR && (0,js_yaml/* getScalarValue */.KE)(text, top) === 'auth';
}
function mayShow(node, source, text) {
    if (source.length > MAX_SHOWN_LENGTH || /[\r\n]/.test(source))
        return false;
    const keys = node.above.filter((key) => key.type === js_yaml/* EVENT_ID */.hy.SCALAR);
    return (!isBelow('auth', node, text) &&
        !keys.some((key) => MAY_BE_SECRET.test((0,js_yaml/* getScalarValue */.KE)(text, key))));
}
function findAmbiguous(text, events) {
    const scalars = new Map();
    for (const event of events) {
        const scalar = sourceOf(text, event);
        if (scalar !== undefined)
            scalars.set(event, scalar);
    }
    if (scalars.size === 0)
        return [];
    const found = [];
    for (const node of yamlNodes(events, (event) => scalars.has(event))) {
        const { event, isKey } = node;
        const scalar = scalars.get(event);
        if (scalar === undefined || isOfAuth(node, text))
            continue;
        const words = describe(scalar, isKey, mayShow(node, scalar.source, text));
        if (words !== undefined)
            found.push({ ...words, offset: offsetOf(text, event) ?? 0 });
    }
    return found;
}
/**
 * Says of each text without quotes what YAML 1.2 and PyYAML, which descope-mgmt reads with, make of
 * it where they differ, and where a number loses what is written before its digits.
 *
 * @param events of the text, with one document
 * @returns in the order of the file
 */
function findAmbiguousScalars(text, events) {
    const found = findAmbiguous(text, events);
    const places = linesAndColumns(text, found.map(({ offset }) => offset));
    return found.map(({ fact, advice }, index) => ({
        message: `${fact}: ${advice}`,
        fact,
        ...places[index],
    }));
}

;// CONCATENATED MODULE: ./src/config-file/yaml/places.ts
/** Where the line of an offset begins. */
function lineStart(text, offset) {
    return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}
/** Where a tab stands in the indentation of the line of an offset, if one does. */
function tabInIndentation(text, offset) {
    const start = lineStart(text, offset);
    const [indentation = ''] = /^[\s?:-]*/.exec(text.slice(start, offset)) ?? [];
    const tab = indentation.indexOf('\t');
    return tab === -1 ? undefined : start + tab;
}
/** The last text above the line of an offset: a key without a colon is noticed below it. */
const textAbove = (text, offset) => {
    const above = text.slice(0, lineStart(text, offset)).trimEnd();
    const start = lineStart(above, above.length);
    return start + above.slice(start).search(/\S/);
};
/**
 * The sign that a text begins with and the parser takes for an alias, an anchor, a tag or a block
 * text.
 */
const signBefore = (text, offset) => {
    const start = lineStart(text, offset);
    const sign = text.slice(start, offset).search(/[*&!|>]\S*[ \t]*$/);
    return sign === -1 ? offset : start + sign;
};
/** The sign just before: of a whole alias the parser says where its name begins. */
const justBefore = (_, offset) => offset - 1;
const backslashBefore = (text, offset) => text.lastIndexOf('\\', offset);
/** The line that was read last, up to its line break. */
const lineBefore = (text, offset) => lineStart(text, offset - 1);

// EXTERNAL MODULE: ./src/config-file/yaml/schema.ts
var yaml_schema = __webpack_require__(9264);
;// CONCATENATED MODULE: ./src/config-file/yaml/words.ts
/** Words for errors of the YAML parser: what is wrong, and what to write instead. */



const TAB = 'a tab is used for indentation: use spaces';
const NOT_CLOSED = 'a quote or bracket that was opened above is not closed';
const KEY_NEEDS_COLON = 'a key needs ": " (colon and blank) behind it';
const SIGN = 'a text that begins with *, & or ! must be in quotes';
const TAG_DOES_NOT_FIT = 'the value does not fit its tag: remove the tag';
/** The parser knows only that a map should go on here; the text tells why it does not. */
function badMappingEntry({ char, lineSoFar }) {
    if (char === ':') {
        return '": " is not allowed here: put the value in quotes, or correct the indentation';
    }
    if (/['"]$/.test(lineSoFar)) {
        return `text follows the closing quote: write a quote inside '...' twice, inside "..." as \\"`;
    }
    if (/[\]}]$/.test(lineSoFar)) {
        return 'text follows the closing bracket: remove it, or write the whole value in quotes';
    }
    if (char !== '' && '@`%,]}'.includes(char)) {
        return `a value cannot begin with ${char}: write it in quotes`;
    }
    if (char === '-' && lineSoFar.endsWith(':')) {
        return 'a list must begin in a line of its own, below its key';
    }
    return 'bad indentation: begin this line in the same column as its neighbours';
}
function deficientIndentation({ char }) {
    return char === ']' || char === '}'
        ? 'a closing bracket must be indented more than the key of its list or map'
        : `${NOT_CLOSED}, or this line must be indented more`;
}
function unknownAlias(_, name) {
    return name === undefined
        ? 'this refers to no anchor above it: write the text in quotes, or add the anchor'
        : `*${name} refers to no anchor above it: write the text in quotes, or add the anchor &${name}`;
}
function recursiveAlias(_, name) {
    const anchor = name === undefined ? 'this anchor' : `the anchor "${name}"`;
    return `${anchor} holds itself: write the value out`;
}
function unknownTag(_, name) {
    const tag = name === undefined ? 'this tag' : `the tag ${name.replace('tag:yaml.org,2002:', '!!')}`;
    return `${tag} has no meaning here: remove it, or write the text in quotes`;
}
/**
 * The parser's reasons, words that say what to do, and where, if not at the parser's place. The
 * group of a pattern is a name.
 */
const REASONS = [
    [/^bad indentation of a mapping entry/, badMappingEntry],
    [/^deficient indentation/, deficientIndentation],
    [
        /^bad indentation of a sequence entry/,
        'bad indentation: align it with the other lines of the entry, or with their "-"',
    ],
    [/^tab characters/, TAB],
    [
        /^end of the stream or a document separator/,
        'this does not go on from the lines above: correct the indentation, or put text with ": " in quotes',
    ],
    [
        /^missed comma between flow collection entries/,
        'a comma is missing, a bracket is of the wrong kind, or a text must be in quotes, such as "${VAR}"',
    ],
    [/^expected the node content, but found ','/, 'two commas in a row: remove one'],
    [/a multiline key/, KEY_NEEDS_COLON, textAbove],
    [/^expected ':' after a mapping key|^a whitespace character/, KEY_NEEDS_COLON],
    [
        /^unknown escape sequence|^expected hexadecimal/,
        'unknown escape: write \\\\ for a backslash, or use single quotes',
        backslashBefore,
    ],
    [
        /non-printable|^expected valid JSON character/,
        'a control character: write the text in double quotes, with an escape such as "\\x07"',
    ],
    [
        /^a line break is expected|of a block scalar|^repeat of a/,
        'a text that begins with | or > must be in quotes; block text begins in the next line',
        signBefore,
    ],
    [/within a verbatim tag/, SIGN],
    [/^unexpected end of the (?:stream|document) within/, NOT_CLOSED],
    [/^unidentified alias "(.+)"/s, unknownAlias, justBefore],
    [/^recursive alias "(.+)"/s, recursiveAlias, justBefore],
    [/^name of an (?:alias|anchor)|^alias node|^duplication of an anchor/, SIGN, signBefore],
    [/^tag (?:suffix|name) cannot|^duplication of a tag/, SIGN, signBefore],
    [/^named tag handle|^undeclared tag handle/, SIGN, signBefore],
    [/^cannot resolve a node with/, TAG_DOES_NOT_FIT],
    [/^unknown \w+ tag !<tag:yaml\.org,2002:(?:bool|float|int|map|null|seq|str)>/, TAG_DOES_NOT_FIT],
    [/^unknown \w+ tag !<(.+)>/s, unknownTag],
    [/^directives end mark/, 'a line with --- must follow the % lines, or remove them'],
    [
        /^unacceptable YAML version/,
        'this version of YAML is not known: remove the %YAML line',
        lineBefore,
    ],
    [
        /directive|^there is a previously declared suffix/,
        'a faulty line that begins with %: remove it',
        lineBefore,
    ],
    [/^cannot merge mappings/, '<< must be given a map or a list of maps'],
    [/^abnormal merge sequence size/, '<< lists more than 100 maps: merge fewer'],
    [
        /maxTotalMergeKeys/,
        `merge keys repeat more than ${problems/* MAX_REPEATED_VALUES */.N9.toLocaleString('en')} values: write fewer`,
    ],
    [/maxDepth/, problems/* TOO_DEEP */.gZ],
    [/^a key that is not text|^object-based map does not support complex keys/, yaml_schema/* KEY_MUST_BE_TEXT */.wq],
];
/**
 * Says what is wrong, and what to do about it where.
 *
 * @param reason the parser's, for the offset in the text
 * @param mayShow whether a name that is written in the text may be repeated
 */
function describeReason(reason, text, offset, mayShow) {
    const spot = {
        char: text.charAt(offset),
        lineSoFar: text.slice(lineStart(text, offset), offset).trimEnd(),
    };
    for (const [pattern, words, findPlace] of REASONS) {
        const match = pattern.exec(reason);
        if (match === null)
            continue;
        const name = match[1] !== undefined && mayShow(match[1]) ? match[1] : undefined;
        return {
            message: typeof words === 'string' ? words : words(spot, name),
            offset: findPlace?.(text, offset) ?? offset,
        };
    }
    // Without what the parser may repeat of the file.
    return { message: reason.replace(/[":<].*/s, '').trimEnd(), offset };
}

;// CONCATENATED MODULE: ./src/config-file/yaml/problems.ts
/** From an error of the YAML parser to a problem with its place. */






/** Longer names are not shown: a key or token may have slipped in. */
const MAX_NAME_LENGTH = 30;
/** A line that git leaves where two changes conflict. No text of YAML or JSON can stand there. */
const CONFLICT_MARK = /^(?:[<>|]{7} .*|={7})$/m;
/** What the parser says where a line is not indented as it must be. */
const INDENTATION = /^(?:deficient|bad) indentation|^end of the stream or a document separator/;
/** Where the parser says that something is: at its first property, or its text. */
function reportedOffset(event) {
    const starts = event.type === js_yaml/* EVENT_ID */.hy.SCALAR
        ? [event.tagStart, event.anchorStart, event.valueStart]
        : event.type === js_yaml/* EVENT_ID */.hy.ALIAS
            ? [event.anchorStart]
            : event.type === js_yaml/* EVENT_ID */.hy.SEQUENCE || event.type === js_yaml/* EVENT_ID */.hy.MAPPING
                ? [event.tagStart, event.anchorStart, event.start]
                : [];
    return starts.find((start) => start !== NO_OFFSET) ?? NO_OFFSET;
}
/**
 * The key that an error is about. Of lists, maps and empty ones as keys the parser says that they
 * are at 0.
 */
function keyAt(events, offset) {
    const isPlaced = (key) => (key.type === js_yaml/* EVENT_ID */.hy.SCALAR || key.type === js_yaml/* EVENT_ID */.hy.ALIAS) &&
        reportedOffset(key) !== NO_OFFSET;
    const keys = mappingKeys(events);
    const unplaced = offset === 0 ? keys.find((key) => !isPlaced(key)) : undefined;
    return unplaced ?? keys.find((key) => isPlaced(key) && reportedOffset(key) === offset);
}
/** Where an event is; for one without a text, the nearest place before it. */
function nearestOffset(text, events, event) {
    for (let index = events.indexOf(event); index >= 0; index--) {
        const before = events[index];
        const offset = before === undefined ? undefined : offsetOf(text, before);
        if (offset !== undefined)
            return offset;
    }
    return 0;
}
/** Whether what is written at an offset may be repeated: not where the file has its credentials. */
function mayShowAt(text, events, offset) {
    return (name) => {
        if (name === '' || name.length > MAX_NAME_LENGTH)
            return false;
        const found = Array.from(yamlNodes(events)).find(({ event }) => reportedOffset(event) === offset);
        return found !== undefined && !isBelow('auth', found, text);
    };
}
/** A conflict of git that was never resolved, if there is one. */
function findMergeConflict(text) {
    const offset = text.search(CONFLICT_MARK);
    if (offset === -1)
        return undefined;
    return { message: 'a merge conflict is left: resolve it', ...lineAndColumn(text, offset) };
}
/** What is wrong, and where. */
function explain(text, events, reason, offset) {
    const tab = INDENTATION.test(reason) ? tabInIndentation(text, offset) : undefined;
    if (tab !== undefined)
        return { message: TAB, offset: tab };
    const mayShow = mayShowAt(text, events, offset);
    const problem = describeReason(reason, text, offset, mayShow);
    const isTwice = reason.startsWith('duplicated mapping key');
    if (!isTwice && problem.message !== yaml_schema/* KEY_MUST_BE_TEXT */.wq)
        return problem;
    const key = keyAt(events, offset);
    const place = key === undefined ? offset : nearestOffset(text, events, key);
    if (!isTwice)
        return { ...problem, offset: place };
    const name = key?.type === js_yaml/* EVENT_ID */.hy.SCALAR ? (0,js_yaml/* getScalarValue */.KE)(text, key) : '';
    const shown = mayShow(name) ? `the key ${JSON.stringify(name)}` : 'a key';
    return { message: `${shown} is there twice: keep one`, offset: place };
}
/**
 * Puts what the parser says into words that help, and finds the place that is meant.
 *
 * @param events of the text; none when it could not be parsed so far
 */
function describeYamlProblem(text, events, { reason, mark }) {
    const conflict = findMergeConflict(text);
    if (conflict !== undefined)
        return conflict;
    const { message, offset } = explain(text, events, reason, mark?.position ?? 0);
    return { message, ...lineAndColumn(text, offset) };
}

;// CONCATENATED MODULE: ./src/config-file/yaml/parse.ts
/** The parsing of YAML 1.2 without loss, and the refusal of what JSON cannot hold. */








/** Text that is not YAML, or YAML that has no counterpart in JSON. */
class YamlError extends Error {
    findings;
    constructor(findings) {
        super(findings[0]?.message);
        this.findings = findings;
    }
}
const MERGED_TWICE = 'the key "<<" is there twice: keep one, which may list several maps, such as <<: [*a, *b]';
/** Refuses a second document: a backup has one source. */
function requireOneDocument(text, events) {
    const starts = events.flatMap(({ type }, index) => (type === js_yaml/* EVENT_ID */.hy.DOCUMENT ? [index] : []));
    if (starts[0] === undefined || starts[1] === undefined)
        return;
    const first = events[starts[1] + 1];
    const own = first === undefined ? undefined : offsetOf(text, first);
    // An empty document has no place but that of its mark, which no text can hold at the start of a
    // line.
    const [opening] = events;
    const isMarked = opening?.type === js_yaml/* EVENT_ID */.hy.DOCUMENT && opening.explicitStart;
    const marks = Array.from(text.matchAll(/^---(?=\s|$)/gm), ({ index }) => index);
    const offset = own ?? marks[isMarked ? 1 : 0] ?? 0;
    const message = 'the file holds several YAML documents: keep one';
    throw new YamlError([{ message, ...lineAndColumn(text, offset) }]);
}
/**
 * Refuses numbers as keys that would be saved in another form than they are written, such as 012,
 * 0x10 and 1e3.
 */
function requirePlainIntegerKeys(text, events) {
    const findings = [];
    for (const event of mappingKeys(events)) {
        if (event.type !== js_yaml/* EVENT_ID */.hy.SCALAR)
            continue;
        // With a tag, a number in quotes is one, and one without quotes may be text.
        const tag = event.tagStart < 0 ? undefined : text.slice(event.tagStart, event.tagEnd);
        const mayBeNumber = tag === undefined ? event.style === js_yaml/* SCALAR_STYLE */.jK.PLAIN : /(?:int|float)>?$/.test(tag);
        const source = text.slice(event.valueStart, event.valueEnd);
        if (!mayBeNumber)
            continue;
        const isNumber = yaml_schema/* INTEGER */.vh.test(source) || yaml_schema/* FLOAT */.zH.test(source);
        if (isNumber && source !== String(Number(source))) {
            findings.push({ message: yaml_schema/* KEY_MUST_BE_TEXT */.wq, ...lineAndColumn(text, event.valueStart) });
        }
    }
    if (findings.length > 0)
        throw new YamlError(findings);
}
/** Whether a key merges a map into its own. In quotes, `<<` is a key like any other. */
function isMergeKey(text, event) {
    if (event.type !== js_yaml/* EVENT_ID */.hy.SCALAR)
        return false;
    if (event.tagStart >= 0)
        return /[:!]merge>?$/.test(text.slice(event.tagStart, event.tagEnd));
    return (event.style === js_yaml/* SCALAR_STYLE */.jK.PLAIN && text.slice(event.valueStart, event.valueEnd) === '<<');
}
/**
 * Refuses a second merge key in a map: of a value that both have, readers of YAML take one or the
 * other.
 */
function requireSingleMergeKeys(text, events) {
    if (!/<<|merge/.test(text))
        return;
    const seen = new Set();
    const findings = [];
    for (const { event, isKey, parent } of yamlNodes(events, (one) => isMergeKey(text, one))) {
        if (!isKey || parent === undefined)
            continue;
        if (seen.has(parent)) {
            const place = lineAndColumn(text, offsetOf(text, event) ?? 0);
            findings.push({ message: MERGED_TWICE, ...place });
        }
        seen.add(parent);
    }
    if (findings.length > 0)
        throw new YamlError(findings);
}
/**
 * Refuses what JSON cannot hold: .inf and .nan, aliases that repeat without end and nesting that
 * is too deep.
 */
function checkValues(root) {
    const findings = [];
    const path = [];
    const seen = new Set();
    let repeated = 0;
    const report = (message) => {
        findings.push({ path: [...path], message });
    };
    const visitAt = (step, value, isRepeated) => {
        path.push(step);
        const goesOn = visit(value, isRepeated);
        path.pop();
        return goesOn;
    };
    /** @returns false to end the walk: the rest would be more of the same */
    const visit = (value, isRepeated) => {
        if (isRepeated && ++repeated > problems/* MAX_REPEATED_VALUES */.N9) {
            const most = problems/* MAX_REPEATED_VALUES */.N9.toLocaleString('en');
            report(`aliases repeat more than ${most} values: write fewer`);
            return false;
        }
        if (typeof value === 'number' && !Number.isFinite(value)) {
            report('.inf and .nan are not numbers that a backup can hold');
        }
        if (value === null || typeof value !== 'object' || value instanceof json_value/* ExactNumber */.fh)
            return true;
        if (path.length >= problems/* MAX_CONFIG_DEPTH */.YK) {
            report(problems/* TOO_DEEP */.gZ);
            return false;
        }
        const again = isRepeated || seen.has(value);
        seen.add(value);
        if (Array.isArray(value)) {
            return value.every((item, index) => visitAt(index, item, again));
        }
        const object = value;
        return Object.keys(object).every((key) => visitAt(key, object[key], again));
    };
    visit(root, false);
    return findings;
}
/**
 * Parses one YAML 1.2 document (core schema and merge keys) without loss.
 *
 * @throws YamlError
 */
function parseYaml(text) {
    let documents;
    let events = [];
    try {
        events = (0,js_yaml/* parseEvents */.PH)(text, { maxDepth: problems/* MAX_CONFIG_DEPTH */.YK + 1 });
        requireOneDocument(text, events);
        requireSingleMergeKeys(text, events);
        const seen = { integerKeys: false };
        const schema = (0,yaml_schema/* configSchema */.Qn)(() => {
            seen.integerKeys = true;
        });
        documents = (0,js_yaml/* constructFromEvents */.fw)(events, {
            source: text,
            schema,
            maxTotalMergeKeys: problems/* MAX_REPEATED_VALUES */.N9,
        });
        if (seen.integerKeys)
            requirePlainIntegerKeys(text, events);
    }
    catch (error) {
        if (!(error instanceof js_yaml/* YAMLException */.tB))
            throw error;
        throw new YamlError([describeYamlProblem(text, events, error)]);
    }
    const [value = null] = documents;
    return value === null
        ? { value: undefined, findings: [], ambiguous: [] }
        : { value, findings: checkValues(value), ambiguous: findAmbiguousScalars(text, events) };
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/storage/durable-files.ts
var durable_files = __webpack_require__(6624);
// EXTERNAL MODULE: ./src/storage/io-errors.ts
var io_errors = __webpack_require__(78305);
;// CONCATENATED MODULE: ./src/config-file/likely-files.ts
/** Which file was meant where there is no config file at the path that was given. */



/** What a config file of descope-mgmt is called, unless told otherwise. */
const USUAL_NAME = 'descope.yaml';
const CONFIG_EXTENSION = /\.(?:ya?ml|json)$/i;
/** More folders of a workspace are not searched. */
const MAX_FOLDERS = 100;
/**
 * The entries of a folder, by name; none when it cannot be read, for this only helps another error.
 */
async function entriesOf(folder) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => []);
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
/** `descope` for `Descope.YML`. */
function stemOf(name) {
    return name.replace(CONFIG_EXTENSION, '').toLowerCase();
}
/**
 * Finds files that are called like a config file, whatever their ending and case.
 *
 * @param wanted a path whose name, or the usual one, they must have
 * @param folders absolute
 * @returns the paths as users know them
 */
async function findConfigFiles(wanted, folders, workspace) {
    const stems = new Set([stemOf((0,external_node_path_.basename)(wanted)), stemOf(USUAL_NAME)]);
    const found = [];
    for (const folder of folders) {
        for (const entry of await entriesOf(folder)) {
            const isConfig = CONFIG_EXTENSION.test(entry.name) && stems.has(stemOf(entry.name));
            if (entry.isFile() && isConfig)
                found.push(displayPath((0,external_node_path_.join)(folder, entry.name), workspace));
        }
    }
    return found;
}
/** Hidden folders, packages, and names that no line of a log should hold. */
const SKIPPED_FOLDER = /^(?:\.|node_modules$)|\p{Cc}/u;
/** The folder of a path, the workspace and the folders in it. */
async function likelyFolders(path, workspace) {
    const inside = (await entriesOf(workspace))
        .filter((entry) => entry.isDirectory() && !SKIPPED_FOLDER.test(entry.name))
        .slice(0, MAX_FOLDERS)
        .map(({ name }) => (0,external_node_path_.join)(workspace, name));
    return Array.from(new Set([(0,external_node_path_.dirname)(path), workspace, ...inside]));
}
/**
 * Says why there is no config file at a path, and what to do.
 *
 * @param path absolute
 */
async function explainMissing(path, workspace) {
    const stats = await (0,promises_.lstat)(path).catch(() => undefined);
    if (stats?.isSymbolicLink() === true) {
        return 'it is a link to a file that is not there: correct the link, or set config-path to the file itself';
    }
    const [other] = await findConfigFiles(path, await likelyFolders(path, workspace), workspace);
    return other === undefined
        ? 'there is no such file: check config-path, and that actions/checkout ran before this step'
        : `there is no such file, but there is ${other}: set config-path to it, or rename it`;
}

;// CONCATENATED MODULE: ./src/config-file/read-text.ts
/** The bytes of a config file, and whether they are text. */






const EMPTY_FILE = 'the file is empty: check config-path';
const LINE_BREAK = 0x0a;
const BYTE_ORDER_MARK = Buffer.from('\ufeff');
const WHITE_SPACE = Buffer.from(' \t\r\n');
/** The first line, from 1, that is not UTF-8. */
function firstBadLine(bytes) {
    let line = 1;
    for (let start = 0; start < bytes.length; line++) {
        const next = bytes.indexOf(LINE_BREAK, start);
        const end = next === -1 ? bytes.length : next;
        if (!(0,external_node_buffer_.isUtf8)(bytes.subarray(start, end)))
            return line;
        start = end + 1;
    }
    return line;
}
/**
 * Reads the config file.
 *
 * @param path absolute
 * @param file the path as users know it, for the error
 * @param workspace absolute; searched for other config files when there is none at the path
 * @throws Error when there is no such file, or it cannot be read
 */
async function readConfigFile(path, file, workspace) {
    const attempt = `could not read the config file ${file}`;
    try {
        const stats = await (0,promises_.stat)(path);
        if (stats.isFile())
            return await (0,durable_files/* readHashed */.S6)(path);
        if (!stats.isDirectory()) {
            throw new Error(`${attempt}: it is not a regular file: set config-path to a YAML or JSON file`);
        }
        const [inside] = await findConfigFiles(path, [path], workspace);
        const advice = inside === undefined
            ? 'to a YAML or JSON file'
            : `to ${inside}, which is in it, or to another file`;
        throw new Error(`${attempt}: it is a folder: set config-path ${advice}`);
    }
    catch (error) {
        if ((0,io_errors/* errorCode */.CA)(error) === 'ENOENT') {
            throw new Error(`${attempt}: ${await explainMissing(path, workspace)}`, { cause: error });
        }
        throw (0,io_errors/* explainIoError */.U_)(error, attempt);
    }
}
/**
 * Makes sure that bytes are UTF-8 text.
 *
 * @returns the bytes without a byte order mark
 * @throws ConfigFileError
 */
function requireText(bytes, file) {
    const fail = (message, line) => {
        throw new problems/* ConfigFileError */.x(file, [{ message, ...(line !== undefined && { line, column: 1 }) }]);
    };
    if (!(0,external_node_buffer_.isUtf8)(bytes)) {
        fail('the file is not UTF-8 text: save it as UTF-8', firstBadLine(bytes));
    }
    const nul = bytes.indexOf(0);
    if (nul !== -1) {
        const line = bytes.toString('latin1', 0, nul).split('\n').length;
        fail('the file holds a NUL character: it is not a text file, or was damaged', line);
    }
    const text = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? bytes.subarray(3) : bytes;
    if (text.every((byte) => WHITE_SPACE.includes(byte)))
        fail(EMPTY_FILE);
    return text;
}

;// CONCATENATED MODULE: ./src/config-file/parse-config.ts
/** The parsing of a config file, as YAML or as JSON. */








/** More findings are counted, but nobody would read them. */
const MAX_LOCATED = 100;
const JSON_HINT = 'JSON has no comments and no trailing commas; names and text are in double quotes';
/** What stands where the hint may help: a comment, a comma too many, other quotes or none. */
const MAY_NEED_HINT = /^[/#',}\]\p{Letter}]/u;
/** Finds the second of two equal keys. JSON is YAML, and the YAML parser says where. */
function locateDuplicateKey(text) {
    try {
        parseYaml(text);
    }
    catch (error) {
        const [finding] = error instanceof YamlError ? error.findings : [];
        if (finding?.message.includes('is there twice') === true)
            return finding;
    }
    return { message: 'a key is there twice: keep one' };
}
/** The parser's words, without a text of the file that is longer than a character or an escape. */
function describeJsonError({ message, offset }, text) {
    if (offset === undefined && !message.endsWith('end of input'))
        return 'not valid JSON';
    const words = message.replace(/ '[^']{8,}'/, '');
    const needsHint = offset !== undefined && MAY_NEED_HINT.test(text.slice(offset, offset + 2));
    return `not valid JSON: ${words}${needsHint ? `. ${JSON_HINT}` : ''}`;
}
function jsonProblem(text, bytes, error) {
    if (error instanceof parse/* JsonDuplicateKeyError */.bW)
        return locateDuplicateKey(text);
    if (error instanceof scan/* JsonDepthError */.Q) {
        const offset = bytes.toString('utf8', 0, error.byteOffset).length;
        return { message: error.message, ...lineAndColumn(text, offset) };
    }
    if (error instanceof parse/* JsonSyntaxError */.q3) {
        const message = describeJsonError(error, text);
        return (findMergeConflict(text) ?? {
            message,
            ...lineAndColumn(text, error.offset ?? text.length),
        });
    }
    throw error;
}
/** The text of a config file and its value. */
class ConfigDocument {
    file;
    value;
    #bytes;
    /** What readers of YAML 1.1 take otherwise, in the order of the file. */
    #ambiguous = [];
    /**
     * Parses a config file: JSON where its name ends in `.json`, else YAML.
     *
     * @param file the path as users know it
     * @throws ConfigFileError
     */
    constructor(bytes, file) {
        this.file = file;
        this.#bytes = requireText(bytes, file);
        this.value = /\.json$/i.test(file) ? this.#parseJson() : this.#parseYaml();
    }
    /** Decoded when it is asked for: a JSON file without problems never needs it in one piece. */
    get #text() {
        return this.#bytes.toString('utf8');
    }
    #parseJson() {
        try {
            return (0,parse/* parseJson */.qF)(this.#bytes, { maxDepth: problems/* MAX_CONFIG_DEPTH */.YK });
        }
        catch (error) {
            throw new problems/* ConfigFileError */.x(this.file, [jsonProblem(this.#text, this.#bytes, error)]);
        }
    }
    #parseYaml() {
        try {
            const { value, findings, ambiguous } = parseYaml(this.#text);
            if (value === undefined) {
                throw new problems/* ConfigFileError */.x(this.file, [{ message: EMPTY_FILE }]);
            }
            this.#ambiguous = ambiguous;
            if (findings.length > 0)
                this.fail(findings);
            return value;
        }
        catch (error) {
            if (error instanceof YamlError)
                throw new problems/* ConfigFileError */.x(this.file, error.findings);
            throw error;
        }
    }
    /** Adds line and column; returns the first {@link MAX_LOCATED} in the order of the file. */
    locate(findings) {
        if (findings.length === 0)
            return [];
        try {
            return locate(this.#text, findings, MAX_LOCATED);
        }
        catch (error) {
            // JSON that is no YAML after all, such as a key of over 1,024 characters: said without a
            // place.
            if (!(error instanceof js_yaml/* YAMLException */.tB))
                throw error;
            return findings.slice(0, MAX_LOCATED).map(({ message }) => ({ message }));
        }
    }
    /** Adds what readers of YAML 1.1 take otherwise, in the order of the file. */
    warnings(findings) {
        const located = [...this.locate(findings), ...this.#ambiguous.slice(0, MAX_LOCATED)].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
        return {
            findings: located.slice(0, MAX_LOCATED),
            total: findings.length + this.#ambiguous.length,
        };
    }
    /**
     * @throws ConfigFileError with all the findings; those at a text with two readings say so, for it
     * may be the cause
     */
    fail(findings) {
        const placeOf = ({ line, column }) => `${line ?? 0}:${column ?? 0}`;
        const causes = new Map(this.#ambiguous.map((one) => [placeOf(one), one.fact]));
        const located = this.locate(findings).map((finding) => {
            const cause = causes.get(placeOf(finding));
            return cause === undefined
                ? finding
                : { ...finding, message: `${finding.message}; ${cause}` };
        });
        throw new problems/* ConfigFileError */.x(this.file, located, findings.length);
    }
}

;// CONCATENATED MODULE: ./src/config-file/index.ts
/** The config file from its bytes to checked values, with the place of each problem. */













/** What a config file of descope-mgmt cannot hold, and a backup of it therefore does not. */
const NOT_COVERED = [
    ['auth', 'credentials of the config file are never stored'],
    ['users', 'not part of a config file'],
    ['access-keys', 'not part of a config file'],
    ['tenant-sso', 'SSO settings of tenants are not part of a config file'],
    ['roles', 'roles and permissions are not part of a config file'],
    ['connectors', 'not part of a config file'],
    ['project-settings', 'settings, authentication methods and themes are not part of a config file'],
    [
        'flow-definitions',
        'a config file names the template of a flow and its settings, not its steps',
    ],
];
/** Replaces `${VAR}` in tenants and flows, and nowhere else. */
function substituteLists(root, variables) {
    const findings = [];
    const withheld = [];
    const noLongerReplaced = new Map();
    const substituteList = (key, savedAs) => {
        const list = root[key];
        if (list === undefined)
            return {};
        const result = (0,substitute/* substitute */.V2)(list, variables, [key]);
        findings.push(...result.findings);
        for (const [name, path] of result.noLongerReplaced) {
            if (!noLongerReplaced.has(name))
                noLongerReplaced.set(name, path);
        }
        for (const [, index, ...rest] of result.withheld) {
            const place = (0,pointer/* jsonPointer */.Av)([key, index ?? 0, savedAs, ...rest]);
            withheld.push({ section: key, status: 'withheld', place });
        }
        return { [key]: result.value };
    };
    const value = {
        ...root,
        ...substituteList('tenants', 'config'),
        ...substituteList('flows', 'flow_data'),
    };
    return { value, findings, withheld, noLongerReplaced };
}
/**
 * Writes the schema's defaults out, as the original Python models do, and sorts the keys once for
 * all that is written or hashed later.
 */
function complete(root) {
    const list = (key, defaults) => (root[key] ?? []).map((entry) => (0,json_value/* sortKeys */.di)({ ...defaults, ...entry }));
    // The schema was checked: this is the type of a value that keeps to it and has its defaults.
    return {
        ...root,
        tenants: list('tenants', models_config/* TENANT_DEFAULTS */.KI),
        flows: list('flows', models_config/* FLOW_DEFAULTS */.Y1),
    };
}
/**
 * Reads, checks and completes a descope-mgmt config file.
 *
 * @throws ConfigFileError with everything that is wrong with its content; Error when it cannot be
 * read
 */
async function loadConfigFile(request) {
    const path = (0,external_node_path_.resolve)(request.workspace, request.path);
    const file = displayPath(path, request.workspace);
    return loadConfig(await readConfigFile(path, file, request.workspace), file, request);
}
/**
 * Checks and completes the bytes of a config file.
 *
 * @param file the path as users know it
 * @throws ConfigFileError with everything that is wrong with its content
 */
function loadConfig({ bytes, sha256 }, file, request) {
    const document = new ConfigDocument(bytes, file);
    if (!(0,json_value/* isJsonObject */.OW)(document.value)) {
        return document.fail([
            { path: [], message: 'the file must be a map with version, tenants and flows' },
        ]);
    }
    const variables = {
        environment: request.variables,
        isWithheld: (0,substitute/* withheldVariables */.BN)(request.allowVariables ?? new Set()),
    };
    const { value, findings, withheld, noLongerReplaced } = substituteLists(document.value, variables);
    const unset = new Set(findings.map(({ path }) => (0,pointer/* jsonPointer */.Av)(path)));
    const wrong = [
        ...findings,
        ...validateConfig(value, (path) => unset.has((0,pointer/* jsonPointer */.Av)(path))),
        ...checkProject(value, request, variables),
    ];
    if (wrong.length > 0)
        document.fail(wrong);
    const config = complete(value);
    const empty = config.tenants.length + config.flows.length === 0
        ? [{ path: [], message: 'the file has no tenants and no flows: the backup is empty' }]
        : [];
    const odd = [...empty, ...findUnlistedEnvironment(value, request), ...findUnknownKeys(value)];
    return {
        config,
        source: { type: 'config-file', path: file, sha256 },
        coverage: [
            { section: 'tenants', status: 'saved', count: config.tenants.length, note: '' },
            { section: 'flows', status: 'saved', count: config.flows.length, note: '' },
            ...NOT_COVERED.map(([section, note]) => ({
                section,
                status: 'not-covered',
                count: 0,
                note,
            })),
            ...withheld,
        ],
        warnings: document.warnings(odd),
        noLongerReplaced: [...noLongerReplaced].map(([name, path]) => `${(0,problems/* formatPath */.jV)(path)}: \${${name}} stays as it is written, where release 1.0.0 put in its value: its name is one of a secret. If it is none, name it in allow-variables`),
        file,
    };
}


/***/ }),

/***/ 85182:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ meantKey),
/* harmony export */   a: () => (/* binding */ nearKeyOf)
/* harmony export */ });
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88399);
/** Keys that were probably meant to be others. */

/**
 * Whether two words differ by one letter: one more, one less, another one, or two neighbours
 * swapped.
 */
function differsByOneLetter(a, b) {
    if (a.length < b.length)
        return differsByOneLetter(b, a);
    const start = Array.from(a, (_, index) => index).find((index) => a[index] !== b[index]);
    if (start === undefined)
        return false;
    const restOfA = a.slice(start);
    const restOfB = b.slice(start);
    if (restOfA.slice(1) === restOfB)
        return true;
    if (a.length !== b.length)
        return false;
    const swapped = restOfB.charAt(1) + restOfB.charAt(0) + restOfB.slice(2);
    return restOfA.slice(1) === restOfB.slice(1) || restOfA === swapped;
}
/** The same in any case, and with other signs or none between its words. */
function fold(key) {
    return key.toLowerCase().replace(/[-_ .]/g, '');
}
/**
 * Whether a key looks like another one: spelled in another way, or one letter off, as a plural is.
 */
function isNear(key, known) {
    if (key === known)
        return false;
    return fold(key) === fold(known) || differsByOneLetter(key.toLowerCase(), known.toLowerCase());
}
/** The known key that an unknown one was probably meant to be. */
function meantKey(key, known) {
    return Array.from(known).find((one) => isNear(key, one));
}
/** The key of a map that was probably meant to be one that is missing. */
function nearKeyOf(map, missing) {
    return (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(map) ? Object.keys(map).find((key) => isNear(key, missing)) : undefined;
}


/***/ }),

/***/ 63027:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N9: () => (/* binding */ MAX_REPEATED_VALUES),
/* harmony export */   YK: () => (/* binding */ MAX_CONFIG_DEPTH),
/* harmony export */   gZ: () => (/* binding */ TOO_DEEP),
/* harmony export */   jV: () => (/* binding */ formatPath),
/* harmony export */   x: () => (/* binding */ ConfigFileError)
/* harmony export */ });
/** The form of problems in a config file, and its limits. */
/** Most levels of maps and lists within each other that a config file may have. */
const MAX_CONFIG_DEPTH = 100;
const TOO_DEEP = `nested deeper than ${MAX_CONFIG_DEPTH} levels`;
/**
 * Aliases and merge keys may repeat this many values: enough for any real file, too few for a bomb.
 */
const MAX_REPEATED_VALUES = 1_000_000;
/** A config file that cannot be backed up as it is. */
class ConfigFileError extends Error {
    /** The path as users know it: relative to the workspace where it lies inside. */
    file;
    /**
     * In the order of the file. At least one, and not necessarily all: see
     * {@link ConfigFileError.total}.
     */
    problems;
    total;
    constructor(file, problems, total = problems.length) {
        const [first] = problems;
        const place = first?.line === undefined ? file : `${file}:${first.line}:${first.column ?? 1}`;
        super(total === 1
            ? `${place}: ${first?.message ?? ''}`
            : `${file} has ${total} problems; the first is in line ${first?.line ?? 1}: ${first?.message ?? ''}`);
        this.file = file;
        this.problems = problems;
        this.total = total;
    }
}
/** `tenants[2].custom_attributes["a b"]`, as people write it. */
function formatPath(path) {
    let text = '';
    for (const step of path) {
        if (typeof step === 'number')
            text += `[${step}]`;
        else if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(step))
            text += `[${JSON.stringify(step)}]`;
        else
            text += text === '' ? step : `.${step}`;
    }
    return text === '' ? 'the file' : text;
}


/***/ }),

/***/ 92839:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BN: () => (/* binding */ withheldVariables),
/* harmony export */   V2: () => (/* binding */ substitute),
/* harmony export */   jU: () => (/* binding */ withheldReference),
/* harmony export */   wN: () => (/* binding */ escapeReferences)
/* harmony export */ });
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88399);
/* harmony import */ var _project_secrets_variables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57726);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63027);
/** The replacement of `${VAR}` in texts. */



/**
 * A reference, with the dollars before it: of each two of them one is written, and the reference is
 * none.
 */
const REFERENCE = /(?<!\$)(\$+)\{([A-Za-z_][A-Za-z0-9_]*)\}/g;
/**
 * Whether the dollars before a name make it a reference, and what is written of them before its
 * value.
 */
function readDollars(dollars) {
    return { isReference: dollars.length % 2 === 1, before: '$'.repeat(dollars.length >> 1) };
}
/**
 * The variables that are never replaced: the runner's own, and those named like a secret, but for
 * exceptions.
 *
 * @param allowed names that the input allow-variables gives; none of the runner's own
 */
function withheldVariables(allowed) {
    return (name) => (0,_project_secrets_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretVariable */ .tS)(name) && ((0,_project_secrets_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .isReservedVariable */ .x4)(name) || !allowed.has(name));
}
/** The first reference in a text to a variable that is named like a secret. */
function withheldReference(text) {
    for (const [, dollars = '', name = ''] of text.matchAll(REFERENCE)) {
        if (readDollars(dollars).isReference && (0,_project_secrets_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretVariable */ .tS)(name))
            return `\${${name}}`;
    }
    return undefined;
}
/**
 * A text that {@link substitute} makes the given one of, whatever variables are set.
 *
 * @param isWithheld whether a reference to a variable that is named like a secret stays as it is
 * written
 */
function escapeReferences(text, isWithheld) {
    return text.replace(REFERENCE, (written, dollars, name) => {
        const isKept = isWithheld && readDollars(dollars).isReference && (0,_project_secrets_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretVariable */ .tS)(name);
        return isKept ? written : `${dollars}${dollars}{${name}}`;
    });
}
/**
 * Whether any string of a value may hold a reference. Most values hold none, and are then left
 * alone.
 */
function mayHoldReference(value) {
    if (typeof value === 'string')
        return value.includes('${');
    if (value === null || typeof value !== 'object' || value instanceof _json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .ExactNumber */ .fh)
        return false;
    if (Array.isArray(value))
        return value.some(mayHoldReference);
    const object = value;
    for (const key in object)
        if (mayHoldReference(object[key]))
            return true;
    return false;
}
/**
 * Replaces `${VAR}` in every string of a value, at any depth, and `$${VAR}` by the text `${VAR}`;
 * keys stay as they are.
 */
function substitute(value, { environment, isWithheld }, at) {
    const withheld = [];
    const noLongerReplaced = new Map();
    const findings = [];
    const path = [...at];
    /** The messages of {@link findings}, which name the path. */
    const told = new Set();
    const replaceIn = (text) => text.replace(REFERENCE, (written, dollars, name) => {
        const { isReference, before } = readDollars(dollars);
        if (!isReference)
            return `${before}{${name}}`;
        // Own variables only: `constructor` and its like are properties of every object.
        const replacement = Object.hasOwn(environment, name) ? environment[name] : undefined;
        if (isWithheld(name)) {
            withheld.push([...path]);
            const isNew = !(0,_project_secrets_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .wasSecretVariable */ .uv)(name) && replacement !== undefined;
            if (isNew && !noLongerReplaced.has(name))
                noLongerReplaced.set(name, [...path]);
            return written;
        }
        if (replacement !== undefined)
            return before + replacement;
        const message = `${(0,_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPath */ .jV)(path)} needs the environment variable ${name}, which is not set: set it in the step's env`;
        if (!told.has(message))
            findings.push({ path: [...path], message });
        told.add(message);
        return written;
    });
    const visitAt = (step, child) => {
        path.push(step);
        const replaced = visit(child);
        path.pop();
        return replaced;
    };
    const visit = (current) => {
        if (!mayHoldReference(current))
            return current;
        if (typeof current === 'string')
            return replaceIn(current);
        if (Array.isArray(current)) {
            return current.map((item, index) => visitAt(index, item));
        }
        const copy = { ...current };
        for (const key of Object.keys(copy))
            (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .setOwn */ .P5)(copy, key, visitAt(key, copy[key]));
        return copy;
    };
    return { value: visit(value), withheld, noLongerReplaced, findings };
}


/***/ }),

/***/ 91106:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KW: () => (/* binding */ readAsYaml11),
/* harmony export */   RE: () => (/* binding */ readAsYaml12),
/* harmony export */   bx: () => (/* binding */ integerOfYaml11),
/* harmony export */   rh: () => (/* binding */ isSameReading)
/* harmony export */ });
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9264);
/**
 * What a text without quotes means in YAML 1.2, and what it means to PyYAML, which reads YAML 1.1.
 */

const TEXT = { kind: 'text' };
const ERROR = { kind: 'error' };
const YAML_11_TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const YAML_11_FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
/**
 * PyYAML's own forms: a leading zero is octal, colons are base 60, an exponent wants a point and a
 * sign.
 */
const YAML_11_INTEGER = /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const YAML_11_FLOAT = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)$/;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const TIME = /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.\d*)?(?:[ \t]*(?:Z|[-+](\d\d?)(?::(\d\d))?))?$/;
/** `1:30:00` in base 60. */
function fromBase60(parts) {
    return parts.reduce((sum, part) => sum * 60n + BigInt(part), 0n);
}
/**
 * The value of an integer of YAML 1.1, its sign and underscores apart; undefined where PyYAML
 * fails.
 */
function unsigned11(digits) {
    if (/^0[bx]$/.test(digits))
        return undefined;
    if (/^0[bx]/.test(digits))
        return BigInt(digits);
    if (/^0o?[0-7]+$/.test(digits))
        return BigInt(`0o${digits.replace(/^0o?/, '')}`);
    if (digits.startsWith('0'))
        return digits === '0' ? 0n : undefined;
    return fromBase60(digits.split(':'));
}
/** A text that PyYAML takes for an integer. */
function integerOfYaml11(source) {
    const digits = source.replaceAll('_', '').replace(/^[-+]/, '');
    const value = unsigned11(digits);
    if (value === undefined)
        return ERROR;
    return { kind: 'number', value: source.startsWith('-') ? -value : value };
}
function floatOfYaml11(source) {
    const [last = '', ...before] = source
        .replaceAll('_', '')
        .replace(/^[-+]/, '')
        .split(':')
        .reverse();
    const value = before.length === 0 ? Number(last) : Number(fromBase60(before.reverse())) * 60 + Number(last);
    return { kind: 'number', value: source.startsWith('-') ? -value : value };
}
/** PyYAML fails for a day that is in no calendar. */
function isCalendarDay(year, month, day) {
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
function timestampOfYaml11(source) {
    const match = DATE.exec(source) ?? TIME.exec(source);
    if (match === null)
        return undefined;
    const [year = 0, month = 0, day = 0, ...time] = match.slice(1).map((part = '0') => Number(part));
    const [hour = 0, minute = 0, second = 0, zoneHours = 0, zoneMinutes = 0] = time;
    const isClockTime = hour < 24 && minute < 60 && second < 60 && zoneHours * 60 + zoneMinutes < 1440;
    const isReal = isClockTime && isCalendarDay(year, month, day);
    if (!isReal)
        return ERROR;
    return { kind: time.length === 0 ? 'date' : 'time' };
}
/**
 * What PyYAML's SafeLoader makes of a text without quotes and tag, empty ones and `null` apart.
 *
 * @param isKey whether it is the key of a map, where `=` and `<<` are good
 */
function readAsYaml11(source, isKey) {
    if (YAML_11_TRUE.test(source))
        return { kind: 'true' };
    if (YAML_11_FALSE.test(source))
        return { kind: 'false' };
    if (YAML_11_INTEGER.test(source))
        return integerOfYaml11(source);
    if (YAML_11_FLOAT.test(source))
        return floatOfYaml11(source);
    if (!isKey && (source === '=' || source === '<<'))
        return ERROR;
    return timestampOfYaml11(source) ?? TEXT;
}
/** What the core schema of YAML 1.2 makes of it. */
function readAsYaml12(source) {
    if (/^(?:true|True|TRUE)$/.test(source))
        return { kind: 'true' };
    if (/^(?:false|False|FALSE)$/.test(source))
        return { kind: 'false' };
    if (_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .INTEGER */ .vh.test(source)) {
        const value = BigInt(source.replace(/^[-+]/, ''));
        return { kind: 'number', value: source.startsWith('-') ? -value : value };
    }
    return _schema_js__WEBPACK_IMPORTED_MODULE_0__/* .FLOAT */ .zH.test(source) ? { kind: 'number', value: Number(source) } : TEXT;
}
/** Whether both are the same value. An integer and a float of the same value are. */
function isSameReading(a, b) {
    if (a.kind !== 'number' || b.kind !== 'number')
        return a.kind === b.kind;
    return typeof a.value === typeof b.value
        ? a.value === b.value
        : Number(a.value) === Number(b.value);
}


/***/ }),

/***/ 9264:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qn: () => (/* binding */ configSchema),
/* harmony export */   vh: () => (/* binding */ INTEGER),
/* harmony export */   wq: () => (/* binding */ KEY_MUST_BE_TEXT),
/* harmony export */   zH: () => (/* binding */ FLOAT)
/* harmony export */ });
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33243);
/* harmony import */ var lossless_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(875);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88399);
/** The core schema of YAML 1.2, with exact numbers. */



/** An integer of YAML 1.2's core schema. */
const INTEGER = /^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$/;
/** A float of it that is finite. An integer in decimal is one too. */
const FLOAT = /^[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/;
const INFINITY = /^[-+]?\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;
const NUMBER_STARTS = Array.from('-+.0123456789');
/** What is wrong with a key that JSON cannot hold. */
const KEY_MUST_BE_TEXT = 'a key that is not text: write it in quotes';
/** An integer, digit for digit. */
const exactInteger = (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .defineScalarTag */ .Gf)('tag:yaml.org,2002:int', {
    implicit: true,
    implicitFirstChars: NUMBER_STARTS,
    identify: () => false,
    resolve: (source) => {
        if (!INTEGER.test(source))
            return js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .NOT_RESOLVED */ .Hg;
        const value = Number(source);
        return Number.isSafeInteger(value)
            ? value
            : new _json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .ExactNumber */ .fh(BigInt(source.replace(/^\+/, '')).toString());
    },
});
/** Rewrites a float of YAML in JSON's notation, which wants digits on both sides of the point. */
function asJsonNumber(source) {
    return source
        .replace(/^\+/, '')
        .replace(/^(-?)0+(?=[0-9])/, '$1')
        .replace(/^(-?)\./, '$10.')
        .replace(/\.(?![0-9])/, '');
}
/** A float, digit for digit. `.inf` and `.nan` become numbers that JSON cannot hold. */
const exactFloat = (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .defineScalarTag */ .Gf)('tag:yaml.org,2002:float', {
    implicit: true,
    implicitFirstChars: NUMBER_STARTS,
    identify: () => false,
    resolve: (source) => {
        if (INFINITY.test(source))
            return Infinity;
        if (NOT_A_NUMBER.test(source))
            return NaN;
        if (!FLOAT.test(source))
            return js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .NOT_RESOLVED */ .Hg;
        const text = asJsonNumber(source);
        return (0,lossless_json__WEBPACK_IMPORTED_MODULE_1__/* .isSafeNumber */ .Lz)(text) ? Number(text) : new _json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .ExactNumber */ .fh(text);
    },
});
/** A mapping whose keys are text, or plain integers. */
function textKeyedMap(onIntegerKey) {
    return (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .defineMappingTag */ .bH)('tag:yaml.org,2002:map', {
        ...js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .mapTag */ .pj,
        addPair: (carrier, key, value) => {
            if (typeof key !== 'string') {
                if (!Number.isSafeInteger(key))
                    return KEY_MUST_BE_TEXT;
                onIntegerKey();
            }
            (0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .setOwn */ .P5)(carrier, String(key), value);
            return '';
        },
    });
}
/**
 * A list that is not there for its own aliases: with `finalize`, one that holds itself is refused
 * as a map is.
 */
const list = (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .defineSequenceTag */ .NE)(js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .seqTag */ .UD.tagName, { ...js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .seqTag */ .UD, finalize: (items) => items });
const BASE = js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .CORE_SCHEMA */ .OU.withTags(exactInteger, exactFloat, js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .mergeTag */ .LJ, list);
/**
 * YAML 1.2's core schema and merge keys, without loss.
 *
 * @param onIntegerKey hears of each key that is an integer
 */
function configSchema(onIntegerKey) {
    return BASE.withTags(textKeyedMap(onIntegerKey));
}


/***/ }),

/***/ 33671:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ readObject),
/* harmony export */   G_: () => (/* binding */ readInRuns),
/* harmony export */   wD: () => (/* binding */ shortage)
/* harmony export */ });
/* harmony import */ var _json_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29944);
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27105);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88399);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41874);




/** So much of an answer is at hand when it has to be quoted. */
const BEGINNING_BYTES = 4096;
/** The first bytes of an answer, of as many chunks as that takes. */
function beginningOf(chunks) {
    const first = [];
    let length = 0;
    for (const chunk of chunks) {
        if (length >= BEGINNING_BYTES)
            break;
        const part = chunk.subarray(0, BEGINNING_BYTES - length);
        first.push(part);
        length += part.length;
    }
    return Buffer.concat(first);
}
function parseAnswer(endpoint, beginning, redactor, parse) {
    try {
        return parse();
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SectionError */ .KN)
            throw error;
        const quoted = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteBody */ .jg)(redactor.redactBytes(beginning, '***'));
        const message = redactor.redact(error.message, '***');
        const reason = `HTTP 200, but the answer is not good JSON, ${quoted}: ${message}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DescopeApiError */ .sV(endpoint, 200, reason);
    }
}
/** A missing collection is a failure, never an empty one. */
function requireCarried(endpoint, value) {
    const { key, type } = endpoint.carries;
    const carried = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(value) && key !== undefined ? value[key] : value;
    const isRight = type === 'list' ? Array.isArray(carried) : (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(carried);
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(value) || !isRight) {
        const missing = key === undefined ? 'is no JSON object' : `has no ${type} "${key}"`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DescopeApiError */ .sV(endpoint, 200, `HTTP 200, but the answer ${missing}`);
    }
    return value;
}
/**
 * Reads an answer and makes sure that it carries what it should.
 *
 * @param chunks of the text
 * @param redactor finds what must not be quoted
 * @throws DescopeApiError
 */
function readObject(endpoint, chunks, redactor) {
    const value = parseAnswer(endpoint, beginningOf(chunks), redactor, () => (0,_json_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(Buffer.concat(chunks), { maxDepth: _json_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_ANSWER_DEPTH */ .yF }));
    return requireCarried(endpoint, value);
}
/**
 * Reads an answer that may be large as {@link readObject} does, without holding all of it.
 *
 * @param endpoint carries its collection under a key
 * @param chunks of the text; each is let go of when it was read
 * @param redactor finds what must not be quoted
 * @param onRun is given the collection in parts, each a shorter list or map. What it was given
 * counts for nothing when an error is thrown
 * @returns the rest of the answer
 * @throws DescopeApiError, and the SectionError that `onRun` throws
 */
function readInRuns(endpoint, chunks, redactor, onRun) {
    const { key, type } = endpoint.carries;
    const value = parseAnswer(endpoint, beginningOf(chunks), redactor, () => {
        const add = (_key, run) => {
            if (Array.isArray(run) === (type === 'list'))
                onRun(run);
        };
        const parser = new _json_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .JsonRunParser */ .fg([key ?? ''], add, { maxDepth: _json_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_ANSWER_DEPTH */ .yF });
        for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) {
            parser.push(chunk);
        }
        return parser.end();
    });
    return requireCarried(endpoint, value);
}
/**
 * What a list lacks by its own word: an answer may say in `total` how many there are.
 *
 * @param rest of the answer, beside the list
 * @param count of what came
 */
function shortage({ total }, count, what) {
    const said = typeof total === 'number' || typeof total === 'string' ? Number(total) : NaN;
    return said > count ? `${count} of ${said} ${what} were listed` : undefined;
}


/***/ }),

/***/ 97257:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dh: () => (/* binding */ CaptureLog),
/* harmony export */   J0: () => (/* binding */ NO_FILE_SAVED),
/* harmony export */   Kv: () => (/* binding */ SSO_SWITCHED_OFF),
/* harmony export */   QX: () => (/* binding */ SNAPSHOT_FILE)
/* harmony export */ });
/* harmony import */ var _json_pointer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(89391);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41874);
/* harmony import */ var _project_sections_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46701);
/* harmony import */ var _project_secrets_free_form_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72196);
/* harmony import */ var _project_secrets_withhold_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43588);





const SNAPSHOT = 'snapshot/';
/** How a file of the snapshot that could not be saved stands in the coverage, one entry each. */
const SNAPSHOT_FILE = 'snapshot-file';
/** Of more, the number is told. */
const MAX_FILES_NOT_SAVED = 100;
/** Why a section of the snapshot failed. */
const NO_FILE_SAVED = 'none of its files could be saved';
const LEFT_OUT = 'left out by the input sections';
const NOT_NAMED = 'not part of all: it takes a request for each tenant, name it in the input sections';
/** What stands in the coverage when there were not enough requests to ask every tenant. */
const SSO_SWITCHED_OFF = 'tenant-sso-switched-off';
const SSO_NOT_ASKED = 'tenants without SSO were not asked whether they keep a configuration of earlier: that takes one request for each, raise max-requests';
/** Keeps account of what each section became, and of every secret that was withheld. */
class CaptureLog {
    #sections;
    #coverage = new Map();
    #withheld = [];
    #filesNotSaved = [];
    #own;
    /** Of all sections that there are, in their order. */
    #names;
    /** Sections that release 1.0.0 did not have. */
    #later;
    #required;
    #freeForms;
    /**
     * @param sections what is to be saved
     * @param own finds the secrets of the run
     * @param options.rows of the sections that there are, unless others are given
     * @param options.required sections that must not be missing, whatever the reason
     */
    constructor(sections, own, { rows = _project_sections_index_js__WEBPACK_IMPORTED_MODULE_0__/* .SECTION_ROWS */ .Gw, required, } = {}) {
        this.#sections = sections;
        this.#own = own;
        this.#names = rows.map(({ name }) => name);
        this.#later = new Set(rows.flatMap(({ name, since }) => (since === undefined ? [] : [name])));
        this.#required = required ?? new Set();
        this.#freeForms = new _project_secrets_free_form_js__WEBPACK_IMPORTED_MODULE_1__/* .FreeForms */ .i7(rows);
        for (const { name, isByNameAlone } of rows) {
            if (sections.has(name))
                continue;
            const isInAll = isByNameAlone !== true;
            this.#set(name, 'not-covered', 0, isInAll ? LEFT_OUT : NOT_NAMED);
        }
    }
    #set(section, status, count, note = '') {
        this.#coverage.set(section, { section, status, count, note: this.withoutOwn(note) });
    }
    wants(section) {
        return this.#sections.has(section);
    }
    record(section, { count, failure, note, refused, notAsked = 0 }) {
        const reasons = [failure, this.#required.has(section) ? refused : undefined];
        const isFailed = reasons.some((reason) => reason !== undefined);
        const notes = isFailed ? reasons : [note, refused];
        const told = notes.filter((text) => text !== undefined).join('; ');
        this.#set(section, isFailed ? 'failed' : 'saved', count, told);
        if (notAsked > 0)
            this.notCovered(SSO_SWITCHED_OFF, SSO_NOT_ASKED, notAsked);
    }
    /** Corrects how many entries a section has, whatever became of it. */
    recount(section, count) {
        const entry = this.#coverage.get(section);
        if (entry !== undefined)
            this.#coverage.set(section, { ...entry, count });
    }
    /** Of a section of which there is nothing to say, for another one has it. */
    forget(section) {
        this.#coverage.delete(section);
    }
    notLicensed(section, note) {
        this.#set(section, 'not-licensed', 0, note);
    }
    /**
     * Replaces what is known of files of the snapshot that could not be saved. They are named, and
     * fail nothing but a section that is lost with them.
     *
     * @param failures by path, and why
     * @param lost sections of the snapshot of which no file could be saved
     */
    filesNotSaved(failures, lost) {
        const entries = [...failures].map(([path, reason]) => {
            const note = this.withoutOwn(`${JSON.stringify(path)}: ${reason}`);
            return { section: SNAPSHOT_FILE, status: 'not-covered', count: 1, note };
        });
        const left = entries.length - MAX_FILES_NOT_SAVED;
        const rest = {
            section: SNAPSHOT_FILE,
            status: 'not-covered',
            count: left,
            note: 'and so many more',
        };
        this.#filesNotSaved = [
            ...lost.map((section) => {
                return { section, status: 'failed', count: 0, note: NO_FILE_SAVED };
            }),
            ...entries.slice(0, MAX_FILES_NOT_SAVED),
            ...(left > 0 ? [rest] : []),
        ];
    }
    isNotLicensed(section) {
        return this.#coverage.get(section)?.status === 'not-licensed';
    }
    /** @param count of what is known to be missing */
    notCovered(section, note, count = 0) {
        this.#set(section, 'not-covered', count, note);
    }
    /**
     * Runs what reads a section, when it is wanted, and records what became of it.
     *
     * @returns undefined when it is not wanted or failed
     */
    async attempt(section, read) {
        if (!this.wants(section))
            return undefined;
        try {
            const result = await read();
            this.record(section, result);
            return result.value;
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SectionError */ .KN))
                throw error;
            this.recordFailure(section, error);
            return undefined;
        }
    }
    /**
     * What a plan has not is no failure. Nor is a section that release 1.0.0 did not have, where the
     * service refuses it: it may know no such call, or not let this key make it.
     */
    recordFailure(section, error) {
        const mayBeRefused = this.#later.has(section) ? !this.#required.has(section) : false;
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NotLicensedError */ .fk && (mayBeRefused || !this.#later.has(section))) {
            this.notLicensed(section, error.message);
        }
        else if (mayBeRefused && (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isRefusal */ .vu)(error)) {
            if (error.status === 404)
                this.notCovered(section, error.message);
            else
                this.notLicensed(section, error.message);
        }
        else
            this.record(section, { count: 0, failure: error.message });
    }
    /** A text that is told or saved as a name, without the secrets of the run. */
    withoutOwn(text) {
        return this.#own.redact(text, _project_secrets_withhold_js__WEBPACK_IMPORTED_MODULE_3__/* .WITHHELD_MARK */ .Uy);
    }
    /** @returns the very same bytes where they hold no secret of the run */
    bytesWithoutOwn(path, bytes) {
        const safe = this.#own.redactBytes(bytes, _project_secrets_withhold_js__WEBPACK_IMPORTED_MODULE_3__/* .WITHHELD_MARK */ .Uy);
        if (safe !== bytes)
            this.#note('snapshot', `${SNAPSHOT}${path}`, false);
        return safe;
    }
    /** @param isDeclared whether an import leaves it alone where it is blank */
    #note(section, place, isDeclared) {
        const isCleared = place.startsWith(SNAPSHOT) && !isDeclared;
        this.#withheld.push({
            section,
            status: 'withheld',
            place,
            ...(isCleared && { on_import: 'cleared' }),
        });
    }
    /**
     * Replaces the secrets of a value and remembers their places.
     *
     * @param at what the places begin with: a file of the backup and a JSON Pointer into it
     * @returns the very same value where there are none
     */
    withhold(section, at, value, mark) {
        const place = at.startsWith(SNAPSHOT) ? at.slice(0, -1) : section;
        const { value: safe, places } = (0,_project_secrets_withhold_js__WEBPACK_IMPORTED_MODULE_3__/* .withholdSecrets */ .RK)(value, {
            mark,
            place,
            own: this.#own,
            isFree: this.#freeForms.isFreePlace(place),
            freeForms: this.#freeForms,
        });
        for (const { path, isDeclared } of places) {
            this.#note(section, `${at}${(0,_json_pointer_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonPointer */ .Av)(path)}`, isDeclared);
        }
        return safe;
    }
    /** In the order of the rows, then what is no section of its own, then secrets. */
    get coverage() {
        const order = (section) => {
            const index = this.#names.indexOf(section);
            return index === -1 ? this.#names.length : index;
        };
        const sections = [...this.#coverage.values(), ...this.#filesNotSaved];
        return [...sections.sort((a, b) => order(a.section) - order(b.section)), ...this.#withheld];
    }
}


/***/ }),

/***/ 91448:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ sortById),
/* harmony export */   x: () => (/* binding */ lookAlikes)
/* harmony export */ });
/* harmony import */ var _json_write_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11249);
/* harmony import */ var _project_sections_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80042);


/**
 * A collection in an order that does not depend on that of the answer.
 *
 * @param nameOf what an object is called by; two of one name are in the order of all that they are
 */
function sortById(values, nameOf = _project_sections_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .identity */ .D_) {
    return values
        .map((value) => ({ value, key: `${nameOf(value)}\n${(0,_json_write_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(value)}` }))
        .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
        .map(({ value }) => value);
}
/** Groups of ids that are one name on a disk which does not tell case or Unicode forms apart. */
function lookAlikes(ids) {
    const groups = new Map();
    for (const id of ids) {
        const form = id.normalize('NFC').toLowerCase();
        groups.set(form, [...(groups.get(form) ?? []), id]);
    }
    return [...groups.values()].filter((group) => group.length > 1);
}


/***/ }),

/***/ 65556:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g5: () => (/* binding */ perTenant),
/* harmony export */   k7: () => (/* binding */ tenantSso),
/* harmony export */   ox: () => (/* binding */ withoutIdleSso),
/* harmony export */   ym: () => (/* binding */ ofTenant)
/* harmony export */ });
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88399);
/* harmony import */ var _project_sections_identity_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(80042);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(33671);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41874);
/* harmony import */ var _reads_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22672);
/* harmony import */ var _identities_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91448);
/* harmony import */ var _resource_lists_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82442);
/* harmony import */ var _section_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96647);
/** Sections that are asked for tenant by tenant. */








/** Requests that must be left for lists, and for what changed while the project was read. */
const REQUESTS_KEPT = 50;
/**
 * Whether a tenant has SSO, as far as it tells itself: an SSO domain, a method, or no word about
 * it.
 */
function tellsOfSso({ authType, domains, enforceSSO }) {
    if (authType === undefined || authType === null)
        return true;
    if (enforceSSO === true || (Array.isArray(domains) && domains.length > 0))
        return true;
    return authType !== '' && authType !== 'none';
}
/**
 * Whether one of a tenant's SSO configurations says anything, beside the tenant itself, which each
 * repeats.
 */
function isConfigured(configurations) {
    return Object.values(configurations).some((one) => {
        const { tenant: _repeated, ...own } = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(one) ? one : { one };
        return !(0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isBlank */ .z3)(own);
    });
}
/**
 * The value of `tenant-sso` without the tenants that have no configuration, and do not say that
 * they have SSO.
 */
function withoutIdleSso(value, tenants) {
    const tells = (id) => tenants.get(id)?.some((one) => tellsOfSso(one.unpack())) === true;
    return Object.fromEntries(Object.entries(value).filter(([id, one]) => isConfigured(one) || tells(id)));
}
/**
 * Asks once a tenant; what fails for one tenant leaves the others, unless the plan has it for none.
 *
 * @param options.isLater whether it is a section that release 1.0.0 did not have: what the service
 * refuses of it is no failure
 * @param options.isPart whether these are but some of the tenants
 * @throws what was refused, where no tenant was answered for
 */
async function perTenant(ids, ask, { isLater = false, isPart = false } = {}) {
    const value = {};
    const failures = [];
    const refusals = [];
    const answers = await Promise.all(ids.map(async (id) => {
        try {
            return { id, answer: (0,_section_value_js__WEBPACK_IMPORTED_MODULE_1__/* .requireLimits */ .q)(await ask(id), JSON.stringify(id)) };
        }
        catch (error) {
            if (isLater && (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isRefusal */ .vu)(error))
                refusals.push(error);
            else if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SectionError */ .KN) || error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .NotLicensedError */ .fk)
                throw error;
            else
                failures.push(error.message);
            return undefined;
        }
    }));
    let count = 0;
    for (const one of answers) {
        if (one === undefined)
            continue;
        (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .setOwn */ .P5)(value, one.id, one.answer);
        count++;
    }
    const [first] = failures;
    const [refusal] = refusals;
    if (refusal !== undefined && refusals.length === ids.length && !isPart)
        throw refusal;
    const ofTenants = (some, reason) => `${some.length} of ${ids.length} tenants: ${reason}`;
    return {
        value,
        count,
        ...(first !== undefined && { failure: ofTenants(failures, first) }),
        ...(refusal && { refused: ofTenants(refusals, refusal.message) }),
    };
}
/** What a call answers for one tenant: the list that it carries, or all of it. */
async function ofTenant(client, section, { endpoint, parameter }, id) {
    const parameters = { query: { [parameter]: id } };
    if (_reads_js__WEBPACK_IMPORTED_MODULE_3__/* .READS */ .yT[endpoint].carries.type === 'map')
        return client.call(endpoint, parameters);
    const { values, failures } = await (0,_resource_lists_js__WEBPACK_IMPORTED_MODULE_4__/* .listOf */ .c3)(client, endpoint, parameters);
    const [first] = failures;
    if (first !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SectionError */ .KN(`${JSON.stringify(id)}: ${first}`);
    return (0,_identities_js__WEBPACK_IMPORTED_MODULE_5__/* .sortById */ .r)(values, (value) => (0,_project_sections_identity_js__WEBPACK_IMPORTED_MODULE_6__/* .orderingName */ .q1)(section, value, true));
}
/**
 * SSO that is switched off keeps its configuration, and nothing in the tenant tells: so every
 * tenant is asked, unless that took more requests than there are. It is called when everything else
 * was read.
 */
async function tenantSso(client, { tenants }) {
    const every = [...tenants.keys()];
    const withSso = [...tenants].flatMap(([id, some]) => some.some((one) => tellsOfSso(one.unpack())) ? [id] : []);
    const isEnough = every.length + REQUESTS_KEPT <= client.requestsLeft;
    const value = await perTenant(isEnough ? every : withSso, async (tenantId) => {
        const answer = await client.call('tenantSso', { query: { tenantId } });
        const configurations = answer['SSOSettings'];
        const missing = (0,_answer_js__WEBPACK_IMPORTED_MODULE_7__/* .shortage */ .wD)(answer, configurations.length, 'SSO configurations');
        if (missing !== undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SectionError */ .KN(`${JSON.stringify(tenantId)}: ${missing}`);
        return (0,_identities_js__WEBPACK_IMPORTED_MODULE_5__/* .sortById */ .r)(configurations);
    });
    return isEnough ? value : { ...value, notAsked: every.length - withSso.length };
}


/***/ }),

/***/ 85846:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ ProjectFetcher)
});

// EXTERNAL MODULE: ./src/json/value.ts
var json_value = __webpack_require__(88399);
// EXTERNAL MODULE: ./src/project/sections/index.ts + 23 modules
var sections = __webpack_require__(46701);
;// CONCATENATED MODULE: ./src/descope/capture/not-covered.ts
/** What no call of ours reads. */

/** Names of what a project may have beside sections. */
const PARTS = [
    ['users', 'users are not saved yet'],
    ['test-users', 'users are not saved yet'],
    ['tenant-admin-links', 'links for the SSO setup of tenants are not read'],
    ['outbound-scim', 'outbound SCIM configurations are not read'],
    ['sso-app-attributes', 'definitions of SSO application attributes are not read'],
    ['fga-relations', 'no API lists FGA relations (tuples)'],
    ['engines', 'engines are not read'],
    ['management-keys', 'they belong to the company; no API gives the key itself'],
    ['company-members', 'they belong to the company, not to the project'],
    ['audit-log', 'events are no configuration, and not read'],
];
/**
 * What a project may have and no backup holds, so that each manifest says it. What is a section by
 * now is none of it. docs/coverage.md repeats the names.
 */
const NOT_COVERED = PARTS.filter(([name]) => !(0,sections/* isSection */.EP)(name));

// EXTERNAL MODULE: ./src/descope/capture/capture-log.ts
var capture_log = __webpack_require__(97257);
// EXTERNAL MODULE: ./src/descope/errors.ts
var errors = __webpack_require__(41874);
// EXTERNAL MODULE: ./src/descope/capture/resource-lists.ts
var resource_lists = __webpack_require__(82442);
;// CONCATENATED MODULE: ./src/descope/capture/key-expiry.ts
/** When the management key ends. */



const DAY_MS = 24 * 60 * 60 * 1000;
/**
 * Whole days until the first active management key of the project expires. Not every key may ask
 * for keys: a refusal says nothing.
 *
 * @param now milliseconds since the epoch
 */
async function keyExpiresInDays(client, now) {
    try {
        const { values: keys } = await (0,resource_lists/* listOf */.c3)(client, 'managementKeys');
        const times = keys.flatMap((key) => {
            const { expireTime, status } = (0,json_value/* isJsonObject */.OW)(key) ? key : {};
            const time = Number(expireTime ?? 0) * 1000;
            return status !== 'inactive' && time > now ? [time] : [];
        });
        if (times.length === 0)
            return undefined;
        return Math.floor((Math.min(...times) - now) / DAY_MS);
    }
    catch (error) {
        if (error instanceof errors/* DescopeApiError */.sV)
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./src/descope/capture/identities.ts
var identities = __webpack_require__(91448);
// EXTERNAL MODULE: ./src/json/write.ts
var write = __webpack_require__(11249);
// EXTERNAL MODULE: ./src/json/limits.ts
var limits = __webpack_require__(29944);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./src/json/parse.ts
var parse = __webpack_require__(27105);
;// CONCATENATED MODULE: ./src/json/packed.ts
/** JSON values that take little memory until they are needed. */



/** Shorter text is not worth the time. */
const MIN_LENGTH = 16 * 1024;
/**
 * A JSON value kept as its text, compressed when it is long: a fraction of the memory of its
 * objects.
 */
class PackedJson {
    #text;
    constructor(value) {
        const text = (0,write/* canonicalJson */.dj)(value);
        this.#text = text.length >= MIN_LENGTH ? (0,external_node_zlib_.deflateRawSync)(text, { level: 1 }) : text;
    }
    unpack() {
        const text = this.#text;
        // The text was made from a value of this type.
        return (0,parse/* parseJson */.qF)(typeof text === 'string' ? Buffer.from(text) : (0,external_node_zlib_.inflateRawSync)(text));
    }
    /**
     * Orders packed values in some fixed way that depends on what they hold alone; 0 for the same
     * values.
     */
    compare(other) {
        return Buffer.compare(Buffer.from(this.#text), Buffer.from(other.#text));
    }
}

// EXTERNAL MODULE: ./src/descope/answer.ts
var answer = __webpack_require__(33671);
// EXTERNAL MODULE: ./src/descope/reads.ts
var reads = __webpack_require__(22672);
;// CONCATENATED MODULE: ./src/descope/capture/project-lists.ts
/** The lists of tenants and flows, by which one can tell whether a project is being changed. */







function countOf(entries) {
    let count = 0;
    for (const some of entries.values())
        count += some.length;
    return count;
}
/** Ids that more than one entry has, and how many have them. */
function repeatedIds(entries) {
    return [...(entries ?? [])].flatMap(([id, { length }]) => (length > 1 ? [[id, length]] : []));
}
async function listById(client, name, what, withoutNoise) {
    const found = new Map();
    const failures = [];
    let count = 0;
    const chunks = await client.callForChunks(name);
    const rest = (0,answer/* readInRuns */.G_)(reads/* READ_ENDPOINTS */.oZ[name], chunks, client.redactor, (run) => {
        for (const value of Object.values(run)) {
            if (!(0,json_value/* isJsonObject */.OW)(value) || typeof value['id'] !== 'string' || value['id'] === '') {
                throw new errors/* SectionError */.KN(`the list of ${what} has an entry without an id`);
            }
            const { id } = value;
            count++;
            const reason = (0,limits/* objectLimitReason */.HD)(value);
            if (reason !== undefined) {
                failures.push(`${what}: ${JSON.stringify(id)} cannot be saved: ${reason}`);
                continue;
            }
            const entry = new PackedJson(value);
            const others = found.get(id);
            if (others === undefined)
                found.set(id, [entry]);
            else
                others.push(entry);
        }
    });
    const text = (entry) => (0,write/* canonicalJson */.dj)(withoutNoise(entry.unpack()));
    for (const [id, some] of found) {
        // Of two under one id the same one is first, whatever the order of the answer.
        if (some.length > 1)
            found.set(id, some.sort((a, b) => (text(a) < text(b) ? -1 : 1)));
    }
    const missing = (0,answer/* shortage */.wD)(rest, count, what);
    if (missing !== undefined)
        failures.push(missing);
    return {
        entries: new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1))),
        failure: failures.length === 0 ? undefined : failures.join('; '),
    };
}
/** @throws SectionError, DescopeApiError */
async function listTenants(client, withoutNoise) {
    return listById(client, 'tenants', 'tenants', withoutNoise);
}
/** @throws SectionError, DescopeApiError */
async function listFlows(client, withoutNoise) {
    return listById(client, 'flowList', 'flows', withoutNoise);
}
/** Lists anew what was listed before. @throws SectionError, DescopeApiError */
async function listAgain(client, before, withoutNoise) {
    return {
        tenants: before.tenants && (await listTenants(client, withoutNoise)).entries,
        flows: before.flows && (await listFlows(client, withoutNoise)).entries,
    };
}
/** Ids whose entry was added, removed or changed. */
function changedIds(before, after, withoutNoise) {
    const text = (entry) => (0,write/* canonicalJson */.dj)(withoutNoise(entry.unpack()));
    const isChanged = (id) => {
        const [old, now] = [before?.get(id), after?.get(id)];
        if (old === undefined || old.length !== now?.length)
            return true;
        return old.some((entry, index) => {
            const other = now[index];
            if (other === undefined)
                return true;
            return entry.compare(other) !== 0 && text(entry) !== text(other);
        });
    };
    return [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].filter(isChanged);
}

// EXTERNAL MODULE: ./src/project/secrets/withhold.ts + 3 modules
var withhold = __webpack_require__(43588);
;// CONCATENATED MODULE: ./src/descope/capture/safe-values.ts
/** What was read, as it may be saved: without secrets, and with each of their places in the log. */



/** The shape of a config file's tenant, from the API's. */
function tenantView(tenant) {
    const { id = '', name, selfProvisioningDomains, customAttributes } = tenant;
    const domains = Array.isArray(selfProvisioningDomains)
        ? selfProvisioningDomains.filter((one) => typeof one === 'string')
        : [];
    return {
        custom_attributes: (0,json_value/* isJsonObject */.OW)(customAttributes) ? customAttributes : {},
        domains,
        id,
        name: typeof name === 'string' ? name : '',
        self_provisioning: domains.length > 0,
    };
}
/** @param tenants by their ids, as they are listed */
function safeTenants(tenants, log) {
    const every = [...tenants].flatMap(([id, some]) => some.map((tenant) => ({ id, tenant })));
    return every.map(({ id, tenant }, index) => {
        const place = `/tenants/${index}/tenant_data`;
        const packed = new PackedJson(log.withhold('tenants', place, tenant.unpack(), withhold/* WITHHELD_MARK */.Uy));
        return {
            id: log.withoutOwn(id),
            unpack: () => {
                const data = packed.unpack();
                return { config: tenantView(data), data };
            },
        };
    });
}
/** @param flows by their ids */
function safeFlows(flows, log) {
    const sorted = [...flows].sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.map(([id, data], index) => {
        const value = data.unpack();
        const safe = log.withhold('flows', `/flows/${index}/flow_data`, value, withhold/* WITHHELD_MARK */.Uy);
        return { id: log.withoutOwn(id), data: safe === value ? data : new PackedJson(safe) };
    });
}
/** @param resources by their sections */
function safeResources(resources, log) {
    const safe = new Map();
    for (const [section, value] of resources) {
        const file = `resources/${section}.json#`;
        safe.set(section, log.withhold(section, file, value, withhold/* WITHHELD_MARK */.Uy));
    }
    return safe;
}
/**
 * A blank keeps the secret that is there when the snapshot is imported, where it is a secret field
 * of Descope's.
 */
function safeSnapshot(snapshot, log) {
    const safe = new Map();
    for (const [given, content] of [...snapshot].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const path = log.withoutOwn(given);
        if (Buffer.isBuffer(content)) {
            safe.set(path, log.bytesWithoutOwn(path, content));
            continue;
        }
        const value = content.unpack();
        const kept = log.withhold('snapshot', `snapshot/${path}#`, value, '');
        safe.set(path, kept === value ? content : new PackedJson(kept));
    }
    return safe;
}

// EXTERNAL MODULE: ./src/project/snapshot-layout.ts
var snapshot_layout = __webpack_require__(69444);
// EXTERNAL MODULE: ./src/descope/capture/section-calls.ts + 1 modules
var section_calls = __webpack_require__(65965);
// EXTERNAL MODULE: ./src/storage/safe-names.ts
var safe_names = __webpack_require__(63369);
// EXTERNAL MODULE: ./src/storage/path-names.ts
var path_names = __webpack_require__(40811);
;// CONCATENATED MODULE: ./src/descope/capture/snapshot.ts
/** The files of a project snapshot, and which of them are safe to save. */









/** Where the files lie in a backup. */
const FOLDER = 'snapshot';
/**
 * What a file is tells its name: JSON, text, or something else in base64.
 *
 * @returns undefined for what is none of these
 */
function readSnapshotFile(path, content) {
    const isJson = (0,json_value/* isJsonObject */.OW)(content) || Array.isArray(content);
    if (isJson && (0,snapshot_layout/* isJsonPath */.Km)(path))
        return new PackedJson(content);
    if (typeof content === 'string' && !(0,snapshot_layout/* isJsonPath */.Km)(path)) {
        if ((0,snapshot_layout/* isTextPath */.v3)(path))
            return Buffer.from(content);
        const bytes = Buffer.from(content, 'base64');
        const isWhole = bytes.toString('base64').replace(/=+$/, '') === content.replace(/=+$/, '');
        if (isWhole)
            return bytes;
    }
    return undefined;
}
/** Why a file cannot be saved; undefined when it can. */
function fileReason(path, content) {
    const unsafe = (0,safe_names/* unsafePathReason */.m)(`${FOLDER}/${path}`);
    if (unsafe !== undefined)
        return `the path is not safe: ${unsafe}`;
    return (0,limits/* objectLimitReason */.HD)(content);
}
/**
 * Reads the answer with a snapshot, file by file: it can be large. A file that cannot be saved
 * costs only itself: its path could leave the folder or is no file name on every system, is a file
 * and a folder, or its value is no file.
 *
 * @throws DescopeApiError when there are no files
 */
function readSnapshot(chunks, redactor) {
    const found = new Map();
    const failures = new Map();
    const add = (given, content) => {
        // First of all: what is checked is the path that is written.
        const path = redactor.redact(given, withhold/* WITHHELD_MARK */.Uy);
        const reason = found.has(path) ? 'the snapshot has it twice' : fileReason(path, content);
        const file = reason === undefined ? readSnapshotFile(path, content) : undefined;
        if (file !== undefined)
            found.set(path, file);
        else
            failures.set(path, reason ?? 'it is not what its name says: JSON, text or base64');
    };
    (0,answer/* readInRuns */.G_)(reads/* READ_ENDPOINTS */.oZ.snapshot, chunks, redactor, (run) => {
        for (const [path, content] of Object.entries(run))
            add(path, content);
    });
    const files = new Map();
    const lookAlikes = new Set();
    const names = new path_names/* PathNames */.K();
    // In a fixed order, so that of two that clash the same one stays.
    for (const [path, file] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const clashes = names.addFile(path);
        const both = clashes.find(({ kind }) => kind !== 'look-alike');
        if (both !== undefined) {
            failures.set(path, `${JSON.stringify(both.path)} is a file and a folder`);
            continue;
        }
        for (const clash of clashes)
            lookAlikes.add(clash.path);
        files.set(path, file);
    }
    return { files, failures, lookAlikes: [...lookAlikes] };
}
/**
 * The files that have places of their own on a disk that does not tell case or Unicode forms apart;
 * the others fail.
 */
function withPlaces({ files, failures }) {
    const without = (0,path_names/* pathsWithoutPlace */.W)(files.keys());
    return {
        files: new Map([...files].filter(([path]) => !without.has(path))),
        failures: new Map([
            ...failures,
            ...[...without].map(([path, other]) => [
                path,
                `it differs from ${JSON.stringify(other)} only in case or Unicode form, which this disk does not tell apart`,
            ]),
        ]),
        lookAlikes: [],
    };
}
/** How many things a file lists; none where it is not there. */
function countListed(files, path) {
    const file = files.get(path);
    if (file === undefined || Buffer.isBuffer(file))
        return 0;
    return Object.values(file.unpack()).reduce((count, list) => count + (Array.isArray(list) ? list.length : 0), 0);
}
/**
 * Those of the parts that a snapshot alone gives of which files could not be saved, and none could.
 */
function lostParts({ files, failures }) {
    const saved = new Set([...files.keys()].map(snapshot_layout/* partOf */.BU));
    const lost = new Set([...failures.keys()].map(snapshot_layout/* partOf */.BU));
    return snapshot_layout/* SNAPSHOT_PARTS */.qQ.flatMap(({ name }) => (lost.has(name) && !saved.has(name) ? [name] : []));
}
/** The flows of which a file could not be saved: what the snapshot has of them is not all. */
function flowsOfFiles(paths) {
    return new Set([...paths].flatMap((path) => (0,snapshot_layout/* flowFileOf */.QC)(path)?.flow ?? []));
}
/**
 * The flows of a snapshot: everything below `flows/<id>/` in one object each, named after its
 * files.
 */
function flowsOfSnapshot(files) {
    const flows = new Map();
    for (const [path, content] of files) {
        const at = (0,snapshot_layout/* flowFileOf */.QC)(path);
        const file = at?.file.replace(/\.json$/, '') ?? '';
        if (at === undefined || file === '' || file === at.file || Buffer.isBuffer(content))
            continue;
        flows.set(at.flow, [...(flows.get(at.flow) ?? []), [file, content]]);
    }
    return [...flows].map(([id, parts]) => ({
        id,
        data: {
            unpack: () => ({
                id,
                ...Object.fromEntries(parts.map(([file, content]) => [file, content.unpack()])),
            }),
        },
    }));
}

;// CONCATENATED MODULE: ./src/descope/capture/section-reader.ts
/** The reading of all sections, each by itself: one that fails leaves the others. */








/** Whether a section cannot be read before the tenants are listed. */
function needsTenants({ read }) {
    return (read.shape === 'per-tenant' || read.shape === 'own') && read.needsTenants === true;
}
/** Whether a section cannot be read before the flows are listed. */
function needsFlows({ read }) {
    return read.shape === 'own' && read.needsFlows === true;
}
/** Whether a section is asked for only where there is no snapshot. */
function isOfSnapshot({ read }) {
    return 'onlyWithout' in read;
}
/** Whether a section is asked for with the requests that the others leave. */
function isLast({ read }) {
    return read.shape === 'own' && read.isLast === true;
}
/** What is said of what a snapshot alone gives. */
const PART_NOTE = 'part of a project snapshot alone';
/** Reads the sections of a project, and again what changed meanwhile; what fails is in the log. */
class SectionReader {
    #client;
    #log;
    #options;
    /** Of the sections that become `resources/<section>.json`. */
    #rows;
    #lookAlikes = [];
    /** Parts of the snapshot of which no file could be saved. */
    #lostParts = [];
    /** Flows of which the snapshot does not have all that could be saved. */
    #brokenFlows = new Set();
    constructor(client, log, options) {
        this.#client = client;
        this.#log = log;
        this.#options = options;
        const { rows = section_calls/* READABLE_ROWS */.F } = options;
        this.#rows = rows.filter(({ keptIn }) => keptIn === 'resources');
    }
    /** Paths of the snapshot that look like others. */
    get lookAlikes() {
        return this.#lookAlikes;
    }
    /** Reads everything that is wanted. */
    async readAll(lists) {
        const snapshot = await this.#readSnapshot();
        const captured = {
            flows: new Map(),
            flowFailures: new Map(),
            resources: new Map(),
            snapshot,
        };
        const known = knownOf(lists);
        const values = new Map();
        const read = async (row) => {
            if (needsTenants(row) && lists.tenants === undefined)
                return;
            if (needsFlows(row) && lists.flows === undefined)
                return;
            if (isOfSnapshot(row) && snapshot !== undefined) {
                this.#recordFromSnapshot(row.name, snapshot);
                return;
            }
            const ask = () => (0,section_calls/* readerOf */.T)(row)(this.#client, known);
            values.set(row.name, await this.#log.attempt(row.name, ask));
        };
        await Promise.all([
            this.#readFlows(captured, [...(lists.flows?.keys() ?? [])]),
            ...this.#rows.filter((row) => !isLast(row)).map(read),
        ]);
        await Promise.all(this.#rows.filter(isLast).map(read));
        for (const { name } of this.#rows) {
            const value = values.get(name);
            if (value !== undefined)
                captured.resources.set(name, value);
        }
        return captured;
    }
    async #readSnapshot() {
        const files = await this.#log.attempt('snapshot', async () => {
            const answer = await this.#client.callForChunks('snapshot');
            let snapshot = readSnapshot(answer, this.#client.redactor);
            if (snapshot.lookAlikes.length > 0 && !(await this.#options.tellsCaseApart())) {
                snapshot = withPlaces(snapshot);
            }
            this.#lookAlikes = snapshot.lookAlikes;
            this.#brokenFlows = flowsOfFiles(snapshot.failures.keys());
            const { files: value, failures } = snapshot;
            this.#lostParts = lostParts(snapshot);
            this.#log.filesNotSaved(failures, this.#lostParts);
            const isLost = value.size === 0 && failures.size > 0;
            return { value, count: value.size, ...(isLost && { failure: capture_log/* NO_FILE_SAVED */.J0 }) };
        });
        if (files === undefined) {
            const isPlan = this.#log.isNotLicensed('snapshot');
            for (const { name } of snapshot_layout/* SNAPSHOT_PARTS */.qQ) {
                // It is asked for by itself.
                if (this.#rows.some((row) => row.name === name))
                    continue;
                if (isPlan)
                    this.#log.notLicensed(name, PART_NOTE);
                else
                    this.#log.notCovered(name, `${PART_NOTE}, which was not saved`);
            }
        }
        return files;
    }
    /** A section that the snapshot has: it is saved with it, unless its files could not be. */
    #recordFromSnapshot(section, files) {
        const isSaved = this.#log.wants(section) && !this.#lostParts.includes(section);
        if (isSaved)
            this.#log.record(section, { count: countListed(files, snapshot_layout/* WIDGETS_INDEX */.bP) });
        else
            this.#log.forget(section);
    }
    /** From the snapshot what it has, and the others one by one. */
    async #readFlows(captured, ids) {
        if (!this.#log.wants('flows'))
            return;
        const inSnapshot = new Set();
        for (const { id, data } of flowsOfSnapshot(captured.snapshot ?? new Map())) {
            if (this.#brokenFlows.has(id))
                continue;
            captured.flows.set(id, data);
            inSnapshot.add(id);
        }
        const others = new Set([...ids, ...this.#brokenFlows].filter((id) => !inSnapshot.has(id)));
        await Promise.all([...others].map(async (flowId) => {
            try {
                const { flow = {} } = await this.#client.call('flowExport', { body: { flowId } });
                const reason = (0,limits/* objectLimitReason */.HD)(flow);
                if (reason === undefined)
                    captured.flows.set(flowId, new PackedJson(flow));
                else
                    captured.flowFailures.set(flowId, `${JSON.stringify(flowId)}: ${reason}`);
            }
            catch (error) {
                if (!(error instanceof errors/* DescopeApiError */.sV))
                    throw error;
                captured.flowFailures.set(flowId, error.message);
            }
        }));
    }
    /** Reads what changed since, and keeps the rest. */
    async readDifference(captured, { tenants, flows }, changedTenants, changedFlows) {
        const snapshot = changedFlows.length > 0 && captured.snapshot !== undefined
            ? await this.#readSnapshot()
            : undefined;
        // One that cannot be read a second time is better than none: the section has failed all the
        // same.
        const renewed = snapshot === undefined ? captured : { ...captured, flows: new Map(), snapshot };
        for (const id of changedFlows)
            renewed.flows.delete(id);
        const isChangedFlow = new Set(changedFlows);
        await this.#readFlows(renewed, [...(flows?.keys() ?? [])].filter((id) => isChangedFlow.has(id) || !renewed.flows.has(id)));
        const known = knownOf({ tenants, flows });
        if (changedTenants.length > 0)
            await this.#readTenantsAgain(renewed, known, changedTenants);
        if (changedFlows.length > 0)
            await this.#readWholeAgain(renewed, known, needsFlows);
        return renewed;
    }
    /**
     * What is asked tenant by tenant only for those that changed, or failed when they were asked
     * first; the rest whole.
     */
    async #readTenantsAgain(captured, known, changedIds) {
        const { resources } = captured;
        const isChanged = new Set(changedIds);
        const rows = this.#rows.filter(needsTenants);
        const isByTenant = ({ identity }) => identity.by === 'tenant';
        for (const row of rows.filter(isByTenant)) {
            const section = row.name;
            const old = resources.get(section);
            if (!(0,json_value/* isJsonObject */.OW)(old))
                continue;
            const kept = Object.entries(old).filter(([id]) => !isChanged.has(id));
            const isKept = new Set(kept.map(([id]) => id));
            const added = await this.#log.attempt(section, () => (0,section_calls/* readerOf */.T)(row)(this.#client, {
                ...known,
                tenants: new Map([...known.tenants].filter(([id]) => !isKept.has(id))),
                isPart: kept.length > 0,
            }));
            const merged = Object.fromEntries([
                ...kept,
                ...Object.entries((added ?? {})),
            ]);
            resources.set(section, merged);
            this.#log.recount(section, Object.keys(merged).length);
        }
        await this.#readWholeAgain(captured, known, (row) => needsTenants(row) && !isByTenant(row));
    }
    async #readWholeAgain({ resources }, known, isMeant) {
        for (const row of this.#rows.filter((one) => isMeant(one) && resources.has(one.name))) {
            const value = await this.#log.attempt(row.name, () => (0,section_calls/* readerOf */.T)(row)(this.#client, known));
            if (value !== undefined)
                resources.set(row.name, value);
        }
    }
}
function knownOf({ tenants, flows }) {
    return { tenants: tenants ?? new Map(), flows: flows ?? new Map() };
}

// EXTERNAL MODULE: ./src/descope/capture/per-tenant.ts
var per_tenant = __webpack_require__(65556);
;// CONCATENATED MODULE: ./src/descope/capture/project-fetcher.ts












/**
 * A key that is refused at the first call is wrong; one that expires later leaves a partial backup.
 */
function refusedKey(error) {
    return new Error(`the management key was refused (${error.message}): check that it is a key of this project, and that it has not expired`);
}
/**
 * Reads a live project section by section; what cannot be read is in the coverage with its reason.
 */
class ProjectFetcher {
    #client;
    #options;
    #log;
    #reader;
    #warnings = [];
    /** Why the lists are not whole, where they are not. */
    #listFailures = {};
    constructor(client, options) {
        this.#client = client;
        this.#options = options;
        this.#log = new capture_log/* CaptureLog */.Dh(options.sections, client.redactor, options);
        this.#reader = new SectionReader(client, this.#log, options);
    }
    /** @throws what cancels the run; every other failure is in the coverage */
    async fetch() {
        await this.#client.shakeHands();
        const [keyExpiry, first] = await Promise.all([
            keyExpiresInDays(this.#client, this.#options.now),
            this.#firstLists(),
        ]);
        const { lists, captured, consistency } = await this.#readMovedAgain(first, await this.#reader.readAll(first));
        this.#recordFlows(captured, lists);
        this.#dropIdleSso(captured, lists);
        for (const [section, note] of NOT_COVERED)
            this.#log.notCovered(section, note);
        for (const [what, ids] of [
            ['tenant ids', lists.tenants?.keys() ?? []],
            ['flow ids', lists.flows?.keys() ?? []],
        ]) {
            for (const group of (0,identities/* lookAlikes */.x)(ids))
                this.#warnOfLookAlikes(what, group);
        }
        this.#warnOfRepeats('tenants', repeatedIds(lists.tenants));
        this.#warnOfRepeats('flows', repeatedIds(lists.flows));
        for (const [section, value] of captured.resources) {
            this.#warnOfRepeats(section, (0,resource_lists/* repeatedIdentities */.Rq)(value));
        }
        const paths = this.#reader.lookAlikes;
        if (paths.length > 0)
            this.#warnOfLookAlikes('paths of the snapshot', paths);
        return {
            tenants: this.#log.wants('tenants') ? safeTenants(lists.tenants ?? new Map(), this.#log) : [],
            flows: safeFlows(captured.flows, this.#log),
            resources: safeResources(captured.resources, this.#log),
            snapshot: safeSnapshot(captured.snapshot ?? new Map(), this.#log),
            coverage: this.#log.coverage,
            consistency,
            keyExpiresInDays: keyExpiry,
            warnings: this.#warnings.map(({ text, withoutNames }) => ({
                text: this.#log.withoutOwn(text),
                withoutNames,
            })),
        };
    }
    /**
     * Tenants are needed for what is asked tenant by tenant, even when they are not to be saved
     * themselves.
     */
    async #firstLists() {
        const { rows = section_calls/* READABLE_ROWS */.F } = this.#options;
        const ofTenants = ['tenants', ...rows.filter(needsTenants).map(({ name }) => name)];
        let tenants;
        if (ofTenants.some((section) => this.#log.wants(section))) {
            try {
                const listed = await listTenants(this.#client, this.#options.withoutNoise);
                tenants = listed.entries;
                this.#listFailures.tenants = listed.failure;
            }
            catch (error) {
                if (!(error instanceof errors/* SectionError */.KN))
                    throw error;
                if (error instanceof errors/* DescopeApiError */.sV && error.status === 401)
                    throw refusedKey(error);
                for (const section of ofTenants) {
                    if (this.#log.wants(section))
                        this.#log.record(section, { count: 0, failure: error.message });
                }
            }
        }
        if (tenants !== undefined && this.#log.wants('tenants')) {
            const failure = this.#listFailures.tenants;
            this.#log.record('tenants', { count: countOf(tenants), ...(failure && { failure }) });
        }
        return { tenants, flows: await this.#firstFlows() };
    }
    /** Flows are listed for what is asked flow by flow, too. */
    async #firstFlows() {
        const { rows = section_calls/* READABLE_ROWS */.F } = this.#options;
        const ofFlows = ['flows', ...rows.filter(needsFlows).map(({ name }) => name)];
        const wanted = ofFlows.filter((section) => this.#log.wants(section));
        if (wanted.length === 0)
            return undefined;
        try {
            const { entries, failure } = await listFlows(this.#client, this.#options.withoutNoise);
            this.#listFailures.flows = failure;
            if (this.#log.wants('flows'))
                this.#log.record('flows', { count: countOf(entries) });
            return entries;
        }
        catch (error) {
            if (!(error instanceof errors/* SectionError */.KN))
                throw error;
            for (const section of wanted)
                this.#log.recordFailure(section, error);
            return undefined;
        }
    }
    #warnOfLookAlikes(what, names) {
        const text = `${what} that differ only in case or Unicode form`;
        this.#warnings.push({
            text: `${text}: ${names.map((name) => JSON.stringify(name)).join(', ')}`,
            withoutNames: `${text}: ${names.length}`,
        });
    }
    #warnOfRepeats(section, repeated) {
        for (const [id, count] of repeated) {
            const text = `${section}: ${count} objects have one id`;
            this.#warnings.push({
                text: `${text}, ${JSON.stringify(id)}: all are kept, check the project`,
                withoutNames: `${text}: all are kept, check the project`,
            });
        }
    }
    async #listAgain(before) {
        try {
            return await listAgain(this.#client, before, this.#options.withoutNoise);
        }
        catch (error) {
            if (!(error instanceof errors/* SectionError */.KN))
                throw error;
            const text = 'could not tell whether the project was changed while it was read';
            this.#warnings.push({ text: `${text}: ${error.message}`, withoutNames: text });
            return undefined;
        }
    }
    #changed(before, after) {
        const { withoutNoise } = this.#options;
        return {
            tenants: changedIds(before.tenants, after.tenants, withoutNoise),
            flows: changedIds(before.flows, after.flows, withoutNoise),
        };
    }
    /**
     * Lists tenants and flows once more. When the project moved meanwhile, the difference is read
     * once; when it still moves then, the capture is torn.
     */
    async #readMovedAgain(first, captured) {
        const second = await this.#listAgain(first);
        if (second === undefined)
            return { lists: first, captured, consistency: 'torn' };
        const changed = this.#changed(first, second);
        if (changed.tenants.length + changed.flows.length === 0) {
            return { lists: second, captured, consistency: 'consistent' };
        }
        const renewed = await this.#reader.readDifference(captured, second, changed.tenants, changed.flows);
        const third = await this.#listAgain(second);
        const since = third && this.#changed(second, third);
        const isStill = since !== undefined && since.tenants.length + since.flows.length === 0;
        if (!isStill) {
            const text = 'the project was changed while it was read: its tenants, flows and settings may not belong together';
            this.#warnings.push({ text, withoutNames: text });
        }
        return { lists: second, captured: renewed, consistency: isStill ? 'consistent' : 'torn' };
    }
    #dropIdleSso({ resources }, lists) {
        const all = resources.get('tenant-sso');
        if (!(0,json_value/* isJsonObject */.OW)(all))
            return;
        const kept = (0,per_tenant/* withoutIdleSso */.ox)(all, lists.tenants ?? new Map());
        resources.set('tenant-sso', kept);
        this.#log.recount('tenant-sso', Object.keys(kept).length);
        const notAsked = this.#log.coverage.find(({ section }) => section === capture_log/* SSO_SWITCHED_OFF */.Kv);
        if (notAsked === undefined)
            return;
        const text = `${String(notAsked.count)} ${String(notAsked.note)}`;
        this.#warnings.push({ text, withoutNames: text });
    }
    #recordFlows({ flows, flowFailures, snapshot }, lists) {
        if (!this.#log.wants('flows') || (lists.flows === undefined && snapshot === undefined))
            return;
        // One that is gone from the list was deleted after it was listed, which is no failure.
        const failures = [...flowFailures].filter(([id]) => lists.flows?.has(id) !== false && !flows.has(id));
        const [first] = failures;
        const reasons = [
            ...(first
                ? [
                    `${failures.length} of ${lists.flows?.size ?? flows.size + failures.length} flows: ${first[1]}`,
                ]
                : []),
            ...(this.#listFailures.flows === undefined ? [] : [this.#listFailures.flows]),
        ];
        this.#log.record('flows', {
            count: flows.size,
            ...(reasons.length > 0 && { failure: reasons.join('; ') }),
        });
    }
}


/***/ }),

/***/ 82442:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HY: () => (/* binding */ addPage),
/* harmony export */   Rq: () => (/* binding */ repeatedIdentities),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   oA: () => (/* binding */ withinLimits)
/* harmony export */ });
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88399);
/* harmony import */ var _json_write_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(11249);
/* harmony import */ var _json_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29944);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33671);
/* harmony import */ var _reads_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22672);
/* harmony import */ var _project_sections_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80042);
/* harmony import */ var _identities_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91448);
/**
 * Collections that become `resources/<section>.json`: whole, in a fixed order, and without what
 * could not be read back.
 */







/** At most this much of an identity goes into a message. */
const MAX_QUOTED = 100;
function quote(value) {
    return JSON.stringify((0,_project_sections_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .identity */ .D_)(value).slice(0, MAX_QUOTED));
}
/** Leaves out, by name, what a backup cannot hold. */
function withinLimits(values) {
    const failures = [];
    const kept = values.filter((value) => {
        const reason = (0,_json_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .objectLimitReason */ .HD)(value);
        if (reason !== undefined)
            failures.push(`${quote(value)} cannot be saved: ${reason}`);
        return reason === undefined;
    });
    return { values: kept, failures };
}
/** The list that an answer carries, sorted by id. */
async function listOf(client, name, parameters) {
    const answer = await client.call(name, parameters);
    const all = answer[_reads_js__WEBPACK_IMPORTED_MODULE_2__/* .READS */ .yT[name].carries.key ?? ''];
    const { values, failures } = withinLimits(all);
    const missing = (0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .shortage */ .wD)(answer, all.length, 'entries');
    return {
        values: (0,_identities_js__WEBPACK_IMPORTED_MODULE_4__/* .sortById */ .r)(values),
        failures: missing === undefined ? failures : [...failures, missing],
    };
}
/** A text that is the same for a value whose lists are in another order. */
function orderless(value) {
    if (Array.isArray(value)) {
        return `[${value.map(orderless).sort().join(',')}]`;
    }
    if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .OW)(value))
        return (0,_json_write_js__WEBPACK_IMPORTED_MODULE_6__/* .canonicalJson */ .dj)(value);
    const members = Object.keys(value).map((key) => `${JSON.stringify(key)}:${orderless(value[key])}`);
    return `{${members.sort().join(',')}}`;
}
/**
 * Adds what a page brought to what came before. A page may repeat another one; two objects of one
 * id are both kept.
 *
 * @param found by their identities and what they hold
 * @returns whether there was anything new
 */
function addPage(found, page) {
    const before = found.size;
    for (const value of page) {
        const key = `${(0,_project_sections_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .identity */ .D_)(value)}\n${orderless(value)}`;
        if (!found.has(key))
            found.set(key, value);
    }
    return found.size > before;
}
/** Ids and names that more than one object of a list has, and how many have them. */
function repeatedIdentities(value) {
    if (!Array.isArray(value))
        return [];
    const counts = new Map();
    for (const one of value) {
        if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .OW)(one) || typeof one['id'] !== 'string' || one['id'] === '')
            continue;
        counts.set(one['id'], (counts.get(one['id']) ?? 0) + 1);
    }
    return [...counts].filter(([, count]) => count > 1);
}


/***/ }),

/***/ 65965:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ READABLE_ROWS),
  T: () => (/* binding */ readerOf)
});

// EXTERNAL MODULE: ./src/json/value.ts
var value = __webpack_require__(88399);
// EXTERNAL MODULE: ./src/descope/reads.ts
var reads = __webpack_require__(22672);
// EXTERNAL MODULE: ./src/project/sections/identity.ts
var identity = __webpack_require__(80042);
// EXTERNAL MODULE: ./src/project/sections/index.ts + 23 modules
var sections = __webpack_require__(46701);
// EXTERNAL MODULE: ./src/descope/capture/identities.ts
var identities = __webpack_require__(91448);
// EXTERNAL MODULE: ./src/descope/errors.ts
var errors = __webpack_require__(41874);
// EXTERNAL MODULE: ./src/descope/capture/resource-lists.ts
var resource_lists = __webpack_require__(82442);
// EXTERNAL MODULE: ./src/descope/capture/section-value.ts
var section_value = __webpack_require__(96647);
;// CONCATENATED MODULE: ./src/descope/capture/localization.ts




/** Whether a flow is translated, as its entry in the list says. */
function isTranslated(entries) {
    return entries.some((entry) => entry.unpack()['translate'] === true);
}
/**
 * Translations of messages and of the flows that are translated: an object each, under a name that
 * we give.
 */
async function localization(client, { flows }) {
    const flowIds = [...flows].flatMap(([id, entries]) => (isTranslated(entries) ? [id] : []));
    const asked = [
        ['messages', () => client.call('messageLocalization')],
        ...flowIds.map((flowId) => {
            const ask = async () => ({
                flowId,
                ...(await client.call('flowLocalization', { body: { flowId } })),
            });
            return [`flows/${flowId}`, ask];
        }),
    ];
    const failures = [];
    const refusals = [];
    const answers = await Promise.all(asked.map(async ([name, ask]) => {
        try {
            return [{ name, ...(await ask()) }];
        }
        catch (error) {
            if ((0,errors/* isRefusal */.vu)(error))
                refusals.push(error);
            else if (error instanceof errors/* SectionError */.KN)
                failures.push(error.message);
            else
                throw error;
            return [];
        }
    }));
    const [refusal] = refusals;
    if (refusal !== undefined && refusals.length === asked.length)
        throw refusal;
    const kept = (0,resource_lists/* withinLimits */.oA)(answers.flat());
    const value = (0,section_value/* collection */.r)({
        values: (0,identities/* sortById */.r)(kept.values),
        failures: [...failures, ...kept.failures],
    });
    const refused = refusal && `${refusals.length} of ${asked.length}: ${refusal.message}`;
    return refused === undefined ? value : { ...value, refused };
}

// EXTERNAL MODULE: ./src/descope/capture/per-tenant.ts
var per_tenant = __webpack_require__(65556);
;// CONCATENATED MODULE: ./src/descope/capture/section-calls.ts
/** The calls that read each section. */









/** The sections that there are; the compiler checks that READS has what they are read with. */
const READABLE_ROWS = sections/* SECTION_ROWS */.Gw;
/** Tenant ids that go into one search for roles. */
const TENANTS_A_SEARCH = 5000;
const OBJECTS_A_PAGE = 100;
const MAX_PAGES = 1000;
async function list(client, name, section) {
    const { values, failures } = await (0,resource_lists/* listOf */.c3)(client, name);
    const nameOf = (value) => (0,identity/* orderingName */.q1)(section, value, false);
    return (0,section_value/* collection */.r)({ values: (0,identities/* sortById */.r)(values, nameOf), failures });
}
async function single(client, name) {
    const answer = await client.call(name);
    const { key } = reads/* READS */.yT[name].carries;
    const value = key === undefined ? answer : answer[key];
    return { value: (0,section_value/* requireLimits */.q)(value, reads/* READS */.yT[name].path), count: 1 };
}
/**
 * Pages are numbered from 0 or from 1: asking from 0 works with either, when the first two may be
 * the same. A full page is followed by the next, whatever the total says.
 *
 * @param noun what a message calls the objects
 */
async function pages(client, name, noun) {
    const { key = '' } = reads/* READS */.yT[name].carries;
    const objects = new Map();
    let total = NaN;
    let isWhole = false;
    for (let page = 0; page < MAX_PAGES && !isWhole; page++) {
        const query = { page: String(page), limit: String(OBJECTS_A_PAGE) };
        const answer = await client.call(name, { query });
        const found = answer[key];
        const isNew = (0,resource_lists/* addPage */.HY)(objects, found);
        total = Number(answer['total'] ?? NaN);
        const isFull = found.length >= OBJECTS_A_PAGE;
        isWhole = (!isFull && objects.size >= total) || (page > 0 && found.length === 0);
        if (page > 1 && !isNew)
            isWhole = true;
    }
    const { values, failures } = (0,resource_lists/* withinLimits */.oA)([...objects.values()]);
    const missing = !isWhole
        ? [`there are more than ${MAX_PAGES} pages of ${noun}`]
        : objects.size < total
            ? [`${objects.size} of ${total} ${noun} were listed`]
            : [];
    return (0,section_value/* collection */.r)({ values: (0,identities/* sortById */.r)(values), failures: [...failures, ...missing] });
}
/**
 * Roles of the project and of every tenant; the list of all roles may leave those of tenants out.
 */
async function roles(client, { tenants }) {
    const found = new Map();
    const failures = [];
    // What one answer has twice stays twice; what two answers have is the same.
    const add = (listed) => {
        const here = new Map();
        for (const role of listed.values) {
            const tenant = (0,value/* isJsonObject */.OW)(role) ? (role['tenantId'] ?? '') : '';
            const key = JSON.stringify([tenant, (0,identity/* identity */.D_)(role)]);
            const others = here.get(key);
            if (others === undefined)
                here.set(key, [role]);
            else
                others.push(role);
        }
        for (const [key, some] of here)
            found.set(key, some);
        failures.push(...listed.failures);
    };
    add(await (0,resource_lists/* listOf */.c3)(client, 'projectRoles'));
    const ids = [...tenants.keys()];
    for (let start = 0; start < ids.length; start += TENANTS_A_SEARCH) {
        const body = {
            tenantIds: ids.slice(start, start + TENANTS_A_SEARCH),
            includeProjectRoles: true,
        };
        add(await (0,resource_lists/* listOf */.c3)(client, 'tenantRoles', { body }));
    }
    const unique = [...new Set(failures)];
    return (0,section_value/* collection */.r)({ values: (0,identities/* sortById */.r)([...found.values()].flat()), failures: unique });
}
/** Sections that no general way of reading suits. */
const OWN_READERS = {
    roles,
    'tenant-sso': per_tenant/* tenantSso */.k7,
    localization: localization,
};
const LIST_ALONE = 'the list alone: all else of it is part of a project snapshot';
/** How the section of a row is asked for. */
function readerOf({ name, read, since }) {
    switch (read.shape) {
        case 'list':
            return async (client) => ({
                ...(await list(client, read.endpoint, name)),
                ...(read.onlyWithout && { note: LIST_ALONE }),
            });
        case 'single':
            return (client) => single(client, read.endpoint);
        case 'pages':
            return (client) => pages(client, read.endpoint, read.noun);
        case 'per-tenant':
            return (client, { tenants, isPart = false }) => (0,per_tenant/* perTenant */.g5)([...tenants.keys()], (id) => (0,per_tenant/* ofTenant */.ym)(client, name, read, id), {
                isLater: since !== undefined,
                isPart,
            });
        case 'own':
            return OWN_READERS[name];
    }
}


/***/ }),

/***/ 96647:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ requireLimits),
/* harmony export */   r: () => (/* binding */ collection)
/* harmony export */ });
/* harmony import */ var _json_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29944);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41874);
/** What a section gave when it was read, and what sections are read by. */


function collection({ values, failures }) {
    const value = { value: values, count: values.length };
    return failures.length === 0 ? value : { ...value, failure: failures.join('; ') };
}
/** @throws SectionError for an object that a backup cannot hold */
function requireLimits(value, what) {
    const reason = (0,_json_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .objectLimitReason */ .HD)(value);
    if (reason !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SectionError */ .KN(`${what} cannot be saved: ${reason}`);
    return value;
}


/***/ }),

/***/ 19186:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ defaultBaseUrl),
/* harmony export */   n: () => (/* binding */ DescopeApiClient)
/* harmony export */ });
/* harmony import */ var _project_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65669);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33671);
/* harmony import */ var _reads_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22672);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41874);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48045);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(73576);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59881);
/**
 * The client of the Management API: a few calls at once, within a deadline and a number of
 * requests.
 */







const MAX_CONCURRENT = 4;
/** Tries of one call; waiting for a rate limit does not count as one. */
const MAX_ATTEMPTS = 5;
/**
 * Where the API of a project is: the region is part of longer project ids.
 * Source: baseURLForProjectID of Descope's Go SDK.
 *
 * @throws Error for what has not the form of a project id: a part of it would become that of an
 * address, to which a key goes
 */
function defaultBaseUrl(projectId) {
    if (!(0,_project_names_js__WEBPACK_IMPORTED_MODULE_0__/* .isProjectId */ .rm)(projectId)) {
        throw new Error(`${JSON.stringify(projectId)} is no project id: no key is sent for it`);
    }
    const region = projectId.length >= 32 ? `${projectId.slice(1, 5)}.` : '';
    return new URL(`https://api.${region}descope.com`);
}
/**
 * Reads from the Management API, within a deadline and a number of requests. It can call nothing
 * but reads.
 */
class DescopeApiClient {
    /** What this client shares with others of the same run. */
    session;
    #waiting = [];
    #running = 0;
    /** @param options of the run, or what another client shares */
    constructor(options) {
        this.session = options instanceof _session_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiSession */ .j ? options : new _session_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiSession */ .j(options);
    }
    /** Finds the secrets of the run: whoever quotes or saves an answer has to. */
    get redactor() {
        return this.session.redactor;
    }
    get requestCount() {
        return this.session.requestCount;
    }
    /** How many requests may still be made. */
    get requestsLeft() {
        return this.session.requestsLeft;
    }
    /**
     * Asks for the rate limit tier of the project's plan, which each later call then names: without
     * it the service counts the caller in the lowest tier. A failure only loses that.
     *
     * @returns whether the tier is known
     */
    async shakeHands() {
        try {
            const { rateLimitTier } = await this.call('license');
            this.session.setTier(rateLimitTier);
        }
        catch (error) {
            this.session.cancelSignal.throwIfAborted();
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DescopeApiError */ .sV))
                throw error;
        }
        return this.session.hasTier;
    }
    /**
     * Calls a read endpoint; failures that may pass are tried again.
     *
     * @throws NotLicensedError, BudgetError, DescopeApiError; the reason of the signal when cancelled
     */
    async call(name, parameters = {}) {
        const chunks = await this.callForChunks(name, parameters);
        return (0,_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .readObject */ .Ag)(_reads_js__WEBPACK_IMPORTED_MODULE_4__/* .READS */ .yT[name], chunks, this.redactor);
    }
    /**
     * Calls a read endpoint whose answer may be large, and leaves it to the caller to read it, with
     * `readInRuns`.
     *
     * @throws as {@link call}, but for what the answer carries
     */
    async callForChunks(name, parameters = {}) {
        await this.#enter();
        try {
            return await this.#callWithRetries(_reads_js__WEBPACK_IMPORTED_MODULE_4__/* .READS */ .yT[name], parameters);
        }
        finally {
            this.#leave();
        }
    }
    async #enter() {
        if (this.#running < MAX_CONCURRENT) {
            this.#running++;
            return;
        }
        // The place is handed over by whoever leaves.
        await new Promise((resolve) => this.#waiting.push(resolve));
    }
    #leave() {
        const next = this.#waiting.shift();
        if (next === undefined)
            this.#running--;
        else
            next();
    }
    async #callWithRetries(endpoint, parameters) {
        const { session } = this;
        let failures = 0;
        let refusals = 0;
        for (;;) {
            await session.waitForRateLimit(endpoint);
            session.admit(endpoint);
            let reason;
            try {
                const answer = await session.send(endpoint, parameters);
                if (answer.status === 200 && (0,_http_js__WEBPACK_IMPORTED_MODULE_5__/* .isObjectText */ .PN)(answer.chunks))
                    return [...answer.chunks];
                const failure = session.withoutOwn(answer);
                // Not what was asked for: whoever reads it will quote it.
                if (answer.status === 200)
                    return [failure.bytes];
                if (!(0,_http_js__WEBPACK_IMPORTED_MODULE_5__/* .isPassing */ .WG)(answer.status))
                    throw (0,_refusals_js__WEBPACK_IMPORTED_MODULE_6__/* .finalFailure */ .Nz)(endpoint, failure);
                reason = (0,_refusals_js__WEBPACK_IMPORTED_MODULE_6__/* .describeFailure */ .Ic)(failure);
                if (answer.status === 429) {
                    session.pause(answer.retryAfter, ++refusals);
                    continue;
                }
            }
            catch (error) {
                if (error instanceof _http_js__WEBPACK_IMPORTED_MODULE_5__/* .AnswerTooLargeError */ .Oc) {
                    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DescopeApiError */ .sV(endpoint, 200, `HTTP 200, but ${error.message}`);
                }
                if (!(error instanceof _http_js__WEBPACK_IMPORTED_MODULE_5__/* .ConnectionError */ .Rc))
                    throw error;
                reason = this.redactor.redact(error.message, _session_js__WEBPACK_IMPORTED_MODULE_1__/* .OWN_MARK */ .x);
                if (error.isFinal)
                    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DescopeApiError */ .sV(endpoint, undefined, reason);
            }
            if (++failures >= MAX_ATTEMPTS) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .DescopeApiError */ .sV(endpoint, undefined, `${reason}, ${MAX_ATTEMPTS} times`);
            }
            await session.sleep(endpoint, (0,_http_js__WEBPACK_IMPORTED_MODULE_5__/* .retryDelay */ .a2)(null, failures, session.clock.now()));
        }
    }
}


/***/ }),

/***/ 41874:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ SectionError),
/* harmony export */   Wp: () => (/* binding */ BudgetError),
/* harmony export */   fk: () => (/* binding */ NotLicensedError),
/* harmony export */   jg: () => (/* binding */ quoteBody),
/* harmony export */   sV: () => (/* binding */ DescopeApiError),
/* harmony export */   vu: () => (/* binding */ isRefusal)
/* harmony export */ });
/** Failures of calls to the Management API, and their words. */
/** At most this much of an answer that is not JSON goes into a message. */
const MAX_QUOTED_BYTES = 200;
/** Why a section could not be saved. */
class SectionError extends Error {
}
/** A call that failed for good. Its message never holds a header or the key. */
class DescopeApiError extends SectionError {
    endpoint;
    /** HTTP status; undefined when there was no answer. */
    status;
    constructor({ method, path }, status, reason) {
        super(`${method} ${path}: ${reason}`);
        this.endpoint = `${method} ${path}`;
        this.status = status;
    }
}
/** The plan of the project does not include what was asked for. */
class NotLicensedError extends DescopeApiError {
}
/**
 * Whether a service says that it has no such thing, or not for this caller: what it answers for a
 * section that it does not know yet.
 */
function isRefusal(error) {
    if (!(error instanceof DescopeApiError))
        return false;
    return error instanceof NotLicensedError || error.status === 403 || error.status === 404;
}
/** The deadline or the number of requests is used up. */
class BudgetError extends DescopeApiError {
}
/** The beginning of an answer, on one line. */
function quoteBody(bytes) {
    const text = bytes.toString('utf8', 0, MAX_QUOTED_BYTES).replace(/\s+/g, ' ').trim();
    return text === '' ? 'an empty body' : JSON.stringify(text);
}


/***/ }),

/***/ 48045:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oc: () => (/* binding */ AnswerTooLargeError),
/* harmony export */   PN: () => (/* binding */ isObjectText),
/* harmony export */   Rc: () => (/* binding */ ConnectionError),
/* harmony export */   WG: () => (/* binding */ isPassing),
/* harmony export */   a2: () => (/* binding */ retryDelay),
/* harmony export */   tN: () => (/* binding */ send)
/* harmony export */ });
/* harmony import */ var _storage_proxy_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2773);
/** One HTTP request, and what may be worth another try. */

/** No answer, or not a whole one: a reset, a timeout, a body that was cut off. */
class ConnectionError extends Error {
    /** Whether another try would end the same: a proxy refused. */
    isFinal;
    /** Whether it is certain that nothing was sent: there was no connection. */
    isUnsent;
    constructor(message, { isFinal = false, isUnsent = false } = {}) {
        super(message);
        this.isFinal = isFinal;
        this.isUnsent = isUnsent;
    }
}
/** An answer that is larger than it may be; what is compressed counts as it is unpacked. */
class AnswerTooLargeError extends Error {
    constructor(maxBytes) {
        super(`the answer is larger than ${maxBytes / 2 ** 20} MiB when it is unpacked`);
    }
}
/** Whether a body begins as the text of a JSON object. */
function isObjectText([first]) {
    return first !== undefined && /^\s*\{/.test(first.toString('latin1', 0, 16));
}
/** Whether a body ends as the text of a JSON object. */
function endsAsObject(chunks) {
    const end = Buffer.concat(chunks.slice(-16)).subarray(-16);
    return /\}\s*$/.test(end.toString('latin1'));
}
/** Of an answer that is none, no more is read: it is quoted at most. */
const MAX_REFUSAL_BYTES = 2 ** 18;
/**
 * Reads a body as it is unpacked on the way, and no further than it may go.
 *
 * @throws AnswerTooLargeError
 */
async function readBody(response, maxBytes) {
    const chunks = [];
    let left = response.status === 200 ? maxBytes : MAX_REFUSAL_BYTES;
    const body = response.body;
    // Leaving the loop cancels the body: nothing more of it is received or unpacked.
    for await (const { buffer, byteOffset, byteLength } of body ?? []) {
        left -= byteLength;
        if (left < 0 && response.status === 200)
            throw new AnswerTooLargeError(maxBytes);
        if (byteLength > 0)
            chunks.push(Buffer.from(buffer, byteOffset, byteLength));
        if (left < 0)
            break;
    }
    return chunks;
}
/** No connection was made, so that nobody has heard a word. */
const UNSENT = new Set([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'UND_ERR_CONNECT_TIMEOUT',
]);
function isUnsent(error) {
    const { cause } = error;
    return UNSENT.has(cause?.code);
}
function describe(error) {
    const { name, message, cause } = error;
    if (name === 'TimeoutError')
        return 'no whole answer in time';
    return cause?.code ?? cause?.message ?? message;
}
/**
 * Sends a request and reads the whole answer. No redirect is followed: the key must not go to
 * another host.
 *
 * @param limits `timeoutMs` for the answer and its body together, `maxBytes` for the body as it is
 * unpacked
 * @param signal ends the request, and is then the reason of the rejection
 * @throws ConnectionError, AnswerTooLargeError
 */
async function send({ method, url, headers, body }, { timeoutMs, maxBytes }, signal) {
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
        const response = await fetch(url, {
            method,
            headers,
            redirect: 'manual',
            signal: AbortSignal.any([signal, timeout]),
            ...(body !== undefined && { body }),
        });
        const chunks = await readBody(response, maxBytes);
        const isWhole = response.status !== 200 || !isObjectText(chunks) || endsAsObject(chunks);
        if (!isWhole)
            throw new Error('the answer was cut off');
        return { status: response.status, retryAfter: response.headers.get('retry-after'), chunks };
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof AnswerTooLargeError)
            throw error;
        const ofProxy = (0,_storage_proxy_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .proxyFailure */ .x)(error, url);
        throw new ConnectionError(ofProxy?.message ?? describe(error), {
            isFinal: ofProxy?.isFinal ?? false,
            isUnsent: isUnsent(error) || ofProxy?.isFinal === true,
        });
    }
}
/** Statuses that say "not now": of a rate limit, of a server and of the network in front of it. */
function isPassing(status) {
    return status === 429 || (status >= 502 && status <= 504) || (status >= 520 && status <= 530);
}
const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 60_000;
/**
 * How long to wait before another try.
 *
 * @param retryAfter the header of that name: seconds, or a date
 * @param attempt 1 after the first try
 * @param now milliseconds since the epoch
 */
function retryDelay(retryAfter, attempt, now) {
    const text = retryAfter?.trim() ?? '';
    const asked = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
    // A time that has passed, be it by a clock that goes wrong, must not make every try a request at
    // once.
    const wanted = asked > 0 ? asked : FIRST_DELAY_MS * 2 ** (attempt - 1);
    return Math.min(wanted, MAX_DELAY_MS);
}


/***/ }),

/***/ 22672:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   oZ: () => (/* binding */ READ_ENDPOINTS),
/* harmony export */   yT: () => (/* binding */ READS)
/* harmony export */ });
/* unused harmony export RESTORE_READ_ENDPOINTS */
const MAX_BYTES = 64 * 2 ** 20;
/** Of answers that hold a whole project, or every tenant of one. */
const MAX_LARGE_BYTES = 256 * 2 ** 20;
const endpoint = (method, path, carries) => Object.freeze({ method, path, carries: Object.freeze(carries), maxBytes: MAX_BYTES });
const large = (of) => Object.freeze({ ...of, maxBytes: MAX_LARGE_BYTES });
const list = (method, path, key) => endpoint(method, path, { key, type: 'list' });
const map = (method, path, key) => endpoint(method, path, { key, type: 'map' });
/** Many reads of this API are POST requests; all of these are safe to repeat. */
const READ_ENDPOINTS = Object.freeze({
    license: map('GET', '/v1/mgmt/license'),
    snapshot: large(map('POST', '/v1/mgmt/project/snapshot/export', 'files')),
    flowList: list('POST', '/v1/mgmt/flow/list', 'flows'),
    flowExport: map('POST', '/v2/mgmt/flow/export', 'flow'),
    tenants: large(list('GET', '/v1/mgmt/tenant/all', 'tenants')),
    tenantSettings: map('GET', '/v1/mgmt/tenant/settings'),
    tenantSso: list('GET', '/v2/mgmt/sso/settings/all', 'SSOSettings'),
    projectRoles: list('GET', '/v1/mgmt/role/all', 'roles'),
    tenantRoles: list('POST', '/v1/mgmt/role/search', 'roles'),
    permissions: list('GET', '/v1/mgmt/permission/all', 'permissions'),
    ssoApps: list('GET', '/v1/mgmt/sso/idp/apps/load', 'apps'),
    inboundApps: list('GET', '/v1/mgmt/thirdparty/apps/load', 'apps'),
    outboundApps: list('GET', '/v1/mgmt/outbound/apps', 'apps'),
    accessKeys: list('POST', '/v1/mgmt/accesskey/search', 'keys'),
    jwtTemplates: list('POST', '/v1/mgmt/jwt/templates/list', 'templates'),
    lists: list('GET', '/v1/mgmt/list/all', 'lists'),
    passwordSettings: map('GET', '/v1/mgmt/password/settings'),
    fgaSchema: map('GET', '/v1/mgmt/fga/schema'),
    theme: map('POST', '/v2/mgmt/theme/export', 'theme'),
    userAttributes: list('GET', '/v1/mgmt/user/customattributes', 'data'),
    mcpServers: list('POST', '/v1/mgmt/mcp/servers/all', 'servers'),
    widgets: list('GET', '/v1/mgmt/widget/list', 'widgets'),
    messageLocalization: map('POST', '/v1/mgmt/localization/messaging/export', 'overrides'),
    flowLocalization: map('POST', '/v1/mgmt/localization/flow/export', 'overrides'),
    scopeClaimMapping: list('POST', '/v1/mgmt/scopeClaimMapping/get', 'mappings'),
    scimKeys: list('GET', '/v1/mgmt/scim/key', 'keys'),
    xaaSettings: list('GET', '/v1/mgmt/sso/xaa/settings/all', 'XAASettings'),
    managementKeys: list('GET', '/v1/mgmt/managementkey/search', 'keys'),
});
/** Reads of a restore alone, which looks at objects one by one, and asks what a write would do. */
const RESTORE_READ_ENDPOINTS = Object.freeze({
    // Under `tenant`, or the tenant itself: both are known.
    tenant: map('GET', '/v1/mgmt/tenant'),
    // Dry runs: they change nothing.
    fgaDryRun: map('POST', '/v1/mgmt/fga/schema/dryrun'),
    snapshotValidate: map('POST', '/v1/mgmt/project/snapshot/validate'),
    userSearch: list('POST', '/v2/mgmt/user/search', 'users'),
});
/** Both tables: all that the client can call. */
const READS = Object.freeze({ ...READ_ENDPOINTS, ...RESTORE_READ_ENDPOINTS });


/***/ }),

/***/ 73576:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ic: () => (/* binding */ describeFailure),
/* harmony export */   Nz: () => (/* binding */ finalFailure),
/* harmony export */   TU: () => (/* binding */ isOfPlan),
/* harmony export */   bC: () => (/* binding */ wordsOfNetwork)
/* harmony export */ });
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27105);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88399);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41874);
/**
 * What an answer means that is none: the words of the API, and whether the plan of the project is
 * the reason.
 */



/** Descope's errorCode and message, or the beginning of what came instead. */
function describeFailure({ status, bytes }) {
    let value;
    try {
        value = (0,_json_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(bytes);
    }
    catch {
        return `HTTP ${status} with ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteBody */ .jg)(bytes)}`;
    }
    const { errorCode, errorMessage, errorDescription, message } = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(value) ? value : {};
    const words = [errorCode, errorDescription, errorMessage ?? message].flatMap((part) => typeof part === 'string' && part !== '' ? [part] : []);
    return `HTTP ${status}${words.length > 0 ? `: ${words.join(', ')}` : ` with ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteBody */ .jg)(bytes)}`}`;
}
/** Refusals for the plan carry the word in their message; there is no code for them. */
function isOfPlan(status, reason) {
    return status >= 400 && status <= 499 && /licen[sc]e/i.test(reason);
}
/** What is not Descope's own refusal: something in between answered. */
function wordsOfNetwork(status) {
    if (status >= 300 && status <= 399)
        return `HTTP ${status}: redirects are not followed`;
    const advice = 'a proxy in between wants credentials: check HTTP_PROXY and HTTPS_PROXY';
    return status === 407 ? `HTTP ${status}: ${advice}` : undefined;
}
/** What an answer to a read means that is none, and would be none another time. */
function finalFailure(endpoint, answer) {
    const { status } = answer;
    const ofNetwork = wordsOfNetwork(status);
    if (ofNetwork !== undefined)
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DescopeApiError */ .sV(endpoint, status, ofNetwork);
    const reason = describeFailure(answer);
    return new (isOfPlan(status, reason) ? _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .NotLicensedError */ .fk : _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DescopeApiError */ .sV)(endpoint, status, reason);
}


/***/ }),

/***/ 59881:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ ApiSession),
/* harmony export */   x: () => (/* binding */ OWN_MARK)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _project_own_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31593);
/* harmony import */ var _json_write_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11249);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41874);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48045);
/**
 * What every call of a run shares: the key, the deadline, the number of requests, the rate limit,
 * the secrets that no message repeats.
 */





const REQUEST_TIMEOUT_MS = 60_000;
/** What can be the value of a header; anything else would cost every later call. */
const TIER = /^[\x21-\x7e]{1,100}$/;
/** Stands in messages where a secret of the run was. */
const OWN_MARK = '***';
const REAL_CLOCK = {
    now: () => Date.now(),
    sleep: (milliseconds, signal) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, { signal }),
};
/** Aborted `graceMs` after another signal, with its reason. */
function later(signal, graceMs) {
    const controller = new AbortController();
    const abort = () => {
        setTimeout(() => {
            controller.abort(signal.reason);
        }, graceMs).unref();
    };
    if (signal.aborted)
        abort();
    else
        signal.addEventListener('abort', abort, { once: true });
    return controller.signal;
}
/** The calls of a run, within a deadline and a number of requests. */
class ApiSession {
    #options;
    #limits;
    #signal;
    #shared;
    clock;
    /**
     * @param shared with another session, and the limits that are its own; both are for
     * {@link lasting} alone
     */
    constructor(options, limits = {
        cancelled: options.signal,
        deadline: AbortSignal.timeout(options.deadlineMs),
    }, shared) {
        this.#options = options;
        this.clock = options.clock ?? REAL_CLOCK;
        this.#limits = limits;
        this.#signal = AbortSignal.any([limits.cancelled, limits.deadline]);
        const secrets = [options.managementKey, ...(options.ownSecrets ?? [])].map((secret) => secret.reveal());
        this.#shared = shared ?? {
            requests: 0,
            startedAt: this.clock.now(),
            pausedUntil: 0,
            tier: undefined,
            secrets,
            redactor: undefined,
        };
    }
    /**
     * The same session, which goes on for a while after a cancel or the deadline: what is under way
     * then can be brought to an end.
     */
    lasting(graceMs) {
        const { cancelled, deadline } = this.#limits;
        const limits = { cancelled: later(cancelled, graceMs), deadline: later(deadline, graceMs) };
        return new ApiSession(this.#options, limits, this.#shared);
    }
    /** Finds the secrets of the run: whoever quotes or saves an answer has to. */
    redactor = {
        redact: (text, mark) => this.#redactor.redact(text, mark),
        redactBytes: (bytes, mark) => this.#redactor.redactBytes(bytes, mark),
        isSecret: (text) => this.#redactor.isSecret(text),
    };
    get #redactor() {
        return (this.#shared.redactor ??= (0,_project_own_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .makeRedactor */ .$)(this.#shared.secrets));
    }
    /** Adds secrets that no message must repeat from now on. */
    protect(secrets) {
        const known = new Set(this.#shared.secrets);
        const fresh = [...secrets].filter((secret) => secret !== '' && !known.has(secret));
        if (fresh.length === 0)
            return;
        this.#shared.secrets = [...known, ...fresh];
        this.#shared.redactor = undefined;
    }
    get requestCount() {
        return this.#shared.requests;
    }
    /** How many requests may still be made. */
    get requestsLeft() {
        return this.#options.maxRequests - this.#shared.requests;
    }
    /** Milliseconds until the deadline; none or fewer when it has come. */
    get timeLeftMs() {
        return this.#shared.startedAt + this.#options.deadlineMs - this.clock.now();
    }
    get cancelSignal() {
        return this.#limits.cancelled;
    }
    /** Why nothing more can be begun, in words; undefined while something can. */
    get stopReason() {
        if (this.#limits.cancelled.aborted)
            return 'the run was cancelled';
        if (this.#limits.deadline.aborted)
            return this.#deadlineWords;
        return this.requestsLeft <= 0 ? this.#budgetWords : undefined;
    }
    /** @returns whether it can be one */
    setTier(tier) {
        const isTier = typeof tier === 'string' && TIER.test(tier);
        if (isTier)
            this.#shared.tier = tier;
        return isTier;
    }
    get hasTier() {
        return this.#shared.tier !== undefined;
    }
    /** The rate limit tier of the project's plan, where the service told it. */
    get tier() {
        return this.#shared.tier;
    }
    get #deadlineWords() {
        return `not done within deadline-minutes (${this.#options.deadlineMs / 60_000})`;
    }
    get #budgetWords() {
        return `max-requests (${this.#options.maxRequests}) is used up`;
    }
    /**
     * Counts a request that is about to be sent.
     *
     * @throws BudgetError; the reason of the signal when cancelled
     */
    admit(endpoint) {
        this.check(endpoint);
        if (this.requestsLeft <= 0)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BudgetError */ .Wp(endpoint, undefined, this.#budgetWords);
        this.#shared.requests++;
    }
    /**
     * Sends one request that was admitted.
     *
     * @throws ConnectionError, AnswerTooLargeError, BudgetError; the reason of the signal when
     * cancelled
     */
    async send(endpoint, { query, body }) {
        const { projectId, managementKey, baseUrl, requestTimeoutMs } = this.#options;
        const url = new URL(endpoint.path, baseUrl);
        for (const [name, value] of Object.entries(query ?? {}))
            url.searchParams.set(name, value);
        const { tier } = this.#shared;
        const hasBody = endpoint.method === 'POST' || endpoint.method === 'PATCH';
        const headers = {
            authorization: `Bearer ${projectId}:${managementKey.reveal()}`,
            accept: 'application/json',
            'x-descope-project-id': projectId,
            'x-descope-sdk-name': 'descope-backup',
            ...(tier !== undefined && { 'x-descope-license': tier }),
            ...(hasBody && { 'content-type': 'application/json' }),
        };
        const text = hasBody ? (0,_json_write_js__WEBPACK_IMPORTED_MODULE_3__/* .formatJson */ .IB)(body ?? {}) : undefined;
        try {
            return await (0,_http_js__WEBPACK_IMPORTED_MODULE_4__/* .send */ .tN)({ method: endpoint.method, url, headers, body: text }, { timeoutMs: requestTimeoutMs ?? REQUEST_TIMEOUT_MS, maxBytes: endpoint.maxBytes }, this.#signal);
        }
        catch (error) {
            this.check(endpoint);
            throw error;
        }
    }
    /** A rate limit counts all requests together: whoever asks next waits as well. */
    pause(retryAfter, refusals) {
        const now = this.clock.now();
        const delay = (0,_http_js__WEBPACK_IMPORTED_MODULE_4__/* .retryDelay */ .a2)(retryAfter, refusals, now);
        this.#shared.pausedUntil = Math.max(this.#shared.pausedUntil, now + delay);
    }
    /** @throws BudgetError; the reason of the signal when cancelled */
    async waitForRateLimit(endpoint) {
        for (let left; (left = this.#shared.pausedUntil - this.clock.now()) > 0;) {
            await this.sleep(endpoint, left);
        }
    }
    /** @throws BudgetError; the reason of the signal when cancelled */
    async sleep(endpoint, delay) {
        try {
            await this.clock.sleep(delay, this.#signal);
        }
        catch {
            this.#limits.cancelled.throwIfAborted();
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BudgetError */ .Wp(endpoint, undefined, this.#deadlineWords);
        }
    }
    /** Sleeps as {@link sleep} does, and ends early instead of throwing. */
    async rest(delay) {
        try {
            await this.clock.sleep(delay, this.#signal);
        }
        catch {
            // Whoever goes on asks for `stopReason`.
        }
    }
    /** @throws BudgetError after the deadline; the reason of the signal when cancelled */
    check(endpoint) {
        this.#limits.cancelled.throwIfAborted();
        if (this.#limits.deadline.aborted) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BudgetError */ .Wp(endpoint, undefined, this.#deadlineWords);
        }
    }
    /** A proxy may show what it was sent: no message must repeat the key, however it is written. */
    withoutOwn({ status, chunks }) {
        return { status, bytes: this.redactor.redactBytes(Buffer.concat(chunks), OWN_MARK) };
    }
}


/***/ }),

/***/ 48887:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vm: () => (/* binding */ backUp)
});

// UNUSED EXPORTS: finishBackup, takeBackup

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./src/reporter/strangers.ts
var strangers = __webpack_require__(50);
// EXTERNAL MODULE: ./src/services/backup/amendment.ts
var amendment = __webpack_require__(81016);
// EXTERNAL MODULE: ./src/services/backup/backup-service.ts + 6 modules
var backup_service = __webpack_require__(91041);
// EXTERNAL MODULE: ./src/services/changes/read-state.ts
var read_state = __webpack_require__(95848);
// EXTERNAL MODULE: ./src/runs/capture.ts + 2 modules
var runs_capture = __webpack_require__(9222);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/copies/line-reach.ts
var line_reach = __webpack_require__(99857);
// EXTERNAL MODULE: ./src/copies/temporary-folder.ts
var temporary_folder = __webpack_require__(82527);
// EXTERNAL MODULE: ./src/services/lines/lines.ts
var lines = __webpack_require__(58455);
// EXTERNAL MODULE: ./src/services/backup/backup-id.ts
var backup_id = __webpack_require__(9719);
// EXTERNAL MODULE: ./src/services/changes/comparison.ts + 1 modules
var changes_comparison = __webpack_require__(98870);
;// CONCATENATED MODULE: ./src/services/lines/standing.ts
/** So many nights running may go by without a look-up. */
const MAX_FAILED_LOOK_UPS = 3;
const WAY_OUT = 'The new backup is kept. Look through it; if it is right, run once with allow-shrink: true, which makes the backup of that run the one that later ones are compared with';
/** How many of the newest backups could not be compared because the look-up failed. */
function failedRunning(older) {
    const index = older.findIndex(({ verification: { manifest } }) => manifest.comparison?.cause !== 'look-up-failed');
    return index === -1 ? older.length : index;
}
/**
 * Judges a backup that there was nothing to compare with. Only where nothing of the line ever was
 * it is the first.
 *
 * @param isAccepted whether this run accepts what it took, whatever is gone
 */
function judgeUncompared({ failure, found, older }, isAccepted) {
    if (failure === undefined && found === undefined) {
        return { mark: { outcome: 'first' }, reason: undefined, failure: undefined };
    }
    const isLookUp = failure !== undefined;
    const reason = isLookUp
        ? `the history could not be looked up: ${failure}`
        : `there is history, but no backup in it to compare with: ${found ?? ''}`;
    if (isAccepted) {
        return { mark: { outcome: 'accepted', reason }, reason, failure: undefined };
    }
    const mark = {
        outcome: 'not-compared',
        cause: isLookUp ? 'look-up-failed' : 'no-base',
        reason,
    };
    if (!isLookUp)
        return { mark, reason, failure: `${reason}. ${WAY_OUT}` };
    const nights = failedRunning(older) + 1;
    return {
        mark,
        reason,
        failure: nights < MAX_FAILED_LOOK_UPS
            ? undefined
            : `nothing was compared ${nights} times running: ${reason}. ${WAY_OUT}`,
    };
}
/**
 * The mark of a backup that was compared.
 *
 * @param base what it was compared with
 * @param isAccepted whether something was gone beyond the limit, and this run accepts it
 */
function markCompared(base, isAccepted) {
    const { comparison } = base.verification.manifest;
    const isHorizon = comparison?.outcome === 'first' || comparison?.outcome === 'accepted';
    return {
        outcome: isAccepted ? 'accepted' : 'compared',
        horizon: isHorizon ? base.id : (comparison?.horizon ?? base.id),
    };
}

// EXTERNAL MODULE: ./src/services/lines/base-state.ts
var base_state = __webpack_require__(88467);
// EXTERNAL MODULE: ./src/copies/carry.ts
var carry = __webpack_require__(9494);
;// CONCATENATED MODULE: ./src/runs/base-search.ts



const DAY_MS = 24 * 60 * 60 * 1000;
/** How far losses are added up, so that a slow one is a loss. */
const LOOK_BACK_MS = 7 * DAY_MS;
/** A schedule does not start to the second. */
const TOLERANCE_MS = 60 * 60 * 1000;
/** Artifacts that are opened for the look back. */
const MAX_LOOK_BACKS = 3;
/** Whether nothing older can change what the new backup is compared with. */
function isEnough({ bases }, after) {
    const [base] = bases;
    return (base !== undefined &&
        (0,lines/* isBase */._E)(base.verification.manifest) &&
        (0,base_state/* haveSaved */._D)(bases.map(({ verification }) => verification.manifest), (0,base_state/* missingSections */.Zr)(base.verification.manifest, after)));
}
/**
 * Opens artifacts, newest first, until the reach holds what the new backup is compared with, or
 * there are no more.
 *
 * @param reach grows by what is found
 * @returns how many artifacts hold, or may hold, backups of the line
 * @throws Error when the look-up or a download failed
 */
async function searchForBase(search, reach, after) {
    let ofLine = 0;
    const known = new line_reach/* KnownRuns */.sC(reach);
    const baseTime = () => (isEnough(reach, after) ? (reach.bases[0]?.time ?? 0) : -Infinity);
    for await (const artifact of search.artifacts(baseTime)) {
        const isKnown = known.covers(artifact.runId);
        if (isEnough(reach, after) && (isKnown || artifact.createdAt <= baseTime()))
            continue;
        const opened = await search.open(artifact, { isTimed: true });
        if (opened === undefined)
            continue;
        (0,carry/* warnOfDamage */.Dl)(opened, search.reporter);
        const isOther = opened.unusable === undefined && (0,line_reach/* areOfOtherLines */.Ry)(opened.backups, reach.line);
        if (isOther)
            await search.discard(opened);
        else
            ofLine++;
        reach.add((0,carry/* goodBackups */.vm)(opened, search.reporter), artifactPlace(artifact));
    }
    return ofLine;
}
function artifactPlace({ name, id }) {
    return `artifact ${name} (${id})`;
}
/**
 * The backup of about a week ago that may be looked back to; undefined when none but the base is
 * within reach.
 */
function oldestInLookBack(reach, fresh) {
    const [base, ...older] = reach.bases;
    if (base === undefined)
        return undefined;
    const start = lookBackStart(base, reach, fresh);
    const horizon = horizonOf(base);
    return older.findLast((backup) => backup.time >= start && (0,backup_id/* compareNewestFirst */.a0)(backup, horizon) <= 0);
}
/** The backup before which nothing counts any more: what was gone by then was accepted. */
function horizonOf(base) {
    const id = base.verification.manifest.comparison?.horizon;
    return (id === undefined ? undefined : (0,backup_id/* parseBackupId */.JN)(id)) ?? base;
}
/** Where looking back begins, in milliseconds since the epoch. */
function lookBackStart(base, { older }, fresh) {
    const { outcome } = base.verification.manifest.comparison ?? {};
    // What was accepted, or came first, has nothing before it.
    if (outcome === 'accepted' || outcome === 'first')
        return Infinity;
    // Counted from the first night that was red since: what was red then stays red, however long
    // nobody looks.
    const firstRed = older.findLast((backup) => backup.verification.manifest.status === 'suspect' && (0,backup_id/* compareNewestFirst */.a0)(backup, base) < 0);
    const end = firstRed?.time ?? fresh.time;
    return Math.max(end - LOOK_BACK_MS - TOLERANCE_MS, horizonOf(base).time);
}
/**
 * Opens the artifact of about a week ago, where the base is younger and nothing of that time is
 * within reach.
 *
 * @param reach grows by what is found
 * @throws Error when the look-up or a download failed
 */
async function searchForLookBack(search, reach, fresh) {
    const [base] = reach.bases;
    if (base === undefined)
        return;
    const start = lookBackStart(base, reach, fresh);
    const known = oldestInLookBack(reach, fresh)?.time ?? base.time;
    const candidates = search.named
        .filter(({ name, isExpired }) => !isExpired && !name.endsWith('-suspect'))
        .filter((artifact) => !search.hasOpened(artifact))
        .filter(({ createdAt }) => createdAt >= start && createdAt < known)
        .sort((a, b) => a.createdAt - b.createdAt);
    let left = MAX_LOOK_BACKS;
    for (const artifact of candidates) {
        const opened = await search.open(artifact, { isTimed: true });
        if (opened === undefined)
            continue;
        reach.add((0,carry/* goodBackups */.vm)(opened, search.reporter), artifactPlace(artifact));
        const found = oldestInLookBack(reach, fresh);
        if ((found !== undefined && found.time < known) || --left === 0)
            return;
    }
}

;// CONCATENATED MODULE: ./src/runs/compare.ts


/**
 * Looks for a backup of about a week ago, since which losses are added up. A failure costs that
 * alone, and is told.
 */
async function findLookBack({ reach, search }, { signal, reporter }) {
    try {
        if (search !== undefined)
            await searchForLookBack(search, reach, reach.fresh);
    }
    catch (error) {
        signal.throwIfAborted();
        reporter.warning(`a slow loss over several days was not looked for: ${error.message}`);
    }
    const found = oldestInLookBack(reach, reach.fresh);
    return found && provenOf(found);
}
function provenOf({ path, verification: { manifest } }) {
    return { path, manifest };
}
function tellBase(base, between, reporter) {
    const backups = between === 1 ? '1 newer backup lies' : `${between} newer backups lie`;
    reporter.info(between === 0
        ? `Compared with ${base.id}`
        : `Compared with ${base.id}: ${backups} between, which cannot be compared with`);
}
/**
 * Compares the new backup with the newest base within reach.
 *
 * @param bases newest first
 * @param compare reads the backups, and compares them
 * @throws Error when they could not be compared
 */
async function compareWithBase(bases, history, fresh, compare, { shrinkLimit, allowShrink, announced }, context) {
    const [base, ...older] = bases;
    const lookBack = await findLookBack(history, context);
    const between = Math.max(0, history.reach.older.findIndex(({ id }) => id === base.id));
    const { report, losses, announcedLosses } = await compare({
        bases: [provenOf(base), ...older.map(provenOf)],
        lookBack,
        fresh,
        shrinkLimit,
        ...(announced && { announced }),
    }, { signal: context.signal, folder: context.folder });
    tellBase(base, between, context.reporter);
    for (const loss of announcedLosses) {
        context.reporter.info(`As the plan of the restore announced: ${loss}`);
    }
    const isAccepted = losses.length > 0 ? allowShrink : announcedLosses.length > 0;
    for (const loss of losses) {
        context.reporter.warning(isAccepted ? `accepted by allow-shrink: ${loss}` : loss);
    }
    const shrink = isAccepted ? [] : losses;
    const kept = fresh.manifest.status === 'partial' ? 'partial' : 'complete';
    return {
        outcome: 'compared',
        with: base.verification.manifest,
        between,
        report,
        shrink,
        amendment: {
            status: shrink.length > 0 ? 'suspect' : kept,
            ...(shrink.length > 0 && { status_reasons: [...shrink] }),
            previous: { backup_id: base.id, manifest_sha256: base.verification.manifestSha256 },
            comparison: { ...markCompared(base, isAccepted), risk: report.risk },
        },
    };
}

// EXTERNAL MODULE: ./src/copies/artifact-names.ts
var artifact_names = __webpack_require__(710);
// EXTERNAL MODULE: ./src/copies/history.ts
var copies_history = __webpack_require__(37409);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/models/manifest.ts
var manifest = __webpack_require__(93257);
// EXTERNAL MODULE: ./src/storage/archive-limits.ts
var archive_limits = __webpack_require__(61120);
// EXTERNAL MODULE: ./src/storage/checksums.ts
var checksums = __webpack_require__(34025);
// EXTERNAL MODULE: ./src/storage/durable-files.ts
var durable_files = __webpack_require__(6624);
// EXTERNAL MODULE: ./src/json/parse.ts
var parse = __webpack_require__(27105);
// EXTERNAL MODULE: ./src/services/retention/belonging.ts
var retention_belonging = __webpack_require__(8180);
// EXTERNAL MODULE: ./src/services/backup/project-file/layout.ts
var layout = __webpack_require__(96482);
// EXTERNAL MODULE: ./src/services/changes/shrink.ts
var shrink = __webpack_require__(96541);
// EXTERNAL MODULE: ./src/services/backup/verification.ts + 2 modules
var verification = __webpack_require__(87196);
;// CONCATENATED MODULE: ./src/services/lines/damaged-history.ts
/**
 * What damaged folders of the backup root tell of a line that has no good backup to compare with.
 */











const OUR_FILES = new Set([verification/* MANIFEST_FILE */.h, layout/* PROJECT_FILE */.Dp, checksums/* CHECKSUMS_FILE */.aP]);
/** A folder without any file of ours was never a backup. */
async function holdsOurs(path) {
    try {
        return (await (0,promises_.readdir)(path)).some((name) => OUR_FILES.has(name));
    }
    catch {
        return true;
    }
}
async function readClaim(path) {
    try {
        const file = (0,external_node_path_.join)(path, verification/* MANIFEST_FILE */.h);
        if ((0,archive_limits/* fileSizeProblem */.$L)(verification/* MANIFEST_FILE */.h, (await (0,promises_.stat)(file)).size) !== undefined)
            return undefined;
        return manifest/* BackupManifest */.eV.safeParse((0,parse/* parseJson */.qF)((await (0,durable_files/* readHashed */.S6)(file)).bytes)).data;
    }
    catch {
        return undefined;
    }
}
function countsOf({ coverage }) {
    const counts = new Map();
    for (const entry of coverage) {
        if (entry.status === 'saved')
            counts.set(entry.section, entry.count);
    }
    return counts;
}
/** Sections of which the damaged backup had many more objects, in words. */
function losses(before, after, limitPercent) {
    const now = countsOf(after);
    return [...countsOf(before)].flatMap(([section, count]) => {
        const left = now.get(section);
        if (left === undefined || !(0,shrink/* isTooMuch */.g)(count - left, count, limitPercent))
            return [];
        return [`${count} ${section} in ${before.backup_id}, which is damaged, and ${left} now`];
    });
}
/**
 * A damaged backup cannot be compared with object by object, but its manifest tells how many
 * objects there were: where that many are there still, a line whose only backup is damaged may
 * begin anew.
 *
 * @param root the backups of the root
 * @param line as `lineName` gives it
 * @param fresh the manifest of the new backup
 * @returns why the line may not begin anew, in words; empty when it may
 */
async function damagedHistory(root, line, fresh, limitPercent) {
    const reasons = [];
    let unreadable = 0;
    for (const backup of root) {
        const { path, verification } = backup;
        if (verification.verified || verification.isLegacy || !(await holdsOurs(path)))
            continue;
        const belonging = await (0,retention_belonging/* belongingOf */.B)(backup);
        const owner = 'line' in belonging ? belonging.line : undefined;
        if (owner !== undefined && owner !== line)
            continue;
        const claim = owner === undefined ? undefined : await readClaim(path);
        if (claim === undefined)
            unreadable++;
        else if (claim.status === 'complete')
            reasons.push(...losses(claim, fresh, limitPercent));
    }
    if (unreadable > 0)
        reasons.push(`${unreadable} in the backup root that nobody can read`);
    return reasons;
}

;// CONCATENATED MODULE: ./src/runs/history-look-up.ts
/**
 * Looks for the earlier backups of a line: in the backup root, and in artifacts of earlier runs.
 */





const history_look_up_DAY_MS = 24 * 60 * 60 * 1000;
/**
 * What there is in the root, in words: good backups that are no base, and damage that may hide a
 * loss.
 */
async function foundInRoot(reach, root, manifest, limitPercent) {
    const count = reach.finishedCount;
    const noBase = `${count} of ${reach.line} that are not complete, or were not compared`;
    const damaged = await damagedHistory(root, reach.line, manifest, limitPercent);
    return [...(count > 0 ? [noBase] : []), ...damaged];
}
/** What there is in artifacts, in words. */
function foundInArtifacts(search, ofLine) {
    const { expired, untrusted, unusable } = search.counts;
    const told = (count, text) => (count === 0 ? [] : [`${count} ${text}`]);
    return [
        ...told(expired, 'artifacts that have expired'),
        ...told(untrusted, 'artifacts of runs that are not trusted (history-branch names another branch to trust)'),
        ...told(unusable, 'artifacts that are damaged or not safe'),
        ...told(ofLine - unusable, 'artifacts without a complete backup that was compared'),
    ];
}
/**
 * Looks for earlier backups of the new one's line; with `history: carry` they are brought into the
 * root.
 */
class HistoryLookUp {
    #service;
    #options;
    #manifest;
    #reach;
    #signal;
    #search;
    #adopted = [];
    /** @param folder a temporary one */
    constructor(service, options, manifest, reach, folder, world) {
        this.#service = service;
        this.#options = options;
        this.#manifest = manifest;
        this.#reach = reach;
        this.#signal = world.signal;
        if (world.copies === undefined)
            return;
        const { naming } = options;
        const query = { projectId: naming.projectId, ...(0,artifact_names/* lineArtifacts */.u5)(naming) };
        this.#search = new copies_history/* HistorySearch */.Z(world.copies, query, folder, world);
    }
    /** @throws nothing but what cancels the run */
    async run(root) {
        const reach = this.#reach;
        const { history, areCopiesHistory, shrinkLimit } = this.#options;
        const inRoot = await foundInRoot(reach, root, this.#manifest, shrinkLimit);
        let failure;
        let carryFailure;
        let inArtifacts = [];
        try {
            inArtifacts = await this.#lookInArtifacts();
        }
        catch (error) {
            this.#signal.throwIfAborted();
            failure = error.message;
            if (history === 'carry')
                carryFailure = carryError(error);
        }
        const found = [...inRoot, ...(areCopiesHistory ? inArtifacts : [])].join(', ');
        return {
            reach,
            search: this.#search,
            failure: areCopiesHistory ? failure : undefined,
            found: found === '' ? undefined : found,
            carryFailure,
            adopted: this.#adopted,
        };
    }
    async #lookInArtifacts() {
        const search = this.#search;
        if (search === undefined)
            return [];
        const { history, naming, retentionDays, minimumBackups } = this.#options;
        if (history !== 'carry') {
            return foundInArtifacts(search, await searchForBase(search, this.#reach, this.#manifest));
        }
        const carried = await (0,carry/* carryHistory */.Sk)(this.#service, naming.projectId, search, this.#reach, {
            start: this.#reach.fresh.time - retentionDays * history_look_up_DAY_MS,
            minimum: minimumBackups,
            wholeName: (0,artifact_names/* baseName */.Fl)(naming),
        });
        this.#adopted = carried.adopted;
        const found = foundInArtifacts(search, carried.ofLine);
        const { unusable, untrusted } = search.counts;
        // Those that have expired are missed only where the root has nothing in their place.
        const isMissed = unusable + untrusted > 0 || this.#reach.bases.length === 0;
        if (carried.usable === 0 && found.length > 0 && isMissed) {
            throw new Error(`there are artifacts, but none can be used: ${found.join(', ')}`);
        }
        return found;
    }
}
/** Why the new backup is kept alone. */
function carryError(cause) {
    return new Error(`history: carry: earlier backups could not be brought back: ${cause.message}. The new backup is kept alone, and nothing is pruned`, { cause });
}

;// CONCATENATED MODULE: ./src/runs/compare-with-history.ts
/** How the new backup stands to the earlier ones of its line, and what becomes of the run by it. */






/** Why nothing is compared, where that is switched off. */
const OFF = {
    outcome: 'not-compared',
    cause: 'off',
    reason: 'Nothing is compared (history: none)',
};
/**
 * How the new backup stands to the ones before it, as far as that is known before it is written.
 * Until a comparison was made, it counts for nothing: a run that is killed before leaves a backup
 * that nothing trusts.
 */
async function standingBefore(service, { history, naming }, { copies }) {
    const pending = { outcome: 'not-compared', cause: 'pending' };
    if (history === 'none')
        return OFF;
    if (copies !== undefined)
        return pending;
    // What cannot be listed is reported where pruning lists it.
    const backups = await service.listBackups(naming.projectId).catch(() => [undefined]);
    return backups.length === 0 ? { outcome: 'first' } : pending;
}
/**
 * Remembers that sections which could not be read were accepted: the others then count as those of
 * a complete backup.
 */
function withAcceptance({ comparison, ...amendment }, { acceptPartial }) {
    const isAccepted = amendment.status === 'partial' && acceptPartial;
    return {
        ...amendment,
        comparison: comparison && { ...comparison, ...(isAccepted && { partial_accepted: true }) },
    };
}
/** What the new backup is when nothing has been said against it. */
function ownStatus({ status }) {
    return status === 'partial' ? 'partial' : 'complete';
}
/**
 * Compares the new backup with the newest base of its line, in the backup root or in artifacts of
 * earlier runs. With `history: carry` those are brought back into the root first.
 *
 * @throws nothing but what cancels the run: a failed look-up is data, never an empty history
 */
async function compareWithHistory(service, options, fresh, world) {
    const result = options.history === 'none'
        ? notCompared(fresh, world.reporter)
        : await compareOrSayWhyNot(service, options, fresh, world);
    const { comparison } = result;
    const amendment = withAcceptance(comparison.amendment, options);
    return { ...result, comparison: { ...comparison, amendment } };
}
async function compareOrSayWhyNot(service, options, fresh, world) {
    try {
        return await (0,temporary_folder/* withTemporaryFolder */.E)(world.temporaryRoot, (folder) => compareInFolder(service, options, fresh, folder, world));
    }
    catch (error) {
        world.signal.throwIfAborted();
        // This machine could not do it at all: the backup is proven, and goes on its way.
        const cause = error;
        const { message } = cause;
        const facts = { failure: message, found: undefined, older: [] };
        return {
            comparison: tellUncompared(facts, fresh.manifest, options, world.reporter).comparison,
            carryFailure: options.history === 'carry' ? carryError(cause) : undefined,
            failures: [new Error(`nothing was compared: ${message}`, { cause })],
            known: new Map([[fresh.path, fresh.verification]]),
        };
    }
}
function notCompared({ path, verification, manifest }, reporter) {
    const { reason = '' } = OFF;
    reporter.info(reason);
    return {
        comparison: {
            outcome: 'off',
            reason,
            amendment: { status: ownStatus(manifest), comparison: OFF },
        },
        carryFailure: undefined,
        failures: [],
        known: new Map([[path, verification]]),
    };
}
/** The backups of the root, and what is known of each by now. */
class RootInspection {
    #service;
    #projectId;
    known;
    constructor(service, projectId, { path, verification }) {
        this.#service = service;
        this.#projectId = projectId;
        this.known = new Map([[path, verification]]);
    }
    /** Forgets what was known of folders that others have taken the place of. */
    forget(ids) {
        const gone = new Set(ids);
        this.known = new Map([...this.known].filter(([path]) => !gone.has((0,external_node_path_.basename)(path))));
    }
    async inspect() {
        const backups = await this.#service.inspectBackups(this.#projectId, this.known);
        this.known = new Map(backups.map((backup) => [backup.path, backup.verification]));
        return backups;
    }
}
/**
 * What a backup may be compared with though the look-up failed: not the oldest that was reached in
 * artifacts, which counts as the first of its line only where there is none before it.
 *
 * @param inRoot the bases that the root alone gives
 */
function provenBases(reach, inRoot) {
    const { bases, backups } = reach;
    if (bases.some(({ verification }) => (0,lines/* isBase */._E)(verification.manifest)))
        return bases;
    return inRoot.filter(({ id }) => backups.some((backup) => backup.id === id));
}
async function compareInFolder(service, options, fresh, folder, world) {
    const { signal, reporter } = world;
    const { path, manifest } = fresh;
    const reach = new line_reach/* LineReach */.Y4((0,lines/* lineName */.iE)(manifest), (0,backup_id/* parseBackupId */.JN)(manifest.backup_id));
    const inspection = new RootInspection(service, options.naming.projectId, fresh);
    let root = [];
    let failure;
    try {
        root = (await inspection.inspect()).filter((backup) => backup.path !== path);
        reach.add(root, 'the backup root');
    }
    catch (error) {
        failure = error.message;
    }
    const inRoot = reach.bases;
    const lookUp = new HistoryLookUp(service, options, manifest, reach, folder, world);
    const history = await lookUp.run(root);
    signal.throwIfAborted();
    inspection.forget(history.adopted);
    failure ??= history.failure;
    const finish = (comparison, ...failures) => ({
        comparison,
        carryFailure: history.carryFailure,
        failures: [...failures, ...reach.twoForms.map(({ reason }) => reason)].map((message) => new Error(message)),
        known: inspection.known,
    });
    const [base, ...older] = failure === undefined ? reach.bases : provenBases(reach, inRoot);
    if (base !== undefined) {
        if (failure !== undefined)
            reporter.info(`Artifacts of earlier runs do not count: ${failure}`);
        try {
            const { compareBackups: compare = changes_comparison/* compareBackups */.f } = world;
            const bases = [base, ...older];
            const context = { reporter, signal, folder };
            return finish(await compareWithBase(bases, history, { path, manifest }, compare, options, context));
        }
        catch (error) {
            signal.throwIfAborted();
            failure = error.message;
        }
    }
    const facts = { failure, found: history.found, older: reach.older };
    const { comparison, failure: red } = tellUncompared(facts, manifest, options, reporter);
    return finish(comparison, ...(red === undefined ? [] : [red]));
}
/**
 * Says why there is nothing that the new backup was compared with, and what fails the run by it.
 */
function tellUncompared(facts, manifest, { allowShrink }, reporter) {
    const { mark, reason, failure } = judgeUncompared(facts, allowShrink);
    const amendment = { status: ownStatus(manifest), comparison: mark };
    if (reason === undefined) {
        const first = `There is no history yet: this is the first backup of ${(0,lines/* lineName */.iE)(manifest)}`;
        reporter.info(first);
        return { comparison: { outcome: 'first', reason: first, amendment }, failure };
    }
    reporter.warning(`what changed is unknown: ${reason}`);
    const told = `What changed is unknown: ${reason}`;
    return { comparison: { outcome: 'not-compared', reason: told, amendment }, failure };
}

;// CONCATENATED MODULE: ./src/runs/demands.ts
/** What of the demands is not met, a sentence each. A suspect backup never passes. */
function unmetDemands({ requireSections, failOnPartial }, { status, status_reasons, coverage }) {
    const saved = new Set(coverage.flatMap((entry) => (entry.status === 'saved' ? [entry.section] : [])));
    const missing = requireSections.filter((section) => !saved.has(section));
    const failures = [];
    if (missing.length > 0) {
        failures.push(new Error(`require-sections: not saved: ${missing.join(', ')}`));
    }
    if (status === 'partial' && failOnPartial) {
        failures.push(new Error('the backup is partial: the log says which sections failed and why. It is kept, and prunes nothing; set fail-on-partial to false to accept it'));
    }
    if (status === 'suspect') {
        const reasons = (status_reasons ?? []).join('; ');
        failures.push(new Error(`the backup is suspect: ${reasons}. It is kept, but prunes nothing and is never compared with; if this was meant, run once with allow-shrink: true`));
    }
    return failures;
}

// EXTERNAL MODULE: ./src/storage/io-errors.ts
var io_errors = __webpack_require__(78305);
;// CONCATENATED MODULE: ./src/services/git-tree/git-tree-place.ts
/** Where a tree for git may be. */



/** What is at a path: a link is never followed. */
async function kindOf(path) {
    try {
        const stat = await (0,promises_.lstat)(path);
        return stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : 'other';
    }
    catch (error) {
        if ((0,io_errors/* errorCode */.CA)(error) === 'ENOENT')
            return 'nothing';
        throw error;
    }
}
/** Where a path really is, also when the end of it does not exist yet. */
async function realPlace(path) {
    try {
        return await (0,promises_.realpath)(path);
    }
    catch (error) {
        const code = (0,io_errors/* errorCode */.CA)(error);
        if ((code !== 'ENOENT' && code !== 'ENOTDIR') || (0,external_node_path_.dirname)(path) === path)
            throw error;
        return (0,external_node_path_.join)(await realPlace((0,external_node_path_.dirname)(path)), (0,external_node_path_.basename)(path));
    }
}
function isWithin(path, folder) {
    const way = (0,external_node_path_.relative)(folder, path);
    return way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
}
/**
 * What of a path below a folder is a link that leads out of the folder, or nowhere; undefined when
 * nothing is.
 */
async function findWayOut(path, folder) {
    const root = await realPlace(folder);
    let place = folder;
    for (const name of (0,external_node_path_.relative)(folder, path).split(external_node_path_.sep)) {
        place = (0,external_node_path_.join)(place, name);
        const kind = await kindOf(place).catch((error) => {
            // A file stands in the way, which is told when the tree is written.
            if ((0,io_errors/* errorCode */.CA)(error) === 'ENOTDIR')
                return 'nothing';
            throw error;
        });
        if (kind === 'nothing')
            return undefined;
        // Of a link that leads nowhere nobody can tell where it leads to.
        const real = await (0,promises_.realpath)(place).catch(() => undefined);
        if (real === undefined || !isWithin(real, root))
            return place;
    }
    return undefined;
}
/**
 * Makes sure that the tree and the backups do not meet: neither may remove what the other wrote.
 * And that a tree in the workspace stays there: what is checked out may hold links, and would have
 * the tree replace folders elsewhere.
 *
 * @throws Error when the folder is, contains or lies within the backup root, links resolved; or
 * lies in the workspace by its name, but a link on its way leads out
 */
async function checkGitTreePlace(folder, backupRoot, workspace) {
    let tree;
    let root;
    try {
        [tree, root] = await Promise.all([realPlace((0,external_node_path_.resolve)(folder)), realPlace((0,external_node_path_.resolve)(backupRoot))]);
    }
    catch (error) {
        throw (0,io_errors/* explainIoError */.U_)(error, 'could not tell where git-tree and backup-root are');
    }
    if (isWithin((0,external_node_path_.resolve)(folder), (0,external_node_path_.resolve)(workspace))) {
        const way = await findWayOut((0,external_node_path_.resolve)(folder), (0,external_node_path_.resolve)(workspace)).catch((error) => {
            throw (0,io_errors/* explainIoError */.U_)(error, 'could not tell where git-tree leads to');
        });
        if (way !== undefined) {
            throw new Error(`git-tree ${folder} is not used: ${way} is a link that leaves the workspace. Remove the link, or set git-tree to a folder of the workspace`);
        }
    }
    if (!isWithin(tree, root) && !isWithin(root, tree))
        return;
    throw new Error(`git-tree ${folder} and backup-root ${backupRoot} are the same folder or lie within each other: ` +
        `use two folders side by side`);
}

// EXTERNAL MODULE: ./src/json/write.ts
var json_write = __webpack_require__(11249);
// EXTERNAL MODULE: ./src/project/sections/index.ts + 23 modules
var sections = __webpack_require__(46701);
// EXTERNAL MODULE: ./src/project/snapshot-layout.ts
var snapshot_layout = __webpack_require__(69444);
// EXTERNAL MODULE: ./src/storage/remove-tree.ts
var remove_tree = __webpack_require__(21618);
// EXTERNAL MODULE: ./src/services/backup/resources-and-snapshot.ts
var resources_and_snapshot = __webpack_require__(92167);
// EXTERNAL MODULE: ./src/storage/safe-names.ts
var safe_names = __webpack_require__(63369);
;// CONCATENATED MODULE: ./src/services/git-tree/tree-names.ts
/** File names of ids in the tree for git. docs/git-tree.md describes them. */


/** Names up to this many bytes, endings not counted, are kept whole. */
const MAX_BYTES = 200;
const CUT_MARK = '~';
const HASH_DIGITS = 16;
/** Ids of which every sign stands for itself, which most do. */
const PLAIN = /^[0-9a-z][0-9a-z_-]*$/;
/**
 * Signs that are always escaped: what is forbidden in names somewhere, what the escape itself is
 * made of (`%`, and `~`, which begins the end of a cut name and the short names of Windows, such as
 * `git~1`), and what cannot be seen, which some file systems ignore when they compare names.
 */
const UNSAFE = /["%*/:<>?\\|~]|[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
/** Signs that file systems may take for others: of another case, or composed in another way. */
const AMBIGUOUS = /[A-Z\u0080-\u{10ffff}]/u;
/**
 * A sign in UTF-8. Half of a surrogate pair has no UTF-8: it gets the three bytes that the scheme
 * would give it.
 */
function bytesOf(sign) {
    const code = sign.codePointAt(0);
    if (code < 0xd800 || code > 0xdfff)
        return Buffer.from(sign);
    return Buffer.from([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)]);
}
function percent(sign) {
    return [...bytesOf(sign)]
        .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
        .join('');
}
/**
 * The hash is taken of all bytes of the id, so that ids that only their ends tell apart get names
 * of their own.
 */
function cut(signs, id) {
    const name = signs.join('');
    if (Buffer.byteLength(name) <= MAX_BYTES)
        return name;
    let room = MAX_BYTES - CUT_MARK.length - HASH_DIGITS;
    let start = '';
    for (const sign of signs) {
        room -= Buffer.byteLength(sign);
        if (room < 0)
            break;
        start += sign;
    }
    const hash = (0,checksums/* sha256 */.sc)(Buffer.concat(Array.from(id, bytesOf)));
    return `${start}${CUT_MARK}${hash.slice(0, HASH_DIGITS)}`;
}
function escapeId({ id, escapesDots }, also) {
    if (PLAIN.test(id) && (0,safe_names/* unsafeNameReason */.G)(id) === undefined && id.length <= MAX_BYTES)
        return id;
    // A bare % is no escape, and so no other id's name.
    if (id === '')
        return '%';
    const signs = Array.from(id);
    const escaped = signs.map((sign, index) => {
        const isEdge = index === 0 || index === signs.length - 1;
        const isUnsafe = UNSAFE.test(sign) ||
            also?.test(sign) === true ||
            (sign === '.' && (isEdge || escapesDots === true)) ||
            (sign === ' ' && index === signs.length - 1);
        return isUnsafe ? percent(sign) : sign;
    });
    const name = cut(escaped, id);
    // What is still unsafe now is the name of a device.
    if ((0,safe_names/* unsafeNameReason */.G)(name) === undefined)
        return name;
    return cut([percent(signs[0]), ...escaped.slice(1)], id);
}
/**
 * Equal for names that some file system takes for one. Sign by sign, since a lower case may depend
 * on the neighbours.
 */
function folded(name) {
    return Array.from(name.normalize('NFD'), (sign) => sign.toLowerCase().toUpperCase())
        .join('')
        .normalize('NFD');
}
/**
 * Gives each entry of one folder a file name that is safe on every system, and that no other entry
 * has, also where upper and lower case are the same. An id that stands for itself keeps its name;
 * the names do not depend on the order.
 *
 * @returns the names, ending included, in the order of the entries
 */
function treeNames(entries) {
    const plain = entries.map((entry) => escapeId(entry));
    const groups = new Map();
    const keys = entries.map(({ ending }, index) => folded(`${plain[index]}${ending}`));
    for (const key of keys)
        groups.set(key, (groups.get(key) ?? 0) + 1);
    return entries.map((entry, index) => {
        const isAlone = groups.get(keys[index]) === 1;
        return `${isAlone ? plain[index] : escapeId(entry, AMBIGUOUS)}${entry.ending}`;
    });
}

;// CONCATENATED MODULE: ./src/services/git-tree/git-tree.ts
/** The tree for git: one file an object, in a stable form. docs/git-tree.md describes it. */











/** The folders of a tree, which belong to this tool alone. */
const PARTS = ['tenants', 'flows', 'resources', 'snapshot'];
/** Where a tree is written before it takes its place. */
const STAGING = '.descope-backup-tree.tmp';
/** Says that the parts beside it may be replaced. */
const MARKER_FILE = '.descope-backup-tree';
const MARKER_TEXT = 'The folders tenants, flows, resources and snapshot beside this file are written by descope-backup\n' +
    '(input git-tree), which replaces them whole in every run. Do not edit or add files there.\n';
/** Sections whose objects are files beside those of the tenants that they belong to. */
const TENANT_ENDINGS = [
    ['tenants', '.json'],
    ...sections/* SECTION_ROWS */.Gw.flatMap(({ name, identity }) => identity.by === 'tenant' ? [[name, identity.treeEnding]] : []),
];
const WITH_FOLDER_OF_THEIR_OWN = new Set([
    ...TENANT_ENDINGS.map(([section]) => section),
    'flows',
    'snapshot',
]);
/** Files that are to be written at once. */
const WRITERS = 8;
const NO_OBJECTS = new Map();
/**
 * Tenants with their SSO and settings. A name is chosen for all three files of a tenant, so that
 * they stay together.
 */
function* tenantFiles(state) {
    const ids = new Set(TENANT_ENDINGS.flatMap(([section]) => [...(state.get(section)?.keys() ?? [])]));
    const names = namesOf([...ids].map((id) => ({ id, ending: '', escapesDots: true })));
    for (const [section, ending] of TENANT_ENDINGS) {
        for (const [id, text] of state.get(section) ?? NO_OBJECTS) {
            yield [`tenants/${names.get(id)}${ending}`, text];
        }
    }
}
function namesOf(entries) {
    const names = treeNames(entries);
    return new Map(entries.map(({ id }, index) => [id, names[index]]));
}
/** One file an object. */
function* objectFiles(folder, objects) {
    const names = namesOf([...objects.keys()].map((id) => ({ id, ending: '.json' })));
    for (const [id, text] of objects)
        yield [`${folder}/${names.get(id)}`, text];
}
function* resourceFiles(state) {
    const sections = [...state].filter(([section]) => !WITH_FOLDER_OF_THEIR_OWN.has(section));
    const names = namesOf(sections.map(([id]) => ({ id, ending: '', escapesDots: true })));
    for (const [section, objects] of sections) {
        const path = `resources/${names.get(section)}`;
        const whole = objects.size === 1 ? objects.get(section) : undefined;
        if (whole === undefined)
            yield* objectFiles(path, objects);
        else
            yield [`${path}.json`, whole];
    }
}
/**
 * How an entry of a snapshot is named. No folder has a dot in its name and every file has one, and
 * what stands for a file that is not JSON alone ends in `.sha256.json`: so two entries cannot meet.
 */
function snapshotName(segment, { text }) {
    if (text === undefined)
        return { id: segment, ending: '', escapesDots: true };
    if (!(0,resources_and_snapshot/* isJsonFile */.Hz)(segment))
        return { id: segment, ending: '.sha256.json' };
    const id = segment.slice(0, -'.json'.length);
    return { id, ending: '.json', escapesDots: /\.sha256$/i.test(id) };
}
function* snapshotFiles(folder, { children }) {
    const entries = [...children];
    const names = treeNames(entries.map(([segment, node]) => snapshotName(segment, node)));
    for (const [index, [, node]] of entries.entries()) {
        const path = `${folder}/${names[index]}`;
        if (node.text === undefined)
            yield* snapshotFiles(path, node);
        else
            yield [path, node.text];
    }
}
function snapshotTree(state) {
    const root = { children: new Map() };
    for (const [path, text] of state.get('snapshot') ?? NO_OBJECTS) {
        // Flows are in a section of their own, with all that the files of the snapshot say of them.
        if (state.has('flows') && (0,snapshot_layout/* flowFileOf */.QC)(path) !== undefined)
            continue;
        let node = root;
        const segments = path.split('/');
        for (const [index, segment] of segments.entries()) {
            const isFile = index === segments.length - 1;
            const child = node.children.get(segment) ?? { ...(isFile && { text }), children: new Map() };
            if (isFile !== (child.text !== undefined)) {
                throw new Error(`the snapshot has a file and a folder of one name: ${JSON.stringify(path)}`);
            }
            node.children.set(segment, child);
            node = child;
        }
    }
    return root;
}
function* filesOf(state) {
    yield* tenantFiles(state);
    yield* objectFiles('flows', state.get('flows') ?? NO_OBJECTS);
    yield* resourceFiles(state);
    yield* snapshotFiles('snapshot', snapshotTree(state));
}
/**
 * Writes the files some at a time. They are not flushed to the disk one by one: what they say is in
 * the backup, which is, and git adds them when they are whole.
 */
async function writeFiles(folder, files) {
    const made = new Map();
    let count = 0;
    let hasFailed = false;
    const write = async () => {
        for (let next = files.next(); next.done !== true && !hasFailed; next = files.next()) {
            const [path, text] = next.value;
            const parent = (0,external_node_path_.join)(folder, (0,external_node_path_.dirname)(path));
            const isMade = made.get(parent) ?? (0,promises_.mkdir)(parent, { recursive: true });
            made.set(parent, isMade);
            await isMade;
            // A file that is there already would be another object's.
            await (0,promises_.writeFile)((0,external_node_path_.join)(folder, path), `${(0,json_write/* formatJson */.IB)((0,parse/* parseJson */.qF)(Buffer.from(text)))}\n`, {
                flag: 'wx',
            });
            count++;
        }
    };
    // All have ended before the folder may be removed.
    const ended = await Promise.allSettled(Array.from({ length: WRITERS }, () => write().catch((error) => {
        hasFailed = true;
        throw error;
    })));
    for (const result of ended)
        if (result.status === 'rejected')
            throw result.reason;
    return count;
}
/**
 * Makes sure that the parts in the folder are ours to replace.
 *
 * @throws Error when they are not, or one leads elsewhere; then nothing was changed
 */
async function claim(folder) {
    const root = await kindOf(folder);
    if (root !== 'folder' && root !== 'nothing') {
        throw new Error(`${folder} is a link or a file, not a folder: set git-tree to a folder`);
    }
    const marker = (0,external_node_path_.join)(folder, MARKER_FILE);
    const mark = await kindOf(marker);
    if (mark !== 'file' && mark !== 'nothing') {
        throw new Error(`${marker} is not the file that marks a git tree: remove it`);
    }
    for (const name of [...PARTS, STAGING]) {
        const path = (0,external_node_path_.join)(folder, name);
        const kind = await kindOf(path);
        if (kind === 'nothing')
            continue;
        if (kind !== 'folder') {
            throw new Error(`${path} is a link or a file, not a folder: remove it or use another git-tree`);
        }
        if (mark === 'nothing') {
            throw new Error(`${path} is there, but ${MARKER_FILE} is not: the folder may be somebody else's, and would be replaced. ` +
                `Use another git-tree, or move it away`);
        }
    }
    await (0,promises_.mkdir)(folder, { recursive: true });
    if (mark === 'nothing')
        await (0,promises_.writeFile)(marker, MARKER_TEXT);
}
/**
 * Puts the parts of `fresh` in the place of those in the folder, which are moved to `old`. All of
 * them, or none.
 */
async function swap(folder, fresh, old) {
    const done = [];
    const move = async (from, to) => {
        if ((await kindOf(from)) === 'nothing')
            return;
        await (0,promises_.rename)(from, to);
        done.push([from, to]);
    };
    await (0,promises_.mkdir)(old);
    try {
        for (const part of PARTS) {
            await move((0,external_node_path_.join)(folder, part), (0,external_node_path_.join)(old, part));
            await move((0,external_node_path_.join)(fresh, part), (0,external_node_path_.join)(folder, part));
        }
    }
    catch (error) {
        for (const [from, to] of done.reverse())
            await (0,promises_.rename)(to, from);
        throw error;
    }
}
/**
 * Writes a state as one file an object, for git: the same state gives the same bytes. The folder's
 * own parts are replaced whole; whatever else is in the folder stays as it is.
 *
 * @throws Error when the folder is not ours to write to, or the tree could not be written; then the
 * tree is as it was
 */
async function writeGitTree(folder, state) {
    const staging = (0,external_node_path_.join)(folder, STAGING);
    const fresh = (0,external_node_path_.join)(staging, 'new');
    try {
        await claim(folder);
        // A killed run may have left one.
        await (0,remove_tree/* removeTree */.d)(staging);
        try {
            await (0,promises_.mkdir)(fresh, { recursive: true });
            const files = await writeFiles(fresh, filesOf(state));
            await swap(folder, fresh, (0,external_node_path_.join)(staging, 'old'));
            return { files };
        }
        finally {
            // What is left of it goes in the next run.
            await (0,remove_tree/* removeTree */.d)(staging).catch(() => undefined);
        }
    }
    catch (error) {
        throw (0,io_errors/* explainIoError */.U_)(error, `could not write the git tree ${folder}`);
    }
}

;// CONCATENATED MODULE: ./src/runs/git-tree.ts

/** @throws Error when the tree would meet the backups, or a link on its way leaves the workspace */
async function checkTreePlace(tree, backupRoot) {
    if (tree !== undefined)
        await checkGitTreePlace(tree.folder, backupRoot, tree.workspace);
}
/**
 * Writes the state of the new backup as a tree for git. One that is not complete leaves the tree as
 * it is: what it lacks would look like deleted.
 */
async function writeTreeForGit(tree, backupRoot, { status, source }, readState, reporter) {
    if (tree === undefined)
        return;
    const { folder, whyNotLive } = tree;
    if (status !== 'complete') {
        reporter.warning(`the git tree ${folder} is left as it is, because the new backup is ${status}`);
        return;
    }
    if (source.type === 'management-api' && whyNotLive !== undefined) {
        throw new Error(`the git tree ${folder} of the live project was not written: ${whyNotLive}. Run this in a private repository, leave git-tree out, or set allow-public-artifact to true`);
    }
    // What leads there may have changed since the run began.
    await checkTreePlace(tree, backupRoot);
    const { files } = await writeGitTree(folder, await readState());
    reporter.info(`Written to ${folder}: ${files} files`);
}

// EXTERNAL MODULE: ./src/runs/outcome.ts
var outcome = __webpack_require__(29426);
;// CONCATENATED MODULE: ./src/runs/prune.ts


function tellRetention({ removed, kept, failed, warnings }, reporter) {
    for (const { id, reason } of removed)
        reporter.info(`Removed ${id}: ${reason}`);
    for (const { id, reason } of kept)
        reporter.info(`Kept ${id}: ${reason}`);
    for (const { id, reason } of failed)
        reporter.warning(`${id} should have gone: ${reason}`);
    for (const text of warnings)
        reporter.warning(text);
}
/** Why a folder could not be removed names the file that stands in the way. */
function tellable(result, reporter) {
    const unnamed = 'it could not be removed, or not wholly: check the rights on it, and the disk';
    const failed = result.failed.map(({ id, reason }) => ({
        id,
        reason: reporter.words({ named: reason, unnamed }),
    }));
    return { ...result, failed };
}
/** Damage shows here and nowhere else: the folder stays in the window until it is too old. */
function warnOfDamage(retained, reporter) {
    for (const { id, verification } of retained) {
        if (verification.verified)
            continue;
        const problems = reporter.words((0,strangers/* problemsInWords */.x)(verification.problems));
        reporter.warning(`${id} does not verify: ${problems}. It is kept as it is`);
    }
}
/** Why nothing is pruned, if so. */
function whyNot({ prune }, manifest, carryFailure) {
    if (prune === false)
        return 'Pruning is off (prune: false)';
    if (!(0,lines/* isAcceptable */.Lr)(manifest)) {
        return `Nothing is pruned, because the new backup is ${manifest.status}`;
    }
    return carryFailure === undefined
        ? undefined
        : 'Nothing is pruned, because earlier backups could not be brought back';
}
/**
 * Prunes the backups of the new one's line as the options say. A backup that is neither complete
 * nor accepted as partial prunes nothing: it may lack what the older ones hold.
 *
 * @param manifest of the new backup, which is proven
 * @param known what is known of backups by their paths, the new one's among them
 * @throws Error when the backups could not be listed, or the new one is not among them
 */
async function prune(service, options, { manifest }, known, { reporter, signal, carryFailure }) {
    const { projectId, isRootForgotten } = options;
    const backups = await service.inspectBackups(projectId, known);
    if (!backups.some(({ id }) => id === manifest.backup_id)) {
        throw new Error(`the new backup ${manifest.backup_id} is gone since it was proven, and nothing is pruned: find out what removes folders from the backup root while a backup runs`);
    }
    if (backups.length === 1 && isRootForgotten) {
        reporter.info('Retention had nothing to act on: this is the only backup here, as always on a hosted runner. Older backups are in the artifacts of earlier runs; history: carry brings them back');
    }
    const skipped = whyNot(options, manifest, carryFailure);
    if (skipped !== undefined) {
        reporter.info(skipped);
        warnOfDamage(backups, reporter);
        return { result: undefined, retained: backups, skipped };
    }
    const cleaned = await service.cleanupOldBackups(projectId, manifest, {
        backups,
        dryRun: options.prune === 'dry-run',
        signal,
    });
    const result = tellable(cleaned, reporter);
    tellRetention(result, reporter);
    warnOfDamage(result.retained, reporter);
    return { result, retained: result.retained };
}

;// CONCATENATED MODULE: ./src/runs/backup.ts
/**
 * The story of a backup, top to bottom: capture, write, prove, and then compare, prune and store.
 */









/**
 * Reads the project and writes the backup. What was read is let go of when this returns: a large
 * project would otherwise be in memory twice while the backup is read back.
 */
async function writeBackup(service, options, world, standing) {
    const { reporter, signal, ownSecrets, clock } = world;
    const { content, ...capture } = await reporter.group('Read the configuration', () => (0,runs_capture/* captureProject */.o)(options.capture, {
        ...{ reporter, signal, ownSecrets, clock },
        backupRoot: options.backupRoot,
    }));
    const isPending = standing.cause === 'pending' && capture.record.status === 'complete';
    const path = await reporter.group('Write the backup', async () => {
        const { projectId, environment, workflowRun, purpose } = options;
        const written = await service.saveProject(projectId, environment, content, {
            ...capture.record,
            comparison: standing,
            ...(isPending && amendment/* NOT_COMPARED_YET */.Z),
            ...(purpose && { purpose: purpose.name, plan_id: purpose.planId }),
            run: workflowRun,
            onProgress: reporter.progress('Written'),
            signal,
        });
        reporter.info(`Written to ${written}`);
        return written;
    });
    return { path, capture };
}
async function proveBackup(service, path, { signal, reporter }) {
    const verification = await service.verifyBackup(path);
    signal.throwIfAborted();
    if (!verification.verified) {
        const problems = reporter.words((0,strangers/* problemsInWords */.x)(verification.problems));
        throw new Error(`the new backup ${path} did not verify when it was read back: ${problems}. Nothing was pruned`);
    }
    const { manifest } = verification;
    reporter.info(`${manifest.backup_id} is good, content hash ${manifest.content_sha256}`);
    return { path, verification, manifest };
}
/**
 * The first half of a run: reads the project, writes the backup, and proves it.
 *
 * @throws Error with the one message that the run fails with: there is no backup then
 */
async function takeBackup(options, world) {
    const { backupRoot, retentionDays, minimumBackups, comparison, gitTree } = options;
    const { clock, reporter } = world;
    const service = new backup_service/* BackupService */.e({ backupRoot, retentionDays, minimumBackups, clock });
    await checkTreePlace(gitTree, backupRoot);
    const standing = await standingBefore(service, comparison, world);
    const { path, capture } = await writeBackup(service, options, world, standing);
    const fresh = await reporter.group('Read the backup back', () => proveBackup(service, path, world));
    return { service, fresh, capture };
}
/** Writes into the manifest how the backup stands to earlier ones, and proves it once more. */
async function amendAndProve({ service, fresh }, { amendment }, world) {
    const { status, comparison } = fresh.manifest;
    if ((0,external_node_util_.isDeepStrictEqual)({ status, comparison }, amendment))
        return fresh;
    await service.amendBackup(fresh.path, fresh.manifest, amendment);
    return proveBackup(service, fresh.path, world);
}
/** Stores the retained backups where there is a place for them. */
async function storeBackups(backups, world) {
    const { store, reporter } = world;
    if (store === undefined)
        return { skipped: undefined };
    if ('skipped' in store) {
        reporter.info(`No artifact is uploaded: ${store.skipped}`);
        return store;
    }
    return reporter.group('Upload the artifact', () => (0,outcome/* attempt */.CD)(() => store.store(backups)));
}
/** Tells the listener, and keeps what it threw. */
class Telling {
    #world;
    #failures = [];
    constructor(world) {
        this.#world = world;
    }
    async tell(part) {
        const told = await (0,outcome/* attempt */.CD)(() => part(this.#world.listener ?? {}));
        if (!('failure' in told))
            return;
        this.#world.reporter.warning(told.failure.message);
        this.#failures.push(told.failure);
    }
    /** They have one cause: the first one tells it. */
    get failures() {
        return this.#failures.slice(0, 1);
    }
}
/**
 * The second half of a run, whose backup is proven: every part is tried whatever became of the one
 * before, and what failed is gathered: a full artifact storage must not hide what was saved.
 *
 * @throws nothing but what cancels the run
 */
async function finishBackup(taken, options, world) {
    const { service, capture } = taken;
    const { reporter, signal } = world;
    const telling = new Telling(world);
    await telling.tell((listener) => listener.onProven?.(taken.fresh, capture));
    const history = await reporter.group('Compare with the backup before', () => compareWithHistory(service, options.comparison, taken.fresh, world));
    const { comparison, carryFailure } = history;
    const amended = await (0,outcome/* attempt */.CD)(() => amendAndProve(taken, comparison, world));
    signal.throwIfAborted();
    const fresh = 'value' in amended ? amended.value : taken.fresh;
    const { path, manifest, verification } = fresh;
    reporter.info(`Manifest SHA-256 ${verification.manifestSha256}`);
    await telling.tell((listener) => listener.onCompared?.(fresh, comparison));
    const readState = () => (0,read_state/* readProjectState */.n)(path, manifest);
    const tree = await (0,outcome/* attempt */.CD)(() => writeTreeForGit(options.gitTree, options.backupRoot, manifest, readState, reporter));
    const known = new Map([...history.known, [path, verification]]);
    const pruned = await reporter.group('Prune old backups', () => (0,outcome/* attempt */.CD)(() => prune(service, options.pruning, fresh, known, { reporter, signal, carryFailure })));
    const isAlone = carryFailure !== undefined || 'failure' in pruned;
    const retained = isAlone
        ? [{ id: manifest.backup_id, path, verification }]
        : pruned.value.retained;
    const removed = 'value' in pruned ? (pruned.value.result?.removed.length ?? 0) : 0;
    await telling.tell((listener) => listener.onPruned?.(removed, retained));
    signal.throwIfAborted();
    const isWindowMissing = carryFailure !== undefined;
    const stored = await storeBackups({ fresh, retained, isWindowMissing }, world);
    signal.throwIfAborted();
    if ('value' in stored)
        await telling.tell((listener) => listener.onStored?.(stored.value));
    const excess = 'value' in stored ? stored.value.excess : undefined;
    const failures = [
        ...(carryFailure ? [carryFailure] : []),
        ...history.failures,
        ...[amended, tree, pruned, stored].flatMap(outcome/* failureOf */.g5),
        ...(excess === undefined ? [] : [new Error(excess)]),
        ...unmetDemands(options.demands, manifest),
        ...telling.failures,
    ];
    return { fresh, capture, comparison, pruned, retained, stored, failures };
}
/**
 * Takes a backup, proves it, prunes old ones and stores what is kept.
 *
 * @throws Error when there is no proven backup, or the run was cancelled: what failed later is in
 * the result
 */
async function backUp(options, world) {
    return finishBackup(await takeBackup(options, world), options, world);
}


/***/ }),

/***/ 9222:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ captureProject)
});

// EXTERNAL MODULE: ./src/config-file/index.ts + 14 modules
var config_file = __webpack_require__(8509);
// EXTERNAL MODULE: ./src/config-file/problems.ts
var problems = __webpack_require__(63027);
// EXTERNAL MODULE: ./src/descope/capture/capture-log.ts
var capture_log = __webpack_require__(97257);
// EXTERNAL MODULE: ./src/descope/capture/project-fetcher.ts + 7 modules
var project_fetcher = __webpack_require__(85846);
// EXTERNAL MODULE: ./src/descope/client.ts
var descope_client = __webpack_require__(19186);
// EXTERNAL MODULE: ./src/project/own-secrets.ts
var own_secrets = __webpack_require__(31593);
// EXTERNAL MODULE: ./src/project/secrets/withhold.ts + 3 modules
var withhold = __webpack_require__(43588);
// EXTERNAL MODULE: ./src/json/pointer.ts
var pointer = __webpack_require__(89391);
;// CONCATENATED MODULE: ./src/services/backup/redact-content.ts


/** What a config file holds without the secrets of the run, and where these were. */
function redactConfigContent(content, own) {
    const withheld = [];
    const safe = (section, at, given) => {
        const { value, places } = (0,withhold/* withholdSecrets */.RK)(given, { mark: withhold/* WITHHELD_MARK */.Uy, own, isFree: true });
        for (const { path } of places) {
            withheld.push({ section, status: 'withheld', place: `${at}${(0,pointer/* jsonPointer */.Av)(path)}` });
        }
        // An object stays one.
        return value;
    };
    const tenants = content.tenants.map(({ id, unpack }, index) => {
        const config = safe('tenants', `/tenants/${index}/config`, unpack().config);
        return { id: own.redact(id, withhold/* WITHHELD_MARK */.Uy), unpack: () => ({ config }) };
    });
    const flows = content.flows.map(({ id, data }, index) => {
        const flow = safe('flows', `/flows/${index}/flow_data`, data.unpack());
        return { id: own.redact(id, withhold/* WITHHELD_MARK */.Uy), data: { unpack: () => flow } };
    });
    const config = safe('config', '/config', content.config);
    return { content: { ...content, tenants, flows, config }, withheld };
}

// EXTERNAL MODULE: ./src/services/backup/project-content.ts
var project_content = __webpack_require__(91282);
// EXTERNAL MODULE: ./src/project/noise.ts
var noise = __webpack_require__(23439);
// EXTERNAL MODULE: ./src/json/write.ts
var write = __webpack_require__(11249);
;// CONCATENATED MODULE: ./src/services/changes/drift.ts
/** The difference between the config file and the live project. */

/** What a config file and a live project both know of a tenant. */
const FIELDS = ['name', 'domains', 'self_provisioning', 'custom_attributes'];
function drift_text(field, config) {
    const value = config[field] ?? null;
    return (0,write/* canonicalJson */.dj)(field === 'domains' && Array.isArray(value) ? [...value].sort() : value);
}
/** Compares the tenants of a config file with those of the live project; sorted by id. */
function findDrift(file, project) {
    const inProject = new Map(project.tenants.map((tenant) => [tenant.id, tenant]));
    const inFile = new Map(file.tenants.map((tenant) => [tenant.id, tenant]));
    const compare = (id, a, b) => {
        if (a === undefined || b === undefined) {
            return [{ id, where: a === undefined ? 'project' : 'file', fields: [] }];
        }
        const [inA, inB] = [a.unpack().config, b.unpack().config];
        const fields = FIELDS.filter((field) => drift_text(field, inA) !== drift_text(field, inB));
        return fields.length > 0 ? [{ id, where: 'both', fields }] : [];
    };
    return [...new Set([...inFile.keys(), ...inProject.keys()])]
        .sort()
        .flatMap((id) => compare(id, inFile.get(id), inProject.get(id)));
}

// EXTERNAL MODULE: ./src/storage/case-probe.ts
var case_probe = __webpack_require__(60470);
;// CONCATENATED MODULE: ./src/runs/capture.ts
/**
 * Reads what is to be saved, from a config file or a live project, and says what it could not read.
 */








/** Files that a warning names. */
const MAX_FILES_TOLD = 3;
/** A key that expires sooner is warned about. */
const KEY_WARNING_DAYS = 14;
/** @param mayName whether names of what is in the file may be told */
async function loadConfig(options, reporter, mayName) {
    try {
        const loaded = await (0,config_file/* loadConfigFile */.HT)(options);
        const { file, noLongerReplaced, warnings } = loaded;
        const oddities = warnings.total + noLongerReplaced.length;
        if (mayName) {
            for (const sentence of noLongerReplaced)
                reporter.warning(`${file}: ${sentence}`);
            reporter.fileWarnings({ file, ...warnings });
        }
        else if (oddities > 0) {
            reporter.warning(`config-path: ${oddities} oddities, not named here because strangers may read this`);
        }
        const { tenants, flows } = loaded.config;
        reporter.info(`${file}: ${tenants.length} tenants, ${flows.length} flows`);
        return loaded;
    }
    catch (error) {
        if (error instanceof problems/* ConfigFileError */.x && mayName) {
            const { file, problems, total } = error;
            reporter.fileErrors({ file, findings: problems, total });
        }
        throw error;
    }
}
async function captureConfigFile(options, { reporter, ownSecrets }) {
    // Who can read the log can read the file, which is in the repository.
    const { config, source, coverage, file } = await loadConfig(options, reporter, true);
    const { content, withheld } = redactConfigContent((0,project_content/* contentOfConfig */.$)(config), (0,own_secrets/* makeRedactor */.$)(ownSecrets));
    return {
        content,
        record: {
            source,
            coverage: [...coverage, ...withheld],
            status: 'complete',
            withheld_rules: withhold/* WITHHELD_RULES */.Gt,
        },
        origin: file,
        live: undefined,
    };
}
/** Files of the snapshot that could not be saved: each is in the manifest, some are told here. */
function warnOfFiles(coverage, reporter) {
    const entries = coverage.flatMap((entry) => entry.section === capture_log/* SNAPSHOT_FILE */.QX && entry.status !== 'withheld' ? [entry] : []);
    const total = entries.reduce((sum, { count }) => sum + count, 0);
    if (total === 0)
        return;
    const notes = entries.slice(0, MAX_FILES_TOLD).map(({ note }) => note);
    const named = `${notes.join('; ')}${total > notes.length ? '; and others, all in manifest.json' : ''}`;
    const files = total === 1 ? '1 file of the snapshot was' : `${total} files of the snapshot were`;
    const which = reporter.words({ named, unnamed: 'which and why is in manifest.json' });
    reporter.warning(`${files} not saved: ${which}`);
}
/** Tells of all that is not as it should be. @returns whether a section failed */
function warnOfFetched({ warnings, coverage, keyExpiresInDays }, reporter) {
    for (const { text, withoutNames } of warnings) {
        reporter.warning({ named: text, unnamed: withoutNames });
    }
    const failed = coverage.filter(({ status }) => status === 'failed');
    for (const { section, note } of failed) {
        // What the service has to say may name a tenant.
        const reason = reporter.words({
            named: String(note),
            unnamed: 'the reason is in manifest.json',
        });
        reporter.warning(`${section} was not saved in full: ${reason}`);
    }
    warnOfFiles(coverage, reporter);
    if (keyExpiresInDays !== undefined && keyExpiresInDays < KEY_WARNING_DAYS) {
        reporter.warning(`a management key of this project expires in ${keyExpiresInDays} days: replace it in time`);
    }
    return failed.length > 0;
}
async function captureLive(options, file, { reporter, ownSecrets, signal, clock, backupRoot }) {
    const loaded = file && (await loadConfig(file, reporter, reporter.mayName));
    const { baseUrl = (0,descope_client/* defaultBaseUrl */.I)(options.projectId), sections, required = new Set(), ...bounds } = options;
    const client = new descope_client/* DescopeApiClient */.n({ ...bounds, baseUrl, signal, ownSecrets });
    const fetcher = new project_fetcher/* ProjectFetcher */.T(client, {
        sections,
        required,
        withoutNoise: noise/* withoutNoise */.J3,
        now: clock(),
        tellsCaseApart: () => (0,case_probe/* tellsCaseApart */.$)(backupRoot),
    });
    const fetched = await fetcher.fetch();
    const hasFailed = warnOfFetched(fetched, reporter);
    const content = { ...fetched, config: {} };
    const { requestCount } = client;
    reporter.info(`${baseUrl.host}: ${fetched.tenants.length} tenants, ${fetched.flows.length} flows, ${requestCount} requests`);
    return {
        content,
        record: {
            source: { type: 'management-api', path: baseUrl.origin },
            coverage: fetched.coverage,
            status: hasFailed ? 'partial' : 'complete',
            consistency: fetched.consistency,
            withheld_rules: withhold/* WITHHELD_RULES */.Gt,
        },
        origin: `the live project at ${baseUrl.host}`,
        live: {
            requestCount,
            keyExpiresInDays: fetched.keyExpiresInDays,
            drift: loaded && findDrift((0,project_content/* contentOfConfig */.$)(loaded.config), content),
        },
    };
}
/** Reads what is to be saved from the source that the options name. */
function captureProject(options, context) {
    return options.source === 'live'
        ? captureLive(options.live, options.file, context)
        : captureConfigFile(options.file, context);
}


/***/ })

};
