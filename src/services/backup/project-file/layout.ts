/** How project.json is laid out: the writer and the one who cuts it by position both go by this. */
import type { BackupMetadata } from '../../../models/backup.ts';
import type { JsonObject, JsonValue } from '../../../json/value.ts';
import { formatJson } from '../../../json/write.ts';
import type { TenantContent } from '../project-content.ts';

export const PROJECT_FILE = 'project.json';

/** A list of entries in project.json, and the member that an entry is called by. */
export interface EntryList {
  readonly name: 'tenants' | 'flows';
  readonly idKey: 'tenant_id' | 'flow_id';
}
export const TENANTS: EntryList = { name: 'tenants', idKey: 'tenant_id' };
export const FLOWS: EntryList = { name: 'flows', idKey: 'flow_id' };

/** Levels of indent, in spaces: of the members of an entry. */
const MEMBER_INDENT = 6;

export const LIST_CLOSE = '\n  ]';
export const EMPTY_LIST_CLOSE = ']';
export const ENTRY_OPEN = '\n    {';
export const ENTRY_CLOSE = '\n    }';
/** The end of a member that is an object with something in it. */
export const MEMBER_CLOSE = '\n      }';
export const FILE_CLOSE = '\n}\n';

/** What stands between the member before a list and its first entry. */
export function listOpen({ name }: EntryList): string {
  return `,\n  "${name}": [`;
}

/**
 * What stands before the value of an entry's member, the comma after the member before it not
 * counted.
 */
export function memberOpen(key: string): string {
  return `\n      "${key}": `;
}

function member(key: string, value: JsonValue): string {
  return memberOpen(key) + formatJson(value, MEMBER_INDENT);
}

/**
 * The text of a tenant's entry without its brackets and its metadata, which is the same in all
 * entries.
 */
export function tenantEntry(id: string, { config, data }: TenantContent): string {
  const live = data === undefined ? '' : `,${member('tenant_data', data)}`;
  return `${member(TENANTS.idKey, id)},${member('config', config)}${live}`;
}

/** As {@link tenantEntry}, of a flow. */
export function flowEntry(id: string, data: JsonObject): string {
  return `${member(FLOWS.idKey, id)},${member('flow_data', data)}`;
}

/** What every entry ends in: its metadata and the closing bracket. */
export function entryEnd(metadata: BackupMetadata): string {
  return `,${member('metadata', metadata as JsonValue)}${ENTRY_CLOSE}`;
}
