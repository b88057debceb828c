// Borders of a stretch, moved by words and sentences. All positions are characters of the whole text.

import type { PolicyBlock } from '../../api/commands';
import { blockAt, endOf } from './marks';
import { charsIn, sliceChars, unitAt } from './offsets';

export interface Span {
  start: number;
  end: number;
}

interface Bound extends Span {
  block: number;
}

/** Words without the white space around them. */
function words(block: PolicyBlock, number: number): Bound[] {
  return [...block.text.matchAll(/\S+/g)].map((found) => {
    const start = block.start + charsIn(block.text, found.index);
    return { block: number, start, end: start + charsIn(found[0]) };
  });
}

/** Sentences by their full stops; an abbreviation may cut one, and the borders can be moved. */
export function sentences(block: PolicyBlock): Span[] {
  const found: Span[] = [];
  const ends = /[.!?…]+["”’)\]]*(?=\s|$)/g;
  let from = 0;
  const push = (to: number) => {
    const raw = block.text.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    const text = raw.trim();
    if (text) {
      const start = block.start + charsIn(block.text, from + lead);
      found.push({ start, end: start + charsIn(text) });
    }
    from = to;
  };
  for (const end of block.text.matchAll(ends)) push(end.index + end[0].length);
  push(block.text.length);
  return found;
}

export type Border = 'start' | 'end';

/**
 * One border moved by one word. It stops at the ends of the text, and never passes the other border:
 * at least one word stays.
 */
export function moveBorder(blocks: readonly PolicyBlock[], span: Span, border: Border, way: 1 | -1): Span {
  const at = blockAt(blocks, border === 'start' ? span.start : Math.max(span.start, span.end - 1));
  const near = [at - 1, at, at + 1].flatMap((number) => {
    const block = blocks[number];
    return block ? words(block, number) : [];
  });
  if (border === 'start') {
    const to =
      way < 0
        ? near.filter((word) => word.start < span.start).at(-1)?.start
        : near.find((word) => word.start > span.start)?.start;
    return to === undefined || to >= span.end ? span : { ...span, start: to };
  }
  const to =
    way > 0
      ? near.find((word) => word.end > span.end)?.end
      : near.filter((word) => word.end < span.end).at(-1)?.end;
  return to === undefined || to <= span.start ? span : { ...span, end: to };
}

/** The first sentence that begins at or after a character; null at the end of the text. */
export function sentenceFrom(blocks: readonly PolicyBlock[], char: number): Span | null {
  for (let at = Math.max(0, blockAt(blocks, char)); at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block || block.kind === 'heading') continue;
    const found = sentences(block).find((sentence) => sentence.start >= char);
    if (found) return found;
  }
  return null;
}

/** The last sentence that ends before a character; null at the beginning of the text. */
export function sentenceBefore(blocks: readonly PolicyBlock[], char: number): Span | null {
  for (let at = blockAt(blocks, char); at >= 0; at -= 1) {
    const block = blocks[at];
    if (!block || block.kind === 'heading') continue;
    const found = sentences(block)
      .filter((sentence) => sentence.end <= char)
      .at(-1);
    if (found) return found;
  }
  return null;
}

/** Without white space at its borders and outside of blocks; null when nothing is left. */
export function trimmed(blocks: readonly PolicyBlock[], span: Span): Span | null {
  let { start, end } = span;
  const first = blocks[blockAt(blocks, start)];
  if (first && start >= endOf(first)) start = blocks[blockAt(blocks, start) + 1]?.start ?? start;
  const last = blocks[blockAt(blocks, end - 1)];
  if (last) end = Math.min(end, endOf(last));
  if (end <= start) return null;
  const head = wordsOf(blocks, { start, end });
  const lead = /^\s*/.exec(head)?.[0] ?? '';
  const tail = /\s*$/.exec(head)?.[0] ?? '';
  start += charsIn(lead);
  end -= charsIn(tail);
  return end > start ? { start, end } : null;
}

/** The words of a stretch, blocks parted by an empty line as the core parts them. */
export function wordsOf(blocks: readonly PolicyBlock[], span: Span): string {
  const parts: string[] = [];
  for (let at = Math.max(0, blockAt(blocks, span.start)); at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block || block.start >= span.end) break;
    parts.push(
      sliceChars(block.text, Math.max(0, span.start - block.start), Math.max(0, span.end - block.start)),
    );
  }
  return parts.join('\n\n');
}

/** What stands around a stretch in its own blocks: before, itself, after. At most `most` characters each side. */
export function around(
  blocks: readonly PolicyBlock[],
  span: Span,
  most = 160,
): { before: string; within: string; after: string; from: number } {
  const first = blocks[Math.max(0, blockAt(blocks, span.start))];
  const last = blocks[Math.max(0, blockAt(blocks, Math.max(span.start, span.end - 1)))];
  const from = Math.max(first?.start ?? 0, span.start - most);
  const to = Math.min(last ? endOf(last) : span.end, span.end + most);
  return {
    before: wordsOf(blocks, { start: from, end: span.start }),
    within: wordsOf(blocks, span),
    after: wordsOf(blocks, { start: span.end, end: to }),
    from,
  };
}

/** A place in the page, as a character of the whole text: units into the text of one block. */
export function charAt(block: PolicyBlock, units: number): number {
  return block.start + charsIn(block.text, Math.min(units, block.text.length));
}

/** The other way round. */
export function unitOf(block: PolicyBlock, char: number): number {
  return unitAt(block.text, char - block.start);
}
