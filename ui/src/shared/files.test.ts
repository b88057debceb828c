import { describe, expect, it } from 'vitest';
import { bytesOf, shownAs, sizeParts, textOf } from './files';

describe('files', () => {
  it('are shown when that is safe', () => {
    expect(shownAs('application/pdf', 'a.pdf')).toBe('pdf');
    expect(shownAs('image/png', 'a.png')).toBe('image');
    expect(shownAs('text/plain; charset=utf-8', 'a.txt')).toBe('text');
    expect(shownAs('application/octet-stream', 'Her mail.eml')).toBe('text');
    expect(shownAs('text/html', 'a.html')).toBe('none');
    expect(shownAs('image/svg+xml', 'a.svg')).toBe('none');
  });

  it('are read whatever their letters are', () => {
    expect(textOf(bytesOf(btoa('abc')))).toBe('abc');
    expect(textOf(new Uint8Array([0xe9]))).toBe('é');
    expect(textOf(new TextEncoder().encode('Łódź'))).toBe('Łódź');
  });

  it('have sizes as people read them', () => {
    expect(sizeParts(0)).toEqual({ value: 0, unit: 'B' });
    expect(sizeParts(14_200)).toEqual({ value: 14, unit: 'KB' });
    expect(sizeParts(999_600)).toEqual({ value: 1, unit: 'MB' });
    expect(sizeParts(2_340_000)).toEqual({ value: 2.3, unit: 'MB' });
  });
});
