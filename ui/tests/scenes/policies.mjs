// What is looked at: policies from the empty register to a reviewed ledger, comparison, check-list, contradictions.

const BOTH = [
  [1440, 900],
  [1024, 700],
];
const WIDE = [[1440, 900]];
const SMALL = [[1024, 700]];

const id = (name) => `[data-testid=${name}]`;
const go = async (page) => {
  page.setDefaultTimeout(8000);
  await page.waitForSelector(id('rail-policies'));
  await page.click(id('rail-policies'));
  await page.waitForSelector(`${id('policies')}, .empty`);
};
const click =
  (...ids) =>
  async (page) => {
    await go(page);
    for (const name of ids) await page.click(id(name));
  };
const larger = async (page) => {
  for (let press = 0; press < 6; press++) await page.keyboard.press('Control+=');
};
const fail = (what) => {
  throw new Error(what);
};
const progress = (page) => page.textContent(id('policy-progress'));
const says = async (page, text) => {
  const now = (await progress(page)).trim();
  if (now !== text) fail(`The progress says “${now}”, not “${text}”.`);
};
const pasted = async (page) => {
  await click('policy-new', 'bring-way-paste')(page);
  await page.fill(id('bring-text'), 'Privacy at Harbour Lane Studio\n\nEffective 1 May 2026.');
  await page.click(id('bring-show'));
  await page.waitForSelector(id('bring-becomes'));
};

