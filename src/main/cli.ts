/** Entry of the command line. */
import { askLine } from '../cli/ask.ts';
import { runCommandLine } from '../cli/program.ts';
import { inspectBundle } from '../copies/apart.ts';
import { compareApart } from '../runs/compare-apart.ts';
import { routeThrough } from '../storage/proxies.ts';
import { proxiesOf } from '../storage/proxy-errors.ts';

/** The runner's signals, and the terminal's: the first ends the work, the second the process. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A reader that went away, as `head` does, wants no more of it: that is no failure. */
function ignoreClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** The command line: its arguments are those of the process. @param dist absolute path of the folder with the built scripts */
export async function main(dist: string): Promise<void> {
  const { env, argv, stdin, stdout, stderr } = process;
  [stdout, stderr].forEach(ignoreClosedPipe);
  const controller = new AbortController();
  for (const signal of SIGNALS) {
    process.once(signal, () => {
      controller.abort(new Error(`cancelled by ${signal}`));
    });
  }
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
