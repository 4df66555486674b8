/**
 * How SSO configurations are written back: always in place, for a new one has other addresses and
 * no secret.
 */
import {
  isBlank,
  isJsonObject,
  setOwn,
  type JsonObject,
  type JsonValue,
} from '../../json/value.ts';
import { DEFAULT_SSO, ownedKey } from './keys.ts';
import { mapList, mapMember, mapObject, refer, referMembers, without } from './members.ts';
import { PHASES } from './phases.ts';
import {
  textOf,
  textsOf,
  type BodyContext,
  type Change,
  type RestoreRow,
  type WritePart,
} from './row.ts';

/**
 * Made by the service, or written by nobody: addresses and keys of the service provider, ids of
 * providers, what was seen last.
 */
const SAML_READ_ONLY = [
  'spEntityId',
  'spACSUrl',
  'spCertificate',
  'spSignCertificate',
  'providerID',
  'scimProviderID',
];
const OIDC_READ_ONLY = ['providerID', 'scimProviderID', 'clientSecret'];

/** What the service takes out of the identity provider's metadata, where it has its address. */
const FROM_METADATA = ['idpSSOUrl', 'idpEntityId', 'idpCertificate', 'idpAdditionalCertificates'];

function stripSaml(saml: JsonObject): JsonObject {
  const own = without(saml, SAML_READ_ONLY);
  return textOf(saml['idpMetadataUrl']) === '' ? own : without(own, FROM_METADATA);
}

/** Names in what is read, and in what is written. */
const SAML_NAMES: Readonly<Record<string, string>> = {
  idpSSOUrl: 'idpUrl',
  idpEntityId: 'entityId',
  idpCertificate: 'idpCert',
  idpAdditionalCertificates: 'idpAdditionalCerts',
};

/** The default configuration has the reserved id, an empty one, or none. */
export function ssoIdOf({ ssoId }: JsonObject): string {
  return ssoId === DEFAULT_SSO ? '' : textOf(ssoId);
}

function strip(value: JsonObject): JsonObject {
  const own = { ...without(value, ['tenant']), ssoId: ssoIdOf(value) };
  const saml = mapMember(own, 'saml', mapObject(stripSaml));
  return mapMember(
    saml,
    'oidc',
    mapObject((one) => without(one, OIDC_READ_ONLY)),
  );
}

/**
 * In the canonical form a role of a mapping is one reference: its id, or where it has none, its
 * name.
 */
function mapRoles(
  protocol: JsonObject,
  map: Parameters<RestoreRow['references']>[1],
  owner: string | undefined,
): JsonObject {
  const byName = refer(map, 'roles', 'name', owner);
  const grouped = mapMember(
    protocol,
    'groupsMapping',
    mapList(
      mapObject((one) =>
        mapMember(
          one,
          'role',
          mapObject((role) => mapMember(without(role, ['id']), 'name', byName)),
        ),
      ),
    ),
  );
  const listed = mapMember(
    grouped,
    'roleMappings',
    mapList(mapObject((one) => mapMember(one, 'roleName', byName))),
  );
  return referMembers(listed, ['defaultSSORoles'], byName);
}

/** `roleMappings` of a request, from `groupsMapping` of an answer. */
function roleMappings(protocol: JsonObject): JsonValue[] {
  const { groupsMapping } = protocol;
  if (!Array.isArray(groupsMapping)) return [];
  return (groupsMapping as readonly JsonValue[]).flatMap((one) => {
    if (!isJsonObject(one) || !isJsonObject(one['role'])) return [];
    return [{ groups: one['groups'] ?? [], roleName: one['role']['name'] ?? '' }];
  });
}

function samlSettings(saml: JsonObject): JsonObject {
  const isByHand = textOf(saml['idpMetadataUrl']) === '';
  const elsewhere = ['groupsMapping', 'redirectUrl', ...(isByHand ? ['idpMetadataUrl'] : [])];
  const settings: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(without(saml, elsewhere))) {
    setOwn(settings, SAML_NAMES[name] ?? name, value);
  }
  return { ...settings, roleMappings: roleMappings(saml) };
}

/** The tenant's SSO domains: a call that leaves them out wipes them. */
function domainsOf({ read }: BodyContext): readonly string[] {
  const tenant = read('tenants');
  if (tenant === undefined) throw new Error('the tenant could not be read');
  return textsOf(tenant['domains']);
}

function common(context: BodyContext, ssoId: string): JsonObject {
  return {
    tenantId: context.tenantId(),
    ...(ssoId !== '' && { ssoId }),
    domains: domainsOf(context),
  };
}

