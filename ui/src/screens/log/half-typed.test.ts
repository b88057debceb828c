import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Preview, RequestDraft } from '../../api/commands';
import { HalfTyped } from './half-typed.svelte';

const asked: { name: string; args: unknown }[] = [];
let answers: Record<string, (args: never) => unknown> = {};

vi.mock('@tauri-apps/api/core', () => ({
  invoke: async (_: string, { name, args }: { name: string; args: never }) => {
    asked.push({ name, args });
    return answers[name]?.(args);
  },
}));

const nothing: Preview = {
  suggests: [],
  asks: { age: false, data_kinds: false, arrived_at: [], dated_on: false, questions: false },
  received_on: null,
  claims: [],
  problems: [],
  duplicates: [],
  earlier: [],
  notes: [],
  policy: { version: null, promises: [], unreviewed: 0, notes: [], missing: [] },
};
const names = () => asked.map((it) => it.name);
const saved = () =>
  asked.filter((it) => it.name === 'draft_save').map((it) => (it.args as { draft: RequestDraft }).draft);

async function opened(): Promise<HalfTyped> {
  const page = new HalfTyped();
  await page.load(() => new Date('2026-03-05T09:00:00Z'));
  return page;
}

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  answers = {
    draft_load: () => ({ draft: null, files: [], saved_at: null }),
    profile: () => ({ time_zone: 'Europe/Berlin' }),
    request_preview: () => nothing,
    draft_save: () => ({}),
    draft_discard: () => ({}),
    request_log: () => ({ id: 7, reference: '2026-0007' }),
  };
  return () => vi.useRealTimers();
});

describe('a half-typed request', () => {
  it('starts on the clock of the desk and keeps nothing while nothing was typed', async () => {
    const page = await opened();
    expect(page.draft.received).toBe('2026-03-05T10:00');
    page.changed();
    await vi.runAllTimersAsync();
    expect(names()).not.toContain('draft_save');
  });

  it('is kept a moment after the last key, once', async () => {
    const page = await opened();
    for (const name of ['S', 'So', 'Sof']) {
      page.draft.requester.name = name;
      page.changed();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(saved()).toEqual([]);
    await vi.runAllTimersAsync();
    expect(saved().map((draft) => draft.requester.name)).toEqual(['Sof']);
    expect(page.kept).toBe('kept');
  });

  it('is kept at once when the page is left', async () => {
    const page = await opened();
    page.draft.words = 'Delete me.';
    page.changed();
    page.leave();
    await vi.runAllTimersAsync();
    expect(saved().map((draft) => draft.words)).toEqual(['Delete me.']);
  });

  it('is not kept again once it is logged, however fast one was', async () => {
    const page = await opened();
    page.draft.words = 'Delete me.';
    page.changed();
    expect(await page.log()).toEqual({ id: 7, reference: '2026-0007' });
    page.leave();
    await vi.runAllTimersAsync();
    expect(names().lastIndexOf('draft_save')).toBeLessThan(names().indexOf('request_log'));
  });

  it('stays kept when logging is refused, and says the sentence of the core', async () => {
    const page = await opened();
    answers['request_log'] = () => {
      throw { code: 'disk-full', message: 'The disk is full.', field: null };
    };
    page.draft.words = 'Delete me.';
    page.changed();
    expect(await page.log()).toBeNull();
    expect(page.problems).toEqual([{ field: '', message: 'The disk is full.' }]);
    expect(page.kept).toBe('kept');
    expect(saved()).toHaveLength(1);
  });

  it('is logged once by a double click, and not at all while something is missing', async () => {
    const page = await opened();
    await Promise.all([page.log(), page.log()]);
    expect(names().filter((name) => name === 'request_log')).toHaveLength(1);

    const other = await opened();
    answers['request_preview'] = () => ({
      ...nothing,
      problems: [{ field: 'channel', message: 'Say how.' }],
    });
    asked.length = 0;
    expect(await other.log()).toBeNull();
    expect(names()).not.toContain('request_log');
  });

  it('says when it could not be kept, and tries again with the next key', async () => {
    const page = await opened();
    answers['draft_save'] = () => {
      throw { code: 'disk-full', message: 'The disk is full.', field: null };
    };
    page.draft.words = 'a';
    page.changed();
    await vi.runAllTimersAsync();
    expect(page.kept).toBe('failed');
    answers['draft_save'] = () => ({});
    page.draft.words = 'ab';
    page.changed();
    await vi.runAllTimersAsync();
    expect(page.kept).toBe('kept');
  });

  it('says what a field lacks only once the answer to what was typed there has come', async () => {
    const page = await opened();
    const nobody = { ...nothing, problems: [{ field: 'requester.name', message: 'Write a name.' }] };
    page.preview = nobody;
    page.draft.requester.name = 'Sofía';
    page.changed();
    page.leftField('requester.name');
    expect(page.touched.has('requester.name')).toBe(false);
    await vi.runAllTimersAsync();
    expect(page.touched.has('requester.name')).toBe(true);
    expect(page.problems).toEqual([]);
  });

  it('moves nothing under a pressed pointer: neither a complaint nor an answer', async () => {
    const page = await opened();
    page.press();
    page.leftField('requester.name');
    const later = { ...nothing, problems: [{ field: 'claims', message: 'Choose.' }] };
    answers['request_preview'] = () => later;
    page.draft.words = 'a';
    page.changed();
    await vi.runAllTimersAsync();
    expect(page.problems).toEqual([]);
    expect([...page.touched]).toEqual([]);
    page.release();
    expect(page.problems).toEqual(later.problems);
    expect([...page.touched]).toEqual(['requester.name']);
  });

  it('shows a held answer only when nothing newer was asked meanwhile', async () => {
    const page = await opened();
    const say = (message: string) => ({ ...nothing, problems: [{ field: 'words', message }] });
    page.press();
    answers['request_preview'] = () => say('of a');
    page.draft.words = 'a';
    page.changed();
    await vi.runAllTimersAsync();
    answers['request_preview'] = () => say('of ab');
    page.draft.words = 'ab';
    page.changed();
    await vi.runAllTimersAsync();
    page.release();
    expect(page.problems.map((it) => it.message)).toEqual(['of ab']);
  });

  it('logs with the answer of that moment, pressed or not', async () => {
    const page = await opened();
    page.press();
    answers['request_preview'] = () => ({
      ...nothing,
      problems: [{ field: 'channel', message: 'Say how.' }],
    });
    expect(await page.log()).toBeNull();
    expect(names()).not.toContain('request_log');
  });
});
