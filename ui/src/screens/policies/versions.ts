// Versions as the rail says them: dates, standing, how long in force.

import type { PolicyVersion } from '../../api/commands';
import { daysBetween, longDate, parts } from '../../dates';
import { words } from '../../words';

/** “9 months”, “3 years”, “12 days”: how long a version was in force, its last day counted. */
export function lasted(from: string, ends: string): string {
  const w = words.policies.rail;
  const days = daysBetween(from, ends);
  const a = parts(from);
  const b = parts(ends);
  if (days === null || !a || !b || days < 0) return '';
  // Up to the day after the last one, so that the first to the thirty-first is a month.
  const after = new Date(Date.UTC(b.year, b.month - 1, b.day + 1));
  const months =
    (after.getUTCFullYear() - a.year) * 12 +
    after.getUTCMonth() +
    1 -
    a.month -
    (after.getUTCDate() < a.day ? 1 : 0);
  if (months >= 24) return w.years(Math.floor(months / 12));
  return months >= 1 ? w.months(months) : w.days(days + 1);
}

/** The second line of a version: that it is in force, is to come, was taken out, or how long it held. */
export function standing(version: PolicyVersion): string {
  const w = words.policies.rail;
  if (version.standing === 'in-force') return w.inForce;
  if (version.standing === 'to-come') return w.toCome;
  if (version.standing === 'withdrawn') return w.withdrawn;
  return version.ends ? lasted(version.about.from, version.ends) : w.past;
}

/** The version to open: the one asked for, the one in force, else the newest that still stands. */
export function toOpen(versions: readonly PolicyVersion[], asked: number | null): PolicyVersion | null {
  return (
    versions.find((version) => version.id === asked) ??
    versions.find((version) => version.standing === 'in-force') ??
    versions.find((version) => version.standing !== 'withdrawn') ??
    versions[0] ??
    null
  );
}

/** The one before a version in time, for a comparison; null when it is the first. */
export function before(versions: readonly PolicyVersion[], id: number): PolicyVersion | null {
  const standing = versions.filter((version) => version.standing !== 'withdrawn' || version.id === id);
  const at = standing.findIndex((version) => version.id === id);
  return at < 0 ? null : (standing[at + 1] ?? null);
}

/** “In force since Sun 1 Mar 2026”, in a whole phrase. */
export function held(version: PolicyVersion): string {
  const w = words.policies.text;
  const from = longDate(version.about.from);
  if (version.standing === 'withdrawn') return w.wasWithdrawn(from);
  if (version.standing === 'to-come') return w.from(from);
  return version.ends ? w.sinceUntil(from, longDate(version.ends)) : w.since(from);
}
