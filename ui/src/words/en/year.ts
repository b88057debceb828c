// Words of the year end: reports, what stands behind their figures, issued ones, comparisons.
import type { BehindKind, ReportKind } from '../../api/commands';
import { figure } from '../../numbers';

const reports: Record<ReportKind, string> = {
  metrics: 'Request metrics',
  rights: 'Rights and laws',
  register: 'All requests',
  promises: 'Promises',
  disclosures: 'Disclosures',
  children: 'Children',
  health: 'Health',
};

/** What each report is for, where it has nothing to say yet. */
const teaches: Record<ReportKind, string> = {
  metrics:
    'How many requests came, were granted or denied, and how long an answer took: the figures that California wants published. They add themselves up from the requests you log.',
  rights:
    'For each law and right: received, in time, extended, late, refused and on which ground. The figures add themselves up from the requests you log.',
  register:
    'Every request with its date, nature, manner, answer and ground. It fills itself from the requests you log.',
  promises:
    'How often each promise of your policy was called on, kept and contradicted. Bring the policy in under Policies to begin.',
  disclosures:
    'What was given to third parties for their own marketing. It fills itself from the register of disclosures.',
  children:
    'Notices to parents, their consents, refusals and withdrawals. It fills itself from the register of children.',
  health:
    'Accountings of disclosures, authorisations and exceptions. It fills itself from the register of health authorisations.',
};

const kinds: Record<BehindKind, string> = {
  request: 'Request',
  disclosure: 'Disclosure',
  child: 'Child',
  authorization: 'Authorisation',
  consent: 'Consent',
  policy: 'Policy',
  recipient: 'Recipient',
  contradiction: 'Contradiction',
};

