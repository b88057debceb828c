// A law and its article as one says them together.

/** "EU GDPR Art. 17", not "EU GDPR GDPR Art. 17": the article often begins with the law's own name. */
export function lawAndCite(short: string, cite: string): string {
  if (cite === '') return short;
  if (cite.startsWith(`${short} `)) return cite;
  const [first = '', ...rest] = cite.split(' ');
  if (short === first || short.endsWith(` ${first}`)) return `${short} ${rest.join(' ')}`;
  return `${short}, ${cite}`;
}
