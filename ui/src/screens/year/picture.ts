// The inks of a picture that are patterns.

import type { Ink } from '../../api/commands';

interface Pattern {
  ink: Ink;
  size: number;
  path?: string;
  dot?: number;
}

/** What tells these inks from the others without a colour: hatched, dotted, cross-hatched. */
export const PATTERNS: readonly Pattern[] = [
  { ink: 'second', size: 5, path: 'M-1 1 1 -1M0 5 5 0M4 6 6 4' },
  { ink: 'third', size: 4, dot: 0.9 },
  { ink: 'late', size: 5, path: 'M0 0 5 5M0 5 5 0' },
];

/** What a bar is filled with: a pattern of this picture, or nothing where its style says the colour. */
export function fillOf(ink: Ink, picture: string): string | undefined {
  return PATTERNS.some((it) => it.ink === ink) ? `url(#${picture}-${ink})` : undefined;
}
