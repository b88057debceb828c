import { describe, expect, it } from 'vitest';
import type { Person } from '../../api/commands';
import { personLine, readPersons } from './persons';

const one = (line: string) => readPersons(line).persons[0];

describe('people typed or pasted', () => {
  const cases: [string, string, Partial<Person>][] = [
    ['only a name', 'Marek Łukasiewicz', { name: 'Marek Łukasiewicz', email: '' }],
    ['only an address of a mailbox', 'm@luka.example', { name: '', email: 'm@luka.example' }],
    [
      'as a mail program writes it',
      'Marek Luka <m@luka.example>',
      { name: 'Marek Luka', email: 'm@luka.example' },
    ],
    [
      'in quotes, with a comma',
      '"Luka, Marek" <m@luka.example>',
      { name: 'Luka, Marek', email: 'm@luka.example' },
    ],
    ['a row of a table', 'Luka\tm@luka.example\t+49 40 5550 143', { phone: '+49 40 5550 143', name: 'Luka' }],
    ['another order', 'm@luka.example; Luka', { name: 'Luka', email: 'm@luka.example' }],
    [
      'with a postal address',
      'Luka; Hafenweg 2; 20457 Hamburg',
      { name: 'Luka', address: ['Hafenweg 2', '20457 Hamburg'] },
    ],
  ];
  it.each(cases)('are read: %s', (_, line, wanted) => expect(one(line)).toMatchObject(wanted));

  it('are counted once, and what is nobody is said with its line', () => {
    const read = readPersons('Ann; a@b.example\n\nANN; A@B.example\n12\n;;;\nBen');
    expect(read.persons.map((it) => it.name)).toEqual(['Ann', 'Ben']);
    expect(read.doubles).toEqual([3]);
    expect(read.wrong).toEqual([4, 5]);
  });

  it('read back as they were written out', () => {
    for (const [, line] of cases) {
      const person = one(line);
      if (!person) throw new Error(line);
      expect(one(personLine(person))).toEqual(person);
    }
  });
});
