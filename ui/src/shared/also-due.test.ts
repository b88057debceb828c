import { describe, expect, it } from 'vitest';
import type { AlsoDue } from '../api/commands';
import { dayOfAlso, farOfAlso, longDayOfAlso, placeOfAlso, titleOfAlso, toneOfAlso } from './also-due';

const one = (some: Partial<AlsoDue> = {}): AlsoDue => ({
  register: 'incidents',
  id: 71,
  title: 'Letters sent to strangers',
  what: 'Tell the supervisory authority.',
  by: '2026-03-07',
  at: '10:00',
  days: 2,
  late: false,
  law: 'eu-gdpr',
  why: [],
  cite: 'GDPR Art. 33(1)',
  caution: null,
  ...some,
});

describe('a date of a register', () => {
  it('is late, soon or quiet at the borders of the queue', () => {
    expect([-1, 0, 7, 8].map((days) => toneOfAlso(one({ days, late: days < 0 })))).toEqual([
      'overdue',
      'soon',
      'soon',
      'plain',
    ]);
  });
  it('says its hour where it has one', () => {
    expect(dayOfAlso(one(), '2026-03-05')).toBe('Sat 7 Mar, 10:00');
    expect(dayOfAlso(one({ at: null }), '2026-03-05')).toBe('Sat 7 Mar');
    expect(longDayOfAlso(one({ at: '24:00' }))).toBe('Sat 7 Mar 2026, 24:00');
  });
  it('can be late on its own day', () => {
    expect(farOfAlso(one({ days: 0, late: true }))).toBe('hour passed');
    expect(toneOfAlso(one({ days: 0, late: true }))).toBe('overdue');
    expect(farOfAlso(one({ days: 0 }))).toBe('today');
    expect(farOfAlso(one({ days: -3, late: true }))).toBe('3 days late');
  });
  it('leads to its file in its register', () => {
    expect(placeOfAlso(one())).toEqual({ screen: 'registers', register: 'incidents', file: 71 });
    expect(titleOfAlso(one())).toBe(
      'Incidents, Letters sent to strangers: Tell the supervisory authority. In 2 days.',
    );
  });
});
