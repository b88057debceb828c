/** Lower case without accents, so that "Lodz" finds "Łódź"; an underscore is a space: "Sao_Paulo" is "São Paulo". */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ł/gi, 'l')
    .replace(/ß/g, 'ss')
    .replace(/ø/gi, 'o')
    .replaceAll('_', ' ')
    .toLowerCase();
}

/** Whether every word typed is somewhere in the text. */
export function matches(text: string, typed: string): boolean {
  const hay = plain(text);
  return plain(typed)
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

/** The items that match, those that begin with what was typed first; never more than `most`. */
export function found<T>(items: readonly T[], typed: string, label: (item: T) => string, most = 60): T[] {
  if (!typed.trim()) return items.slice(0, most);
  const start = plain(typed.trim());
  const hits = items.filter((item) => matches(label(item), typed.trim()));
  const first = hits.filter((item) => plain(label(item)).startsWith(start));
  const rest = hits.filter((item) => !plain(label(item)).startsWith(start));
  return [...first, ...rest].slice(0, most);
}
