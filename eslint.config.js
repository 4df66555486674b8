import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * The rooms of src/ and what each may import, besides itself:
 * main -> actions -> (github, config-file, descope, services) -> project -> storage -> json; models, which anybody may import.
 */
const rooms = {
  main: ['actions', 'github', 'models'],
  actions: ['github', 'config-file', 'descope', 'services', 'project', 'storage', 'json', 'models'],
  github: ['project', 'storage', 'json', 'models'],
  'config-file': ['project', 'storage', 'json', 'models'],
  descope: ['project', 'storage', 'json', 'models'],
  services: ['project', 'storage', 'json', 'models'],
  project: ['storage', 'json', 'models'],
  storage: ['json'],
  json: [],
  models: [],
};

/** What changes a project: one module is the door to it, which the entries of backup and verify cannot reach. */
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

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'build/', 'node_modules/'] },
  js.configs.recommended,
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
    rules: {
      // package.json says that no module does anything when it is imported, so that an entry's chunks hold no more than it
      // needs. The build leaves out what is imported for that alone.
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportDeclaration[specifiers.length=0]',
          message: 'Import a name and call it: the build drops a module of which no name is used.',
        },
        {
          selector: 'Program > ExpressionStatement',
          message: 'A module of src/ does nothing when it is imported: put it into a function.',
        },
      ],
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
