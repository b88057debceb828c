// The calendar years an answer can be asked for.

import { parts } from '../../dates';

/** This year and those before it, the newest first. */
export function yearsBack(today: string, count = 8): number[] {
  const year = parts(today)?.year;
  return year === undefined ? [] : Array.from({ length: count }, (_, at) => year - at);
}
