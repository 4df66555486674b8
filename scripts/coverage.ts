// The parts of docs/coverage.md that the code says: its sections, what is not searched or asked
// for, and the endpoints.
import { NOT_COVERED } from '../src/descope/capture/not-covered.ts';
import { READ_ENDPOINTS } from '../src/descope/reads.ts';
import { FREE_FORMS, type Unsearched } from '../src/project/secrets/free-form.ts';
import { SECTION_ROWS } from '../src/project/sections/index.ts';
import type { SectionRow } from '../src/project/sections/section.ts';
import { table } from './markdown.ts';

type EndpointName = keyof typeof READ_ENDPOINTS;

const MAX_LINE = 118;

/** What is no section, and is looked for in the table all the same. */
const NO_SECTIONS = [
  [
    'connectors',
    'the snapshot',
    '`snapshot/connectors/`',
    '`not-licensed`',
    'saved, secrets withheld',
  ],
  ['auth methods', 'the snapshot', '`snapshot/auth/`', '`not-licensed`', 'saved, secrets withheld'],
  ['project settings', 'the snapshot', '`snapshot/project.json`', '`not-licensed`', 'saved'],
  ['users', 'nothing', 'nowhere', '`not-covered`', '`not-covered`'],
];

/** What is asked for beside sections, and what an endpoint tells beside its section. */
const PURPOSES: Readonly<Partial<Record<EndpointName, string>>> = {
  license: 'the rate limit tier',
  flowList: '`flows`, and whether they changed while the project was read',
  tenants: '`tenants`, and whether they changed while the project was read',
  tenantRoles: '`roles` of tenants',
  managementKeys: 'when a key of the project expires; a refusal is no failure',
};

const code = (text: string): string => `\`${text}\``;

function endpointsOf({ read }: SectionRow): readonly EndpointName[] {
  return ('endpoint' in read ? [read.endpoint] : read.endpoints) as readonly EndpointName[];
}

function callOf(name: EndpointName): string {
  const { method, path } = READ_ENDPOINTS[name];
  return code(`${method} ${path}`);
}

function readWith(row: SectionRow): string {
  const { read, inDocs } = row;
  return [
    ...endpointsOf(row).map(callOf),
    ...(read.shape === 'per-tenant' ? ['for each tenant'] : []),
    ...(read.shape === 'pages' ? ['in pages of 100'] : []),
    ...(inDocs?.read === undefined ? [] : [inDocs.read]),
  ].join(', ');
}

function placeOf({ name, keptIn, inDocs }: SectionRow): string {
  if (inDocs?.place !== undefined) return inDocs.place;
  if (keptIn === 'project.json') return keptIn;
  return code(keptIn === 'resources' ? `resources/${name}.json` : 'snapshot/');
}

function sections(rows: readonly SectionRow[]): string {
  const cells = rows.map((row) => {
    const { name, inDocs, isByNameAlone } = row;
    const saved = [
      'saved',
      ...(isByNameAlone === true ? ['when it is named'] : []),
      ...(inDocs?.saved === undefined ? [] : [inDocs.saved]),
    ].join(', ');
    const becomes = [inDocs?.free ?? saved, inDocs?.pro ?? saved];
    return [code(name), readWith(row), placeOf(row), ...becomes];
  });
  return table(['section', 'read with', 'kept in', 'Free', 'Pro'], [...cells, ...NO_SECTIONS]);
}

function endpoints(rows: readonly SectionRow[]): string {
  const names = Object.keys(READ_ENDPOINTS) as EndpointName[];
  const cells = names.map((name) => {
    const users = rows.filter((row) => endpointsOf(row).includes(name));
    return [callOf(name), PURPOSES[name] ?? users.map((row) => code(row.name)).join(', ')];
  });
  return table(['endpoint', 'for'], cells);
}

/** Those of one reason and key, as the list of their places. */
function placesOf(free: readonly Unsearched[]): string {
  const places = free
    .flatMap((one) => one.places)
    .map((place) =>
      // A folder stands below `snapshot/` in any case.
      code(place.endsWith('/') ? place.replace(/^snapshot\//, '') : place),
    );
  const key = free[0]?.key;
  if (key === undefined) return places.join(', ');
  return `${code(key)} ${places.length === 0 ? 'anywhere' : `in ${places.join(', ')}`}`;
}

function freeForm(): string {
  const groups = new Map<string, Unsearched[]>();
  for (const free of FREE_FORMS.all) {
    const group = JSON.stringify([free.key, free.why]);
    groups.set(group, [...(groups.get(group) ?? []), free]);
  }
  const cells = [...groups.values()].map((free) => [placesOf(free), free[0]?.why ?? '']);
  return table(['place', 'why'], cells);
}

/** Asked for each object, tenant or flow of a section. */
const FOR_EACH: ReadonlySet<EndpointName> = new Set([
  'flowExport',
  'flowLocalization',
  'tenantSettings',
  'tenantSso',
]);
/** The license, the management keys, and the lists of tenants and flows a second time. */
const REQUESTS_OF_A_RUN = 4;
/** Those lists a third time. */
const LISTS_READ_AGAIN = 2;

/** Requests of a section that do not depend on how many objects there are. */
function fixedRequests(row: SectionRow): number {
  return endpointsOf(row).filter((name) => !FOR_EACH.has(name)).length;
}

function sum(rows: readonly SectionRow[]): number {
  return rows.reduce((total, row) => total + fixedRequests(row), 0);
}

/**
 * How many requests all sections take, with snapshots, beside those for each tenant; and at most.
 */
export function requestsOfAll(rows: readonly SectionRow[] = SECTION_ROWS): {
  readonly usual: number;
  readonly most: number;
} {
  const all = rows.filter(
    ({ isByNameAlone, read }) => isByNameAlone !== true && !('onlyWithout' in read),
  );
  const again = all.filter(
    ({ name, read }) =>
      name === 'snapshot' ||
      (read.shape === 'own' && (read.needsTenants === true || read.needsFlows === true)),
  );
  const usual = REQUESTS_OF_A_RUN + sum(all);
  return { usual, most: usual + LISTS_READ_AGAIN + sum(again) };
}

function requests(rows: readonly SectionRow[]): string {
  const { usual, most } = requestsOfAll(rows);
  const text = `With snapshots ${usual}, plus two for each tenant, its settings and its SSO; at most \`${most} + 2 T\` when the project changes meanwhile. A flow that is translated costs one more, and so do the widgets without snapshots.`;
  return wrapped(text.split(' '));
}

/** Words in lines that are not longer than the page's. */
function wrapped(words: readonly string[]): string {
  const lines: string[] = [];
  for (const word of words) {
    const longer = [lines.at(-1), word].filter((part) => part !== undefined).join(' ');
    if (lines.length > 0 && longer.length <= MAX_LINE) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.join('\n');
}

/** The parts of the page by the names of their markers. */
export function coverageParts(
  rows: readonly SectionRow[] = SECTION_ROWS,
): Readonly<Record<string, string>> {
  const names = NOT_COVERED.map(([name]) => code(name));
  return {
    sections: sections(rows),
    'not-covered': wrapped(`${names.join(', ')}.`.split(' ')),
    'free-form': freeForm(),
    endpoints: endpoints(rows),
    requests: requests(rows),
  };
}
