// What the wording screen decides: which templates a filter shows, where a line stands, what is inserted, what differs.

import type {
  LetterKind,
  LetterLanguage,
  Outcome,
  Right,
  WordingCase,
  WordingCheck,
  WordingFields,
  WordingLaw,
  WordingRow,
} from '../../../api/commands';

export interface Filter {
  language: LetterLanguage;
  /** An identifier, `ours` or `any`. */
  law: string;
  /** A kind, or empty for all. */
  kind: string;
  changed: boolean;
  find: string;
}

/** Where one begins: English, the laws of the desk. */
export const BEGIN: Filter = { language: 'en', law: 'ours', kind: '', changed: false, find: '' };

/** The templates a filter leaves, whole letters before parts as the core orders them. */
export function shownRows(
  rows: readonly WordingRow[],
  laws: readonly WordingLaw[],
  by: Filter,
): WordingRow[] {
  const ours = new Set(laws.filter((law) => law.ours).map((law) => law.id));
  const find = by.find.trim().toLowerCase();
  return rows.filter(
    (row) =>
      row.language === by.language &&
      (!by.changed || row.versions > 0 || row.unsaved) &&
      (by.kind === '' || row.kinds.includes(by.kind as LetterKind)) &&
      (by.law === 'any' ||
        // The letter about a breach is under no law: it is everybody's.
        (row.path.startsWith('incident/') && by.kind === '') ||
        row.laws.some((law) => (by.law === 'ours' ? ours.has(law) : law === by.law))) &&
      (find === '' || `${row.title} ${row.group} ${row.path}`.toLowerCase().includes(find)),
  );
}

export const same = (a: { language: string; path: string } | null, b: { language: string; path: string }) =>
  a !== null && a.language === b.language && a.path === b.path;

/** The first and the last place of a line; lines count from 1. */
export function lineSpan(text: string, line: number): [number, number] {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const next = text.indexOf('\n', start);
    if (next < 0) break;
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return [start, end < 0 ? text.length : end];
}

export type MarkKind = 'plain' | 'field' | 'does' | 'blank' | 'block' | 'remark';

export interface Mark {
  kind: MarkKind;
  text: string;
}

const PIECES = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{#[\s\S]*?#\}|\[\[[^\]\n]*\]\]/g;

function kindOf(piece: string): MarkKind {
  if (piece.startsWith('{{')) return 'field';
  if (piece.startsWith('{%')) return 'does';
  return piece.startsWith('{#') ? 'remark' : 'blank';
}

/** The text line by line, each in pieces of one kind, for the colours behind what is typed. */
export function marked(text: string): Mark[][] {
  const all: Mark[] = [];
  let from = 0;
  for (const found of text.matchAll(PIECES)) {
    if (found.index > from) all.push({ kind: 'plain', text: text.slice(from, found.index) });
    all.push({ kind: kindOf(found[0]), text: found[0] });
    from = found.index + found[0].length;
  }
  all.push({ kind: 'plain', text: text.slice(from) });
  const lines: Mark[][] = [[]];
  for (const { kind, text: words } of all) {
    const [first = '', ...more] = words.split('\n');
    lines[lines.length - 1]?.push({ kind, text: first });
    for (const next of more) lines.push([{ kind, text: next }]);
  }
  return lines.map((line) => {
    const block = line[0]?.kind === 'plain' && line[0].text.startsWith('---');
    return line
      .filter((mark) => mark.text !== '')
      .map((mark) => (block && mark.kind === 'plain' ? { ...mark, kind: 'block' as const } : mark));
  });
}

/** Puts words at the cursor in place of what is selected; an instruction with a gap takes the selection in. */
export function inserted(
  text: string,
  start: number,
  end: number,
  insert: string,
): { text: string; start: number; end: number } {
  const chosen = text.slice(start, end);
  const gap = insert.indexOf('…');
  const words = gap >= 0 ? insert.replace('…', () => chosen || '…') : insert;
  const put = text.slice(0, start) + words + text.slice(end);
  // The gap is selected, so that one types into it.
  if (gap >= 0) return { text: put, start: start + gap, end: start + gap + (chosen || '…').length };
  return { text: put, start: start + words.length, end: start + words.length };
}

/** The paragraph put back: at the end, parted by one line. */
export function withPassage(text: string, passage: string): { text: string; line: number } {
  const before = text.replace(/\s+$/, '');
  const head = before === '' ? '' : `${before}\n\n`;
  return { text: `${head}${passage.trim()}\n`, line: head.split('\n').length };
}

/** The groups with the fields that fit; a group that is about it shows all of its own. */
export function findFields(groups: readonly WordingFields[], find: string): WordingFields[] {
  const wanted = find.trim().toLowerCase();
  if (wanted === '') return [...groups];
  return groups
    .map((group) =>
      group.title.toLowerCase().includes(wanted)
        ? group
        : {
            ...group,
            fields: group.fields.filter((field) =>
              `${field.name} ${field.what} ${field.sample}`.toLowerCase().includes(wanted),
            ),
          },
    )
    .filter((group) => group.fields.length > 0);
}

/** The part that is all a text has: a letter that several laws share stands there. */
export function onlyPart(text: string): string | null {
  return /^\s*\{%\s*include\s+"([^"]+)"\s*%\}\s*$/.exec(text)?.[1] ?? null;
}

/** How many things are wrong. */
export function wrong(check: WordingCheck): number {
  return check.problems.length + check.losses.length;
}

export interface Seen {
  /** Its place in the list of cases. */
  at: number;
  right: Right | null;
  outcome: Outcome | null;
}

/** The letter a text is seen in first; a refusal shows more of a part that speaks of one. */
export function firstSeen(cases: readonly WordingCase[], path: string): Seen {
  const wanted = /denied|refused|why/.test(path)
    ? cases.findIndex((it) => it.kind === 'refusal')
    : /in-part|\/part\//.test(path)
      ? cases.findIndex((it) => it.kind === 'answer-in-part')
      : 0;
  return seenAt(cases, Math.max(wanted, 0));
}

export function seenAt(cases: readonly WordingCase[], at: number): Seen {
  const it = cases[at];
  return { at, right: it?.rights[0]?.right ?? null, outcome: it?.outcomes[0] ?? null };
}
