import { describe, expect, it } from 'vitest';
import type { WordingCase, WordingFields, WordingLaw, WordingRow } from '../../../api/commands';
import { differ, steps } from './differ';
import {
  BEGIN,
  findFields,
  firstSeen,
  inserted,
  onlyPart,
  lineSpan,
  marked,
  seenAt,
  shownRows,
  withPassage,
} from './wording';

const row = (path: string, more: Partial<WordingRow> = {}): WordingRow => ({
  language: 'en',
  path,
  title: 'Refusal',
  group: 'EU GDPR',
  part: false,
  laws: ['eu-gdpr'],
  kinds: ['refusal'],
  version: null,
  versions: 0,
  unsaved: false,
  original_changed: false,
  ...more,
});
const laws: WordingLaw[] = [
  { id: 'eu-gdpr', short: 'EU GDPR', ours: true },
  { id: 'us-ca-ccpa', short: 'CCPA', ours: false },
];

describe('the list', () => {
  const rows = [
    row('eu-gdpr/refusal.txt'),
    row('eu-gdpr/refusal.txt', { language: 'de' }),
    row('us-ca-ccpa/refusal.txt', { laws: ['us-ca-ccpa'], title: 'No' }),
    row('common/why.txt', { part: true, laws: ['eu-gdpr', 'us-ca-ccpa'], versions: 1 }),
    row('eu-gdpr/extension.txt', { kinds: ['extension'], unsaved: true }),
    row('incident/notice.txt', { laws: [], kinds: [] }),
  ];
  const paths = (more: Partial<typeof BEGIN>) =>
    shownRows(rows, laws, { ...BEGIN, ...more }).map((it) => it.path);

  it.each([
    [
      'laws of the desk, and the breach that is everybody’s',
      {},
      ['eu-gdpr/refusal.txt', 'common/why.txt', 'eu-gdpr/extension.txt', 'incident/notice.txt'],
    ],
    ['another language', { language: 'de' as const }, ['eu-gdpr/refusal.txt']],
    ['one law', { law: 'us-ca-ccpa' }, ['us-ca-ccpa/refusal.txt', 'common/why.txt', 'incident/notice.txt']],
    ['one kind', { kind: 'extension' }, ['eu-gdpr/extension.txt']],
    ['changed by us, half typed too', { changed: true }, ['common/why.txt', 'eu-gdpr/extension.txt']],
    ['by path', { find: 'WHY' }, ['common/why.txt']],
    ['by title', { find: 'no', law: 'any' }, ['us-ca-ccpa/refusal.txt', 'incident/notice.txt']],
  ])('%s', (_, by, wanted) => expect(paths(by)).toEqual(wanted));
});

describe('the text', () => {
  it.each([
    [1, [0, 3]],
    [2, [4, 4]],
    [3, [5, 8]],
    [9, [5, 8]],
  ])('finds line %i', (line, wanted) => expect(lineSpan('one\n\ntwo', line)).toEqual(wanted));

  it('is told apart by kind, line by line, and no sign is lost', () => {
    const text = '--- receipt {{ a }}\nDear {{ name }}, [[why]]{% if x %}\n{# r\ns #}{{ half';
    const lines = marked(text);
    expect(lines.map((line) => line.map((it) => it.text).join('')).join('\n')).toBe(text);
    expect(lines[0]?.map((it) => it.kind)).toEqual(['block', 'field']);
    expect(lines[1]?.map((it) => it.kind)).toEqual(['plain', 'field', 'plain', 'blank', 'does']);
    expect(lines[2]?.map((it) => it.kind)).toEqual(['remark']);
    expect(lines[3]?.map((it) => it.kind)).toEqual(['remark', 'plain']);
  });

  it('takes a field at the cursor', () => {
    expect(inserted('Dear ,', 5, 5, '{{ name }}')).toEqual({ text: 'Dear {{ name }},', start: 15, end: 15 });
  });

  it('puts an instruction around what is selected', () => {
    const put = inserted('a bold b', 2, 6, '{% if x %}…{% endif %}');
    expect(put.text).toBe('a {% if x %}bold{% endif %} b');
    expect(put.text.slice(put.start, put.end)).toBe('bold');
    expect(inserted('', 0, 0, '{% if x %}…{% endif %}')).toMatchObject({ start: 10, end: 11 });
  });

  it('knows when all its words stand in one part', () => {
    expect(onlyPart('{% include "gdpr/refusal.txt" %}\n')).toBe('gdpr/refusal.txt');
    expect(onlyPart('Dear\n{% include "gdpr/refusal.txt" %}')).toBeNull();
    expect(onlyPart('{% include law ~ "/refusal.txt" %}')).toBeNull();
  });

  it('gets a lost paragraph back at its end', () => {
    expect(withPassage('a\n\n\n', '--- x\nb')).toEqual({ text: 'a\n\n--- x\nb\n', line: 3 });
    expect(withPassage('', '--- x\nb')).toEqual({ text: '--- x\nb\n', line: 1 });
  });
});

