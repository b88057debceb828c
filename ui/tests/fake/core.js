// A stand-in for the core, for looking at the built page without the program. Never part of the product.
// Runs in the page before anything else; `window.__FAKE` chooses what it pretends.
(() => {
  const fake = {
    phase: 'open',
    rows: 'some',
    sample: false,
    wait: 0,
    theme: 'system',
    density: 'regular',
    ...window.__FAKE,
  };
  const TODAY = '2026-03-05';
  const day = (from, days) => new Date(Date.parse(from) + days * 864e5).toISOString().slice(0, 10);
  let phase = fake.phase;

  const laws = [
    [
      'eu-gdpr',
      'General Data Protection Regulation (EU)',
      'EU GDPR',
      'European Union',
      ['Access', 'Correct', 'Delete', 'Restrict', 'Take data along', 'Object'],
    ],
    [
      'uk-gdpr',
      'UK General Data Protection Regulation',
      'UK GDPR',
      'United Kingdom',
      ['Access', 'Correct', 'Delete', 'Restrict', 'Object', 'Complaint'],
    ],
    [
      'us-ca-ccpa',
      'California Consumer Privacy Act',
      'CCPA',
      'California',
      ['Know', 'Correct', 'Delete', 'Do not sell or share', 'Limit sensitive data'],
    ],
    ['us-can-spam', 'CAN-SPAM Act', 'CAN-SPAM', 'United States', ['Stop the newsletter']],
  ].map(([id, name, short, jurisdiction, rights]) => ({
    id,
    name,
    short,
    jurisdiction,
    family:
      { 'uk-gdpr': 'europe', 'us-ca-ccpa': 'us-california', 'us-can-spam': 'us-federal' }[id] ?? 'europe',
    rights: rights.map((right) => ({ right: 'access', name: right, cite: 'Art. 15', from: null })),
  }));

  const long =
    'Maximiliane Theodora Freifrau von und zu Hohenstein-Waldburg-Wolfegg-Langenargen (geb. Łukasiewicz)';
  const seed = [
    ['Marek Łukasiewicz', null, ['Access'], ['EU GDPR'], -33, 'Answer', -3, 'overdue', null],
    ['June Abara', 'Theo Abara (11)', ['Delete'], ['CCPA'], -3, 'Check the parent', 0, 'today', null],
    ['Dolores Hightower', null, ['Delete', 'Know'], ['CCPA'], -43, 'Answer', 2, 'soon', null],
    [
      'Sofía Marín',
      null,
      ['Delete', 'Stop the newsletter'],
      ['EU GDPR', 'CAN-SPAM'],
      -17,
      'Answer',
      4,
      'soon',
      null,
    ],
    ['Pat Whitfield', null, ['Stop the newsletter'], ['CAN-SPAM'], -2, 'Stop and confirm', 12, 'open', null],
    ['Grace Tanaka', null, ['Do not sell or share'], ['CCPA'], -1, 'Stop and confirm', 20, 'open', null],
    [
      fake.rows === 'long' ? long : 'Oluwaseun Adé',
      fake.rows === 'long' ? long : null,
      fake.rows === 'long'
        ? ['Access', 'Take data along', 'Correct', 'Delete', 'Restrict', 'Stop marketing']
        : ['Take data along'],
      fake.rows === 'long' ? ['EU GDPR', 'UK GDPR', 'CCPA', 'CAN-SPAM'] : ['EU GDPR'],
      -9,
      fake.rows === 'long' ? 'Ask for proof of identity by a safe way' : 'Answer',
      21,
      'open',
      null,
    ],
    ['Ruth Feld', null, ['Correct'], ['EU GDPR'], -1, 'Acknowledge', 33, 'open', null],
    ['Kim Ngọc Ánh', null, ['Restrict'], ['UK GDPR'], 0, 'Acknowledge', 33, 'open', null],
    ['مريم الحسيني', null, ['Access'], ['UK GDPR'], -4, 'Acknowledge', 27, 'open', null],
    ['Harold Beck', null, ['Access'], ['CCPA'], -20, 'Wait for proof of identity', 5, 'waiting', 9],
    ['L. Brandt', 'M. Brandt', ['Access'], ['UK GDPR'], -2, 'Wait for the authority', 33, 'waiting', 1],
  ];
  const row = (it, at) => ({
    id: at + 1,
    reference: `2026-${String(200 - at).padStart(4, '0')}`,
    person: it[0],
    on_behalf_of: it[1],
    rights: it[2],
    laws: it[3],
    received_on: day(TODAY, it[4]),
    next_step: it[5],
    by: day(TODAY, it[6]),
    days: it[6],
    state: it[7],
    waiting_days: it[8],
  });
  const count = fake.rows === 'many' ? 10000 : fake.rows === 'none' ? 0 : seed.length;
  const rowAt = (at) => ({
    ...row(seed[at % seed.length], at % 150),
    id: at + 1,
    reference: `2026-${String(at + 1).padStart(4, '0')}`,
  });

  const working = [
    {
      kind: 'received',
      text: 'Received Sat 31 Jan 2026, 09:12, by e-mail.',
      date: '2026-01-31',
      cite: 'GDPR Art. 12(3)',
    },
    {
      kind: 'count',
      text: 'One month: there is no 31 February, so the last day of the month.',
      date: '2026-02-28',
      cite: 'Reg. 1182/71 Art. 3(2)(c)',
    },
    {
      kind: 'roll',
      text: 'A Saturday, so the next working day.',
      date: '2026-03-02',
      cite: 'Reg. 1182/71 Art. 3(4)',
    },
    { kind: 'result', text: 'Answer by Mon 2 Mar 2026.', date: '2026-03-02', cite: '' },
    {
      kind: 'reading',
      text: 'Whether the weekend moves the date is open; the stricter reading does not move it.',
      date: null,
      cite: 'EDPB 01/2022',
    },
  ];
  const deadlines = [
    {
      claim: 1,
      right: 'access',
      law: 'eu-gdpr',
      law_short: 'EU GDPR',
      kind: 'respond',
      due: '2026-03-02',
      days: -3,
      safe_by: '2026-02-28',
      met_on: null,
      leads: true,
      closed: null,
      promised: null,
      working,
    },
    {
      claim: 1,
      right: 'access',
      law: 'eu-gdpr',
      law_short: 'EU GDPR',
      kind: 'extension-notice',
      due: '2026-03-02',
      days: -3,
      safe_by: null,
      met_on: null,
      leads: false,
      closed: null,
      promised: null,
      working,
    },
    {
      claim: 1,
      right: 'access',
      law: 'eu-gdpr',
      law_short: 'EU GDPR',
      kind: 'acknowledge',
      due: '2026-02-05',
      days: -28,
      safe_by: null,
      met_on: '2026-02-03',
      leads: false,
      closed: null,
      promised: null,
      working,
    },
  ];

  const preferences = {
    theme: fake.theme,
    auto_lock_minutes: 15,
    density: fake.density,
    last_screen: fake.screen ?? 'queue',
    calendar_view: fake.view ?? '',
    rules_seen: 0,
  };
  const session = () => ({
    phase,
    desk_file: phase === 'no-desk' ? null : 'Harbour Lane Studio.rightsdesk',
    organisation:
      phase === 'open'
        ? fake.rows === 'long'
          ? 'Gemeinnützige Verbraucherberatungsgesellschaft der norddeutschen Hafenstädte mbH'
          : 'Harbour Lane Studio'
        : null,
    officer: phase === 'open' ? { id: 1, name: fake.rows === 'long' ? long : 'Ines Okafor' } : null,
    wait_seconds: fake.wait,
    auto_lock_minutes: 15,
    today: TODAY,
    sample: fake.sample,
  });
  const profile = {
    organisation: 'Harbour Lane Studio',
    address: ['Harbour Lane 14', '20457 Hamburg', 'Germany'],
    contact_email: 'privacy@harbourlane.example',
    contact_phone: '+49 40 5550 143',
    contact_address: [],
    time_zone: 'Europe/Berlin',
    calendar: 'de-hh',
    laws: ['eu-gdpr', 'us-ca-ccpa'],
    authority_name: 'The Hamburg Commissioner',
    authority_address: ['Example Street 1', 'Hamburg'],
    opt_out_confirmation: '',
    paper: 'a4',
    envelope: 'din5008-b',
    fiscal_start: '04-01',
    about: fake.about ?? { established: [], serves: [], facts: {}, figures: {}, people: {} },
  };

  const commands = {
    session,
    profile: () => profile,
    preferences: () => ({ ...preferences }),
    preferences_save: (next) => (Object.assign(preferences, next), {}),
    profile_save: (next) => (Object.assign(profile, next), {}),
    unlock: ({ passphrase }) => {
      if (fake.wait > 0)
        throw { code: 'wait', message: 'After several wrong tries the desk waits.', field: null };
      if (passphrase !== 'open sesame please')
        throw {
          code: 'wrong-passphrase',
          message: 'That passphrase does not open this desk. Nothing was changed.',
          field: 'passphrase',
        };
      phase = 'open';
      return session();
    },
    unlock_with_recovery: () => ((phase = 'open'), session()),
    lock: () => ((phase = 'locked'), session()),
    officers: () => ({
      officers: [
        { id: 1, name: 'Ines Okafor' },
        { id: 2, name: 'Tomasz Wilk' },
      ],
    }),
    officer_add: ({ name }) => ({ id: 3, name }),
    passphrase_change: ({ old }) => {
      if (old === 'open sesame please') return {};
      throw {
        code: 'wrong-passphrase',
        message: 'That is not your present passphrase. Nothing was changed.',
        field: 'old',
      };
    },
    recovery_key_renew: () => ({ recovery_key: 'K7QF-3MZD-92XH-WR4T-8VNB-6CJP-5YGS-D1LE' }),
    log_verify: () => ({
      intact: !fake.broken,
      events: 1847,
      head: 'b51c2f7b9f0f4f6f9a77c1d1d4c6a5f0e2b3a4958677a8b9cadbecfd0e1f2031',
      broken_at: fake.broken ? 812 : null,
      problem: fake.broken
        ? 'Entry 812 of the log does not fit: its words were changed after it was written.'
        : null,
      purged: fake.purged ? ['2023-0041, purged on 12 Jan 2026: the words, the person and two letters.'] : [],
      verified_at: '2026-03-05T07:02:00Z',
    }),
    law_list: () => ({ laws, always: [] }),
    law_sheet: ({ law: id }) => {
      const law = laws.find((one) => one.id === id) ?? laws[0];
      const says = (label, text, cite = '', depth = 1) => ({ kind: 'says', depth, label, text, cite });
      return {
        id: law.id,
        name: law.name,
        short: law.short,
        lines: [
          says('Where:', law.jurisdiction, '', 0),
          says('In force from', 'Fri 25 May 2018', '', 0),
          ...law.rights.flatMap((right) => [
            { kind: 'head', depth: 0, label: '', text: right.name, cite: right.cite },
            says('Answer within', '1 month', 'GDPR Art. 12(3)'),
            says(
              'Extension:',
              'by 2 months, counted from the start. Complex or many requests.',
              'GDPR Art. 12(3)',
            ),
            {
              kind: 'caution',
              depth: 2,
              label: '',
              text: 'Taken as well known; not compared with the text.',
              cite: '',
            },
            says('Proof (self):', 'only on reasonable doubt. No more than is needed.', 'GDPR Art. 12(6)'),
          ]),
        ],
      };
    },
    calendar_list: () => ({
      calendars: [
        ['none', 'No holidays'],
        ['de-be', 'Berlin'],
        ['de-hh', 'Hamburg'],
        ['gb-eng', 'England and Wales'],
        ['us-federal', 'United States, federal'],
      ].map(([id, name]) => ({ id, name })),
    }),
    zone_list: () => ({ zones: Intl.supportedValuesOf('timeZone').concat('UTC') }),
    queue: (ask) => {
      let all = Array.from({ length: count }, (_, at) => at).map(rowAt);
      const tiles = { overdue: 0, today: 0, week: 0, waiting: 0, open: all.length };
      const also = count === 0 ? [] : kit.also();
      const near = also.filter((it) => it.late || it.days <= 30);
      for (const it of all) {
        if (it.state === 'overdue') tiles.overdue++;
        if (it.state === 'today') tiles.today++;
        if (it.days >= 0 && it.days <= 7) tiles.week++;
        if (it.state === 'waiting') tiles.waiting++;
      }
      const by = { overdue: 'overdue', today: 'today', waiting: 'waiting' }[ask.filter];
      if (ask.filter === 'week') all = all.filter((it) => it.days >= 0 && it.days <= 7);
      if (by) all = all.filter((it) => it.state === by);
      if (ask.filter === 'closed')
        all = all
          .slice(0, 3)
          .map((it) => ({ ...it, state: 'closed', by: null, days: null, next_step: 'Nothing' }));
      if (ask.search)
        all = all.filter((it) => JSON.stringify(it).toLowerCase().includes(ask.search.toLowerCase()));
      if (ask.sort.startsWith('-')) all.reverse();
      return {
        tiles: {
          ...tiles,
          overdue_next: tiles.overdue ? 'Marek Łukasiewicz, access' : null,
          today_next: tiles.today ? 'June Abara, delete' : null,
          week_next: tiles.week ? 'Dolores Hightower, delete' : null,
          waiting_next: tiles.waiting ? 'Harold Beck, access' : null,
          also_overdue: also.filter((it) => it.late).length,
          also_today: also.filter((it) => !it.late && it.days === 0).length,
          also_week: also.filter((it) => !it.late && it.days >= 0 && it.days <= 7).length,
        },
        total: all.length,
        more: false,
        in_register: count === 0 ? 0 : 1204,
        rows: all.slice(ask.offset, ask.offset + ask.limit),
        laws: count === 0 ? [] : laws.map((law, at) => ({ law: law.id, short: law.short, open: 9 - 2 * at })),
        today: TODAY,
        also: near,
        also_later: also.length - near.length,
      };
    },
    request_show: ({ id }) => ({ id, deadlines }),
  };
  const shell = {
    desk_place_suggest: ({ organisation }) => ({ place: `~/Documents/${organisation || 'Desk'}.rightsdesk` }),
    desk_place_choose: () => null,
    desk_create: () => ((phase = 'open'), { recovery_key: 'K7QF-3MZD-92XH-WR4T-8VNB-6CJP-5YGS-D1LE' }),
    desk_open_other: () => null,
    desk_open_sample: () => ((phase = 'open'), (fake.sample = true), session()),
    desk_leave: () => ((phase = 'no-desk'), session()),
    recovery_key_save: () => true,
    calendar_save_as: () => ({ place: '~/Documents/Deadlines 2026-03-05.ics' }),
    export_save_as: ({ name }) => ({ place: `~/Documents/${name}` }),
    report_save_as: ({ of, format }) => ({
      place: `~/Documents/${of.report} ${of.first.slice(0, 4)}.${format}`,
    }),
    post_save_as: () => ({ place: `~/Documents/Post_${TODAY}.pdf` }),
    post_save_each: () => ({ place: '~/Documents/Letters' }),
    printers: () =>
      fake.printers === 'none'
        ? {
            printers: [],
            problem:
              'This computer has no printing system that Rightsdesk knows (CUPS). Save the post as one PDF and print it from your PDF viewer.',
          }
        : {
            printers: [
              { name: 'Front_office', default: true },
              { name: 'PDF', default: false },
            ],
            problem: null,
          },
    post_print: () => null,
    desk_backup: () => ({ place: '~/Documents/Harbour Lane backup.rightsdesk' }),
    drop_target: () => null,
    files_pick: () => [],
    print: () => null,
  };

  const listeners = {};
  window.__FAKE_EMIT = (event, payload) =>
    (listeners[event] ?? []).forEach((run) => run({ event, id: 0, payload }));
  let callbacks = 0;
  window.__TAURI_EVENT_PLUGIN_INTERNALS__ = { unregisterListener: () => undefined };
  window.__TAURI_INTERNALS__ = {
    transformCallback: (run) => {
      const id = ++callbacks;
      window[`_${id}`] = run;
      return id;
    },
    unregisterCallback: () => undefined,
    invoke: async (name, args) => {
      if (name === 'plugin:event|listen') {
        (listeners[args.event] ??= []).push(window[`_${args.handler}`]);
        return 1;
      }
      if (name.startsWith('plugin:')) return null;
      const found = name === 'call' ? commands[args.name] : shell[name];
      if (!found)
        throw {
          code: 'missing',
          message: `The stand-in does not know ${name} ${args?.name ?? ''}.`,
          field: null,
        };
      return structuredClone(await found(name === 'call' ? args.args : args));
    },
  };
  const kit = Object.assign(window.__FAKE_KIT({ TODAY, day }), { commands });
  for (const part of window.__FAKE_PARTS) Object.assign(commands, part(kit));
})();
