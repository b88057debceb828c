// What the queue decides: where a key leads, which pages a view needs, what a row says.

import type { AlsoDue, QueueQuery, QueueRow, Tiles } from '../../api/commands';
import { distance, parts, shortDate } from '../../dates';
import { matches } from '../../shared/search';
import { words } from '../../words';

/** Rows fetched at once. */
export const PAGE = 100;

export type Filter = 'open' | 'overdue' | 'today' | 'week' | 'waiting' | 'closed' | 'all';
export const TILES = ['overdue', 'today', 'week', 'waiting'] as const;
export type Tile = (typeof TILES)[number];

export interface Ask {
  filter: Filter;
  law: string;
  right: QueueQuery['right'];
  search: string;
  sort: string;
}

export const FIRST_ASK: Ask = { filter: 'open', law: '', right: null, search: '', sort: 'due' };

export type Move = { to: number } | { open: number } | 'new' | 'search' | 'why' | 'keys' | null;

/** Where a key pressed outside any field leads. `page` is how many rows are in view. */
export function keyMove(key: string, at: number, total: number, page: number): Move {
  if (key === 'n') return 'new';
  if (key === '/') return 'search';
  if (key === '?') return 'keys';
  if (total === 0) return null;
  const last = total - 1;
  const step = Math.max(1, page - 1);
  const to = (row: number): Move => ({ to: Math.min(last, Math.max(0, row)) });
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return to(at + 1);
    case 'k':
    case 'ArrowUp':
      return to(at < 0 ? 0 : at - 1);
    case 'Home':
    case 'g':
      return to(0);
    case 'End':
    case 'G':
      return to(last);
    case 'PageDown':
      return to(at + step);
    case 'PageUp':
      return to(at - step);
    case 'Enter':
      return at >= 0 && at <= last ? { open: at } : null;
    case 'w':
      return at >= 0 && at <= last ? 'why' : null;
    default:
      return null;
  }
}

/** Lines of the registers shown before all are asked for; where there is no room, the first date alone stands in the heading. */
export const ALSO_LINES: Readonly<Record<Layout, number>> = { wide: 4, two: 3, small: 0 };

/** The dates of the registers that what is chosen lets through; those that wait or are done are requests only. */
export function alsoShown(all: readonly AlsoDue[], ask: Pick<Ask, 'filter' | 'law' | 'search'>): AlsoDue[] {
  const passes: Record<Filter, (one: AlsoDue) => boolean> = {
    open: () => true,
    all: () => true,
    overdue: (one) => one.late,
    today: (one) => !one.late && one.days === 0,
    week: (one) => !one.late && one.days >= 0 && one.days <= 7,
    waiting: () => false,
    closed: () => false,
  };
  const typed = ask.search.trim();
  return all.filter(
    (one) =>
      passes[ask.filter](one) &&
      (ask.law === '' || one.law === ask.law) &&
      (typed === '' || matches(`${one.title} ${one.what}`, typed)),
  );
}

/** Late or due soon, for the figure beside the registers. */
export function alsoPressing(tiles: Pick<Tiles, 'also_overdue' | 'also_week'>): number {
  return tiles.also_overdue + tiles.also_week;
}

/** Where a key leads from a line of the registers: to another, to its reason, to the list; null leaves it to the list. */
export type AlsoMove = { line: number } | { why: number } | 'list' | null;

export function alsoMove(key: string, at: number, lines: number): AlsoMove {
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return at + 1 < lines ? { line: at + 1 } : 'list';
    case 'k':
    case 'ArrowUp':
      return { line: Math.max(0, at - 1) };
    case 'Home':
    case 'g':
      return { line: 0 };
    case 'w':
      return { why: at };
    default:
      return null;
  }
}

