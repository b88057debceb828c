// What is looked at: the registers, an entry while it is typed, read, and struck out.

const BOTH = [
  [1440, 900],
  [1024, 700],
];
const SMALL = [[1024, 700]];

const registers = async (page) => {
  page.setDefaultTimeout(6000);
  await page.waitForSelector('[data-testid=queue-row], .empty');
  await page.click('[data-testid=rail-registers]');
  await page.waitForSelector('[data-testid=handling-table], [data-testid=handling-first]');
};
const entering = async (page) => {
  await registers(page);
  await page.click('[data-testid=handling-enter]');
  await page.waitForSelector('[data-testid=handling-sheet]');
};
/** E-mail addresses for somebody's marketing, and the health of people. */
const colliding = async (page) => {
  await entering(page);
  await page.fill('[data-testid=handling-recipient]', 'Brightline Outdoor Media');
  await page.click('[data-testid=handling-purpose-their-marketing]');
  await page.click('[data-testid=handling-data-email-address]');
  await page.waitForSelector('[data-testid=collision]');
};
const both = async (page) => {
  await colliding(page);
  await page.click('[data-testid=handling-data-health]');
  await page.waitForSelector('[data-testid=collision] >> nth=1');
};
const opened = (nth) => async (page) => {
  await registers(page);
  await page.locator('[data-testid=handling-table-row]').nth(nth).click();
  await page.waitForSelector('[data-testid=handling-view]');
};

export default [
  { name: 'registers', sizes: BOTH, act: registers },
  { name: 'registers-long', fake: { registers: 'long' }, sizes: SMALL, act: registers },
  { name: 'registers-none', fake: { registers: 'none' }, sizes: BOTH, act: registers },
  {
    name: 'registers-keys',
    fake: { registers: 'many' },
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await registers(page);
      await page.locator('[data-testid=handling-table-row]').first().focus();
      for (const key of ['j', 'ArrowDown', 'k', 'End', 'Home', 'j', 'Enter']) await page.keyboard.press(key);
      await page.waitForSelector('[data-testid=handling-view]');
    },
  },
  {
    name: 'registers-flagged',
    sizes: SMALL,
    act: async (page) => {
      await registers(page);
      await page.click('[data-testid=handling-filter-flagged]');
      const rows = await page.locator('[data-testid=handling-table-row]').count();
      if (rows !== 1) throw new Error(`${rows} entries are flagged, not 1`);
    },
  },
  {
    name: 'registers-nothing',
    sizes: SMALL,
    act: async (page) => {
      await registers(page);
      await page.fill('[data-testid=handling-search]', 'zzz');
    },
  },
  { name: 'registers-entry', sizes: BOTH, act: entering },
  {
    name: 'registers-entry-fine',
    sizes: SMALL,
    act: async (page) => {
      await entering(page);
      await page.click('[data-testid=handling-data-contact-details]');
      await page.waitForSelector('text=Nothing in it collides');
    },
  },
  { name: 'registers-entry-collides', sizes: BOTH, act: colliding },
  {
    name: 'registers-entry-needed',
    sizes: BOTH,
    act: async (page) => {
      await both(page);
      await page.click('[data-testid=handling-save]');
      await page.waitForSelector('text=Write your answer first');
    },
  },
  {
    name: 'registers-entry-problems',
    sizes: SMALL,
    act: async (page) => {
      await entering(page);
      await page.click('[data-testid=handling-purpose-legal-process]');
      await page.click('[data-testid=handling-save]');
      await page.waitForSelector('text=Write who got it.');
    },
  },
  {
    name: 'registers-entry-kept',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await colliding(page);
      await page.locator('[data-testid=collision-answer]').fill('The sales desk has called them back.');
      await page.keyboard.press('Escape');
      await page.waitForSelector('[data-testid=handling-sheet]', { state: 'detached' });
      await page.click('[data-testid=handling-enter]');
      const said = await page.locator('[data-testid=collision-answer]').inputValue();
      if (!said.startsWith('The sales')) throw new Error('what was typed is lost');
    },
  },
  {
    name: 'registers-entered',
    sizes: SMALL,
    act: async (page) => {
      await both(page);
      await page
        .locator('[data-testid=collision-answer]')
        .nth(1)
        .fill('Each of them signed for it; kept in the safe.');
      await page.click('text=Enter it, 1 flagged');
      await page.waitForSelector('[data-testid=handling-sheet]', { state: 'detached' });
      await page.waitForSelector('[data-testid=handling-filter-flagged]:has-text("2")');
    },
  },
  {
    name: 'registers-entry-200',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await colliding(page);
      await page.keyboard.press('Escape');
      for (let press = 0; press < 5; press++) await page.keyboard.press('Control+=');
      await page.click('[data-testid=handling-enter]');
      await page.waitForSelector('[data-testid=collision]');
    },
  },
  {
    name: 'registers-200',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await registers(page);
      for (let press = 0; press < 5; press++) await page.keyboard.press('Control+=');
    },
  },
  { name: 'registers-view', sizes: BOTH, act: opened(2) },
  { name: 'registers-view-answered', sizes: SMALL, act: opened(3) },
  { name: 'registers-view-struck', sizes: SMALL, act: opened(5) },
  {
    name: 'registers-answer',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await opened(2)(page);
      await page.click('[data-testid=contradiction-resolve]');
      await page.fill('[data-testid=resolve-text]', 'They gave the addresses back; nobody was written to.');
      await page.click('[data-testid=resolve-confirm]');
      await page.waitForSelector('[data-testid=handling-view] .answer');
    },
  },
  {
    name: 'registers-strike',
    sizes: SMALL,
    act: async (page) => {
      await opened(2)(page);
      await page.click('[data-testid=handling-strike]');
      await page.click('[data-testid=strike-confirm]');
    },
  },
  {
    name: 'registers-struck',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await opened(2)(page);
      await page.click('[data-testid=handling-strike]');
      await page.fill('[data-testid=strike-reason]', 'It never left the house.');
      await page.click('[data-testid=strike-confirm]');
      await page.waitForSelector('[data-testid=handling-table-row].struck >> nth=1');
    },
  },

  {
    name: 'registers-from-request',
    fake: { request: 'paused' },
    sizes: SMALL,
    act: async (page) => {
      page.setDefaultTimeout(6000);
      await page.waitForSelector('[data-testid=queue-row]');
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.click('[data-testid=enter-handling]');
      await page.waitForSelector('[data-testid=handling-sheet]');
      await page.locator('[data-testid=handling-request]').scrollIntoViewIfNeeded();
      await page.keyboard.press('Escape');
      await page.waitForSelector('[data-testid=handling-sheet]', { state: 'detached' });
    },
  },
];
