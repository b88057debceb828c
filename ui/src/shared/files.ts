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

/** The bytes of a file for the core; tells how far it is, of a hundred. */
export async function base64Of(file: Blob, tell: (share: number) => void): Promise<string> {
  // Pieces of a multiple of three bytes join without padding in between.
  const PIECE = 3 * 256 * 1024;
  const parts: string[] = [];
  for (let from = 0; from < file.size; from += PIECE) {
    const bytes = new Uint8Array(await readPiece(file.slice(from, from + PIECE)));
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192)
      text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    parts.push(btoa(text));
    tell(Math.floor((Math.min(file.size, from + PIECE) * 100) / file.size));
  }
  return parts.join('');
}

function readPiece(piece: Blob): Promise<ArrayBuffer> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result as ArrayBuffer);
    reader.onerror = () => failed(reader.error ?? new Error(''));
    reader.readAsArrayBuffer(piece);
  });
}
