// The entries as far as they were fetched, what is searched for, and the order.
// Outlives the screen, so that coming back finds everything where it was; emptied when the desk locks.

import {
  call,
  type HandlingList,
  type HandlingQuery,
  type HandlingRow,
  type HandlingSort,
} from '../../api/core';
import { Paged } from '../../shared/register/paged.svelte';
import { onLeave, onLock } from '../../state/session.svelte';

/** The orders of the core, by the column whose head asks for them. */
const SORTS: Readonly<Record<string, HandlingSort>> = {
  on: 'day',
  recipient: 'recipient',
  purpose: 'purpose',
  data: 'categories',
};
export const sorts = (column: string): boolean => column in SORTS;

/** What the core is asked for: a column, with a leading `-` when turned round. */
export function sortOf(sort: string): Pick<HandlingQuery, 'sort' | 'ascending'> {
  return { sort: SORTS[sort.replace(/^-/, '')] ?? 'day', ascending: !sort.startsWith('-') };
}

/** The newest day first. */
export const NEWEST = '-on';

export type Ask = Omit<HandlingQuery, 'offset' | 'limit' | 'sort' | 'ascending'>;

export const FIRST_ASK: Ask = {
  search: '',
  act: '',
  purpose: '',
  recipient: null,
  child: null,
  permission: null,
  request: null,
  entry: null,
  from: '',
  until: '',
  flagged: false,
};

export class Disclosures {
  ask: Ask = $state({ ...FIRST_ASK });
  sort = $state(NEWEST);
  head: Omit<HandlingList, 'entries'> | null = $state.raw(null);

  readonly list = new Paged<HandlingRow>(async (offset, limit) => {
    const ask = $state.snapshot(this.ask);
    const asked = JSON.stringify([ask, this.sort]);
    const answer = await call('handling_list', {
      ...ask,
      ...sortOf(this.sort),
      search: ask.search.trim(),
      offset,
      limit,
    });
    const { total, in_register, flagged, today } = answer;
    // An answer to what was asked before says nothing about what is asked now.
    if (asked === JSON.stringify([$state.snapshot(this.ask), this.sort]))
      this.head = { total, in_register, flagged, today };
    return { rows: answer.entries, total };
  });

  readonly narrowed = $derived(
    JSON.stringify({ ...this.ask, search: this.ask.search.trim() }) !== JSON.stringify(FIRST_ASK),
  );

  /** Another search or filter. */
  change(some: Partial<Ask>): Promise<void> {
    this.ask = { ...this.ask, ...some };
    return this.list.load();
  }

  /** Another order. */
  order(sort: string): Promise<void> {
    this.sort = sort;
    return this.list.load();
  }

  /** At the lock: rows and the search, which may be a name, go. */
  lock(): void {
    this.list.forget();
    this.head = null;
    this.ask = { ...this.ask, search: '' };
  }

  forget(): void {
    this.lock();
    this.ask = { ...FIRST_ASK };
    this.sort = NEWEST;
  }
}

export const disclosures = new Disclosures();
onLock(() => disclosures.lock());
onLeave(() => disclosures.forget());
