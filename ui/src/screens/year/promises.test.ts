import { describe, expect, it } from 'vitest';
import type { Contradiction, Deadline, RequestView } from '../../api/commands';
import { behindFlag, callingOn, isRequestCount, PROMISE_COUNTS, standsBehindPromise } from './promises';

const view = (more: {
  due?: string | null;
  rights?: string[];
  answered?: string | null;
  deadlines?: Pick<Deadline, 'right' | 'kind' | 'due'>[];
}): RequestView =>
  ({
    claims: [
      { id: 1, right: 'erasure' },
      { id: 2, right: 'access' },
    ],
    policy: {
      promises: [{ promise: 7, rights: more.rights ?? ['erasure'], due: more.due ?? null }],
    },
    deadlines: more.deadlines ?? [],
    answered_on: more.answered ?? null,
    closed_on: null,
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

  it('are in time by the first day of the laws where the promise names none', () => {
    const deadlines = [
      { right: 'erasure' as const, kind: 'respond' as const, due: '2026-03-03' },
      { right: 'access' as const, kind: 'respond' as const, due: '2026-03-01' },
      { right: 'erasure' as const, kind: 'acknowledge' as const, due: '2026-02-01' },
    ];
    expect(behind(view({ deadlines, answered: '2026-03-02' }))).toEqual(['called_on', 'in_time']);
    expect(behind(view({ deadlines, answered: '2026-03-04' }))).toEqual(['called_on', 'late']);
    expect(behind(view({ answered: '2026-03-04' }))).toEqual(['called_on', 'in_time']);
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
