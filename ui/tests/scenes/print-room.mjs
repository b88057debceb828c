// What is looked at: the print room with its tabs, the post of the day, what left and what came back.

const BOTH = [
  [1440, 900],
  [1024, 700],
];
const SMALL = [[1024, 700]];

const at = (testid) => `[data-testid=${testid}]`;
const letters = async (page) => {
  page.setDefaultTimeout(6000);
  await page.waitForSelector('[data-testid=queue-row], .empty');
  await page.click(at('rail-letters'));
  await page.waitForSelector(at('room-tabs'));
};
const tab = (name) => async (page) => {
  await letters(page);
  await page.click(`${at('room-tabs')} label:has(input[value=${name}])`);
  await page.waitForSelector(`${at('room-tabs')} input[value=${name}]:checked`);
  await page.waitForSelector('tbody tr');
};
/** The first by Space, a range by Shift. */
const some = (name) => async (page) => {
  await tab(name)(page);
  await page.focus('tbody tr:nth-child(1) .open');
  await page.keyboard.press(' ');
  await page.waitForSelector('tbody tr.chosen');
};
const range = async (page) => {
  await some('ready')(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Space');
  await page.waitForFunction(() => document.querySelectorAll('tr.chosen').length === 3);
};
const everything = async (page) => {
  await tab('ready')(page);
  await page.focus('tbody tr:nth-child(1) .open');
  await page.keyboard.press('Control+a');
  await page.waitForFunction(() => document.querySelectorAll('tbody tr:not(.chosen)').length === 0);
};
const press = async (page) => {
  await letters(page);
  await page.click(at('room-print'));
  await page.waitForSelector(at('press-begin'));
};
const pressed = async (page) => {
  await press(page);
  await page.click(at('press-begin'));
  await page.waitForSelector(at('press-save'));
};

export default [
  { name: 'room-ready', sizes: BOTH, act: letters },
  { name: 'room-range', sizes: BOTH, act: range },
  { name: 'room-all', sizes: SMALL, schemes: ['light'], act: everything },
  { name: 'room-drafts', sizes: BOTH, act: tab('drafts') },
  { name: 'room-posted', sizes: BOTH, act: some('posted') },
  { name: 'room-returned', sizes: BOTH, act: some('returned') },
  { name: 'room-many', fake: { letters: 'many' }, sizes: SMALL, schemes: ['light'], act: letters },
  {
    name: 'room-200',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await range(page);
      for (let at = 0; at < 5; at++) await page.keyboard.press('Control+=');
    },
  },
  {
    name: 'room-letter',
    sizes: BOTH,
    act: async (page) => {
      await letters(page);
      await page.click('tbody .open');
      await page.waitForSelector('[data-testid=pdf-page] .textLayer span');
    },
  },
  { name: 'room-press', sizes: BOTH, act: press },
  { name: 'room-pressed', sizes: BOTH, act: pressed },
  { name: 'room-no-printer', fake: { printers: 'none' }, sizes: SMALL, act: pressed },
  {
    name: 'room-pressing',
    fake: { post: 'slow' },
    sizes: SMALL,
    act: async (page) => {
      await press(page);
      await page.click(at('press-begin'));
      await page.waitForSelector(at('press-stop'));
    },
  },
  {
    name: 'room-stopped',
    fake: { post: 'slow' },
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await press(page);
      await page.click(at('press-begin'));
      await page.click(at('press-stop'));
      await page.waitForSelector(at('press-begin'));
    },
  },
  {
    name: 'room-confirm',
    sizes: BOTH,
    act: async (page) => {
      await some('ready')(page);
      await page.click(at('room-confirm'));
      await page.waitForSelector(at('posted-sheet'));
    },
  },
  {
    name: 'room-confirmed',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await range(page);
      await page.click(at('room-confirm'));
      await page.click(at('posted-save'));
      await page.waitForFunction(() => document.querySelectorAll('tr.chosen').length === 0);
    },
  },
  {
    name: 'room-incident-back',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await tab('returned')(page);
      await page.click(at('room-incident'));
      await page.waitForSelector(at('incident-dates'));
    },
  },
  {
    name: 'room-came-back',
    sizes: BOTH,
    act: async (page) => {
      await some('posted')(page);
      await page.click(at('room-returned'));
      await page.click(at('returned-save'));
      await page.waitForSelector('[aria-invalid=true]');
    },
  },
];
