import { expect, it } from 'vitest';
import type { LawChoice } from '../../api/commands';
import {
  asksAnything,
  byProposal,
  nothingParticular,
  sameParticulars,
  shownAsks,
  withKind,
  withQuestion,
} from './particulars';

const none = { age: false, data_kinds: false, arrived_at: [], dated_on: false, questions: false };

it('asks nothing that no law asks', () => {
  expect(asksAnything(shownAsks(null, nothingParticular()))).toBe(false);
  expect(shownAsks({ ...none, age: true }, nothingParticular())).toEqual({ ...none, age: true });
});

it('keeps what was answered in sight when the law that asked is gone', () => {
  const said = {
    ...nothingParticular(),
    age: 9,
    arrived_at: 'other-address' as const,
    dated_on: '2026-02-03',
  };
  const asks = shownAsks(none, said);
  expect(asks).toEqual({ ...none, age: true, arrived_at: ['other-address'], dated_on: true });
});

it('asks what a question is about only where something is only asked', () => {
  const asks = shownAsks({ ...none, questions: true }, nothingParticular());
  expect(asks.questions).toBe(true);
  // The question stands with the rights, not among what the laws also ask.
  expect(asksAnything(asks)).toBe(false);
  const said = withQuestion(nothingParticular(), 'selling');
  expect(shownAsks(none, said).questions).toBe(true);
  expect(withQuestion(said, 'selling')).toEqual(nothingParticular());
  expect(sameParticulars(said, nothingParticular())).toBe(false);
  expect(sameParticulars(withQuestion(said, 'uses'), withQuestion(withQuestion(said, 'uses'), 'uses'))).toBe(
    false,
  );
});

it('ticks and unticks a kind of data, whatever the order', () => {
  const both = withKind(withKind(nothingParticular(), 'account'), 'employment');
  expect(both.data_kinds).toEqual(['account', 'employment']);
  expect(withKind(both, 'account').data_kinds).toEqual(['employment']);
  expect(sameParticulars(both, { ...both, data_kinds: ['employment', 'account'] })).toBe(true);
  expect(sameParticulars(both, nothingParticular())).toBe(false);
});

it('keeps a law that does not seem to apply apart until it is chosen', () => {
  const law = (id: string, proposed: boolean, chosen: boolean): LawChoice => ({
    law: id,
    short: id,
    right_name: '',
    cite: '',
    reason: '',
    caution: null,
    proposed,
    chosen,
  });
  const sorted = byProposal({
    right: 'access',
    laws: [law('a', true, true), law('b', false, false), law('c', false, true), law('d', true, false)],
    deadlines: [],
  });
  expect(sorted.likely.map((it) => it.law)).toEqual(['a', 'c', 'd']);
  expect(sorted.others.map((it) => it.law)).toEqual(['b']);
});
