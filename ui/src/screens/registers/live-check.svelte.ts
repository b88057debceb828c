// A register's word about what is being typed: asked a moment after the last key, the newest answer counts.

import { asRefusal, type Problem, type RegisterCheck, type RegisterNote } from '../../api/core';

const CHECK_MS = 250;

export class LiveCheck<T> {
  check: RegisterCheck | null = $state.raw(null);
  checking = $state(false);
  /** Why nothing can be said just now. */
  problem = $state('');
  readonly #ask: (it: T) => Promise<RegisterCheck>;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = '';

  constructor(ask: (it: T) => Promise<RegisterCheck>) {
    this.#ask = ask;
  }

  get problems(): readonly Problem[] {
    return this.check?.problems ?? [];
  }

  get lacks(): readonly RegisterNote[] {
    return this.check?.lacks.map((it) => it.note) ?? [];
  }

  get says(): readonly RegisterNote[] {
    return this.check?.says ?? [];
  }

  changed(it: T): void {
    const now = JSON.stringify(it);
    if (now === this.#asked) return;
    this.#asked = now;
    this.checking = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(it), CHECK_MS);
  }

  /** Asks at once; a later answer never gives way to an earlier one. */
  async look(it: T): Promise<void> {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    this.checking = true;
    try {
      const answer = await this.#ask(it);
      if (turn !== this.#turn) return;
      this.check = answer;
      this.problem = '';
    } catch (thrown) {
      if (turn === this.#turn) this.problem = asRefusal(thrown).message;
    } finally {
      if (turn === this.#turn) this.checking = false;
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.checking = false;
  }
}
