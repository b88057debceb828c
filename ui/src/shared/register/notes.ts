// Notes that stand in one list.

import type { RegisterNote } from '../../api/commands';

/** The cautions that more than one note of a list carries; they are said once, below it. */
export function cautionsOnce(notes: readonly Pick<RegisterNote, 'caution'>[]): Set<string | null> {
  const said = notes.flatMap((note) => note.caution ?? []);
  return new Set(said.filter((text, at) => said.indexOf(text) !== at));
}
