// The closed lists of the core, in the officer's words.
import type {
  Capacity,
  Channel,
  DeadlineKind,
  LetterKind,
  Outcome,
  Right,
  RowState,
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

export const terms = { rights, channels, capacities, outcomes, letters, deadlines, states };
