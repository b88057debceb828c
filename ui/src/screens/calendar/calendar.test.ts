import { describe, expect, it } from 'vitest';
import type { AlsoDue, CalendarDay, CalendarDeadline, ClosingDay, Holiday } from '../../api/commands';
import {
  aboutClosing,
  addMonths,
  cellLabel,
  closingProblems,
  columnsOf,
  datesOf,
  effectsOf,
  heeded,
  keyDay,
  kindOf,
  linesIn,
  linesOf,
  monthTitle,
  spanOf,
  sundayFirst,
  titleOf,
  toneOfDate,
  toneOfDay,
  viewFrom,
  weeksOf,
} from './calendar';

const date = (some: Partial<CalendarDeadline> = {}): CalendarDeadline => ({
  request: 7,
  reference: '2026-0042',
  person: 'Marek Łukasiewicz',
  rights: ['access'],
  law: 'eu-gdpr',
  law_short: 'EU GDPR',
  kind: 'respond',
  state: 'later',
  leads: true,
  safe: false,
  due: '2026-03-05',
  ...some,
});
const day = (some: Partial<CalendarDay> = {}): CalendarDay => ({
  day: '2026-03-05',
  total: 0,
  deadlines: [],
  also: [],
  holidays: [],
  closing: [],
  ...some,
});

const inRegister = (some: Partial<AlsoDue> = {}): AlsoDue => ({
  register: 'incidents',
  id: 71,
  title: 'Letters sent to strangers',
  what: 'Tell the supervisory authority.',
  by: '2026-03-05',
  at: null,
  days: 0,
  late: false,
  law: '',
  why: [],
  cite: '',
  caution: null,
  ...some,
});

describe('dates of the registers', () => {
  it('stand among those of requests: an hour or a late one first, the others last', () => {
    const of = day({
      total: 1,
      deadlines: [date()],
      also: [inRegister({ id: 1 }), inRegister({ id: 2, at: '15:00' }), inRegister({ id: 3, late: true })],
    });
    expect(linesOf(of).map((line) => ('also' in line ? line.also.id : line.date.reference))).toEqual([
      2,
      3,
      '2026-0042',
      1,
    ]);
    expect(datesOf(of)).toBe(4);
    expect(datesOf(undefined)).toBe(0);
  });
  it('give a day its tone and are counted when it is read', () => {
    expect(toneOfDay(day({ also: [inRegister({ days: 9 })] }))).toBe('plain');
    expect(toneOfDay(day({ also: [inRegister()] }))).toBe('soon');
    expect(toneOfDay(day({ also: [inRegister({ late: true })], deadlines: [date()] }))).toBe('overdue');
    expect(cellLabel('2026-03-05', '2026-03-06', day({ also: [inRegister()] }), false)).toBe(
      'Thu 5 Mar 2026, 1 date',
    );
  });
});

