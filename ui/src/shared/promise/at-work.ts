// What the promises mean for one request: which stand first, how each stands, how one is quoted.

import type {
  CheckState,
  Contradiction,
  EngagedPromise,
  PromiseCheck,
  PromisesAtWork,
} from '../../api/commands';
import { letterDate } from '../../dates';
import { words } from '../../words';
import type { Tone } from '../tone';

/** The worst first: what is missing, what is used up, what a reader must judge, what is in order. */
const GRAVE: readonly CheckState[] = ['missing', 'reached', 'open', 'met'];

export function toneOfCheck(state: CheckState): Tone {
  const tones: Record<CheckState, Tone> = { missing: 'soon', reached: 'waiting', open: 'info', met: 'done' };
  return tones[state];
}

/** How a promise stands as a whole; null when nothing of it can be compared. */
export function stateOf(checks: readonly PromiseCheck[]): CheckState | null {
  return GRAVE.find((state) => checks.some((check) => check.state === state)) ?? null;
}

/** Something of it wants the officer now. */
export function wantsEye(promise: EngagedPromise): boolean {
  const state = stateOf(promise.checks);
  return state === 'missing' || state === 'reached';
}

const rank = (promise: EngagedPromise) => (wantsEye(promise) ? 0 : promise.due ? 1 : 2);

/** Those the request calls on, the troubled first, and those that only go with it; else in the order of the policy. */
export function sorted(work: PromisesAtWork): { called: EngagedPromise[]; along: EngagedPromise[] } {
  const stable = (list: EngagedPromise[]) =>
    list
      .map((promise, at) => ({ promise, at }))
      .sort((a, b) => rank(a.promise) - rank(b.promise) || a.at - b.at)
      .map(({ promise }) => promise);
  return {
    called: stable(work.promises.filter((it) => it.rights.length > 0 || wantsEye(it))),
    along: stable(work.promises.filter((it) => it.rights.length === 0 && !wantsEye(it))),
  };
}

/** The words of a policy on one line, as a letter can carry them: only the breaks are not theirs. */
export function oneLine(quote: string): string {
  return quote.replace(/\s+/g, ' ').trim();
}

/** “Our privacy policy, as published on 1 March 2026, says: …” */
export function quoted(quote: string, from: string, american = false): string {
  return words.atWork.says(letterDate(from, american), oneLine(quote));
}

/** Those not answered stand first; each group in the order of the core. */
export function openFirst(list: readonly Contradiction[]): Contradiction[] {
  return [...list.filter((it) => !it.answer), ...list.filter((it) => it.answer)];
}
