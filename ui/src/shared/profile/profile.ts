// The organisation as a form: addresses are texts while they are typed.

import type { AboutOrganisation, DeskProfile, Envelope, LawName, Paper } from '../../api/commands';
import { words } from '../../words';
import { toLines, toText } from '../lines';
import { nothingSaid } from './about';

export interface ProfileForm {
  organisation: string;
  address: string;
  contact_email: string;
  contact_phone: string;
  contact_address: string;
  time_zone: string;
  calendar: string;
  laws: string[];
  authority_name: string;
  authority_address: string;
  opt_out_confirmation: string;
  paper: Paper;
  envelope: Envelope;
  about: AboutOrganisation;
  /** First day of the fiscal year, `MM-DD`. */
  fiscal_start: string;
}

/** The fiscal year is the calendar year. */
export const JANUARY = '01-01';

export type ProfileField = keyof ProfileForm;
export type ProfileProblems = Partial<Record<ProfileField, string>>;

export function emptyForm(zone: string): ProfileForm {
  return {
    organisation: '',
    address: '',
    contact_email: '',
    contact_phone: '',
    contact_address: '',
    time_zone: zone,
    calendar: '',
    laws: [],
    authority_name: '',
    authority_address: '',
    opt_out_confirmation: '',
    about: nothingSaid(),
    fiscal_start: JANUARY,
    ...paperFor(zone),
  };
}

/** The paper and envelope that are usual where the zone lies. */
export function paperFor(zone: string): { paper: Paper; envelope: Envelope } {
  if (/^(America|US|Canada)\//.test(zone)) return { paper: 'us-letter', envelope: 'us10' };
  if (/^Europe\/(Berlin|Vienna|Zurich|Busingen)$/.test(zone)) return { paper: 'a4', envelope: 'din5008-b' };
  return { paper: 'a4', envelope: 'dl' };
}

export function formOf(profile: DeskProfile): ProfileForm {
  return {
    ...profile,
    laws: [...profile.laws],
    about: structuredClone(profile.about),
    address: toText(profile.address),
    contact_address: toText(profile.contact_address),
    authority_address: toText(profile.authority_address),
  };
}

export function profileOf(form: ProfileForm): DeskProfile {
  return {
    ...form,
    organisation: form.organisation.trim(),
    laws: [...form.laws],
    contact_email: form.contact_email.trim(),
    contact_phone: form.contact_phone.trim(),
    authority_name: form.authority_name.trim(),
    opt_out_confirmation: form.opt_out_confirmation.trim(),
    address: toLines(form.address),
    contact_address: toLines(form.contact_address),
    authority_address: toLines(form.authority_address),
  };
}

export function sameForm(a: ProfileForm, b: ProfileForm): boolean {
  const sorted = (answers: Record<string, boolean | number>) =>
    Object.entries(answers).sort(([a], [b]) => a.localeCompare(b));
  const order = (form: ProfileForm) =>
    JSON.stringify({
      ...form,
      laws: [...form.laws].sort(),
      about: {
        ...form.about,
        facts: sorted(form.about.facts),
        figures: sorted(form.about.figures),
        people: sorted(form.about.people),
      },
    });
  return order(a) === order(b);
}

const MAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** What is wrong with these fields, each in a sentence. */
export function profileProblems(form: ProfileForm, fields: readonly ProfileField[]): ProfileProblems {
  const w = words.welcome;
  const mail = form.contact_email.trim();
  const all: ProfileProblems = {};
  if (!form.organisation.trim()) all.organisation = w.needOrganisation;
  else if ([...form.organisation.trim()].length > 500) all.organisation = w.tooLong(500);
  if (toLines(form.address).length === 0) all.address = w.needAddress;
  if (!mail) all.contact_email = w.needContact;
  else if (!MAIL.test(mail)) all.contact_email = w.badEmail;
  if (!form.time_zone) all.time_zone = w.needZone;
  if (!form.calendar) all.calendar = w.needCalendar;
  if (form.laws.length === 0) all.laws = w.needLaw;
  return Object.fromEntries(
    Object.entries(all).filter(([field]) => fields.includes(field as ProfileField)),
  ) as ProfileProblems;
}

/** The GDPR names an authority in letters. */
export const namesAuthority = (laws: readonly string[]): boolean => laws.some((law) => law.endsWith('-gdpr'));

/** The CCPA lets people see that an opt-out was carried out. */
export const confirmsOptOut = (laws: readonly string[]): boolean => laws.includes('us-ca-ccpa');

/** The rights a law gives, in few words. */
export function rightsOf(law: LawName): string {
  return [...new Set(law.rights.map((right) => right.name))].join(', ');
}

/** The first day of a law that gives no right yet; nothing when it gives one today. */
export function startsOn(law: LawName): string | null {
  const days = law.rights.map((right) => right.from);
  return days.includes(null) ? null : (days.sort()[0] ?? null);
}

/** The laws whose name, place or rights hold every word typed. */
export function lawsNamed(laws: readonly LawName[], typed: string): LawName[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return laws.filter((law) => {
    const said = `${law.short} ${law.name} ${law.jurisdiction} ${rightsOf(law)}`.toLowerCase();
    return wanted.every((word) => said.includes(word));
  });
}
