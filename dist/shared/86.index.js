export const id = 86;
export const ids = [86];
export const modules = {

/***/ 90479:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MK: () => (/* binding */ defaultLimits),
/* harmony export */   ew: () => (/* binding */ runApart),
/* harmony export */   lH: () => (/* binding */ WorkLimitError),
/* harmony export */   rI: () => (/* binding */ inspectBundle)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78877);
/* harmony import */ var node_v8__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_v8__WEBPACK_IMPORTED_MODULE_3__);
/**
 * Work on what came from elsewhere, in a process of its own, which is given so much time and memory
 * and no secrets.
 */




const MIB = 1024 ** 2;
const MINUTES = 5;
const MIN_MEMORY = 384 * MIB;
const MAX_MEMORY = 3072 * MIB;
/** Half of what the machine, or the container, has: the other half is for the run itself. */
function defaultLimits(available = Math.min(process.constrainedMemory() || Infinity, (0,node_os__WEBPACK_IMPORTED_MODULE_1__.totalmem)())) {
    const memory = Math.min(MAX_MEMORY, Math.max(MIN_MEMORY, available / 2));
    return { ms: MINUTES * 60_000, memory: Math.round(memory) };
}
/**
 * Of the variables of this process the child gets those without which Node does not start, and none
 * with a secret.
 */
function plainEnvironment() {
    const names = ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'TMP', 'LANG'];
    return Object.fromEntries(names.flatMap((name) => {
        const value = process.env[name];
        return value === undefined ? [] : [[name, value]];
    }));
}
/** The work took more time or memory than it is given. */
class WorkLimitError extends Error {
}
/**
 * Runs a task of src/main/inspect.ts.
 *
 * @param args of the task; the memory follows them
 * @throws WorkLimitError when it took too much; Error when it could not be run, or the reason of
 * the signal
 */
async function runApart(entry, args, { ms, memory }, signal) {
    signal.throwIfAborted();
    // What fits the child must fit this process, which reads it again: its heap is no smaller.
    const heap = Math.min(memory, (0,node_v8__WEBPACK_IMPORTED_MODULE_3__.getHeapStatistics)().heap_size_limit);
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(process.execPath, [`--max-old-space-size=${Math.floor(heap / MIB)}`, entry, ...args, String(memory)], { stdio: 'ignore', env: plainEnvironment(), windowsHide: true });
    let stopped;
    const stop = (reason) => {
        stopped ??= reason;
        child.kill('SIGKILL');
    };
    const cancel = () => {
        stop('cancelled');
    };
    const timer = setTimeout(stop, ms, 'time');
    signal.addEventListener('abort', cancel);
    try {
        const code = await new Promise((resolve, reject) => {
            child.once('error', reject);
            child.once('close', resolve);
        });
        signal.throwIfAborted();
        if (stopped === 'time') {
            throw new WorkLimitError(`it took longer than ${ms / 60_000} minutes to read`);
        }
        if (code === 1)
            throw new Error(`the process that reads what came from elsewhere failed: ${entry}`);
        if (code !== 0) {
            throw new WorkLimitError(`it needs more than ${Math.floor(memory / MIB)} MiB of memory to be read`);
        }
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', cancel);
    }
}
/**
 * The script that starts src/main/inspect.ts.
 *
 * @param dist absolute path of the folder with the built scripts
 */
function inspectBundle(dist) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dist, 'inspect', 'index.js');
}


/***/ }),

/***/ 35120:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ openArtifact)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _services_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95848);
/* harmony import */ var _services_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(91041);
/* harmony import */ var _storage_archive_limits_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61120);
/* harmony import */ var _storage_io_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(78305);
/* harmony import */ var _storage_list_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56183);
/* harmony import */ var _storage_unzip_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78483);
/** Unpacking an artifact and proving the backups in it: in this process. */







/** The state of a smaller backup takes little memory, whatever is in it. */
const PROBE_BYTES = 16 * 1024 ** 2;
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT']);
async function sizeOf(folder) {
    let bytes = 0;
    for (const file of (await (0,_storage_list_files_js__WEBPACK_IMPORTED_MODULE_2__/* .listFiles */ .C)(folder)).files) {
        bytes += (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file))).size;
    }
    return bytes;
}
/** Reads what comparing would read, so that it is tried here first. */
async function probe({ path, verification }) {
    if (!verification.verified || (await sizeOf(path)) <= PROBE_BYTES)
        return;
    await (0,_services_index_js__WEBPACK_IMPORTED_MODULE_3__/* .readProjectState */ .n)(path, verification.manifest);
}
/** Opens an artifact without bounds of time and memory. */
const openArtifact = async (zip, folder, projectId, { signal }) => {
    try {
        await (0,_storage_unzip_js__WEBPACK_IMPORTED_MODULE_4__/* .unzip */ .$)(zip, folder, _storage_archive_limits_js__WEBPACK_IMPORTED_MODULE_5__/* .ARTIFACT_LIMITS */ .Wo);
        signal.throwIfAborted();
        const backups = await new _services_index_js__WEBPACK_IMPORTED_MODULE_6__/* .BackupService */ .e({ backupRoot: folder }).inspectBackups(projectId);
        for (const backup of backups)
            await probe(backup);
        return backups;
    }
    catch (error) {
        signal.throwIfAborted();
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
        const isFull = NO_ROOM.has((0,_storage_io_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .errorCode */ .CA)(error) ?? '');
        if (isFull)
            throw new _storage_unzip_js__WEBPACK_IMPORTED_MODULE_4__/* .UnsafeArchiveError */ .t('there is no room on this disk to unpack it');
        if (error instanceof _storage_unzip_js__WEBPACK_IMPORTED_MODULE_4__/* .UnsafeArchiveError */ .t || !(0,_storage_io_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .isOfContent */ .LR)(error))
            throw error;
        throw new _storage_unzip_js__WEBPACK_IMPORTED_MODULE_4__/* .UnsafeArchiveError */ .t(`it cannot be read: ${error.message}`);
    }
};


/***/ }),

/***/ 29944:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HD: () => (/* binding */ objectLimitReason),
/* harmony export */   c4: () => (/* binding */ MAX_FILE_DEPTH),
/* harmony export */   yF: () => (/* binding */ MAX_ANSWER_DEPTH)
/* harmony export */ });
/* unused harmony export MAX_OBJECT_DEPTH */
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88399);
/**
 * What a JSON value of a backup may be, so that what is written can be read back anywhere: writers
 * and readers both take it from here. What its files and paths may be is in archive-limits.ts.
 */

/** Levels of brackets that a JSON file of a backup may have: recursion must end somewhere. */
const MAX_FILE_DEPTH = 128;
/** Of one saved object. Up to five levels stand around it in the file that it is written to. */
const MAX_OBJECT_DEPTH = 120;
/** Of an answer of the API: an object that is too deep is named, while the others are read. */
const MAX_ANSWER_DEPTH = 1000;
/**
 * Of one saved object when it is written, indents included, escapes not: these make it six times as
 * long at most, and a text may be of half a gigabyte in JavaScript.
 */
const MAX_OBJECT_LENGTH = 64 * 2 ** 20;
/** Walks over a value, and gives up as soon as it is over a limit. */
class Measure {
    #left = MAX_OBJECT_LENGTH;
    /** @returns why it is over a limit */
    find(value, depth) {
        this.#left -= 2 * depth + 8;
        if (typeof value === 'string')
            this.#left -= value.length;
        if (this.#left < 0)
            return `larger than ${MAX_OBJECT_LENGTH / 2 ** 20} MiB`;
        if (value === null || typeof value !== 'object' || value instanceof _value_js__WEBPACK_IMPORTED_MODULE_0__/* .ExactNumber */ .fh) {
            return undefined;
        }
        if (depth === MAX_OBJECT_DEPTH)
            return `nested deeper than ${MAX_OBJECT_DEPTH} levels`;
        for (const key of Object.keys(value)) {
            if (!Array.isArray(value))
                this.#left -= key.length;
            const reason = this.find(value[key], depth + 1);
            if (reason !== undefined)
                return reason;
        }
        return undefined;
    }
}
/** Why an object cannot be saved, as it could not be read back; undefined when it can. */
function objectLimitReason(value) {
    return new Measure().find(value, 0);
}


/***/ }),

/***/ 27105:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ct: () => (/* binding */ parsePlainJson),
/* harmony export */   bW: () => (/* binding */ JsonDuplicateKeyError),
/* harmony export */   fg: () => (/* binding */ JsonRunParser),
/* harmony export */   q3: () => (/* binding */ JsonSyntaxError),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/* unused harmony export parseJsonInRuns */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var lossless_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(875);
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88399);
/* harmony import */ var _scan_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12197);
/** The parsing of JSON without loss: exact numbers, `__proto__` as a key, no key twice. */




/** Text that is not JSON. */
class JsonSyntaxError extends Error {
    /** Offset in UTF-16 code units from the start of the text, where it is known. */
    offset;
    constructor(message, offset) {
        super(message);
        this.offset = offset;
    }
}
/** An object with the same key twice: JSON.parse would keep the last and hide the first. */
class JsonDuplicateKeyError extends Error {
    constructor() {
        super('an object holds the same key twice');
    }
}
function countMembers(value) {
    if (value === null || typeof value !== 'object' || value instanceof _value_js__WEBPACK_IMPORTED_MODULE_2__/* .ExactNumber */ .fh)
        return 0;
    let members = 0;
    if (Array.isArray(value)) {
        for (const item of value)
            members += countMembers(item);
        return members;
    }
    const object = value;
    for (const key in object)
        members += 1 + countMembers(object[key]);
    return members;
}
const parseNumber = (text) => (0,lossless_json__WEBPACK_IMPORTED_MODULE_1__/* .isSafeNumber */ .Lz)(text) ? Number(text) : new _value_js__WEBPACK_IMPORTED_MODULE_2__/* .ExactNumber */ .fh(text);
/**
 * The slower parser, which reads every key as it is written and whose errors say where, alike on
 * every version of Node.
 */
function parseExactly(text, toNumber = parseNumber) {
    return (0,lossless_json__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qg)(text, undefined, {
        parseNumber: toNumber,
        onDuplicateKey: ({ newValue }) => newValue,
    });
}
function syntaxError(text, error) {
    try {
        parseExactly(text);
    }
    catch (exact) {
        const message = exact.message;
        const place = / at position (\d+)$/.exec(message);
        return new JsonSyntaxError(place ? message.slice(0, place.index) : message, place ? Number(place[1]) : undefined);
    }
    return new JsonSyntaxError(error.message);
}
function parseText(text, { members, needsExactParser }, toNumber) {
    let value;
    try {
        value = needsExactParser ? parseExactly(text, toNumber) : JSON.parse(text);
    }
    catch (error) {
        throw syntaxError(text, error);
    }
    if (countMembers(value) !== members)
        throw new JsonDuplicateKeyError();
    return value;
}
/** Text in pieces, with what is known of all of them. */
class TextParts {
    #text = '';
    #members = 0;
    #needsExactParser = false;
    add({ bytes, members, needsExactParser }) {
        this.#text += decode(bytes);
        this.#members += members;
        this.#needsExactParser ||= needsExactParser;
    }
    parse() {
        return parseText(this.#text, {
            members: this.#members,
            needsExactParser: this.#needsExactParser,
        });
    }
}
function decode(bytes) {
    if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        throw new JsonSyntaxError('not UTF-8 text');
    return bytes.toString();
}
function parseWhole(bytes, options, toNumber) {
    const text = decode(bytes);
    let whole = {
        members: 0,
        needsExactParser: false,
    };
    new _scan_js__WEBPACK_IMPORTED_MODULE_3__/* .JsonScanner */ .V((span) => (whole = span), options).end(bytes);
    return parseText(text, whole, toNumber);
}
/**
 * Parses JSON without loss: numbers that a JavaScript number cannot hold become
 * {@link ExactNumber}, `__proto__` is a key like any other.
 *
 * @throws JsonSyntaxError, JsonDuplicateKeyError, JsonDepthError
 */
function parseJson(bytes, options = {}) {
    return parseWhole(bytes, options);
}
/**
 * Parses what JSON.stringify wrote, at any depth: each key as it is, which JSON.parse of Node 24
 * does not always give (see {@link JsonSpan}), and each number as the JavaScript number that it
 * was.
 *
 * @throws JsonSyntaxError, JsonDuplicateKeyError
 */
function parsePlainJson(bytes) {
    return parseWhole(bytes, { maxDepth: Infinity }, Number);
}
/**
 * Parses JSON as {@link parseJson} does, from chunks of its text, and hands the entries of some
 * top-level collections out in runs instead of keeping them: a large text needs little memory.
 */
class JsonRunParser {
    #scanner;
    #rest = new TextParts();
    /**
     * @param collections top-level keys of arrays or objects
     * @param onRun is given a shorter array or object of the same kind
     */
    constructor(collections, onRun, { maxDepth } = {}) {
        const onSpan = (span) => {
            const { collection, isObject, bytes } = span;
            if (collection === undefined) {
                this.#rest.add(span);
                return;
            }
            const text = decode(bytes);
            const run = isObject ? `{${text}}` : `[${text}]`;
            onRun(collection, parseText(run, span));
        };
        this.#scanner = new _scan_js__WEBPACK_IMPORTED_MODULE_3__/* .JsonScanner */ .V(onSpan, {
            collections: new Set(collections),
            ...(maxDepth !== undefined && { maxDepth }),
        });
    }
    /**
     * Reads the next chunk, whose memory may be used again afterwards.
     *
     * @throws as parseJson, and what `onRun` throws; runs may have been handed out by then
     */
    push(bytes) {
        this.#scanner.push(bytes);
    }
    /**
     * @param bytes the last chunk
     * @returns the rest: the value with those collections empty
     * @throws as {@link push}
     */
    end(bytes) {
        this.#scanner.end(bytes);
        return this.#rest.parse();
    }
}
/** Parses a whole text with {@link JsonRunParser}. */
function parseJsonInRuns(bytes, collections, onRun) {
    if (!isUtf8(bytes))
        throw new JsonSyntaxError('not UTF-8 text');
    return new JsonRunParser(collections, onRun).end(bytes);
}


/***/ }),

/***/ 12197:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ JsonDepthError),
/* harmony export */   V: () => (/* binding */ JsonScanner)
/* harmony export */ });
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29944);
/** A scan of JSON text for what JSON.parse would lose or not survive. */

/**
 * Elements are cut into spans of about this size: long enough for JSON.parse to be fast, small in
 * memory.
 */
const SPAN_BYTES = 64 * 1024;
/** Every number of up to this many digits, without an exponent, fits a JavaScript number. */
const SAFE_DIGITS = 15;
const code = (character) => character.charCodeAt(0);
const SPACE = code(' ');
const QUOTE = code('"');
const BACKSLASH = code('\\');
const COLON = code(':');
const COMMA = code(',');
const OPEN_BRACE = code('{');
const CLOSE_BRACE = code('}');
const OPEN_BRACKET = code('[');
const CLOSE_BRACKET = code(']');
const DIGIT_0 = code('0');
const DIGIT_9 = code('9');
const DOT = code('.');
const LOWER_E = code('e');
const UPPER_E = code('E');
/** A key as it reads: `ten\u0061nts` is `tenants`. */
function unescaped(bytes) {
    const text = bytes.toString();
    if (!bytes.includes(BACKSLASH))
        return text;
    try {
        return JSON.parse(`"${text}"`);
    }
    catch {
        // No good JSON: whoever parses the span will say so.
        return text;
    }
}
/** Nesting that is too deep. */
class JsonDepthError extends Error {
    /** Byte offset of the bracket that is one too deep. */
    byteOffset;
    constructor(maxDepth, byteOffset) {
        super(`nested deeper than ${maxDepth} levels`);
        this.byteOffset = byteOffset;
    }
}
/**
 * Cuts JSON text into spans in one pass over its bytes: the entries of the named top-level
 * collections in runs, and what stands around them. The text may come in chunks, and no more of it
 * is kept than the span that is being read. It is not validated: JSON.parse does that for each
 * span.
 */
class JsonScanner {
    #collections;
    #maxDepth;
    #onSpan;
    #state = {
        collection: undefined,
        isObject: false,
        members: 0,
        needsExactParser: false,
        depth: 0,
        digits: 0,
        isInString: false,
        hasEscape: false,
        isEscaped: false,
    };
    /** What earlier chunks hold of the span that is being read, and how long that is. */
    #parts = [];
    #partsLength = 0;
    /**
     * The last string at depth 1, which is a key when a colon follows: what earlier chunks hold of
     * it.
     */
    #key = Buffer.alloc(0);
    /** Bytes of earlier chunks. */
    #offset = 0;
    /** @param onSpan is called with each span as soon as it is whole */
    constructor(onSpan, { collections = new Set(), maxDepth = _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_FILE_DEPTH */ .c4 } = {}) {
        this.#onSpan = onSpan;
        this.#collections = collections;
        this.#maxDepth = maxDepth;
    }
    /**
     * Reads the next chunk. Its memory may be used again afterwards.
     *
     * @throws JsonDepthError, and what `onSpan` throws
     */
    push(bytes) {
        this.#keep(bytes.subarray(this.#read(bytes)));
    }
    /** Reads the last chunk, and hands out the last span. @throws as {@link push} */
    end(bytes = Buffer.alloc(0)) {
        const start = this.#read(bytes);
        const { collection, isObject, members, needsExactParser } = this.#state;
        const whole = this.#take(bytes.subarray(start));
        this.#onSpan({ collection, isObject, bytes: whole, members, needsExactParser });
    }
    /** @returns where in the chunk the span begins that is not whole yet */
    #read(bytes) {
        const state = this.#state;
        const length = bytes.length;
        const hasCollections = this.#collections.size > 0;
        let { collection, isObject, members, needsExactParser, depth, digits } = state;
        let { isInString, hasEscape, isEscaped } = state;
        let start = 0;
        // Of the last string at depth 1; what began in an earlier chunk begins at 0 here.
        let keyStart = 0;
        let keyEnd = 0;
        let isKeyCarried = true;
        for (let at = 0; at < length; at++) {
            if (isInString) {
                if (isEscaped) {
                    isEscaped = false;
                    at++;
                }
                while (at < length && bytes[at] !== QUOTE) {
                    if (bytes[at] === BACKSLASH) {
                        hasEscape = true;
                        at++;
                    }
                    at++;
                }
                if (at >= length) {
                    isEscaped = at > length;
                    if (depth === 1)
                        keyEnd = length;
                    break;
                }
                isInString = false;
                if (depth === 1)
                    keyEnd = at;
                continue;
            }
            const byte = bytes[at];
            // White space, which is half of indented text. It ends no number: a comma or bracket follows
            // that does.
            if (byte <= SPACE)
                continue;
            if (byte === QUOTE) {
                isInString = true;
                hasEscape = false;
                digits = 0;
                if (depth === 1) {
                    keyStart = at + 1;
                    keyEnd = length;
                    isKeyCarried = false;
                }
                continue;
            }
            if (byte >= DIGIT_0 && byte <= DIGIT_9) {
                if (++digits > SAFE_DIGITS)
                    needsExactParser = true;
                continue;
            }
            if (byte === DOT)
                continue;
            if (digits > 0 && (byte === LOWER_E || byte === UPPER_E))
                needsExactParser = true;
            digits = 0;
            if (byte === COLON) {
                members++;
                if (hasEscape)
                    needsExactParser = true;
                continue;
            }
            // Where the span ends, if it does, and what the next one is.
            let end;
            let next = at;
            let nextCollection = collection;
            let nextIsObject = isObject;
            if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
                if (++depth > this.#maxDepth)
                    throw new JsonDepthError(this.#maxDepth, this.#offset + at);
                if (depth === 2 && hasCollections) {
                    const here = bytes.subarray(keyStart, keyEnd);
                    const key = unescaped(isKeyCarried ? Buffer.concat([this.#key, here]) : here);
                    if (this.#collections.has(key)) {
                        end = next = at + 1;
                        nextCollection = key;
                        nextIsObject = byte === OPEN_BRACE;
                    }
                }
            }
            else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
                if (--depth === 1 && collection !== undefined) {
                    end = at;
                    nextCollection = undefined;
                }
            }
            else if (byte === COMMA &&
                depth === 2 &&
                collection !== undefined &&
                at - start + this.#partsLength > SPAN_BYTES) {
                end = at;
                next = at + 1;
            }
            if (end !== undefined) {
                const whole = this.#take(bytes.subarray(start, end));
                this.#onSpan({ collection, isObject, bytes: whole, members, needsExactParser });
                collection = nextCollection;
                isObject = nextIsObject;
                start = next;
                members = 0;
                needsExactParser = false;
            }
        }
        Object.assign(state, { collection, isObject, members, needsExactParser, depth, digits });
        Object.assign(state, { isInString, hasEscape, isEscaped });
        if (hasCollections) {
            const here = bytes.subarray(keyStart, keyEnd);
            this.#key = isKeyCarried ? Buffer.concat([this.#key, here]) : Buffer.from(here);
        }
        this.#offset += length;
        return start;
    }
    #keep(bytes) {
        this.#parts.push(Buffer.from(bytes));
        this.#partsLength += bytes.length;
    }
    #take(last) {
        if (this.#partsLength === 0) {
            this.#parts = [];
            return last;
        }
        const whole = Buffer.concat([...this.#parts, last]);
        this.#parts = [];
        this.#partsLength = 0;
        return whole;
    }
}


/***/ }),

/***/ 88399:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mf: () => (/* binding */ sortedKeys),
/* harmony export */   OW: () => (/* binding */ isJsonObject),
/* harmony export */   P5: () => (/* binding */ setOwn),
/* harmony export */   di: () => (/* binding */ sortKeys),
/* harmony export */   fh: () => (/* binding */ ExactNumber),
/* harmony export */   z3: () => (/* binding */ isBlank)
/* harmony export */ });
/** JSON values without loss, and safe ways to set and read their keys. */
/**
 * A JSON number that a JavaScript number cannot hold exactly, kept as the text that was read:
 * an integer beyond 2^53, a fraction with too many digits, 1e400.
 */
class ExactNumber {
    text;
    /** @param text a number in JSON's own notation */
    constructor(text) {
        this.text = text;
    }
    toString() {
        return this.text;
    }
    /**
     * JSON.stringify cannot write the digits as they are: failing is better than writing something
     * else.
     */
    toJSON() {
        throw new TypeError('an ExactNumber is written by formatJson, not by JSON.stringify');
    }
}
function isJsonObject(value) {
    return (typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        !(value instanceof ExactNumber));
}
/**
 * Whether nothing in a value is filled: null, `false`, 0, empty text, and lists and objects of such
 * alone.
 */
function isBlank(value) {
    if (value === null || typeof value !== 'object')
        return !value;
    if (value instanceof ExactNumber)
        return false;
    return Object.values(value).every(isBlank);
}
/**
 * Sets an own property whatever its name: plain assignment of `__proto__` would change the
 * prototype.
 */
function setOwn(target, key, value) {
    if (key === '__proto__') {
        Object.defineProperty(target, key, {
            value,
            enumerable: true,
            configurable: true,
            writable: true,
        });
    }
    else {
        target[key] = value;
    }
}
/** An object's keys in the order of UTF-16 code units. */
function sortedKeys(object) {
    const keys = Object.keys(object);
    for (let index = 1; index < keys.length; index++) {
        if (keys[index] < keys[index - 1])
            return keys.sort();
    }
    return keys;
}
/**
 * A copy whose keys are sorted at every depth, but for keys like `10`, which JavaScript always puts
 * first.
 */
function sortKeys(value) {
    if (value === null || typeof value !== 'object' || value instanceof ExactNumber)
        return value;
    if (Array.isArray(value))
        return value.map(sortKeys);
    const object = value;
    const sorted = {};
    for (const key of sortedKeys(object))
        setOwn(sorted, key, sortKeys(object[key]));
    return sorted;
}


/***/ }),

/***/ 11249:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ escapeAsGo),
/* harmony export */   IB: () => (/* binding */ formatJson),
/* harmony export */   dj: () => (/* binding */ canonicalJson)
/* harmony export */ });
/* harmony import */ var _value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88399);
/** The writing of JSON, canonical or indented, with every digit of exact numbers. */

