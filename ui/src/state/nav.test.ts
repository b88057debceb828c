import { beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryOf, Nav, placeFromMemory } from './nav.svelte';

let nav: Nav;
beforeEach(() => {
  nav = new Nav();
});

describe('the way back', () => {
  it('leads step by step to where one came from, and then to the queue', () => {
    nav.navigate({ screen: 'letters' });
    nav.navigate({ screen: 'request', id: 7 });
    nav.navigate({ screen: 'request', id: 9 });
    nav.back();
    expect(nav.place).toEqual({ screen: 'request', id: 7 });
    nav.back();
    expect(nav.place).toEqual({ screen: 'letters' });
    nav.back();
    nav.back();
    expect(nav.place).toEqual({ screen: 'queue' });
  });

  it('does not count going to the place where one is', () => {
    nav.navigate({ screen: 'letters' });
    nav.navigate({ screen: 'letters' });
    nav.back();
    expect(nav.place).toEqual({ screen: 'queue' });
  });

  it('does not count another tab of the same screen', () => {
    nav.navigate({ screen: 'settings' });
    nav.replace({ screen: 'settings', tab: 'safety' });
    nav.back();
    expect(nav.place).toEqual({ screen: 'queue' });
  });
});

describe('guards', () => {
  it('keep one on a screen until they are taken away', () => {
    nav.navigate({ screen: 'log' });
    const stop = nav.guard(() => false);
    expect(nav.navigate({ screen: 'queue' })).toBe(false);
    nav.back();
    expect(nav.place.screen).toBe('log');
    stop();
    expect(nav.navigate({ screen: 'letters' })).toBe(true);
  });
});

describe('locking', () => {
  it('comes back to the very place, tab and trail', () => {
    nav.navigate({ screen: 'letters' });
    nav.navigate({ screen: 'request', id: 41 });
    nav.keepForUnlock();
    nav.arrive({ last_screen: 'queue' });
    expect(nav.place).toEqual({ screen: 'request', id: 41 });
    nav.back();
    expect(nav.place).toEqual({ screen: 'letters' });
  });

  it('begins a new run of the program at the remembered screen', () => {
    nav.arrive({ last_screen: 'year' });
    expect(nav.place).toEqual({ screen: 'year' });
  });

  it('takes nothing of one desk into another', () => {
    nav.navigate({ screen: 'request', id: 41 });
    nav.keepForUnlock();
    nav.forget();
    nav.arrive({ last_screen: '' });
    expect(nav.place).toEqual({ screen: 'queue' });
    nav.back();
    expect(nav.place).toEqual({ screen: 'queue' });
  });
});

describe('the remembered screen', () => {
  it('never names a request', () => {
    expect(memoryOf({ screen: 'request', id: 3 })).toBe('queue');
    expect(memoryOf({ screen: 'settings', tab: 'safety' })).toBe('settings');
  });
  it('is the queue when the word is unknown', () => {
    expect(placeFromMemory('request')).toEqual({ screen: 'queue' });
    expect(placeFromMemory('somewhere')).toEqual({ screen: 'queue' });
    expect(placeFromMemory('letters')).toEqual({ screen: 'letters' });
  });
  it('is told of every move', () => {
    const moved = vi.fn();
    nav.onMove(moved);
    nav.navigate({ screen: 'year', report: 'rights', first: '2025-01-01', last: '2025-12-31' });
    expect(moved).toHaveBeenCalledWith({
      screen: 'year',
      report: 'rights',
      first: '2025-01-01',
      last: '2025-12-31',
    });
  });
});
