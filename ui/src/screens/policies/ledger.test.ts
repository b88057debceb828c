import { expect, test } from 'vitest';
import { nth, reading, row } from './fixtures';
import {
  choices,
  clipped,
  coveredPercent,
  filtered,
  nextToReview,
  NO_FILTER,
  reviewed,
  reviewKey,
  stepped,
  whyLine,
  withRow,
} from './ledger';

const rows = [
  row('a', 0, 5, { state: 'accepted' }),
  row('b', 6, 9, { reading: reading({ kind: 'delete', audiences: ['europeans'], rights: ['erasure'] }) }),
  row('c', 10, 19, { state: 'rejected' }),
  row('d', 20, 29, { reading: reading({ audiences: ['europeans', 'children'] }) }),
];
const keys = (list: { key: string }[]) => list.map((it) => it.key).join('');

test('filters hold together, and what is in hand stays though its state changed', () => {
  expect(keys(filtered(rows, NO_FILTER))).toBe('abcd');
  expect(keys(filtered(rows, { ...NO_FILTER, state: 'suggested' }))).toBe('bd');
  expect(keys(filtered(rows, { ...NO_FILTER, state: 'suggested' }, 'a'))).toBe('abd');
  expect(keys(filtered(rows, { ...NO_FILTER, audience: 'europeans' }))).toBe('bd');
  expect(keys(filtered(rows, { ...NO_FILTER, audience: 'europeans', right: 'erasure' }))).toBe('b');
  expect(keys(filtered(rows, { ...NO_FILTER, kind: 'delete', state: 'accepted' }, 'd'))).toBe('');
});

test('what can be filtered by is counted', () => {
  expect(choices(rows, (it) => it.audiences)).toEqual([
    { value: 'everyone', count: 2 },
    { value: 'europeans', count: 2 },
    { value: 'children', count: 1 },
  ]);
});

test('steps stop at the ends; the next to review goes round once', () => {
  expect(stepped(rows, 'a', -1)).toBe('a');
  expect(stepped(rows, 'd', 1)).toBe('d');
  expect(stepped(rows, 'b', 1)).toBe('c');
  expect(stepped(rows, 'gone', 1)).toBe('a');
  expect(stepped([], null, 1)).toBeNull();
  expect(nextToReview(rows, 'b')).toBe('d');
  expect(nextToReview(rows, 'd')).toBe('b');
  expect(nextToReview(rows, null)).toBe('b');
  const done = rows.map((it) => ({ ...it, state: 'accepted' as const }));
  expect(nextToReview(done, 'c')).toBe('c');
  expect(nextToReview([], null)).toBeNull();
});

test('progress is whole only when everything is reviewed', () => {
  const of = (suggested: number, accepted: number, rejected: number) =>
    reviewed({ suggested, accepted, rejected, covered: 0, characters: 0 });
  expect(of(5, 10, 4)).toEqual({ done: 14, all: 19, percent: 73 });
  expect(of(1, 999, 0).percent).toBe(99);
  expect(of(0, 0, 0)).toEqual({ done: 0, all: 0, percent: 100 });
});

test('a little is never nothing, nearly all never all', () => {
  const of = (covered: number, characters: number) =>
    coveredPercent({ suggested: 0, accepted: 0, rejected: 0, covered, characters });
  expect([of(0, 100), of(1, 1000), of(455, 1000), of(9999, 10000), of(10, 10), of(0, 0)]).toEqual([
    0, 1, 46, 99, 100, 0,
  ]);
});

test('one row is exchanged, removed or put where it belongs', () => {
  expect(keys(withRow(rows, 'b', null))).toBe('acd');
  expect(keys(withRow(rows, 'new', row('new', 7, 8)))).toBe('abnewcd');
  expect(keys(withRow(rows, 'a', { ...nth(rows, 0), start: 12 }))).toBe('bcad');
  const same = withRow(rows, 'b', { ...nth(rows, 1), state: 'accepted' });
  expect(same[0]).toBe(rows[0]);
  expect(same[1]?.state).toBe('accepted');
  expect(withRow(rows, 'gone', null)).toEqual(rows);
});

test('reasons quote what shows them, once', () => {
  expect(
    whyLine(
      [
        { says: 'names a time', words: 'three weeks' },
        { says: 'says “never”', words: 'never' },
        { says: 'stands in a list', words: '' },
      ],
      (text) => `“${text}”`,
    ),
  ).toBe('names a time “three weeks” · says “never” · stands in a list');
});

test('long words lose their end at a word', () => {
  expect(clipped('short')).toBe('short');
  const long = clipped('word '.repeat(60));
  expect(long.length).toBeLessThanOrEqual(141);
  expect(long.endsWith('word…')).toBe(true);
  expect(clipped('x'.repeat(300)).length).toBeLessThan(142);
});

test('keys: arrows move in the list only, letters anywhere', () => {
  expect(reviewKey('a', false)).toBe('accept');
  expect(reviewKey('A', false)).toBe('accept');
  expect(reviewKey('ArrowDown', false)).toBeNull();
  expect(reviewKey('ArrowDown', true)).toBe('next');
  expect(reviewKey('s', false)).toBe('sentence');
  expect(reviewKey('S', false)).toBe('sentence-back');
  expect(reviewKey('Enter', true)).toBeNull();
});