describe('the difference', () => {
  it('is nothing where nothing differs', () => expect(differ('a\nb\n', 'a\nb')).toEqual([]));

  it('names what was taken out and what was added, with the line to go to', () => {
    expect(differ('a\nb\nc', 'a\nB\nc')).toEqual([
      { kind: 'same', text: 'a', line: 1 },
      { kind: 'removed', text: 'b', line: 2 },
      { kind: 'added', text: 'B', line: 2 },
      { kind: 'same', text: 'c', line: 3 },
    ]);
  });

  it('leaves out what is far from a change, and counts it', () => {
    const long = Array.from({ length: 20 }, (_, at) => `line ${at}`);
    const lines = differ(long.join('\n'), [...long, 'new'].join('\n'));
    expect(lines[0]).toEqual({ kind: 'skipped', count: 18, line: 1 });
    expect(lines).toHaveLength(4);
  });

  it('gives both texts back, whatever they are', () => {
    for (const [a, b] of [
      ['', 'x'],
      ['x', ''],
      ['a\na\nb', 'b\na\na'],
      ['1\n2\n3\n4', '2\n4\n5'],
      [Array(2100).fill('a').join('\n') + '\nz', 'y\n' + Array(2100).fill('b').join('\n')],
    ] as [string, string][]) {
      const all = steps(a, b);
      const of = (not: string) =>
        all
          .filter((it) => it.kind !== not)
          .map((it) => it.text)
          .join('\n');
      expect(of('added') + of('removed')).toBe(a + b);
    }
  });
});

describe('what helps', () => {
  const groups: WordingFields[] = [
    {
      title: 'The request',
      fields: [
        { name: 'requester', what: 'Who wrote', kind: 'text', sample: 'Kim', insert: '', within: '' },
        { name: 'reference', what: 'Our reference', kind: 'text', sample: '42', insert: '', within: '' },
      ],
    },
  ];
  it('finds fields by name, meaning and sample', () => {
    expect(findFields(groups, 'wrote')[0]?.fields.map((it) => it.name)).toEqual(['requester']);
    expect(findFields(groups, '42')[0]?.fields.map((it) => it.name)).toEqual(['reference']);
    expect(findFields(groups, 'request')[0]?.fields).toHaveLength(2);
    expect(findFields(groups, 'shoe')).toEqual([]);
  });

  it('shows a part in a letter that needs it', () => {
    const cases: WordingCase[] = (['answer-in-full', 'refusal'] as const).map((kind) => ({
      law: 'eu-gdpr',
      law_short: 'EU GDPR',
      kind,
      title: kind,
      rights: [{ right: 'access', name: 'Access' }],
      outcomes: [kind === 'refusal' ? 'refused' : 'granted'],
    }));
    expect(firstSeen(cases, 'gdpr/refused.txt')).toEqual({ at: 1, right: 'access', outcome: 'refused' });
    expect(firstSeen(cases, 'gdpr/granted/access.txt').at).toBe(0);
    expect(firstSeen([], 'x')).toEqual({ at: 0, right: null, outcome: null });
    expect(seenAt(cases, 7)).toEqual({ at: 7, right: null, outcome: null });
  });
});
