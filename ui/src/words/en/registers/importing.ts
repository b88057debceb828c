// Words of bringing in disclosures from a CSV file.

import type { ImportFate } from '../../../api/commands';
import { figure as n } from '../../../numbers';

const fates: Record<ImportFate, string> = {
  good: 'Good',
  flagged: 'Entered with a flag',
  duplicate: 'There already',
  bad: 'Left out',
};

export const importing = {
  open: 'Bring in from a CSV file…',
  title: 'Bring in disclosures from a file',
  back: 'Back to the disclosures',
  file: 'CSV file',
  fileHint: 'With a heading in its first line. Nothing is written before you say so.',
  teach:
    'Choose a file: every row is read and its fate shown here before anything is written. Good rows can then be entered in one go; bad ones are listed with their line and the reason, and can be saved as a list of their own.',
  wrongKind: (name: string) => `“${name}” is no CSV file. Save the sheet as CSV and choose that.`,
  tooLarge: (name: string) => `“${name}” is larger than 50 MB. Split it and bring the parts in one by one.`,
  unreadable: (name: string) => `“${name}” could not be read. It may have been moved; choose it again.`,
  reading: (share: number) => `Reading, ${share} %`,
  looking: 'Looking at the rows …',
  usual: 'Usual values',
  usualHint: 'What every row is given where the file does not say.',
  usualRecipient: 'Leave it open where the file names one in each row.',
  fatesLabel: 'Which rows',
  fates,
  fate: { good: 'good', flagged: 'flagged', duplicate: 'there already', bad: 'left out' } satisfies Record<
    ImportFate,
    string
  >,
  read: (rows: number, encoding: string) => `${rows === 1 ? '1 row' : `${n(rows)} rows`}, ${encoding}`,
  columns: (count: number) =>
    count === 1 ? 'Columns: 1 is taken. Change…' : `Columns: ${count} are taken. Change…`,
  column: (number: number) => `Column ${number}`,
  sample: (text: string) => `such as “${text}”`,
  leaveOut: 'Leave this column out',
  neededField: (name: string) => `${name} (needed)`,
  newRecipients: (count: number) =>
    count === 1
      ? '1 new recipient will be in the directory'
      : `${n(count)} new recipients will be in the directory`,
  noneOfThem: 'No row has this fate.',
  heads: { line: 'Line', fate: 'Fate', what: 'Row' },
  more: (count: number) => `Show ${n(count)} more`,
  onlyFirst: (shown: number, all: number) =>
    `${n(shown)} of ${n(all)} rows are listed, those that are not plainly good first.`,
  clear: 'Take the file away',
  enter: (count: number) =>
    count === 0 ? 'Enter the good rows' : count === 1 ? 'Enter 1 row' : `Enter ${n(count)} rows`,
  saveLeftOut: (count: number) => (count === 1 ? 'Save the 1 left out…' : `Save the ${n(count)} left out…`),
  leftOutName: (name: string) => `${name} - left out.csv`,
  leftOutHeads: ['Line', 'Fate', 'Row', 'Reasons'],
  done: (entered: number, out: number) => {
    const first = entered === 1 ? '1 disclosure entered' : `${n(entered)} disclosures entered`;
    return out === 0 ? `${first}.` : `${first}, ${n(out)} left out.`;
  },
};
