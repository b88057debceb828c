// What the letters screens decide: what is missing, which block carries it, what a search finds.

import type {
  LanguageChoice,
  LetterChoice,
  LetterDraft,
  LetterItem,
  LetterLanguage,
  LetterName,
  LetterText,
} from '../../api/commands';

export function missing(items: LetterItem[]): LetterItem[] {
  return items.filter((item) => !item.present);
}

/** The block that carries an item; null when none does and the officer has to add it. */
export function blockWith(text: LetterText, item: string): number | null {
  const found = text.blocks.findIndex((block) => block.items.includes(item));
  return found < 0 ? null : found;
}

/** A new empty paragraph after the one at `index`; it carries no required item. */
export function withParagraph(text: LetterText, index: number): LetterText {
  const blocks = [...text.blocks];
  blocks.splice(index + 1, 0, { items: [], text: '' });
  return { ...text, blocks };
}

/** Takes a paragraph away. What it carried is then missing, and the checklist says so. */
export function withoutBlock(text: LetterText, index: number): LetterText {
  return { ...text, blocks: text.blocks.filter((_, i) => i !== index) };
}

export interface Blank {
  /** The paragraph, or null when it stands in the subject, the salutation or the closing. */
  block: number | null;
  start: number;
  end: number;
  /** What is to be written there. */
  hint: string;
}

/** The blanks `[[…]]` that a template left for the officer, in the order of the page. One never closed counts too. */
export function blanks(text: LetterText): Blank[] {
  const whole: [number | null, string][] = [
    [null, text.subject],
    [null, text.salutation],
    ...text.blocks.map((block, at): [number, string] => [at, block.text]),
    [null, text.closing],
  ];
  return whole.flatMap(([block, words]) =>
    [...words.matchAll(/\[\[([\s\S]*?)(?:\]\]|$)/g)].map((found) => ({
      block,
      start: found.index,
      end: found.index + found[0].length,
      hint: (found[1] ?? '').trim(),
    })),
  );
}

export interface Caret {
  block: number;
  start: number;
  end: number;
}

/**
 * Puts words where the cursor stands; as a paragraph of their own when it stands nowhere.
 * A blank in which the cursor stands is filled by them; words that are merely selected stay.
 */
export function withWords(
  text: LetterText,
  caret: Caret | null,
  said: string,
): { text: LetterText; caret: Caret } {
  const own = caret ? text.blocks[caret.block] : undefined;
  if (!caret || !own) {
    const block = text.blocks.length;
    const blocks = [...text.blocks, { items: [], text: said }];
    return { text: { ...text, blocks }, caret: { block, start: said.length, end: said.length } };
  }
  const blank = blanks(text).find(
    (it) => it.block === caret.block && it.start <= caret.start && caret.end <= it.end && it.end > it.start,
  );
  // A blank that the end of the selection cuts in two stays whole.
  const cut = blanks(text).find(
    (it) => it.block === caret.block && it.start < caret.end && caret.end < it.end,
  );
  const before = own.text.slice(0, blank ? blank.start : (cut?.end ?? caret.end));
  const after = own.text.slice(blank ? blank.end : (cut?.end ?? caret.end));
  const head = before + (before === '' || /\s$/.test(before) ? '' : ' ') + said;
  const tail = (after === '' || /^[\s.,;:)]/.test(after) ? '' : ' ') + after;
  const blocks = text.blocks.map((block, at) =>
    at === caret.block ? { ...block, text: head + tail } : block,
  );
  return { text: { ...text, blocks }, caret: { block: caret.block, start: head.length, end: head.length } };
}

export type Ready = { ready: true } | { ready: false; missing: LetterItem[] };

/** A letter that lacks what its law requires does not leave the house. */
export function readiness(draft: LetterDraft): Ready {
  const lacks = missing(draft.items);
  return draft.ready && lacks.length === 0 ? { ready: true } : { ready: false, missing: lacks };
}

/** Suggested letters first, then the others that fit, then those that do not, each in the order of the core. */
export function orderChoices(choices: LetterChoice[]): LetterChoice[] {
  const rank = (choice: LetterChoice) => (choice.offered ? (choice.suggested ? 0 : 1) : 2);
  return choices
    .map((choice, index) => ({ choice, index }))
    .sort((a, b) => rank(a.choice) - rank(b.choice) || a.index - b.index)
    .map(({ choice }) => choice);
}

/** The language to begin with: the one the core suggests. */
export function suggestedLanguage(languages: LanguageChoice[]): LetterLanguage {
  return languages.find((it) => it.suggested)?.language ?? 'en';
}

/** A law without letters in the chosen language offers none, and says why. */
export function inLanguage(
  choices: LetterChoice[],
  languages: LanguageChoice[],
  language: LetterLanguage,
): LetterChoice[] {
  const without = languages.find((it) => it.language === language)?.without ?? [];
  return choices.map((choice) => {
    const none = without.find((it) => it.law === choice.law);
    return none && choice.offered
      ? { ...choice, offered: false, suggested: false, reason: none.reason }
      : choice;
  });
}

/** Why this language stands first, or that another would. */
export function languageHint(
  languages: LanguageChoice[],
  language: LetterLanguage,
  said: { languageBecause: (why: string) => string; languageOther: (name: string, why: string) => string },
): string | undefined {
  const wanted = languages.find((it) => it.suggested);
  if (!wanted || !wanted.because) return undefined;
  return wanted.language === language
    ? said.languageBecause(wanted.because)
    : said.languageOther(wanted.name, wanted.because);
}

/** Kinds of letters that put a reason of the officer into the text. */
export function needsReason(kind: LetterChoice['kind']): boolean {
  return ['extension', 'proof-of-identity', 'clarification', 'fee-notice', 'restriction-lifting'].includes(
    kind,
  );
}

export function needsAsked(kind: LetterChoice['kind']): boolean {
  return ['proof-of-identity', 'clarification', 'missing-particulars', 'agent-authority'].includes(kind);
}

/** A letter that goes to somebody else than whoever asked. */
export function needsAddressee(kind: LetterChoice['kind']): boolean {
  return kind === 'recipient-notice';
}

/** The letter that the request has now and had not before. */
export function newLetter(before: LetterName[], now: LetterName[]): LetterName | null {
  const known = new Set(before.map((letter) => letter.id));
  return now.filter((letter) => !known.has(letter.id)).sort((a, b) => b.id - a.id)[0] ?? null;
}

/** The officer typed while the core was answering: keep what is on the screen and take over only what the core found out. */
export function takeOver(shown: LetterDraft, answer: LetterDraft, typedSince: boolean): LetterDraft {
  return typedSince
    ? { ...shown, items: answer.items, contradictions: answer.contradictions, ready: false }
    : answer;
}
