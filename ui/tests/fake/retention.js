// How long requests are kept, what may go, and legal holds. Never part of the product.
window.__FAKE_PARTS.push((kit) => {
  const { fake, TODAY, day, refuse, show, holds, LONG } = kit;
  const note = (message, cite, caution = null) => ({ message, cite, caution });
  const rule = (months, covers, cite, caution = null) => ({
    months,
    covers,
    cite,
    since: '2020-08-14',
    checked: '2026-02-22',
    caution,
  });
  const hold = (id, reference, placed_on, reason, lifted_on = null, lifted = '') => ({
    id,
    request: 12,
    reference,
    placed_on,
    reason,
    lifted_on,
    lifted,
  });
  if (fake.hold) {
    holds.push(
      hold(
        1,
        '2026-0187',
        '2026-02-20',
        'Action of a former customer, Hamburg regional court, 324 O 118/26.',
      ),
    );
    holds.push(
      hold(
        2,
        '2026-0187',
        '2025-11-03',
        'The authority asked for the file.',
        '2025-12-19',
        'The authority closed its file.',
      ),
    );
  }
  // A request of which the person is gone.
  kit.requests.purged = () => {
    const left = kit.requests.closed();
    return {
      ...left,
      requester: kit.person('', ''),
      words: '',
      claims: left.claims.map((it) => ({ ...it, reasons: '', kept: '' })),
      purged: { on: '2026-01-12', cite: '11 CCR 7101(a)' },
    };
  };
  const gone = new Set();
  const own = new Map();
  const law = (id, short, months, minimum, rules, says, may_go) => ({
    law: id,
    short,
    says,
    minimum,
    rules,
    own: own.get(id) ?? null,
    months: own.get(id) ?? months,
    may_go: fake.purge === 'none' ? 0 : may_go,
  });
  const laws = () => [
    law(
      'eu-gdpr',
      'EU GDPR',
      24,
      null,
      [rule(24, 'Every request with its answer, where no law sets a period', 'Rule of the house')],
      note('It sets no number: not longer than is needed.', 'GDPR Art. 5(1)(e)'),
      5,
    ),
    law(
      'us-ca-ccpa',
      'CCPA',
      24,
      24,
      [rule(24, 'Consumer requests and how they were answered', '11 CCR 7101(a)')],
      note('At least 24 months.', '11 CCR 7101(a)'),
      3,
    ),
    law(
      'us-hipaa',
      'HIPAA',
      72,
      72,
      [
        rule(
          72,
          'What the Privacy Rule wants in writing: requests, answers, denials',
          '45 CFR 164.316(b)(2), 164.530(j)(2)',
          'Known from the text of 2024; not compared since.',
        ),
        rule(72, 'Accountings that were given, and who handled them', '45 CFR 164.528(d)'),
      ],
      note('Six years.', '45 CFR 164.530(j)(2)'),
      0,
    ),
    law('us-can-spam', 'CAN-SPAM', 24, null, [], note('It says nothing of records.', '15 U.S.C. 7704'), 0),
  ];
  const retention = () => ({
    today: TODAY,
    laws: laws(),
    reading: note(
      'The rules say for how long and not from when. Counted from the day the request was closed, which never comes before its answer: nothing goes too early.',
      '11 CCR 7101(a), 45 CFR 164.530(j)(2)',
    ),
    holds:
      fake.rows === 'none'
        ? []
        : [
            hold(
              3,
              '2023-0212',
              '2025-09-30',
              fake.rows === 'long'
                ? LONG
                : 'Action of a former customer, Hamburg regional court, 324 O 118/25.',
            ),
          ],
    may_go: fake.purge === 'none' ? 0 : 8 - gone.size,
  });
  const GOES = [
    'Name, addresses and contact details of the person, and of who wrote for them',
    'Their words, the notes and the reasons',
    'Letters with their fingerprints kept, and files',
  ];
  const row = (request, reference, closed, months, cite, more = {}) => ({
    request,
    reference,
    closed_on: closed,
    kept_until: day(closed, Math.round(months * 30.44)),
    why: note(
      `Closed on ${closed}, kept ${months} months, until ${day(closed, Math.round(months * 30.44))}.`,
      cite,
    ),
    goes: GOES,
    stays: [],
    ...more,
  });
  const group = (id, short, rows) => {
    const left = rows.filter((it) => !gone.has(it.request));
    // More than anybody reads one by one.
    const others = fake.purge === 'many' ? Array.from({ length: 12_480 }, (_, at) => 1000 + at) : [];
    const all = [...left.map((it) => it.request), ...(id === 'us-ca-ccpa' ? others : [])];
    return {
      law: id,
      short,
      requests: all.length,
      all,
      oldest: left[0]?.closed_on ?? '',
      youngest: left.at(-1)?.closed_on ?? '',
      rows: left,
    };
  };
  const preview = () => ({
    as_of: TODAY,
    groups:
      fake.purge === 'none'
        ? []
        : [
            group(
              'eu-gdpr',
              'EU GDPR',
              [0, 1, 2, 3, 4].map((at) =>
                row(
                  31 + at,
                  `2023-${String(41 + at * 17).padStart(4, '0')}`,
                  day('2023-06-12', at * 40),
                  24,
                  'Rule of the house',
                ),
              ),
            ),
            group(
              'us-ca-ccpa',
              'CCPA',
              [0, 1, 2].map((at) =>
                row(
                  41 + at,
                  `2023-${String(102 + at * 31).padStart(4, '0')}`,
                  day('2023-08-02', at * 51),
                  24,
                  '11 CCR 7101(a)',
                  {
                    stays:
                      at === 1
                        ? ['The salted hash on the suppression list, so that the opt-out goes on counting']
                        : [],
                  },
                ),
              ),
            ),
          ].filter((it) => it.requests > 0),
    kept: [
      {
        request: 51,
        reference: '2023-0212',
        closed_on: '2023-10-11',
        why: note('It is under legal hold.', ''),
      },
      {
        request: 52,
        reference: '2023-0230',
        closed_on: '2023-11-02',
        why: note(
          'A later request of the same person says that it is a repetition of this one, and is open.',
          'GDPR Art. 12(5)',
        ),
      },
    ],
    more: fake.purge === 'many',
    stays: [
      'When it came, what was asked under which laws, how and when it was answered',
      'The figures of every report, those that were issued too',
      'The log with its chain of hashes',
    ],
  });
  return {
    retention,
    retention_save: ({ law: id, months }) => {
      if (months !== null && months < 24 && id === 'us-ca-ccpa')
        refuse(
          'CCPA wants its requests kept at least 24 months (11 CCR 7101(a)). Choose that or longer.',
          'months',
        );
      own.set(id, months);
      return retention();
    },
    purge_preview: preview,
    purge: ({ requests }) => {
      const references = preview()
        .groups.flatMap((it) => it.rows)
        .filter((it) => requests.includes(it.request))
        .map((it) => it.reference);
      for (const id of requests) gone.add(id);
      return {
        purged_on: TODAY,
        references,
        note: 'Backups that were made before still hold these people. The log says which requests were purged, and names nobody.',
      };
    },
    hold_place: ({ request, reason }) => {
      holds.push(hold(holds.length + 1, '2026-0187', TODAY, reason));
      return show({ id: request });
    },
    hold_lift: ({ request, reason }) => {
      for (const it of holds)
        if (it.lifted_on === null) Object.assign(it, { lifted_on: TODAY, lifted: reason });
      return show({ id: request });
    },
  };
});