describe('the days of a month', () => {
  it('are whole weeks that begin on Monday', () => {
    const weeks = weeksOf('2026-03-18', false);
    expect(weeks).toHaveLength(6);
    expect(weeks[0]).toEqual([
      '2026-02-23',
      '2026-02-24',
      '2026-02-25',
      '2026-02-26',
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
    expect(weeks.at(-1)?.at(-1)).toBe('2026-04-05');
  });

  it('begin on Sunday under the calendars of the United States', () => {
    expect(['us-fed', 'ca-cons', 'tx-legal'].every(sundayFirst)).toBe(true);
    expect(['de-hh', 'gb-eng', 'none', 'at'].some(sundayFirst)).toBe(false);
    expect(weeksOf('2026-03-18', true)[0]?.[0]).toBe('2026-03-01');
    expect(columnsOf(true)[0]?.short).toBe('Sun');
    expect(columnsOf(false).map((it) => it.short)).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
  });

  it('are four weeks when February fits into them', () => {
    expect(weeksOf('2027-02-10', false)).toHaveLength(4);
  });

  it('are asked for as the view shows them and no further', () => {
    expect(spanOf('month', '2026-03-18', false)).toEqual({ from: '2026-02-23', to: '2026-04-05' });
    expect(spanOf('agenda', '2028-02-18', false)).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  });
});

describe('the keys', () => {
  const to = (key: string, from = '2026-03-31') => keyDay(key, from, '2026-03-05', false);
  it('move by day, week and month', () => {
    expect(to('ArrowRight')).toBe('2026-04-01');
    expect(to('ArrowLeft')).toBe('2026-03-30');
    expect(to('ArrowUp')).toBe('2026-03-24');
    expect(to('ArrowDown')).toBe('2026-04-07');
    expect(to('PageDown')).toBe('2026-04-30');
    expect(to('PageUp')).toBe('2026-02-28');
    expect(to('Home')).toBe('2026-03-30');
    expect(to('End')).toBe('2026-04-05');
    expect(keyDay('Home', '2026-03-31', '2026-03-05', true)).toBe('2026-03-29');
  });
  it('lead to today, and nowhere when they mean nothing', () => {
    expect(to('t')).toBe('2026-03-05');
    expect(to('x')).toBeNull();
  });
  it('cross a year without losing the day', () => {
    expect(addMonths('2026-12-31', 2)).toBe('2027-02-28');
    expect(addMonths('2027-01-31', -2)).toBe('2026-11-30');
  });
});

describe('a date', () => {
  it('is pressing, soon or quiet', () => {
    expect(toneOfDate(date({ state: 'late' }))).toBe('overdue');
    expect(toneOfDate(date({ state: 'today' }))).toBe('soon');
    expect(toneOfDate(date({ state: 'later' }))).toBe('plain');
    expect(toneOfDate(date({ state: 'passed', kind: 'extension-notice' }))).toBe('plain');
    expect(toneOfDate(date({ state: 'soon', safe: true }))).toBe('plain');
  });
  it('gives its tone to a day without room for words', () => {
    expect(toneOfDay(day({ deadlines: [date(), date({ state: 'soon' }), date({ state: 'late' })] }))).toBe(
      'overdue',
    );
    expect(toneOfDay(undefined)).toBe('plain');
  });
  it('says whose it is, what is due and under which law', () => {
    expect(titleOf(date({ state: 'soon' }))).toBe('2026-0042, Marek Łukasiewicz: Answer (EU GDPR), due soon');
    expect(kindOf(date({ safe: true }))).toBe('Safe by: Answer');
  });
  it('has a line in its cell, however little room there is', () => {
    expect(linesIn(118, 14, 0)).toBe(3);
    expect(linesIn(118, 14, 1)).toBe(2);
    expect(linesIn(118, 28, 0)).toBe(1);
    expect(linesIn(20, 14, 2)).toBe(1);
  });
});

describe('a holiday', () => {
  const of = (laws: string[]): Holiday => ({
    name: 'Good Friday',
    places: [
      { calendar: 'de-hh', name: 'Hamburg', home: true, laws },
      { calendar: 'ca-cons', name: 'California', home: false, laws: [] },
    ],
  });
  it('says under which law it moves dates, and where it moves none', () => {
    expect(effectsOf(of(['EU GDPR']), '2026-04-03')).toEqual([
      'Hamburg: moves dates under EU GDPR.',
      'California: no legal effect.',
    ]);
    expect(heeded(of(['EU GDPR']))).toBe(true);
    expect(heeded(of([]))).toBe(false);
  });
  it('moves nothing more on a weekend', () => {
    expect(effectsOf(of(['EU GDPR']), '2026-04-04')[0]).toBe(
      'Hamburg: a weekend day, so it moves nothing more.',
    );
  });
});

describe('a cell', () => {
  it('is read with its weekday, today, holidays, closing days and dates', () => {
    const of = day({ total: 3, closing: ['Summer party'], holidays: [{ name: 'Whit Monday', places: [] }] });
    expect(cellLabel('2026-03-05', '2026-03-05', of, true)).toBe(
      'Thu 5 Mar 2026, today, Whit Monday, House closed: Summer party, 3 dates',
    );
    expect(cellLabel('2026-03-05', '2026-03-05', of, false)).toBe('Thu 5 Mar 2026, today, 3 dates');
    expect(cellLabel('2026-03-06', '2026-03-05', undefined, true)).toBe('Fri 6 Mar 2026');
  });
});

describe('a closing day', () => {
  const it2 = (some: Partial<ClosingDay>): ClosingDay => ({
    id: 1,
    name: 'Company holiday',
    first: '2025-12-24',
    last: '2026-01-01',
    yearly: true,
    next: '2026-12-24',
    ...some,
  });
  it('says when it is, and when again', () => {
    expect(aboutClosing(it2({}), '2026-03-05')).toBe(
      'Wed 24 Dec 2025 to Thu 1 Jan, every year, next Thu 24 Dec',
    );
    const once = it2({ first: '2026-05-15', last: '2026-05-15', yearly: false, next: '2026-05-15' });
    expect(aboutClosing(once, '2026-03-05')).toBe('Fri 15 May, once');
    expect(aboutClosing({ ...once, next: null }, '2026-06-05')).toBe('Fri 15 May, over');
  });
  it('needs a name, a first day, and its days in their order', () => {
    expect(Object.keys(closingProblems({ name: ' ', first: '', last: '', yearly: false }))).toEqual([
      'name',
      'first',
    ]);
    const turned = { name: 'A', first: '2026-05-15', last: '2026-05-14', yearly: false };
    expect(Object.keys(closingProblems(turned))).toEqual(['last']);
    expect(closingProblems({ ...turned, last: '' })).toEqual({});
  });
});

describe('what is remembered', () => {
  it('is the month unless the agenda was chosen', () => {
    expect(viewFrom('agenda')).toBe('agenda');
    expect(viewFrom('')).toBe('month');
    expect(viewFrom(undefined)).toBe('month');
    expect(monthTitle('2026-11-22')).toBe('November 2026');
  });
});
