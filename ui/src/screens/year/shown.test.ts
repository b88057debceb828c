import { afterEach, describe, expect, it } from 'vitest';
import { returnTo, shown } from './shown.svelte';

afterEach(() => shown.forget());

describe('how far a page was read', () => {
  it('is kept for that page, and begins anew with another', () => {
    const reading = shown.reading('register 2026');
    reading.top = 300;
    reading.spot('register').page = 2;
    reading.spot('register').typed = 'access';
    expect(shown.reading('register 2026').top).toBe(300);
    expect(shown.reading('register 2026').spot('register')).toMatchObject({ page: 2, typed: 'access' });
    expect(shown.reading('register 2025').top).toBe(0);
    expect(shown.reading('register 2026').spot('register')).toMatchObject({ page: 0, typed: '' });
  });
  it('is forgotten with the desk that is locked, the span is not', () => {
    shown.last = { report: 'register' };
    shown.reading('a').spot('register').typed = 'somebody';
    shown.forgetReading();
    expect(shown.reading('a').spot('register').typed).toBe('');
    expect(shown.last.report).toBe('register');
  });
  it('ends at what was pressed to leave it, once', () => {
    const body = document.createElement('div');
    body.innerHTML = '<button data-testid="year-open-a-b-c">2026-0001</button>';
    body.scrollTo = () => undefined;
    document.body.append(body);
    const reading = shown.reading('a');
    reading.left = 'year-open-a-b-c';
    returnTo(body, reading);
    expect(document.activeElement?.textContent).toBe('2026-0001');
    expect(reading.left).toBe('');
  });
});
