import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LetterheadIn, LetterheadPage, LetterheadPreview, LetterheadView } from '../../api/commands';

const { invoke } = vi.hoisted(() => ({
  invoke: vi.fn<(name: string, args: { name: string; args: unknown }) => Promise<unknown>>(),
}));
vi.mock('@tauri-apps/api/core', () => ({ invoke }));

const { letterhead } = await import('./letterhead-form.svelte');
const { formOf, heightOf, kept, none, pageOf, problemAt, same, seenLine, sent, windowLine } =
  await import('./letterhead');

const page: LetterheadPage = {
  name: '',
  name_in_logo: false,
  address: [],
  contact: ['privacy@harbourlane.example'],
  footer: ['HRB 1', '', 'Bank', 'IBAN'],
  place: '',
  logo_side: 'left',
  logo_height: 18,
  justified: false,
  hyphenated: false,
  folds: true,
  punch: true,
  paper: 'a4',
  envelope: 'din5008-b',
  office: '',
};
let view: LetterheadView;
let refuse: string | null;
const asked: { name: string; args: unknown }[] = [];
const seen = { name: 'logo.svg', kind: 'SVG', pixels: null, size: 900, note: '' };
const box = { left: 25, top: 62, right: 80, bottom: 80 };
const preview: LetterheadPreview = {
  base64: '',
  pages: 1,
  window: { fits: true, why: '', address: box, visible: box, source: '' },
  sender: null,
};

beforeEach(async () => {
  vi.useRealTimers();
  refuse = null;
  asked.length = 0;
  view = {
    page,
    logo: null,
    signature: null,
    officer: 'Ines Okafor',
    organisation: 'Harbour Lane Studio',
    address: ['Harbour Lane 14'],
    contact: ['privacy@harbourlane.example'],
  };
  invoke.mockReset();
  invoke.mockImplementation((_, call) => {
    asked.push(call);
    if (refuse && call.name !== 'letterhead_show')
      return Promise.reject({ code: 'input', message: 'No.', field: refuse });
    if (call.name === 'letterhead_save') {
      const args = call.args as LetterheadIn;
      view = { ...view, page: args.page, logo: args.logo.keep ? view.logo : args.logo.base64 ? seen : null };
    }
    const replies: Record<string, unknown> = { letterhead_preview: preview, letterhead_picture: seen };
    return Promise.resolve(replies[call.name] ?? view);
  });
  letterhead.forget();
  await letterhead.load();
});

describe('the form', () => {
  it('gives back the page it was made of', () => {
    expect(pageOf(formOf(page))).toEqual(page);
    expect(pageOf({ ...formOf(page), footer: '  ' }).footer).toEqual([]);
  });
  it.each([
    ['HRB 1\n\n\nBank\n\n', ['HRB 1', '', 'Bank'], 'one empty line parts, more do not, and none stands last'],
    ['\nHRB 1', ['HRB 1'], 'none stands first'],
    ['HRB 1 \n Bank', ['HRB 1', 'Bank'], 'a line is a line'],
  ])('reads the foot %j', (typed, lines) => {
    expect(pageOf({ ...formOf(page), footer: typed }).footer).toEqual(lines);
  });
  it.each([
    ['18', 18],
    [' 6 ', 6],
    ['40', 40],
    ['5', null],
    ['41', null],
    ['', null],
    ['1.5', null],
    ['-9', null],
  ])('takes a height of %j as %j', (typed, height) => {
    expect(heightOf(typed)).toBe(height);
    expect(sent({ ...formOf(page), logo_height: typed }, kept(null), none()) === null).toBe(height === null);
  });
  it('knows when nothing changed', () => {
    expect(same(formOf(page), formOf(page))).toBe(true);
    expect(same(formOf(page), { ...formOf(page), place: 'Hamburg' })).toBe(false);
    expect(same(formOf(page), { ...formOf(page), place: ' ' })).toBe(true);
  });
  it('puts what the core refuses where it belongs', () => {
    expect(problemAt({ code: 'input', message: 'No.', field: 'logo' })).toEqual({ logo: 'No.' });
    expect(problemAt({ code: 'input', message: 'No.', field: 'date' })).toBeNull();
    expect(problemAt({ code: 'input', message: 'No.', field: null })).toBeNull();
  });
  it('says what a file is', () => {
    expect(seenLine(seen)).toBe('SVG, 900 B');
    expect(seenLine({ ...seen, kind: 'PNG', size: 12_000, pixels: { width: 600, height: 200 } })).toBe(
      'PNG, 600 × 200 pixels, 12 KB',
    );
  });
  it('says first what a window hides', () => {
    const hidden = { ...preview.window, fits: false, why: 'Too long.' };
    expect(windowLine(preview)?.good).toBe(true);
    expect(windowLine({ ...preview, sender: hidden })).toEqual({ good: false, text: 'Too long.' });
    expect(windowLine({ ...preview, window: { ...preview.window, visible: null } })).toBeNull();
  });
});

