import { describe, expect, it } from 'vitest';
import type { ChildEntryIn, ChildRules, ChildStep, ConsentMethod } from '../../../api/commands';
import { words } from '../../../words';
import {
  asksFor,
  barred,
  cleanedStep,
  emptyStep,
  erases,
  fromLine,
  grouped,
  itemsLacking,
  itemsOf,
  lacksStep,
  needsText,
  noticeOf,
  sortOffers,
  stepOfLine,
} from './child-step';
import { emptyChild } from './children';

const method = (id: string, only_without_disclosure: boolean): ConsentMethod => ({
  id,
  name: id,
  needs: '',
  record: '',
  delete: '',
  only_without_disclosure,
  confirmed: only_without_disclosure,
  note: { message: '', cite: '', caution: null },
});
const item = (id: string, when = '') => ({
  id,
  what: id,
  cite: '',
  when,
  needs: when ? ('disclosure' as const) : ('always' as const),
});
const rules: ChildRules = {
  methods: [method('form', false), method('email-plus', true)],
  notices: [
    { id: 'consent', name: '', cite: '', items: [item('a'), item('b'), item('c', 'it is disclosed')] },
    { id: 'safety', name: '', cite: '', items: [item('a'), item('z')] },
  ],
  exceptions: [{ id: 'once', name: '', may_collect: '', conditions: '', cite: '', notice: '' }],
  ages: [],
};
const entry = (step: ChildStep, more: Partial<ChildEntryIn> = {}): ChildEntryIn => ({
  ...emptyStep(7, step, '2026-03-05'),
  text: 'Seen.',
  ...more,
});
const lacks = (it: ChildEntryIn, discloses = '', sure = false) =>
  lacksStep(it, { discloses }, rules, sure).map((problem) => problem.field);

describe('a step', () => {
  it('asks what it needs and nothing else', () => {
    expect(asksFor('notice-sent')).toEqual(['notice', 'items']);
    expect(asksFor('consent-given')).toEqual(['scope', 'method']);
    expect(asksFor('consent-refused')).toEqual([]);
    expect(lacks(entry('consent-refused'))).toEqual([]);
    expect(lacks(entry('consent-refused', { text: ' ', on: '' }))).toEqual(['on', 'text']);
    expect(lacks(entry('notice-sent', { text: '' }))).toEqual(['notice']);
    expect(lacks(entry('exception-used'))).toEqual(['exception']);
    expect(lacks(entry('parent-proven'))).toEqual(['method']);
  });

  it('that erases is taken only by somebody who has seen what goes', () => {
    expect(lacks(entry('contact-erased', { text: '' }))).toEqual(['sure']);
    expect(lacks(entry('contact-erased', { text: '' }), '', true)).toEqual([]);
  });

  it('that corrects another says what is right', () => {
    expect(needsText('notice-sent')).toBe(false);
    expect(lacks(entry('notice-sent', { notice: 'consent', text: '', corrects: 3 }))).toEqual(['text']);
  });

  it('has words of its own, whatever it is', () => {
    for (const [step, texts] of Object.entries(words.registers.children.step.steps))
      for (const [name, text] of Object.entries(texts))
        if (name !== 'hint' && !(name === 'lead' && step === 'contact-erased'))
          expect(text, step).not.toBe('');
  });
});

describe('a method for those who disclose nothing', () => {
  const plus = method('email-plus', true);

  it('is barred where the file or the consent speaks of disclosure', () => {
    expect(barred(plus, { discloses: '' }, false)).toBe('');
    expect(barred(plus, { discloses: 'Clubs' }, false)).not.toBe('');
    expect(barred(plus, { discloses: '' }, true)).not.toBe('');
    expect(barred(method('form', false), { discloses: 'Clubs' }, true)).toBe('');
  });

  it('cannot be sent when the scope was changed after it was chosen', () => {
    const chosen = { method: 'email-plus' };
    expect(lacks(entry('consent-given', chosen))).toEqual([]);
    expect(lacks(entry('consent-given', { ...chosen, disclose: true }))).toEqual(['method']);
    expect(lacks(entry('consent-given', chosen), 'Clubs')).toEqual(['method']);
    // Showing who the parent is is no consent.
    expect(lacks(entry('parent-proven', chosen), 'Clubs')).toEqual([]);
  });
});

