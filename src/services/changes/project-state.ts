/** What a backup holds, object by object, so that two backups can be compared. */

/**
 * Objects of one section by their ids, each as canonical JSON without noise: equal text means the
 * same object.
 */
export type SectionState = ReadonlyMap<string, string>;

/**
 * The sections of a backup that were saved, by name. A section that was not saved is absent, which
 * is not the same as one without objects.
 *
 * - `tenants`: of a config file each tenant's `config`, of a live project its `tenant_data`
 * - `flows`: each `flow_data`
 * - the other sections of `resources/`: by id, else by name, else by all of it; `tenant-settings`
 *   and `tenant-sso` by tenant id, the latter an object of its configurations by `ssoId`; `roles`
 *   by `<tenant id>/<name>` where they belong to a tenant; a section that is one object has its own
 *   name as id
 * - `snapshot`: each file by its path; a file that is not JSON as `{"sha256": ...}`
 */
export type ProjectState = ReadonlyMap<string, SectionState>;
