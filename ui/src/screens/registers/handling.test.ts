import { describe, expect, it } from 'vitest';
import type { Contradiction, HandlingIn, HandlingRow } from '../../api/commands';
import {
  ACTS,
  asksFor,
  cleaned,
  CONSENTS,
  emptyHandling,
  emptyProcess,
  fieldOf,
  firstField,
  flagsOf,
  isBlankHandling,
  problemAt,
  PURPOSES,
  REGIONS,
  resolutions,
  strayProblems,
  toggled,
  TOPICS,
  unanswered,
} from './handling';
import { sortOf, sorts } from './disclosures.svelte';

const blank = emptyHandling('2026-03-05');
const collision = (key: string, needs_answer = false, answered = false): Contradiction => ({
  key,
  about: 'disclosure',
  on: '2026-03-05',
  message: 'It collides.',
  promise: 1,
  policy: 1,
  quote: 'We never do.',
  cite: '',
  request: null,
  reference: '',
  handling: null,
  needs_answer,
  alike: 0,
  obtain: '',
  answer: answered ? { text: 'Put right.', officer: 'A', at: '2026-03-05T09:00:00Z' } : null,
});
const row = (id: number, more: Partial<HandlingIn>, rest: Partial<HandlingRow> = {}): HandlingRow => ({
  id,
  entry: { ...blank, ...more },
  entered_by: 'A',
  entered_at: '2026-03-05T09:00:00Z',
  reference: '',
  contradictions: [],
  struck: '',
  told: [],
  corrects: null,
  corrected_by: null,
  without_authority: false,
  suggests: [],
  exception_name: '',
  ...rest,
});

describe('an entry', () => {
  it('is blank until something is said', () => {
    expect(isBlankHandling(blank, '2026-03-05')).toBe(true);
    expect(isBlankHandling({ ...blank, request: 12 }, '2026-03-05')).toBe(true);
    expect(isBlankHandling({ ...blank, data: ['health'] }, '2026-03-05')).toBe(false);
    expect(isBlankHandling({ ...blank, on: '2026-03-04' }, '2026-03-05')).toBe(false);
  });

  it('sends nothing from a field that is no longer asked for', () => {
    const typed: HandlingIn = {
      ...blank,
      recipient: ' Brightline ',
      purpose: 'legal-process',
      legal_basis: ' Order 7 ',
      consent: 'opt-in',
      consent_note: ' the form ',
      note: ' said on the phone ',
    };
    expect(cleaned(typed)).toMatchObject({
      recipient: 'Brightline',
      legal_basis: 'Order 7',
      consent_note: 'the form',
      note: 'said on the phone',
    });
    expect(cleaned({ ...typed, act: 'use', purpose: 'other', consent: 'none' })).toMatchObject({
      recipient: '',
      legal_basis: '',
      consent_note: '',
    });
  });

  it('offers every word of the closed lists once', () => {
    for (const list of [ACTS, PURPOSES, TOPICS, REGIONS, CONSENTS])
      expect(new Set<string>(list).size).toBe(list.length);
    expect(toggled(toggled(['a', 'b'], 'b'), 'c')).toEqual(['a', 'c']);
  });
});

describe('the files of other registers', () => {
  it('are asked for by the data, by what the core says, and while one is chosen', () => {
    const none = { health: false, explicit: false, child: false };
    expect(asksFor(blank)).toEqual(none);
    expect(asksFor({ ...blank, data: ['health'] })).toEqual({ health: true, explicit: true, child: false });
    expect(asksFor({ ...blank, act: 'use', data: ['health'] }).health).toBe(false);
    expect(asksFor({ ...blank, data: ['child-data'] }).child).toBe(true);
    expect(asksFor(blank, [{ field: 'health.authorization', message: '' }]).health).toBe(true);
    expect(asksFor(blank, [], [{ about: 'consent' }]).explicit).toBe(true);
    expect(asksFor({ ...blank, child: 7 }).child).toBe(true);
  });
});

