// What goes along with a letter: which files, and in what way.

import type { Enclosable, EnclosureIn, EnclosureRole, FileName } from '../../api/core';

/** Everything that is chosen, as the core wants it said. */
export const chosen = (all: readonly Enclosable[]): EnclosureIn[] =>
  all.flatMap((one) => (one.role === null ? [] : [{ file: one.file.id, role: one.role }]));

/** The choice with one file in another role, or without it. */
export function withRole(
  all: readonly Enclosable[],
  file: number,
  role: EnclosureRole | null,
): EnclosureIn[] {
  return chosen(all.map((one) => (one.file.id === file ? { ...one, role } : one)));
}

/** Whether a file's name says that it holds data. */
export const holdsData = (name: string): boolean => /\.(csv|tsv|tab|json|jsonl|ndjson|geojson)$/i.test(name);

/** The choice with files that were just added: data as pages too, the others as they are. */
export function withNew(
  all: readonly Enclosable[],
  files: readonly FileName[],
  asPages: boolean,
): EnclosureIn[] {
  const known = chosen(all);
  const fresh = files.filter((file) => !known.some((one) => one.file === file.id));
  return [
    ...known,
    ...fresh.map((file): EnclosureIn => ({
      file: file.id,
      role: asPages && holdsData(file.name) ? 'annex' : 'file',
    })),
  ];
}
