// A long list fetched page by page, as far as it is looked at.

import { asRefusal, type Refusal } from '../../api/core';
import type { View } from './table';

/** Rows fetched at once. */
export const PAGE = 200;

/** The pages that hold the rows of a view. */
export function pagesOf(view: View, page = PAGE): number[] {
  if (view.to <= view.from) return [];
  const first = Math.floor(view.from / page);
  const last = Math.floor((view.to - 1) / page);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

export class Paged<R> {
  total = $state(0);
  problem = $state.raw<Refusal | null>(null);
  loaded = $state(false);
  #pages: Record<number, R[]> = $state.raw({});
  #asked: number[] = [];
  #turn = 0;
  readonly #fetch: (offset: number, limit: number) => Promise<{ rows: R[]; total: number }>;

  constructor(fetch: (offset: number, limit: number) => Promise<{ rows: R[]; total: number }>) {
    this.#fetch = fetch;
  }

  row = (at: number): R | undefined => this.#pages[Math.floor(at / PAGE)]?.[at % PAGE];

  /** Fetches the first page anew; what is shown stays until the answer is here. */
  async load(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const first = await this.#fetch(0, PAGE);
      if (turn !== this.#turn) return;
      this.#asked = [0];
      this.#pages = { 0: first.rows };
      this.total = first.total;
      this.problem = null;
      this.loaded = true;
    } catch (thrown) {
      if (turn === this.#turn) this.problem = asRefusal(thrown);
    }
  }

  /** Fetches the pages of the view that are not there yet. */
  async ensure(view: View): Promise<void> {
    if (!this.loaded) return;
    const turn = this.#turn;
    const missing = pagesOf(view).filter((page) => !this.#asked.includes(page));
    this.#asked = [...this.#asked, ...missing];
    for (const page of missing) {
      try {
        const answer = await this.#fetch(page * PAGE, PAGE);
        if (turn !== this.#turn) return;
        this.#pages = { ...this.#pages, [page]: answer.rows };
        this.total = answer.total;
      } catch (thrown) {
        if (turn !== this.#turn) return;
        this.#asked = this.#asked.filter((asked) => asked !== page);
        this.problem = asRefusal(thrown);
        return;
      }
    }
  }

  /** At the lock. */
  forget(): void {
    this.#turn += 1;
    this.#asked = [];
    this.#pages = {};
    this.total = 0;
    this.loaded = false;
    this.problem = null;
  }
}
