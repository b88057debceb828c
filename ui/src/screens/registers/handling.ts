// What the register of what was done with data decides: which fields an act asks for, what fits a search, what is lacking.

import type {
  Act,
  Audience,
  Category,
  ConsentOnFile,
  Contradiction,
  ContradictionAnswer,
  DataTopic,
  HandlingIn,
  HandlingPurpose,
  HandlingRow,
  HealthBasis,
  LegalProcess,
  PersonTold,
  Problem,
  ProcessKind,
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

export const PROCESSES: readonly ProcessKind[] = [
  'subpoena',
  'court-order',
  'warrant',
  'agency-request',
  'other',
];

export const TOLD: readonly PersonTold[] = ['yes', 'no', 'forbidden'];

export const noHealth = (): HealthBasis => ({
  electronic: false,
  authorization: null,
  exception: '',
  why: '',
});

export const emptyProcess = (): LegalProcess => ({
  kind: 'subpoena',
  from: '',
  number: '',
  received_on: '',
  asked: '',
  given: '',
  approved_by: '',
  told: 'no',
  told_on: '',
});

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
    health: noHealth(),
    process: null,
    already_made: false,
    corrects: null,
  };
}

/** Nothing but what stood there already. */
export function isBlankHandling(entry: HandlingIn, today: string): boolean {
  return JSON.stringify(entry) === JSON.stringify(emptyHandling(today, entry.request));
}

export const hasRecipient = (act: Act): boolean => act === 'disclose' || act === 'sell';
export const wantsLegalBasis = (entry: HandlingIn): boolean => entry.purpose === 'legal-process';
export const wantsProcess = (entry: HandlingIn): boolean => wantsLegalBasis(entry) && hasRecipient(entry.act);
export const wantsConsentNote = (entry: HandlingIn): boolean => entry.consent !== 'none';
/** What an entry is tied to in other registers, as far as it is asked for. */
export interface Asks {
  /** Health information that leaves the house: an authorisation, or the exception that lets it go without. */
  health: boolean;
  /** An explicit consent to a use of sensitive data. */
  explicit: boolean;
  /** The file of the child. */
  child: boolean;
}

/** By the kinds of data, by what is chosen already, and by what the core says to the categories. */
export function asksFor(
  entry: HandlingIn,
  problems: readonly Problem[] = [],
  collisions: readonly Pick<Contradiction, 'about'>[] = [],
  /** The kinds of data that the chosen categories imply. */
  implied: readonly DataTopic[] = [],
): Asks {
  const speaks = (topic: DataTopic) =>
    entry.data.includes(topic) || (hasRecipient(entry.act) && implied.includes(topic));
  const says = (start: string) => problems.some((it) => it.field.replace(/^entry\./, '').startsWith(start));
  const collides = (about: Contradiction['about']) => collisions.some((it) => it.about === about);
  const { authorization, exception } = entry.health;
  return {
    health:
      hasRecipient(entry.act) &&
      (speaks('health') ||
        authorization !== null ||
        exception !== '' ||
        says('health') ||
        collides('authorization')),
    explicit:
      speaks('sensitive') ||
      speaks('health') ||
      entry.explicit_consent !== null ||
      says('explicit_consent') ||
      collides('consent'),
    child:
      entry.children || speaks('child-data') || entry.child !== null || says('child') || collides('child'),
  };
}

/** The kinds of data that categories imply. */
export function topicsOf(
  categories: readonly Pick<Category, 'id' | 'topics'>[],
  chosen: readonly string[],
): DataTopic[] {
  return categories.filter((it) => chosen.includes(it.id)).flatMap((it) => it.topics);
}

/** As it is sent: without blanks at the ends, and without what a field held that is no longer asked for. */
export function cleaned(entry: HandlingIn): HandlingIn {
  const outside = hasRecipient(entry.act);
  return {
    ...entry,
    recipient: outside ? entry.recipient.trim() : '',
    recipient_id: outside ? entry.recipient_id : null,
    categories: outside ? entry.categories : [],
    group: entry.group.trim(),
    people: Math.max(entry.people, entry.persons.length),
    health: outside ? cleanHealth(entry.health) : noHealth(),
    process: wantsProcess(entry) ? cleanProcess(entry.process ?? emptyProcess()) : null,
    consent_note: wantsConsentNote(entry) ? entry.consent_note.trim() : '',
    legal_basis: wantsLegalBasis(entry) ? entry.legal_basis.trim() : '',
    note: entry.note.trim(),
  };
}

/** An authorisation or an exception, never both; the reason belongs to the exception. */
function cleanHealth(it: HealthBasis): HealthBasis {
  const exception = it.authorization === null ? it.exception : '';
  return { ...it, exception, why: exception ? it.why.trim() : '' };
}

function cleanProcess(it: LegalProcess): LegalProcess {
  return {
    ...it,
    from: it.from.trim(),
    number: it.number.trim(),
    asked: it.asked.trim(),
    given: it.given.trim(),
    approved_by: it.approved_by.trim(),
    told_on: it.told === 'yes' ? it.told_on : '',
  };
}

export function toggled<T>(list: readonly T[], it: T): T[] {
  return list.includes(it) ? list.filter((other) => other !== it) : [...list, it];
}

/** In the order of the sheet. */
const FIELDS = [
  'act',
  'on',
  'recipient',
  'purpose',
  'legal_basis',
  'process.kind',
  'process.from',
  'process.number',
  'process.received_on',
  'process.asked',
  'process.given',
  'process.approved_by',
  'process.told',
  'process.told_on',
  'categories',
  'data',
  'health.electronic',
  'health.authorization',
  'health.exception',
  'health.why',
  'explicit_consent',
  'persons',
  'people',
  'group',
  'children',
  'child',
  'audiences',
  'consent',
  'consent_note',
  'told_on',
  'request',
  'note',
  'reason',
];

const ALIASES: Readonly<Record<string, string>> = {
  recipient_id: 'recipient',
  process: 'process.from',
  health: 'health.authorization',
};

/** Whether the sheet shows a field for this entry. */
function isShown(field: string, entry: HandlingIn): boolean {
  if (field === 'recipient' || field === 'categories') return hasRecipient(entry.act);
  if (field === 'legal_basis') return wantsLegalBasis(entry);
  if (field === 'process.told_on') return wantsProcess(entry) && entry.process?.told === 'yes';
  if (field.startsWith('process.')) return wantsProcess(entry);
  if (field.startsWith('health.')) return hasRecipient(entry.act);
  if (field === 'consent_note') return wantsConsentNote(entry);
  return true;
}

/** The field of the sheet that a complaint stands beside; empty when it belongs to none that is shown. */
export function fieldOf(path: string, entry: HandlingIn): string {
  const bare = path.replace(/^entry\./, '').replace(/\[\d+\].*$/, '');
  const field = ALIASES[bare] ?? bare;
  return FIELDS.includes(field) && isShown(field, entry) ? field : '';
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

/** What had to be obtained first, each once; where there is any, the entry must say that it has happened already. */
export function toObtain(collisions: readonly Contradiction[]): string[] {
  return [...new Set(collisions.map((it) => it.obtain).filter(Boolean))];
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
