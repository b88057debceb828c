// What the list of promises decides: which are shown, which is next, how far the review is.

import type {
  Audience,
  Evidence,
  PromiseKind,
  PromiseProgress,
  PromiseRow,
  PromiseState,
  Reading,
  Right,
} from '../../api/commands';

export interface Filter {
  state: PromiseState | 'all';
  kind: PromiseKind | '';
  audience: Audience | '';
  right: Right | '';
}

export const NO_FILTER: Filter = { state: 'all', kind: '', audience: '', right: '' };

/** Those that fit every filter. `keep` stays although it was decided just now and fits no longer. */
export function filtered(
  rows: readonly PromiseRow[],
  filter: Filter,
  keep: string | null = null,
): PromiseRow[] {
  return rows.filter((row) => {
    const { reading } = row;
    if (filter.kind && reading.kind !== filter.kind) return false;
    if (filter.audience && !reading.audiences.includes(filter.audience)) return false;
    if (filter.right && !reading.rights.includes(filter.right)) return false;
    return filter.state === 'all' || row.state === filter.state || row.key === keep;
  });
}

/** What is there to be filtered by, each with how often, in the order in which it first stands in the text. */
export function choices<T extends string>(
  rows: readonly PromiseRow[],
  of: (reading: Reading) => readonly T[],
): { value: T; count: number }[] {
  const counts = new Map<T, number>();
  for (const row of rows) for (const it of of(row.reading)) counts.set(it, (counts.get(it) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count }));
}

/** The next or the one before; at the ends it stays. */
export function stepped(rows: readonly PromiseRow[], current: string | null, way: 1 | -1): string | null {
  const at = rows.findIndex((row) => row.key === current);
  if (at < 0) return (way > 0 ? rows[0] : rows.at(-1))?.key ?? null;
  return rows[Math.min(rows.length - 1, Math.max(0, at + way))]?.key ?? null;
}

/** The next to review after one, going round once; the same one when nothing is left to review. */
export function nextToReview(rows: readonly PromiseRow[], after: string | null): string | null {
  const at = rows.findIndex((row) => row.key === after);
  const round = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at + 1))];
  return round.find((row) => row.state === 'suggested')?.key ?? after ?? rows[0]?.key ?? null;
}

export interface Reviewed {
  done: number;
  all: number;
  /** Of a hundred, rounded down, so that it is whole only when all is reviewed. */
  percent: number;
}

export function reviewed(progress: PromiseProgress): Reviewed {
  const done = progress.accepted + progress.rejected;
  const all = done + progress.suggested;
  return { done, all, percent: all === 0 ? 100 : Math.floor((done * 100) / all) };
}

/** How much of the text an accepted promise covers, of a hundred. */
export function coveredPercent(progress: PromiseProgress): number {
  if (progress.characters === 0) return 0;
  const share = (progress.covered * 100) / progress.characters;
  return share > 0 && share < 1
    ? 1
    : Math.min(progress.covered < progress.characters ? 99 : 100, Math.round(share));
}

/** The rows with one exchanged, gone or new, in the order of the text. */
export function withRow(rows: readonly PromiseRow[], key: string, now: PromiseRow | null): PromiseRow[] {
  const at = rows.findIndex((row) => row.key === key);
  if (at < 0) return now ? sorted([...rows, now]) : [...rows];
  if (!now) return rows.filter((row) => row.key !== key);
  const before = rows[at];
  const next = rows.map((row) => (row.key === key ? now : row));
  return before?.start === now.start && before.end === now.end ? next : sorted(next);
}

function sorted(rows: PromiseRow[]): PromiseRow[] {
  return rows.sort((a, b) => a.start - b.start || a.end - b.end || (a.key < b.key ? -1 : 1));
}

/** The reasons in one line: what each says, or the words themselves in quotation marks. */
export function whyLine(why: readonly Evidence[], quote: (text: string) => string): string {
  return why
    .map((it) => (it.words && !it.says.includes(it.words) ? `${it.says} ${quote(it.words)}` : it.says))
    .join(' · ');
}

/** The words of a promise that is not the one in hand: long ones lose their end. */
export function clipped(text: string, most = 140): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(most - 20, cut.lastIndexOf(' ')))}…`;
}

export type ReviewKey =
  | 'accept'
  | 'correct'
  | 'reject'
  | 'undo'
  | 'next'
  | 'earlier'
  | 'show'
  | 'mark'
  | 'sentence'
  | 'sentence-back';

const KEYS: Readonly<Record<string, ReviewKey>> = {
  a: 'accept',
  e: 'correct',
  r: 'reject',
  u: 'undo',
  j: 'next',
  k: 'earlier',
  t: 'show',
  m: 'mark',
  s: 'sentence',
  S: 'sentence-back',
};

/** What a bare key does in the review. Arrows belong to the list only: in the text they scroll. */
export function reviewKey(key: string, inList: boolean): ReviewKey | null {
  if (inList && key === 'ArrowDown') return 'next';
  if (inList && key === 'ArrowUp') return 'earlier';
  return KEYS[key] ?? KEYS[key.toLowerCase()] ?? null;
}
