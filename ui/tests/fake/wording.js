// The officer's own words for letters: templates, one of them changed, what is wrong with a text. Never part of the product.
window.__FAKE_PARTS.push((kit) => {
  const { fake } = kit;
  const row = (path, title, group, more = {}) => ({
    language: 'en',
    path,
    title,
    group,
    part: false,
    laws: ['eu-gdpr'],
    kinds: ['acknowledgement'],
    version: null,
    versions: 0,
    unsaved: false,
    original_changed: false,
    ...more,
  });
  const part = (path, title, group, more = {}) =>
    row(path, title, group, { part: true, laws: ['eu-gdpr', 'uk-gdpr'], ...more });
  const rows = [
    row('eu-gdpr/acknowledgement.txt', 'Acknowledgement', 'EU GDPR', { version: 2, versions: 2 }),
    row('uk-gdpr/acknowledgement.txt', 'Acknowledgement', 'UK GDPR', { laws: ['uk-gdpr'] }),
    row('eu-gdpr/proof-of-identity.txt', 'Proof of identity', 'EU GDPR', { kinds: ['proof-of-identity'] }),
    row('eu-gdpr/extension.txt', 'Extension', 'EU GDPR', { kinds: ['extension'], unsaved: true }),
    row('eu-gdpr/answer-in-full.txt', 'Answer in full', 'EU GDPR', { kinds: ['answer-in-full'] }),
    row('eu-gdpr/answer-in-part.txt', 'Answer in part', 'EU GDPR', { kinds: ['answer-in-part'] }),
    row('eu-gdpr/refusal.txt', 'Refusal', 'EU GDPR', { kinds: ['refusal'] }),
    row('general/direct-notice.txt', 'Notice to a parent', 'All laws', { kinds: ['direct-notice'] }),
    row('incident/notice.txt', 'Letter to those affected', 'A breach of security', { laws: [], kinds: [] }),
    part('common/opening.txt', 'First sentence', 'All laws'),
    part('common/questions.txt', 'Whom to ask', 'All laws', {
      version: 1,
      versions: 1,
      original_changed: true,
    }),
    part('gdpr/granted/access.txt', 'Done: access', 'European laws'),
    part('gdpr/granted/erasure.txt', 'Done: erasure', 'European laws'),
    part('gdpr/refused.txt', 'Why a right was refused', 'European laws', { kinds: ['refusal'] }),
    part('eu-gdpr/remedies.txt', 'What the person can do about it', 'EU GDPR', { kinds: ['refusal'] }),
    row('eu-gdpr/acknowledgement.txt', 'Acknowledgement', 'EU GDPR', { language: 'de' }),
  ];
  const original = `subject: We have received your request
salutation: Dear {{ requester | line | blank("name") }},
closing: Yours sincerely,

--- receipt
{% include "common/opening.txt" %} We keep it under the reference {{ reference | line | blank("our reference") }}.

---
As we understand it, you are using the following:

{% include "common/claims.txt" %}

--- respond-by
We will answer as soon as we can, and by {{ respond_by | line | blank("date of the answer") }} at the latest. There is nothing you need to do until then; should we need something from you, we will write to you soon. Our answer costs you nothing.

{% if subject %}
---
We have noted that you write about {{ subject | line }}.
{% endif %}

---
{% include "common/questions.txt" %}
`;
  const ours = original
    .replace('We keep it under', 'Thank you for writing to us. We keep it under')
    .replace('There is nothing you need to do until then; should', 'Should');
  const first = original.replace('We keep it under', 'Thank you. We keep it under');
  const older = original.replace(' Our answer costs you nothing.', '');
  const version = (n, source, more = {}) => ({
    version: n,
    source,
    sha256: 'ab12cd34'.repeat(8),
    note: '',
    at: `2026-03-0${n}T09:1${n}:00Z`,
    officer: 'Nele Brandt',
    in_use: false,
    made_from: '',
    ...more,
  });
  const field = (name, kind, what, sample, insert, within = '') => ({
    name,
    kind,
    what,
    sample,
    insert,
    within,
  });
  const text = (name, what, sample, within = '') =>
    field(name, 'text', what, sample, `{{ ${name} | line }}`, within);
  const groups = [
    {
      title: 'The request',
      fields: [
        text('requester', 'Who wrote, as the letter greets them', 'Kim Ngọc Ánh'),
        text('subject', 'Whose data it is about, where that is somebody else; otherwise empty', ''),
        text('reference', 'Our reference', '2026-0042'),
        text('received', 'The day the request came in, in words', '2 November 2026'),
        text('channel', 'How it came in, as it stands in a sentence', 'by e-mail'),
      ],
    },
    {
      title: 'Each right asked for',
      fields: [
        field(
          'claims',
          'list',
          'The rights this letter speaks of',
          '',
          '{% for claim in claims %}\n…\n{% endfor %}',
        ),
        text('claim.right_name', 'What the law calls the right', 'access', 'claims'),
        text('claim.cite', 'The article that gives the right', 'Art. 15 GDPR', 'claims'),
      ],
    },
    {
      title: 'Our organisation',
      fields: [
        text('organisation.name', 'The organisation’s name', 'Harbour Lane Books'),
        text('organisation.email', 'Where privacy mail goes', 'privacy@harbourlane.example'),
        field(
          'american',
          'yes-no',
          'The letter is in American English',
          'no',
          '{% if american %}…{% endif %}',
        ),
      ],
    },
  ];
  const cases = [
    {
      law: 'eu-gdpr',
      law_short: 'EU GDPR',
      kind: 'acknowledgement',
      title: 'Acknowledgement, EU GDPR',
      rights: [
        { right: 'access', name: 'Access' },
        { right: 'erasure', name: 'Erasure' },
      ],
      outcomes: [null],
    },
    {
      law: 'eu-gdpr',
      law_short: 'EU GDPR',
      kind: 'refusal',
      title: 'Refusal, EU GDPR',
      rights: [{ right: 'access', name: 'Access' }],
      outcomes: ['refused', 'withdrawn'],
    },
  ];
  const line = (depth, at, kind, words, known = true) => ({ depth, line: at, kind, text: words, known });
  const outline = [
    line(0, 1, 'words', 'subject: We have received your request'),
    line(0, 2, 'words', 'salutation: Dear ‹requester›, closing: Yours sincerely,'),
    line(0, 5, 'block', 'That the request came in, and when'),
    line(0, 6, 'part', 'common/opening.txt'),
    line(0, 6, 'words', 'Thank you for writing to us. We keep it under the reference ‹reference›.'),
    line(0, 8, 'block', ''),
    line(0, 9, 'words', 'As we understand it, you are using the following:'),
    line(0, 11, 'part', 'common/claims.txt'),
    line(0, 13, 'block', 'The day by which we answer'),
    line(
      0,
      14,
      'words',
      'We will answer as soon as we can, and by ‹respond_by› at the latest. Should we need…',
    ),
    line(0, 16, 'condition', 'Only where it is about somebody else’s data'),
    line(1, 17, 'block', ''),
    line(1, 18, 'words', 'We have noted that you write about ‹subject›.'),
    line(0, 20, 'condition', 'Only where officer == "Nele"', false),
  ];
  /** A slip of the pen and a lost item, as the core would say them. */
  function check(source) {
    const problems = [];
    source.split('\n').forEach((words, at) => {
      if (words.includes('requestr'))
        problems.push({
          line: at + 1,
          says: 'There is no field “requestr”. Is “requester” meant?',
          shows_in: '',
        });
      if (words.includes('claim.ground.text') && !source.includes('{% if claim.ground'))
        problems.push({
          line: at + 1,
          says: 'Something is named here that is empty in some letters. Ask for it first, with {% if … %}, or give it a blank.',
          shows_in: 'Acknowledgement, EU GDPR, about access',
        });
    });
    const lost = !source.includes('--- respond-by') && source.includes('subject:');
    return {
      problems,
      losses: lost
        ? ['EU GDPR', 'UK GDPR'].map((law) => ({
            what: 'The day by which we answer',
            cite: 'Art. 12(3) GDPR',
            caution: null,
            letter: `Acknowledgement, ${law}`,
            about: 'access, erasure and 9 other rights',
            put_back:
              '--- respond-by\nWe will answer as soon as we can, and by {{ respond_by | line | blank("date of the answer") }} at the latest.',
          }))
        : [],
      outline: problems.length > 0 ? [] : outline,
      usable: problems.length === 0 && !lost,
    };
  }
  let typed = {};
  let versions = {
    'eu-gdpr/acknowledgement.txt': [
      version(2, ours, { in_use: true, note: 'A word of thanks; the second sentence shorter' }),
      version(1, first, { note: 'A word of thanks' }),
    ],
    'common/questions.txt': [version(1, ours, { in_use: true, made_from: older })],
  };
  const found = (at) => rows.find((it) => it.language === at.language && it.path === at.path) ?? rows[0];
  function show(at) {
    const mine = versions[at.path] ?? [];
    const used = mine.find((it) => it.in_use);
    const shared = at.path === 'eu-gdpr/refusal.txt' ? '{% include "gdpr/refused.txt" %}\n' : original;
    const source = typed[at.path] ?? used?.source ?? shared;
    return {
      row: { ...found(at), version: used?.version ?? null, versions: mine.length },
      source,
      original: shared,
      versions: mine,
      groups,
      filters: [
        {
          name: 'line',
          what: 'On one line, whatever breaks it has',
          example: '{{ requester | line }}',
        },
        {
          name: 'blank',
          what: 'A blank to fill in where the field is empty',
          example: '{{ reason | blank("why it takes longer") }}',
        },
      ],
      cases: fake.wording === 'unused' ? [] : cases,
      check: check(source),
    };
  }
  return {
    wording_list: () => ({
      rows: fake.wording === 'none' ? [] : rows,
      laws: [
        { id: 'eu-gdpr', short: 'EU GDPR', ours: true },
        { id: 'uk-gdpr', short: 'UK GDPR', ours: true },
        { id: 'us-ca-ccpa', short: 'CCPA', ours: false },
      ],
      kinds: [
        { kind: 'acknowledgement', title: 'Acknowledgement' },
        { kind: 'extension', title: 'Extension' },
        { kind: 'refusal', title: 'Refusal' },
      ],
      languages: [
        { language: 'en', name: 'English' },
        { language: 'de', name: 'German' },
      ],
    }),
    wording_show: show,
    wording_check: ({ source }) => check(source),
    wording_preview: ({ source }) => {
      if (source.includes('requestr'))
        throw {
          code: 'input',
          message: 'The template eu-gdpr/acknowledgement.txt cannot be used: there is no field “requestr”.',
          field: null,
        };
      return { pdf: kit.pdf(), blanks: 0 };
    },
    wording_draft: ({ path, source }) => {
      typed = { ...typed, [path]: source };
      return {};
    },
    wording_discard: (at) => {
      typed = { ...typed, [at.path]: undefined };
      return show(at);
    },
    wording_save: ({ path, language, source, note, in_use }) => {
      const mine = (versions[path] ?? []).map((it) => ({ ...it, in_use: in_use ? false : it.in_use }));
      versions = { ...versions, [path]: [version(mine.length + 1, source, { note, in_use }), ...mine] };
      typed = { ...typed, [path]: undefined };
      return show({ path, language });
    },
    wording_use: ({ path, language, version: wanted }) => {
      versions = {
        ...versions,
        [path]: (versions[path] ?? []).map((it) => ({ ...it, in_use: it.version === wanted })),
      };
      return show({ path, language });
    },
  };
});