export default [
  { name: 'policies', sizes: [...BOTH, [1920, 1080]], act: go },
  { name: 'policies-empty', fake: { policies: 'none' }, sizes: SMALL, act: go },
  { name: 'policies-fresh', fake: { review: 'none' }, sizes: BOTH, act: go },
  { name: 'policies-reviewed', fake: { review: 'all', contradictions: 'none' }, sizes: WIDE, act: go },
  { name: 'policies-long', fake: { policies: 'long', rows: 'long' }, sizes: BOTH, act: go },
  {
    name: 'policies-200',
    sizes: BOTH,
    act: async (page) => {
      await go(page);
      await larger(page);
    },
  },
  {
    name: 'policies-200-promises',
    sizes: SMALL,
    act: async (page) => {
      await go(page);
      await larger(page);
      await page
        .locator(`${id('policy-panes')} input`)
        .nth(1)
        .check({ force: true });
    },
  },
  {
    // From the first suggestion to the last with one key each, back, and on.
    name: 'policies-keyboard',
    sizes: BOTH,
    schemes: ['light'],
    act: async (page) => {
      await go(page);
      await says(page, '14 of 19 reviewed');
      await page.keyboard.press('a');
      await says(page, '15 of 19 reviewed');
      await page.keyboard.press('r');
      await says(page, '16 of 19 reviewed');
      await page.keyboard.press('u');
      await says(page, '15 of 19 reviewed');
      await page.keyboard.press('r');
      await page.keyboard.press('k');
      await page.keyboard.press('k');
      await page.keyboard.press('u');
      await says(page, '15 of 19 reviewed');
      await page.keyboard.press('a');
      await page.waitForSelector('[data-testid=promise-card].current:focus');
    },
  },
  {
    name: 'policies-refused',
    fake: { refuse: ['The disk is full. Nothing was changed; free some space and try again.'] },
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await go(page);
      await page.keyboard.press('a');
      await page.waitForSelector('text=The disk is full');
      await says(page, '14 of 19 reviewed');
    },
  },
  { name: 'policies-uncovered', sizes: BOTH, act: click('policy-uncovered', 'policy-rejected') },
  {
    name: 'policies-filtered',
    sizes: SMALL,
    act: async (page) => {
      await go(page);
      await page.selectOption(id('promise-filter-audience'), 'children');
      await page.click('[data-testid=promise-state-accepted]');
    },
  },
  {
    // A sentence with the keyboard, one word less, marked.
    name: 'policies-mark',
    sizes: BOTH,
    act: async (page) => {
      await go(page);
      await page.keyboard.press('s');
      await page.keyboard.press('s');
      await page.keyboard.press('Shift+ArrowLeft');
      await page.waitForSelector(id('policy-mark'));
    },
  },
  {
    name: 'policies-mark-sheet',
    sizes: BOTH,
    act: async (page) => {
      await go(page);
      await page.keyboard.press('s');
      await page.keyboard.press('m');
      await page.waitForSelector(id('correct-sheet'));
    },
  },
  {
    // With the mouse: the words between two places of the text.
    name: 'policies-mouse',
    sizes: WIDE,
    schemes: ['light'],
    act: async (page) => {
      await go(page);
      const words = page.locator('[data-from]', { hasText: 'Paintings that you upload' });
      await words.scrollIntoViewIfNeeded();
      const box = await words.boundingBox();
      await page.mouse.move(box.x + 40, box.y + box.height - 10);
      await page.mouse.down();
      await page.mouse.move(box.x + 260, box.y + box.height - 10, { steps: 4 });
      await page.mouse.up();
      await page.click(id('policy-mark'));
      await page.waitForSelector(id('correct-sheet'));
      await page.click(id('correct-save'));
      await page.waitForSelector('[role=dialog]', { state: 'detached' });
      await says(page, '15 of 20 reviewed');
    },
  },
  {
    name: 'policies-correct',
    sizes: BOTH,
    act: async (page) => {
      await go(page);
      await page.keyboard.press('e');
      await page.waitForSelector(id('correct-sheet'));
      await page.click(id('end-earlier'));
      await page.check(id('correct-has-time'));
      await page.fill(id('correct-count'), '');
      await page.click(id('correct-save'));
    },
  },
  {
    name: 'policies-correct-end',
    sizes: SMALL,
    act: async (page) => {
      await go(page);
      await page.keyboard.press('e');
      await page.waitForSelector(id('correct-sheet'));
      await page.evaluate(() => document.querySelector('.dialog-body').scrollTo(0, 1e6));
    },
  },
  { name: 'policies-bring', sizes: BOTH, act: click('policy-new') },
  { name: 'policies-bring-pasted', fake: { same: true }, sizes: BOTH, act: pasted },
  {
    name: 'policies-bring-file',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await click('policy-new')(page);
      await page.setInputFiles(id('bring-input'), {
        name: 'privacy.html',
        mimeType: 'text/html',
        buffer: Buffer.from('<h1>Privacy</h1>'),
      });
      await page.waitForSelector(id('bring-becomes'));
      await page.fill(id('about-title'), '');
      await page.click(id('bring-add'));
      await page.waitForSelector('.error');
      await page.fill(id('about-title'), 'Privacy, from May');
      await page.click(id('rail-queue'));
      await page.waitForSelector(id('queue-row'));
      await click('policy-new')(page);
      if ((await page.inputValue(id('about-title'))) !== 'Privacy, from May') fail('What was typed is lost.');
    },
  },
  {
    name: 'policies-bring-wrong',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await click('policy-new')(page);
      await page.setInputFiles(id('bring-input'), {
        name: 'privacy.exe',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from('MZ'),
      });
      await page.waitForSelector('.error');
    },
  },
  {
    name: 'policies-bring-refused',
    fake: { refuse: ['This text has no words in it. Copy it again.', 'file'] },
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await click('policy-new', 'bring-way-paste')(page);
      await page.fill(id('bring-text'), '?');
      await page.click(id('bring-show'));
      await page.waitForSelector('.error >> text=no words in it');
    },
  },
  {
    name: 'policies-bring-done',
    sizes: WIDE,
    schemes: ['light'],
    act: async (page) => {
      await pasted(page);
      await page.click(id('bring-add'));
      await page.waitForSelector(id('policies'));
      await says(page, '0 of 19 reviewed');
    },
  },
  { name: 'policies-change', sizes: SMALL, act: click('policy-more', 'policy-change', 'change-confirm') },
  { name: 'policies-menu', sizes: SMALL, act: click('policy-more') },
  {
    name: 'policies-withdraw',
    sizes: SMALL,
    act: click('policy-more', 'policy-withdraw', 'withdraw-confirm'),
  },
  { name: 'policies-original', sizes: SMALL, act: click('policy-more', 'policy-original') },
  {
    name: 'policies-print',
    sizes: WIDE,
    act: async (page) => {
      await click('policy-print')(page);
      await page.waitForSelector('[data-testid=pdf-page] canvas');
    },
  },
  { name: 'policies-checklist', sizes: BOTH, act: click('policy-more', 'policy-checklist') },
  {
    name: 'policies-checklist-jump',
    sizes: WIDE,
    schemes: ['light'],
    act: async (page) => {
      await click('policy-more', 'policy-checklist')(page);
      await page.locator(id('checklist-jump')).nth(2).click();
      await page.waitForSelector(id('policies'));
      await page.waitForFunction(() => getSelection().toString().includes('supervisory authority'));
    },
  },
  { name: 'policies-compare', sizes: BOTH, act: click('policy-compare') },
  { name: 'policies-compare-same', fake: { compare: 'same' }, sizes: SMALL, act: click('policy-compare') },
  {
    name: 'policies-compare-rows',
    sizes: BOTH,
    act: async (page) => {
      await click('policy-compare')(page);
      await page.waitForSelector(id('compare-next'));
      for (let press = 0; press < 5; press++) await page.keyboard.press('n');
      await page.keyboard.press('p');
      await page.waitForSelector('[data-difference="4"]:focus');
      await page.locator(id('compare-fold')).first().click();
    },
  },
  {
    name: 'policies-compare-200',
    sizes: SMALL,
    act: async (page) => {
      await click('policy-compare')(page);
      await larger(page);
    },
  },
  {
    name: 'policies-notice',
    sizes: SMALL,
    act: async (page) => {
      await click('policy-compare')(page);
      await page.click(id('notice-give'));
      await page.click(id('notice-confirm'));
    },
  },
  { name: 'policies-contradictions', sizes: BOTH, act: click('policy-contradictions') },
  {
    name: 'policies-resolve',
    sizes: SMALL,
    act: async (page) => {
      await click('policy-contradictions')(page);
      await page.locator(id('contradiction-resolve')).first().click();
      await page.click(id('resolve-confirm'));
    },
  },
  {
    name: 'policies-resolved',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await click('policy-contradictions')(page);
      await page.locator(id('contradiction-resolve')).first().click();
      await page.fill(
        id('resolve-text'),
        'The list was called back on 12 February; Brightpost confirmed in writing.',
      );
      await page.click(id('resolve-confirm'));
      await page.waitForSelector('[role=dialog]', { state: 'detached' });
      await page
        .locator(`${id('contradictions-which')} input`)
        .nth(1)
        .check({ force: true });
      await page.waitForSelector('text=Brightpost confirmed in writing');
    },
  },
];
