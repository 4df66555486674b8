/**
 * How SSO applications are written back: in a read their settings are in a member, in a write
 * beside the rest.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import type { WriteCall } from '../write-calls.ts';
import { mapList, mapMember, mapObject, refer, without } from './members.ts';
import { PHASES } from './phases.ts';
import { textOf, type MapReference, type RestoreRow } from './row.ts';

/** In every project, by this id. */
const BUILT_IN = 'descope-default-oidc';

/** Addresses and certificates of the project itself. */
const OF_PROJECT = [
  'idpCert',
  'idpEntityId',
  'idpSsoUrl',
  'idpMetadataUrl',
  'idpInitiatedUrl',
  'idpLogoutUrl',
  'issuer',
  'discoveryUrl',
];

interface Kind {
  readonly member: string;
  readonly create: WriteCall;
  readonly update: WriteCall;
}
const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['oidc', { member: 'oidcSettings', create: 'ssoAppOidcCreate', update: 'ssoAppOidcUpdate' }],
  ['saml', { member: 'samlSettings', create: 'ssoAppSamlCreate', update: 'ssoAppSamlUpdate' }],
  ['wsfed', { member: 'wsfedSettings', create: 'ssoAppWsfedCreate', update: 'ssoAppWsfedUpdate' }],
]);
const MEMBERS = [...[...KINDS.values()].map(({ member }) => member), 'customSettings'];

/** @returns undefined for a kind that no call writes */
function kindOf({ appType }: JsonObject): Kind | undefined {
  return KINDS.get(textOf(appType).toLowerCase());
}

function mapSettings(value: JsonObject, map: (settings: JsonObject) => JsonObject): JsonObject {
  return MEMBERS.reduce((now, member) => mapMember(now, member, mapObject(map)), value);
}

/** A role of a mapping is one reference, by its id; the name goes with it. */
function mapRole(role: JsonValue, map: MapReference): JsonValue {
  if (!isJsonObject(role)) return role;
  const byName = mapMember(role, 'name', refer(map, 'roles', 'name'));
  return mapMember(byName, 'id', refer(map, 'roles', 'id'));
}

/** What a write takes: the settings beside the rest. */
function flat(value: JsonObject, { member }: Kind): JsonObject {
  const settings = value[member];
  return {
    ...(isJsonObject(settings) ? settings : {}),
    ...without(value, [...MEMBERS, 'appType']),
  };
}

export const SSO_APPS: RestoreRow = {
  noun: 'SSO application',
  phase: () => PHASES.ssoApps,
  hasBlanks: true,
  keepsId: true,
  apiId: ({ id }, ownId) => textOf(id) || ownId,
  naturalKey: ({ name }) => textOf(name),
  strip: (value) =>
    mapSettings(without(value, ['id']), (settings) => without(settings, OF_PROJECT)),
  frozen: ['appType'],
  projectBound: [],
  references: (value, map) =>
    mapSettings(value, (settings) =>
      mapMember(
        settings,
        'groupsMapping',
        mapList(
          mapObject((one) =>
            mapMember(
              one,
              'roles',
              mapList((role) => mapRole(role, map)),
            ),
          ),
        ),
      ),
    ),
  untouchable: ({ id }) => (id === BUILT_IN ? 'it is one of the service itself' : undefined),
  write: ({ wanted, live, isIdFree }) => {
    const kind = kindOf(wanted);
    if (kind === undefined) {
      return `no call writes applications of type ${JSON.stringify(textOf(wanted['appType']))}`;
    }
    return [
      live === undefined
        ? {
            call: kind.create,
            phase: PHASES.ssoApps,
            doubt: 'by-key',
            patch: wanted,
            request: (value, { backupId }) => ({
              body: { ...flat(value, kind), ...(isIdFree && { id: backupId }) },
            }),
            newId: (answer) => textOf(answer['id']) || undefined,
          }
        : {
            call: kind.update,
            phase: PHASES.ssoApps,
            doubt: 'repeat',
            patch: without(wanted, ['appType']),
            request: (value, { liveId = '' }) => ({ body: { ...flat(value, kind), id: liveId } }),
          },
    ];
  },
  remove: {
    call: 'ssoAppDelete',
    request: (_value, { liveId = '' }) => ({ body: { id: liveId } }),
  },
  loses: (action, { wanted, isOtherProject }) => {
    if (action === 'delete') return ['whoever signs in through it no longer can'];
    if (action === 'update') return isOtherProject ? [] : [];
    return [
      kindOf(wanted)?.member === 'oidcSettings'
        ? 'its client secret is issued anew'
        : 'its certificates and addresses are issued anew: what relies on it must be pointed to them',
    ];
  },
};
