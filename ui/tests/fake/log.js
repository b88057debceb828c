// The half-typed request and what the laws say of it. Never part of the product.
window.__FAKE_PARTS.push((kit) => {
  const { TODAY, fake, at, refuse, person, LAWS, lawName, step, month, deadline, file, earlier, requests } =
    kit;
  const emptyDraft = {
    received: '2026-03-05T10:42',
    channel: null,
    requester: person(''),
    subject: null,
    capacity: 'self',
    residence: '',
    claims: [],
    words: '',
    files: [],
    particulars: kit.particulars,
  };
  const typed = {
    ...emptyDraft,
    received: '2026-03-04T17:05',
    channel: 'mail',
    requester: person('Sofía Marín', 'sofia.marin@example.net', ['Calle del Agua 7', '20459 Hamburg']),
    residence: 'de',
    claims: [
      { right: 'access', laws: [] },
      { right: 'erasure', laws: [] },
      { right: 'marketing-objection', laws: [] },
    ],
    words: 'Please send me everything you hold about me, and then delete it. And no more newsletters.',
    files: [31, 32],
  };
  const behalf = {
    ...typed,
    requester: person('L. Brandt', 'brandt@kanzlei.example'),
    subject: person('M. Brandt', '', ['Am Wall 3', '28195 Bremen']),
    capacity: 'authorised-agent',
    claims: [{ right: 'access', laws: [] }],
    files: [],
  };
  const drafts = {
    none: { draft: null, files: [], saved_at: null },
    typed: {
      draft: typed,
      files: [
        file(31, 'Her mail of 4 Mar.eml', 'message/rfc822', 14336, '2026-03-04'),
        file(32, 'scan.pdf', 'application/pdf', 2411724, '2026-03-04'),
      ],
      saved_at: at('2026-03-05', '08:40'),
    },
    behalf: { draft: behalf, files: [], saved_at: at('2026-03-05', '08:40') },
  };
  const HOUSE = {
    id: 'own-policy',
    name: 'Our own privacy policy and the rules of the house',
    short: 'Our policy',
    jurisdiction: 'Our own promises',
    family: 'contracts',
    rights: [
      ['access', 'See what we hold'],
      ['erasure', 'Delete'],
      ['unsubscribe', 'Off the newsletter'],
      ['opt-out-sale-sharing', 'Do not pass my data on'],
      ['disclosure-list', 'What was given to whom'],
      ['complaint', 'Complaint that the policy was not kept'],
      ['question', 'A question about what we do'],
    ].map(([right, name]) => ({ right, name, cite: 'rule of the house', from: null })),
  };
  const OWN = (right) => ({
    short: 'Our policy',
    why: 'A promise of the policy in force on the day of receipt calls for it.',
    rights: { [right]: ['A question about what we do', 'our published privacy policy; rule of the house'] },
  });
  const preview = ({ draft: it }) => {
    const problems = [];
    const problem = (field, message) => problems.push({ field, message });
    if (it.received.slice(0, 10) > TODAY)
      problem(
        'received',
        'A request cannot have been received in the future. Look at the date and the time.',
      );
    if (!it.channel) problem('channel', 'Say how the request came in.');
    if (!it.requester.name && !it.requester.email)
      problem('requester.name', 'Write a name or an e-mail address; the answer must reach somebody.');
    if (it.requester.name.length > 200)
      problem(
        'requester.name',
        'A name or an address line can have 200 characters and an address eight lines, or it fits no envelope. Shorten it here and keep the long form in their words.',
      );
    if (it.capacity !== 'self' && !it.subject?.name)
      problem('subject.name', 'Write whose data it is about: somebody else is asking for them.');
    if (it.claims.length === 0) problem('claims', 'Choose at least one thing they ask for.');
    const proposes = it.residence.startsWith('us-ca') ? 'us-ca-ccpa' : 'eu-gdpr';
    const claims = it.claims.map((asked) => {
      const found = Object.entries(LAWS).filter(([, law]) => law.rights[asked.right]);
      const given = found.length > 0 ? found : [['own-policy', OWN(asked.right)]];
      const laws = given.map(([id, law]) => {
        const proposed = id === proposes || given.length === 1;
        return {
          law: id,
          short: law.short,
          right_name: law.rights[asked.right][0],
          cite: law.rights[asked.right][1],
          proposed,
          reason: proposed
            ? law.why
            : `${law.short} covers other people; this person does not live there (${law.rights[asked.right][1]}).`,
          caution: proposed ? null : 'Taken as well known; not compared with the text for this version.',
          chosen: asked.laws.length ? asked.laws.includes(id) : proposed,
        };
      });
      const due = [
        deadline('respond', '2026-04-07', month('2026-03-04', '2026-04-04', '2026-04-07'), {
          claim: null,
          right: asked.right,
          leads: true,
          closed: null,
          safe_by: '2026-04-04',
        }),
        deadline('extension-notice', '2026-04-07', month('2026-03-04', '2026-04-04', '2026-04-07'), {
          claim: null,
          right: asked.right,
        }),
      ];
      if (asked.right === 'marketing-objection')
        due.unshift(
          deadline(
            'cease',
            '2026-03-05',
            [step('count', 'No period is given: it stops the same day.', '2026-03-05', 'GDPR Art. 21(3)')],
            { claim: null, right: asked.right },
          ),
        );
      return { right: asked.right, laws, deadlines: laws.some((law) => law.chosen) ? due : [] };
    });
    const known = it.requester.name.startsWith('Sof');
    return {
      received_on: it.received.slice(0, 10),
      claims,
      problems,
      duplicates:
        known && it.claims.length > 0
          ? [
              {
                id: 12,
                reference: '2026-0139',
                person: 'Sofía Marín',
                rights: ['erasure', 'marketing-objection'],
                received_on: '2026-02-16',
                open: true,
                why: 'Same e-mail address.',
              },
            ]
          : [],
      asks: { ...(fake.asks ?? kit.asks), questions: it.claims.some((one) => one.right === 'question') },
      earlier: known ? earlier : [],
      policy: kit.engaged(
        it.claims.map((one) => one.right),
        it.received.slice(0, 10),
      ),
      notes: it.claims.some((c) => c.right === 'marketing-objection') ? requests.paused().notes : [],
      suggests: [
        [
          'rectification',
          /(my address|name) is wrong/i,
          'Says that something about them is not right.',
          'GDPR Art. 16',
        ],
        [
          'restriction',
          /until (this|it) is (settled|checked)/i,
          'Asks that the data rests meanwhile.',
          'GDPR Art. 18',
        ],
      ].flatMap(([right, found, why, cite]) => {
        const said = found.exec(it.words);
        return said ? [{ right, words: said[0], why, cite }] : [];
      }),
    };
  };
  return {
    law_list: () => ({ laws: Object.entries(LAWS).map(lawName), always: [HOUSE] }),
    draft_load: () => drafts[fake.draft],
    draft_save: () => ({}),
    draft_discard: () => ({}),
    request_preview: preview,
    request_log: () =>
      fake.refuse ? refuse(fake.refuse[0], fake.refuse[1]) : { id: 11, reference: '2026-0157' },
    file_add: () => file(33, 'scan.pdf', 'application/pdf', 1200, TODAY),
    file_discard: () => ({}),
  };
});
