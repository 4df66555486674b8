/**
 * What dist/ can start: the path of a script in it, and the entry that the script starts. The build
 * makes one bundle of this file, with shared chunks, and one script of a few lines for each path.
 * An entry is imported when it is started, so that a process loads the chunks of its own entry
 * alone.
 */
interface Entry {
  /** @param dist absolute path of the folder that holds all the scripts */
  readonly main: (dist: string) => Promise<void>;
}

export const entries = {
  'backup/index.js': () => import('./backup.ts'),
  'verify/index.js': () => import('./verify.ts'),
  'cli.js': () => import('./cli.ts'),
  'restore/index.js': () => import('./restore.ts'),
  'inspect/index.js': () => import('./inspect.ts'),
} satisfies Record<string, () => Promise<Entry>>;
