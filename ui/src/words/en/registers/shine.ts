// Words of the answer to “what did you give to whom for marketing?” (Civ. Code 1798.83).

import { figure as n } from '../../../numbers';

export const shine = {
  open: 'Answer for a year…',
  title: 'What was given to whom for marketing',
  card: 'Answer from the disclosures',
  lead: 'What a request under Civ. Code 1798.83 would be answered with: the disclosures of one calendar year for the marketing of others.',
  back: 'Back to the disclosures',
  year: 'Calendar year',
  exempt: 'Need not be answered',
  alternative: 'The free choice may stand for the list',
  means: 'The way that costs nothing',
  missing: 'What is still missing',
  missingNone: 'Nothing is missing; the letter can name everybody.',
  checks: 'The request itself',
  sum: (disclosures: number, recipients: number, year: number) =>
    `${disclosures === 1 ? '1 disclosure' : `${n(disclosures)} disclosures`} to ${recipients === 1 ? '1 third party' : `${n(recipients)} third parties`} in ${year}.`,
  none: (year: number) => `Nothing was given to others for their marketing in ${year}. The answer says so.`,
  categories: 'Categories, in the order of the statute',
  recipients: 'Third parties',
  disclosures: (count: number) => (count === 1 ? '1 disclosure' : `${n(count)} disclosures`),
  examples: (text: string) => `Markets ${text}`,
  toRecipient: (name: string) => `Open ${name} in the directory`,
  more: (count: number) => `Show ${n(count)} more`,
  toEntries: 'Show the disclosures',
};
