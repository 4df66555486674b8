const full = { branches: 100, functions: 100, lines: 100, statements: 100 };

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
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
  // Ends what hangs; long enough for a machine that has much else to do.
  testTimeout: 180_000,
  maxWorkers: 2,
  coverageProvider: 'v8',
  // src/main runs in child processes alone, where this coverage does not look.
  collectCoverageFrom: ['src/**/*.ts', '!src/main/**'],
  coverageReporters: ['text-summary', 'lcov'],
  // Some tests run on Linux alone, and say so elsewhere: only there do all of them count.
  coverageThreshold:
    process.platform === 'linux'
      ? {
          global: { branches: 95, functions: 95, lines: 95, statements: 95 },
          'src/services/retention.ts': full,
          'src/storage/safe-names.ts': full,
          'src/models/manifest.ts': full,
        }
      : {},
};
