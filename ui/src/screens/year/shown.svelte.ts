// What was shown last and how far it was read, so that coming back finds it again; no figure of it is kept.

import type { ReportBehindIn } from '../../api/core';
import { onLeave, onLock } from '../../state/session.svelte';
import type { Asked } from './year';

/** How far a table was read. */
export class Spot {
  typed = $state('');
  page = $state(0);
  /** In pixels from the top of its own scrolling. */
  top = 0;
}

/** A figure whose rows are shown. */
export interface Behind {
  of: ReportBehindIn;
  title: string;
}

/** How far a page was read. */
export class Reading {
  top = 0;
  /** What was pressed to leave it. */
  left = '';
  behind: Behind | null = $state.raw(null);
  #spots: Record<string, Spot> = {};

  /** The place of a table, which begins at its top. */
  spot(table: string): Spot {
    return (this.#spots[table] ??= new Spot());
  }
}

/** Where one was when one left the page for something it names, else its top. */
export function returnTo(body: HTMLElement | undefined, reading: Reading): void {
  body?.scrollTo(0, reading.top);
  if (!reading.left) return;
  body
    ?.querySelector<HTMLElement>(`[data-testid="${CSS.escape(reading.left)}"]`)
    ?.focus({ preventScroll: true });
  reading.left = '';
}

class Shown {
  last: Partial<Asked> = $state({});
  #page = '';
  #reading = new Reading();

  /** How far this page was read; another page begins anew. */
  reading(page: string): Reading {
    if (page !== this.#page) {
      this.#page = page;
      this.#reading = new Reading();
    }
    return this.#reading;
  }

  /** Searches and titles go: they may name somebody. */
  forgetReading(): void {
    this.#page = '';
    this.#reading = new Reading();
  }

  forget(): void {
    this.last = {};
    this.forgetReading();
  }
}

export const shown = new Shown();
onLock(() => shown.forgetReading());
onLeave(() => shown.forget());
