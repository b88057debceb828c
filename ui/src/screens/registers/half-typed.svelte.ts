// What is half typed in a sheet. Outlives the sheet, so that closing it loses nothing; emptied when the desk locks.

import { onLeave, onLock } from '../../state/session.svelte';

export class HalfTyped<T extends object> {
  value: T = $state() as T;
  readonly #empty: () => T;

  constructor(empty: () => T) {
    this.#empty = empty;
    this.value = empty();
  }

  get now(): T {
    return $state.snapshot(this.value) as T;
  }

  get blank(): boolean {
    return JSON.stringify(this.now) === JSON.stringify(this.#empty());
  }

  startOver(): void {
    this.value = this.#empty();
  }
}

/** Kept between two openings of a sheet, and by nothing else. */
export function halfTyped<T extends object>(empty: () => T): HalfTyped<T> {
  const kept = new HalfTyped(empty);
  onLock(() => kept.startOver());
  onLeave(() => kept.startOver());
  return kept;
}
