/** What of a live project says nothing of its configuration: stamps, and the order of sets. */
import { isBlank, isJsonObject, setOwn, type JsonObject, type JsonValue } from '../json/value.ts';
import { canonicalJson } from '../json/write.ts';

/**
 * The number of the newest rules of noise, which new backups are hashed by (`content_rules` of the manifest). A rule never
 * changes under its number: the hashes of backups that exist were made by it.
 */
export const CONTENT_RULES = 2;

/** What of the Management API's values says nothing of the configuration; docs/format.md lists it. */
interface RuleSet {
  /** Lists whose order says nothing, by their keys. */
  readonly sets: ReadonlySet<string>;
  /** Such lists that are sets below a member of one name alone. */
  readonly setsBelow: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether a member is one that the service changes by itself. */
  readonly isStamp: (key: string) => boolean;
  /** Whether `data` of a list of texts or addresses is a set. */
  readonly hasListSets: boolean;
  /** Whether a tenant without any SSO configuration is as good as one that is not there. */
  readonly dropsBlankSso: boolean;
}

const SETS_1 = [
  'domains',
  'selfProvisioningDomains',
  'roleNames',
  'permissionNames',
  'permissions',
  'federatedAppIds',
  'enforceSSOExclusions',
  'successors',
  'defaultRoles',
  'keyTenants',
  'permittedIps',
  'tags',
];
const STAMPS_1 = ['componentsVersion', 'etag', 'modifiedTime'];

const SETS_2 = [
  'acsAllowedCallbacks',
  'allowedTenants',
  'approvedCallbackUrls',
  'approvedRedirectUrls',
  'audienceWhitelist',
  'claims',
  'defaultSSORoles',
  'defaultScopes',
  'editPermissions',
  'groups',
  'idpAdditionalCertificates',
  'prompt',
  'relations',
  'replyAllowedCallbacks',
  'roles',
  'scope',
  'targetLanguages',
  'translateTargetLangs',
  'triggeringEventTypes',
  'trustedDomains',
  'viewPermissions',
];
const SCOPE_VALUES: ReadonlySet<string> = new Set(['values']);
const SETS_BELOW_2: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['permissionsScopes', SCOPE_VALUES],
  ['attributesScopes', SCOPE_VALUES],
  ['connectionsScopes', SCOPE_VALUES],
  ['references', new Set(['oauth', 'omitted', 'userAttributes', 'tenantAttributes'])],
];
/** `lastSuccessTestTime`, `lastRefreshTime`: what the service saw last is no configuration. */
const SEEN_LAST = /^last[A-Z]\w*Time$/;

const stamps = new Set(STAMPS_1);
const RULE_SETS: ReadonlyMap<number, RuleSet> = new Map([
  [
    1,
    {
      sets: new Set(SETS_1),
      setsBelow: new Map(),
      isStamp: (key) => stamps.has(key),
      hasListSets: false,
      dropsBlankSso: false,
    },
  ],
  [
    2,
    {
      sets: new Set([...SETS_1, ...SETS_2]),
      setsBelow: new Map(SETS_BELOW_2),
      isStamp: (key) => stamps.has(key) || SEEN_LAST.test(key),
      hasListSets: true,
      dropsBlankSso: true,
    },
  ],
]);

/** What customers fill as they like: nothing in it is a stamp or a set of ours. */
const CUSTOM: ReadonlySet<string> = new Set([
  'customAttributes',
  'custom_attributes',
  'customClaims',
  'contents',
  'data',
  'template',
]);

/** Types of a list (`list/all`) that hold texts in no order; a list of type `json` holds anything. */
const LIST_TYPES_OF_SETS: readonly JsonValue[] = ['texts', 'ips'];

/** Files of a snapshot that list things, each under one key of the file. */
const COLLECTION_FILE =
  /^(?:applications|outboundapps|roles|permissions|jwttemplates|lists|attributes)\.json$|^(?:connectors\/connectors|flows\/flows|styles\/styles|widgets\/widgets|widgets\/flows\/flows|assets\/assets)\.json$/;

/** What was built in an editor: contents and screens of flows, also of widgets. */
const EDITED_FILE = /^(?:widgets\/)?flows\/[^/]+\/(?!metadata\.json$)/;

