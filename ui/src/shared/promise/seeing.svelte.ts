// What the officer says to each contradiction before something leaves: an answer in writing, or that it was seen.

import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { call, type Contradiction } from '../../api/core';

export class Seeing {
  readonly answers = new SvelteMap<string, string>();
  readonly seen = new SvelteSet<string>();
  tried = $state(false);
  readonly #open: () => readonly Contradiction[];

  /** `open` names those that are not answered yet. */
  constructor(open: () => readonly Contradiction[]) {
    this.#open = open;
  }

  get open(): readonly Contradiction[] {
    return this.#open();
  }

  #said(key: string): string {
    return (this.answers.get(key) ?? '').trim();
  }

  /** Neither answered nor seen: with these it does not leave. */
  get lacking(): string[] {
    return this.open.map((it) => it.key).filter((key) => !this.#said(key) && !this.seen.has(key));
  }

  /** Those that were seen and stay flagged. */
  get keys(): string[] {
    return this.open.map((it) => it.key).filter((key) => !this.#said(key) && this.seen.has(key));
  }

  /** Keeps the answers, one after the other; each that is kept is told, so that none is written twice. */
  async write(kept: (key: string) => void): Promise<void> {
    for (const { key } of [...this.open]) {
      const text = this.#said(key);
      if (!text) continue;
      await call('contradiction_answer', { key, text });
      kept(key);
    }
  }
}
