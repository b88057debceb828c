import { describe, expect, it } from 'vitest';
import type {
  AuthorityKind,
  AuthorityNeed,
  DisclosedTo,
  Outcome,
  RegisterLink,
  Right,
} from '../../../api/commands';
import {
  acceptsInWords,
  filesToOpen,
  kindsInOrder,
  mayBeTold,
  pendingOf,
  speaksOfAuthority,
  standingOf,
  tickedAtFirst,
  toBeTold,
} from './belongs';

const need = (accepts: AuthorityKind[][], met = false): AuthorityNeed => ({
  claim: 1,
  right: 'erasure',
  law: 'us-ca-ccpa',
  law_short: 'CCPA',
  text: '',
  accepts,
  met,
  must: true,
  note: { message: '', cite: '', caution: null },
});
const claim = (right: Right, outcome: Outcome | null = null) => ({ right, outcome });
const row = (handling: number, more: Partial<DisclosedTo> = {}): DisclosedTo => ({
  handling,
  on: '2026-02-24',
  recipient: 'Brightline',
  purpose: '',
  told: [],
  by_name_only: false,
  ...more,
});
const told = { of: 'erasure' as const, on: null, how: 'Gone out of business.', by: 'Ines', request: null };

describe('authority', () => {
  it('is told as ways, each enough by itself', () => {
    const all = need([['signed-permission', 'consumer-identified'], ['power-of-attorney']]);
    expect(acceptsInWords(all, (kind) => kind, ' and ', ', or ')).toBe(
      'signed-permission and consumer-identified, or power-of-attorney',
    );
  });

  it('puts first what a claim still waits for', () => {
    const all: AuthorityKind[] = ['signed-permission', 'parent', 'guardian'];
    expect(kindsInOrder([need([['guardian']])], all)).toEqual(['guardian', 'signed-permission', 'parent']);
    expect(kindsInOrder([need([['guardian']], true)], all)).toEqual(all);
  });

  it('is silent where nothing is needed, seen or on file', () => {
    const none = { needs: [], seen: [], child: null };
    expect(speaksOfAuthority({ authority: none })).toBe(false);
    expect(speaksOfAuthority({ authority: { ...none, child: 3 } })).toBe(true);
    expect(speaksOfAuthority({ authority: { ...none, needs: [need([])] } })).toBe(true);
  });
});

describe('recipients', () => {
  it('have to be told of what was granted, and may be told of what is asked', () => {
    const claims = [
      claim('access', 'granted'),
      claim('rectification'),
      claim('erasure', 'granted-in-part'),
      claim('child-erasure', 'granted'),
      claim('restriction', 'refused'),
    ];
    expect(toBeTold(claims)).toEqual(['erasure']);
    expect(mayBeTold(claims)).toEqual(['erasure', 'rectification', 'restriction']);
    expect(mayBeTold([claim('access')])).toEqual([]);
  });

  it('wait until they were told, or could not be', () => {
    expect(pendingOf(row(1), ['erasure', 'rectification'])).toEqual(['erasure', 'rectification']);
    expect(pendingOf(row(1, { told: [told] }), ['erasure', 'rectification'])).toEqual(['rectification']);
  });

  it('are ticked at first where it is surely this person and nobody has told them', () => {
    const rows = [row(1), row(2, { by_name_only: true }), row(3, { told: [told] })];
    expect(tickedAtFirst(rows, 'erasure')).toEqual([1]);
    expect(tickedAtFirst(rows, 'restriction')).toEqual([1, 3]);
  });
});

describe('files', () => {
  const link = (register: RegisterLink['register']) => ({ register, id: 1, title: '', standing: '' });
  const open = (rights: Right[], ...registers: RegisterLink['register'][]) =>
    filesToOpen({ claims: rights.map((right) => claim(right)) as never, registers: registers.map(link) });

  it('are offered where a claim asks for one and none is there', () => {
    expect(open(['child-consent'])).toEqual(['children']);
    expect(open(['child-consent'], 'children')).toEqual([]);
    expect(open(['health-authorization', 'child-erasure'])).toEqual(['children', 'authorizations']);
    expect(open(['access'])).toEqual([]);
  });
});

describe('how a linked file stands', () => {
  it.each([
    ['children', 'notice-due', 'Notice due'],
    ['authorizations', 'valid', 'Valid'],
    ['incidents', 'closed', 'Closed'],
    ['suppression', 'as it came', 'as it came'],
    ['children', '', ''],
  ] as const)('%s, %s', (register, standing, wanted) => {
    expect(standingOf({ register, standing })).toBe(wanted);
  });
});
