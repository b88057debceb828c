// The first day of the fiscal year, `MM-DD`: a month and a day of every year.

import { words } from '../../words';

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (number: number) => String(number).padStart(2, '0');

/** Month and day, both from 1; the first of January where it is no day. */
export function startOf(fiscal: string): { month: number; day: number } {
  const found = /^(\d{2})-(\d{2})$/.exec(fiscal);
  const [month, day] = [Number(found?.[1]), Number(found?.[2])];
  const days = DAYS[month - 1];
  return days && day >= 1 && day <= days ? { month, day } : { month: 1, day: 1 };
}

/** Another month or day; a day that the month does not have is its last. 29 February is no first day: not every year has it. */
export function startWith(fiscal: string, change: { month?: number; day?: number }): string {
  const { month, day } = { ...startOf(fiscal), ...change };
  return `${two(month)}-${two(Math.min(day, DAYS[month - 1] ?? 31))}`;
}

export function monthChoices(): { value: string; label: string }[] {
  return words.dates.monthsLong.map((label, at) => ({ value: String(at + 1), label }));
}

export function dayChoices(fiscal: string): { value: string; label: string }[] {
  const days = DAYS[startOf(fiscal).month - 1] ?? 31;
  return Array.from({ length: days }, (_, at) => ({ value: String(at + 1), label: String(at + 1) }));
}
