// What the register of what was done with data decides: which fields an act asks for, what fits a search, what is lacking.

import type {
  Act,
  Audience,
  ConsentOnFile,
  Contradiction,
  ContradictionAnswer,
  DataTopic,
  HandlingIn,
  HandlingPurpose,
  HandlingRow,
  Problem,
} from '../../api/commands';

export const ACTS: readonly Act[] = ['disclose', 'sell', 'use', 'collect'];

export const PURPOSES: readonly HandlingPurpose[] = [
  'service-provider',
  'our-marketing',
  'their-marketing',
  'legal-process',
  'care-and-payment',
  'business-transfer',
  'other',
];

export const TOPICS: readonly DataTopic[] = [
  'email-address',
  'contact-details',
  'mailing-list',
  'usage-data',
  'content',
  'financial',
  'sensitive',
  'health',
  'child-data',
  'personal-data',
];

/** Where people live; children are asked for by themselves. */
export const REGIONS: readonly Audience[] = ['europeans', 'californians', 'texans', 'other-region'];

export const CONSENTS: readonly ConsentOnFile[] = [
  'none',
  'opt-in',
  'explicit',
  'parent-use',
  'parent-disclose',
  'authorization',
];

export function emptyHandling(today: string, request: number | null = null): HandlingIn {
  return {
    act: 'disclose',
    on: today,
    recipient: '',
    purpose: 'service-provider',
    data: [],
    people: 0,
    group: '',
    children: false,
    audiences: [],
    consent: 'none',
    consent_note: '',
    told_on: '',
    legal_basis: '',
    note: '',
    request,
    recipient_id: null,
    categories: [],
    persons: [],
    child: null,
    explicit_consent: null,
    health: { electronic: false, authorization: null, exception: '', why: '' },
    process: null,
  };
}

/** Nothing but what stood there already. */
export function isBlankHandling(entry: HandlingIn, today: string): boolean {
  return JSON.stringify(entry) === JSON.stringify(emptyHandling(today, entry.request));
}

export const hasRecipient = (act: Act): boolean => act === 'disclose' || act === 'sell';
export const wantsLegalBasis = (entry: HandlingIn): boolean => entry.purpose === 'legal-process';
export const wantsConsentNote = (entry: HandlingIn): boolean => entry.consent !== 'none';

/** As it is sent: without blanks at the ends, and without what a field held that is no longer asked for. */
export function cleaned(entry: HandlingIn): HandlingIn {
  return {
    ...entry,
    recipient: hasRecipient(entry.act) ? entry.recipient.trim() : '',
    group: entry.group.trim(),
    consent_note: wantsConsentNote(entry) ? entry.consent_note.trim() : '',
    legal_basis: wantsLegalBasis(entry) ? entry.legal_basis.trim() : '',
    note: entry.note.trim(),
  };
}

export function toggled<T>(list: readonly T[], it: T): T[] {
  return list.includes(it) ? list.filter((other) => other !== it) : [...list, it];
}

const FIELDS = [
  'act',
  'on',
  'recipient',
  'purpose',
  'legal_basis',
  'data',
  'people',
  'group',
  'children',
  'audiences',
  'consent',
  'consent_note',
  'told_on',
  'request',
  'note',
];

/** The field of the sheet that a complaint stands beside; empty when it belongs to none that is shown. */
export function fieldOf(path: string, entry: HandlingIn): string {
  const bare = path.replace(/^entry\./, '').replace(/\[\d+\].*$/, '');
  const shown =
    (bare !== 'recipient' || hasRecipient(entry.act)) &&
    (bare !== 'legal_basis' || wantsLegalBasis(entry)) &&
    (bare !== 'consent_note' || wantsConsentNote(entry));
  return FIELDS.includes(bare) && shown ? bare : '';
}

export function problemAt(problems: readonly Problem[], field: string, entry: HandlingIn): string | null {
  return problems.find((problem) => fieldOf(problem.field, entry) === field)?.message ?? null;
}

/** Complaints that no field shows. */
export function strayProblems(problems: readonly Problem[], entry: HandlingIn): string[] {
  return problems.filter((it) => fieldOf(it.field, entry) === '').map((it) => it.message);
}

/** The first field with a complaint, in the order of the sheet. */
export function firstField(problems: readonly Problem[], entry: HandlingIn): string | null {
  const wrong = problems.map((it) => fieldOf(it.field, entry));
  return FIELDS.find((field) => wrong.includes(field)) ?? null;
}

const said = (answers: ReadonlyMap<string, string>, key: string) => (answers.get(key) ?? '').trim();

/** Collisions that must be answered before the entry is made, and are not. */
export function unanswered(
  collisions: readonly Contradiction[],
  answers: ReadonlyMap<string, string>,
): string[] {
  return collisions.filter((it) => it.needs_answer && !said(answers, it.key)).map((it) => it.key);
}

/** What is written about those that are there now; an answer to one that is gone is not sent. */
export function resolutions(
  collisions: readonly Contradiction[],
  answers: ReadonlyMap<string, string>,
): ContradictionAnswer[] {
  return collisions.flatMap(({ key }) => {
    const text = said(answers, key);
    return text ? [{ key, text }] : [];
  });
}

/** Flags that nobody has answered. What is struck out has none any more. */
export function flagsOf(row: HandlingRow): number {
  return row.struck ? 0 : row.contradictions.filter((it) => !it.answer).length;
}
