// What the log page decides: the shape of the half-typed request, and what to show of the answer.

import type {
  Capacity,
  LawChoice,
  LawName,
  Person,
  Preview,
  PreviewClaim,
  Problem,
  RequestDraft,
  Right,
  RightSuggested,
} from '../../api/commands';
import { OWN_POLICY } from '../../shared/law/law';
import { nothingParticular, sameParticulars } from './particulars';

export function emptyPerson(): Person {
  return { name: '', email: '', phone: '', address: [] };
}

/** A page nobody has typed on yet. The received moment is filled in, so that it stays what it was. */
export function emptyDraft(received: string): RequestDraft {
  return {
    received,
    channel: null,
    requester: emptyPerson(),
    subject: null,
    capacity: 'self',
    residence: '',
    claims: [],
    words: '',
    files: [],
    particulars: nothingParticular(),
  };
}

/** Nothing worth keeping: the received moment and the capacity alone do not count. */
export function isBlank(draft: RequestDraft): boolean {
  return (
    !draft.channel &&
    isNobody(draft.requester) &&
    (draft.subject === null || isNobody(draft.subject)) &&
    draft.residence === '' &&
    draft.claims.length === 0 &&
    draft.words.trim() === '' &&
    draft.files.length === 0 &&
    sameParticulars(draft.particulars, nothingParticular())
  );
}

function isNobody(person: Person): boolean {
  return [person.name, person.email, person.phone, ...person.address].every((part) => part.trim() === '');
}

/** Local `YYYY-MM-DDTHH:MM` of a moment in a time zone; the machine's own zone when the name is unknown. */
export function localMoment(at: Date, zone: string): string {
  const parts = (timeZone: string | undefined) =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).formatToParts(at);
  let found: Intl.DateTimeFormatPart[];
  try {
    found = parts(zone || undefined);
  } catch {
    found = parts(undefined);
  }
  const get = (type: string) => found.find((part) => part.type === type)?.value ?? '00';
  return `${get('year')}-${get('month')}-${get('day')}T${get('hour')}:${get('minute')}`;
}

export function withCapacity(draft: RequestDraft, capacity: Capacity): RequestDraft {
  const subject = capacity === 'self' ? null : (draft.subject ?? emptyPerson());
  return { ...draft, capacity, subject };
}

/** Ticks or unticks a right; the laws chosen for the others stay. */
export function withRight(draft: RequestDraft, right: Right, on: boolean): RequestDraft {
  const others = draft.claims.filter((claim) => claim.right !== right);
  return { ...draft, claims: on ? [...others, { right, laws: [] }] : others };
}

/** What their words seem to ask for, without what is chosen already; each right once. */
export function suggestsLeft(
  preview: Pick<Preview, 'suggests'> | null,
  draft: Pick<RequestDraft, 'claims'>,
): RightSuggested[] {
  const known = new Set<Right>(draft.claims.map((claim) => claim.right));
  return (preview?.suggests ?? []).filter((it) => !known.has(it.right) && known.add(it.right));
}

/** Chooses laws for one claim. Choosing just what is proposed falls back to the proposal, so that it follows the residence. */
export function withLaw(draft: RequestDraft, shown: PreviewClaim, law: string, on: boolean): RequestDraft {
  const now = shown.laws.filter((choice) => choice.chosen).map((choice) => choice.law);
  const next = on ? [...new Set([...now, law])] : now.filter((id) => id !== law);
  const proposed = shown.laws.filter((choice) => choice.proposed).map((choice) => choice.law);
  const laws = sameSet(next, proposed) ? [] : next;
  return {
    ...draft,
    claims: draft.claims.map((claim) => (claim.right === shown.right ? { ...claim, laws } : claim)),
  };
}

/** The last law of a claim cannot be taken away: a claim without a law has no clock. */
export function isOnlyLaw(shown: PreviewClaim, choice: LawChoice): boolean {
  return choice.chosen && shown.laws.filter((other) => other.chosen).length === 1;
}

