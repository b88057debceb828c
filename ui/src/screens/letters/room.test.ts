import { madeOf } from './made-of';
import { describe, expect, it } from 'vitest';
import type { AlongHow, LetterWay, PostRow } from '../../api/commands';
import {
  alongNames,
  choose,
  chooseAll,
  copiesOf,
  dayOf,
  doable,
  findRows,
  firstTab,
  hidden,
  letterId,
  NONE,
  pagesAlong,
  still,
} from './room';

const way = (state: LetterWay['state'], more: Partial<LetterWay> = {}): LetterWay => ({
  state,
  method: 'post',
  posted_on: null,
  tracking: '',
  returned_on: null,
  reason: '',
  next: null,
  enclosures: '',
  replaces: null,
  replaced_by: null,
  wording: [],
  templates: '',
  ...more,
});
const row = (key: string, person: string, more: Partial<PostRow> = {}): PostRow => ({
  key,
  request: 1,
  file: null,
  reference: '2026-0001',
  person,
  title: 'Answer in full',
  kind: 'answer-in-full',
  law_short: 'GDPR',
  sent_by: 'post',
  issued_on: '2026-03-03',
  pages: 1,
  paper: 'a4',
  envelope: 'dl',
  way: way('ready'),
  window: null,
  mail: true,
  complete: true,
  recipient: [],
  untold: false,
  along: [],
  ...more,
});
const rows = [
  row('l1', 'Zora'),
  row('l2', 'Ábel', { sent_by: 'mail' }),
  row('l3', 'Bea', { sent_by: 'mail', mail: false }),
  row('r1', 'Carl', { request: null }),
];
const keys = (found: readonly PostRow[]) => found.map((it) => it.key);
const picked = (...all: string[]) => ({ keys: new Set(all), from: null });

it('opens on what waits, then on what came back', () => {
  const counts = { drafts: 2, ready: 0, posted: 0, returned: 0 };
  expect(firstTab({ ...counts, ready: 1, returned: 4 })).toBe('ready');
  expect(firstTab({ ...counts, returned: 1, posted: 9 })).toBe('returned');
  expect(firstTab({ ...counts, posted: 1 })).toBe('posted');
  expect(firstTab(counts)).toBe('drafts');
  expect(firstTab({ ...counts, drafts: 0 })).toBe('posted');
});

it('finds without marks, by tracking number too, and keeps the order of the envelopes until a column is chosen', () => {
  expect(keys(findRows(rows, '', '', 'ready'))).toEqual(['l1', 'l2', 'l3', 'r1']);
  expect(keys(findRows(rows, 'abel', '', 'ready'))).toEqual(['l2']);
  expect(keys(findRows(rows, '', 'person', 'ready'))).toEqual(['l2', 'l3', 'r1', 'l1']);
  expect(keys(findRows(rows, '', '-person', 'ready'))).toEqual(['l1', 'r1', 'l3', 'l2']);
  const tracked = [row('l4', 'Dora', { way: way('posted', { tracking: 'RR 12 DE' }) })];
  expect(keys(findRows(tracked, 'rr 12', '', 'posted'))).toEqual(['l4']);
});

it('counts the day of its tab', () => {
  const it = row('l1', 'Zora', {
    way: way('returned', { posted_on: '2026-03-05', returned_on: '2026-03-11' }),
  });
  expect([dayOf(it, 'ready'), dayOf(it, 'posted'), dayOf(it, 'returned')]).toEqual([
    '2026-03-03',
    '2026-03-05',
    '2026-03-11',
  ]);
});

it('chooses one, a range both ways, and all', () => {
  let chosen = choose(NONE, rows, 'l2', false);
  expect([...chosen.keys]).toEqual(['l2']);
  chosen = choose(chosen, rows, 'r1', true);
  expect([...chosen.keys]).toEqual(['l2', 'l3', 'r1']);
  chosen = choose(chosen, rows, 'l1', true);
  expect([...chosen.keys].sort()).toEqual(['l1', 'l2', 'l3', 'r1']);
  chosen = choose(chosen, rows, 'l3', false);
  expect(chosen.keys.has('l3')).toBe(false);
  // A range from one that was taken out takes out.
  expect([...choose(chosen, rows, 'r1', true).keys].sort()).toEqual(['l1', 'l2']);
  expect(chooseAll(chosen, rows).keys.size).toBe(4);
  expect(chooseAll(chooseAll(chosen, rows), rows)).toEqual(NONE);
  expect([...still(picked('l1', 'gone'), rows).keys]).toEqual(['l1']);
  // A range whose beginning is not shown any more chooses the one.
  expect([...choose({ keys: new Set(), from: 'gone' }, rows, 'l1', true).keys]).toEqual(['l1']);
});

