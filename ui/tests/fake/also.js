// Dates of the registers that belong to no request. Never part of the product.
window.__FAKE_PARTS.push((kit) => {
  const { TODAY, day, fake, LONG } = kit;
  const one = (register, id, title, days, what, cite, more = {}) => ({
    register,
    id,
    title: fake.also === 'long' ? `${title}, ${LONG}` : title,
    what,
    by: day(TODAY, days),
    at: null,
    days,
    late: days < 0,
    law: '',
    why: ['It was counted from the day on which it began.', 'That day is the last.'],
    cite,
    caution: null,
    ...more,
  });
  const list = 'List of the newsletter sent to a stranger';
  const consent = 'Erase names and contact details, unless a consent has come.';
  const all = [
    one('children', 22, 'Amal', -2, consent, '16 CFR 312.4(c)(1)(vii)', { law: 'us-coppa' }),
    one(
      'incidents',
      71,
      list,
      1,
      'Tell those affected, as our policy promises: “We tell you within two days.”',
      'Policy of 25 May 2025, If something goes wrong',
    ),
    one(
      'incidents',
      71,
      list,
      2,
      'Tell the supervisory authority, unless the breach is unlikely to be a risk for people.',
      'GDPR Art. 33(1)',
      {
        at: '10:00',
        law: 'eu-gdpr',
        why: [
          'The organisation became aware on Wed 4 Mar 2026, 09:40.',
          '72 hours: Sat 7 Mar 2026, 10:00.',
          'The hour of the event is not counted; weekends and holidays are, and hours never move (Reg. (EEC, Euratom) No 1182/71 Art. 3(1)-(4)).',
          'To the minute, without that rule, it would be Sat 7 Mar 2026, 09:40: the safer moment.',
        ],
        caution: 'Taken as well known; not compared with the text for this version.',
      },
    ),
    one(
      'authorizations',
      60,
      'Dolores Hightower',
      12,
      'An authorisation ends: ask for a new one, or disclose nothing more after this day.',
      '45 CFR 164.508(c)(1)(v)',
    ),
    one(
      'children',
      23,
      'Milo',
      27,
      'The child may reach 13 from this day on: find out, without asking for the day of birth.',
      '15 U.S.C. 6501(1)',
    ),
    one(
      'consents',
      80,
      'June Abara',
      48,
      'An explicit consent ends: ask for it anew, or stop using the data after this day.',
      'GDPR Art. 9(2)(a)',
    ),
  ];
  const hour = { ...all[2], by: TODAY, days: 0, late: true };
  kit.also = () => {
    if (fake.also === 'none') return [];
    if (fake.also === 'hour') return [hour];
    if (fake.also === 'many')
      return Array.from({ length: 24 }, (_, at) => ({ ...all[at % 5], id: 100 + at }));
    return all;
  };
  return {};
});
