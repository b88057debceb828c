import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Keeping } from './keeping.svelte';

/** Calls that end when the test says so. */
function calls() {
  const open: { done: () => void; fail: (why: unknown) => void }[] = [];
  const save = vi.fn(() => new Promise<void>((done, fail) => open.push({ done: () => done(), fail })));
  return { open, save };
}

const soon = () => vi.advanceTimersByTimeAsync(0);

describe('keeping what is typed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('waits for a pause', async () => {
    const { open, save } = calls();
    const keeping = new Keeping({ wait: 400, save });
    keeping.typed();
    await vi.advanceTimersByTimeAsync(300);
    keeping.typed();
    await vi.advanceTimersByTimeAsync(399);
    expect(save).not.toHaveBeenCalled();
    expect(keeping.state).toBe('typing');
    await vi.advanceTimersByTimeAsync(1);
    expect(save).toHaveBeenCalledTimes(1);
    expect(keeping.state).toBe('saving');
    open[0]?.done();
    await soon();
    expect(keeping.state).toBe('kept');
  });

  it('sends one text after the other, and is kept with the last', async () => {
    const { open, save } = calls();
    const after = vi.fn();
    const keeping = new Keeping({ wait: 400, save, after });
    keeping.typed();
    void keeping.keep();
    await soon();
    keeping.typed();
    void keeping.keep();
    await soon();
    expect(save).toHaveBeenCalledTimes(1);
    open[0]?.done();
    await soon();
    expect(keeping.state).toBe('saving');
    expect(after.mock.calls[0]?.[0]()).toBe(true);
    expect(save).toHaveBeenCalledTimes(2);
    open[1]?.done();
    await soon();
    expect(keeping.state).toBe('kept');
    expect(after.mock.calls[1]?.[0]()).toBe(false);
  });

  it('says why it failed, and tries again when asked', async () => {
    const { open, save } = calls();
    const keeping = new Keeping({ wait: 400, save });
    keeping.typed();
    const first = keeping.keep();
    await soon();
    open[0]?.fail(new Error('The disk is full.'));
    await first;
    expect([keeping.state, keeping.problem]).toEqual(['failed', 'The disk is full.']);
    const second = keeping.keep();
    await soon();
    open[1]?.done();
    await second;
    expect([keeping.state, keeping.problem]).toEqual(['kept', '']);
  });

  it('keeps nothing twice', async () => {
    const { save } = calls();
    const keeping = new Keeping({ wait: 400, save });
    await keeping.keep();
    expect(save).not.toHaveBeenCalled();
  });

  it('takes no answer about a text that is gone', async () => {
    const { open, save } = calls();
    const after = vi.fn();
    const keeping = new Keeping({ wait: 400, save, after });
    keeping.typed();
    void keeping.keep();
    await soon();
    keeping.renew();
    expect(keeping.state).toBe('kept');
    open[0]?.done();
    await soon();
    expect(after.mock.calls[0]?.[0]()).toBe(true);
  });

  it('settles: what is on its way arrives, and nothing follows', async () => {
    const { open, save } = calls();
    const keeping = new Keeping({ wait: 400, save });
    keeping.typed();
    void keeping.keep();
    await soon();
    keeping.typed();
    let settled = false;
    void keeping.settle().then(() => (settled = true));
    await soon();
    expect(settled).toBe(false);
    open[0]?.done();
    await vi.advanceTimersByTimeAsync(1000);
    expect(settled).toBe(true);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('sends nothing after its end, even what waited for its turn', async () => {
    const { open, save } = calls();
    const keeping = new Keeping({ wait: 400, save });
    keeping.typed();
    void keeping.keep();
    await soon();
    keeping.typed();
    void keeping.keep();
    keeping.end();
    open[0]?.done();
    await vi.advanceTimersByTimeAsync(1000);
    expect(save).toHaveBeenCalledTimes(1);
  });
});
