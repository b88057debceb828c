import { describe, expect, it } from 'vitest';
import type { LawName, LawSuggestions } from '../../api/commands';
import {
  anythingSaid,
  families,
  isOpen,
  nothingSaid,
  questionsOf,
  saidOf,
  takeSuggestions,
  wholeNumber,
  withFact,
  withNumber,
  withPlace,
  wouldChange,
} from './about';

const law = (id: string, suggested: 'yes' | 'no' | 'open') => ({
  law: id,
  short: id,
  suggested,
  reason: '',
  caution: null,
  missing: [],
});
const found: LawSuggestions = {
  laws: [law('gdpr', 'yes'), law('ccpa', 'open'), law('uk', 'no')],
  questions: [
    { id: 'bank', kind: 'fact', label: 'Bank', help: '', laws: [], asked: false },
    { id: 'for-profit', kind: 'fact', label: 'For profit', help: '', laws: [], asked: true },
    { id: 'employees', kind: 'figure', label: 'Employees', help: '', laws: [], asked: true },
  ],
};

describe('an answer', () => {
  it('is yes, no, or not said again', () => {
    const yes = withFact(nothingSaid(), 'bank', 'yes');
    expect(saidOf(yes, 'bank')).toBe('yes');
    expect(saidOf(withFact(yes, 'bank', 'no'), 'bank')).toBe('no');
    expect(withFact(yes, 'bank', 'unsaid')).toEqual(nothingSaid());
    expect(anythingSaid(yes)).toBe(true);
    expect(anythingSaid(nothingSaid())).toBe(false);
  });

  it.each([
    ['12', 12],
    [' 120,000 ', 120000],
    ['26.625.000', 26625000],
    ['0', 0],
    ['', null],
    ['a few', null],
    ['-3', null],
    ['1234567890123456', null],
  ])('as the number %j', (typed, number) => {
    expect(wholeNumber(typed)).toBe(number);
  });

  it('of a number can be taken back', () => {
    const twelve = withNumber(nothingSaid(), 'figures', 'employees', 12);
    expect(twelve.figures).toEqual({ employees: 12 });
    expect(withNumber(twelve, 'figures', 'employees', null)).toEqual(nothingSaid());
  });

  it('of a place stands once', () => {
    const here = withPlace(withPlace(nothingSaid(), 'serves', 'de', true), 'serves', 'de', true);
    expect(here.serves).toEqual(['de']);
    expect(withPlace(here, 'serves', 'de', false).serves).toEqual([]);
  });
});

it('asks what some law asks, and keeps in sight what is answered', () => {
  const ids = (about = nothingSaid()) => questionsOf(found, 'fact', about).map((it) => it.id);
  expect(ids()).toEqual(['for-profit']);
  expect(ids(withFact(nothingSaid(), 'bank', 'no'))).toEqual(['bank', 'for-profit']);
});

it('takes what applies, drops what does not, and leaves what cannot be told', () => {
  expect(takeSuggestions(['uk', 'ccpa'], found)).toEqual(['ccpa', 'gdpr']);
  expect(wouldChange(['uk', 'ccpa'], found)).toEqual({ add: ['gdpr'], remove: ['uk'] });
  expect(wouldChange(['gdpr'], found)).toEqual({ add: [], remove: [] });
  expect(wouldChange(['uk'], null)).toEqual({ add: [], remove: [] });
});

it('groups the laws in the order in which they are looked for', () => {
  const of = (id: string, family: 'europe' | 'us-texas' | 'contracts') => ({
    id,
    name: id,
    short: id,
    jurisdiction: '',
    family,
    rights: [],
  });
  const groups = families([of('mail', 'contracts'), of('tx', 'us-texas'), of('eu', 'europe')]);
  expect(groups.map((group) => [group.family, group.laws.length])).toEqual([
    ['europe', 1],
    ['us-texas', 1],
    ['contracts', 1],
  ]);
});

it('a family stands open when it is the first, was ticked, is suggested, or is searched, unless it was folded', () => {
  const law = (id: string, family: 'europe' | 'us-texas'): LawName => ({
    id,
    name: id,
    short: id,
    jurisdiction: '',
    family,
    rights: [],
  });
  const texas = { family: 'us-texas' as const, laws: [law('tx', 'us-texas')] };
  const europe = { family: 'europe' as const, laws: [law('eu', 'europe')] };
  expect(isOpen(europe, '', {}, [], null)).toBe(true);
  expect(isOpen(texas, '', {}, [], null)).toBe(false);
  expect(isOpen(texas, '', {}, ['tx'], null)).toBe(true);
  expect(isOpen(texas, 'tex', {}, [], null)).toBe(true);
  expect(isOpen(texas, '', { 'us-texas': false }, ['tx'], null)).toBe(false);
});
