// What is looked at: the calendar, its closing days, and what moved by itself.

const BOTH = [
  [1440, 900],
  [1024, 700],
];
const SMALL = [[1024, 700]];
const ALL = [...BOTH, [1920, 1080]];

const go = async (page) => {
  await page.waitForSelector('[data-testid=rail-calendar]');
  await page.click('[data-testid=rail-calendar]');
  await page.waitForSelector('[data-testid=calendar-grid], [data-testid=calendar-agenda]');
};
const click =
  (...ids) =>
  async (page) => {
    await go(page);
    for (const id of ids) await page.click(`[data-testid=${id}]`);
  };
const larger = async (page) => {
  for (let press = 0; press < 5; press++) await page.keyboard.press('Control+=');
};
const focused = (page, day) => page.waitForSelector(`[data-day="${day}"]:focus`);

export default [
  { name: 'calendar', sizes: ALL, act: go },
  { name: 'calendar-many', fake: { calendar: 'many' }, sizes: SMALL, act: go },
  { name: 'calendar-long', fake: { calendar: 'long', rows: 'long' }, sizes: SMALL, act: go },
  { name: 'calendar-none', fake: { calendar: 'none', rows: 'none' }, sizes: SMALL, act: go },
  {
    name: 'calendar-200',
    sizes: SMALL,
    act: async (page) => {
      await go(page);
      await larger(page);
    },
  },
  {
    name: 'calendar-keyboard',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await go(page);
      await page.focus('[data-day="2026-03-05"]');
      for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) await page.keyboard.press(key);
      await focused(page, '2026-03-05');
      await page.keyboard.press('PageDown');
      await focused(page, '2026-04-05');
      await page.keyboard.press('t');
      await focused(page, '2026-03-05');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      await focused(page, '2026-02-12');
      await page.keyboard.press('t');
      for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight');
      await focused(page, '2026-03-09');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-testid=calendar-day] [data-testid=calendar-entry]');
    },
  },
  {
    name: 'calendar-one-date',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await go(page);
      await page.focus('[data-day="2026-03-05"]');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-testid=request-page]');
    },
  },
  { name: 'calendar-agenda', fake: { view: 'agenda' }, sizes: BOTH, act: go },
  { name: 'calendar-agenda-many', fake: { view: 'agenda', calendar: 'many' }, sizes: SMALL, act: go },
  { name: 'calendar-agenda-long', fake: { view: 'agenda', calendar: 'long' }, sizes: SMALL, act: go },
  { name: 'calendar-agenda-none', fake: { view: 'agenda', calendar: 'none' }, sizes: SMALL, act: go },
  {
    name: 'calendar-agenda-200',
    fake: { view: 'agenda' },
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await go(page);
      await larger(page);
    },
  },
  {
    name: 'calendar-agenda-why',
    fake: { view: 'agenda' },
    sizes: SMALL,
    act: async (page) => {
      await go(page);
      await page.click('[data-testid=calendar-why] >> nth=0');
      await page.waitForSelector('.working li');
    },
  },
  { name: 'calendar-law', sizes: SMALL, act: click('calendar-law-us-ca-ccpa') },
  { name: 'calendar-day', sizes: BOTH, act: click('calendar-more') },
  { name: 'calendar-file', sizes: SMALL, act: click('calendar-save') },
  { name: 'calendar-closing', sizes: BOTH, act: click('calendar-closing') },
  { name: 'calendar-closing-errors', sizes: SMALL, act: click('calendar-closing', 'closing-add') },
  { name: 'calendar-closing-none', fake: { calendar: 'none' }, sizes: SMALL, act: click('calendar-closing') },
  {
    name: 'calendar-closing-add',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await click('calendar-closing')(page);
      await page.fill('[data-testid=closing-name]', 'Inventory');
      await page.click('[data-testid=closing-first] [role=spinbutton] >> nth=0');
      await page.keyboard.type('20032026');
      await page.click('[data-testid=closing-add]');
      await page.waitForSelector('[data-testid=closing-day]:has-text("Inventory")');
    },
  },
  {
    name: 'calendar-rules',
    fake: { rules: 'moved' },
    sizes: BOTH,
    act: async (page) => {
      await page.waitForSelector('[data-testid=rules-notice]');
      await page.click('[data-testid=rules-show]');
      await page.waitForSelector('[data-testid=rules-dialog]');
    },
  },
  {
    name: 'calendar-rules-notice',
    fake: { rules: 'quiet' },
    sizes: SMALL,
    act: (page) => page.waitForSelector('[data-testid=rules-notice]'),
  },
  {
    name: 'calendar-settings-moves',
    sizes: SMALL,
    act: async (page) => {
      await page.click('[data-testid=rail-settings]');
      await page.click('[data-testid=tab-laws]');
      await page.click('[data-testid=calendar]');
      await page.click('[role=option]:has-text("Berlin")');
      await page.click('[data-testid=settings-save]');
      await page.waitForSelector('[data-testid=settings-moves]');
    },
  },
  {
    name: 'calendar-settings-closing',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await page.click('[data-testid=rail-settings]');
      await page.click('[data-testid=tab-laws]');
      await page.click('[data-testid=settings-closing]');
      await page.waitForSelector('[data-testid=closing-days]');
    },
  },
];
