// Words of promises at work: on a request, in its letters, while it is logged.

import type { CheckAbout, CheckState } from '../../api/commands';
import { figure } from '../../numbers';

export const atWork = {
  title: 'What we promised',
  called: (count: number) => (count === 1 ? '1 promise called on' : `${figure(count)} promises called on`),
  version: (date: string) => `Policy in force on receipt: published ${date}`,
  openVersion: (title: string) => `Open ${title}`,
  none: 'No promise of this version is called on.',
  noVersion: 'No version of the policy was in force on the day of receipt, so no promise is called on.',
  bringIn: 'Bring the policy in',
  unreviewed: (count: number) =>
    count === 1
      ? '1 suggestion in this version is not reviewed yet and counts for nothing here.'
      : `${figure(count)} suggestions in this version are not reviewed yet and count for nothing here.`,
  review: 'Review them',
  along: (count: number) =>
    count === 1 ? '1 promise that goes with it' : `${figure(count)} promises that go with it`,
  missing: 'The policy asks for this and the request lacks it',
  missingNext: 'What is missing goes into a letter.',
  missingWrite: 'Write the letter',
  due: (date: string) => `promised by ${date}`,
  checks: 'Compared with the request',
  check: { met: 'Met', missing: 'Missing', open: 'Open', reached: 'Reached' } satisfies Record<
    CheckState,
    string
  >,
  aspects: {
    channel: 'Way',
    condition: 'Condition',
    'time-limit': 'Time limit',
    frequency: 'How often',
    exception: 'Exception',
  } satisfies Record<CheckAbout, string>,
  copy: 'Copy the quote',
  copied: 'The quote is on the clipboard, with version and date.',
  copyFailed: 'The clipboard cannot be reached. Select the words and copy them by hand.',
  toPolicy: 'Show it in the policy',
  /** Goes into a letter word for word. */
  says: (date: string, quote: string) => `Our privacy policy, as published on ${date}, says: “${quote}”`,

  promised: 'promised',
  promisedBy: 'Our own policy promises it',

  against: (count: number) =>
    count === 1
      ? '1 thing does not agree with what we promised.'
      : `${figure(count)} things do not agree with what we promised.`,
  againstShow: 'Look at it',

  quote: 'Quote a promise',
  quoteTitle: 'Quote a promise',
  quoteLead: 'It is put where the cursor stands, word for word, with the date of the version.',
  quoteFind: 'Find words or a kind',
  quoteEngaged: 'Called on by this request',
  quoteAll: 'All promises of this version',
  quoteNone: 'No accepted promise has these words.',
  quoteThis: 'Quote this',
  quoteInsert: (kind: string) => `Quote this: ${kind}`,
  quoted: 'Quoted. The cursor stands behind it.',

  seenTitle: 'Before it leaves',
  seenLead:
    'Something does not agree with what we promised. Answer each in writing, or say that you have seen it; it then stays flagged.',
  seenSheet:
    'Something does not agree with what we promised. It does not stop you here; before the letter leaves, each is answered in writing or marked as seen.',
  seen: 'I have seen this. It stays flagged.',
  seenNeeded: 'Answer this in writing, or say that you have seen it.',
};