/**
 * What JSON.stringify would escape: quotes, backslashes, control characters and lone surrogates.
 */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const MAY_NEED_ESCAPES = /["\\\u0000-\u001f\ud800-\udfff]/;
function quote(text) {
    return MAY_NEED_ESCAPES.test(text) ? JSON.stringify(text) : `"${text}"`;
}
/**
 * Writes a value as JSON with object keys sorted by UTF-16 code units.
 *
 * @param lineBreak what stands before each member: `''` for compact text, else a newline and the
 * indent of the value itself; every level adds two spaces
 */
function write(value, lineBreak) {
    if (typeof value === 'string')
        return quote(value);
    if (value === null || typeof value === 'boolean')
        return String(value);
    if (typeof value === 'number')
        return JSON.stringify(value);
    if (value instanceof _value_js__WEBPACK_IMPORTED_MODULE_0__/* .ExactNumber */ .fh)
        return value.text;
    const inner = lineBreak === '' ? '' : `${lineBreak}  `;
    let text = '';
    if (Array.isArray(value)) {
        for (const item of value) {
            text += `${text === '' ? '' : ','}${inner}${write(item, inner)}`;
        }
        return text === '' ? '[]' : `[${text}${lineBreak}]`;
    }
    const object = value;
    const colon = lineBreak === '' ? ':' : ': ';
    for (const key of (0,_value_js__WEBPACK_IMPORTED_MODULE_0__/* .sortedKeys */ .Mf)(object)) {
        text += `${text === '' ? '' : ','}${inner}${quote(key)}${colon}${write(object[key], inner)}`;
    }
    return text === '' ? '{}' : `{${text}${lineBreak}}`;
}
/** Whether JSON.stringify would write this value just as `write(value, '')` does. */
function isCanonicalAlready(value) {
    if (value === null || typeof value !== 'object')
        return true;
    if (value instanceof _value_js__WEBPACK_IMPORTED_MODULE_0__/* .ExactNumber */ .fh)
        return false;
    if (Array.isArray(value))
        return value.every(isCanonicalAlready);
    const object = value;
    let previous = '';
    for (const key in object) {
        if (key < previous || !isCanonicalAlready(object[key]))
            return false;
        previous = key;
    }
    return true;
}
/**
 * The one compact text of a value: no white space, object keys sorted by UTF-16 code units, strings
 * escaped as JSON.stringify does, numbers as ECMAScript writes them (RFC 8785), and exact numbers
 * digit by digit.
 */
function canonicalJson(value) {
    return isCanonicalAlready(value) ? JSON.stringify(value) : write(value, '');
}
/**
 * What Go's encoding/json escapes beside the rest, in strings and keys alike: outside of these the
 * signs cannot stand.
 */
const ESCAPED_BY_GO = /[<>&\u2028\u2029]/g;
/**
 * JSON text as Go's json.MarshalIndent writes it, from the same text without its extra escapes.
 * Source: https://pkg.go.dev/encoding/json#Marshal
 */
function escapeAsGo(json) {
    return json.replace(ESCAPED_BY_GO, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/**
 * Two-space indented JSON with sorted keys.
 *
 * @param indent how many spaces the line on which the value begins is indented by
 */
function formatJson(value, indent = 0) {
    return write(value, `\n${' '.repeat(indent)}`);
}


/***/ }),

/***/ 86682:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KI: () => (/* binding */ TENANT_DEFAULTS),
/* harmony export */   Ou: () => (/* binding */ flowId),
/* harmony export */   Y1: () => (/* binding */ FLOW_DEFAULTS),
/* harmony export */   kX: () => (/* binding */ DescopeConfig),
/* harmony export */   lV: () => (/* binding */ TenantConfig),
/* harmony export */   v4: () => (/* binding */ FlowConfig)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var _map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24308);
/**
 * The config file of descope-mgmt: the part of a Descope project that a team keeps as code.
 *
 * The schemas validate and nothing more. What is stored is the value that was parsed, because an
 * object that zod rebuilds loses a `__proto__` key; unknown keys are allowed everywhere and kept.
 */


/** 1 to 100 Unicode code points, as Python counts them. */
const NAME = /^.{1,100}$/su;
const TENANT_ID = /^[a-z0-9-]{3,50}$/;
/** The last part is letters, or the ASCII form of another script, such as xn--p1ai. */
const DOMAIN = /^(?:[a-zA-Z0-9-]+\.)+(?:[a-zA-Z]{2,}|[xX][nN]--[a-zA-Z0-9-]*[a-zA-Z0-9])$/;
/** JSON Schema knows no flags of a pattern, but counts a length in code points as well. */
const name = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(NAME, 'must be 1 to 100 characters long')
    .meta({ pattern: undefined, minLength: 1, maxLength: 100 });
/** One tenant (customer organisation). */
const TenantConfig = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(TENANT_ID, 'must be 3 to 50 characters out of a-z, 0-9 and "-"')
        .describe('3 to 50 characters out of a-z, 0-9 and "-". No other tenant has it.'),
    name: name.describe('What people call the tenant: 1 to 100 characters.'),
    domains: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(DOMAIN, 'must be a domain name such as acme.com'))
        .readonly()
        .default([])
        .describe('Domain names whose users belong to the tenant. No other tenant has them.'),
    self_provisioning: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()
        .default(false)
        .describe('Whether users of these domains may join the tenant by themselves.'),
    custom_attributes: _map_js__WEBPACK_IMPORTED_MODULE_1__/* .map */ .T.default({}).describe('Anything that the team keeps about the tenant.'),
})
    .readonly()
    .describe('One tenant: a customer organisation.');
/** One sign-in flow, made from a template. */
const FlowConfig = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    template: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .min(1, 'must not be empty')
        .describe('The template that the flow is made from.'),
    name: name.describe('What people call the flow: 1 to 100 characters.'),
    enabled: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().default(true).describe('Whether the flow can be used.'),
    config: _map_js__WEBPACK_IMPORTED_MODULE_1__/* .map */ .T.default({}).describe('Settings of the template.'),
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .min(1, 'must not be empty')
        .optional()
        .describe('No other flow has it. Absent: the name as a slug, mfa-login for MFA Login.'),
})
    .readonly()
    .describe('One sign-in flow, made from a template.');
/** The whole file. `auth` is recognised so that it can be left out of every backup. */
const DescopeConfig = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .min(1, 'must not be empty')
        .describe("Version of the file's format, in quotes: '1.0'."),
    auth: zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J().optional().describe('Credentials of descope-mgmt. Never stored in a backup.'),
    environments: _map_js__WEBPACK_IMPORTED_MODULE_1__/* .map */ .T
        .optional()
        .describe('Names of environments, each with the project_id of its Descope project.'),
    tenants: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(TenantConfig)
        .readonly()
        .default([])
        .describe('Customer organisations. In their texts, ${VAR} is replaced from the environment.'),
    flows: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(FlowConfig)
        .readonly()
        .default([])
        .describe('Sign-in flows. In their texts, ${VAR} is replaced from the environment.'),
})
    .readonly();
/** The fields that have a default, with it. */
function defaultsOf(fields) {
    return Object.fromEntries(Object.entries(fields).flatMap(([key, field]) => {
        const { data } = field.safeParse(undefined);
        return data === undefined ? [] : [[key, data]];
    }));
}
/** What a tenant has that the file says nothing of, and a flow. */
const TENANT_DEFAULTS = defaultsOf(TenantConfig.unwrap().shape);
const FLOW_DEFAULTS = defaultsOf(FlowConfig.unwrap().shape);
/**
 * The id under which a flow is saved: its own, else its name as a slug (`MFA Login` gives
 * `mfa-login`). Empty when the name has no letter or digit of ASCII.
 */
function flowId(flow) {
    return (flow.id ??
        flow.name
            .normalize('NFKD')
            .replace(/\p{Mark}/gu, '')
            .toLowerCase()
            .replace(/[^a-z0-9]+/g, '-')
            .replace(/^-|-$/g, ''));
}


/***/ }),

/***/ 93257:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hp: () => (/* binding */ FORMAT_VERSION),
/* harmony export */   eV: () => (/* binding */ BackupManifest),
/* harmony export */   tc: () => (/* binding */ contentRules)
/* harmony export */ });
/* unused harmony exports SectionCoverage, WithheldSecret, WorkflowRun, BackupSource, PreviousBackup, ComparisonMark */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64377);
/** `manifest.json`: what a backup is, where it came from, and what it does not hold. */

const FORMAT_VERSION = 1;
const count = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative();
const sha256 = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');
/** One section of a project: how much of it was saved, or why it was not. */
const SectionCoverage = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    section: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['saved', 'not-licensed', 'failed', 'not-covered']),
    count,
    note: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
})
    .readonly();
/** A value that was left out because it is a secret. */
const WithheldSecret = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    section: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('withheld'),
    place: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .describe('JSON Pointer (RFC 6901) into project.json, or after the name of another file and "#".'),
    on_import: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('cleared')
        .optional()
        .describe('Of a snapshot: an import writes what the file has over what is there, which is blank, or lacks the secret.'),
})
    .readonly();
/** The workflow run that took the backup, as the runner names it. */
const WorkflowRun = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    repository: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    workflow: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    run_id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    run_attempt: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
})
    .readonly();
/** Where the state came from. */
const BackupSource = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    type: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['config-file', 'management-api']),
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .optional()
        .describe('Of the file, relative to the workspace where it lies inside; or address of the API.'),
    sha256: sha256.optional().describe("SHA-256 of the file's bytes."),
})
    .readonly();
/**
 * The backup that another one was compared with, and the SHA-256 of its manifest.json: a link of
 * the chain.
 */
const PreviousBackup = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ backup_id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), manifest_sha256: sha256 })
    .readonly();
/**
 * How a backup stands to the ones before it. A backup that holds no such mark was made by release
 * 1.0.0.
 *
 * - `compared`: with `previous`, and nothing was gone beyond the limit
 * - `first`: of an empty history
 * - `accepted`: by `allow-shrink`, whatever was gone, or with nothing to compare with
 * - `not-compared`: for the cause that is named; such a backup is never a base
 */
const ComparisonMark = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    outcome: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['compared', 'first', 'accepted', 'not-compared']),
    cause: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['off', 'look-up-failed', 'no-base', 'pending'])
        .optional()
        .describe('Of one that was not compared: switched off, the look-up failed, nothing fit, or the run has not come to it.'),
    reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional().describe('The cause in words.'),
    risk: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['none', 'low', 'high', 'unknown'])
        .optional()
        .describe('Of one that was compared: how much its changes matter for who can sign in.'),
    partial_accepted: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()
        .optional()
        .describe('Of a partial backup: whether its sections count as those of a complete one do (fail-on-partial: false).'),
    horizon: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .optional()
        .describe('Id of the oldest backup that a look back over several days may compare with: what was gone before was accepted.'),
})
    .readonly();
const BackupManifest = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    format_version: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(FORMAT_VERSION),
    backup_id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("The folder's name: its time in UTC, such as 20261122_030000."),
    created_at: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$().describe("The folder's time, ISO 8601 in UTC."),
    project_id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    environment: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    tool: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }).readonly(),
    source: BackupSource,
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['complete', 'partial', 'suspect']),
    status_reasons: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
        .readonly()
        .optional()
        .describe('Why the backup is suspect, a sentence each.'),
    previous: PreviousBackup.optional().describe('The backup that this one was compared with: a link of the chain.'),
    comparison: ComparisonMark.optional().describe('How the backup stands to the ones before it. Absent in a backup of release 1.0.0.'),
    purpose: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .optional()
        .describe('What the backup was taken for, where no schedule asked for it: after-restore is compared as any other of its line, and all else, such as before-restore, stands outside of every line.'),
    plan_id: sha256
        .optional()
        .describe('Of a backup that a restore takes: the plan that was applied.'),
    consistency: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['consistent', 'torn'])
        .optional()
        .describe('Of a live project: torn when it moved while it was read.'),
    withheld_rules: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr()
        .positive()
        .optional()
        .describe('By which rules secrets were withheld; absent: by those of release 1.0.0.'),
    content_sha256: sha256,
    /** By which rules of noise the hash was made; see {@link contentRules}. */
    content_rules: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().optional(),
    counts: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ tenants: count, flows: count }).readonly(),
    coverage: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([SectionCoverage, WithheldSecret])).readonly(),
    run: WorkflowRun.optional(),
})
    .readonly();
/**
 * The number of the rules of noise that a backup's content hash was made by. Release 1.0.0 did not
 * write it.
 */
function contentRules({ content_rules }) {
    return content_rules ?? 1;
}


/***/ }),

/***/ 24308:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ map)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29396);
/** The schema of a map that may hold any key. */

function isMap(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const prototype = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
}
/**
 * A map of anything. Unlike z.record it does not copy, so that a `__proto__` key is not lost, nor
 * time.
 */
const map = zod__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY(isMap, { error: 'must be a map' })
    .register(zod__WEBPACK_IMPORTED_MODULE_1__/* .globalRegistry */ .fd, { type: 'object' });


/***/ }),

/***/ 23439:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G3: () => (/* binding */ NEWEST_NOISE),
/* harmony export */   J3: () => (/* binding */ withoutNoise),
/* harmony export */   Q: () => (/* binding */ CONTENT_RULES),
/* harmony export */   YN: () => (/* binding */ noiseOf)
/* harmony export */ });
/* unused harmony exports SETS_1, STAMPS_1, Noise */
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88399);
/* harmony import */ var _json_write_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11249);
/* harmony import */ var _sections_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46701);
/* harmony import */ var _snapshot_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69444);
/** What of a live project says nothing of its configuration: stamps, and the order of sets. */




/**
 * The number of the newest rules of noise, which new backups are hashed by (`content_rules` of the
 * manifest). A rule never changes under its number: the hashes of backups that exist were made by
 * it.
 */
const CONTENT_RULES = 2;
/** Sets of every version, wherever their keys stand. Those of sections are in their rows. */
const SETS_1 = [
    'domains',
    'selfProvisioningDomains',
    'roleNames',
    'permissionNames',
    'permissions',
    'federatedAppIds',
    'enforceSSOExclusions',
    'successors',
    'defaultRoles',
    'keyTenants',
    'permittedIps',
    'tags',
];
const STAMPS_1 = new Set(['componentsVersion', 'etag', 'modifiedTime']);
/**
 * `lastSuccessTestTime`, `lastRefreshTime`: what the service saw last is no configuration. By
 * rules 2.
 */
const SEEN_LAST = /^last[A-Z]\w*Time$/;
/** @param base what holds in any case */
function makeScope(base, rules, free) {
    const sets = new Set(base?.sets);
    const setsBelow = new Map(base?.setsBelow);
    const setsBeside = new Map(base?.setsBeside);
    for (const { keys, below, beside } of rules) {
        if (below !== undefined)
            setsBelow.set(below, new Set([...(setsBelow.get(below) ?? []), ...keys]));
        for (const key of below === undefined ? keys : []) {
            if (beside === undefined)
                sets.add(key);
            else
                setsBeside.set(key, beside);
        }
    }
    return {
        sets,
        setsBelow,
        setsBeside,
        custom: new Set([
            ...(base?.custom ?? []),
            ...free.flatMap(({ members }) => (members === 'all' ? [] : members)),
        ]),
        isCustom: free.some(({ members }) => members === 'all'),
    };
}
/** What holds in every section by the rules of a number. */
function scopeEverywhere(version, rows) {
    const rules = rows.flatMap(({ sets }) => sets.filter(({ where, since }) => where === 'everywhere' && since <= version));
    const free = rows.flatMap(({ freeForm }) => freeForm.filter(({ untouched }) => untouched === 'everywhere'));
    return makeScope(undefined, [{ since: 2, where: 'everywhere', keys: SETS_1 }, ...rules], free);
}
/** What holds in a section alone, beside what holds everywhere. */
function scopesHere(version, rows, everywhere) {
    return new Map(rows.flatMap(({ name, sets, freeForm }) => {
        const rules = sets.filter(({ where, since }) => where === 'here' && since <= version);
        const free = freeForm.filter(({ untouched }) => untouched === 'here');
        if (rules.length + free.length === 0)
            return [];
        return [[name, makeScope(everywhere, rules, free)]];
    }));
}
function sorted(values) {
    return values
        .map((value) => ({ value, text: (0,_json_write_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(value) }))
        .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
        .map(({ value }) => value);
}
function isTexts(value) {
    return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
/**
 * Takes away of a live project's values what says nothing of the configuration: stamps, and the
 * order of sets.
 */
class Noise {
    #version;
    #everywhere;
    #here;
    #rows;
    /**
     * @param version the number of the rules
     * @param rows of the sections that there are, unless others are given
     * @throws Error for rules that this release does not know
     */
    constructor(version, rows = _sections_index_js__WEBPACK_IMPORTED_MODULE_1__/* .SECTION_ROWS */ .Gw) {
        if (!Number.isInteger(version) || version < 1 || version > CONTENT_RULES) {
            throw new Error(`content rules ${version} are newer than this release can read`);
        }
        this.#version = version;
        this.#everywhere = scopeEverywhere(version, rows);
        this.#here = scopesHere(version, rows, this.#everywhere);
        this.#rows = new Map(rows.map((row) => [row.name, row]));
    }
    /** A value of the Management API, of whatever section. */
    value(value) {
        return this.#visit(value, this.#everywhere, undefined);
    }
    /** As {@link value}, of an object. */
    object(value) {
        return this.value(value);
    }
    /** A value of a section: one object of it, all of its list, or what one tenant has of it. */
    ofSection(section, value) {
        const scope = this.#here.get(section) ?? this.#everywhere;
        return scope.isCustom ? value : this.#visit(value, scope, undefined);
    }
    /** The value of `resources/<section>.json`, without entries that say no more than none. */
    resource(section, value) {
        const row = this.#rows.get(section);
        // Rules 1 took the ids of tenants for names of members: hashes exist that were made so.
        if (this.#version < 2 || row?.identity.by !== 'tenant' || !(0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(value)) {
            return this.ofSection(section, value);
        }
        const result = {};
        for (const [tenantId, entry] of Object.entries(value)) {
            const kept = this.ofSection(section, entry);
            if (row.isBlankEntry?.(kept) !== true)
                (0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .setOwn */ .P5)(result, tenantId, kept);
        }
        return result;
    }
    /** A JSON file of a snapshot; it may be a collection, which has no order either. */
    snapshotFile(path, content) {
        if ((0,_snapshot_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .isEdited */ .s5)(path))
            return content;
        const value = this.ofSection((0,_snapshot_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .repeatedSection */ .Ie)(path) ?? '', content);
        if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(value) || !(0,_snapshot_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .isCollection */ .P3)(path))
            return value;
        const result = {};
        for (const [key, child] of Object.entries(value)) {
            (0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .setOwn */ .P5)(result, key, Array.isArray(child) ? sorted(child) : child);
        }
        return result;
    }
    /** Whether a member is one that the service changes by itself. */
    #isStamp(key) {
        return STAMPS_1.has(key) || (this.#version >= 2 && SEEN_LAST.test(key));
    }
    /** @param more sets that hold here and below, because of the member that this stands under */
    #visit(value, scope, more) {
        if (Array.isArray(value)) {
            return value.map((one) => this.#visit(one, scope, more));
        }
        if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(value))
            return value;
        const result = {};
        for (const [key, child] of Object.entries(value)) {
            if (this.#isStamp(key))
                continue;
            if (scope.custom.has(key)) {
                (0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .setOwn */ .P5)(result, key, isSetBeside(value, key, scope) ? sorted(child) : child);
                continue;
            }
            const kept = this.#visit(child, scope, scope.setsBelow.get(key) ?? more);
            const isSet = (Array.isArray(kept) && (scope.sets.has(key) || more?.has(key) === true)) ||
                isSetBeside(value, key, scope);
            (0,_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .setOwn */ .P5)(result, key, isSet ? sorted(kept) : kept);
        }
        return result;
    }
}
/** Whether a list of texts is a set because of what stands beside it. */
function isSetBeside(parent, key, { setsBeside }) {
    const beside = setsBeside.get(key);
    if (beside === undefined)
        return false;
    const said = parent[beside.key];
    return (typeof said === 'string' && beside.values.includes(said) && isTexts(parent[key]));
}
const NOISES = new Map();
/** @throws Error for rules that this release does not know */
function noiseOf(version) {
    const noise = NOISES.get(version) ?? new Noise(version);
    NOISES.set(version, noise);
    return noise;
}
/** By the newest rules, which every comparison applies to both sides. */
const NEWEST_NOISE = noiseOf(CONTENT_RULES);
/** A value of the Management API without noise, by the newest rules. */
function withoutNoise(value) {
    return NEWEST_NOISE.value(value);
}


/***/ }),

/***/ 80042:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ isByTenant),
/* harmony export */   D_: () => (/* binding */ identity),
/* harmony export */   aS: () => (/* binding */ nameInSection),
/* harmony export */   m2: () => (/* binding */ objectsWithin),
/* harmony export */   q1: () => (/* binding */ orderingName),
/* harmony export */   xx: () => (/* binding */ keyedEntry)
/* harmony export */ });
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88399);
/* harmony import */ var _json_write_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11249);
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46701);
/** What objects of a project are called by. */



function textOf(object, key) {
    const text = object[key];
    return typeof text === 'string' && text !== '' ? text : undefined;
}
/** Where a section is none of this release, its objects are called as those of most. */
function identityOf(section) {
    return (0,_index_js__WEBPACK_IMPORTED_MODULE_0__/* .rowOf */ .OB)(section)?.identity ?? { by: 'id-or-name' };
}
/** The id or the name of an object; undefined where it has neither. */
function idOrName(value) {
    return (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(value) ? (textOf(value, 'id') ?? textOf(value, 'name')) : undefined;
}
/**
 * What a thing of an answer is told by, in every section: its id, else its name, else all of it.
 * Saved lists are sorted by it; their order counts in hashes that exist, so that this never
 * changes.
 */
function identity(value) {
    return idOrName(value) ?? (0,_json_write_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .dj)(value);
}
/**
 * What an object of a section's list is called by, as changes.json and the git tree have it.
 *
 * @returns undefined where it is called by all of what it is
 */
function nameInSection(section, value) {
    const identity = identityOf(section);
    if (identity.by === 'member' && (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(value)) {
        return textOf(value, identity.member) ?? idOrName(value);
    }
    if (identity.by === 'tenant-and-name' && (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(value)) {
        const { name } = value;
        const tenant = textOf(value, 'tenantId');
        if (typeof name === 'string')
            return tenant === undefined ? name : `${tenant}/${name}`;
    }
    return idOrName(value);
}
/** Whether a section has an entry a tenant. */
function isByTenant(section) {
    return identityOf(section).by === 'tenant';
}
/**
 * What tells an object of a tenant's entry from the others: the default one has no text there, or
 * no such member.
 */
function nameWithin(object, member) {
    const path = member.split('/');
    const key = path.pop();
    const parent = path.reduce((value, step) => ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(value) ? value[step] : undefined), object);
    const text = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(parent) ? textOf(parent, key) : undefined;
    return text === undefined ? 'default' : `${key}=${text}`;
}
/**
 * What objects of an answer are put in order by: their names in the section, or in the entry of a
 * tenant, where they have one.
 *
 * @param isOfTenant whether it is the list of one tenant
 */
function orderingName(section, value, isOfTenant) {
    const member = isOfTenant ? memberWithin(section) : undefined;
    if (member !== undefined && (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(value))
        return nameWithin(value, member);
    return nameInSection(section, value) ?? identity(value);
}
/**
 * The member that tells the objects of a tenant's entry apart; undefined where an entry is one
 * object.
 */
function memberWithin(section) {
    const identity = identityOf(section);
    return identity.by === 'tenant' ? identity.within : undefined;
}
function isList(value) {
    return Array.isArray(value);
}
/**
 * What a tenant has of a section, in the form in which it is compared: a list of objects that a
 * member tells apart becomes an object, so that two that changed places are no change, and a
 * pointer into one names it: `/ssoId=employees/saml/idpCertificate`.
 *
 * @returns the entry itself where it is no such list: of another section, with something else in
 * it, or two of one name
 */
function keyedEntry(section, entry) {
    const member = memberWithin(section);
    if (member === undefined || !isList(entry))
        return entry;
    const keyed = {};
    for (const one of entry) {
        const name = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(one) ? nameWithin(one, member) : undefined;
        if (name === undefined || Object.hasOwn(keyed, name))
            return entry;
        (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .setOwn */ .P5)(keyed, name, one);
    }
    return keyed;
}
/**
 * The objects of a tenant's entry by name, keyed or not; those of a name that is taken already as
 * `<name>#2` and so on.
 */
function objectsWithin(section, entry) {
    const member = memberWithin(section) ?? '';
    const named = (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(entry)
        ? Object.entries(entry)
        : (isList(entry) ? entry : []).map((one) => [(0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(one) ? nameWithin(one, member) : '', one]);
    const found = new Map();
    for (const [name, one] of named) {
        if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(one))
            continue;
        let free = name;
        for (let copy = 2; found.has(free); copy++)
            free = `${name}#${copy}`;
        found.set(free, one);
    }
    return found;
}


/***/ }),

/***/ 46701:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bP: () => (/* binding */ SECTIONS),
  xF: () => (/* binding */ SECTIONS_OF_ALL),
  Gw: () => (/* binding */ SECTION_ROWS),
  EP: () => (/* binding */ isSection),
  OB: () => (/* binding */ rowOf)
});

// EXTERNAL MODULE: ./src/project/sections/section.ts
var section = __webpack_require__(28725);
;// CONCATENATED MODULE: ./src/project/sections/access-keys.ts
/** Section `access-keys`: keys of machines, as metadata: no API gives a key itself again. */

const accessKeys = (0,section/* defineSection */.rb)({
    name: 'access-keys',
    keptIn: 'resources',
    read: { shape: 'list', endpoint: 'accessKeys' },
    identity: { by: 'id-or-name' },
    sets: [],
    freeForm: [
        (0,section/* freeForm */.$5)('claims of your own', {
            members: ['customClaims'],
            unsearched: 'everywhere',
            untouched: 'everywhere',
        }),
    ],
    snapshot: undefined,
    refersTo: [
        { member: '/roleNames/*', to: 'roles', by: 'name' },
        { member: '/keyTenants/*/tenantId', to: 'tenants', by: 'id' },
        { member: '/keyTenants/*/roleNames/*', to: 'roles', by: 'name' },
        { member: '/customAttributes/*', to: 'access-key-attributes', by: 'name' },
        { member: '/boundUserId', to: 'users', by: 'id' },
    ],
    shown: { place: 6 },
    inDocs: { saved: 'without the key' },
});

