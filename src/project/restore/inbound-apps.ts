/**
 * How inbound applications are written back: by a patch, which cannot clear what it does not name.
 */
import type { JsonObject, JsonValue } from '../../json/value.ts';
import { mapList, mapMember, mapObject, refer, referMembers, without } from './members.ts';
import { PHASES } from './phases.ts';
import { textOf, type MapReference, type RestoreRow } from './row.ts';

/** Made by the service, or written by no call. */
const READ_ONLY = ['id', 'dynamic', 'status', 'skipConsentScreen', 'useResources'];
/** Given at creation alone. */
const FROZEN = ['clientId', 'nonConfidentialClient'];

function scopes(to: (value: JsonValue) => JsonValue): (value: JsonValue) => JsonValue {
  return mapList(mapObject((scope) => referMembers(scope, ['values'], to)));
}

function references(value: JsonObject, map: MapReference): JsonObject {
  const steps: ((now: JsonObject) => JsonObject)[] = [
    (now) => mapMember(now, 'attributesScopes', scopes(refer(map, 'user-attributes', 'name'))),
    (now) => mapMember(now, 'connectionsScopes', scopes(refer(map, 'outbound-apps', 'id'))),
    (now) => referMembers(now, ['allowedTenants'], refer(map, 'tenants', 'id')),
    (now) =>
      mapMember(
        now,
        'sessionSettings',
        mapObject((settings) =>
          referMembers(
            settings,
            ['userTemplateId', 'keyTemplateId'],
            refer(map, 'jwt-templates', 'id'),
          ),
        ),
      ),
  ];
  return steps.reduce((now, step) => step(now), value);
}

export const INBOUND_APPS: RestoreRow = {
  noun: 'inbound application',
  phase: () => PHASES.inboundApps,
  hasBlanks: true,
  apiId: ({ id }, ownId) => textOf(id) || ownId,
  naturalKey: ({ name }) => textOf(name),
  strip: (value) => without(value, READ_ONLY),
  frozen: FROZEN,
  projectBound: [],
  references,
  untouchable: ({ dynamic }) =>
    dynamic === true ? 'it registered itself, and would do so again' : undefined,
  // Without a secret one is made and handed out, which nobody asked for.
  hiddenSecrets: ({ nonConfidentialClient }) =>
    nonConfidentialClient === true
      ? []
      : [{ path: ['clientSecret'], isKept: true, isNeeded: true }],
  write: ({ wanted, live }) => [
    live === undefined
      ? {
          call: 'inboundAppCreate',
          phase: PHASES.inboundApps,
          doubt: 'by-key',
          patch: wanted,
          request: (value) => ({ body: value }),
          newId: (answer) => textOf(answer['id']) || undefined,
        }
      : {
          call: 'inboundAppPatch',
          phase: PHASES.inboundApps,
          doubt: 'repeat',
          patch: without(wanted, FROZEN),
          request: (value, { liveId = '' }) => ({
            body: { ...without(value, [...FROZEN, 'clientSecret']), id: liveId },
          }),
        },
  ],
  remove: {
    call: 'inboundAppDelete',
    request: (_value, { liveId = '' }) => ({ body: { id: liveId } }),
  },
  loses: (action) => {
    if (action === 'update') return [];
    return action === 'delete'
      ? ['the consents of its users go with it']
      : ['it gets a new id, and the consents of its users and its consent flow do not come back'];
  },
};
