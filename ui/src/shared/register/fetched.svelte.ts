// What one command answers, asked again when something changed; nothing of it stays on a locked desk.

import { onMount } from 'svelte';
import { asRefusal } from '../../api/core';
import { onLock } from '../../state/session.svelte';

export class Fetched<T> {
  value = $state.raw<T | null>(null);
  /** Why there is nothing to show. */
  failure = $state('');
  readonly #ask: () => Promise<T>;
  #turn = 0;

  constructor(ask: () => Promise<T>) {
    this.#ask = ask;
  }

  /** For a component that shows it: forgets it when the desk is locked, and asks at once unless told when to. */
  begin(now: boolean, locked?: () => void): void {
    onMount(() => {
      if (now) void this.load();
      return onLock(() => {
        this.#turn += 1;
        this.value = null;
        locked?.();
      });
    });
  }

  /** A later question never gives way to the answer to an earlier one. */
  load = async (): Promise<void> => {
    const turn = ++this.#turn;
    try {
      const value = await this.#ask();
      if (turn !== this.#turn) return;
      this.value = value;
      this.failure = '';
    } catch (thrown) {
      if (turn === this.#turn) this.failure = asRefusal(thrown).message;
    }
  };
}
