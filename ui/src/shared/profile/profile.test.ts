import { describe, expect, it } from 'vitest';
import type { LawName } from '../../api/commands';
import { lawsNamed, startsOn } from './profile';

const law = (short: string, jurisdiction: string, right: string): LawName => ({
  id: short.toLowerCase(),
  name: `${short} in full`,
  short,
  jurisdiction,
  family: 'us-states',
  rights: [{ right: 'access', name: right, cite: 's. 1', from: null }],
});
const laws = [
  law('EU GDPR', 'European Union', 'Access'),
  law('VCDPA', 'Virginia', 'Opt out of sale'),
  law('TDPSA', 'Texas', 'Opt out of sale'),
];

describe('laws are found', () => {
  it.each([
    ['', ['EU GDPR', 'VCDPA', 'TDPSA'], 'all when nothing is typed'],
    ['gdpr', ['EU GDPR'], 'by the short name'],
    ['texas', ['TDPSA'], 'by the place'],
    ['opt SALE', ['VCDPA', 'TDPSA'], 'by the words of a right, in any case'],
    ['sale virginia', ['VCDPA'], 'by every word together'],
    ['mars', [], 'not at all when none fits'],
  ])('%s', (typed, expected) => {
    expect(lawsNamed(laws, typed).map((it) => it.short)).toEqual(expected);
  });
});

describe('a law that gives no right yet', () => {
  it('starts on the first of its days, and one that gives a right today has started', () => {
    const withDays = (...from: (string | null)[]): LawName => ({
      ...law('Law', 'India', 'Access'),
      rights: from.map((day) => ({ right: 'access', name: 'Access', cite: 's. 1', from: day })),
    });
    expect(startsOn(withDays('2027-05-14', '2027-05-13'))).toBe('2027-05-13');
    expect(startsOn(withDays('2027-05-14', null))).toBeNull();
  });
});
