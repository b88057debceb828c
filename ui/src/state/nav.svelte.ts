// Where one is. Lives in memory only; the screen's name (never a person) is remembered with the desk.

import type { LetterLanguage, Preferences, Register, ReportKind } from '../api/core';

export type SettingsTab =
  'organisation' | 'letterhead' | 'laws' | 'officers' | 'appearance' | 'safety' | 'about';

export type PolicyPage = 'read' | 'compare' | 'checklist' | 'contradictions' | 'bring-in';

/** A page of a register beside its table. */
export type RegisterPage = 'import' | 'year' | 'mailing' | 'people';

export type Place =
  | { screen: 'queue' }
  | { screen: 'log' }
  /** `write` opens the letter being written. */
  | { screen: 'request'; id: number; write?: boolean }
  /** `closing` opens the list of closing days with it. */
  | { screen: 'calendar'; closing?: boolean }
  /** `wording` opens the templates, with the one to be changed where it is named. */
  | { screen: 'letters'; wording?: true | { language: LetterLanguage; path: string } }
  | RegistersPlace
  /** A version, with the promise or the passage to be shown; `view` opens one of its other pages. */
  | { screen: 'policies'; policy?: number; promise?: number; view?: PolicyPage }
  | YearPlace
  | { screen: 'settings'; tab?: SettingsTab };

/** A tab of the registers; the last one where none is named. */
export interface RegistersPlace {
  screen: 'registers';
  register?: Register;
  /** The entry or the file to open. */
  file?: number;
  /** A new one is to be entered, about a request where one is named. */
  enter?: boolean;
  request?: number;
  /** Only the disclosures to this recipient, of this child, under this authorisation or consent. */
  recipient?: number;
  child?: number;
  permission?: number;
  page?: RegisterPage;
}

/** A page of the year end beside its reports. */
export type YearPage = 'compare' | 'issued' | 'retention';

/** A report over a span; the ones shown last where none are named. */
export interface YearPlace {
  screen: 'year';
  report?: ReportKind;
  /** First and last day of the span, both counted. */
  first?: string;
  last?: string;
  californians?: boolean;
  reasons?: boolean;
  page?: YearPage;
  /** The other span of a comparison. */
  before?: { first: string; last: string };
  /** The issued report to open. */
  issued?: number;
}

export type ScreenName = Place['screen'];

const REMEMBERED: readonly ScreenName[] = [
  'queue',
  'log',
  'calendar',
  'letters',
  'registers',
  'policies',
  'year',
  'settings',
];

/** The place a remembered word stands for; the queue when it stands for none. */
export function placeFromMemory(word: string): Place {
  const screen = REMEMBERED.find((name) => name === word);
  return screen ? ({ screen } as Place) : { screen: 'queue' };
}

/** The word to remember: a request is remembered as the queue it came from. */
export function memoryOf(place: Place): string {
  return REMEMBERED.includes(place.screen) ? place.screen : 'queue';
}

function same(a: Place, b: Place): boolean {
  return a.screen === b.screen && (a.screen !== 'request' || a.id === (b as { id?: number }).id);
}

export class Nav {
  place: Place = $state({ screen: 'queue' });
  #trail: Place[] = [];
  #guards: ((to: Place) => boolean)[] = [];
  #kept: Place | null = null;
  #moved: ((place: Place) => void) | null = null;

  /** Goes there, unless a guard of the present screen says no. */
  navigate(to: Place): boolean {
    for (const allows of this.#guards) if (!allows(to)) return false;
    if (!same(this.place, to)) this.#trail = [...this.#trail.slice(-49), this.place];
    this.place = to;
    this.#moved?.(to);
    return true;
  }

  /** The same screen shown differently, such as another tab: not a step on the way back. */
  replace(place: Place): void {
    this.place = place;
  }

  /** Back to where one came from; to the queue when there is no such place. */
  back(): void {
    const to = this.#trail.at(-1) ?? { screen: 'queue' };
    const trail = this.#trail.slice(0, -1);
    if (this.navigate(to)) this.#trail = trail;
  }

  /** A screen that may lose something asks to be asked; returns how to stop asking. */
  guard(allows: (to: Place) => boolean): () => void {
    this.#guards = [...this.#guards, allows];
    return () => {
      this.#guards = this.#guards.filter((other) => other !== allows);
    };
  }

  /** Told of every move. */
  onMove(moved: (place: Place) => void): void {
    this.#moved = moved;
  }

  /** The desk is locked: keeps the place, which holds no more than a number. */
  keepForUnlock(): void {
    this.#kept = this.place;
    this.#guards = [];
  }

  /** The desk is open again, or for the first time. */
  arrive(preferences: Pick<Preferences, 'last_screen'> | null): void {
    this.place = this.#kept ?? placeFromMemory(preferences?.last_screen ?? '');
    if (!this.#kept) this.#trail = [];
    this.#kept = null;
  }

  /** Another desk: nothing of the last one's trail is left. */
  forget(): void {
    this.#kept = null;
    this.#trail = [];
    this.#guards = [];
    this.place = { screen: 'queue' };
  }
}

export const nav = new Nav();

export function navigate(to: Place): boolean {
  return nav.navigate(to);
}
