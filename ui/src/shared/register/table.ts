// What a table of a register decides: which columns fit, which rows are drawn, where a key leads.

export type Layout = 'wide' | 'two' | 'small';
const ORDER: readonly Layout[] = ['small', 'two', 'wide'];

export interface Column {
  id: string;
  label: string;
  /** Its share of the width, beside the others that are shown. */
  share: number;
  /** Shown from this width on; always when absent. */
  from?: Layout;
  number?: boolean;
  /** Its head puts the rows in order. */
  sorts?: boolean;
}

/** By the width of the table in units of the text, so that larger text counts as a smaller window. */
export function layoutFor(width: number, rem: number): Layout {
  const units = width / rem;
  if (units >= 66) return 'wide';
  return units >= 44 ? 'two' : 'small';
}

export function columnsFor(columns: readonly Column[], layout: Layout): Column[] {
  return columns.filter((it) => ORDER.indexOf(it.from ?? 'small') <= ORDER.indexOf(layout));
}

/** Shares of a hundred, in the order of the columns. */
export function sharesOf(columns: readonly Column[]): number[] {
  const all = columns.reduce((sum, it) => sum + it.share, 0);
  return columns.map((it) => (all > 0 ? (it.share * 100) / all : 0));
}

/** Height of a row in pixels. */
export function rowHeight(compact: boolean, rem: number): number {
  return Math.round(((compact ? 30 : 36) * rem) / 14);
}

export interface View {
  from: number;
  to: number;
}

/** The rows to draw for a scroll position, with some to spare above and below. */
export function rowsInView(top: number, height: number, row: number, total: number, spare = 10): View {
  if (row <= 0) return { from: 0, to: Math.min(total, 40) };
  const from = Math.max(0, Math.floor(top / row) - spare);
  const to = Math.min(total, Math.ceil((top + height) / row) + spare);
  return { from: Math.min(from, to), to };
}

/** The scroll position that brings a row into view with the least movement. */
export function scrollFor(at: number, row: number, top: number, height: number): number {
  if (at * row < top) return at * row;
  if ((at + 1) * row > top + height) return (at + 1) * row - height;
  return top;
}

export type Move = { to: number } | 'open' | 'new' | 'search' | 'tick' | null;

/** Where a key pressed outside any field leads. `page` is how many rows are in view. */
export function keyMove(key: string, at: number, total: number, page: number): Move {
  if (key === 'n') return 'new';
  if (key === '/') return 'search';
  if (total === 0) return null;
  const to = (row: number): Move => ({ to: Math.min(total - 1, Math.max(0, row)) });
  const step = Math.max(1, page - 1);
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return to(at + 1);
    case 'k':
    case 'ArrowUp':
      return to(at - 1);
    case 'Home':
    case 'g':
      return to(0);
    case 'End':
    case 'G':
      return to(total - 1);
    case 'PageDown':
      return to(at + step);
    case 'PageUp':
      return to(at - step);
    case 'Enter':
      return at >= 0 && at < total ? 'open' : null;
    case 'x':
      return at >= 0 && at < total ? 'tick' : null;
    default:
      return null;
  }
}

/** An order of rows by a column, with a leading `-` when turned round. Rows that are equal stay as they were. */
export function compareBy<T>(
  sort: string,
  value: (row: T, column: string) => string | number,
): (a: T, b: T) => number {
  const way = sort.startsWith('-') ? -1 : 1;
  const column = sort.replace(/^-/, '');
  return (a, b) => {
    const [one, two] = [value(a, column), value(b, column)];
    if (typeof one === 'number' && typeof two === 'number') return way * (one - two);
    return way * String(one).localeCompare(String(two), 'en', { numeric: true });
  };
}
