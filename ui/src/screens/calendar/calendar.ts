// What the calendar decides: which days a month shows, where a key leads, what a day says of itself.

import type { AlsoDue, CalendarDay, CalendarDeadline, ClosingDay, Holiday } from '../../api/commands';
import { longDate, parts, shortDate } from '../../dates';
import { toneOfAlso } from '../../shared/also-due';
import type { Tone } from '../../shared/tone';
import { words } from '../../words';

export type View = 'month' | 'agenda';
export const VIEWS: readonly View[] = ['month', 'agenda'];

/** A day's dates fetched for the grid and for the agenda; the day itself is fetched whole when it is opened. */
export const MOST: Readonly<Record<View, number>> = { month: 8, agenda: 20 };

const w = words.calendar;
const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);

export function viewFrom(word: string | undefined): View {
  return word === 'agenda' ? 'agenda' : 'month';
}

/** Weeks begin on Sunday where the calendar on the wall does. */
export function sundayFirst(calendar: string): boolean {
  return /^(us|ca|tx)-/.test(calendar);
}

export function addDays(day: string, days: number): string {
  return iso(at(day) + days * 86_400_000);
}

/** The same day of another month, or its last one. */
export function addMonths(day: string, months: number): string {
  const it = parts(day);
  if (!it) return day;
  const last = new Date(Date.UTC(it.year, it.month + months, 0)).getUTCDate();
  return iso(Date.UTC(it.year, it.month - 1 + months, Math.min(it.day, last)));
}

export function sameMonth(a: string, b: string): boolean {
  return a.slice(0, 7) === b.slice(0, 7);
}

export function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(at(day)).getUTCDay());
}

/** 0 is the first column. */
function column(day: string, sunday: boolean): number {
  const weekday = new Date(at(day)).getUTCDay();
  return sunday ? weekday : (weekday + 6) % 7;
}

/** The weeks that a month touches, whole. */
export function weeksOf(day: string, sunday: boolean): string[][] {
  const first = `${day.slice(0, 7)}-01`;
  const after = addMonths(first, 1);
  const weeks: string[][] = [];
  for (let begins = addDays(first, -column(first, sunday)); begins < after; begins = addDays(begins, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, on) => addDays(begins, on)));
  }
  return weeks;
}

/** The days asked for: what the grid shows, or the month. */
export function spanOf(view: View, day: string, sunday: boolean): { from: string; to: string } {
  const first = `${day.slice(0, 7)}-01`;
  if (view === 'agenda') return { from: first, to: addDays(addMonths(first, 1), -1) };
  const weeks = weeksOf(day, sunday);
  return { from: weeks[0]?.[0] ?? first, to: weeks.at(-1)?.[6] ?? first };
}

/** The names of the columns, long and short. */
export function columnsOf(sunday: boolean): { long: string; short: string }[] {
  return Array.from({ length: 7 }, (_, on) => {
    const weekday = (on + (sunday ? 0 : 1)) % 7;
    return { long: words.dates.weekdaysLong[weekday] ?? '', short: words.dates.weekdays[weekday] ?? '' };
  });
}

export function monthTitle(day: string): string {
  const it = parts(day);
  return it ? w.monthOf(words.dates.monthsLong[it.month - 1] ?? '', it.year) : day;
}

/** The day a key leads to; null when it leads to none. */
export function keyDay(key: string, day: string, today: string, sunday: boolean): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'PageUp':
      return addMonths(day, -1);
    case 'PageDown':
      return addMonths(day, 1);
    case 'Home':
      return addDays(day, -column(day, sunday));
    case 'End':
      return addDays(day, 6 - column(day, sunday));
    case 't':
    case 'T':
      return today;
    default:
      return null;
  }
}

export function toneOfDate(date: Pick<CalendarDeadline, 'state' | 'safe'>): Tone {
  if (date.safe || date.state === 'passed') return 'plain';
  if (date.state === 'late') return 'overdue';
  return date.state === 'later' ? 'plain' : 'soon';
}

