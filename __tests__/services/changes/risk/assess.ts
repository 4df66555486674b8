import { DiffService } from '../../../../src/services/changes/diff.ts';
import type { ProjectState } from '../../../../src/services/changes/project-state.ts';
import { assessRisk } from '../../../../src/services/changes/risk.ts';
import type { JsonValue } from '../../../../src/json/value.ts';
import { canonicalJson } from '../../../../src/json/write.ts';

export type Objects = Readonly<Record<string, JsonValue | undefined>>;

/** A state with these objects; those that are undefined are not there. */
export function stateOf(sections: Readonly<Record<string, Objects>>): ProjectState {
  return new Map(
    Object.entries(sections).map(([name, objects]) => [
      name,
      new Map(
        Object.entries(objects).flatMap(([id, value]) =>
          value === undefined ? [] : [[id, canonicalJson(value)] as const],
        ),
      ),
    ]),
  );
}

/** The risk and what was found, each as `<rule>: <text>`. */
export function assess(before: ProjectState, after: ProjectState) {
  const { risk, findings } = assessRisk(new DiffService().diff(before, after));
  return { risk, findings, found: findings.map(({ rule, text }) => `${rule}: ${text}`) };
}

/** The same of one object that changes, comes or goes. */
export function assessObject(
  section: string,
  id: string,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
) {
  return assess(stateOf({ [section]: { [id]: before } }), stateOf({ [section]: { [id]: after } }));
}
