// Words about promises that more than one screen says.

import type { ContradictionAbout, Per } from '../../api/commands';
import { figure } from '../../numbers';

const often: Record<Per, (times: string) => string> = {
  'calendar-year': (times) => `${times} a calendar year`,
  'twelve-months': (times) => `${times} in twelve months`,
  month: (times) => `${times} a month`,
  ever: (times) => (times === 'once' ? 'once and for all' : `${times} in all`),
};
const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${figure(count)} times`);
/** “business days” but “1 business day”. */
const singular = (unit: string) => unit.replace(/s$/, '');

export const promise = {
  promptly: 'promptly',
  time: (count: number, unit: string) => `${figure(count)} ${count === 1 ? singular(unit) : unit}`,
  within: (limit: string) => `time limit: ${limit}`,
  often: (count: number, per: Per) => often[per](times(count)),
  label: (text: string) => `the words “${text}”`,
  wayAt: (way: string, value: string) => `${way} ${value}`,
  by: (ways: string[]) => `by ${ways.join(', ')}`,
  asks: (what: string[]) => `asks for ${what.join(', ')}`,
  except: (what: string[]) => `except: ${what.join(', ')}`,
  below: (age: number) => `below ${age} years`,

  contradiction: 'Contradiction',
  answered: 'Resolved in writing',
  about: {
    disclosure: 'Disclosure',
    use: 'Use',
    collection: 'Collection',
    decision: 'Decision',
    late: 'Late',
    child: 'Child',
    notice: 'Notice',
    consent: 'Consent',
    authorization: 'Authorisation',
    suppressed: 'Suppression list',
  } satisfies Record<ContradictionAbout, string>,
  needsAnswer: 'It cannot be entered before this is answered in writing.',
  resolve: 'Resolve in writing',
  resolveTitle: 'Resolve this in writing',
  resolveLead:
    'Your answer is kept with your name in the log, on the request, and in the report of the year. It takes nothing back.',
  resolveText: 'What was done about it, and why it stands or is put right',
  resolveNeeded: 'Write your answer first.',
  resolveConfirm: 'Keep this answer',
  resolved: 'Your answer is in the log.',
  resolveAlike: (count: number) => `Answer all ${figure(count)} alike`,
  resolveAlikeTitle: (count: number) => `Answer ${figure(count)} alike in writing`,
  resolveAlikeLead:
    'These entries are equal before the same promise. Your answer is kept with each of them, with your name, in the log and in the report of the year. It takes nothing back.',
  resolveAlikeDays: (oldest: string, newest: string, people: number) =>
    `${oldest === newest ? `All on ${oldest}` : `From ${oldest} to ${newest}`}; ${people === 1 ? '1 person' : `${figure(people)} people`}, counted once an entry. Entries that come later are not covered.`,
  answeredBy: (officer: string, when: string) => `${officer}, ${when}`,
  toEntry: 'Go to the entry in the register',
  toRequest: (reference: string) => `Go to ${reference}`,
};
