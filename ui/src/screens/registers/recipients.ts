// What the directory decides: which recipients fit a filter and a search, and what stands in a column.

import type { RecipientRow } from '../../api/commands';
import { matches } from '../../shared/search';

export type Filter = 'all' | 'lacking' | 'processors' | 'struck';
export const FILTERS: readonly Filter[] = ['all', 'lacking', 'processors', 'struck'];

export function fits(row: RecipientRow, filter: Filter): boolean {
  if (filter === 'struck') return row.struck !== '';
  if (filter === 'lacking') return row.struck === '' && row.lacks.length > 0;
  if (filter === 'processors') return row.struck === '' && row.about.processor;
  return true;
}

export function countFor(rows: readonly RecipientRow[], filter: Filter): number {
  return rows.filter((row) => fits(row, filter)).length;
}

export function findRecipients(
  rows: readonly RecipientRow[],
  filter: Filter,
  search: string,
): RecipientRow[] {
  const typed = search.trim();
  return rows.filter((row) => {
    const { name, address, email, website, examples, contract, confidentiality, note } = row.about;
    const text = [name, ...address, email, website, examples, contract, confidentiality, note].join(' ');
    return fits(row, filter) && (!typed || matches(text, typed));
  });
}

export function valueOf(row: RecipientRow, column: string): string | number {
  switch (column) {
    case 'place':
      return row.about.address.join(', ');
    case 'role':
      return row.about.processor ? 0 : 1;
    case 'contract':
      return row.about.contract;
    case 'disclosures':
      return row.disclosures;
    case 'last':
      return row.last_on ?? '';
    case 'lacks':
      return row.lacks.length;
    default:
      return row.about.name;
  }
}
