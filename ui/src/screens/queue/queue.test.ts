import { describe, expect, it } from 'vitest';
import type { AlsoDue, QueueRow, Tiles } from '../../api/commands';
import { words } from '../../words';
import {
  alsoIn,
  alsoMove,
  alsoPressing,
  alsoShown,
  CLOSED_COLUMNS,
  COLUMNS,
  distanceOf,
  keyMove,
  layoutFor,
  leadsToAlso,
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

describe('the dates of the registers', () => {
  const one = (days: number, some: Partial<AlsoDue> = {}): AlsoDue => ({
    register: 'incidents',
    id: 1,
    title: 'Łódź letters',
    what: 'Tell the supervisory authority.',
    by: '2026-03-07',
    at: null,
    days,
    late: days < 0,
    law: 'eu-gdpr',
    why: [],
    cite: '',
    caution: null,
    ...some,
  });
  const all = [one(-2), one(0, { late: true }), one(0), one(7, { law: '' }), one(8)];
  const shown = (some: Partial<Parameters<typeof alsoShown>[1]>) =>
    alsoShown(all, { filter: 'open', law: '', search: '', ...some }).map((it) => all.indexOf(it));

  it('follow the filter, the law and the search; those that wait or are closed are requests', () => {
    expect(shown({})).toEqual([0, 1, 2, 3, 4]);
    expect(shown({ filter: 'all' })).toHaveLength(5);
    expect(shown({ filter: 'overdue' })).toEqual([0, 1]);
    expect(shown({ filter: 'today' })).toEqual([2]);
    expect(shown({ filter: 'week' })).toEqual([2, 3]);
    expect(shown({ filter: 'waiting' })).toEqual([]);
    expect(shown({ filter: 'closed' })).toEqual([]);
    expect(shown({ law: 'eu-gdpr' })).toEqual([0, 1, 2, 4]);
    expect(shown({ search: 'lodz author' })).toHaveLength(5);
    expect(shown({ search: 'Abara' })).toEqual([]);
  });
  it('are walked with the arrow keys, down into the list and up from its first row', () => {
    expect(alsoMove('ArrowDown', 0, 3)).toEqual({ line: 1 });
    expect(alsoMove('j', 2, 3)).toBe('list');
    expect(alsoMove('k', 0, 3)).toEqual({ line: 0 });
    expect(alsoMove('w', 1, 3)).toEqual({ why: 1 });
    expect(alsoMove('g', 2, 3)).toEqual({ line: 0 });
    expect(alsoMove('Enter', 1, 3)).toBeNull();
    expect(leadsToAlso('ArrowUp', 0, 9, 3)).toBe(true);
    expect(leadsToAlso('ArrowUp', 1, 9, 3)).toBe(false);
    expect(leadsToAlso('k', 0, 9, 0)).toBe(false);
    expect(leadsToAlso('ArrowDown', 0, 9, 3)).toBe(false);
    expect(leadsToAlso('j', -1, 0, 3)).toBe(true);
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
    also_overdue: 1,
    also_today: 0,
    also_week: 2,
  };
  it('say who is next, or that nobody is', () => {
    expect(tileNext(tiles, 'overdue', '2026-03-05')).toBe('Marek, access');
    expect(tileNext(tiles, 'week', '2026-03-05')).toBe('next: Sat 7 Mar');
    expect(tileNext(tiles, 'today', '2026-03-05')).toBe(words.queue.tileNone.today);
    expect(tileNext({ ...tiles, also_today: 1 }, 'today', '2026-03-05')).toBe(words.also.tileOnly);
  });
  it('let go when pressed again', () => {
    expect(toggled('open', 'overdue')).toBe('overdue');
    expect(toggled('overdue', 'overdue')).toBe('open');
    expect(toggled('week', 'waiting')).toBe('waiting');
  });
  it('say the dates of the registers beside their figure, and count them for the rail', () => {
    expect(alsoIn(tiles, 'overdue')).toBe(1);
    expect(alsoIn(tiles, 'week')).toBe(2);
    expect(alsoIn(tiles, 'waiting')).toBe(0);
    expect(alsoPressing(tiles)).toBe(3);
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
