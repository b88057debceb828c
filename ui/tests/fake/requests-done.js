// Requests that are decided, answered or closed, one with long names, and the steps of all. Never part of the product.
window.__FAKE_PARTS.push((kit) => {
  const {
    TODAY,
    LONG,
    at,
    person,
    GROUNDS,
    month,
    deadline,
    claim,
    STEPS,
    WHY,
    steps,
    letter,
    mark,
    requests,
    show,
    said,
  } = kit;
  Object.assign(requests, {
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
  });
  const took = Object.fromEntries(
    [
      'request_acknowledge',
      'request_ask_identity',
      'request_identity_received',
      'request_ask_clarification',
      'request_clarified',
      'request_ask_opt_in',
      'request_take_longer',
      'request_note',
      'request_extend',
      'claim_decide',
      'claim_laws',
      'request_correct',
      'request_close',
      'request_reopen',
    ].map((name) => [name, (args) => said(args)]),
  );
  return { ...took, request_show: show };
});
