import { expect, it } from 'vitest';
import type { PromiseRow, PromisesAtWork, Reading } from '../../api/commands';
import { american, quotable } from './quotes';

const reading = (kind: Reading['kind']): Reading => ({
  kind,
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
});
const row = (id: number | null, quote: string, state: PromiseRow['state'] = 'accepted'): PromiseRow => ({
  key: quote,
  id,
  state,
  own: false,
  corrected: false,
  start: 0,
  end: 1,
  quote,
  under: ['Children'],
  reading: reading('no-children'),
  why: [],
  reviewed_by: '',
  reviewed_at: '',
});
const work: PromisesAtWork = {
  version: { id: 1, title: 'Policy', from: '2026-03-01' },
  promises: [
    {
      promise: 4,
      policy: 1,
      quote: 'We delete what you ask for.',
      cite: 'Policy of 1 Mar 2026',
      reading: reading('delete'),
      rights: ['erasure'],
      checks: [],
      due: null,
      days: null,
    },
  ],
  unreviewed: 0,
  notes: [],
  missing: [],
};
const rows = [
  row(4, 'We delete what you ask for.'),
  row(5, 'No account below thirteen.'),
  row(null, 'Perhaps a promise.', 'suggested'),
  row(6, 'Not a promise.', 'rejected'),
];
const find = (typed: string) => {
  const { engaged, others } = quotable(work, rows, typed, (kind) => kind);
  return [engaged.map((it) => it.promise), others.map((it) => it.promise)];
};

it('offers what is accepted, each once', () => {
  expect(find('')).toEqual([[4], [5]]);
});

it('finds words of the quote, of its heading and of its kind', () => {
  expect(find('thirteen')).toEqual([[], [5]]);
  expect(find('children no-')).toEqual([[], [5]]);
  expect(find('DELETE')).toEqual([[4], []]);
  expect(find('perhaps')).toEqual([[], []]);
});

it('writes dates as the law of the letter does, and under our own policy as the house does', () => {
  const house = (calendar: string, ...established: string[]) => ({
    calendar,
    about: { established, serves: [], facts: {}, figures: {}, people: {} },
  });
  expect(american('us-ca-ccpa', house('de-hh', 'de'))).toBe(true);
  expect(american('eu-gdpr', house('us-federal', 'us-tx'))).toBe(false);
  expect(american('own-policy', house('de-hh', 'de'))).toBe(false);
  expect(american('own-policy', house('de-hh', 'de', 'us-tx'))).toBe(true);
  expect(american('own-policy', house('us-federal'))).toBe(true);
});
