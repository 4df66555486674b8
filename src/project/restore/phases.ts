/**
 * The order of all writes: what is referred to comes before what refers to it, and what can lock
 * people out comes last.
 */

export const PHASES = {
  permissions: 1,
  projectRoles: 2,
  lists: 3,
  userAttributes: 4,
  fgaSchema: 5,
  jwtTemplates: 6,
  theme: 7,
  snapshot: 8,
  outboundApps: 9,
  ssoApps: 10,
  tenants: 11,
  tenantRoles: 12,
  tenantSettings: 13,
  defaultRoles: 14,
  tenantSso: 15,
  inboundApps: 16,
  flows: 17,
  passwordSettings: 18,
  accessKeys: 19,
  arming: 20,
} as const;

/** Deletes come after everything, in the reverse order. */
export function deletePhase(phase: number): number {
  return 100 - phase;
}
