// What the print room decides: which letters a search finds, which are chosen, what can be done with them.

import type { AlongHow, PostCounts, PostRow } from '../../api/commands';
import { matches, plain } from '../../shared/search';

export type Tab = 'drafts' | 'ready' | 'posted' | 'returned';
export const TABS: readonly Tab[] = ['drafts', 'ready', 'posted', 'returned'];

/** What waits comes first; with nothing to do, what left. */
export function firstTab(counts: PostCounts): Tab {
  if (counts.ready > 0) return 'ready';
  if (counts.returned > 0) return 'returned';
  return counts.posted > 0 || counts.drafts === 0 ? 'posted' : 'drafts';
}

/** The day that counts on a tab. */
export function dayOf(row: PostRow, tab: Tab): string {
  if (tab === 'posted') return row.way?.posted_on ?? row.issued_on;
  if (tab === 'returned') return row.way?.returned_on ?? row.issued_on;
  return row.issued_on;
}

/** How it left, or is to leave. */
export const methodOf = (row: PostRow): string => row.way?.method || row.sent_by;

function keyOf(row: PostRow, column: string, tab: Tab): string {
  if (column === 'person') return plain(row.person);
  if (column === 'reference') return row.reference;
  if (column === 'title') return plain(row.title);
  if (column === 'how') return methodOf(row);
  return dayOf(row, tab);
}

/** Rows in which every searched word occurs. Without a column they stay in the order of the core: by envelope. */
export function findRows(rows: readonly PostRow[], search: string, sort: string, tab: Tab): PostRow[] {
  const found = rows.filter((row) =>
    matches(
      `${row.person} ${row.reference} ${row.title} ${dayOf(row, tab)} ${row.way?.tracking ?? ''}`,
      search.trim(),
    ),
  );
  if (!sort) return found;
  const way = sort.startsWith('-') ? -1 : 1;
  const column = sort.replace(/^-/, '');
  return found
    .map((row, at) => ({ row, at }))
    .sort((a, b) => way * keyOf(a.row, column, tab).localeCompare(keyOf(b.row, column, tab)) || a.at - b.at)
    .map(({ row }) => row);
}

export interface Chosen {
  keys: ReadonlySet<string>;
  /** Where a range begins. */
  from: string | null;
}
export const NONE: Chosen = { keys: new Set(), from: null };

/** One more or one less; with Shift everything from the last one to here, as that one is. */
export function choose(chosen: Chosen, shown: readonly PostRow[], key: string, range: boolean): Chosen {
  const keys = new Set(chosen.keys);
  const order = shown.map((row) => row.key);
  const [a, b] = [chosen.from === null ? -1 : order.indexOf(chosen.from), order.indexOf(key)];
  if (range && a >= 0 && b >= 0 && chosen.from !== null) {
    const on = keys.has(chosen.from);
    for (const it of order.slice(Math.min(a, b), Math.max(a, b) + 1)) {
      if (on) keys.add(it);
      else keys.delete(it);
    }
    return { keys, from: chosen.from };
  }
  if (!keys.delete(key)) keys.add(key);
  return { keys, from: key };
}

/** All that are shown; none of them when all are chosen already. */
export function chooseAll(chosen: Chosen, shown: readonly PostRow[]): Chosen {
  const all = shown.every((row) => chosen.keys.has(row.key));
  return all ? NONE : { keys: new Set(shown.map((row) => row.key)), from: shown[0]?.key ?? null };
}

/** What was chosen and is still there. */
export function still(chosen: Chosen, rows: readonly PostRow[]): Chosen {
  const there = new Set(rows.map((row) => row.key));
  const keys = new Set([...chosen.keys].filter((key) => there.has(key)));
  return { keys, from: chosen.from !== null && there.has(chosen.from) ? chosen.from : null };
}

export interface Doable {
  /** Go into the one PDF: the chosen ones; when none is, everything that waits on paper. */
  print: PostRow[];
  confirm: PostRow[];
  save: PostRow[];
  /** Only what was issued for e-mail and has an address goes out as a mail draft. */
  mails: PostRow[];
  /** It came back, or is kept back before it leaves. */
  returned: PostRow | null;
  again: PostRow | null;
  correct: PostRow | null;
}

/** What can be done with what is chosen on a tab. */
export function doable(tab: Tab, rows: readonly PostRow[], chosen: Chosen): Doable {
  const picked = rows.filter((row) => chosen.keys.has(row.key));
  const one = picked.length === 1 ? (picked[0] ?? null) : null;
  const issued = tab !== 'drafts';
  const ready = tab === 'ready';
  const paper = rows.filter((row) => row.sent_by !== 'mail');
  return {
    print: !issued ? [] : picked.length > 0 ? picked : ready ? paper : [],
    confirm: ready ? picked : [],
    save: issued ? picked : [],
    mails: ready || tab === 'posted' ? picked.filter((row) => row.sent_by === 'mail' && row.mail) : [],
    returned: tab === 'posted' || ready ? one : null,
    correct: tab === 'posted' ? one : null,
    again: tab === 'returned' && one !== null && one.request !== null && !one.way?.replaced_by ? one : null,
  };
}

/** Letters whose address may not stay visible. */
export const hidden = (rows: readonly PostRow[]): number =>
  rows.filter((row) => row.window?.fits === false).length;

/** Pages that are printed behind a letter. */
export const pagesAlong = (row: PostRow): number => row.along.reduce((sum, one) => sum + one.pages, 0);

/** The names of what gets into the envelope in one way. */
export const alongNames = (row: PostRow, how: AlongHow): string =>
  row.along
    .filter((one) => one.how === how)
    .map((one) => one.name)
    .join(', ');

/** The number of a letter of a request behind its key; null for a letter of the registers or a draft. */
export function letterId(key: string): number | null {
  return /^l\d+$/.test(key) ? Number(key.slice(1)) : null;
}

/** A number of copies as typed, or null. */
export function copiesOf(typed: string): number | null {
  const count = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0;
  return count >= 1 ? count : null;
}
