import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Deadline } from '../api/commands';

const call = vi.fn();
const save = vi.fn();
const print = vi.fn();
vi.mock('../api/core', () => ({ call, shell: { saveWhy: save } }));
vi.mock('./pdf/print', () => ({ printPdf: print }));
const { printWhy, saveWhy } = await import('./why-sheet');

const deadline = { claim: 4, law: 'eu-gdpr', kind: 'respond' } as Deadline;
const asked = { request: 7, claim: 4, law: 'eu-gdpr', kind: 'respond' };

beforeEach(() => {
  vi.resetAllMocks();
  call.mockResolvedValue({ name: 'Why.pdf', pages: 1, base64: btoa('page') });
  save.mockResolvedValue({ place: '~/Why.pdf' });
});

describe('the page that says why', () => {
  it('is made by the core for this date and goes to paper', async () => {
    await printWhy(7, deadline);
    expect(call).toHaveBeenCalledWith('why_sheet', asked);
    expect(String.fromCharCode(...(print.mock.calls[0]?.[0] as Uint8Array))).toBe('page');
  });

  it('is saved by the shell', async () => {
    expect(await saveWhy(7, deadline)).toEqual({ place: '~/Why.pdf' });
    expect(save).toHaveBeenCalledWith(asked);
  });

  it('is not there for a date that belongs to no claim', async () => {
    await printWhy(7, { ...deadline, claim: null });
    expect(await saveWhy(7, { ...deadline, claim: null })).toBeNull();
    expect(call).not.toHaveBeenCalled();
    expect(save).not.toHaveBeenCalled();
  });
});
