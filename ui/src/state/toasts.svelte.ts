// What changes is said once, on the screen and to the screen reader.

import { asRefusal } from '../api/core';

export interface Toast {
  id: number;
  text: string;
  kind: 'done' | 'problem';
  action?: { label: string; run: () => void };
}

class Toasts {
  shown: Toast[] = $state([]);
  #last = 0;

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

  #add(toast: Omit<Toast, 'id'>, stays: number | null): number {
    const id = ++this.#last;
    const others = this.shown.filter((other) => other.text !== toast.text);
    this.shown = [...others.slice(-3), { ...toast, id }];
    if (stays !== null) setTimeout(() => this.dismiss(id), stays);
    return id;
  }
}

export const toasts = new Toasts();
