// What the retention page decides: which requests are chosen, and what of them goes and stays.

import type { PurgePreview, PurgeRow } from '../../../api/commands';

/** Those that are shown one by one. */
export function rowsOf(preview: PurgePreview): PurgeRow[] {
  return preview.groups.flatMap((group) => group.rows);
}

/** Every request that may go, by number. */
export function allOf(preview: PurgePreview): number[] {
  return preview.groups.flatMap((group) => group.all);
}

/** Each sentence once, in the order it is first said. */
function once(said: readonly (readonly string[])[]): string[] {
  return [...new Set(said.flat())];
}

export interface Consequences {
  /** Of those that are shown one by one. */
  references: string[];
  /** Some of them are not. */
  others: boolean;
  goes: string[];
  stays: string[];
}

/** What exactly happens when these are purged. */
export function consequences(preview: PurgePreview, chosen: ReadonlySet<number>): Consequences {
  const rows = rowsOf(preview).filter((row) => chosen.has(row.request));
  return {
    references: rows.map((row) => row.reference),
    others: rows.length < chosen.size,
    goes: once(rows.map((row) => row.goes)),
    stays: once([preview.stays, ...rows.map((row) => row.stays)]),
  };
}

/** A tick that stands for many: on, off, or in between. */
export function tickOf(all: readonly number[], chosen: ReadonlySet<number>): 'all' | 'some' | 'none' {
  const on = all.filter((id) => chosen.has(id)).length;
  return on === 0 ? 'none' : on === all.length ? 'all' : 'some';
}
