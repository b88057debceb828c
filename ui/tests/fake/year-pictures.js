// Pictures of the year end, drawn roughly as the core draws them. Never part of the product.
window.__FAKE_PARTS.push((kit) => {
  const INKS = ['first', 'second', 'third', 'fourth'];
  const [W, H] = [480, 220];
  const text = (x, y, said, ink = 'faint', anchor = 'start', size = 8.5) => ({
    shape: 'text',
    x,
    y,
    size,
    anchor,
    text: said,
    ink,
  });
  const line = (x1, y1, x2, y2, ink) => ({ shape: 'line', x1, y1, x2, y2, ink });
  const bar = (x, y, width, height, ink) => ({ shape: 'bar', x, y, width, height, ink });
  const steps = (most) => {
    const step = [1, 2, 5, 10, 20, 50, 100].find((it) => most / it <= 5) ?? 200;
    return Array.from({ length: Math.ceil(most / step) + 1 }, (_, at) => at * step);
  };
  function legend(names, inks) {
    let x = 32;
    return names.flatMap((name, at) => {
      const shapes = [bar(x, 4, 10, 10, inks[at]), text(x + 15, 13, name, 'ink')];
      x += 15 + name.length * 4.6 + 16;
      return shapes;
    });
  }
  function frame(most, y) {
    return steps(most).flatMap((tick) => [
      line(32, y(tick), W - 8, y(tick), tick === 0 ? 'ink' : 'faint'),
      text(27, y(tick) + 3.5, String(tick), 'faint', 'end'),
    ]);
  }
  /** Bars of several series on top of each other. */
  function stacked(columns, series, inks = INKS) {
    const sums = columns.map((_, at) => series.reduce((sum, it) => sum + it.values[at], 0));
    const most = steps(Math.max(1, ...sums)).at(-1);
    const y = (value) => H - 24 - (value / most) * (H - 56);
    const slot = (W - 40) / columns.length;
    const shapes = [
      ...legend(
        series.map((it) => it.name),
        inks,
      ),
      ...frame(most, y),
    ];
    columns.forEach((name, at) => {
      let from = 0;
      const x = 32 + at * slot + slot * 0.2;
      series.forEach((it, n) => {
        const value = it.values[at];
        if (value > 0) shapes.push(bar(x, y(from + value), slot * 0.6, y(from) - y(from + value), inks[n]));
        from += value;
      });
      shapes.push(text(x + slot * 0.3, H - 9, name, 'faint', 'middle'));
    });
    return shapes;
  }
  /** Bars lying down, one a row, late ones behind those in time. */
  function lying(rows) {
    const most = Math.max(1, ...rows.map((row) => row.inTime + row.late));
    const width = (value) => (value / most) * (W - 180);
    return [
      ...legend(['In time', 'Late'], ['first', 'late']),
      line(112, 24, 112, 28 + rows.length * 34, 'ink'),
      ...rows.flatMap((row, at) => {
        const y = 32 + at * 34;
        return [
          text(104, y + 14, row.name, 'ink', 'end'),
          bar(112, y, width(row.inTime), 20, 'first'),
          ...(row.late > 0
            ? [bar(112 + width(row.inTime), y, Math.max(2, width(row.late)), 20, 'late')]
            : []),
          text(
            120 + width(row.inTime + row.late),
            y + 14,
            row.late > 0 ? `${row.inTime} + ${row.late} late` : String(row.inTime),
          ),
        ];
      }),
    ];
  }
  const picture = (id, title, says, table, shapes, height = H) => ({
    id,
    title,
    says,
    table,
    width: W,
    height,
    shapes,
  });

  kit.pictures = (figure) => {
    const of = (values) => values.map(figure);
    const months = kit.MONTHS;
    return {
      months: picture(
        'months',
        'Requests per month by right',
        'Stacked bars from January to December. Most requests came in March and October; deletions are the largest part of every month.',
        'months',
        stacked(months, [
          { name: 'Delete', values: of([6, 7, 12, 5, 9, 7, 8, 5, 7, 11, 8, 6]) },
          { name: 'Access', values: of([4, 5, 7, 3, 6, 4, 6, 4, 5, 8, 6, 5]) },
          { name: 'Stop selling', values: of([5, 6, 7, 4, 8, 5, 7, 4, 6, 7, 6, 5]) },
          { name: 'Correct', values: of([2, 1, 3, 1, 2, 1, 2, 1, 2, 2, 2, 1]) },
        ]),
      ),
      days: picture(
        'days',
        'Days to answer, with the limit',
        'Bars for every five days. Most answers left between the 15th and the 30th day; seven left after the limit of 45 days.',
        'days',
        [
          ...stacked(
            ['0', '5', '10', '15', '20', '25', '30', '35', '40', '45', '50', '55'],
            [
              { name: 'Answered', values: of([14, 9, 12, 21, 33, 38, 29, 17, 11, 0, 0, 0]) },
              { name: 'After the limit', values: of([0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 2, 1]) },
            ],
            ['first', 'late'],
          ),
          line(362, 24, 362, H - 24, 'limit'),
          text(358, 32, '45 days', 'limit', 'end'),
        ],
      ),
      inTime: picture(
        'in-time',
        'In time against late',
        'One bar a law. EU GDPR 148 in time and 5 late; UK GDPR 41 and 0; CCPA 88 and 2; CAN-SPAM 112 and 3.',
        'by-law',
        lying([
          { name: 'EU GDPR', inTime: figure(148), late: figure(5) },
          { name: 'UK GDPR', inTime: figure(41), late: 0 },
          { name: 'CCPA', inTime: figure(88), late: figure(2) },
          { name: 'CAN-SPAM', inTime: figure(112), late: figure(3) },
        ]),
        180,
      ),
      open: picture(
        'open',
        'Open by age',
        'Bars of open requests by their age in days. Eight are younger than ten days, two are older than forty.',
        'open',
        stacked(
          ['0–9', '10–19', '20–29', '30–39', '40 and more'],
          [{ name: 'Open', values: of([8, 5, 3, 1, 2]) }],
          ['fourth'],
        ),
      ),
    };
  };
  kit.MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return {};
});
