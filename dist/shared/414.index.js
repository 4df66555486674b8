export const id = 414;
export const ids = [414];
export const modules = {

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
 * Ends the process when it takes more memory than that, buffers and text outside of the heap among it, or when its parent is
 * gone. A thread of its own looks: the main one may be at work for long.
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
 * Works on what came from elsewhere for the process that started this one, which may stop it at any time:
 * `inspect open <zip> <folder> <project id> <result file> <bytes of memory>`, or
 * `inspect compare <request file> <result file> <bytes of memory>`.
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
