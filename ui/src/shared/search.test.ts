import { expect, test } from 'vitest';
import { found, matches } from './search';

test.each([
  ['Łódź', 'lodz'],
  ['São Paulo', 'sao'],
  // A time zone as the system writes it, and as the list shows it.
  ['America/Sao Paulo', 'America/Sao_Paulo'],
  ['America/Sao_Paulo', 'sao paulo'],
  ['Straße', 'STRASSE'],
])('%s is found by %s', (text, typed) => {
  expect(matches(text, typed)).toBe(true);
});

test('what begins with the words comes first', () => {
  expect(found(['New York', 'York', 'Boston'], 'york', (it) => it)).toEqual(['York', 'New York']);
});
