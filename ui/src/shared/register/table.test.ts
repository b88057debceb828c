import { describe, expect, it } from 'vitest';
import {
  columnsFor,
  compareBy,
  keyMove,
  layoutFor,
  rowsInView,
  scrollFor,
  sharesOf,
  type Column,
} from './table';

const columns: Column[] = [
  { id: 'on', label: '', share: 1 },
  { id: 'who', label: '', share: 2, from: 'two' },
  { id: 'data', label: '', share: 1, from: 'wide' },
];
const ids = (list: Column[]) => list.map((it) => it.id);

describe('the columns', () => {
  it('give way as the window narrows, and take the whole width at any size', () => {
    expect(ids(columnsFor(columns, 'wide'))).toEqual(['on', 'who', 'data']);
    expect(ids(columnsFor(columns, 'two'))).toEqual(['on', 'who']);
    expect(ids(columnsFor(columns, 'small'))).toEqual(['on']);
    for (const layout of ['wide', 'two', 'small'] as const)
      expect(sharesOf(columnsFor(columns, layout)).reduce((a, b) => a + b)).toBeCloseTo(100);
  });

  it('count larger text as a smaller window', () => {
    expect(layoutFor(1000, 14)).toBe('wide');
    expect(layoutFor(1000, 21)).toBe('two');
    expect(layoutFor(1000, 28)).toBe('small');
  });
});

describe('the rows', () => {
  it('are drawn where they are seen, and never outside the list', () => {
    expect(rowsInView(0, 360, 36, 100000)).toEqual({ from: 0, to: 20 });
    expect(rowsInView(3_600_000, 360, 36, 100000)).toEqual({ from: 99_990, to: 100000 });
    expect(rowsInView(99_999_999, 360, 36, 5)).toEqual({ from: 5, to: 5 });
    expect(rowsInView(0, 360, 36, 0)).toEqual({ from: 0, to: 0 });
  });

  it('come into view with the least movement', () => {
    expect(scrollFor(3, 36, 0, 360)).toBe(0);
    expect(scrollFor(10, 36, 0, 360)).toBe(36);
    expect(scrollFor(2, 36, 360, 360)).toBe(72);
  });
});

describe('a key', () => {
  it('moves within the list and stops at its ends', () => {
    expect(keyMove('j', 0, 3, 10)).toEqual({ to: 1 });
    expect(keyMove('ArrowDown', 2, 3, 10)).toEqual({ to: 2 });
    expect(keyMove('k', 0, 3, 10)).toEqual({ to: 0 });
    expect(keyMove('End', 0, 300, 10)).toEqual({ to: 299 });
    expect(keyMove('PageDown', 0, 300, 10)).toEqual({ to: 9 });
  });

  it('opens, enters anew and searches', () => {
    expect(keyMove('Enter', 1, 3, 10)).toBe('open');
    expect(keyMove('n', 0, 0, 10)).toBe('new');
    expect(keyMove('/', 0, 0, 10)).toBe('search');
    expect(keyMove('Enter', 0, 0, 10)).toBeNull();
    expect(keyMove('x', 0, 3, 10)).toBe('tick');
    expect(keyMove('q', 0, 3, 10)).toBeNull();
  });
});

describe('an order', () => {
  it('puts numbers as numbers and words as words, and can be turned round', () => {
    const rows = [
      { n: 10, t: 'b' },
      { n: 9, t: 'Ä' },
    ];
    const by = (sort: string) =>
      [...rows].sort(compareBy(sort, (row, column) => row[column as 'n' | 't'])).map((row) => row.n);
    expect(by('n')).toEqual([9, 10]);
    expect(by('-n')).toEqual([10, 9]);
    expect(by('t')).toEqual([9, 10]);
  });
});