;// CONCATENATED MODULE: ./src/project/sections/fga-schema.ts
/** Section `fga-schema`: the model of fine-grained authorization. */

const fgaSchema = (0,section/* defineSection */.rb)({
    name: 'fga-schema',
    keptIn: 'resources',
    read: { shape: 'single', endpoint: 'fgaSchema' },
    identity: { by: 'whole' },
    sets: [],
    freeForm: [],
    snapshot: undefined,
    refersTo: [],
});

// EXTERNAL MODULE: ./src/project/sections/reasons.ts
var reasons = __webpack_require__(57967);
;// CONCATENATED MODULE: ./src/project/sections/flows.ts
/** Section `flows`: what users go through when they sign in. */


const flows = (0,section/* defineSection */.rb)({
    name: 'flows',
    keptIn: 'project.json',
    read: { shape: 'own', endpoints: ['flowList', 'flowExport'] },
    identity: { by: 'id-or-name' },
    sets: [
        (0,section/* setsEverywhere */.gK)(['targetLanguages', 'translateTargetLangs']),
        (0,section/* setsEverywhere */.gK)(['oauth', 'omitted', 'userAttributes', 'tenantAttributes'], {
            below: 'references',
        }),
    ],
    freeForm: [
        // Its metadata has stamps, its contents have none.
        (0,section/* freeForm */.$5)(reasons/* SCRIPTS */.dL, { untouched: 'nowhere' }),
        (0,section/* freeForm */.$5)(reasons/* SCRIPTS */.dL, { members: ['contents'], unsearched: 'nowhere', untouched: 'everywhere' }),
    ],
    snapshot: { kind: 'folders', path: 'flows/', index: 'flows/flows.json' },
    refersTo: [
        { member: '/references/connectors/*', to: 'connectors', by: 'name-to-id' },
        { member: '/references/roles/*', to: 'roles', by: 'name-to-id' },
        { member: '/references/oauth/*', to: 'authentication-methods', by: 'name' },
        { member: '/references/userAttributes/*', to: 'user-attributes', by: 'name' },
        { member: '/references/tenantAttributes/*', to: 'tenant-attributes', by: 'name' },
    ],
    shown: { place: 4, singular: 'flow' },
    inDocs: { free: 'saved, one request a flow', pro: 'saved, out of the snapshot' },
});

;// CONCATENATED MODULE: ./src/project/sections/inbound-apps.ts
/** Section `inbound-apps`: applications of others that may act for users of the project. */

const inboundApps = (0,section/* defineSection */.rb)({
    name: 'inbound-apps',
    keptIn: 'resources',
    read: { shape: 'pages', endpoint: 'inboundApps', noun: 'applications' },
    identity: { by: 'id-or-name' },
    sets: [
        (0,section/* setsEverywhere */.gK)(['allowedTenants', 'approvedCallbackUrls', 'audienceWhitelist']),
        (0,section/* setsEverywhere */.gK)(['values'], { below: 'permissionsScopes' }),
        (0,section/* setsEverywhere */.gK)(['values'], { below: 'attributesScopes' }),
        (0,section/* setsEverywhere */.gK)(['values'], { below: 'connectionsScopes' }),
    ],
    freeForm: [],
    snapshot: undefined,
    refersTo: [
        { member: '/permissionsScopes/*/values/*', to: 'roles', by: 'name' },
        { member: '/permissionsScopes/*/values/*', to: 'permissions', by: 'name' },
        { member: '/attributesScopes/*/values/*', to: 'user-attributes', by: 'name' },
        { member: '/connectionsScopes/*/values/*', to: 'outbound-apps', by: 'id' },
        { member: '/allowedTenants/*', to: 'tenants', by: 'id' },
        { member: '/sessionSettings/userTemplateId', to: 'jwt-templates', by: 'id' },
        { member: '/sessionSettings/keyTemplateId', to: 'jwt-templates', by: 'id' },
    ],
    inDocs: { saved: 'secrets withheld' },
});

;// CONCATENATED MODULE: ./src/project/sections/jwt-templates.ts
/** Section `jwt-templates`: what tokens say. */

const jwtTemplates = (0,section/* defineSection */.rb)({
    name: 'jwt-templates',
    keptIn: 'resources',
    read: { shape: 'list', endpoint: 'jwtTemplates' },
    identity: { by: 'id-or-name' },
    sets: [],
    freeForm: [
        (0,section/* freeForm */.$5)('keys are claims of your own, and values say where each comes from', {
            members: ['template'],
            untouched: 'everywhere',
        }),
    ],
    snapshot: { kind: 'list', path: 'jwttemplates.json', isJudged: true },
    refersTo: [],
});

;// CONCATENATED MODULE: ./src/project/sections/lists.ts
/** Section `lists`: lists of texts, addresses or anything, which flows look into. */

const lists = (0,section/* defineSection */.rb)({
    name: 'lists',
    keptIn: 'resources',
    read: { shape: 'list', endpoint: 'lists' },
    identity: { by: 'id-or-name' },
    // A list of type `json` holds anything.
    sets: [(0,section/* setsEverywhere */.gK)(['data'], { beside: { key: 'type', values: ['texts', 'ips'] } })],
    freeForm: [
        (0,section/* freeForm */.$5)('the data of a list of your own', { members: ['data'], untouched: 'everywhere' }),
    ],
    snapshot: { kind: 'list', path: 'lists.json', isJudged: false },
    refersTo: [],
});

;// CONCATENATED MODULE: ./src/project/sections/localization.ts
/**
 * Section `localization`: translations of messages, and of the flows that have them switched on.
 */

const localization = (0,section/* defineSection */.rb)({
    name: 'localization',
    since: '1.1.0',
    keptIn: 'resources',
    read: {
        shape: 'own',
        endpoints: ['messageLocalization', 'flowLocalization'],
        needsFlows: true,
    },
    // Each has a name that we give: `messages`, and `flows/<id>`.
    identity: { by: 'id-or-name' },
    sets: [],
    freeForm: [
        (0,section/* freeForm */.$5)('translations of your own, whose keys name texts', { members: ['languages'] }),
    ],
    snapshot: undefined,
    refersTo: [{ member: '/flowId', to: 'flows', by: 'id' }],
    inDocs: { read: 'for each flow that is translated' },
});

;// CONCATENATED MODULE: ./src/project/sections/mcp-servers.ts
/**
 * Section `mcp-servers`: servers that give agents the project's resources, by the Model Context
 * Protocol.
 */

const mcpServers = (0,section/* defineSection */.rb)({
    name: 'mcp-servers',
    since: '1.1.0',
    keptIn: 'resources',
    read: { shape: 'list', endpoint: 'mcpServers' },
    identity: { by: 'id-or-name' },
    sets: [],
    freeForm: [],
    snapshot: undefined,
    refersTo: [
        { member: '/dynamicRegistration/flowId', to: 'flows', by: 'id' },
        { member: '/approvedScopes/permissionsScopes/*/values/*', to: 'roles', by: 'name' },
        { member: '/approvedScopes/permissionsScopes/*/values/*', to: 'permissions', by: 'name' },
        { member: '/approvedScopes/attributesScopes/*/values/*', to: 'user-attributes', by: 'name' },
        { member: '/approvedScopes/connectionsScopes/*/values/*', to: 'outbound-apps', by: 'id' },
        { member: '/sessionSettings/userTemplateId', to: 'jwt-templates', by: 'id' },
        { member: '/sessionSettings/keyTemplateId', to: 'jwt-templates', by: 'id' },
    ],
});

;// CONCATENATED MODULE: ./src/project/sections/outbound-apps.ts
/** Section `outbound-apps`: services of others for which the project keeps tokens of its users. */

const outboundApps = (0,section/* defineSection */.rb)({
    name: 'outbound-apps',
    keptIn: 'resources',
    read: { shape: 'list', endpoint: 'outboundApps' },
    identity: { by: 'id-or-name' },
    sets: [(0,section/* setsEverywhere */.gK)(['defaultScopes'])],
    freeForm: [],
    snapshot: { kind: 'list', path: 'outboundapps.json', isJudged: true },
    refersTo: [{ member: '/tenantId', to: 'tenants', by: 'id' }],
    inDocs: { saved: 'secrets withheld' },
});

;// CONCATENATED MODULE: ./src/project/sections/password-settings.ts
/** Section `password-settings`: rules for passwords, of the project. */

const passwordSettings = (0,section/* defineSection */.rb)({
    name: 'password-settings',
    keptIn: 'resources',
    read: { shape: 'single', endpoint: 'passwordSettings' },
    identity: { by: 'whole' },
    sets: [],
    freeForm: [],
    snapshot: { kind: 'file', path: 'auth/password.json' },
    refersTo: [],
    inDocs: { read: 'of the project' },
});

;// CONCATENATED MODULE: ./src/project/sections/permissions.ts
/** Section `permissions`: what roles may grant. */

const permissions = (0,section/* defineSection */.rb)({
    name: 'permissions',
    keptIn: 'resources',
    read: { shape: 'list', endpoint: 'permissions' },
    identity: { by: 'id-or-name' },
    sets: [],
    freeForm: [],
    snapshot: { kind: 'list', path: 'permissions.json', isJudged: false },
    refersTo: [],
});

;// CONCATENATED MODULE: ./src/project/sections/roles.ts
/** Section `roles`: roles of the project and of its tenants. */

const roles = (0,section/* defineSection */.rb)({
    name: 'roles',
    keptIn: 'resources',
    read: { shape: 'own', endpoints: ['projectRoles', 'tenantRoles'], needsTenants: true },
    // Ids are made anew for a snapshot, and names are unique: in the project, and in each tenant.
    identity: { by: 'tenant-and-name' },
    sets: [],
    freeForm: [],
    snapshot: { kind: 'list', path: 'roles.json', isJudged: true },
    refersTo: [
        { member: '/permissionNames/*', to: 'permissions', by: 'name' },
        { member: '/tenantId', to: 'tenants', by: 'id' },
    ],
    shown: { place: 5, singular: 'role' },
});

// EXTERNAL MODULE: ./src/json/value.ts
var value = __webpack_require__(88399);
;// CONCATENATED MODULE: ./src/project/sections/scim-keys.ts
/**
 * Section `scim-keys`: keys by which identity providers provision users of a tenant, as metadata.
 */


const scimKeys = (0,section/* defineSection */.rb)({
    name: 'scim-keys',
    since: '1.1.0',
    isByNameAlone: true,
    keptIn: 'resources',
    read: { shape: 'per-tenant', endpoint: 'scimKeys', parameter: 'tenantId', needsTenants: true },
    identity: { by: 'tenant', within: 'key/id', treeEnding: '.scim-keys.json' },
    sets: [],
    freeForm: [],
    snapshot: undefined,
    isBlankEntry: value/* isBlank */.z3,
    refersTo: [
        { member: '/*/key/roleNames/*', to: 'roles', by: 'name' },
        { member: '/*/key/keyTenants/*/tenantId', to: 'tenants', by: 'id' },
        { member: '/*/key/boundUserId', to: 'users', by: 'id' },
        { member: '/*/ssoId', to: 'tenant-sso', by: 'id' },
    ],
    inDocs: { saved: 'without the key' },
});

;// CONCATENATED MODULE: ./src/project/sections/scope-claim-mapping.ts
/** Section `scope-claim-mapping`: which claims each scope of OIDC puts into tokens. */

const scopeClaimMapping = (0,section/* defineSection */.rb)({
    name: 'scope-claim-mapping',
    since: '1.1.0',
    keptIn: 'resources',
    read: { shape: 'list', endpoint: 'scopeClaimMapping' },
    identity: { by: 'member', member: 'scope' },
    sets: [],
    freeForm: [(0,section/* freeForm */.$5)('claims of your own', { members: ['claims'], unsearched: 'nowhere' })],
    snapshot: undefined,
    refersTo: [],
});

;// CONCATENATED MODULE: ./src/project/sections/snapshot.ts
/**
 * Section `snapshot`: the files of a project snapshot, which repeat other sections and have parts
 * of their own.
 */

const snapshot = (0,section/* defineSection */.rb)({
    name: 'snapshot',
    keptIn: 'snapshot',
    read: { shape: 'own', endpoints: ['snapshot'] },
    identity: { by: 'path' },
    sets: [
        // The project's settings.
        (0,section/* setsEverywhere */.gK)(['approvedRedirectUrls', 'trustedDomains']),
        // What an audit connector is told of.
        (0,section/* setsEverywhere */.gK)(['triggeringEventTypes']),
    ],
    // Folders of it are: see SNAPSHOT_PARTS in snapshot-layout.ts.
    freeForm: [],
    snapshot: undefined,
    refersTo: [],
    inDocs: { free: '`not-licensed`' },
});

;// CONCATENATED MODULE: ./src/project/sections/sso-apps.ts
/**
 * Section `sso-apps`: applications that users of the project sign in to by SAML, OIDC or WS-Fed.
 */

const ssoApps = (0,section/* defineSection */.rb)({
    name: 'sso-apps',
    keptIn: 'resources',
    read: { shape: 'list', endpoint: 'ssoApps' },
    identity: { by: 'id-or-name' },
    sets: [
        (0,section/* setsEverywhere */.gK)(['acsAllowedCallbacks', 'replyAllowedCallbacks', 'claims']),
        // Of mappings of groups.
        (0,section/* setsEverywhere */.gK)(['roles']),
    ],
    freeForm: [],
    snapshot: { kind: 'list', path: 'applications.json', isJudged: true },
    refersTo: [
        { member: '/samlSettings/groupsMapping/*/roles/*/name', to: 'roles', by: 'name' },
        { member: '/wsFedSettings/groupsMapping/*/roles/*/name', to: 'roles', by: 'name' },
    ],
    inDocs: { saved: 'secrets withheld' },
});

;// CONCATENATED MODULE: ./src/project/sections/tenant-password-settings.ts
/** Section `tenant-password-settings`: rules for passwords of each tenant. */

const tenantPasswordSettings = (0,section/* defineSection */.rb)({
    name: 'tenant-password-settings',
    since: '1.1.0',
    isByNameAlone: true,
    keptIn: 'resources',
    read: {
        shape: 'per-tenant',
        endpoint: 'passwordSettings',
        parameter: 'tenantId',
        needsTenants: true,
    },
    identity: { by: 'tenant', treeEnding: '.passwords.json' },
    sets: [],
    freeForm: [],
    snapshot: undefined,
    refersTo: [{ member: '/tenantId', to: 'tenants', by: 'id' }],
});

;// CONCATENATED MODULE: ./src/project/sections/tenant-settings.ts
/** Section `tenant-settings`: sessions and sign-in of each tenant. */

const tenantSettings = (0,section/* defineSection */.rb)({
    name: 'tenant-settings',
    keptIn: 'resources',
    read: {
        shape: 'per-tenant',
        endpoint: 'tenantSettings',
        parameter: 'id',
        needsTenants: true,
    },
    identity: { by: 'tenant', treeEnding: '.settings.json' },
    sets: [],
    freeForm: [],
    snapshot: undefined,
    refersTo: [{ member: '/ssoSetupSuiteSettings/styleId', to: 'styles', by: 'id' }],
    shown: { place: 3 },
});

// EXTERNAL MODULE: ./src/project/sections/tenant-sso.ts
var tenant_sso = __webpack_require__(57146);
;// CONCATENATED MODULE: ./src/project/sections/tenants.ts
/** Section `tenants`: the customers of a project. */


const tenants = (0,section/* defineSection */.rb)({
    name: 'tenants',
    keptIn: 'project.json',
    read: { shape: 'own', endpoints: ['tenants'] },
    identity: { by: 'id-or-name' },
    sets: [],
    freeForm: [
        (0,section/* freeForm */.$5)(reasons/* ATTRIBUTES */.iw, {
            members: ['customAttributes'],
            unsearched: 'everywhere',
            untouched: 'everywhere',
        }),
        // So a config file spells it. No answer is known to: under this name a secret is looked for.
        (0,section/* freeForm */.$5)(reasons/* ATTRIBUTES */.iw, {
            members: ['custom_attributes'],
            unsearched: 'nowhere',
            untouched: 'everywhere',
        }),
    ],
    snapshot: undefined,
    refersTo: [
        { member: '/parent', to: 'tenants', by: 'id' },
        { member: '/federatedAppIds/*', to: 'sso-apps', by: 'id' },
        { member: '/defaultRoles/*', to: 'roles', by: 'name' },
        { member: '/customAttributes/*', to: 'tenant-attributes', by: 'name' },
        { member: '/enforceSSOExclusions/*', to: 'users', by: 'id' },
    ],
    shown: { place: 1, singular: 'tenant' },
});

;// CONCATENATED MODULE: ./src/project/sections/theme.ts
/** Section `theme`: how pages look. */


const theme = (0,section/* defineSection */.rb)({
    name: 'theme',
    keptIn: 'resources',
    read: { shape: 'single', endpoint: 'theme' },
    identity: { by: 'whole' },
    sets: [],
    // It has stamps.
    freeForm: [(0,section/* freeForm */.$5)(reasons/* DESIGN */.N5, { untouched: 'nowhere' })],
    snapshot: { kind: 'folder', path: 'styles/' },
    refersTo: [
        { member: '/references/connectors/*', to: 'connectors', by: 'name-to-id' },
        { member: '/references/roles/*', to: 'roles', by: 'name-to-id' },
    ],
});

;// CONCATENATED MODULE: ./src/project/sections/user-attributes.ts
/** Section `user-attributes`: definitions of attributes that users have. */

const userAttributes = (0,section/* defineSection */.rb)({
    name: 'user-attributes',
    keptIn: 'resources',
    read: { shape: 'list', endpoint: 'userAttributes' },
    identity: { by: 'id-or-name' },
    sets: [(0,section/* setsEverywhere */.gK)(['editPermissions', 'viewPermissions'])],
    freeForm: [],
    snapshot: { kind: 'list', path: 'attributes.json', isJudged: true },
    refersTo: [
        { member: '/viewPermissions/*', to: 'permissions', by: 'name' },
        { member: '/editPermissions/*', to: 'permissions', by: 'name' },
    ],
});

;// CONCATENATED MODULE: ./src/project/sections/widgets.ts
/** Section `widgets`: which widgets there are, where no snapshot has them whole. */

const widgets = (0,section/* defineSection */.rb)({
    name: 'widgets',
    since: '1.1.0',
    keptIn: 'resources',
    read: { shape: 'list', endpoint: 'widgets', onlyWithout: 'snapshot' },
    identity: { by: 'member', member: 'widgetId' },
    sets: [],
    freeForm: [],
    snapshot: undefined,
    refersTo: [],
    inDocs: {
        read: 'where there is no snapshot',
        place: '`resources/widgets.json`, else `snapshot/widgets/`',
        free: 'saved, the list alone',
        pro: 'saved, out of the snapshot',
    },
});

;// CONCATENATED MODULE: ./src/project/sections/xaa-settings.ts
/**
 * Section `xaa-settings`: whose assertions a tenant trusts for access across applications, by SSO
 * configuration.
 */


const xaaSettings = (0,section/* defineSection */.rb)({
    name: 'xaa-settings',
    since: '1.1.0',
    isByNameAlone: true,
    keptIn: 'resources',
    read: { shape: 'per-tenant', endpoint: 'xaaSettings', parameter: 'tenantId', needsTenants: true },
    identity: { by: 'tenant', within: 'ssoId', treeEnding: '.xaa.json' },
    sets: [],
    freeForm: [],
    snapshot: undefined,
    isBlankEntry: value/* isBlank */.z3,
    refersTo: [
        { member: '/*/ssoId', to: 'tenant-sso', by: 'id' },
        { member: '/*/groupsMapping/*/role/name', to: 'roles', by: 'name' },
        { member: '/*/defaultSSORoles/*', to: 'roles', by: 'name' },
        { member: '/*/fgaMappings', to: 'fga-schema', by: 'name' },
    ],
});

;// CONCATENATED MODULE: ./src/project/sections/index.ts
/** The table of sections: a row for each part of a live project that can be asked for by itself. */
























/** In the order in which the coverage has them. */
const TABLE = [
    snapshot,
    flows,
    tenants,
    tenantSettings,
    tenant_sso/* tenantSso */.k,
    roles,
    permissions,
    ssoApps,
    inboundApps,
    outboundApps,
    accessKeys,
    jwtTemplates,
    lists,
    passwordSettings,
    fgaSchema,
    theme,
    userAttributes,
    mcpServers,
    widgets,
    localization,
    scopeClaimMapping,
    tenantPasswordSettings,
    scimKeys,
    xaaSettings,
];
const SECTION_ROWS = TABLE;
/** The names of all sections, as the input `sections` takes them. */
const SECTIONS = TABLE.map(({ name }) => name);
/** The sections that `all` means. */
const SECTIONS_OF_ALL = SECTION_ROWS.flatMap((row) => row.isByNameAlone === true ? [] : [row.name]);
const BY_NAME = new Map(TABLE.map((row) => [row.name, row]));
/**
 * @returns undefined for a name that is no section of this release: a backup of a newer one may
 * have such
 */
function rowOf(section) {
    return BY_NAME.get(section);
}
function isSection(name) {
    return BY_NAME.has(name);
}


/***/ }),

/***/ 57967:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N5: () => (/* binding */ DESIGN),
/* harmony export */   dL: () => (/* binding */ SCRIPTS),
/* harmony export */   iw: () => (/* binding */ ATTRIBUTES)
/* harmony export */ });
/**
 * Reasons why something is free form that more than one place has; docs/coverage.md repeats them.
 */
const SCRIPTS = 'content of your own making, whose keys are names of steps, fields and variables';
const DESIGN = 'keys are names of colours, fonts and parts of a page';
const ATTRIBUTES = 'attributes of your own';


/***/ }),

/***/ 28725:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ freeForm),
/* harmony export */   gK: () => (/* binding */ setsEverywhere),
/* harmony export */   rb: () => (/* binding */ defineSection)
/* harmony export */ });
/* unused harmony export setsHere */
/** A row, with its literals as types, so that descope/ can check the names of endpoints. */
function defineSection(row) {
    return row;
}
/** States what is free form, with the reason; without more, all of the section. */
function freeForm(why, { members = 'all', unsearched = 'here', untouched = 'here' } = {}) {
    return { why, members, unsearched, untouched };
}
/**
 * Sets that hold wherever their keys stand, by content rules 2. Nothing may be added: it would
 * change hashes that exist.
 */
function setsEverywhere(keys, more = {}) {
    return { since: 2, where: 'everywhere', keys, ...more };
}
/**
 * Sets of this section alone. Of a section that a release has, more of them need content rules of a
 * new number.
 */
function setsHere(keys, more = {}) {
    return { since: 2, where: 'here', keys, ...more };
}


/***/ }),

/***/ 57146:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ tenantSso),
/* harmony export */   o: () => (/* binding */ isBlankSso)
/* harmony export */ });
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88399);
/* harmony import */ var _section_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28725);
/** Section `tenant-sso`: the SSO configurations of each tenant. */


/**
 * Whether none of a tenant's SSO configurations says anything: there is but the default one, and
 * nothing in it is filled.
 */
function isBlankSso(configurations) {
    return (Array.isArray(configurations) &&
        configurations.every((one) => {
            if (!(0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(one))
                return false;
            const { tenant: _repeated, ...own } = one;
            return (0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isBlank */ .z3)(own);
        }));
}
const tenantSso = (0,_section_js__WEBPACK_IMPORTED_MODULE_1__/* .defineSection */ .rb)({
    name: 'tenant-sso',
    keptIn: 'resources',
    read: { shape: 'own', endpoints: ['tenantSso'], needsTenants: true, isLast: true },
    identity: { by: 'tenant', within: 'ssoId', treeEnding: '.sso.json' },
    sets: [
        (0,_section_js__WEBPACK_IMPORTED_MODULE_1__/* .setsEverywhere */ .gK)(['defaultSSORoles', 'groups', 'idpAdditionalCertificates', 'scope']),
        // Of FGA mappings.
        (0,_section_js__WEBPACK_IMPORTED_MODULE_1__/* .setsEverywhere */ .gK)(['relations']),
        // Of OIDC, and of outbound applications.
        (0,_section_js__WEBPACK_IMPORTED_MODULE_1__/* .setsEverywhere */ .gK)(['prompt']),
    ],
    freeForm: [],
    snapshot: undefined,
    isBlankEntry: isBlankSso,
    refersTo: [
        { member: '/*/saml/defaultSSORoles/*', to: 'roles', by: 'name' },
        { member: '/*/saml/groupsMapping/*/role/name', to: 'roles', by: 'name' },
        { member: '/*/saml/attributeMapping/customAttributes/*', to: 'user-attributes', by: 'name' },
        { member: '/*/saml/fgaMappings', to: 'fga-schema', by: 'name' },
        { member: '/*/oidc/defaultSSORoles/*', to: 'roles', by: 'name' },
        { member: '/*/oidc/groupsMapping/*/role/name', to: 'roles', by: 'name' },
        { member: '/*/oidc/userAttrMapping/customAttributes/*', to: 'user-attributes', by: 'name' },
        { member: '/*/oidc/fgaMappings', to: 'fga-schema', by: 'name' },
    ],
    shown: { place: 2 },
    inDocs: { read: 'for each tenant', saved: 'secrets withheld' },
});


/***/ }),

