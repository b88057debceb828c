import { describe, expect, it } from 'vitest';
import type { LanguageChoice, LetterChoice, LetterDraft, LetterOf, LetterText } from '../../api/commands';
import {
  blanks,
  blockWith,
  inLanguage,
  languageHint,
  newLetter,
  orderChoices,
  readiness,
  suggestedLanguage,
  takeOver,
  withoutBlock,
  withParagraph,
  withWords,
} from './letters';

const draft: LetterDraft = {
  request: 1,
  language: 'en',
  kind: 'refusal',
  title: 'Refusal',
  law: 'eu-gdpr',
  reason: '',
  text: {
    subject: 'Your request',
    salutation: 'Dear Ms Marín',
    blocks: [
      { items: ['reasons'], text: 'We cannot.' },
      { items: ['complaint', 'court'], text: 'You may complain.' },
    ],
    closing: 'Yours sincerely',
  },
  items: [
    {
      id: 'reasons',
      what: 'The reasons',
      cite: 'Art. 12(4)',
      caution: null,
      present: true,
      why_missing: null,
    },
    {
      id: 'complaint',
      what: 'The way to complain',
      cite: 'Art. 12(4)',
      caution: null,
      present: true,
      why_missing: null,
    },
  ],
  ready: true,
  contradictions: [],
  enclosures: [],
  also: '',
  copy_to: '',
  wording: [],
};

const letter = (id: number, person: string, reference: string, issued: string): LetterOf => ({
  request: id,
  reference,
  person,
  letter: {
    id,
    kind: 'refusal',
    title: 'Refusal',
    law: 'eu-gdpr',
    issued_on: issued,
    sent_by: 'post',
    pages: 1,
    size: 9,
    sha256: '',
    language: 'en',
  },
});

describe('a letter', () => {
  it('leaves only with everything its law requires', () => {
    expect(readiness(draft)).toEqual({ ready: true });
    const items = draft.items.map((item) => ({ ...item, present: item.id !== 'complaint' }));
    expect(readiness({ ...draft, items, ready: false })).toMatchObject({
      ready: false,
      missing: [{ id: 'complaint' }],
    });
  });

  it('stays when the core says no, even with a full checklist', () => {
    expect(readiness({ ...draft, ready: false })).toEqual({ ready: false, missing: [] });
  });

  it('knows the block of an item', () => {
    expect(blockWith(draft.text, 'court')).toBe(1);
    expect(blockWith(draft.text, 'moon')).toBeNull();
  });

  it('adds and drops a block and leaves the draft before as it was', () => {
    expect(withParagraph(draft.text, 0).blocks.map((b) => b.text)).toEqual([
      'We cannot.',
      '',
      'You may complain.',
    ]);
    expect(withoutBlock(draft.text, 0).blocks).toHaveLength(1);
    expect(draft.text.blocks.map((b) => b.text)).toEqual(['We cannot.', 'You may complain.']);
  });

  it('does not lose what was typed while the core answered', () => {
    const [first, ...rest] = draft.text.blocks;
    const typed = {
      ...draft.text,
      blocks: [{ items: first?.items ?? [], text: 'We still cannot.' }, ...rest],
    };
    const shown = { ...draft, text: typed };
    const kept = takeOver(shown, draft, true);
    expect(kept.text.blocks[0]?.text).toBe('We still cannot.');
    expect(kept.ready).toBe(false);
    expect(takeOver(shown, draft, false)).toBe(draft);
  });
});

describe('an issued letter', () => {
  it('is the one that was not there before', () => {
    const [a, b] = [letter(1, '', '', '').letter, letter(2, '', '', '').letter];
    expect(newLetter([a], [b, a])?.id).toBe(2);
    expect(newLetter([a], [a])).toBeNull();
  });
});

describe('letters to choose from', () => {
  const choice = (kind: LetterChoice['kind'], offered: boolean, suggested: boolean): LetterChoice => ({
    kind,
    title: kind,
    law: 'eu-gdpr',
    law_short: 'EU GDPR',
    offered,
    reason: null,
    suggested,
  });

  it('stand with the suggested ones first and the unfit ones last', () => {
    const list = [
      choice('refusal', false, false),
      choice('acknowledgement', true, false),
      choice('extension', true, true),
    ];
    expect(orderChoices(list).map((c) => c.kind)).toEqual(['extension', 'acknowledgement', 'refusal']);
  });
});