export const year = {
  title: 'Year end',
  tabsLabel: 'Reports',
  reports,
  teaches,
  emptyDesk: 'The year adds itself up from the requests you log. There are none yet.',
  emptyAction: 'Log a request',
  issuedOpen: 'Issued reports',
  retentionOpen: 'Retention',
  back: 'Back to the reports',

  span: {
    open: (name: string) => `Span: ${name}`,
    calendar: 'Calendar years',
    fiscal: (start: string) => `Fiscal years, from ${start}`,
    any: 'Any span',
    first: 'First day',
    last: 'Last day',
    show: 'Show this span',
    firstNeeded: 'Give the first day.',
    lastNeeded: 'Give the last day.',
    order: 'The span ends before it begins.',
    name: (first: string, last: string) => `${first} to ${last}`,
  },
  everybody: 'Everybody',
  californians: 'Californians only',
  reasons: 'With reasons of denial',
  saveAs: 'Save as',
  formats: {
    pdf: 'PDF, to print and hand on…',
    csv: 'CSV, for a spreadsheet…',
    json: 'JSON, for other programs…',
    html: 'HTML, for the policy page…',
  },
  savedAt: (place: string) => `Saved as ${place}.`,
  compare: 'Compare with…',
  issue: 'Issue…',

  heading: (title: string, span: string) => `${title}, ${span}`,
  ofCalifornians: 'Californians only',
  pictures: 'Pictures',
  asTable: 'Show as table',
  asPicture: 'Show as picture',
  tables: 'Tables',
  figure: (said: string, column: string, row: string) =>
    `${said}, ${column}, ${row}: show what stands behind it`,
  nought: '0',
  noValue: '–',
  noValueSaid: 'none',
  findIn: (table: string) => `Search in ${table}`,
  find: 'Search in this table',
  nothingFound: 'No row holds these words.',
  rows: (from: string, to: string, all: string) => `${from} to ${to} of ${all}`,
  rowsFound: (found: string, all: string) => `${found} of ${all} rows`,
  allRows: (all: string) => `${all} rows`,
  earlier: 'Earlier rows',
  later: 'Later rows',
  counting: 'How it was counted',
  cite: (cite: string) => `(${cite})`,
  forOfficer: 'For you alone, on no page that leaves the house:',

  foot: {
    title: 'What these figures stand on',
    asOf: 'Counted as of',
    asOfHint: 'What is open or late is so on this day.',
    log: 'Log',
    logHint: 'Hash of the newest entry counted. The same log gives the same figures.',
    rules: 'Rules',
    rulesHint: 'Hash of the laws and calendars used.',
    figures: 'Figures',
    figuresHint: 'Hash of the figures as they were issued.',
    copy: (what: string) => `Copy the hash: ${what}`,
    noLog: 'nothing is in the log yet',
  },

  behind: {
    title: (column: string, row: string) => `${column}: ${row}`,
    count: (all: string) =>
      all === '1' ? '1 stands behind this figure.' : `${all} stand behind this figure.`,
    first: (shown: string, all: string) =>
      `The first ${shown} of ${all}. The saved CSV of the report “All requests” has them all.`,
    none: 'Nothing stands behind this figure any more. Open the report again to count anew.',
    columns: { title: 'What', text: 'About', day: 'Day', kind: 'Kind' },
    kinds,
    unnamed: (kind: string, id: number) => `${kind} ${id}`,
  },

  contradictions: {
    title: 'What did not agree with a promise',
    none: 'Nothing in this span did.',
    open: 'Not answered yet',
    answered: 'Answered in writing',
    group: (title: string, count: number) => `${title}: ${figure(count)}`,
  },

  issuing: {
    title: (report: string, span: string) => `Issue “${report}, ${span}”`,
    lead: 'Freezes this report: its figures as they stand today, the hash of the log and the rules they were counted by.',
    will: [
      'The report is kept with its figures, for good. Later entries do not change it.',
      'The log says that it was issued, when and by which officer.',
      'If a figure comes out otherwise later, the difference is shown beside it. It can then be issued again.',
    ],
    willTitle: 'What will happen',
    signedBy: 'Signed off by',
    signedByHint: 'Who answers for these figures. The name is printed on the report.',
    signedByNeeded: 'Give the name of who signs this report off.',
    office: 'Office',
    officeHint: 'Such as “Data protection officer”.',
    remark: 'Remark',
    remarkHint: 'Printed under the figures. Name nobody here: the report may be published.',
    confirm: 'Issue the report',
    done: 'The report is issued.',
  },
  issued: {
    title: 'Issued reports',
    lead: 'Each is kept as it was signed off, and counted anew beside it: what comes out otherwise today is said.',
    empty:
      'No report was issued yet. Open one and choose “Issue…”: its figures are then kept as they stand, signed off by name.',
    emptyAction: 'To the reports',
    columns: {
      report: 'Report',
      span: 'Span',
      on: 'Issued',
      by: 'Signed off by',
      differences: 'Today',
    },
    same: 'The same figures',
    notCounted: 'Open it to compare',
    differ: (count: number) =>
      count === 1 ? '1 figure is another today' : `${figure(count)} figures are others today`,
    band: (day: string, by: string) => `As issued on ${day} by ${by}`,
    bandOffice: (name: string, office: string) => `${name}, ${office}`,
    remark: 'Remark',
    otherRules: 'The rules of the program have changed since: laws or calendars are others.',
    sameRules: 'Counted by the rules of today.',
    differences: 'What comes out otherwise today',
    differenceColumns: {
      table: 'Table',
      row: 'Row',
      column: 'Figure',
      then: 'As issued',
      now: 'Today',
    },
    toToday: 'See it as it is today',
    toList: 'All issued reports',
  },

  comparing: {
    title: (report: string) => `${report}, two spans`,
    now: 'This span',
    before: 'Compared with',
    changedOnly: 'Only what changed',
    all: 'All figures',
    columns: { row: 'Row', figure: 'Figure', change: 'Change' },
    more: (by: string, share: string) => `▲ ${by} more${share}`,
    less: (by: string, share: string) => `▼ ${by} fewer${share}`,
    longer: (by: string) => `▲ ${by} days longer`,
    shorter: (by: string) => `▼ ${by} days shorter`,
    share: (share: number) => ` (${figure(share)}%)`,
    same: 'the same',
    new: 'was not there before',
    gone: 'is not there any more',
    none: '–',
    noChange: 'No figure of this table changed.',
    nothing: 'There is nothing to compare: both spans are empty.',
    table: (title: string) => `${title}: before and now`,
  },
};
