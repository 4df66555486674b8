/** Which changes matter for who can sign in, and as whom. docs/changes.md lists the rules. */
import type { JsonValue } from '../storage/json-value.ts';
import { at, gained, placesOf, strings, type Place } from './changed-places.ts';
import { withoutTwins, type ObjectChange, type ProjectDiff } from './diff.ts';
import { lostProofs } from './flow-proofs.ts';
import { widened } from './redirects.ts';

/** A change that a human should look at. */
export interface Finding {
  readonly rule: string;
  readonly section: string;
  readonly id: string;
  readonly text: string;
}

export interface RiskAssessment {
  readonly risk: 'none' | 'low' | 'high';
  /** In the order of the rules, which is that of importance. */
  readonly findings: readonly Finding[];
}

interface Rule {
  readonly name: string;
  /** @returns what is found in one change, a text each */
  readonly find: (change: ObjectChange, places: readonly Place[]) => readonly string[];
}

/** Sections that hold the settings of tenants, in one form or another. */
const TENANTS: ReadonlySet<string> = new Set(['tenants', 'tenant-settings', 'tenant-sso']);

const DOMAIN_KEYS = ['domains', 'selfprovisioningdomains', 'ssodomains'] as const;

function isEmpty(value: JsonValue | undefined): boolean {
  return strings(value).length === 0;
}

function isFlow({ section, id }: ObjectChange): boolean {
  if (section === 'flows') return true;
  return section === 'snapshot' && /^(?:widgets\/)?flows\/[^/]+\/(?!screen-)/.test(id);
}

const RULES: readonly Rule[] = [
  {
    name: 'tenant-or-flow-removed',
    find: ({ section, kind }) =>
      kind === 'removed' && (section === 'tenants' || section === 'flows')
        ? [`the ${section.slice(0, -1)} was removed`]
        : [],
  },
  {
    name: 'sso-no-longer-enforced',
    find: ({ section, kind }, places) =>
      TENANTS.has(section) && kind === 'changed'
        ? [
            ...at(places, 'enforcesso')
              .filter(({ before, after }) => before === true && after !== true)
              .map(() => 'SSO is no longer enforced'),
            ...gained(at(places, 'enforcessoexclusions')).map(
              (user) => `SSO is no longer enforced for ${user}`,
            ),
          ]
        : [],
  },
  {
    name: 'proof-gone-from-flow',
    find: (change, places) =>
      isFlow(change) && change.kind === 'changed'
        ? lostProofs(change, places).map((word) => `a step of MFA or verification is gone: ${word}`)
        : [],
  },
  {
    name: 'domain-added',
    find: ({ section, kind }, places) =>
      TENANTS.has(section) && kind !== 'removed'
        ? DOMAIN_KEYS.flatMap((key) => gained(at(places, key))).map(
            (domain) => `domain ${domain} was added`,
          )
        : [],
  },
  {
    name: 'self-provisioning-on',
    find: ({ section, kind }, places) =>
      TENANTS.has(section) && kind !== 'removed'
        ? [
            ...at(places, 'selfprovisioning', 'jit', 'jitenabled', 'jitprovisioning')
              .filter(({ before, after }) => after === true && before !== true)
              .map(() => 'self-provisioning was turned on'),
            ...at(places, 'selfprovisioningdomains')
              .filter(({ before, after }) => isEmpty(before) && !isEmpty(after))
              .map(() => 'self-provisioning was turned on'),
            ...at(places, 'jitdisabled')
              .filter(({ before, after }) => before === true && after !== true)
              .map(() => 'just-in-time provisioning was turned on'),
          ]
        : [],
  },
  {
    name: 'redirect-widened',
    find: ({ kind }, places) =>
      kind === 'removed'
        ? []
        : widened(places).map((address) => `a sign-in may now be sent to ${address}`),
  },
  {
    name: 'role-gained-permissions',
    find: ({ section, id, kind }, places) =>
      kind !== 'removed' && (section === 'roles' || (section === 'snapshot' && id === 'roles.json'))
        ? at(places, 'permissionnames', 'permissions')
            .flatMap((place) => gained([place]))
            .map((permission) => `the role gained permission ${permission}`)
        : [],
  },
  {
    name: 'access-key-added',
    find: ({ section, kind }, places) => {
      if (section !== 'access-keys') return [];
      if (kind === 'added') return ['an access key was added'];
      const isActive = at(places, 'status').some(
        ({ path, after }) => path.length === 1 && after === 'active',
      );
      return kind === 'changed' && isActive ? ['an access key was made active again'] : [];
    },
  },
];

/** What is said of a tenant in its settings and its SSO too is found once, in the tenant. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const tenantsFirst = [...findings].sort(
    (a, b) => Number(b.section === 'tenants') - Number(a.section === 'tenants'),
  );
  const first = new Map<string, Finding>();
  for (const finding of tenantsFirst) {
    const { rule, section, id, text } = finding;
    const key = JSON.stringify([rule, TENANTS.has(section) ? 'tenants' : section, id, text]);
    if (!first.has(key)) first.set(key, finding);
  }
  const kept = new Set(first.values());
  return findings.filter((finding) => kept.has(finding));
}

/** Says how much a diff matters: `high` when any rule finds something, `none` when nothing changed. */
export function assessRisk(diff: ProjectDiff): RiskAssessment {
  const changes = withoutTwins(diff.changes).map((change) => ({
    change,
    places: placesOf(change),
  }));
  const findings = RULES.flatMap(({ name, find }) =>
    changes.flatMap(({ change, places }) =>
      [...new Set(find(change, places))].map((text): Finding => ({
        rule: name,
        section: change.section,
        id: change.id,
        text,
      })),
    ),
  );
  const risk = findings.length > 0 ? 'high' : changes.length > 0 ? 'low' : 'none';
  return { risk, findings: withoutRepeats(findings) };
}