function sameSet(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

export type GroupId = 'see' | 'remove' | 'stop' | 'correct' | 'decisions' | 'child' | 'other';

/** Rights in the order in which an officer looks for them. */
export const GROUPS: { id: GroupId; rights: Right[] }[] = [
  { id: 'see', rights: ['access', 'portability', 'disclosure-list', 'disclosure-accounting'] },
  { id: 'remove', rights: ['erasure'] },
  {
    id: 'stop',
    rights: [
      'unsubscribe',
      'opt-out-sale-sharing',
      'limit-sensitive',
      'objection',
      'marketing-objection',
      'restriction',
      'consent-withdrawal',
    ],
  },
  { id: 'correct', rights: ['rectification'] },
  { id: 'decisions', rights: ['automated-decision', 'admt-access', 'admt-opt-out'] },
  { id: 'child', rights: ['child-access', 'child-erasure', 'child-refusal', 'child-consent'] },
  {
    id: 'other',
    rights: ['question', 'health-authorization', 'confidential-communications', 'complaint', 'appeal'],
  },
];

export interface RightRow {
  right: Right;
  label: string;
  /** By which names the laws know it; a few of them when they are many. */
  laws: string;
  /** No law gives it yet: the first day one will, with that law and its article. */
  later: { from: string; law: string; cite: string } | null;
}

export interface RightGroup {
  id: GroupId;
  rows: RightRow[];
}

/** So many names of a right are read at a glance. */
const AT_ONCE = 3;

/** The first day on which one of these laws gives the right, when none does today. */
function laterThan(given: { law: LawName; cite: string; from: string | null }[]): RightRow['later'] {
  if (given.some((one) => one.from === null)) return null;
  const [first] = [...given].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
  return first?.from ? { from: first.from, law: first.law.short, cite: first.cite } : null;
}

/**
 * The rights that the organisation's laws and its own policy give, in groups, narrowed by a search.
 * A ticked right always stays in sight, and so does one that a law calls by the searched name.
 */
export function rightGroups(
  laws: LawName[],
  own: string[],
  label: (right: Right) => string,
  search: string,
  ticked: Right[],
  more: (names: string, others: number) => string,
): RightGroup[] {
  const wanted = search.trim().toLowerCase();
  const known = laws.filter((law) => own.length === 0 || own.includes(law.id) || law.id === OWN_POLICY);
  return GROUPS.map(({ id, rights }) => {
    const rows = rights.flatMap((right): RightRow[] => {
      const given = known.flatMap((law) =>
        law.rights.filter((r) => r.right === right).map((r) => ({ law, ...r })),
      );
      if (given.length === 0) return [];
      // Where a law gives it too, that our policy may is no news.
      const laws = given.filter((g) => g.law.id !== OWN_POLICY);
      const names = (laws.length > 0 ? laws : given).map((g) => `${g.law.short}: ${g.name}`);
      const row = {
        right,
        label: label(right),
        laws: more(names.slice(0, AT_ONCE).join(' · '), names.length - AT_ONCE),
        later: laterThan(given),
      };
      const text =
        `${row.label} ${names.join(' ')} ${given.map((g) => g.law.name).join(' ')} ${right}`.toLowerCase();
      return ticked.includes(right) || wanted.split(/\s+/).every((word) => text.includes(word)) ? [row] : [];
    });
    return { id, rows };
  }).filter((group) => group.rows.length > 0);
}

/** The group of fields that a complaint of the core stands beside. */
export function fieldOf(problem: Problem): string {
  const path = problem.field.replace(/\[\d+\]/g, '').replace(/^draft\./, '');
  const known = FIELDS.find((field) => path === field || path.startsWith(`${field}.`));
  return known ?? '';
}

const FIELDS = [
  'received',
  'channel',
  'requester.name',
  'requester.email',
  'requester.phone',
  'requester.address',
  'subject.name',
  'subject.email',
  'subject.phone',
  'subject.address',
  'requester',
  'subject',
  'capacity',
  'residence',
  'claims',
  'particulars.age',
  'particulars.data_kinds',
  'particulars.arrived_at',
  'particulars.dated_on',
  'particulars.questions',
  'words',
  'files',
];

/** Complaints wait until the officer has left the field or has tried to log; the page does not scold while one types. */
export function errorFor(
  problems: Problem[],
  field: string,
  touched: ReadonlySet<string>,
  tried: boolean,
): string | null {
  if (!tried && !touched.has(field)) return null;
  const own = problems.find((problem) => fieldOf(problem) === field);
  if (own) return own.message;
  // A complaint about the person as a whole stands beside the name.
  const whole = /^(requester|subject)\.name$/.exec(field)?.[1];
  return (whole && problems.find((problem) => fieldOf(problem) === whole)?.message) || null;
}

/** Complaints that belong to no field of the page; they stand above the button. */
export function homeless(problems: Problem[]): Problem[] {
  return problems.filter((problem) => fieldOf(problem) === '');
}

/** Every field with a complaint, in the order of the page, so that the first can take the focus. */
export function firstField(problems: Problem[]): string | null {
  const fields = problems.map(fieldOf);
  const first = FIELDS.find((field) => fields.includes(field)) ?? null;
  return first === 'requester' || first === 'subject' ? `${first}.name` : first;
}

/** Something to show on the right: until then one sentence says what will stand there. */
export function hasAnswer(preview: Preview | null): preview is Preview {
  return (
    preview !== null &&
    (preview.claims.length > 0 ||
      preview.duplicates.length > 0 ||
      preview.earlier.length > 0 ||
      preview.notes.length > 0)
  );
}

/** A duplicate is shown once, not again among the earlier requests. */
export function earlierWithoutDuplicates(preview: Preview): Preview['earlier'] {
  const ids = new Set(preview.duplicates.map((d) => d.id));
  return preview.earlier.filter((e) => !ids.has(e.id));
}

export function addressLines(text: string): string[] {
  const lines = text.split(/\r?\n/);
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  return lines;
}
