/**
 * The config file of descope-mgmt: the part of a Descope project that a team keeps as code.
 *
 * The schemas validate and nothing more. What is stored is the value that was parsed, because an
 * object that zod rebuilds loses a `__proto__` key; unknown keys are allowed everywhere and kept.
 */
import { z } from 'zod';
import { map } from './map.ts';

/** 1 to 100 Unicode code points, as Python counts them. */
const NAME = /^.{1,100}$/su;
const TENANT_ID = /^[a-z0-9-]{3,50}$/;
/** The last part is letters, or the ASCII form of another script, such as xn--p1ai. */
const DOMAIN = /^(?:[a-zA-Z0-9-]+\.)+(?:[a-zA-Z]{2,}|[xX][nN]--[a-zA-Z0-9-]*[a-zA-Z0-9])$/;

/** JSON Schema knows no flags of a pattern, but counts a length in code points as well. */
const name = z
  .string()
  .regex(NAME, 'must be 1 to 100 characters long')
  .meta({ pattern: undefined, minLength: 1, maxLength: 100 });

/** One tenant (customer organisation). */
export const TenantConfig = z
  .looseObject({
    id: z
      .string()
      .regex(TENANT_ID, 'must be 3 to 50 characters out of a-z, 0-9 and "-"')
      .describe('3 to 50 characters out of a-z, 0-9 and "-". No other tenant has it.'),
    name: name.describe('What people call the tenant: 1 to 100 characters.'),
    domains: z
      .array(z.string().regex(DOMAIN, 'must be a domain name such as acme.com'))
      .readonly()
      .default([])
      .describe('Domain names whose users belong to the tenant. No other tenant has them.'),
    self_provisioning: z
      .boolean()
      .default(false)
      .describe('Whether users of these domains may join the tenant by themselves.'),
    custom_attributes: map.default({}).describe('Anything that the team keeps about the tenant.'),
  })
  .readonly()
  .describe('One tenant: a customer organisation.');
export type TenantConfig = z.infer<typeof TenantConfig>;

/** One sign-in flow, made from a template. */
export const FlowConfig = z
  .looseObject({
    template: z
      .string()
      .min(1, 'must not be empty')
      .describe('The template that the flow is made from.'),
    name: name.describe('What people call the flow: 1 to 100 characters.'),
    enabled: z.boolean().default(true).describe('Whether the flow can be used.'),
    config: map.default({}).describe('Settings of the template.'),
    id: z
      .string()
      .min(1, 'must not be empty')
      .optional()
      .describe('No other flow has it. Absent: the name as a slug, mfa-login for MFA Login.'),
  })
  .readonly()
  .describe('One sign-in flow, made from a template.');
export type FlowConfig = z.infer<typeof FlowConfig>;

/** The whole file. `auth` is recognised so that it can be left out of every backup. */
export const DescopeConfig = z
  .looseObject({
    version: z
      .string()
      .min(1, 'must not be empty')
      .describe("Version of the file's format, in quotes: '1.0'."),
    auth: z.unknown().optional().describe('Credentials of descope-mgmt. Never stored in a backup.'),
    environments: map
      .optional()
      .describe('Names of environments, each with the project_id of its Descope project.'),
    tenants: z
      .array(TenantConfig)
      .readonly()
      .default([])
      .describe('Customer organisations. In their texts, ${VAR} is replaced from the environment.'),
    flows: z
      .array(FlowConfig)
      .readonly()
      .default([])
      .describe('Sign-in flows. In their texts, ${VAR} is replaced from the environment.'),
  })
  .readonly();
export type DescopeConfig = z.infer<typeof DescopeConfig>;

/** The fields that have a default, with it. */
function defaultsOf(
  fields: Readonly<Record<string, z.ZodType>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => {
      const { data } = field.safeParse(undefined);
      return data === undefined ? [] : [[key, data]];
    }),
  );
}

/** What a tenant has that the file says nothing of, and a flow. */
export const TENANT_DEFAULTS = defaultsOf(TenantConfig.unwrap().shape);
export const FLOW_DEFAULTS = defaultsOf(FlowConfig.unwrap().shape);

/**
 * The id under which a flow is saved: its own, else its name as a slug (`MFA Login` gives
 * `mfa-login`). Empty when the name has no letter or digit of ASCII.
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
