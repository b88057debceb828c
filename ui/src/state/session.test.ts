import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Session } from '../api/commands';

const { invoke } = vi.hoisted(() => ({
  invoke: vi.fn<(name: string, args: { name?: string; args?: unknown }) => Promise<unknown>>(),
}));
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

const { call } = await import('../api/core');
const { nav, navigate } = await import('./nav.svelte');
const { desk, onLeave, onLock } = await import('./session.svelte');
const { toasts } = await import('./toasts.svelte');

let phase: Session['phase'] = 'open';
const session = (): Session => ({
  phase,
  desk_file: 'a.rightsdesk',
  organisation: null,
  officer: null,
  wait_seconds: 0,
  auto_lock_minutes: 15,
  today: '2026-03-05',
  sample: false,
});
const preferences = {
  theme: 'system',
  auto_lock_minutes: 15,
  density: 'regular',
  last_screen: 'letters',
  calendar_view: '',
  rules_seen: 0,
};
const wrong = { code: 'wrong-passphrase', message: 'That does not open it.', field: 'passphrase' };

beforeEach(async () => {
  phase = 'open';
  invoke.mockReset();
  invoke.mockImplementation((name, args) => {
    const command = name === 'call' ? args.name : name;
    if (command === 'lock') phase = 'locked';
    if (command === 'desk_leave') phase = 'no-desk';
    if (command === 'unlock') phase = 'open';
    if (command === 'preferences') return Promise.resolve(preferences);
    return Promise.resolve(session());
  });
  nav.forget();
  desk.session = null;
  await desk.load();
});

describe('the session', () => {
  it('begins where the officer was the last time', () => {
    expect(nav.place).toEqual({ screen: 'letters' });
  });

  it('comes back to the same request after the lock', async () => {
    navigate({ screen: 'request', id: 17 });
    await desk.lock('Locked itself.');
    expect(desk.session?.phase).toBe('locked');
    expect(desk.note).toBe('Locked itself.');
    await desk.unlock('four words far apart');
    expect(nav.place).toEqual({ screen: 'request', id: 17 });
    expect(desk.note).toBeNull();
  });

  it('empties what holds people when it locks, and everything for another desk', async () => {
    const locked = vi.fn();
    const left = vi.fn();
    const stops = [onLock(locked), onLeave(left)];
    toasts.say('June Abara is logged.');
    await desk.lock();
    expect(locked).toHaveBeenCalledOnce();
    expect(left).not.toHaveBeenCalled();
    expect(toasts.shown).toEqual([]);
    await desk.leave();
    expect(left).toHaveBeenCalledOnce();
    for (const stop of stops) stop();
  });

  it('stays locked over a wrong passphrase, and hands the sentence on', async () => {
    await desk.lock();
    invoke.mockRejectedValueOnce(wrong);
    await expect(desk.unlock('nonsense')).rejects.toEqual(wrong);
    expect(desk.session?.phase).toBe('locked');
  });

  it('notices at any command that the desk is locked', async () => {
    phase = 'locked';
    invoke.mockRejectedValueOnce({ code: 'locked', message: 'The desk is locked.', field: null });
    await expect(call('officers')).rejects.toMatchObject({ code: 'locked' });
    await vi.waitFor(() => expect(desk.session?.phase).toBe('locked'));
  });

  it('turns what is no refusal into a sentence', async () => {
    invoke.mockRejectedValueOnce(new Error('gone'));
    await expect(call('officers')).rejects.toEqual({ code: 'broken', message: 'gone', field: null });
  });
});
