// What some laws ask of a request and others do not.

import type { ArrivedAt, Asks, DataKind, Particulars, PreviewClaim, QuestionTopic } from '../../api/commands';

/** In the order in which an officer looks for them. */
export const DATA_KINDS: readonly DataKind[] = [
  'account',
  'marketing-contact',
  'employment',
  'business-contact',
  'health-record',
  'financial',
  'child-online',
  'other',
];

/** What somebody only asks about, in the order of how often it is asked. */
export const QUESTION_TOPICS: readonly QuestionTopic[] = [
  'sharing',
  'selling',
  'uses',
  'do-not-track',
  'children',
  'sensitive',
  'retention',
  'security',
  'policy-changes',
  'other',
];

export const nothingParticular = (): Particulars => ({
  age: null,
  data_kinds: [],
  arrived_at: null,
  dated_on: '',
  questions: [],
});

export const arrivalOf = (said: ArrivedAt | 'unsaid'): ArrivedAt | null => (said === 'unsaid' ? null : said);

export function withKind(particulars: Particulars, kind: DataKind): Particulars {
  const on = particulars.data_kinds.includes(kind);
  const others = particulars.data_kinds.filter((other) => other !== kind);
  return { ...particulars, data_kinds: on ? others : [...others, kind] };
}

export function withQuestion(particulars: Particulars, topic: QuestionTopic): Particulars {
  const on = particulars.questions.includes(topic);
  const others = particulars.questions.filter((other) => other !== topic);
  return { ...particulars, questions: on ? others : [...others, topic] };
}

/** A law asks for it, or it was answered before: then it stays in sight, to be seen and taken back. */
export function shownAsks(asks: Asks | null | undefined, said: Particulars): Asks {
  return {
    age: Boolean(asks?.age) || said.age !== null,
    data_kinds: Boolean(asks?.data_kinds) || said.data_kinds.length > 0,
    arrived_at: [...new Set([...(asks?.arrived_at ?? []), ...(said.arrived_at ? [said.arrived_at] : [])])],
    dated_on: Boolean(asks?.dated_on) || said.dated_on !== '',
    questions: Boolean(asks?.questions) || said.questions.length > 0,
  };
}

/** Something beside the question itself, which stands with the rights. */
export const asksAnything = (asks: Asks): boolean =>
  asks.age || asks.data_kinds || asks.dated_on || asks.arrived_at.length > 0;

export function sameParticulars(a: Particulars, b: Particulars): boolean {
  const plain = (it: Particulars) =>
    JSON.stringify({ ...it, data_kinds: [...it.data_kinds].sort(), questions: [...it.questions].sort() });
  return plain(a) === plain(b);
}

/** Those to choose among, and those that do not seem to apply and that nobody chose. */
export function byProposal(claim: PreviewClaim): {
  likely: PreviewClaim['laws'];
  others: PreviewClaim['laws'];
} {
  return {
    likely: claim.laws.filter((law) => law.proposed || law.chosen),
    others: claim.laws.filter((law) => !law.proposed && !law.chosen),
  };
}
