// What is looked at: the templates, one being changed, what is wrong with it, and what helps.

const ALL = [
  [1920, 1080],
  [1024, 700],
];
const SMALL = [[1024, 700]];
const at = (testid) => `[data-testid=${testid}]`;

const list = async (page) => {
  page.setDefaultTimeout(6000);
  await page.waitForSelector('[data-testid=queue-row], .empty');
  await page.click(at('rail-letters'));
  await page.click(at('open-wording'));
  await page.waitForSelector(`${at('wording-row')}, ${at('wording')} .empty`);
};
const open =
  (path = 'eu-gdpr/acknowledgement.txt') =>
  async (page) => {
    await list(page);
    await page.click(`${at('wording-row')}[data-path="${path}"]`);
    await page.waitForSelector(at('wording-text'));
    await page.waitForSelector('[data-testid=pdf-page] .textLayer span');
  };
const tab = (name, path) => async (page) => {
  await open(path)(page);
  await page.click(`${at('wording-tabs')} label:has(input[value=${name}])`);
  await page.waitForSelector(`${at('wording-tabs')} input[value=${name}]:checked`);
};
/** Types over the whole text. */
const type = (change) => async (page) => {
  await open()(page);
  const area = page.locator(at('wording-text'));
  await area.fill(change(await area.inputValue()));
};
const slip = async (page) => {
  await type((text) => text.replace('{{ requester', '{{ requestr').replace('--- respond-by', '---'))(page);
  await page.waitForSelector(at('wording-put-back'));
  await page.waitForSelector('[role=alert]');
};

export default [
  { name: 'wording-list', sizes: ALL, act: list },
  {
    name: 'wording-none',
    fake: { wording: 'none' },
    sizes: SMALL,
    schemes: ['light'],
    act: list,
  },
  { name: 'wording-text', sizes: ALL, act: open() },
  { name: 'wording-slip', sizes: ALL, act: slip },
  {
    name: 'wording-put-back',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await slip(page);
      await page.click(at('wording-put-back'));
      await page.waitForFunction(() => document.querySelector('[data-testid=wording-put-back]') === null);
    },
  },
  { name: 'wording-fields', sizes: ALL, act: tab('fields') },
  { name: 'wording-outline', sizes: ALL, act: tab('outline') },
  { name: 'wording-difference', sizes: ALL, act: tab('difference') },
  {
    name: 'wording-newer',
    sizes: SMALL,
    act: async (page) => {
      await open('common/questions.txt')(page);
      await page.click(`${at('wording-editor')} .newer button`);
      await page.waitForSelector(`${at('wording-compare')} input[value=theirs]:checked`);
    },
  },
  {
    name: 'wording-shared',
    sizes: SMALL,
    act: async (page) => {
      await open('eu-gdpr/refusal.txt')(page);
      await page.waitForSelector(at('wording-open-part'));
    },
  },
  { name: 'wording-versions', sizes: SMALL, act: tab('versions') },
  {
    name: 'wording-keep',
    sizes: SMALL,
    act: async (page) => {
      await type((text) => text.replace('Yours sincerely', 'With kind regards'))(page);
      await page.click(`${at('wording-save')}:not([disabled])`);
      await page.waitForSelector(at('wording-note'));
      await page.waitForSelector(`${at('wording-keep-use')}:not([disabled])`);
    },
  },
  {
    name: 'wording-200',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await open()(page);
      for (let n = 0; n < 5; n++) await page.keyboard.press('Control+=');
    },
  },
];