/** The most pressing tone of a day, for a cell that has no room for more. */
export function toneOfDay(day: CalendarDay | undefined): Tone {
  const tones = [...(day?.also ?? []).map(toneOfAlso), ...(day?.deadlines ?? []).map(toneOfDate)];
  return tones.find((tone) => tone === 'overdue') ?? tones.find((tone) => tone === 'soon') ?? 'plain';
}

/** Dates of requests and of the registers. */
export function datesOf(day: Pick<CalendarDay, 'total' | 'also'> | undefined): number {
  return (day?.total ?? 0) + (day?.also.length ?? 0);
}

/** What a cell has lines for: the dates with an hour and those that are late before the requests, the others after them. */
export type Line = { also: AlsoDue } | { date: CalendarDeadline };

export function linesOf(day: CalendarDay): Line[] {
  const { also } = day;
  const first = (one: AlsoDue) => one.at !== null || one.late;
  return [
    ...also.filter(first).map((one) => ({ also: one })),
    ...day.deadlines.map((date) => ({ date })),
    ...also.filter((one) => !first(one)).map((one) => ({ also: one })),
  ];
}

export function kindOf(date: Pick<CalendarDeadline, 'kind' | 'safe'>): string {
  return date.safe ? w.safe(w.kinds[date.kind]) : w.kinds[date.kind];
}

export function titleOf(date: CalendarDeadline): string {
  return w.chipTitle(date.reference, date.person, kindOf(date), date.law_short, w.states[date.state]);
}

/**
 * How many dates a cell has lines for, beside its number, a line of holidays and one of closing days.
 * Sizes are those of the stylesheet, in units of the text; one date shows however little room there is.
 */
export function linesIn(height: number, rem: number, notes: number): number {
  const [head, line, note] = [2.15, 1.86, 1.43];
  return Math.max(1, Math.floor((height / rem - head - notes * note) / line));
}

/** What a holiday does, place by place, each a sentence. */
export function effectsOf(holiday: Holiday, day: string): string[] {
  return holiday.places.map((place) => {
    if (place.laws.length === 0) return w.movesNothing(place.name);
    return isWeekend(day) ? w.weekendAnyway(place.name) : w.moves(place.name, place.laws.join(', '));
  });
}

/** A holiday that can move a date is drawn in ink, another in grey. */
export function heeded(holiday: Holiday): boolean {
  return holiday.places.some((place) => place.laws.length > 0);
}

/** What a screen reader hears of a cell first; with `all`, also what the cell has no room to write. */
export function cellLabel(day: string, today: string, of: CalendarDay | undefined, all: boolean): string {
  const said = [longDate(day)];
  if (day === today) said.push(words.dates.today);
  if (all) for (const holiday of of?.holidays ?? []) said.push(holiday.name);
  if (all) for (const name of of?.closing ?? []) said.push(w.closedFor(name));
  if (of && datesOf(of) > 0) said.push(w.dates(datesOf(of)));
  return w.cell(said);
}

/** "every year, next Thu 24 Dec" and the like. */
export function aboutClosing(it: ClosingDay, today: string): string {
  const span = w.closingSpan(shortDate(it.first, today), shortDate(it.last, today));
  const again = it.yearly ? w.yearly : w.once;
  if (it.next === null) return `${span}, ${w.over}`;
  return it.next === it.first
    ? `${span}, ${again}`
    : `${span}, ${again}, ${w.next(shortDate(it.next, today))}`;
}

export interface ClosingForm {
  name: string;
  first: string;
  last: string;
  yearly: boolean;
}

export type ClosingProblems = Partial<Record<'name' | 'first' | 'last', string>>;

export function closingProblems(form: ClosingForm): ClosingProblems {
  const found: ClosingProblems = {};
  if (!form.name.trim()) found.name = w.closingNeedName;
  if (!form.first) found.first = w.closingNeedFirst;
  if (form.first && form.last && form.last < form.first) found.last = w.closingTurned;
  return found;
}
