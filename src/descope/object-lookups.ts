/**
 * How single objects of each section are looked up: one table, with the calls of a capture wherever
 * these do.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../json/value.ts';
import { keyedEntry, objectsWithin } from '../project/sections/identity.ts';
import type { Section } from '../project/sections/index.ts';
import { ssoIdOf } from '../project/restore/tenant-sso.ts';
import { isBlankSso } from '../project/sections/tenant-sso.ts';
import type { LiveObject } from '../project/write-result.ts';
import { sha256 } from '../storage/checksums.ts';
import { shortage } from './answer.ts';
import { READABLE_ROWS, readerOf, type SectionValue } from './capture/section-calls.ts';
import type { CallParameters, DescopeApiClient } from './client.ts';
import { DescopeApiError, NotLicensedError, SectionError } from './errors.ts';
import {
  choose,
  isSsoNamed,
  isTenant,
  readTenant,
  serviceId,
  type KnownIds,
  type WantedObject,
} from './object-identity.ts';
import type { EndpointName } from './reads.ts';

/** The questions of one look: the same one is asked once, however many objects it is for. */
export class Asker {
  readonly client: DescopeApiClient;
  readonly ids: KnownIds;
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(client: DescopeApiClient, ids: KnownIds) {
    this.client = client;
    this.ids = ids;
  }

  once<Answer>(question: string, ask: () => Promise<Answer>): Promise<Answer> {
    const known = this.#answers.get(question) as Promise<Answer> | undefined;
    if (known !== undefined) return known;
    const answer = ask();
    this.#answers.set(question, answer);
    return answer;
  }

  call(name: EndpointName, parameters: CallParameters = {}): Promise<JsonObject> {
    return this.once(JSON.stringify([name, parameters]), () => this.client.call(name, parameters));
  }
}

/** @throws SectionError when it cannot be told whether the object is there */
type LookUp = (asker: Asker, wanted: WantedObject) => Promise<LiveObject | undefined>;

const NOTHING_LISTED = { tenants: new Map<string, never>(), flows: new Map<string, never>() };

function live(section: Section, value: JsonObject): LiveObject {
  return { value, id: serviceId(section, value) };
}

/** @param shortage why a list is not whole: then what is not in it may be there all the same */
function chosen(
  section: Section,
  candidates: readonly JsonValue[],
  wanted: WantedObject,
  { ids, shortage: missing }: { ids: KnownIds; shortage?: string | undefined },
): LiveObject | undefined {
  const found = choose(section, candidates.filter(isJsonObject), wanted, ids);
  if (typeof found === 'number') {
    throw new SectionError(
      `${section}: ${found} objects are called ${JSON.stringify(wanted.naturalKey)}: nobody can tell which is meant`,
    );
  }
  if (found === undefined && missing !== undefined) throw new SectionError(missing);
  return found && live(section, found);
}

/** @param isToo further statuses by which a call may say that there is nothing of this id */
async function unlessRefused<Value>(
  call: Promise<Value>,
  isToo: (status: number) => boolean = () => false,
): Promise<Value | DescopeApiError> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof DescopeApiError) || error instanceof NotLicensedError) throw error;
    const { status } = error;
    if (status === undefined || status === 401 || status === 403) throw error;
    if (isToo(status) || (status >= 400 && status <= 499)) return error;
    throw error;
  }
}

/** Reads a section as a capture does. */
function readSection(asker: Asker, section: Section): Promise<SectionValue> {
  const row = READABLE_ROWS.find(({ name }) => name === section);
  if (row === undefined) throw new Error(`there is no section ${JSON.stringify(section)}`);
  return asker.once(section, () => readerOf(row)(asker.client, NOTHING_LISTED));
}

const inList =
  (section: Section): LookUp =>
  async (asker, wanted) => {
    const { value, failure } = await readSection(asker, section);
    const candidates = Array.isArray(value) ? (value as readonly JsonValue[]) : [];
    return chosen(section, candidates, wanted, { ids: asker.ids, shortage: failure });
  };

