// Words of retention: how long requests are kept, what may go, what is held back.

import { figure } from '../../numbers';

const requests = (count: number) => (count === 1 ? '1 request' : `${figure(count)} requests`);

export const retention = {
  title: 'Retention',
  lead: 'How long requests are kept after they are closed, and what may go. When a request is purged the person is gone; the proof that it was answered, the figures and the log stay.',
  today: {
    title: 'Today',
    mayGo: (count: number) => (count === 1 ? '1 request may go.' : `${figure(count)} requests may go.`),
    none: 'No request may go today: no period is over.',
    look: 'See what may go…',
  },
  periods: {
    title: 'How long each law wants them kept',
    columns: { law: 'Law', says: 'What it wants', own: 'Our own period', counts: 'Counts', mayGo: 'May go' },
    months: (months: number) => {
      const years = months / 12;
      const said = months === 1 ? '1 month' : `${months} months`;
      return Number.isInteger(years) ? `${said} (${years === 1 ? '1 year' : `${years} years`})` : said;
    },
    rule: (covers: string, months: string) => `${covers}: ${months}`,
    checked: (since: string, checked: string) =>
      `In force since ${since}, compared with its source on ${checked}`,
    noOwn: 'none',
    change: 'Change…',
    changeOf: (law: string) => `Change our own period for ${law}`,
  },
  change: {
    title: (law: string) => `How long requests under ${law} are kept`,
    lead: 'Counted from the day a request was closed. A longer period keeps more; what was purged does not come back.',
    months: 'Months',
    least: (months: number) =>
      `The law wants at least ${months}. Leave it empty for what the program proposes.`,
    free: 'The law sets nothing. Leave it empty for what the program proposes.',
    save: 'Save',
    saved: 'The period is saved.',
  },
  holds: {
    title: 'Under legal hold',
    none: 'No request is. A hold is placed on the page of the request and keeps it out of every purge.',
    on: (day: string) => `since ${day}`,
  },
  preview: {
    title: 'What may go',
    back: 'Back to retention',
    lead: 'Untick what is to stay for now. Nothing is changed before you confirm.',
    nothing: 'No request may go today.',
    group: (law: string, count: number) => `${law}: ${requests(count)}`,
    groupSpan: (oldest: string, youngest: string) =>
      oldest === youngest ? `closed on ${oldest}` : `closed from ${oldest} to ${youngest}`,
    tickAll: (law: string) => `All of ${law}`,
    tick: (reference: string) => `Purge ${reference}`,
    columns: {
      tick: 'Purge',
      reference: 'Reference',
      closed: 'Closed',
      why: 'Why it may go',
    },
    goes: 'What goes and what stays of it',
    goesTitle: 'Goes',
    staysTitle: 'Stays',
    kept: (count: number) => `Kept back although a period is over: ${figure(count)}`,
    keptColumns: { reference: 'Reference', closed: 'Closed', why: 'Why it stays' },
    stays: 'What stays of every request',
    others: (count: number) =>
      `${requests(count)} closed later ${count === 1 ? 'is' : 'are'} not listed one by one. The tick of the whole law takes ${count === 1 ? 'it' : 'them'} along.`,
    more: 'More are kept back than are listed here.',
    chosen: (count: number, all: number) => `${figure(count)} of ${figure(all)} chosen`,
    purge: (count: number) => `Purge ${requests(count)}…`,
  },
  purge: {
    title: (count: number) => `Purge ${requests(count)}?`,
    lead: 'Nothing brings back what goes. Backups that were made before still hold it: delete those too when their time has come.',
    which: 'Which',
    more: (more: number) => `and ${figure(more)} more`,
    goes: 'Gone for good',
    others: 'The same of those that are not listed one by one',
    stays: 'Stays',
    confirm: (count: number) => `Purge ${requests(count)} for good`,
  },
  done: {
    title: (count: number, day: string) => `${requests(count)} purged on ${day}`,
    references: 'Which they were',
    again: 'Look again',
  },
  hold: {
    title: 'Legal hold',
    mark: 'Legal hold',
    none: 'Once closed, this request may be purged when its period is over.',
    standing: (day: string) => `Under legal hold since ${day}: it is not purged.`,
    lifted: (from: string, to: string) => `From ${from} to ${to}`,
    earlier: 'Earlier holds',
    whyLifted: (reason: string) => `Lifted: ${reason}`,
    place: 'Place a legal hold…',
    lift: 'Lift the hold…',
    placeTitle: 'Place a legal hold',
    placeLead:
      'The request and all that belongs to it stay, whatever its periods say, until the hold is lifted. The log says so.',
    placeReason: 'Why it has to stay',
    placeNeeded: 'Write why it has to stay, such as the court’s reference.',
    placeConfirm: 'Place the hold',
    placed: 'The request is under legal hold.',
    liftTitle: 'Lift the legal hold',
    liftLead: 'From then on the request may be purged when its periods are over. The log says so.',
    liftReason: 'Why it need not stay any more',
    liftNeeded: 'Write why it need not stay any more.',
    liftConfirm: 'Lift the hold',
    liftDone: 'The legal hold is lifted.',
  },
  purged: {
    person: 'Person purged',
    band: (day: string) => `The person’s data was purged on ${day}.`,
    more: 'What is left says when it came, what was asked and how it was answered. It names nobody.',
  },
  verified: 'Purged, and so no longer there to be compared',
};
