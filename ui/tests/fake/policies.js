// Policies of the stand-in: versions, review, comparison, check-list, contradictions. Never part of the product.
window.__FAKE_PARTS.push((kit) => {
  const { TODAY, fake, LONG, at, hash, refuse, day } = kit;
  const { sources, blocksOf, textOf, rowsOf, reading } = window.__FAKE_POLICY_TEXT(kit);
  const TITLE = fake.policies === 'long' ? `Privacy policy of ${LONG}` : 'Privacy at Harbour Lane Studio';
  const review = fake.review ?? 'half';
  const decide = (nth, all) => {
    if (review === 'none') return 'suggested';
    if (review === 'all' || nth < all - 5) return nth % 6 === 4 ? 'rejected' : 'accepted';
    return 'suggested';
  };
  const rows = {
    1: rowsOf(1, decide),
    2: rowsOf(2, () => 'accepted'),
    3: [],
    4: [],
    5: rowsOf(5, () => 'suggested'),
  };
  if (fake.policies !== 'none' && rows[1][2] && review === 'half') rows[1][2].own = false;
  const abouts = {
    1: { from: '2026-03-01', until: '', standing: 'in-force', ends: null, format: 'html' },
    2: { from: '2025-05-25', until: '', standing: 'past', ends: '2026-02-28', format: 'pdf' },
    3: { from: '2024-01-02', until: '', standing: 'past', ends: '2025-05-24', format: 'docx' },
    4: { from: '2021-01-15', until: '', standing: 'withdrawn', ends: '2024-01-01', format: 'text' },
    5: { from: '2026-05-01', until: '', standing: 'to-come', ends: null, format: 'text' },
  };
  let ids = fake.policies === 'none' ? [] : fake.policies === 'one' ? [1] : [5, 1, 2, 3, 4];
  const describe = (id) => ({
    title: TITLE,
    from: abouts[id].from,
    until: abouts[id].until,
    source: 'harbourlane.example/privacy',
    publisher: fake.policies === 'long' ? LONG : 'Harbour Lane Studio',
    ...abouts[id].said,
  });
  const progress = (id) => {
    const of = (state) => rows[id].filter((row) => row.state === state);
    const covered = new Set();
    for (const row of of('accepted')) for (let char = row.start; char < row.end; char++) covered.add(char);
    return {
      suggested: of('suggested').length,
      accepted: of('accepted').length,
      rejected: of('rejected').length,
      covered: covered.size,
      characters: [...textOf(blocksOf(sources[id]))].length,
    };
  };
  const version = (id) => ({
    id,
    about: describe(id),
    standing: abouts[id].standing,
    ends: abouts[id].ends,
    format: abouts[id].format,
    file_name:
      { html: 'privacy.html', pdf: 'privacy-2025.pdf', docx: 'privacy.docx' }[abouts[id].format] ?? '',
    size: 18432,
    sha256: hash(id),
    added_at: at('2026-02-27', '15:40'),
    added_by: 'Ines Okafor',
    progress: progress(id),
  });
  const CLEANED = [
    {
      what: 'The banner of a web archive was left out.',
      sample: 'Captured 14 times between 2021 and 2026 …',
      characters: 412,
    },
    { what: 'A menu of links was left out.', sample: 'Home Courses Gallery Shop Contact', characters: 96 },
    {
      what: 'The same line, repeated on each page, was left out 6 times.',
      sample: 'Harbour Lane Studio, page 1 of 6',
      characters: 192,
    },
  ];
  const collision = (key, more) => ({
    key,
    about: 'disclosure',
    on: '2026-02-10',
    message:
      'Disclosure 41 gave 310 e-mail addresses to Brightpost Inc. for its own marketing; the policy then in force says that they are never given to advertisers.',
    promise: rows[1][2]?.id ?? 1,
    policy: 2,
    quote: 'We never give e-mail addresses to advertisers, sponsors or partners.',
    cite: 'Policy of 25 May 2025, Choices you have',
    request: null,
    reference: '',
    handling: 41,
    needs_answer: false,
    answer: null,
    ...more,
  });
  let collisions =
    fake.policies === 'none' || fake.contradictions === 'none'
      ? []
      : [
          collision('disclosure-41', { alike: 11 }),
          collision('late-12', {
            about: 'late',
            on: '2026-03-02',
            message: 'The answer to 2026-0139 is later than the two weeks that the policy promises.',
            quote:
              'You may ask us to delete your account and what you wrote in it; we do so within two weeks.',
            cite: 'Policy of 25 May 2025, If you live in Europe',
            request: 12,
            reference: '2026-0139',
            handling: null,
          }),
          collision('notice-1', {
            about: 'notice',
            on: '2026-02-15',
            message: 'Nobody was told of the change of 1 Mar 2026 fourteen days before.',
            quote: 'We tell you by e-mail at least 14 days before a change takes effect.',
            cite: 'Policy of 25 May 2025, When this page changes',
            answer: {
              text: 'The newsletter of 13 February announced it to everybody on the list; those without an address were written to by post on 16 February, a day late.',
              officer: 'Ines Okafor',
              at: at('2026-02-20', '09:05'),
            },
          }),
        ];
  let told = null;
  const name = (id) => ({ id, title: TITLE, from: abouts[id].from });
  const notice = () => ({
    promised_by: name(2),
    policy: 1,
    promise: 2007,
    quote: 'We tell you by e-mail at least 14 days before a change takes effect.',
    to_do: 'Tell everybody by e-mail that the policy changes, at least 14 days before 1 Mar 2026.',
    by: '2026-02-15',
    done: told,
  });
  const open = () => collisions.filter((it) => !it.answer);
  const view = (id) =>
    abouts[id] && rows[id]
      ? {
          version: version(id),
          blocks: blocksOf(sources[id]),
          cleaned: CLEANED,
          promises: rows[id],
          notice: id === 1 && fake.policies !== 'one' ? notice() : null,
          contradictions: id === 2 || id === 1 ? open().filter((it) => it.key === 'disclosure-41') : [],
        }
      : refuse('There is no such version.', null, 'missing');
  const list = () => ({
    versions: ids.map(version).sort((a, b) => (a.about.from < b.about.from ? 1 : -1)),
    contradictions: open().length,
    today: TODAY,
  });
  const quoteAt = (id, start, end) => [...textOf(blocksOf(sources[id]))].slice(start, end).join('');
  const guess = ({ policy, start, end }) => ({
    start,
    end,
    quote: quoteAt(policy, start, end),
    reading: reading(/paint|upload/i.test(quoteAt(policy, start, end)) ? 'delete' : 'use-limit', {
      rights: /paint/i.test(quoteAt(policy, start, end)) ? ['erasure'] : [],
      data: ['content'],
    }),
    why: [{ says: 'was selected by you', words: '' }],
  });
  const changed = (policy, key) => ({
    key,
    row: rows[policy].find((row) => row.key === key) ?? null,
    progress: progress(policy),
  });
  const { compare, checklist } = window.__FAKE_POLICY_COMPARE(kit, {
    rows,
    sources,
    blocksOf,
    textOf,
    reading,
    name,
    notice,
  });
  const read = ({ name: file, text, base64 }) => {
    if (fake.refuse) refuse(fake.refuse[0], fake.refuse[1] ?? 'text');
    if (!text.trim() && !base64) refuse('There is no text in it.', 'text');
    return {
      format: /\.pdf$/i.test(file) ? 'pdf' : file ? 'html' : 'text',
      sha256: hash(99),
      size: text.length || base64.length,
      title: TITLE,
      effective: { on: '2026-05-01', words: 'Effective 1 May 2026' },
      source: 'harbourlane.example/privacy',
      blocks: blocksOf(sources[5]),
      cleaned: CLEANED,
      suggestions: 19,
      same_as: fake.same ? name(1) : null,
    };
  };
  return {
    policy_list: list,
    policy_show: ({ id }) => view(id),
    policy_read: read,
    policy_add: ({ about }) => {
      if (!about.title.trim()) refuse('Give it a title, so that letters can name it.', 'about.title');
      if (!about.from) refuse('From which day is it in force?', 'about.from');
      abouts[6] = { ...abouts[5], from: about.from, said: about };
      sources[6] = sources[5];
      rows[6] = rowsOf(6, () => 'suggested');
      ids = [6, ...ids];
      return view(6);
    },
    policy_change: ({ id, about, reason }) => {
      if (!reason.trim()) refuse('Say why; the log keeps it.', 'reason');
      if (about.until && about.until < about.from) refuse('It ends before it begins.', 'about.until');
      abouts[id].said = about;
      abouts[id].from = about.from;
      return view(id);
    },
    policy_withdraw: ({ id }) => {
      abouts[id].standing = 'withdrawn';
      return list();
    },
    policy_original: ({ id }) => ({
      name: version(id).file_name || 'policy.txt',
      media_type: 'text/html',
      base64: btoa(
        '<html><body><h1>Privacy at Harbour Lane Studio</h1>\n<p>Effective 1 March 2026.</p></body></html>',
      ),
    }),
    promise_review: ({ policy, key, state, reading: said, start, end }) => {
      if (fake.refuse) refuse(fake.refuse[0], fake.refuse[1] ?? null, 'not-now');
      const own = rows[policy].find((row) => row.key === key)?.own;
      if (own && state === 'suggested') {
        rows[policy] = rows[policy].filter((row) => row.key !== key);
        return changed(policy, key);
      }
      rows[policy] = rows[policy].map((row) =>
        row.key !== key
          ? row
          : {
              ...row,
              state,
              id: state === 'suggested' ? null : (row.id ?? 9000),
              corrected: said !== null,
              reading: said ?? row.reading,
              start: start ?? row.start,
              end: end ?? row.end,
              quote: quoteAt(policy, start ?? row.start, end ?? row.end),
              reviewed_by: state === 'suggested' ? '' : 'Ines Okafor',
              reviewed_at: state === 'suggested' ? '' : at(TODAY, '11:02'),
            },
      );
      return changed(policy, key);
    },
    promise_guess: guess,
    promise_add: ({ policy, start, end, reading: said }) => {
      const key = `own-${start}-${said.kind}`;
      rows[policy] = [
        ...rows[policy],
        {
          ...guess({ policy, start, end }),
          key,
          id: 9100 + rows[policy].length,
          state: 'accepted',
          own: true,
          corrected: false,
          under: [],
          reading: said,
          reviewed_by: 'Ines Okafor',
          reviewed_at: at(TODAY, '11:02'),
        },
      ].sort((a, b) => a.start - b.start);
      return changed(policy, key);
    },
    policy_compare: compare,
    policy_notice_given: ({ on, how }) => {
      if (!how.trim()) refuse('Say how people were told.', 'how');
      if (on > day(TODAY, 0)) refuse('That day has not come yet.', 'on');
      told = { on, how, officer: 'Ines Okafor' };
      return view(1);
    },
    policy_checklist: checklist,
    policy_sheet: () => kit.pdf(),
    contradictions: ({ which, offset, limit }) => {
      const wanted = collisions.filter((it) => which === 'all' || (which === 'open') === !it.answer);
      return { contradictions: wanted.slice(offset, offset + (limit || 200)), total: wanted.length };
    },
    contradiction_alike: ({ key }) => {
      const one = collisions.find((it) => it.key === key);
      return {
        one,
        entries: Array.from({ length: one.alike + 1 }, (_, at) => 41 - at),
        people: 6180,
        oldest: '2026-02-03',
        newest: one.on,
      };
    },
    contradiction_answer_alike: ({ key, text }) => kit.commands.contradiction_answer({ key, text }),
    contradiction_answer: ({ key, text }) => {
      collisions = collisions.map((it) =>
        it.key === key ? { ...it, answer: { text, officer: 'Ines Okafor', at: at(TODAY, '11:05') } } : it,
      );
      return { contradictions: open(), total: open().length };
    },
  };
});
