// What is looked at: the year end with each report, what stands behind a figure, issued reports, two spans, retention.

const BOTH = [
  [1440, 900],
  [1024, 700],
];
const SMALL = [[1024, 700]];
const WIDE = [[1440, 900]];

const opened = async (page) => {
  page.setDefaultTimeout(12000);
  await page.waitForSelector('[data-testid=queue-row], .empty');
  await page.click('[data-testid=rail-year]');
  await page.waitForSelector('[data-testid=year-body]');
};
/** A report over the whole of 2025. */
const report =
  (name, span = '2025-01-01') =>
  async (page) => {
    await opened(page);
    await page.click(`[data-testid=year-tab-${name}]`);
    await page.click('[data-testid=year-span]');
    await page.click(`[data-testid=year-span-${span}]`);
    await page.waitForSelector('[data-testid=year-body][aria-busy=false]');
    await page.waitForSelector('[data-testid=year-report]');
  };
const then =
  (before, ...clicks) =>
  async (page) => {
    await before(page);
    for (const id of clicks) await page.click(`[data-testid=${id}]`);
  };
const scrolledTo = (before, id) => async (page) => {
  await before(page);
  await page.evaluate(
    (wanted) => document.querySelector(`[data-testid=${wanted}]`).scrollIntoView({ block: 'start' }),
    id,
  );
};
const bottom = (before) => async (page) => {
  await before(page);
  await page.evaluate(() => document.querySelector('.body')?.scrollTo(0, 1e6));
};
const larger = (before) => async (page) => {
  await before(page);
  for (let press = 0; press < 5; press++) await page.keyboard.press('Control+=');
};
const issued = then(opened, 'year-issued-open', 'issued-open-1');
const waiting = (before, selector) => async (page) => {
  await before(page);
  await page.waitForSelector(selector);
};
const behind = waiting(
  then(report('metrics'), 'year-figure-requests-r1-received'),
  '[data-testid=year-behind] table',
);
const compared = waiting(then(report('metrics'), 'year-compare'), '[data-testid=compared-requests]');

const retention = waiting(then(opened, 'year-retention-open'), '[data-testid=retention-page] h2');
const preview = waiting(then(retention, 'retention-look'), '[data-testid=purge-preview]');
const request = async (page) => {
  page.setDefaultTimeout(12000);
  await page.waitForSelector('[data-testid=queue-row]');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-testid=request-page]');
};

