// What is looked at: what the registers hold about a request, what words seem to ask for, and health by plain mail.

const BOTH = [
  [1440, 900],
  [1024, 700],
];
const SMALL = [[1024, 700]];

const open = async (page) => {
  page.setDefaultTimeout(6000);
  await page.waitForSelector('[data-testid=queue-row]');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-testid=request-page]');
};
const into = (testid) => async (page) => {
  await open(page);
  await page.locator(`[data-testid=${testid}]`).scrollIntoViewIfNeeded();
};
const PARENT = { request: 'parent' };

export default [
  { name: 'request-belongs', fake: PARENT, sizes: [...BOTH, [1920, 1080]], act: open },
  { name: 'request-authority', fake: PARENT, sizes: BOTH, act: into('authority-card') },
  { name: 'request-accounting', fake: PARENT, sizes: BOTH, act: into('accounting-card') },
  { name: 'request-disclosed', fake: PARENT, sizes: SMALL, act: into('disclosed-card') },
  {
    name: 'request-belongs-200',
    fake: PARENT,
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await open(page);
      for (let press = 0; press < 5; press++) await page.keyboard.press('Control+=');
    },
  },
  {
    name: 'request-authority-sheet',
    fake: PARENT,
    sizes: SMALL,
    act: async (page) => {
      await open(page);
      await page.click('[data-testid=authority-add]');
      await page.click('[data-testid=authority-save]');
      await page.waitForSelector('text=Choose what it was.');
    },
  },
  {
    name: 'request-authority-seen',
    fake: PARENT,
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await open(page);
      await page.click('[data-testid=authority-add]');
      await page.click('[data-testid=authority-kind-signed-permission]');
      await page.fill('[data-testid=authority-what]', 'Signed on 2 March, names the agent.');
      await page.click('[data-testid=authority-save]');
      await page.waitForSelector('text=Signed on 2 March, names the agent.');
    },
  },
  {
    name: 'request-disclosed-sheet',
    fake: PARENT,
    sizes: SMALL,
    act: async (page) => {
      await open(page);
      await page.click('[data-testid=disclosed-add]');
      await page.click('[data-testid=disclosed-could-no]');
      await page.click('[data-testid=disclosed-save]');
      await page.waitForSelector('text=Write why it could not be done.');
    },
  },
  {
    name: 'request-to-file',
    fake: PARENT,
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await open(page);
      await page.click('[data-testid=to-file-children]');
      await page.waitForSelector('[data-testid=child-may]');
    },
  },
  {
    name: 'request-opens-file',
    fake: PARENT,
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await open(page);
      await page.click('[data-testid=open-file-authorizations]');
      await page.waitForSelector('[data-testid=authorization-sheet]');
    },
  },
  {
    name: 'letter-plain-mail',
    fake: { request: 'decided', health: true },
    sizes: SMALL,
    act: async (page) => {
      await open(page);
      await page.click('[data-testid=step-write-letter]');
      await page.click('[data-testid=letter-kind-answer-in-part]');
      await page.waitForSelector('[data-testid=pdf-page] canvas');
      await page.click('[data-testid=letter-issue]');
      await page.click('[data-testid=letter-sent-mail]');
      await page.click('[data-testid=letter-issue-confirm]');
      await page.waitForSelector('[data-testid=plain-mail-asked]');
    },
  },
  {
    name: 'log-suggests',
    sizes: BOTH,
    act: async (page) => {
      page.setDefaultTimeout(6000);
      await page.waitForSelector('[data-testid=queue-row]');
      await page.keyboard.press('Control+n');
      await page.fill(
        '[data-testid=log-words]',
        'My address is wrong in your books. Do nothing until it is checked.',
      );
      await page.locator('[data-testid=log-suggests]').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'log-suggest-taken',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      page.setDefaultTimeout(6000);
      await page.waitForSelector('[data-testid=queue-row]');
      await page.keyboard.press('Control+n');
      await page.fill('[data-testid=log-words]', 'My address is wrong in your books.');
      await page.click('[data-testid=suggest-rectification]');
      await page.waitForSelector('[data-testid=log-suggests]', { state: 'detached' });
      if (!(await page.isChecked('[data-testid=right-rectification]'))) throw new Error('it is not chosen');
    },
  },
];
