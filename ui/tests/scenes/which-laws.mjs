// What is looked at: which laws apply, asked of the organisation and of a request.

const BOTH = [
  [1440, 900],
  [1024, 700],
];
const SMALL = [[1024, 700]];

const about = {
  established: ['de'],
  serves: ['de', 'us-ca'],
  facts: { 'for-profit': true, 'sells-data': false },
  figures: { 'revenue-usd': 41500000, employees: 120 },
  people: { 'us-ca': 18000 },
};
const asks = {
  age: true,
  data_kinds: true,
  arrived_at: ['designated-address', 'other-address'],
  dated_on: true,
  questions: false,
};
const show = (selector) => (page) =>
  page.evaluate((found) => document.querySelector(found)?.scrollIntoView({ block: 'start' }), selector);
const settings = async (page) => {
  page.setDefaultTimeout(6000);
  await page.waitForSelector('[data-testid=queue-row], .empty');
  await page.click('[data-testid=rail-settings]');
  await page.click('[data-testid=tab-laws]');
  await page.waitForSelector('[data-testid=about-established]');
};
const log = async (page) => {
  page.setDefaultTimeout(6000);
  await page.waitForSelector('[data-testid=queue-row]');
  await page.keyboard.press('Control+n');
  await page.waitForSelector('[data-testid=particulars-age]');
};

export default [
  { name: 'laws-about', fake: { about }, sizes: BOTH, act: settings },
  {
    name: 'laws-about-numbers',
    fake: { about },
    sizes: SMALL,
    act: async (page) => {
      await settings(page);
      await page.click('[data-testid=about-people] summary');
      await page.fill('[data-testid=about-us-va]', 'many');
      await show('[data-testid=about-revenue-usd]')(page);
    },
  },
  {
    name: 'laws-suggested',
    fake: { about },
    sizes: BOTH,
    act: async (page) => {
      await settings(page);
      await page.waitForSelector('[data-testid=why-us-ca-ccpa]');
      await show('.take')(page);
    },
  },
  {
    name: 'laws-taken',
    fake: { about: { ...about, facts: { ...about.facts, 'commercial-mail': true } } },
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await settings(page);
      await page.click('[data-testid=take-suggestions]');
      await page.waitForSelector('text=The ticks are as suggested.');
      if (!(await page.isChecked('[data-testid=law-us-can-spam]'))) throw new Error('CAN-SPAM is not ticked');
    },
  },
  {
    name: 'laws-nothing-said',
    fake: { about: undefined },
    sizes: SMALL,
    act: async (page) => {
      await settings(page);
      if (await page.$('[data-testid=take-suggestions]')) throw new Error('something is suggested unasked');
    },
  },
  {
    name: 'laws-particulars',
    fake: { draft: 'typed', asks },
    sizes: BOTH,
    act: async (page) => {
      await log(page);
      await page.fill('[data-testid=particulars-age]', '12');
      await page.click('[data-testid=kind-child-online]');
      await show('#log-particulars')(page);
    },
  },
  {
    name: 'laws-others',
    fake: { draft: 'typed', asks },
    sizes: BOTH,
    act: async (page) => {
      await log(page);
      await page.click('[data-testid=other-laws-access] summary');
      await show('[data-testid=right-access]')(page);
      await page.click('[data-testid=law-access-us-ca-ccpa]');
      await page.waitForSelector('[data-testid=law-access-us-ca-ccpa][aria-pressed=true]');
    },
  },
  {
    name: 'laws-correct',
    fake: {
      request: 'paused',
      particulars: { age: 12, data_kinds: ['account'], arrived_at: 'other-address', dated_on: '2026-02-01' },
    },
    sizes: SMALL,
    act: async (page) => {
      page.setDefaultTimeout(6000);
      await page.waitForSelector('[data-testid=queue-row]');
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.click('[data-testid=step-correct]');
      await page.waitForSelector('[data-testid=particulars-age]');
      await show('[data-testid=particulars-age]')(page);
    },
  },
];
