// How a table of a report is shown: which rows, on which page, with which words on a figure.

import type { ColumnKind, ReportCell, ReportColumn, ReportRow, ReportTable } from '../../api/commands';
import { plainDate } from '../../dates';
import { figure, figureOfDays } from '../../numbers';

/** A table with more rows than this can be searched. */
export const MANY = 15;
/** Rows on one page. */
export const PAGE = 50;

export const isNumber = (kind: ColumnKind): boolean => kind === 'count' || kind === 'days';

/** A figure of nothing, which nobody has to look at. */
export const isNought = (cell: ReportCell): boolean => cell.value === 0;

/** A figure as the officer reads it. */
export const shownFigure = (value: number, kind: ColumnKind): string =>
  kind === 'days' ? figureOfDays(value) : figure(value);

/** The words of a cell; a day as the officer reads it. */
export function shownText(cell: ReportCell, kind: ColumnKind): string {
  if (kind === 'day' && cell.text) return plainDate(cell.text);
  if (isNumber(kind) && cell.value !== null) return shownFigure(cell.value, kind);
  return cell.text;
}

/** Longer names are cut: they stand in the row itself. */
const NAME = 90;

/** What a row is called: the words it begins with, two columns of them at most. */
export function rowName(row: ReportRow, columns: readonly ReportColumn[]): string {
  const words = columns.findIndex((column) => column.kind !== 'text');
  const name = row.cells
    .slice(0, Math.min(2, words < 0 ? columns.length : words))
    .map((cell) => cell.text)
    .filter(Boolean)
    .join(', ');
  return name.length > NAME ? `${name.slice(0, NAME).trimEnd()}…` : name;
}

/** The rows that hold every word that was typed; totals add up all of them and go. */
export function found(table: ReportTable, typed: string): ReportRow[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return table.rows;
  return table.rows.filter((row) => {
    if (row.total) return false;
    const said = row.cells
      .map((cell, at) => `${cell.text} ${shownText(cell, table.columns[at]?.kind ?? 'text')}`)
      .join(' ')
      .toLowerCase();
    return wanted.every((word) => said.includes(word));
  });
}

export interface Page<T> {
  rows: T[];
  /** Which page it is, from 0. */
  at: number;
  /** Counted from 1. */
  from: number;
  to: number;
  all: number;
  pages: number;
}

/** One page of rows; a page behind the last is the last. */
export function pageOf<T>(rows: readonly T[], page: number): Page<T> {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const at = Math.min(Math.max(0, page), pages - 1);
  const cut = rows.slice(at * PAGE, (at + 1) * PAGE);
  const from = cut.length === 0 ? 0 : at * PAGE + 1;
  return { rows: cut, at, from, to: at * PAGE + cut.length, all: rows.length, pages };
}

/** It counts nothing: no row, or none with a figure above nought where there are figures. */
export function isEmpty(table: ReportTable): boolean {
  if (!table.columns.some((column) => isNumber(column.kind))) return table.rows.length === 0;
  return !table.rows.some((row) => row.cells.some((cell) => (cell.value ?? 0) > 0));
}

const NARROW = 4;

/** So few columns that half a line is enough, most of them figures: two such tables stand side by side. */
export function isNarrow(table: ReportTable): boolean {
  const words = table.columns.filter((column) => column.kind === 'text').length;
  return table.columns.length <= NARROW && words <= 2;
}
