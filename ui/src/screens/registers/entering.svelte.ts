// An entry while it is typed: its words, what the policy says to it, and the answers to that.
// Outlives its sheet, so that nothing typed is lost when the sheet is closed; emptied when the desk locks.

import { SvelteMap } from 'svelte/reactivity';
import {
  asRefusal,
  call,
  type HandlingCheck,
  type HandlingIn,
  type HandlingList,
  type HandlingRow,
} from '../../api/core';
import { onLeave, onLock } from '../../state/session.svelte';
import { cleaned, emptyHandling, isBlankHandling, resolutions, toObtain, unanswered } from './handling';

const CHECK_MS = 250;

export class Entering {
  entry: HandlingIn = $state(emptyHandling(''));
  answers = new SvelteMap<string, string>();
  check: HandlingCheck | null = $state.raw(null);
  /** The core is being asked, or is about to be. */
  checking = $state(false);
  /** Why it could not be compared just now. */
  problem = $state('');
  /** The earlier entry that this one takes the place of, and why. */
  correcting: number | null = $state(null);
  reason = $state('');
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = '';

  get collisions(): HandlingCheck['collisions'] {
    return this.check?.collisions ?? [];
  }

  get problems(): HandlingCheck['problems'] {
    return this.check?.problems ?? [];
  }

  get lacking(): string[] {
    return unanswered(this.collisions, this.answers);
  }

  /** What had to be obtained first; only what has happened already is entered without it. */
  get obtain(): string[] {
    return toObtain(this.collisions);
  }

  /** Something had to be obtained first, and nothing says that it has happened already. */
  get notYet(): boolean {
    return this.obtain.length > 0 && !this.entry.already_made;
  }

  /** How many would be entered with their flag up. */
  get flagged(): number {
    return this.collisions.length - resolutions(this.collisions, this.answers).length;
  }

  /** The sheet is opened: what was half typed is still there; a request it is opened for wins. */
  begin(today: string, request: number | null): void {
    if (this.entry.on === '' || isBlankHandling(this.entry, this.entry.on)) this.startOver(today);
    if (request !== null) this.entry.request = request;
  }

  /** A later entry for an earlier one, beginning with what that said. */
  correct(row: HandlingRow): void {
    this.startOver('');
    // It is compared as what takes that place: what the earlier one used up is free for it.
    this.entry = { ...structuredClone(row.entry), corrects: row.id };
    this.correcting = row.id;
  }

  startOver(today: string): void {
    this.correcting = null;
    this.reason = '';
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.#asked = '';
    this.entry = emptyHandling(today);
    this.answers.clear();
    this.check = null;
    this.problem = '';
    this.checking = false;
  }

  /** Something was typed: asks the core a moment later, and only if it is something else than before. */
  changed(): void {
    const now = JSON.stringify(cleaned($state.snapshot(this.entry)));
    if (now === this.#asked) return;
    this.#asked = now;
    this.checking = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), CHECK_MS);
  }

  /** Asks at once; a later answer never gives way to an earlier one. */
  async look(): Promise<void> {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    this.checking = true;
    try {
      const answer = await call('handling_check', cleaned($state.snapshot(this.entry)));
      if (turn !== this.#turn) return;
      this.check = answer;
      this.problem = '';
    } catch (thrown) {
      if (turn === this.#turn) this.problem = asRefusal(thrown).message;
    } finally {
      if (turn === this.#turn) this.checking = false;
    }
  }

  /** Enters it with what was written about each collision. The core has the last word. */
  async save(): Promise<HandlingList> {
    const entered = {
      entry: cleaned($state.snapshot(this.entry)),
      resolutions: resolutions(this.collisions, this.answers),
    };
    return this.correcting === null
      ? call('handling_add', entered)
      : call('handling_correct', { ...entered, id: this.correcting, reason: this.reason.trim() });
  }
}

export const entering = new Entering();
const forget = () => entering.startOver('');
onLock(forget);
onLeave(forget);
