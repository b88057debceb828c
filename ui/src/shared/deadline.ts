// What a deadline says of itself: how far it is, how it was met, and in which colour.

import type { Deadline } from '../api/commands';
import { daysBetween, distance } from '../dates';
import { words } from '../words';
import { toneOfDays, type Tone } from './tone';

/** A day for something that need not be done: past it, nothing is late. */
export function onlyIfTaken(deadline: Pick<Deadline, 'kind'>): boolean {
  return deadline.kind === 'extension-notice' || deadline.kind === 'refusal-notice';
}

function metLate(deadline: Deadline): boolean {
  return deadline.met_on !== null && deadline.met_on > deadline.due;
}

export function toneOfDeadline(deadline: Deadline): Tone {
  if (metLate(deadline)) return 'plain';
  if (deadline.met_on === null && deadline.days < 0 && onlyIfTaken(deadline)) return 'plain';
  return toneOfDays(deadline.days, deadline.met_on !== null);
}

/** "in 5 days", "3 days late", "met Mon 2 Mar", "done Tue 3 Mar, 1 day late". */
export function howFar(deadline: Deadline, day: (iso: string) => string): string {
  const { met_on, due, days } = deadline;
  if (met_on !== null) {
    return metLate(deadline)
      ? words.dates.metLate(day(met_on), daysBetween(due, met_on) ?? 0)
      : words.dates.metOn(day(met_on));
  }
  return days < 0 && onlyIfTaken(deadline) ? words.dates.daysAgo(-days) : distance(days);
}
