// The days that are shown. Outlives the screen, so that one comes back to the month one left; empties itself at the lock.

import { asRefusal, call, type Calendar, type CalendarDay, type Refusal } from '../../api/core';
import { onLeave, onLock } from '../../state/session.svelte';
import { MOST, spanOf, sundayFirst, type View } from './calendar';

class Days {
  /** The day that has the focus; its month is shown. */
  day = $state('');
  law = $state('');
  sunday = $state(false);
  shown: Calendar | null = $state.raw(null);
  problem: Refusal | null = $state.raw(null);
  byDay: ReadonlyMap<string, CalendarDay> = $derived(
    new Map((this.shown?.days ?? []).map((day) => [day.day, day])),
  );
  #turn = 0;

  /** Fetches what a view shows and nothing besides. */
  async load(view: View): Promise<void> {
    const turn = ++this.#turn;
    const ask = { ...spanOf(view, this.day, this.sunday), law: this.law, most: MOST[view] };
    try {
      const shown = await call('calendar', ask);
      if (turn !== this.#turn) return;
      this.shown = shown;
      this.problem = null;
    } catch (thrown) {
      if (turn === this.#turn) this.problem = asRefusal(thrown);
    }
  }

  /** On which day a week begins here. */
  async learn(): Promise<void> {
    this.sunday = sundayFirst((await call('profile')).calendar);
  }

  lock(): void {
    this.#turn++;
    this.shown = null;
    this.problem = null;
  }

  forget(): void {
    this.lock();
    this.day = '';
    this.law = '';
  }
}

export const days = new Days();
onLock(() => days.lock());
onLeave(() => days.forget());
