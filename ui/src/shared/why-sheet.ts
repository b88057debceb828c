// The page that says why a date is that date: to paper, or to a file.

import { call, shell, type Deadline, type Place } from '../api/core';
import { bytesOf } from './files';
import { printPdf } from './pdf/print';

/** Which date of which request; none where the date belongs to no logged claim yet. */
function asked(request: number, deadline: Deadline) {
  if (deadline.claim === null) return null;
  return { request, claim: deadline.claim, law: deadline.law, kind: deadline.kind };
}

export async function printWhy(request: number, deadline: Deadline): Promise<void> {
  const ask = asked(request, deadline);
  if (ask) await printPdf(bytesOf((await call('why_sheet', ask)).base64));
}

export async function saveWhy(request: number, deadline: Deadline): Promise<Place | null> {
  const ask = asked(request, deadline);
  return ask ? shell.saveWhy(ask) : null;
}
