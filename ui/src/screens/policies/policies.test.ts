import { expect, test } from 'vitest';
import type { CompareRow, PolicyVersion, PromiseCompared } from '../../api/commands';
import { base64Of } from '../../shared/files';
import { aboutErrors, LARGEST, placeOf, readable } from './bring-in';
import { nextDifference, partsOf, shiftsOf } from './compare';
import { nth, reading } from './fixtures';
import { errorsOf, formOf, readingOf, toggled } from './reading-form';
import { before, held, lasted, standing, toOpen } from './versions';

const version = (id: number, some: Partial<PolicyVersion> = {}): PolicyVersion => ({
  id,
  about: { title: 'Privacy', from: '2026-03-01', until: '', source: '', publisher: '' },
  standing: 'past',
  ends: null,
  format: 'text',
  file_name: '',
  size: 1,
  sha256: '',
  added_at: '',
  added_by: '',
  progress: { suggested: 0, accepted: 0, rejected: 0, covered: 0, characters: 0 },
  ...some,
});

test('how long a version was in force, its last day counted', () => {
  expect(lasted('2025-05-25', '2026-02-28')).toBe('9 months');
  expect(lasted('2025-05-25', '2026-02-23')).toBe('8 months');
  expect(lasted('2025-05-01', '2025-05-31')).toBe('1 month');
  expect(lasted('2026-03-01', '2026-03-12')).toBe('12 days');
  expect(lasted('2026-03-01', '2026-03-01')).toBe('1 day');
  expect(lasted('2021-01-15', '2024-01-14')).toBe('3 years');
  expect(lasted('2026-03-02', '2026-03-01')).toBe('');
  expect(lasted('soon', '2026-03-01')).toBe('');
});

test('a version says where it stands', () => {
  expect(standing(version(1, { standing: 'in-force', ends: '2026-12-31' }))).toBe('in force');
  expect(standing(version(1, { standing: 'to-come' }))).toBe('to come');
  expect(standing(version(1, { standing: 'withdrawn', ends: '2026-04-01' }))).toBe('withdrawn');
  expect(standing(version(1, { ends: '2026-03-31' }))).toBe('1 month');
  expect(standing(version(1))).toBe('past');
  expect(held(version(1, { standing: 'in-force' }))).toBe('In force since Sun 1 Mar 2026');
  expect(held(version(1, { ends: '2026-03-31' }))).toBe('In force from Sun 1 Mar 2026 to Tue 31 Mar 2026');
});

test('what opens: what was asked for, else what is in force, never a withdrawn one before another', () => {
  const list = [
    version(9, { standing: 'withdrawn' }),
    version(5, { standing: 'to-come' }),
    version(1, { standing: 'in-force' }),
    version(2),
  ];
  expect(toOpen(list, 2)?.id).toBe(2);
  expect(toOpen(list, 77)?.id).toBe(1);
  expect(toOpen([nth(list, 0), nth(list, 3)], null)?.id).toBe(2);
  expect(toOpen([nth(list, 0)], null)?.id).toBe(9);
  expect(toOpen([], null)).toBeNull();
  expect(before(list, 5)?.id).toBe(1);
  expect(before(list, 2)).toBeNull();
  expect(before([version(3), version(4, { standing: 'withdrawn' }), version(2)], 3)?.id).toBe(2);
});

test('a reading comes out of its form as it went in', () => {
  const whole = reading({
    kind: 'disclosure-list',
    rights: ['disclosure-list'],
    ways: [{ way: 'post', value: 'Harbour Lane 14' }],
    conditions: [
      { requires: 'label', words: 'My disclosures' },
      { requires: null, words: 'if you are a customer' },
    ],
    time_limit: { count: 30, unit: 'days', words: 'within 30 days' },
    frequency: { times: 1, per: 'calendar-year', words: 'once a calendar year' },
    exceptions: [{ what: 'law', words: 'tax' }],
    acts: ['disclose'],
    data: ['contact-details'],
    age: 13,
  });
  expect(readingOf(formOf(whole))).toEqual(whole);
  expect(readingOf(formOf(reading()))).toEqual(reading());
  expect(errorsOf(formOf(whole))).toEqual({});
});

test('promptly has no number; a part that is switched off is gone', () => {
  const form = formOf(reading({ time_limit: { count: 3, unit: 'weeks', words: 'three weeks' } }));
  form.time.unit = 'promptly';
  form.time.count = '';
  expect(errorsOf(form)).toEqual({});
  expect(readingOf(form).time_limit).toEqual({ count: 0, unit: 'promptly', words: 'three weeks' });
  form.hasTime = false;
  expect(readingOf(form).time_limit).toBeNull();
});

