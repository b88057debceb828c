// The year end: which spans there are, what stands behind a figure, what was issued, two spans side by side. Never part of the product.
window.__FAKE_PARTS.push((kit) => {
  const { fake, hash, TODAY, refuse } = kit;
  const calendar = (year) => ({ name: String(year), first: `${year}-01-01`, last: `${year}-12-31` });
  const fiscal = (year) => ({
    name: `Fiscal year ${year}/${String(year + 1).slice(2)}`,
    first: `${year}-04-01`,
    last: `${year + 1}-03-31`,
  });
  const none = fake.year === 'none';
  const spans = {
    calendar: none ? [] : [2026, 2025, 2024, 2023].map(calendar),
    fiscal: none || fake.fiscal === 'none' ? [] : [2025, 2024].map(fiscal),
    fiscal_start: '04-01',
  };
  const SHARES = { 2026: 0.2, 2025: 1, 2024: 0.7, 2023: 0 };
  const share = (of) => (fake.year === 'empty' ? 0 : (SHARES[of.first.slice(0, 4)] ?? 0));
  const said = (day) =>
    new Date(day).toLocaleDateString('en-GB', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    });
  const named = (of) =>
    [...spans.calendar, ...spans.fiscal].find((it) => it.first === of.first && it.last === of.last)?.name ??
    `${said(of.first)} to ${said(of.last)}`;
  const show = (of) => kit.report(of, named(of), share(of));

  const REFERENCES = [12, 13, 14, 15, 16, 21, 22];
  const behind = ({ of, table, row, column }) => {
    const found = show(of).tables.find((it) => it.id === table);
    const line = found?.rows.find((it) => it.id === row);
    const all = line?.cells[found.columns.findIndex((it) => it.id === column)]?.behind ?? 0;
    const kind =
      { disclosures: 'disclosure', children: 'child', health: 'authorization' }[of.report] ??
      (column === 'contradicted' ? 'contradiction' : 'request');
    const names = {
      request: (at) => [
        `2025-${String(187 - at).padStart(4, '0')}`,
        at % 3 === 1 ? 'Delete, EU GDPR, granted in part' : 'Delete, EU GDPR',
      ],
      disclosure: () => ['Brightline Outdoor Media', 'Names and addresses, 602 people'],
      child: (at) => [`Child ${at + 1}`, 'Consent by signed form'],
      authorization: (at) => [`Authorisation ${at + 1}`, 'HIPAA authorisation'],
      contradiction: () => [
        'Disclosed against the policy',
        'E-mail addresses were disclosed to Brightline Outdoor Media',
      ],
    };
    const rows = Array.from({ length: Math.min(all, 1000) }, (_, at) => {
      const [title, text] = names[kind](at);
      return {
        kind,
        id: REFERENCES[at % REFERENCES.length],
        title,
        text,
        day: kit.day('2025-12-12', -at * 3),
      };
    });
    return { rows, all };
  };

  const of = (report, year) => ({ report, ...calendar(year), californians: false, reasons: false });
  const bare = ({ report, first, last, californians, reasons }) => ({
    report,
    first,
    last,
    californians,
    reasons,
  });
  const SIGNED = fake.rows === 'long' ? kit.LONG : 'Ines Okafor';
  const issue = (id, question, on, differences, other = false) => {
    const report = { ...show(question), as_of: on, log_head: hash(id * 31), rules: hash(other ? 310 : 311) };
    return {
      id,
      of: bare(question),
      report,
      issued_at: `${on}T09:40:00Z`,
      issued_on: on,
      signed_by: SIGNED,
      office: 'Data protection officer',
      remark:
        id === 1
          ? 'Two requests of December were answered after this report was drawn up; they count as open here.'
          : '',
      sha256: hash(id * 97),
      differences,
      other_rules: other,
    };
  };
  const difference = (title, row, column, then, now) => ({
    table: 'by-law-right',
    title,
    row,
    column,
    then,
    now,
  });
  const issued =
    fake.issued === 'none' || none
      ? []
      : [
          issue(3, of('disclosures', 2025), '2026-02-02', []),
          issue(2, of('metrics', 2025), '2026-01-30', []),
          issue(
            1,
            of('rights', 2025),
            '2026-01-12',
            [
              difference('By law and right', 'EU GDPR, Access', 'Open', '7', '5'),
              difference('By law and right', 'EU GDPR, Access', 'In time', '29', '31'),
              difference('By law and right', 'EU GDPR, Access', 'Mean days', '20.1', '20.4'),
              difference('In time and late by law', 'EU GDPR', 'In time', '146', '148'),
            ],
            true,
          ),
        ];
  const line = ({ id, of: question, report, issued_on, signed_by, differences }) => ({
    id,
    report: question.report,
    title: report.title,
    span: report.span,
    issued_on,
    signed_by,
    differences: differences.length,
  });

  const compare = ({ now, first, last }) => {
    const [is, was] = [show(now), show({ ...now, first, last })];
    const tables = is.tables.map((table) => {
      const old = was.tables.find((it) => it.id === table.id);
      const words = table.columns.filter((it) => it.kind === 'text').length;
      const rows = table.rows.flatMap((row) => {
        const then = old?.rows.find((it) => it.id === row.id);
        return table.columns.flatMap((column, at) =>
          ['count', 'days'].includes(column.kind)
            ? [
                {
                  row: row.id,
                  name: row.cells
                    .slice(0, words)
                    .map((it) => it.text)
                    .filter(Boolean)
                    .join(', '),
                  column: column.id,
                  column_name: column.name,
                  before:
                    column.kind === 'days' && then?.cells[at].value
                      ? then.cells[at].value + 1.5
                      : (then?.cells[at].value ?? null),
                  now: row.cells[at].value,
                },
              ]
            : [],
        );
      });
      return { id: table.id, title: table.title, rows };
    });
    const unfinished = [was, is].filter(({ span }) => span.first <= TODAY && TODAY <= span.last);
    return {
      before: was.span,
      now: is.span,
      as_of: TODAY,
      says: unfinished.map(
        ({ span }) => `${span.name} is not over: its figures are those up to ${said(TODAY)}.`,
      ),
      tables: tables.filter((it) => it.rows.length > 0),
    };
  };

  return {
    report_spans: () => spans,
    report_show: show,
    report_behind: behind,
    report_compare: compare,
    report_issue: (args) => {
      if (fake.refuse === 'issue')
        refuse('The report was changed meanwhile. Open it again.', null, 'not-now');
      const next = {
        ...issue(issued.length + 1, args.of, TODAY, []),
        signed_by: args.signed_by,
        office: args.office,
        remark: args.remark,
      };
      issued.unshift(next);
      return next;
    },
    report_issues: () => ({ issued: issued.map(line) }),
    report_issued: ({ id }) => issued.find((it) => it.id === id),
  };
});
