// What the year-end screen decides: which report over which span, which span came before, where a row behind a figure leads.

import type { BehindRow, ReportIn, ReportKind, ReportSpan, ReportSpans } from '../../api/commands';
import type { Place, YearPlace } from '../../state/nav.svelte';

/** In the order of the tabs: what nearly everybody needs stands first. */
export const REPORTS: readonly ReportKind[] = [
  'metrics',
  'rights',
  'register',
  'promises',
  'disclosures',
  'children',
  'health',
];

export const FORMATS = ['pdf', 'csv', 'json', 'html'] as const;
export type Format = (typeof FORMATS)[number];

/** The page for a policy is made of the request metrics alone. */
export function formatsOf(report: ReportKind): readonly Format[] {
  return FORMATS.filter((format) => format !== 'html' || report === 'metrics');
}

export type Days = Pick<ReportSpan, 'first' | 'last'>;

/** What was asked last; where the place names nothing, it holds. */
export interface Asked extends Days {
  report: ReportKind;
  californians: boolean;
  reasons: boolean;
}

export function placeOf(place: Place): YearPlace {
  return place.screen === 'year' ? place : { screen: 'year' };
}

/** The question the place asks; what it does not name is as before, and at first the newest year. */
export function askedOf(place: YearPlace, before: Partial<Asked>, spans: ReportSpans): ReportIn | null {
  const newest = spans.calendar[0] ?? spans.fiscal[0];
  const days =
    place.first && place.last
      ? { first: place.first, last: place.last }
      : before.first && before.last
        ? { first: before.first, last: before.last }
        : newest;
  if (!days) return null;
  const report = place.report ?? before.report ?? 'metrics';
  const metrics = report === 'metrics';
  return {
    report,
    first: days.first,
    last: days.last,
    californians: metrics && (place.californians ?? before.californians ?? false),
    reasons: metrics && (place.reasons ?? before.reasons ?? false),
  };
}

export function sameDays(a: Days, b: Days): boolean {
  return a.first === b.first && a.last === b.last;
}

/** The span as the core names it, where it is one of those on offer. */
export function known(days: Days, spans: ReportSpans): ReportSpan | null {
  return [...spans.calendar, ...spans.fiscal].find((it) => sameDays(it, days)) ?? null;
}

const DAY = 86_400_000;
const number = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY;
const text = (days: number) => new Date(days * DAY).toISOString().slice(0, 10);

/** The same day of the month so many months earlier; the last one where that month is shorter. */
function monthsEarlier(day: string, months: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  const first = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(at.getUTCDate(), last));
  return first.toISOString().slice(0, 10);
}

/** How many whole months a span is; nothing when it is not made of whole months. */
function wholeMonths({ first, last }: Days): number | null {
  const next = text(number(last) + 1);
  const [a, b] = [first, next].map((day) => day.split('-').map(Number) as [number, number, number]);
  if (!a || !b || a[2] !== b[2]) return null;
  const months = (b[0] - a[0]) * 12 + b[1] - a[1];
  return months > 0 ? months : null;
}

/** The span before it, as long as it is: whole months where it is made of them, else as many days. */
export function spanBefore(span: Days): Days {
  const last = text(number(span.first) - 1);
  const months = wholeMonths(span);
  const first = months
    ? monthsEarlier(span.first, months)
    : text(number(span.first) - (number(span.last) - number(span.first) + 1));
  return { first, last };
}

/** What is wrong with two days as a span. */
export function spanProblem(days: Days): 'first' | 'last' | 'order' | null {
  if (!days.first) return 'first';
  if (!days.last) return 'last';
  return days.last < days.first ? 'order' : null;
}

/** Where a row behind a figure leads. */
export function leadsTo(row: Pick<BehindRow, 'kind' | 'id'>): Place {
  const file = row.id;
  switch (row.kind) {
    case 'request':
      return { screen: 'request', id: row.id };
    // What was disclosed against a promise stands in the same register.
    case 'disclosure':
    case 'contradiction':
      return { screen: 'registers', register: 'disclosures', file };
    case 'recipient':
      return { screen: 'registers', register: 'recipients', file };
    case 'child':
      return { screen: 'registers', register: 'children', file };
    case 'authorization':
      return { screen: 'registers', register: 'authorizations', file };
    case 'consent':
      return { screen: 'registers', register: 'consents', file };
    case 'policy':
      return { screen: 'policies', policy: row.id };
  }
}

/** Where a key leads from a tab; nothing when it leads nowhere. */
export function tabKey(key: string, now: ReportKind): ReportKind | null {
  const at = REPORTS.indexOf(now);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: REPORTS.length - 1 }[key];
  if (to === undefined) return null;
  return REPORTS[(to + REPORTS.length) % REPORTS.length] ?? null;
}

/** What happened on a day of the span, with the days themselves. */
export function within<T extends { on: string }>(list: readonly T[], span: Days): T[] {
  return list.filter((it) => span.first <= it.on && it.on <= span.last);
}