describe('the letterhead being edited', () => {
  it('is unsaved from the first letter, and clean again when it is as before', () => {
    expect(letterhead.dirty).toBe(false);
    if (letterhead.form) letterhead.form.place = 'Hamburg';
    expect(letterhead.dirty).toBe(true);
    letterhead.undo();
    expect(letterhead.dirty).toBe(false);
    expect(letterhead.form?.place).toBe('');
  });
  it('sets the page once the hands rest, and never for a height that is none', async () => {
    vi.useFakeTimers();
    const before = asked.length;
    for (const place of ['H', 'Ha', 'Ham']) {
      if (letterhead.form) letterhead.form.place = place;
      letterhead.changed();
    }
    await vi.advanceTimersByTimeAsync(400);
    expect(asked.slice(before).map((it) => it.name)).toEqual(['letterhead_preview']);
    if (letterhead.form) letterhead.form.logo_height = '';
    letterhead.changed();
    await vi.advanceTimersByTimeAsync(400);
    expect(asked.length).toBe(before + 1);
    expect(letterhead.problems.logo_height).toMatch(/6 to 40/);
  });
  it('takes a logo, shows it, and keeps it when saved', async () => {
    await letterhead.hand('logo', 'logo.svg', 'PHN2Zz4=');
    expect(letterhead.logo.seen).toEqual(seen);
    expect(letterhead.dirty).toBe(true);
    await letterhead.save();
    expect(asked.at(-1)?.args).toMatchObject({
      logo: { keep: false, base64: 'PHN2Zz4=' },
      signature: { keep: true },
    });
    expect(letterhead.dirty).toBe(false);
    expect(letterhead.logo).toEqual(kept(seen));
  });
  it('leaves the old logo where a new one cannot be read', async () => {
    refuse = 'logo';
    await letterhead.hand('logo', 'logo.gif', 'R0lG');
    expect(letterhead.problems.logo).toBe('No.');
    expect(letterhead.logo.file.keep).toBe(true);
    expect(letterhead.dirty).toBe(false);
    refuse = null;
    vi.useFakeTimers();
    letterhead.changed();
    await vi.advanceTimersByTimeAsync(400);
    expect(letterhead.problems.logo).toBe('No.');
  });
  it('removes it only when saved', async () => {
    letterhead.remove('logo');
    expect(letterhead.dirty).toBe(true);
    letterhead.undo();
    expect(letterhead.dirty).toBe(false);
    letterhead.remove('logo');
    await letterhead.save();
    expect(asked.at(-1)?.args).toMatchObject({ logo: { keep: false, base64: '' } });
  });
  it('stays typed when the core refuses it', async () => {
    if (letterhead.form) letterhead.form.name = 'x'.repeat(300);
    refuse = 'name';
    expect(await letterhead.save()).toBeNull();
    expect(letterhead.problems.name).toBe('No.');
    expect(letterhead.dirty).toBe(true);
  });
  it('outlives another screen and the lock, and goes with the desk', async () => {
    if (letterhead.form) letterhead.form.place = 'Hamburg';
    letterhead.lock();
    expect(letterhead.preview).toBeNull();
    await letterhead.load();
    expect(letterhead.form?.place).toBe('Hamburg');
    letterhead.forget();
    expect(letterhead.form).toBeNull();
  });
});
