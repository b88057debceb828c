// Opens a PDF with pdf.js, all of it from our own bundle. The legacy build runs on the WebKit that
// long-lived Linux systems ship; the modern one does not.

import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

export type { PDFDocumentProxy, PDFPageProxy, RenderTask };

let library: Promise<typeof import('pdfjs-dist')> | null = null;

export function pdfjs(): Promise<typeof import('pdfjs-dist')> {
  library ??= import('pdfjs-dist/legacy/build/pdf.mjs').then((lib) => {
    const it = lib as unknown as typeof import('pdfjs-dist');
    it.GlobalWorkerOptions.workerSrc = workerUrl;
    return it;
  });
  return library;
}

/** The document of these bytes. The bytes are copied, because the worker takes what it is given. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const lib = await pdfjs();
  return lib.getDocument({ data: bytes.slice(), isEvalSupported: false, enableXfa: false, verbosity: 0 })
    .promise;
}

/** Frees the memory of a document; safe to call twice. */
export function closePdf(document: PDFDocumentProxy | null): void {
  void document?.loadingTask.destroy();
}

/** Draws a page into a canvas on white, `scale` device pixels per point. */
export function drawPage(
  page: PDFPageProxy,
  canvas: HTMLCanvasElement,
  scale: number,
  intent: 'display' | 'print',
): RenderTask {
  const viewport = page.getViewport({ scale });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  return page.render({ canvas, viewport, intent, background: 'white' });
}
