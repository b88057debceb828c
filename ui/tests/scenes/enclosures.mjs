// What is looked at: what goes along with a letter, from the choice to the letter that left.

const BOTH = [
  [1440, 900],
  [1024, 700],
];
const at = (testid) => `[data-testid=${testid}]`;

const editor = async (page) => {
  page.setDefaultTimeout(6000);
  await page.waitForSelector('[data-testid=queue-row]');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-testid=request-page]');
  await page.click(at('step-write-letter'));
  await page.click(at('letter-kind-answer-in-part'));
  await page.waitForSelector(`${at('pdf-page')} canvas`);
};
const chosen = async (page) => {
  await editor(page);
  for (const tick of ['enclose-41', 'annex-41', 'enclose-42', 'enclose-43', 'annex-43']) {
    await page.click(at(tick));
    await page.waitForSelector(`${at(tick)}:checked`);
    await page.waitForTimeout(50);
  }
  await page.fill(at('enclosures-also'), 'A map of the harbour');
  await page.locator(at('enclosures-also')).blur();
};

export default [
  {
    name: 'enclosures',
    fake: { request: 'decided' },
    sizes: BOTH,
    act: async (page) => {
      await chosen(page);
      await page.locator(at('enclosures')).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'enclosures-issue',
    fake: { request: 'decided' },
    sizes: BOTH,
    act: async (page) => {
      await chosen(page);
      await page.click(at('letter-issue'));
      await page.waitForSelector(at('issue-along'));
    },
  },
  {
    name: 'enclosures-kept',
    fake: { along: true },
    sizes: BOTH,
    act: async (page) => {
      page.setDefaultTimeout(6000);
      await page.waitForSelector('[data-testid=queue-row], .empty');
      await page.click(at('rail-letters'));
      await page.waitForSelector('tbody tr');
      await page.click('tbody tr .open');
      await page.waitForSelector(at('letter-along'));
      await page.waitForSelector(`${at('pdf-page')} canvas`);
    },
  },
];
