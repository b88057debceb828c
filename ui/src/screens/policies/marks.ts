// Where the promises of a version stand in its blocks: the pieces of a block with what is marked in each.

import type { PolicyBlock, PromiseRow } from '../../api/commands';
import { charsIn, sliceChars } from './offsets';

export interface Piece {
  text: string;
  /** First character, counted in the whole text. */
  start: number;
  /** The promises this piece belongs to, the outermost first. */
  rows: PromiseRow[];
  /** Those whose first piece of this block it is. */
  begins: PromiseRow[];
  /** An accepted promise covers it. */
  covered: boolean;
}

export const endOf = (block: PolicyBlock): number => block.start + charsIn(block.text);

/** The block that holds a character; of one between two blocks the one before. -1 before the first. */
export function blockAt(blocks: readonly PolicyBlock[], char: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? 0) <= char) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The blocks that a stretch touches, by their numbers. */
export function touched(blocks: readonly PolicyBlock[], start: number, end: number): number[] {
  const found: number[] = [];
  for (let at = Math.max(0, blockAt(blocks, start)); at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block || block.start >= end) break;
    if (endOf(block) > start) found.push(at);
  }
  return found;
}

/** For each block the promises that touch it. */
export function byBlock(blocks: readonly PolicyBlock[], rows: readonly PromiseRow[]): PromiseRow[][] {
  const found: PromiseRow[][] = blocks.map(() => []);
  for (const row of rows) {
    for (const at of touched(blocks, row.start, row.end)) found[at]?.push(row);
  }
  return found;
}

/**
 * The same lists with one promise exchanged (or gone, or new); lists of other blocks stay the very same,
 * so that only the blocks it touches are drawn anew.
 */
export function exchanged(
  blocks: readonly PolicyBlock[],
  lists: readonly PromiseRow[][],
  before: PromiseRow | null,
  now: PromiseRow | null,
): PromiseRow[][] {
  const at = new Set([before, now].flatMap((row) => (row ? touched(blocks, row.start, row.end) : [])));
  return lists.map((list, index) => {
    if (!at.has(index)) return list;
    const rest = list.filter((row) => row.key !== before?.key && row.key !== now?.key);
    const block = blocks[index];
    const here = now && block && now.start < endOf(block) && now.end > block.start;
    return here ? inOrder([...rest, now]) : rest;
  });
}

/** In the order of the text; of two that begin together the longer first. */
export function inOrder(rows: readonly PromiseRow[]): PromiseRow[] {
  return [...rows].sort((a, b) => a.start - b.start || b.end - a.end || (a.key < b.key ? -1 : 1));
}

/** A block cut where a promise begins or ends. Rejected ones are left out unless they are to be shown. */
export function pieces(block: PolicyBlock, rows: readonly PromiseRow[], rejected = false): Piece[] {
  const from = block.start;
  const to = endOf(block);
  const shown = inOrder(rows.filter((row) => rejected || row.state !== 'rejected'));
  const borders = new Set([from, to]);
  for (const row of shown) {
    if (row.start > from && row.start < to) borders.add(row.start);
    if (row.end > from && row.end < to) borders.add(row.end);
  }
  const cuts = [...borders].sort((a, b) => a - b);
  const begun = new Set<string>();
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] ?? to;
    const here = shown.filter((row) => row.start < end && row.end > start);
    const begins = here.filter((row) => !begun.has(row.key));
    for (const row of begins) begun.add(row.key);
    return {
      text: sliceChars(block.text, start - from, end - from),
      start,
      rows: here,
      begins,
      covered: here.some((row) => row.state === 'accepted'),
    };
  });
}

/** The promise a click on a piece means: the innermost; of those already chosen the next one out. */
export function meant(piece: Piece, chosen: string | null): PromiseRow | null {
  const inside = [...piece.rows].reverse();
  const at = inside.findIndex((row) => row.key === chosen);
  return inside[(at + 1) % Math.max(1, inside.length)] ?? null;
}

export interface Group {
  /** Items that follow each other, as one list. */
  list: boolean;
  /** The number of the first block. */
  from: number;
  blocks: PolicyBlock[];
}

/** Items that follow each other stand in one list; everything else stands alone. */
export function grouped(blocks: readonly PolicyBlock[]): Group[] {
  const groups: Group[] = [];
  blocks.forEach((block, from) => {
    const last = groups.at(-1);
    if (block.kind === 'item' && last?.list) last.blocks.push(block);
    else groups.push({ list: block.kind === 'item', from, blocks: [block] });
  });
  return groups;
}