describe('the legal process', () => {
  it('goes with its purpose only, and a day of telling only with having told', () => {
    const process = { ...emptyProcess(), from: ' Court ', told: 'no' as const, told_on: '2026-03-01' };
    expect(cleaned({ ...blank, process }).process).toBeNull();
    expect(cleaned({ ...blank, purpose: 'legal-process', process }).process).toMatchObject({
      from: 'Court',
      told_on: '',
    });
    expect(cleaned({ ...blank, act: 'use', purpose: 'legal-process', process }).process).toBeNull();
  });

  it('is complained of beside its own fields', () => {
    const entry = { ...blank, purpose: 'legal-process' as const, process: emptyProcess() };
    expect(fieldOf('entry.process.asked', entry)).toBe('process.asked');
    expect(fieldOf('process', entry)).toBe('process.from');
    expect(fieldOf('process.told_on', entry)).toBe('');
    expect(fieldOf('persons[3].name', entry)).toBe('persons');
  });
});

describe('complaints of the core', () => {
  const problems = [
    { field: 'entry.recipient', message: 'Who?' },
    { field: 'data[0]', message: 'Which?' },
    { field: 'resolutions', message: 'Answer.' },
  ];

  it('stand beside the field that is shown', () => {
    expect(problemAt(problems, 'recipient', blank)).toBe('Who?');
    expect(problemAt(problems, 'data', blank)).toBe('Which?');
    expect(problemAt(problems, 'people', blank)).toBeNull();
    expect(firstField([...problems].reverse(), blank)).toBe('recipient');
    expect(strayProblems(problems, blank)).toEqual(['Answer.']);
  });

  it('do not hide with a field that is not there', () => {
    const use = { ...blank, act: 'use' as const };
    expect(fieldOf('recipient', use)).toBe('');
    expect(strayProblems(problems, use)).toEqual(['Who?', 'Answer.']);
    expect(firstField([], use)).toBeNull();
  });
});

describe('what collides', () => {
  const collisions = [collision('a', true), collision('b'), collision('c', true)];

  it('must be answered where the core demands it', () => {
    expect(unanswered(collisions, new Map())).toEqual(['a', 'c']);
    expect(unanswered(collisions, new Map([['a', ' \n']]))).toEqual(['a', 'c']);
    expect(unanswered(collisions, new Map([['a', 'Yes.']]))).toEqual(['c']);
  });

  it('is answered only while it is there', () => {
    const answers = new Map([
      ['a', ' Yes. '],
      ['b', ''],
      ['gone', 'No.'],
    ]);
    expect(resolutions(collisions, answers)).toEqual([{ key: 'a', text: 'Yes.' }]);
  });
});

describe('the register', () => {
  const rows = [
    row(1, { on: '2026-02-01', recipient: 'Łódź Druk', data: ['email-address'], people: 12 }),
    row(
      2,
      { on: '2026-03-01', act: 'use', purpose: 'our-marketing', people: 9 },
      { contradictions: [collision('a'), collision('b', false, true)] },
    ),
    row(3, { on: '2026-03-01', people: 100 }, { contradictions: [collision('c')], struck: 'Twice.' }),
    row(4, { on: '2026-01-01' }, { contradictions: [collision('d', true, true)] }),
  ];
  it('raises a flag until it is answered or the entry is struck out', () => {
    expect(rows.map(flagsOf)).toEqual([0, 1, 0, 0]);
  });

  it('is put in order by the core, by what the head of a column stands for', () => {
    expect(sortOf('-on')).toEqual({ sort: 'day', ascending: false });
    expect(sortOf('recipient')).toEqual({ sort: 'recipient', ascending: true });
    expect(sortOf('-data')).toEqual({ sort: 'categories', ascending: false });
    expect(['on', 'purpose', 'people', 'flags'].map(sorts)).toEqual([true, true, false, false]);
  });
});
