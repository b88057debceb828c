// A date of a register that belongs to no request: its tone, its hour, how far it is, and where it leads.

import type { AlsoDue } from '../api/commands';
import { distance, longDate, shortDate } from '../dates';
import type { RegistersPlace } from '../state/nav.svelte';
import { words } from '../words';
import type { Tone } from './tone';

/** As near as the queue calls soon. */
const SOON = 7;

export function toneOfAlso(one: Pick<AlsoDue, 'late' | 'days'>): Tone {
  if (one.late) return 'overdue';
  return one.days <= SOON ? 'soon' : 'plain';
}

/** "Thu 5 Mar, 15:00". */
export function dayOfAlso(one: Pick<AlsoDue, 'by' | 'at'>, today: string): string {
  const day = shortDate(one.by, today);
  return one.at ? words.also.hour(day, one.at) : day;
}

/** "Thu 5 Mar 2026, 15:00". */
export function longDayOfAlso(one: Pick<AlsoDue, 'by' | 'at'>): string {
  const day = longDate(one.by);
  return one.at ? words.also.hour(day, one.at) : day;
}

/** How far it is; an hour can have passed on its own day. */
export function farOfAlso(one: Pick<AlsoDue, 'late' | 'days'>): string {
  return one.late && one.days >= 0 ? words.also.hourPassed : distance(one.days);
}

export function placeOfAlso(one: Pick<AlsoDue, 'register' | 'id'>): RegistersPlace {
  return { screen: 'registers', register: one.register, file: one.id };
}

/** The same line of a list, whatever else changes. */
export function keyOfAlso(one: AlsoDue): string {
  return `${one.register} ${one.id} ${one.by} ${one.at ?? ''} ${one.what}`;
}

export function titleOfAlso(one: AlsoDue): string {
  return words.also.title(words.registers.tabs[one.register], one.title, one.what, farOfAlso(one));
}
