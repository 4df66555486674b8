/** What a flow still asks for before it lets somebody in. */
import { pathOf } from '../diff.ts';
import { placesBetween, saySame } from './changed-places.ts';
import type { Rule } from './rule.ts';
import { graphPart, readFlowGraph, type FlowGraph } from './flow-graph.ts';
import { lostOnWay } from './flow-ways.ts';
import { lostProofs, skippedProofs } from './flow-words.ts';
import type { Subject } from './subjects.ts';

const TOO_MANY = 'it has too many ways';

function isChangedFlow({ section, kind }: Subject): boolean {
  return section === 'flows' && kind === 'changed';
}

/**
 * What became of a flow's graph: undefined when it is the same, or there is none; a text when it
 * cannot be read.
 */
function followed({ before, after }: Subject): readonly string[] | string | undefined {
  const [old, now] = [graphPart(before), graphPart(after)];
  if (old === undefined || now === undefined) {
    return old === now ? undefined : 'one of its two versions has no tasks';
  }
  if (saySame(old, now)) return undefined;
  const graphs: readonly (FlowGraph | string)[] = [readFlowGraph(old), readFlowGraph(now)];
  const [a, b] = graphs;
  if (typeof a === 'string') return a;
  if (typeof b === 'string') return b;
  return a === undefined || b === undefined ? undefined : (lostOnWay(a, b) ?? TOO_MANY);
}

export const verificationNoLongerReached: Rule = {
  name: 'verification-no-longer-reached',
  finds:
    'a step that signs in or verifies (`otp`, `totp`, `webauthn`, `magic-link`, `password`, `oauth`, `sso` and the like in its action, also another flow that runs within) that no way from the start to the end passes any more; a way, or a branch, that ends without one that every way passed before: the graph is followed from its start, so that a step which is still there but is led around is found',
  misses:
    'a condition that decides otherwise, what a script, a connector or a flow within does, a way that is longer than one there was, tasks that are led to by no word of the format we know',
  find: (subject) => {
    const lost = isChangedFlow(subject) ? followed(subject) : undefined;
    return Array.isArray(lost) ? (lost as readonly string[]) : [];
  },
};

export const flowNotFollowed: Rule = {
  name: 'flow-not-followed',
  finds:
    'a flow whose steps changed and cannot be followed (no tasks, no start among them, too many ways), so that its words are compared',
  misses: 'a flow of a config file, which has no graph',
  find: (subject) => {
    const problem = isChangedFlow(subject) ? followed(subject) : undefined;
    return typeof problem === 'string'
      ? [`whether every verification is still reached cannot be told: ${problem}`]
      : [];
  },
};

export const proofGoneFromFlow: Rule = {
  name: 'proof-gone-from-flow',
  finds:
    'a word for MFA or verification (`mfa`, `otp`, `totp`, `verify`, `webauthn`, `passkey`, `magiclink` and the like) that stood in the steps of a flow without a graph, or in the settings of any flow, and is there less often; one that is switched off, or skipped',
  misses:
    'steps in another order or place, another name of a step, anything in a screen, text for people',
  find: (subject) => {
    if (!isChangedFlow(subject)) return [];
    const hasGraph = Array.isArray(followed(subject)) || isSameGraph(subject);
    const edits = subject.change.edits.filter(
      (edit) => !hasGraph || !/^(?:contents|dsl|tasks|startTask)$/.test(pathOf(edit)[0] ?? ''),
    );
    // Of steps that are kept as a text, no place is known before they are read.
    const steps = placesBetween(graphPart(subject.before), graphPart(subject.after));
    const skipped = new Set(skippedProofs([...subject.places, ...steps]));
    return [...lostProofs(edits), ...skipped].map(
      (word) => `a step of MFA or verification is gone: ${word}`,
    );
  },
};

function isSameGraph({ before, after }: Subject): boolean {
  const part = graphPart(before);
  return part !== undefined && saySame(part, graphPart(after));
}
