/** The parsing of project.json, read back without holding all of it as objects at once. */
import { FlowBackup, ProjectBackup, TenantBackup } from '../../../models/backup.ts';
import { JsonRunParser } from '../../../json/parse.ts';
import type { JsonObject, JsonValue } from '../../../json/value.ts';
import {
  compareEntries,
  hashedFlow,
  hashedTenant,
  type ContentEntry,
  type HashRules,
} from '../content-hash.ts';

/** What verification must know of a project.json. */
export interface ProjectFileFacts {
  readonly project: ProjectBackup;
  readonly tenants: readonly ContentEntry[];
  readonly flows: readonly ContentEntry[];
}

/** Reads a project.json, of any JSON text of the right schema, however it is indented. */
export class ProjectFileReader {
  readonly #rules: HashRules;
  readonly #tenants: ContentEntry[] = [];
  readonly #flows: ContentEntry[] = [];
  readonly #parser = new JsonRunParser(['tenants', 'flows'], (list, run) => {
    if (!Array.isArray(run)) throw new Error(`${list} is not a list`);
    for (const element of run as readonly JsonValue[]) {
      if (list === 'tenants') this.#addTenant(element);
      else this.#addFlow(element);
    }
  });

  /** @param rules of the backup's manifest: what is hashed depends on them */
  constructor(rules: HashRules) {
    this.#rules = rules;
  }

  /** Reads the next chunk. @throws Error that says what is wrong with it */
  push(chunk: Buffer): void {
    this.#parser.push(chunk);
  }

  /** @throws Error that says what is wrong with it */
  end(): ProjectFileFacts {
    const project = ProjectBackup.safeParse(this.#parser.end());
    if (!project.success) {
      const { path, message } = project.error.issues[0] ?? { path: [], message: '' };
      throw new Error(`not a project backup: ${path.join('.') || 'top level'}: ${message}`);
    }
    return {
      project: project.data,
      tenants: this.#tenants.sort(compareEntries),
      flows: this.#flows.sort(compareEntries),
    };
  }

  #addTenant(element: JsonValue): void {
    if (!TenantBackup.safeParse(element).success) {
      throw new Error(`tenants[${this.#tenants.length}] is not a saved tenant`);
    }
    const {
      tenant_id: id,
      config,
      tenant_data: data,
    } = element as {
      tenant_id: string;
      config: JsonObject;
      tenant_data?: JsonObject;
    };
    this.#tenants.push(hashedTenant(id, { config, ...(data && { data }) }, this.#rules));
  }

  #addFlow(element: JsonValue): void {
    if (!FlowBackup.safeParse(element).success) {
      throw new Error(`flows[${this.#flows.length}] is not a saved flow`);
    }
    const { flow_id: id, flow_data: data } = element as { flow_id: string; flow_data: JsonObject };
    this.#flows.push(hashedFlow(id, data, this.#rules));
  }
}