describe('blanks', () => {
  const text = {
    subject: 'Your request',
    salutation: 'Dear [[name]],',
    blocks: [
      { items: [], text: 'We looked in [[which systems]] and in [[who else]].' },
      { items: [], text: 'Nothing here. An opening [[ never closed' },
    ],
    closing: 'Yours',
  };

  it('are found in the order of the page, with what to write there', () => {
    expect(blanks(text).map((blank) => [blank.block, blank.hint])).toEqual([
      [null, 'name'],
      [0, 'which systems'],
      [0, 'who else'],
      [1, 'never closed'],
    ]);
  });

  it('are marked with their brackets', () => {
    const [, first] = blanks(text);
    expect(text.blocks[0]?.text.slice(first?.start, first?.end)).toBe('[[which systems]]');
  });
});

describe('words put into a letter', () => {
  const letter = (...blocks: string[]): LetterText => ({
    subject: '',
    salutation: '',
    closing: '',
    blocks: blocks.map((text) => ({ items: ['a'], text })),
  });
  const put = (blocks: string[], caret: Parameters<typeof withWords>[1]) => {
    const done = withWords(letter(...blocks), caret, 'QUOTE.');
    return { blocks: done.text.blocks.map((block) => block.text), caret: done.caret };
  };

  it('become a paragraph of their own where the cursor stands nowhere', () => {
    expect(put(['One.'], null)).toEqual({
      blocks: ['One.', 'QUOTE.'],
      caret: { block: 1, start: 6, end: 6 },
    });
    expect(put([], { block: 3, start: 0, end: 0 }).blocks).toEqual(['QUOTE.']);
    expect(withWords(letter('One.'), null, 'Q').text.blocks[1]?.items).toEqual([]);
  });

  it('stand at the cursor with one space on each side', () => {
    expect(put(['One. Two.'], { block: 0, start: 4, end: 4 })).toEqual({
      blocks: ['One. QUOTE. Two.'],
      caret: { block: 0, start: 11, end: 11 },
    });
    expect(put(['One. Two.'], { block: 0, start: 5, end: 5 }).blocks).toEqual(['One. QUOTE. Two.']);
    expect(put([''], { block: 0, start: 0, end: 0 }).blocks).toEqual(['QUOTE.']);
    expect(put(['One'], { block: 0, start: 0, end: 0 }).blocks).toEqual(['QUOTE. One']);
  });

  it('do not take away what is selected, but fill a blank', () => {
    expect(put(['One. Two.'], { block: 0, start: 0, end: 4 }).blocks).toEqual(['One. QUOTE. Two.']);
    const blank = 'We say [[what the policy says]] about it.';
    expect(put([blank], { block: 0, start: 7, end: 31 }).blocks).toEqual(['We say QUOTE. about it.']);
    expect(put([blank], { block: 0, start: 12, end: 12 }).blocks).toEqual(['We say QUOTE. about it.']);
    expect(put([blank], { block: 0, start: 0, end: 12 }).blocks).toEqual([
      'We say [[what the policy says]] QUOTE. about it.',
    ]);
  });
});

describe('the language of a letter', () => {
  const language = (id: LanguageChoice['language'], more: Partial<LanguageChoice> = {}): LanguageChoice => ({
    language: id,
    name: id,
    suggested: false,
    because: '',
    missing: [],
    without: [],
    ...more,
  });
  const choice = (law: string, offered = true): LetterChoice => ({
    kind: 'refusal',
    title: 'Refusal',
    law,
    law_short: law,
    offered,
    reason: offered ? null : 'Not everything was refused.',
    suggested: offered,
  });
  const said = {
    languageBecause: (why: string) => `because ${why}`,
    languageOther: (name: string, why: string) => `${name} because ${why}`,
  };

  it('begins with the one that is suggested, and with English when none is', () => {
    expect(suggestedLanguage([language('en'), language('fr', { suggested: true })])).toBe('fr');
    expect(suggestedLanguage([])).toBe('en');
  });

  it('offers no letter of a law that has none in it, and says why', () => {
    const without = [{ law: 'us-ca-ccpa', reason: 'There are no letters in German under CCPA.' }];
    const shown = inLanguage(
      [choice('us-ca-ccpa'), choice('eu-gdpr'), choice('us-ca-ccpa', false)],
      [language('de', { without })],
      'de',
    );
    expect(shown.map((it) => it.offered)).toEqual([false, true, false]);
    expect(shown[0]?.reason).toContain('German');
    expect(shown[0]?.suggested).toBe(false);
    expect(shown[2]?.reason).toBe('Not everything was refused.');
  });

  it('says why one is suggested, also when another is chosen', () => {
    const all = [language('en'), language('de', { name: 'German', suggested: true, because: 'so' })];
    expect(languageHint(all, 'de', said)).toBe('because so');
    expect(languageHint(all, 'en', said)).toBe('German because so');
    expect(languageHint([language('en', { suggested: true })], 'en', said)).toBeUndefined();
  });
});
