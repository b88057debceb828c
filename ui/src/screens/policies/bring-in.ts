// What the page decides about a policy before the core sees it: whether it can be one, and what is missing about it.

import type { PolicyAbout } from '../../api/commands';
import { sizeParts } from '../../shared/files';
import { words } from '../../words';

export const ENDINGS = ['.txt', '.md', '.html', '.htm', '.pdf', '.docx'];

/** More than any policy; the core refuses it too. */
export const LARGEST = 50_000_000;

export function sizeWords(bytes: number): string {
  const { value, unit } = sizeParts(bytes);
  return words.request.size(String(value), unit);
}

/** Why a file cannot be a policy, or null. */
export function readable(name: string, size: number): string | null {
  const w = words.policies.bring;
  const lower = name.toLowerCase();
  if (!ENDINGS.some((ending) => lower.endsWith(ending))) return w.wrongKind(name);
  return size > LARGEST ? w.tooLarge(name, sizeWords(LARGEST)) : null;
}

export type AboutErrors = Partial<Record<'title' | 'from' | 'until', string>>;

export function aboutErrors(about: PolicyAbout): AboutErrors {
  const w = words.policies.about;
  return {
    ...(about.title.trim() ? {} : { title: w.titleNeeded }),
    ...(about.from ? {} : { from: w.fromNeeded }),
    ...(about.from && about.until && about.until < about.from ? { until: w.untilWrong } : {}),
  };
}

const GIVEN = ['file', 'name', 'base64', 'text'];
const ABOUT = ['title', 'from', 'until', 'source', 'publisher'];

/**
 * Where a refusal of the core is shown: beside the file or the pasted text, beside a field of the version,
 * or `otherwise` when it names nothing that is on the page.
 */
export function placeOf(field: string | null, way: 'file' | 'paste', otherwise: string): string {
  const name = (field ?? '').split('.').at(-1) ?? '';
  if (GIVEN.includes(name)) return way;
  return ABOUT.includes(name) ? name : otherwise;
}
