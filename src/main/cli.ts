/** Entry of the command line. */
import { askLine } from '../cli/ask.ts';
import { runCommandLine } from '../cli/program.ts';
import { abortOnSignals } from '../cli/signals.ts';
import { inspectBundle } from '../copies/apart.ts';
import { compareApart } from '../runs/compare-apart.ts';
import { routeThrough } from '../storage/proxies.ts';
import { proxiesOf } from '../storage/proxy-errors.ts';

/**
 * A reader that went away, as `head` does and a terminal that is closed, wants no more of it: that
 * is no failure.
 */
const READER_IS_GONE = ['EPIPE', 'EIO'];

/**
 * What is said beside the answer must not end the work when nobody can be told: a restore may be
 * under way.
 */
function outliveReaders(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): void {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (!READER_IS_GONE.includes(error.code ?? '')) throw error;
  });
  stderr.on('error', () => undefined);
}

/**
 * The command line: its arguments are those of the process.
 *
 * @param dist absolute path of the folder with the built scripts
 */
export async function main(dist: string): Promise<void> {
  const { env, argv, stdin, stdout, stderr } = process;
  outliveReaders(stdout, stderr);
  const controller = new AbortController();
  abortOnSignals(process, controller, () => performance.now());
  process.exitCode = await runCommandLine(argv.slice(2), {
    environment: env,
    folder: process.cwd(),
    clock: Date.now,
    signal: controller.signal,
    compareBackups: compareApart(inspectBundle(dist)),
    loadApply: async () => (await import('../runs/restore/apply.ts')).applyPlan,
    ask:
      stdin.isTTY && stderr.isTTY
        ? (question) => askLine(question, stdin, stderr, controller.signal)
        : undefined,
    stdout,
    stderr,
    prepareNetwork: () => {
      const proxies = proxiesOf(env);
      if (proxies !== undefined) routeThrough(proxies);
    },
  });
}
