// What is looked at: logging a request, its page with every sheet, its letters.

const BOTH = [
  [1440, 900],
  [1024, 700],
];
const WIDE = [[1440, 900]];
const SMALL = [[1024, 700]];

const rail = (screen) => async (page) => {
  await page.waitForSelector('[data-testid=queue-row], .empty');
  await page.click(`[data-testid=rail-${screen}]`);
};
const request = async (page) => {
  page.setDefaultTimeout(6000);
  await page.waitForSelector('[data-testid=queue-row]');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-testid=request-page]');
};
const step = (name) => async (page) => {
  await request(page);
  await page.click(`[data-testid=step-${name}]`);
  await page.waitForSelector('[role=dialog]');
};
const log = async (page) => {
  page.setDefaultTimeout(6000);
  await page.waitForSelector('[data-testid=queue-row]');
  await page.keyboard.press('Control+n');
  await page.waitForSelector('[data-testid=log-name]');
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
const inSheet =
  (before, ...clicks) =>
  async (page) => {
    await before(page);
    for (const id of clicks) await page.click(`[data-testid=${id}]`);
  };
const bottom = (before) => async (page) => {
  await before(page);
  await page.evaluate(() => document.querySelector('.body')?.scrollTo(0, 1e6));
};

const requests = [
  'fresh',
  'paused',
  'waiting',
  'extended',
  'overdue',
  'decided',
  'answered',
  'closed',
  'long',
];
const sheets = [
  ['acknowledge', 'fresh'],
  ['ask-identity', 'fresh'],
  ['identity-received', 'waiting'],
  ['ask-clarification', 'fresh'],
  ['clarified', 'waiting'],
  ['extend', 'fresh'],
  ['note', 'paused'],
  ['correct', 'paused'],
  ['close', 'answered'],
  ['reopen', 'closed'],
];

export default [
  { name: 'work-log-empty', sizes: SMALL, act: log },
  { name: 'work-log-typed', fake: { draft: 'typed' }, sizes: BOTH, act: log },
  { name: 'work-log-typed-end', fake: { draft: 'typed' }, sizes: SMALL, act: bottom(log) },
  { name: 'work-log-behalf', fake: { draft: 'behalf' }, sizes: SMALL, act: log },
  {
    name: 'work-log-working',
    fake: { draft: 'behalf' },
    sizes: WIDE,
    act: async (page) => {
      await log(page);
      await page.click('[data-testid=log-preview] summary');
    },
  },
  { name: 'work-log-errors', sizes: SMALL, act: inSheet(log, 'log-submit') },
  {
    name: 'work-log-future',
    fake: { draft: 'typed' },
    sizes: SMALL,
    act: async (page) => {
      await log(page);
      const year = page.locator('[data-field=received] [role=spinbutton]').nth(2);
      await year.click();
      await page.keyboard.type('2027');
      await page.click('[data-testid=log-submit]');
    },
  },
  {
    name: 'work-log-refused',
    fake: {
      draft: 'typed',
      refuse: ['The disk is full. Nothing was logged; free some space and try again.'],
    },
    sizes: SMALL,
    act: inSheet(log, 'log-submit'),
  },
  { name: 'work-log-afresh', fake: { draft: 'typed' }, sizes: SMALL, act: inSheet(log, 'log-afresh') },

  ...requests.map((name) => ({
    name: `work-request-${name}`,
    fake: { request: name },
    sizes: ['paused', 'long'].includes(name) ? BOTH : SMALL,
    act: request,
  })),
  { name: 'work-request-end', fake: { request: 'paused' }, sizes: SMALL, act: bottom(request) },
  {
    name: 'work-request-why-not',
    fake: { request: 'overdue' },
    sizes: SMALL,
    act: async (page) => {
      await request(page);
      await page.click('[data-testid=steps-refused] summary');
    },
  },
  {
    name: 'work-laws-of-claim',
    fake: { request: 'fresh' },
    sizes: BOTH,
    act: async (page) => {
      await request(page);
      await page.click('[data-testid^=laws-of-]');
      await page.click('[data-testid=laws-confirm]');
      await page.waitForSelector('[data-testid=laws-sheet] [role=alert]');
    },
  },
  {
    name: 'work-request-law',
    fake: { request: 'fresh' },
    sizes: BOTH,
    act: async (page) => {
      await request(page);
      await page.locator('[data-testid^=read-]').first().click();
      await page.waitForSelector('[data-testid=law-find]');
    },
  },
  {
    name: 'work-step-all-the-same',
    fake: { request: 'paused' },
    sizes: SMALL,
    act: async (page) => {
      await request(page);
      await page.click('[data-testid=steps-refused] summary');
      await page.click('[data-testid=all-the-same-ask-opt-in]');
      await page.waitForSelector('[data-testid=step-guard]');
      await page.click('[data-testid=step-confirm]');
    },
  },
  {
    name: 'work-request-room',
    fake: { request: 'paused' },
    sizes: SMALL,
    act: async (page) => {
      await request(page);
      await page.click('[data-testid=steps-refused] summary');
    },
  },
  {
    name: 'work-request-why-print',
    fake: { request: 'paused' },
    sizes: SMALL,
    act: async (page) => {
      await request(page);
      await page.locator('.dates [data-testid=why]').nth(1).click();
      await page.waitForSelector('[data-testid=why-print]');
    },
  },
  {
    name: 'work-request-tick',
    fake: { request: 'paused' },
    sizes: WIDE,
    act: async (page) => {
      await request(page);
      await page.locator('.clock .tick').nth(2).focus();
    },
  },
  {
    name: 'work-request-entry',
    fake: { request: 'paused' },
    sizes: WIDE,
    act: async (page) => {
      await request(page);
      await page.locator('[data-testid=request-log-entry] summary').first().click();
    },
  },
  ...sheets.map(([name, state]) => ({
    name: `work-step-${name}`,
    fake: { request: state },
    sizes: SMALL,
    act: step(name),
  })),
  {
    name: 'work-step-ask-identity-other',
    fake: { request: 'fresh' },
    sizes: SMALL,
    act: inSheet(step('ask-identity'), 'step-way-other'),
  },
  {
    name: 'work-step-empty',
    fake: { request: 'fresh' },
    sizes: SMALL,
    act: inSheet(step('extend'), 'step-confirm'),
  },
  {
    name: 'work-step-refused',
    fake: { request: 'fresh', refuse: ['That is before the request was received on Thu 5 Mar 2026.', 'on'] },
    sizes: SMALL,
    act: inSheet(step('acknowledge'), 'step-way-other', 'step-confirm'),
  },
  ...['granted', 'granted-in-part', 'refused', 'withdrawn'].map((outcome) => ({
    name: `work-decide-${outcome}`,
    fake: { request: 'fresh' },
    sizes: SMALL,
    act: inSheet(step('decide'), `decide-${outcome}`),
  })),
  {
    name: 'work-decide-missing',
    fake: { request: 'fresh' },
    sizes: SMALL,
    act: inSheet(step('decide'), 'decide-refused', 'decide-confirm'),
  },
  {
    name: 'work-decide-no-ground',
    fake: { request: 'paused' },
    sizes: SMALL,
    act: async (page) => {
      await request(page);
      await page.click('[data-testid=decide-claim-marketing-objection]');
      await page.click('[data-testid=decide-refused]');
      await page.click('[data-testid=decide-confirm]');
    },
  },
  {
    name: 'work-file-mail',
    fake: { request: 'paused' },
    sizes: SMALL,
    act: async (page) => {
      await request(page);
      await page.click('button:has-text("Her mail of 16 Feb.eml")');
    },
  },

  // Twice the size of the text, on the screens that lay out in columns.
  ...[
    ['request', request],
    ['log', log],
    ['letters', rail('letters')],
    ['editor', drafted],
  ].map(([name, act]) => ({
    name: `work-${name}-200`,
    fake: { request: name === 'editor' ? 'decided' : 'paused' },
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await act(page);
      for (let press = 0; press < 5; press++) await page.keyboard.press('Control+=');
    },
  })),

  { name: 'work-letters', sizes: BOTH, act: rail('letters') },
  { name: 'work-letters-none', fake: { letters: 'none' }, sizes: SMALL, act: rail('letters') },
  {
    name: 'work-letters-nothing',
    sizes: SMALL,
    act: async (page) => {
      await rail('letters')(page);
      await page.keyboard.press('Control+f');
      await page.keyboard.type('zzz');
    },
  },
  {
    name: 'work-letter',
    sizes: SMALL,
    act: async (page) => {
      await rail('letters')(page);
      await page.click('[data-testid=letters-table] .open');
      await page.waitForSelector('[data-testid=pdf-page] .textLayer span');
    },
  },
  {
    name: 'work-letter-print',
    sizes: WIDE,
    schemes: ['light'],
    act: async (page) => {
      await rail('letters')(page);
      await page.click('[data-testid=letters-table] .open');
      await page.waitForSelector('[data-testid=pdf-page] canvas');
      await page.click('[data-testid=letter-print]');
      await page.waitForSelector('#print-layer', { state: 'attached' });
      await page.emulateMedia({ media: 'print' });
    },
  },
  { name: 'work-choose', fake: { request: 'decided' }, sizes: SMALL, act: write },
  {
    name: 'work-choose-reason',
    fake: { request: 'decided' },
    sizes: SMALL,
    act: inSheet(write, 'letter-kind-proof-of-identity', 'letter-draft'),
  },
  { name: 'work-editor', fake: { request: 'decided' }, sizes: SMALL, act: drafted },
  { name: 'work-editor-blanks', fake: { request: 'decided', missing: true }, sizes: BOTH, act: drafted },
  { name: 'work-issue', fake: { request: 'decided' }, sizes: SMALL, act: inSheet(drafted, 'letter-issue') },
  {
    name: 'work-issued',
    fake: { request: 'decided' },
    sizes: SMALL,
    act: async (page) => {
      await inSheet(drafted, 'letter-issue', 'letter-issue-confirm')(page);
      await page.waitForSelector('[data-testid=letter-viewer] [data-testid=pdf-page]');
    },
  },
  {
    name: 'work-discard',
    fake: { request: 'decided' },
    sizes: SMALL,
    act: inSheet(drafted, 'letter-discard'),
  },
];
