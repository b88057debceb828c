// What the letterhead's form decides: from the core's page to texts that are typed, and back.

import type {
  Envelope,
  LetterheadIn,
  LetterheadPage,
  LetterheadPreview,
  LogoSide,
  Paper,
  PictureIn,
  PictureSeen,
  Refusal,
} from '../../api/commands';
import { sizeParts } from '../../shared/files';
import { toLines, toText } from '../../shared/lines';
import { words } from '../../words';

export const ENDINGS = ['.png', '.jpg', '.jpeg', '.svg'] as const;
/** A logo in millimetres; the core holds to the same. */
export const LOWEST = 6;
export const HIGHEST = 40;

export interface LetterheadForm {
  name: string;
  name_in_logo: boolean;
  address: string;
  contact: string;
  footer: string;
  place: string;
  logo_side: LogoSide;
  logo_height: string;
  justified: boolean;
  hyphenated: boolean;
  folds: boolean;
  punch: boolean;
  paper: Paper;
  envelope: Envelope;
  office: string;
}

export type LetterheadField = keyof LetterheadForm | 'logo' | 'signature';
export type LetterheadProblems = Partial<Record<LetterheadField, string>>;

/** A picture as the form has it: what goes to the core, and what was found in it. */
export interface PictureInHand {
  file: PictureIn;
  seen: PictureSeen | null;
}

export const kept = (seen: PictureSeen | null): PictureInHand => ({
  file: { keep: true, name: '', base64: '' },
  seen,
});
export const none = (): PictureInHand => ({ file: { keep: false, name: '', base64: '' }, seen: null });
export const fresh = (name: string, base64: string, seen: PictureSeen): PictureInHand => ({
  file: { keep: false, name, base64 },
  seen,
});

export function formOf(page: LetterheadPage): LetterheadForm {
  return {
    ...page,
    address: toText(page.address),
    contact: toText(page.contact),
    footer: toText(page.footer),
    logo_height: String(page.logo_height),
  };
}

/** Lines whose empty ones part columns; those at the end part nothing. */
const columns = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .filter((line, at, all) => line !== '' || (at > 0 && all[at - 1] !== ''));

/** The height that is typed, when it is one. */
export function heightOf(typed: string): number | null {
  if (!/^\s*\d{1,2}\s*$/.test(typed)) return null;
  const height = Number(typed);
  return height >= LOWEST && height <= HIGHEST ? height : null;
}

export function pageOf(form: LetterheadForm): LetterheadPage {
  const footer = columns(form.footer);
  return {
    ...form,
    name: form.name.trim(),
    place: form.place.trim(),
    office: form.office.trim(),
    address: toLines(form.address),
    contact: toLines(form.contact),
    footer: footer.length === 1 && footer[0] === '' ? [] : footer,
    logo_height: heightOf(form.logo_height) ?? LOWEST,
  };
}

/** Nothing where the form cannot be sent yet. */
export function sent(
  form: LetterheadForm,
  logo: PictureInHand,
  signature: PictureInHand,
): LetterheadIn | null {
  if (heightOf(form.logo_height) === null) return null;
  return { page: pageOf(form), logo: logo.file, signature: signature.file };
}

export function problemsOf(form: LetterheadForm): LetterheadProblems {
  return heightOf(form.logo_height) === null
    ? { logo_height: words.letterhead.heightBad(LOWEST, HIGHEST) }
    : {};
}

const FIELDS: ReadonlySet<string> = new Set<LetterheadField>([
  'name',
  'address',
  'contact',
  'footer',
  'place',
  'office',
  'logo_height',
  'logo',
  'signature',
]);

/** The field that the core speaks of; nothing when it speaks of none of them. */
export function problemAt(refusal: Refusal): LetterheadProblems | null {
  const field = refusal.field?.split('.').at(-1);
  return field && FIELDS.has(field) ? { [field]: refusal.message } : null;
}

export function same(a: LetterheadForm, b: LetterheadForm): boolean {
  return JSON.stringify(pageOf(a)) === JSON.stringify(pageOf(b)) && a.logo_height === b.logo_height;
}

/** What a file is, in one line. */
export function seenLine(seen: PictureSeen): string {
  const w = words.letterhead;
  const { value, unit } = sizeParts(seen.size);
  const pixels = seen.pixels ? w.pixels(seen.pixels.width, seen.pixels.height) : '';
  return w.seen(seen.kind, pixels, `${value} ${unit}`);
}

/** How the windows show what is printed: the first thing that is wrong, else that all is well; nothing without a window. */
export function windowLine(preview: LetterheadPreview): { good: boolean; text: string } | null {
  const wrong = [preview.window, preview.sender].find((window) => window && !window.fits);
  if (wrong) return { good: false, text: wrong.why };
  if (!preview.window.visible) return null;
  return { good: true, text: preview.sender ? words.letterhead.fitsBoth : words.letterhead.fits };
}
