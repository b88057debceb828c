// The screens as the sample desk fills them; people are found by their names.

const rail = (screen) => async (page) => {
  await page.click(`[data-testid=rail-${screen}]`);
  await page.waitForSelector('h1');
};
/** The page of the newest request that the words find. */
const of = (words, nth = 0) =>
  async function open(page, desk) {
    const answer = await desk.ask('queue', {
      filter: 'all',
      law: '',
      right: null,
      search: words,
      sort: '-received',
      offset: 0,
      limit: 20,
    });
    const row = answer.ok?.rows[nth];
    if (!row) throw new Error(`Nobody is found by ${words}.`);
    await page.click('[data-testid=chip-all]');
    await page.fill('[data-testid=queue-search]', row.reference);
    await page.waitForSelector(`[data-id="${row.id}"]`);
    await page.click(`[data-id="${row.id}"]`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-testid=request-page]');
    return row.id;
  };
const end = (before) => async (page, desk) => {
  await before(page, desk);
  await page.evaluate(() => document.querySelector('.body')?.scrollTo(0, 1e6));
};
const click =
  (before, ...ids) =>
  async (page, desk) => {
    await before(page, desk);
    for (const id of ids) await page.click(`[data-testid=${id}]`);
  };
const log =
  (country, ...rights) =>
  async (page) => {
    await page.click('[data-testid=log-request]');
    await page.fill('[data-testid=log-name]', 'Odalys Brennecke');
    if (country) {
      await page.click('[data-testid=log-residence]');
      await page.keyboard.type(country);
      await page.waitForSelector('[role=option]');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    }
    for (const right of rights) await page.click(`[data-testid=right-${right}]`);
    await page.waitForSelector('[data-testid=preview-deadline]').catch(() => undefined);
  };
const settings = (tab) => click(rail('settings'), `tab-${tab}`);
const drafted = (words, kind) => async (page, desk) => {
  await of(words)(page, desk);
  await page.click('[data-testid=step-write-letter]');
  await page.waitForSelector('h1');
  if (!kind) return;
  await page.click(`[data-testid=letter-kind-${kind}]`);
  await page.waitForSelector('[data-testid=pdf-page] canvas');
};
/** The one letter that is left: it opens as a draft at once. */
const answered = async (page, desk) => {
  await drafted('Виктория')(page, desk);
  await page.waitForSelector('[data-testid=pdf-page] canvas');
};
const year = (report, which) => async (page) => {
  await rail('year')(page);
  await page.click(`[data-testid=year-tab-${report}]`);
  await page.click('[data-testid=year-span]');
  await page.click(`[data-testid=year-span-${which}-01-01]`);
  await page.waitForSelector('[data-testid=year-body][aria-busy=false]');
  await page.waitForSelector('[data-testid=year-report]');
};

const people = {
  overdue: 'Łukasiewicz',
  late: 'Matteo Brandt',
  today: 'Hightower',
  waiting: 'Lindqvist',
  identity: 'Harold Beck',
  extended: 'Marín',
  claims: 'Prather',
  agent: 'Clearpath',
  parent: 'June Abara',
  arabic: 'مريم',
  cyrillic: 'Виктория',
  limit: 'Tanaka',
  promise: 'Raghunathan',
  two: 'Aubert',
  restrict: 'Kröger',
  automated: 'Moretti',
  'closed-unsubscribe': 'Femke',
  'closed-known': 'Derek Sandoval',
  'closed-refused': 'Hugo Ferreira',
  'closed-2025': 'Annika',
};

export default [
  { name: 'queue' },
  ...['overdue', 'today', 'week', 'waiting'].map((tile) => ({
    name: `queue-${tile}`,
    act: (page) => page.click(`[data-testid=tile-${tile}]`),
  })),
  ...['closed', 'all', 'law-us-ca-ccpa'].map((chip) => ({
    name: `queue-${chip}`,
    act: (page) => page.click(`[data-testid=chip-${chip}]`),
  })),
  {
    name: 'queue-end',
    act: async (page) => {
      await page.click('[data-testid=chip-all]');
      await page.waitForSelector('[aria-rowcount="45"]');
      await page.keyboard.press('End');
      await page.waitForSelector('[data-at="43"][aria-selected=true]');
    },
  },
  { name: 'queue-search', act: (page) => page.fill('[data-testid=queue-search]', 'delete') },
  { name: 'queue-why', act: (page) => page.keyboard.press('w') },
  {
    name: 'palette',
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('ma');
    },
  },
  ...Object.entries(people).flatMap(([name, words]) => [
    { name: `request-${name}`, act: of(words) },
    { name: `request-${name}-end`, act: end(of(words)) },
  ]),
  { name: 'step-not', act: click(of('Ada Whitcombe'), 'steps-refused') },
  ...['acknowledge', 'ask-identity', 'ask-clarification', 'extend', 'decide', 'note', 'correct'].map(
    (step) => ({
      name: `step-${step}`,
      act: click(of('Ada Whitcombe'), `step-${step}`),
    }),
  ),
  { name: 'step-identity-received', act: click(of('Harold Beck'), 'step-identity-received') },
  { name: 'step-clarified', act: click(of('Lindqvist'), 'step-clarified') },
  { name: 'step-reopen', act: click(of('Annika'), 'step-reopen') },
  ...['granted-in-part', 'refused', 'withdrawn'].map((outcome) => ({
    name: `decide-${outcome}`,
    act: click(of('Prather'), 'step-decide', `decide-${outcome}`),
  })),
  { name: 'log-empty', act: (page) => page.click('[data-testid=log-request]') },
  { name: 'log-germany', act: log('Germany', 'access', 'erasure') },
  { name: 'log-kingdom', act: log('United Kingdom', 'access', 'marketing-objection') },
  { name: 'log-california', act: log('California', 'access', 'limit-sensitive', 'opt-out-sale-sharing') },
  { name: 'log-states', act: log('United States', 'unsubscribe') },
  { name: 'log-nowhere', act: log('', 'portability') },
  { name: 'log-end', act: end(log('Germany', 'access')) },
  { name: 'letters', act: rail('letters') },
  {
    name: 'letter',
    act: async (page) => {
      await rail('letters')(page);
      await page.locator('[data-testid=letters-table] .open').first().click();
      await page.waitForSelector('[data-testid=pdf-page] .textLayer span');
    },
  },
  { name: 'choose-open', act: drafted('Ada Whitcombe') },
  { name: 'editor', act: answered },
  { name: 'editor-acknowledge', act: drafted('Caleb Norwood', 'acknowledgement') },
  { name: 'issue', act: click(answered, 'letter-issue') },
  ...['metrics', 'rights', 'register', 'promises', 'disclosures', 'children', 'health'].flatMap((report) => [
    { name: `year-${report}`, act: year(report, '2026') },
    { name: `year-${report}-end`, act: end(year(report, '2026')) },
  ]),
  { name: 'year-2025', act: year('rights', '2025') },
  {
    name: 'year-behind',
    act: async (page) => {
      await year('rights', '2026')(page);
      await page.click('[data-testid=year-figure-rights-total-received]');
      await page.waitForSelector('[data-testid=year-behind] table');
    },
  },
  { name: 'year-compare', act: click(year('rights', '2026'), 'year-compare') },
  { name: 'retention', act: click(rail('year'), 'year-retention-open') },
  ...['organisation', 'laws', 'officers', 'appearance', 'safety', 'about'].flatMap((tab) => [
    { name: `settings-${tab}`, act: settings(tab) },
    { name: `settings-${tab}-end`, act: end(settings(tab)) },
  ]),
];
