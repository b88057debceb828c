// What the year-end screen decides: which requests stand behind a figure, and where the bars of the charts stand.

import type {
  ClaimView,
  DeadlineKind,
  MonthCount,
  RequestView,
  YearRow,
  YearSummary,
} from '../../api/commands';

export const COUNTS = ['received', 'in_full', 'in_part', 'refused', 'withdrawn', 'open', 'late'] as const;
export type Count = (typeof COUNTS)[number];

export const OUTCOMES = ['in_full', 'in_part', 'refused', 'withdrawn', 'open'] as const;
export type OutcomeCount = (typeof OUTCOMES)[number];

/** Nothing was received and nothing contradicts a promise: the screen teaches instead of showing noughts. */
export function isEmpty(summary: YearSummary): boolean {
  return (
    summary.rows.length === 0 &&
    summary.total.received === 0 &&
    summary.promises.length === 0 &&
    summary.contradictions.length === 0
  );
}

/** The claims of a request that a row of the table counts. */
export function claimsOf(row: YearRow, view: RequestView): ClaimView[] {
  return view.claims.filter(
    (claim) =>
      (row.right === null || claim.right === row.right) &&
      (row.law === '' || claim.laws.some((law) => law.law === row.law)),
  );
}

/** Whether a request stands behind one figure of a row. */
export function standsBehind(count: Count, row: YearRow, view: RequestView): boolean {
  const claims = claimsOf(row, view);
  switch (count) {
    case 'received':
      return claims.length > 0;
    case 'in_full':
      return claims.some((claim) => claim.outcome === 'granted');
    case 'in_part':
      return claims.some((claim) => claim.outcome === 'granted-in-part');
    case 'refused':
      return claims.some((claim) => claim.outcome === 'refused');
    case 'withdrawn':
      return claims.some((claim) => claim.outcome === 'withdrawn');
    case 'open':
      return claims.some((claim) => claim.outcome === null);
    case 'late':
      return claims.some((claim) => isLate(claim, row, view));
  }
}

/** The dates by which the core calls an answer late. */
const LATE_KINDS: DeadlineKind[] = ['respond', 'extended-respond'];

function isLate(claim: ClaimView, row: YearRow, view: RequestView): boolean {
  if (claim.outcome === 'withdrawn') return false;
  const own = view.deadlines.filter(
    (d) =>
      (d.claim === claim.id || (d.claim === null && d.right === claim.right)) &&
      (row.law === '' || d.law === row.law) &&
      LATE_KINDS.includes(d.kind),
  );
  const extended = new Set(own.filter((d) => d.kind === 'extended-respond').map((d) => d.law));
  return own
    .filter((d) => !(d.kind === 'respond' && extended.has(d.law) && view.picture.extension_in_force))
    .some((d) => (d.met_on ?? view.answered_on ?? view.today) > d.due);
}

/** A tick of an axis never stands between two whole requests. */
export function axis(max: number, wanted = 4): number[] {
  if (max <= 0) return [0, 1];
  const rough = max / wanted;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? power * 10);
  const ticks: number[] = [];
  for (let at = 0; at < max + step; at += step) ticks.push(at);
  return ticks;
}

export interface Bar {
  month: number;
  count: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Twelve bars, also for months in which nothing came. */
export function monthBars(
  months: MonthCount[],
  area: { width: number; height: number },
): { bars: Bar[]; ticks: number[] } {
  const counts = Array.from({ length: 12 }, (_, i) => months.find((m) => m.month === i + 1)?.received ?? 0);
  const ticks = axis(Math.max(...counts));
  const top = ticks.at(-1) ?? 1;
  const slot = area.width / 12;
  const width = Math.min(slot * 0.62, 36);
  const bars = counts.map((count, i) => {
    const height = (count / top) * area.height;
    return { month: i + 1, count, x: i * slot + (slot - width) / 2, y: area.height - height, width, height };
  });
  return { bars, ticks };
}

export interface LawBar {
  law: string;
  short: string;
  total: number;
  parts: { outcome: OutcomeCount; count: number; from: number; width: number }[];
}

/** One bar per law, its outcomes one after the other; all bars share one scale. */
export function lawBars(rows: YearRow[], width: number): LawBar[] {
  const laws = new Map<string, { short: string; counts: Record<OutcomeCount, number> }>();
  for (const row of rows) {
    const entry = laws.get(row.law) ?? {
      short: row.law_short,
      counts: { in_full: 0, in_part: 0, refused: 0, withdrawn: 0, open: 0 },
    };
    for (const outcome of OUTCOMES) entry.counts[outcome] += row[outcome];
    laws.set(row.law, entry);
  }
  const total = (counts: Record<OutcomeCount, number>) => OUTCOMES.reduce((sum, o) => sum + counts[o], 0);
  const most = Math.max(1, ...[...laws.values()].map((entry) => total(entry.counts)));
  return [...laws].map(([law, { short, counts }]) => {
    let from = 0;
    const parts = OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => {
      const part = { outcome, count: counts[outcome], from, width: (counts[outcome] / most) * width };
      from += part.width;
      return part;
    });
    return { law, short, total: total(counts), parts };
  });
}

/** Rows under the law they belong to, in the order of the core. */
export function byLaw(rows: YearRow[]): { law: string; short: string; rows: YearRow[] }[] {
  const groups: { law: string; short: string; rows: YearRow[] }[] = [];
  for (const row of rows) {
    const group = groups.find((g) => g.law === row.law);
    if (group) group.rows.push(row);
    else groups.push({ law: row.law, short: row.law_short, rows: [row] });
  }
  return groups;
}

/** Days with at most one place; a dash where nothing was answered yet. */
export function daysText(days: number | null, locale: string, none: string): string {
  return days === null ? none : new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(days);
}

/** The year to show first: the newest one with requests in it. */
export function firstYear(years: number[]): number | null {
  return years.length === 0 ? null : Math.max(...years);
}
