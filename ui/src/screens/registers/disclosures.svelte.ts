// The entries as far as they were fetched, what is searched for, and the order.
// Outlives the screen, so that coming back finds everything where it was; emptied when the desk locks.

import {
  asRefusal,
  call,
  type HandlingList,
  type HandlingQuery,
  type HandlingRow,
  type Refusal,
} from '../../api/core';
import { compareBy, type View } from '../../shared/register/table';
import { onLeave, onLock } from '../../state/session.svelte';
import { flagsOf } from './handling';
import { speaks } from './speaks';

/** Entries fetched at once. */
export const PAGE = 200;
/** So many can be put in another order here; more come newest first only. */
export const SORTABLE = 2000;

/** What the core is asked for where nothing else is: the newest day first. */
export const NEWEST_FIRST = { sort: 'day', ascending: false } as const;

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

/** The pages that hold the rows of a view. */
export function pagesOf(view: View): number[] {
  if (view.to <= view.from) return [];
  const first = Math.floor(view.from / PAGE);
  const last = Math.floor((view.to - 1) / PAGE);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

export function valueOf(row: HandlingRow, column: string): string | number {
  if (column === 'people') return row.entry.people;
  if (column === 'flags') return flagsOf(row);
  if (column === 'on' || column === 'recipient') return row.entry[column];
  const said = speaks(row);
  return said[column as keyof typeof said] ?? '';
}

export class Disclosures {
  ask: Ask = $state({ ...FIRST_ASK });
  sort = $state('-on');
  head: Omit<HandlingList, 'entries'> | null = $state.raw(null);
  problem: Refusal | null = $state.raw(null);
  #pages: Record<number, HandlingRow[]> = $state.raw({});
  /** All that match, in the order that was asked for; none while they come newest first. */
  #sorted: HandlingRow[] | null = $state.raw(null);
  #asked: number[] = [];
  #turn = 0;

  readonly total = $derived(this.head?.total ?? 0);
  readonly sortable = $derived(this.total <= SORTABLE);
  readonly narrowed = $derived(
    JSON.stringify({ ...this.ask, search: this.ask.search.trim() }) !== JSON.stringify(FIRST_ASK),
  );

  row = (at: number): HandlingRow | undefined =>
    this.#sorted ? this.#sorted[at] : this.#pages[Math.floor(at / PAGE)]?.[at % PAGE];

  find(id: number): HandlingRow | undefined {
    return Object.values(this.#pages)
      .flat()
      .find((row) => row.id === id);
  }

  /** Another search or filter. */
  change(some: Partial<Ask>): Promise<void> {
    this.ask = { ...this.ask, ...some };
    return this.load();
  }

  /** Fetches the first page anew, or all of them where another order than the newest first is kept. */
  async load(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const first = await this.#fetch(0);
      if (turn !== this.#turn) return;
      this.#asked = [0];
      this.#pages = { 0: first.entries };
      this.#take(first);
      this.problem = null;
      this.#sorted = null;
      if (this.sort !== '-on') await this.order(this.sort);
    } catch (thrown) {
      if (turn === this.#turn) this.problem = asRefusal(thrown);
    }
  }

  /** Fetches the pages of the view that are not there yet. */
  async ensure(view: View): Promise<void> {
    if (!this.head || this.#sorted) return;
    const turn = this.#turn;
    const missing = pagesOf(view).filter((page) => !this.#asked.includes(page));
    this.#asked = [...this.#asked, ...missing];
    for (const page of missing) {
      try {
        const answer = await this.#fetch(page);
        if (turn !== this.#turn) return;
        this.#pages = { ...this.#pages, [page]: answer.entries };
        this.#take(answer);
      } catch (thrown) {
        if (turn !== this.#turn) return;
        this.#asked = this.#asked.filter((asked) => asked !== page);
        this.problem = asRefusal(thrown);
        return;
      }
    }
  }

  /** Puts all that match in another order; too many keep theirs. */
  async order(sort: string): Promise<void> {
    if (sort === '-on' || !this.sortable) {
      this.sort = '-on';
      this.#sorted = null;
      return;
    }
    this.sort = sort;
    const turn = this.#turn;
    this.#sorted = null;
    await this.ensure({ from: 0, to: this.total });
    if (turn !== this.#turn || this.sort !== sort) return;
    const all = Array.from({ length: this.total }, (_, at) => this.row(at)).filter(
      (row) => row !== undefined,
    );
    if (all.length === this.total) this.#sorted = all.sort(compareBy(sort, valueOf));
  }

  /** At the lock: rows and the search, which may be a name, go. */
  lock(): void {
    this.#turn += 1;
    this.#asked = [];
    this.#pages = {};
    this.#sorted = null;
    this.head = null;
    this.problem = null;
    this.ask = { ...this.ask, search: '' };
  }

  forget(): void {
    this.lock();
    this.ask = { ...FIRST_ASK };
    this.sort = '-on';
  }

  #fetch(page: number): Promise<HandlingList> {
    const ask = $state.snapshot(this.ask);
    return call('handling_list', {
      ...ask,
      ...NEWEST_FIRST,
      search: ask.search.trim(),
      offset: page * PAGE,
      limit: PAGE,
    });
  }

  #take(answer: HandlingList): void {
    const { total, in_register, flagged, today } = answer;
    this.head = { total, in_register, flagged, today };
  }
}

export const disclosures = new Disclosures();
onLock(() => disclosures.lock());
onLeave(() => disclosures.forget());
