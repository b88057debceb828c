// The core counts characters, the page counts UTF-16 units: a character outside the first plane is one there and two here.

const PAIRS = /[\uD800-\uDFFF]/;

/** How many characters the first `units` units of a text are. Half a pair counts as the whole before it. */
export function charsIn(text: string, units: number = text.length): number {
  const head = text.slice(0, Math.max(0, units));
  if (!PAIRS.test(head)) return head.length;
  let count = 0;
  for (let at = 0; at < head.length; count += 1) at += (head.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return count;
}

/** At which unit the character with this number begins; the length of the text when it has fewer. */
export function unitAt(text: string, chars: number): number {
  if (!PAIRS.test(text)) return Math.min(Math.max(0, chars), text.length);
  let at = 0;
  for (let count = 0; count < chars && at < text.length; count += 1) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return at;
}

/** The words from one character to another. */
export function sliceChars(text: string, start: number, end: number): string {
  return text.slice(unitAt(text, start), unitAt(text, end));
}
