// Words of what the registers hold about a request: authority, those who got data, files, the account.

import type { AuthorityKind, Register, ToldOf } from '../../api/commands';
import { figure } from '../../numbers';

const kinds: Record<AuthorityKind, { label: string; hint: string }> = {
  'signed-permission': {
    label: 'Signed permission',
    hint: 'Signed by the person the data is about; an electronic signature counts.',
  },
  'power-of-attorney': {
    label: 'Power of attorney',
    hint: 'Never to be demanded, but enough by itself where it is shown.',
  },
  'confirmed-by-consumer': {
    label: 'They confirmed it to us',
    hint: 'The person told us directly that this agent may ask.',
  },
  'consumer-identified': {
    label: 'They proved who they are',
    hint: 'The person, not the agent, showed us who they are.',
  },
  parent: {
    label: 'Shown to be the parent',
    hint: 'By one of the methods of the children’s register.',
  },
  guardian: {
    label: 'Guardian or representative',
    hint: 'By an order of a court, or by law.',
  },
  other: { label: 'Something else', hint: 'Say what, and why it is enough.' },
};

const of: Record<ToldOf, { label: string; noun: string }> = {
  erasure: { label: 'Erasure', noun: 'the erasure' },
  rectification: { label: 'Correction', noun: 'the correction' },
  restriction: { label: 'Restriction', noun: 'the restriction' },
};

const files: Record<Register, string> = {
  recipients: 'Recipient',
  disclosures: 'Disclosure',
  children: 'Child’s file',
  authorizations: 'Health authorisation',
  consents: 'Explicit consent',
  suppression: 'Suppression list',
  incidents: 'Incident',
};

export const belongs = {
  authority: {
    title: 'May they act for somebody else?',
    met: 'seen',
    must: 'must be seen before it is granted',
    may: 'may be refused without it',
    accepts: 'Enough:',
    and: ' and ',
    or: ', or ',
    seen: 'What was seen',
    seenNone: 'Nothing was written down yet.',
    seenBy: (kind: string, day: string, officer: string) => `${kind}, ${day}, by ${officer}`,
    child: 'Open the child’s file',
    add: 'Write down what was seen',
    sheet: 'What shows that they may act',
    lead: 'Write what you saw. Keep no copy of an identity document: look at it, note what it showed, give it back.',
    kind: 'What it was',
    on: 'Seen on',
    what: 'What it showed',
    whatHint: 'For example: permission signed on 2 March, names the agent and what may be asked.',
    confirm: 'Write it down',
    done: 'Written down.',
    lacks: {
      kind: 'Choose what it was.',
      on: 'Say when it was seen.',
      what: 'Write what it showed; that is all that is kept.',
    },
    kinds,
  },
  disclosed: {
    title: 'Who got this person’s data',
    lead: 'Whoever got it must be told when it is erased, corrected or restricted, unless that is impossible or out of all proportion (GDPR Art. 19).',
    byName: 'found by the name alone; it may be somebody else',
    told: (what: string, day: string) => `told of ${what} ${day}`,
    notTold: (what: string) => `could not be told of ${what}`,
    pending: (what: string) => `not told of ${what} yet`,
    entry: (recipient: string) => `Open the disclosure to ${recipient}`,
    add: 'Write down who was told',
    sheet: 'Recipients were told',
    sheetLead:
      'Write down whom you told by letter, e-mail or phone. It stands with each disclosure and here.',
    of: 'Told of',
    ofs: of,
    who: 'Who was told',
    whether: 'Were they told?',
    wasTold: 'Yes, they were told',
    impossible: 'No, it was impossible or out of all proportion',
    on: 'On',
    how: 'How they were told',
    howHint: 'For example: by e-mail to their privacy desk.',
    why: 'Why they could not be told',
    whyHint: 'The law lets this stand only where it is impossible or takes disproportionate effort.',
    confirm: 'Write it down',
    done: 'Written down.',
    lacks: {
      handlings: 'Choose at least one recipient.',
      on: 'Say when they were told.',
      how: 'Write how; it is the proof.',
      why: 'Write why it could not be done.',
    },
  },
  files: {
    title: 'In the registers',
    kinds: files,
    open: (kind: string, title: string) => `Open ${kind}: ${title}`,
    child: 'Open a child’s file',
    authorization: 'Enter an authorisation',
  },
  accounting: {
    title: 'Account of disclosures',
    span: (from: string, until: string) => `${from} to ${until}`,
    none: 'The register holds no disclosure that has to be accounted for.',
    columns: { on: 'Day', recipient: 'To whom', description: 'What', purpose: 'What for' },
    times: (count: number, last: string) => `${figure(count)} times, last ${last}`,
    leftOut: 'Left out, and why',
    fee: 'Whether it costs something',
    failed: 'The account cannot be made up just now.',
    entries: (row: string) => `Open the entry: ${row}`,
  },
  suggests: {
    title: (right: string) => `These words seem to ask for: ${right}`,
    take: 'Take it',
    takeNamed: (right: string) => `Take it: ${right}`,
    taken: (right: string) => `Chosen: ${right}`,
  },
};
