import { beforeEach, describe, expect, it, vi } from 'vitest';
import { toasts } from './toasts.svelte';

const texts = () => toasts.shown.map((toast) => toast.text);
const action = { label: 'Undo', run: () => undefined };

beforeEach(() => {
  vi.useFakeTimers();
  toasts.clear();
  return () => vi.useRealTimers();
});

describe('what is said', () => {
  it('makes room: the same again, and what only said that something is done', () => {
    toasts.say('Kept.');
    toasts.say('Entered.');
    expect(texts()).toEqual(['Entered.']);
    toasts.problem({ code: 'disk-full', message: 'The disk is full.', field: null });
    toasts.problem({ code: 'disk-full', message: 'The disk is full.', field: null });
    toasts.say('Removed.', action);
    toasts.say('Kept.');
    expect(texts()).toEqual(['The disk is full.', 'Removed.', 'Kept.']);
  });

  it('is never more than three at a time, the newest of them', () => {
    for (const message of ['a', 'b', 'c', 'd']) toasts.problem({ code: 'disk-full', message, field: null });
    expect(texts()).toEqual(['b', 'c', 'd']);
  });

  it('stands in the uppermost dialog, and on the page when none is open', () => {
    const [below, above] = [Symbol(), Symbol()];
    expect(toasts.at(null)).toBe(true);
    const closeBelow = toasts.enter(below);
    const closeAbove = toasts.enter(above);
    expect([toasts.at(null), toasts.at(below), toasts.at(above)]).toEqual([false, false, true]);
    closeAbove();
    expect(toasts.at(below)).toBe(true);
    closeBelow();
    expect(toasts.at(null)).toBe(true);
  });

  it('follows into a dialog that opens with it; later, only a problem or an offer does', () => {
    toasts.problem({ code: 'disk-full', message: 'It failed.', field: null });
    toasts.say('Removed.', action);
    toasts.say('Kept.');
    toasts.enter(Symbol())();
    expect(texts()).toEqual(['It failed.', 'Removed.', 'Kept.']);
    vi.advanceTimersByTime(1500);
    toasts.enter(Symbol())();
    expect(texts()).toEqual(['It failed.', 'Removed.']);
  });
});
