// What all registers say.

import type { Register } from '../../../api/commands';
import { figure } from '../../../numbers';

export const tabs: Record<Register, string> = {
  disclosures: 'Disclosures',
  recipients: 'Recipients',
  children: 'Children',
  authorizations: 'Health authorisations',
  consents: 'Explicit consents',
  suppression: 'Suppression',
  incidents: 'Incidents',
};

export const shared = {
  tabsLabel: 'Registers',
  timeline: 'What happened',
  corrected: 'Corrected later',
  writtenBy: (officer: string, when: string) => `written by ${officer}, ${when}`,
  toRequest: (reference: string) => `Go to ${reference}`,
  showLetter: 'Show the letter',
  takeOut: 'Print or export',
  printList: 'Print the list…',
  savePdf: 'Save as PDF…',
  saveCsv: 'Save as CSV…',
  saveJson: 'Save as JSON…',
  print: 'Print',
  savedAt: (place: string) => `Saved as ${place}.`,
  reason: 'Why',
  reasonNeeded: 'Write the reason first; it stands in the register.',
  struck: 'Struck out',
  struckBecause: 'Struck out',
  strike: 'Strike out',
  strikeConfirm: 'Strike it out',
  request: 'Belongs to the request',
  requestNone: 'No request',
  found: (count: number) => (count === 1 ? '1 found' : `${figure(count)} found`),
  nothing: 'Nothing fits this.',
  erase: 'Erase the person',
  eraseReason: 'Why the person is erased',
  eraseReasonNeeded: 'Write why; the reason stays in the log, without the name.',
  eraseConfirm: 'Erase for good',
  eraseDone: 'The person is erased.',
  erasedOn: (day: string) => `Erased on ${day}`,
  clear: 'Show all',
  nobody: '–',
  ticks: 'Ticked',
  entered: (officer: string, when: string) => `Entered by ${officer}, ${when}`,
};
