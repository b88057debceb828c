import { describe, expect, it } from 'vitest';
import type { RecipientRow } from '../../api/commands';
import { emptyRecipient } from '../../shared/register/recipient';
import { compareBy } from '../../shared/register/table';
import { countFor, findRecipients, valueOf } from './recipients';

const row = (id: number, name: string, more: Partial<RecipientRow> = {}): RecipientRow => ({
  id,
  about: { ...emptyRecipient(name), id },
  disclosures: 0,
  last_on: null,
  lacks: [],
  history: [],
  struck: '',
  ...more,
});

describe('the directory', () => {
  const rows = [
    row(1, 'Łódź Druk', { lacks: ['an address'], disclosures: 3 }),
    row(2, 'Alpha', {
      about: { ...emptyRecipient('Alpha'), processor: true, address: ['Weg 3', 'Hamburg'] },
    }),
    row(3, 'Gone', { lacks: ['an address'], struck: 'Closed down.', disclosures: 12 }),
  ];
  const ids = (found: RecipientRow[]) => found.map((it) => it.id);

  it('says what lacks only of those that are still in it', () => {
    expect(ids(findRecipients(rows, 'lacking', ''))).toEqual([1]);
    expect(countFor(rows, 'struck')).toBe(1);
    expect(countFor(rows, 'processors')).toBe(1);
    expect(countFor(rows, 'all')).toBe(3);
  });

  it('is found by name and address, however they are typed', () => {
    expect(ids(findRecipients(rows, 'all', 'lodz'))).toEqual([1]);
    expect(ids(findRecipients(rows, 'all', 'hamburg weg'))).toEqual([2]);
  });

  it('counts as numbers', () => {
    expect(ids([...rows].sort(compareBy('-disclosures', valueOf)))).toEqual([3, 1, 2]);
  });
});
