// What the request page decides: which steps stand where, what a step asks, what closing means.

import type { ClaimView, Deadline, LetterKind, LogEntry, RequestView, StepName, StepOffer } from '../../api/commands';

/** Steps that a letter can take: the letter itself moves the clock when it is issued. */
export const LETTER_OF: Partial<Record<StepName, LetterKind>> = {
  acknowledge: 'acknowledgement',
  'ask-identity': 'proof-of-identity',
  'ask-clarification': 'clarification',
  extend: 'extension',
};

/** Steps that ask for a day and a sentence. */
export const DATED: StepName[] = ['acknowledge', 'ask-identity', 'identity-received', 'ask-clarification', 'clarified'];

/** The core refuses these without words, so the page does not offer the button before. */
export const NEEDS_TEXT: StepName[] = ['ask-identity', 'identity-received', 'ask-clarification', 'clarified', 'note', 'reopen', 'extend'];

export interface Steps {
  primary: StepOffer | null;
  offered: StepOffer[];
  refused: StepOffer[];
}

/** Decisions are made at the claim and notes at the log, so these do not take a button away from the others. */
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

export type Shown = 'image' | 'pdf' | 'text' | 'none';

/** How a file can be looked at inside the window. Pages and drawings with scripts in them are only saved. */
export function shownAs(mediaType: string, name: string): Shown {
  const type = mediaType.toLowerCase().split(';')[0]?.trim() ?? '';
  if (type === 'application/pdf') return 'pdf';
  if (['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'].includes(type)) return 'image';
  if (type === 'text/html' || type === 'image/svg+xml') return 'none';
  if (type.startsWith('text/') || type === 'message/rfc822' || type === 'application/json') return 'text';
  return /\.(eml|txt|csv|md|log|json)$/i.test(name) ? 'text' : 'none';
}

/** Bytes of a file that came as base64. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** Text of a file: UTF-8 when it is, else Windows-1252, which reads any byte. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Sizes as people read them; the unit words come from the catalogue. */
export function sizeParts(bytes: number): { value: number; unit: 'B' | 'KB' | 'MB' } {
  if (bytes < 1000) return { value: bytes, unit: 'B' };
  if (bytes < 999_500) return { value: Math.max(1, Math.round(bytes / 1000)), unit: 'KB' };
  return { value: Math.round(bytes / 100_000) / 10, unit: 'MB' };
}

/** Only what the officer changed is sent, so that the log names nothing else. */
export function changedPerson<T extends object>(before: T, after: T): T | null {
  return JSON.stringify(before) === JSON.stringify(after) ? null : after;
}
