// Words of the register of explicit consents.

import type { ConsentStanding } from '../../../api/commands';
import { figure } from '../../../numbers';

const standings: Record<ConsentStanding, string> = {
  given: 'Given',
  ended: 'Ended',
  withdrawn: 'Withdrawn',
};

export const consents = {
  title: 'Explicit consents',
  empty:
    'Sensitive data, such as health, belief or origin, is used only after the person has said yes in so many words. Each such yes stands here: for what, how it was given, where the proof lies. Enter the first one; a use without one is then flagged.',
  enter: 'Enter a consent',
  search: 'Find a consent',
  searchHint: 'Person, purpose or proof',
  nothing: 'No consent fits this.',
  clear: 'Show all',
  filterLabel: 'Which consents',
  filters: { all: 'All', given: 'Given', ended: 'Ended' },
  filterCount: (label: string, count: number) => `${label} ${figure(count)}`,
  columns: {
    person: 'Person',
    data: 'Data',
    purpose: 'What for',
    scope: 'Reach',
    given: 'Given',
    standing: 'Standing',
    used: 'Used',
  },
  standings,
  nameless: (id: number) => `Consent ${id}`,
  uses: 'use',
  discloses: 'use and disclose',
  times: (count: number) => (count === 1 ? 'once' : `${figure(count)} times`),

  view: (person: string) => `Consent of ${person}`,
  rows: {
    person: 'Person',
    contact: 'Reached by',
    data: 'Data',
    purpose: 'What for',
    scope: 'Reach',
    recipient: 'May go to',
    given: 'Given',
    how: 'How',
    evidence: 'Proof',
    until: 'Until',
    ended: 'Ended',
    used: 'Used',
    note: 'Note',
  },
  recipientUnknown: 'anybody the words name',
  showUses: 'Show what was done under it',
  withdraw: 'The person took it back',
  eraseTitle: 'Erase whose consent this was?',
  eraseLead:
    'The name and the contact details are erased for good; nobody can bring them back. What the consent was for, its days and where the proof is stay.',
  strikeTitle: 'Strike this consent out?',
  strikeLead:
    'It stays to be read, with your reason. What was done on the strength of it is flagged until it is answered. Use it for one that was entered by mistake; one that was taken back has a step of its own.',

  sheet: {
    title: 'Enter an explicit consent',
    lead: 'Silence, a box ticked beforehand, or going on using a service is no consent. Write what the person was shown, and how they said yes.',
    data: 'Which data',
    dataHint: 'Health and other sensitive data; beside them other data that is used with it.',
    purpose: 'For what, in the words they were shown',
    purposeHint: 'One purpose, said so that they could know what they agree to.',
    disclose: 'They also agreed that it is disclosed',
    discloseHint: 'Only where they said so for this recipient or purpose.',
    recipient: 'To whom',
    recipientHint: 'From the directory. Leave it empty where their words name a kind of recipient.',
    given: 'Given on',
    how: 'How it was given',
    howHint:
      'For example: box ticked and confirmed by e-mail; signed on the form of the club; said on the phone and recorded.',
    evidence: 'Where the proof is kept',
    evidenceHint: 'So that somebody else finds it in three years.',
    until: 'Holds until',
    untilHint: 'Leave it empty where it holds until it is taken back.',
    note: 'Note',
    save: 'Enter it',
    saved: 'Entered.',
    lacks: {
      person: 'Write whose consent it is.',
      data: 'Choose which data it covers.',
      purpose: 'Write for what; a consent to everything is none.',
      given: 'Say on which day it was given.',
      how: 'Write how it was given.',
      evidence: 'Write where the proof is kept; whoever relies on a consent must be able to show it.',
      until: 'It ends before it was given. Look at both days.',
    },
  },
  end: {
    title: 'The person took it back',
    lead: 'From this day the data may no longer be used for it. What was done before stays lawful. Taking it back must be as easy as giving it was.',
    on: 'Taken back on',
    how: 'How it was said or written',
    howHint: '',
    confirm: 'Take it back',
    done: 'Taken back.',
    lacks: { on: 'Say on which day.', how: 'Write how; it is the proof.' },
  },
};
