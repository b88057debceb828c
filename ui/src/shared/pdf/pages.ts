// Sizes of pages on the screen and on paper.

export type Zoom = 'fit' | 1 | 1.5;

/** CSS pixels per point of a PDF at 100 %. */
export const CSS_PER_POINT = 96 / 72;
const PRINT_DPI = 300;
/** A page of A4 at 300 dpi takes 35 MB; more pages than this are rendered coarser rather than not at all. */
const FULL_QUALITY_PAGES = 8;
const COARSE_DPI = 200;

export interface Size {
  width: number;
  height: number;
}

/** Scale for pdf.js. Fitting fills the width but never grows beyond 150 %. */
export function scaleFor(zoom: Zoom, page: Size, room: number): number {
  if (zoom !== 'fit') return zoom * CSS_PER_POINT;
  const fit = room / page.width;
  return Math.max(0.25, Math.min(fit, 1.5 * CSS_PER_POINT));
}

/** The canvas in device pixels, within what WebKit still draws. */
export function pixelRatio(device: number, size: Size): number {
  const most = 16_000_000;
  const wanted = Math.max(1, Math.min(device, 3));
  const pixels = size.width * size.height * wanted * wanted;
  return pixels <= most ? wanted : wanted * Math.sqrt(most / pixels);
}

export function printScale(pages: number): number {
  return (pages > FULL_QUALITY_PAGES ? COARSE_DPI : PRINT_DPI) / 72;
}

/** The paper of a document for `@page`, in points as the PDF gives them. */
export function pageRule(size: Size): string {
  return `@page { size: ${round(size.width)}pt ${round(size.height)}pt; margin: 0; }`;
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}

/** The page that takes up most of the view. */
export function pageInView(tops: number[], heights: number[], scroll: number, room: number): number {
  let best = 0;
  let most = -1;
  tops.forEach((top, i) => {
    const seen = Math.min(top + (heights[i] ?? 0), scroll + room) - Math.max(top, scroll);
    if (seen > most + 0.5) {
      most = seen;
      best = i;
    }
  });
  return best + 1;
}
