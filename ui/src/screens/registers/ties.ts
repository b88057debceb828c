// How files of other registers are named where an entry is tied to one of them.

import type { AuthorizationRow, ChildRow, ConsentRow } from '../../api/commands';
import { plainDate } from '../../dates';
import { words } from '../../words';

const joined = (...parts: string[]) => parts.filter(Boolean).join(' · ');

export function standingWords(row: AuthorizationRow): string {
  const w = words.registers.handling.ties;
  const until = row.valid_until ? w.until(plainDate(row.valid_until)) : '';
  return joined(row.patient, row.recipient, w.standings[row.standing], until);
}

export function childWords(row: ChildRow): string {
  const w = words.registers.handling.ties;
  return joined(row.child || w.erased, row.parent, row.may_disclose ? w.mayDisclose : w.mayNot);
}

export function consentWords(row: ConsentRow): string {
  const w = words.registers.handling.ties;
  return joined(row.about.person.name || row.about.person.email, row.about.purpose, w.consents[row.standing]);
}
