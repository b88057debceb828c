// What is looked at: promises at work, on the log form, on a request, in its letters.

const BOTH = [
  [1440, 900],
  [1024, 700],
];
const SMALL = [[1024, 700]];

const request = async (page) => {
  page.setDefaultTimeout(6000);
  await page.waitForSelector('[data-testid=queue-row]');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-testid=request-page]');
};
const card = async (page) => {
  await request(page);
  await page.evaluate(() => document.querySelector('#what-we-promised').scrollIntoView({ block: 'start' }));
};
const log = async (page) => {
  page.setDefaultTimeout(6000);
  await page.waitForSelector('[data-testid=queue-row]');
  await page.keyboard.press('Control+n');
  await page.waitForSelector('[data-testid=at-work]');
};
const scrolledTo = (before, selector) => async (page) => {
  await before(page);
  await page.evaluate(
    (wanted) => document.querySelector(wanted).scrollIntoView({ block: 'start' }),
    selector,
  );
};
const larger = (before) => async (page) => {
  await before(page);
  for (let press = 0; press < 5; press++) await page.keyboard.press('Control+=');
};

const write = async (page) => {
  await request(page);
  await page.click('[data-testid=step-write-letter]');
};
const drafted = async (page) => {
  await write(page);
  await page.click('[data-testid=letter-kind-answer-in-part]');
  await page.waitForSelector('[data-testid=pdf-page] canvas');
};
const decided = { request: 'decided' };
const issue = async (page) => {
  await drafted(page);
  await page.click('[data-testid=letter-issue]');
  await page.waitForSelector('[data-testid=issue-dialog]');
};

