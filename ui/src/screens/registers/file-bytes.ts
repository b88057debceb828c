// A file that the officer chose, as it goes over the border.

/** In pieces: one call with all the bytes of a large file would overrun the stack. */
const PIECE = 0x8000;

export function base64Of(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
