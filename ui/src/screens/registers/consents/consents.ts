// What the register of explicit consents decides: what a new one lacks, and how one is found.

import type { ConsentIn, ConsentRow, ConsentStanding, DataTopic, Problem } from '../../../api/commands';
import { plainDate } from '../../../dates';
import { matches } from '../../../shared/search';
import type { Tone } from '../../../shared/tone';
import { words } from '../../../words';
import { nobody } from '../children/children';

const w = words.registers.consents;

const TONES: Record<ConsentStanding, Tone> = { given: 'done', ended: 'plain', withdrawn: 'plain' };
export const toneOfConsent = (standing: ConsentStanding): Tone => TONES[standing];

/** What a consent may cover, the sensitive first. */
export const TOPICS: readonly DataTopic[] = [
  'health',
  'sensitive',
  'financial',
  'child-data',
  'content',
  'usage-data',
  'contact-details',
  'email-address',
];

export function emptyConsent(): ConsentIn {
  return {
    person: nobody(),
    data: [],
    purpose: '',
    disclose: false,
    recipient: null,
    given_on: '',
    how: '',
    evidence: '',
    until: '',
    note: '',
    request: null,
  };
}

/** As it is sent: without blanks at the ends, and without what a field held that is no longer asked for. */
export function cleanedConsent(it: ConsentIn): ConsentIn {
  return {
    ...it,
    person: {
      name: it.person.name.trim(),
      email: it.person.email.trim(),
      phone: it.person.phone.trim(),
      address: it.person.address.map((line) => line.trim()).filter(Boolean),
    },
    purpose: it.purpose.trim(),
    recipient: it.disclose ? it.recipient : null,
    how: it.how.trim(),
    evidence: it.evidence.trim(),
    note: it.note.trim(),
  };
}

export function lacksConsent(it: ConsentIn): Problem[] {
  const found: Problem[] = [];
  const lacks = w.sheet.lacks;
  const lack = (field: string, message: string) => found.push({ field, message });
  if (!it.person.name.trim() && !it.person.email.trim()) lack('person.name', lacks.person);
  if (it.data.length === 0) lack('data', lacks.data);
  if (!it.purpose.trim()) lack('purpose', lacks.purpose);
  if (it.given_on === '') lack('given_on', lacks.given);
  if (!it.how.trim()) lack('how', lacks.how);
  if (!it.evidence.trim()) lack('evidence', lacks.evidence);
  if (it.until !== '' && it.given_on !== '' && it.until < it.given_on) lack('until', lacks.until);
  return found;
}

export const CONSENT_FIELDS: readonly string[] = [
  'person.name',
  'person.email',
  'person.phone',
  'person.address',
  'data',
  'purpose',
  'disclose',
  'recipient',
  'given_on',
  'how',
  'evidence',
  'until',
  'request',
  'note',
];

export type Filter = 'all' | 'given' | 'ended';
export const FILTERS: readonly Filter[] = ['all', 'given', 'ended'];

export function fits(row: Pick<ConsentRow, 'standing' | 'struck'>, filter: Filter): boolean {
  const holds = row.struck === '' && row.standing === 'given';
  return filter === 'all' || (filter === 'given' ? holds : !holds);
}

export const nameOf = (row: Pick<ConsentRow, 'id' | 'about' | 'erased_on'>): string =>
  (row.erased_on && words.registers.shared.erasedOn(plainDate(row.erased_on))) ||
  row.about.person.name ||
  row.about.person.email ||
  w.nameless(row.id);

export const dataInWords = (row: Pick<ConsentRow, 'about'>): string =>
  row.about.data.map((topic) => words.terms.topics[topic]).join(', ');

export function findConsents(rows: readonly ConsentRow[], filter: Filter, search: string): ConsentRow[] {
  return rows.filter(
    (row) =>
      fits(row, filter) &&
      matches(
        `${nameOf(row)} ${row.about.person.email} ${dataInWords(row)} ${row.about.purpose} ${row.about.evidence}`,
        search.trim(),
      ),
  );
}
