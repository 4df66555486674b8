/**
 * Measures live backups through the built bundle against the API test server: how close to a rate
 * limit's own bound a backup comes, and how much memory a large project takes. Prints a table.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startDescopeApi } from '../__tests__/fixtures/descope-api/server.ts';
import { bigProject } from '../__tests__/fixtures/descope-api/state.ts';

/**
 * Requests that the limiter lets through in one window; the window is scaled down from a minute.
 */
const LIMIT = 100;
const WINDOW_MS = 12_000;
const LATENCY_MS = 50;

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

interface LiveRun {
  readonly wallMs: number;
  readonly memoryMB: number;
  readonly requests: number;
  readonly failedSections: string;
}

type Project = Parameters<typeof bigProject>[0];
type Options = NonNullable<Parameters<typeof startDescopeApi>[0]['options']>;

async function backUp(project: Project, options: Options, sections: string): Promise<LiveRun> {
  const folder = mkdtempSync(join(tmpdir(), 'descope-backup-bench-'));
  const state = bigProject(project);
  const api = await startDescopeApi({ state, options });
  const memoryFile = join(folder, 'peak-memory');
  const start = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', file('report-memory.mjs'), file('../dist/backup/index.js')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env['PATH'],
        PEAK_MEMORY_FILE: memoryFile,
        GITHUB_WORKSPACE: folder,
        'INPUT_PROJECT-ID': state.projectId,
        INPUT_ENVIRONMENT: 'bench',
        INPUT_SOURCE: 'live',
        'INPUT_MANAGEMENT-KEY': state.managementKey,
        'INPUT_BASE-URL': api.baseUrl,
        INPUT_SECTIONS: sections,
      },
    },
  );
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise((resolve) => child.on('close', resolve));
  const wallMs = performance.now() - start;
  await api.close();
  if (code !== 0) throw new Error(`the backup failed:\n${output}`);
  const value = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(output)?.[1] ?? '';
  const memoryMB = Math.round(Number(readFileSync(memoryFile, 'utf8')) / 1e6);
  rmSync(folder, { recursive: true });
  return {
    wallMs,
    memoryMB,
    requests: Number(value('request-count')),
    failedSections: value('sections-failed'),
  };
}

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
console.log(row(['case', 'time', 'bound', 'ratio', 'memory', 'requests']));
console.log(row(['---', '---:', '---:', '---:', '---:', '---:']));

const limited = await backUp(
  { tenants: 300, sso: 30, flows: 5, flowBytes: 10_000 },
  {
    plan: 'pro',
    latencyMs: LATENCY_MS,
    rateLimit: { limit: LIMIT, windowMs: WINDOW_MS, retryAfter: 'seconds' },
  },
  'all',
);
// A window lets its first requests through at once: the last one needs all windows before its own
// to pass.
const bound = Math.floor((limited.requests - 1) / LIMIT) * WINDOW_MS;
console.log(
  row([
    `300 tenants, ${LIMIT} requests in ${WINDOW_MS} ms, ${LATENCY_MS} ms latency`,
    `${Math.round(limited.wallMs)} ms`,
    `${bound} ms`,
    `${(limited.wallMs / bound).toFixed(2)} (goal 1.1)${limited.failedSections === '' ? '' : ` FAILED: ${limited.failedSections}`}`,
    `${limited.memoryMB} MB`,
    limited.requests,
  ]),
);

for (const plan of ['pro', 'free'] as const) {
  const large = await backUp(
    { tenants: 20_000, sso: 20, flows: 100, flowBytes: 1_000_000 },
    { plan },
    'all,-tenant-settings',
  );
  console.log(
    row([
      `20,000 tenants, 100 flows of 1 MB, ${plan}`,
      `${Math.round(large.wallMs)} ms`,
      '',
      '',
      `${large.memoryMB} MB (goal 400)`,
      large.requests,
    ]),
  );
}
