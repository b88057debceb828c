// What the children's register decides: which files fit a filter, what colour a standing has, what a new file lacks.

import type { ChildIn, ChildRow, ChildStanding, ConsentAge, Person, Problem } from '../../../api/commands';
import type { Tone } from '../../../shared/tone';
import { words } from '../../../words';

const w = words.registers.children.sheet.lacks;

const TONES: Record<ChildStanding, Tone> = {
  'notice-due': 'soon',
  'awaiting-consent': 'waiting',
  'confirmation-due': 'soon',
  'use-only': 'done',
  'use-and-disclose': 'done',
  exception: 'info',
  refused: 'plain',
  withdrawn: 'plain',
  lapsed: 'overdue',
  erased: 'plain',
  'of-age': 'info',
  found: 'overdue',
};

export const toneOfStanding = (standing: ChildStanding): Tone => TONES[standing];

export type Filter = 'all' | 'todo' | 'consent' | 'ended';
export const FILTERS: readonly Filter[] = ['all', 'todo', 'consent', 'ended'];

const TO_DO: readonly ChildStanding[] = ['notice-due', 'confirmation-due', 'lapsed', 'found'];
const CONSENT: readonly ChildStanding[] = ['use-only', 'use-and-disclose'];
const ENDED: readonly ChildStanding[] = ['refused', 'withdrawn', 'erased', 'of-age'];

/** A file in which something waits for somebody: for us by its standing, or for a date. */
export function hasToDo(row: Pick<ChildRow, 'standing' | 'date' | 'struck'>): boolean {
  return (
    row.struck === '' && (TO_DO.includes(row.standing) || (row.date !== null && row.date.met_on === null))
  );
}

function fits(row: ChildRow, filter: Filter): boolean {
  if (filter === 'todo') return hasToDo(row);
  if (filter === 'consent') return row.struck === '' && CONSENT.includes(row.standing);
  if (filter === 'ended') return row.struck !== '' || ENDED.includes(row.standing);
  return true;
}

/** In the order of the core, which puts first what has something to do. */
export function filtered(rows: readonly ChildRow[], filter: Filter): ChildRow[] {
  return rows.filter((row) => fits(row, filter));
}

export type OfAge = { kind: 'surely' | 'maybe' | 'soon'; day: string } | null;

const SOON_DAYS = 92;

/** Whether the age is reached, may be reached, or is a few months off. */
export function ofAge(
  row: Pick<ChildRow, 'of_age_from' | 'of_age_by' | 'standing'>,
  today: string,
  daysFrom: (a: string, b: string) => number | null,
): OfAge {
  if (row.standing === 'erased') return null;
  const { of_age_from: from, of_age_by: by } = row;
  // `by` is the last day on which it may still be too young.
  if (by !== null && by < today) return { kind: 'surely', day: by };
  if (from !== null && from <= today) return { kind: 'maybe', day: from };
  const left = from === null ? null : daysFrom(today, from);
  return from !== null && left !== null && left <= SOON_DAYS ? { kind: 'soon', day: from } : null;
}

export const nobody = (): Person => ({ name: '', email: '', phone: '', address: [] });

export function emptyChild(): ChildIn {
  return {
    child: '',
    born: '',
    age: null,
    residence: '',
    parent: nobody(),
    service: '',
    collects: '',
    discloses: '',
    integral: '',
    contact_collected_on: '',
    request: null,
    log_request: true,
  };
}

/** A year or a month of it; a day is one too many. */
export function isBorn(text: string): boolean {
  return /^(19|20)\d\d(-(0[1-9]|1[0-2]))?$/.test(text.trim());
}

export type Known = 'born' | 'age';

/** Which of the two the sheet asks: what stands there already. */
export const knownOf = (child: ChildIn): Known => (child.age !== null && child.born === '' ? 'age' : 'born');

/** As it is sent: without blanks at the ends, and without what a field held that is no longer asked for. */
export function cleanedChild(child: ChildIn, known: Known, discloses: boolean): ChildIn {
  const { parent } = child;
  return {
    ...child,
    child: child.child.trim(),
    born: known === 'born' ? child.born.trim() : '',
    age: known === 'age' ? child.age : null,
    parent: {
      name: parent.name.trim(),
      email: parent.email.trim(),
      phone: parent.phone.trim(),
      address: parent.address.map((line) => line.trim()).filter(Boolean),
    },
    service: child.service.trim(),
    collects: child.collects.trim(),
    discloses: discloses ? child.discloses.trim() : '',
    integral: discloses ? child.integral.trim() : '',
    log_request: child.request === null && child.log_request,
  };
}

/** What a file lacks before the core is asked; it has the last word. */
export function lacksChild(child: ChildIn, known: Known, discloses: boolean): Problem[] {
  const found: Problem[] = [];
  const lack = (field: string, message: string) => found.push({ field, message });
  if (!child.child.trim()) lack('child', w.child);
  if (known === 'born' && !isBorn(child.born)) lack('born', w.born);
  if (known === 'age' && (child.age === null || child.age < 0 || child.age > 17)) lack('age', w.age);
  const { parent } = child;
  if (parent.email.trim() !== '' && !/^\S+@\S+$/.test(parent.email.trim()))
    lack('parent.email', w.parentEmail);
  // Data may turn up before anybody knows the parent; a request can be logged only for somebody.
  const asks = child.log_request && child.request === null;
  if (asks && !parent.name.trim() && !parent.email.trim()) lack('parent.name', w.parent);
  if (!child.service.trim()) lack('service', w.service);
  if (discloses && !child.discloses.trim()) lack('discloses', w.discloses);
  return found;
}

export const CHILD_FIELDS: readonly string[] = [
  'child',
  'born',
  'age',
  'residence',
  'parent.name',
  'parent.email',
  'parent.phone',
  'parent.address',
  'service',
  'collects',
  'discloses',
  'integral',
  'contact_collected_on',
  'request',
  'log_request',
  'reason',
];

/** The age that counts where the child lives; a state of the USA is under the rule of the USA. */
export function ageWhere(ages: readonly ConsentAge[], residence: string): ConsentAge | null {
  const find = (place: string) => ages.find((it) => it.place === place) ?? null;
  return find(residence) ?? find(residence.split('-')[0] ?? '');
}

/** What a column of the list is put in order by; what has no date stands behind what has one. */
export function sortValue(row: ChildRow, column: string): string {
  switch (column) {
    case 'parent':
      return row.parent;
    case 'standing':
      return row.standing;
    case 'next':
      return row.next_step;
    case 'date':
      return row.date?.by ?? '9999';
    default:
      return row.child;
  }
}
