export const id = 414;
export const ids = [414];
export const modules = {

/***/ 55786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ readInspection),
/* harmony export */   y: () => (/* binding */ writeInspection)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92857);
/* harmony import */ var _models_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93257);
/* harmony import */ var _services_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9719);
/* harmony import */ var _json_parse_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(27105);
/* harmony import */ var _json_write_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11249);
/* harmony import */ var _storage_unzip_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78483);
/**
 * What a child process found in an artifact, as a file for its parent: a line of JSON a backup,
 * then one that ends it.
 */








const Line = zod__WEBPACK_IMPORTED_MODULE_2__/* .discriminatedUnion */ .gMt('kind', [
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('good'),
        path: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        manifest: _models_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .BackupManifest */ .eV,
        manifestSha256: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('damaged'),
        path: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
        problems: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
        unreadable: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
        isLegacy: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    }),
    /** The artifact is to be passed over, or this machine could not open it. */
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('unsafe'), message: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('failed'), message: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('end') }),
]);
function lineOf({ path, verification }) {
    if (verification.verified) {
        const { manifest, manifestSha256 } = verification;
        return { kind: 'good', path, manifest, manifestSha256 };
    }
    const { problems, unreadable, isLegacy } = verification;
    return { kind: 'damaged', path, problems: [...problems], unreadable, isLegacy };
}
/** Writes what opening an artifact gave, or threw. */
async function writeInspection(file, inspect) {
    let lines;
    try {
        lines = [...(await inspect()).map(lineOf), { kind: 'end' }];
    }
    catch (error) {
        const kind = error instanceof _storage_unzip_js__WEBPACK_IMPORTED_MODULE_4__/* .UnsafeArchiveError */ .t ? 'unsafe' : 'failed';
        lines = [{ kind, message: error.message }];
    }
    const result = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file, 'w');
    try {
        for (const line of lines) {
            // What zod read from JSON is JSON.
            await result.writeFile(`${(0,_json_write_js__WEBPACK_IMPORTED_MODULE_5__/* .canonicalJson */ .dj)(line)}\n`);
        }
    }
    finally {
        await result.close();
    }
}
function backupOf(line) {
    const { path } = line;
    const id = (0,_services_index_js__WEBPACK_IMPORTED_MODULE_6__/* .parseBackupId */ .JN)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path));
    if (id === undefined)
        throw new Error(`${path} is no backup's folder`);
    const place = { ...id, id: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path), path };
    if (line.kind === 'good') {
        const { manifest, manifestSha256 } = line;
        return { ...place, verification: { verified: true, manifest, manifestSha256 } };
    }
    const { problems, unreadable, isLegacy } = line;
    return { ...place, verification: { verified: false, problems, unreadable, isLegacy } };
}
/**
 * Reads what {@link writeInspection} wrote.
 *
 * @param maxBytes of the file: a part of the memory that reading may take
 * @throws UnsafeArchiveError, or Error as the child said; Error when it ended before it had written
 * all
 */
async function readInspection(file, maxBytes) {
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file)).size > maxBytes) {
        throw new _storage_unzip_js__WEBPACK_IMPORTED_MODULE_4__/* .UnsafeArchiveError */ .t('the manifests of its backups are too large together');
    }
    const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file);
    const backups = [];
    for (let start = 0; start < bytes.length;) {
        const end = bytes.indexOf('\n', start);
        const line = Line.parse((0,_json_parse_js__WEBPACK_IMPORTED_MODULE_7__/* .parseJson */ .qF)(bytes.subarray(start, end === -1 ? undefined : end)));
        if (line.kind === 'end')
            return backups;
        if (line.kind === 'unsafe')
            throw new _storage_unzip_js__WEBPACK_IMPORTED_MODULE_4__/* .UnsafeArchiveError */ .t(line.message);
        if (line.kind === 'failed')
            throw new Error(line.message);
        backups.push(backupOf(line));
        start = end + 1;
    }
    throw new Error('it ended early');
}


/***/ }),

/***/ 71414:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./src/runs/compare-apart.ts
var compare_apart = __webpack_require__(99126);
// EXTERNAL MODULE: ./src/copies/inspection-file.ts
var inspection_file = __webpack_require__(55786);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
;// CONCATENATED MODULE: ./src/copies/memory-watch.ts
/** A bound for the memory of a process that reads what strangers may have made. */


const INTERVAL_MS = 50;
/**
 * Ends the process when it takes more memory than that, buffers and text outside of the heap among
 * it, or when its parent is gone. A thread of its own looks: the main one may be at work for long.
 *
 * @param bytes of resident memory
 */
async function watchMemory(bytes) {
    const source = `
    const { workerData, parentPort } = require('node:worker_threads');
    const parent = process.ppid;
    setInterval(() => {
      if (process.memoryUsage.rss() > workerData || process.ppid !== parent) {
        process.kill(process.pid, 'SIGKILL');
      }
    }, ${INTERVAL_MS});
    parentPort.postMessage('ready');
  `;
    const worker = new external_node_worker_threads_.Worker(source, { eval: true, workerData: bytes });
    await (0,external_node_events_.once)(worker, 'message');
    // It must not keep the process from ending.
    worker.unref();
}

// EXTERNAL MODULE: ./src/copies/open-artifact.ts
var open_artifact = __webpack_require__(35120);
;// CONCATENATED MODULE: ./src/main/inspect.ts
/** Entry of the process that works on what came from elsewhere. */




/**
 * Works on what came from elsewhere for the process that started this one, which may stop it at any
 * time: `inspect open <zip> <folder> <project id> <result file> <bytes of memory>`, or `inspect
 * compare <request file> <result file> <bytes of memory>`.
 */
async function main() {
    const [task, ...args] = process.argv.slice(2);
    await watchMemory(Number(args.at(-1)));
    if (task === 'compare') {
        const [given = '', result = ''] = args;
        await (0,compare_apart/* answerComparison */.q)(given, result);
    }
    else {
        const [zip = '', folder = '', projectId = '', result = ''] = args;
        const { signal } = new AbortController();
        await (0,inspection_file/* writeInspection */.y)(result, () => (0,open_artifact/* openArtifact */.H)(zip, folder, projectId, { signal }));
    }
}


/***/ })

};
