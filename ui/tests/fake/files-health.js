// Authorisations and explicit consents of the invented desk. Never part of the product.
window.__FAKE_PARTS.push((kit) => {
  const { TODAY, fake, at, person, LONG } = kit;
  const note = (message, cite = '', caution = null) => ({ message, cite, caution });
  const line = (id, on, kind, title, details = []) => ({
    id,
    on,
    kind,
    title,
    details,
    cite: '',
    by: 'Ines Okafor',
    at: at(on, '10:10'),
    request: null,
    letter: null,
    corrected_by: null,
    said: null,
  });
  const authorization = (name, more = {}) => ({
    patient: person(name, 'ruth.feld@example.com', ['44 Mesquite Road', 'Austin, TX 78701']),
    form: 'written',
    description: 'Records of the knee operation of March 2025',
    initialled: [],
    discloser: 'Harbour Lane Studio, its health desk',
    recipient: null,
    recipient_name: 'Lone Star Orthopaedics, Austin',
    purpose: 'Further treatment',
    expires_on: '2026-06-30',
    expires_event: '',
    signed_on: '2026-01-12',
    signed_by: '',
    signed_authority: '',
    documented_by: '',
    documented_on: '',
    statements: ['revoke', 'no-conditions', 'redisclosure'],
    copy_given: true,
    single_use: true,
    limit: '',
    note: '',
    request: null,
    ...more,
  });
  const row = (id, it, standing, more = {}) => ({
    id,
    patient: it.patient.name,
    recipient: it.recipient_name,
    purpose: it.purpose,
    form: it.form,
    standing,
    valid_until: ['used-up', 'expired', 'revoked'].includes(standing) ? null : it.expires_on || null,
    used: 0,
    request: null,
    struck: '',
    ...more,
  });
  const lacksOf = (it) =>
    [
      [!it.description, 'description', 'It does not say what may be disclosed.', '45 CFR 164.508(c)(1)(i)'],
      [!it.discloser, 'discloser', 'It does not say who may disclose it.', '45 CFR 164.508(c)(1)(ii)'],
      [
        !it.recipient_name && !it.recipient,
        'recipient_name',
        'It does not say who may receive it.',
        '45 CFR 164.508(c)(1)(iii)',
      ],
      [!it.purpose, 'purpose', 'It does not say what for.', '45 CFR 164.508(c)(1)(iv)'],
      [
        !it.expires_on && !it.expires_event,
        'expires_on',
        'It names neither a day nor an event with which it ends.',
        '45 CFR 164.508(c)(1)(v)',
      ],
      [!it.signed_on, 'signed_on', 'It does not say when it was signed.', '45 CFR 164.508(c)(1)(vi)'],
      [
        it.form === 'oral-documented' && !it.documented_by,
        'documented_by',
        'Nobody has written down what was said.',
        'Tex. Health & Safety Code 181.154(b)',
      ],
      [
        !it.statements.includes('revoke'),
        'statements',
        'It does not say that it can be taken back, and how.',
        '45 CFR 164.508(c)(2)(i)',
      ],
      [
        !it.statements.includes('redisclosure'),
        'statements',
        'It does not say that whoever receives it may pass it on.',
        '45 CFR 164.508(c)(2)(iii)',
      ],
    ].filter(([lacking]) => lacking);
  const long = fake.authorizations === 'long';
  const files = new Map(
    [
      [
        41,
        authorization(long ? LONG : 'Ruth Feld'),
        'valid',
        { request: { id: 12, reference: '2026-0139' } },
      ],
      [
        42,
        authorization('Harold Beck', {
          form: 'oral-documented',
          discloser: '',
          statements: ['no-conditions'],
          expires_on: '',
        }),
        'incomplete',
        {},
      ],
      [
        43,
        authorization('Dolores Hightower', { recipient_name: 'Gulf Life Insurance', limit: 'insurer' }),
        'used-up',
        { used: 1 },
      ],
      [
        44,
        authorization('Kim Ngọc Ánh', { form: 'electronic', expires_on: '2025-12-31' }),
        'expired',
        { used: 3 },
      ],
      [45, authorization('Pat Whitfield'), 'revoked', {}],
      [46, authorization('Pat Whitfield'), 'valid', { struck: 'Entered twice.' }],
    ].map(([id, about, standing, more]) => [
      id,
      {
        about,
        row: row(id, about, standing, more),
        timeline: [
          line(id * 10, about.signed_on, 'entered', 'Entered', ['Signed on paper, kept in the safe.']),
        ],
      },
    ]),
  );
  if (fake.authorizations === 'none') files.clear();
  const show = (id) => {
    const { about, row: it, timeline } = files.get(id);
    return {
      row: it,
      about,
      lacks:
        it.standing === 'incomplete' ? lacksOf(about).map(([, , message, cite]) => note(message, cite)) : [],
      says: [
        note(
          'Texas wants an authorisation of its own for each electronic disclosure.',
          'Tex. Health & Safety Code 181.154(b)',
          'Read in its gist, not word for word.',
        ),
      ],
      dates: it.valid_until
        ? [
            {
              what: 'It ends',
              by: about.expires_on,
              days: Math.round((Date.parse(about.expires_on) - Date.parse(TODAY)) / 864e5),
              working: ['The day it names.'],
              cite: '45 CFR 164.508(c)(1)(v)',
              caution: null,
              met_on: null,
            },
          ]
        : [],
      timeline,
      disclosures: it.used > 0 ? (kit.commands.handling_list({})?.entries ?? []).slice(0, it.used) : [],
    };
  };
  const list = () => ({ authorizations: [...files.values()].map((it) => it.row), today: TODAY });
  const element = (id, what, cite, statement = false, when = 'always') => ({
    id,
    what,
    statement,
    when,
    note: note('', cite),
  });
  const RULES = {
    elements: [
      element('description', 'What may be disclosed', '45 CFR 164.508(c)(1)(i)'),
      element(
        'revoke',
        'That it can be taken back in writing at any time, and how',
        '45 CFR 164.508(c)(2)(i)',
        true,
      ),
      element(
        'no-conditions',
        'That treatment and payment do not hang on signing',
        '45 CFR 164.508(c)(2)(ii)',
        true,
      ),
      element(
        'redisclosure',
        'That whoever receives it may pass it on, and it may then no longer be protected',
        '45 CFR 164.508(c)(2)(iii)',
        true,
      ),
      element(
        'representative',
        'By what authority somebody else signs',
        '45 CFR 164.508(c)(1)(vi)',
        false,
        'representative',
      ),
      element(
        'marketing',
        'That somebody pays for the marketing',
        '45 CFR 164.508(a)(3)(ii)',
        true,
        'marketing',
      ),
    ],
    kinds: [
      {
        id: 'mental-health',
        name: 'Mental health',
        note: note('Mental health.', 'Tex. Health & Safety Code 181.154(d)'),
      },
      {
        id: 'genetic',
        name: 'Genetic information',
        note: note('Genetic information.', 'Tex. Health & Safety Code 181.154(d)'),
      },
    ],
    exceptions: [
      {
        id: 'treatment',
        name: 'Treatment',
        what: 'It goes to somebody who treats the person.',
        note: note('', 'Tex. Health & Safety Code 181.154(c)'),
      },
    ],
    limits: [
      {
        id: 'hospital',
        name: 'A hospital',
        note: note(
          'It lapses on the 180th day after signing unless it says otherwise.',
          'Tex. Health & Safety Code 241.152',
        ),
      },
      {
        id: 'insurer',
        name: 'An insurer',
        note: note('It lasts 24 months at most.', 'Tex. Ins. Code 602.051'),
      },
    ],
  };

  const consent = (name, more = {}) => ({
    person: person(name, 'someone@example.org'),
    data: ['health'],
    purpose: 'Training plans of the running club that take injuries into account',
    disclose: false,
    recipient: null,
    given_on: '2026-01-20',
    how: 'Box ticked, confirmed by e-mail the same day',
    evidence: 'Club binder 3, sheet 41',
    until: '',
    note: '',
    request: null,
    ...more,
  });
  const consentRow = (id, about, standing, more = {}) => ({
    id,
    about,
    standing,
    ended_on: standing === 'given' ? null : '2026-02-27',
    used: 0,
    timeline: [line(id * 10, about.given_on, 'entered', 'Entered')],
    request: null,
    struck: '',
    erased_on: null,
    ...more,
  });
  let consents =
    fake.consents === 'none'
      ? []
      : [
          consentRow(61, consent(fake.consents === 'long' ? LONG : 'Sofía Marín'), 'given', { used: 2 }),
          consentRow(
            62,
            consent('Grace Tanaka', {
              disclose: true,
              purpose: 'A talk with the physiotherapist of the club',
            }),
            'withdrawn',
            {
              request: { id: 12, reference: '2026-0139' },
            },
          ),
          consentRow(
            63,
            consent('Oluwaseun Adé', { until: '2026-02-27', data: ['sensitive', 'health'] }),
            'ended',
          ),
          consentRow(64, consent('مريم الحسيني'), 'given', {
            struck: 'It was the consent of somebody else.',
          }),
        ];
  const consentList = () => ({ consents, today: TODAY });
  const consentSays = (it) => ({
    problems: [
      ...(it.person.name || it.person.email
        ? []
        : [{ field: 'person.name', message: 'Write whose consent it is.' }]),
      ...(it.data.length ? [] : [{ field: 'data', message: 'Choose which data it covers.' }]),
      ...(it.how ? [] : [{ field: 'how', message: 'Write how it was given.' }]),
    ],
    lacks: [],
    says: [note('Whoever relies on a consent must be able to show it.', 'GDPR Art. 7(1)')],
  });
  return {
    health_rules: () => RULES,
    authorization_list: list,
    authorization_show: ({ id }) => show(id),
    authorization_check: (it) => ({
      problems: it.patient.name
        ? []
        : [{ field: 'patient.name', message: 'Write whose health information it is about.' }],
      lacks: lacksOf(it).map(([, item, message, cite]) => ({ item, note: note(message, cite) })),
      says: [
        ...(it.expires_on
          ? [note('The day it names. Its last day is Tue 30 Jun 2026.', '45 CFR 164.508(c)(1)(v)')]
          : []),
      ],
    }),
    authorization_add: (it) => {
      const standing = lacksOf(it).length > 0 ? 'incomplete' : 'valid';
      files.set(50, {
        about: it,
        row: row(50, it, standing),
        timeline: [line(500, TODAY, 'entered', 'Entered')],
      });
      return show(50);
    },
    authorization_change: ({ id, about, reason }) => {
      const before = files.get(id);
      files.set(id, {
        ...before,
        about,
        timeline: [...before.timeline, line(501, TODAY, 'changed', 'Corrected', [reason])],
      });
      return show(id);
    },
    authorization_revoke: ({ id, on, how }) => {
      const it = files.get(id);
      it.row = { ...it.row, standing: 'revoked' };
      it.timeline = [...it.timeline, line(502, on, 'revoked', 'Taken back', [how])];
      return show(id);
    },
    authorization_strike: ({ id, reason }) => {
      files.get(id).row.struck = reason;
      return list();
    },
    authorization_form: () => kit.commands.letter_preview(),
    consent_list: consentList,
    consent_check: consentSays,
    consent_add: (it) => {
      consents = [consentRow(70, it, 'given'), ...consents];
      return consentList();
    },
    consent_withdraw: ({ id, on }) => {
      consents = consents.map((it) => (it.id === id ? { ...it, standing: 'withdrawn', ended_on: on } : it));
      return consentList();
    },
    consent_erase: ({ id }) => {
      consents = consents.map((it) =>
        it.id === id
          ? {
              ...it,
              erased_on: TODAY,
              about: { ...it.about, person: { name: '', email: '', phone: '', address: [] } },
            }
          : it,
      );
      return consentList();
    },
    consent_strike: ({ id, reason }) => {
      consents = consents.map((it) => (it.id === id ? { ...it, struck: reason } : it));
      return consentList();
    },
  };
});
