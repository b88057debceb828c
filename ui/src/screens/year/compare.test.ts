import { describe, expect, it } from 'vitest';
import type { ComparedTable } from '../../api/commands';
import { changeOf, grouped, isChanged } from './compare';

describe('a change', () => {
  it('says which way, how much and its share', () => {
    expect(changeOf({ before: 20, now: 25 })).toEqual({ way: 'more', by: 5, share: 25 });
    expect(changeOf({ before: 20, now: 15 })).toEqual({ way: 'less', by: 5, share: 25 });
    expect(changeOf({ before: 3, now: 3 })).toEqual({ way: 'same', by: 0, share: null });
  });
  it('has no share of nothing, and none of an average', () => {
    expect(changeOf({ before: 0, now: 4 })).toEqual({ way: 'more', by: 4, share: null });
    expect(changeOf({ before: 10, now: 12.5 }, 'days')).toEqual({ way: 'more', by: 2.5, share: null });
  });
  it('takes a count that is missing for nothing, and days that are missing for none', () => {
    expect(changeOf({ before: null, now: 4 })).toEqual({ way: 'more', by: 4, share: null });
    expect(changeOf({ before: 4, now: null })).toEqual({ way: 'less', by: 4, share: 100 });
    expect(changeOf({ before: null, now: 4 }, 'days').way).toBe('new');
    expect(changeOf({ before: 4, now: null }, 'days').way).toBe('gone');
    expect(changeOf({ before: null, now: null }).way).toBe('none');
  });
  it('is not made of what a machine rounds', () => {
    expect(isChanged(changeOf({ before: 0.1 + 0.2, now: 0.3 }, 'days'))).toBe(false);
  });
});

describe('figures of two spans', () => {
  const figure = (row: string, column: string, before: number | null, now: number | null) => ({
    row,
    name: row,
    column,
    column_name: column,
    before,
    now,
  });
  const table: ComparedTable = {
    id: 't',
    title: 'T',
    rows: [figure('a', 'x', 1, 2), figure('a', 'y', 3, 3), figure('b', 'x', 5, 5)],
  };
  it('stand under their row', () => {
    const groups = grouped(table, () => 'count', false);
    expect(groups.map((it) => [it.row, it.figures.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });
  it('are only those that changed when that is asked', () => {
    const groups = grouped(table, () => 'count', true);
    expect(groups.map((it) => it.figures.map((one) => one.figure.column))).toEqual([['x']]);
  });
});
