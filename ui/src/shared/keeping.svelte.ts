// What is typed keeps itself: a moment after the last stroke, and one after the other, so that an older text never
// arrives after a newer one.

import { asRefusal } from '../api/core';

export type Kept = 'kept' | 'typing' | 'saving' | 'failed';

/** Whether something was typed since; what is answered then is about an older text. */
export type Stale = () => boolean;

export interface Keeper {
  /** Milliseconds after the last stroke. */
  wait: number;
  /** Sends what stands there now; rejects with the sentence of the core. */
  save: (stale: Stale) => Promise<void>;
  /** What follows once it is kept; the next text waits for it. */
  after?: (stale: Stale) => Promise<void> | void;
}

export class Keeping {
  state: Kept = $state('kept');
  /** Why the last text was not kept. */
  problem = $state('');

  readonly #keeper: Keeper;
  #typed = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<void> = Promise.resolve();
  #over = false;

  constructor(keeper: Keeper) {
    this.#keeper = keeper;
  }

  /** Something was typed. */
  typed(): void {
    this.#typed += 1;
    this.state = 'typing';
    this.stop();
    this.#timer = setTimeout(() => void this.keep(), this.#keeper.wait);
  }

  /** Keeps now what is not kept yet; done when it is, or when it failed. */
  async keep(): Promise<void> {
    this.stop();
    if (this.state === 'typing' || this.state === 'failed') {
      this.state = 'saving';
      this.#last = this.#last.then(() => this.#next());
    }
    return this.#last;
  }

  async #next(): Promise<void> {
    if (this.#over) return;
    const typed = this.#typed;
    const stale = () => typed !== this.#typed;
    try {
      await this.#keeper.save(stale);
    } catch (thrown) {
      this.state = 'failed';
      this.problem = asRefusal(thrown).message;
      return;
    }
    this.problem = '';
    if (!stale()) this.state = 'kept';
    await this.#keeper.after?.(stale);
  }

  /** Another text stands there, kept already; an answer about the old one comes too late. */
  renew(): void {
    this.stop();
    this.#typed += 1;
    this.state = 'kept';
    this.problem = '';
  }

  /** Nothing is kept by itself until something is typed. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Stops, and waits for what is on its way. */
  async settle(): Promise<void> {
    this.stop();
    await this.#last;
  }

  /** There is nothing left to keep, even what waits for its turn. */
  end(): void {
    this.stop();
    this.#over = true;
  }
}
