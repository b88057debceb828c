// What the register of health authorisations decides: what a new one asks, what it lacks, how it is found.

import type {
  AuthorizationElement,
  AuthorizationIn,
  AuthorizationRow,
  AuthorizationStanding,
  Problem,
} from '../../../api/commands';
import { matches } from '../../../shared/search';
import type { Tone } from '../../../shared/tone';
import { words } from '../../../words';
import { nobody } from '../children/children';

const w = words.registers.health;

const TONES: Record<AuthorizationStanding, Tone> = {
  incomplete: 'overdue',
  valid: 'done',
  'used-up': 'plain',
  expired: 'plain',
  revoked: 'plain',
};
export const toneOfAuthorization = (standing: AuthorizationStanding): Tone => TONES[standing];

/** Kinds that the form wants initialled, in its order. */
export const INITIALLED = ['mental-health', 'genetic', 'drugs-alcohol', 'hiv'] as const;

export function emptyAuthorization(): AuthorizationIn {
  return {
    patient: nobody(),
    form: null,
    description: '',
    initialled: [],
    discloser: '',
    recipient: null,
    recipient_name: '',
    purpose: '',
    expires_on: '',
    expires_event: '',
    signed_on: '',
    signed_by: '',
    signed_authority: '',
    documented_by: '',
    documented_on: '',
    statements: [],
    copy_given: false,
    single_use: true,
    limit: '',
    note: '',
    request: null,
  };
}

/** What the sheet asks beside the fields themselves. */
export interface Asks {
  expires: 'day' | 'event';
  signer: 'patient' | 'other';
}

export function asksOf(about: AuthorizationIn): Asks {
  return {
    expires: about.expires_on === '' && about.expires_event !== '' ? 'event' : 'day',
    signer: about.signed_by !== '' || about.signed_authority !== '' ? 'other' : 'patient',
  };
}

/** As it is sent: without blanks at the ends, and without what a field held that is no longer asked for. */
export function cleanedAuthorization(about: AuthorizationIn, asks: Asks): AuthorizationIn {
  const { patient } = about;
  const other = asks.signer === 'other';
  const oral = about.form === 'oral-documented';
  return {
    ...about,
    patient: {
      name: patient.name.trim(),
      email: patient.email.trim(),
      phone: patient.phone.trim(),
      address: patient.address.map((line) => line.trim()).filter(Boolean),
    },
    description: about.description.trim(),
    discloser: about.discloser.trim(),
    recipient_name: about.recipient === null ? about.recipient_name.trim() : '',
    purpose: about.purpose.trim(),
    expires_on: asks.expires === 'day' ? about.expires_on : '',
    expires_event: asks.expires === 'event' ? about.expires_event.trim() : '',
    signed_by: other ? about.signed_by.trim() : '',
    signed_authority: other ? about.signed_authority.trim() : '',
    documented_by: oral ? about.documented_by.trim() : '',
    documented_on: oral ? about.documented_on : '',
    note: about.note.trim(),
  };
}

/** Without these nothing can be entered at all; what else it lacks only keeps it from being valid. */
export function lacksAuthorization(about: AuthorizationIn): Problem[] {
  const found: Problem[] = [];
  if (!about.patient.name.trim()) found.push({ field: 'patient.name', message: w.sheet.lacks.patient });
  if (about.form === null) found.push({ field: 'form', message: w.sheet.lacks.form });
  return found;
}

export const AUTHORIZATION_FIELDS: readonly string[] = [
  'patient.name',
  'patient.email',
  'patient.phone',
  'patient.address',
  'form',
  'description',
  'initialled',
  'discloser',
  'recipient',
  'recipient_name',
  'purpose',
  'expires_on',
  'expires_event',
  'signed_on',
  'signed_by',
  'signed_authority',
  'documented_by',
  'documented_on',
  'statements',
  'copy_given',
  'single_use',
  'limit',
  'note',
  'request',
  'reason',
];

/** The statements a form must hold, as a list to tick off; `lacking` names what the core says this one needs and lacks. */
export function statementsOf(
  elements: readonly AuthorizationElement[],
  ticked: readonly string[] = [],
  lacking: readonly string[] = [],
) {
  return elements
    .filter((it) => it.statement)
    .map((it) => ({
      id: it.id,
      what: it.what,
      cite: it.note.cite,
      when: w.sheet.elementWhen[it.when],
      needed: it.when === 'always' || lacking.includes(it.id) || ticked.includes(it.id),
    }));
}

export type Filter = 'all' | 'valid' | 'incomplete' | 'ended';
export const FILTERS: readonly Filter[] = ['all', 'valid', 'incomplete', 'ended'];

export function fits(row: Pick<AuthorizationRow, 'standing' | 'struck'>, filter: Filter): boolean {
  if (filter === 'all') return true;
  if (row.struck !== '') return filter === 'ended';
  if (filter === 'valid' || filter === 'incomplete') return row.standing === filter;
  return row.standing !== 'valid' && row.standing !== 'incomplete';
}

export function findAuthorizations(
  rows: readonly AuthorizationRow[],
  filter: Filter,
  search: string,
): AuthorizationRow[] {
  return rows.filter(
    (row) => fits(row, filter) && matches(`${row.patient} ${row.recipient} ${row.purpose}`, search.trim()),
  );
}
