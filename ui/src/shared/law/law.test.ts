import { expect, test } from 'vitest';
import type { LawSheetLine } from '../../api/commands';
import { sectionsOf, sectionsWith } from './law';

const line = (kind: string, text: string, label = '', cite = ''): LawSheetLine => ({
  kind,
  depth: 0,
  label,
  text,
  cite,
});
const LINES = [
  line('says', 'Virginia', 'Where:'),
  line('head', 'Confirm and access (access)', '', 'Va. Code 59.1-577(A)(1)'),
  line('says', '45 days', 'Answer within', 'Va. Code 59.1-577(B)(1)'),
  line('head', 'Delete (erasure)'),
  line('caution', 'Taken from a commentary.'),
];

test('a line belongs to the head above it, and what comes before to the law itself', () => {
  const sections = sectionsOf(LINES);
  expect(sections.map((section) => section.title)).toEqual([
    '',
    'Confirm and access (access)',
    'Delete (erasure)',
  ]);
  expect(sections.map((section) => section.lines.length)).toEqual([1, 1, 1]);
});

test('typing keeps the sections that hold every word, in label, text or article', () => {
  const sections = sectionsOf(LINES);
  const titles = (typed: string) => sectionsWith(sections, typed).map((section) => section.title);
  expect(titles('')).toHaveLength(3);
  expect(titles('answer 45')).toEqual(['Confirm and access (access)']);
  expect(titles('577(b)')).toEqual(['Confirm and access (access)']);
  expect(titles('commentary')).toEqual(['Delete (erasure)']);
  expect(titles('nothing such')).toEqual([]);
});
