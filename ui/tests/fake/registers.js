// The register of what was done with data, and what the invented policy says to an entry. Never part of the product.
window.__FAKE_PARTS.push((kit) => {
  const { TODAY, fake, at, day, contradiction, never, LONG } = kit;
  const sensitive = {
    promise: 28,
    policy: 2,
    quote: 'We use what you tell us about your health only after you have said yes to it in so many words.',
    cite: 'Policy of 25 May 2025, What we never do',
  };
  const children = {
    promise: 27,
    policy: 2,
    quote:
      'Our shop and our clubs are made for grown-ups; what a child below thirteen has typed we take down and keep nothing of it, unless a mother, a father or a guardian has agreed in writing and before.',
    cite: 'Policy of 25 May 2025, Children',
  };
  const entry = (more) => ({
    act: 'disclose',
    on: TODAY,
    recipient: '',
    purpose: 'service-provider',
    data: [],
    people: 0,
    group: '',
    children: false,
    audiences: [],
    consent: 'none',
    consent_note: '',
    told_on: '',
    legal_basis: '',
    note: '',
    request: null,
    recipient_id: null,
    categories: [],
    persons: [],
    child: null,
    explicit_consent: null,
    health: { electronic: false, authorization: null, exception: '', why: '' },
    process: null,
    already_made: false,
    corrects: null,
    ...more,
  });
  const named = (on) =>
    new Date(`${on}T12:00:00Z`).toUTCString().slice(0, 16).replace(',', '').replace(/ 0/, ' ');
  /** What collides, by the rules of the invented policy. */
  const collide = (it, id) => {
    const found = [];
    const outside = it.act === 'disclose' || it.act === 'sell';
    const add = (name, about, of, message, needs, obtain = '') =>
      found.push(
        contradiction(`handling:${id}:${name}`, about, it.on, message, of, {
          handling: id,
          needs_answer: needs,
          obtain,
          request: it.request,
          reference: it.request === 12 ? '2026-0139' : '',
        }),
      );
    if (outside && it.purpose === 'their-marketing' && it.data.includes('email-address'))
      add(
        'never',
        'disclosure',
        never,
        `E-mail addresses go to ${it.recipient || 'somebody'} for their marketing on ${named(it.on)}; the policy says that they are never handed to advertisers.`,
        false,
      );
    if (it.data.some((topic) => topic === 'sensitive' || topic === 'health') && it.consent !== 'explicit')
      add(
        'sensitive',
        'use',
        sensitive,
        `Sensitive data is used on ${named(it.on)} and no explicit consent is on file; the policy asks for one.`,
        true,
      );
    if (it.children && !it.consent.startsWith('parent'))
      add(
        'child',
        'child',
        children,
        `Data of children is among it on ${named(it.on)} and no consent of a parent is on file.`,
        true,
        outside ? 'Obtain the parent’s consent to disclosure first, and record it in the child’s file.' : '',
      );
    return found;
  };
  const blocked = (found) => found.some((one) => one.obtain);
  let nextId = 9;
  const row = (id, it, more = {}) => ({
    id,
    entry: it,
    entered_by: 'Ines Okafor',
    entered_at: at(it.on, '15:20'),
    reference: it.request === 12 ? '2026-0139' : '',
    contradictions: collide(it, id),
    struck: '',
    told: [],
    corrects: null,
    corrected_by: null,
    without_authority: blocked(collide(it, id)),
    suggests: blocked(collide(it, id)) ? ['open-incident'] : [],
    exception_name: '',
    ...more,
  });
  let rows =
    fake.registers === 'none'
      ? []
      : [
          row(
            8,
            entry({
              recipient: 'Nordkurier Paketdienst, Hamburg',
              data: ['contact-details'],
              people: 214,
              group: 'Customers with an open order',
            }),
          ),
          row(
            7,
            entry({
              act: 'use',
              on: '2026-03-02',
              purpose: 'our-marketing',
              data: ['mailing-list', 'email-address'],
              people: 12840,
              group: 'Subscribers of the newsletter',
              consent: 'opt-in',
              consent_note: 'Ticked when they signed up; kept with the list.',
            }),
          ),
          row(
            3,
            entry({
              on: '2026-02-24',
              recipient:
                fake.registers === 'long'
                  ? `Brightline Outdoor Media, attention ${LONG}`
                  : 'Brightline Outdoor Media',
              recipient_id: 1,
              categories: ['email-address', 'purchases'],
              purpose: 'their-marketing',
              data: ['email-address', 'usage-data'],
              people: 1840,
              group: 'Buyers of camping gear',
              request: 12,
              note: 'Handed over on a stick by the sales desk.',
            }),
          ),
          row(
            5,
            entry({
              act: 'use',
              on: '2026-02-17',
              purpose: 'our-marketing',
              data: ['health'],
              people: 96,
              group: 'Members of the running club',
              consent: 'opt-in',
              consent_note: 'The form of the club.',
            }),
          ),
          row(
            4,
            entry({
              on: '2026-02-11',
              recipient: 'County court, by its clerk',
              purpose: 'legal-process',
              data: ['content', 'contact-details'],
              people: 1,
              legal_basis: 'Subpoena 26-1183 of 3 Feb 2026',
              told_on: '2026-02-06',
              categories: ['name-and-address', 'email-address'],
              recipient_id: 5,
              persons: [{ name: 'Dolores Hightower', email: 'd.h@post.example', phone: '', address: [] }],
              process: {
                kind: 'subpoena',
                from: 'County court',
                number: '26-1183',
                received_on: '2026-02-03',
                asked: 'The account and all orders of one customer.',
                given: 'The account and the orders of 2025.',
                approved_by: 'Tomasz Wilk',
                told: 'yes',
                told_on: '2026-02-06',
              },
            }),
          ),
          row(
            2,
            entry({
              on: '2026-01-30',
              recipient: 'Brightline Outdoor Media',
              purpose: 'their-marketing',
              data: ['email-address'],
              people: 90,
            }),
            { struck: 'Entered twice; the other entry is of 24 February.', contradictions: [] },
          ),
        ];
  if (rows[3])
    rows[3].contradictions = rows[3].contradictions.map((it) => ({
      ...it,
      answer: {
        text: 'The club was asked again, each member by a form of its own, before the mailing went out. The forms lie with the club.',
        officer: 'Tomasz Wilk',
        at: at('2026-02-18', '09:30'),
      },
    }));
  if (fake.registers === 'many')
    rows = Array.from({ length: 420 }, (_, i) => ({
      ...rows[i % 6],
      id: i + 1,
      entry: { ...rows[i % 6].entry, on: day(TODAY, -i) },
    }));
  const flagged = (one) => !one.struck && one.contradictions.some((it) => !it.answer);
  const list = (ask = {}) => {
    const words = (ask.search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const found = rows.filter(
      (one) =>
        words.every((word) => JSON.stringify(one.entry).toLowerCase().includes(word)) &&
        (!ask.act || one.entry.act === ask.act) &&
        (!ask.purpose || one.entry.purpose === ask.purpose) &&
        (!ask.from || one.entry.on >= ask.from) &&
        (!ask.until || one.entry.on <= ask.until) &&
        (!ask.flagged || flagged(one)) &&
        (!ask.recipient || one.entry.recipient_id === ask.recipient) &&
        (!ask.child || one.entry.child === ask.child) &&
        (!ask.entry || one.id === ask.entry),
    );
    const value = {
      day: (one) => one.entry.on,
      recipient: (one) => one.entry.recipient,
      purpose: (one) => one.entry.purpose,
      categories: (one) => one.entry.categories.length,
    }[ask.sort ?? 'day'];
    found.sort((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0) * (ask.ascending ? 1 : -1));
    const from = ask.offset ?? 0;
    return {
      entries: found.slice(from, from + (ask.limit || 200)),
      total: found.length,
      in_register: rows.length,
      flagged: rows.filter(flagged).length,
      today: TODAY,
    };
  };
  const problems = (it) => {
    const found = [];
    const say = (field, message) => found.push({ field, message });
    if (['disclose', 'sell'].includes(it.act) && !it.recipient) say('recipient', 'Write who got it.');
    if (it.data.length === 0) say('data', 'Choose which data it was.');
    if (it.purpose === 'legal-process' && !it.legal_basis)
      say('legal_basis', 'Name the law, the order or the subpoena that demanded it.');
    return found;
  };
  // The screens of the policy have contradictions of their own.
  const others = kit.commands.contradiction_answer;
  return {
    handling_list: list,
    handling_check: (it) => {
      const collisions = collide(it, null);
      return {
        problems: problems(it),
        collisions,
        suggests: it.already_made && blocked(collisions) ? ['open-incident'] : [],
      };
    },
    handling_add: ({ entry: it, resolutions }) => {
      const said = new Map(resolutions.map(({ key, text }) => [key, text]));
      const id = nextId++;
      const made = row(id, it);
      made.contradictions = made.contradictions.map((one) => {
        const text = said.get(one.key.replace(`handling:${id}:`, 'handling:null:'));
        if (one.obtain && !it.already_made) kit.refuse(`${one.message} ${one.obtain}`, 'already_made');
        if (!text && one.needs_answer) kit.refuse('This cannot be entered without a written answer.');
        return text ? { ...one, answer: { text, officer: 'Ines Okafor', at: at(TODAY, '11:00') } } : one;
      });
      rows = [made, ...rows];
      return list();
    },
    handling_correct: ({ id, entry: it, reason }) => {
      if (!reason) kit.refuse('Write why it is corrected.', 'reason');
      const made = row(nextId++, it, { corrects: id });
      rows = [made, ...rows.map((one) => (one.id === id ? { ...one, corrected_by: made.id } : one))];
      return list();
    },
    handling_told: ({ handlings, of, on, how, request }) => {
      const told = {
        of,
        on: on || null,
        how,
        by: 'Ines Okafor',
        request: request ? { id: request, reference: '2026-0139' } : null,
      };
      rows = rows.map((one) => (handlings.includes(one.id) ? { ...one, told: [...one.told, told] } : one));
      return list();
    },
    handling_strike: ({ id, reason }) => {
      rows = rows.map((one) => (one.id === id ? { ...one, struck: reason } : one));
      return list();
    },
    contradiction_answer: ({ key, text }) => {
      const answer = { text, officer: 'Ines Okafor', at: at(TODAY, '10:42') };
      rows = rows.map((one) => ({
        ...one,
        contradictions: one.contradictions.map((it) => (it.key === key ? { ...it, answer } : it)),
      }));
      kit.answer({ key, text });
      return others({ key, text });
    },
  };
});
