import { describe, expect, it } from 'vitest';
import { dayChoices, monthChoices, startOf, startWith } from './fiscal';

describe('the first day of the fiscal year', () => {
  it('is a month and a day', () => {
    expect(startOf('04-06')).toEqual({ month: 4, day: 6 });
    expect(startOf('')).toEqual({ month: 1, day: 1 });
    expect(startOf('13-01')).toEqual({ month: 1, day: 1 });
    expect(startOf('02-30')).toEqual({ month: 1, day: 1 });
  });
  it('keeps to the days its month has', () => {
    expect(startWith('01-31', { month: 2 })).toBe('02-28');
    expect(startWith('01-31', { month: 4 })).toBe('04-30');
    expect(startWith('04-01', { day: 6 })).toBe('04-06');
    expect(dayChoices('02-01')).toHaveLength(28);
    expect(monthChoices()[6]).toEqual({ value: '7', label: 'July' });
  });
});
