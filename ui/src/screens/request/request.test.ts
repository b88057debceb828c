import { describe, expect, it } from 'vitest';
import type { ClaimView, Deadline, RequestView, StepOffer } from '../../api/commands';
import { changedPerson, decisionMissing, leading, openEnds, orderDeadlines, sortSteps } from './request';

const offer = (step: StepOffer['step'], offered: boolean, primary = false): StepOffer => ({
  step,
  label: step,
  offered,
  reason: offered ? null : 'Not now.',
  cite: null,
  primary,
});

const claim = (outcome: ClaimView['outcome'], grounds: ClaimView['grounds'] = []): ClaimView => ({
  id: 1,
  right: 'erasure',
  right_name: 'Erase',
  laws: [],
  outcome,
  decided_on: null,
  ground: null,
  reasons: '',
  kept: '',
  grounds,
});

const deadline = (due: string, more: Partial<Deadline> = {}): Deadline => ({
  claim: 1,
  right: 'erasure',
  law: 'eu-gdpr',
  law_short: 'EU GDPR',
  kind: 'respond',
  due,
  days: 3,
  safe_by: null,
  met_on: null,
  leads: false,
  working: [],
  ...more,
});

describe('steps', () => {
  it('name one to do next and keep the refused ones with their reason', () => {
    const steps = sortSteps([offer('acknowledge', true, true), offer('note', true), offer('extend', false)]);
    expect(steps.primary?.step).toBe('acknowledge');
    expect(steps.offered.map((s) => s.step)).toEqual(['note']);
    expect(steps.refused.map((s) => s.step)).toEqual(['extend']);
  });

  it('never make a refused step the one to do next', () => {
    expect(sortSteps([offer('extend', false, true)]).primary).toBeNull();
  });
});

describe('closing', () => {
  const view = (outcome: ClaimView['outcome'], answered: string | null) =>
    ({ claims: [claim(outcome)], answered_on: answered }) as RequestView;

  it('names what is undecided and unanswered', () => {
    expect(openEnds(view(null, null))).toMatchObject({ unanswered: true, undecided: [{ id: 1 }] });
    expect(openEnds(view('granted', '2026-03-01'))).toEqual({ unanswered: false, undecided: [] });
  });

  it('needs no answer to a request that was withdrawn', () => {
    expect(openEnds(view('withdrawn', null)).unanswered).toBe(false);
  });
});

describe('a decision', () => {
  const ground = { id: 'g', law: 'eu-gdpr', title: 'Legal duty', text: '', cite: 'Art. 17(3)(b)' };
  const blank = { ground: null, reasons: '', kept: '' };

  it('is not kept without an outcome', () => {
    expect(decisionMissing({ outcome: null, ...blank }, claim(null))).toBe('outcome');
  });

  it('needs nothing more when granted', () => {
    expect(decisionMissing({ outcome: 'granted', ...blank }, claim(null, [ground]))).toBeNull();
  });

  it('is no refusal without a ground and reasons', () => {
    expect(decisionMissing({ outcome: 'refused', ...blank }, claim(null, [ground]))).toBe('ground');
    expect(decisionMissing({ outcome: 'refused', ...blank, ground: 'g' }, claim(null, [ground]))).toBe(
      'reasons',
    );
    expect(
      decisionMissing({ outcome: 'refused', ...blank, ground: 'g', reasons: 'x' }, claim(null, [ground])),
    ).toBeNull();
  });

  it('in part says what stays', () => {
    const part = { outcome: 'granted-in-part', ground: 'g', reasons: 'x', kept: ' ' };
    expect(decisionMissing(part, claim(null, [ground]))).toBe('kept');
  });
});

describe('dates', () => {
  it('stand with the leading one first and the met ones last', () => {
    const list = [
      deadline('2026-03-01', { met_on: '2026-02-20' }),
      deadline('2026-03-23'),
      deadline('2026-04-01', { leads: true }),
    ];
    expect(orderDeadlines(list).map((d) => d.due)).toEqual(['2026-04-01', '2026-03-23', '2026-03-01']);
    expect(leading(list)?.due).toBe('2026-04-01');
    expect(leading([])).toBeNull();
  });
});

describe('a correction', () => {
  it('sends only what changed', () => {
    const person = { name: 'A', email: '', phone: '', address: ['x'] };
    expect(changedPerson(person, { ...person })).toBeNull();
    expect(changedPerson(person, { ...person, name: 'B' })?.name).toBe('B');
  });
});
