import { expect, test } from 'vitest';
import { blocksOf, nth, row } from './fixtures';
import { apart } from './margin';
import { blockAt, byBlock, exchanged, grouped, meant, pieces, touched } from './marks';

const blocks = blocksOf(['heading', 'Sharing 🤝'], 'We never sell it. We may lend it.', 'Write to us.');

test('a character is found in its block, one between two in the block before', () => {
  expect(blocks.map((block) => block.start)).toEqual([0, 11, 46]);
  expect([0, 8, 9, 10, 11, 45, 46, 99].map((char) => blockAt(blocks, char))).toEqual([
    0, 0, 0, 0, 1, 1, 2, 2,
  ]);
  expect(blockAt(blocks, -1)).toBe(-1);
});

test('a stretch over two blocks touches both and no third', () => {
  expect(touched(blocks, 29, 50)).toEqual([1, 2]);
  expect(touched(blocks, 9, 11)).toEqual([]);
  expect(touched(blocks, 11, 12)).toEqual([1]);
});

test('a block is cut where promises begin and end, and all of its text stays', () => {
  const rows = [row('a', 11, 28), row('b', 20, 33, { state: 'accepted' }), row('c', 14, 19)];
  const cut = pieces(nth(blocks, 1), rows);
  expect(cut.map((piece) => piece.text).join('')).toBe(nth(blocks, 1).text);
  expect(cut.map((piece) => [piece.start, piece.rows.map((it) => it.key).join('')])).toEqual([
    [11, 'a'],
    [14, 'ac'],
    [19, 'a'],
    [20, 'ab'],
    [28, 'b'],
    [33, ''],
  ]);
  expect(cut.map((piece) => piece.begins.map((it) => it.key).join(''))).toEqual(['a', 'c', '', 'b', '', '']);
  expect(cut.map((piece) => piece.covered)).toEqual([false, false, false, true, true, false]);
});

test('a promise over two blocks begins in each of them', () => {
  const over = row('over', 29, 51);
  expect(pieces(nth(blocks, 1), [over]).at(-1)?.begins).toEqual([over]);
  expect(pieces(nth(blocks, 2), [over])[0]?.begins).toEqual([over]);
});

test('what is no promise is marked only when asked for', () => {
  const no = row('no', 11, 28, { state: 'rejected' });
  expect(pieces(nth(blocks, 1), [no])).toHaveLength(1);
  expect(pieces(nth(blocks, 1), [no], true)[0]?.rows).toEqual([no]);
});

test('a click means the innermost promise, and the next one out when that is chosen', () => {
  const cut = pieces(nth(blocks, 1), [row('a', 11, 28), row('c', 14, 19)]);
  expect(meant(nth(cut, 1), null)?.key).toBe('c');
  expect(meant(nth(cut, 1), 'c')?.key).toBe('a');
  expect(meant(nth(cut, 1), 'a')?.key).toBe('c');
  expect(meant(nth([cut.at(-1)], 0), null)).toBeNull();
});

test('one decision changes the lists of its own blocks and of no others', () => {
  const rows = [row('a', 11, 28), row('b', 46, 50)];
  const lists = byBlock(blocks, rows);
  const now = row('a', 11, 16, { state: 'accepted' });
  const next = exchanged(blocks, lists, nth(rows, 0), now);
  expect(next[0]).toBe(lists[0]);
  expect(next[2]).toBe(lists[2]);
  expect(next[1]).toEqual([now]);
  const moved = exchanged(blocks, next, now, row('a', 30, 50));
  expect(moved.map((list) => list.map((it) => it.key))).toEqual([[], ['a'], ['a', 'b']]);
  expect(exchanged(blocks, moved, row('a', 30, 50), null)[1]).toEqual([]);
});

test('items that follow each other are one list', () => {
  const list = blocksOf('One', ['item', 'a'], ['item', 'b'], 'Two', ['item', 'c']);
  expect(grouped(list).map((group) => [group.list, group.from, group.blocks.length])).toEqual([
    [false, 0, 1],
    [true, 1, 2],
    [false, 3, 1],
    [true, 4, 1],
  ]);
});

test('labels never cover each other and never stand above their line', () => {
  const boxes = [
    { top: 0, height: 20 },
    { top: 5, height: 20 },
    { top: 80, height: 20 },
    { top: 81, height: 34 },
    { top: 90, height: 20 },
  ];
  const tops = apart(boxes);
  tops.forEach((top, at) => {
    expect(top).toBeGreaterThanOrEqual(nth(boxes, at).top);
    if (at > 0) expect(top).toBeGreaterThanOrEqual(nth(tops, at - 1) + nth(boxes, at - 1).height);
  });
  expect(tops[2]).toBe(80);
});
