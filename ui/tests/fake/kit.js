// What the parts of the stand-in build with: people, laws, dates, claims, log entries. Never part of the product.
// Every person and every organisation in it is invented; its dates fit the fifth of March 2026.
window.__FAKE_PARTS = [];
window.__FAKE_KIT = ({ TODAY, day }) => {
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
        'admt-opt-out': ['Opt out of automated decisions', '11 CCR 7200(b), 7221', '2027-01-01'],
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
    family: { 'eu-gdpr': 'europe', 'us-ca-ccpa': 'us-california', 'us-can-spam': 'us-federal' }[id],
    rights: Object.entries(law.rights).map(([right, [name, cite, from = null]]) => ({
      right,
      name,
      cite,
      from,
    })),
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
  ].map(([id, title, text, cite], at) => ({
    id,
    law: 'eu-gdpr',
    title,
    text,
    cite,
    caution: at === 1 ? 'Taken as well known; not compared with the text for this version.' : null,
    appeal: null,
  }));

  // --- dates ----------------------------------------------------------------------------------
  const step = (kind, text, date, cite) => ({ kind, text, date, cite });
  const month = (received, plain, due) => [
    step('received', 'Received by e-mail.', received, 'GDPR Art. 12(3)'),
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
    closed: null,
    promised: null,
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
    choices: Object.entries(LAWS)
      .filter(([id, it]) => it.rights[right] && !(it.rights[right][2] && id !== law))
      .map(([id, it]) => ({
        law: id,
        short: it.short,
        right_name: it.rights[right][0],
        cite: it.rights[right][1],
        reason: it.why,
        caution: null,
        proposed: id === 'eu-gdpr',
        chosen: id === law,
      })),
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
    ['ask-opt-in', 'Ask to opt in again'],
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
    STEPS.filter(([name]) => name !== 'ask-opt-in' || not[name]).map(([name, label]) => ({
      step: name,
      label,
      offered: !not[name],
      primary: name === primary,
      reason: not[name]?.[0] ?? NOTE[name] ?? null,
      cite: not[name]?.[1] ?? null,
      room: not[name]?.[2] ?? null,
      caution: null,
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
    language: 'en',
  });
  const particulars = {
    age: null,
    data_kinds: [],
    arrived_at: null,
    dated_on: '',
    questions: [],
    ...fake.particulars,
  };
  const asks = { age: false, data_kinds: false, arrived_at: [], dated_on: false, questions: false };
  const mark = (on, label, kind = 'event') => ({ on, label, kind });
  /** Legal holds of every request that is shown. */
  const holds = [];
  const base = {
    subject: null,
    capacity: 'self',
    residence: 'de',
    particulars,
    asks,
    channel: 'mail',
    open: true,
    closed_on: null,
    answered_on: null,
    files: [],
    letters: [],
    letter_draft: null,
    notes: [],
    earlier: [],
    authority: { needs: [], seen: [], child: null },
    disclosed: [],
    registers: [],
    get holds() {
      return [...holds];
    },
    purged: null,
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
      why: 'Same e-mail address.',
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
  /** Files of the request, as they may go along; the last is too long for paper once it is chosen as pages. */
  function enclosable() {
    return [
      [41, 'orders 2024 to 2026.csv', 48_211, true],
      [42, 'scan of the contract, both sides.pdf', 1_402_330, false],
      [43, 'every click since 2019.json', 9_812_004, true],
    ].map(([id, name, size, annex]) => ({
      file: {
        id,
        name,
        media_type: '',
        size,
        sha256: `${id}9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00`.slice(0, 64),
        added_at: '2026-03-02T09:00:00Z',
      },
      role: null,
      annex,
      pages: 0,
      too_long: false,
    }));
  }
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
      caution: null,
      present,
      why_missing: present ? null : 'The paragraph has a blank that is not filled in.',
    }));
    return {
      request: 12,
      contradictions: [],
      enclosures: enclosable(),
      also: '',
      copy_to: '',
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
            text: 'On 16 February 2026 you asked us by e-mail to show you what we hold about you.',
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
  const requests = {};
  const steppable = () => ({ ...requests[fake.request](), letters: requests[fake.request]().letters });
  const byId = (id) =>
    Object.values(requests)
      .map((make) => make())
      .find((it) => it.id === id);
  const show = ({ id }) => byId(id) ?? { ...steppable(), id };
  const said = ({ request, text }, field = 'text') =>
    fake.refuse
      ? refuse(fake.refuse[0], fake.refuse[1] ?? field, 'not-now')
      : show({ id: request ?? 12 }, text);
  /** A PDF made by hand of what is drawn on each page. */
  function pdfOf(pages) {
    const first = 5;
    const objects = [
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Kids[${pages.map((_, at) => `${first + at * 2} 0 R`).join(' ')}]/Count ${pages.length}>>`,
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>',
      ...pages.flatMap((drawn, at) => [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${first + at * 2 + 1} 0 R/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>`,
        `<</Length ${drawn.length}>>stream\n${drawn}endstream`,
      ]),
    ];
    let out = '%PDF-1.4\n';
    const offsets = objects.map((body, i) => {
      const start = out.length;
      out += `${i + 1} 0 obj\n${body}\nendobj\n`;
      return start;
    });
    const xref = out.length;
    out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((it) => `${String(it).padStart(10, '0')} 00000 n \n`).join('')}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`;
    return btoa(out);
  }
  return {
    TODAY,
    day,
    pdfOf,
    fake,
    LONG,
    at,
    hash,
    refuse,
    person,
    LAWS,
    lawName,
    GROUNDS,
    step,
    month,
    days,
    deadline,
    claim,
    STEPS,
    WHY,
    steps,
    NOTE,
    entry,
    file,
    letter,
    mark,
    base,
    holds,
    particulars,
    asks,
    earlier,
    draft,
    requests,
    show,
    said,
  };
};
