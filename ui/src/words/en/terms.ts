// The closed lists of the core, in the officer's words.
import type {
  Act,
  Audience,
  Capacity,
  Channel,
  DataTopic,
  DeadlineKind,
  Exception,
  LetterKind,
  Outcome,
  Per,
  Polarity,
  PolicyFormat,
  PromiseKind,
  Requirement,
  Right,
  RowState,
  TimeUnit,
  Way,
} from '../../api/commands';

const rights: Record<Right, string> = {
  access: 'Access',
  portability: 'Take data along',
  rectification: 'Correct',
  erasure: 'Delete',
  restriction: 'Restrict',
  objection: 'Object',
  'marketing-objection': 'Stop marketing',
  unsubscribe: 'Stop the newsletter',
  'opt-out-sale-sharing': 'Do not sell or share',
  'limit-sensitive': 'Limit sensitive data',
  'consent-withdrawal': 'Withdraw consent',
  'automated-decision': 'Review an automated decision',
  'admt-access': 'Explain an automated decision',
  'admt-opt-out': 'No automated decisions',
  'disclosure-list': 'What was disclosed',
  'disclosure-accounting': 'Accounting of disclosures',
  'health-authorization': 'Hand over a health record',
  'confidential-communications': 'Write another way',
  'child-consent': 'Child: consent',
  'child-access': 'Child: see',
  'child-erasure': 'Child: delete',
  'child-refusal': 'Child: stop',
  complaint: 'Complaint',
  appeal: 'Appeal',
  question: 'Only a question',
};

const channels: Record<Channel, string> = {
  mail: 'E-mail',
  post: 'Post',
  phone: 'Phone',
  'web-form': 'Web form',
  'in-person': 'In person',
  'account-representative': 'Account representative',
};

const capacities: Record<Capacity, string> = {
  self: 'For themselves',
  'parent-or-guardian': 'Parent or guardian',
  'authorised-agent': 'Authorised agent',
};

const outcomes: Record<Outcome, string> = {
  granted: 'Granted',
  'granted-in-part': 'Granted in part',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
};

const letters: Record<LetterKind, string> = {
  acknowledgement: 'Acknowledgement',
  'proof-of-identity': 'Proof of identity, please',
  clarification: 'Please tell us which',
  extension: 'We need longer',
  'answer-in-full': 'Answer in full',
  'answer-in-part': 'Answer in part',
  refusal: 'Refusal',
  'opt-out-confirmation': 'Opt-out confirmed',
  'missing-particulars': 'Please add what is missing',
  'direct-notice': 'Direct notice to a parent',
  'agent-authority': 'Authority to act for somebody else',
  'fee-notice': 'What it would cost',
  'nothing-held': 'Nothing held',
  'restriction-lifting': 'The restriction is about to be lifted',
  'recipient-notice': 'Notice to a recipient',
  'repeat-request': 'You asked before',
  'parent-notice': 'Notice of contact details',
  'consent-lapsed': 'No consent came',
};

const deadlines: Record<DeadlineKind, string> = {
  acknowledge: 'Acknowledge by',
  respond: 'Answer by',
  'extension-notice': 'Tell of an extension by',
  'extended-respond': 'Answer by, extended',
  cease: 'Stop by',
  'refusal-notice': 'Tell a refusal by',
  'compliance-notice': 'Tell that it is done by',
};

const states: Record<RowState, string> = {
  overdue: 'Overdue',
  today: 'Due today',
  soon: 'Due soon',
  open: 'Open',
  waiting: 'Waiting for them',
  closed: 'Closed',
};

