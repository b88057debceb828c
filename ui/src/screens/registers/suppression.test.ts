import { describe, expect, it } from 'vitest';
import { emailsOf, nothing, sentOf, shortHash } from './suppression';

const typed = nothing('2026-03-05', 12);

describe('addresses for the suppression list', () => {
  it('are taken one by one, however they were pasted, and none twice', () => {
    expect(emailsOf('a@b.example, A@B.example\n<c@d.example>; e@f.example ')).toEqual([
      'a@b.example',
      'c@d.example',
      'e@f.example',
    ]);
    expect(emailsOf(' \n,;')).toEqual([]);
  });

  it('are nothing until an address is there', () => {
    expect(sentOf({ ...typed, reason: 'Asked.' })).toEqual([]);
    expect(sentOf({ ...typed, address: ' \n' })).toEqual([]);
    expect(sentOf({ ...typed, phone: '555 0143' })).toHaveLength(1);
  });

  it('go each with its day and its reason; phone and post are said once', () => {
    const sent = sentOf({ ...typed, emails: 'a@b.example c@d.example', phone: ' 5 ', reason: ' Asked. ' });
    expect(sent.map((it) => [it.email, it.phone, it.reason, it.request])).toEqual([
      ['a@b.example', '5', 'Asked.', 12],
      ['c@d.example', '', 'Asked.', 12],
    ]);
  });

  it('name a recipient only where it is that recipient’s marketing', () => {
    const of = (scope: typeof typed.scope) =>
      sentOf({ ...typed, scope, recipient: 3, phone: '1' })[0]?.recipient;
    expect(of('newsletter')).toBeNull();
    expect(of('recipient-marketing')).toBe(3);
  });

  it('are called by their hash when it is all that is kept', () => {
    expect(shortHash('0123456789abcdef')).toBe('0123456789ab…');
  });
});
