import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** What everything may stand on: data, pure functions, and how bytes get to disk. */
const ground = ['project', 'storage', 'json', 'models'];

/**
 * The rooms of src/ and what each may import, besides itself: main -> (actions, cli) -> runs ->
 * copies -> services, and runs -> (config-file, descope); actions -> github; all of them ->
 * project -> storage -> json; reporter, which stands alone, and models, which anybody may import.
 */
const rooms = {
  main: ['actions', 'cli', 'runs', 'copies', 'github', 'storage', 'models'],
  actions: ['runs', 'copies', 'github', 'services', 'reporter', ...ground],
  cli: ['runs', 'config-file', 'descope', 'services', 'reporter', ...ground],
  runs: ['copies', 'config-file', 'descope', 'services', 'reporter', ...ground],
  copies: ['services', 'reporter', ...ground],
  reporter: [],
  github: ground,
  'config-file': ground,
  descope: ground,
  services: ground,
  project: ['storage', 'json', 'models'],
  storage: ['json'],
  json: [],
  models: [],
};

/** Rooms that know GitHub: of the others none may import what talks to it. */
const onGitHub = ['main', 'actions', 'github'];

/**
 * What changes a project: one module is the door to it, which the entries of backup and verify
 * cannot reach.
 */
const WRITES = ['writes', 'write-client'];
const MAY_WRITE = ['apply', 'write-client'].map((name) => `src/descope/${name}.ts`);
const noWrites = {
  group: WRITES.flatMap((name) => [`./${name}.ts`, `**/descope/${name}.ts`]),
  message: 'Only descope/apply.ts imports the calls that write: see docs/architecture.md.',
};

const roomRule = (room, allowed, files, more) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...more,
          {
            group: Object.keys(rooms)
              .filter((other) => other !== room && !allowed.includes(other))
              .map((other) => `**/${other}/**`),
            message: `${room}/ may import ${allowed.join(', ') || 'no other room'}: see docs/architecture.md.`,
          },
          ...(onGitHub.includes(room)
            ? []
            : [
                {
                  group: ['@actions/*'],
                  message: `${room}/ knows no GitHub: give it what it needs from actions/.`,
                },
              ]),
          ...(room === 'models'
            ? [{ regex: '^(?!zod$|\\.)', message: 'models/ imports zod alone.' }]
            : []),
        ],
      },
    ],
  },
});

const roomRules = [
  ...Object.entries(rooms).map(([room, allowed]) =>
    roomRule(room, allowed, [`src/${room}/**/*.ts`], [noWrites]),
  ),
  roomRule('descope', rooms.descope, MAY_WRITE, []),
];

/**
 * package.json says that no module does anything when it is imported, so that an entry's chunks
 * hold no more than it needs. The build leaves out what is imported for that alone.
 */
const importsAlone = [
  {
    selector: 'ImportDeclaration[specifiers.length=0]',
    message: 'Import a name and call it: the build drops a module of which no name is used.',
  },
  {
    selector: 'Program > ExpressionStatement',
    message: 'A module of src/ does nothing when it is imported: put it into a function.',
  },
];

/** The rules of the rooms see static imports alone. */
const onlyStaticImports = {
  selector: 'ImportExpression',
  message: 'Import at the top of the file, where the rules of the rooms look.',
};

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'build/', 'node_modules/'] },
  js.configs.recommended,
  {
    // Prettier breaks lines of code; nothing breaks those of comments.
    rules: {
      'max-len': [
        'error',
        {
          code: 1000,
          comments: 100,
          ignoreUrls: true,
          ignoreStrings: true,
          ignoreTemplateLiterals: true,
          ignoreRegExpLiterals: true,
        },
      ],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Where an index is known to be in range, the type is named: `!` alone would not say which.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...importsAlone, onlyStaticImports] },
  },
  {
    // The entries, and the artifact library, which is loaded when it is needed.
    files: ['src/main/**/*.ts', 'src/github/artifact.ts'],
    rules: { 'no-restricted-syntax': ['error', ...importsAlone] },
  },
  {
    files: ['src/**/*.ts'],
    // A scanner is one loop over its states.
    ignores: ['src/json/scan.ts'],
    rules: {
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' },
    },
  },
  ...roomRules,
);
