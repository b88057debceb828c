// The directory of recipients, what can be disclosed, what a year is answered with, and a file brought in. Never part of the product.
window.__FAKE_PARTS.push((kit) => {
  const { TODAY, fake, at, LONG } = kit;
  const line = (id, on, title, details, more = {}) => ({
    id,
    on,
    kind: 'changed',
    title,
    details,
    cite: '',
    by: 'Ines Okafor',
    at: at(on, '10:05'),
    request: null,
    letter: null,
    corrected_by: null,
    said: null,
    ...more,
  });
  const about = (id, name, more) => ({
    id,
    name,
    address: [],
    email: '',
    website: '',
    examples: '',
    name_tells: false,
    contract: '',
    contract_on: '',
    confidentiality: '',
    processor: false,
    note: '',
    reason: '',
    ...more,
  });
  const lacks = (it) => [
    ...(it.address.length === 0 ? ['postal address'] : []),
    ...(!it.name_tells && !it.examples && !it.processor ? ['examples of what it markets'] : []),
    ...(it.processor && !it.contract ? ['contract'] : []),
  ];
  const row = (it, disclosures, last_on, history = [], struck = '') => ({
    id: it.id,
    about: it,
    disclosures,
    last_on,
    lacks: lacks(it),
    history,
    struck,
  });
  let rows =
    fake.recipients === 'none'
      ? []
      : [
          row(
            about(
              1,
              fake.registers === 'long' ? `Brightline Outdoor Media, ${LONG}` : 'Brightline Outdoor Media',
              {
                address: ['Speicherweg 8', '28199 Bremen', 'Germany'],
                email: 'data@brightline.example',
                contract: 'Contract 2025/17, in the safe',
                contract_on: '2025-05-02',
              },
            ),
            14,
            '2026-02-24',
            [
              line(2, '2026-01-12', 'Changed', ['The address was moved from Kontorhaus 3 to Speicherweg 8.']),
              line(1, '2025-05-02', 'Added to the directory', []),
            ],
          ),
          row(
            about(2, 'Nordkurier Paketdienst', {
              address: ['Am Güterbahnhof 1', '20539 Hamburg'],
              name_tells: true,
              processor: true,
              contract: 'Framework of 2024',
              confidentiality: 'Clause 9 of the framework',
            }),
            1840,
            '2026-03-05',
            [line(3, '2024-11-20', 'Added to the directory', [])],
          ),
          row(
            about(3, 'Alder & Finch Catalogues', { processor: false, examples: 'garden tools' }),
            3,
            '2025-10-08',
          ),
          row(
            about(4, 'Kestrel Mailhouse', { processor: true, address: ['4 Mill Lane', 'Leeds LS1 4QT'] }),
            52,
            '2026-01-16',
          ),
          row(
            about(5, 'County court', { name_tells: true, address: ['12 Court Square', 'Austin TX 78701'] }),
            1,
            '2026-02-11',
          ),
          row(
            about(6, 'Old Harbour Print', { name_tells: true }),
            9,
            '2023-06-30',
            [],
            'Closed down in 2024.',
          ),
        ];
  if (fake.recipients === 'many')
    rows = Array.from({ length: 900 }, (_, n) => ({
      ...rows[n % 5],
      id: n + 1,
      about: { ...rows[n % 5].about, id: n + 1, name: `${rows[n % 5].about.name} ${n + 1}` },
    }));
  const NAMES = [
    ['name-and-address', 'Name and address'],
    ['email-address', 'Electronic mail address'],
    ['age-or-birth', 'Age or date of birth'],
    ['childrens-names', 'Names of children', true],
    ['childrens-addresses', 'Mail or other addresses of children', true],
    ['childrens-number', 'Number of children'],
    ['childrens-age-or-gender', 'Age or gender of children', true],
    ['height', 'Height'],
    ['weight', 'Weight'],
    ['race', 'Race', true],
    ['religion', 'Religion', true],
    ['occupation', 'Occupation'],
    ['telephone', 'Telephone number'],
    ['education', 'Education'],
    ['political', 'Political party affiliation', true],
    ['medical', 'Medical condition', true],
    ['drugs', 'Drugs, therapies, or medical products or equipment used', true],
    ['purchases', 'Kind of product bought, leased or rented'],
    ['real-property', 'Real property bought, leased or rented'],
    ['service', 'Kind of service provided'],
    ['social-security', 'Social security number', true],
    ['bank-account', 'Bank account number', true],
    ['credit-card', 'Credit card number', true],
    ['debit-card', 'Debit card number', true],
    ['balance', 'Bank or investment account, debit card or credit card balance', true],
    ['payment-history', 'Payment history'],
    ['creditworthiness', 'Information about creditworthiness, assets, income or liabilities'],
  ];
  const topicsOf = (id, care) =>
    ['medical', 'drugs'].includes(id) ? ['health'] : care ? ['sensitive'] : ['personal-data'];
  let categories = NAMES.map(([id, name, care = false]) => ({
    id,
    name,
    statute: true,
    care,
    topics: topicsOf(id, care),
  }));
  categories.push({ id: 'own:1', name: 'Loyalty card number', statute: false, care: false, topics: [] });
  const note = {
    message: 'In the order in which the law lists them.',
    cite: 'Cal. Civ. Code 1798.83(e)(6)(A)',
    caution: null,
  };
  const answer = (year) => {
    const none = fake.shine === 'none' || year < 2024;
    const recipients = none
      ? []
      : rows
          .filter((it) => !it.about.processor && !it.struck)
          .map((it) => ({
            id: it.id,
            name: it.about.name,
            address: it.about.address,
            examples: it.about.examples,
            disclosures: it.disclosures,
            lacks: it.lacks,
          }));
    return {
      year,
      exempt:
        fake.shine === 'exempt'
          ? {
              message: 'The organisation has fewer than 20 employees, so the law does not reach it.',
              cite: 'Cal. Civ. Code 1798.83(c)(1)',
              caution: null,
            }
          : null,
      alternative:
        fake.shine === 'choice'
          ? {
              policy: 2,
              promise: 21,
              quote:
                'You may tell us at any time, free of charge, not to give your data to others for their marketing.',
              cite: 'Policy of 25 May 2025, Your California privacy rights',
              means: 'the form on harbourlane.example/choices',
            }
          : null,
      categories: none
        ? []
        : categories.filter((it) => ['name-and-address', 'email-address', 'purchases'].includes(it.id)),
      recipients,
      disclosures: recipients.reduce((sum, it) => sum + it.disclosures, 0),
      problems: recipients.flatMap((it) =>
        it.lacks.map((lack) => ({
          field: `recipients.${it.id}`,
          message: `${it.name} lacks its ${lack}; the letter must name it.`,
        })),
      ),
      checks: [],
      note: {
        message:
          'The answer covers disclosures to third parties for their direct marketing in the calendar year before the request.',
        cite: 'Cal. Civ. Code 1798.83(a)',
        caution: 'The list is taken as well known; not compared with the text for this version.',
      },
    };
  };
  const preview = ({ columns, usual }) => {
    const heads = [
      ['Date', 'on', '12.02.2026'],
      ['Company', 'recipient', 'Alder & Finch Catalogues'],
      ['Name', 'person', 'Marta Olsen'],
      ['Mail', 'email', 'm.olsen@post.example'],
      ['Fields', 'categories', 'Electronic mail address'],
      ['Ref', '', 'K-2231'],
    ].map(([heading, field, sample], number) => ({ number, heading, field, sample }));
    const read = columns ?? heads;
    const told = read.some((it) => it.field === 'on') || usual.on;
    return {
      encoding: 'Windows-1252',
      delimiter: ';',
      columns: read,
      fields: [
        { id: 'on', name: 'Day', required: true },
        { id: 'recipient', name: 'Recipient', required: true },
        { id: 'person', name: 'Person', required: false },
        { id: 'email', name: 'E-mail of the person', required: false },
        { id: 'categories', name: 'Categories', required: false },
        { id: 'note', name: 'Note', required: false },
      ],
      rows: told
        ? [
            {
              line: 7,
              fate: 'bad',
              what: 'Alder & Finch Catalogues, Pál Kovács',
              reasons: ['“31.02.2026” is no day.'],
            },
            {
              line: 12,
              fate: 'bad',
              what: '=HYPERLINK("http://x.example")',
              reasons: ['The recipient begins like a formula.', 'No day is given.'],
            },
            {
              line: 19,
              fate: 'flagged',
              what: '3 Feb 2026, Brightline Outdoor Media, Jo Achterberg, e-mail address',
              reasons: [
                'The policy of 25 May 2025 says that e-mail addresses are never handed to advertisers.',
              ],
            },
            {
              line: 23,
              fate: 'duplicate',
              what: '12 Feb 2026, Alder & Finch Catalogues, Marta Olsen',
              reasons: ['It stands in the register already.'],
            },
            ...Array.from({ length: 160 }, (_, n) => ({
              line: 30 + n,
              fate: 'good',
              what: `12 Feb 2026, Alder & Finch Catalogues, customer ${n + 1}, e-mail address`,
              reasons: [],
            })),
          ]
        : [],
      rows_total: told ? 18240 : 0,
      good: told ? 18236 : 0,
      flagged: told ? 1 : 0,
      duplicates: told ? 1 : 0,
      bad: told ? 2 : 0,
      new_recipients: told ? ['Fell & Tarn Outdoor', 'Łódź Druk'] : [],
      problem: told
        ? null
        : 'No column says the day, and no usual day is given. Choose the column, or give a day for all rows.',
    };
  };
  return {
    recipient_list: () => ({ recipients: rows }),
    recipient_save: (it) => {
      if (it.name === 'Refused') kit.refuse('There is one of that name already.', 'name');
      if (it.id === null) {
        const id = rows.length + 20;
        rows = [...rows, row({ ...it, id }, 0, null, [line(90, TODAY, 'Added to the directory', [])])];
      } else
        rows = rows.map((one) =>
          one.id === it.id
            ? row({ ...it }, one.disclosures, one.last_on, [
                line(91, TODAY, 'Changed', [it.reason]),
                ...one.history,
              ])
            : one,
        );
      return { recipients: rows };
    },
    recipient_strike: ({ id, reason }) => {
      rows = rows.map((one) => (one.id === id ? { ...one, struck: reason } : one));
      return { recipients: rows };
    },
    category_list: () => ({ categories, note }),
    category_add: ({ name }) => {
      categories = [
        ...categories,
        { id: `own:${categories.length}`, name, statute: false, care: false, topics: [] },
      ];
      return { categories, note };
    },
    handling_import_preview: preview,
    handling_import: () => ({ entered: 18237, left_out: 3, list: kit.commands.handling_list({}) }),
    shine_year: ({ year }) => answer(year),
    shine_answer: () => ({
      ...answer(2025),
      checks: [
        {
          about: 'condition',
          state: 'met',
          message: 'It says “Your California Privacy Rights”.',
          requires: null,
        },
        { about: 'condition', state: 'missing', message: 'It names no street.', requires: 'street' },
        {
          about: 'frequency',
          state: 'met',
          message: 'It is the first of this calendar year.',
          requires: null,
        },
      ],
    }),
    register_export: ({ register, format }) => ({
      name: `${register} ${TODAY}.${format}`,
      media_type: 'text/plain',
      base64: btoa('a list'),
    }),
  };
});
