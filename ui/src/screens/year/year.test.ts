import { describe, expect, it } from 'vitest';
import type { ClaimView, Deadline, RequestView, YearRow } from '../../api/commands';
import { axis, byLaw, daysText, firstYear, lawBars, monthBars, standsBehind } from './year';

const row = (more: Partial<YearRow> = {}): YearRow => ({
  law: 'eu-gdpr',
  law_short: 'EU GDPR',
  right: 'access',
  right_name: 'Access',
  received: 0,
  in_full: 0,
  in_part: 0,
  refused: 0,
  withdrawn: 0,
  open: 0,
  late: 0,
  median_days: null,
  mean_days: null,
  requests: [],
  ...more,
});

const claim = (right: ClaimView['right'], outcome: ClaimView['outcome'], law = 'eu-gdpr'): ClaimView => ({
  id: 5,
  right,
  right_name: right,
  laws: [{ law, short: law, right_name: right, cite: '' }],
  outcome,
  decided_on: null,
  ground: null,
  reasons: '',
  kept: '',
  grounds: [],
  choices: [],
});

const due = (on: string, kind: Deadline['kind'], met: string | null): Deadline => ({
  claim: 5,
  right: 'access',
  law: 'eu-gdpr',
  law_short: 'EU GDPR',
  kind,
  due: on,
  days: 0,
  safe_by: null,
  met_on: met,
  leads: false,
  closed: null,
  promised: null,
  working: [],
});

function view(claims: ClaimView[], deadlines: Deadline[] = [], extended = false): RequestView {
  return {
    claims,
    deadlines,
    today: '2026-06-01',
    answered_on: null,
    picture: { extension_in_force: extended },
  } as RequestView;
}

describe('the requests behind a figure', () => {
  it('are those whose claim the row counts', () => {
    const both = view([claim('access', 'granted'), claim('erasure', 'refused')]);
    expect(standsBehind('in_full', row(), both)).toBe(true);
    expect(standsBehind('refused', row(), both)).toBe(false);
    expect(standsBehind('refused', row({ right: 'erasure' }), both)).toBe(true);
    expect(standsBehind('received', row({ law: 'uk-gdpr' }), both)).toBe(false);
  });

  it('behind the total are those of every law', () => {
    expect(
      standsBehind('open', row({ law: '', right: null }), view([claim('access', null, 'uk-gdpr')])),
    ).toBe(true);
  });

  it('are late by the date that held', () => {
    const late = view([claim('access', 'granted')], [due('2026-03-02', 'respond', '2026-03-05')]);
    expect(standsBehind('late', row(), late)).toBe(true);
    const dates = [
      due('2026-03-02', 'respond', '2026-03-05'),
      due('2026-05-04', 'extended-respond', '2026-03-05'),
    ];
    expect(standsBehind('late', row(), view([claim('access', 'granted')], dates, true))).toBe(false);
    expect(standsBehind('late', row(), view([claim('access', 'granted')], dates, false))).toBe(true);
  });
});

describe('charts', () => {
  it('have twelve months, and ticks on whole requests that reach the top', () => {
    const { bars, ticks } = monthBars([{ month: 3, received: 7 }], { width: 600, height: 100 });
    expect(bars).toHaveLength(12);
    expect(bars[2]?.count).toBe(7);
    expect(bars[2]?.height).toBeLessThanOrEqual(100);
    expect(ticks.every(Number.isInteger)).toBe(true);
  });

  it.each([0, 1, 3, 4, 9, 17, 120, 1234])('reach at least %i', (max) => {
    const ticks = axis(max);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(1, max));
    expect(ticks.length).toBeLessThanOrEqual(7);
  });

  it('put the outcomes of one law side by side on a shared scale', () => {
    const bars = lawBars(
      [
        row({ in_full: 2, open: 1 }),
        row({ right: 'erasure', refused: 1 }),
        row({ law: 'us-ca-ccpa', law_short: 'CCPA', in_full: 1 }),
      ],
      400,
    );
    expect(bars[0]).toMatchObject({ short: 'EU GDPR', total: 4 });
    expect(bars[0]?.parts.map((p) => p.outcome)).toEqual(['in_full', 'refused', 'open']);
    expect(bars[0]?.parts.reduce((sum, p) => sum + p.width, 0)).toBeCloseTo(400);
    expect(bars[1]?.parts[0]?.width).toBeCloseTo(100);
  });
});

describe('the table', () => {
  it('gathers rows under their law', () => {
    const groups = byLaw([row(), row({ law: 'uk-gdpr' }), row({ right: 'erasure' })]);
    expect(groups.map((g) => [g.law, g.rows.length])).toEqual([
      ['eu-gdpr', 2],
      ['uk-gdpr', 1],
    ]);
  });

  it('shows days with one place, and a dash for none', () => {
    expect(daysText(12.25, 'en-GB', '–')).toBe('12.3');
    expect(daysText(null, 'en-GB', '–')).toBe('–');
  });

  it('opens on the newest year', () => {
    expect(firstYear([2024, 2026, 2025])).toBe(2026);
    expect(firstYear([])).toBeNull();
  });
});
