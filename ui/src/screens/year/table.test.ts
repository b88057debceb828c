import { describe, expect, it } from 'vitest';
import type { ReportCell, ReportColumn, ReportRow, ReportTable } from '../../api/commands';
import { found, isEmpty, isNarrow, isNought, PAGE, pageOf, rowName, shownText } from './table';

const text = (said: string): ReportCell => ({ text: said, value: null, behind: 0 });
const count = (n: number): ReportCell => ({ text: String(n), value: n, behind: n });
const columns: ReportColumn[] = [
  { id: 'law', name: 'Law', kind: 'text' },
  { id: 'right', name: 'Right', kind: 'text' },
  { id: 'received', name: 'Received', kind: 'count' },
  { id: 'on', name: 'On', kind: 'day' },
];
const row = (id: string, cells: ReportCell[], total = false): ReportRow => ({ id, cells, total });
const table = (rows: ReportRow[], of = columns): ReportTable => ({
  id: 't',
  title: 'T',
  columns: of,
  rows,
  empty: 'Nothing.',
  counting: [],
});
const rows = [
  row('a', [text('EU GDPR'), text('Access'), count(1204), text('2025-03-02')]),
  row('b', [text('CCPA'), text('Delete'), count(0), text('')]),
  row('all', [text('All'), text(''), count(1204), text('')], true),
];

describe('a cell', () => {
  it('is shown as the officer reads it', () => {
    expect(shownText(count(1204), 'count')).toBe('1,204');
    expect(shownText(text('2025-03-02'), 'day')).toBe('2 Mar 2025');
    expect(shownText(text(''), 'day')).toBe('');
    expect(shownText({ text: '1204.5', value: 1204.5, behind: 0 }, 'days')).toBe('1,204.5');
  });
  it('of nothing is quiet; one without a figure is not nothing', () => {
    expect(isNought(count(0))).toBe(true);
    expect(isNought(text(''))).toBe(false);
  });
});

describe('a row', () => {
  it('is called by the words it begins with', () => {
    expect(rowName(rows[0] as ReportRow, columns)).toBe('EU GDPR, Access');
    expect(rowName(rows[2] as ReportRow, columns)).toBe('All');
    const long = row('l', [text('x'.repeat(200)), text('y'), count(1), text('')]);
    expect(rowName(long, columns)).toHaveLength(91);
  });
  it('is found by its words and its day; totals go', () => {
    expect(found(table(rows), 'gdpr acc').map((it) => it.id)).toEqual(['a']);
    expect(found(table(rows), 'mar 2025').map((it) => it.id)).toEqual(['a']);
    expect(found(table(rows), 'all')).toEqual([]);
    expect(found(table(rows), '  ')).toHaveLength(3);
  });
});

describe('a table', () => {
  it('has pages', () => {
    const many = Array.from({ length: PAGE + 1 }, (_, at) => row(String(at), []));
    expect(pageOf(many, 0)).toMatchObject({ from: 1, to: PAGE, all: PAGE + 1, pages: 2 });
    expect(pageOf(many, 1)).toMatchObject({ from: PAGE + 1, to: PAGE + 1 });
    expect(pageOf(many, 9).rows).toHaveLength(1);
    expect(pageOf([], 0)).toMatchObject({ from: 0, to: 0, pages: 1 });
  });
  it('is empty without a figure above nought; one of words alone without a row', () => {
    expect(isEmpty(table(rows))).toBe(false);
    expect(isEmpty(table(rows.slice(1, 2)))).toBe(true);
    expect(isEmpty(table([]))).toBe(true);
    expect(isEmpty(table([row('a', [text('x')])], columns.slice(0, 1)))).toBe(false);
  });
  it('is narrow with few columns, most of them figures', () => {
    const [law, right, received, on] = columns as [ReportColumn, ReportColumn, ReportColumn, ReportColumn];
    expect(isNarrow(table([]))).toBe(true);
    expect(isNarrow(table([], [law, right, law, received]))).toBe(false);
    expect(isNarrow(table([], [law, received, received, received, on]))).toBe(false);
  });
});
