/**
 * The JSON Schemas in schemas/: current, and of one mind with the models about files that are good
 * and bad.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import Ajv from 'ajv';
import fc from 'fast-check';
import { renderSchemas } from '../scripts/schemas.ts';
import { DescopeConfig } from '../src/models/config.ts';
import { ConfigDocument } from '../src/config-file/parse-config.ts';
import { BAD_INPUT_CASES } from './fixtures/bad-input-cases.ts';
import { asPlainJson, checkOf, closedCheckOf } from './fixtures/json-schemas.ts';
import { emptyPlan, provenReport, samplePlan, sampleReport } from './fixtures/restore-plan.ts';
import { SMALL_CONFIG } from './fixtures/run-bundle.ts';

const root = path.resolve(import.meta.dirname, '..');
const checkConfig = checkOf('descope-config');

function parseConfig(content: string | Uint8Array, file = 'descope.yaml'): unknown {
  return asPlainJson(new ConfigDocument(Buffer.from(content), file).value);
}

describe('schemas/', () => {
  test('holds what the models say now', () => {
    const files = readdirSync(path.join(root, 'schemas')).map((name) => [
      name,
      readFileSync(path.join(root, 'schemas', name), 'utf8'),
    ]);
    // Differs? Run `npm run docs`.
    expect(Object.fromEntries(files)).toEqual(Object.fromEntries(renderSchemas()));
  });

  test.each([...renderSchemas()])('%s is a JSON Schema, and describes itself', (_name, text) => {
    const ajv = new Ajv();
    const schema = JSON.parse(text) as object;
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(schema).toHaveProperty('title');
    expect(text).not.toContain('readOnly');
  });

  test('describes each key of a config file to an editor', () => {
    const shape = JSON.parse(renderSchemas().get('descope-config.schema.json') ?? '') as object;
    const silent = Object.keys(DescopeConfig.unwrap().shape).flatMap((key) => {
      const known: unknown = Reflect.get(Reflect.get(shape, 'properties') as object, key);
      return typeof known === 'object' && known !== null && 'description' in known ? [] : [key];
    });
    expect(silent).toEqual([]);
  });
});

describe('the schemas of a restore', () => {
  const plain = (value: object): unknown => JSON.parse(JSON.stringify(value));

  test('name every member of plans and reports', () => {
    const [plan, report] = [closedCheckOf('restore-plan'), closedCheckOf('restore-report')];
    for (const value of [samplePlan(), emptyPlan()]) expect(plan(plain(value))).toEqual([]);
    for (const value of [sampleReport(), provenReport()]) expect(report(plain(value))).toEqual([]);
    expect(plan(plain({ ...samplePlan(), plan_id: 'short' }))).not.toEqual([]);
    expect(report(plain({ ...sampleReport(), proof: 'fine' }))).not.toEqual([]);
  });

  test('tell the lines of a journal apart', () => {
    const check = checkOf('restore-journal');
    const write = { seq: 1, at: '2026-11-25T10:15:01Z', objects: [], action: 'create', call: 'x' };
    expect(check({ event: 'begin', ...write })).toEqual([]);
    expect(check({ event: 'end', ...write, outcome: 'unknown' })).toEqual([]);
    expect(check({ event: 'end', ...write })).not.toEqual([]);
    expect(check({ event: 'middle', ...write })).not.toEqual([]);
  });
});

describe('the schema of descope.yaml', () => {
  const example = readFileSync(path.join(root, 'examples/descope.yaml'), 'utf8');

  test('is named by the example, which keeps to it', () => {
    const [, schema = ''] = /^# yaml-language-server: \$schema=(.+)\n/.exec(example) ?? [];
    expect(path.resolve(root, 'examples', schema)).toBe(
      path.join(root, 'schemas/descope-config.schema.json'),
    );
    expect(checkConfig(parseConfig(example))).toEqual([]);
    expect(checkConfig(parseConfig(SMALL_CONFIG))).toEqual([]);
  });

  test.each([
    [{ tenants: [{ id: '${TENANT}', name: '${NAME}', domains: ['${SUB}.acme.com'] }] }],
    [{ flows: [{ template: '${T}', name: `${'x'.repeat(100)}\${T}`, id: '${T}' }] }],
    [{ tenants: [{ id: 'abc', name: '😀'.repeat(100), custom_attributes: { seats: 1 } }] }],
    [{ tenants: [{ id: 'abc', name: 'two\nlines' }] }],
    [{ tenants: [{ id: 'abc', name: 'A', extra: 1 }], extra: [] }],
  ])('takes %j', (config) => {
    expect(checkConfig({ version: '1.0', ...config })).toEqual([]);
  });

  test.each([
    [{ version: '${VERSION}', tenants: [{ id: 'abc', name: '😀'.repeat(101) }] }],
    [{ version: '1.0', tenants: [{ id: '$VAR', name: 'A' }] }],
    [{ version: '1.0', tenants: [{ id: 'abc', name: 'A', self_provisioning: '${VAR}' }] }],
    [{ version: '1.0', environments: ['production'] }],
    [{ version: '' }],
  ])('does not take %j', (config) => {
    expect(checkConfig(config)).not.toEqual([]);
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }).filter((value) => !value.includes('${')),
    fc.constantFrom('abc', 'ab', 'Abc', 'acme.com', 'acme', 'a.xn--p1ai', 'x'.repeat(101), ''),
  );
  const anything = fc.oneof(text, fc.boolean(), fc.constant(null), fc.constant(1), fc.constant({}));
  const mostly = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: anything });
  const config = fc.record(
    {
      version: mostly(fc.constant('1.0')),
      auth: anything,
      environments: mostly(fc.constant({})),
      tenants: mostly(
        fc.array(
          fc.record(
            {
              id: mostly(fc.constantFrom('abc', 'a-9')),
              name: mostly(text),
              domains: mostly(fc.array(mostly(fc.constant('acme.com')), { maxLength: 2 })),
              self_provisioning: mostly(fc.boolean()),
              custom_attributes: mostly(fc.constant({ a: 1 })),
            },
            { requiredKeys: ['id'] },
          ),
          { maxLength: 2 },
        ),
      ),
      flows: mostly(
        fc.array(
          fc.record(
            {
              template: mostly(text),
              name: mostly(text),
              enabled: mostly(fc.boolean()),
              config: mostly(fc.constant({})),
              id: mostly(text),
            },
            { requiredKeys: ['template', 'name'] },
          ),
          { maxLength: 2 },
        ),
      ),
    },
    { requiredKeys: ['version'] },
  );

  test('is of one mind with the model, whatever is in the file', () => {
    const seen = { good: 0, bad: 0 };
    fc.assert(
      fc.property(config, (value) => {
        const isGood = DescopeConfig.safeParse(value).success;
        seen[isGood ? 'good' : 'bad']++;
        expect([value, checkConfig(value).length === 0]).toEqual([value, isGood]);
      }),
      { numRuns: 500 },
    );
    expect(Math.min(seen.good, seen.bad)).toBeGreaterThan(20);
  });
});

describe('bad config files', () => {
  /** What is told of one value, as the model has it. */
  const OF_ONE_VALUE = / must (?:be|not be empty)/;
  /** The value is wrong by what a variable stands for, or in one environment alone. */
  const TOLD_BY_A_RUN = new Set([
    'a variable whose value is no id',
    'a secret variable as an id',
    'a project in environments that is a number',
    'a project in environments that is a list',
  ]);
  /** The run stops at the variable, and does not come to the type. */
  const TOLD_OF_THE_TYPE = new Set(['an unset variable in place of a list']);

  const parsed = BAD_INPUT_CASES.flatMap(({ name, config, file, problems = [] }) => {
    if (config === undefined || config === null || problems.length === 0) return [];
    try {
      const isOfOneValue = problems.some((problem) => OF_ONE_VALUE.test(problem));
      return [{ name, isOfOneValue, value: parseConfig(config, file) }];
    } catch {
      // It is no YAML or JSON: no schema comes to it.
      return [];
    }
  });

  test.each(parsed.map((one) => [one.name, one] as const))('%s', (name, one) => {
    const isRefused = (one.isOfOneValue && !TOLD_BY_A_RUN.has(name)) || TOLD_OF_THE_TYPE.has(name);
    expect(checkConfig(one.value).length > 0).toBe(isRefused);
  });

  test('are refused by the schema for the most part, and known by name', () => {
    const names = new Set(parsed.map(({ name }) => name));
    expect([...TOLD_BY_A_RUN, ...TOLD_OF_THE_TYPE].filter((name) => !names.has(name))).toEqual([]);
    const refused = parsed.filter(({ value }) => checkConfig(value).length > 0);
    expect(refused.length).toBeGreaterThan(parsed.length / 2);
  });
});