/***/ 69444:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ partOf),
/* harmony export */   Hw: () => (/* binding */ judgedObject),
/* harmony export */   Ie: () => (/* binding */ repeatedSection),
/* harmony export */   Km: () => (/* binding */ isJsonPath),
/* harmony export */   P3: () => (/* binding */ isCollection),
/* harmony export */   QC: () => (/* binding */ flowFileOf),
/* harmony export */   Sk: () => (/* binding */ judgedList),
/* harmony export */   Wf: () => (/* binding */ countedObject),
/* harmony export */   bP: () => (/* binding */ WIDGETS_INDEX),
/* harmony export */   bR: () => (/* binding */ twinAmong),
/* harmony export */   lC: () => (/* binding */ FREE_FOLDERS),
/* harmony export */   qQ: () => (/* binding */ SNAPSHOT_PARTS),
/* harmony export */   s5: () => (/* binding */ isEdited),
/* harmony export */   v3: () => (/* binding */ isTextPath)
/* harmony export */ });
/* unused harmony exports COLLECTIONS, isInTwin */
/* harmony import */ var _sections_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46701);
/* harmony import */ var _sections_reasons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57967);
/** How a project snapshot is laid out: the one place that knows what its files and folders are. */


/**
 * Parts of a project that a snapshot alone gives: without one, the plan does not give these at all.
 * Flows, theme, roles, permissions, applications, lists, JWT templates and attributes of users have
 * calls of their own.
 */
const SNAPSHOT_PARTS = [
    { name: 'connectors', place: 'connectors/' },
    { name: 'authentication-methods', place: 'auth/' },
    { name: 'project-settings', place: 'project.json' },
    { name: 'widgets', place: 'widgets/' },
    { name: 'message-templates' },
    { name: 'tenant-attributes' },
    { name: 'access-key-attributes' },
    { name: 'resources' },
];
/** Folders that are free form, beside those that repeat a section which is. */
const FREE_FOLDERS = new Map([
    ['widgets/', _sections_reasons_js__WEBPACK_IMPORTED_MODULE_0__/* .SCRIPTS */ .dL],
    ['assets/', 'files of your own making'],
]);
/** Lists the widgets, of which one may have no file of its own. */
const WIDGETS_INDEX = 'widgets/widgets.json';
/** Files that only list the other files of their folder. */
const INDEXES = [
    'connectors/connectors.json',
    'flows/flows.json',
    'styles/styles.json',
    'widgets/flows/flows.json',
    'assets/assets.json',
];
const TWINS = _sections_index_js__WEBPACK_IMPORTED_MODULE_1__/* .SECTION_ROWS */ .Gw.flatMap(({ name, snapshot }) => (snapshot === undefined ? [] : [[name, snapshot]]));
/** Files that list the objects of a section. */
const LISTS = new Map(TWINS.flatMap(([, twin]) => (twin.kind === 'list' ? [[twin.path, twin]] : [])));
/** Files that list things, each under one key of the file: the order says nothing. */
const COLLECTIONS = new Set([
    ...LISTS.keys(),
    ...INDEXES,
    WIDGETS_INDEX,
]);
/** Contents and screens of flows, also of widgets. */
const EDITED = /^(?:widgets\/)?flows\/[^/]+\/(?!metadata\.json$)/;
/**
 * Text files are sent as text, other assets as base64. Source: writeAsset of Descope's command line
 * tool.
 */
const TEXT_FILE = /\.(?:txt|html)$/;
function isAt(place, path) {
    return place.endsWith('/') ? path.startsWith(place) : path === place;
}
function isJsonPath(path) {
    return path.endsWith('.json');
}
/** Whether a file that is not JSON is sent as text. */
function isTextPath(path) {
    return TEXT_FILE.test(path);
}
/** Whether a file lists things under its keys, in no order. */
function isCollection(path) {
    return COLLECTIONS.has(path);
}
/** Whether a file was built in an editor: its keys are names of the customer's. */
function isEdited(path) {
    return EDITED.test(path);
}
/**
 * The part that a snapshot alone gives and that has a file in its own place; undefined for other
 * files.
 */
function partOf(path) {
    return SNAPSHOT_PARTS.find(({ place }) => place !== undefined && isAt(place, path))?.name;
}
/** The flow that a file below `flows/<id>/` belongs to, and the file's path there. */
function flowFileOf(path) {
    const [, flow, file] = /^flows\/([^/]+)\/(.*)$/s.exec(path) ?? [];
    return flow === undefined || file === undefined ? undefined : { flow, file };
}
/** Whether a file is in the place of what repeats a section. */
function isInTwin(twin, path) {
    return path.startsWith(twin.path) && (twin.path.endsWith('/') || path === twin.path);
}
/**
 * The section that a file repeats: of all flows the index, of one flow what is below its folder.
 */
function repeatedSection(path) {
    const found = TWINS.find(([, twin]) => twin.kind === 'folders'
        ? path === twin.index || flowFileOf(path) !== undefined
        : isInTwin(twin, path));
    return found?.[0];
}
/**
 * The section that a file repeats, if it has a change of its own: one edit of a flow or a role must
 * not count twice.
 *
 * @param sections that have changes
 * @param flows ids of those that have
 */
function twinAmong(path, sections, flows) {
    const section = repeatedSection(path);
    const flow = flowFileOf(path)?.flow;
    const isThere = flow === undefined ? section !== undefined && sections.has(section) : flows.has(flow);
    return isThere ? section : undefined;
}
/** The section whose objects a file lists, for rules of risk to see them as such. */
function judgedList(path) {
    return LISTS.get(path)?.isJudged === true ? repeatedSection(path) : undefined;
}
/**
 * The section and name of a file that is one object, as rules of risk see it; a flow of a widget is
 * a flow.
 */
function judgedObject(path) {
    const part = partOf(path);
    if (part === 'project-settings')
        return [part, 'project'];
    const [, folder, file] = /^(connectors|auth|flows|widgets\/flows)\/(.+)\.json$/.exec(path) ?? [];
    if (folder === undefined || file === undefined || INDEXES.includes(path))
        return undefined;
    if (part === 'connectors' || part === 'authentication-methods')
        return [part, file];
    const [, flow, rest] = /^([^/]+)\/(.+)$/.exec(file) ?? [];
    if (flow === undefined || rest === undefined || rest.startsWith('screen-'))
        return undefined;
    return ['flows', flow];
}
/**
 * What a file is an object of where objects are counted, by the names of the coverage; undefined
 * where it is counted elsewhere: a flow that goes takes several files with it, and counts as a
 * flow.
 */
function countedObject(path) {
    if (path.startsWith('flows/') || INDEXES.includes(path) || path === WIDGETS_INDEX)
        return undefined;
    const part = partOf(path);
    if (part === 'project-settings')
        return [part, path];
    const [, folder, rest = ''] = /^(connectors|auth|assets|widgets)\/(.*)$/.exec(path) ?? [];
    const [, flow] = folder === 'widgets' ? (/^(flows\/[^/]+)\//.exec(rest) ?? []) : [];
    return folder === undefined ? ['snapshot', path] : [part ?? folder, flow ?? rest];
}


/***/ }),

/***/ 81016:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ NOT_COMPARED_YET),
/* harmony export */   y: () => (/* binding */ amendBackup)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _storage_atomic_directory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20534);
/* harmony import */ var _storage_checksums_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34025);
/* harmony import */ var _storage_copy_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38926);
/* harmony import */ var _storage_durable_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6624);
/* harmony import */ var _storage_io_errors_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(78305);
/* harmony import */ var _json_write_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(11249);
/* harmony import */ var _verification_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87196);
/* harmony import */ var _written_size_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(50756);
/** A new manifest for a backup that is there, with what its comparison found. */










/**
 * What stands in a manifest until the backup was compared: a run that is killed before leaves one
 * that nothing trusts.
 */
const NOT_COMPARED_YET = {
    status: 'suspect',
    status_reasons: ['the run ended before it was compared with the backup before it'],
    comparison: { outcome: 'not-compared', cause: 'pending' },
};
/**
 * Writes what a comparison found into the manifest of a backup. The folder is replaced in one step
 * by one with the same content: its files are never written to.
 *
 * @param manifest the one that is there
 * @throws Error when it could not be written; then the backup is as it was
 */
async function amendBackup(path, manifest, amendment) {
    const id = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path);
    const { status_reasons: _before, previous: _link, comparison: _mark, ...others } = manifest;
    try {
        await (0,_storage_atomic_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .withStagingDirectory */ .lK)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), id, async (staging) => {
            const sums = (0,_storage_checksums_js__WEBPACK_IMPORTED_MODULE_3__/* .parseChecksums */ .yk)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, _storage_checksums_js__WEBPACK_IMPORTED_MODULE_3__/* .CHECKSUMS_FILE */ .aP), 'utf8'));
            const content = [...sums.keys()].filter((file) => file !== _verification_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST_FILE */ .h);
            await (0,_storage_copy_files_js__WEBPACK_IMPORTED_MODULE_5__/* .copyFiles */ .B)(path, staging, content, 'link');
            const sum = await (0,_storage_durable_files_js__WEBPACK_IMPORTED_MODULE_6__/* .writeDurably */ .v8)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(staging, _verification_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST_FILE */ .h), [
                (0,_json_write_js__WEBPACK_IMPORTED_MODULE_7__/* .formatJson */ .IB)({ ...others, ...amendment }),
                '\n',
            ]);
            await (0,_storage_durable_files_js__WEBPACK_IMPORTED_MODULE_6__/* .writeDurably */ .v8)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(staging, _storage_checksums_js__WEBPACK_IMPORTED_MODULE_3__/* .CHECKSUMS_FILE */ .aP), [
                (0,_storage_checksums_js__WEBPACK_IMPORTED_MODULE_3__/* .formatChecksums */ .ss)(new Map([...sums, [_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST_FILE */ .h, sum]])),
            ]);
            for (const record of [_verification_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST_FILE */ .h, _storage_checksums_js__WEBPACK_IMPORTED_MODULE_3__/* .CHECKSUMS_FILE */ .aP])
                await (0,_written_size_js__WEBPACK_IMPORTED_MODULE_8__/* .requireReadableSize */ .T)(staging, record);
            await (0,_storage_atomic_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .replaceDirectory */ .QY)(staging, path, id);
        });
    }
    catch (error) {
        throw (0,_storage_io_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .explainIoError */ .U_)(error, `could not write what changed into the manifest of ${path}`);
    }
}


/***/ }),

/***/ 9719:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ey: () => (/* binding */ formatTimestamp),
/* harmony export */   JN: () => (/* binding */ parseBackupId),
/* harmony export */   Q5: () => (/* binding */ wholeSecond),
/* harmony export */   a0: () => (/* binding */ compareNewestFirst),
/* harmony export */   d8: () => (/* binding */ formatBackupId)
/* harmony export */ });
/* harmony import */ var _storage_dated_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65428);
/** Names of dated folders: their making, reading and order. */

const NAME = new RegExp(`^${_storage_dated_names_js__WEBPACK_IMPORTED_MODULE_0__/* .DATED_NAME */ .J}$`);
/** ISO 8601 in UTC, to the second: `2026-11-22T03:00:00Z`. */
function formatTimestamp(time) {
    return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
function formatBackupId({ time, sequence }) {
    const name = formatTimestamp(time).replace(/[-:Z]/g, '').replace('T', '_');
    return sequence === 1 ? name : `${name}_${sequence}`;
}
/** The whole second that a moment lies in. */
function wholeSecond(time) {
    return Math.floor(time / 1000) * 1000;
}
/**
 * Reads a folder's name.
 *
 * @returns undefined for every name that {@link formatBackupId} does not give, such as
 * `20260231_000000`: there is no 31 February
 */
function parseBackupId(name) {
    const match = NAME.exec(name);
    if (match === null)
        return undefined;
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
        .slice(1, 7)
        .map(Number);
    const id = {
        time: Date.UTC(year, month - 1, day, hour, minute, second),
        sequence: match[7] === undefined ? 1 : Number(match[7]),
    };
    return formatBackupId(id) === name ? id : undefined;
}
/** Orders newest first. */
function compareNewestFirst(a, b) {
    return b.time - a.time || b.sequence - a.sequence;
}


/***/ }),

/***/ 91041:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ BackupService)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/storage/atomic-directory.ts
var atomic_directory = __webpack_require__(20534);
// EXTERNAL MODULE: ./src/storage/checksums.ts
var checksums = __webpack_require__(34025);
// EXTERNAL MODULE: ./src/storage/durable-files.ts
var durable_files = __webpack_require__(6624);
// EXTERNAL MODULE: ./src/storage/io-errors.ts
var io_errors = __webpack_require__(78305);
// EXTERNAL MODULE: ./src/json/write.ts
var write = __webpack_require__(11249);
// EXTERNAL MODULE: ./src/storage/copy-files.ts
var copy_files = __webpack_require__(38926);
// EXTERNAL MODULE: ./src/storage/list-files.ts
var list_files = __webpack_require__(56183);
// EXTERNAL MODULE: ./src/services/backup/settled-verification.ts
var settled_verification = __webpack_require__(70612);
;// CONCATENATED MODULE: ./src/services/backup/adoption.ts
/** The move of a backup from elsewhere into the backup root, as one rename. */







/**
 * Whether a folder may make way for a good backup of its name: it is damaged, and no link that
 * leads elsewhere.
 */
async function isDamaged(path) {
    if (!(await (0,promises_.lstat)(path)).isDirectory())
        return false;
    const verification = await (0,settled_verification/* verifySettled */.r)(path);
    return !verification.verified && !verification.unreadable && !verification.isLegacy;
}
/**
 * Copies a backup from elsewhere into a project's folder, under its own name. A damaged folder of
 * that name is replaced in one step.
 *
 * @param path of the backup's folder, which was verified
 * @returns whether it was copied: any other folder of the name stays as it is
 */
async function adoptBackup(projectFolder, path) {
    const id = (0,external_node_path_.basename)(path);
    const target = (0,external_node_path_.join)(projectFolder, id);
    try {
        const isThere = await (0,atomic_directory/* exists */.t2)(target);
        if (isThere && !(await isDamaged(target)))
            return false;
        await (0,promises_.mkdir)(projectFolder, { recursive: true });
        await (0,atomic_directory/* withStagingDirectory */.lK)(projectFolder, id, async (staging) => {
            const { files } = await (0,list_files/* listFiles */.C)(path);
            await (0,copy_files/* copyFiles */.B)(path, staging, files, 'copy');
            if (isThere)
                await (0,atomic_directory/* replaceDirectory */.QY)(staging, target, id);
            else if (!(await (0,atomic_directory/* publishDirectory */.fQ)(staging, target))) {
                throw new Error(`${target} appeared meanwhile`);
            }
        });
        return true;
    }
    catch (error) {
        throw (0,io_errors/* explainIoError */.U_)(error, `could not bring ${id} back into ${projectFolder}`);
    }
}

// EXTERNAL MODULE: ./src/services/backup/amendment.ts
var backup_amendment = __webpack_require__(81016);
// EXTERNAL MODULE: ./src/services/backup/backup-id.ts
var backup_id = __webpack_require__(9719);
// EXTERNAL MODULE: ./src/services/lines/lines.ts
var lines = __webpack_require__(58455);
// EXTERNAL MODULE: ./src/services/backup/project-file/layout.ts
var layout = __webpack_require__(96482);
;// CONCATENATED MODULE: ./src/services/backup/project-file/write.ts


/** How often {@link ProjectFileOptions.onProgress} hears of the work, in tenants and flows. */
const PROGRESS_STEP = 1000;
/** The text of project.json, in pieces. */
function* formatProject({ tenants, flows, config }, metadata, { onProgress, signal } = {}) {
    const total = tenants.length + flows.length;
    let done = 0;
    const end = (0,layout/* entryEnd */.GO)(metadata);
    function* list(which, items, entryOf) {
        yield (0,layout/* listOpen */.xO)(which);
        for (const [index, item] of items.entries()) {
            yield `${index === 0 ? '' : ','}${layout/* ENTRY_OPEN */.s$}${entryOf(item)}${end}`;
            if (++done % PROGRESS_STEP !== 0)
                continue;
            signal?.throwIfAborted();
            onProgress?.(done, total);
        }
        yield items.length === 0 ? layout/* EMPTY_LIST_CLOSE */.Om : layout/* LIST_CLOSE */.sy;
    }
    yield '{\n';
    yield `  "project_id": ${JSON.stringify(metadata.project_id)},\n`;
    yield `  "environment": ${JSON.stringify(metadata.environment)},\n`;
    yield `  "metadata": ${(0,write/* formatJson */.IB)(metadata, 2)},\n`;
    yield `  "config": ${(0,write/* formatJson */.IB)(config, 2)}`;
    yield* list(layout/* TENANTS */.EK, tenants, ({ id, unpack }) => (0,layout/* tenantEntry */.xZ)(id, unpack()));
    yield* list(layout/* FLOWS */.As, flows, ({ id, data }) => (0,layout/* flowEntry */.ln)(id, data.unpack()));
    yield layout/* FILE_CLOSE */.iW;
}

// EXTERNAL MODULE: ./src/services/backup/content-hash.ts
var content_hash = __webpack_require__(62983);
// EXTERNAL MODULE: ./src/project/noise.ts
var noise = __webpack_require__(23439);
// EXTERNAL MODULE: ./src/models/manifest.ts
var manifest = __webpack_require__(93257);
// EXTERNAL MODULE: ./src/services/backup/tool.ts
var tool = __webpack_require__(37605);
;// CONCATENATED MODULE: ./src/services/backup/new-manifest.ts



function makeManifest(content, metadata, details, contentHash) {
    const counts = { tenants: content.tenants.length, flows: content.flows.length };
    return {
        format_version: manifest/* FORMAT_VERSION */.Hp,
        created_at: metadata.timestamp,
        project_id: metadata.project_id,
        environment: metadata.environment,
        tool: tool/* TOOL */.j,
        source: details.source ?? { type: 'config-file' },
        status: details.status ?? 'complete',
        ...(details.status_reasons && { status_reasons: details.status_reasons }),
        ...(details.comparison && { comparison: details.comparison }),
        ...(details.purpose !== undefined && { purpose: details.purpose }),
        ...(details.plan_id !== undefined && { plan_id: details.plan_id }),
        ...(details.consistency && { consistency: details.consistency }),
        ...(details.withheld_rules && { withheld_rules: details.withheld_rules }),
        content_sha256: contentHash,
        content_rules: noise/* CONTENT_RULES */.Q,
        counts,
        coverage: details.coverage ?? [
            { section: 'tenants', status: 'saved', count: counts.tenants, note: '' },
            { section: 'flows', status: 'saved', count: counts.flows, note: '' },
        ],
        ...(details.run && { run: details.run }),
    };
}

// EXTERNAL MODULE: ./src/services/backup/resources-and-snapshot.ts
var resources_and_snapshot = __webpack_require__(92167);
// EXTERNAL MODULE: ./src/services/backup/project-content.ts
var project_content = __webpack_require__(91282);
// EXTERNAL MODULE: ./src/services/backup/project-folder.ts
var project_folder = __webpack_require__(63427);
// EXTERNAL MODULE: ./src/storage/remove-tree.ts
var remove_tree = __webpack_require__(21618);
;// CONCATENATED MODULE: ./src/storage/removal.ts
/** The removal of folders in two steps, and of what killed runs left behind. */




/** Leftovers younger than this may belong to a process that is still at work. */
const LEFTOVER_AGE_MS = 24 * 60 * 60 * 1000;
/**
 * Removes a folder in two steps: first it loses its name, so that a process killed halfway leaves
 * nothing that looks like a whole folder, then its files go.
 *
 * @param label goes into the temporary name: the folder's own name
 */
async function removeDirectory(path, label) {
    const trash = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), (0,atomic_directory/* leftoverName */.Ln)(atomic_directory/* TRASH_PREFIX */._t, label));
    await (0,promises_.rename)(path, trash);
    await (0,remove_tree/* removeTree */.d)(trash);
}
/**
 * Removes a temporary or trash folder that a killed process left behind more than a day ago.
 *
 * @param now milliseconds since the epoch
 * @returns whether it was removed
 */
async function sweepLeftover(path, now) {
    const stat = await (0,promises_.lstat)(path);
    if (!stat.isDirectory() || now - stat.mtimeMs <= LEFTOVER_AGE_MS)
        return false;
    await (0,remove_tree/* removeTree */.d)(path);
    return true;
}

// EXTERNAL MODULE: ./src/services/retention/belonging.ts
var belonging = __webpack_require__(8180);
;// CONCATENATED MODULE: ./src/services/retention/retention.ts


const DAY_MS = 24 * 60 * 60 * 1000;
/**
 * What does not verify cannot prove whose it is: it stays for so long, however short the window of
 * the line.
 */
const UNPROVEN_DAYS = 90;
function days(milliseconds) {
    const rounded = Math.floor((milliseconds / DAY_MS) * 10) / 10;
    return `${rounded} ${rounded === 1 ? 'day' : 'days'}`;
}
function sectionsThat(status, backup) {
    return backup.verification.manifest.coverage.flatMap((entry) => entry.status === status ? [entry.section] : []);
}
/**
 * The newest backups that hold what the newest one could not read, each with the names of those
 * sections. One is held back as long as the backup after it is in the window: when that one is out
 * of it too, no backup of the whole window could read the section, and waiting for it must end.
 *
 * @param accepted of one line, newest first
 */
function holders(accepted, isInWindow) {
    const found = new Map();
    const [newest] = accepted;
    for (const section of newest === undefined ? [] : sectionsThat('failed', newest)) {
        const index = accepted.findIndex((backup) => sectionsThat('saved', backup).includes(section));
        const [holder, next] = [accepted[index], accepted[index - 1]];
        if (holder === undefined || next === undefined || !isInWindow(next))
            continue;
        found.set(holder.id, [...(found.get(holder.id) ?? []), section]);
    }
    return found;
}
/**
 * The backups of the line that survive any age, each with its reason.
 *
 * @param past what is not dated in the future, newest first
 */
function survivors(past, { line, minimumBackups }, isInWindow) {
    const regular = (0,lines/* ofLine */.oe)(past, line);
    const accepted = regular.filter(({ verification }) => (0,lines/* isAcceptable */.Lr)(verification.manifest));
    const complete = accepted.filter(({ verification }) => verification.manifest.status === 'complete');
    const [base] = (0,lines/* basesOf */.cF)(regular);
    const beforeRestore = past
        .filter(lines/* isVerified */.p4)
        .find(({ verification }) => verification.manifest.purpose === lines/* BEFORE_RESTORE */.x7);
    const reasons = new Map();
    for (const [id, sections] of holders(accepted, isInWindow)) {
        reasons.set(id, `it is the newest that holds ${sections.join(', ')}`);
    }
    if (beforeRestore !== undefined) {
        reasons.set(beforeRestore.id, 'it is the newest that was taken before a restore');
    }
    if (base !== undefined)
        reasons.set(base.id, 'it is what the next one is compared with');
    for (const { id } of complete.slice(0, minimumBackups)) {
        reasons.set(id, `it is one of the newest ${minimumBackups} verified of its line`);
    }
    return reasons;
}
/**
 * Days that a folder stays for: one of the original Python tool never verifies, and goes by age
 * when its line is known.
 */
function limitOf({ verification }, line, { retentionDays }) {
    const isKnown = verification.verified || (verification.isLegacy && line !== undefined);
    return isKnown ? retentionDays : Math.max(retentionDays, UNPROVEN_DAYS);
}
/**
 * Decides for every backup of one project whether it stays when one line of it is pruned.
 *
 * Age is counted back from the newest verified backup of that line that is not dated in the future,
 * so that neither a clock that ran ahead once nor a schedule that stopped can empty the folder.
 *
 * @param candidates of all lines
 * @returns one decision a candidate, newest first, whatever their order was
 */
function decideRetention(candidates, policy) {
    const { line, retentionDays, now } = policy;
    const sorted = [...candidates].sort(backup_id/* compareNewestFirst */.a0);
    const past = sorted.filter(({ time }) => time <= now);
    const [anchor] = (0,lines/* ofLine */.oe)(past, line);
    const own = past.filter(({ belonging }) => 'line' in belonging && belonging.line === line);
    const spared = survivors(own, policy, ({ time }) => anchor !== undefined && anchor.time - time <= retentionDays * DAY_MS);
    return sorted.map((candidate) => {
        const { id, time, belonging } = candidate;
        const future = time > now;
        const keep = (reason) => ({ candidate, action: 'keep', future, reason });
        if (future)
            return keep('it is dated in the future');
        if ('failure' in belonging)
            return keep(`its line is not known: ${belonging.failure}`);
        if (belonging.line !== undefined && belonging.line !== line) {
            return keep(`it belongs to another line, ${(0,lines/* showLine */.Yu)(belonging.line)}`);
        }
        if (anchor === undefined) {
            return keep('no backup of the line verifies, so that none can take its place');
        }
        const age = anchor.time - time;
        const limit = limitOf(candidate, belonging.line, policy);
        if (age <= limit * DAY_MS) {
            return keep(id === anchor.id
                ? 'it is the newest verified backup'
                : age < 0
                    ? 'it is newer than the newest verified backup'
                    : `${days(age)} older than the newest verified backup, within ${limit}`);
        }
        const reason = spared.get(id);
        if (reason !== undefined)
            return keep(reason);
        return {
            candidate,
            action: 'remove',
            future,
            reason: `${days(age)} older than the newest verified backup, over ${limit}`,
        };
    });
}

;// CONCATENATED MODULE: ./src/services/retention/pruning.ts
/** Retention on the disk: what there is, what the policy says of it, and its removal. */






