// People typed or pasted many at once: one a line, in whatever order a table holds them.

import type { Person } from '../../api/commands';

export interface ReadPersons {
  persons: Person[];
  /** Lines that say nothing that could be a person, from 1. */
  wrong: number[];
  /** Lines that say somebody again. */
  doubles: number[];
}

const MAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
const PHONE = /^\+?[\d\s()/.-]{6,}$/;

/** The pieces of a line: a table pasted has tabs, a list semicolons or commas. */
function pieces(line: string): string[] {
  const mail = /<([^<>\s]+@[^<>\s]+)>/.exec(line);
  const bare = mail ? line.replace(mail[0], ';') : line;
  const by = bare.includes('\t') ? '\t' : bare.includes(';') ? ';' : ',';
  const found = bare.split(by).map((it) =>
    it
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
  return [...found, mail?.[1] ?? ''].filter(Boolean);
}

function personOf(line: string): Person | null {
  const person: Person = { name: '', email: '', phone: '', address: [] };
  for (const piece of pieces(line)) {
    if (!person.email && MAIL.test(piece)) person.email = piece;
    else if (!person.phone && PHONE.test(piece) && piece.replace(/\D/g, '').length >= 6) person.phone = piece;
    else if (!person.name && /\p{L}/u.test(piece)) person.name = piece;
    else if (person.name) person.address.push(piece);
    else return null;
  }
  return person.name || person.email || person.phone ? person : null;
}

const keyOf = (it: Person) =>
  (it.email || `${it.name}|${it.phone}|${it.address.join('|')}`).toLocaleLowerCase('en');

export function readPersons(text: string): ReadPersons {
  const read: ReadPersons = { persons: [], wrong: [], doubles: [] };
  const seen = new Set<string>();
  text.split('\n').forEach((line, at) => {
    if (!line.trim()) return;
    const person = personOf(line);
    if (!person) return void read.wrong.push(at + 1);
    const key = keyOf(person);
    if (seen.has(key)) return void read.doubles.push(at + 1);
    seen.add(key);
    read.persons.push(person);
  });
  return read;
}

/** A line that reads back as the same person. */
export function personLine(it: Person): string {
  return [it.name, it.email, it.phone, ...it.address].filter(Boolean).join('; ');
}