function protocolPart(protocol: 'saml' | 'oidc', wanted: JsonObject, ssoId: string): WritePart {
  const settings = isJsonObject(wanted[protocol]) ? wanted[protocol] : {};
  const isMetadata = protocol === 'saml' && textOf(settings['idpMetadataUrl']) !== '';
  const other = protocol === 'oidc' ? 'saml' : 'oidc';
  const call = protocol === 'oidc' ? 'ssoOidc' : isMetadata ? 'ssoSamlMetadata' : 'ssoSaml';
  return {
    call,
    phase: PHASES.tenantSso,
    doubt: 'repeat',
    patch: { ssoId, [protocol]: settings },
    // Whether the other protocol stays when this one is configured is not known.
    ...(isBlank(wanted[other] ?? null) && { mayLeave: { [other]: {} } }),
    reads: ['tenants'],
    request: (value, context) => {
      const now = isJsonObject(value[protocol]) ? value[protocol] : {};
      const body = common(context, ssoId);
      if (protocol === 'oidc') {
        const { groupsMapping: _asRoleMappings, ...rest } = now;
        const mapped = roleMappings(now);
        return {
          body: {
            ...body,
            settings: { ...rest, ...(mapped.length > 0 && { roleMappings: mapped }) },
          },
        };
      }
      return {
        body: { ...body, settings: samlSettings(now), redirectUrl: textOf(now['redirectUrl']) },
      };
    },
  };
}

function slotPart(ssoId: string): WritePart {
  return {
    call: 'ssoSlot',
    phase: PHASES.tenantSso,
    doubt: 'by-key',
    patch: { ssoId },
    // What it was called is in no answer, and a name is required.
    request: (_value, { tenantId }) => ({
      body: { tenantId: tenantId(), ssoId, displayName: ssoId },
    }),
  };
}

function write({ wanted, live, changed }: Change): WritePart[] | string {
  const ssoId = ssoIdOf(wanted);
  const protocols = (['saml', 'oidc'] as const).filter(
    (one) => changed.has(one) && !isBlank(wanted[one] ?? null),
  );
  const cleared = (['saml', 'oidc'] as const).filter(
    (one) => changed.has(one) && isBlank(wanted[one] ?? null) && live !== undefined,
  );
  if (protocols.length === 0 && cleared.length > 0) {
    return 'a configuration is never taken back to none: that loses its addresses and its secret';
  }
  return [
    ...(live === undefined && ssoId !== '' ? [slotPart(ssoId)] : []),
    ...protocols.map((protocol) => protocolPart(protocol, wanted, ssoId)),
  ];
}

function isConfigured(value: JsonObject, protocol: 'saml' | 'oidc'): boolean {
  return !isBlank(value[protocol] ?? null);
}

/** What live has of a protocol that the backup has not, when the other one is written. */
function otherProtocol(
  live: JsonObject | undefined,
  wanted: JsonObject,
  changed: ReadonlySet<string>,
): string[] {
  const isWritten = (['saml', 'oidc'] as const).some(
    (one) => changed.has(one) && isConfigured(wanted, one),
  );
  return (['saml', 'oidc'] as const)
    .filter((one) => isWritten && live !== undefined && isConfigured(live, one))
    .filter((one) => !isConfigured(wanted, one))
    .map(
      (one) =>
        `its ${one.toUpperCase()} configuration, which the backup lacks, stays or goes with its secret and addresses: the service decides`,
    );
}

export const TENANT_SSO: RestoreRow = {
  noun: 'SSO configuration',
  phase: () => PHASES.tenantSso,
  hasBlanks: true,
  apiId: (_value, id) => id,
  naturalKey: (value, id, tenantKey) => ownedKey(tenantKey ?? id, ssoIdOf(value) || DEFAULT_SSO),
  strip,
  frozen: [],
  projectBound: [],
  references: (value, map, owner) => {
    const role = mapObject((protocol) => mapRoles(protocol, map, owner));
    return mapMember(mapMember(value, 'saml', role), 'oidc', role);
  },
  // No answer has the secret, and whether a blank keeps it is not known.
  hiddenSecrets: (value) =>
    isConfigured(value, 'oidc')
      ? [{ path: ['oidc', 'clientSecret'], isKept: false, isNeeded: true }]
      : [],
  write,
  loses: (action, { live, wanted, changed }) => {
    if (action === 'update') return otherProtocol(live, wanted, changed);
    if (action !== 'create') return [];
    const ssoId = ssoIdOf(wanted);
    return [
      ...(isConfigured(wanted, 'saml')
        ? ['it has a new ACS URL and new certificates: the identity provider must be told']
        : []),
      ...(live === undefined && ssoId !== ''
        ? [`its name is in no backup: it is called ${JSON.stringify(ssoId)}`]
        : []),
    ];
  },
};
