// How letters look: the form's answers, and a page drawn by hand with the logo of a house by the water.
window.__FAKE_PARTS.push((kit) => {
  const { fake } = kit;
  const seen = (name, kind, size, pixels = null, note = '') => ({ name, kind, size, pixels, note });
  const logo = seen('house-by-the-water.svg', 'SVG', 1_240);
  const full = fake.letterhead === 'full';
  let view = {
    page: {
      name: '',
      name_in_logo: false,
      address: [],
      contact: full ? ['privacy@harbourlane.example', '+49 40 5550 143', 'harbourlane.example'] : [],
      footer: full
        ? [
            'Harbour Lane Studio GmbH',
            'Sitz Hamburg',
            '',
            'HRB 900 142',
            'Ines Okafor',
            '',
            'Bank am Kai',
            'IBAN DE00 0000',
          ]
        : [],
      place: full ? 'Hamburg' : '',
      logo_side: 'left',
      logo_height: 18,
      justified: full,
      hyphenated: full,
      folds: true,
      punch: true,
      paper: 'a4',
      envelope: 'din5008-b',
      office: full ? 'Data protection officer' : '',
    },
    logo: full ? logo : null,
    signature: full ? seen('hand.png', 'PNG', 18_300, { width: 620, height: 190 }) : null,
    officer: 'Ines Okafor',
    organisation: 'Harbour Lane Studio',
    address: ['Harbour Lane 14', '20457 Hamburg', 'Germany'],
    contact: ['privacy@harbourlane.example', '+49 40 5550 143'],
  };
  const box = { left: 25, top: 62.7, right: 71, bottom: 81 };

  function page({ page, logo: file }) {
    const text = (x, y, size, words, font = 'F1') =>
      `BT /${font} ${size} Tf ${x} ${y} Td (${words.replace(/[\\()]/g, '\\$&')}) Tj ET\n`;
    const shown = file.keep ? view.logo : file.base64 ? logo : null;
    const high = page.logo_height * 2.83;
    const x = !shown || page.logo_side === 'right' ? 71 : 71 + high * 2 + 17;
    const left = page.logo_side === 'right' ? 538 - high * 2 : 71;
    // A roof, a wall and a wave.
    const drawn = shown
      ? `q ${high / 60} 0 0 ${high / 60} ${left} ${794 - high} cm 0.08 0.3 0.43 rg 10 20 m 60 52 l 110 20 l f 0.79 0.47 0.18 rg 30 8 60 16 re f Q\n`
      : '';
    const name = page.name || view.organisation;
    const address = page.address.length ? page.address : view.address;
    const lines = [
      'Thank you for your letter, which reached us last week. You asked which of the three',
      'editions of the spring catalogue you received, and whether the others can still be had.',
      '',
      'We looked in our order book. You received the second edition, the one with the corrected',
      'table of postage; one copy of the third is enclosed.',
    ];
    const foot = page.footer.length
      ? `0.6 G 71 74 m 538 74 l S ${page.footer.map((line, at) => text(71 + Math.floor(at / 3) * 160, 62 - (at % 3) * 9, 7, line)).join('')}`
      : '';
    return (
      drawn +
      text(x, 776, 18, name, 'F2') +
      text(x, 760, 8.5, address.join('  ·  ').replace(/·/g, '-')) +
      '0.6 G 71 736 m 538 736 l S\n' +
      text(71, 671, 7, [name, ...address].join(' - ')) +
      text(71, 655, 11, 'Ms Rosalind Achterberg') +
      text(71, 642, 11, '3 Lantern Court') +
      text(71, 629, 11, 'Willowmere WM4 7QT') +
      text(354, 655, 11, [page.place, '5 March 2026'].filter(Boolean).join(', ')) +
      text(71, 545, 12, 'Your question about the spring catalogue', 'F2') +
      text(71, 516, 11, 'Dear Ms Achterberg,') +
      lines.map((line, at) => text(71, 494 - at * 15, 11, line)).join('') +
      text(71, 400, 11, 'Yours sincerely,') +
      text(71, 345, 11, view.officer) +
      text(71, 330, 11, page.office) +
      foot
    );
  }

  return {
    letterhead_show: () => view,
    letterhead_picture: ({ name }) => {
      if (!/\.(png|jpe?g|svg)$/i.test(name))
        kit.refuse(
          'This is no PNG, JPEG or SVG. Save the picture as one of these and choose it again.',
          'picture',
        );
      return { ...logo, name };
    },
    letterhead_save: (args) => {
      const of = (file, before) => (file.keep ? before : file.base64 ? { ...logo, name: file.name } : null);
      view = {
        ...view,
        page: args.page,
        logo: of(args.logo, view.logo),
        signature: of(args.signature, view.signature),
      };
      return view;
    },
    letterhead_preview: ({ letterhead, long }) => ({
      base64: kit.pdfOf(long ? [page(letterhead), page(letterhead), page(letterhead)] : [page(letterhead)]),
      pages: long ? 3 : 1,
      window:
        fake.letterhead === 'hidden'
          ? {
              fits: false,
              why: 'When the sheet slides in the envelope, up to 5.3 mm of the address can hide above.',
              address: box,
              visible: box,
              source: '',
            }
          : {
              fits: true,
              why: '',
              address: box,
              visible: { left: 20, top: 50, right: 100, bottom: 90 },
              source: '',
            },
      sender: null,
    }),
  };
});
