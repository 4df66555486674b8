/**
 * What a plan shows of its changes: edits as in changes.json, and the risk that the same rules find
 * in them.
 */
import { parseJson } from '../../json/parse.ts';
import { setOwn, type JsonObject, type JsonValue } from '../../json/value.ts';
import { canonicalJson } from '../../json/write.ts';
import type { ReportedEdit, RiskFinding } from '../../models/changes.ts';
import { toLive, withoutNoiseAndSecrets } from '../../project/restore/canonical.ts';
import { nameInKey } from '../../project/restore/keys.ts';
import { rowOf } from '../../project/restore/rows.ts';
import { ssoIdOf } from '../../project/restore/tenant-sso.ts';
import { DiffService } from '../changes/diff.ts';
import { reportDiff } from '../changes/diff-report.ts';
import type { ProjectState } from '../changes/project-state.ts';
import { assessRisk } from '../changes/risk.ts';
import type { Matching } from './match.ts';
import { refText, type ObjectRef } from './planned-write.ts';

/** One object that is written, in canonical form before and after. */
export interface ShownChange {
  readonly ref: ObjectRef;
  /** What it is called live. */
  readonly liveId: string | undefined;
  readonly before: JsonObject | undefined;
  readonly after: JsonObject | undefined;
}

/** A canonical value with ids as the project has them, or else the backup. */
function shownValue({ section, id }: ObjectRef, value: JsonObject, matching: Matching): JsonObject {
  const row = rowOf(section);
  if (row === undefined) return value;
  const withIds = toLive(row, value, matching.liveIds, (reference) => {
    const { text } = reference;
    return matching.savedIds.idOf(reference.section, text) ?? nameInKey(text);
  });
  return withoutNoiseAndSecrets(section, id, withIds);
}

type State = Map<string, Map<string, string>>;

function put(state: State, section: string, id: string, value: JsonValue): void {
  const objects = state.get(section) ?? new Map<string, string>();
  state.set(section, objects.set(id, canonicalJson(value)));
}

/** Each side of the changes by section and id of the backup. */
function statesOf(
  changes: readonly ShownChange[],
  matching: Matching,
): [ProjectState, ProjectState] {
  const [old, now]: [State, State] = [
    new Map<string, Map<string, string>>(),
    new Map<string, Map<string, string>>(),
  ];
  for (const { ref, before, after } of changes) {
    for (const [side, value] of [
      [old, before],
      [now, after],
    ] as const) {
      if (!side.has(ref.section)) side.set(ref.section, new Map());
      if (value !== undefined) put(side, ref.section, ref.id, shownValue(ref, value, matching));
    }
  }
  return [old, now];
}

/** As changes.json has it: the SSO of a tenant is one object of its configurations. */
function forRules(state: ProjectState): ProjectState {
  const result = new Map(state);
  const sso = state.get('tenant-sso');
  if (sso === undefined) return result;
  const tenants = new Map<string, Record<string, JsonValue>>();
  for (const [id, text] of sso) {
    const tenant = id.slice(0, id.lastIndexOf('/'));
    const value = parseJson(Buffer.from(text)) as JsonObject;
    const ssoId = ssoIdOf(value);
    const all = tenants.get(tenant) ?? {};
    setOwn(all, ssoId === '' ? 'default' : `ssoId=${ssoId}`, value);
    tenants.set(tenant, all);
  }
  result.set('tenant-sso', new Map([...tenants].map(([id, all]) => [id, canonicalJson(all)])));
  return result;
}

export interface Shown {
  /** By {@link refText}. */
  readonly edits: ReadonlyMap<string, readonly ReportedEdit[]>;
  readonly risk: 'none' | 'low' | 'high';
  readonly findings: readonly RiskFinding[];
}

export function showChanges(changes: readonly ShownChange[], matching: Matching): Shown {
  const [before, after] = statesOf(changes, matching);
  const differ = new DiffService();
  const diff = differ.diff(before, after);
  const report = reportDiff(diff, {
    risk: 'low',
    // Without findings a file of a snapshot that repeats another change would be left out.
    findings: diff.changes.map(({ section, id }) => ({ rule: '', section, id, text: '' })),
  });
  const edits = new Map(report.changes.map((change) => [refText(change), change.edits] as const));
  const assessed = assessRisk(differ.diff(forRules(before), forRules(after)));
  return { edits, risk: assessed.risk, findings: assessed.findings };
}