it('offers only what can be done', () => {
  const none = doable('ready', rows, NONE);
  expect(keys(none.print)).toEqual(['l1', 'r1']);
  expect([none.confirm, none.save, none.mails]).toEqual([[], [], []]);
  const all = doable('ready', rows, picked('l1', 'l2', 'l3'));
  expect(keys(all.print)).toEqual(['l1', 'l2', 'l3']);
  expect(keys(all.mails)).toEqual(['l2']);
  expect(all.returned).toBeNull();
  expect(doable('ready', rows, picked('l2')).returned?.key).toBe('l2');
  const drafts = doable('drafts', rows, picked('l1'));
  expect([drafts.print, drafts.confirm, drafts.save, drafts.mails]).toEqual([[], [], [], []]);
  expect(doable('posted', rows, picked('l1')).returned?.key).toBe('l1');
  expect(doable('posted', rows, picked('l1', 'l2')).returned).toBeNull();
  expect(doable('posted', rows, NONE).print).toEqual([]);
  expect(doable('returned', rows, picked('l1')).again?.key).toBe('l1');
  expect(doable('returned', rows, picked('r1')).again).toBeNull();
  const seenTo = row('l5', 'Eva', {
    way: way('returned', { replaced_by: { id: 9, title: 'Answer', issued_on: '2026-03-12' } }),
  });
  expect(doable('returned', [seenTo], picked('l5')).again).toBeNull();
});

it('reads copies, keys and windows', () => {
  expect(['1', ' 99 ', '0', '100', 'x', ''].map(copiesOf)).toEqual([1, 99, null, null, null, null]);
  expect(['l12', 'r12', 'd12', 'l'].map(letterId)).toEqual([12, null, null, null]);
  const seen = {
    fits: false,
    why: 'x',
    address: { left: 0, top: 0, right: 0, bottom: 0 },
    visible: null,
    source: '',
  };
  expect(
    hidden([row('l1', 'A', { window: seen }), row('l2', 'B', { window: { ...seen, fits: true } })]),
  ).toBe(1);
});

describe('what lies in an envelope', () => {
  const piece = (name: string, how: AlongHow, pages: number) => ({ name, how, pages, why: '' });
  const full = row('l1', 'A', {
    along: [piece('a.pdf', 'printed', 3), piece('b.csv', 'by-hand', 0), piece('c.png', 'printed', 1)],
  });
  it('adds the pages that are printed along', () => {
    expect([pagesAlong(full), pagesAlong(row('l2', 'B'))]).toEqual([4, 0]);
  });
  it('names what gets there in one way', () => {
    expect((['printed', 'by-hand', 'not-seen'] as const).map((how) => alongNames(full, how))).toEqual([
      'a.pdf, c.png',
      'b.csv',
      '',
    ]);
  });
});

describe('where the words of a letter came from', () => {
  const made = (path: string, version: number) => ({ path, version, sha256: 'ab'.repeat(32) });
  it.each([
    ['nothing is known of the oldest', null, ''],
    ['nothing was kept', { wording: [], templates: '' }, ''],
    [
      'the program’s own set',
      { wording: [], templates: 'ab12cd34ef' },
      'Wording as it came with the program (ab12cd34)',
    ],
    [
      'ours, each with its version',
      { wording: [made('common/why.txt', 2), made('gdpr/refused.txt', 1)], templates: 'ab' },
      'Our own wording: common/why.txt, version 2; gdpr/refused.txt, version 1',
    ],
  ])('%s', (_, way, said) => expect(madeOf(way)).toBe(said));
});
