// Prints a PDF without leaving a file behind: its pages become a layer that only paper shows.

import { shell } from '../../api/core';
import { onLock } from '../../state/session.svelte';
import { closePdf, drawPage, openPdf } from './document';
import { pageRule, printScale } from './pages';
import './print.css';

const LAYER = 'print-layer';
let paper: CSSStyleSheet | null = null;

/** Takes the printed pages away; they hold personal data, so locking the desk does it too. */
export function clearPrintLayer(): void {
  document.getElementById(LAYER)?.remove();
  if (paper) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== paper);
  paper = null;
}

onLock(clearPrintLayer);

/** Renders every page for paper and opens the system's print dialog. */
export async function printPdf(bytes: Uint8Array): Promise<void> {
  clearPrintLayer();
  const pdf = await openPdf(bytes);
  try {
    const layer = document.createElement('div');
    layer.id = LAYER;
    layer.setAttribute('aria-hidden', 'true');
    const scale = printScale(pdf.numPages);
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const canvas = document.createElement('canvas');
      await drawPage(page, canvas, scale, 'print').promise;
      if (number === 1) usePaper(page.getViewport({ scale: 1 }));
      layer.append(canvas);
    }
    document.body.append(layer);
  } finally {
    closePdf(pdf);
  }
  await painted();
  window.addEventListener('afterprint', clearPrintLayer, { once: true });
  await shell.print();
}

function usePaper(size: { width: number; height: number }): void {
  paper = new CSSStyleSheet();
  paper.replaceSync(pageRule(size));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, paper];
}

function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
