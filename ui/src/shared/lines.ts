/** Lines of an address as one text for a field, and back without empty ones. */
export const toText = (lines: readonly string[]): string => lines.join('\n');

export const toLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
