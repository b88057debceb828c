// The half of the stand-in that the log, request, letters and year screens ask. Never part of the product.
// Every person and every organisation in it is invented; its dates fit the fifth of March 2026.
window.__FAKE_MORE = ({ TODAY, day }) => {
  const fake = {
    request: 'paused',
    draft: 'none',
    preview: 'full',
    letters: 'some',
    year: 'some',
    ...window.__FAKE,
  };
  const LONG =
    'Maximiliane Theodora Freifrau von und zu Hohenstein-Waldburg-Wolfegg-Langenargen (geb. Łukasiewicz)';
  const at = (date, time) => `${date}T${time}:00Z`;
  const hash = (seed) => {
    let h = 2166136261;
    let out = '';
    for (let i = 0; out.length < 64; i++) {
      h = Math.imul(h ^ (seed + i * 97), 16777619) >>> 0;
      out += h.toString(16).padStart(8, '0');
    }
    return out.slice(0, 64);
  };
  const refuse = (message, field = null, code = 'input') => {
    throw { code, message, field };
  };
  const person = (name, email = '', address = [], phone = '') => ({ name, email, phone, address });

  // --- laws -----------------------------------------------------------------------------------
  const LAWS = {
    'eu-gdpr': {
      short: 'EU GDPR',
      why: 'Lives in Germany, in the European Union, and the desk works under this law.',
      rights: {
        access: ['Access', 'GDPR Art. 15'],
        portability: ['Data portability', 'GDPR Art. 20'],
        rectification: ['Rectification', 'GDPR Art. 16'],
        erasure: ['Erasure', 'GDPR Art. 17'],
        restriction: ['Restriction of processing', 'GDPR Art. 18'],
        objection: ['Objection', 'GDPR Art. 21(1)'],
        'marketing-objection': ['Objection to direct marketing', 'GDPR Art. 21(2)-(3)'],
        'consent-withdrawal': ['Withdrawal of consent', 'GDPR Art. 7(3)'],
        'automated-decision': ['Automated decisions', 'GDPR Art. 22'],
      },
    },
    'us-ca-ccpa': {
      short: 'CCPA',
      why: 'Lives in California.',
      rights: {
        access: ['Right to know', 'Civ. Code 1798.110'],
        rectification: ['Right to correct', 'Civ. Code 1798.106'],
        erasure: ['Right to delete', 'Civ. Code 1798.105'],
        'opt-out-sale-sharing': ['Do not sell or share', 'Civ. Code 1798.120'],
        'limit-sensitive': ['Limit sensitive data', 'Civ. Code 1798.121'],
      },
    },
    'us-can-spam': {
      short: 'CAN-SPAM',
      why: 'Applies to commercial mail sent to or from the United States.',
      rights: { unsubscribe: ['Opt out of commercial mail', '15 U.S.C. 7704(a)(4)'] },
    },
  };
  const lawName = ([id, law]) => ({
    id,
    name: {
      'eu-gdpr': 'General Data Protection Regulation',
      'us-ca-ccpa': 'California Consumer Privacy Act',
      'us-can-spam': 'CAN-SPAM Act',
    }[id],
    short: law.short,
    jurisdiction: '',
    rights: Object.entries(law.rights).map(([right, [name, cite]]) => ({ right, name, cite })),
  });
  const GROUNDS = [
    [
      'manifestly-unfounded',
      'Manifestly unfounded',
      'The request is manifestly unfounded. It is for the organisation to show why; rudeness or the wish to sue is not enough.',
      'GDPR Art. 12(5)(b)',
    ],
    [
      'excessive',
      'Excessive, in particular repetitive',
      'The request is excessive, in particular because it repeats earlier ones. It is for the organisation to show why.',
      'GDPR Art. 12(5)(b)',
    ],
    [
      'legal-obligation',
      'A law obliges us to keep it',
      'Keeping the data is necessary to meet a legal obligation, such as the tax law on invoices.',
      'GDPR Art. 17(3)(b)',
    ],
    [
      'legal-claims',
      'Legal claims',
      'The data is needed to establish, exercise or defend legal claims.',
      'GDPR Art. 17(3)(e)',
    ],
  ].map(([id, title, text, cite]) => ({ id, law: 'eu-gdpr', title, text, cite }));

  // --- dates ----------------------------------------------------------------------------------
  const step = (kind, text, date, cite) => ({ kind, text, date, cite });
  const month = (received, plain, due) => [
    step('received', 'Received by mail.', received, 'GDPR Art. 12(3)'),
    step('count', 'One month.', plain, 'Reg. 1182/71 Art. 3(2)(c)'),
    ...(plain === due
      ? []
      : [
          step(
            'roll',
            'A Sunday, so the next working day, calendar of Hamburg.',
            due,
            'Reg. 1182/71 Art. 3(4)',
          ),
        ]),
    step('result', 'Answer by then.', due, ''),
  ];
  const days = (due) => Math.round((Date.parse(due) - Date.parse(TODAY)) / 864e5);
  const deadline = (kind, due, working, more = {}) => ({
    claim: 1,
    right: 'erasure',
    law: 'eu-gdpr',
    law_short: 'EU GDPR',
    kind,
    due,
    days: days(due),
    safe_by: null,
    met_on: null,
    leads: false,
    working,
    ...more,
  });

  // --- requests -------------------------------------------------------------------------------
  const claim = (id, right, law, more = {}) => ({
    id,
    right,
    right_name: LAWS[law].rights[right][0],
    laws: [
      {
        law,
        short: LAWS[law].short,
        right_name: LAWS[law].rights[right][0],
        cite: LAWS[law].rights[right][1],
      },
    ],
    outcome: null,
    decided_on: null,
    ground: null,
    reasons: '',
    kept: '',
    grounds:
      law === 'eu-gdpr' && !['marketing-objection', 'consent-withdrawal'].includes(right) ? GROUNDS : [],
    ...more,
  });
  const STEPS = [
    ['acknowledge', 'Acknowledge'],
    ['ask-identity', 'Ask for proof of identity'],
    ['identity-received', 'Proof received'],
    ['ask-clarification', 'Ask to clarify'],
    ['clarified', 'Clarified'],
    ['extend', 'Extend'],
    ['decide', 'Decide'],
    ['write-letter', 'Write a letter'],
    ['note', 'Note'],
    ['correct', 'Correct'],
    ['close', 'Close'],
    ['reopen', 'Reopen'],
  ];
  const WHY = {
    'identity-received': ['No proof of identity is asked for.'],
    clarified: ['No question to them is open.'],
    close: ['One thing they asked for is not decided.'],
    reopen: ['The request is open.'],
  };
  /** Steps as the core offers them: `not` names those refused, with the sentence and the article. */
  const steps = (primary, not) =>
    STEPS.map(([name, label]) => ({
      step: name,
      label,
      offered: !not[name],
      primary: name === primary,
      reason: not[name]?.[0] ?? NOTE[name] ?? null,
      cite: not[name]?.[1] ?? null,
    }));
  const NOTE = {
    'ask-identity':
      'More information may be asked for only where there are reasonable doubts about who is asking, and no more than is needed.',
    'ask-clarification': 'You may ask; the clock runs on. The Regulation knows no pause for a question.',
    extend: 'Two further months, told with reasons before the first month is over.',
  };
  const entry = (seq, when, kind, summary, details = [], officer = 'Ines Okafor') => ({
    seq,
    at: when,
    officer,
    kind,
    summary,
    details: details.map(([label, value]) => ({ label, value })),
    hash: hash(seq),
  });
  const file = (id, name, media_type, size, on) => ({
    id,
    name,
    media_type,
    size,
    sha256: hash(id),
    added_at: at(on, '08:14'),
  });
  const letter = (id, kind, title, law, issued_on, sent_by, pages = 1) => ({
    id,
    kind,
    title,
    law,
    issued_on,
    sent_by,
    pages,
    size: 48213,
    sha256: hash(id * 7),
  });
  const mark = (on, label, kind = 'event') => ({ on, label, kind });
  const base = {
    subject: null,
    capacity: 'self',
    residence: 'de',
    channel: 'mail',
    open: true,
    closed_on: null,
    answered_on: null,
    files: [],
    letters: [],
    letter_draft: null,
    notes: [],
    earlier: [],
    today: TODAY,
  };
  const earlier = [
    {
      id: 13,
      reference: '2025-0871',
      person: 'Sofía Marín',
      rights: ['access'],
      received_on: '2025-09-02',
      open: false,
      why: 'Same mail address.',
    },
    {
      id: 14,
      reference: '2025-0114',
      person: 'Sofia Marin',
      rights: ['erasure', 'access'],
      received_on: '2025-02-11',
      open: false,
      why: 'Same name, other address.',
    },
  ];

  const requests = {
    // Fresh this morning: everything is still to do.
    fresh: () => ({
      ...base,
      id: 11,
      reference: '2026-0157',
      requester: person('Kim Ngọc Ánh', 'kim@example.org'),
      received_at: at('2026-03-05', '07:12'),
      received_on: '2026-03-05',
      state: 'open',
      next_step: 'Answer',
      words: 'Please tell me which of my data you store and where you got it from.',
      claims: [claim(1, 'access', 'eu-gdpr')],
      deadlines: [
        deadline('respond', '2026-04-07', month('2026-03-05', '2026-04-05', '2026-04-07'), {
          right: 'access',
          leads: true,
        }),
        deadline('extension-notice', '2026-04-07', month('2026-03-05', '2026-04-05', '2026-04-07'), {
          right: 'access',
        }),
      ],
      picture: {
        from: '2026-03-05',
        to: '2026-06-05',
        today: TODAY,
        due: '2026-04-07',
        extended: '2026-06-05',
        extension_in_force: false,
        pauses: [],
        marks: [
          mark('2026-03-05', 'received', 'received'),
          mark('2026-04-07', 'answer by', 'due'),
          mark('2026-06-05', 'if extended', 'extended'),
        ],
      },
      steps: steps('decide', WHY),
      log: [
        entry(2401, at('2026-03-05', '07:20'), 'request-logged', 'Logged from a mail.', [
          ['Received', 'Thu 5 Mar 2026, 08:12'],
          ['Asked', 'Access (EU GDPR)'],
        ]),
      ],
    }),
    // Two rights; proof was asked for and came; one right decided.
    paused: () => ({
      ...base,
      id: 12,
      reference: '2026-0139',
      requester: person(
        'Sofía Marín',
        'sofia.marin@example.net',
        ['Calle del Agua 7', '20459 Hamburg', 'Germany'],
        '+49 40 5550 199',
      ),
      received_at: at('2026-02-16', '08:12'),
      received_on: '2026-02-16',
      state: 'open',
      next_step: 'Answer',
      words:
        'Hello,\n\nI closed my shop account last year and still get your newsletter every week. Please delete everything you have about me, the comments on your blog too, and take me off all lists.\n\nSofía Marín',
      claims: [
        claim(1, 'erasure', 'eu-gdpr', {
          outcome: 'granted-in-part',
          decided_on: '2026-03-04',
          ground: GROUNDS[2],
          reasons: 'Your account, your blog comments and your order history are deleted.',
          kept: 'Invoices of 2023 to 2025, until the end of 2035, because the tax law says so.',
        }),
        claim(2, 'marketing-objection', 'eu-gdpr', {
          outcome: 'granted',
          decided_on: '2026-02-16',
          reasons: 'Stopped the same day. On the suppression list.',
        }),
        claim(3, 'restriction', 'eu-gdpr'),
      ],
      deadlines: [
        deadline(
          'respond',
          '2026-03-23',
          [
            step('received', 'Received by mail.', '2026-02-16', 'GDPR Art. 12(3)'),
            step('count', 'One month.', '2026-03-16', 'Reg. 1182/71 Art. 3(2)(c)'),
            step(
              'pause',
              'Proof of identity asked for Fri 20 Feb, came Thu 26 Feb: 6 days do not count.',
              '2026-03-22',
              'GDPR Art. 12(6); EDPB Guidelines 01/2022, para. 157',
            ),
            step(
              'roll',
              'A Sunday, so the next working day, calendar of Hamburg.',
              '2026-03-23',
              'Reg. 1182/71 Art. 3(4)',
            ),
            step('result', 'Answer by Mon 23 Mar 2026.', '2026-03-23', ''),
            step(
              'reading',
              'The pause is the authorities’ guidance, not the text. Without it: Mon 16 Mar 2026.',
              '2026-03-16',
              'GDPR Art. 12(3)',
            ),
          ],
          { safe_by: '2026-03-16', leads: true },
        ),
        deadline('extension-notice', '2026-03-23', month('2026-02-16', '2026-03-22', '2026-03-23'), {
          safe_by: '2026-03-16',
        }),
        deadline('respond', '2026-03-16', month('2026-02-16', '2026-03-16', '2026-03-16'), {
          claim: 2,
          right: 'marketing-objection',
          met_on: '2026-02-16',
        }),
        deadline('cease', '2026-02-16', month('2026-02-16', '2026-02-16', '2026-02-16'), {
          claim: 2,
          right: 'marketing-objection',
          met_on: '2026-02-16',
        }),
        deadline('respond', '2026-03-23', month('2026-02-16', '2026-03-22', '2026-03-23'), {
          claim: 3,
          right: 'restriction',
        }),
      ],
      picture: {
        from: '2026-02-16',
        to: '2026-05-22',
        today: TODAY,
        due: '2026-03-23',
        extended: '2026-05-22',
        extension_in_force: false,
        pauses: [{ from: '2026-02-20', to: '2026-02-26', label: 'does not count' }],
        marks: [
          mark('2026-02-16', 'received', 'received'),
          mark('2026-02-17', 'acknowledged'),
          mark('2026-02-20', 'proof asked'),
          mark('2026-02-26', 'proof came'),
          mark('2026-03-23', 'answer by', 'due'),
          mark('2026-05-22', 'if extended', 'extended'),
        ],
      },
      steps: steps('decide', {
        ...WHY,
        acknowledge: ['It is acknowledged.'],
      }),
      files: [
        file(31, 'Her mail of 16 Feb.eml', 'message/rfc822', 14336, '2026-02-16'),
        file(
          32,
          'a-very-long-file-name-that-somebody-made-with-a-scanner-2026-02-16-08-12-44-page-0001-of-0001-final-final.pdf',
          'application/pdf',
          2411724,
          '2026-02-26',
        ),
      ],
      letters: [
        letter(51, 'acknowledgement', 'Acknowledgement', 'eu-gdpr', '2026-02-17', 'post'),
        letter(52, 'proof-of-identity', 'Proof of identity', 'eu-gdpr', '2026-02-20', 'mail'),
      ],
      notes: [
        {
          message:
            'The objection only needs the address that is to be left alone; proof of identity would be more than is necessary.',
          cite: 'GDPR Arts. 5(1)(c), 12(2), 21(2)-(3)',
        },
      ],
      earlier,
      log: [
        entry(2101, at('2026-02-16', '15:18'), 'request-logged', 'Logged from her mail.', [
          ['Received', 'Mon 16 Feb 2026, 09:12'],
          ['Asked', 'Erasure, Objection to direct marketing, Restriction (EU GDPR)'],
          ['Files', '1'],
        ]),
        entry(2102, at('2026-02-16', '15:20'), 'claim-decided', 'Objection to direct marketing: granted.', [
          ['Reasons', 'Stopped the same day. On the suppression list.'],
        ]),
        entry(2117, at('2026-02-17', '10:31'), 'letter-issued', 'Acknowledgement: sent by post.', [
          ['Sent', 'Tue 17 Feb 2026, by post'],
          ['Pages', '1'],
        ]),
        entry(
          2140,
          at('2026-02-20', '09:05'),
          'letter-issued',
          'Proof of identity: sent by mail.',
          [
            ['Reason', 'The name on the account is another one.'],
            ['Asked for', 'The number of your last invoice.'],
          ],
          'Tomasz Wilk',
        ),
        entry(
          2188,
          at('2026-02-26', '14:40'),
          'identity-received',
          'Proof of identity came.',
          [
            ['On', 'Thu 26 Feb 2026'],
            ['How', 'Invoice number read on the phone, fits the account.'],
          ],
          'Tomasz Wilk',
        ),
        entry(2290, at('2026-03-04', '11:02'), 'claim-decided', 'Erasure: granted in part.', [
          ['Ground', 'A law obliges us to keep it (GDPR Art. 17(3)(b))'],
          ['What stays', 'Invoices of 2023 to 2025, until the end of 2035.'],
        ]),
      ],
    }),
    // Still waiting for the proof: the ball is theirs.
    waiting: () => ({
      ...requests.paused(),
      id: 18,
      reference: '2026-0141',
      state: 'waiting',
      next_step: 'Wait for proof of identity',
      claims: [claim(1, 'access', 'eu-gdpr'), claim(2, 'portability', 'eu-gdpr')],
      deadlines: [
        deadline('respond', '2026-03-30', month('2026-02-16', '2026-03-29', '2026-03-30'), {
          right: 'access',
          leads: true,
        }),
      ],
      picture: {
        from: '2026-02-16',
        to: '2026-06-01',
        today: TODAY,
        due: '2026-03-30',
        extended: '2026-06-01',
        extension_in_force: false,
        pauses: [{ from: '2026-02-20', to: TODAY, label: 'waiting' }],
        marks: [
          mark('2026-02-16', 'received', 'received'),
          mark('2026-02-17', 'acknowledged'),
          mark('2026-02-20', 'proof asked'),
          mark('2026-02-20', 'asked to clarify'),
          mark('2026-03-30', 'answer by', 'due'),
          mark('2026-06-01', 'if extended', 'extended'),
        ],
      },
      steps: steps('identity-received', {
        acknowledge: ['It is acknowledged.'],
        'ask-identity': ['Proof is asked for and has not come.'],
        'ask-clarification': ['A question to them is open.'],
        close: ['2 things they asked for are not decided.'],
        reopen: WHY.reopen,
      }),
      letter_draft: draft('answer-in-full'),
    }),
    // The extension is in force.
    extended: () => ({
      ...requests.paused(),
      id: 13,
      reference: '2026-0098',
      requester: person('Oluwaseun Adé', '', ['Rua da Rosa 112', '1200-389 Lisboa', 'Portugal']),
      received_at: at('2026-01-12', '09:00'),
      received_on: '2026-01-12',
      channel: 'post',
      residence: 'pt',
      state: 'open',
      next_step: 'Answer',
      claims: [
        claim(1, 'access', 'eu-gdpr'),
        claim(2, 'rectification', 'eu-gdpr', {
          outcome: 'withdrawn',
          decided_on: '2026-02-02',
          reasons: 'Told us on the phone that the address was right after all.',
        }),
      ],
      words: '',
      deadlines: [
        deadline('extended-respond', '2026-04-13', month('2026-01-12', '2026-04-12', '2026-04-13'), {
          right: 'access',
          leads: true,
        }),
        deadline('respond', '2026-02-12', month('2026-01-12', '2026-02-12', '2026-02-12'), {
          right: 'access',
        }),
        deadline('extension-notice', '2026-02-12', month('2026-01-12', '2026-02-12', '2026-02-12'), {
          right: 'access',
          met_on: '2026-02-10',
        }),
      ],
      picture: {
        from: '2026-01-12',
        to: '2026-04-13',
        today: TODAY,
        due: '2026-04-13',
        extended: '2026-04-13',
        extension_in_force: true,
        pauses: [],
        marks: [
          mark('2026-01-12', 'received', 'received'),
          mark('2026-01-13', 'acknowledged'),
          mark('2026-02-10', 'extended'),
          mark('2026-04-13', 'answer by', 'due'),
        ],
      },
      steps: steps('decide', {
        ...WHY,
        acknowledge: ['It is acknowledged.'],
        extend: ['It was extended once; the law allows no second time.', 'GDPR Art. 12(3)'],
      }),
      files: [],
      letters: [
        letter(53, 'acknowledgement', 'Acknowledgement', 'eu-gdpr', '2026-01-13', 'post'),
        letter(54, 'extension', 'Extension', 'eu-gdpr', '2026-02-10', 'post'),
      ],
      notes: [],
      earlier: [],
    }),
    // Late, and somebody acts for a child.
    overdue: () => ({
      ...requests.fresh(),
      id: 14,
      reference: '2026-0101',
      requester: person('June Abara', 'june.abara@example.com', [], '+1 415 555 0100'),
      subject: person('Theo Abara (11)'),
      capacity: 'parent-or-guardian',
      residence: 'us-ca',
      received_at: at('2026-01-14', '20:03'),
      received_on: '2026-01-14',
      channel: 'phone',
      state: 'overdue',
      next_step: 'Answer',
      words:
        'My son made an account with his school address. I want it gone and I want to know what you had.',
      claims: [claim(1, 'erasure', 'us-ca-ccpa'), claim(2, 'access', 'us-ca-ccpa')],
      deadlines: [
        deadline(
          'respond',
          '2026-03-02',
          [
            step(
              'received',
              'Received by phone, Wed 14 Jan 2026, 20:03 in Berlin.',
              '2026-01-14',
              '11 CCR 7021',
            ),
            step('count', '45 calendar days.', '2026-02-28', 'Civ. Code 1798.130(a)(2)'),
            step('roll', 'A Saturday, so the next business day.', '2026-03-02', 'Cal. Code Civ. Proc. 12a'),
            step('result', 'Answer by then.', '2026-03-02', ''),
          ],
          { law: 'us-ca-ccpa', law_short: 'CCPA', leads: true, safe_by: '2026-02-28' },
        ),
        deadline('acknowledge', '2026-01-29', month('2026-01-14', '2026-01-29', '2026-01-29'), {
          law: 'us-ca-ccpa',
          law_short: 'CCPA',
        }),
      ],
      picture: {
        from: '2026-01-14',
        to: TODAY,
        today: TODAY,
        due: '2026-03-02',
        extended: null,
        extension_in_force: false,
        pauses: [],
        marks: [
          mark('2026-01-14', 'received', 'received'),
          mark('2026-01-29', 'acknowledge', 'due'),
          mark('2026-03-02', 'answer by', 'due'),
        ],
      },
      steps: steps('acknowledge', {
        ...WHY,
        extend: [
          'The first period is over; notice had to be given inside it.',
          'Civ. Code 1798.130(a)(2)(A)',
        ],
        close: ['2 things they asked for are not decided.'],
      }),
    }),
    // Answered and closed.
    closed: () => ({
      ...requests.paused(),
      id: 15,
      reference: '2026-0044',
      open: false,
      closed_on: '2026-02-20',
      answered_on: '2026-02-18',
      state: 'closed',
      next_step: '',
      requester: person('Marek Łukasiewicz', 'marek@example.pl'),
      residence: 'pl',
      received_at: at('2026-01-20', '11:00'),
      received_on: '2026-01-20',
      claims: [
        claim(1, 'access', 'eu-gdpr', { outcome: 'granted', decided_on: '2026-02-17' }),
        claim(2, 'erasure', 'eu-gdpr', {
          outcome: 'refused',
          decided_on: '2026-02-17',
          ground: GROUNDS[3],
          reasons: 'The claim about order 4411 is before the court; we need the messages for it.',
        }),
      ],
      deadlines: [
        deadline('respond', '2026-02-20', month('2026-01-20', '2026-02-20', '2026-02-20'), {
          right: 'access',
          met_on: '2026-02-18',
        }),
        deadline('respond', '2026-02-20', month('2026-01-20', '2026-02-20', '2026-02-20'), {
          claim: 2,
          met_on: '2026-02-18',
        }),
      ],
      picture: {
        from: '2026-01-20',
        to: TODAY,
        today: TODAY,
        due: '2026-02-20',
        extended: null,
        extension_in_force: false,
        pauses: [],
        marks: [
          mark('2026-01-20', 'received', 'received'),
          mark('2026-01-21', 'acknowledged'),
          mark('2026-02-18', 'answered', 'answered'),
          mark('2026-02-20', 'answer by', 'due'),
          mark('2026-02-20', 'closed', 'closed'),
        ],
      },
      steps: steps(
        null,
        Object.fromEntries(
          STEPS.filter(([name]) => !['note', 'correct', 'reopen'].includes(name)).map(([name]) => [
            name,
            ['The request is closed. Reopen it first.'],
          ]),
        ),
      ),
      letters: [
        letter(55, 'acknowledgement', 'Acknowledgement', 'eu-gdpr', '2026-01-21', 'mail'),
        letter(56, 'answer-in-part', 'Answer in part', 'eu-gdpr', '2026-02-18', 'post', 2),
      ],
      notes: [],
      earlier: [],
      files: [],
    }),
    // Decided; only the letter is left. A name written from right to left.
    decided: () => ({
      ...requests.paused(),
      id: 16,
      reference: '2026-0150',
      requester: person('مريم الحسيني', 'maryam@example.org', ['شارع النيل ١٢', 'Hamburg']),
      state: 'soon',
      next_step: 'Send the answer',
      words: 'أطلب حذف جميع بياناتي من سجلاتكم.',
      claims: [claim(1, 'erasure', 'eu-gdpr', { outcome: 'granted', decided_on: '2026-03-04' })],
      deadlines: [
        deadline('respond', '2026-03-10', month('2026-02-10', '2026-03-10', '2026-03-10'), { leads: true }),
      ],
      picture: {
        from: '2026-02-10',
        to: '2026-05-11',
        today: TODAY,
        due: '2026-03-10',
        extended: '2026-05-11',
        extension_in_force: false,
        pauses: [],
        marks: [
          mark('2026-02-10', 'received', 'received'),
          mark('2026-02-10', 'acknowledged'),
          mark('2026-03-10', 'answer by', 'due'),
          mark('2026-05-11', 'if extended', 'extended'),
        ],
      },
      steps: steps('write-letter', { ...WHY, acknowledge: ['It is acknowledged.'], close: undefined }),
      notes: [],
    }),
    // Everything decided and answered: it can be closed.
    answered: () => ({
      ...requests.closed(),
      id: 19,
      reference: '2026-0045',
      open: true,
      closed_on: null,
      state: 'open',
      next_step: 'Close',
      steps: steps('close', {
        ...WHY,
        close: undefined,
        acknowledge: ['It is answered; there is nothing to acknowledge.'],
      }),
    }),
    // Long names everywhere, many rights, many entries.
    long: () => ({
      ...requests.paused(),
      id: 17,
      reference: '2026-0149',
      requester: person(
        LONG,
        'maximiliane.von.und.zu.hohenstein-waldburg@verbraucherzentrale-norddeutschland.example',
        [
          'Gemeinnützige Verbraucherberatungsgesellschaft mbH',
          'Straße des Siebzehnten Juni 135',
          '10623 Berlin',
        ],
      ),
      subject: person(`${LONG} jun.`),
      capacity: 'authorised-agent',
      state: 'soon',
      words: `${'Sehr geehrte Damen und Herren, ich bitte um vollständige Auskunft. '.repeat(30)}\n\nWithoutanyblankinitatall${'x'.repeat(300)}`,
      claims: [
        'access',
        'portability',
        'rectification',
        'erasure',
        'restriction',
        'objection',
        'marketing-objection',
      ].map((right, i) => claim(i + 1, right, 'eu-gdpr')),
    }),
  };
  const steppable = () => ({ ...requests[fake.request](), letters: requests[fake.request]().letters });
  const byId = (id) =>
    Object.values(requests)
      .map((make) => make())
      .find((it) => it.id === id);
  const show = ({ id }) => byId(id) ?? { ...steppable(), id };

  // --- letters --------------------------------------------------------------------------------
  function draft(kind, missing = fake.missing ?? false) {
    const items = [
      ['what-was-asked', 'What the person asked for, and when it came', 'GDPR Art. 12(3)', true],
      ['action-taken', 'What was done', 'GDPR Art. 12(3)', true],
      ['copy', 'The copy of the data, or where it is', 'GDPR Art. 15(3)', !missing],
      ['purposes', 'The purposes of the processing', 'GDPR Art. 15(1)(a)', true],
      ['recipients', 'The recipients, each by name where they are known', 'GDPR Art. 15(1)(c)', !missing],
      ['complaint', 'The right to complain to a supervisory authority', 'GDPR Art. 15(1)(f)', true],
    ].map(([id, what, cite, present]) => ({
      id,
      what,
      cite,
      present,
      why_missing: present ? null : 'The paragraph has a blank that is not filled in.',
    }));
    return {
      request: 12,
      kind,
      title: 'Answer in full',
      law: 'eu-gdpr',
      reason: '',
      items,
      ready: !missing,
      text: {
        subject: 'Your request of 16 February 2026',
        salutation: 'Dear Sofía Marín,',
        closing: 'Yours sincerely,\nInes Okafor',
        blocks: [
          {
            items: ['what-was-asked'],
            text: 'On 16 February 2026 you asked us by mail to show you what we hold about you.',
          },
          {
            items: ['action-taken', 'copy'],
            text: missing
              ? 'We looked in [[which systems were searched]]. A copy of your data is enclosed.'
              : 'We looked in our shop, our newsletter list and our mailboxes. A copy of your data is enclosed.',
          },
          {
            items: ['purposes'],
            text: 'We use your data to send what you order, to keep our books, and to answer you.',
          },
          {
            items: ['recipients'],
            text: missing
              ? 'We gave your data to [[recipients, each by name]].'
              : 'We gave your data to Nordkurier Paketdienst, who delivered your parcels, and to nobody else.',
          },
          {
            items: ['complaint'],
            text: 'If you think that we handle your data wrongly, you can complain to the Hamburg Commissioner, Example Street 1, Hamburg.',
          },
        ],
      },
    };
  }
  const KINDS = [
    ['acknowledgement', 'Acknowledgement', 'It is acknowledged.'],
    ['proof-of-identity', 'Proof of identity', null],
    ['clarification', 'Clarification', null],
    ['extension', 'Extension', null],
    ['answer-in-full', 'Answer in full', 'Not everything was granted.'],
    ['answer-in-part', 'Answer in part', null],
    ['refusal', 'Refusal', 'Not everything was refused.'],
    [
      'opt-out-confirmation',
      'Opt-out confirmation',
      'This law has no letter of this kind; the answer in full confirms it.',
    ],
  ];
  const choices = ({ id }) => ({
    choices: KINDS.map(([kind, title, reason]) => {
      const view = show({ id });
      const done = kind === 'acknowledgement' && view.steps[0].offered ? null : reason;
      const because = view.open ? done : 'The request is closed. Reopen it first.';
      return {
        kind,
        title,
        law: view.claims[0].laws[0].law,
        law_short: view.claims[0].laws[0].short,
        offered: because === null,
        reason: because,
        suggested: kind === 'answer-in-part' && because === null,
      };
    }),
  });
  let kept = null;
  /** A PDF made by hand: a letterhead, a window address, two pages of words. */
  function pdf(marked) {
    const esc = (text) => text.replace(/[\\()]/g, '\\$&');
    const line = (x, y, size, text, font = 'F1') =>
      `BT /${font} ${size} Tf ${x} ${y} Td (${esc(text)}) Tj ET\n`;
    const body =
      'On 16 February 2026 you asked us by mail to show you what we hold about you. We looked in our shop, our newsletter list and our mailboxes. A copy of your data is enclosed. We use your data to send what you order, to keep our books, and to answer you.'.split(
        ' ',
      );
    const lines = [];
    for (const word of [...body, ...body, ...body]) {
      if (!lines.length || `${lines.at(-1)} ${word}`.length > 84) lines.push(word);
      else lines[lines.length - 1] += ` ${word}`;
    }
    const first =
      line(71, 780, 15, 'Harbour Lane Studio', 'F2') +
      line(71, 764, 9, 'Harbour Lane 14, 20457 Hamburg, Germany') +
      line(71, 690, 11, 'Sofia Marin') +
      line(71, 676, 11, 'Calle del Agua 7') +
      line(71, 662, 11, '20459 Hamburg') +
      line(400, 610, 10, '5 March 2026') +
      line(71, 580, 12, 'Your request of 16 February 2026', 'F2') +
      line(71, 552, 11, 'Dear Sofia Marin,') +
      lines.map((text, i) => line(71, 528 - i * 16, 11, text)).join('') +
      line(280, 40, 9, 'Page 1 of 2') +
      (marked ? `q 0.75 g ${line(330, 800, 9, 'DRAFT, not sent')} Q\n` : '');
    const second =
      line(71, 780, 11, 'Yours sincerely,') +
      line(71, 730, 11, 'Ines Okafor') +
      line(280, 40, 9, 'Page 2 of 2');
    const objects = [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R 5 0 R]/Count 2>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 7 0 R/F2 8 0 R>>>>>>',
      `<</Length ${first.length}>>stream\n${first}endstream`,
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 6 0 R/Resources<</Font<</F1 7 0 R/F2 8 0 R>>>>>>',
      `<</Length ${second.length}>>stream\n${second}endstream`,
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>',
    ];
    let out = '%PDF-1.4\n';
    const offsets = objects.map((body, i) => {
      const start = out.length;
      out += `${i + 1} 0 obj\n${body}\nendobj\n`;
      return start;
    });
    const xref = out.length;
    out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((it) => `${String(it).padStart(10, '0')} 00000 n \n`).join('')}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`;
    return { name: '2026-0139 Answer in full.pdf', pages: 2, base64: window.__FAKE_PDF ?? btoa(out) };
  }
  const list = () => {
    if (fake.letters === 'none') return { letters: [] };
    const people = [
      ['Sofía Marín', 12, '2026-0139'],
      ['Oluwaseun Adé', 13, '2026-0098'],
      ['مريم الحسيني', 16, '2026-0150'],
      [LONG, 17, '2026-0149'],
      ['Marek Łukasiewicz', 15, '2026-0044'],
    ];
    const letters = Array.from({ length: fake.letters === 'many' ? 520 : 14 }, (_, i) => {
      const [who, request, reference] = people[i % people.length];
      const [kind, title] = KINDS[(i * 3) % KINDS.length];
      return {
        request,
        reference,
        person: who,
        letter: letter(
          60 + i,
          kind,
          title,
          'eu-gdpr',
          day(TODAY, -i),
          ['post', 'mail', 'handed-over'][i % 3],
          1 + (i % 3),
        ),
      };
    });
    return { letters };
  };

  // --- the half-typed request -----------------------------------------------------------------
  const emptyDraft = {
    received: '2026-03-05T10:42',
    channel: null,
    requester: person(''),
    subject: null,
    capacity: 'self',
    residence: '',
    claims: [],
    words: '',
    files: [],
  };
  const typed = {
    ...emptyDraft,
    received: '2026-03-04T17:05',
    channel: 'mail',
    requester: person('Sofía Marín', 'sofia.marin@example.net', ['Calle del Agua 7', '20459 Hamburg']),
    residence: 'de',
    claims: [
      { right: 'access', laws: [] },
      { right: 'erasure', laws: [] },
      { right: 'marketing-objection', laws: [] },
    ],
    words: 'Please send me everything you hold about me, and then delete it. And no more newsletters.',
    files: [31, 32],
  };
  const behalf = {
    ...typed,
    requester: person('L. Brandt', 'brandt@kanzlei.example'),
    subject: person('M. Brandt', '', ['Am Wall 3', '28195 Bremen']),
    capacity: 'authorised-agent',
    claims: [{ right: 'access', laws: [] }],
    files: [],
  };
  const drafts = {
    none: { draft: null, files: [], saved_at: null },
    typed: {
      draft: typed,
      files: [
        file(31, 'Her mail of 4 Mar.eml', 'message/rfc822', 14336, '2026-03-04'),
        file(32, 'scan.pdf', 'application/pdf', 2411724, '2026-03-04'),
      ],
      saved_at: at('2026-03-05', '08:40'),
    },
    behalf: { draft: behalf, files: [], saved_at: at('2026-03-05', '08:40') },
  };
  const preview = ({ draft: it }) => {
    const problems = [];
    const problem = (field, message) => problems.push({ field, message });
    if (it.received.slice(0, 10) > TODAY)
      problem(
        'received',
        'A request cannot have been received in the future. Look at the date and the time.',
      );
    if (!it.channel) problem('channel', 'Say how the request came in.');
    if (!it.requester.name && !it.requester.email)
      problem('requester.name', 'Write a name or a mail address; the answer must reach somebody.');
    if (it.requester.name.length > 200)
      problem(
        'requester.name',
        'A name or an address line can have 200 characters and an address eight lines, or it fits no envelope. Shorten it here and keep the long form in their words.',
      );
    if (it.capacity !== 'self' && !it.subject?.name)
      problem('subject.name', 'Write whose data it is about: somebody else is asking for them.');
    if (it.claims.length === 0) problem('claims', 'Choose at least one thing they ask for.');
    const proposes = it.residence.startsWith('us-ca') ? 'us-ca-ccpa' : 'eu-gdpr';
    const claims = it.claims.map((asked) => {
      const given = Object.entries(LAWS).filter(([, law]) => law.rights[asked.right]);
      const laws = given.map(([id, law]) => {
        const proposed = id === proposes || given.length === 1;
        return {
          law: id,
          short: law.short,
          right_name: law.rights[asked.right][0],
          cite: law.rights[asked.right][1],
          proposed,
          reason: proposed
            ? law.why
            : 'Does not follow from where the person lives; choose it if you know better.',
          chosen: asked.laws.length ? asked.laws.includes(id) : proposed,
        };
      });
      const due = [
        deadline('respond', '2026-04-07', month('2026-03-04', '2026-04-04', '2026-04-07'), {
          claim: null,
          right: asked.right,
          leads: true,
          safe_by: '2026-04-04',
        }),
        deadline('extension-notice', '2026-04-07', month('2026-03-04', '2026-04-04', '2026-04-07'), {
          claim: null,
          right: asked.right,
        }),
      ];
      if (asked.right === 'marketing-objection')
        due.unshift(
          deadline(
            'cease',
            '2026-03-05',
            [step('count', 'No period is given: it stops the same day.', '2026-03-05', 'GDPR Art. 21(3)')],
            { claim: null, right: asked.right },
          ),
        );
      return { right: asked.right, laws, deadlines: laws.some((law) => law.chosen) ? due : [] };
    });
    const known = it.requester.name.startsWith('Sof');
    return {
      received_on: it.received.slice(0, 10),
      claims,
      problems,
      duplicates:
        known && it.claims.length > 0
          ? [
              {
                id: 12,
                reference: '2026-0139',
                person: 'Sofía Marín',
                rights: ['erasure', 'marketing-objection'],
                received_on: '2026-02-16',
                open: true,
                why: 'Same mail address.',
              },
            ]
          : [],
      earlier: known ? earlier : [],
      notes: it.claims.some((c) => c.right === 'marketing-objection') ? requests.paused().notes : [],
    };
  };

  // --- the year -------------------------------------------------------------------------------
  const yearRow = (law, right, counts, median, mean, late, requests) => {
    const [in_full, in_part, refused, withdrawn, open] = counts;
    return {
      law,
      law_short: LAWS[law].short,
      right,
      right_name: LAWS[law].rights[right][0],
      received: in_full + in_part + refused + withdrawn + open,
      in_full,
      in_part,
      refused,
      withdrawn,
      open,
      late,
      median_days: median,
      mean_days: mean,
      requests,
    };
  };
  const rows = [
    yearRow('eu-gdpr', 'access', [31, 6, 2, 1, 5], 19, 20.4, 2, [12, 13, 15]),
    yearRow('eu-gdpr', 'erasure', [24, 11, 4, 0, 3], 22.5, 23.1, 1, [12, 15, 16]),
    yearRow('eu-gdpr', 'marketing-objection', [58, 0, 0, 2, 1], 1, 1.3, 0, [12]),
    yearRow('us-ca-ccpa', 'erasure', [9, 2, 1, 0, 1], 31, 30.2, 1, [14]),
    yearRow('us-ca-ccpa', 'opt-out-sale-sharing', [17, 0, 0, 0, 0], 4, 5.1, 0, [14]),
    yearRow('us-can-spam', 'unsubscribe', [112, 0, 0, 0, 2], 2, 2.6, 3, [12]),
  ];
  const sum = (key) => rows.reduce((all, row) => all + row[key], 0);
  const total = {
    law: '',
    law_short: 'All laws',
    right: null,
    right_name: 'All rights',
    median_days: 4,
    mean_days: 9.7,
    requests: [12, 13, 14, 15, 16],
  };
  for (const key of ['received', 'in_full', 'in_part', 'refused', 'withdrawn', 'open', 'late'])
    total[key] = sum(key);
  const summary = ({ year }) => {
    const none = year === 2024;
    return {
      year,
      organisation: 'Harbour Lane Studio',
      rows: none ? [] : rows,
      total: none
        ? {
            ...total,
            received: 0,
            in_full: 0,
            in_part: 0,
            refused: 0,
            withdrawn: 0,
            open: 0,
            late: 0,
            median_days: null,
            mean_days: null,
            requests: [],
          }
        : total,
      months: [18, 22, 31, 14, 27, 19, 25, 16, 22, 30, 24, 19].map((received, i) => ({
        month: i + 1,
        received: none ? 0 : received,
      })),
      rules: [
        'The year is that of the civil day of receipt in the desk’s time zone.',
        'A request counts once for each right it invokes under each law that applies; the months count requests.',
        'In part means that something was granted and something was not, on a ground of the law.',
        'Days run from the day of receipt to the day the answer left; withdrawn claims and those still open have none.',
        'Late means answered after the last day, extensions in force counted, or past it and not answered.',
      ],
      log_head: hash(1847),
    };
  };

  // --- what is asked --------------------------------------------------------------------------
  const said = ({ request, text }, field = 'text') =>
    fake.refuse
      ? refuse(fake.refuse[0], fake.refuse[1] ?? field, 'not-now')
      : show({ id: request ?? 12 }, text);
  const took = Object.fromEntries(
    [
      'request_acknowledge',
      'request_ask_identity',
      'request_identity_received',
      'request_ask_clarification',
      'request_clarified',
      'request_note',
      'request_extend',
      'claim_decide',
      'request_correct',
      'request_close',
      'request_reopen',
    ].map((name) => [name, (args) => said(args)]),
  );
  const image =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==';
  return {
    ...took,
    law_list: () => ({ laws: Object.entries(LAWS).map(lawName) }),
    draft_load: () => drafts[fake.draft],
    draft_save: () => ({}),
    draft_discard: () => ({}),
    request_preview: preview,
    request_log: () =>
      fake.refuse ? refuse(fake.refuse[0], fake.refuse[1]) : { id: 11, reference: '2026-0157' },
    request_show: show,
    file_add: () => file(33, 'scan.pdf', 'application/pdf', 1200, TODAY),
    file_discard: () => ({}),
    file_open: ({ id }) =>
      id === 31
        ? {
            name: 'Her mail of 16 Feb.eml',
            media_type: 'message/rfc822',
            base64: btoa(
              'From: sofia.marin@example.net\nTo: privacy@harbourlane.example\nSubject: Delete my data\n\nHello,\n\nplease delete everything you have about me.\n',
            ),
          }
        : id === 32
          ? { name: 'scan.pdf', media_type: 'application/pdf', base64: pdf(false).base64 }
          : { name: 'scan.png', media_type: 'image/png', base64: image },
    letter_choices: choices,
    letter_draft: ({ request, kind }) => (kept = { ...draft(kind), request }),
    letter_save: ({ text }) => {
      const open = text.blocks.some((block) => block.text.includes('[['));
      const now = kept ?? draft('answer-in-full');
      const items = now.items.map((item) =>
        text.blocks.some(
          (block) => block.items.includes(item.id) && block.text.trim() && !block.text.includes('[['),
        )
          ? { ...item, present: true, why_missing: null }
          : { ...item, present: false, why_missing: 'The paragraph has a blank that is not filled in.' },
      );
      return (kept = { ...now, text, items, ready: !open && items.every((item) => item.present) });
    },
    letter_preview: () => pdf(true),
    letter_discard: () => ((kept = null), {}),
    letter_issue: ({ request }) => {
      kept = null;
      const view = show({ id: request });
      return {
        ...view,
        letters: [
          ...view.letters,
          letter(99, 'answer-in-part', 'Answer in part', 'eu-gdpr', TODAY, 'post', 2),
        ],
        letter_draft: null,
      };
    },
    letter_pdf: () => pdf(false),
    letter_list: list,
    year_list: () => ({ years: fake.year === 'none' ? [] : [2026, 2025, 2024] }),
    year_summary: summary,
  };
};