const kinds: Record<PromiseKind, string> = {
  'opt-out': 'Opt-out',
  'opt-in': 'Opt-in',
  access: 'See data',
  edit: 'Correct data',
  delete: 'Delete',
  restrict: 'Restrict',
  object: 'Object',
  'withdraw-consent': 'Withdraw consent',
  complain: 'Complain',
  'no-sharing': 'No sharing',
  'sharing-limits': 'Limits on sharing',
  'use-limit': 'Limits on use',
  'legal-disclosure': 'Legal disclosure',
  'disclosure-list': 'List of disclosures',
  'parental-consent': 'Parental consent',
  'parental-review': 'Parental review',
  'no-children': 'No children',
  'change-notice': 'Notice of changes',
  'no-change-notice': 'No notice of changes',
  'do-not-track': 'Do Not Track',
  'breach-notice': 'Notice of a breach',
  retention: 'Retention',
  security: 'Security',
  'identity-check': 'Identity check',
  'response-time': 'Time to answer',
  contact: 'Contact',
  'health-authorization': 'Health authorization',
  'confidential-channel': 'Confidential channel',
};

const audiences: Record<Audience, string> = {
  everyone: 'Everyone',
  children: 'Children',
  californians: 'Californians',
  europeans: 'Europeans',
  texans: 'Texans',
  'other-region': 'Another region',
};

const polarities: Record<Polarity, string> = { does: 'We do it', 'does-not': 'We do not do it' };

const ways: Record<Way, string> = {
  mail: 'E-mail',
  post: 'Post',
  phone: 'Phone',
  'web-form': 'Web form',
  account: 'In the account',
  'account-representative': 'Account representative',
  'in-site': 'Notice on the site',
  'link-in-message': 'Link in each message',
  'in-person': 'In person',
  browser: 'Setting of the browser',
};

const requirements: Record<Requirement, string> = {
  label: 'Certain words',
  'full-name': 'Full name',
  street: 'Street',
  city: 'City',
  state: 'State',
  'postal-code': 'Postal code',
  country: 'Country',
  'email-address': 'E-mail address',
  phone: 'Phone number',
  'in-writing': 'In writing',
  signature: 'Signature',
  'proof-of-identity': 'Proof of identity',
  account: 'Account name or number',
};

const units: Record<TimeUnit, string> = {
  hours: 'hours',
  days: 'days',
  'business-days': 'business days',
  weeks: 'weeks',
  months: 'months',
  years: 'years',
  promptly: 'promptly, no number',
};

const pers: Record<Per, string> = {
  'calendar-year': 'calendar year',
  'twelve-months': 'twelve months',
  month: 'month',
  ever: 'once and for all',
};

const acts: Record<Act, string> = {
  collect: 'Collect',
  use: 'Use',
  disclose: 'Disclose',
  sell: 'Sell',
};

const topics: Record<DataTopic, string> = {
  'personal-data': 'Any personal data',
  'email-address': 'E-mail addresses',
  'contact-details': 'Contact details',
  'mailing-list': 'Mailing lists',
  sensitive: 'Sensitive data',
  health: 'Health data',
  'child-data': 'Data of children',
  financial: 'Financial data',
  'usage-data': 'Usage data',
  content: 'What people wrote',
};

const exceptions: Record<Exception, string> = {
  'advance-notice': 'With advance notice',
  consent: 'With consent',
  'explicit-consent': 'With explicit consent',
  'parental-consent': 'With the consent of a parent',
  law: 'Where a law demands it',
  'service-providers': 'Service providers',
  protection: 'To protect somebody',
  'business-transfer': 'Sale of the business',
  authorization: 'With a written authorization',
  'as-stated': 'As stated in the policy',
  other: 'Something else',
};

const formats: Record<PolicyFormat, string> = {
  text: 'text',
  markdown: 'Markdown',
  html: 'web page',
  pdf: 'PDF',
  docx: 'Word document',
};

export const terms = {
  rights,
  channels,
  capacities,
  outcomes,
  letters,
  deadlines,
  states,
  kinds,
  audiences,
  polarities,
  ways,
  requirements,
  units,
  pers,
  acts,
  topics,
  exceptions,
  formats,
};
