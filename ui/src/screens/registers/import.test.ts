import { describe, expect, it } from 'vitest';
import type { ImportFate, ImportPreview } from '../../api/commands';
import { bytesOf, textOf } from '../../shared/files';
import { countOf, csvBase64, csvCell, entered, leftOut, rowsOf } from './import';

const row = (line: number, fate: ImportFate) => ({ line, fate, what: `Row ${line}`, reasons: [] });
const preview: ImportPreview = {
  encoding: 'UTF-8',
  delimiter: ';',
  columns: [],
  fields: [],
  rows: [row(2, 'bad'), row(3, 'duplicate'), row(4, 'flagged'), row(5, 'good')],
  rows_total: 40,
  good: 20,
  flagged: 10,
  duplicates: 6,
  bad: 4,
  new_recipients: [],
  problem: null,
};

describe('a file brought in', () => {
  it('counts every fate, and enters the good ones and those with a flag', () => {
    expect(entered(preview)).toBe(30);
    expect(entered({ ...preview, problem: 'No heading.' })).toBe(0);
    const all = (['good', 'flagged', 'duplicate', 'bad'] as const).map((fate) => countOf(preview, fate));
    expect(all.reduce((a, b) => a + b)).toBe(preview.rows_total);
  });

  it('shows one fate at a time, or all', () => {
    expect(rowsOf(preview, 'bad').map((it) => it.line)).toEqual([2]);
    expect(rowsOf(preview, null)).toHaveLength(4);
    expect(leftOut(preview).map((it) => it.line)).toEqual([2, 3]);
  });
});

describe('the list of rows left out', () => {
  it('gives a spreadsheet no formula', () => {
    for (const text of ['=1+1', '+49', '-2', '@SUM(A1)']) expect(csvCell(text)).toBe(`'${text}`);
    expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
    expect(csvCell('plain')).toBe('plain');
  });

  it('keeps every letter', () => {
    const text = textOf(bytesOf(csvBase64(['line'], [['Łódź\n2'], ['=x,y']])));
    expect(text).toBe('line\r\n"Łódź\n2"\r\n"\'=x,y"\r\n');
  });
});
