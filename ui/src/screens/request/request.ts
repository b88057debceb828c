// What the request page decides: which steps stand where, what a step asks, what closing means.

import type {
  ClaimView,
  Deadline,
  LegalHold,
  LetterKind,
  LogEntry,
  Note,
  Outcome,
  Refusal,
  RequestView,
  Right,
  StepName,
  StepOffer,
} from '../../api/commands';
import type { Tone } from '../../shared/tone';
import { localMoment } from '../log/log';

/** Steps that a letter can take: the letter itself moves the clock when it is issued. */
export const LETTER_OF: Partial<Record<StepName, LetterKind>> = {
  acknowledge: 'acknowledgement',
  'ask-identity': 'proof-of-identity',
  'ask-clarification': 'clarification',
  extend: 'extension',
};

const RECORDS = {
  acknowledge: 'request_acknowledge',
  'ask-identity': 'request_ask_identity',
  'identity-received': 'request_identity_received',
  'ask-clarification': 'request_ask_clarification',
  clarified: 'request_clarified',
  'ask-opt-in': 'request_ask_opt_in',
} as const;

type RecordCommand = (typeof RECORDS)[keyof typeof RECORDS] | 'request_take_longer';

/**
 * The command that records a step done without a letter of ours; an extension has none, it needs its letter.
 * Only where the law sets no number, longer may be taken with a written reason.
 */
export function recordCommand(step: StepName, allTheSame = false): RecordCommand | null {
  if (step === 'extend' && allTheSame) return 'request_take_longer';
  return step in RECORDS ? RECORDS[step as keyof typeof RECORDS] : null;
}

/** The core refuses these without words, so the page does not offer the button before. */
export const NEEDS_TEXT: StepName[] = [
  'ask-identity',
  'identity-received',
  'ask-clarification',
  'clarified',
  'note',
  'reopen',
  'extend',
  'ask-opt-in',
];

export interface Steps {
  primary: StepOffer | null;
  offered: StepOffer[];
  refused: StepOffer[];
}

/** The one step to do next, the others that are open, and those that are not. */
export function sortSteps(steps: StepOffer[]): Steps {
  const offered = steps.filter((step) => step.offered);
  const primary = offered.find((step) => step.primary) ?? null;
  return {
    primary,
    offered: offered.filter((step) => step !== primary),
    refused: steps.filter((step) => !step.offered),
  };
}

export function isOffered(view: RequestView, name: StepName): boolean {
  return view.steps.some((step) => step.step === name && step.offered);
}

export function undecided(view: RequestView): ClaimView[] {
  return view.claims.filter((claim) => claim.outcome === null);
}

/** What still speaks against closing; empty when nothing does. */
export function openEnds(view: RequestView): { undecided: ClaimView[]; unanswered: boolean } {
  const claims = undecided(view);
  return { undecided: claims, unanswered: view.answered_on === null };
}

/** No law lists grounds for denying an appeal or a complaint: they are decided, with reasons. */
export const decidedWithReasons = (right: Right): boolean => right === 'appeal' || right === 'complaint';

/** A decision must be complete before it can be kept: no refusal without a ground of that law. */
export function decisionMissing(
  decision: { outcome: string | null; ground: string | null; reasons: string; kept: string },
  claim: ClaimView,
): 'outcome' | 'ground' | 'reasons' | 'kept' | null {
  if (decision.outcome === null) return 'outcome';
  if (decision.outcome !== 'refused' && decision.outcome !== 'granted-in-part') return null;
  if (claim.grounds.length > 0 && !decision.ground) return 'ground';
  if (decision.reasons.trim() === '') return 'reasons';
  if (decision.outcome === 'granted-in-part' && decision.kept.trim() === '') return 'kept';
  return null;
}

/** An extension need not be taken: when its notice is given or past, nothing is late and nothing is left to do. */
export function stillMatters(deadline: Deadline): boolean {
  return deadline.kind !== 'extension-notice' || (deadline.met_on === null && deadline.days >= 0);
}

export interface SharedDeadline {
  deadline: Deadline;
  /** All rights that one law gives the same day for the same thing. */
  rights: Right[];
}

/** One line for rights that share law, day and fate; the order stays. */
export function sharedDeadlines(deadlines: Deadline[]): SharedDeadline[] {
  const found = new Map<string, SharedDeadline>();
  for (const deadline of deadlines) {
    const key = [deadline.law, deadline.kind, deadline.due, deadline.met_on, deadline.safe_by].join(' ');
    const same = found.get(key);
    if (!same) found.set(key, { deadline, rights: [deadline.right] });
    else if (!same.rights.includes(deadline.right)) same.rights.push(deadline.right);
  }
  return [...found.values()];
}

