import { describe, expect, it } from 'vitest';
import type { LawName, Preview, PreviewClaim } from '../../api/commands';
import {
  addressLines,
  earlierWithoutDuplicates,
  emptyDraft,
  errorFor,
  fieldOf,
  firstField,
  homeless,
  isBlank,
  isOnlyLaw,
  localMoment,
  rightGroups,
  suggestsLeft,
  withCapacity,
  withLaw,
  withRight,
} from './log';
import { OWN_POLICY } from '../../shared/law/law';
import { placeName, places } from '../../shared/places';

const draft = emptyDraft('2026-03-05T09:12');

const laws: LawName[] = [
  {
    id: 'eu-gdpr',
    name: 'General Data Protection Regulation',
    short: 'EU GDPR',
    jurisdiction: 'eu',
    family: 'europe',
    rights: [
      { right: 'access', name: 'Right of access', cite: 'Art. 15', from: null },
      { right: 'erasure', name: 'Right to erasure', cite: 'Art. 17', from: null },
    ],
  },
  {
    id: 'us-ca-ccpa',
    name: 'California Consumer Privacy Act',
    short: 'CCPA',
    jurisdiction: 'us-ca',
    family: 'us-california',
    rights: [
      { right: 'access', name: 'Right to know', cite: '1798.110', from: null },
      { right: 'opt-out-sale-sharing', name: 'Do not sell or share', cite: '1798.120', from: null },
    ],
  },
];

const claim: PreviewClaim = {
  right: 'access',
  deadlines: [],
  laws: [
    {
      law: 'eu-gdpr',
      short: 'EU GDPR',
      right_name: 'Access',
      cite: '',
      reason: '',
      caution: null,
      proposed: true,
      chosen: true,
    },
    {
      law: 'us-ca-ccpa',
      short: 'CCPA',
      right_name: 'Know',
      cite: '',
      reason: '',
      caution: null,
      proposed: false,
      chosen: false,
    },
  ],
};

describe('the half-typed request', () => {
  it('is blank with only the moment filled in', () => {
    expect(isBlank(draft)).toBe(true);
    expect(isBlank({ ...draft, words: ' \n' })).toBe(true);
    expect(isBlank({ ...draft, words: 'please' })).toBe(false);
    expect(isBlank({ ...draft, requester: { ...draft.requester, email: 'a@b.example' } })).toBe(false);
  });

  it('asks for a subject only when somebody acts for somebody else, and keeps what was typed', () => {
    const agent = withCapacity(draft, 'authorised-agent');
    expect(agent.subject).toEqual({ name: '', email: '', phone: '', address: [] });
    const named = { ...agent, subject: { name: 'Theo', email: '', phone: '', address: [] } };
    expect(withCapacity(named, 'parent-or-guardian').subject?.name).toBe('Theo');
    expect(withCapacity(named, 'self').subject).toBeNull();
  });

  it('ticks a right once, however often it is pressed', () => {
    const once = withRight(withRight(draft, 'access', true), 'access', true);
    expect(once.claims).toEqual([{ right: 'access', laws: [] }]);
    expect(withRight(once, 'access', false).claims).toEqual([]);
  });

  it('goes back to the proposal when the officer chooses exactly that', () => {
    const both = withLaw(withRight(draft, 'access', true), claim, 'us-ca-ccpa', true);
    expect(both.claims[0]?.laws).toEqual(['eu-gdpr', 'us-ca-ccpa']);
    const shown = { ...claim, laws: claim.laws.map((l) => ({ ...l, chosen: true })) };
    expect(withLaw(both, shown, 'us-ca-ccpa', false).claims[0]?.laws).toEqual([]);
  });

  it('does not let go of the last law', () => {
    expect(claim.laws.map((law) => isOnlyLaw(claim, law))).toEqual([true, false]);
  });

  it('reads the moment in the zone of the desk', () => {
    const at = new Date('2026-10-24T22:30:00Z');
    expect(localMoment(at, 'Europe/Berlin')).toBe('2026-10-25T00:30');
    expect(localMoment(at, 'America/Los_Angeles')).toBe('2026-10-24T15:30');
    expect(localMoment(at, 'Nowhere/Atall')).toMatch(/^2026-10-2\dT\d\d:30$/);
  });

  it('keeps empty lines inside an address and drops those at its end', () => {
    expect(addressLines('a\n\nb\n\n')).toEqual(['a', '', 'b']);
    expect(addressLines('')).toEqual([]);
  });
});

describe('the rights of our own policy', () => {
  const label = (right: string) => right;
  const house: LawName = {
    id: OWN_POLICY,
    name: 'Our own policy',
    short: 'Our policy',
    jurisdiction: '',
    family: 'contracts',
    rights: [
      { right: 'access', name: 'See what we hold', cite: 'policy', from: null },
      { right: 'question', name: 'A question', cite: 'policy', from: null },
    ],
  };

  it('are offered on every desk, and named where no law gives them', () => {
    const rows = rightGroups([...laws, house], ['eu-gdpr'], label, '', [], (names) => names).flatMap(
      (group) => group.rows,
    );
    expect(rows.map((row) => [row.right, row.laws])).toEqual([
      ['access', 'EU GDPR: Right of access'],
      ['erasure', 'EU GDPR: Right to erasure'],
      ['question', 'Our policy: A question'],
    ]);
  });
});

