// What the register of incidents decides: what a new one lacks, who was told, what a pasted list says.

import type {
  IncidentIn,
  IncidentPerson,
  IncidentPersonIn,
  IncidentRisk,
  IncidentRow,
  Person,
  Problem,
  RegisterDate,
  Way,
} from '../../../api/commands';
import { matches } from '../../../shared/search';
import type { Tone } from '../../../shared/tone';
import { words } from '../../../words';

const w = words.registers.incidents;

const TONES: Record<IncidentRisk, Tone> = {
  open: 'waiting',
  unlikely: 'plain',
  risk: 'soon',
  high: 'overdue',
};
export const toneOfRisk = (risk: IncidentRisk): Tone => TONES[risk];
export const RISKS: readonly IncidentRisk[] = ['open', 'unlikely', 'risk', 'high'];

/** Ways in which somebody wants to be told. */
export const PREFERRED: readonly Way[] = ['mail', 'post', 'phone', 'account', 'in-person'];
/** Ways in which somebody can be told without a letter of ours. */
export const TOLD_BY: readonly Way[] = [
  'phone',
  'in-person',
  'account',
  'account-representative',
  'mail',
  'post',
];

export function emptyIncident(): IncidentIn {
  return {
    title: '',
    aware_at: '',
    happened_from: '',
    happened_until: '',
    nature: '',
    data: '',
    people: 0,
    records: 0,
    consequences: '',
    measures: '',
    advice: '',
    risk: 'open',
    risk_reason: '',
    residences: [],
    reason: '',
  };
}

export function cleanedIncident(it: IncidentIn): IncidentIn {
  return {
    ...it,
    title: it.title.trim(),
    nature: it.nature.trim(),
    data: it.data.trim(),
    consequences: it.consequences.trim(),
    measures: it.measures.trim(),
    advice: it.advice.trim(),
    risk_reason: it.risk_reason.trim(),
    reason: it.reason.trim(),
  };
}

export function lacksIncident(it: IncidentIn, change: boolean): Problem[] {
  const found: Problem[] = [];
  const lacks = w.sheet.lacks;
  const lack = (field: string, message: string) => found.push({ field, message });
  if (!it.title.trim()) lack('title', lacks.title);
  if (it.aware_at === '') lack('aware_at', lacks.aware);
  if (it.happened_from !== '' && it.happened_until !== '' && it.happened_until < it.happened_from)
    lack('happened_until', lacks.until);
  if (it.risk === 'unlikely' && !it.risk_reason.trim()) lack('risk_reason', lacks.riskReason);
  if (change && !it.reason.trim()) lack('reason', words.registers.files.reasonNeeded);
  return found;
}

export const INCIDENT_FIELDS: readonly string[] = [
  'title',
  'aware_at',
  'happened_from',
  'happened_until',
  'nature',
  'data',
  'people',
  'records',
  'consequences',
  'measures',
  'advice',
  'risk',
  'risk_reason',
  'residences',
  'reason',
];

export type Filter = 'all' | 'open' | 'closed';
export const FILTERS: readonly Filter[] = ['all', 'open', 'closed'];

export function fits(row: Pick<IncidentRow, 'closed_on' | 'struck'>, filter: Filter): boolean {
  const open = row.closed_on === null && row.struck === '';
  return filter === 'all' || (filter === 'open' ? open : !open);
}

export const findIncidents = (rows: readonly IncidentRow[], filter: Filter, search: string): IncidentRow[] =>
  rows.filter((row) => fits(row, filter) && matches(row.title, search.trim()));

/** What is still to be done, the earliest first; then what is done. */
export const inOrder = (dates: readonly RegisterDate[]): RegisterDate[] =>
  [...dates].sort(
    (a, b) => Number(a.met_on !== null) - Number(b.met_on !== null) || a.by.localeCompare(b.by),
  );

export const untold = (people: readonly IncidentPerson[]): IncidentPerson[] =>
  people.filter((one) => one.told_on === null);

export const nameOf = (person: Person): string =>
  person.name || person.email || person.phone || person.address[0] || '';

export const findPeople = (people: readonly IncidentPerson[], search: string): IncidentPerson[] =>
  people.filter(({ person }) =>
    matches(`${person.name} ${person.email} ${person.phone} ${person.address.join(' ')}`, search.trim()),
  );

export interface Pasted {
  people: IncidentPersonIn[];
  bad: { line: number; text: string; reason: string }[];
}

const MAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
const PHONE = /^\+?[\d\s()/.-]{6,}$/;

/** Names, addresses and numbers in a line, whatever their order; what separates them is what the line has most of. */
function personOf(line: string): Person {
  const separator = ['\t', ';', ','].find((it) => line.includes(it)) ?? '\t';
  const person: Person = { name: '', email: '', phone: '', address: [] };
  for (const raw of line.split(separator)) {
    const part = raw
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim();
    if (part === '') continue;
    const named = /^(.*?)\s*<([^<>]+)>$/.exec(part);
    if (named && MAIL.test(named[2] ?? '')) {
      person.name ||= (named[1] ?? '').trim();
      person.email ||= named[2] ?? '';
    } else if (MAIL.test(part)) person.email ||= part;
    else if (PHONE.test(part) && part.replace(/\D/g, '').length >= 6) person.phone ||= part;
    else if (!person.name) person.name = part;
    else person.address.push(part);
  }
  return person;
}

/** One line, one person. A heading and empty lines are passed over; a line in which nobody can be reached is listed. */
export function readPasted(text: string): Pasted {
  const found: Pasted = { people: [], bad: [] };
  const seen = new Set<string>();
  text.split(/\r?\n/).forEach((line, at) => {
    const bare = line.trim();
    if (bare === '' || (at === 0 && /^"?(name|e-?mail)"?\s*[\t;,]/i.test(bare))) return;
    const person = personOf(bare);
    const reachable = person.email || person.phone || person.address.length > 0;
    if (!reachable) {
      found.bad.push({ line: at + 1, text: bare, reason: w.peopleSheet.badReason });
      return;
    }
    const key = (person.email || `${person.name}|${person.phone}|${person.address.join('|')}`).toLowerCase();
    if (seen.has(key)) found.bad.push({ line: at + 1, text: bare, reason: w.peopleSheet.twice });
    else found.people.push({ person, residence: '', preferred: null });
    seen.add(key);
  });
  return found;
}

/** What one person who is typed lacks. */
export function lacksPerson(person: Person): Problem[] {
  const lacks = w.peopleSheet.lacks;
  if (person.email.trim() !== '' && !/^\S+@\S+$/.test(person.email.trim()))
    return [{ field: 'person.email', message: lacks.email }];
  const reach = [person.email, person.phone, ...person.address].some((part) => part.trim() !== '');
  return person.name.trim() !== '' && reach ? [] : [{ field: 'person.name', message: lacks.person }];
}

/** Those whose names can be erased: whoever is still to be told keeps theirs while the incident is open. */
export const erasable = (people: readonly IncidentPerson[], running: boolean): IncidentPerson[] =>
  people.filter((one) => one.erased_on === null && !(running && one.told_on === null));

/** What a column of the list is put in order by. */
export function sortValue(row: IncidentRow, column: string): string | number {
  switch (column) {
    case 'aware':
      return row.aware_at;
    case 'risk':
      return RISKS.indexOf(row.risk);
    case 'people':
      return row.people;
    case 'next':
      return row.next?.by ?? '9999';
    default:
      return row.title;
  }
}
