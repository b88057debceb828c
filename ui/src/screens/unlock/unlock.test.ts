import { describe, expect, it } from 'vitest';
import { secondsLeft, writeAgain } from './unlock';

describe('the wait after wrong passphrases', () => {
  it('is counted down to nothing', () => {
    expect([0, 200, 1000, 6800, 7000, 99_000].map((later) => secondsLeft(7, 500, 500 + later))).toEqual([
      7, 7, 6, 1, 0, 0,
    ]);
  });
  it('is none where the core said none, though the clock of the page lags behind', () => {
    expect(secondsLeft(0, 1000, 990)).toBe(0);
    expect(secondsLeft(4, 1000, 990)).toBe(4);
  });
});

describe('a refusal', () => {
  it('selects the passphrase only when it was wrong', () => {
    expect(writeAgain({ code: 'wrong-passphrase', message: '', field: null })).toBe(true);
    expect(writeAgain({ code: 'damaged', message: '', field: null })).toBe(false);
  });
});