/** Up from the first request leads into the lines of the registers above it. */
export function leadsToAlso(key: string, at: number, total: number, lines: number): boolean {
  if (lines === 0) return false;
  if (key === 'ArrowUp' || key === 'k') return at <= 0 || total === 0;
  return total === 0 && (key === 'ArrowDown' || key === 'j');
}

export interface Window {
  from: number;
  to: number;
}

/** The rows to draw for a scroll position, with some to spare above and below. */
export function rowsInView(top: number, height: number, row: number, total: number, spare = 10): Window {
  if (row <= 0) return { from: 0, to: Math.min(total, 40) };
  const from = Math.max(0, Math.floor(top / row) - spare);
  const to = Math.min(total, Math.ceil((top + height) / row) + spare);
  return { from: Math.min(from, to), to };
}

/** The pages that hold the rows of a window. */
export function pagesOf(view: Window): number[] {
  if (view.to <= view.from) return [];
  const first = Math.floor(view.from / PAGE);
  const last = Math.floor((view.to - 1) / PAGE);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** The scroll position that brings a row into view with the least movement. */
export function scrollFor(at: number, row: number, top: number, height: number): number {
  if (at * row < top) return at * row;
  if ((at + 1) * row > top + height) return (at + 1) * row - height;
  return top;
}

/** Pressing a tile again lets go of it. */
export function toggled(now: Filter, pressed: Filter): Filter {
  return now === pressed ? 'open' : pressed;
}

export function personOf(row: Pick<QueueRow, 'person' | 'on_behalf_of'>): string {
  return row.on_behalf_of ? words.queue.forSomebody(row.person, row.on_behalf_of) : row.person;
}

/** The quiet words behind the date. A closed request has no countdown. */
export function distanceOf(row: Pick<QueueRow, 'state' | 'days' | 'waiting_days'>): string {
  if (row.state === 'closed') return '';
  if (row.state === 'waiting' && row.waiting_days !== null) return words.dates.waiting(row.waiting_days);
  return row.days === null ? '' : distance(row.days);
}

/** What stands under a tile's figure: the core's words, or a day when it gives one. */
export function tileNext(tiles: Tiles, tile: Tile, today: string): string {
  const next = tiles[`${tile}_next`];
  if (!next) return alsoIn(tiles, tile) > 0 ? words.also.tileOnly : words.queue.tileNone[tile];
  const text = /^\d{4}-\d{2}-\d{2}$/.test(next) && parts(next) ? shortDate(next, today) : next;
  return tile === 'overdue' ? text : words.queue.next(text);
}

/** Dates of the registers that stand beside the figure of a tile. */
export function alsoIn(tiles: Tiles, tile: Tile): number {
  return tile === 'waiting' ? 0 : tiles[`also_${tile}`];
}

/** How a row is laid out: all in one line, two lines, or two lines and only what one acts on. */
export type Layout = 'wide' | 'two' | 'small';

/** By the width of the list in units of the text, so that larger text counts as a smaller window. */
export function layoutFor(width: number, rem: number): Layout {
  const units = width / rem;
  if (units >= 70) return 'wide';
  return units >= 46 ? 'two' : 'small';
}

/** Height of a row in pixels. */
export function rowHeightFor(layout: Layout, compact: boolean, rem: number): number {
  const at14 = layout === 'wide' ? (compact ? 30 : 36) : compact ? 44 : 50;
  return Math.round((at14 * rem) / 14);
}

/** Shares of the width, in the order of the columns. */
export const COLUMNS: Readonly<Record<Layout, readonly number[]>> = {
  wide: [9.6, 15.8, 16.9, 8.8, 10, 14.4, 10.7, 13.8],
  two: [12.5, 18.5, 20, 12.5, 16.5, 20],
  small: [38, 32, 30],
};
/** Closed requests have no next step and no distance. */
export const CLOSED_COLUMNS: typeof COLUMNS = {
  wide: [9, 20, 36, 12, 12, 11],
  two: [14, 24, 28, 18, 16],
  small: [38, 38, 24],
};
