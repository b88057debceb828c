import type { Refusal } from '../../api/commands';

/** Seconds until the next try, from when the core said so; never more than it said. */
export function secondsLeft(waitSeconds: number, saidAt: number, now: number): number {
  return Math.max(0, Math.ceil(waitSeconds - Math.max(0, now - saidAt) / 1000));
}

/** Whether the officer should write the passphrase again: it was wrong, and nothing else. */
export function writeAgain(refusal: Refusal): boolean {
  return refusal.code === 'wrong-passphrase';
}
