// Those who must be left alone, and a mailing list held against them. Never part of the product.
window.__FAKE_PARTS.push((kit) => {
  const { TODAY, fake, day } = kit;
  const rule = {
    message: 'Twelve months must pass before they are asked to agree again.',
    cite: 'Cal. Civ. Code 1798.135(c)(4)',
    caution: null,
  };
  const row = (id, scope, kind, address, since, more = {}) => ({
    id,
    scope,
    recipient: null,
    kind,
    address,
    hash: `${id}b1946ac92492d2347c6235b4d2611184`.slice(0, 32),
    since,
    request: null,
    law: 'CAN-SPAM',
    reason: 'Wrote to unsubscribe.',
    ask_again_from: null,
    ask_rule: null,
    lifted_on: null,
    lifted: '',
    ...more,
  });
  const long = `${'very-long-name.'.repeat(8)}of-somebody@post.example`;
  let rows =
    fake.suppression === 'none'
      ? []
      : [
          row(
            1,
            'newsletter',
            'mail',
            fake.suppression === 'long' ? long : 'pat.whitfield@post.example',
            '2026-03-03',
            {
              request: { id: 12, reference: '2026-0196' },
            },
          ),
          row(2, 'sale-sharing', 'mail', 'grace.tanaka@post.example', '2026-03-04', {
            law: 'CCPA',
            reason: 'Request granted.',
            request: { id: 6, reference: '2026-0195' },
            ask_again_from: '2027-03-04',
            ask_rule: rule,
          }),
          row(3, 'recipient-marketing', 'post', 'Harold Beck, 4 Elm Row, Fresno CA 93721', '2026-01-19', {
            recipient: 'Brightline Outdoor Media',
            law: 'Our own promise',
            ask_again_from: '2027-01-19',
            ask_rule: rule,
          }),
          row(4, 'newsletter', 'phone', '+1 555 0143', '2025-11-02', { reason: 'Called the shop.' }),
          row(5, 'newsletter', 'mail', '', '2024-06-18', { reason: 'The request was purged.' }),
          row(6, 'sensitive', 'mail', 'ruth.feld@post.example', '2025-08-08', {
            lifted_on: '2026-02-01',
            lifted: 'Signed up anew with the form of the running club.',
          }),
        ];
  if (fake.suppression === 'many')
    rows = Array.from({ length: 5000 }, (_, n) =>
      row(n + 1, 'newsletter', 'mail', `reader${n + 1}@post.example`, day(TODAY, -n % 900)),
    );
  const list = ({ search = '', scope = null, lifted = false, line = null, offset = 0, limit = 200 } = {}) => {
    const found = rows.filter(
      (it) =>
        JSON.stringify(it).toLowerCase().includes(search.toLowerCase()) &&
        (!scope || it.scope === scope) &&
        (line !== null ? it.id === line : lifted || it.lifted_on === null),
    );
    const standing = rows.filter((it) => it.lifted_on === null);
    return {
      rows: found.slice(offset, offset + (limit || 200)),
      total: found.length,
      counts: ['newsletter', 'sale-sharing', 'sensitive', 'recipient-marketing'].map((one) => ({
        scope: one,
        addresses: standing.filter((it) => it.scope === one).length,
      })),
      today: TODAY,
    };
  };
  const file = (name) => ({ name, media_type: 'text/csv', base64: btoa('a list') });
  return {
    suppression_list: list,
    suppression_add: (it) => {
      if (it.email && !it.email.includes('@')) kit.refuse(`“${it.email}” is no e-mail address.`, 'email');
      if (!it.reason) kit.refuse('Write why they are on the list.', 'reason');
      const kind = it.email ? 'mail' : it.phone ? 'phone' : 'post';
      const address = it.email || it.phone || it.address.join(', ');
      rows = [row(rows.length + 50, it.scope, kind, address, it.since, { reason: it.reason }), ...rows];
      return list();
    },
    suppression_lift: ({ id, on, how }) => {
      rows = rows.map((it) => (it.id === id ? { ...it, lifted_on: on, lifted: how } : it));
      return list();
    },
    suppression_forget: ({ id }) => {
      rows = rows.map((it) => (it.id === id ? { ...it, address: '' } : it));
      return list();
    },
    suppression_export: ({ format }) => file(`Suppression ${TODAY}.${format}`),
    suppression_check: ({ column }) => ({
      encoding: 'UTF-8',
      columns: ['Name', 'E-mail', 'City'].map((heading, number) => ({
        number,
        heading,
        field: number === 1 ? 'email' : '',
        sample: '',
      })),
      column: column ?? 1,
      rows: 12840,
      suppressed: fake.mailing === 'fine' ? 0 : 214,
      unreadable: fake.mailing === 'fine' ? 0 : 3,
      duplicates: 12,
      hits:
        fake.mailing === 'fine'
          ? []
          : Array.from({ length: 200 }, (_, n) => ({
              line: 2 + n * 7,
              address: n === 0 ? long : `reader${n + 1}@post.example`,
              since: day('2026-03-01', -n),
              reason:
                n % 3
                  ? 'Opted out of the newsletter.'
                  : 'Opted out of the newsletter; only the hash is kept.',
            })),
      marked: file('list - marked.csv'),
      cleaned: file('list - cleaned.csv'),
      problem: column === 2 ? 'No row has an address in this column. Choose another one.' : null,
    }),
  };
});