const single =
  (section: Section): LookUp =>
  async (asker) => {
    const { value } = await readSection(asker, section);
    return isJsonObject(value) ? { value, id: undefined } : undefined;
  };

async function tenantById(asker: Asker, id: string): Promise<JsonObject | undefined> {
  const answer = await unlessRefused(asker.call('tenant', { query: { id } }));
  if (answer instanceof DescopeApiError) return undefined;
  const found = [answer['tenant'], answer].find(isTenant);
  return found?.['id'] === id ? found : undefined;
}

/** One by one while the id is known; the list tells of a natural key, and that there is none. */
const tenant: LookUp = async (asker, wanted) => {
  const known = asker.ids.idOf('tenants', wanted.naturalKey);
  const one = await tenantById(asker, known ?? wanted.id);
  const isIt = one !== undefined && (known !== undefined || one['name'] === wanted.naturalKey);
  if (isIt) return live('tenants', one);
  const list = await asker.call('tenants');
  const tenants = list['tenants'] as readonly JsonValue[];
  const missing = shortage(list, tenants.length, 'tenants');
  return chosen('tenants', tenants, wanted, { ids: asker.ids, shortage: missing });
};

/** @throws the refusal, unless there is no such tenant */
async function requireNoTenant(asker: Asker, id: string, refusal: DescopeApiError): Promise<void> {
  if ((await tenantById(asker, id)) !== undefined) throw refusal;
  const { tenants } = await asker.call('tenants');
  const isThere = (tenants as readonly JsonValue[]).some(
    (one) => isTenant(one) && one['id'] === id,
  );
  if (isThere) throw refusal;
}

const tenantSettings: LookUp = async (asker, wanted) => {
  const id = asker.ids.idOf('tenants', wanted.naturalKey) ?? wanted.id;
  const value = await unlessRefused(asker.call('tenantSettings', { query: { id } }));
  if (!(value instanceof DescopeApiError)) return { value, id };
  await requireNoTenant(asker, id, value);
  return undefined;
};

/**
 * All configurations of a tenant by their names. A tenant without any is as good as one that is not
 * asked for.
 */
function allSso(tenantId: string, all: readonly JsonValue[]): LiveObject | undefined {
  const value = keyedEntry('tenant-sso', all);
  if (isBlankSso(all)) return undefined;
  if (!isJsonObject(value)) {
    const what = `${JSON.stringify(tenantId)}: two SSO configurations have one name`;
    throw new SectionError(`${what}: nobody can tell which is meant`);
  }
  return { value, id: tenantId };
}

/**
 * The default configuration of a tenant is always answered: while nothing of it is filled, there is
 * none.
 */
function isIdle(one: JsonObject): boolean {
  return ssoIdOf(one) === '' && isBlankSso([{ ...one, ssoId: '' }]);
}

function oneSso(name: string, all: readonly JsonValue[]): LiveObject | undefined {
  const found = [...objectsWithin('tenant-sso', all)];
  const one = found.find(([own]) => isSsoNamed(own, name))?.[1];
  if (one === undefined || isIdle(one)) return undefined;
  const { ssoId: id } = one;
  return { value: one, id: typeof id === 'string' && id !== '' ? id : undefined };
}

/** All configurations of a tenant, or the one that is named after it. */
const tenantSso: LookUp = async (asker, wanted) => {
  const within = readTenant(wanted, asker.ids);
  if (within === undefined) return undefined;
  const { tenantId, rest } = within;
  const answer = await unlessRefused(asker.call('tenantSso', { query: { tenantId } }));
  if (answer instanceof DescopeApiError) {
    await requireNoTenant(asker, tenantId, answer);
    return undefined;
  }
  const all = answer['SSOSettings'] as readonly JsonValue[];
  const known = asker.ids.idOf('tenant-sso', wanted.naturalKey)?.split('/').at(-1);
  return rest === undefined ? allSso(tenantId, all) : oneSso(known ?? rest, all);
};

