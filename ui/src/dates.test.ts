import { describe, expect, it } from 'vitest';
import { ago, daysBetween, distance, longDate, moment, parts, shortDate } from './dates';

describe('days', () => {
  it('knows which days there are', () => {
    expect(parts('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29 });
    expect(parts('2026-02-29')).toBeNull();
    expect(parts('2026-13-01')).toBeNull();
    expect(parts('soon')).toBeNull();
  });
  it('counts over months, leap days and the change of the clocks', () => {
    expect(daysBetween('2026-01-31', '2026-03-02')).toBe(30);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-05', '2026-03-02')).toBe(-3);
    expect(daysBetween('2026-03-05', 'never')).toBeNull();
  });
});

describe('as the officer says them', () => {
  it('has the weekday', () => {
    expect(longDate('2026-03-02')).toBe('Mon 2 Mar 2026');
  });
  it('drops the year only when it is this one', () => {
    expect(shortDate('2026-03-02', '2026-01-31')).toBe('Mon 2 Mar');
    expect(shortDate('2025-12-31', '2026-01-31')).toBe('Wed 31 Dec 2025');
  });
  it('says the distance in words', () => {
    expect([-3, -1, 0, 1, 5].map(distance)).toEqual([
      '3 days late',
      '1 day late',
      'today',
      'tomorrow',
      'in 5 days',
    ]);
    expect([-3, -1, 0, 5].map(ago)).toEqual(['3 days ago', 'yesterday', 'today', 'in 5 days']);
  });
  it('never goes blank over what is no day', () => {
    expect(longDate('')).toBe('');
    expect(longDate('2026-02-31')).toBe('2026-02-31');
  });
});

describe('moments', () => {
  it('stand in the zone of the desk', () => {
    expect(moment('2026-02-26T23:40:00Z', '2026-03-05', 'Europe/Berlin')).toBe('Fri 27 Feb, 00:40');
    expect(moment('2026-02-26T23:40:00Z', '2026-03-05', 'America/Los_Angeles')).toBe('Thu 26 Feb, 15:40');
  });
  it('are taken as they are when they are local already', () => {
    expect(moment('2026-02-26T15:40', '2026-03-05', 'Europe/Berlin')).toBe('Thu 26 Feb, 15:40');
  });
  it('survive a zone nobody knows', () => {
    expect(moment('2026-02-26T15:40:00Z', '2026-03-05', 'Mars/Olympus')).toBe('Thu 26 Feb, 15:40');
  });
});