async function listLeftovers(folder, warnings) {
    try {
        return (await (0,project_folder/* listProjectFolder */.a)(folder)).leftovers;
    }
    catch (error) {
        // What was removed by now stays removed: a sweep that fails must not make the whole pruning
        // look failed.
        warnings.push(`leftovers of killed runs were not looked for: ${error.message}`);
        return [];
    }
}
async function sweepLeftovers(folder, now) {
    const warnings = [];
    for (const path of await listLeftovers(folder, warnings)) {
        try {
            await sweepLeftover(path, now);
        }
        catch (error) {
            // Another run may have swept it meanwhile.
            if ((0,io_errors/* errorCode */.CA)(error) === 'ENOENT')
                continue;
            warnings.push((0,io_errors/* explainIoError */.U_)(error, `could not remove the leftover ${path}`).message);
        }
    }
    return warnings;
}
/** Applies the retention policy of one line to the backups of its project. */
async function pruneBackups(folder, backups, options) {
    const unreadable = backups.filter(({ verification }) => !verification.verified && verification.unreadable);
    if (unreadable.length > 0) {
        const names = unreadable.map(({ id }) => id).join(', ');
        return {
            removed: [],
            kept: backups.map(({ id }) => ({ id, reason: `${names} could not be read` })),
            failed: [],
            retained: backups,
            warnings: [`nothing is pruned while a backup cannot be read: ${names}`],
        };
    }
    const removed = [];
    const kept = [];
    const failed = [];
    const warnings = [];
    const retained = [];
    const candidates = [];
    for (const backup of backups) {
        candidates.push({ ...backup, belonging: await (0,belonging/* belongingOf */.B)(backup) });
    }
    for (const { candidate, action, future, reason } of decideRetention(candidates, options)) {
        const { id, path } = candidate;
        if (future) {
            warnings.push(`${id} is dated in the future: it is kept; check the clock that made it`);
        }
        if (action === 'keep' || options.dryRun) {
            kept.push({ id, reason: action === 'keep' ? reason : `dry run, else removed: ${reason}` });
            retained.push(candidate);
            continue;
        }
        options.signal?.throwIfAborted();
        try {
            await removeDirectory(path, id);
            removed.push({ id, reason });
        }
        catch (error) {
            const isThere = await (0,atomic_directory/* exists */.t2)(path);
            if (isThere)
                retained.push(candidate);
            // Without its name and without a trace of ours, it was removed by another run.
            else if ((0,io_errors/* errorCode */.CA)(error) === 'ENOENT')
                continue;
            const attempt = isThere
                ? 'it could not be removed'
                : 'it was set aside, but not all of it could be removed; a later run tries again';
            failed.push({ id, reason: (0,io_errors/* explainIoError */.U_)(error, attempt).message });
        }
    }
    if (!options.dryRun)
        warnings.push(...(await sweepLeftovers(folder, options.now)));
    return { removed, kept, failed, retained, warnings };
}

// EXTERNAL MODULE: ./src/services/backup/verification.ts + 2 modules
var verification = __webpack_require__(87196);
// EXTERNAL MODULE: ./src/services/backup/written-size.ts
var written_size = __webpack_require__(50756);
;// CONCATENATED MODULE: ./src/services/backup/backup-service.ts
/** The service that writes, proves, lists and prunes backups below one root. */

























async function writeContent(staging, content, metadata, details) {
    const { type } = details.source ?? { type: 'config-file' };
    const project = await (0,durable_files/* writeText */.x3)((0,external_node_path_.join)(staging, layout/* PROJECT_FILE */.Dp), formatProject(content, metadata, details));
    // Computed while the disk takes the file.
    const contentHash = (0,content_hash/* hashContent */.sW)(content, { type, contentRules: noise/* CONTENT_RULES */.Q });
    await project.durable;
    await (0,written_size/* requireReadableSize */.T)(staging, layout/* PROJECT_FILE */.Dp);
    const others = await (0,resources_and_snapshot/* writeResourcesAndSnapshot */.it)(staging, content);
    return {
        sums: new Map([...others, [layout/* PROJECT_FILE */.Dp, project.sha256]]),
        manifest: makeManifest(content, metadata, details, contentHash),
    };
}
/** Gives the staging folder the first free name of its second, which its manifest then holds. */
async function publish(staging, folder, time, { manifest, sums }, signal) {
    for (let sequence = 1;; sequence++) {
        const id = (0,backup_id/* formatBackupId */.d8)({ time, sequence });
        const target = (0,external_node_path_.join)(folder, id);
        if ((await (0,atomic_directory/* exists */.t2)(target)) || (await (0,atomic_directory/* isBeingReplaced */.Y7)(folder, id)))
            continue;
        const manifestSum = await (0,durable_files/* writeDurably */.v8)((0,external_node_path_.join)(staging, verification/* MANIFEST_FILE */.h), [
            (0,write/* formatJson */.IB)({ ...manifest, backup_id: id }),
            '\n',
        ]);
        await (0,durable_files/* writeDurably */.v8)((0,external_node_path_.join)(staging, checksums/* CHECKSUMS_FILE */.aP), [
            (0,checksums/* formatChecksums */.ss)(new Map([...sums, [verification/* MANIFEST_FILE */.h, manifestSum]])),
        ]);
        for (const record of [verification/* MANIFEST_FILE */.h, checksums/* CHECKSUMS_FILE */.aP])
            await (0,written_size/* requireReadableSize */.T)(staging, record);
        signal?.throwIfAborted();
        if (await (0,atomic_directory/* publishDirectory */.fQ)(staging, target))
            return target;
    }
}
/**
 * Takes, lists, proves and prunes the backups of Descope projects under one root folder:
 * `<backup root>/<project id>/<YYYYMMDD_HHMMSS in UTC>/`.
 */
class BackupService {
    backupRoot;
    retentionDays;
    minimumBackups;
    #clock;
    constructor(options = {}) {
        this.backupRoot = (0,external_node_path_.resolve)(options.backupRoot ?? (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.descope-mgmt', 'backups'));
        this.retentionDays = options.retentionDays ?? 30;
        this.minimumBackups = options.minimumBackups ?? 1;
        this.#clock = options.clock ?? Date.now;
    }
    /**
     * Writes a new backup of a config file: see {@link saveProject}.
     *
     * @returns the path of the dated folder
     */
    async createBackup(projectId, environment, config, details = {}) {
        return this.saveProject(projectId, environment, (0,project_content/* contentOfConfig */.$)(config), details);
    }
    /**
     * Writes a new backup. It is whole and on the disk when its dated folder appears; a second one in
     * the same second gets the suffix `_2`, and so on.
     *
     * @returns the path of the dated folder
     * @throws Error when it could not be written; then nothing of it is left, and older backups are
     * untouched. One failure comes too late for that: when the disk refuses to flush the new name,
     * the whole backup is there
     */
    async saveProject(projectId, environment, content, details = {}) {
        try {
            details.signal?.throwIfAborted();
            await (0,promises_.mkdir)(this.backupRoot, { recursive: true });
            const folder = await (0,project_folder/* findProjectFolder */.X)(this.backupRoot, projectId);
            await (0,promises_.mkdir)(folder, { recursive: true });
            await (0,durable_files/* syncDirectory */.zR)(this.backupRoot);
            const time = (0,backup_id/* wholeSecond */.Q5)(this.#clock());
            const metadata = {
                timestamp: (0,backup_id/* formatTimestamp */.Ey)(time),
                project_id: projectId,
                environment,
                tool_version: tool/* TOOL */.j.version,
            };
            const label = (0,backup_id/* formatBackupId */.d8)({ time, sequence: 1 });
            return await (0,atomic_directory/* withStagingDirectory */.lK)(folder, label, async (staging) => {
                const written = await writeContent(staging, content, metadata, details);
                return publish(staging, folder, time, written, details.signal);
            });
        }
        catch (error) {
            throw (0,io_errors/* explainIoError */.U_)(error, `could not write a backup under ${(0,external_node_path_.join)(this.backupRoot, projectId)}`);
        }
    }
    /**
     * The dated folders of a project, newest first; those of the original Python tool are among them.
     *
     * @returns an empty list for a project that was never backed up
     * @throws Error when the project's folder cannot be read
     */
    async listBackups(projectId) {
        const folder = await (0,project_folder/* findProjectFolder */.X)(this.backupRoot, projectId);
        const { backups } = await (0,project_folder/* listProjectFolder */.a)(folder);
        return backups.sort(backup_id/* compareNewestFirst */.a0);
    }
    /**
     * Writes into a backup's manifest what the comparison with an earlier one found.
     *
     * @throws Error when it could not be written; then the backup is as it was
     */
    async amendBackup(path, manifest, amendment) {
        await (0,backup_amendment/* amendBackup */.y)(path, manifest, amendment);
    }
    /**
     * Copies a verified backup from elsewhere into the project's folder. A damaged one of its name
     * makes way for it.
     *
     * @returns false when another backup of its name is there already, which stays as it is
     */
    async adoptBackup(projectId, path) {
        return adoptBackup(await (0,project_folder/* findProjectFolder */.X)(this.backupRoot, projectId), path);
    }
    /** Reads a backup back from the disk and says whether it is good. */
    async verifyBackup(path) {
        return (0,verification/* verifyBackup */.g)(path);
    }
    /**
     * Lists and verifies every backup of a project, newest first.
     *
     * @param known what is known of some paths already, so that they are not read a second time
     */
    async inspectBackups(projectId, known = new Map()) {
        const inspected = [];
        for (const backup of await this.listBackups(projectId)) {
            const verification = known.get(backup.path) ?? (await (0,settled_verification/* verifySettled */.r)(backup.path));
            // Another run may have pruned it meanwhile.
            if (verification.verified || (await (0,atomic_directory/* exists */.t2)(backup.path))) {
                inspected.push({ ...backup, verification });
            }
        }
        return inspected;
    }
    /**
     * Removes what the retention policy no longer keeps of one line, and what killed runs left behind
     * more than a day ago.
     *
     * @param line environment and source of the run: other lines of the project keep what they have
     * @param options.dryRun decide and report, but remove nothing
     * @param options.backups the project's backups, when they were inspected already
     */
    async cleanupOldBackups(projectId, line, options = {}) {
        const backups = options.backups ?? (await this.inspectBackups(projectId));
        return pruneBackups(await (0,project_folder/* findProjectFolder */.X)(this.backupRoot, projectId), backups, {
            line: (0,lines/* lineName */.iE)(line),
            retentionDays: this.retentionDays,
            minimumBackups: this.minimumBackups,
            now: this.#clock(),
            dryRun: options.dryRun ?? false,
            signal: options.signal,
        });
    }
}


/***/ }),

/***/ 23892:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ contentFileOf),
/* harmony export */   w: () => (/* binding */ parseSnapshotFile)
/* harmony export */ });
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27105);
/* harmony import */ var _resources_and_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92167);
/** What the files of a backup beside project.json are that hold content, by their paths. */


/** @param path relative to the backup; undefined for a file that holds no content */
function contentFileOf(path) {
    if (path.startsWith(_resources_and_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .RESOURCES_FOLDER */ .ln)) {
        const section = path.slice(_resources_and_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .RESOURCES_FOLDER */ .ln.length).replace(/\.json$/, '');
        return { folder: 'resources', section };
    }
    if (!path.startsWith(_resources_and_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .SNAPSHOT_FOLDER */ .aZ))
        return undefined;
    return { folder: 'snapshot', path: path.slice(_resources_and_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .SNAPSHOT_FOLDER */ .aZ.length) };
}
/** The value of a JSON file of a snapshot, or the bytes of any other. @throws as parseJson */
function parseSnapshotFile(path, bytes) {
    return (0,_resources_and_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonFile */ .Hz)(path) ? (0,_json_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(bytes) : bytes;
}


/***/ }),

/***/ 62983:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F8: () => (/* binding */ contentSha256),
/* harmony export */   ei: () => (/* binding */ hashedResource),
/* harmony export */   i0: () => (/* binding */ hashedFlow),
/* harmony export */   ib: () => (/* binding */ hashedSnapshotFile),
/* harmony export */   ol: () => (/* binding */ hashedTenant),
/* harmony export */   q3: () => (/* binding */ compareIds),
/* harmony export */   sW: () => (/* binding */ hashContent),
/* harmony export */   wD: () => (/* binding */ compareEntries),
/* harmony export */   xk: () => (/* binding */ withSortedDomains)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _storage_checksums_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34025);
/* harmony import */ var _json_write_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11249);
/* harmony import */ var _project_noise_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23439);
/**
 * The content hash: the same for the same configuration, on any day and machine. docs/format.md
 * defines it.
 */




/** Entries are joined into pieces of about this length before they are hashed. */
const PIECE_LENGTH = 64 * 1024;
/** A tenant's domains are a set: their order says nothing. */
function withSortedDomains(config) {
    const domains = config['domains'];
    return Array.isArray(domains) && domains.length > 1
        ? { ...config, domains: [...domains].sort() }
        : config;
}
function hashedTenant(id, { config, data }, { contentRules }) {
    const text = (0,_json_write_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)({
        config: withSortedDomains(config),
        ...(data !== undefined && { tenant_data: (0,_project_noise_js__WEBPACK_IMPORTED_MODULE_2__/* .noiseOf */ .YN)(contentRules).object(data) }),
        tenant_id: id,
    });
    return { id, text };
}
/**
 * What is large counts through the hash of its own canonical JSON: its text need not be kept until
 * all is read.
 */
function digestOf(value) {
    return `sha256:${(0,_storage_checksums_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)((0,_json_write_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(value))}`;
}
function hashedFlow(id, data, { type, contentRules }) {
    const content = type === 'management-api' ? digestOf((0,_project_noise_js__WEBPACK_IMPORTED_MODULE_2__/* .noiseOf */ .YN)(contentRules).object(data)) : data;
    return { id, text: (0,_json_write_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)({ flow_data: content, flow_id: id }) };
}
function hashedResource(section, value, { contentRules }) {
    const kept = (0,_project_noise_js__WEBPACK_IMPORTED_MODULE_2__/* .noiseOf */ .YN)(contentRules).resource(section, value);
    return {
        id: section,
        text: `${JSON.stringify(section)}:${JSON.stringify(digestOf(kept))}`,
    };
}
function hashedSnapshotFile(path, content, { contentRules }) {
    const text = Buffer.isBuffer(content)
        ? JSON.stringify(`sha256:${(0,_storage_checksums_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(content)}`)
        : JSON.stringify(digestOf((0,_project_noise_js__WEBPACK_IMPORTED_MODULE_2__/* .noiseOf */ .YN)(contentRules).snapshotFile(path, content)));
    return { id: path, text: `${JSON.stringify(path)}:${text}` };
}
/** Orders ids by UTF-16 code units, as canonical JSON orders keys. */
function compareIds(a, b) {
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
/** Orders entries by their ids, and those of one id by their texts. */
function compareEntries(a, b) {
    return compareIds(a, b) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
}
function* joined(open, entries, close) {
    yield open;
    let comma = '';
    for (const { text } of entries) {
        yield comma + text;
        comma = ',';
    }
    yield close;
}
function* pieces({ flows, resources, snapshot, tenants }) {
    yield* joined('{"flows":[', flows, '],');
    if (resources.length > 0)
        yield* joined('"resources":{', resources, '},');
    if (snapshot.length > 0)
        yield* joined('"snapshot":{', snapshot, '},');
    yield* joined('"tenants":[', tenants, ']}');
}
/**
 * The hash of what was saved: SHA-256 over the canonical JSON of
 * `{"flows":[{"flow_data","flow_id"}],"tenants":[{"config","tenant_id"}]}`, with `resources` and
 * `snapshot` in between where there are any. Times, metadata and the order of keys do not count.
 * docs/format.md defines it to the byte.
 *
 * @returns hexadecimal SHA-256
 */
function contentSha256(content) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let text = '';
    for (const piece of pieces(content)) {
        text += piece;
        if (text.length < PIECE_LENGTH)
            continue;
        hash.update(text);
        text = '';
    }
    return hash.update(text).digest('hex');
}
/** The content hash of what is about to be saved. */
function hashContent({ tenants, flows, resources, snapshot }, rules) {
    // Made one by one as they are hashed: all of their texts at once would double the memory.
    function* inOrder(items, toEntry) {
        let alike = [];
        for (const item of [...items].sort(compareIds)) {
            if (alike[0] !== undefined && alike[0].id !== item.id) {
                yield* alike.sort(compareEntries);
                alike = [];
            }
            alike.push(toEntry(item));
        }
        yield* alike.sort(compareEntries);
    }
    return contentSha256({
        tenants: inOrder(tenants, ({ id, unpack }) => hashedTenant(id, unpack(), rules)),
        flows: inOrder(flows, ({ id, data }) => hashedFlow(id, data.unpack(), rules)),
        resources: [...resources]
            .map(([section, value]) => hashedResource(section, value, rules))
            .sort(compareIds),
        snapshot: [...snapshot]
            .map(([path, file]) => hashedSnapshotFile(path, Buffer.isBuffer(file) ? file : file.unpack(), rules))
            .sort(compareIds),
    });
}


/***/ }),

/***/ 13131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ LazySection)
/* harmony export */ });
/** A section of a backup whose texts are made when they are asked for. */
/**
 * A section whose objects become canonical JSON when they are asked for. Most are not: those of the
 * same raw text as before are the same.
 */
class LazySection {
    #raw;
    #canonical;
    /**
     * @param raw texts as they were read, by id
     * @param canonical makes one canonical; sections of the same function can be compared raw
     */
    constructor(raw, canonical) {
        this.#raw = raw;
        this.#canonical = canonical;
    }
    /**
     * Whether both have this object with the same raw text. If not, it may be the same object all the
     * same.
     */
    static haveSame(a, b, id) {
        if (!(a instanceof LazySection && b instanceof LazySection))
            return false;
        const raw = a.#raw.get(id);
        return a.#canonical === b.#canonical && raw !== undefined && raw === b.#raw.get(id);
    }
    get size() {
        return this.#raw.size;
    }
    get(id) {
        const raw = this.#raw.get(id);
        return raw === undefined ? undefined : this.#canonical(raw);
    }
    has(id) {
        return this.#raw.has(id);
    }
    keys() {
        return this.#raw.keys();
    }
    *entries() {
        for (const [id, raw] of this.#raw)
            yield [id, this.#canonical(raw)];
    }
    *values() {
        for (const raw of this.#raw.values())
            yield this.#canonical(raw);
    }
    forEach(visit) {
        for (const [id, text] of this)
            visit(text, id, this);
    }
    [Symbol.iterator]() {
        return this.entries();
    }
}


/***/ }),

/***/ 21715:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ ObjectsById),
/* harmony export */   t: () => (/* binding */ resourceObjects)
/* harmony export */ });
/* harmony import */ var _project_noise_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23439);
/* harmony import */ var _project_sections_identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80042);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88399);
/* harmony import */ var _json_write_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11249);
/** What the objects of a backup are called by, as changes.json has it. */




/**
 * Objects by their ids, in the order in which they came. Two of one id stay two: the second is
 * `<id>#2`.
 */
class ObjectsById {
    #map = new Map();
    /**
     * Numbers that the next objects of an id in use may have, so that many of one id do not take the
     * square of the time.
     */
    #nextCopies = new Map();
    get map() {
        return this.#map;
    }
    add(id, object) {
        this.#map.set(this.#map.has(id) ? this.#numbered(id) : id, object);
    }
    #numbered(id) {
        let copy = this.#nextCopies.get(id) ?? 2;
        while (this.#map.has(`${id}#${copy}`))
            copy++;
        this.#nextCopies.set(id, copy + 1);
        return `${id}#${copy}`;
    }
}
/**
 * The objects in the value of `resources/<section>.json`, with noise or without: of a list its
 * elements; of a section by tenant what each tenant has; any other value is one object, which is
 * called like the section. The ids are the same with and without noise.
 */
function resourceObjects(section, value) {
    if ((0,_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value) && (0,_project_sections_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .isByTenant */ .Ci)(section))
        return Object.entries(value);
    if (!Array.isArray(value))
        return [[section, value]];
    const objects = new ObjectsById();
    for (const one of value) {
        objects.add((0,_project_sections_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .nameInSection */ .aS)(section, one) ?? (0,_json_write_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .dj)((0,_project_noise_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutNoise */ .J3)(one)), one);
    }
    return objects.map;
}


/***/ }),

/***/ 91282:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ contentOfConfig)
/* harmony export */ });
/* harmony import */ var _models_config_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86682);
/** What is saved of a project, whichever source it was read from. */

/** What a config file holds. Its `auth` is left out: it is never stored. */
function contentOfConfig(config) {
    const { auth, tenants, flows, ...others } = config;
    return {
        tenants: tenants.map((tenant) => ({
            id: tenant.id,
            unpack: () => ({ config: tenant }),
        })),
        flows: flows.map((flow) => ({ id: (0,_models_config_js__WEBPACK_IMPORTED_MODULE_0__/* .flowId */ .Ou)(flow), data: { unpack: () => flow } })),
        config: others,
        resources: new Map(),
        snapshot: new Map(),
    };
}


/***/ }),

/***/ 96482:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ FLOWS),
/* harmony export */   Dp: () => (/* binding */ PROJECT_FILE),
/* harmony export */   EK: () => (/* binding */ TENANTS),
/* harmony export */   Fv: () => (/* binding */ memberOpen),
/* harmony export */   GO: () => (/* binding */ entryEnd),
/* harmony export */   Om: () => (/* binding */ EMPTY_LIST_CLOSE),
/* harmony export */   UV: () => (/* binding */ ENTRY_CLOSE),
/* harmony export */   e2: () => (/* binding */ MEMBER_CLOSE),
/* harmony export */   iW: () => (/* binding */ FILE_CLOSE),
/* harmony export */   ln: () => (/* binding */ flowEntry),
/* harmony export */   s$: () => (/* binding */ ENTRY_OPEN),
/* harmony export */   sy: () => (/* binding */ LIST_CLOSE),
/* harmony export */   xO: () => (/* binding */ listOpen),
/* harmony export */   xZ: () => (/* binding */ tenantEntry)
/* harmony export */ });
/* harmony import */ var _json_write_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11249);

const PROJECT_FILE = 'project.json';
const TENANTS = { name: 'tenants', idKey: 'tenant_id' };
const FLOWS = { name: 'flows', idKey: 'flow_id' };
/** Levels of indent, in spaces: of the members of an entry. */
const MEMBER_INDENT = 6;
const LIST_CLOSE = '\n  ]';
const EMPTY_LIST_CLOSE = ']';
const ENTRY_OPEN = '\n    {';
const ENTRY_CLOSE = '\n    }';
/** The end of a member that is an object with something in it. */
const MEMBER_CLOSE = '\n      }';
const FILE_CLOSE = '\n}\n';
/** What stands between the member before a list and its first entry. */
function listOpen({ name }) {
    return `,\n  "${name}": [`;
}
/**
 * What stands before the value of an entry's member, the comma after the member before it not
 * counted.
 */
function memberOpen(key) {
    return `\n      "${key}": `;
}
function member(key, value) {
    return memberOpen(key) + (0,_json_write_js__WEBPACK_IMPORTED_MODULE_0__/* .formatJson */ .IB)(value, MEMBER_INDENT);
}
/**
 * The text of a tenant's entry without its brackets and its metadata, which is the same in all
 * entries.
 */
function tenantEntry(id, { config, data }) {
    const live = data === undefined ? '' : `,${member('tenant_data', data)}`;
    return `${member(TENANTS.idKey, id)},${member('config', config)}${live}`;
}
/** As {@link tenantEntry}, of a flow. */
function flowEntry(id, data) {
    return `${member(FLOWS.idKey, id)},${member('flow_data', data)}`;
}
/** What every entry ends in: its metadata and the closing bracket. */
function entryEnd(metadata) {
    return `,${member('metadata', metadata)}${ENTRY_CLOSE}`;
}


/***/ }),

/***/ 69405:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ ProjectFileParser)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./src/models/map.ts
var map = __webpack_require__(24308);
;// CONCATENATED MODULE: ./src/models/backup.ts
/**
 * `project.json`: what was saved. Field names are those of the original Python tool, which can read
 * the file.
 */


/**
 * A tenant as it was saved: a TenantConfig without its patterns, which a live project need not keep
 * to.
 */
const SavedTenant = schemas/* looseObject */._H3({
    id: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    domains: schemas/* array */.YOg(schemas/* string */.YjP()).readonly(),
    self_provisioning: schemas/* boolean */.zMY(),
    custom_attributes: map/* map */.T,
})
    .readonly();
/** When, of what and by which version of the tool. */
const BackupMetadata = schemas/* looseObject */._H3({
    timestamp: iso/* datetime */.w$().describe('ISO 8601 in UTC, whole seconds.'),
    project_id: schemas/* string */.YjP(),
    environment: schemas/* string */.YjP(),
    tool_version: schemas/* string */.YjP().default('1.0.0'),
})
    .readonly();
const TenantBackup = schemas/* looseObject */._H3({
    tenant_id: schemas/* string */.YjP(),
    config: SavedTenant,
    tenant_data: map/* map */.T
        .optional()
        .describe("The Management API's answer, secrets withheld; a backup of a config file has none."),
    metadata: BackupMetadata,
})
    .readonly();
const FlowBackup = schemas/* looseObject */._H3({
    flow_id: schemas/* string */.YjP(),
    flow_data: map/* map */.T,
    metadata: BackupMetadata,
})
    .readonly();
