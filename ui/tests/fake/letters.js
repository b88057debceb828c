// Letters: their kinds, a draft, its page, the issued ones; files of a request. Never part of the product.
window.__FAKE_PARTS.push((kit) => {
  const { TODAY, day, fake, LONG, letter, draft, show } = kit;
  const KINDS = [
    ['acknowledgement', 'Acknowledgement', 'It is acknowledged.'],
    ['proof-of-identity', 'Proof of identity', null],
    ['clarification', 'Clarification', null],
    ['extension', 'Extension', null],
    ['answer-in-full', 'Answer in full', 'Not everything was granted.'],
    ['answer-in-part', 'Answer in part', null],
    ['refusal', 'Refusal', 'Not everything was refused.'],
    ['missing-particulars', 'What is missing', 'Nothing that the policy asks for is missing.'],
    [
      'opt-out-confirmation',
      'Opt-out confirmation',
      'This law has no letter of this kind; the answer in full confirms it.',
    ],
  ];
  const choices = ({ id }) => ({
    choices: KINDS.map(([kind, title, reason]) => {
      const view = show({ id });
      const done = kind === 'acknowledgement' && view.steps[0].offered ? null : reason;
      const lacks = kind === 'missing-particulars' && view.policy.missing.length > 0;
      const because = lacks ? null : view.open ? done : 'The request is closed. Reopen it first.';
      return {
        kind,
        title,
        law: view.claims[0].laws[0].law,
        law_short: view.claims[0].laws[0].short,
        offered: because === null,
        reason: because,
        suggested: kind === 'answer-in-part' && because === null,
      };
    }),
    languages: [
      ['en', 'English'],
      ['de', 'German'],
      ['fr', 'French'],
      ['es', 'Spanish'],
    ].map(([language, name]) => ({
      language,
      name,
      suggested: language === 'de',
      because: language === 'de' ? 'by where the person lives' : '',
      missing: show({ id }).policy.missing,
      without: [],
    })),
  });
  let kept = null;
  kit.pdf = () => pdf(false);
  /** A PDF made by hand: a letterhead, a window address, two pages of words. */
  function pdf(marked) {
    const esc = (text) => text.replace(/[\\()]/g, '\\$&');
    const line = (x, y, size, text, font = 'F1') =>
      `BT /${font} ${size} Tf ${x} ${y} Td (${esc(text)}) Tj ET\n`;
    const body =
      'On 16 February 2026 you asked us by e-mail to show you what we hold about you. We looked in our shop, our newsletter list and our mailboxes. A copy of your data is enclosed. We use your data to send what you order, to keep our books, and to answer you.'.split(
        ' ',
      );
    const lines = [];
    for (const word of [...body, ...body, ...body]) {
      if (!lines.length || `${lines.at(-1)} ${word}`.length > 84) lines.push(word);
      else lines[lines.length - 1] += ` ${word}`;
    }
    const first =
      line(71, 780, 15, 'Harbour Lane Studio', 'F2') +
      line(71, 764, 9, 'Harbour Lane 14, 20457 Hamburg, Germany') +
      line(71, 690, 11, 'Sofia Marin') +
      line(71, 676, 11, 'Calle del Agua 7') +
      line(71, 662, 11, '20459 Hamburg') +
      line(400, 610, 10, '5 March 2026') +
      line(71, 580, 12, 'Your request of 16 February 2026', 'F2') +
      line(71, 552, 11, 'Dear Sofia Marin,') +
      lines.map((text, i) => line(71, 528 - i * 16, 11, text)).join('') +
      line(280, 40, 9, 'Page 1 of 2') +
      (marked ? `q 0.75 g ${line(330, 800, 9, 'DRAFT, not sent')} Q\n` : '');
    const second =
      line(71, 780, 11, 'Yours sincerely,') +
      line(71, 730, 11, 'Ines Okafor') +
      line(280, 40, 9, 'Page 2 of 2');
    return {
      name: '2026-0139 Answer in full.pdf',
      pages: 2,
      base64: window.__FAKE_PDF ?? kit.pdfOf([first, second]),
    };
  }
  const list = () => {
    if (fake.letters === 'none') return { letters: [] };
    const people = [
      ['Sofía Marín', 12, '2026-0139'],
      ['Oluwaseun Adé', 13, '2026-0098'],
      ['مريم الحسيني', 16, '2026-0150'],
      [LONG, 17, '2026-0149'],
      ['Marek Łukasiewicz', 15, '2026-0044'],
    ];
    const letters = Array.from({ length: fake.letters === 'many' ? 520 : 14 }, (_, i) => {
      const [who, request, reference] = people[i % people.length];
      const [kind, title] = KINDS[(i * 3) % KINDS.length];
      return {
        request,
        reference,
        person: who,
        letter: letter(
          60 + i,
          kind,
          title,
          'eu-gdpr',
          day(TODAY, -i),
          ['post', 'mail', 'handed-over'][i % 3],
          1 + (i % 3),
        ),
      };
    });
    return { letters };
  };
  const PLACES = {
    visible: { left: 20, top: 50, right: 100, bottom: 90 },
    source: 'DIN 680:2020; DIN 5008:2020, form B',
  };
  const seen = (fits) => ({
    fits,
    why: fits
      ? ''
      : 'When the sheet slides in the envelope, up to 1.8 mm of the address can hide on the right.',
    address: { left: 25, top: 63.3, right: fits ? 61.2 : 101.8, bottom: 81.4 },
    ...PLACES,
  });
  const gone = new Set();
  const came = new Set();
  const byHand = (name, why = '') => ({ name, how: 'by-hand', pages: 0, why });
  /** What lies in an envelope: some of it printed along, some put in by hand. */
  const alongs = () => [
    { name: 'contract of 2024.pdf', how: 'printed', pages: 3, why: '' },
    {
      name: 'scan_2026-02-16_a_very_long_name_that_no_line_can_hold_without_being_broken.png',
      how: 'printed',
      pages: 1,
      why: '',
    },
    byHand('orders.csv', 'data that goes along as a file; its pages are behind the letter'),
    byHand('statement.pdf', 'it is protected with a password'),
    { name: 'archive.pdf', how: 'not-seen', pages: 0, why: '' },
    byHand('A map of the harbour'),
  ];
  /** A letter to somebody affected by an incident that did not arrive. */
  const notices = () => {
    const row = {
      key: 'r7',
      request: null,
      file: 71,
      reference: '',
      person: 'Marek Łukasiewicz',
      title: 'Notice of incident 71',
      kind: null,
      law_short: '',
      sent_by: 'post',
      issued_on: day(TODAY, -6),
      pages: 2,
      paper: 'a4',
      envelope: 'din-5008-b',
      way: {
        state: 'returned',
        method: 'post',
        posted_on: day(TODAY, -5),
        tracking: '',
        returned_on: TODAY,
        reason: 'Moved',
        next: 'find-address',
        enclosures: '',
        replaces: null,
        replaced_by: null,
        wording: [],
        templates: '',
      },
      window: null,
      mail: false,
      complete: true,
      recipient: ['Marek Łukasiewicz', '3 Quay', 'Somewhere'],
      untold: true,
      along: [],
    };
    return fake.letters === 'none' ? [] : [row];
  };
  const rowsOf = (tab) => {
    if (tab === 'drafts') {
      if (fake.letters === 'none') return [];
      const view = show({ id: 12 });
      return [
        {
          key: 'd12',
          request: 12,
          file: null,
          reference: view.reference,
          person: view.requester.name,
          title: 'Answer in part',
          kind: 'answer-in-part',
          law_short: 'GDPR',
          sent_by: '',
          issued_on: '',
          pages: 0,
          paper: 'a4',
          envelope: 'din-5008-b',
          way: null,
          window: seen(true),
          mail: true,
          complete: false,
          recipient: [view.requester.name],
          untold: false,
          along: [],
        },
      ];
    }
    return list()
      .letters.map(({ request, reference, person, letter: it }, i) => {
        const key = `l${it.id}`;
        const state = came.has(key) || i % 7 === 6 ? 'returned' : gone.has(key) || i % 2 ? 'posted' : 'ready';
        const left = state !== 'ready';
        return {
          key,
          request,
          file: null,
          reference,
          person,
          title: it.title,
          kind: it.kind,
          law_short: 'GDPR',
          sent_by: it.sent_by,
          issued_on: it.issued_on,
          pages: it.pages,
          paper: 'a4',
          envelope: ['din-5008-b', 'dl', 'plain'][i % 3],
          way: {
            state,
            method: i === 1 ? 'registered' : it.sent_by,
            posted_on: left ? day(it.issued_on, i === 1 ? 1 : 0) : null,
            tracking: i === 1 ? 'RR 1234 5678 9 DE' : '',
            returned_on: state === 'returned' ? TODAY : null,
            reason: state === 'returned' ? 'Moved, address unknown' : '',
            next: state === 'returned' ? 'find-address' : null,
            enclosures: i === 0 ? 'List of orders, 3 pages' : '',
            replaces: i === 2 ? { id: 50, title: it.title, issued_on: day(it.issued_on, -9) } : null,
            replaced_by: null,
            wording:
              i % 3 === 1
                ? [{ path: 'eu-gdpr/acknowledgement.txt', version: 2, sha256: 'ab12cd34'.repeat(8) }]
                : [],
            templates: '77f0c1d2'.repeat(8),
          },
          window:
            left || it.sent_by === 'mail'
              ? null
              : i % 3 === 2
                ? { ...seen(true), visible: null, source: '' }
                : seen(i % 4 !== 0),
          mail: i % 4 !== 0,
          complete: true,
          recipient: [person, '12 Elm Row', 'Somewhere'],
          untold: false,
          along: left || it.sent_by === 'mail' ? [] : i === 0 ? alongs() : [],
        };
      })
      .concat(notices())
      .filter((row) => row.way.state === tab);
  };
  const room = ({ tab }) => ({
    counts: Object.fromEntries(
      ['drafts', 'ready', 'posted', 'returned'].map((it) => [it, rowsOf(it).length]),
    ),
    rows: rowsOf(tab),
    today: TODAY,
  });
  let work = { id: 0, done: 0, total: 0, by_hand: [] };
  const hands = [
    '2026-0163, Sofía Marín – orders.csv: data that goes along as a file; its pages are behind the letter',
    '2026-0163, Sofía Marín – statement.pdf: it is protected with a password',
    '2026-0163, Sofía Marín – A map of the harbour',
  ];
  const image =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==';
  return {
    file_open: ({ id }) =>
      id === 31
        ? {
            name: 'Her mail of 16 Feb.eml',
            media_type: 'message/rfc822',
            base64: btoa(
              'From: sofia.marin@example.net\nTo: privacy@harbourlane.example\nSubject: Delete my data\n\nHello,\n\nplease delete everything you have about me.\n',
            ),
          }
        : id === 32
          ? { name: 'scan.pdf', media_type: 'application/pdf', base64: pdf(false).base64 }
          : { name: 'scan.png', media_type: 'image/png', base64: image },
    letter_choices: choices,
    letter_draft: ({ request, kind }) =>
      (kept = {
        ...draft(kind),
        request,
        contradictions: kit.contradictionsShown().filter((it) => !it.answer),
      }),
    letter_save: ({ text }) => {
      const open = text.blocks.some((block) => block.text.includes('[['));
      const now = kept ?? draft('answer-in-full');
      const items = now.items.map((item) =>
        text.blocks.some(
          (block) => block.items.includes(item.id) && block.text.trim() && !block.text.includes('[['),
        )
          ? { ...item, present: true, why_missing: null }
          : { ...item, present: false, why_missing: 'The paragraph has a blank that is not filled in.' },
      );
      return (kept = {
        ...now,
        contradictions: kit.contradictionsShown().filter((it) => !it.answer),
        text,
        items,
        ready: !open && items.every((item) => item.present),
      });
    },
    letter_preview: () => pdf(true),
    letter_discard: () => ((kept = null), {}),
    letter_issue: ({ request, seen, sent_by, plain_mail_reason }) => {
      if (fake.health && sent_by === 'mail' && !plain_mail_reason)
        kit.refuse(
          'This letter tells details about somebody’s health. Send it by post, or write why it goes by plain e-mail all the same.',
          'plain_mail_reason',
        );
      const unseen = kit.contradictionsShown().filter((it) => !it.answer && !seen.includes(it.key));
      if (unseen.length > 0)
        kit.refuse('Something in it does not agree with a promise and nobody has seen it.');
      kept = null;
      const view = show({ id: request });
      return {
        ...view,
        letters: [
          ...view.letters,
          letter(99, 'answer-in-part', 'Answer in part', 'eu-gdpr', TODAY, 'post', 2),
        ],
        letter_draft: null,
      };
    },
    letter_pdf: () => pdf(false),
    letter_list: list,
    print_room: room,
    post_begin: ({ keys }) => (work = { id: work.id + 1, done: 0, total: keys.length, by_hand: [] }),
    post_on: async () => {
      // A post that takes its time can be looked at, and stopped.
      if (fake.post === 'slow') await new Promise((done) => setTimeout(done, 400));
      const done = Math.min(work.total, work.done + (fake.post === 'slow' ? 1 : 40));
      return (work = { ...work, done, by_hand: hands });
    },
    post_stop: () => ({}),
    post_file: () => pdf(false),
    post_confirm: ({ keys, on }) => {
      if (on > TODAY) kit.refuse('That day has not come yet. Confirm it when it has happened.', 'on');
      for (const key of keys) gone.add(key);
      return room({ tab: 'ready' });
    },
    post_returned: ({ key, reason }) => {
      if (!reason)
        kit.refuse('Write why it came back, as it stands on the envelope; the log keeps it.', 'reason');
      came.add(key);
      return room({ tab: 'returned' });
    },
    letter_enclose: ({ items, also, copy_to }) => {
      const now = kept ?? draft('answer-in-full');
      if (items.some((it) => it.file === 44))
        kit.refuse('“names.csv” cannot be set as pages. Line 3 cannot be read.', 'items');
      return (kept = {
        ...now,
        also: also.trim(),
        copy_to: copy_to.trim(),
        enclosures: now.enclosures.map((one) => {
          const role = items.find((it) => it.file === one.file.id)?.role ?? null;
          const long = role === 'annex' && one.file.id === 43;
          return { ...one, role, too_long: long, pages: role === 'annex' && !long ? 3 : 0 };
        }),
      });
    },
    letter_enclosures: () => ({
      files: fake.along
        ? draft('answer-in-full').enclosures.map(({ file }, at) => ({
            file: file.id,
            name: file.name,
            media_type: file.media_type,
            role: at === 1 ? 'file' : 'annex',
            pages: at === 0 ? 3 : 0,
            size: file.size,
            sha256: file.sha256,
          }))
        : [],
    }),
    letter_parcel: () => ({
      name: '2026-0042 Answer in full.zip',
      media_type: 'application/zip',
      base64: '',
    }),
    letter_again: () => (kept = draft('answer-in-part')),
  };
});
