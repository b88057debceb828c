// Words of the register of disclosures: what was handed over, used or collected.

import type {
  AuthorizationStanding,
  ConsentOnFile,
  ConsentStanding,
  HandlingPurpose,
  PersonTold,
  ProcessKind,
  ToldOf,
} from '../../../api/commands';
import { figure } from '../../../numbers';

const purposes: Record<HandlingPurpose, string> = {
  'our-marketing': 'Our own marketing',
  'their-marketing': 'Marketing of others',
  'service-provider': 'A service for us',
  'legal-process': 'A law, a court, a subpoena',
  'care-and-payment': 'Care or payment',
  'business-transfer': 'Sale of the business',
  other: 'Something else',
};

const consents: Record<ConsentOnFile, string> = {
  none: 'None',
  'opt-in': 'They opted in',
  explicit: 'Explicit consent',
  'parent-use': 'A parent: collect and use',
  'parent-disclose': 'A parent: also disclose',
  authorization: 'Written authorization',
};

const processes: Record<ProcessKind, string> = {
  subpoena: 'Subpoena',
  'court-order': 'Court order',
  warrant: 'Warrant',
  'agency-request': 'Demand of an authority',
  other: 'Something else',
};

const personTold: Record<PersonTold, string> = {
  yes: 'Yes',
  no: 'No',
  forbidden: 'It is forbidden',
};

const toldOf: Record<ToldOf, string> = {
  erasure: 'An erasure',
  rectification: 'A correction',
  restriction: 'A restriction',
};

const authorizations: Record<AuthorizationStanding, string> = {
  incomplete: 'incomplete',
  valid: 'valid',
  'used-up': 'used up',
  expired: 'expired',
  revoked: 'revoked',
};

const consentStandings: Record<ConsentStanding, string> = {
  given: 'given',
  ended: 'ended',
  withdrawn: 'withdrawn',
};

const list = (lines: number[]) => {
  const first = lines.slice(0, 5).join(', ');
  return lines.length > 5 ? `${first} and ${lines.length - 5} more` : first;
};

