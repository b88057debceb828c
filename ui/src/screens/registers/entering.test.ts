import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { HandlingIn } from '../../api/commands';
import { Entering } from './entering.svelte';
import { emptyHandling } from './handling';

let asked: { name: string; args: unknown }[] = [];
let answer: (entry: HandlingIn) => unknown;
vi.mock('@tauri-apps/api/core', () => ({
  invoke: async (_: string, { name, args }: { name: string; args: HandlingIn }) => {
    asked.push({ name, args });
    return name === 'handling_check' ? answer(args) : { entries: [], today: '2026-03-05' };
  },
}));

const collision = (key: string, needs_answer = false) => ({ key, needs_answer, obtain: '', answer: null });
let page: Entering;
beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  answer = () => ({ problems: [], collisions: [collision('a', true), collision('b')] });
  page = new Entering();
  page.begin('2026-03-05', null);
  return () => vi.useRealTimers();
});
const checks = () => asked.filter((it) => it.name === 'handling_check').length;

describe('an entry being typed', () => {
  it('is compared a moment after the last key, and not again for the same words', async () => {
    for (const recipient of ['B', 'Br', 'Bri']) {
      page.entry.recipient = recipient;
      page.changed();
    }
    expect(page.checking).toBe(true);
    await vi.runAllTimersAsync();
    expect(checks()).toBe(1);
    expect(page.checking).toBe(false);
    page.entry.recipient = 'Bri ';
    page.changed();
    await vi.runAllTimersAsync();
    expect(checks()).toBe(1);
  });

  it('shows the answer to its newest words', async () => {
    let slow: (value: unknown) => void = () => undefined;
    answer = () => new Promise((done) => (slow = done));
    const first = page.look();
    const late = slow;
    answer = () => ({ problems: [], collisions: [collision('new')] });
    await page.look();
    late({ problems: [], collisions: [collision('old')] });
    await first;
    expect(page.collisions.map((it) => it.key)).toEqual(['new']);
  });

  it('says why it could not be compared, and keeps what was known', async () => {
    await page.look();
    answer = () => Promise.reject({ code: 'input', message: 'That is no day.', field: 'on' });
    await page.look();
    expect(page.problem).toBe('That is no day.');
    expect(page.collisions).toHaveLength(2);
    expect(page.checking).toBe(false);
  });

  it('counts what is lacking and what would be entered flagged', async () => {
    await page.look();
    expect([page.lacking, page.flagged]).toEqual([['a'], 2]);
    page.answers.set('a', 'They agreed.');
    expect([page.lacking, page.flagged]).toEqual([[], 1]);
    await page.save();
    expect(asked.at(-1)).toMatchObject({
      name: 'handling_add',
      args: { resolutions: [{ key: 'a', text: 'They agreed.' }] },
    });
  });
});

describe('an entry that lacks what had to be obtained first', () => {
  const first = 'Obtain the parent’s consent first.';
  beforeEach(() => {
    answer = () => ({ problems: [], collisions: [{ ...collision('a', true), obtain: first }], suggests: [] });
  });

  it('is not entered before it is said that it has happened already', async () => {
    await page.look();
    expect([page.obtain, page.notYet]).toEqual([[first], true]);
    page.entry.already_made = true;
    expect(page.notYet).toBe(false);
  });

  it('names the entry whose place it takes while it is compared', async () => {
    const row = { id: 7, entry: emptyHandling('2026-03-05') };
    page.correct(row as never);
    await page.look();
    expect(asked.at(-1)).toMatchObject({ name: 'handling_check', args: { corrects: 7 } });
  });
});

describe('an entry half typed', () => {
  it('is there again when the sheet is opened again', () => {
    page.entry.recipient = 'Brightline';
    page.begin('2026-03-06', null);
    expect(page.entry).toMatchObject({ recipient: 'Brightline', on: '2026-03-05' });
    page.begin('2026-03-06', 12);
    expect(page.entry.request).toBe(12);
  });

  it('begins on the day it is opened while nothing is typed', () => {
    page.begin('2026-03-06', 7);
    expect(page.entry).toMatchObject({ on: '2026-03-06', request: 7 });
  });

  it('leaves nothing behind when it is started over', async () => {
    page.entry.recipient = 'Brightline';
    page.answers.set('a', 'They agreed.');
    await page.look();
    page.startOver('');
    expect([page.entry.recipient, page.answers.size, page.check]).toEqual(['', 0, null]);
  });
});
