import { describe, expect, it } from 'vitest';
import { lawAndCite } from './cite';

describe('a law with its article', () => {
  it('says the name of the law once', () => {
    expect(lawAndCite('EU GDPR', 'GDPR Art. 17')).toBe('EU GDPR Art. 17');
    expect(lawAndCite('UK GDPR', 'UK GDPR Art. 17')).toBe('UK GDPR Art. 17');
    expect(lawAndCite('EU GDPR', 'GDPR Art. 21(2)-(3)')).toBe('EU GDPR Art. 21(2)-(3)');
  });

  it('names both where they differ', () => {
    expect(lawAndCite('CCPA', 'Civ. Code 1798.105')).toBe('CCPA, Civ. Code 1798.105');
    expect(lawAndCite('CAN-SPAM', '')).toBe('CAN-SPAM');
  });
});
