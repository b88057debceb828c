// What bringing in a CSV file decides: which rows are shown, and the list of those left out.

import type { ImportFate, ImportPreview, ImportRow } from '../../api/commands';

export const ENDINGS = ['.csv', '.tsv', '.txt'];
export const FATES: readonly ImportFate[] = ['good', 'flagged', 'duplicate', 'bad'];

/** More than any list of disclosures; the core refuses it too. */
export const LARGEST = 50_000_000;

export function countOf(preview: ImportPreview, fate: ImportFate): number {
  switch (fate) {
    case 'good':
      return preview.good;
    case 'flagged':
      return preview.flagged;
    case 'duplicate':
      return preview.duplicates;
    case 'bad':
      return preview.bad;
  }
}

/** Rows that would be entered. */
export function entered(preview: ImportPreview): number {
  return preview.problem === null ? preview.good + preview.flagged : 0;
}

export function rowsOf(preview: ImportPreview, fate: ImportFate | null): ImportRow[] {
  return fate === null ? preview.rows : preview.rows.filter((row) => row.fate === fate);
}

/** Those that would not be entered, as far as the preview names them. */
export function leftOut(preview: ImportPreview): ImportRow[] {
  return preview.rows.filter((row) => row.fate === 'bad' || row.fate === 'duplicate');
}

/** A cell of a CSV file; what a spreadsheet would take for a formula is text. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as a CSV file, as base64; with a mark at its start by which a spreadsheet knows UTF-8. */
export function csvBase64(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const text = [heading, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n');
  const bytes = new TextEncoder().encode(`\uFEFF${text}\r\n`);
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
