// The comparison of two versions and the check-list of the stand-in. Never part of the product.
window.__FAKE_POLICY_COMPARE = (kit, { rows, sources, blocksOf, textOf, reading, name, notice }) => {
  const { fake, LONG, refuse } = kit;
  const side = (text, marked = [], start = 0) => ({
    start,
    end: start + [...text].length,
    pieces: text
      .split(
        new RegExp(`(${marked.map((it) => it.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') || '$^'})`),
      )
      .filter(Boolean)
      .map((part) => ({ text: part, changed: marked.includes(part) })),
  });
  const compareRows = () => {
    const row = (how, block, old, next, oldMarks, newMarks) => ({
      how,
      block,
      old: old === null ? null : side(old, oldMarks),
      new: next === null ? null : side(next, newMarks),
    });
    const same = (block, text) => row('same', block, text, text);
    const blocks = blocksOf(sources[5]);
    return [
      same('heading', 'Privacy at Harbour Lane Studio'),
      row(
        'changed',
        'paragraph',
        'Effective 25 May 2025.',
        'Effective 1 March 2026.',
        ['25 May 2025'],
        ['1 March 2026'],
      ),
      same(
        'paragraph',
        'We teach drawing, in our rooms and over the net; this page says what we do with what you tell us.',
      ),
      same('paragraph', 'It is short because we keep little.'),
      same('heading', 'Choices you have'),
      same('paragraph', 'Our newsletter is sent only to people who asked for it.'),
      row(
        'changed',
        'paragraph',
        'You can stop it at any time with one click.',
        'You can stop it at any time with one click or by writing to privacy@harbourlane.example, and we keep your address only to remember that you said no.',
        [],
        [
          'or by writing to privacy@harbourlane.example, and we keep your address only to remember that you said no',
        ],
      ),
      row(
        'changed',
        'paragraph',
        'We never give e-mail addresses to advertisers, sponsors or partners.',
        'We never give e-mail addresses to advertisers, sponsors or partners, unless you tell us to in writing.',
        [],
        [', unless you tell us to in writing'],
      ),
      row('moved', 'paragraph', 'Analytics counts pages, not people.', 'Analytics counts pages, not people.'),
      ...blocks.slice(5, 11).map((block) => row('added', block.kind, null, block.text, [], [block.text])),
      same('heading', 'If you live in Europe'),
      row(
        'changed',
        'paragraph',
        'You may ask us to delete your account and what you wrote in it; we do so within two weeks.',
        'You may ask us to delete your account and what you wrote in it; we do so within three weeks.',
        ['two'],
        ['three'],
      ),
      same('paragraph', 'You may ask what we hold about you, and have it corrected.'),
      same('heading', 'When this page changes'),
      same('paragraph', 'We tell you by e-mail at least 14 days before a change takes effect.'),
      row(
        'removed',
        'paragraph',
        'We never change it backwards.',
        null,
        ['We never change it backwards.'],
        [],
      ),
      row(
        'added',
        'paragraph',
        null,
        'What you gave us before stays under the words you read then.',
        [],
        ['What you gave us before stays under the words you read then.'],
      ),
    ];
  };
  const compare = ({ old, new: next }) => {
    if (old === next) refuse('Choose two different versions.', 'old');
    const all = compareRows();
    const count = (how) => all.filter((row) => row.how === how).length;
    const promised = (nth, more = {}) => {
      const row = rows[5][nth];
      return {
        start: row.start,
        end: row.end,
        quote: row.quote,
        state: row.state,
        reading: row.reading,
        ...more,
      };
    };
    const was = (quote, read) => ({ start: 0, end: quote.length, quote, state: 'accepted', reading: read });
    const plain = fake.compare === 'same';
    const promises = plain
      ? []
      : [
          {
            change: 'weakened',
            kind: 'delete',
            old: was(
              'You may ask us to delete your account and what you wrote in it; we do so within two weeks.',
              reading('delete', { audiences: ['europeans'] }),
            ),
            new: promised(11),
            why: ['The time to answer grew from 2 weeks to 3 weeks.'],
          },
          {
            change: 'weakened',
            kind: 'no-sharing',
            old: was(
              'We never give e-mail addresses to advertisers, sponsors or partners.',
              reading('no-sharing', { polarity: 'does-not' }),
            ),
            new: promised(2),
            why: ['An exception was added: with consent.'],
          },
          {
            change: 'dropped',
            kind: 'change-notice',
            old: was('We never change it backwards.', reading('change-notice', { polarity: 'does-not' })),
            new: null,
            why: [],
          },
          {
            change: 'strengthened',
            kind: 'opt-out',
            old: was('You can stop it at any time with one click.', reading('opt-out')),
            new: promised(1),
            why: ['A further way was added: e-mail.'],
          },
          { change: 'added', kind: 'parental-consent', old: null, new: promised(7), why: [] },
          { change: 'added', kind: 'disclosure-list', old: null, new: promised(10), why: [] },
        ];
    return {
      old: name(old),
      new: name(next),
      rows: plain ? all.filter((row) => row.how === 'same') : all,
      promises,
      counts: {
        same: count('same'),
        moved: plain ? 0 : count('moved'),
        changed: plain ? 0 : count('changed'),
        added: plain ? 0 : count('added'),
        removed: plain ? 0 : count('removed'),
        promises_added: promises.filter((it) => it.change === 'added').length,
        promises_weakened: promises.filter((it) => it.change === 'weakened').length,
        promises_strengthened: promises.filter((it) => it.change === 'strengthened').length,
        promises_dropped: promises.filter((it) => it.change === 'dropped').length,
        promises_changed: 0,
      },
      touched: plain
        ? []
        : [
            {
              request: 12,
              reference: '2026-0139',
              person: 'Sofía Marín',
              received_on: '2026-02-16',
              why: 'It asks for deletion; the time promised for it grew from 2 weeks to 3 weeks.',
            },
            {
              request: 9,
              reference: '2026-0131',
              person: fake.policies === 'long' ? LONG : 'Ruth Feld',
              received_on: '2026-02-11',
              why: 'It asks for deletion; the time promised for it grew from 2 weeks to 3 weeks.',
            },
          ],
      notice: plain ? null : notice(),
    };
  };
  const item = (what, cite, quote, missing = '', caution = null) => {
    const text = textOf(blocksOf(sources[5]));
    const from = quote ? text.indexOf(quote) : -1;
    const start = from < 0 ? 0 : [...text.slice(0, from)].length;
    return {
      what,
      cite,
      caution,
      found: from >= 0,
      passages: from < 0 ? [] : [{ start, end: start + [...quote].length, quote }],
      missing,
    };
  };
  const checklist = () => ({
    laws: [
      {
        law: 'eu-gdpr',
        name: 'General Data Protection Regulation',
        applies: true,
        items: [
          item(
            'Who is responsible, and how to reach them',
            'GDPR Art. 13(1)(a)',
            'Harbour Lane Studio, Harbour Lane 14, 20457 Hamburg, Germany.',
          ),
          item(
            'How long data is kept',
            'GDPR Art. 13(2)(a)',
            'Everything else goes within six months after your last course.',
          ),
          item(
            'The right to complain to a supervisory authority',
            'GDPR Art. 13(2)(d)',
            'your supervisory authority will hear you 🕊',
          ),
          item(
            'The legal basis of each purpose',
            'GDPR Art. 13(1)(c)',
            '',
            'Look for words such as “consent”, “contract” or “legitimate interests” beside each purpose.',
          ),
          item(
            'Whether data leaves the European Union, and on which safeguard',
            'GDPR Art. 13(1)(f)',
            '',
            'Look for other countries, an adequacy decision or standard clauses.',
          ),
        ],
      },
      {
        law: 'us-ca-caloppa',
        name: 'California Online Privacy Protection Act',
        applies: true,
        items: [
          item(
            'What becomes of a browser’s Do Not Track signal',
            'Bus. & Prof. Code 22575(b)(5)',
            'whatever your browser’s Do Not Track setting says',
          ),
          item('The day it takes effect', 'Bus. & Prof. Code 22575(b)(4)', 'Effective 1 March 2026.'),
          item(
            'How changes are told',
            'Bus. & Prof. Code 22575(b)(3)',
            'We tell you by e-mail at least 14 days before a change takes effect.',
          ),
        ],
      },
      {
        law: 'us-coppa',
        name: 'Children’s Online Privacy Protection Act',
        applies: false,
        items: [
          item('What parents may do', '16 CFR 312.4(d)(3)', 'Parents may see it, have it deleted'),
          item(
            'The names of all operators who collect from children',
            '16 CFR 312.4(d)(1)',
            '',
            'Look for a list of operators with address, phone and e-mail.',
            'Taken as well known; not compared with the text for this version.',
          ),
        ],
      },
    ],
  });
  return { compare, checklist };
};