describe('the items of a notice', () => {
  const consent = noticeOf(rules, 'consent');

  it('are counted where this file needs them', () => {
    expect(itemsLacking(consent, ['always'], [])).toBe(2);
    expect(itemsLacking(consent, ['always'], ['a', 'c'])).toBe(1);
    expect(itemsLacking(consent, ['always'], ['a', 'b'])).toBe(0);
    expect(itemsLacking(consent, ['always', 'disclosure'], ['a', 'b'])).toBe(1);
    expect(itemsLacking(null, ['always'], [])).toBe(0);
  });

  it('begin, in a correction, as the earlier line had them; everything else does too', () => {
    const said = {
      method: '',
      notice: 'consent',
      items: ['a', 'c'],
      disclose: false,
      exception: '',
      text: 'Sent by post.',
    };
    const empty = emptyStep(7, 'notice-sent', '2026-03-01', 31);
    expect(fromLine(empty, said)).toEqual({ ...empty, ...said });
    expect(fromLine(empty, null)).toEqual(empty);
  });

  it('are sent only where the chosen notice knows them', () => {
    expect(itemsOf(noticeOf(rules, 'safety'), ['a', 'b', 'z'])).toEqual(['a', 'z']);
    const sent = cleanedStep(entry('notice-sent', { notice: 'safety', items: ['a', 'b'] }), rules);
    expect(sent.items).toEqual(['a']);
  });

  it('and all else stay behind when the step does not ask for them', () => {
    const typed = { notice: 'consent', items: ['a'], method: 'form', disclose: true, exception: 'once' };
    expect(cleanedStep(entry('note', { ...typed, text: ' So. ' }), rules)).toMatchObject({
      notice: '',
      items: [],
      method: '',
      disclose: false,
      exception: '',
      text: 'So.',
    });
  });
});

describe('what is erased', () => {
  it('is named, and only what is there', () => {
    const parts = words.registers.children.step.eraseParts;
    expect(erases(emptyChild())).toEqual([]);
    const parent = { name: 'June', email: '', phone: '1', address: ['A 1', 'B'] };
    expect(erases({ ...emptyChild(), child: 'Theo', parent })).toEqual([
      parts.child,
      parts.parent,
      parts.phone,
      parts.address,
    ]);
  });
});

describe('the steps offered', () => {
  const offer = (step: ChildStep, offered = true, primary = false) => ({
    step,
    label: step,
    offered,
    reason: offered ? null : 'Not yet.',
    cite: '',
    primary,
  });
  const all = [
    offer('notice-sent', true, true),
    offer('consent-given', false),
    offer('reviewed'),
    offer('note'),
    { ...offer('reached-age', false), reason: null },
  ];

  it('put one first, and say of the others why not', () => {
    const { primary, offered, refused } = sortOffers(all);
    expect(primary?.step).toBe('notice-sent');
    expect(offered.map((it) => it.step)).toEqual(['reviewed', 'note']);
    expect(refused.map((it) => it.step)).toEqual(['consent-given']);
    // One that is first and not offered is none.
    expect(sortOffers([offer('note', false, true)]).primary).toBeNull();
  });

  it('stand in groups, each step in one', () => {
    const steps = Object.keys(words.registers.children.step.steps) as ChildStep[];
    const groups = grouped(steps.map((step) => offer(step)));
    expect(groups.flatMap((it) => it.offers)).toHaveLength(steps.length);
    expect(grouped([offer('note')]).map((it) => it.group)).toEqual(['other']);
  });
});

describe('a line of the timeline', () => {
  it('can be corrected where a step stands behind it, and not where data is gone', () => {
    expect(stepOfLine('consent-given')).toBe('consent-given');
    expect(stepOfLine('contact-erased')).toBeNull();
    expect(stepOfLine('opened')).toBeNull();
  });
});
