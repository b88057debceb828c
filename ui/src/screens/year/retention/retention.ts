// What the retention page decides: which requests are chosen, and what of them goes and stays.

import type { PurgePreview, PurgeRow } from '../../../api/commands';

export function rowsOf(preview: PurgePreview): PurgeRow[] {
  return preview.groups.flatMap((group) => group.rows);
}

/** Each sentence once, in the order it is first said. */
function once(said: readonly (readonly string[])[]): string[] {
  return [...new Set(said.flat())];
}

export interface Consequences {
  references: string[];
  goes: string[];
  stays: string[];
}

/** What exactly happens when these are purged. */
export function consequences(preview: PurgePreview, chosen: ReadonlySet<number>): Consequences {
  const rows = rowsOf(preview).filter((row) => chosen.has(row.request));
  return {
    references: rows.map((row) => row.reference),
    goes: once(rows.map((row) => row.goes)),
    stays: once([preview.stays, ...rows.map((row) => row.stays)]),
  };
}

/** A tick that stands for many: on, off, or in between. */
export function tickOf(rows: readonly PurgeRow[], chosen: ReadonlySet<number>): 'all' | 'some' | 'none' {
  const on = rows.filter((row) => chosen.has(row.request)).length;
  return on === 0 ? 'none' : on === rows.length ? 'all' : 'some';
}