const ProjectBackup = schemas/* looseObject */._H3({
    project_id: schemas/* string */.YjP(),
    environment: schemas/* string */.YjP(),
    tenants: schemas/* array */.YOg(TenantBackup).readonly(),
    flows: schemas/* array */.YOg(FlowBackup).readonly(),
    metadata: BackupMetadata,
    config: map/* map */.T
        .optional()
        .describe('The rest of the config file: version, environments and unknown top-level keys.'),
})
    .readonly();

// EXTERNAL MODULE: ./src/json/parse.ts
var parse = __webpack_require__(27105);
// EXTERNAL MODULE: ./src/services/backup/project-file/layout.ts
var layout = __webpack_require__(96482);
;// CONCATENATED MODULE: ./src/services/backup/project-file/parse.ts
/** The parsing of project.json, without holding all of it as objects at once. */



/** Reads a project.json, of any JSON text of the right schema, however it is indented. */
class ProjectFileParser {
    #visitor;
    #count = { tenants: 0, flows: 0 };
    #parser = new parse/* JsonRunParser */.fg([layout/* TENANTS */.EK.name, layout/* FLOWS */.As.name], (list, run) => {
        if (!Array.isArray(run))
            throw new Error(`${list} is not a list`);
        for (const element of run) {
            if (list === layout/* TENANTS */.EK.name)
                this.#visitTenant(element);
            else
                this.#visitFlow(element);
        }
    });
    constructor(visitor) {
        this.#visitor = visitor;
    }
    /**
     * Reads the next chunk.
     *
     * @throws Error that says what is wrong with it, and what the visitor throws
     */
    push(chunk) {
        this.#parser.push(chunk);
    }
    /**
     * @param chunk the last one
     * @returns what stands around the entries
     * @throws as {@link push}
     */
    end(chunk) {
        const project = ProjectBackup.safeParse(this.#parser.end(chunk));
        if (!project.success) {
            const { path, message } = project.error.issues[0] ?? { path: [], message: '' };
            throw new Error(`not a project backup: ${path.join('.') || 'top level'}: ${message}`);
        }
        return project.data;
    }
    #visitTenant(element) {
        if (!TenantBackup.safeParse(element).success) {
            throw new Error(`tenants[${this.#count.tenants}] is not a saved tenant`);
        }
        this.#count.tenants++;
        const { tenant_id: id, config, tenant_data: data, } = element;
        this.#visitor.tenant(id, { config, ...(data && { data }) });
    }
    #visitFlow(element) {
        if (!FlowBackup.safeParse(element).success) {
            throw new Error(`flows[${this.#count.flows}] is not a saved flow`);
        }
        this.#count.flows++;
        const { flow_id: id, flow_data: data } = element;
        this.#visitor.flow(id, data);
    }
}


/***/ }),

/***/ 63258:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fQ: () => (/* binding */ OBJECTS),
  ER: () => (/* binding */ parseEntry),
  $2: () => (/* binding */ readEntries)
});

// UNUSED EXPORTS: parseEntries

// EXTERNAL MODULE: ./src/json/parse.ts
var parse = __webpack_require__(27105);
// EXTERNAL MODULE: ./src/json/write.ts
var write = __webpack_require__(11249);
// EXTERNAL MODULE: ./src/services/backup/lazy-section.ts
var lazy_section = __webpack_require__(13131);
// EXTERNAL MODULE: ./src/services/backup/objects-by-id.ts
var objects_by_id = __webpack_require__(21715);
// EXTERNAL MODULE: ./src/services/backup/project-file/layout.ts
var layout = __webpack_require__(96482);
;// CONCATENATED MODULE: ./src/services/backup/project-file/cut.ts
/**
 * The cutting of a project.json by position: one that is laid out as it was written needs no
 * parsing to be told apart.
 */


/** Text is decoded in runs of about this length. */
const RUN_BYTES = 256 * 1024;
const METADATA_OPEN = `,${(0,layout/* memberOpen */.Fv)('metadata')}{`;
/** What all entries of a list end in; undefined when the first one ends otherwise. */
function findEntryEnd(bytes, { start, end }) {
    const open = bytes.indexOf(METADATA_OPEN, start);
    const close = open === -1 ? -1 : bytes.indexOf(layout/* MEMBER_CLOSE */.e2, open + 1);
    if (close === -1 || close > end)
        return undefined;
    return bytes.toString('utf8', open, close) + layout/* MEMBER_CLOSE */.e2 + layout/* ENTRY_CLOSE */.UV;
}
/** The id that an entry begins with; undefined when it begins otherwise. */
function idOf(entry, idStart) {
    const idEnd = entry.indexOf('",\n', idStart.length);
    if (!entry.startsWith(idStart) || idEnd === -1)
        return undefined;
    const id = entry.slice(idStart.length, idEnd);
    if (!/["\\]/.test(id))
        return id;
    try {
        return JSON.parse(`"${id}"`);
    }
    catch {
        // The id ended earlier, and something else in its line.
        return undefined;
    }
}
/** @returns undefined for a list that is laid out otherwise */
function cutList(bytes, range, { idKey }) {
    const objects = new objects_by_id/* ObjectsById */.p();
    const { start, end } = range;
    if (start === end)
        return objects.map;
    const entryEnd = findEntryEnd(bytes, range);
    if (entryEnd === undefined)
        return undefined;
    const idStart = `${(0,layout/* memberOpen */.Fv)(idKey)}"`;
    for (let at = start; at < end;) {
        const cut = bytes.indexOf(`${layout/* ENTRY_CLOSE */.UV},\n`, at + RUN_BYTES);
        const stop = cut === -1 || cut >= end ? end : cut + layout/* ENTRY_CLOSE */.UV.length;
        const text = bytes.toString('utf8', at, stop);
        if (!text.startsWith(layout/* ENTRY_OPEN */.s$) || !text.endsWith(entryEnd))
            return undefined;
        const entries = text.slice(layout/* ENTRY_OPEN */.s$.length, -entryEnd.length);
        for (const entry of entries.split(`${entryEnd},${layout/* ENTRY_OPEN */.s$}`)) {
            const id = idOf(entry, idStart);
            if (id === undefined)
                return undefined;
            objects.add(id, entry);
        }
        at = stop + 1;
    }
    return objects.map;
}
/**
 * Whether a text becomes JSON when its object is closed: then a list after it is a member at the
 * top.
 */
function isWholeBefore(text) {
    try {
        JSON.parse(`${text}}`);
        return true;
    }
    catch {
        return false;
    }
}
/**
 * Cuts a project.json that is laid out as `formatProject` does into the texts of its entries. The
 * metadata at the end of each is left out: it is the same in all.
 *
 * @param bytes of a file that is known to be JSON: its values are not looked into
 * @param counts how many tenants and flows there must be
 * @returns undefined for a file that is laid out otherwise
 */
function cutProjectFile(bytes, counts) {
    let at = bytes.indexOf((0,layout/* listOpen */.xO)(layout/* TENANTS */.EK));
    if (at === -1 || !isWholeBefore(bytes.toString('utf8', 0, at)))
        return undefined;
    const read = (list) => {
        const open = (0,layout/* listOpen */.xO)(list);
        const start = at + open.length;
        if (bytes.toString('latin1', at, start) !== open)
            return undefined;
        const isEmpty = bytes.toString('latin1', start, start + 1) === layout/* EMPTY_LIST_CLOSE */.Om;
        const end = isEmpty ? start : bytes.indexOf(layout/* LIST_CLOSE */.sy, start);
        if (end === -1)
            return undefined;
        at = end + (isEmpty ? layout/* EMPTY_LIST_CLOSE */.Om : layout/* LIST_CLOSE */.sy).length;
        const entries = cutList(bytes, { start, end }, list);
        return entries?.size === counts[list.name] ? entries : undefined;
    };
    const tenants = read(layout/* TENANTS */.EK);
    const flows = tenants && read(layout/* FLOWS */.As);
    if (tenants === undefined || flows === undefined)
        return undefined;
    return bytes.toString('latin1', at) === layout/* FILE_CLOSE */.iW ? { tenants, flows } : undefined;
}

// EXTERNAL MODULE: ./src/services/backup/project-file/parse.ts + 1 modules
var project_file_parse = __webpack_require__(69405);
;// CONCATENATED MODULE: ./src/services/backup/project-file/read.ts
/** The reading of the entries of a project.json, by the ids of their objects. */







/**
 * Reads the entries of a project.json of any layout by parsing it.
 *
 * @throws Error when it is none
 */
function parseEntries(bytes, { ofEntry }) {
    const tenants = new objects_by_id/* ObjectsById */.p();
    const flows = new objects_by_id/* ObjectsById */.p();
    new project_file_parse/* ProjectFileParser */.H({
        tenant: (id, { config, data }) => {
            tenants.add(id, ofEntry({ tenant_id: id, config, ...(data && { tenant_data: data }) }));
        },
        flow: (id, data) => {
            flows.add(id, ofEntry({ flow_id: id, flow_data: data }));
        },
    }).end(bytes);
    return { layout: 'parsed', tenants: tenants.map, flows: flows.map };
}
/**
 * Reads the entries of a project.json that was verified: cut by position where it is laid out as it
 * was written, which most are. Then nothing is parsed but what is asked for.
 *
 * @throws Error when it is none
 */
function readEntries(bytes, counts, view) {
    const cut = cutProjectFile(bytes, counts);
    if (cut === undefined)
        return parseEntries(bytes, view);
    return {
        layout: 'as-written',
        tenants: new lazy_section/* LazySection */.M(cut.tenants, view.ofText),
        flows: new lazy_section/* LazySection */.M(cut.flows, view.ofText),
    };
}
/** @throws Error when the text is not that of an entry */
function parseEntry(text) {
    return (0,parse/* parseJson */.qF)(Buffer.from(`{${text}}`));
}
/**
 * The object in an entry: of a live project what was answered, of a config file what the file has.
 */
function objectOf(entry) {
    if ('flow_data' in entry)
        return entry.flow_data;
    return entry.tenant_data ?? entry.config;
}
function isJson(text) {
    try {
        (0,parse/* parseJson */.qF)(Buffer.from(text));
        return true;
    }
    catch {
        return false;
    }
}
const FIRST_VALUE = {
    tenant: `,${(0,layout/* memberOpen */.Fv)('config')}`,
    flow: `,${(0,layout/* memberOpen */.Fv)('flow_data')}`,
};
const TENANT_DATA = `,${(0,layout/* memberOpen */.Fv)('tenant_data')}`;
/**
 * Where the object of an entry begins, if the entry is laid out as it was written; undefined when
 * it surely is not.
 */
function objectStart(entry) {
    const isTenant = entry.startsWith((0,layout/* memberOpen */.Fv)(layout/* TENANTS */.EK.idKey));
    const first = isTenant ? FIRST_VALUE.tenant : FIRST_VALUE.flow;
    // The id is a text, and no text has a line break in it: the first one of these ends it.
    const idEnd = entry.indexOf('",\n') + '"'.length;
    if (!entry.startsWith(first, idEnd))
        return undefined;
    const data = isTenant ? entry.indexOf(TENANT_DATA, idEnd) : -1;
    return data === -1 ? idEnd + first.length : data + TENANT_DATA.length;
}
/**
 * The text of the object in an entry, as it stands there. An entry that does not end in this
 * object, as one of a later release may not, is parsed, and the text made anew from the value:
 * nothing of it is lost.
 *
 * @throws Error when the text is not that of an entry
 */
function objectText(entry) {
    const start = objectStart(entry);
    const text = start === undefined ? '' : entry.slice(start);
    // A whole value up to the end is that of the entry's own last member: after one further within,
    // brackets would follow.
    return isJson(text) ? text : (0,write/* canonicalJson */.dj)(objectOf(parseEntry(entry)));
}
/** The objects as they were saved, with nothing taken away. */
const OBJECTS = {
    ofText: objectText,
    ofEntry: (entry) => (0,write/* canonicalJson */.dj)(objectOf(entry)),
};


/***/ }),

/***/ 63427:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ findProjectFolder),
/* harmony export */   a: () => (/* binding */ listProjectFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _storage_atomic_directory_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(20534);
/* harmony import */ var _storage_io_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78305);
/* harmony import */ var _storage_safe_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63369);
/* harmony import */ var _backup_id_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9719);
/** The folder of one project in the backup root, and what is in it. */






/**
 * Where a project's backups are, or will be: a real folder, or nothing yet, straight under the real
 * backup root. A link is refused: to prune below one would remove what lies elsewhere.
 *
 * @throws Error when the project id is no safe folder name, or the folder is a link, a file, or
 * another project's on a disk that does not tell upper from lower case
 */
async function findProjectFolder(backupRoot, projectId) {
    const reason = (0,_storage_safe_names_js__WEBPACK_IMPORTED_MODULE_2__/* .unsafeNameReason */ .G)(projectId);
    if (reason !== undefined) {
        throw new Error(`project id ${JSON.stringify(projectId)} cannot be a folder name: ${reason}`);
    }
    let folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(backupRoot, projectId);
    try {
        folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(backupRoot), projectId);
        if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(folder)).isDirectory()) {
            throw new Error(`${folder} is a link or a file, not a folder: remove it, or set backup-root to the place that it leads to`);
        }
        const name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder));
        if (name !== projectId) {
            throw new Error(`${folder} is the folder of project ${name} on this disk, which does not tell upper from lower case: ` +
                `correct project-id or use another backup-root`);
        }
        return folder;
    }
    catch (error) {
        if ((0,_storage_io_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCode */ .CA)(error) === 'ENOENT')
            return folder;
        throw (0,_storage_io_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .explainIoError */ .U_)(error, 'could not look for earlier backups');
    }
}
/**
 * Reads a project's folder; a folder that does not exist is empty, one that cannot be read is an
 * error.
 */
async function listProjectFolder(folder) {
    const content = { backups: [], leftovers: [] };
    try {
        for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { withFileTypes: true })) {
            if (!entry.isDirectory())
                continue;
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, entry.name);
            const id = (0,_backup_id_js__WEBPACK_IMPORTED_MODULE_4__/* .parseBackupId */ .JN)(entry.name);
            if (id !== undefined)
                content.backups.push({ ...id, id: entry.name, path });
            else if ((0,_storage_atomic_directory_js__WEBPACK_IMPORTED_MODULE_5__/* .isLeftoverName */ .jp)(entry.name))
                content.leftovers.push(path);
        }
    }
    catch (error) {
        if ((0,_storage_io_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errorCode */ .CA)(error) !== 'ENOENT') {
            throw (0,_storage_io_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .explainIoError */ .U_)(error, `could not list the backups in ${folder}`);
        }
    }
    return content;
}


/***/ }),

/***/ 92167:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hz: () => (/* binding */ isJsonFile),
/* harmony export */   aZ: () => (/* binding */ SNAPSHOT_FOLDER),
/* harmony export */   it: () => (/* binding */ writeResourcesAndSnapshot),
/* harmony export */   ln: () => (/* binding */ RESOURCES_FOLDER)
/* harmony export */ });
/* harmony import */ var _json_write_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11249);
/* harmony import */ var _storage_durable_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6624);
/* harmony import */ var _storage_safe_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63369);
/* harmony import */ var _storage_write_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99851);
/* harmony import */ var _written_size_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50756);





/** Folders of a backup, as prefixes of its paths. */
const RESOURCES_FOLDER = 'resources/';
const SNAPSHOT_FOLDER = 'snapshot/';
function isJsonFile(path) {
    return path.endsWith('.json');
}
/** A snapshot is written as Descope's own command line tool, a Go program, writes it. */
function formatFile(path, content) {
    const text = `${(0,_json_write_js__WEBPACK_IMPORTED_MODULE_0__/* .formatJson */ .IB)(content.unpack())}\n`;
    return path.startsWith(SNAPSHOT_FOLDER) ? (0,_json_write_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeAsGo */ .Et)(text) : text;
}
/**
 * Writes resources/ and snapshot/ of a live project. JSON has two spaces, sorted keys and a line
 * break at the end, as Descope's own command line tool writes a snapshot.
 *
 * @returns relative path to hexadecimal SHA-256
 * @throws Error for a path that is not safe on every system, and for what is larger than what is
 * read back
 */
async function writeResourcesAndSnapshot(folder, { resources, snapshot }) {
    const files = new Map();
    for (const [section, value] of resources) {
        files.set(`${RESOURCES_FOLDER}${section}.json`, { unpack: () => value });
    }
    for (const [path, content] of snapshot)
        files.set(`${SNAPSHOT_FOLDER}${path}`, content);
    for (const path of files.keys()) {
        (0,_written_size_js__WEBPACK_IMPORTED_MODULE_1__/* .requireReadablePath */ .b)(path);
        const reason = (0,_storage_safe_names_js__WEBPACK_IMPORTED_MODULE_2__/* .unsafePathReason */ .m)(path);
        if (reason !== undefined)
            throw new Error(`${JSON.stringify(path)} cannot be a path: ${reason}`);
    }
    const sums = new Map();
    await (0,_storage_write_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .writeTree */ .W)(folder, files.keys(), async (path, target) => {
        const content = files.get(path);
        const data = Buffer.isBuffer(content) ? content : formatFile(path, content);
        sums.set(path, await (0,_storage_durable_files_js__WEBPACK_IMPORTED_MODULE_4__/* .writeDurably */ .v8)(target, [data]));
        await (0,_written_size_js__WEBPACK_IMPORTED_MODULE_1__/* .requireReadableSize */ .T)(folder, path);
    });
    return sums;
}


/***/ }),

/***/ 16859:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ openBackup)
/* harmony export */ });
/* unused harmony export SavedBackup */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27105);
/* harmony import */ var _storage_list_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(56183);
/* harmony import */ var _content_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23892);
/* harmony import */ var _project_file_layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(96482);
/* harmony import */ var _project_file_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63258);
/* harmony import */ var _resources_and_snapshot_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92167);
/** The one reader of a backup on the disk: its objects by section and id, as they were saved. */








/**
 * A backup that was verified. What stands in it is given with its noise, and without loss; what
 * counts of it is up to the caller. Every call reads anew: nothing is kept but the names of files.
 * Files are read at once, since asynchronous reading takes a large one in thousands of small
 * pieces.
 */
class SavedBackup {
    #path;
    #manifest;
    /** Paths of the section files by section. */
    #resources;
    /** Of the snapshot's files, as it names them. */
    snapshotFiles;
    /**
     * The sections that the manifest says were saved and that have objects of their own here,
     * `snapshot` among them.
     */
    sections;
    /** @param files of the backup, relative to it */
    constructor(path, manifest, files) {
        this.#path = path;
        this.#manifest = manifest;
        const resources = new Map();
        const snapshotFiles = [];
        for (const file of files) {
            const content = (0,_content_files_js__WEBPACK_IMPORTED_MODULE_2__/* .contentFileOf */ .N)(file);
            if (content?.folder === 'resources')
                resources.set(content.section, file);
            else if (content !== undefined)
                snapshotFiles.push(content.path);
        }
        this.#resources = resources;
        this.snapshotFiles = snapshotFiles;
        const saved = new Set(manifest.coverage.flatMap(({ section, status }) => (status === 'saved' ? [section] : [])));
        const all = ['tenants', 'flows', 'snapshot', ...resources.keys()];
        this.sections = new Set(all.filter((section) => saved.has(section)));
    }
    /**
     * The tenants and flows in project.json, as texts of the view.
     *
     * @throws Error when it cannot be read
     */
    readEntries(view) {
        return (0,_project_file_read_js__WEBPACK_IMPORTED_MODULE_3__/* .readEntries */ .$2)(this.#read(_project_file_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .PROJECT_FILE */ .Dp), this.#manifest.counts, view);
    }
    /**
     * The value of a section that has a file in `resources/`.
     *
     * @throws Error when it has none, or it cannot be read
     */
    readResource(section) {
        const file = this.#resources.get(section);
        if (file === undefined)
            throw new Error(`the backup ${this.#path} has no section ${section}`);
        return (0,_json_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)(this.#read(file));
    }
    /** A file of the snapshot: its bytes. @throws Error when it cannot be read */
    readSnapshotBytes(file) {
        return this.#read(_resources_and_snapshot_js__WEBPACK_IMPORTED_MODULE_6__/* .SNAPSHOT_FOLDER */ .aZ + file);
    }
    /**
     * A file of the snapshot: its value, or the bytes of one that is not JSON.
     *
     * @throws Error when it cannot be read
     */
    readSnapshotFile(file) {
        return (0,_content_files_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSnapshotFile */ .w)(file, this.readSnapshotBytes(file));
    }
    #read(file) {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.#path, file));
    }
}
/**
 * Opens a backup that was verified.
 *
 * @param manifest the backup's own: it says which sections were saved
 * @throws Error when the folder cannot be listed
 */
async function openBackup(path, manifest) {
    return new SavedBackup(path, manifest, (await (0,_storage_list_files_js__WEBPACK_IMPORTED_MODULE_7__/* .listFiles */ .C)(path)).files);
}


/***/ }),

/***/ 70612:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ verifySettled)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _verification_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87196);
/** The proof of a backup that another run may be replacing at the same time. */



/**
 * How often a backup is read that changes while it is read, and how long a folder may lack its
 * name.
 */
const MAX_READINGS = 5;
const REPLACING_MS = 20;
async function inode(path) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path)).ino;
    }
    catch {
        return undefined;
    }
}
/**
 * Verifies a backup that another run may be replacing: when it is not good, and the folder is not
 * the one that it was when reading began, it is read again.
 */
async function verifySettled(path) {
    for (let attempt = 1;; attempt++) {
        const before = await inode(path);
        const verification = await (0,_verification_js__WEBPACK_IMPORTED_MODULE_2__/* .verifyBackup */ .g)(path);
        const after = await inode(path);
        const isSame = before !== undefined && before === after;
        if (verification.verified || isSame || attempt === MAX_READINGS)
            return verification;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(REPLACING_MS);
    }
}


/***/ }),

/***/ 37605:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ TOOL)
/* harmony export */ });
/** What writes the backups; a test holds the version to package.json. */
const TOOL = { name: 'descope-backup', version: '1.0.0' };


/***/ }),

/***/ 87196:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ MANIFEST_FILE),
  g: () => (/* binding */ verifyBackup)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/models/manifest.ts
var models_manifest = __webpack_require__(93257);
// EXTERNAL MODULE: ./src/storage/archive-limits.ts
var archive_limits = __webpack_require__(61120);
// EXTERNAL MODULE: ./src/storage/checksums.ts
var checksums = __webpack_require__(34025);
// EXTERNAL MODULE: ./src/storage/io-errors.ts
var io_errors = __webpack_require__(78305);
// EXTERNAL MODULE: ./src/storage/list-files.ts
var list_files = __webpack_require__(56183);
// EXTERNAL MODULE: ./src/services/backup/backup-id.ts
var backup_id = __webpack_require__(9719);
// EXTERNAL MODULE: ./src/services/backup/content-hash.ts
var content_hash = __webpack_require__(62983);
// EXTERNAL MODULE: ./src/project/noise.ts
var noise = __webpack_require__(23439);
// EXTERNAL MODULE: ./src/json/parse.ts
var parse = __webpack_require__(27105);
// EXTERNAL MODULE: ./src/json/value.ts
var json_value = __webpack_require__(88399);
;// CONCATENATED MODULE: ./src/services/backup/parse-manifest.ts
/** The parsing of manifest.json. */




/**
 * @throws Error that says what is wrong with it, or that a newer release is needed to read the
 * backup
 */
function parseManifest(bytes) {
    const value = (0,parse/* parseJson */.qF)(bytes);
    const version = (0,json_value/* isJsonObject */.OW)(value) ? value['format_version'] : undefined;
    if (typeof version === 'number' && version > models_manifest/* FORMAT_VERSION */.Hp) {
        throw new Error(`format version ${version} is newer than this release can read`);
    }
    const manifest = models_manifest/* BackupManifest */.eV.safeParse(value);
    if (!manifest.success) {
        const { path, message } = manifest.error.issues[0] ?? { path: [], message: '' };
        throw new Error(`not a backup manifest: ${path.join('.') || 'top level'}: ${message}`);
    }
    const rules = (0,models_manifest/* contentRules */.tc)(manifest.data);
    if (rules > noise/* CONTENT_RULES */.Q) {
        throw new Error(`content rules ${rules} are newer than this release can read`);
    }
    return manifest.data;
}

// EXTERNAL MODULE: ./src/services/backup/project-file/layout.ts
var layout = __webpack_require__(96482);
// EXTERNAL MODULE: ./src/storage/durable-files.ts
var durable_files = __webpack_require__(6624);
// EXTERNAL MODULE: ./src/services/backup/content-files.ts
var content_files = __webpack_require__(23892);
// EXTERNAL MODULE: ./src/services/backup/project-file/parse.ts + 1 modules
var project_file_parse = __webpack_require__(69405);
;// CONCATENATED MODULE: ./src/services/backup/read-content.ts





