/** The difference between the config file and the live project. */
import { canonicalJson } from '../../json/write.ts';
import type { JsonObject, JsonValue } from '../../json/value.ts';
import type { PackedTenant, ProjectContent } from '../backup/project-content.ts';

/** How one tenant differs between the config file and the live project. */
export interface TenantDrift {
  readonly id: string;
  readonly where: 'file' | 'project' | 'both';
  /** For a tenant that is in both: the fields that differ. */
  readonly fields: readonly string[];
}

/** What a config file and a live project both know of a tenant. */
const FIELDS = ['name', 'domains', 'self_provisioning', 'custom_attributes'] as const;

function text(field: (typeof FIELDS)[number], config: JsonObject): string {
  const value = config[field] ?? null;
  return canonicalJson(
    field === 'domains' && Array.isArray(value) ? [...(value as JsonValue[])].sort() : value,
  );
}

/** Compares the tenants of a config file with those of the live project; sorted by id. */
export function findDrift(file: ProjectContent, project: ProjectContent): TenantDrift[] {
  const inProject = new Map(project.tenants.map((tenant) => [tenant.id, tenant]));
  const inFile = new Map(file.tenants.map((tenant) => [tenant.id, tenant]));
  const compare = (id: string, a?: PackedTenant, b?: PackedTenant): TenantDrift[] => {
    if (a === undefined || b === undefined) {
      return [{ id, where: a === undefined ? 'project' : 'file', fields: [] }];
    }
    const [inA, inB] = [a.unpack().config, b.unpack().config];
    const fields = FIELDS.filter((field) => text(field, inA) !== text(field, inB));
    return fields.length > 0 ? [{ id, where: 'both', fields }] : [];
  };
  return [...new Set([...inFile.keys(), ...inProject.keys()])]
    .sort()
    .flatMap((id) => compare(id, inFile.get(id), inProject.get(id)));
}
