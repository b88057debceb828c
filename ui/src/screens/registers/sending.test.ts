import { describe, expect, it } from 'vitest';
import type { Problem } from '../../api/commands';
import { bareField, problemOf, Sending } from './sending.svelte';

const lacks = (...fields: string[]): Problem[] => fields.map((field) => ({ field, message: `${field}?` }));

describe('the place of a complaint', () => {
  it('is the field it means, however deep the core says it', () => {
    expect(bareField('about.parent.name')).toBe('parent.name');
    expect(bareField('items[2]')).toBe('items');
    expect(bareField('people[3].email')).toBe('people');
    expect(problemOf(lacks('about.child'), 'child')).toBe('about.child?');
    expect(problemOf(lacks('about.child'), 'parent')).toBeNull();
  });
});

describe('a sheet', () => {
  it('says nothing before it is sent', () => {
    const form = new Sending(
      () => ['child'],
      () => lacks('child', 'far'),
    );
    expect([form.error('child'), form.above]).toEqual([null, '']);
  });

  it('is not sent while something is lacking', async () => {
    let sent = 0;
    const form = new Sending(
      () => ['child'],
      () => lacks('child', 'far'),
    );
    await form.send(null, async () => sent++);
    expect([sent, form.error('child'), form.above]).toEqual([0, 'child?', 'far?']);
  });

  it('shows a refusal beside its field, and above the buttons where no field is shown for it', async () => {
    const refuse = (field: string | null) => async () => {
      throw { code: 'input', message: 'No.', field };
    };
    const form = new Sending(
      () => ['parent.name'],
      () => [],
    );
    await form.send(null, refuse('about.parent.name'));
    expect([form.error('parent.name'), form.above]).toEqual(['No.', '']);
    await form.send(null, refuse('hidden'));
    expect([form.error('parent.name'), form.above]).toEqual([null, 'No.']);
    await form.send(null, async () => undefined);
    expect([form.error('parent.name'), form.above]).toEqual([null, '']);
  });

  it('puts the cursor into the first field that is wrong, in the order of the sheet', async () => {
    document.body.innerHTML = '<p data-field="a"><input id="a"></p><p data-field="b"><input id="b"></p>';
    const form = new Sending(
      () => ['a', 'b'],
      () => lacks('b', 'a'),
    );
    await form.send(document.body, async () => undefined);
    expect(document.activeElement?.id).toBe('a');
  });
});
