import { describe, expect, it } from 'vitest';
import type { ChildIn, ChildRow, ChildStanding, RegisterDate } from '../../../api/commands';
import { daysBetween } from '../../../dates';
import {
  ageWhere,
  cleanedChild,
  emptyChild,
  filtered,
  hasToDo,
  isBorn,
  knownOf,
  lacksChild,
  ofAge,
  toneOfStanding,
} from './children';

const date = (met_on: string | null = null): RegisterDate => ({
  what: '',
  by: '2026-03-10',
  days: 5,
  working: [],
  cite: '',
  caution: null,
  met_on,
});
const row = (id: number, standing: ChildStanding, more: Partial<ChildRow> = {}): ChildRow => ({
  id,
  child: 'Theo',
  parent: 'June',
  standing,
  may_collect: false,
  may_disclose: false,
  next_step: '',
  date: null,
  of_age_from: null,
  of_age_by: null,
  request: null,
  struck: '',
  ...more,
});
const good: ChildIn = {
  ...emptyChild(),
  child: 'Theo',
  born: '2014',
  parent: { name: 'June', email: 'june@example.net', phone: '', address: [] },
  service: 'The club',
  collects: 'First name',
};
const fields = (it: ChildIn, known: 'born' | 'age' = 'born', discloses = false) =>
  lacksChild(it, known, discloses).map((problem) => problem.field);

describe('the files', () => {
  const rows = [
    row(1, 'awaiting-consent', { date: date() }),
    row(2, 'found'),
    row(3, 'use-only', { date: date('2026-03-01') }),
    row(4, 'erased'),
    row(5, 'lapsed', { struck: 'Twice.' }),
    row(6, 'exception'),
  ];
  const ids = (filter: Parameters<typeof filtered>[1]) => filtered(rows, filter).map((it) => it.id);

  it('wait for somebody by their standing or by a date that is not met', () => {
    expect(rows.map(hasToDo)).toEqual([true, true, false, false, false, false]);
  });

  it('fall under the filters, struck out under those that ended', () => {
    expect(ids('all')).toEqual([1, 2, 3, 4, 5, 6]);
    expect(ids('todo')).toEqual([1, 2]);
    expect(ids('consent')).toEqual([3]);
    expect(ids('ended')).toEqual([4, 5]);
  });

  it('have a colour that warns only where something is wrong', () => {
    const warns: ChildStanding[] = ['found', 'lapsed'];
    for (const one of warns) expect(toneOfStanding(one)).toBe('overdue');
    expect(toneOfStanding('use-only')).toBe('done');
    expect(toneOfStanding('refused')).toBe('plain');
  });
});

describe('reaching the age', () => {
  const at = (from: string | null, by: string | null, standing: ChildStanding = 'use-only') =>
    ofAge({ of_age_from: from, of_age_by: by, standing }, '2026-03-05', daysBetween);

  it('is noticed some months before, when it may be, and when it surely is', () => {
    expect(at('2027-01-01', '2027-12-31')).toBeNull();
    expect(at('2026-05-01', '2027-04-30')).toEqual({ kind: 'soon', day: '2026-05-01' });
    expect(at('2026-03-05', '2027-03-04')).toEqual({ kind: 'maybe', day: '2026-03-05' });
    // The last day in doubt is in doubt.
    expect(at('2025-03-06', '2026-03-05')).toEqual({ kind: 'maybe', day: '2025-03-06' });
    expect(at('2025-03-05', '2026-03-04')).toEqual({ kind: 'surely', day: '2026-03-04' });
  });

  it('says nothing where nothing is known, or nothing is left', () => {
    expect(at(null, null)).toBeNull();
    expect(at('2025-01-01', '2025-12-31', 'erased')).toBeNull();
  });
});

describe('a new file', () => {
  it('asks for no day of birth', () => {
    for (const born of ['2014', '2014-07', ' 2014-12 ']) expect(isBorn(born)).toBe(true);
    for (const born of ['2014-07-01', '2014-13', '2014-00', '14', '01.07.2014', 'seven'])
      expect(isBorn(born)).toBe(false);
  });

  it('can be opened with what is needed: the age decides whether a parent is asked', () => {
    expect(fields(good)).toEqual([]);
    expect(fields({ ...good, born: '', collects: '' })).toEqual(['born']);
    expect(fields(emptyChild())).toEqual(['child', 'born', 'parent.name', 'service']);
  });

  it('needs the parent only where a request is logged for them', () => {
    const parent = (parent: Partial<ChildIn['parent']>, more: Partial<ChildIn> = {}) =>
      fields({ ...good, ...more, parent: { name: '', email: '', phone: '', address: [], ...parent } });
    expect(parent({ phone: '+1 415 555 0143' })).toEqual(['parent.name']);
    expect(parent({ name: 'June' })).toEqual([]);
    expect(parent({}, { log_request: false })).toEqual([]);
    expect(parent({}, { request: 12 })).toEqual([]);
    expect(parent({ email: 'june' })).toEqual(['parent.email']);
  });

  it('takes an age only where the age is what is known', () => {
    expect(fields({ ...good, age: null }, 'age')).toEqual(['age']);
    expect(fields({ ...good, age: 30 }, 'age')).toEqual(['age']);
    expect(fields({ ...good, age: 0 }, 'age')).toEqual([]);
    expect(knownOf({ ...good, born: '', age: 11 })).toBe('age');
    expect(knownOf(good)).toBe('born');
  });

  it('says to whom it goes once it is to go to somebody', () => {
    expect(fields(good, 'born', true)).toEqual(['discloses']);
    expect(fields({ ...good, discloses: 'Clubs' }, 'born', true)).toEqual([]);
  });

  it('sends nothing from a field that is no longer asked', () => {
    const typed = {
      ...good,
      child: ' Theo ',
      age: 11,
      discloses: 'Clubs',
      integral: 'No way around',
      request: 12,
    };
    expect(cleanedChild(typed, 'born', false)).toMatchObject({
      child: 'Theo',
      born: '2014',
      age: null,
      discloses: '',
      integral: '',
      log_request: false,
    });
    expect(cleanedChild({ ...typed, request: null }, 'age', true)).toMatchObject({
      born: '',
      age: 11,
      discloses: 'Clubs',
      log_request: true,
    });
  });
});

describe('the age that counts', () => {
  const age = (place: string, years: number) => ({
    place,
    name: place,
    age: years,
    law: '',
    note: { message: '', cite: '', caution: null },
  });
  const ages = [age('us', 13), age('de', 16)];

  it('is that of the country, also for one of its states', () => {
    expect(ageWhere(ages, 'de')?.age).toBe(16);
    expect(ageWhere(ages, 'us-ca')?.age).toBe(13);
    expect(ageWhere(ages, 'jp')).toBeNull();
    expect(ageWhere(ages, '')).toBeNull();
  });
});
