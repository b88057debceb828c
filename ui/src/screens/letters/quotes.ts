// Which promises a letter can quote: those the request calls on, and the others of its version.

import type { DeskProfile, PromiseKind, PromiseRow, PromisesAtWork, Reading } from '../../api/commands';
import { OWN_POLICY } from '../../shared/law/law';
import { matches } from '../../shared/search';

export interface Quotable {
  promise: number;
  quote: string;
  cite: string;
  reading: Reading;
}

/** Only what the officer has accepted is a promise; what the request calls on is not said twice. */
export function quotable(
  work: PromisesAtWork,
  rows: readonly PromiseRow[],
  search: string,
  kind: (kind: PromiseKind) => string,
): { engaged: Quotable[]; others: Quotable[] } {
  const wanted = search.trim();
  const has = (it: Quotable) => matches(`${it.quote} ${it.cite} ${kind(it.reading.kind)}`, wanted);
  const engaged = work.promises.map(({ promise, quote, cite, reading }) => ({
    promise,
    quote,
    cite,
    reading,
  }));
  const known = new Set(engaged.map((it) => it.promise));
  const others = rows.flatMap((row): Quotable[] =>
    row.state === 'accepted' && row.id !== null && !known.has(row.id)
      ? [{ promise: row.id, quote: row.quote, cite: row.under.join(', '), reading: row.reading }]
      : [],
  );
  return { engaged: engaged.filter(has), others: others.filter(has) };
}

/** Whether a letter writes its dates the American way: as its law is, and under our own policy as the house is. */
export function american(law: string, profile: Pick<DeskProfile, 'about' | 'calendar'>): boolean {
  if (law !== OWN_POLICY) return law.startsWith('us-');
  const at = profile.about.established;
  if (at.length === 0) return profile.calendar.startsWith('us') || profile.calendar.startsWith('ca-');
  return at.some((place) => place === 'us' || place.startsWith('us-'));
}