function sorted(values: readonly JsonValue[]): JsonValue[] {
  return values
    .map((value) => ({ value, text: canonicalJson(value) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ value }) => value);
}

function isTexts(value: JsonValue): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** Whether none of a tenant's SSO configurations says anything: there is but the default one, and nothing in it is filled. */
export function isBlankSso(configurations: JsonValue): boolean {
  return (
    Array.isArray(configurations) &&
    (configurations as readonly JsonValue[]).every((one) => {
      if (!isJsonObject(one)) return false;
      const { tenant: _repeated, ...own } = one;
      return isBlank(own);
    })
  );
}

/** Takes away of a live project's values what says nothing of the configuration: stamps, and the order of sets. */
export class Noise {
  readonly #rules: RuleSet;

  /** @param version the number of the rules. @throws Error for rules that this release does not know */
  constructor(version: number) {
    const rules = RULE_SETS.get(version);
    if (rules === undefined) {
      throw new Error(`content rules ${version} are newer than this release can read`);
    }
    this.#rules = rules;
  }

  /** A value of the Management API. */
  value(value: JsonValue): JsonValue {
    return this.#visit(value, undefined);
  }

  /** As {@link value}, of an object. */
  object(value: JsonObject): JsonObject {
    return this.value(value) as JsonObject;
  }

  /** The value of `resources/<section>.json`. */
  resource(section: string, value: JsonValue): JsonValue {
    const kept = this.value(value);
    if (section !== 'tenant-sso' || !this.#rules.dropsBlankSso || !isJsonObject(kept)) return kept;
    const result: Record<string, JsonValue> = {};
    for (const [id, one] of Object.entries(kept)) if (!isBlankSso(one)) setOwn(result, id, one);
    return result;
  }

  /** A JSON file of a snapshot; it may be a collection, which has no order either. */
  snapshotFile(path: string, content: JsonValue): JsonValue {
    if (EDITED_FILE.test(path)) return content;
    const value = this.value(content);
    if (!isJsonObject(value) || !COLLECTION_FILE.test(path)) return value;
    const result: Record<string, JsonValue> = {};
    for (const [key, child] of Object.entries(value)) {
      setOwn(result, key, Array.isArray(child) ? sorted(child as JsonValue[]) : child);
    }
    return result;
  }

  /** @param more sets that hold here and below, because of the member that this stands under */
  #visit(value: JsonValue, more: ReadonlySet<string> | undefined): JsonValue {
    if (Array.isArray(value)) {
      return (value as readonly JsonValue[]).map((one) => this.#visit(one, more));
    }
    if (!isJsonObject(value)) return value;
    const { sets, setsBelow, isStamp } = this.#rules;
    const result: Record<string, JsonValue> = {};
    for (const [key, child] of Object.entries(value)) {
      if (isStamp(key)) continue;
      if (CUSTOM.has(key)) {
        setOwn(result, key, this.#custom(value, key, child));
        continue;
      }
      const kept = this.#visit(child, setsBelow.get(key) ?? more);
      const isSet = Array.isArray(kept) && (sets.has(key) || more?.has(key) === true);
      setOwn(result, key, isSet ? sorted(kept as JsonValue[]) : kept);
    }
    return result;
  }

  #custom(parent: JsonObject, key: string, child: JsonValue): JsonValue {
    const { type } = parent;
    const isSet =
      this.#rules.hasListSets &&
      key === 'data' &&
      type !== undefined &&
      LIST_TYPES_OF_SETS.includes(type) &&
      isTexts(child);
    return isSet ? sorted(child) : child;
  }
}

const NOISES = new Map<number, Noise>();

/** @throws Error for rules that this release does not know */
export function noiseOf(version: number): Noise {
  const noise = NOISES.get(version) ?? new Noise(version);
  NOISES.set(version, noise);
  return noise;
}

/** By the newest rules, which every comparison applies to both sides. */
export const NEWEST_NOISE = noiseOf(CONTENT_RULES);

/** A value of the Management API without noise, by the newest rules. */
export function withoutNoise(value: JsonValue): JsonValue {
  return NEWEST_NOISE.value(value);
}
