// Promises kept and broken: which figures there are, and what stands behind each.

import type {
  ClaimView,
  Contradiction,
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

const ANSWERS: DeadlineKind[] = ['respond', 'extended-respond', 'cease'];

/** The day that counts: the promise's own, or the last day of the laws where it names none. */
function lastDay(promise: Pick<YearPromise, 'promise'>, view: RequestView): string | null {
  const own = engaged(promise.promise, view)?.due;
  if (own) return own;
  const rights = callingOn(promise, view).map((claim) => claim.right);
  const dates = view.deadlines.filter((it) => rights.includes(it.right) && ANSWERS.includes(it.kind));
  return dates.map((it) => it.due).sort()[0] ?? null;
}

/** The day on which what was promised was done: decided in their favour at once, or answered. */
function doneOn(view: RequestView): string | null {
  return view.answered_on ?? view.closed_on;
}

/** Whether a request stands behind one figure of a promise. */
export function standsBehindPromise(
  count: RequestCount,
  promise: Pick<YearPromise, 'promise'>,
  view: RequestView,
): boolean {
  if (count === 'called_on') return callingOn(promise, view).length > 0;
  const last = lastDay(promise, view);
  const done = doneOn(view);
  const late = last !== null && (done ?? view.today) > last;
  return count === 'late' ? late : done !== null && !late;
}
