import { describe, expect, it } from 'vitest';
import type { ReportSpans } from '../../api/commands';
import { askedOf, formatsOf, known, leadsTo, placeOf, spanBefore, spanProblem, tabKey, within } from './year';

const calendar = (year: number) => ({
  name: String(year),
  first: `${year}-01-01`,
  last: `${year}-12-31`,
});
const spans: ReportSpans = {
  calendar: [calendar(2026), calendar(2025)],
  fiscal: [{ name: 'Fiscal year 2025/26', first: '2025-04-01', last: '2026-03-31' }],
  fiscal_start: '04-01',
};

describe('which report over which span', () => {
  it('is the newest year at first', () => {
    expect(askedOf({ screen: 'year' }, {}, spans)).toEqual({
      report: 'metrics',
      first: '2026-01-01',
      last: '2026-12-31',
      californians: false,
      reasons: false,
    });
  });
  it('is what was shown last, unless the place names another', () => {
    const before = { report: 'rights', first: '2025-01-01', last: '2025-12-31' } as const;
    expect(askedOf({ screen: 'year' }, before, spans)).toMatchObject(before);
    const place = { screen: 'year', report: 'health', first: '2024-01-01', last: '2024-02-29' } as const;
    expect(askedOf(place, before, spans)).toMatchObject({
      report: 'health',
      first: '2024-01-01',
      last: '2024-02-29',
    });
  });
  it('asks for Californians and reasons in the metrics alone', () => {
    const wanted = { screen: 'year', californians: true, reasons: true } as const;
    expect(askedOf({ ...wanted, report: 'metrics' }, {}, spans)).toMatchObject({
      californians: true,
      reasons: true,
    });
    expect(askedOf({ ...wanted, report: 'rights' }, {}, spans)).toMatchObject({
      californians: false,
      reasons: false,
    });
  });
  it('is none in a desk without a span', () => {
    expect(askedOf({ screen: 'year' }, {}, { calendar: [], fiscal: [], fiscal_start: '01-01' })).toBeNull();
  });
  it('knows a span by its days', () => {
    expect(known({ first: '2025-04-01', last: '2026-03-31' }, spans)?.name).toBe('Fiscal year 2025/26');
    expect(known({ first: '2025-04-02', last: '2026-03-31' }, spans)).toBeNull();
  });
  it('comes from its own place only', () => {
    expect(placeOf({ screen: 'queue' })).toEqual({ screen: 'year' });
    expect(placeOf({ screen: 'year', issued: 3 })).toEqual({ screen: 'year', issued: 3 });
  });
});

describe('the span before', () => {
  it('is the year before, also a fiscal one', () => {
    expect(spanBefore(calendar(2025))).toEqual({ first: '2024-01-01', last: '2024-12-31' });
    expect(spanBefore({ first: '2024-04-01', last: '2025-03-31' })).toEqual({
      first: '2023-04-01',
      last: '2024-03-31',
    });
  });
  it('is as many whole months', () => {
    expect(spanBefore({ first: '2026-04-01', last: '2026-06-30' })).toEqual({
      first: '2026-01-01',
      last: '2026-03-31',
    });
    expect(spanBefore({ first: '2024-03-01', last: '2024-03-31' })).toEqual({
      first: '2024-02-01',
      last: '2024-02-29',
    });
  });
  it('is as many days where it is not made of months', () => {
    expect(spanBefore({ first: '2026-03-10', last: '2026-03-12' })).toEqual({
      first: '2026-03-07',
      last: '2026-03-09',
    });
    expect(spanBefore({ first: '2026-03-10', last: '2026-03-10' })).toEqual({
      first: '2026-03-09',
      last: '2026-03-09',
    });
  });
});

describe('two days as a span', () => {
  it('must both be there, in their order', () => {
    expect(spanProblem({ first: '', last: '2026-01-01' })).toBe('first');
    expect(spanProblem({ first: '2026-01-01', last: '' })).toBe('last');
    expect(spanProblem({ first: '2026-01-02', last: '2026-01-01' })).toBe('order');
    expect(spanProblem({ first: '2026-01-01', last: '2026-01-01' })).toBeNull();
  });
});

describe('the screen', () => {
  it('saves a page for the policy of the metrics alone', () => {
    expect(formatsOf('metrics')).toContain('html');
    expect(formatsOf('rights')).toEqual(['pdf', 'csv', 'json']);
  });
  it('goes round the tabs', () => {
    expect(tabKey('ArrowLeft', 'metrics')).toBe('health');
    expect(tabKey('ArrowRight', 'health')).toBe('metrics');
    expect(tabKey('End', 'rights')).toBe('health');
    expect(tabKey('x', 'rights')).toBeNull();
  });
  it('leads to the file behind a row', () => {
    expect(leadsTo({ kind: 'request', id: 7 })).toEqual({ screen: 'request', id: 7 });
    expect(leadsTo({ kind: 'child', id: 2 })).toEqual({ screen: 'registers', register: 'children', file: 2 });
    expect(leadsTo({ kind: 'contradiction', id: 3 })).toEqual({
      screen: 'registers',
      register: 'disclosures',
      file: 3,
    });
    expect(leadsTo({ kind: 'recipient', id: 5 })).toEqual({
      screen: 'registers',
      register: 'recipients',
      file: 5,
    });
    expect(leadsTo({ kind: 'policy', id: 4 })).toEqual({ screen: 'policies', policy: 4 });
  });
  it('takes what happened on a day of the span, both ends counted', () => {
    const list = ['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'].map((on) => ({ on }));
    expect(within(list, calendar(2025)).map((it) => it.on)).toEqual(['2025-01-01', '2025-12-31']);
  });
});