describe('the rights to choose from', () => {
  const label = (right: string) => right;
  const more = (names: string, others: number) => (others > 0 ? `${names} +${others}` : names);

  it('offers what the laws of the desk give and nothing else', () => {
    const groups = rightGroups(laws, ['eu-gdpr'], label, '', [], more);
    expect(groups.flatMap((g) => g.rows.map((r) => r.right))).toEqual(['access', 'erasure']);
  });

  it('finds a right by the name a law gives it', () => {
    const groups = rightGroups(laws, [], label, 'know', [], more);
    expect(groups.flatMap((g) => g.rows.map((r) => r.right))).toEqual(['access']);
    expect(groups[0]?.rows[0]?.laws).toContain('CCPA: Right to know');
  });

  it('says from when a right is given that no law gives yet, and of many laws only a few', () => {
    const coming = (id: string, from: string | null): LawName => ({
      id,
      name: id,
      short: id.toUpperCase(),
      jurisdiction: '',
      family: 'us-california',
      rights: [{ right: 'admt-access', name: 'Explain', cite: '7222', from }],
    });
    const row = (all: LawName[]) => rightGroups(all, [], label, '', [], more)[0]?.rows[0];
    expect(row([coming('b', '2027-05-13'), coming('a', '2027-01-01')])?.later).toEqual({
      from: '2027-01-01',
      law: 'A',
      cite: '7222',
    });
    const four = ['a', 'b', 'c', 'd'].map((id) => coming(id, id === 'd' ? null : '2027-01-01'));
    expect(row(four)?.later).toBeNull();
    expect(row(four)?.laws).toBe('A: Explain · B: Explain · C: Explain +1');
  });

  it('keeps a ticked right in sight', () => {
    const groups = rightGroups(laws, [], label, 'know', ['erasure'], more);
    expect(groups.flatMap((g) => g.rows.map((r) => r.right))).toContain('erasure');
  });
});

describe('complaints', () => {
  const problems = [
    { field: 'claims', message: 'Choose what they ask.' },
    { field: 'requester.email', message: 'This is not a mail address.' },
    { field: 'requester', message: 'Give a name or a mail address.' },
    { field: 'moon', message: 'Unknown.' },
  ];

  it('wait for the field to be left or the request to be tried', () => {
    expect(errorFor(problems, 'requester.email', new Set(), false)).toBeNull();
    expect(errorFor(problems, 'requester.email', new Set(['requester.email']), false)).toBe(
      'This is not a mail address.',
    );
    expect(errorFor(problems, 'claims', new Set(), true)).toBe('Choose what they ask.');
  });

  it('about the whole person stand beside the name', () => {
    expect(errorFor(problems, 'requester.name', new Set(), true)).toBe('Give a name or a mail address.');
  });

  it('without a field are not lost', () => {
    expect(homeless(problems).map((p) => p.field)).toEqual(['moon']);
    expect(fieldOf({ field: 'claims[0].laws', message: '' })).toBe('claims');
  });

  it('name the first field of the page', () => {
    expect(firstField(problems)).toBe('requester.email');
    expect(firstField([])).toBeNull();
  });
});

describe('the answer', () => {
  it('names a duplicate once', () => {
    const row = {
      id: 7,
      reference: '2026-0007',
      person: 'A',
      rights: [],
      received_on: '2026-01-01',
      open: true,
      why: '',
    };
    const preview: Preview = {
      suggests: [],
      asks: { age: false, data_kinds: false, arrived_at: [], dated_on: false, questions: false },
      received_on: null,
      claims: [],
      problems: [],
      duplicates: [row],
      earlier: [row, { ...row, id: 8 }],
      notes: [],
      policy: { version: null, promises: [], unreviewed: 0, notes: [], missing: [] },
    };
    expect(earlierWithoutDuplicates(preview).map((e) => e.id)).toEqual([8]);
  });
});

describe('what their words seem to ask for', () => {
  const one = (right: 'erasure' | 'access', words: string) => ({ right, words, why: '', cite: '' });

  it('is offered once, and no longer once it is chosen', () => {
    const suggests = [
      one('erasure', 'delete me'),
      one('erasure', 'remove'),
      one('access', 'what do you hold'),
    ];
    const left = (...rights: ('erasure' | 'access')[]) =>
      suggestsLeft({ suggests }, { claims: rights.map((right) => ({ right, laws: [] })) }).map(
        (s) => s.words,
      );
    expect(left()).toEqual(['delete me', 'what do you hold']);
    expect(left('erasure')).toEqual(['what do you hold']);
    expect(left('erasure', 'access')).toEqual([]);
    expect(suggestsLeft(null, { claims: [] })).toEqual([]);
  });
});

describe('places', () => {
  const all = places('en', { ca: 'California', tx: 'Texas' }, (s) => `${s}, USA`);

  it('names countries and states', () => {
    expect(placeName('de', all)).toBe('Germany');
    expect(placeName('us-ca', all)).toBe('California, USA');
    expect(placeName('zz', all)).toBe('ZZ');
  });
});
