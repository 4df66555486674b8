/** Which changes matter for who can sign in, and as whom. docs/changes.md lists the rules. */
import type { RiskFinding } from '../../models/changes.ts';
import { twinFinder, withoutTwins, type ObjectChange, type ProjectDiff } from './diff.ts';
import type { RuleContext } from './risk/rule.ts';
import { RULES } from './risk/rules.ts';
import { subjectsOf } from './risk/subjects.ts';
import { TENANTS } from './risk/tenants.ts';

export interface RiskAssessment {
  readonly risk: 'none' | 'low' | 'high';
  /** In the order of the rules, which is that of importance. */
  readonly findings: readonly RiskFinding[];
}

/** A finding with what it repeats, if anything. */
interface Found extends RiskFinding {
  /** The section that the file of a snapshot repeats, where that section has a change. */
  readonly twin: string | undefined;
}

/** What is said of a tenant in its settings and its SSO too is found once, in the tenant. */
function withoutRepeats(findings: readonly Found[]): Found[] {
  const tenantsFirst = [...findings].sort(
    (a, b) => Number(b.section === 'tenants') - Number(a.section === 'tenants'),
  );
  const first = new Map<string, Found>();
  for (const finding of tenantsFirst) {
    const { rule, section, id, text } = finding;
    const key = JSON.stringify([rule, TENANTS.has(section) ? 'tenants' : section, id, text]);
    if (!first.has(key)) first.set(key, finding);
  }
  const kept = new Set(first.values());
  return findings.filter((finding) => kept.has(finding));
}

/**
 * What a snapshot's file says that its section said already is found once; what it alone says is
 * kept.
 */
function withoutTwinFindings(findings: readonly Found[]): Found[] {
  const key = (section: string, { rule, text }: RiskFinding) =>
    JSON.stringify([section, rule, text]);
  const said = new Set(findings.map((finding) => key(finding.section, finding)));
  return findings.filter(
    (finding) => finding.twin === undefined || !said.has(key(finding.twin, finding)),
  );
}

function contextOf(changes: readonly ObjectChange[]): RuleContext {
  const newTenants = changes.filter(
    ({ section, kind }) => section === 'tenants' && kind === 'added',
  );
  return { newTenants: new Set(newTenants.map(({ id }) => id)) };
}

/**
 * Says how much a diff matters: `high` when any rule finds something, `none` when nothing changed.
 */
export function assessRisk({ changes }: ProjectDiff): RiskAssessment {
  const context = contextOf(changes);
  const twinOf = twinFinder(changes);
  const subjects = subjectsOf(changes);
  const found = RULES.flatMap(({ name, find }) =>
    subjects.flatMap((subject) =>
      find(subject, context).map((text): Found => {
        const { section, id } = subject.change;
        return { rule: name, section, id, text, twin: twinOf(subject.change) };
      }),
    ),
  );
  const findings = withoutTwinFindings(withoutRepeats(found)).map(
    ({ rule, section, id, text }): RiskFinding => ({ rule, section, id, text }),
  );
  const risk = findings.length > 0 ? 'high' : withoutTwins(changes).length > 0 ? 'low' : 'none';
  return { risk, findings };
}
