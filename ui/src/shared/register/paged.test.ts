import { describe, expect, it } from 'vitest';
import { PAGE, Paged, pagesOf } from './paged.svelte';

const list = (total: number, asked: number[] = []) =>
  new Paged<number>((offset, limit) => {
    asked.push(offset);
    const rows = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, n) => offset + n);
    return Promise.resolve({ rows, total });
  });

describe('a long list', () => {
  it('knows which pages a view needs', () => {
    expect(pagesOf({ from: 0, to: 0 })).toEqual([]);
    expect(pagesOf({ from: PAGE - 1, to: PAGE + 1 })).toEqual([0, 1]);
  });

  it('fetches what is looked at, once', async () => {
    const asked: number[] = [];
    const it = list(1000, asked);
    await it.ensure({ from: 0, to: 10 });
    expect(asked).toEqual([]);
    await it.load();
    await it.ensure({ from: 390, to: 410 });
    await it.ensure({ from: 395, to: 415 });
    expect(asked).toEqual([0, PAGE, 2 * PAGE]);
    expect(it.row(399)).toBe(399);
    expect(it.row(900)).toBeUndefined();
  });

  it('keeps nothing when it is told to forget, and nothing that comes late', async () => {
    const it = list(10);
    const late = it.load();
    it.forget();
    await late;
    expect([it.total, it.row(0), it.loaded]).toEqual([0, undefined, false]);
  });

  it('says what went wrong and asks again', async () => {
    let fails = true;
    const it = new Paged<number>(() =>
      fails ? Promise.reject(new Error('Full.')) : Promise.resolve({ rows: [1], total: 1 }),
    );
    await it.load();
    expect(it.problem?.message).toBe('Full.');
    fails = false;
    await it.load();
    expect([it.problem, it.row(0)]).toEqual([null, 1]);
  });
});
