// Files as they come over the border and as people read them.

/** Bytes of a file that came as base64. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** Text of a file: UTF-8 when it is, else Windows-1252, which reads any byte. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

export type Shown = 'image' | 'pdf' | 'text' | 'none';

const IMAGES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'];

/** How a file can be looked at inside the window. Pages and drawings that may hold scripts are only saved. */
export function shownAs(mediaType: string, name: string): Shown {
  const type = mediaType.toLowerCase().split(';')[0]?.trim() ?? '';
  if (type === 'application/pdf') return 'pdf';
  if (IMAGES.includes(type)) return 'image';
  if (type === 'text/html' || type === 'image/svg+xml') return 'none';
  if (type.startsWith('text/') || type === 'message/rfc822' || type === 'application/json') return 'text';
  return /\.(eml|txt|csv|md|log|json)$/i.test(name) ? 'text' : 'none';
}

/** A size in the unit in which people say it. */
export function sizeParts(bytes: number): { value: number; unit: 'B' | 'KB' | 'MB' } {
  if (bytes < 1000) return { value: bytes, unit: 'B' };
  if (bytes < 999_500) return { value: Math.max(1, Math.round(bytes / 1000)), unit: 'KB' };
  return { value: Math.round(bytes / 100_000) / 10, unit: 'MB' };
}
