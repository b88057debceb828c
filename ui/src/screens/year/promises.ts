// Promises kept and broken: which figures there are, and what stands behind each.

import type {
  ClaimView,
  Contradiction,
  Deadline,
  DeadlineKind,
  EngagedPromise,
  RequestView,
  YearPromise,
} from '../../api/commands';

export const PROMISE_COUNTS = ['called_on', 'in_time', 'late', 'contradicted', 'answered'] as const;
export type PromiseCount = (typeof PROMISE_COUNTS)[number];

/** Behind these stand requests, behind the others what contradicts the promise. */
export const REQUEST_COUNTS = ['called_on', 'in_time', 'late'] as const;
export type RequestCount = (typeof REQUEST_COUNTS)[number];

export function isRequestCount(count: PromiseCount): count is RequestCount {
  return (REQUEST_COUNTS as readonly PromiseCount[]).includes(count);
}

/** What contradicts a promise in the year; for `answered` only what was answered in writing. */
export function behindFlag(
  promise: Pick<YearPromise, 'promise'>,
  count: 'contradicted' | 'answered',
  all: readonly Contradiction[],
): Contradiction[] {
  return all.filter((it) => it.promise === promise.promise && (count === 'contradicted' || it.answer));
}

const engaged = (id: number, view: RequestView): EngagedPromise | undefined =>
  view.policy.promises.find((it) => it.promise === id);

/** The claims of a request that call on a promise. */
export function callingOn(promise: Pick<YearPromise, 'promise'>, view: RequestView): ClaimView[] {
  const found = engaged(promise.promise, view);
  return found ? view.claims.filter((claim) => found.rights.includes(claim.right)) : view.claims;
}

const ANSWERS: DeadlineKind[] = ['respond', 'extended-respond'];

/** The dates by which the laws want one claim answered: extended where an extension is in force. */
function answerDates(claim: ClaimView, view: RequestView): Deadline[] {
  const own = view.deadlines.filter((it) => it.claim === claim.id && ANSWERS.includes(it.kind));
  const longer = new Set(own.filter((it) => it.kind === 'extended-respond').map((it) => it.law));
  const extended = (it: Deadline) => view.picture.extension_in_force && longer.has(it.law);
  return own.filter((it) => it.kind === 'extended-respond' || !extended(it));
}

/** Kept, broken, or neither while there is time: by the promise's own day, or the first of the laws where it names none. */
function kept(id: number, claim: ClaimView, view: RequestView): boolean | null {
  const dates = answerDates(claim, view);
  const last = engaged(id, view)?.due ?? dates.map((it) => it.due).sort()[0] ?? null;
  const told = dates.find((it) => it.met_on !== null)?.met_on ?? view.answered_on;
  const settled = claim.outcome === 'withdrawn' ? claim.decided_on : told;
  if (settled !== null) return last === null || settled <= last;
  return last !== null && last < view.today ? false : null;
}

/** Whether a request stands behind one figure of a promise. */
export function standsBehindPromise(
  count: RequestCount,
  promise: Pick<YearPromise, 'promise'>,
  view: RequestView,
): boolean {
  const claims = callingOn(promise, view);
  if (count === 'called_on') return claims.length > 0;
  return claims.some((claim) => kept(promise.promise, claim, view) === (count === 'in_time'));
}
