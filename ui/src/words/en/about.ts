// What decides which laws apply: about the organisation, and about one request.

import type { QuestionTopic } from '../../api/commands';
import { figure } from '../../numbers';

export const about = {
  title: 'About your organisation',
  lead: 'What you say here suggests the laws below. Leave open what you do not know; nothing is ticked for you.',
  established: 'Established in',
  establishedHint: 'Where it has an office, a branch or a registered seat.',
  serves: 'The people you deal with live in',
  servesHint: 'Where your customers, users and staff live, as far as you deal with them on purpose.',
  addPlace: 'Add a place',
  removePlace: (place: string) => `Remove ${place}`,
  answers: { yes: 'Yes', no: 'No', unsaid: 'Not said' },
  people: (states: number) =>
    states === 1 ? 'People in one US state' : `People in each of ${states} US states`,
  peopleHint: 'Of how many people there the organisation holds data in a year. An estimate is enough.',
  needNumber: 'Write a whole number, such as 120,000.',
  take: 'Take the suggestions',
  wouldAdd: (laws: string[]) => `Apply and are not ticked: ${laws.join(', ')}. `,
  wouldRemove: (laws: string[]) => `Ticked and do not seem to apply: ${laws.join(', ')}.`,
  asSuggested: 'The ticks are as suggested.',
  verdicts: { yes: 'applies', open: 'cannot be told yet', no: 'does not seem to apply' },
  ticked: (ticked: number, all: number) =>
    ticked > 0 ? `${ticked} of ${all} ticked` : all === 1 ? '1 law' : `${all} laws`,
  families: {
    europe: 'Europe and the United Kingdom',
    'us-federal': 'United States: federal',
    'us-california': 'United States: California',
    'us-texas': 'United States: Texas',
    'us-states': 'United States: other states',
    elsewhere: 'Other countries',
    contracts: 'Contracts',
  },

  particulars: 'What some laws also ask',
  age: 'Age of the person the data is about',
  ageHint: 'In whole years, as far as you know it. A date of birth is not needed.',
  kinds: 'What kind of data it is about',
  kindsHint: 'Some laws cover only one kind, others leave one out. Leave it open if it is about everything.',
  dataKinds: {
    account: 'Customer account',
    'marketing-contact': 'Addresses for advertising',
    'health-record': 'Medical record of a provider or health plan',
    employment: 'Employees and applicants',
    'business-contact': 'Business contacts',
    financial: 'Customers of a bank, lender or insurer',
    'child-online': 'Collected online from a child',
    other: 'Something else',
  },
  arrived: 'Where it arrived',
  arrivals: {
    'designated-address': 'at the address the policy names',
    'other-address': 'at another address of ours',
    'opt-out-signal': 'as a signal of the browser',
    unsaid: 'not said',
  },
  dated: 'Date written on the request',
  datedHint: 'A law counts from it, not from the receipt.',
  questions: 'What they ask about',
  questionsHint: 'The letter quotes what the policy says about it, and what the registers show.',
  topics: {
    sharing: 'Whether we give data to others',
    selling: 'Whether we sell data',
    uses: 'What we use data for',
    'do-not-track': 'Do Not Track',
    children: 'Children',
    sensitive: 'Sensitive data',
    retention: 'How long we keep it',
    security: 'How we keep it safe',
    'policy-changes': 'Changes of the policy',
    other: 'Something else',
  } satisfies Record<QuestionTopic, string>,
  notProposed: (count: number) =>
    count === 1 ? 'A law that does not seem to apply' : `${figure(count)} laws that do not seem to apply`,
  choose: (law: string) => `Choose ${law} all the same`,
};
