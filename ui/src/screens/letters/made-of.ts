// Which texts a letter was made of, in words.

import type { LetterWay } from '../../api/commands';
import { words } from '../../words';

const SHOWN = 8;

/** Our own versions, or the set that came with the program; empty where nothing was kept of it. */
export function madeOf(way: Pick<LetterWay, 'wording' | 'templates'> | null | undefined): string {
  const w = words.wording;
  const own = way?.wording ?? [];
  if (own.length > 0) return w.madeOf(own.map((it) => w.madeOfOne(it.path, it.version)).join('; '));
  const set = way?.templates ?? '';
  return set ? w.madeOfOriginal(set.slice(0, SHOWN)) : '';
}
