import { describe, expect, it } from 'vitest';
import type { ConsentIn, ConsentRow, ConsentStanding } from '../../../api/commands';
import { cleanedConsent, CONSENT_FIELDS, emptyConsent, findConsents, fits, lacksConsent } from './consents';

const good: ConsentIn = {
  ...emptyConsent(),
  person: { name: 'Sofía', email: '', phone: '', address: [] },
  data: ['health'],
  purpose: 'Training plans',
  given_on: '2026-01-20',
  how: 'Signed',
  evidence: 'Binder 3',
};

describe('an explicit consent', () => {
  it('needs a person, data, a purpose, a day, a way and a proof', () => {
    expect(lacksConsent(good)).toEqual([]);
    expect(lacksConsent(emptyConsent()).map((it) => it.field)).toEqual([
      'person.name',
      'data',
      'purpose',
      'given_on',
      'how',
      'evidence',
    ]);
    const known = { ...good, person: { ...good.person, name: '', email: 's@example.net' } };
    expect(lacksConsent(known)).toEqual([]);
  });

  it('cannot end before it was given', () => {
    expect(lacksConsent({ ...good, until: '2026-01-19' }).map((it) => it.field)).toEqual(['until']);
    expect(lacksConsent({ ...good, until: '2026-01-20' })).toEqual([]);
  });

  it('names a recipient only where it reaches so far', () => {
    expect(cleanedConsent({ ...good, recipient: 4 }).recipient).toBeNull();
    expect(cleanedConsent({ ...good, recipient: 4, disclose: true }).recipient).toBe(4);
  });

  it('has a place in the sheet for everything the core may complain about', () => {
    const { person, ...others } = emptyConsent();
    for (const field of Object.keys(others)) expect(CONSENT_FIELDS).toContain(field);
    for (const field of Object.keys(person)) expect(CONSENT_FIELDS).toContain(`person.${field}`);
  });
});

describe('the register', () => {
  const row = (id: number, standing: ConsentStanding, struck = ''): ConsentRow => ({
    id,
    about: id === 2 ? { ...good, person: { ...good.person, name: '' } } : good,
    standing,
    ended_on: null,
    used: 0,
    timeline: [],
    request: null,
    struck,
    erased_on: null,
  });
  const rows = [row(1, 'given'), row(2, 'withdrawn'), row(3, 'given', 'Somebody else’s.')];

  it('lets nothing rest on what is struck out', () => {
    expect(rows.map((it) => fits(it, 'given'))).toEqual([true, false, false]);
    expect(rows.map((it) => fits(it, 'ended'))).toEqual([false, true, true]);
  });

  it('is found by name, data as it is shown, purpose and proof', () => {
    const ids = (search: string) => findConsents(rows, 'all', search).map((it) => it.id);
    expect(ids('sofia health')).toEqual([1, 3]);
    expect(ids('binder')).toEqual([1, 2, 3]);
    expect(ids('consent 2')).toEqual([2]);
  });
});
