import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveCheck } from './live-check.svelte';

const says = (message: string) => ({ problems: [], lacks: [], says: [{ message, cite: '', caution: null }] });
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the word about what is typed', () => {
  it('is asked once, a moment after the last key, and not again for the same words', async () => {
    const asked: string[] = [];
    const live = new LiveCheck<string>(async (it) => (asked.push(it), says(it)));
    for (const typed of ['a', 'ab', 'abc']) live.changed(typed);
    expect(live.checking).toBe(true);
    await vi.runAllTimersAsync();
    live.changed('abc');
    await vi.runAllTimersAsync();
    expect(asked).toEqual(['abc']);
    expect([live.checking, live.says[0]?.message]).toEqual([false, 'abc']);
  });

  it('is the answer to the newest words', async () => {
    const waiting: ((it: ReturnType<typeof says>) => void)[] = [];
    const live = new LiveCheck<string>(() => new Promise((done) => waiting.push(done)));
    const [first, second] = [live.look('old'), live.look('new')];
    waiting[1]?.(says('new'));
    await second;
    waiting[0]?.(says('old'));
    await first;
    expect(live.says[0]?.message).toBe('new');
  });

  it('keeps what was known when it cannot be asked, and says why', async () => {
    let fail = false;
    const live = new LiveCheck<string>(async (it) => {
      if (fail) throw { code: 'input', message: 'That is no day.', field: 'on' };
      return says(it);
    });
    await live.look('a');
    fail = true;
    await live.look('b');
    expect([live.problem, live.says[0]?.message, live.checking]).toEqual(['That is no day.', 'a', false]);
  });

  it('says nothing more once its sheet is closed', async () => {
    let answer: (it: ReturnType<typeof says>) => void = () => undefined;
    const live = new LiveCheck<string>(() => new Promise((done) => (answer = done)));
    const look = live.look('a');
    live.stop();
    answer(says('late'));
    await look;
    expect([live.check, live.checking]).toEqual([null, false]);
  });
});
