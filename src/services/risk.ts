/** Which changes matter for who can sign in, and as whom. docs/changes.md lists the rules. */
import { isJsonObject, type JsonValue } from '../storage/json-value.ts';
import { canonicalJson } from '../storage/json-write.ts';
import type { Edit, ObjectChange, ProjectDiff } from './diff.ts';

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
  readonly find: (change: ObjectChange) => readonly string[];
}

/** Sections that hold the settings of tenants, in one form or another. */
const TENANTS: ReadonlySet<string> = new Set(['tenants', 'tenant-settings', 'tenant-sso']);

/** The last key of a pointer, without regard to case and underscores; a list's index is none. */
function keyOf({ pointer }: Edit): string {
  return (pointer.split('/').pop() ?? '').replaceAll('_', '').toLowerCase();
}

/**
 * The edits of a change, with the members of an object that came or went, or of a list that changed, as edits of their
 * own, so that a rule sees a key wherever it is.
 */
function allEdits({ edits }: ObjectChange): Edit[] {
  const found: Edit[] = [];
  const isNested = (value: JsonValue | undefined) => isJsonObject(value) || Array.isArray(value);
  const member = (value: JsonValue | undefined, key: string): JsonValue | undefined =>
    isNested(value) && Object.hasOwn(value, key)
      ? (value as Record<string, JsonValue>)[key]
      : undefined;
  const visit = (edit: Edit): void => {
    found.push(edit);
    const sides = [edit.before, edit.after].filter(isNested) as object[];
    for (const key of new Set(sides.flatMap(Object.keys))) {
      const before = member(edit.before, key);
      const after = member(edit.after, key);
      if (
        before !== undefined &&
        after !== undefined &&
        canonicalJson(before) === canonicalJson(after)
      ) {
        continue;
      }
      visit({
        pointer: `${edit.pointer}/${key}`,
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
      });
    }
  };
  edits.forEach(visit);
  return found;
}

function strings(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value)
    ? (value as readonly JsonValue[]).filter((one) => typeof one === 'string')
    : [];
}

/** What a list holds now and did not before. */
function gained({ before, after }: Edit): string[] {
  const old = new Set(strings(before));
  return strings(after).filter((one) => !old.has(one));
}

function edits(change: ObjectChange, keys: readonly string[]): Edit[] {
  return allEdits(change).filter((edit) => keys.includes(keyOf(edit)));
}

/** Words of steps that prove who somebody is. */
const PROOF = /mfa|otp|totp|verif|webauthn|passkey|step-?up|2fa|second[-_ ]?factor|biometric/i;

/** Every string of a flow that names a proof, and how often. */
function countProofs(value: JsonValue | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (text: string) => {
    if (PROOF.test(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  };
  const visit = (part: JsonValue | undefined): void => {
    if (typeof part === 'string') count(part);
    else if (Array.isArray(part)) (part as readonly JsonValue[]).forEach(visit);
    else if (isJsonObject(part)) {
      for (const [key, child] of Object.entries(part)) {
        count(key);
        visit(child);
      }
    }
  };
  visit(value);
  return counts;
}

function lostProofs(change: ObjectChange): string[] {
  const lost: string[] = [];
  for (const { before, after } of change.edits) {
    const now = countProofs(after);
    for (const [word, count] of countProofs(before)) {
      if ((now.get(word) ?? 0) < count) lost.push(word);
    }
  }
  return lost;
}

function isFlow({ section, id }: ObjectChange): boolean {
  return section === 'flows' || (section === 'snapshot' && /^(?:widgets\/)?flows\//.test(id));
}

/** Addresses that a sign-in may be sent to. */
const REDIRECT = /redirect|callback|acsurl|approvedurls|returnurl/;

function host(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined;
}

/** Addresses that let a sign-in go to more places than before: a new host, a wildcard, or no encryption. */
function widened(edit: Edit): string[] {
  const known = new Set(strings(edit.before).map(host));
  return gained(edit).filter(
    (address) => address.includes('*') || address.startsWith('http:') || !known.has(host(address)),
  );
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
    find: (change) =>
      TENANTS.has(change.section) && change.kind === 'changed'
        ? edits(change, ['enforcesso'])
            .filter(({ before, after }) => before === true && after !== true)
            .map(() => 'SSO is no longer enforced')
        : [],
  },
  {
    name: 'proof-gone-from-flow',
    find: (change) =>
      isFlow(change) && change.kind === 'changed'
        ? lostProofs(change).map((word) => `a step of MFA or verification is gone: ${word}`)
        : [],
  },
  {
    name: 'domain-added',
    find: (change) =>
      TENANTS.has(change.section) && change.kind !== 'removed'
        ? edits(change, ['domains', 'selfprovisioningdomains', 'ssodomains'])
            .flatMap(gained)
            .map((domain) => `domain ${domain} was added`)
        : [],
  },
  {
    name: 'self-provisioning-on',
    find: (change) =>
      TENANTS.has(change.section) && change.kind !== 'removed'
        ? [
            ...edits(change, ['selfprovisioning', 'jitenabled'])
              .filter(({ before, after }) => after === true && before !== true)
              .map(() => 'self-provisioning was turned on'),
            ...edits(change, ['jitdisabled'])
              .filter(({ before, after }) => before === true && after !== true)
              .map(() => 'just-in-time provisioning was turned on'),
          ]
        : [],
  },
  {
    name: 'redirect-widened',
    find: (change) =>
      change.kind === 'removed'
        ? []
        : allEdits(change)
            .filter((edit) => REDIRECT.test(keyOf(edit)))
            .flatMap(widened)
            .map((address) => `a sign-in may now be sent to ${address}`),
  },
  {
    name: 'role-gained-permissions',
    find: (change) =>
      change.kind !== 'removed' && (change.section === 'roles' || change.id === 'roles.json')
        ? edits(change, ['permissionnames', 'permissions'])
            .flatMap(gained)
            .map((permission) => `the role gained permission ${permission}`)
        : [],
  },
  {
    name: 'access-key-added',
    find: ({ section, kind }) =>
      kind === 'added' && section === 'access-keys' ? ['an access key was added'] : [],
  },
];

/** Says how much a diff matters: `high` when any rule finds something, `none` when nothing changed. */
export function assessRisk({ changes }: ProjectDiff): RiskAssessment {
  const findings = RULES.flatMap(({ name, find }) =>
    changes.flatMap((change) =>
      [...new Set(find(change))].map((text): Finding => ({
        rule: name,
        section: change.section,
        id: change.id,
        text,
      })),
    ),
  );
  const risk = findings.length > 0 ? 'high' : changes.length > 0 ? 'low' : 'none';
  return { risk, findings };
}
