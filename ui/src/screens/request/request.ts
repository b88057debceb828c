// What the request page decides: which steps stand where, what a step asks, what closing means.

import type {
  ClaimView,
  Deadline,
  LetterKind,
  LogEntry,
  RequestView,
  StepName,
  StepOffer,
} from '../../api/commands';

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
} as const;

/** The command that records a step done without a letter of ours; an extension has none, it needs its letter. */
export function recordCommand(step: StepName): (typeof RECORDS)[keyof typeof RECORDS] | null {
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
  const allWithdrawn = view.claims.length > 0 && view.claims.every((claim) => claim.outcome === 'withdrawn');
  return { undecided: claims, unanswered: view.answered_on === null && !allWithdrawn };
}

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

export function shortHash(hash: string): string {
  return hash.slice(0, 8);
}

/** Only what the officer changed is sent, so that the log names nothing else. */
export function changedPerson<T extends object>(before: T, after: T): T | null {
  return JSON.stringify(before) === JSON.stringify(after) ? null : after;
}
