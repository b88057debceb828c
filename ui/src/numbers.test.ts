import { describe, expect, it } from 'vitest';
import { figure, figureOfDays } from './numbers';

describe('a figure', () => {
  it('has commas from a thousand on', () => {
    expect([0, 999, 1000, 12345, 1234567].map(figure)).toEqual(['0', '999', '1,000', '12,345', '1,234,567']);
  });
  it('of days has one tenth, always', () => {
    expect([0, 3, 12.34, 1234.56].map(figureOfDays)).toEqual(['0.0', '3.0', '12.3', '1,234.6']);
  });
});
