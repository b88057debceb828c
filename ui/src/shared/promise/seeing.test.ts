import { beforeEach, expect, it, vi } from 'vitest';
import type { Contradiction } from '../../api/commands';
import { Seeing } from './seeing.svelte';

const asked: unknown[] = [];
let refuses = '';
vi.mock('@tauri-apps/api/core', () => ({
  invoke: async (_: string, { args }: { args: { key: string } }) => {
    if (args.key === refuses) throw { code: 'disk-full', message: 'The disk is full.', field: null };
    asked.push(args);
    return { contradictions: [] };
  },
}));

const row = (key: string): Contradiction => ({
  key,
  about: 'disclosure',
  on: '2026-03-01',
  message: 'It does not agree.',
  promise: 1,
  policy: 1,
  quote: '',
  cite: '',
  request: null,
  reference: '',
  handling: null,
  needs_answer: false,
  alike: 0,
  obtain: '',
  answer: null,
});
let open: Contradiction[];
let seeing: Seeing;
const kept = (key: string) => (open = open.filter((it) => it.key !== key));
beforeEach(() => {
  asked.length = 0;
  refuses = '';
  open = ['a', 'b', 'c'].map(row);
  seeing = new Seeing(() => open);
});

it('lets nothing leave that is neither answered nor seen', () => {
  expect(seeing.lacking).toEqual(['a', 'b', 'c']);
  seeing.answers.set('a', '  ');
  seeing.seen.add('b');
  expect(seeing.lacking).toEqual(['a', 'c']);
  seeing.answers.set('a', 'It was put right.');
  seeing.seen.add('c');
  expect(seeing.lacking).toEqual([]);
});

it('keeps answers in the log and names only the others as seen', async () => {
  seeing.answers.set('a', ' It was put right. ');
  seeing.seen.add('a');
  seeing.seen.add('b');
  seeing.seen.add('gone');
  await seeing.write(kept);
  expect(asked).toEqual([{ key: 'a', text: 'It was put right.' }]);
  expect(seeing.keys).toEqual(['b']);
});

it('writes no answer twice when a later one could not be kept', async () => {
  seeing.answers.set('a', 'One.');
  seeing.answers.set('b', 'Two.');
  refuses = 'b';
  await expect(seeing.write(kept)).rejects.toMatchObject({ message: 'The disk is full.' });
  refuses = '';
  await seeing.write(kept);
  expect(asked).toEqual([
    { key: 'a', text: 'One.' },
    { key: 'b', text: 'Two.' },
  ]);
});
