import { describe, expect, it } from 'vitest';
import type { PurgePreview, PurgeRow } from '../../../api/commands';
import { allOf, consequences, tickOf } from './retention';

const row = (request: number, goes: string[], stays: string[] = []): PurgeRow => ({
  request,
  reference: `2023-000${request}`,
  closed_on: '2023-01-01',
  kept_until: '2025-01-01',
  why: { message: '', cite: '', caution: null },
  goes,
  stays,
});
const group = (law: string, rows: PurgeRow[], others: number[] = []) => ({
  law,
  short: law,
  requests: rows.length + others.length,
  oldest: '',
  youngest: '',
  all: [...rows.map((one) => one.request), ...others],
  rows,
});
const preview: PurgePreview = {
  as_of: '2026-03-05',
  groups: [
    group('a', [row(1, ['the name', 'the words']), row(2, ['the name'], ['the hash'])]),
    group('b', [row(3, ['two files'])], [4, 5]),
  ],
  kept: [],
  more: false,
  stays: ['the figures'],
};

describe('what is purged', () => {
  it('is said once, of those that are chosen alone', () => {
    expect(consequences(preview, new Set([1, 2]))).toEqual({
      references: ['2023-0001', '2023-0002'],
      others: false,
      goes: ['the name', 'the words'],
      stays: ['the figures', 'the hash'],
    });
    expect(consequences(preview, new Set([3])).stays).toEqual(['the figures']);
    expect(consequences(preview, new Set([3, 4])).others).toBe(true);
  });
  it('is ticked all, some or none', () => {
    const all = allOf(preview);
    expect(all).toEqual([1, 2, 3, 4, 5]);
    expect(tickOf(all, new Set(all))).toBe('all');
    expect(tickOf(all, new Set([1, 2, 3]))).toBe('some');
    expect(tickOf(all, new Set([9]))).toBe('none');
  });
});
