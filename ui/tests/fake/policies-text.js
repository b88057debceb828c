// The policies of a made-up studio, two versions of one text, and what they promise. Never part of the product.
window.__FAKE_POLICY_TEXT = (kit) => {
  const { LONG, fake } = kit;
  const NEW = [
    ['heading', 1, 'Privacy at Harbour Lane Studio'],
    [
      'paragraph',
      0,
      'Effective 1 March 2026. We teach drawing, in our rooms and over the net; this page says what we do with what you tell us. It is short because we keep little.',
    ],
    ['heading', 2, 'Choices you have'],
    [
      'paragraph',
      0,
      'Our newsletter is sent only to people who asked for it. You can stop it at any time with one click or by writing to privacy@harbourlane.example, and we keep your address only to remember that you said no.',
    ],
    [
      'paragraph',
      0,
      'We never give e-mail addresses to advertisers, sponsors or partners, unless you tell us to in writing. Analytics counts pages, not people. We do not follow you to other sites, whatever your browser’s Do Not Track setting says.',
    ],
    ['heading', 2, 'What we pass on'],
    ['paragraph', 0, 'Three kinds of people see some of your data:'],
    ['item', 1, 'the bank that takes your course fee, and only what it needs to do so;'],
    [
      'item',
      1,
      'the firm that keeps our servers, which works for us under contract and may not use your data for itself;',
    ],
    ['item', 1, 'a court or an authority, when a law leaves us no choice.'],
    ['heading', 2, 'Children'],
    [
      'paragraph',
      0,
      'Our courses are for adults. If we learn that a child under 13 has given us data, we write to the parents first and ask for their consent; without it we delete what we have. Parents may see it, have it deleted, and allow us to use it without allowing us to pass it on.',
    ],
    ['heading', 2, 'If you live in California'],
    [
      'paragraph',
      0,
      'Once a calendar year you may ask us which firms received your contact details for their own marketing. Write “My disclosures” on your letter and give your full name, street, city, state and ZIP code; we answer within 30 days. We need not answer what is sent elsewhere.',
    ],
    ['heading', 2, 'If you live in Europe'],
    [
      'paragraph',
      0,
      'You may ask us to delete your account and what you wrote in it; we do so within three weeks. You may ask what we hold about you, and have it corrected. If you are not content with an answer, your supervisory authority will hear you 🕊.',
    ],
    ['heading', 2, 'How long we keep it'],
    [
      'paragraph',
      0,
      'Invoices stay ten years, because tax law asks for it. Everything else goes within six months after your last course. Paintings that you upload stay yours, and go when you say so.',
    ],
    ['heading', 2, 'When this page changes'],
    [
      'paragraph',
      0,
      'We tell you by e-mail at least 14 days before a change takes effect. What you gave us before stays under the words you read then.',
    ],
    [
      'paragraph',
      0,
      'Harbour Lane Studio, Harbour Lane 14, 20457 Hamburg, Germany. Telephone +49 40 555 0114.',
    ],
  ];
  const OLD = [
    ['heading', 1, 'Privacy at Harbour Lane Studio'],
    [
      'paragraph',
      0,
      'Effective 25 May 2025. We teach drawing, in our rooms and over the net; this page says what we do with what you tell us. It is short because we keep little.',
    ],
    ['heading', 2, 'Choices you have'],
    [
      'paragraph',
      0,
      'Our newsletter is sent only to people who asked for it. You can stop it at any time with one click.',
    ],
    [
      'paragraph',
      0,
      'We never give e-mail addresses to advertisers, sponsors or partners. Analytics counts pages, not people.',
    ],
    ['heading', 2, 'If you live in Europe'],
    [
      'paragraph',
      0,
      'You may ask us to delete your account and what you wrote in it; we do so within two weeks. You may ask what we hold about you, and have it corrected.',
    ],
    ['heading', 2, 'When this page changes'],
    [
      'paragraph',
      0,
      'We tell you by e-mail at least 14 days before a change takes effect. We never change it backwards.',
    ],
  ];
  /** Blocks as the core sends them: `start` counts characters of the text with an empty line between two blocks. */
  const blocksOf = (source) => {
    let start = 0;
    return source.map(([kind, level, text]) => {
      const block = { kind, level, start, text };
      start += [...text].length + 2;
      return block;
    });
  };
  const textOf = (blocks) => blocks.map((block) => block.text).join('\n\n');
  const reading = (kind, more = {}) => ({
    kind,
    audiences: ['everyone'],
    rights: [],
    polarity: 'does',
    ways: [],
    conditions: [],
    time_limit: null,
    frequency: null,
    exceptions: [],
    acts: [],
    data: [],
    age: null,
    ...more,
  });
  const PROMISES = [
    [
      'Our newsletter is sent only to people who asked for it.',
      reading('opt-in', { data: ['mailing-list'], acts: ['use'] }),
      [['says that something happens only after somebody asked', 'only to people who asked']],
    ],
    [
      'You can stop it at any time with one click or by writing to privacy@harbourlane.example',
      reading('opt-out', {
        rights: ['unsubscribe'],
        ways: [
          { way: 'link-in-message', value: '' },
          { way: 'mail', value: 'privacy@harbourlane.example' },
        ],
        data: ['mailing-list'],
      }),
      [
        ['says that you can stop something', 'You can stop it at any time'],
        ['names an address', 'privacy@harbourlane.example'],
      ],
    ],
    [
      'We never give e-mail addresses to advertisers, sponsors or partners, unless you tell us to in writing.',
      reading('no-sharing', {
        polarity: 'does-not',
        acts: ['disclose'],
        data: ['email-address'],
        exceptions: [{ what: 'consent', words: 'unless you tell us to in writing' }],
      }),
      [
        ['“never” with giving', 'never give'],
        ['names third parties', 'advertisers, sponsors or partners'],
      ],
    ],
    [
      'We do not follow you to other sites, whatever your browser’s Do Not Track setting says.',
      reading('do-not-track', { polarity: 'does-not', data: ['usage-data'] }),
      [['names the browser’s signal', 'Do Not Track']],
    ],
    [
      'the firm that keeps our servers, which works for us under contract and may not use your data for itself',
      reading('sharing-limits', { acts: ['disclose'], data: ['personal-data'] }),
      [['binds who receives data', 'may not use your data for itself']],
    ],
    [
      'a court or an authority, when a law leaves us no choice',
      reading('legal-disclosure', { acts: ['disclose'] }),
      [['names a court or an authority', 'a court or an authority']],
    ],
    [
      'Our courses are for adults.',
      reading('no-children', { audiences: ['children'], polarity: 'does-not' }),
      [['says whom it is meant for', 'for adults']],
    ],
    [
      'If we learn that a child under 13 has given us data, we write to the parents first and ask for their consent; without it we delete what we have.',
      reading('parental-consent', {
        audiences: ['children'],
        rights: ['child-consent'],
        age: 13,
        data: ['child-data'],
      }),
      [
        ['stands under the heading', 'Children'],
        ['speaks of a child under 13', 'under 13'],
        ['asks for consent before', 'ask for their consent'],
      ],
    ],
    [
      'without it we delete what we have',
      reading('retention', { audiences: ['children'], data: ['child-data'] }),
      [['says that data is deleted', 'we delete']],
    ],
    [
      'Parents may see it, have it deleted, and allow us to use it without allowing us to pass it on.',
      reading('parental-review', {
        audiences: ['children'],
        rights: ['child-access', 'child-erasure', 'child-refusal'],
        data: ['child-data'],
      }),
      [['says what parents may do', 'Parents may see it, have it deleted']],
    ],
    [
      'Once a calendar year you may ask us which firms received your contact details for their own marketing. Write “My disclosures” on your letter and give your full name, street, city, state and ZIP code; we answer within 30 days.',
      reading('disclosure-list', {
        audiences: ['californians'],
        rights: ['disclosure-list'],
        conditions: [
          { requires: 'label', words: 'My disclosures' },
          { requires: 'full-name', words: 'your full name' },
          { requires: 'street', words: 'street' },
          { requires: 'city', words: 'city' },
          { requires: 'state', words: 'state' },
          { requires: 'postal-code', words: 'ZIP code' },
        ],
        ways: [{ way: 'post', value: 'Harbour Lane 14, 20457 Hamburg' }],
        time_limit: { count: 30, unit: 'days', words: 'within 30 days' },
        frequency: { times: 1, per: 'calendar-year', words: 'Once a calendar year' },
        data: ['contact-details'],
      }),
      [
        ['stands under the heading', 'If you live in California'],
        ['lets somebody ask what was given to whom', 'which firms received your contact details'],
        ['limits how often', 'Once a calendar year'],
        ['names a time', 'within 30 days'],
      ],
    ],
    [
      'You may ask us to delete your account and what you wrote in it; we do so within three weeks.',
      reading('delete', {
        audiences: ['europeans'],
        rights: ['erasure'],
        time_limit: { count: 3, unit: 'weeks', words: 'within three weeks' },
        data: ['content', 'personal-data'],
      }),
      [
        ['stands under the heading', 'If you live in Europe'],
        ['says what may be asked for', 'may ask us to delete'],
        ['names a time', 'within three weeks'],
      ],
    ],
    [
      'You may ask what we hold about you',
      reading('access', { audiences: ['europeans'], rights: ['access'] }),
      [['says what may be asked for', 'may ask what we hold']],
    ],
    [
      'and have it corrected',
      reading('edit', { audiences: ['europeans'], rights: ['rectification'] }),
      [['says what may be asked for', 'have it corrected']],
    ],
    [
      'If you are not content with an answer, your supervisory authority will hear you 🕊',
      reading('complain', { audiences: ['europeans'], rights: ['complaint'] }),
      [['names the authority', 'supervisory authority']],
    ],
    [
      'Everything else goes within six months after your last course.',
      reading('retention', {
        time_limit: { count: 6, unit: 'months', words: 'within six months' },
        data: ['personal-data'],
        exceptions: [{ what: 'law', words: 'Invoices stay ten years, because tax law asks for it' }],
      }),
      [['says when data goes', 'goes within six months']],
    ],
    [
      'We tell you by e-mail at least 14 days before a change takes effect.',
      reading('change-notice', {
        ways: [{ way: 'mail', value: '' }],
        time_limit: { count: 14, unit: 'days', words: 'at least 14 days before' },
      }),
      [
        ['says that people are told', 'We tell you'],
        ['of a change', 'before a change takes effect'],
      ],
    ],
    [
      'What you gave us before stays under the words you read then.',
      reading('use-limit', { acts: ['use'], data: ['personal-data'] }),
      [['says that something stays as it was', 'stays under the words']],
    ],
    [
      'Harbour Lane Studio, Harbour Lane 14, 20457 Hamburg, Germany. Telephone +49 40 555 0114.',
      reading('contact', {
        ways: [
          { way: 'post', value: 'Harbour Lane 14, 20457 Hamburg, Germany' },
          { way: 'phone', value: '+49 40 555 0114' },
        ],
      }),
      [['gives an address and a number', 'Harbour Lane 14']],
    ],
  ];
  /** The text many times over, with names that do not end: what a hundred pages look like. */
  const many = (times) =>
    Array.from({ length: times }, (_, at) =>
      NEW.map(([kind, level, text]) => [
        kind,
        level,
        kind === 'heading' && level === 1 ? `Part ${at + 1}: ${text}, ${LONG}` : text,
      ]),
    ).flat();
  const sources = {
    1: fake.policies === 'huge' ? many(100) : fake.policies === 'long' ? many(4) : NEW,
    2: OLD,
    3: OLD.slice(0, 5),
    4: OLD.slice(0, 3),
    5: NEW,
  };
  /** The rows of a version: each sentence wherever it stands in its text. */
  const rowsOf = (id, decide) => {
    const blocks = blocksOf(sources[id] ?? NEW);
    const text = textOf(blocks);
    const rows = [];
    for (const [quote, read, why] of PROMISES) {
      let from = text.indexOf(quote);
      while (from >= 0) {
        const start = [...text.slice(0, from)].length;
        rows.push({ quote, start, end: start + [...quote].length, reading: read, why });
        from = text.indexOf(quote, from + quote.length);
      }
    }
    rows.sort((a, b) => a.start - b.start || b.end - a.end);
    return rows.map((row, at) => {
      const state = decide(at, rows.length);
      const above = blocks.filter((block) => block.kind === 'heading' && block.start <= row.start);
      const under = above.filter(
        (block, nth) => !above.slice(nth + 1).some((later) => later.level <= block.level),
      );
      return {
        key: `${id}-${row.start}-${row.reading.kind}`,
        id: state === 'suggested' ? null : id * 1000 + at,
        state,
        own: false,
        corrected: state === 'accepted' && at % 7 === 3,
        start: row.start,
        end: row.end,
        quote: row.quote,
        under: under.map((block) => block.text),
        reading: row.reading,
        why: row.why.map(([says, shown]) => ({ says, words: shown })),
        reviewed_by: state === 'suggested' ? '' : 'Ines Okafor',
        reviewed_at: state === 'suggested' ? '' : kit.at('2026-03-02', '10:12'),
      };
    });
  };
  return { NEW, OLD, sources, blocksOf, textOf, rowsOf, reading };
};