/**
 * The list of all roles may leave those of tenants out: one that belongs to a tenant is looked for
 * there first.
 */
const role: LookUp = async (asker, wanted) => {
  const within = wanted.tenantKey === undefined ? undefined : readTenant(wanted, asker.ids);
  if (within !== undefined) {
    const body = { tenantIds: [within.tenantId], includeProjectRoles: true };
    const answer = await unlessRefused(asker.call('tenantRoles', { body }));
    const listed = answer instanceof DescopeApiError ? [] : answer['roles'];
    const one = chosen('roles', listed as readonly JsonValue[], wanted, asker);
    if (one !== undefined) return one;
  }
  const { roles } = await asker.call('projectRoles');
  return chosen('roles', roles as readonly JsonValue[], wanted, asker);
};

/**
 * An export of a flow that is not there fails as if the server did: the list tells one from the
 * other.
 */
const flow: LookUp = async (asker, wanted) => {
  const flowId = asker.ids.idOf('flows', wanted.naturalKey) ?? wanted.id;
  const exported = asker.call('flowExport', { body: { flowId } });
  const answer = await unlessRefused(exported, (status) => status === 500);
  if (!(answer instanceof DescopeApiError)) {
    return { value: answer['flow'] as JsonObject, id: flowId };
  }
  const list = await asker.call('flowList');
  const flows = list['flows'] as readonly JsonValue[];
  const missing = shortage(list, flows.length, 'flows');
  if (missing !== undefined) throw new SectionError(missing);
  const isThere = flows.some((one) => isJsonObject(one) && one['id'] === flowId);
  if (isThere) throw answer;
  return undefined;
};

/** Files that are sent as text; other assets are in base64. */
const TEXT_FILE = /\.(?:txt|html)$/;

/** A file of a snapshot that is no JSON object, by what comparisons know of it. */
function assetValue(path: string, content: JsonValue): JsonObject {
  if (typeof content !== 'string') return { content };
  return { sha256: sha256(TEXT_FILE.test(path) ? content : Buffer.from(content, 'base64')) };
}

/** A file by its path. The empty path stands for all of them: an import needs them together. */
const snapshotFile: LookUp = async (asker, { id: path }) => {
  const { files } = await asker.call('snapshot');
  if (!isJsonObject(files)) return undefined;
  if (path === '') return { value: files, id: undefined };
  if (!Object.hasOwn(files, path)) return undefined;
  const content = files[path] as JsonValue;
  return { value: isJsonObject(content) ? content : assetValue(path, content), id: undefined };
};

/** Of a section that no restore writes: nobody may take it for looked at, and not there. */
const neverLookedAt =
  (section: Section): LookUp =>
  () =>
    Promise.reject(new SectionError(`${section}: a restore does not look at its objects`));

export const LOOK_UPS: Readonly<Record<Section, LookUp>> = Object.freeze({
  snapshot: snapshotFile,
  flows: flow,
  tenants: tenant,
  'tenant-settings': tenantSettings,
  'tenant-sso': tenantSso,
  roles: role,
  permissions: inList('permissions'),
  'sso-apps': inList('sso-apps'),
  'inbound-apps': inList('inbound-apps'),
  'outbound-apps': inList('outbound-apps'),
  'access-keys': inList('access-keys'),
  'jwt-templates': inList('jwt-templates'),
  lists: inList('lists'),
  'password-settings': single('password-settings'),
  'fga-schema': single('fga-schema'),
  theme: single('theme'),
  'user-attributes': inList('user-attributes'),
  'mcp-servers': neverLookedAt('mcp-servers'),
  widgets: neverLookedAt('widgets'),
  localization: neverLookedAt('localization'),
  'scope-claim-mapping': neverLookedAt('scope-claim-mapping'),
  'tenant-password-settings': neverLookedAt('tenant-password-settings'),
  'scim-keys': neverLookedAt('scim-keys'),
  'xaa-settings': neverLookedAt('xaa-settings'),
});
