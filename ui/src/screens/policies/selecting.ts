// What is selected in the page, as characters of the text, and back. Each piece of text says where it begins.

import { charsIn, unitAt } from './offsets';
import type { Span } from './words-at';

const PIECE = '[data-from]';

function fromOf(piece: Element): number {
  return Number(piece.getAttribute('data-from'));
}

/** The character at a place in the document; null when it lies behind all of the text. */
export function charAtPoint(root: Element, node: Node, offset: number): number | null {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest(PIECE);
  if (piece && node.nodeType === Node.TEXT_NODE) {
    return fromOf(piece) + charsIn(node.textContent ?? '', offset);
  }
  // Between the words, such as at the end of a paragraph: the next piece begins there.
  const point = document.createRange();
  point.setStart(node, offset);
  for (const next of root.querySelectorAll(PIECE)) {
    if (point.comparePoint(next, 0) >= 0) return fromOf(next);
  }
  return null;
}

/** The stretch that is selected inside of `root`; null when nothing is, or something outside. */
export function selectedSpan(root: Element, selection: Selection | null): Span | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  const start = charAtPoint(root, range.startContainer, range.startOffset);
  const end = charAtPoint(root, range.endContainer, range.endOffset) ?? Infinity;
  return start === null || end <= start ? null : { start, end };
}

/** The place in the document where a character stands: the piece that holds it, in units of its text. */
function pointOf(root: Element, char: number, ends: boolean): [Node, number] | null {
  for (const piece of root.querySelectorAll(PIECE)) {
    const text = piece.firstChild;
    if (!text || text.nodeType !== Node.TEXT_NODE) continue;
    const from = fromOf(piece);
    const to = from + charsIn(text.textContent ?? '');
    if (ends ? char > from && char <= to : char >= from && char < to) {
      return [text, unitAt(text.textContent ?? '', char - from)];
    }
  }
  return null;
}

/** Selects a stretch in the page, so that it is seen and can be copied. */
export function select(root: Element, span: Span): Range | null {
  const start = pointOf(root, span.start, false);
  const end = pointOf(root, span.end, true);
  if (!start || !end) return null;
  const range = document.createRange();
  range.setStart(...start);
  range.setEnd(...end);
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  return range;
}
