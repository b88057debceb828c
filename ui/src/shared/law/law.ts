// A law's sheet, put in order for reading.

import type { LawSheetLine } from '../../api/commands';

export interface LawSection {
  title: string;
  cite: string;
  lines: LawSheetLine[];
}

/** What stands before the first head belongs to the law as a whole. */
export function sectionsOf(lines: readonly LawSheetLine[]): LawSection[] {
  const sections: LawSection[] = [{ title: '', cite: '', lines: [] }];
  for (const line of lines) {
    if (line.kind === 'head') sections.push({ title: line.text, cite: line.cite, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections.filter((section) => section.title !== '' || section.lines.length > 0);
}

/** The sections that hold every word typed, in their title or in a line; all of them when nothing is typed. */
export function sectionsWith(sections: readonly LawSection[], typed: string): LawSection[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return sections.filter((section) => {
    const said = [
      section.title,
      section.cite,
      ...section.lines.flatMap((line) => [line.label, line.text, line.cite]),
    ]
      .join(' ')
      .toLowerCase();
    return wanted.every((word) => said.includes(word));
  });
}

/** What the house has promised in its own policy stands beside the laws of every desk; nobody ticks it. */
export const OWN_POLICY = 'own-policy';
