import { nothingSaid } from '../../shared/profile/about';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeskProfile } from '../../api/commands';

const { invoke } = vi.hoisted(() => ({
  invoke: vi.fn<(name: string, args: { name: string; args: unknown }) => Promise<unknown>>(),
}));
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

const { settings } = await import('./form.svelte');
const { lockChoices, problemOf, tabOf } = await import('./settings');

let profile: DeskProfile;
beforeEach(async () => {
  profile = {
    organisation: 'Harbour Lane Studio',
    address: ['Harbour Lane 14', '20457 Hamburg'],
    contact_email: 'privacy@harbourlane.example',
    contact_phone: '',
    contact_address: [],
    time_zone: 'Europe/Berlin',
    calendar: 'de-hh',
    laws: ['eu-gdpr'],
    authority_name: '',
    authority_address: [],
    opt_out_confirmation: '',
    paper: 'a4',
    envelope: 'din5008-b',
    about: nothingSaid(),
    fiscal_start: '01-01',
  };
  invoke.mockReset();
  invoke.mockImplementation((_, { name, args }) => {
    const replies: Record<string, unknown> = {
      profile,
      law_list: { laws: [], always: [] },
      calendar_list: { calendars: [] },
      zone_list: { zones: [] },
      officers: { officers: [{ id: 1, name: 'Ines Okafor' }] },
    };
    if (name === 'profile_save') profile = args as DeskProfile;
    return Promise.resolve(replies[name] ?? {});
  });
  settings.forget();
  await settings.load();
});
const type = (organisation: string) => {
  if (settings.form) settings.form.organisation = organisation;
};

describe('the organisation being edited', () => {
  it('is unsaved from the first letter, and clean again when it is as before', () => {
    expect(settings.dirty).toBe(false);
    type('Harbour');
    expect(settings.dirty).toBe(true);
    type('Harbour Lane Studio');
    expect(settings.dirty).toBe(false);
  });
  it('outlives another screen and the lock', async () => {
    type('Harbour Lane Studios');
    await settings.load();
    expect(settings.form?.organisation).toBe('Harbour Lane Studios');
    settings.lock();
    expect(settings.officers).toEqual([]);
    await settings.load();
    expect(settings.form?.organisation).toBe('Harbour Lane Studios');
    expect(settings.dirty).toBe(true);
  });
  it('goes with the desk', () => {
    type('Harbour Lane Studios');
    settings.forget();
    expect(settings.form).toBeNull();
  });
  it('stays typed when the core refuses it', async () => {
    type('Harbour Lane Studios');
    invoke.mockRejectedValueOnce({ code: 'disk-full', message: 'The disk is full.', field: null });
    await expect(settings.save()).rejects.toMatchObject({ code: 'disk-full' });
    expect(settings.form?.organisation).toBe('Harbour Lane Studios');
    expect(settings.dirty).toBe(true);
    await settings.save();
    expect(profile.organisation).toBe('Harbour Lane Studios');
    expect(settings.dirty).toBe(false);
  });
  it('goes back to what is saved', () => {
    type('Other');
    settings.undo();
    expect(settings.form?.organisation).toBe('Harbour Lane Studio');
  });
});

describe('what is wrong', () => {
  it('is shown on its tab', () => {
    const refusal = { code: 'input', message: 'No such zone.', field: 'time_zone' } as const;
    expect(problemOf(refusal)).toEqual({ time_zone: 'No such zone.' });
    expect(tabOf({ time_zone: 'No such zone.' })).toBe('laws');
    expect(tabOf({ address: 'x', time_zone: 'y' })).toBe('organisation');
    expect(problemOf({ ...refusal, field: null })).toBeNull();
    expect(problemOf({ ...refusal, field: 'elsewhere' })).toBeNull();
  });
});

describe('the minutes until the lock', () => {
  it('stand in order, never last, with those that were chosen elsewhere', () => {
    const values = lockChoices(7).map((choice) => choice.value);
    expect(values).toEqual(['1', '2', '5', '7', '10', '15', '30', '60', '0']);
  });
});
