// Incidents of the invented desk, and what the registers hold about a request. Never part of the product.
window.__FAKE_PARTS.push((kit) => {
  const { TODAY, fake, at, person, LONG, requests } = kit;
  const note = (message, cite = '', caution = null) => ({ message, cite, caution });
  const line = (id, on, title, details = []) => ({
    id,
    on,
    kind: 'note',
    title,
    details,
    cite: '',
    by: 'Ines Okafor',
    at: at(on, '08:55'),
    request: null,
    letter: null,
    corrected_by: null,
    said: null,
  });
  const due = (what, by, days, cite, more = {}) => ({
    what,
    by,
    days,
    working: ['Aware on Wed 4 Mar 2026, 09:40.', '72 hours later, weekends included.'],
    cite,
    caution: null,
    met_on: null,
    ...more,
  });
  const about = {
    title:
      fake.incidents === 'long'
        ? `List of the newsletter sent to a stranger, reported by ${LONG}`
        : 'List of the newsletter sent to a stranger',
    aware_at: '2026-03-04T09:40',
    happened_from: '2026-03-03',
    happened_until: '2026-03-03',
    nature: 'A list with names and e-mail addresses was attached to a mail to a customer.',
    data: 'Names and e-mail addresses',
    people: 214,
    records: 214,
    consequences: '',
    measures: 'The customer has deleted the list and confirmed it.',
    advice: '',
    risk: 'risk',
    risk_reason: 'The list may have been seen by others.',
    residences: ['de', 'us-ca'],
    reason: '',
  };
  const next = () => due('Tell the authority', '2026-03-07T09:40', 2, 'GDPR Art. 33(1)');
  const affected = (id, name, preferred, more = {}) => ({
    id,
    person: person(name, `${id}@example.net`, ['Am Wall 3', '28195 Bremen']),
    residence: id % 2 ? 'de' : 'us-ca',
    preferred,
    told_on: null,
    told_by: null,
    letter: null,
    erased_on: null,
    ...more,
  });
  let people = [
    affected(81, fake.incidents === 'long' ? LONG : 'Sofía Marín', 'post'),
    affected(82, 'Marek Łukasiewicz', 'mail', { told_on: TODAY, told_by: 'mail', letter: 7 }),
    affected(83, 'Kim Ngọc Ánh', 'phone'),
    affected(84, 'مريم الحسيني', 'mail'),
  ];
  let rows =
    fake.incidents === 'none'
      ? []
      : [
          {
            id: 71,
            title: about.title,
            aware_at: about.aware_at,
            people: 4,
            told: 1,
            risk: 'risk',
            next: next(),
            closed_on: null,
            reopened_on: fake.incidents === 'again' ? TODAY : null,
            struck: '',
          },
          {
            id: 72,
            title: 'Parcel with order slips lost',
            aware_at: '2026-01-12T14:00',
            people: 2,
            told: 2,
            risk: 'high',
            next: null,
            closed_on: '2026-02-01',
            reopened_on: null,
            struck: '',
          },
          {
            id: 73,
            title: 'Laptop left on a train, encrypted',
            aware_at: '2025-11-20T18:30',
            people: 0,
            told: 0,
            risk: 'unlikely',
            next: null,
            closed_on: '2025-12-02',
            reopened_on: null,
            struck: '',
          },
          {
            id: 74,
            title: 'Test',
            aware_at: '2025-11-01T08:00',
            people: 0,
            told: 0,
            risk: 'open',
            next: null,
            closed_on: null,
            reopened_on: null,
            struck: 'Opened to try it out.',
          },
        ];
  let site = false;
  let told = null;
  const lines = [line(1, '2026-03-04', 'Opened', ['Aware since Wed 4 Mar 2026, 09:40.'])];
  let said = about;
  const openOf = () => [
    ...(told ? [] : ['Tell the authority. It was due on Sat 7 Mar 2026.']),
    'Tell those affected, as the policy promised. It was due on Fri 6 Mar 2026.',
  ];
  const view = (id) => {
    const row = rows.find((it) => it.id === id);
    return {
      row: { ...row, told: people.filter((it) => it.told_on).length, people: people.length },
      about: { ...said, title: row.title },
      again: row.reopened_on
        ? 'Open again since Thu 5 Mar 2026: 1 letter did not arrive, and whoever it was for is still to be told.'
        : '',
      dates: [
        { ...next(), ...(told ? { met_on: told } : {}) },
        due(
          'Tell those affected, as the policy promised',
          '2026-03-06',
          1,
          'Policy of 25 May 2025, If something goes wrong',
          {
            working: ['The policy says “within two days”.'],
          },
        ),
      ],
      reminders: [
        note(
          'California: tell residents in the most expedient time possible, without unreasonable delay; more than 500 residents: the Attorney General too.',
          'Civ. Code 1798.82',
          'A plain reminder; no date is counted.',
        ),
      ],
      promises: [
        {
          policy: 2,
          promise: 31,
          quote:
            'If something goes wrong with your data, we tell you by mail or the way you like best, and on this site, within two days.',
          cite: 'Policy of 25 May 2025, If something goes wrong',
          ways: ['mail', 'in-site'],
          open: site ? [] : ['in-site'],
        },
      ],
      people,
      lacks: said.consequences
        ? []
        : [note('What may follow for those affected is not written yet.', 'GDPR Art. 34(2)')],
      open: row.closed_on ? [] : openOf(),
      timeline: lines,
    };
  };
  const add = (list) => {
    people = [
      ...people,
      ...list.map((it, at) => ({
        ...affected(100 + people.length + at, it.person.name, it.preferred ?? 'mail'),
        person: it.person,
      })),
    ];
    return view(71);
  };
  const BAD = [
    {
      line: 4,
      fate: 'bad',
      what: 'Brandt',
      reasons: ['No e-mail address, phone number or postal address stands in this row.'],
    },
    {
      line: 9,
      fate: 'bad',
      what: 'x@@example',
      reasons: ['The e-mail address cannot be right.', 'No name stands in this row.'],
    },
  ];

  // What the registers hold about a request.
  Object.assign(requests, {
    parent: () => ({
      ...requests.paused(),
      id: 18,
      reference: '2026-0161',
      capacity: 'parent-or-guardian',
      requester: person('June Abara', 'june.abara@example.net'),
      subject: person('Theo'),
      residence: 'us-ca',
      claims: [
        { ...requests.paused().claims[0], outcome: 'granted', decided_on: '2026-03-02' },
        {
          ...requests.paused().claims[0],
          id: 9,
          right: 'disclosure-accounting',
          right_name: 'Accounting of disclosures',
          outcome: null,
          decided_on: null,
        },
        {
          ...requests.paused().claims[0],
          id: 10,
          right: 'health-authorization',
          right_name: 'Hand over a record',
          outcome: null,
          decided_on: null,
        },
      ],
      authority: {
        needs: [
          {
            claim: 1,
            right: 'erasure',
            law: 'us-ca-ccpa',
            law_short: 'CCPA',
            text: 'The agent needs a signed permission, and you may ask the person to prove who they are.',
            accepts: [['signed-permission', 'consumer-identified'], ['power-of-attorney']],
            met: false,
            must: true,
            note: note('An agent with a power of attorney needs nothing else.', '11 CCR 7063(b)'),
          },
          {
            claim: 9,
            right: 'disclosure-accounting',
            law: 'us-ca-ccpa',
            law_short: 'CCPA',
            text: 'A parent asks for the child: show once that it is the parent.',
            accepts: [['parent']],
            met: true,
            must: false,
            note: note('Without proof it may be refused.', '16 CFR 312.6(a)(3)(i)'),
          },
        ],
        seen: [
          {
            id: 3,
            kind: 'parent',
            on: '2026-03-03',
            what: 'Signed form came back by post; the name fits the account.',
            by: 'Ines Okafor',
          },
        ],
        child: 21,
      },
      disclosed: [
        {
          handling: 3,
          on: '2026-02-24',
          recipient: 'Brightline Outdoor Media',
          purpose: 'Marketing of others',
          told: [],
          by_name_only: false,
        },
        {
          handling: 8,
          on: '2026-03-05',
          recipient: 'Nordkurier Paketdienst, Hamburg',
          purpose: 'A service for us',
          told: [
            {
              of: 'erasure',
              on: '2026-03-03',
              how: 'by e-mail to their privacy desk',
              by: 'Ines Okafor',
              request: null,
            },
          ],
          by_name_only: true,
        },
      ],
      registers: [
        { register: 'children', id: 21, title: 'Theo', standing: 'Waiting for consent' },
        { register: 'suppression', id: 4, title: 'june.abara@example.net', standing: 'Newsletter' },
      ],
    }),
  });
  return {
    incident_list: () => ({ incidents: rows, today: TODAY }),
    incident_show: ({ id }) => view(id),
    incident_open: (it) => {
      rows = [
        {
          id: 75,
          title: it.title,
          aware_at: it.aware_at,
          people: 0,
          told: 0,
          risk: it.risk,
          next: next(),
          closed_on: null,
          reopened_on: null,
          struck: '',
        },
        ...rows,
      ];
      people = [];
      said = it;
      return view(75);
    },
    incident_change: ({ id, about: it }) => {
      said = it;
      lines.push(line(9, TODAY, 'Corrected', [it.reason]));
      return view(id);
    },
    incident_people: ({ people: list }) => add(list),
    incident_people_file: ({ take }) => ({
      good: 2,
      duplicates: 1,
      bad: BAD,
      problem: null,
      view: take
        ? add([{ person: person('L. Brandt', 'l@example.de') }, { person: person('R. Adé', 'r@example.de') }])
        : view(71),
    }),
    incident_told: ({ id, people: who, on, way, text }) => {
      if (who.length === 0) site = true;
      people = people.map((it) => (who.includes(it.id) ? { ...it, told_on: on, told_by: way } : it));
      lines.push(line(10, on, who.length === 0 ? 'A notice stands on the site' : 'Told', [text]));
      return view(id);
    },
    incident_authority: ({ id, at: when, authority, late_reason }) => {
      if (when > '2026-03-07T09:40' && !late_reason)
        kit.refuse('It came after 72 hours: write the reasons.', 'late_reason');
      told = when.slice(0, 10);
      lines.push(line(11, told, `Told: ${authority}`));
      return view(id);
    },
    incident_erase: ({ id, people: who }) => {
      people = people.map((it) =>
        who.includes(it.id) ? { ...it, erased_on: TODAY, person: person('', '', []) } : it,
      );
      return view(id);
    },
    incident_letters: ({ id, way, issue }) => {
      const who = people.filter(
        (it) => !it.told_on && (it.preferred === way || (way === 'post' && it.preferred === 'phone')),
      );
      if (issue)
        people = people.map((it) =>
          who.includes(it) ? { ...it, told_on: TODAY, told_by: way, letter: 7 } : it,
        );
      return { pdf: kit.commands.letter_preview(), letters: who.length, view: view(id) };
    },
    incident_close: ({ id, on, text, reason }) => {
      if (!reason && openOf().length > 0) kit.refuse(`This is still open: ${openOf().join(' ')}`, 'reason');
      rows = rows.map((it) => (it.id === id ? { ...it, closed_on: on, next: null } : it));
      lines.push(line(12, on, 'Closed', [text]));
      return view(id);
    },
    incident_strike: ({ id, reason }) => {
      rows = rows.map((it) => (it.id === id ? { ...it, struck: reason } : it));
      return { incidents: rows, today: TODAY };
    },
    register_letter_pdf: () => kit.commands.letter_pdf({}),
    register_export: ({ register, format }) => ({
      name: `${register}.${format}`,
      media_type: 'text/csv',
      base64: 'YQ==',
    }),
    authority_seen: ({ request, kind, on, what }) => {
      const view = kit.show({ id: request });
      const seen = [...view.authority.seen, { id: 9, kind, on, what, by: 'Ines Okafor' }];
      return { ...view, authority: { ...view.authority, seen } };
    },
    accounting: () => ({
      from: '2020-03-05',
      until: TODAY,
      rows: [
        {
          handlings: [4],
          on: '2026-02-11',
          recipient: 'County court, by its clerk',
          address: ['1000 Guadalupe Street', 'Austin, TX 78701'],
          description: 'Records of one visit',
          purpose: 'Subpoena 26-1183',
          times: 1,
          last_on: null,
        },
        {
          handlings: [3, 5],
          on: '2026-01-08',
          recipient: 'State registry of vaccinations',
          address: [],
          description: 'Vaccinations',
          purpose: 'A report the law asks for',
          times: 4,
          last_on: '2026-02-24',
        },
      ],
      left_out: [
        note('3 entries for treatment, payment or operations are left out.', '45 CFR 164.528(a)(1)(i)'),
        note('1 entry under an authorisation is left out.', '45 CFR 164.528(a)(1)(iv)'),
      ],
      fee: note('It is free: the first in twelve months.', '45 CFR 164.528(c)(2)'),
      problems: [
        {
          field: 'address',
          message: 'The address of State registry of vaccinations is not known; the letter says so.',
        },
      ],
    }),
  };
});