/** Reads what stands beside project.json and counts for the content hash. */
function readOtherContent(path, bytes, content, rules) {
    const file = (0,content_files/* contentFileOf */.N)(path);
    if (file?.folder === 'resources') {
        content.resources.push((0,content_hash/* hashedResource */.ei)(file.section, (0,parse/* parseJson */.qF)(bytes), rules));
    }
    else if (file?.folder === 'snapshot') {
        content.snapshot.push((0,content_hash/* hashedSnapshotFile */.ib)(file.path, (0,content_files/* parseSnapshotFile */.w)(file.path, bytes), rules));
    }
}
function outcomeOf(read) {
    try {
        return { value: read() };
    }
    catch (error) {
        return { failure: error };
    }
}
async function readWhole(path, read) {
    const { bytes, sha256 } = await (0,durable_files/* readHashed */.S6)(path);
    return { sha256, content: outcomeOf(() => read(bytes)) };
}
/** Reads a project.json in chunks: it can be large. */
async function readProject(path, rules) {
    const tenants = [];
    const flows = [];
    const parser = new project_file_parse/* ProjectFileParser */.H({
        tenant: (id, content) => tenants.push((0,content_hash/* hashedTenant */.ol)(id, content, rules)),
        flow: (id, data) => flows.push((0,content_hash/* hashedFlow */.i0)(id, data, rules)),
    });
    let failed;
    const sha256 = await (0,durable_files/* readChunks */.zO)(path, (chunk) => {
        if (failed !== undefined)
            return;
        const content = outcomeOf(() => {
            parser.push(chunk);
        });
        if ('failure' in content)
            failed = content;
    });
    const content = failed ??
        outcomeOf(() => ({
            project: parser.end(),
            tenants: tenants.sort(content_hash/* compareEntries */.wD),
            flows: flows.sort(content_hash/* compareEntries */.wD),
        }));
    return { sha256, content };
}

;// CONCATENATED MODULE: ./src/services/backup/verification.ts
/** The proof of a backup by its bytes on the disk. */













const MANIFEST_FILE = 'manifest.json';
/**
 * Problems that are told of one backup, and characters of each: more are of no use, and may be made
 * to fill a log.
 */
const MAX_PROBLEMS = 20;
const MAX_PROBLEM_LENGTH = 1000;
function damaged(...all) {
    const problems = all
        .slice(0, MAX_PROBLEMS)
        .map((text) => text.length > MAX_PROBLEM_LENGTH ? `${text.slice(0, MAX_PROBLEM_LENGTH)}...` : text);
    if (all.length > MAX_PROBLEMS)
        problems.push(`and ${all.length - MAX_PROBLEMS} more`);
    return { verified: false, problems, unreadable: false, isLegacy: false };
}
/** Compares the files of a folder with its SHA256SUMS. */
function compareFileLists(files, sums) {
    const present = new Set(files.filter((file) => file !== checksums/* CHECKSUMS_FILE */.aP));
    return [
        ...[...present]
            .filter((file) => !sums.has(file))
            .map((file) => `${file} is not listed in ${checksums/* CHECKSUMS_FILE */.aP}`),
        ...[...sums.keys()]
            .filter((file) => !present.has(file))
            .map((file) => `${file} is listed in ${checksums/* CHECKSUMS_FILE */.aP} but missing`),
    ];
}
/** What does not fit together between the folder's place, its manifest and its content. */
function compareFacts({ path, isMoved }, manifest, { project, tenants, flows }, contentHash) {
    const id = (0,external_node_path_.basename)(path);
    const projectId = isMoved ? manifest.project_id : (0,external_node_path_.basename)((0,external_node_path_.dirname)(path));
    const problems = [];
    const expect = (what, found, expected) => {
        if (found !== expected) {
            problems.push(`${what} is ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`);
        }
    };
    const expectTime = (what, found) => {
        if ((0,backup_id/* wholeSecond */.Q5)(Date.parse(found)) !== (0,backup_id/* parseBackupId */.JN)(id)?.time) {
            problems.push(`${what} ${found} is not the folder's time`);
        }
    };
    expect(`${MANIFEST_FILE}: backup_id`, manifest.backup_id, id);
    expect(`${MANIFEST_FILE}: project_id`, manifest.project_id, projectId);
    expectTime(`${MANIFEST_FILE}: created_at`, manifest.created_at);
    expectTime(`${layout/* PROJECT_FILE */.Dp}: metadata.timestamp`, project.metadata.timestamp);
    expect(`${layout/* PROJECT_FILE */.Dp}: project_id`, project.project_id, projectId);
    expect(`${layout/* PROJECT_FILE */.Dp}: metadata.project_id`, project.metadata.project_id, projectId);
    expect(`${layout/* PROJECT_FILE */.Dp}: environment`, project.environment, manifest.environment);
    expect(`${layout/* PROJECT_FILE */.Dp}: metadata.environment`, project.metadata.environment, manifest.environment);
    expect(`${MANIFEST_FILE}: counts.tenants`, manifest.counts.tenants, tenants.length);
    expect(`${MANIFEST_FILE}: counts.flows`, manifest.counts.flows, flows.length);
    expect(`${MANIFEST_FILE}: content_sha256`, manifest.content_sha256, contentHash);
    return problems;
}
/** What is too large to be read. */
async function findOversize(path, files) {
    const problems = [];
    for (const file of files) {
        const reason = (0,archive_limits/* fileSizeProblem */.$L)(file, (await (0,promises_.lstat)((0,external_node_path_.join)(path, file))).size);
        if (reason !== undefined)
            problems.push(`${file}: ${reason}`);
    }
    return problems;
}
async function readAndCompare(place) {
    const { path } = place;
    const { files, others } = await (0,list_files/* listFiles */.C)(path);
    if (others.length > 0) {
        return damaged(...others.map((other) => `${other} is a link or another special file`));
    }
    if (!files.includes(checksums/* CHECKSUMS_FILE */.aP)) {
        const isLegacy = files.length === 1 && files[0] === layout/* PROJECT_FILE */.Dp;
        const problem = isLegacy
            ? `${layout/* PROJECT_FILE */.Dp} alone: a folder of the original Python tool, without checksums`
            : `${checksums/* CHECKSUMS_FILE */.aP} is missing`;
        return { ...damaged(problem), isLegacy };
    }
    const oversize = await findOversize(path, files);
    if (oversize.length > 0)
        return damaged(...oversize);
    const sums = (0,checksums/* parseChecksums */.yk)(await (0,promises_.readFile)((0,external_node_path_.join)(path, checksums/* CHECKSUMS_FILE */.aP), 'utf8'));
    const problems = compareFileLists(files, sums);
    if (problems.length > 0)
        return damaged(...problems);
    const contentProblems = [];
    const other = { resources: [], snapshot: [] };
    /** A file that was changed is that first of all: what its content says then is not told. */
    const check = async (file, read) => {
        const { sha256, content } = await read();
        if (sha256 !== sums.get(file)) {
            problems.push(`${file} was changed: its SHA-256 is another one`);
            return undefined;
        }
        if ('value' in content)
            return content.value;
        const isCore = file === MANIFEST_FILE || file === layout/* PROJECT_FILE */.Dp;
        (isCore ? contentProblems : problems).push(`${file}: ${content.failure.message}`);
        return undefined;
    };
    for (const file of [MANIFEST_FILE, layout/* PROJECT_FILE */.Dp]) {
        if (!sums.has(file))
            contentProblems.push(`${file}: it is missing`);
    }
    const manifest = sums.has(MANIFEST_FILE)
        ? await check(MANIFEST_FILE, () => readWhole((0,external_node_path_.join)(path, MANIFEST_FILE), parseManifest))
        : undefined;
    const rules = {
        type: manifest?.source.type ?? 'config-file',
        contentRules: manifest === undefined ? noise/* CONTENT_RULES */.Q : (0,models_manifest/* contentRules */.tc)(manifest),
    };
    const facts = sums.has(layout/* PROJECT_FILE */.Dp)
        ? await check(layout/* PROJECT_FILE */.Dp, () => readProject((0,external_node_path_.join)(path, layout/* PROJECT_FILE */.Dp), rules))
        : undefined;
    for (const file of sums.keys()) {
        if (file === MANIFEST_FILE || file === layout/* PROJECT_FILE */.Dp)
            continue;
        await check(file, () => readWhole((0,external_node_path_.join)(path, file), (bytes) => {
            readOtherContent(file, bytes, other, rules);
        }));
    }
    if (problems.length > 0)
        return damaged(...problems);
    if (manifest === undefined || facts === undefined)
        return damaged(...contentProblems);
    const contentHash = (0,content_hash/* contentSha256 */.F8)({
        tenants: facts.tenants,
        flows: facts.flows,
        resources: other.resources.sort(content_hash/* compareIds */.q3),
        snapshot: other.snapshot.sort(content_hash/* compareIds */.q3),
    });
    problems.push(...compareFacts(place, manifest, facts, contentHash));
    return problems.length > 0
        ? damaged(...problems)
        : { verified: true, manifest, manifestSha256: sums.get(MANIFEST_FILE) ?? '' };
}
/**
 * Reads a backup folder back from the disk and proves it: SHA256SUMS lists exactly the files that
 * are there and every hash holds, project.json and manifest.json parse, agree with each other and
 * with the folder's name, and give the recorded content hash again. Links are damage and are not
 * followed.
 *
 * @param options.isMoved the folder was taken out of its project's folder, which then says nothing
 * of the project
 */
async function verifyBackup(path, { isMoved = false } = {}) {
    try {
        if (!(await (0,promises_.lstat)(path)).isDirectory())
            return damaged('it is not a folder');
        return await readAndCompare({ path, isMoved });
    }
    catch (error) {
        const { message } = (0,io_errors/* explainIoError */.U_)(error, 'it could not be read');
        return { ...damaged(message), unreadable: !(0,io_errors/* isOfContent */.LR)(error) };
    }
}


/***/ }),

/***/ 50756:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ requireReadableSize),
/* harmony export */   b: () => (/* binding */ requireReadablePath)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _storage_archive_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61120);
/** The bounds of what is read back, held already when it is written. */



const ADVICE = 'it could not be read back: save less of the project (input sections)';
/** @throws Error when a path of a backup is longer or deeper than what is read back */
function requireReadablePath(path) {
    const reason = (0,_storage_archive_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .pathSizeProblem */ .Qq)(path);
    if (reason !== undefined) {
        throw new Error(`${JSON.stringify(path)} cannot be a path: ${reason}, and ${ADVICE}`);
    }
}
/**
 * @param path of a file of the backup that is being written in the folder
 * @throws Error when it is larger than what is read back
 */
async function requireReadableSize(folder, path) {
    const reason = (0,_storage_archive_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .fileSizeProblem */ .$L)(path, (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, path))).size);
    if (reason !== undefined)
        throw new Error(`${path}: ${reason}, and ${ADVICE}`);
}


/***/ }),

/***/ 95848:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ readProjectState)
/* harmony export */ });
/* harmony import */ var _storage_checksums_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(34025);
/* harmony import */ var _json_write_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11249);
/* harmony import */ var _project_noise_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23439);
/* harmony import */ var _project_sections_identity_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(80042);
/* harmony import */ var _backup_content_hash_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62983);
/* harmony import */ var _backup_objects_by_id_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21715);
/* harmony import */ var _backup_project_file_read_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63258);
/* harmony import */ var _backup_saved_backup_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(16859);








/**
 * An entry of project.json as canonical JSON of what counts: of a config file there is no noise but
 * the order of domains.
 */
function entryText(entry, isLive) {
    if ('flow_data' in entry) {
        return (0,_json_write_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(isLive ? _project_noise_js__WEBPACK_IMPORTED_MODULE_1__/* .NEWEST_NOISE */ .G3.object(entry.flow_data) : entry.flow_data);
    }
    const { tenant_data: tenant, config } = entry;
    return (0,_json_write_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(tenant === undefined ? (0,_backup_content_hash_js__WEBPACK_IMPORTED_MODULE_2__/* .withSortedDomains */ .xk)(config) : _project_noise_js__WEBPACK_IMPORTED_MODULE_1__/* .NEWEST_NOISE */ .G3.object(tenant));
}
function viewOf(isLive) {
    const ofEntry = (entry) => entryText(entry, isLive);
    return { ofEntry, ofText: (text) => ofEntry((0,_backup_project_file_read_js__WEBPACK_IMPORTED_MODULE_3__/* .parseEntry */ .ER)(text)) };
}
/**
 * One of each for all states: `LazySection` compares texts of the same one as they stand in the
 * files.
 */
const LIVE = viewOf(true);
const CONFIG = viewOf(false);
function resourceState(section, backup) {
    const kept = _project_noise_js__WEBPACK_IMPORTED_MODULE_1__/* .NEWEST_NOISE */ .G3.resource(section, backup.readResource(section));
    const texts = new Map();
    for (const [id, object] of (0,_backup_objects_by_id_js__WEBPACK_IMPORTED_MODULE_4__/* .resourceObjects */ .t)(section, kept)) {
        texts.set(id, (0,_json_write_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)((0,_project_sections_identity_js__WEBPACK_IMPORTED_MODULE_5__/* .keyedEntry */ .xx)(section, object)));
    }
    return texts;
}
function snapshotState(backup) {
    const texts = new Map();
    for (const file of backup.snapshotFiles) {
        const content = backup.readSnapshotFile(file);
        const kept = Buffer.isBuffer(content)
            ? { sha256: (0,_storage_checksums_js__WEBPACK_IMPORTED_MODULE_6__/* .sha256 */ .sc)(content) }
            : _project_noise_js__WEBPACK_IMPORTED_MODULE_1__/* .NEWEST_NOISE */ .G3.snapshotFile(file, content);
        texts.set(file, (0,_json_write_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(kept));
    }
    return texts;
}
/**
 * Reads the state of a backup that was verified.
 *
 * @param manifest the backup's own: it says which sections were saved
 * @throws Error when a file cannot be read
 */
async function readProjectState(path, manifest) {
    const backup = await (0,_backup_saved_backup_js__WEBPACK_IMPORTED_MODULE_7__/* .openBackup */ .T)(path, manifest);
    const isLive = manifest.source.type === 'management-api';
    const { tenants, flows } = backup.readEntries(isLive ? LIVE : CONFIG);
    const readers = new Map([
        ['tenants', () => tenants],
        ['flows', () => flows],
        ['snapshot', () => snapshotState(backup)],
    ]);
    const state = new Map();
    for (const section of backup.sections) {
        const read = readers.get(section) ?? (() => resourceState(section, backup));
        state.set(section, read());
    }
    return state;
}


/***/ }),

/***/ 58455:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ isRegular),
/* harmony export */   K2: () => (/* binding */ AFTER_RESTORE),
/* harmony export */   Lr: () => (/* binding */ isAcceptable),
/* harmony export */   Yu: () => (/* binding */ showLine),
/* harmony export */   _E: () => (/* binding */ isBase),
/* harmony export */   cF: () => (/* binding */ basesOf),
/* harmony export */   iE: () => (/* binding */ lineName),
/* harmony export */   oe: () => (/* binding */ ofLine),
/* harmony export */   p4: () => (/* binding */ isVerified),
/* harmony export */   x7: () => (/* binding */ BEFORE_RESTORE)
/* harmony export */ });
function isVerified(backup) {
    return backup.verification.verified;
}
/** The name of a line within its project, as inputs and messages have it: `production/live`. */
function lineName({ environment, source }) {
    return `${environment}/${source.type === 'management-api' ? 'live' : source.type}`;
}
/** What this action itself gives: an environment's rules and the names of sources. */
const PLAIN_LINE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\/[a-z-]+$/;
/**
 * A line's name as a log may show it. The environment comes from a file that may be anybody's: what
 * is no plain name is quoted, so that it stays one line.
 */
function showLine(line) {
    return PLAIN_LINE.test(line) ? line : JSON.stringify(line);
}
/** What a restore takes when it has written: one of its line as any other. */
const AFTER_RESTORE = 'after-restore';
/**
 * What a restore takes before it writes: outside of every line, since it may hold what is to be
 * repaired.
 */
const BEFORE_RESTORE = 'before-restore';
/** Whether a backup belongs to its line: a purpose that is not known here says that it does not. */
function isRegular({ purpose }) {
    return purpose === undefined || purpose === AFTER_RESTORE;
}
/**
 * The regular backups of a line that verify.
 *
 * @param line as {@link lineName} gives it
 * @returns in the order that they were given in
 */
function ofLine(backups, line) {
    return backups
        .filter(isVerified)
        .filter(({ verification: { manifest } }) => isRegular(manifest) && lineName(manifest) === line);
}
/** Whether the sections that a backup saved count as those of a complete one. */
function isAcceptable({ status, comparison }) {
    return status === 'complete' || (status === 'partial' && comparison?.partial_accepted === true);
}
/** Whether a backup was compared, first or accepted, as its own manifest tells. */
function hasStanding({ comparison, previous }) {
    return comparison === undefined ? previous !== undefined : comparison.outcome !== 'not-compared';
}
/** Whether a manifest says of itself that later backups may be compared with this one. */
function isBase(manifest) {
    return isAcceptable(manifest) && hasStanding(manifest);
}
/**
 * The backups that a new one may be compared with: good ones that were themselves compared, or were
 * the first of an empty history, or were accepted. So no loss gets in between two nights. Of
 * release 1.0.0, which made no mark, those with a link count as compared; where a line has no
 * other, its oldest complete one within reach counts as first.
 *
 * @param line the backups of one line that are within reach, newest first
 * @returns newest first
 */
function basesOf(line) {
    const standing = line.filter(({ verification: { manifest } }) => isBase(manifest));
    if (standing.length > 0)
        return standing;
    const oldest = line.findLast(({ verification: { manifest } }) => manifest.status === 'complete' && manifest.comparison === undefined);
    return oldest === undefined ? [] : [oldest];
}


/***/ }),

/***/ 8180:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ belongingOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _storage_durable_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6624);
/* harmony import */ var _storage_io_errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(78305);
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27105);
/* harmony import */ var _lines_lines_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58455);
/* harmony import */ var _backup_project_file_layout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(96482);
/* harmony import */ var _backup_verification_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(87196);
/** Whose a dated folder is that does not verify: what it says of itself, read with care. */









/** A larger file tells nothing. */
const MAX_MANIFEST_BYTES = 16 * 1024 ** 2;
const MAX_LEGACY_BYTES = 256 * 1024 ** 2;
/**
 * As much of a manifest as tells the line; a later format may hold other things, and other sources.
 */
const LineOfManifest = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    environment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    source: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ type: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
});
const LineOfLegacy = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ metadata: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ environment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }) });
async function isSmallFile(path, maxBytes) {
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path);
    return stat.isFile() && stat.size <= maxBytes;
}
async function lineOfManifest(path) {
    if (!(await isSmallFile(path, MAX_MANIFEST_BYTES)))
        return undefined;
    const { data } = LineOfManifest.safeParse((0,_json_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)((await (0,_storage_durable_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readHashed */ .S6)(path)).bytes));
    return data && (0,_lines_lines_js__WEBPACK_IMPORTED_MODULE_5__/* .lineName */ .iE)(data);
}
/** The line of a folder of the original Python tool, which had config files alone. */
async function lineOfLegacy(path) {
    if (!(await isSmallFile(path, MAX_LEGACY_BYTES)))
        return undefined;
    // Its tenants and flows are many, and say nothing here.
    const parser = new _json_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .JsonRunParser */ .fg(['tenants', 'flows'], () => undefined);
    await (0,_storage_durable_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readChunks */ .zO)(path, (chunk) => {
        parser.push(chunk);
    });
    const rest = parser.end();
    const { data } = LineOfLegacy.safeParse(rest);
    return data && (0,_lines_lines_js__WEBPACK_IMPORTED_MODULE_5__/* .lineName */ .iE)({ ...data.metadata, source: { type: 'config-file' } });
}
/**
 * Tells whose a folder is: of a backup that verifies, its manifest does; of any other, what is left
 * of its manifest, or the metadata of the original Python tool. That is a claim, not a proof.
 */
async function belongingOf({ path, verification }) {
    if (verification.verified)
        return { line: (0,_lines_lines_js__WEBPACK_IMPORTED_MODULE_5__/* .lineName */ .iE)(verification.manifest) };
    try {
        const line = verification.isLegacy
            ? await lineOfLegacy((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, _backup_project_file_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .PROJECT_FILE */ .Dp))
            : await lineOfManifest((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, _backup_verification_js__WEBPACK_IMPORTED_MODULE_7__/* .MANIFEST_FILE */ .h));
        return { line };
    }
    catch (error) {
        const code = (0,_storage_io_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .errorCode */ .CA)(error);
        if (code === undefined || code === 'ENOENT')
            return { line: undefined };
        return { failure: (0,_storage_io_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .explainIoError */ .U_)(error, 'it could not be read').message };
    }
}


/***/ }),

/***/ 61120:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $L: () => (/* binding */ fileSizeProblem),
/* harmony export */   Qq: () => (/* binding */ pathSizeProblem),
/* harmony export */   Wo: () => (/* binding */ ARTIFACT_LIMITS),
/* harmony export */   _u: () => (/* binding */ sizeInWords),
/* harmony export */   j3: () => (/* binding */ MAX_ZIP_BYTES),
/* harmony export */   pg: () => (/* binding */ MAX_NAME_BYTES),
/* harmony export */   xR: () => (/* binding */ MAX_RECORD_BYTES)
/* harmony export */ });
/* unused harmony exports MAX_FILE_BYTES, MAX_PATH_BYTES, MAX_PATH_DEPTH, maxFileBytes */
/**
 * How much a backup, and an artifact with backups, may hold. Who reads takes nothing beyond these
 * bounds, since it may come from a stranger; who writes keeps within them, so that what was written
 * can be read.
 */
const MIB = 1024 ** 2;
const GIB = 1024 ** 3;
/** Bytes of manifest.json, and of SHA256SUMS: both are read whole before anything is proven. */
const MAX_RECORD_BYTES = 16 * MIB;
/** Bytes of any other file of a backup. */
const MAX_FILE_BYTES = 2 * GIB;
/** UTF-8 bytes of one name of a file or folder. */
const MAX_NAME_BYTES = 255;
/**
 * UTF-8 bytes of the path of a file, and names in it, from the backup's folder on: the folder
 * itself must find place before it on any system.
 */
const MAX_PATH_BYTES = 800;
const MAX_PATH_DEPTH = 32;
/** In an artifact the folders of project and backup stand before the path of a file. */
const ABOVE_BACKUP = { names: 2, bytes: 100 };
/**
 * Bounds of an artifact: ten years of nights, and more files than GitHub takes of most projects.
 */
const ARTIFACT_LIMITS = {
    entries: 1_000_000,
    bytes: 16 * GIB,
    folders: 200_000,
    pathBytes: MAX_PATH_BYTES + ABOVE_BACKUP.bytes,
    depth: MAX_PATH_DEPTH + ABOVE_BACKUP.names,
    fileBytes: (path) => maxFileBytes(path.split('/').slice(ABOVE_BACKUP.names).join('/')),
};
/** Bytes of the zip: little more than what is in it when nothing can be compressed. */
const MAX_ZIP_BYTES = ARTIFACT_LIMITS.bytes + GIB;
const RECORDS = new Set(['manifest.json', 'SHA256SUMS']);
/** @param path of a file, from the backup's folder on */
function maxFileBytes(path) {
    return RECORDS.has(path) ? MAX_RECORD_BYTES : MAX_FILE_BYTES;
}
/** `16 MiB`, `2 GiB`, `1000 bytes`. */
function sizeInWords(bytes) {
    if (bytes >= GIB && bytes % GIB === 0)
        return `${bytes / GIB} GiB`;
    return bytes >= MIB && bytes % MIB === 0 ? `${bytes / MIB} MiB` : `${bytes} bytes`;
}
/**
 * Why the size of a file is too much, or undefined when it is not.
 *
 * @param path from the backup's folder on
 */
function fileSizeProblem(path, bytes) {
    const limit = maxFileBytes(path);
    return bytes > limit ? `it is larger than ${sizeInWords(limit)}` : undefined;
}
/** Why a path is too long or too deep, or undefined when it is not. */
function pathSizeProblem(path, { pathBytes, depth } = {
    pathBytes: MAX_PATH_BYTES,
    depth: MAX_PATH_DEPTH,
}) {
    if (Buffer.byteLength(path) > pathBytes)
        return `it is longer than ${pathBytes} bytes`;
    return path.split('/', depth + 1).length > depth
        ? `it has more than ${depth} names within each other`
        : undefined;
}


/***/ }),

/***/ 20534:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ln: () => (/* binding */ leftoverName),
/* harmony export */   QY: () => (/* binding */ replaceDirectory),
/* harmony export */   Y7: () => (/* binding */ isBeingReplaced),
/* harmony export */   _t: () => (/* binding */ TRASH_PREFIX),
/* harmony export */   fQ: () => (/* binding */ publishDirectory),
/* harmony export */   jp: () => (/* binding */ isLeftoverName),
/* harmony export */   lK: () => (/* binding */ withStagingDirectory),
/* harmony export */   t2: () => (/* binding */ exists)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _dated_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65428);
/* harmony import */ var _durable_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6624);
/* harmony import */ var _io_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78305);
/* harmony import */ var _remove_tree_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21618);
/** A folder that is there whole or not at all: written beside its place and renamed into it. */







/** How the names of folders begin that are being written, and of folders that are being removed. */
const STAGING_PREFIX = '.tmp-';
const TRASH_PREFIX = '.trash-';
/** The names that {@link leftoverName} gives; a label is a dated folder's name. */
const LEFTOVER = new RegExp(String.raw `^\.(?:tmp|trash)-${_dated_names_js__WEBPACK_IMPORTED_MODULE_3__/* .DATED_NAME */ .J}(?:-[0-9a-f]{8})?$`);
/** A name for a folder that is being written or removed, which no other process picks. */
function leftoverName(prefix, label) {
    return `${prefix}${label}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}`;
}
/** Whether a name is one that this tool gives to folders while it writes or removes them. */
function isLeftoverName(name) {
    return LEFTOVER.test(name);
}
/** Whether anything at all is there, a link that leads nowhere included. */
async function exists(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path);
        return true;
    }
    catch (error) {
        if ((0,_io_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error) === 'ENOENT')
            return false;
        throw error;
    }
}
/**
 * Makes a temporary folder beside the one that is to be, and lets `fill` write it and publish it
 * under its real name. When that fails, no temporary folder is left, short of a killed process.
 */
