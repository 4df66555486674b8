/**
 * `project.json`: what was saved. Field names are those of the original Python tool, which can read
 * the file.
 */
import { z } from 'zod';
import { map } from './map.ts';

/**
 * A tenant as it was saved: a TenantConfig without its patterns, which a live project need not keep
 * to.
 */
const SavedTenant = z
  .looseObject({
    id: z.string(),
    name: z.string(),
    domains: z.array(z.string()).readonly(),
    self_provisioning: z.boolean(),
    custom_attributes: map,
  })
  .readonly();

/** When, of what and by which version of the tool. */
export const BackupMetadata = z
  .looseObject({
    timestamp: z.iso.datetime().describe('ISO 8601 in UTC, whole seconds.'),
    project_id: z.string(),
    environment: z.string(),
    tool_version: z.string().default('1.0.0'),
  })
  .readonly();
export type BackupMetadata = z.infer<typeof BackupMetadata>;

export const TenantBackup = z
  .looseObject({
    tenant_id: z.string(),
    config: SavedTenant,
    tenant_data: map
      .optional()
      .describe(
        "The Management API's answer, secrets withheld; a backup of a config file has none.",
      ),
    metadata: BackupMetadata,
  })
  .readonly();
export type TenantBackup = z.infer<typeof TenantBackup>;

export const FlowBackup = z
  .looseObject({
    flow_id: z.string(),
    flow_data: map,
    metadata: BackupMetadata,
  })
  .readonly();
export type FlowBackup = z.infer<typeof FlowBackup>;

export const ProjectBackup = z
  .looseObject({
    project_id: z.string(),
    environment: z.string(),
    tenants: z.array(TenantBackup).readonly(),
    flows: z.array(FlowBackup).readonly(),
    metadata: BackupMetadata,
    config: map
      .optional()
      .describe('The rest of the config file: version, environments and unknown top-level keys.'),
  })
  .readonly();
export type ProjectBackup = z.infer<typeof ProjectBackup>;
