import { describe, expect, it } from 'vitest';
import type { QueueRow, Tiles } from '../../api/commands';
import { words } from '../../words';
import {
  CLOSED_COLUMNS,
  COLUMNS,
  distanceOf,
  keyMove,
  layoutFor,
  PAGE,
  pagesOf,
  personOf,
  rowHeightFor,
  rowsInView,
  scrollFor,
  tileNext,
  toggled,
} from './queue';

const row: QueueRow = {
  id: 1,
  reference: '2026-0001',
  person: 'June Abara',
  on_behalf_of: 'Theo Abara',
  rights: ['Delete'],
  laws: ['CCPA'],
  received_on: '2026-03-02',
  next_step: 'Answer',
  by: '2026-03-07',
  days: 2,
  state: 'soon',
  waiting_days: null,
};

describe('keys', () => {
  const go = (key: string, at: number) => keyMove(key, at, 100, 20);
  it('move one row, one page, and to the ends, and never past them', () => {
    expect(go('j', 4)).toEqual({ to: 5 });
    expect(go('ArrowUp', 4)).toEqual({ to: 3 });
    expect(go('ArrowDown', 99)).toEqual({ to: 99 });
    expect(go('k', 0)).toEqual({ to: 0 });
    expect(go('PageDown', 0)).toEqual({ to: 19 });
    expect(go('PageUp', 5)).toEqual({ to: 0 });
    expect(go('End', 3)).toEqual({ to: 99 });
    expect(go('g', 60)).toEqual({ to: 0 });
  });
  it('open, ask why, search, log and help', () => {
    expect(go('Enter', 7)).toEqual({ open: 7 });
    expect(go('w', 7)).toBe('why');
    expect(go('/', 7)).toBe('search');
    expect(go('n', 7)).toBe('new');
    expect(go('?', 7)).toBe('keys');
    expect(go('q', 7)).toBeNull();
  });
  it('do nothing to rows that are not there', () => {
    expect(keyMove('Enter', -1, 0, 20)).toBeNull();
    expect(keyMove('j', 0, 0, 20)).toBeNull();
    expect(keyMove('n', -1, 0, 20)).toBe('new');
    expect(keyMove('w', 12, 10, 20)).toBeNull();
  });
});

describe('ten thousand rows', () => {
  it('draw only what is in view and a little more', () => {
    const view = rowsInView(36 * 5000, 720, 36, 10_000);
    expect(view).toEqual({ from: 4990, to: 5030 });
    expect(pagesOf(view)).toEqual([49, 50]);
  });
  it('stop at both ends', () => {
    expect(rowsInView(0, 720, 36, 10_000).from).toBe(0);
    expect(rowsInView(36 * 9_990, 720, 36, 10_000).to).toBe(10_000);
    expect(rowsInView(36 * 9_990, 720, 36, 3)).toEqual({ from: 3, to: 3 });
    expect(pagesOf({ from: 3, to: 3 })).toEqual([]);
    expect(pagesOf({ from: 0, to: PAGE })).toEqual([0]);
  });
  it('scroll no further than needed', () => {
    expect(scrollFor(5, 36, 0, 720)).toBe(0);
    expect(scrollFor(20, 36, 0, 720)).toBe(36);
    expect(scrollFor(3, 36, 360, 720)).toBe(108);
  });
});

describe('a row in words', () => {
  it('names both when somebody acts for somebody else', () => {
    expect(personOf(row)).toBe('June Abara for Theo Abara');
    expect(personOf({ ...row, on_behalf_of: null })).toBe('June Abara');
  });
  it('says the distance, the waiting, or nothing', () => {
    expect(distanceOf(row)).toBe('in 2 days');
    expect(distanceOf({ ...row, state: 'waiting', waiting_days: 9 })).toBe('waiting 9 days');
    expect(distanceOf({ ...row, state: 'closed' })).toBe('');
    expect(distanceOf({ ...row, days: null })).toBe('');
  });
});

describe('tiles', () => {
  const tiles: Tiles = {
    overdue: 1,
    today: 0,
    week: 2,
    waiting: 0,
    open: 9,
    overdue_next: 'Marek, access',
    today_next: null,
    week_next: '2026-03-07',
    waiting_next: null,
  };
  it('say who is next, or that nobody is', () => {
    expect(tileNext(tiles, 'overdue', '2026-03-05')).toBe('Marek, access');
    expect(tileNext(tiles, 'week', '2026-03-05')).toBe('next: Sat 7 Mar');
    expect(tileNext(tiles, 'today', '2026-03-05')).toBe(words.queue.tileNone.today);
  });
  it('let go when pressed again', () => {
    expect(toggled('open', 'overdue')).toBe('overdue');
    expect(toggled('overdue', 'overdue')).toBe('open');
    expect(toggled('week', 'waiting')).toBe('waiting');
  });
});

describe('the layout', () => {
  it('takes large text for a small window', () => {
    expect(layoutFor(1200, 14)).toBe('wide');
    expect(layoutFor(780, 14)).toBe('two');
    expect(layoutFor(1200, 28)).toBe('small');
  });
  it('fills the whole width in each', () => {
    for (const shares of Object.values(COLUMNS)) expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(100);
  });
  it('gives rows the height that was asked for', () => {
    expect(rowHeightFor('wide', false, 14)).toBe(36);
    expect(rowHeightFor('wide', true, 14)).toBe(30);
    expect(rowHeightFor('wide', false, 28)).toBe(72);
  });
});

describe('the columns of closed requests', () => {
  it.each(['wide', 'two', 'small'] as const)('fill the width (%s)', (layout) => {
    expect(CLOSED_COLUMNS[layout].reduce((sum, share) => sum + share, 0)).toBe(100);
  });
});
