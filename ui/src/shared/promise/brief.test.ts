import { expect, test } from 'vitest';
import type { Reading } from '../../api/commands';
import { brief } from './brief';
import { groupOf, KINDS } from './kinds';

const bare: Reading = {
  kind: 'delete',
  audiences: ['everyone'],
  rights: ['erasure'],
  polarity: 'does',
  ways: [],
  conditions: [],
  time_limit: null,
  frequency: null,
  exceptions: [],
  acts: [],
  data: [],
  age: null,
};

test('a promise without limits says nothing more', () => {
  expect(brief(bare)).toEqual([]);
});

test('each limit is said once, one of a unit in the singular', () => {
  expect(
    brief({
      ...bare,
      time_limit: { count: 1, unit: 'business-days', words: 'within one business day' },
      frequency: { times: 1, per: 'calendar-year', words: 'once a year' },
      ways: [
        { way: 'mail', value: 'privacy@harbourlane.example' },
        { way: 'post', value: '' },
      ],
      conditions: [
        { requires: 'label', words: 'My disclosures' },
        { requires: 'full-name', words: 'your first name' },
        { requires: 'full-name', words: 'and last name' },
        { requires: null, words: 'if you are a customer' },
      ],
      exceptions: [
        { what: 'law', words: 'tax' },
        { what: 'law', words: 'court' },
      ],
      age: 13,
    }),
  ).toEqual([
    'time limit: 1 business day',
    'once a calendar year',
    'by e-mail privacy@harbourlane.example, post',
    'asks for the words “My disclosures”, full name, if you are a customer',
    'except: where a law demands it',
    'below 13 years',
  ]);
  expect(brief({ ...bare, time_limit: { count: 0, unit: 'promptly', words: 'promptly' } })).toEqual([
    'time limit: promptly',
  ]);
});

test('every kind has a group, and kinds of one group stand together', () => {
  const groups = KINDS.map(groupOf);
  expect(groups.every(Boolean)).toBe(true);
  expect(groups.filter((group, at) => group !== groups[at - 1])).toHaveLength(new Set(groups).size);
});
