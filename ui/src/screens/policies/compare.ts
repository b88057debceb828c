// Two versions beside each other: what is folded, where the differences are, what comes first of the consequences.

import type { CompareRow, PromiseCompared, PromiseShift } from '../../api/commands';

export type Part =
  | { fold: true; from: number; rows: CompareRow[] }
  /** Differences are counted from 1; 0 is a heading that stays because a difference stands under it. */
  | { fold: false; from: number; row: CompareRow; difference: number };

/** Unchanged sentences that follow each other as one fold; every other row by itself. A heading above a difference stays. */
export function partsOf(rows: readonly CompareRow[]): Part[] {
  const parts: Part[] = [];
  let difference = 0;
  rows.forEach((row, from) => {
    const last = parts.at(-1);
    if (row.how !== 'same') {
      difference += 1;
      const heading = last?.fold ? last.rows.at(-1) : undefined;
      if (last?.fold && heading?.block === 'heading') {
        last.rows.pop();
        if (last.rows.length === 0) parts.pop();
        parts.push({ fold: false, from: from - 1, row: heading, difference: 0 });
      }
      parts.push({ fold: false, from, row, difference });
    } else if (last?.fold) last.rows.push(row);
    else parts.push({ fold: true, from, rows: [row] });
  });
  return parts;
}

/** The next difference or the one before; it goes round. 0 when there is none. */
export function nextDifference(at: number, all: number, way: 1 | -1): number {
  if (all === 0) return 0;
  if (at === 0) return way > 0 ? 1 : all;
  return ((at - 1 + way + all) % all) + 1;
}

const ORDER: PromiseShift[] = ['dropped', 'weakened', 'changed', 'strengthened', 'added', 'reworded'];

/** What matters first: what was lost or became weaker, then the rest. What stayed the same is left out. */
export function shiftsOf(
  promises: readonly PromiseCompared[],
): { shift: PromiseShift; promises: PromiseCompared[] }[] {
  return ORDER.map((shift) => ({ shift, promises: promises.filter((it) => it.change === shift) })).filter(
    (it) => it.promises.length > 0,
  );
}
