// The rows as far as they were fetched, the selection, and the place in the list.
// Outlives the screen, so that coming back finds everything where it was; emptied when the desk locks.

import { asRefusal, call, type Queue, type QueueRow, type Refusal } from '../../api/core';
import { register } from '../../state/register.svelte';
import { onLeave, onLock } from '../../state/session.svelte';
import { alsoPressing, FIRST_ASK, PAGE, pagesOf, type Ask, type Window } from './queue';

class QueueList {
  ask: Ask = $state({ ...FIRST_ASK });
  pages: Record<number, QueueRow[]> = $state.raw({});
  head: Omit<Queue, 'rows'> | null = $state.raw(null);
  problem: Refusal | null = $state(null);
  /** Index of the selected row; -1 when none. */
  at = $state(0);
  /** Where the list was scrolled to. */
  top = 0;
  #turn = 0;
  #asked: number[] = [];
  #selectedId: number | null = null;

  get total(): number {
    return this.head?.total ?? 0;
  }

  row(at: number): QueueRow | undefined {
    return this.pages[Math.floor(at / PAGE)]?.[at % PAGE];
  }

  select(at: number): void {
    this.at = at;
    this.#selectedId = this.row(at)?.id ?? null;
  }

  /** Another filter, search or order: begins at the top. */
  change(some: Partial<Ask>): Promise<void> {
    this.ask = { ...this.ask, ...some };
    this.top = 0;
    this.at = 0;
    this.#selectedId = null;
    return this.reload({ from: 0, to: PAGE });
  }

  /** Fetches what is in view again; what is shown stays until the answer is here. */
  async reload(view: Window): Promise<void> {
    const turn = ++this.#turn;
    const wanted = pagesOf(view.to > view.from ? view : { from: 0, to: PAGE });
    this.#asked = wanted;
    try {
      const answers = await Promise.all(wanted.map((page) => this.#fetch(page)));
      if (turn !== this.#turn) return;
      this.pages = Object.fromEntries(answers.map((answer, at) => [wanted[at] ?? 0, answer.rows]));
      this.#takeHead(answers[0]);
      this.problem = null;
      this.#find();
    } catch (thrown) {
      if (turn === this.#turn) this.problem = asRefusal(thrown);
    }
  }

  /** Fetches the pages of the view that are not there yet. */
  async ensure(view: Window): Promise<void> {
    const turn = this.#turn;
    const missing = pagesOf(view).filter((page) => !this.#asked.includes(page));
    this.#asked = [...this.#asked, ...missing];
    for (const page of missing) {
      try {
        const answer = await this.#fetch(page);
        if (turn !== this.#turn) return;
        this.pages = { ...this.pages, [page]: answer.rows };
        this.#takeHead(answer);
      } catch (thrown) {
        if (turn !== this.#turn) return;
        this.#asked = this.#asked.filter((asked) => asked !== page);
        this.problem = asRefusal(thrown);
        return;
      }
    }
  }

  /** At the lock: rows and the search, which may be a name, go. Filter, order and line stay. */
  lock(): void {
    this.#turn++;
    this.#asked = [];
    if (this.ask.search) {
      this.at = 0;
      this.top = 0;
      this.#selectedId = null;
    }
    this.ask = { ...this.ask, search: '' };
    this.pages = {};
    this.head = null;
    this.problem = null;
  }

  /** Another desk. */
  forget(): void {
    this.lock();
    this.ask = { ...FIRST_ASK };
    this.#selectedId = null;
    this.at = 0;
    this.top = 0;
  }

  #fetch(page: number): Promise<Queue> {
    return call('queue', { ...$state.snapshot(this.ask), offset: page * PAGE, limit: PAGE });
  }

  #takeHead(answer: Queue | undefined): void {
    if (!answer) return;
    const { tiles, total, more, in_register, laws, today, also, also_later } = answer;
    this.head = { tiles, total, more, in_register, laws, today, also, also_later };
    register.open = tiles.open;
    register.also = alsoPressing(tiles);
  }

  /** Keeps the selection on the same request where it can, else on the same line. */
  #find(): void {
    for (const [page, rows] of Object.entries(this.pages)) {
      const within = rows.findIndex((row) => row.id === this.#selectedId);
      if (within >= 0) {
        this.at = Number(page) * PAGE + within;
        return;
      }
    }
    this.select(Math.max(0, Math.min(this.at, this.total - 1)));
  }
}

export const list = new QueueList();
onLock(() => list.lock());
onLeave(() => list.forget());
