/** The list of all rules of risk. */
import { accessKeyAdded, accessKeyWidened } from './access-keys.ts';
import { applicationGrantsMore } from './applications.ts';
import {
  authenticationMethodOff,
  oauthClientChanged,
  passkeyTrustWidened,
  weakerMethodOn,
} from './authentication-methods.ts';
import { connectorMoved } from './connectors.ts';
import type { Rule } from './rule.ts';
import { flowNotFollowed, proofGoneFromFlow, verificationNoLongerReached } from './flows.ts';
import { attributeOpened, testUsersWidened } from './project-settings.ts';
import { redirectWidened } from './redirects.ts';
import { sessionLivesLonger } from './sessions.ts';
import {
  identityMappingChanged,
  identityProviderChanged,
  providerChecksRelaxed,
  ssoConfigurationAdded,
  ssoGrantsMore,
  ssoNoLongerEnforced,
} from './sso.ts';
import {
  defaultRolesGrantMore,
  domainAdded,
  roleGainedPermissions,
  selfProvisioningOn,
  tenantOrFlowRemoved,
  tenantOrSourceEnabled,
} from './tenants.ts';
import { tokenClaimsChanged, tokenIssuerTrusted } from './tokens.ts';

/** All rules, most important first; docs/changes.md has a row for each. */
export const RULES: readonly Rule[] = [
  tenantOrFlowRemoved,
  identityProviderChanged,
  ssoConfigurationAdded,
  ssoNoLongerEnforced,
  verificationNoLongerReached,
  proofGoneFromFlow,
  flowNotFollowed,
  authenticationMethodOff,
  weakerMethodOn,
  oauthClientChanged,
  passkeyTrustWidened,
  providerChecksRelaxed,
  identityMappingChanged,
  ssoGrantsMore,
  defaultRolesGrantMore,
  domainAdded,
  selfProvisioningOn,
  tenantOrSourceEnabled,
  redirectWidened,
  tokenIssuerTrusted,
  tokenClaimsChanged,
  roleGainedPermissions,
  accessKeyAdded,
  accessKeyWidened,
  applicationGrantsMore,
  connectorMoved,
  sessionLivesLonger,
  testUsersWidened,
  attributeOpened,
];
