import { describe, expect, it } from 'vitest';
import type { Contradiction, Deadline, RequestView } from '../../api/commands';
import { behindFlag, callingOn, isRequestCount, PROMISE_COUNTS, standsBehindPromise } from './promises';

const view = (more: {
  due?: string | null;
  rights?: string[];
  answered?: string | null;
  deadlines?: Partial<Deadline>[];
  extended?: boolean;
  withdrawn?: string;
}): RequestView =>
  ({
    claims: [
      {
        id: 1,
        right: 'erasure',
        outcome: more.withdrawn ? 'withdrawn' : null,
        decided_on: more.withdrawn ?? null,
      },
      { id: 2, right: 'access', outcome: null, decided_on: null },
    ],
    policy: {
      promises: [{ promise: 7, rights: more.rights ?? ['erasure'], due: more.due ?? null }],
    },
    deadlines: more.deadlines ?? [],
    answered_on: more.answered ?? null,
    picture: { extension_in_force: more.extended ?? false },
    today: '2026-03-05',
  }) as unknown as RequestView;
const promise = { promise: 7 };
const behind = (it: RequestView) =>
  (['called_on', 'in_time', 'late'] as const).filter((count) => standsBehindPromise(count, promise, it));

describe('the requests behind a promise', () => {
  it('are those whose claims call on it', () => {
    expect(callingOn(promise, view({})).map((claim) => claim.right)).toEqual(['erasure']);
    expect(behind(view({ rights: ['complaint'] }))).not.toContain('called_on');
  });

  it('are in time by the day that the promise names', () => {
    expect(behind(view({ due: '2026-03-01', answered: '2026-03-01' }))).toEqual(['called_on', 'in_time']);
    expect(behind(view({ due: '2026-03-01', answered: '2026-03-02' }))).toEqual(['called_on', 'late']);
    expect(behind(view({ due: '2026-03-04' }))).toEqual(['called_on', 'late']);
    // Still open and not late: neither kept nor broken yet.
    expect(behind(view({ due: '2026-03-05' }))).toEqual(['called_on']);
  });

  const due = (claim: number, on: string, more: Partial<Deadline> = {}): Partial<Deadline> => ({
    claim,
    law: 'eu-gdpr',
    kind: 'respond',
    due: on,
    met_on: null,
    ...more,
  });

  it('are in time by the first day of the laws where the promise names none', () => {
    const deadlines = [
      due(1, '2026-03-03'),
      due(1, '2026-03-20', { law: 'us-ca-ccpa' }),
      due(2, '2026-03-01'),
      due(1, '2026-02-01', { kind: 'acknowledge' }),
    ];
    expect(behind(view({ deadlines, answered: '2026-03-02' }))).toEqual(['called_on', 'in_time']);
    expect(behind(view({ deadlines, answered: '2026-03-04' }))).toEqual(['called_on', 'late']);
    expect(behind(view({ answered: '2026-03-04' }))).toEqual(['called_on', 'in_time']);
  });

  it('have the time of an extension once it is in force', () => {
    const deadlines = [due(1, '2026-02-20'), due(1, '2026-04-20', { kind: 'extended-respond' })];
    expect(behind(view({ deadlines }))).toEqual(['called_on', 'late']);
    expect(behind(view({ deadlines, extended: true }))).toEqual(['called_on']);
  });

  it('are settled one claim at a time, by its letter or by who withdrew it', () => {
    const told = [due(1, '2026-03-03', { met_on: '2026-03-03' })];
    expect(behind(view({ deadlines: told, answered: '2026-03-04' }))).toEqual(['called_on', 'in_time']);
    const deadlines = [due(1, '2026-03-03')];
    expect(behind(view({ deadlines, withdrawn: '2026-03-01' }))).toEqual(['called_on', 'in_time']);
  });
});

it('shows behind a flag what contradicts that promise, and what was answered', () => {
  const row = (key: string, of: number, answered: boolean) =>
    ({ key, promise: of, answer: answered ? { text: 'a' } : null }) as unknown as Contradiction;
  const all = [row('a', 7, false), row('b', 7, true), row('c', 8, true)];
  expect(behindFlag(promise, 'contradicted', all).map((it) => it.key)).toEqual(['a', 'b']);
  expect(behindFlag(promise, 'answered', all).map((it) => it.key)).toEqual(['b']);
  expect(PROMISE_COUNTS.filter(isRequestCount)).toEqual(['called_on', 'in_time', 'late']);
});
