import { expect, it } from 'vitest';
import { cautionsOnce } from './notes';

const list = (...cautions: (string | null)[]) => [...cautionsOnce(cautions.map((caution) => ({ caution })))];

it('says a caution once where several notes carry it, and leaves it beside the note that alone does', () => {
  expect(list()).toEqual([]);
  expect(list(null, null)).toEqual([]);
  expect(list('Commentary.', null)).toEqual([]);
  expect(list('Commentary.', 'Proposed.', 'Commentary.', 'Commentary.')).toEqual(['Commentary.']);
});
