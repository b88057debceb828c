import { describe, expect, it } from 'vitest';
import type { ClaimView, Deadline, RequestView, StepOffer } from '../../api/commands';
import {
  appeals,
  changedPerson,
  dayIn,
  decidedWithReasons,
  decisionMissing,
  groundChoices,
  leading,
  openEnds,
  orderDeadlines,
  otherLaws,
  proposedOtherwise,
  recordCommand,
  refusedAt,
  refusedElsewhere,
  sortSteps,
  sharedDeadlines,
} from './request';

const offer = (step: StepOffer['step'], offered: boolean, primary = false): StepOffer => ({
  step,
  label: step,
  offered,
  reason: offered ? null : 'Not now.',
  cite: null,
  primary,
  room: null,
  caution: null,
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
  choices: [],
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
  closed: null,
  promised: null,
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

  it('wants to know how a person was told, a withdrawal too', () => {
    expect(openEnds(view('withdrawn', null)).unanswered).toBe(true);
  });
});

describe('a decision', () => {
  const ground = {
    id: 'g',
    law: 'eu-gdpr',
    title: 'Legal duty',
    text: '',
    cite: 'Art. 17(3)(b)',
    caution: null,
    appeal: null,
  };
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

describe('an appeal', () => {
  it('is denied with reasons, without a ground', () => {
    expect(decidedWithReasons('appeal')).toBe(true);
    expect(decidedWithReasons('complaint')).toBe(true);
    expect(decidedWithReasons('erasure')).toBe(false);
  });
});

describe('grounds', () => {
  const ground = (id: string, law: string, cite: string) => ({
    id,
    law,
    title: 'Excessive',
    text: 'Too much.',
    cite,
    caution: null,
    appeal: null,
  });
  const law = (id: string, short: string) => ({ law: id, short, right_name: 'Access', cite: '' });

  it('that two laws know under one name are one choice', () => {
    const both = {
      ...claim(null, [
        ground('excessive', 'eu-gdpr', 'Art. 12(5)'),
        ground('excessive', 'uk-gdpr', 'UK Art. 12(5)'),
      ]),
      laws: [law('eu-gdpr', 'EU GDPR'), law('uk-gdpr', 'UK GDPR')],
    };
    expect(groundChoices(both)).toEqual([
      {
        value: 'excessive',
        label: 'Excessive (EU GDPR, UK GDPR)',
        hint: 'Too much. Art. 12(5); UK Art. 12(5)',
      },
    ]);
  });

  it('do not name the law where there is only one', () => {
    const one = { ...claim(null, [ground('excessive', 'eu-gdpr', '')]), laws: [law('eu-gdpr', 'EU GDPR')] };
    expect(groundChoices(one)).toEqual([{ value: 'excessive', label: 'Excessive', hint: 'Too much.' }]);
  });
});

describe('what is uncertain and what can be appealed', () => {
  const ground = (law: string, appeal: string | null): ClaimView['grounds'][number] => ({
    id: 'fraud',
    law,
    title: 'Fraud',
    text: 'We believe it is fraud.',
    cite: '541.052',
    caution: 'Not compared with the text itself.',
    appeal: appeal ? { message: appeal, cite: '541.053' } : null,
  });

  it('says quietly that a ground was not compared with the text', () => {
    const [choice] = groundChoices(claim(null, [ground('us-tx-tdpsa', null)]));
    expect(choice?.hint).toBe('We believe it is fraud. 541.052 Not compared with the text itself.');
  });

  it('names the appeal of each law once', () => {
    const grounds = [ground('us-tx-tdpsa', 'Within 60 days.'), ground('us-tx-tdpsa', 'Within 60 days.')];
    expect(appeals(claim(null, grounds))).toEqual([{ message: 'Within 60 days.', cite: '541.053' }]);
    expect(appeals(claim(null, [ground('eu-gdpr', null)]))).toEqual([]);
  });
});

describe('a step done all the same', () => {
  it('has a command of its own where the law sets no number', () => {
    expect(recordCommand('extend')).toBeNull();
    expect(recordCommand('extend', true)).toBe('request_take_longer');
    expect(recordCommand('ask-identity', true)).toBe('request_ask_identity');
    expect(recordCommand('ask-opt-in')).toBe('request_ask_opt_in');
  });
});

describe('a refusal of the core', () => {
  const refused = { code: 'input' as const, message: 'Write why.', field: 'reasons' };

  it('stands beside its field, or above the buttons when the sheet has no such field', () => {
    expect(refusedAt(refused, 'reasons')).toBe('Write why.');
    expect(refusedAt(refused, 'kept')).toBeNull();
    expect(refusedElsewhere(refused, ['reasons', 'kept'])).toBe('');
    expect(refusedElsewhere(refused, ['kept'])).toBe('Write why.');
    expect(refusedElsewhere({ ...refused, field: null }, ['kept'])).toBe('Write why.');
    expect(refusedElsewhere(null, [])).toBe('');
  });
});

describe('the day of a moment', () => {
  it('is that of the desk, not of Greenwich', () => {
    expect(dayIn('2026-03-04T23:30:00Z', 'Europe/Berlin')).toBe('2026-03-05');
    expect(dayIn('2026-03-04T23:30:00Z', 'America/Los_Angeles')).toBe('2026-03-04');
    expect(dayIn('2026-03-04', 'Europe/Berlin')).toBe('2026-03-04');
    expect(dayIn('nothing', 'Europe/Berlin')).toBe('nothing');
  });
});

describe('dates that rights share', () => {
  it('stand on one line when law, day and fate are the same', () => {
    const lines = sharedDeadlines([
      deadline('2026-03-02', { leads: true }),
      deadline('2026-03-02', { right: 'access' }),
      deadline('2026-03-02', { right: 'objection', met_on: '2026-02-20' }),
      deadline('2026-03-09', { right: 'access' }),
    ]);
    expect(lines.map((line) => line.rights)).toEqual([['erasure', 'access'], ['objection'], ['access']]);
    expect(lines[0]?.deadline.leads).toBe(true);
  });
});

describe('the laws of a claim', () => {
  const choice = (law: string, proposed: boolean, chosen: boolean): ClaimView['choices'][number] => ({
    law,
    short: law,
    right_name: '',
    cite: '',
    reason: '',
    caution: null,
    proposed,
    chosen,
  });
  const under = (law: string, ...choices: ClaimView['choices']): ClaimView => ({
    ...claim(null),
    laws: [{ law, short: law, right_name: '', cite: '' }],
    choices,
  });

  it('are others when one is added or taken off, and not when they are only in another order', () => {
    expect(otherLaws(under('a'), ['a'])).toBe(false);
    expect(otherLaws(under('a'), ['a', 'b'])).toBe(true);
    expect(otherLaws(under('a'), ['b'])).toBe(true);
    expect(otherLaws(under('a'), [])).toBe(true);
  });

  it('differ from those proposed when a proposed one is not chosen; a law chosen freely is the officer’s matter', () => {
    expect(proposedOtherwise(under('a', choice('a', true, true)))).toBe(false);
    expect(proposedOtherwise(under('a', choice('a', false, true)))).toBe(false);
    expect(proposedOtherwise(under('a', choice('a', false, true), choice('b', true, false)))).toBe(true);
  });
});
