// Two spans side by side: what became more, what less, and by how much.

import type { ColumnKind, ComparedRow, ComparedTable, Report } from '../../api/commands';

export type Way = 'more' | 'less' | 'same' | 'new' | 'gone' | 'none';

export interface Change {
  way: Way;
  /** How much, without a sign; to a tenth for days. */
  by: number;
  /** In hundredths of the earlier figure; nothing where that was nought or where the figure is an average. */
  share: number | null;
}

/** From before to now. A figure that is missing was not there to be counted. */
export function changeOf(row: Pick<ComparedRow, 'before' | 'now'>, kind: ColumnKind = 'count'): Change {
  const { before, now } = row;
  if (before === null && now === null) return { way: 'none', by: 0, share: null };
  if (kind === 'days' && before === null) return { way: 'new', by: 0, share: null };
  if (kind === 'days' && now === null) return { way: 'gone', by: 0, share: null };
  const [was, is] = [before ?? 0, now ?? 0];
  const by = Math.round(Math.abs(is - was) * 10) / 10;
  if (by === 0) return { way: 'same', by: 0, share: null };
  const share = kind === 'days' || was === 0 ? null : Math.round((by / was) * 100);
  return { way: is > was ? 'more' : 'less', by, share };
}

export const isChanged = (change: Change): boolean => change.way !== 'same' && change.way !== 'none';

export interface Group {
  row: string;
  name: string;
  figures: { figure: ComparedRow; change: Change }[];
}

/** The figures of a table under the row they belong to; only those that changed when that is asked. */
export function grouped(
  table: ComparedTable,
  kind: (column: string) => ColumnKind,
  changedOnly: boolean,
): Group[] {
  const groups: Group[] = [];
  for (const figure of table.rows) {
    const change = changeOf(figure, kind(figure.column));
    if (changedOnly && !isChanged(change)) continue;
    const last = groups.at(-1);
    if (last?.row === figure.row) last.figures.push({ figure, change });
    else groups.push({ row: figure.row, name: figure.name, figures: [{ figure, change }] });
  }
  return groups;
}

/** What a column of a report holds; a count where the report does not have it. */
export function kindIn(report: Report | null, table: string, column: string): ColumnKind {
  const columns = report?.tables.find((it) => it.id === table)?.columns;
  return columns?.find((it) => it.id === column)?.kind ?? 'count';
}
