// What the tests of this screen build with.

import type { PolicyBlock, PromiseRow, Reading } from '../../api/commands';

export const reading = (some: Partial<Reading> = {}): Reading => ({
  kind: 'no-sharing',
  audiences: ['everyone'],
  rights: [],
  polarity: 'does-not',
  ways: [],
  conditions: [],
  time_limit: null,
  frequency: null,
  exceptions: [],
  acts: [],
  data: [],
  age: null,
  ...some,
});

export const row = (key: string, start: number, end: number, some: Partial<PromiseRow> = {}): PromiseRow => ({
  key,
  id: null,
  state: 'suggested',
  own: false,
  corrected: false,
  start,
  end,
  quote: `words ${key}`,
  under: [],
  reading: reading(),
  why: [],
  reviewed_by: '',
  reviewed_at: '',
  ...some,
});

/** Blocks over one text, an empty line between two, counted in characters as the core counts. */
export function blocksOf(...texts: (string | [PolicyBlock['kind'], string])[]): PolicyBlock[] {
  let start = 0;
  return texts.map((it) => {
    const [kind, text] = typeof it === 'string' ? (['paragraph', it] as const) : it;
    const block: PolicyBlock = { kind, level: kind === 'paragraph' ? 0 : 1, start, text };
    start += [...text].length + 2;
    return block;
  });
}

/** One of a list, which a test knows to be there. */
export function nth<T>(list: readonly (T | undefined)[], number: number): T {
  const it = list[number];
  if (it === undefined) throw new Error(`There is no ${number} in the list.`);
  return it;
}
