// The reports of the year end, with invented figures. Never part of the product.
window.__FAKE_PARTS.push((kit) => {
  const { fake, hash, day } = kit;
  const { cited, COUNT, counts, days, table } = kit.shapes;
  const summed = (rows, figures, tail = []) => {
    const width = rows[0]?.length ?? 0;
    return Array.from({ length: width }, (_, at) => {
      if (at === 0) return 'All';
      if (at < figures[0] || at > figures[1]) return tail[at - figures[1] - 1] ?? '';
      return rows.reduce((sum, it) => sum + it[at], 0);
    });
  };
  const YEAR = [
    'The civil day of receipt in the time zone of the desk decides in which year a request counts.',
  ];
  const CLAIM = ['A request that asks for several things counts once for each of them, under each law.'];
  const PART = [
    '“In part” means that something was granted and something was refused on a ground of the law.',
    '11 CCR 7102(a)(1)',
  ];
  const DAYS = [
    'Days run from the day of receipt to the day the answer left the house; withdrawn and open ones have none.',
  ];

  const metrics = (n, of) => {
    const rows = [
      ['To know', n(61), n(48), n(7), n(4), n(1), n(1), { days: 24 }, { days: 25.3 }],
      ['To delete', n(84), n(66), n(11), n(5), n(0), n(2), { days: 22.5 }, { days: 23.1 }],
      ['To correct', n(20), n(17), n(2), n(1), n(0), n(0), { days: 19 }, { days: 18.7 }],
      ['To opt out of sale and sharing', n(70), n(70), n(0), n(0), n(0), n(0), { days: 4 }, { days: 5.1 }],
      ['To limit sensitive data', n(9), n(8), n(0), n(1), n(0), n(0), { days: 6 }, { days: 6.4 }],
      ['To access automated decisions', n(3), n(2), n(0), n(0), n(0), n(1), { days: 31 }, { days: 31 }],
      [
        'To opt out of automated decisions',
        n(0),
        n(0),
        n(0),
        n(0),
        n(0),
        n(0),
        { days: null },
        { days: null },
      ],
    ].map((it) => ((it[1] = it[2] + it[3] + it[4] + it[5] + it[6]), it));
    const reasons = [
      ['Identity could not be verified', 'Civ. Code 1798.130(a)(2)', n(5)],
      ['An exception applies: the transaction is not complete', 'Civ. Code 1798.105(d)(1)', n(3)],
      ['Manifestly unfounded or excessive', 'Civ. Code 1798.145(h)(3)', n(2)],
      ['Impossible or disproportionate effort', '11 CCR 7024(h)', n(1)],
    ];
    return {
      title: 'Request metrics',
      lead: [
        `Harbour Lane Studio received ${rows.reduce((sum, it) => sum + it[1], 0)} requests under the CCPA ${of.californians ? 'from Californians' : 'from everybody, as if all lived in California'}.`,
        'The median time to a substantive answer was 19 days.',
      ],
      notes: [
        cited(
          'A business that buys, receives, sells or shares the data of ten million Californians or more in a calendar year publishes these figures in its policy by 1 July of the next one.',
          '11 CCR 7102(a)',
        ),
      ],
      advice: [
        cited(
          'Whoever publishes figures of everybody says so, and gives the Attorney General those of consumers alone on request.',
          '11 CCR 7102(b)',
        ),
      ],
      tables: [
        table(
          'requests',
          'Requests by type',
          [
            ['text', 'Type of request', 'type'],
            COUNT,
            ...counts('In whole', 'In part', 'Denied', 'Withdrawn', 'Open'),
            ...days,
          ],
          rows,
          {
            total: summed(rows, [1, 6], [{ days: 19 }, { days: 20.4 }]),
            counting: [YEAR, CLAIM, PART, DAYS],
          },
        ),
        ...(of.reasons
          ? [
              table(
                'denials',
                'Reasons of denial',
                [
                  ['text', 'Reason', 'reason'],
                  ['text', 'Article', 'article'],
                  ['count', 'Denied', 'denied'],
                ],
                reasons,
                { counting: [['A denial on several grounds counts once under each.', '11 CCR 7102(a)(2)']] },
              ),
            ]
          : []),
        months(n),
        spread(n),
      ],
      pictures: ['months', 'days'],
    };
  };
  const months = (n) => {
    const by = [
      [6, 7, 12, 5, 9, 7, 8, 5, 7, 11, 8, 6],
      [4, 5, 7, 3, 6, 4, 6, 4, 5, 8, 6, 5],
      [5, 6, 7, 4, 8, 5, 7, 4, 6, 7, 6, 5],
      [2, 1, 3, 1, 2, 1, 2, 1, 2, 2, 2, 1],
    ];
    return table(
      'months',
      'Requests per month by right',
      [['text', 'Month', 'month'], ...counts('Delete', 'Access', 'Stop selling', 'Correct')],
      kit.MONTHS.map((name, at) => [name, ...by.map((values) => n(values[at]))]),
      { counting: [YEAR] },
    );
  };
  const spread = (n) =>
    table(
      'days',
      'Days to answer',
      [['text', 'Days', 'days'], ...counts('Answered', 'After the limit')],
      [14, 9, 12, 21, 33, 38, 29, 17, 11, 4, 2, 1].map((value, at) => [
        at === 11 ? '55 and more' : `${at * 5} to ${at * 5 + 4}`,
        at < 9 ? n(value) : 0,
        at < 9 ? 0 : n(value),
      ]),
      { counting: [DAYS] },
    );

  const rights = (n) => {
    const one = (law, right, list, median, mean) => [
      law,
      right,
      list.reduce((sum, it) => sum + n(it), 0),
      ...list.map(n),
      { days: median },
      { days: mean },
    ];
    const rows = [
      one('EU GDPR', 'Access', [31, 4, 2, 6, 2, 1, 5], 19, 20.4),
      one('EU GDPR', 'Delete', [24, 3, 1, 11, 4, 0, 3], 22.5, 23.1),
      one('EU GDPR', 'Stop marketing', [58, 0, 0, 0, 0, 2, 1], 1, 1.3),
      one('UK GDPR', 'Access', [12, 2, 0, 3, 1, 0, 2], 17, 18.8),
      one('UK GDPR', 'Complaint', [3, 0, 0, 0, 0, 0, 1], 21, 21),
      one('CCPA', 'Delete', [9, 1, 1, 2, 1, 0, 1], 31, 30.2),
      one('CCPA', 'Do not sell or share', [17, 0, 0, 0, 0, 0, 0], 4, 5.1),
      one('CAN-SPAM', 'Stop the newsletter', [112, 0, 3, 0, 0, 0, 2], 2, 2.6),
    ];
    return {
      title: 'Rights report',
      lead: [
        'Of all claims under eight laws and rights, 393 were answered in time and 10 late.',
        'Ten extensions were told to the people concerned; each moved the last day.',
      ],
      notes: [
        cited('The controller must be able to show that it answered in time.', 'GDPR Art. 5(2), Art. 12(3)'),
      ],
      tables: [
        table(
          'by-law-right',
          'By law and right',
          [
            ['text', 'Law', 'law'],
            ['text', 'Right', 'right'],
            COUNT,
            ...counts('In time', 'Extended', 'Late', 'In part', 'Refused', 'Withdrawn', 'Open'),
            ...days,
          ],
          rows,
          {
            total: summed(
              rows.map((it) => it),
              [2, 9],
              [{ days: 4 }, { days: 9.7 }],
            ),
            counting: [
              YEAR,
              CLAIM,
              PART,
              [
                'An extension in force moves the last day; such answers are in time, and counted apart.',
                'GDPR Art. 12(3)',
              ],
              DAYS,
            ],
          },
        ),
        table(
          'by-law',
          'In time and late by law',
          [['text', 'Law', 'law'], ...counts('In time', 'Late')],
          [
            ['EU GDPR', n(148), n(5)],
            ['UK GDPR', n(41), 0],
            ['CCPA', n(88), n(2)],
            ['CAN-SPAM', n(112), n(3)],
          ],
        ),
        table(
          'grounds',
          'Refused, by ground',
          [
            ['text', 'Ground', 'ground'],
            ['text', 'Article', 'article'],
            ['count', 'Refused', 'refused'],
          ],
          [
            ['The data must be kept under a legal duty', 'GDPR Art. 17(3)(b)', n(4)],
            ['Rights of others stand against it', 'GDPR Art. 15(4)', n(2)],
            ['Manifestly unfounded or excessive', 'GDPR Art. 12(5)', n(1)],
          ],
        ),
        table(
          'complaints',
          'Complaints and appeals',
          [['text', 'Kind', 'kind'], ...counts('Received', 'Upheld', 'Not upheld', 'Open')],
          [
            ['Complaint to us', n(4), n(1), n(2), n(1)],
            ['Appeal', 0, 0, 0, 0],
          ],
        ),
        months(n),
        spread(n),
        table(
          'open',
          'Open by age',
          [['text', 'Age in days', 'age'], ...counts('Open')],
          [
            ['0 to 9', n(8)],
            ['10 to 19', n(5)],
            ['20 to 29', n(3)],
            ['30 to 39', n(1)],
            ['40 and more', n(2)],
          ],
        ),
      ],
      pictures: ['months', 'days', 'inTime', 'open'],
    };
  };

  const register = (n, of) => {
    const NATURE = [
      'Access',
      'Delete',
      'Do not sell or share',
      'Correct',
      'Stop the newsletter',
      'Take data along',
    ];
    const WAYS = ['E-mail', 'Web form', 'Post', 'Phone', 'Account representative'];
    const ANSWERS = ['Granted', 'Granted', 'Granted', 'Granted in part', 'Refused', 'Withdrawn', ''];
    const rows = Array.from({ length: n(184) }, (_, at) => {
      const answer = ANSWERS[(at * 5) % ANSWERS.length];
      const came = day(of.first, at * 1.9);
      return [
        {
          link: `${of.first.slice(0, 4)}-${String(at + 1).padStart(4, '0')}`,
          kind: 'request',
          id: [12, 13, 14, 15, 16, 21, 22][at % 7],
        },
        { day: came },
        at % 17 === 3
          ? 'Delete, Stop the newsletter, Do not sell or share, Correct'
          : NATURE[at % NATURE.length],
        WAYS[(at * 3) % WAYS.length],
        answer || 'Open',
        { day: answer && answer !== 'Withdrawn' ? day(came, 12 + (at % 20)) : '' },
        answer === 'Refused'
          ? 'Manifestly unfounded or excessive, GDPR Art. 12(5)'
          : answer === 'Granted in part'
            ? 'Kept under a legal duty, GDPR Art. 17(3)(b)'
            : '',
      ];
    });
    return {
      title: 'All requests',
      lead: [`${rows.length} requests were received in this span.`],
      notes: [
        cited(
          'Records of requests and of what was answered are kept for at least 24 months.',
          '11 CCR 7101(a)',
        ),
      ],
      tables: [
        table(
          'register',
          'Requests',
          [
            ['text', 'Reference', 'reference'],
            ['day', 'Received', 'received'],
            ['text', 'Nature', 'nature'],
            ['text', 'Manner', 'manner'],
            ['text', 'Answer', 'answer'],
            ['day', 'Answered', 'answered'],
            ['text', 'Ground', 'ground'],
          ],
          rows,
          {
            counting: [YEAR, ['One row a request, whatever it asks for.']],
            empty: 'No request was received in this span.',
          },
        ),
      ],
      pictures: [],
    };
  };

  const promises = (n) => {
    const said = (it) => it.quote;
    const rows = [
      [kit.deletes(false), n(39), n(34), n(2), n(1), 0],
      [kit.stops, n(61), n(58), n(1), n(1), n(1)],
      [kit.lists, n(4), n(4), 0, 0, 0],
      [kit.never, 0, 0, 0, n(1), 0],
      [kit.track, n(3), n(3), 0, 0, 0],
    ].map(([promise, ...figures]) => [said(promise), promise.cite, ...figures]);
    return {
      title: 'Promises kept and broken',
      lead: ['Five promises of the published policy were called on or contradicted.'],
      notes: [],
      tables: [
        table(
          'promises',
          'Promise by promise',
          [
            ['text', 'Promise', 'promise'],
            ['text', 'Where', 'where'],
            ...counts('Called on', 'In time', 'Late', 'Contradicted', 'Answered'),
          ],
          fake.promises === 'none' || n(1) === 0 ? [] : rows,
          {
            counting: [
              ['A claim calls on a promise when the promise speaks of its right.'],
              ['A promise that names no day is kept when the first of the laws is.'],
            ],
            empty: 'No promise of a policy was called on or contradicted in this span.',
          },
        ),
        table(
          'changes',
          'Changes of the policy',
          [
            ['text', 'Version', 'version'],
            ['day', 'In force', 'from'],
            ['count', 'Dropped or weakened', 'weaker'],
            ['text', 'Promised notice', 'notice'],
          ],
          n(1) === 0
            ? []
            : [['Privacy policy', { day: '2025-05-25' }, n(3), 'Given on 20 Apr 2025, 35 days before']],
          { empty: 'The policy did not change in this span.' },
        ),
      ],
      pictures: [],
    };
  };

  const BUILD = { metrics, rights, register, promises, ...kit.fileReports };
  /** A report over a span; `share` says how much of the figures it has. */
  kit.report = (of, name, share) => {
    const figure = (it) => Math.round(it * share);
    const { pictures, ...built } = BUILD[of.report](figure, of);
    const drawn = kit.pictures(figure);
    return {
      report: of.report,
      span: { name, first: of.first, last: of.last },
      organisation: 'Harbour Lane Studio',
      californians: of.californians,
      reasons: of.reasons,
      as_of: kit.TODAY,
      advice: [],
      ...built,
      tables: share === 0 ? built.tables.map((it) => ({ ...it, rows: [] })) : built.tables,
      pictures: share === 0 ? [] : pictures.map((it) => drawn[it]),
      log_head: hash(1847),
      rules: hash(311),
    };
  };
  return {};
});