export const handling = {
  parts: { data: 'Which data', people: 'Whose data', footing: 'On what footing' },
  recipientOther: 'Or somebody who is not in the directory',
  dataHint: 'The kinds that a promise speaks of.',
  dataAdded: 'What the categories say is added by itself.',
  categories: 'Categories given',
  categoriesHint: 'As Civ. Code 1798.83 lists them, then your own.',
  categoriesFind: 'Find a category',
  categoriesNone: 'No category has that name.',
  categoryOwn: 'own',
  categoryAdd: (name: string) => `Add “${name}” as a category of your own`,
  categoryDrop: (name: string) => `Take ${name} out`,
  persons: 'By name',
  personsHint:
    'One a line: name, e-mail, phone, address. Paste a whole list or rows of a table to enter many at once.',
  personsRead: (count: number) => (count === 1 ? '1 person.' : `${figure(count)} people.`),
  personsDouble: (lines: number[]) =>
    lines.length === 1
      ? `Line ${list(lines)} names somebody again.`
      : `Lines ${list(lines)} name somebody again.`,
  personsWrong: (lines: number[]) =>
    lines.length === 1 ? `Line ${list(lines)} names nobody.` : `Lines ${list(lines)} name nobody.`,
  morePersons: (count: number) => `and ${figure(count)} more`,
  showFile: 'Show it',
  child: 'The child’s file',
  childHint: 'Its consent is what counts, and what the entry is held against.',
  explicit: 'Explicit consent on file',
  explicitHint: 'Without one, a use of sensitive data is flagged.',
  ties: {
    none: 'None',
    until: (day: string) => `until ${day}`,
    standings: authorizations,
    consents: consentStandings,
    erased: 'erased',
    mayDisclose: 'may be disclosed',
    mayNot: 'no consent to disclose',
  },
  process: {
    kind: 'What came',
    kinds: processes,
    from: 'From',
    fromHint: 'The court or the authority.',
    number: 'Its number',
    receivedOn: 'It came on',
    asked: 'What was asked for',
    given: 'What was given',
    givenHint: 'No more than was asked for.',
    approvedBy: 'Approved by',
    toldLabel: 'Was the person told?',
    told: personTold,
    toldOn: 'Told on',
    title: 'Legal process',
  },
  health: {
    title: 'Health information',
    electronic: 'It goes electronically',
    electronicHint: 'By e-mail, by a portal, on a stick (Tex. Health & Safety Code 181.154).',
    way: 'It may go because of',
    byAuthorization: 'An authorisation on file',
    byException: 'An exception of the law',
    authorization: 'Authorisation',
    authorizationHint: 'Signed, or written down, before the disclosure.',
    exception: 'Exception',
    none: 'None on file',
    why: 'Why it applies',
  },
  act_filter: 'What was done',
  purpose_filter: 'What for',
  any: 'Any',
  fromDay: 'From',
  untilDay: 'Until',
  narrow: 'Narrow down',
  only: {
    recipient: 'Of one recipient',
    child: 'Of one child',
    permission: 'Under one permission',
    request: 'Of one request',
    days: (from: string, until: string) =>
      from && until ? `${from} to ${until}` : from ? `From ${from}` : `Until ${until}`,
    drop: (what: string) => `Take “${what}” off`,
  },

  correct: 'Correct',
  correctTitle: 'Correct this entry',
  correctLead: 'The entry as it was stays to be read; this one takes its place.',
  correctReason: 'Why it is corrected',
  correctReasonHint: 'Stands beside both entries.',
  correctNeeded: 'Write the reason first; it stands in the register.',
  correctSave: 'Keep the correction',
  corrected: 'Corrected.',
  correctedBy: 'It was corrected by a later entry.',
  corrects: 'It corrects an earlier entry.',
  toLater: 'Show the later entry',
  toEarlier: 'Show the earlier entry',

  tell: 'They were told…',
  tellTitle: (count: number) =>
    count === 1 ? 'Tell the recipient' : `Tell the recipients of ${figure(count)} disclosures`,
  tellLead: 'Those who got data must be told when it is erased, corrected or restricted (GDPR Art. 19).',
  tellOf: 'Of what',
  tellOfs: toldOf,
  tellWay: 'Was the recipient told?',
  tellYes: 'Told',
  tellNo: 'Could not be told',
  tellOn: 'On',
  tellHow: 'How',
  tellHowHint: 'Such as “by letter to its data protection officer”.',
  tellWhyNot: 'Why it could not be told',
  tellWhyNotHint: 'Only what is impossible or takes disproportionate effort counts (GDPR Art. 19).',
  tellHowNeeded: 'Write how they were told, or why they could not be.',
  tellOnNeeded: 'Choose the day they were told.',
  tellSave: 'Write it down',
  tellDone: 'Written down.',
  toldTitle: 'Told of changes (Art. 19)',
  toldLine: (of: string, day: string) => `${of}: told on ${day}`,
  toldNot: (of: string) => `${of}: could not be told`,
  ticked: (count: number) => (count === 1 ? '1 ticked' : `${figure(count)} ticked`),
  untick: 'Take the ticks off',
  tick: (what: string) => `Tick ${what}`,

  title: 'What was done with data',
  lead: 'Each entry is compared with the policy in force that day.',
  empty:
    'Write down here what is done with people’s data: handed to somebody, used for a mailing, collected in a new way. Each entry is compared with what the policy promised that day, and what does not agree is flagged until you answer it.',
  enter: 'New entry',
  first: 'Enter what was done',
  more: 'More',
  enterFor: 'Enter in the register what was done with this data',
  search: 'Find an entry',
  searchHint: 'Recipient, data or words',
  nothing: 'No entry fits this.',
  clear: 'Show all entries',
  filters: { all: 'All', flagged: 'Flagged', struck: 'Struck out' },
  filterLabel: 'Which entries',
  filterCount: (label: string, count: string) => `${label} ${count}`,
  columns: {
    on: 'Day',
    act: 'What',
    recipient: 'Recipient',
    purpose: 'Purpose',
    data: 'Data',
    people: 'People',
    consent: 'Consent',
    flags: 'Flags',
  },
  nobody: '–',
  open: (act: string, recipient: string, day: string) =>
    recipient ? `${act}, ${recipient}, ${day}` : `${act}, ${day}`,
  flagged: (count: number) => (count === 1 ? '1 flag' : `${figure(count)} flags`),
  answered: 'answered',
  struck: 'Struck out',
  purposes,
  consents,

  sheetTitle: 'What was done with data',
  keeps: 'What you type stays here when you close this, until the desk is locked.',
  act: 'What was done',
  on: 'On',
  onHint: 'The policy in force that day is the measure.',
  recipient: 'Who got it',
  recipientHint: 'Only the name then; letters cannot give an address.',
  purpose: 'What for',
  data: 'Kinds of data',
  people: 'How many people',
  peopleHint: 'An estimate is enough.',
  needNumber: 'Write a whole number, such as 120.',
  group: 'Who they are',
  groupHint: 'In general words, such as “subscribers of the newsletter”. No names.',
  children: 'Children are among them',
  childrenHint: 'Below the age that the policy or a law names.',
  audiences: 'Where they live',
  audiencesHint: 'As far as a promise speaks only to some. Leave it open if they live anywhere.',
  consent: 'Consent on file',
  consentNote: 'Which consent, and where it is kept',
  told: 'They were told beforehand on',
  toldHint: 'Leave it empty when they were not.',
  legal: 'The law, order or subpoena',
  legalHint: 'With its number or article.',
  note: 'Note',
  requestHint: 'If one person asked for it, or asks about it.',
  save: 'Enter it',
  saveFlagged: (count: number) =>
    count === 1 ? 'Enter it, 1 flagged' : `Enter it, ${figure(count)} flagged`,
  saved: 'Entered.',
  startOver: 'Start over',

  measure: 'What the policy and the law say to it',
  measureEmpty: 'As you type, the entry is compared with the promises in force that day.',
  measureFine: (day: string) => `Nothing in it collides with a promise in force on ${day}.`,
  measureSome: (count: number) =>
    count === 1 ? '1 thing does not agree with it.' : `${figure(count)} things do not agree with it.`,
  answer: 'Your answer in writing',
  needed: 'It cannot be entered without your answer.',
  neededMissing: 'Write your answer first; without it this cannot be entered.',
  alreadyMade: 'It has already happened',
  alreadyMadeHint:
    'Only then is it entered without what it needs: as made without authority, and with your answer in writing.',
  alreadyMadeNeeded: 'Obtain that first. If it has left the house already, tick this and answer in writing.',
  suggestIncident: 'Look whether it is a breach of security, and enter it among the incidents.',
  withoutAuthority: 'It left the house without the authorisation or the consent that it needed.',
  may: 'Answer now, or leave this empty: it is then entered flagged, and the flag stands here, on its request and in the report of the year until it is answered.',

  viewTitle: (act: string, day: string) => `${act}, ${day}`,
  entered: (officer: string, when: string) => `Entered by ${officer}, ${when}`,
  told_on: 'Told beforehand',
  notTold: 'no',
  yes: 'yes',
  toRequest: (reference: string) => `Go to ${reference}`,
  strike: 'Strike out',
  strikeTitle: 'Strike this entry out?',
  strikeLead:
    'It stays to be read, with your reason, and counts no longer. Flags that hang on it alone go with it. It cannot be taken back; enter it anew if it was right.',
  strikeReason: 'Why it is struck out',
  strikeNeeded: 'Write the reason first; it stands in the register.',
  strikeConfirm: 'Strike it out',
  strikeDone: 'Struck out.',
  struckBecause: 'Struck out',
};
