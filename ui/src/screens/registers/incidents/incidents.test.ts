import { describe, expect, it } from 'vitest';
import type { IncidentPerson, IncidentRow, RegisterDate } from '../../../api/commands';
import {
  emptyIncident,
  findIncidents,
  findPeople,
  INCIDENT_FIELDS,
  inOrder,
  lacksIncident,
  lacksPerson,
  readPasted,
  untold,
} from './incidents';

const person = (name: string, email = '', phone = '', address: string[] = []) => ({
  name,
  email,
  phone,
  address,
});

describe('an incident', () => {
  const good = { ...emptyIncident(), title: 'List sent astray', aware_at: '2026-03-04T09:40' };
  const fields = (more: Partial<typeof good>, change = false) =>
    lacksIncident({ ...good, ...more }, change).map((it) => it.field);

  it('is opened with a name and an hour; the rest can follow', () => {
    expect(fields({})).toEqual([]);
    expect(lacksIncident(emptyIncident(), false).map((it) => it.field)).toEqual(['title', 'aware_at']);
  });

  it('needs a reason where no harm is said to be likely, and for a correction', () => {
    expect(fields({ risk: 'unlikely' })).toEqual(['risk_reason']);
    expect(fields({ risk: 'high' })).toEqual([]);
    expect(fields({}, true)).toEqual(['reason']);
    expect(fields({ happened_from: '2026-03-04', happened_until: '2026-03-03' })).toEqual(['happened_until']);
  });

  it('has a place in the sheet for everything the core may complain about', () => {
    for (const field of Object.keys(emptyIncident())) expect(INCIDENT_FIELDS).toContain(field);
  });
});

describe('a pasted list', () => {
  const read = (text: string) => readPasted(text).people.map((it) => it.person);

  it('is understood in whatever order its lines are', () => {
    expect(read('Ana Ortiz; ana@example.net; +34 555 0143; Calle 7, Madrid')).toEqual([
      person('Ana Ortiz', 'ana@example.net', '+34 555 0143', ['Calle 7, Madrid']),
    ]);
    expect(read('ana@example.net\tAna Ortiz')).toEqual([person('Ana Ortiz', 'ana@example.net')]);
    expect(read('Ana Ortiz <ana@example.net>')).toEqual([person('Ana Ortiz', 'ana@example.net')]);
    expect(read('"Ana Ortiz","ana@example.net"')).toEqual([person('Ana Ortiz', 'ana@example.net')]);
    expect(read('ana@example.net')).toEqual([person('', 'ana@example.net')]);
  });

  it('passes over headings and empty lines', () => {
    expect(read('Name;E-mail\n\nAna;ana@example.net\r\n\n')).toEqual([person('Ana', 'ana@example.net')]);
    // A name that begins like a heading is a name.
    expect(read('Naomi;naomi@example.net')).toHaveLength(1);
  });

  it('lists lines in which nobody can be reached, and those that stand there twice', () => {
    const found = readPasted('Ana;ana@example.net\nBen\nANA@example.net\nBen;12\nBen;Am Wall 3');
    expect(found.people.map((it) => it.person.name)).toEqual(['Ana', 'Ben', 'Ben']);
    expect(found.bad.map((it) => it.line)).toEqual([2, 3]);
    expect(new Set(found.bad.map((it) => it.reason)).size).toBe(2);
  });
});

describe('one who is typed', () => {
  it('needs a name and a way', () => {
    expect(lacksPerson(person('Ana'))[0]?.field).toBe('person.name');
    expect(lacksPerson(person('', 'ana@example.net'))[0]?.field).toBe('person.name');
    expect(lacksPerson(person('Ana', 'ana'))[0]?.field).toBe('person.email');
    expect(lacksPerson(person('Ana', '', '1'))).toEqual([]);
  });
});

describe('those affected', () => {
  const one = (id: number, name: string, told_on: string | null): IncidentPerson => ({
    id,
    person: person(name, `${id}@example.net`),
    residence: '',
    preferred: 'mail',
    told_on,
    told_by: null,
    letter: null,
    letter_way: null,
    erased_on: null,
  });
  const people = [one(1, 'Łucja', null), one(2, 'Ben', '2026-03-05')];

  it('are told until nobody is left', () => {
    expect(untold(people).map((it) => it.id)).toEqual([1]);
    expect(findPeople(people, 'lucja').map((it) => it.id)).toEqual([1]);
    expect(findPeople(people, '2@example').map((it) => it.id)).toEqual([2]);
  });
});

describe('the dates', () => {
  const due = (by: string, met_on: string | null = null): RegisterDate => ({
    what: by,
    by,
    days: 0,
    working: [],
    cite: '',
    caution: null,
    met_on,
  });

  it('begin with what is still to be done, the earliest first', () => {
    const dates = [due('2026-03-05', '2026-03-05'), due('2026-03-07T09:40'), due('2026-03-06')];
    expect(inOrder(dates).map((it) => it.by)).toEqual(['2026-03-06', '2026-03-07T09:40', '2026-03-05']);
  });
});

describe('the register', () => {
  const row = (id: number, closed_on: string | null, struck = ''): IncidentRow => ({
    id,
    title: `Incident ${id}`,
    aware_at: '2026-03-04T09:40',
    people: 0,
    told: 0,
    risk: 'open',
    next: null,
    closed_on,
    reopened_on: null,
    struck,
  });
  const rows = [row(1, null), row(2, '2026-03-01'), row(3, null, 'A try.')];

  it('counts what is struck out as closed', () => {
    const ids = (filter: Parameters<typeof findIncidents>[1], search = '') =>
      findIncidents(rows, filter, search).map((it) => it.id);
    expect([ids('all'), ids('open'), ids('closed'), ids('all', 'incident 2')]).toEqual([
      [1, 2, 3],
      [1],
      [2, 3],
      [2],
    ]);
  });
});
