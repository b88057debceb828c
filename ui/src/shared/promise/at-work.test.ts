import { describe, expect, it } from 'vitest';
import type { CheckState, EngagedPromise, PromiseCheck, PromisesAtWork } from '../../api/commands';
import { openFirst, oneLine, quoted, sorted, stateOf, wantsEye } from './at-work';

const check = (state: CheckState): PromiseCheck => ({
  about: 'condition',
  state,
  message: 'A sentence.',
  requires: null,
});
const promise = (id: number, more: Partial<EngagedPromise> = {}): EngagedPromise => ({
  promise: id,
  policy: 1,
  quote: 'We answer.',
  cite: 'Policy of 1 Mar 2026',
  reading: {
    kind: 'access',
    audiences: ['everyone'],
    rights: [],
    polarity: 'does',
    ways: [],
    conditions: [],
    time_limit: null,
    frequency: null,
    exceptions: [],
    acts: [],
    data: [],
    age: null,
  },
  rights: ['access'],
  checks: [],
  due: null,
  days: null,
  ...more,
});
const work = (promises: EngagedPromise[]): PromisesAtWork => ({
  version: null,
  promises,
  unreviewed: 0,
  notes: [],
  missing: [],
});
const ids = (list: EngagedPromise[]) => list.map((it) => it.promise);

describe('how a promise stands', () => {
  it('is as good as the worst that was compared', () => {
    expect(stateOf([])).toBeNull();
    expect(stateOf([check('met')])).toBe('met');
    expect(stateOf([check('met'), check('open')])).toBe('open');
    expect(stateOf([check('open'), check('reached'), check('met')])).toBe('reached');
    expect(stateOf([check('reached'), check('missing')])).toBe('missing');
  });

  it('wants the officer only where something is missing or used up', () => {
    expect(wantsEye(promise(1, { checks: [check('open'), check('met')] }))).toBe(false);
    expect(wantsEye(promise(1, { checks: [check('met'), check('reached')] }))).toBe(true);
  });
});

describe('the promises of a request', () => {
  it('begin with the troubled, then those with a date, then the others as the policy has them', () => {
    const { called, along } = sorted(
      work([
        promise(1),
        promise(2, { due: '2026-03-20' }),
        promise(3),
        promise(4, { checks: [check('missing')], due: '2026-04-01' }),
        promise(5, { rights: [] }),
        promise(6, { rights: [], checks: [check('reached')] }),
      ]),
    );
    expect(ids(called)).toEqual([4, 6, 2, 1, 3]);
    // One that only goes with it stays apart, unless it is in trouble itself.
    expect(ids(along)).toEqual([5]);
  });
});

describe('a quote', () => {
  it('carries the day of its version and the words as they stand, on one line', () => {
    expect(quoted('We never sell\n  “addresses”. ', '2026-03-01')).toBe(
      'Our privacy policy, as published on 1 March 2026, says: “We never sell “addresses”.”',
    );
    expect(quoted('We never sell.', '2026-03-01', true)).toBe(
      'Our privacy policy, as published on March 1, 2026, says: “We never sell.”',
    );
    expect(oneLine(' a\r\n\tb ')).toBe('a b');
  });
});

it('shows what is not answered before what is', () => {
  const row = (key: string, answered: boolean) => ({
    key,
    about: 'late' as const,
    on: '2026-03-01',
    message: '',
    promise: 1,
    policy: 1,
    quote: '',
    cite: '',
    request: null,
    reference: '',
    handling: null,
    needs_answer: false,
    alike: 0,
    obtain: '',
    answer: answered ? { text: 'Done.', officer: 'A', at: '2026-03-02T08:00:00Z' } : null,
  });
  const list = [row('a', true), row('b', false), row('c', true), row('d', false)];
  expect(openFirst(list).map((it) => it.key)).toEqual(['b', 'd', 'a', 'c']);
});
