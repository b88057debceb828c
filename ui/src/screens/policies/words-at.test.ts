import { expect, test } from 'vitest';
import { blocksOf, nth } from './fixtures';
import {
  around,
  moveBorder,
  sentenceBefore,
  sentenceFrom,
  sentences,
  trimmed,
  wordsOf,
  type Span,
} from './words-at';

const blocks = blocksOf(
  ['heading', 'Sharing 🤝'],
  'We never sell 𝒊𝒕. “We may lend it.” Ask!',
  'Write to us, please.',
);
const said = (span: Span | null) => (span ? wordsOf(blocks, span) : null);

test('sentences keep their closing marks and leave the white space out', () => {
  expect(sentences(nth(blocks, 1)).map(said)).toEqual(['We never sell 𝒊𝒕.', '“We may lend it.”', 'Ask!']);
  expect(sentences(nth(blocksOf('no stop at all'), 0))).toEqual([{ start: 0, end: 14 }]);
});

test('from sentence to sentence, headings left out, through to the ends', () => {
  const found: (string | null)[] = [];
  for (let span = sentenceFrom(blocks, 0); span; span = sentenceFrom(blocks, span.end))
    found.push(said(span));
  expect(found).toEqual(['We never sell 𝒊𝒕.', '“We may lend it.”', 'Ask!', 'Write to us, please.']);
  const back: (string | null)[] = [];
  for (let span = sentenceBefore(blocks, 999); span; span = sentenceBefore(blocks, span.start))
    back.push(said(span));
  expect(back).toEqual([...found].reverse());
});

test('borders move by words, over the end of a block too', () => {
  let span = nth([sentenceFrom(blocks, 0) ?? undefined], 0);
  span = moveBorder(blocks, span, 'end', 1);
  expect(said(span)).toBe('We never sell 𝒊𝒕. “We');
  span = moveBorder(blocks, span, 'end', -1);
  span = moveBorder(blocks, span, 'end', -1);
  expect(said(span)).toBe('We never sell');
  span = moveBorder(blocks, span, 'start', 1);
  expect(said(span)).toBe('never sell');
  span = moveBorder(blocks, span, 'start', -1);
  span = moveBorder(blocks, span, 'start', -1);
  expect(said(span)).toBe('🤝\n\nWe never sell');
});

test('one word always stays, and the text is never left', () => {
  let span = { start: nth(blocks, 2).start, end: nth(blocks, 2).start + 5 };
  expect(said(span)).toBe('Write');
  expect(moveBorder(blocks, span, 'end', -1)).toEqual(span);
  expect(moveBorder(blocks, span, 'start', 1)).toEqual(span);
  for (let press = 0; press < 20; press += 1) span = moveBorder(blocks, span, 'end', 1);
  expect(said(span)).toBe('Write to us, please.');
  for (let press = 0; press < 40; press += 1) span = moveBorder(blocks, span, 'start', -1);
  expect(span.start).toBe(0);
});

test('what is selected loses the white space at its borders', () => {
  const at = nth(blocks, 1).start;
  expect(said(trimmed(blocks, { start: at + 2, end: at + 9 }))).toBe('never');
  expect(trimmed(blocks, { start: at + 2, end: at + 3 })).toBeNull();
  // From the gap between two blocks to far behind the text.
  expect(said(trimmed(blocks, { start: 9, end: Infinity }))).toBe(
    `${nth(blocks, 1).text}\n\n${nth(blocks, 2).text}`,
  );
});

test('what stands around belongs to the blocks of the stretch', () => {
  const span = nth(sentences(nth(blocks, 1)), 1);
  const { before, within, after, from } = around(blocks, span);
  expect([before, within, after]).toEqual(['We never sell 𝒊𝒕. ', '“We may lend it.”', ' Ask!']);
  expect(from).toBe(nth(blocks, 1).start);
  expect(around(blocks, span, 5).before).toBe(' 𝒊𝒕. '.slice(-7));
});
