// Requests that are still to do, one for each state of the page. Never part of the product.
window.__FAKE_PARTS.push((kit) => {
  const {
    TODAY,
    at,
    person,
    GROUNDS,
    step,
    month,
    deadline,
    claim,
    WHY,
    steps,
    entry,
    file,
    letter,
    mark,
    base,
    earlier,
    draft,
    requests,
  } = kit;
  Object.assign(requests, {
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
            step('received', 'Received by e-mail.', '2026-02-16', 'GDPR Art. 12(3)'),
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
        'ask-opt-in': [
          'After an opt-out the person is not asked for at least 12 months to agree to the sale or sharing. It was made on Tue 3 Feb 2026, so not before Thu 4 Feb 2027.',
          'Cal. Civ. Code 1798.135(c)(4)-(5); 11 CCR 7026(k)',
          {
            message:
              'A transaction that the person has begun needs it: they may then be told that it does, with the choice to agree.',
            cite: '11 CCR 7028(b)-(c)',
          },
        ],
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
          'Proof of identity: sent by e-mail.',
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
  });
  return {};
});
