/** How outbound applications are written back. */
import { mapMember, refer, without } from './members.ts';
import { PHASES } from './phases.ts';
import { textOf, type RestoreRow } from './row.ts';
import { isJsonObject } from '../../json/value.ts';

export const OUTBOUND_APPS: RestoreRow = {
  noun: 'outbound application',
  phase: () => PHASES.outboundApps,
  hasBlanks: true,
  keepsId: true,
  apiId: ({ id }, ownId) => textOf(id) || ownId,
  naturalKey: ({ name }) => textOf(name),
  tenantOf: ({ tenantId }) => textOf(tenantId) || undefined,
  strip: (value) => without(value, ['id', 'clientSecret']),
  frozen: [],
  projectBound: ['callbackDomain'],
  references: (value, map) => mapMember(value, 'tenantId', refer(map, 'tenants', 'id')),
  // An update without it keeps the stored one: the Go SDK leaves it nil for that, and the Terraform
  // provider omits it. No answer shows whether there is one: an application that proves itself by
  // PKCE alone can do without.
  hiddenSecrets: ({ pkce }) => [{ path: ['clientSecret'], isKept: true, isNeeded: pkce !== true }],
  write: ({ wanted, live, isIdFree }) => [
    live === undefined
      ? {
          call: 'outboundAppCreate',
          phase: PHASES.outboundApps,
          doubt: 'by-key',
          patch: wanted,
          request: (value, { backupId }) => ({
            body: { ...value, ...(isIdFree && { id: backupId }) },
          }),
          newId: ({ app }) => (isJsonObject(app) ? textOf(app['id']) || undefined : undefined),
        }
      : {
          call: 'outboundAppUpdate',
          phase: PHASES.outboundApps,
          doubt: 'repeat',
          patch: wanted,
          request: (value, { liveId = '' }) => ({ body: { app: { ...value, id: liveId } } }),
        },
  ],
  remove: {
    call: 'outboundAppDelete',
    request: (_value, { liveId = '' }) => ({ body: { id: liveId } }),
  },
  loses: (action) => {
    if (action === 'update') return [];
    return action === 'delete'
      ? ['the tokens that it stores for users and tenants go with it']
      : ['the tokens that it stored for users and tenants do not come back'];
  },
};
