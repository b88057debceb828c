// Words of what goes along with a letter.

import { figure } from '../../numbers';

export const enclosures = {
  title: 'Enclosures',
  none: 'This request has no files yet.',
  add: 'Add a file',
  fact: (size: string, hash: string) => `${size}, SHA-256 ${hash}…`,
  asPages: 'Also as pages behind the letter',
  asPagesHint: 'Data of a CSV or JSON file, set to be read.',
  pages: (count: number) =>
    count === 1 ? '1 page behind the letter' : `${figure(count)} pages behind the letter`,
  tooLong: 'Too long for paper: it goes along as a file only, and the letter says so.',
  also: 'What else lies in the envelope',
  alsoHint: 'One line each, for example: a map of the harbour. Printed below the signature.',
  copyTo: 'Copy to',
  copyToHint: 'One line each, for example: your agent. Send the copies yourself.',
  others: 'Look once more: what names other people may have to be left out.',
  goesAlong: 'What goes along',
  nothing: 'Nothing but the letter.',
  file: 'file',
  fileAndPages: (count: number) =>
    count === 1 ? 'file, and on 1 page' : `file, and on ${figure(count)} pages`,
  inMail: 'The mail draft attaches these files.',
  inEnvelope:
    'Put the files into the envelope, or send them another way; the letter names each with its SHA-256.',
  saveFile: (name: string) => `Save ${name}`,
  parcel: 'Save all as ZIP',
  parcelHint: 'The letter, its files, and a list with their SHA-256.',
  againTitle: (person: string) => `Write again to ${person}`,
  againLead: 'The letter names the one it replaces. Write the address it shall go to now.',
  againDo: 'Write it again',
};
