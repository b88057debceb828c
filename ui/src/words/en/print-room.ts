// Words of the print room: the post of the day, what left, what came back.

import { figure } from '../../numbers';

const letters = (count: number) => (count === 1 ? '1 letter' : `${figure(count)} letters`);

export const printRoom = {
  tabs: 'Where the letters are',
  tab: { drafts: 'Drafts', ready: 'Ready', posted: 'Posted', returned: 'Came back' },
  tabWith: (name: string, count: number) => `${name} ${figure(count)}`,
  empty: {
    drafts: 'No letter is being written.',
    ready: 'Nothing is waiting to leave the house.',
    posted: 'No letter has left yet.',
    returned: 'No letter came back.',
  },
  columns: {
    tick: 'Choose',
    drafts: 'State',
    ready: 'Issued',
    posted: 'Left on',
    returned: 'Came back',
    how: 'How',
    window: 'Window',
    tracking: 'Tracking number',
    reason: 'Why',
  },
  tickOne: (title: string, person: string) => `Choose ${title} to ${person}`,
  tickAll: 'Choose all',
  ticked: (count: number) => `${letters(count)} chosen`,
  keys: 'Space chooses, Shift a range, Ctrl+A all.',
  how: {
    post: 'by post',
    registered: 'by registered post',
    courier: 'by courier',
    mail: 'by e-mail',
    'handed-over': 'handed over',
  } as Record<string, string>,
  envelope: {
    'din-5008-b': 'DIN window',
    'us-10': 'US No. 10',
    dl: 'DL window',
    plain: 'plain envelope',
  } as Record<string, string>,
  complete: 'can be issued',
  incomplete: 'lacks something',
  fits: 'fits',
  fitsNot: 'look at it',
  noWindow: 'no window',
  issuedThen: (day: string) => `issued ${day}`,
  replaces: (title: string, day: string) => `replaces ${title} of ${day}`,
  replacedBy: (title: string, day: string) => `replaced by ${title} of ${day}`,
  windowAt: (left: string, top: string, right: string, bottom: string) =>
    `The address stands ${left} to ${right} mm from the left and ${top} to ${bottom} mm from the top.`,
  windowShows: (left: string, top: string, right: string, bottom: string) =>
    `The window shows ${left} to ${right} mm and ${top} to ${bottom} mm wherever the sheet slides.`,

  print: 'Print the post of the day',
  printTicked: (count: number) => `Print ${letters(count)}`,
  confirm: 'Confirm posting',
  saveEach: 'Save single PDFs',
  saveMails: 'Save as mail drafts',
  savedIn: (place: string) => `Saved in ${place}.`,
  returned: 'It came back',
  again: 'Write it again',
  correct: 'Correct the posting',

  pressTitle: (count: number) => `Print ${letters(count)}`,
  pressLead:
    'One PDF in the order of the envelopes, the enclosures behind each letter. Nothing is recorded by printing; confirm the posting when the letters have left.',
  windowsOpen: (count: number) =>
    count === 1
      ? 'The address of 1 letter may not stay visible in its window; the cover sheet names it.'
      : `The addresses of ${figure(count)} letters may not stay visible in their windows; the cover sheet names them.`,
  cover: 'A cover sheet first',
  coverHint:
    'Lists recipients, pages and sheets by envelope, and what is to be put in by hand. It stays in the house.',
  duplex: 'Printed on both sides',
  duplexHint:
    'A blank page follows a letter or an enclosure with an odd number of pages, so that each begins on its own sheet.',
  begin: 'Put it together',
  working: 'Putting the letters together',
  progress: (done: number, total: number) => `${figure(done)} of ${figure(total)} letters`,
  stop: 'Stop',
  stopped: 'Stopped. Nothing was kept of it.',
  ready: (pages: number) => (pages === 1 ? '1 page is ready.' : `${pages} pages are ready.`),
  printer: 'Printer',
  printerName: (name: string, usual: boolean) => (usual ? `${name} (usual)` : name),
  copies: 'Copies',
  copiesWrong: 'Write a number from 1 to 99.',
  send: 'Print',
  sent: (printer: string) => `Handed to ${printer}.`,
  save: 'Save as one PDF',
  look: 'Look at it',

  postedTitle: (count: number) => `Confirm that ${letters(count)} left`,
  postedLead: 'What a letter does to a date counts from the day it left.',
  on: 'The day',
  method: 'How',
  methodAsSaid: 'as it was said when issued',
  trackingLabel: 'Tracking number',
  correctWhy: 'Why the posting is corrected',
  correctWhyHint: 'Goes into the log beside what was confirmed before.',
  postedConfirm: 'Confirm',
  postedDone: (count: number) => `${letters(count)} confirmed as left.`,

  keepBack: 'Keep it back',
  keepBackTitle: (title: string, person: string) => `Keep back ${title} to ${person}?`,
  keepBackLead:
    'It does not leave. What it settled is open again, and the log says why; the letter stays to be read.',
  keepBackWhy: 'Why it does not leave',
  returnedTitle: (title: string, person: string) => `${title} to ${person} came back`,
  returnedLead: 'What the letter settled is open again, and the log says why. A closed request is opened.',
  keepBackLeadIncident:
    'It does not leave: whoever it was for is still to be told. A closed incident is opened again, and the log says why; the letter stays to be read.',
  returnedLeadIncident:
    'Whoever it was for was not told by it and is still to be told. A closed incident is opened again, and the log says why.',
  why: 'Why it came back',
  whyHint: 'As it stands on the envelope, for example: moved, address unknown.',
  next: 'What is done now',
  nexts: {
    'write-again': 'Write it again',
    'other-way': 'By e-mail or by hand',
    'find-address': 'Find the right address first',
  },
  returnedConfirm: 'Record it',
  returnedDone: 'Recorded. The step is open again.',
  returnedDoneIncident: 'Recorded. Whoever it was for is still to be told, if nobody has told them since.',
  incident: (id: number) => `Incident ${id}`,
  toIncident: (id: number) => `Go to incident ${id}`,
  untold: 'still to be told; the incident is open',
  withIt: (names: string) => `with it: ${names}`,
  unseen: (names: string) => `large, looked at when printed: ${names}`,
  byHand: (names: string) => `by hand: ${names}`,
  alongTitle: 'In the envelope',
  printedAlong: (name: string, pages: number) =>
    `${name}: printed behind the letter, ${pages === 1 ? '1 page' : `${pages} pages`}`,
  putByHand: (name: string, why: string) => (why ? `${name}: by hand, ${why}` : `${name}: by hand`),
  notSeen: (name: string) => `${name}: large; looked at when the post is put together`,
  handsTitle: (count: number) =>
    count === 1 ? '1 thing is to be put in by hand' : `${count} things are to be put in by hand`,
  pagesWith: (own: number, more: number) => `${own} + ${more}`,

  waits: 'It waits for the post of the day',
  waitsHint:
    'It lies in the print room under “Ready” until its posting is confirmed. Otherwise it leaves at once.',
  enclosures: 'What goes with it',
};
