import { describe, expect, it } from 'vitest';
import type { Deadline } from '../api/commands';
import { howFar, toneOfDeadline } from './deadline';

const deadline = (some: Partial<Deadline>): Deadline => ({
  claim: 1,
  right: 'access',
  law: 'eu-gdpr',
  law_short: 'EU GDPR',
  kind: 'respond',
  due: '2026-03-02',
  days: 5,
  safe_by: null,
  met_on: null,
  leads: false,
  closed: null,
  promised: null,
  working: [],
  ...some,
});
const plain = (iso: string) => iso;

describe('what a deadline says of itself', () => {
  it('counts to it and past it', () => {
    expect(howFar(deadline({}), plain)).toBe('in 5 days');
    expect(howFar(deadline({ days: -3 }), plain)).toBe('3 days late');
    expect(toneOfDeadline(deadline({ days: -3 }))).toBe('overdue');
  });

  it('is never late for what need not be done', () => {
    const refusal = deadline({ kind: 'refusal-notice', days: -9 });
    expect(howFar(refusal, plain)).toBe('9 days ago');
    expect(toneOfDeadline(refusal)).toBe('plain');
  });

  it('says so when it was met, and when it was done too late', () => {
    expect(howFar(deadline({ met_on: '2026-03-01' }), plain)).toBe('met 2026-03-01');
    expect(toneOfDeadline(deadline({ met_on: '2026-03-02' }))).toBe('done');
    const late = deadline({ met_on: '2026-03-03' });
    expect(howFar(late, plain)).toBe('done 2026-03-03, 1 day late');
    expect(toneOfDeadline(late)).toBe('plain');
  });
});