export default [
  { name: 'year-newest', sizes: SMALL, act: opened },
  ...['metrics', 'rights', 'register', 'promises', 'disclosures', 'children', 'health'].map((name) => ({
    name: `year-${name}`,
    sizes: BOTH,
    act: report(name),
  })),
  { name: 'year-metrics-tables', sizes: BOTH, act: scrolledTo(report('metrics'), 'year-table-requests') },
  {
    name: 'year-metrics-choices',
    sizes: SMALL,
    act: scrolledTo(then(report('metrics'), 'year-californians', 'year-reasons'), 'year-table-requests'),
  },
  { name: 'year-metrics-end', sizes: SMALL, act: bottom(report('metrics')) },
  {
    name: 'year-counting',
    sizes: SMALL,
    act: async (page) => {
      await scrolledTo(report('metrics'), 'year-table-requests')(page);
      await page.click('[data-testid=year-counting-requests] summary');
    },
  },
  { name: 'year-as-table', sizes: BOTH, act: then(report('metrics'), 'year-as-table-days') },
  { name: 'year-rights-tables', sizes: BOTH, act: scrolledTo(report('rights'), 'year-table-by-law-right') },
  {
    name: 'year-register-found',
    sizes: SMALL,
    act: async (page) => {
      await report('register')(page);
      await page.fill('[data-testid=year-find-register]', 'delete post');
    },
  },
  {
    name: 'year-contradictions',
    sizes: BOTH,
    act: scrolledTo(report('promises', '2026-01-01'), 'year-contradictions'),
  },
  { name: 'year-span', sizes: BOTH, act: then(report('metrics'), 'year-span') },
  {
    name: 'year-span-wrong',
    sizes: SMALL,
    act: async (page) => {
      await then(report('metrics'), 'year-span')(page);
      const last = page.locator('[data-testid=year-span-last] [role=spinbutton]').nth(2);
      await last.click();
      await page.keyboard.type('2024');
      await page.click('[data-testid=year-span-any]');
    },
  },
  { name: 'year-save', sizes: SMALL, act: then(report('metrics'), 'year-save') },
  { name: 'year-behind', sizes: BOTH, act: behind },
  {
    name: 'year-behind-back',
    sizes: SMALL,
    schemes: ['light'],
    // The request it leads to, and back: the same report over the same span.
    act: async (page) => {
      await behind(page);
      await page.locator('[data-testid=year-behind-row] button').first().click();
      await page.waitForSelector('[data-testid=request-page]');
      await page.keyboard.press('Alt+ArrowLeft');
      await page.waitForSelector('[data-testid=year-title]:has-text("2025")');
    },
  },
  {
    name: 'year-register-back',
    sizes: SMALL,
    schemes: ['light'],
    // The request that a reference opens, and back: the same page of the table, as far down as it was.
    act: async (page) => {
      await report('register')(page);
      await page.click('[data-testid=pages-later]');
      const link = page.locator('[data-testid=year-open-register-r70-reference]');
      await link.scrollIntoViewIfNeeded();
      await link.click();
      await page.waitForSelector('[data-testid=request-page]');
      await page.keyboard.press('Alt+ArrowLeft');
      await page.waitForSelector('[data-testid=year-open-register-r70-reference]:focus');
    },
  },
  { name: 'year-issue', sizes: BOTH, act: then(report('metrics'), 'year-issue') },
  {
    name: 'year-issue-refused',
    fake: { refuse: 'issue' },
    sizes: SMALL,
    act: then(report('metrics'), 'year-issue', 'issue-confirm'),
  },
  {
    name: 'year-issue-done',
    sizes: SMALL,
    act: waiting(then(report('metrics'), 'year-issue', 'issue-confirm'), '[data-testid=issued-band]'),
  },
  { name: 'year-issued', sizes: BOTH, act: then(opened, 'year-issued-open') },
  { name: 'year-issued-long', fake: { rows: 'long' }, sizes: SMALL, act: then(opened, 'year-issued-open') },
  { name: 'year-issued-none', fake: { issued: 'none' }, sizes: SMALL, act: then(opened, 'year-issued-open') },
  { name: 'year-issued-report', sizes: BOTH, act: waiting(issued, '[data-testid=issued-band]') },
  { name: 'year-compare', sizes: BOTH, act: compared },
  { name: 'year-compare-changed', sizes: SMALL, act: then(compared, 'compare-changed') },
  {
    name: 'year-none',
    fake: { year: 'none', rows: 'none' },
    sizes: SMALL,
    act: async (page) => {
      await page.waitForSelector('.empty');
      await page.click('[data-testid=rail-year]');
      await page.waitForSelector('[data-testid=year-begin]');
    },
  },
  { name: 'year-empty', fake: { year: 'empty' }, sizes: BOTH, act: report('rights') },
  { name: 'year-undisclosed', fake: { disclosed: 'none' }, sizes: SMALL, act: report('disclosures') },
  { name: 'retention', sizes: BOTH, act: retention },
  { name: 'retention-long', fake: { rows: 'long' }, sizes: SMALL, act: bottom(retention) },
  { name: 'retention-none', fake: { purge: 'none', rows: 'none' }, sizes: SMALL, act: retention },
  {
    name: 'retention-change',
    sizes: SMALL,
    act: async (page) => {
      await then(retention, 'retention-change-us-ca-ccpa')(page);
      await page.fill('[data-testid=retention-months]', '12');
      await page.click('[data-testid=retention-save]');
    },
  },
  { name: 'purge-preview', sizes: BOTH, act: preview },
  {
    name: 'purge-goes',
    sizes: SMALL,
    act: async (page) => {
      await preview(page);
      await page.click('[data-testid=purge-tick-32]');
      await page.locator('[data-testid=purge-group-us-ca-ccpa] summary').nth(1).click();
      await page.locator('[data-testid=purge-kept] summary').click();
      await page.evaluate(() => document.querySelector('.body').scrollTo(0, 1e6));
    },
  },
  { name: 'purge-confirm', sizes: BOTH, act: then(preview, 'purge-open') },
  {
    name: 'purge-done',
    sizes: SMALL,
    act: waiting(then(preview, 'purge-tick-32', 'purge-open', 'purge-confirm'), '[data-testid=purge-done]'),
  },
  {
    name: 'purge-many',
    fake: { purge: 'many' },
    sizes: SMALL,
    act: async (page) => {
      await preview(page);
      await page.locator('[data-testid=purge-kept] summary').click();
      await page.evaluate(() => document.querySelector('.body').scrollTo(0, 1e6));
    },
  },
  { name: 'purge-many-confirm', fake: { purge: 'many' }, sizes: SMALL, act: then(preview, 'purge-open') },
  { name: 'purge-none', fake: { purge: 'none' }, sizes: SMALL, act: preview },
  {
    name: 'hold-standing',
    fake: { request: 'closed', hold: true },
    sizes: BOTH,
    act: scrolledTo(request, 'hold-card'),
  },
  { name: 'hold-head', fake: { request: 'closed', hold: true }, sizes: SMALL, act: request },
  { name: 'hold-place', fake: { request: 'closed' }, sizes: SMALL, act: then(request, 'hold-place') },
  {
    name: 'hold-placed',
    fake: { request: 'closed' },
    sizes: SMALL,
    act: async (page) => {
      await then(request, 'hold-place')(page);
      await page.fill('[data-testid=hold-reason]', 'Hamburg regional court, 324 O 118/26.');
      await page.click('[data-testid=hold-confirm]');
      await page.waitForSelector('[data-testid=hold-lift]');
    },
  },
  { name: 'request-purged', fake: { request: 'purged' }, sizes: BOTH, act: request },
  {
    name: 'settings-fiscal',
    sizes: SMALL,
    act: async (page) => {
      await page.waitForSelector('[data-testid=queue-row]');
      await page.click('[data-testid=rail-settings]');
      await page.waitForSelector('[data-testid=fiscal-month]');
      await page.evaluate(() => document.querySelector('.fiscal').scrollIntoView({ block: 'center' }));
    },
  },
  ...[
    ['metrics', report('metrics')],
    ['retention', retention],
    ['purge', preview],
    ['rights-tables', scrolledTo(report('rights'), 'year-table-by-law-right')],
    ['behind', behind],
    ['issue', then(report('metrics'), 'year-issue')],
    ['issued', waiting(issued, '[data-testid=issued-band]')],
    ['compare', compared],
  ].map(([name, act]) => ({ name: `year-${name}-200`, sizes: SMALL, schemes: ['light'], act: larger(act) })),
  {
    name: 'year-print',
    sizes: WIDE,
    schemes: ['light'],
    // As it reads without colours.
    act: async (page) => {
      await report('rights')(page);
      await page.addStyleTag({ content: 'html { filter: grayscale(1) }' });
    },
  },
];
