// The figures of a year. Never part of the product.
window.__FAKE_PARTS.push((kit) => {
  const { fake, hash, LAWS } = kit;
  const yearRow = (law, right, counts, median, mean, late, requests) => {
    const [in_full, in_part, refused, withdrawn, open] = counts;
    return {
      law,
      law_short: LAWS[law].short,
      right,
      right_name: LAWS[law].rights[right][0],
      received: in_full + in_part + refused + withdrawn + open,
      in_full,
      in_part,
      refused,
      withdrawn,
      open,
      late,
      median_days: median,
      mean_days: mean,
      requests,
    };
  };
  const rows = [
    yearRow('eu-gdpr', 'access', [31, 6, 2, 1, 5], 19, 20.4, 2, [12, 13, 15]),
    yearRow('eu-gdpr', 'erasure', [24, 11, 4, 0, 3], 22.5, 23.1, 1, [12, 15, 16]),
    yearRow('eu-gdpr', 'marketing-objection', [58, 0, 0, 2, 1], 1, 1.3, 0, [12]),
    yearRow('us-ca-ccpa', 'erasure', [9, 2, 1, 0, 1], 31, 30.2, 1, [14]),
    yearRow('us-ca-ccpa', 'opt-out-sale-sharing', [17, 0, 0, 0, 0], 4, 5.1, 0, [14]),
    yearRow('us-can-spam', 'unsubscribe', [112, 0, 0, 0, 2], 2, 2.6, 3, [12]),
  ];
  const sum = (key) => rows.reduce((all, row) => all + row[key], 0);
  const total = {
    law: '',
    law_short: 'All laws',
    right: null,
    right_name: 'All rights',
    median_days: 4,
    mean_days: 9.7,
    requests: [12, 13, 14, 15, 16],
  };
  for (const key of ['received', 'in_full', 'in_part', 'refused', 'withdrawn', 'open', 'late'])
    total[key] = sum(key);
  const row = (of, kind, called_on, in_time, late, contradicted, answered, requests) => ({
    promise: of.promise,
    policy: of.policy,
    cite: of.cite,
    quote: of.quote,
    kind,
    called_on,
    in_time,
    late,
    contradicted,
    answered,
    requests,
  });
  const promises = () =>
    fake.promises === 'none'
      ? []
      : [
          row(kit.deletes(false), 'delete', 39, 34, 2, 1, 0, [12, 15, 16]),
          row(kit.stops, 'opt-out', 61, 58, 1, 1, 1, [12]),
          row(kit.lists, 'disclosure-list', 4, 4, 0, 0, 0, [14]),
          row(kit.never, 'no-sharing', 0, 0, 0, 1, 0, []),
          row(kit.track, 'do-not-track', 3, 3, 0, 0, 0, [13]),
        ];
  const against = () => (fake.promises === 'none' ? [] : kit.contradictionsAll());
  const summary = ({ year }) => {
    const none = year === 2024;
    return {
      year,
      organisation: 'Harbour Lane Studio',
      rows: none ? [] : rows,
      total: none
        ? {
            ...total,
            received: 0,
            in_full: 0,
            in_part: 0,
            refused: 0,
            withdrawn: 0,
            open: 0,
            late: 0,
            median_days: null,
            mean_days: null,
            requests: [],
          }
        : total,
      months: [18, 22, 31, 14, 27, 19, 25, 16, 22, 30, 24, 19].map((received, i) => ({
        month: i + 1,
        received: none ? 0 : received,
      })),
      rules: [
        'The year is that of the civil day of receipt in the desk’s time zone.',
        'A request counts once for each right it invokes under each law that applies; the months count requests.',
        'In part means that something was granted and something was not, on a ground of the law.',
        'Days run from the day of receipt to the day the answer left; withdrawn claims and those still open have none.',
        'Late means answered after the last day, extensions in force counted, or past it and not answered.',
      ],
      log_head: hash(1847),
      promises: none ? [] : promises(),
      contradictions: none ? [] : against(),
    };
  };
  return {
    year_list: () => ({ years: fake.year === 'none' ? [] : [2026, 2025, 2024] }),
    year_summary: summary,
  };
});
