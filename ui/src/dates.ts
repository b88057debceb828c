// Days as the officer says them. Pure: no clock, no zone of the machine. A day is `YYYY-MM-DD`.

import { words } from './words';

const DAY = 86_400_000;

interface Parts {
  year: number;
  month: number;
  day: number;
}

/** The parts of a day, or null when it is not one: 2026-02-30 is not. */
export function parts(day: string): Parts | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  if (!found) return null;
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const at = new Date(Date.UTC(year, month - 1, date));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date) return null;
  return { year, month, day: date };
}

function number(day: string): number | null {
  const it = parts(day);
  return it ? Date.UTC(it.year, it.month - 1, it.day) / DAY : null;
}

/** Days from one day to another; negative when the second lies before. Null when either is no day. */
export function daysBetween(from: string, to: string): number | null {
  const a = number(from);
  const b = number(to);
  return a === null || b === null ? null : b - a;
}

/** "Mon"; empty when it is no day. */
export function weekday(day: string): string {
  const at = number(day);
  return at === null ? '' : (words.dates.weekdays[new Date(at * DAY).getUTCDay()] ?? '');
}

/** "Mon 2 Mar 2026". What is no day is given back as it came, so that nothing goes blank. */
export function longDate(day: string): string {
  const it = parts(day);
  return it ? `${weekday(day)} ${it.day} ${words.dates.months[it.month - 1] ?? ''} ${it.year}` : day;
}

/** "2 March 2026", as a letter writes it; "March 2, 2026" where the letter is American. */
export function letterDate(day: string, american = false): string {
  const it = parts(day);
  if (!it) return day;
  const month = words.dates.monthsLong[it.month - 1] ?? '';
  return american ? `${month} ${it.day}, ${it.year}` : `${it.day} ${month} ${it.year}`;
}

/** "1 April", of a day of every year, `MM-DD`; what is none is given back as it came. */
export function dayOfYear(day: string): string {
  const it = parts(`2024-${day}`);
  return it ? `${it.day} ${words.dates.monthsLong[it.month - 1] ?? ''}` : day;
}

/** "2 Mar 2026", where many stand under each other and none of them is due. */
export function plainDate(day: string): string {
  const it = parts(day);
  return it ? `${it.day} ${words.dates.months[it.month - 1] ?? ''} ${it.year}` : day;
}

/** "Mon 2 Mar", with the year only when it is not the year of today. */
export function shortDate(day: string, today: string): string {
  const it = parts(day);
  if (!it) return day;
  const bare = `${weekday(day)} ${it.day} ${words.dates.months[it.month - 1] ?? ''}`;
  return parts(today)?.year === it.year ? bare : `${bare} ${it.year}`;
}

/** How far a deadline is: "today", "tomorrow", "in 5 days", "3 days late". */
export function distance(days: number): string {
  const w = words.dates;
  if (days === 0) return w.today;
  if (days === 1) return w.tomorrow;
  return days > 0 ? w.inDays(days) : w.late(-days);
}

/** How far a day is that nobody can be late for: "yesterday", "3 days ago", "in 5 days". */
export function ago(days: number): string {
  const w = words.dates;
  if (days === -1) return w.yesterday;
  return days < 0 ? w.daysAgo(-days) : distance(days);
}

/**
 * A moment of the log in the desk's zone: "Thu 26 Feb, 15:40".
 * A moment without an offset is already local and is taken as it stands.
 */
export function moment(at: string, today: string, zone?: string): string {
  const local = /(?:Z|[+-]\d\d:?\d\d)$/.test(at) && zone ? inZone(at, zone) : at;
  const time = /T(\d{2}:\d{2})/.exec(local)?.[1];
  const day = shortDate(local.slice(0, 10), today);
  return time ? `${day}, ${time}` : day;
}

function inZone(at: string, zone: string): string {
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return at;
  try {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    return format.format(instant).replace(' ', 'T');
  } catch {
    return at;
  }
}
