// What an invented policy promised, as far as a request calls on it, and what does not agree with it. Never part of the product.
window.__FAKE_PARTS.push((kit) => {
  const { TODAY, fake, at, base, deadline, step, claim, requests, steps, WHY, person, mark } = kit;
  const VERSION = { id: 2, title: 'Privacy policy', from: '2025-05-25' };
  const NOW = { ...VERSION, id: 1, from: '2026-03-01' };
  const reading = (kind, rights, more = {}) => ({
    kind,
    audiences: ['everyone'],
    rights,
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
  const check = (about, state, message, requires = null) => ({ about, state, message, requires });
  const promise = (id, quote, under, read, checks = [], due = null) => ({
    promise: id,
    policy: VERSION.id,
    quote,
    cite: `Policy of 25 May 2025, ${under}`,
    reading: read,
    rights: read.rights,
    checks,
    due,
    days: due ? kit.days(due) : null,
  });
  const LONG =
    'If you would like us to remove your account together with every comment, picture, review, wish list and message that belongs to it, write to privacy@harbourlane.example or to the address at the end of this page, give us your full name and the e-mail address with which you signed in, tell us whether the invoices of past orders are still of use to you, and we will remove all of it within twenty days of the day on which your letter reaches us, except what the tax law of your country or of ours tells us to keep, which we set apart and open for nobody else.';
  const deletes = (missing) =>
    promise(
      21,
      fake.policy === 'long'
        ? LONG
        : 'Write to privacy@harbourlane.example with your full name and the address of your account, and we delete your account and all you posted within twenty days.',
      'Leaving us',
      reading('delete', ['erasure'], {
        ways: [{ way: 'mail', value: 'privacy@harbourlane.example' }],
        conditions: [
          { requires: 'full-name', words: 'your full name' },
          { requires: 'email-address', words: 'the address of your account' },
        ],
        time_limit: { count: 20, unit: 'days', words: 'within twenty days' },
      }),
      [
        check(
          'channel',
          'met',
          'It came by e-mail, a way this promise names; it counts as received that day.',
        ),
        check('condition', 'met', 'The request gives a full name.', 'full-name'),
        missing
          ? check(
              'condition',
              'missing',
              'The policy asks for the address of the account; the request gives none.',
              'email-address',
            )
          : check('condition', 'met', 'The request gives an e-mail address.', 'email-address'),
        check('time-limit', 'open', 'Twenty days from receipt: by Sun 8 Mar 2026.'),
      ],
      '2026-03-08',
    );
  const stops = promise(
    22,
    'One word by e-mail takes you off our newsletter within three business days.',
    'Our newsletter',
    reading('opt-out', ['marketing-objection', 'unsubscribe'], {
      time_limit: { count: 3, unit: 'business-days', words: 'within three business days' },
    }),
    [
      check('channel', 'met', 'It came by e-mail, as the policy asks.'),
      check('time-limit', 'met', 'Three business days: by Thu 19 Feb 2026; done Mon 16 Feb 2026.'),
    ],
    '2026-02-19',
  );
  const lists = promise(
    23,
    'Once in a calendar year a resident of California may ask us, under the words “My California disclosures” and with full name, street, city, state and ZIP code, to whom we gave what.',
    'California',
    reading('disclosure-list', ['disclosure-list', 'access'], {
      audiences: ['californians'],
      frequency: { times: 1, per: 'calendar-year', words: 'Once in a calendar year' },
    }),
    [
      check('channel', 'open', 'The policy names no way; the request came by e-mail.'),
      check(
        'condition',
        'missing',
        'The words “My California disclosures” do not stand in the request.',
        'label',
      ),
      check('condition', 'missing', 'No street is given.', 'street'),
      check('condition', 'missing', 'No ZIP code is given.', 'postal-code'),
      check('condition', 'met', 'A full name is given.', 'full-name'),
      check(
        'frequency',
        'reached',
        'The same person asked on Mon 12 Jan 2026 (2026-0031); the policy answers once in a calendar year.',
      ),
    ],
  );
  const never = promise(
    24,
    'We never hand e-mail addresses to advertisers.',
    'Whom we tell',
    reading('no-sharing', [], { polarity: 'does-not', acts: ['disclose'], data: ['email-address'] }),
  );
  const identity = promise(
    26,
    'We may ask you something only you can know before we show or delete anything.',
    'Your choices',
    reading('identity-check', []),
  );
  const track = promise(
    25,
    'Our pages do the same whether or not a browser sends a Do Not Track signal.',
    'What our pages remember',
    reading('do-not-track', ['question'], { polarity: 'does-not' }),
    [check('channel', 'met', 'A question may come by any way.')],
  );
  const work = (promises, more = {}) => ({
    version: VERSION,
    promises,
    unreviewed: 0,
    notes: [],
    missing: [],
    ...more,
  });
  const MISSING = [
    'the words “My California disclosures” at the head of your letter',
    'the street and number where you live',
    'your ZIP code',
  ];
  const nothing = () => ({
    version: null,
    promises: [],
    unreviewed: 0,
    notes: [
      'No version of the policy was in force on Thu 5 Mar 2026. The first one begins on Wed 1 Apr 2026.',
    ],
    missing: [],
  });
  /** What is engaged by these rights, in the state that the scene wants. */
  const engaged = (rights, received = '2026-02-16') => {
    const then = called(rights);
    if (received < NOW.from || !then.version) return then;
    const promises = then.promises.map((it) => ({
      ...it,
      policy: NOW.id,
      cite: it.cite.replace('25 May 2025', '1 Mar 2026'),
    }));
    return { ...then, version: NOW, promises };
  };
  const called = (rights) => {
    if (fake.policy === 'none') return nothing();
    const lacks = fake.policy === 'missing';
    const has = (...wanted) => rights.some((right) => wanted.includes(right));
    const found = [
      ...(has('marketing-objection', 'unsubscribe') ? [stops] : []),
      ...(has('erasure') ? [deletes(lacks)] : []),
      ...(has('disclosure-list') || (lacks && has('access')) ? [lists] : []),
      ...(has('question') ? [track, never] : []),
      ...(has('erasure', 'access') ? [identity] : []),
      ...(has('question') ? [] : [never]),
    ];
    return work(found, {
      unreviewed: fake.policy === 'unreviewed' || fake.policy === 'long' ? 12 : 0,
      missing: lacks ? [...(has('erasure') ? ['the e-mail address of your account'] : []), ...MISSING] : [],
    });
  };

  // --- what does not agree ---------------------------------------------------------------------
  const contradiction = (key, about, on, message, of, more = {}) => ({
    key,
    about,
    on,
    message,
    promise: of.promise,
    policy: of.policy,
    quote: of.quote,
    cite: of.cite,
    request: null,
    reference: '',
    handling: null,
    needs_answer: false,
    obtain: '',
    alike: 0,
    answer: null,
    ...more,
  });
  const of12 = { request: 12, reference: '2026-0139' };
  const answers = {};
  const withAnswer = (it) => (answers[it.key] ? { ...it, answer: answers[it.key] } : it);
  const all = () =>
    [
      contradiction(
        'decision:12:1:21',
        'decision',
        '2026-03-04',
        'Deletion was granted in part on Wed 4 Mar 2026, and invoices stay; the policy says that the whole account is deleted and names no exception.',
        deletes(false),
        of12,
      ),
      contradiction(
        'handling:3:24',
        'disclosure',
        '2026-02-24',
        'E-mail addresses were disclosed to Brightline Outdoor Media on Tue 24 Feb 2026; the policy says that e-mail addresses are never handed to advertisers.',
        never,
        { ...of12, handling: 3 },
      ),
      contradiction(
        'late:12:2:22',
        'late',
        '2026-02-20',
        'The newsletter was stopped on Fri 20 Feb 2026, one business day after the day the policy promised.',
        stops,
        {
          ...of12,
          answer: {
            text: 'The list was sent out before the word reached the printer. The printer now asks for the list on the day itself.',
            officer: 'Tomasz Wilk',
            at: at('2026-02-23', '09:14'),
          },
        },
      ),
    ].map(withAnswer);
  const shown = () => (fake.against ? all() : []);
  const answer = ({ key, text }) => {
    answers[key] = { text, officer: 'Ines Okafor', at: at(TODAY, '10:42') };
    const open = all().filter((it) => !it.answer);
    return { contradictions: open, total: open.length };
  };
  Object.assign(kit, {
    answer,
    engaged,
    contradiction,
    contradictionsShown: shown,
    contradictionsAll: all,
    never,
    stops,
    deletes,
    lists,
    track,
  });
  Object.defineProperties(base, {
    policy: { enumerable: true, get: () => engaged(['erasure', 'marketing-objection']) },
    contradictions: { enumerable: true, get: shown },
  });

  // A request whose promise leads: the house promised twenty days.
  requests.promised = () => ({
    ...requests.paused(),
    id: 21,
    reference: '2026-0140',
    claims: [claim(1, 'erasure', 'eu-gdpr'), claim(2, 'marketing-objection', 'eu-gdpr')],
    deadlines: [
      deadline(
        'respond',
        '2026-03-08',
        [
          step('received', 'Received by e-mail.', '2026-02-16', 'Policy of 25 May 2025, Leaving us'),
          step('count', 'Twenty days.', '2026-03-08', 'Policy of 25 May 2025, Leaving us'),
          step('result', 'Answer by Sun 8 Mar 2026.', '2026-03-08', ''),
        ],
        {
          law: 'own-policy',
          law_short: 'Our policy',
          promised: deletes(false).quote,
          leads: true,
        },
      ),
      ...requests.paused().deadlines.map((it) => ({ ...it, leads: false })),
    ],
  });
  // Somebody only asks.
  requests.question = () => ({
    ...requests.fresh(),
    id: 22,
    reference: '2026-0158',
    requester: person('Noor Haddad', 'noor@example.net'),
    words: 'Do you honour Do Not Track? And do you give my address to advertisers?',
    particulars: { ...base.particulars, questions: ['do-not-track', 'sharing'] },
    asks: { ...base.asks, questions: true },
    policy: engaged(['question'], TODAY),
    claims: [
      {
        ...claim(1, 'access', 'eu-gdpr'),
        right: 'question',
        right_name: 'A question about what we do',
        laws: [
          {
            law: 'own-policy',
            short: 'Our policy',
            right_name: 'A question about what we do',
            cite: 'our published privacy policy; rule of the house',
          },
        ],
        grounds: [],
        choices: [],
      },
    ],
    steps: steps('decide', WHY),
    picture: {
      ...requests.fresh().picture,
      marks: [mark('2026-03-05', 'received', 'received'), mark('2026-04-07', 'answer by', 'due')],
    },
  });
  return {};
});
