import { expect, test } from 'vitest';
import { charsIn, sliceChars, unitAt } from './offsets';

const text = 'We 🤝 never 𝒔𝒆𝒍𝒍 “data” — Łódź.';

test('characters and units agree with the language’s own iterator', () => {
  const chars = [...text];
  let units = 0;
  chars.forEach((char, at) => {
    expect(unitAt(text, at)).toBe(units);
    expect(charsIn(text, units)).toBe(at);
    units += char.length;
  });
  expect(unitAt(text, chars.length)).toBe(text.length);
  expect(charsIn(text)).toBe(chars.length);
});

test('a slice by characters never cuts a pair', () => {
  expect(sliceChars(text, 3, 4)).toBe('🤝');
  expect(sliceChars(text, 11, 15)).toBe('𝒔𝒆𝒍𝒍');
  expect(sliceChars(text, 16, 22)).toBe('“data”');
});

test('beyond the text it ends with the text', () => {
  expect(unitAt('abc', 9)).toBe(3);
  expect(unitAt('🤝', 9)).toBe(2);
  expect(unitAt('abc', -1)).toBe(0);
  expect(charsIn('🤝', 1)).toBe(1);
  expect(sliceChars('abc', 2, 9)).toBe('c');
});