/** Dates still to be met first, the leading one before all; those that were met go to the end. */
export function orderDeadlines(deadlines: Deadline[]): Deadline[] {
  const rank = (d: Deadline) => (d.met_on ? 2 : d.leads ? 0 : 1);
  return [...deadlines].sort((a, b) => rank(a) - rank(b) || a.due.localeCompare(b.due));
}

export function leading(deadlines: Deadline[]): Deadline | null {
  return deadlines.find((d) => d.leads) ?? orderDeadlines(deadlines)[0] ?? null;
}

/** The newest entry first; the core numbers them as they happened. */
export function newestFirst(log: LogEntry[]): LogEntry[] {
  return [...log].sort((a, b) => b.seq - a.seq);
}

/** The civil day of a moment in the desk's zone. */
export function dayIn(moment: string, zone: string): string {
  const at = new Date(moment);
  return Number.isNaN(at.getTime()) ? moment.slice(0, 10) : localMoment(at, zone).slice(0, 10);
}

/** What the core refused about one field, to stand beside it. */
export function refusedAt(refused: Refusal | null, field: string): string | null {
  return refused?.field === field ? refused.message : null;
}

/** What the core refused about nothing the sheet shows; it stands above the buttons. */
export function refusedElsewhere(refused: Refusal | null, fields: string[]): string {
  return refused && !fields.includes(refused.field ?? '') ? refused.message : '';
}

export interface GroundChoice {
  value: string;
  label: string;
  hint: string;
}

/** Where a refusal can be taken back to the organisation itself; each law says so once. */
export function appeals(claim: ClaimView): Note[] {
  const found = new Map<string, Note>();
  for (const { law, appeal } of claim.grounds) if (appeal) found.set(law, appeal);
  return [...found.values()];
}

/** The grounds to choose from. A ground that two laws know under one name is one choice, with both articles. */
export function groundChoices(claim: ClaimView): GroundChoice[] {
  const several = claim.laws.length > 1;
  const short = (law: string) => claim.laws.find((l) => l.law === law)?.short ?? law;
  type Found = { title: string; text: string; laws: string[]; cites: string[]; cautions: string[] };
  const found = new Map<string, Found>();
  for (const ground of claim.grounds) {
    const same = found.get(ground.id);
    if (same) {
      same.laws.push(short(ground.law));
      same.cites.push(ground.cite);
      if (ground.caution && !same.cautions.includes(ground.caution)) same.cautions.push(ground.caution);
    } else {
      const { title, text, caution } = ground;
      found.set(ground.id, {
        title,
        text,
        laws: [short(ground.law)],
        cites: [ground.cite],
        cautions: caution ? [caution] : [],
      });
    }
  }
  return [...found].map(([value, { title, text, laws, cites, cautions }]) => ({
    value,
    label: several ? `${title} (${laws.join(', ')})` : title,
    hint: [text, cites.filter(Boolean).join('; '), ...cautions].filter(Boolean).join(' '),
  }));
}

/** Colour goes with the word, never instead of it. */
export function toneOfOutcome(outcome: Outcome | null): Tone {
  if (outcome === 'granted') return 'done';
  if (outcome === 'granted-in-part') return 'soon';
  if (outcome === 'refused') return 'overdue';
  return 'plain';
}

export function shortHash(hash: string): string {
  return hash.slice(0, 8);
}

/** Only what the officer changed is sent, so that the log names nothing else. */
export function changedPerson<T extends object>(before: T, after: T): T | null {
  return JSON.stringify(before) === JSON.stringify(after) ? null : after;
}

/** Whether these are other laws than those the claim stands under. */
export function otherLaws(claim: ClaimView, chosen: readonly string[]): boolean {
  const now = claim.laws.map((law) => law.law);
  return now.length !== chosen.length || now.some((law) => !chosen.includes(law));
}

/** By what is known now, a law is proposed under which it does not stand: where somebody lives was corrected, perhaps. */
export function proposedOtherwise(claim: ClaimView): boolean {
  return claim.choices.some((choice) => choice.proposed && !choice.chosen);
}

/** The legal hold that keeps a request from being purged now. */
export function standingHold(view: Pick<RequestView, 'holds'>): LegalHold | null {
  return view.holds.find((hold) => hold.lifted_on === null) ?? null;
}
