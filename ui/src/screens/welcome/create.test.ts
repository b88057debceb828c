import { describe, expect, it } from 'vitest';
import { passphraseProblems, SHORTEST } from '../../shared/passphrase/judge';
import { strengthOf } from '../../shared/passphrase/strength';
import { emptyForm, formOf, paperFor, profileOf, sameForm } from '../../shared/profile/profile';
import { words } from '../../words';
import { newDesk, placeOf, STEPS, stepProblems } from './create';

const w = words.welcome;
const whole = () => ({
  ...emptyForm('Europe/Berlin'),
  organisation: '  Harbour Lane Studio ',
  address: 'Harbour Lane 14\n\n 20457 Hamburg \n',
  contact_email: 'privacy@harbourlane.example',
  calendar: 'de-hh',
  laws: ['eu-gdpr'],
});

describe('the steps of making a desk', () => {
  it('let nothing through that the core would refuse', () => {
    const empty = emptyForm('');
    expect(stepProblems('organisation', empty, '')).toEqual({
      organisation: w.needOrganisation,
      address: w.needAddress,
    });
    expect(stepProblems('officer', empty, ' ')).toEqual({
      officer_name: w.needOfficer,
      contact_email: w.needContact,
    });
    expect(stepProblems('laws', empty, '')).toEqual({
      laws: w.needLaw,
      time_zone: w.needZone,
      calendar: w.needCalendar,
    });
  });
  it('let a whole form through', () => {
    for (const step of STEPS) expect(stepProblems(step, whole(), 'Ines Okafor')).toEqual({});
  });
  it('count letters, not bytes, of a long name', () => {
    expect(stepProblems('officer', whole(), 'Ł'.repeat(200))).toEqual({});
    expect(stepProblems('officer', whole(), 'Ł'.repeat(201)).officer_name).toBe(w.tooLong(200));
  });
  it.each(['ines', 'ines@', 'ines@host', 'a b@host.example', '@host.example'])(
    'does not take “%s” for a mail address',
    (mail) => {
      expect(stepProblems('officer', { ...whole(), contact_email: mail }, 'I').contact_email).toBe(
        w.badEmail,
      );
    },
  );
  it('bring a refusal back to the step and field it speaks of', () => {
    const say = (field: string | null) => placeOf({ code: 'input', message: 'No.', field });
    expect(say('officer_name')).toEqual({ step: 'officer', problems: { officer_name: 'No.' } });
    expect(say('desk.profile.time_zone')).toEqual({ step: 'laws', problems: { time_zone: 'No.' } });
    expect(say('passphrase')).toEqual({ step: 'passphrase', problems: { passphrase: 'No.' } });
    expect(say('place')).toEqual({ step: 'passphrase', problems: { place: 'No.' } });
    expect(say(null)).toBeNull();
    expect(say('somewhere')).toBeNull();
  });
  it('send lines for texts, without blanks', () => {
    const { profile, officer_name } = newDesk(whole(), ' Ines Okafor ', 'four words far apart');
    expect(officer_name).toBe('Ines Okafor');
    expect(profile.organisation).toBe('Harbour Lane Studio');
    expect(profile.address).toEqual(['Harbour Lane 14', '20457 Hamburg']);
    expect(profile.contact_address).toEqual([]);
  });
  it('send only envelopes and papers the core knows', () => {
    expect(paperFor('America/Chicago')).toEqual({ paper: 'us-letter', envelope: 'us10' });
    expect(paperFor('Europe/Vienna')).toEqual({ paper: 'a4', envelope: 'din5008-b' });
    expect(paperFor('Europe/London')).toEqual({ paper: 'a4', envelope: 'dl' });
  });
});

describe('the form of the organisation', () => {
  it('comes out as it went in', () => {
    const profile = profileOf(whole());
    expect(profileOf(formOf(profile))).toEqual(profile);
  });
  it('is the same whatever the order of the laws', () => {
    const a = { ...whole(), laws: ['eu-gdpr', 'us-ca-ccpa'] };
    expect(sameForm(a, { ...a, laws: ['us-ca-ccpa', 'eu-gdpr'] })).toBe(true);
    expect(sameForm(a, { ...a, organisation: 'Other' })).toBe(false);
  });
});

describe('the passphrase', () => {
  const good = 'lantern quay mustard thirteen';
  it('is asked for in the order one writes', () => {
    expect(passphraseProblems('', '', null)).toEqual({ passphrase: w.needPassphrase });
    expect(passphraseProblems('short', 'short', null)).toEqual({ passphrase: w.shortPassphrase(SHORTEST) });
    expect(passphraseProblems(good, 'lantern', strengthOf(good))).toEqual({ repeat: w.repeatDiffers });
    expect(passphraseProblems(good, good, strengthOf(good))).toEqual({});
  });
  it('is not the name on the door', () => {
    const weak = 'harbourlane12';
    const strength = strengthOf(weak, ['Harbourlane']);
    expect(strength.enough).toBe(false);
    expect(passphraseProblems(weak, weak, strength)).toEqual({ passphrase: w.weakPassphrase });
  });
  it('is judged quickly however long it is', () => {
    expect(strengthOf('a'.repeat(20_000)).level).toBeGreaterThanOrEqual(0);
  });
});
