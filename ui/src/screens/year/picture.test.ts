import { expect, it } from 'vitest';
import type { Ink } from '../../api/commands';
import { fillOf, PATTERNS } from './picture';

it('fills with a pattern of its own picture what colour alone would tell apart', () => {
  expect(fillOf('second', 'p1')).toBe('url(#p1-second)');
  expect(fillOf('late', 'p2')).toBe('url(#p2-late)');
  expect(fillOf('first', 'p1')).toBeUndefined();
  const inks: Ink[] = PATTERNS.map((it) => it.ink);
  expect(new Set(inks).size).toBe(inks.length);
});
