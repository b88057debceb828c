// What changes is said once, on the screen and to the screen reader.

import { asRefusal } from '../api/core';

export interface Toast {
  id: number;
  text: string;
  kind: 'done' | 'problem';
  /** When it was said, in milliseconds. */
  at: number;
  action?: { label: string; run: () => void };
}

/** How many are shown at a time. */
const MOST = 3;
/** What is said with the opening of a dialog is said in it. */
const FRESH_MS = 1000;

/** It went wrong, or something can still be done about it. */
const matters = (toast: Toast) => toast.kind === 'problem' || toast.action !== undefined;

class Toasts {
  shown: Toast[] = $state([]);
  /** The dialogs and sheets that are open, the uppermost last: toasts are said in there, where they cover no button. */
  #places: symbol[] = $state.raw([]);
  #last = 0;

  /** A dialog opens; gives back what closes it. What was said a while ago and offers nothing does not follow. */
  enter(place: symbol): () => void {
    const now = Date.now();
    this.shown = this.shown.filter((toast) => matters(toast) || now - toast.at < FRESH_MS);
    this.#places = [...this.#places, place];
    return () => (this.#places = this.#places.filter((it) => it !== place));
  }

  /** Whether toasts are said in this dialog; without one, on the page. */
  at(place: symbol | null): boolean {
    return (this.#places.at(-1) ?? null) === place;
  }

  /** Says that something is done; goes away by itself. */
  say(text: string, action?: Toast['action']): number {
    return this.#add({ text, kind: 'done', ...(action ? { action } : {}) }, action ? 10_000 : 5_000);
  }

  /** Says what went wrong; stays until it is dismissed. */
  problem(thrown: unknown): number {
    const { code, message } = asRefusal(thrown);
    if (code === 'locked' || code === 'no-desk') return 0;
    return this.#add({ text: message, kind: 'problem' }, null);
  }

  dismiss(id: number): void {
    this.shown = this.shown.filter((toast) => toast.id !== id);
  }

  clear(): void {
    this.shown = [];
  }

  #add(toast: Omit<Toast, 'id' | 'at'>, stays: number | null): number {
    const id = ++this.#last;
    // One that says the same makes room, and so does an older one that only says that something is done.
    const others = this.shown.filter((other) => other.text !== toast.text && matters(other));
    this.shown = [...others.slice(1 - MOST), { ...toast, id, at: Date.now() }];
    if (stays !== null) setTimeout(() => this.dismiss(id), stays);
    return id;
  }
}

export const toasts = new Toasts();
