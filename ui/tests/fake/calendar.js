// The days of the calendar. Never part of the product.
window.__FAKE_PARTS.push((kit) => {
  const { fake, TODAY, day, LAWS } = kit;
  const long =
    'Maximiliane Theodora Freifrau von und zu Hohenstein-Waldburg-Wolfegg-Langenargen (geb. Łukasiewicz)';
  const people = [
    'Marek Łukasiewicz',
    'June Abara',
    'Dolores Hightower',
    'Sofía Marín',
    'Pat Whitfield',
    'مريم الحسيني',
    'Kim Ngọc Ánh',
  ];
  // days from today, person, law, kind, rights, leads, safe
  const seed = [
    [-33, 0, 'eu-gdpr', 'respond', ['access'], true],
    [-3, 1, 'eu-gdpr', 'respond', ['access'], true],
    [-3, 1, 'eu-gdpr', 'extension-notice', ['access'], false],
    [0, 2, 'us-ca-ccpa', 'respond', ['erasure', 'access'], true],
    [1, 3, 'eu-gdpr', 'respond', ['erasure'], false, true],
    [4, 3, 'eu-gdpr', 'respond', ['erasure'], true],
    [4, 4, 'us-can-spam', 'respond', ['unsubscribe'], true],
    [4, 5, 'eu-gdpr', 'acknowledge', ['access'], true],
    [4, 6, 'us-ca-ccpa', 'acknowledge', ['access'], true],
    [4, 0, 'us-ca-ccpa', 'cease', ['opt-out-sale-sharing'], true],
    [4, 2, 'eu-gdpr', 'extension-notice', ['erasure'], false],
    [12, 5, 'eu-gdpr', 'extended-respond', ['access', 'rectification'], true],
    [20, 6, 'us-ca-ccpa', 'respond', ['access'], true],
    [27, 4, 'eu-gdpr', 'refusal-notice', ['restriction'], false],
  ];
  const far = (days) => (days < 0 ? 'late' : days === 0 ? 'today' : days <= 7 ? 'soon' : 'later');
  const one = ([days, who, law, kind, rights, leads, safe], at) => ({
    request: 12 + (at % 4),
    reference: `2026-${String(40 + at).padStart(4, '0')}`,
    person: fake.calendar === 'long' ? long : people[who],
    rights,
    law,
    law_short: LAWS[law].short,
    kind,
    state: days < 0 && kind === 'extension-notice' ? 'passed' : far(days),
    leads,
    safe: Boolean(safe),
    due: day(TODAY, safe ? days + 3 : days),
  });
  const many = (on) =>
    Array.from({ length: 340 }, (_, at) => ({
      ...one(seed[at % seed.length], at),
      due: on,
      request: at + 1,
    }));
  const HOLIDAYS = {
    '2026-03-08': ['International Women’s Day', 'Berlin', []],
    '2026-03-31': ['Farmworkers Day', 'California, for the CCPA', ['CCPA']],
    '2026-04-03': ['Good Friday', 'Hamburg', ['EU GDPR']],
    '2026-04-05': ['Easter Sunday', 'Hamburg', ['EU GDPR']],
  };
  const closing = [
    {
      id: 1,
      name: 'Company holiday',
      first: '2025-12-24',
      last: '2026-01-01',
      yearly: true,
      next: '2026-12-24',
    },
    {
      id: 2,
      name: fake.calendar === 'long' ? long : 'Stocktaking',
      first: '2026-03-16',
      last: '2026-03-17',
      yearly: false,
      next: '2026-03-16',
    },
    { id: 3, name: 'Summer party', first: '2025-07-04', last: '2025-07-04', yearly: false, next: null },
  ];
  if (fake.calendar === 'none') closing.length = 0;
  const moved = {
    count: 3,
    requests: 2,
    moved: [
      [12, '2026-0042', 'access', 'respond', '2026-04-03', '2026-04-07'],
      [12, '2026-0042', 'access', 'extension-notice', '2026-04-03', '2026-04-07'],
      [13, '2026-0043', 'erasure', 'respond', '2026-03-31', null],
    ].map(([request, reference, right, kind, from, to]) => ({
      request,
      reference,
      law: 'eu-gdpr',
      law_short: 'EU GDPR',
      right,
      kind,
      from,
      to,
    })),
  };
  return {
    calendar: ({ from, to, law, most }) => {
      const days = new Map();
      const of = (on) => {
        if (!days.has(on))
          days.set(on, { day: on, total: 0, deadlines: [], also: [], holidays: [], closing: [] });
        return days.get(on);
      };
      const within = (on) => on >= from && on <= to;
      const laws = {};
      if (fake.calendar !== 'none') {
        seed.forEach((it, at) => {
          const on = day(TODAY, it[0]);
          if (!within(on)) return;
          laws[it[2]] = (laws[it[2]] ?? 0) + 1;
          if (law && it[2] !== law) return;
          of(on).deadlines.push(one(it, at));
        });
        for (const one of kit.also())
          if (within(one.by) && (!law || one.law === law)) of(one.by).also.push(one);
        if (fake.calendar === 'many')
          for (let on = from; on <= to; on = day(on, 1)) of(on).deadlines = many(on);
      }
      for (const [on, [name, place, under]] of Object.entries(HOLIDAYS))
        if (within(on))
          of(on).holidays.push({ name, places: [{ calendar: 'x', name: place, home: true, laws: under }] });
      for (const it of closing)
        for (let on = it.first; on <= it.last; on = day(on, 1)) if (within(on)) of(on).closing.push(it.name);
      const list = [...days.values()].sort((a, b) => a.day.localeCompare(b.day));
      for (const it of list) {
        it.total = it.deadlines.length;
        it.deadlines = it.deadlines.slice(0, most || 500);
      }
      return {
        today: TODAY,
        days: list,
        laws: Object.entries(laws).map(([id, open]) => ({ law: id, short: LAWS[id].short, open })),
        late_before: fake.calendar === 'none' ? 0 : seed.filter((it) => day(TODAY, it[0]) < from).length,
        first_late: fake.calendar === 'none' ? null : day(TODAY, -33),
        beyond: null,
      };
    },
    closing_days: () => ({ days: closing }),
    closing_day_add: (it) => {
      closing.unshift({ id: 9, ...it, last: it.last || it.first, next: it.first });
      return { days: closing };
    },
    closing_day_remove: ({ id }) => ({ days: closing.filter((it) => it.id !== id) }),
    profile_moves: () => moved,
    rules_changed: () => ({
      change: fake.rules
        ? {
            seq: 40,
            at: '2026-03-05T07:02:00Z',
            changed: ['EU GDPR', 'holidays of Hamburg'],
            added: ['Oklahoma'],
            gone: [],
            moved: fake.rules === 'quiet' ? { count: 0, requests: 0, moved: [] } : moved,
          }
        : null,
    }),
  };
});