async function withStagingDirectory(parent, label, fill) {
    const staging = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, leftoverName(STAGING_PREFIX, label));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(staging);
    try {
        return await fill(staging);
    }
    catch (error) {
        await (0,_remove_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .removeTree */ .d)(staging);
        throw error;
    }
}
/**
 * Gives a finished folder its real name in one step: whoever sees the name sees the whole folder.
 *
 * @returns false when the name is taken, in which case nothing has changed
 */
async function publishDirectory(staging, target) {
    await (0,_durable_files_js__WEBPACK_IMPORTED_MODULE_6__/* .syncDirectory */ .zR)(staging);
    try {
        // Renaming onto an empty folder would succeed and replace it: anything that is there keeps its
        // name.
        if (await exists(target))
            return false;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(staging, target);
    }
    catch (error) {
        // Another process may have taken the name since. Systems differ in how they say so.
        const taken = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM', 'EACCES'];
        if (taken.includes((0,_io_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .CA)(error) ?? '') && (await exists(target)))
            return false;
        throw error;
    }
    await (0,_durable_files_js__WEBPACK_IMPORTED_MODULE_6__/* .syncDirectory */ .zR)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target));
    return true;
}
/**
 * Whether {@link replaceDirectory} is at work on a folder of this name, which may lack its name for
 * a moment.
 */
async function isBeingReplaced(parent, name) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(parent);
    return names.some((other) => other.startsWith(`${TRASH_PREFIX}${name}-`));
}
/**
 * Puts a finished folder in the place of another one, which is removed. Between the two renames
 * neither has the name: a process killed just then leaves both under temporary names.
 *
 * @param label goes into the temporary name of the old folder: its own name
 * @throws when the new folder could not get the name; then the old one has it again
 */
async function replaceDirectory(staging, target, label) {
    await (0,_durable_files_js__WEBPACK_IMPORTED_MODULE_6__/* .syncDirectory */ .zR)(staging);
    const trash = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target), leftoverName(TRASH_PREFIX, label));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(target, trash);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(staging, target);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(trash, target);
        throw error;
    }
    await (0,_durable_files_js__WEBPACK_IMPORTED_MODULE_6__/* .syncDirectory */ .zR)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target));
    // What stays of it is swept later, as after a killed run: the new folder is in place all the
    // same.
    await (0,_remove_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .removeTree */ .d)(trash).catch(() => undefined);
}


/***/ }),

/***/ 60470:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ tellsCaseApart)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _io_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78305);
/** Whether a disk tells names apart that differ in case or form alone. */



/** Pairs of names that differ only in case, or in how an accent is composed. */
const PAIRS = [
    ['probe', 'PROBE'],
    ['caf\u00e9', 'cafe\u0301'],
];
async function nearestFolder(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(path);
        return path;
    }
    catch (error) {
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
        if ((0,_io_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .CA)(error) !== 'ENOENT' || parent === path)
            throw error;
        return nearestFolder(parent);
    }
}
/**
 * Whether the disk on which a folder is, or will be, has a place for each of two names that differ
 * only in case or Unicode form. It is tried out: systems do not tell, and one folder may differ
 * from the next.
 *
 * @returns false when it cannot be tried
 */
async function tellsCaseApart(folder) {
    let probe;
    try {
        probe = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await nearestFolder(folder), '.descope-backup-probe-'));
        for (const name of PAIRS.flat())
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(probe, name), name);
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(probe)).length === PAIRS.flat().length;
    }
    catch {
        return false;
    }
    finally {
        if (probe !== undefined)
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(probe, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 34025:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aP: () => (/* binding */ CHECKSUMS_FILE),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   ss: () => (/* binding */ formatChecksums),
/* harmony export */   yk: () => (/* binding */ parseChecksums)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/** The SHA256SUMS file: its writing, reading and check. */

/**
 * The file that lists the SHA-256 of every other file of its folder, as `sha256sum` writes and
 * checks it.
 */
const CHECKSUMS_FILE = 'SHA256SUMS';
/** Lower-case hexadecimal SHA-256. */
function sha256(data) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(data).digest('hex');
}
/**
 * @param sums relative path (forward slashes) to hexadecimal SHA-256
 * @returns the text of a SHA256SUMS file, sorted by path
 */
function formatChecksums(sums) {
    return [...sums]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([path, sum]) => `${sum}  ${path}\n`)
        .join('');
}
const LINE = /^([0-9a-f]{64}) [ *](.+)$/s;
/**
 * @returns relative path to hexadecimal SHA-256
 * @throws Error that names the line which is not of sha256sum's form, or names a file a second time
 */
function parseChecksums(text) {
    const sums = new Map();
    const lines = text.split('\n');
    if (lines.pop() !== '')
        throw new Error(`${CHECKSUMS_FILE} does not end with a line break`);
    for (const [index, line] of lines.entries()) {
        const [, sum, path] = LINE.exec(line) ?? [];
        if (sum === undefined || path === undefined || sums.has(path)) {
            throw new Error(`${CHECKSUMS_FILE}, line ${index + 1}: not a sum that sha256sum wrote`);
        }
        sums.set(path, sum);
    }
    return sums;
}


/***/ }),

/***/ 38926:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ copyFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _write_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99851);
/** Copies of files, by a second name where the disk gives one. */



/** A second name takes no room and no time, but not every file system gives one. */
async function linkOrCopy(from, to) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.link)(from, to);
    }
    catch {
        await copyDurably(from, to);
    }
}
async function copyDurably(from, to) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(from, to);
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(to, 'r+');
    try {
        await file.sync();
    }
    finally {
        await file.close();
    }
}
/**
 * Puts files of one folder into another, which is flushed to the disk but for its own list of
 * entries.
 *
 * @param files relative paths with forward slashes
 * @param how `link` gives the same bytes a second name where the file system can; both must then
 * never be written to
 */
async function copyFiles(from, to, files, how) {
    const put = how === 'link' ? linkOrCopy : copyDurably;
    await (0,_write_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .writeTree */ .W)(to, files, (file, target) => put((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(from, file), target));
}


/***/ }),

/***/ 65428:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ DATED_NAME)
/* harmony export */ });
/**
 * The name of a dated folder as a pattern: `20261122_030000`, and `_2` and so on for more in the
 * same second. Its groups are year, month, day, hour, minute, second and what follows. Whether such
 * a moment is in the calendar, it does not say.
 */
const DATED_NAME = String.raw `(\d{4})(\d{2})(\d{2})_(\d{2})(\d{2})(\d{2})(?:_([1-9]\d{0,8}))?`;


/***/ }),

/***/ 6624:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S6: () => (/* binding */ readHashed),
/* harmony export */   v8: () => (/* binding */ writeDurably),
/* harmony export */   x3: () => (/* binding */ writeText),
/* harmony export */   zO: () => (/* binding */ readChunks),
/* harmony export */   zR: () => (/* binding */ syncDirectory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _io_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78305);
/** Files whose bytes are on the disk when the call returns, and the reading of their hashes. */



/** Text is collected to about this many UTF-16 code units before it is hashed and written. */
const CHUNK_LENGTH = 256 * 1024;
/** Bytes that are asked for at once. */
const READ_SIZE = 1024 * 1024;
async function writeChunks(file, text) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    // One write is under way while the next chunk is made: the disk and the processor work at the
    // same time.
    let written = Promise.resolve();
    const flush = async (chunk) => {
        const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
        hash.update(bytes);
        await written;
        written = file.writeFile(bytes);
        // It is awaited with the next chunk; until then a failure must not count as unhandled.
        written.catch(() => undefined);
    };
    let chunk = '';
    for (const piece of text) {
        if (typeof piece !== 'string') {
            await flush(chunk);
            await flush(piece);
            chunk = '';
            continue;
        }
        chunk += piece;
        if (chunk.length >= CHUNK_LENGTH) {
            await flush(chunk);
            chunk = '';
        }
    }
    await flush(chunk);
    await written;
    return hash.digest('hex');
}
/**
 * Writes a file from pieces of text or bytes, replacing one that is there, and starts to flush it
 * to the disk. The caller may work on while the disk does.
 */
async function writeText(path, text) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'w');
    try {
        const sha256 = await writeChunks(file, text);
        const durable = file.sync().finally(() => file.close());
        // Until the caller awaits it, a failure must not count as unhandled.
        durable.catch(() => undefined);
        return { sha256, durable };
    }
    catch (error) {
        await file.close();
        throw error;
    }
}
/**
 * Writes a file as {@link writeText} does, and returns its hexadecimal SHA-256 once the disk has
 * it.
 */
async function writeDurably(path, text) {
    const { sha256, durable } = await writeText(path, text);
    await durable;
    return sha256;
}
/**
 * Reads a file in chunks and hashes it on the way: each chunk while the next one is being read.
 *
 * @param onChunk is called with each chunk in order; its memory is used again for the one after the
 * next
 * @returns hexadecimal SHA-256 of the file
 */
async function readChunks(path, onChunk) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'r');
    try {
        const { size } = await file.stat();
        const chunkSize = Math.max(1, Math.min(READ_SIZE, size));
        let [free, other] = [Buffer.allocUnsafe(chunkSize), Buffer.allocUnsafe(chunkSize)];
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
        let read = await file.read(free, 0, chunkSize);
        while (read.bytesRead > 0) {
            const chunk = free.subarray(0, read.bytesRead);
            [free, other] = [other, free];
            const next = file.read(free, 0, chunkSize);
            // Should onChunk throw, nobody is left who waits for it.
            next.catch(() => undefined);
            hash.update(chunk);
            onChunk(chunk);
            read = await next;
        }
        return hash.digest('hex');
    }
    finally {
        await file.close();
    }
}
/** Reads a whole file and hashes it. */
async function readHashed(path) {
    const chunks = [];
    const sha256 = await readChunks(path, (chunk) => chunks.push(Buffer.from(chunk)));
    const [only, ...more] = chunks;
    return { bytes: more.length === 0 ? (only ?? Buffer.alloc(0)) : Buffer.concat(chunks), sha256 };
}
/**
 * Flushes a folder's list of entries to the disk. Windows cannot open folders, and some network
 * file systems refuse to flush them: there the entries are as durable as the system makes them.
 */
async function syncDirectory(path) {
    if (process.platform === 'win32')
        return;
    const directory = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'r');
    try {
        await directory.sync();
    }
    catch (error) {
        if ((0,_io_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .CA)(error) !== 'EINVAL' && (0,_io_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .CA)(error) !== 'ENOTSUP')
            throw error;
    }
    finally {
        await directory.close();
    }
}


/***/ }),

/***/ 78305:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   LR: () => (/* binding */ isOfContent),
/* harmony export */   U_: () => (/* binding */ explainIoError)
/* harmony export */ });
/** Words for errors of the file system: the cause, and the remedy. */
const CAUSES = {
    ENOSPC: 'the disk is full: free some space or put backup-root on another disk',
    EDQUOT: 'the disk quota is used up: free some space or put backup-root on another disk',
    EACCES: 'no permission: let the user that runs the action read and write there',
    EPERM: 'no permission: let the user that runs the action read and write there',
    EROFS: 'the file system is read-only: put backup-root on one that can be written',
    EIO: 'the disk reported an input/output error: check the disk',
    EMFILE: 'too many files are open: raise the limit (ulimit -n) of the runner',
    ENFILE: 'too many files are open on this machine: raise its limit',
    ENOTDIR: 'a part of the path is a file, not a folder',
    ENOENT: 'it does not exist',
    EEXIST: 'it exists already and is not a folder',
    ELOOP: 'too many symbolic links',
    ENAMETOOLONG: 'the path is too long',
};
function errorCode(error) {
    const { code } = error;
    return typeof code === 'string' ? code : undefined;
}
/**
 * Codes of the system that say what is there, or is not: reading it at another time would tell the
 * same.
 */
const CONTENT_CODES = new Set([
    'ENOENT',
    'ENAMETOOLONG',
    'ENOTDIR',
    'EISDIR',
    'ELOOP',
    'EILSEQ',
    'EFBIG',
]);
/**
 * Whether an error of reading tells of what was read. Any other tells of the disk, of rights or of
 * the machine, and what could not be read may well be good.
 */
function isOfContent(error) {
    const code = errorCode(error);
    // Errors of Node itself have codes, too: of texts and files that are too large for it, and names
    // with a NUL.
    return code === undefined || code.startsWith('ERR_') || CONTENT_CODES.has(code);
}
/**
 * Turns an error of a file operation into one that says what was attempted, why it failed and what
 * to do. Errors without a system code come back as they are: they carry their own words.
 *
 * @param attempt what was attempted, such as `could not write the backup`
 */
function explainIoError(error, attempt) {
    const code = errorCode(error);
    const cause = code === undefined ? undefined : (CAUSES[code] ?? error.message);
    if (cause === undefined || code === undefined) {
        return error instanceof Error ? error : new Error(String(error));
    }
    const { path } = error;
    return new Error(`${attempt}: ${path === undefined ? '' : `${path}: `}${cause} (${code})`, {
        cause: error,
    });
}


/***/ }),

/***/ 56183:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ listFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/** The files below a folder, without following a link. */


/** Lists a folder without following a link. */
async function listFiles(root) {
    const files = [];
    const others = [];
    const visit = async (relative) => {
        for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, relative), { withFileTypes: true })) {
            const path = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(relative, entry.name);
            if (entry.isDirectory())
                await visit(path);
            else
                (entry.isFile() ? files : others).push(path);
        }
    };
    await visit('');
    return { files: files.sort(), others: others.sort() };
}


/***/ }),

/***/ 40811:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ PathNames),
/* harmony export */   W: () => (/* binding */ pathsWithoutPlace)
/* harmony export */ });
/** Whether two paths are one place on some disk. */
/**
 * Paths of files with forward slashes, and the folders above them, of which no two should be one
 * place.
 */
class PathNames {
    /** By the form that look-alikes share: each path, and whether it is a file. */
    #names = new Map();
    /** Adds a file. @returns what it clashes with, itself or a folder above it: each pair once */
    addFile(path) {
        const clashes = [];
        for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
            clashes.push(...this.#add(path.slice(0, end), false));
        }
        return [...clashes, ...this.#add(path, true)];
    }
    #add(path, isFile) {
        const form = formOf(path);
        const alike = this.#names.get(form) ?? new Map();
        this.#names.set(form, alike);
        const known = alike.get(path);
        if (known === undefined) {
            const [other] = alike.keys();
            alike.set(path, isFile);
            return other === undefined ? [] : [{ kind: 'look-alike', path, other }];
        }
        if (known !== isFile)
            return [{ kind: 'file-and-folder', path, other: path }];
        return isFile ? [{ kind: 'same', path, other: path }] : [];
    }
}
/**
 * The form that paths share which are one place on a disk that tells neither case nor Unicode forms
 * apart.
 */
function formOf(path) {
    return path.normalize('NFC').toLowerCase();
}
/**
 * Paths of files that have no place of their own on a disk which does not tell case or Unicode
 * forms apart: they, or a folder above them, are spelt otherwise than one that stands before them.
 *
 * @param paths in the order in which they take their places
 * @returns each such path with the one that has its place
 */
function pathsWithoutPlace(paths) {
    const spelt = new Map();
    const without = new Map();
    for (const path of paths) {
        const parts = path.split('/').map((_, index, all) => all.slice(0, index + 1).join('/'));
        const taken = parts.find((part) => (spelt.get(formOf(part)) ?? part) !== part);
        if (taken !== undefined)
            without.set(path, spelt.get(formOf(taken)));
        else
            for (const part of parts)
                spelt.set(formOf(part), part);
    }
    return without;
}


/***/ }),

/***/ 21618:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ removeTree)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/** The removal of a folder with all that is in it. */

/**
 * Removes a folder with all that is in it, or a file, or nothing. What is held open for a moment is
 * tried again.
 */
function removeTree(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(path, { recursive: true, force: true, maxRetries: 3 });
}


/***/ }),

/***/ 63369:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ unsafeNameReason),
/* harmony export */   m: () => (/* binding */ unsafePathReason)
/* harmony export */ });
/* harmony import */ var _archive_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61120);
/** Names that are safe as file names on every system. */

/** Names that Windows reserves for devices, with or without an extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const FORBIDDEN = /[\u0000-\u001f<>:"/\\|?*]/;
const LONE_SURROGATE = /\p{Surrogate}/u;
/**
 * Why a name cannot be a file or folder name on every system that a backup may be moved to, or
 * undefined when it can. The rules are those of Windows, which are the strictest. Source:
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
function unsafeNameReason(name) {
    if (name === '')
        return 'it is empty';
    if (name === '.' || name === '..')
        return 'it names a folder by its place';
    if (FORBIDDEN.test(name))
        return 'it holds a character that file names must not have';
    if (DEVICE.test(name))
        return 'Windows reserves it for a device';
    if (/[. ]$/.test(name))
        return 'it ends in a dot or a space';
    if (LONE_SURROGATE.test(name))
        return 'it holds half of a surrogate pair, which UTF-8 has no bytes for';
    if (Buffer.byteLength(name) > _archive_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_NAME_BYTES */ .pg)
        return `it is longer than ${_archive_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_NAME_BYTES */ .pg} bytes`;
    return undefined;
}
/**
 * Why a relative path with forward slashes cannot be that of a file of a backup on every system, or
 * undefined when it can.
 *
 * @param path from the backup's folder on
 */
function unsafePathReason(path) {
    // The length comes first: the other questions take time with it.
    return (0,_archive_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .pathSizeProblem */ .Qq)(path) ?? path.split('/').map(unsafeNameReason).find(Boolean);
}


/***/ }),

/***/ 78483:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ unzip),
/* harmony export */   t: () => (/* binding */ UnsafeArchiveError)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_5__);
/* harmony import */ var yauzl__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(20663);
/* harmony import */ var _archive_limits_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(61120);
/* harmony import */ var _case_probe_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(60470);
/* harmony import */ var _path_names_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(40811);
/* harmony import */ var _safe_names_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(63369);
/** The unpacking of a zip that a stranger may have made. */











/** An archive that must not be unpacked, or cannot be; the message says why. */
class UnsafeArchiveError extends Error {
}
/** Characters of a text of the archive that a message repeats. */
const MAX_QUOTED = 200;
/** A text of the archive as a message repeats it. */
function quote(text) {
    return JSON.stringify(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}...` : text);
}
/** In the upper half of the external attributes, where the archive was made on Unix. */
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const DIRECTORY = 0o040000;
function isSpecial({ externalFileAttributes }) {
    const type = (externalFileAttributes >>> 16) & FILE_TYPE;
    return type !== 0 && type !== REGULAR && type !== DIRECTORY;
}
/**
 * @throws UnsafeArchiveError for a name that could leave the folder or is too long, and for what is
 * no regular file
 */
function checkEntry(entry, path, limits) {
    // The length comes first: the other questions take time with it.
    const reason = (0,_archive_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .pathSizeProblem */ .Qq)(path, limits) ?? path.split('/').map(_safe_names_js__WEBPACK_IMPORTED_MODULE_8__/* .unsafeNameReason */ .G).find(Boolean);
    if (reason !== undefined) {
        throw new UnsafeArchiveError(`${quote(entry.fileName)} is not a safe path: ${reason}`);
    }
    if (isSpecial(entry)) {
        throw new UnsafeArchiveError(`${quote(path)} is a link or another special file`);
    }
    if (!entry.canDecodeFileData()) {
        throw new UnsafeArchiveError(`${quote(path)} is encrypted or packed in an odd way`);
    }
}
/** Sees what comes out, whatever the archive said before. */
function watched(see) {
    return new node_stream__WEBPACK_IMPORTED_MODULE_3__.Transform({
        transform(chunk, _encoding, done) {
            try {
                see(chunk);
                done(null, chunk);
            }
            catch (error) {
                done(error);
            }
        },
    });
}
/** Unpacks the entries of one archive, and keeps count of them. */
class Extraction {
    #folder;
    #limits;
    #names = new _path_names_js__WEBPACK_IMPORTED_MODULE_9__/* .PathNames */ .K();
    #folders = new Set();
    #entries = 0;
    #bytes = 0;
    #tellsCaseApart;
    constructor(folder, limits) {
        this.#folder = folder;
        this.#limits = limits;
    }
    async extract(zip, entry) {
        if (++this.#entries > this.#limits.entries) {
            throw new UnsafeArchiveError(`it has more than ${this.#limits.entries} entries`);
        }
        const isFolder = entry.fileName.endsWith('/');
        const path = isFolder ? entry.fileName.slice(0, -1) : entry.fileName;
        checkEntry(entry, path, this.#limits);
        if (isFolder)
            return;
        for (const clash of this.#names.addFile(path))
            await this.#refuseClash(clash);
        const target = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#folder, path);
        await this.#makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
        await this.#write(zip, entry, path, target);
    }
    /**
     * Look-alikes are two files where the disk tells them apart, as on the one where they were saved.
     */
    async #refuseClash({ kind, path, other }) {
        if (kind === 'look-alike') {
            this.#tellsCaseApart ??= (0,_case_probe_js__WEBPACK_IMPORTED_MODULE_10__/* .tellsCaseApart */ .$)(this.#folder);
            if (await this.#tellsCaseApart)
                return;
        }
        const where = kind === 'look-alike' ? ' on this disk' : '';
        throw new UnsafeArchiveError(`${quote(path)} and ${quote(other)} are one place${where}`);
    }
    async #makeFolder(path) {
        for (let above = path; above !== '.' && !this.#folders.has(above); above = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(above)) {
            this.#folders.add(above);
        }
        if (this.#folders.size > this.#limits.folders) {
            throw new UnsafeArchiveError(`it has more than ${this.#limits.folders} folders`);
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#folder, path), { recursive: true });
    }
    async #write(zip, entry, path, target) {
        const limit = this.#limits.fileBytes(path);
        let length = 0;
        let sum = 0;
        const see = (chunk) => {
            length += chunk.length;
            this.#bytes += chunk.length;
            this.#checkSize(path, length, limit);
            sum = (0,node_zlib__WEBPACK_IMPORTED_MODULE_5__.crc32)(chunk, sum);
        };
        // What it says of itself already: then nothing of it need be unpacked.
        this.#checkSize(path, entry.uncompressedSize, limit);
        const content = await zip.openReadStreamPromise(entry);
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(content, watched(see), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(target, { flags: 'wx' }));
        // yauzl leaves this to its callers.
        if (sum !== entry.crc32) {
            throw new UnsafeArchiveError(`${quote(path)} was damaged: its CRC-32 is another one`);
        }
    }
    #checkSize(path, length, limit) {
        const { bytes } = this.#limits;
        if (length > limit) {
            throw new UnsafeArchiveError(`${quote(path)} is larger than ${(0,_archive_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .sizeInWords */ ._u)(limit)}`);
        }
        if (this.#bytes > bytes || length > bytes) {
            throw new UnsafeArchiveError(`it is larger than ${(0,_archive_limits_js__WEBPACK_IMPORTED_MODULE_7__/* .sizeInWords */ ._u)(bytes)} when it is unpacked`);
        }
    }
}
/**
 * Unpacks a zip that may come from a stranger: regular files alone, with safe names and of limited
 * number and size.
 *
 * @param folder is made; nothing of it is left when this fails
 * @throws UnsafeArchiveError for everything that is wrong with the archive; errors of the disk as
 * they are
 */
async function unzip(path, folder, limits) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
    let zip;
    try {
        zip = await (0,yauzl__WEBPACK_IMPORTED_MODULE_6__/* .openPromise */ .sO)(path, { autoClose: false, strictFileNames: true });
        const extraction = new Extraction(folder, limits);
        for await (const entry of zip.eachEntry())
            await extraction.extract(zip, entry);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(folder, { recursive: true, force: true });
        const { syscall, code } = error;
        // A name that this disk does not take is the archive's fault.
        const isOfDisk = syscall !== undefined && code !== 'ENAMETOOLONG';
        if (error instanceof UnsafeArchiveError || isOfDisk)
            throw error;
        const message = error.message.slice(0, MAX_QUOTED);
        throw new UnsafeArchiveError(`it is no good zip file: ${message}`);
    }
    finally {
        zip?.close();
    }
}


/***/ }),

/***/ 99851:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ writeTree)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _durable_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6624);
/** Files below a folder, written and flushed with the folders on their way. */



/**
 * Writes files below a folder, one after the other: makes the folders on their way before, and
 * flushes these to the disk when all are written. The folder's own list of entries is left to the
 * caller.
 *
 * @param paths relative, with forward slashes, and safe
 * @param write flushes the file itself
 */
async function writeTree(root, paths, write) {
    const folders = new Set();
    for (const path of paths) {
        const target = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path);
        for (let parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path); parent !== '.'; parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(parent))
            folders.add(parent);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target), { recursive: true });
        await write(path, target);
    }
    for (const folder of folders)
        await (0,_durable_files_js__WEBPACK_IMPORTED_MODULE_2__/* .syncDirectory */ .zR)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, folder));
}


/***/ })

};