describe('backups of release 1.0.0, which lack newer fields', () => {
  const corpus = path.join(import.meta.dirname, 'fixtures/corpus-1.0.0');
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' });

  test.each(['manifest', 'project'] as const)('keep to the schema of %s.json', (name) => {
    const check = checkOf(name);
    // Beside SHA256SUMS, and not in snapshot/.
    const found = files.filter((file) =>
      new RegExp(String.raw`\d{6}[\\/]${name}\.json$`).test(file),
    );
    expect(found.length).toBeGreaterThanOrEqual(3);
    for (const file of found) {
      const value: unknown = JSON.parse(readFileSync(path.join(corpus, file), 'utf8'));
      expect([file, check(value)]).toEqual([file, []]);
    }
  });

  test('may have members that the schema does not name, which the closed check sees', () => {
    const changes = {
      changed: 'false',
      change_count: 0,
      risk: 'none',
      findings: [],
      changes: [],
      not_comparable: [],
    };
    expect(closedCheckOf('changes')(changes)).toEqual([]);
    expect(checkOf('changes')({ ...changes, later: 1 })).toEqual([]);
    expect(closedCheckOf('changes')({ ...changes, later: 1 })).toHaveLength(1);
  });

  test('are not of any other kind', () => {
    expect(checkOf('manifest')({ format_version: 1 })).not.toEqual([]);
    expect(checkOf('project')({ project_id: 'P2x', environment: 'e', tenants: [{}] })).not.toEqual(
      [],
    );
  });
});
