import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LetterDraft, LetterText } from '../../api/commands';
import { DraftOpen } from './draft.svelte';

const asked: string[] = [];
let save: (text: LetterText) => Promise<LetterDraft>;

vi.mock('@tauri-apps/api/core', () => ({
  invoke: async (_: string, { name, args }: { name: string; args: { text: LetterText } }) => {
    asked.push(name);
    if (name === 'letter_save') return save(args.text);
    if (name === 'letter_preview') return { name: 'x.pdf', pages: 1, base64: '' };
    return {};
  },
}));

const start: LetterDraft = {
  request: 3,
  language: 'en',
  kind: 'answer-in-full',
  title: 'Answer in full',
  law: 'eu-gdpr',
  reason: '',
  text: { subject: 'S', salutation: 'Dear', blocks: [{ items: ['copy'], text: 'One.' }], closing: 'Yours' },
  items: [],
  ready: true,
  contradictions: [],
  enclosures: [],
  also: '',
  copy_to: '',
  wording: [],
};

function write(page: DraftOpen, words: string): void {
  const block = page.text.blocks[0];
  if (block) block.text = words;
  page.changed();
}

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  save = async (text) => ({ ...start, text });
  return () => vi.useRealTimers();
});

describe('a letter being written', () => {
  it('is kept a moment after the last key, and its page is set anew', async () => {
    const page = new DraftOpen(start);
    write(page, 'Two.');
    expect(page.canIssue).toBe(false);
    await vi.runAllTimersAsync();
    expect(asked).toEqual(['letter_preview', 'letter_save', 'letter_preview']);
    expect(page.canIssue).toBe(true);
  });

  it('keeps what was typed while the core was answering', async () => {
    const page = new DraftOpen(start);
    save = (text) => new Promise((done) => setTimeout(() => done({ ...start, text }), 1000));
    write(page, 'Two.');
    await vi.advanceTimersByTimeAsync(600);
    write(page, 'Three.');
    await vi.runAllTimersAsync();
    expect(page.text.blocks[0]?.text).toBe('Three.');
    expect(page.draft.text.blocks[0]?.text).toBe('Three.');
    expect(page.kept).toBe('kept');
  });

  it('keeps the last words before it is issued, and none after', async () => {
    const page = new DraftOpen(start);
    write(page, 'Two.');
    await page.issue('post', []);
    await page.leave();
    await vi.runAllTimersAsync();
    expect(asked.filter((name) => name !== 'letter_preview')).toEqual(['letter_save', 'letter_issue']);
  });

  it('is not issued when its last words could not be kept', async () => {
    const page = new DraftOpen(start);
    save = () => Promise.reject({ code: 'disk-full', message: 'The disk is full.', field: null });
    write(page, 'Two.');
    await expect(page.issue('post', [])).rejects.toMatchObject({ message: 'The disk is full.' });
    expect(asked).not.toContain('letter_issue');
    expect(page.text.blocks[0]?.text).toBe('Two.');
  });

  it('is not kept any more once it is thrown away', async () => {
    const page = new DraftOpen(start);
    write(page, 'Two.');
    await page.discard();
    await page.leave();
    await vi.runAllTimersAsync();
    expect(asked.lastIndexOf('letter_save')).toBeLessThan(asked.indexOf('letter_discard'));
  });
});
