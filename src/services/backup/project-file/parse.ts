/** The parsing of project.json, without holding all of it as objects at once. */
import { FlowBackup, ProjectBackup, TenantBackup } from '../../../models/backup.ts';
import { JsonRunParser } from '../../../json/parse.ts';
import type { JsonObject, JsonValue } from '../../../json/value.ts';
import type { TenantContent } from '../project-content.ts';
import { FLOWS, TENANTS } from './layout.ts';

/** Is handed the entries of a project.json as they are read. */
export interface EntryVisitor {
  readonly tenant: (id: string, content: TenantContent) => unknown;
  readonly flow: (id: string, data: JsonObject) => unknown;
}

/** Reads a project.json, of any JSON text of the right schema, however it is indented. */
export class ProjectFileParser {
  readonly #visitor: EntryVisitor;
  readonly #count = { tenants: 0, flows: 0 };
  readonly #parser = new JsonRunParser([TENANTS.name, FLOWS.name], (list, run) => {
    if (!Array.isArray(run)) throw new Error(`${list} is not a list`);
    for (const element of run as readonly JsonValue[]) {
      if (list === TENANTS.name) this.#visitTenant(element);
      else this.#visitFlow(element);
    }
  });

  constructor(visitor: EntryVisitor) {
    this.#visitor = visitor;
  }

  /**
   * Reads the next chunk.
   *
   * @throws Error that says what is wrong with it, and what the visitor throws
   */
  push(chunk: Buffer): void {
    this.#parser.push(chunk);
  }

  /**
   * @param chunk the last one
   * @returns what stands around the entries
   * @throws as {@link push}
   */
  end(chunk?: Buffer): ProjectBackup {
    const project = ProjectBackup.safeParse(this.#parser.end(chunk));
    if (!project.success) {
      const { path, message } = project.error.issues[0] ?? { path: [], message: '' };
      throw new Error(`not a project backup: ${path.join('.') || 'top level'}: ${message}`);
    }
    return project.data;
  }

  #visitTenant(element: JsonValue): void {
    if (!TenantBackup.safeParse(element).success) {
      throw new Error(`tenants[${this.#count.tenants}] is not a saved tenant`);
    }
    this.#count.tenants++;
    const {
      tenant_id: id,
      config,
      tenant_data: data,
    } = element as {
      tenant_id: string;
      config: JsonObject;
      tenant_data?: JsonObject;
    };
    this.#visitor.tenant(id, { config, ...(data && { data }) });
  }

  #visitFlow(element: JsonValue): void {
    if (!FlowBackup.safeParse(element).success) {
      throw new Error(`flows[${this.#count.flows}] is not a saved flow`);
    }
    this.#count.flows++;
    const { flow_id: id, flow_data: data } = element as { flow_id: string; flow_data: JsonObject };
    this.#visitor.flow(id, data);
  }
}
