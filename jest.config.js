const full = { branches: 100, functions: 100, lines: 100, statements: 100 };

const common = {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};

/**
 * Tests that start processes: the built bundles, the blob store, git, Python, actionlint. No other
 * test may. And those that play whole restores by the hundred: they start none, but take longer
 * than all fast tests together.
 */
const withProcesses = [
  'e2e/**',
  'actions/carried-history',
  'runs/compare-apart',
  'runs/restore/faults',
  'runs/restore/round-trip',
  'actions/history',
  'actions/lines-of-history',
  'actions/losses-over-nights',
  'copies/open-artifact',
  'dist',
  'docs-commands',
  'fixtures/artifact-service',
  'fixtures/github-api',
  'github/markdown',
  'github/memory-saver',
  'nights/**',
  'services/backup/corpus',
  'services/git-tree/git-tree',
  'config-file/yaml-readings',
  'workflows',
].map((place) => `**/__tests__/${place.endsWith('**') ? `${place}/*` : place}.test.ts`);

/** Properties are tried with the same values each time: see there. */
const seeded = { '^fast-check$': '<rootDir>/__tests__/fixtures/seeded-fast-check.mjs' };

/** @type {import('jest').Config} */
export default {
  projects: [
    {
      ...common,
      displayName: 'fast',
      testMatch: ['**/*.test.ts', ...withProcesses.map((pattern) => `!${pattern}`)],
      moduleNameMapper: {
        ...seeded,
        '^(?:node:)?child_process$': '<rootDir>/__tests__/fixtures/no-child-process.cjs',
      },
    },
    {
      ...common,
      displayName: 'processes',
      moduleNameMapper: seeded,
      testMatch: withProcesses,
      globalSetup: '<rootDir>/__tests__/fixtures/dist-is-current.mjs',
    },
  ],
  // Ends what hangs; long enough for a machine that has much else to do.
  testTimeout: 180_000,
  // As many as the machine has cores: the tests wait for little, and much of their work is in their
  // own processes.
  maxWorkers: '100%',
  coverageProvider: 'v8',
  // src/main runs in child processes alone, where this coverage does not look.
  collectCoverageFrom: ['src/**/*.ts', '!src/main/**'],
  coverageReporters: ['text-summary', 'lcov'],
  // Some tests run on Linux alone, and say so elsewhere: only there do all of them count.
  coverageThreshold:
    process.platform === 'linux'
      ? {
          // What runs in the built bundle alone, as a child process, is not counted: how a restore
          // finds its backup, and what it asks the service.
          global: { branches: 93, functions: 95, lines: 95, statements: 95 },
          'src/services/retention/retention.ts': full,
          'src/storage/safe-names.ts': full,
          'src/models/manifest.ts': full,
        }
      : {},
};
