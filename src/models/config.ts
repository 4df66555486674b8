/**
 * The config file of descope-mgmt: the part of a Descope project that a team keeps as code.
 *
 * The schemas validate and nothing more. What is stored is the value that was parsed, because an object that
 * zod rebuilds loses a `__proto__` key; unknown keys are allowed everywhere and kept.
 */
import { z } from 'zod';
import { map } from './map.ts';

/** 1 to 100 Unicode code points, as Python counts them. */
const NAME = /^.{1,100}$/su;
const TENANT_ID = /^[a-z0-9-]{3,50}$/;
/** The last part is letters, or the ASCII form of another script, such as xn--p1ai. */
const DOMAIN = /^(?:[a-zA-Z0-9-]+\.)+(?:[a-zA-Z]{2,}|[xX][nN]--[a-zA-Z0-9-]*[a-zA-Z0-9])$/;

const name = z.string().regex(NAME, 'must be 1 to 100 characters long');

/** One tenant (customer organisation). */
export const TenantConfig = z
  .looseObject({
    id: z.string().regex(TENANT_ID, 'must be 3 to 50 characters out of a-z, 0-9 and "-"'),
    name,
    domains: z
      .array(z.string().regex(DOMAIN, 'must be a domain name such as acme.com'))
      .readonly()
      .default([]),
    self_provisioning: z.boolean().default(false),
    custom_attributes: map.default({}),
  })
  .readonly();
export type TenantConfig = z.infer<typeof TenantConfig>;

/** One sign-in flow, made from a template. */
export const FlowConfig = z
  .looseObject({
    template: z.string().min(1, 'must not be empty'),
    name,
    enabled: z.boolean().default(true),
    config: map.default({}),
    id: z.string().min(1, 'must not be empty').optional(),
  })
  .readonly();
export type FlowConfig = z.infer<typeof FlowConfig>;

/** The whole file. `auth` is recognised so that it can be left out of every backup. */
export const DescopeConfig = z
  .looseObject({
    version: z.string().min(1, 'must not be empty'),
    auth: z.unknown().optional(),
    environments: map.optional(),
    tenants: z.array(TenantConfig).readonly().default([]),
    flows: z.array(FlowConfig).readonly().default([]),
  })
  .readonly();
export type DescopeConfig = z.infer<typeof DescopeConfig>;

/**
 * The id under which a flow is saved: its own, else its name as a slug (`MFA Login` gives `mfa-login`).
 * Empty when the name has no letter or digit of ASCII.
 */
export function flowId(flow: Pick<FlowConfig, 'id' | 'name'>): string {
  return (
    flow.id ??
    flow.name
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
  );
}
