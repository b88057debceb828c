import { describe, expect, it } from 'vitest';
import type { RecipientIn, RecipientRow } from '../../api/commands';
import { choosable, cleanRecipient, emptyRecipient, savedOne } from './recipient';

const row = (id: number, name: string, struck = ''): RecipientRow => ({
  id,
  about: { ...emptyRecipient(name), id },
  disclosures: 0,
  last_on: null,
  lacks: [],
  history: [],
  struck,
});

describe('a recipient', () => {
  it('sends nothing from a field that is not asked for', () => {
    const typed: RecipientIn = {
      ...emptyRecipient(' Brightline '),
      address: [' Hafenweg 2 ', ''],
      examples: 'tents',
      name_tells: true,
      contract_on: '2026-01-02',
    };
    expect(cleanRecipient(typed)).toMatchObject({
      name: 'Brightline',
      address: ['Hafenweg 2'],
      examples: '',
      contract_on: '',
    });
    expect(cleanRecipient({ ...typed, name_tells: false, contract: 'Safe' })).toMatchObject({
      examples: 'tents',
      contract_on: '2026-01-02',
    });
  });

  it('is found again after it was kept, also beside one of the same name', () => {
    const list = { recipients: [row(1, 'A'), row(2, 'A'), row(3, 'B')] };
    expect(savedOne(list, [1, 3], emptyRecipient('A'))?.id).toBe(2);
    expect(savedOne(list, [1, 2], { ...emptyRecipient('Renamed'), id: 1 })?.id).toBe(1);
    expect(savedOne(list, [1, 2, 3], emptyRecipient('C'))).toBeNull();
  });

  it('is offered by name, and once struck out only where it was chosen before', () => {
    const rows = [row(1, 'zeta'), row(2, 'Alpha'), row(3, 'Mid', 'Gone.')];
    expect(choosable(rows, null).map((it) => it.id)).toEqual([2, 1]);
    expect(choosable(rows, 3).map((it) => it.id)).toEqual([2, 3, 1]);
  });
});
