/** A bound for the memory of a process that reads what strangers may have made. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const INTERVAL_MS = 50;

/**
 * Ends the process when it takes more memory than that, buffers and text outside of the heap among
 * it, or when its parent is gone. A thread of its own looks: the main one may be at work for long.
 *
 * @param bytes of resident memory
 */
export async function watchMemory(bytes: number): Promise<void> {
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
  const worker = new Worker(source, { eval: true, workerData: bytes });
  await once(worker, 'message');
  // It must not keep the process from ending.
  worker.unref();
}