export default [
  {
    name: 'promises-log',
    fake: { draft: 'typed', policy: 'missing' },
    sizes: BOTH,
    act: scrolledTo(log, '[data-testid=at-work]'),
  },
  {
    name: 'promises-log-none',
    fake: { draft: 'typed', policy: 'none' },
    sizes: SMALL,
    act: scrolledTo(log, '[data-testid=at-work]'),
  },
  {
    name: 'promises-log-unreviewed',
    fake: { draft: 'typed', policy: 'unreviewed' },
    sizes: SMALL,
    act: scrolledTo(log, '[data-testid=at-work]'),
  },
  {
    name: 'promises-log-question',
    fake: { draft: 'typed' },
    sizes: BOTH,
    act: async (page) => {
      await log(page);
      await page.click('[data-testid=right-question]');
      await page.waitForSelector('[data-testid=question-do-not-track]');
      await page.click('[data-testid=question-do-not-track]');
      await page.click('[data-testid=question-sharing]');
      await page.waitForSelector('[data-testid=question-sharing][aria-pressed=true]');
      await page.evaluate(() =>
        document.querySelector('[data-testid=right-question]').scrollIntoView({ block: 'start' }),
      );
    },
  },
  { name: 'promises-request', fake: { request: 'paused' }, sizes: BOTH, act: card },
  {
    name: 'promises-request-against',
    fake: { request: 'paused', against: true },
    sizes: BOTH,
    act: async (page) => {
      await request(page);
      await page.click('[data-testid=against-show]');
    },
  },
  { name: 'promises-request-top', fake: { request: 'paused', against: true }, sizes: SMALL, act: request },
  {
    name: 'promises-resolve',
    fake: { request: 'paused', against: true },
    sizes: SMALL,
    act: async (page) => {
      await card(page);
      await page.locator('[data-testid=contradiction-resolve]').first().click();
      await page.click('[data-testid=resolve-confirm]');
    },
  },
  {
    name: 'promises-resolved',
    fake: { request: 'paused', against: true },
    sizes: SMALL,
    act: async (page) => {
      await card(page);
      await page.locator('[data-testid=contradiction-resolve]').first().click();
      await page.fill('[data-testid=resolve-text]', 'The tax law asks for it; the policy will say so.');
      await page.click('[data-testid=resolve-confirm]');
      await page.waitForFunction(
        () => document.querySelectorAll('[data-testid=contradiction-resolve]').length === 1,
      );
    },
  },
  {
    name: 'promises-request-missing',
    fake: { request: 'paused', policy: 'missing' },
    sizes: BOTH,
    act: card,
  },
  { name: 'promises-request-none', fake: { request: 'paused', policy: 'none' }, sizes: SMALL, act: card },
  { name: 'promises-request-long', fake: { request: 'paused', policy: 'long' }, sizes: BOTH, act: card },
  {
    name: 'promises-request-200',
    fake: { request: 'paused', policy: 'missing', against: true },
    sizes: SMALL,
    schemes: ['light'],
    act: larger(card),
  },
  { name: 'promises-question', fake: { request: 'question' }, sizes: SMALL, act: card },
  { name: 'promises-dates', fake: { request: 'promised' }, sizes: BOTH, act: request },
  {
    name: 'promises-dates-why',
    fake: { request: 'promised' },
    sizes: SMALL,
    act: async (page) => {
      await request(page);
      await page.locator('.dates [data-testid=why]').first().click();
      await page.waitForSelector('[data-testid=why-print]');
    },
  },

  {
    name: 'promises-letter-missing',
    fake: { request: 'paused', policy: 'missing' },
    sizes: BOTH,
    act: async (page) => {
      await request(page);
      await page.click('[data-testid=policy-missing-write]');
      const asked = await page.inputValue('[data-testid=letter-asked-text]');
      if (!asked.includes('your ZIP code')) throw new Error('what is missing is not filled in');
    },
  },
  {
    name: 'promises-letter-missing-drafted',
    fake: { request: 'paused', policy: 'missing' },
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await request(page);
      await page.click('[data-testid=policy-missing-write]');
      await page.click('[data-testid=letter-draft]');
      await page.waitForSelector('[data-testid=pdf-page] canvas');
    },
  },
  {
    name: 'promises-quote',
    fake: decided,
    sizes: BOTH,
    act: async (page) => {
      await drafted(page);
      await page.click('[data-testid=quote-promise]');
      await page.waitForSelector('[data-testid=quote-this] >> nth=4');
    },
  },
  {
    name: 'promises-quote-none',
    fake: decided,
    sizes: SMALL,
    act: async (page) => {
      await drafted(page);
      await page.click('[data-testid=quote-promise]');
      await page.fill('[data-testid=quote-find]', 'zzz');
    },
  },
  {
    name: 'promises-quoted',
    fake: decided,
    sizes: SMALL,
    act: async (page) => {
      await drafted(page);
      await page.locator('[data-testid=letter-block]').nth(1).click();
      await page.keyboard.press('Control+Home');
      await page.click('[data-testid=quote-promise]');
      await page.fill('[data-testid=quote-find]', 'newsletter');
      await page.click('[data-testid=quote-this]');
      await page.waitForSelector('[data-testid=quote-sheet]', { state: 'detached' });
      const said = await page.locator('[data-testid=letter-block]').nth(1).inputValue();
      if (!said.startsWith('Our privacy policy, as published on 25 May 2025, says: “One word'))
        throw new Error(`not quoted: ${said}`);
      await page.keyboard.type(' So it was.');
      if (
        !(await page.locator('[data-testid=letter-block]').nth(1).inputValue()).includes('days.” So it was.')
      )
        throw new Error('the cursor does not stand behind the quote');
    },
  },
  { name: 'promises-editor-against', fake: { ...decided, against: true }, sizes: BOTH, act: drafted },
  { name: 'promises-issue', fake: { ...decided, against: true }, sizes: BOTH, act: issue },
  {
    name: 'promises-issue-unseen',
    fake: { ...decided, against: true },
    sizes: SMALL,
    act: async (page) => {
      await issue(page);
      await page.locator('[data-testid=seen-tick]').first().check();
      await page.click('[data-testid=letter-issue-confirm]');
      await page.waitForSelector('[data-testid=seen-list] [role=alert]');
      await page.locator('[data-testid=seen-answer]').nth(1).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'promises-issue-seen',
    fake: { ...decided, against: true },
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await issue(page);
      await page.locator('[data-testid=seen-tick]').first().check();
      await page.locator('[data-testid=seen-answer]').nth(1).fill('We asked for them back; none was used.');
      await page.click('[data-testid=letter-issue-confirm]');
      await page.waitForSelector('[data-testid=letter-viewer] [data-testid=pdf-page]');
    },
  },
  {
    name: 'promises-extend-against',
    fake: { request: 'fresh', against: true },
    sizes: SMALL,
    act: async (page) => {
      await request(page);
      await page.click('[data-testid=step-extend]');
      await page.waitForSelector('[data-testid=against-list]');
    },
  },
  {
    name: 'promises-decide',
    fake: { request: 'paused' },
    sizes: SMALL,
    act: async (page) => {
      await request(page);
      await page.click('[data-testid=decide-claim-erasure]');
      await page.waitForSelector('[data-testid=decide-promised]');
    },
  },
];