test('what cannot be said so is named beside its field', () => {
  const form = formOf(reading());
  form.audiences = [];
  form.hasTime = true;
  form.time.count = '0';
  form.hasFrequency = true;
  form.frequency.times = 'often';
  form.conditions = [{ choice: 'label', text: ' ' }];
  form.age = '13 years';
  expect(Object.keys(errorsOf(form)).sort()).toEqual(['age', 'audiences', 'conditions', 'frequency', 'time']);
  form.conditions = [{ choice: 'signature', text: '' }];
  expect(errorsOf(form).conditions).toBeUndefined();
  expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  expect(toggled(['b'], 'a')).toEqual(['b', 'a']);
});

test('a file is known by its ending, and one too large is refused before it is read', () => {
  expect(readable('Privacy Policy.DOCX', 100)).toBeNull();
  expect(readable('policy.pdf', LARGEST)).toBeNull();
  expect(readable('policy.exe', 1)).toContain('policy.exe');
  expect(readable('pdf', 1)).not.toBeNull();
  expect(readable('policy.pdf', LARGEST + 1)).toContain('50 MB');
});

test('the bytes of a file of several pieces arrive whole, and how far it is is told', async () => {
  const bytes = new Uint8Array(3 * 256 * 1024 * 2 + 5).map((_, at) => (at * 31) % 256);
  const told: number[] = [];
  const base64 = await base64Of(new Blob([bytes]), (share) => told.push(share));
  expect(Buffer.from(base64, 'base64').equals(Buffer.from(bytes))).toBe(true);
  expect(told).toEqual([49, 99, 100]);
  expect(await base64Of(new Blob([]), () => undefined)).toBe('');
});

test('every refusal is shown somewhere: a bad file beside the text when it was pasted', () => {
  expect(placeOf('file', 'paste', '')).toBe('paste');
  expect(placeOf('file.base64', 'file', '')).toBe('file');
  expect(placeOf('about.until', 'file', '')).toBe('until');
  expect(placeOf('from', 'paste', 'paste')).toBe('from');
  expect(placeOf(null, 'paste', 'paste')).toBe('paste');
  expect(placeOf('elsewhere', 'file', '')).toBe('');
});

test('a version needs a title and a first day, and ends after it begins', () => {
  const about = { title: 'Privacy', from: '2026-03-01', until: '', source: '', publisher: '' };
  expect(aboutErrors(about)).toEqual({});
  expect(aboutErrors({ ...about, until: '2026-03-01' })).toEqual({});
  expect(Object.keys(aboutErrors({ ...about, title: ' ', from: '' }))).toEqual(['title', 'from']);
  expect(Object.keys(aboutErrors({ ...about, until: '2026-02-28' }))).toEqual(['until']);
});

const compared = (how: CompareRow['how'], block: CompareRow['block'] = 'paragraph'): CompareRow => ({
  how,
  block,
  old: null,
  new: null,
});

test('unchanged sentences fold; the heading right above a difference stays', () => {
  const parts = partsOf([
    compared('same'),
    compared('same', 'heading'),
    compared('changed'),
    compared('same', 'heading'),
    compared('moved'),
    compared('same'),
    compared('same'),
  ]);
  expect(
    parts.map((part) => (part.fold ? `fold ${part.rows.length}` : `${part.row.how} ${part.difference}`)),
  ).toEqual(['fold 1', 'same 0', 'changed 1', 'same 0', 'moved 2', 'fold 2']);
  expect(new Set(parts.map((part) => part.from)).size).toBe(parts.length);
  expect(partsOf([])).toEqual([]);
});

test('differences go round, from either end', () => {
  expect(nextDifference(0, 3, 1)).toBe(1);
  expect(nextDifference(0, 3, -1)).toBe(3);
  expect(nextDifference(3, 3, 1)).toBe(1);
  expect(nextDifference(1, 3, -1)).toBe(3);
  expect(nextDifference(0, 0, 1)).toBe(0);
});

test('of the consequences the losses come first, and what stayed is left out', () => {
  const it = (change: PromiseCompared['change']): PromiseCompared => ({
    change,
    kind: 'delete',
    old: null,
    new: null,
    why: [],
  });
  const shifts = shiftsOf([it('added'), it('same'), it('weakened'), it('dropped'), it('added')]);
  expect(shifts.map(({ shift, promises }) => `${shift} ${promises.length}`)).toEqual([
    'dropped 1',
    'weakened 1',
    'added 2',
  ]);
});
