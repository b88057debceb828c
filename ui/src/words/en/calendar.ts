import type { DayState, DeadlineKind } from '../../api/commands';
import { figure } from '../../numbers';

const kinds: Record<DeadlineKind, string> = {
  acknowledge: 'Acknowledge',
  respond: 'Answer',
  'extension-notice': 'Tell of an extension',
  'extended-respond': 'Answer, extended',
  cease: 'Stop',
  'refusal-notice': 'Tell a refusal',
  'compliance-notice': 'Tell that it is done',
};

const states: Record<DayState, string> = {
  late: 'late',
  today: 'due today',
  soon: 'due soon',
  later: 'due later',
  passed: 'passed',
};

const dates = (count: number) => (count === 1 ? '1 date' : `${figure(count)} dates`);
const lateDates = (count: number) => (count === 1 ? '1 late date' : `${figure(count)} late dates`);

export const calendar = {
  title: 'Calendar',
  view: 'Show as',
  views: { month: 'Month', agenda: 'Agenda' },
  earlier: 'Earlier month',
  later: 'Later month',
  today: 'Today',
  todayKeys: 'T',
  monthOf: (month: string, year: number) => `${month} ${year}`,
  laws: 'Laws',
  all: 'All laws',
  grid: (month: string) => `Open dates in ${month}`,
  more: (count: number) => `+${figure(count)} more`,
  dates,
  kinds,
  states,
  safe: (kind: string) => `Safe by: ${kind}`,
  inRegister: 'In a register',
  byHour: (hour: string) => `By ${hour}`,
  safeNote: (due: string) => `Safe on every reading by this day; due ${due}.`,
  chip: (kind: string, person: string) => `${kind} · ${person}`,
  chipTitle: (reference: string, person: string, kind: string, law: string, state: string) =>
    `${reference}, ${person}: ${kind} (${law}), ${state}`,
  cell: (parts: readonly string[]) => parts.join(', '),
  holidayTitle: (name: string, effects: readonly string[]) => `${name}. ${effects.join(' ')}`,
  moves: (place: string, laws: string) => `${place}: moves dates under ${laws}.`,
  movesNothing: (place: string) => `${place}: no legal effect.`,
  weekendAnyway: (place: string) => `${place}: a weekend day, so it moves nothing more.`,
  closedFor: (name: string) => `House closed: ${name}`,
  closedNote: 'A closing day of the house moves no legal date.',
  holidays: 'Holidays',
  lateBefore: (count: number) => `${lateDates(count)} before this month.`,
  toLate: 'Go to the first',
  open: (reference: string) => `Open ${reference}`,
  whyOf: (reference: string) => `Why this date of ${reference}?`,
  whyGone: 'This date has changed since. Look at the request.',
  showAll: (count: number) => `Show all ${dates(count)} of this day`,
  dayEmpty: 'Nothing is due on this day.',
  monthEmpty:
    'Nothing is due in this month. Dates of requests and of the registers stand here as soon as there are any; holidays and closing days show beside them.',
  lawEmpty: 'No date under this law in this month.',
  failed: 'The calendar could not be read.',

  save: 'Save as .ics…',
  saveTitle: 'Open dates for another calendar',
  saveAbout:
    'Every open date as an all-day entry, such as “2026-0042: answer due (EU GDPR)”; those of the registers by their number, an hour in words. Names, addresses and words stay in the desk.',
  saveHolidays: 'Holidays of the next twelve months',
  saveClosing: 'Closing days of the next twelve months, without their names',
  saveDo: 'Save as .ics…',
  savedAt: (place: string) => `The calendar is at ${place}. It shows the dates as they are now.`,

  closing: 'Closing days',
  closingTitle: 'Closing days of the house',
  closingAbout:
    'Company holidays and the like. They show in the calendar and beside a date that falls on one, and move no legal date.',
  closingEmpty: 'No closing day yet. Add the company holiday, and let it come back every year.',
  closingName: 'Name',
  closingNameHint: 'It is shown in this desk only; an .ics file says no more than that the house is closed.',
  closingFirst: 'First day',
  closingLast: 'Last day',
  closingLastHint: 'Empty for a single day.',
  closingYearly: 'Every year',
  closingAdd: 'Add the closing day',
  closingAdded: (name: string) => `${name} is in the calendar.`,
  closingRemove: (name: string) => `Remove ${name}`,
  closingRemoved: (name: string) => `${name} is removed.`,
  closingNeedName: 'Write a name, such as Company holiday.',
  closingNeedFirst: 'Choose the first day.',
  closingTurned: 'The last day lies before the first.',
  closingSpan: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
  yearly: 'every year',
  once: 'once',
  over: 'over',
  next: (day: string) => `next ${day}`,
};
