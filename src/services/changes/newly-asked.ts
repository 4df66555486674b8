/** What a new backup was asked for and its base was not, which is no change of the project. */
import { contentRules, type BackupManifest } from '../../models/manifest.ts';
import { parseJson } from '../../json/parse.ts';
import { isJsonObject } from '../../json/value.ts';
import type { ProjectState } from './project-state.ts';

/** From these rules on, every tenant is asked for its SSO. */
const FIRST_RULES_OF_ALL_SSO = 2;

/**
 * Whether release 1.0.0 asks for a tenant's SSO: it has an SSO domain, a method, or does not say.
 *
 * @param tenant as canonical JSON; undefined for one that was not there
 */
function wasAsked(tenant: string | undefined): boolean {
  const value = tenant === undefined ? undefined : parseJson(Buffer.from(tenant));
  if (!isJsonObject(value)) return false;
  const { authType, domains, enforceSSO } = value;
  if (authType === undefined || authType === null) return true;
  if (enforceSSO === true || (Array.isArray(domains) && domains.length > 0)) return true;
  return authType !== '' && authType !== 'none';
}

/**
 * A state without what the earlier backup could not know of, because the release that took it did
 * not ask: SSO that was switched off and kept its configuration. That it is in the new one is no
 * change of the project, unless it was switched on.
 */
export function withoutNewlyAsked(
  earlier: { readonly manifest: BackupManifest; readonly state: ProjectState },
  after: ProjectState,
): ProjectState {
  const now = after.get('tenant-sso');
  const before = earlier.state.get('tenant-sso');
  const isOfAll = contentRules(earlier.manifest) >= FIRST_RULES_OF_ALL_SSO;
  if (isOfAll || now === undefined || before === undefined) return after;
  const tenants = earlier.state.get('tenants');
  const tenantsNow = after.get('tenants');
  // A tenant that came since is new with all that it has.
  const isNew = (id: string) => tenants !== undefined && !tenants.has(id);
  const known = [...now].filter(
    ([id]) =>
      before.has(id) || isNew(id) || wasAsked(tenants?.get(id)) || wasAsked(tenantsNow?.get(id)),
  );
  return new Map([...after, ['tenant-sso', new Map(known)]]);
}
