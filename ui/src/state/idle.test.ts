import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isIdle, keepWatch, LOOK_EVERY } from './idle';

const MINUTE = 60_000;

describe('isIdle', () => {
  it('is never idle when the desk never locks itself', () => {
    expect(isIdle(0, 1e12, 0)).toBe(false);
  });
  it('is idle from the full minute on', () => {
    expect(isIdle(0, 15 * MINUTE - 1, 15)).toBe(false);
    expect(isIdle(0, 15 * MINUTE, 15)).toBe(true);
  });
});

describe('keepWatch', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const start = (minutes: () => number) => {
    const idle = vi.fn();
    const everyMinute = vi.fn();
    return { idle, everyMinute, watch: keepWatch({ minutes, idle, everyMinute }) };
  };

  it('locks after the chosen minutes without work', () => {
    const { idle, watch } = start(() => 2);
    vi.advanceTimersByTime(2 * MINUTE - LOOK_EVERY);
    expect(idle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(LOOK_EVERY);
    expect(idle).toHaveBeenCalledOnce();
    watch.stop();
  });

  it('begins anew at every piece of work', () => {
    const { idle, watch } = start(() => 1);
    for (let press = 0; press < 10; press++) {
      vi.advanceTimersByTime(50_000);
      watch.worked();
    }
    expect(idle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(MINUTE + LOOK_EVERY);
    expect(idle).toHaveBeenCalled();
    watch.stop();
  });

  it('notices after a sleep that the time is over', () => {
    const { idle, watch } = start(() => 15);
    vi.setSystemTime(Date.now() + 8 * 60 * MINUTE);
    vi.advanceTimersByTime(LOOK_EVERY);
    expect(idle).toHaveBeenCalledOnce();
    watch.stop();
  });

  it('follows another choice of minutes at once', () => {
    let minutes = 0;
    const { idle, watch } = start(() => minutes);
    vi.advanceTimersByTime(10 * MINUTE);
    expect(idle).not.toHaveBeenCalled();
    minutes = 5;
    vi.advanceTimersByTime(LOOK_EVERY);
    expect(idle).toHaveBeenCalledOnce();
    watch.stop();
  });

  it('asks once a minute what day it is, and nothing once stopped', () => {
    const { idle, everyMinute, watch } = start(() => 0);
    vi.advanceTimersByTime(3 * MINUTE);
    expect(everyMinute).toHaveBeenCalledTimes(3);
    watch.stop();
    vi.advanceTimersByTime(60 * MINUTE);
    expect(everyMinute).toHaveBeenCalledTimes(3);
    expect(idle).not.toHaveBeenCalled();
  });
});
