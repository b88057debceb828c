// What the reports of the stand-in are made of: cells, rows, tables. Never part of the product.
window.__FAKE_PARTS.push((kit) => {
  const cited = (text, cite = '') => ({ text, cite });
  const COUNT = ['count', 'Received', 'received'];
  const columns = (...list) => list.map(([kind, name, id]) => ({ id, name, kind }));
  const counts = (...names) =>
    names.map((name) => ['count', name, name.toLowerCase().replaceAll(/[^a-z]+/g, '-')]);
  const days = [
    ['days', 'Median days', 'median'],
    ['days', 'Mean days', 'mean'],
  ];
  /** A number is a count, a day stands as { day }, days as { days }, what opens something as { link, kind, id }, everything else is text. */
  function cell(it) {
    if (typeof it === 'number') return { text: String(it), value: it, behind: it };
    if (typeof it !== 'object') return { text: it, value: null, behind: 0 };
    if ('days' in it) return { text: it.days === null ? '' : it.days.toFixed(1), value: it.days, behind: 0 };
    if ('day' in it) return { text: it.day, value: null, behind: 0 };
    return { text: it.link, value: null, behind: 0, opens: { kind: it.kind, id: it.id } };
  }
  const row = (cells, at, total = false) => ({
    id: total ? 'total' : `r${at}`,
    cells: cells.map(cell),
    total,
  });
  const table = (id, title, cols, rows, { total, counting = [], empty = 'Nothing in this span.' } = {}) => ({
    id,
    title,
    columns: columns(...cols),
    rows: [...rows.map((it, at) => row(it, at)), ...(total && rows.length > 0 ? [row(total, 0, true)] : [])],
    empty,
    counting: counting.map((it) => cited(...it)),
  });
  kit.shapes = { cited, COUNT, counts, days, table };
  return {};
});
