import { describe, expect, it } from 'vitest';
import type {
  AuthorizationElement,
  AuthorizationIn,
  AuthorizationRow,
  AuthorizationStanding,
} from '../../../api/commands';
import {
  asksOf,
  AUTHORIZATION_FIELDS,
  cleanedAuthorization,
  emptyAuthorization,
  findAuthorizations,
  fits,
  lacksAuthorization,
  statementsOf,
} from './authorization';

const typed: AuthorizationIn = {
  ...emptyAuthorization(),
  patient: { name: ' Ruth ', email: '', phone: '', address: ['', ' A 1 '] },
  form: 'oral-documented',
  recipient: 4,
  recipient_name: 'Somebody',
  expires_on: '2026-06-30',
  expires_event: 'End of treatment',
  signed_by: 'Ana',
  signed_authority: 'Guardian',
  documented_by: 'Ines',
  documented_on: '2026-03-01',
};

describe('an authorisation', () => {
  it('sends nothing from a field that is no longer asked', () => {
    expect(cleanedAuthorization(typed, { expires: 'event', signer: 'other' })).toMatchObject({
      patient: { name: 'Ruth', address: ['A 1'] },
      recipient_name: '',
      expires_on: '',
      expires_event: 'End of treatment',
      signed_by: 'Ana',
      documented_by: 'Ines',
      documented_on: '2026-03-01',
    });
    const written = cleanedAuthorization(
      { ...typed, form: 'written', recipient: null },
      { expires: 'day', signer: 'patient' },
    );
    expect(written).toMatchObject({
      recipient_name: 'Somebody',
      expires_on: '2026-06-30',
      expires_event: '',
      signed_by: '',
      signed_authority: '',
      documented_by: '',
      documented_on: '',
    });
  });

  it('opens with the questions its facts answer', () => {
    expect(asksOf(emptyAuthorization())).toEqual({ expires: 'day', signer: 'patient' });
    expect(asksOf({ ...typed, expires_on: '' })).toEqual({ expires: 'event', signer: 'other' });
  });

  it('can be entered incomplete, but not without a person and a form', () => {
    expect(lacksAuthorization(emptyAuthorization()).map((it) => it.field)).toEqual(['patient.name', 'form']);
    expect(lacksAuthorization(typed)).toEqual([]);
  });

  it('has a place in the sheet for everything the core may complain about', () => {
    const { patient, ...others } = emptyAuthorization();
    for (const field of Object.keys(others)) expect(AUTHORIZATION_FIELDS).toContain(field);
    for (const field of Object.keys(patient)) expect(AUTHORIZATION_FIELDS).toContain(`patient.${field}`);
  });

  it('ticks off statements only, not what is filled in', () => {
    const note = { message: '', cite: '45 CFR 164.508', caution: null };
    const elements: AuthorizationElement[] = [
      { id: 'purpose', what: 'What for', statement: false, when: 'always', note },
      { id: 'revoke', what: 'That it can be taken back', statement: true, when: 'always', note },
      { id: 'sale', what: 'That we are paid for it', statement: true, when: 'sale', note },
    ];
    const found = statementsOf(elements);
    expect(found.map((it) => [it.id, it.when !== '', it.needed])).toEqual([
      ['revoke', false, true],
      ['sale', true, false],
    ]);
    // What the core says it needs is needed.
    expect(statementsOf(elements, [], ['sale']).map((it) => it.needed)).toEqual([true, true]);
  });
});

describe('the register', () => {
  const row = (id: number, standing: AuthorizationStanding, struck = ''): AuthorizationRow => ({
    id,
    patient: id === 1 ? 'Łukasz' : 'Ruth',
    recipient: 'Lone Star',
    purpose: 'Treatment',
    form: 'written',
    standing,
    valid_until: null,
    used: 0,
    request: null,
    struck,
  });
  const rows = [row(1, 'valid'), row(2, 'incomplete'), row(3, 'revoked'), row(4, 'valid', 'Twice.')];

  it('counts what is struck out as ended, whatever it was', () => {
    const ids = (filter: Parameters<typeof fits>[1]) =>
      rows.filter((it) => fits(it, filter)).map((it) => it.id);
    expect([ids('all'), ids('valid'), ids('incomplete'), ids('ended')]).toEqual([
      [1, 2, 3, 4],
      [1],
      [2],
      [3, 4],
    ]);
  });

  it('is found without accents', () => {
    expect(findAuthorizations(rows, 'all', 'lukasz lone').map((it) => it.id)).toEqual([1]);
  });
});
