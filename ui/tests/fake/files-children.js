// The children's register of the invented desk. Never part of the product.
window.__FAKE_PARTS.push((kit) => {
  const { TODAY, fake, at, day, person, LONG, refuse } = kit;
  const note = (message, cite = '', caution = null) => ({ message, cite, caution });
  const due = (what, by, more = {}) => ({
    what,
    by,
    days: Math.round((Date.parse(by.slice(0, 10)) - Date.parse(TODAY)) / 864e5),
    working: ['The notice left on Tue 24 Feb 2026.', 'Rule of the house: 14 days for a consent, then erase.'],
    cite: '16 CFR 312.5(c)(1)',
    caution: 'The rule gives no number of days; the house sets one.',
    met_on: null,
    ...more,
  });
  let lineId = 100;
  const line = (on, kind, title, details = [], more = {}) => ({
    id: lineId++,
    on,
    kind,
    title,
    details,
    cite: '',
    by: 'Ines Okafor',
    at: at(on, '09:30'),
    request: null,
    letter: null,
    corrected_by: null,
    said: Object.hasOwn(LABELS, kind)
      ? { method: '', notice: '', items: [], disclose: false, exception: '', text: details.join(' ') }
      : null,
    ...more,
  });
  const LABELS = {
    'contact-collected': 'Contact details were collected',
    'notice-sent': 'Notice sent',
    'consent-given': 'Consent came',
    'consent-confirmed': 'Confirmation sent',
    'consent-refused': 'Refused',
    'consent-withdrawn': 'Taken back',
    'material-change': 'What was agreed to changes',
    'contact-erased': 'Erase contact data',
    'exception-used': 'Exception used',
    'data-found': 'Data turned up',
    reviewed: 'Parent reviewed it',
    'data-erased': 'Child’s data erased',
    'further-refused': 'No further collection',
    'parent-proven': 'Parent proven',
    'proof-deleted': 'Proof deleted',
    'reached-age': 'Old enough now',
    note: 'Note',
  };
  const offers = (primary, not) =>
    Object.entries(LABELS).map(([step, label]) => ({
      step,
      label,
      offered: !not[step],
      reason: not[step]?.[0] ?? null,
      cite: not[step]?.[1] ?? '',
      primary: step === primary,
    }));
  const about = (child, more = {}) => ({
    child,
    born: '2014',
    age: null,
    residence: 'us-ca',
    parent: person('June Abara', 'june.abara@example.net'),
    service: 'The reading club',
    collects: 'First name, reading list, voice clips',
    discloses: '',
    integral: '',
    contact_collected_on: '',
    request: null,
    log_request: false,
    ...more,
  });
  const row = (id, it, standing, more = {}) => ({
    id,
    child: it.child,
    parent: it.parent.name,
    standing,
    may_collect: standing === 'use-only' || standing === 'use-and-disclose',
    may_disclose: standing === 'use-and-disclose',
    next_step: '',
    date: null,
    of_age_from: null,
    of_age_by: null,
    request: null,
    struck: '',
    ...more,
  });
  const request = { id: 12, reference: '2026-0139' };
  const files = [
    [
      row(21, about('Theo'), 'awaiting-consent', {
        next_step: 'Wait for the consent of June Abara',
        date: due('Erase names and contact details if no consent has come', '2026-03-10'),
        request,
      }),
      about('Theo', { discloses: 'Partner clubs, to show the clips', contact_collected_on: '2026-02-23' }),
      [
        line(
          '2026-02-23',
          'contact-collected',
          'Contact details were collected to ask',
          ['The child typed the mail address of the mother.'],
          { cite: '16 CFR 312.5(c)(1)' },
        ),
        line('2026-02-24', 'notice-sent', 'Notice sent: consent', ['All items that are always needed.'], {
          cite: '16 CFR 312.4(c)(1)',
          request,
        }),
      ],
      offers('consent-given', {
        'consent-confirmed': ['Nothing has been consented to yet.', '16 CFR 312.5(b)(2)(viii)'],
        'consent-withdrawn': ['There is no consent to take back.', '16 CFR 312.6(a)(2)'],
        'proof-deleted': ['No proof is kept.'],
        'reached-age': ['By what is known the child is too young.', '16 CFR 312.2'],
      }),
    ],
    [
      row(22, about(fake.children === 'long' ? LONG : 'Amal'), 'found', {
        parent: '',
        next_step: 'Tell the parent, then ask for consent or erase',
        date: due('Tell the parent what turned up', '2026-03-03'),
      }),
      about(fake.children === 'long' ? LONG : 'Amal', { parent: person('', '', [], '+1 415 555 0143') }),
      [line('2026-03-01', 'data-found', 'Data of this child turned up', ['An account with an age of 11.'])],
      offers('notice-sent', { 'consent-given': ['No notice was sent yet.', '16 CFR 312.4(b)'] }),
    ],
    [
      row(23, about('Milo'), 'use-only', {
        next_step: 'Nothing to do',
        of_age_from: '2026-02-01',
        of_age_by: '2027-01-31',
      }),
      about('Milo', {
        discloses: 'Partner clubs, to show the clips',
        parent: person('Dolores Hightower', 'd@example.org'),
      }),
      [
        line('2025-11-04', 'notice-sent', 'Notice sent: consent'),
        line('2025-11-06', 'consent-given', 'Consent: collect and use', ['Signed form, by post.'], {
          corrected_by: 900,
        }),
        line('2025-11-07', 'consent-given', 'Consent: collect and use, not to disclose', [
          'Signed form, by post. The box for disclosure was crossed out.',
        ]),
      ],
      offers(null, { 'consent-given': ['A consent is on file; a change needs a new notice first.'] }),
    ],
    [
      row(24, about('Lotte', { residence: 'de' }), 'use-and-disclose', {
        parent: 'M. Brandt',
        next_step: 'Nothing to do',
      }),
      about('Lotte', {
        residence: 'de',
        discloses: 'Partner clubs',
        parent: person('M. Brandt', 'm@example.de'),
      }),
      [line('2025-09-01', 'consent-given', 'Consent: collect, use and disclose')],
      offers(null, {}),
    ],
    [
      row(25, about('', { parent: person('') }), 'erased', { parent: '', next_step: 'Nothing to do' }),
      about('', { parent: person('') }),
      [
        line('2025-08-01', 'notice-sent', 'Notice sent: consent'),
        line('2025-08-15', 'contact-erased', 'Names and contact details erased'),
      ],
      offers(null, {}),
    ],
    [
      row(26, about('Ana'), 'refused', { struck: 'Opened twice; the other file is of Theo.' }),
      about('Ana'),
      [line('2025-07-01', 'note', 'Note', ['Opened by mistake.'])],
      [],
    ],
  ];
  let rows = fake.children === 'none' ? [] : files.map((it) => it[0]);
  if (fake.children === 'many')
    rows = Array.from({ length: 300 }, (_, i) => ({ ...rows[i % 6], id: i + 100 }));
  const needsOf = (when) => (!when ? 'always' : when === 'it is disclosed' ? 'disclosure' : 'contact');
  const RULES = {
    methods: [
      [
        'signed-form',
        'Signed form',
        'A form the parent signs and sends back by post, fax or as a scan.',
        'Which form, and when it came back.',
        '',
        false,
        false,
        '16 CFR 312.5(b)(2)(i)',
      ],
      [
        'payment',
        'Card payment',
        'A payment of which the holder of the account is told each time.',
        'Day and amount, not the number of the card.',
        '',
        false,
        false,
        '16 CFR 312.5(b)(2)(ii)',
      ],
      [
        'call',
        'Toll-free call',
        'A call to trained people.',
        'Who took the call, and when.',
        '',
        false,
        false,
        '16 CFR 312.5(b)(2)(iii)',
      ],
      [
        'photo-id',
        'Photo on a document, compared with a face',
        'Proven genuine, compared with a picture, confirmed by trained people.',
        'That it matched, and who confirmed it.',
        'The document and the pictures, once it matched.',
        false,
        false,
        '16 CFR 312.5(b)(2)(vii)',
      ],
      [
        'email-plus',
        'E-mail, with a second message',
        'An e-mail, and a second message after the consent that says how to take it back.',
        'Both days.',
        '',
        true,
        true,
        '16 CFR 312.5(b)(2)(viii)',
      ],
      [
        'text-plus',
        'Text message, with a second message',
        'A text message, and a second one after the consent that says how to take it back.',
        'Both days.',
        '',
        true,
        true,
        '16 CFR 312.5(b)(2)(ix)',
      ],
    ].map(([id, name, needs, record, remove, only, confirmed, cite]) => ({
      id,
      name,
      needs,
      record,
      delete: remove,
      only_without_disclosure: only,
      confirmed,
      note: note('', cite),
    })),
    notices: [
      {
        id: 'consent',
        name: 'Notice that asks for consent',
        cite: '16 CFR 312.4(c)(1)',
        items: [
          [
            'contact',
            'That the contact details came from the child, to ask for consent',
            '16 CFR 312.4(c)(1)(i)',
            'they came from the child',
          ],
          [
            'required',
            'That consent is needed, and nothing happens without it',
            '16 CFR 312.4(c)(1)(ii)',
            '',
          ],
          ['what', 'What is to be collected and how it is used', '16 CFR 312.4(c)(1)(iii)', ''],
          [
            'third',
            'Who gets it, what for, and that the parent can say yes without this',
            '16 CFR 312.4(c)(1)(iv)',
            'it is disclosed',
          ],
          ['link', 'A link to the notice on the site', '16 CFR 312.4(c)(1)(v)', ''],
          ['how', 'How the parent can consent', '16 CFR 312.4(c)(1)(vi)', ''],
          [
            'erase',
            'That names and contact details are erased without a consent',
            '16 CFR 312.4(c)(1)(vii)',
            'they were collected for this',
          ],
        ].map(([id, what, cite, when]) => ({ id, what, cite, when, needs: needsOf(when) })),
      },
      {
        id: 'contacts',
        name: 'Notice before writing to a child more than once',
        cite: '16 CFR 312.4(c)(3)',
        items: [
          ['why', 'Why the child’s contact details were collected', '16 CFR 312.4(c)(3)(i)', ''],
          [
            'refuse',
            'That the parent can refuse and have them deleted, and how',
            '16 CFR 312.4(c)(3)(iv)',
            '',
          ],
          ['link', 'A link to the notice on the site', '16 CFR 312.4(c)(3)(vi)', ''],
        ].map(([id, what, cite, when]) => ({ id, what, cite, when, needs: needsOf(when) })),
      },
    ],
    exceptions: [
      [
        'once',
        'To answer the child once',
        'The child’s contact details',
        'One answer, no other use, deleted promptly afterwards.',
        '16 CFR 312.5(c)(3)',
        '',
      ],
      [
        'several',
        'To answer the child more than once',
        'Contact details of child and parent',
        'Only for these answers; the parent is told.',
        '16 CFR 312.5(c)(4)',
        'contacts',
      ],
    ].map(([id, name, may_collect, conditions, cite, notice]) => ({
      id,
      name,
      may_collect,
      conditions,
      cite,
      notice,
    })),
    ages: [
      { place: 'us', name: 'United States', age: 13, law: 'us-coppa', note: note('', '15 U.S.C. 6501(1)') },
      {
        place: 'de',
        name: 'Germany',
        age: 16,
        law: 'eu-gdpr',
        note: note('', 'GDPR Art. 8(1)', 'Taken as well known; look at it once a year.'),
      },
    ],
  };
  const says = (it) =>
    it.may_disclose
      ? [note('The parent consented to collecting, using and disclosing it.', '16 CFR 312.5(a)(1)')]
      : it.may_collect
        ? [
            note('The parent consented to collecting and using it.', '16 CFR 312.5(a)(1)'),
            note(
              'The parent did not consent to disclosure, which is not part of the service: nothing may go to anybody else.',
              '16 CFR 312.5(a)(2)',
            ),
          ]
        : [
            note(
              'No consent is on file: nothing may be collected, used or disclosed but what the notice itself needs.',
              '16 CFR 312.5(a)(1)',
            ),
          ];
  const view = (id) => {
    const [first, it, timeline, steps] = files.find((one) => one[0].id === id) ?? files[0];
    const found = rows.find((one) => one.id === id) ?? first;
    return {
      row: found,
      about: it,
      age_limit: it.residence === 'de' ? 16 : 13,
      age_rule: note(
        it.residence === 'de'
          ? 'In Germany a child speaks for itself from 16 on.'
          : 'In the United States a child is somebody below 13.',
        it.residence === 'de' ? 'GDPR Art. 8(1)' : '16 CFR 312.2',
      ),
      says: says(found),
      timeline,
      dates: found.date ? [found.date] : [],
      steps,
      disclosures: id === 23 || id === 24 ? (kit.commands.handling_list({})?.entries ?? []).slice(0, 2) : [],
      contradictions: [],
      needs: [
        'always',
        ...(it.contact_collected_on ? ['contact'] : []),
        ...(it.discloses ? ['disclosure'] : []),
      ],
      requests: found.request ? [found.request] : [],
    };
  };
  return {
    child_rules: () => RULES,
    child_list: ({ search }) => ({
      children: rows.filter((it) => `${it.child} ${it.parent}`.toLowerCase().includes(search.toLowerCase())),
      today: TODAY,
    }),
    child_show: ({ id }) =>
      rows.some((it) => it.id === id) ? view(id) : refuse('No child has this number.'),
    child_open: (it) => {
      const made = row(30, it, 'notice-due', {
        next_step: 'Send the notice',
        date: due('Send the notice', day(TODAY, 2)),
      });
      rows = [made, ...rows];
      files.push([
        made,
        it,
        [line(TODAY, 'note', 'File opened')],
        offers('notice-sent', { 'consent-given': ['No notice was sent yet.', '16 CFR 312.4(b)'] }),
      ]);
      return view(30);
    },
    child_change: ({ id, about: it }) => {
      const file = files.find((one) => one[0].id === id);
      file[1] = it;
      return view(id);
    },
    child_step: (entry) => {
      const file = files.find((one) => one[0].id === entry.child);
      const made = line(entry.on, entry.step, LABELS[entry.step], entry.text ? [entry.text] : []);
      file[2] = [
        ...file[2].map((it) => (it.id === entry.corrects ? { ...it, corrected_by: made.id } : it)),
        made,
      ];
      if (entry.step === 'consent-given') {
        rows = rows.map((it) =>
          it.id === entry.child
            ? {
                ...it,
                standing: entry.disclose ? 'use-and-disclose' : 'use-only',
                may_collect: true,
                may_disclose: entry.disclose,
                date: null,
                next_step: 'Nothing to do',
              }
            : it,
        );
      }
      return view(entry.child);
    },
    child_strike: ({ id, reason }) => {
      rows = rows.map((it) => (it.id === id ? { ...it, struck: reason } : it));
      return { children: rows, today: TODAY };
    },
  };
});
