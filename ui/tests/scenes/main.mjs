// What is looked at: the frame, the welcome, unlocking, the queue, the settings.

const BOTH = [
  [1440, 900],
  [1024, 700],
];
const SMALL = [[1024, 700]];
const rows = (page) => page.waitForSelector('[data-testid=queue-row]');
const settings = (tab) => async (page) => {
  await rows(page);
  await page.click('[data-testid=rail-settings]');
  await page.click(`[data-testid=tab-${tab}]`);
};
const create = (steps) => async (page) => {
  await page.click('[data-testid=welcome-create]');
  if (steps === 0) return;
  await page.fill('[data-testid=create-organisation]', 'Harbour Lane Studio');
  await page.fill('[data-testid=create-address]', 'Harbour Lane 14\n20457 Hamburg');
  await page.click('[data-testid=create-next]');
  if (steps === 1) return;
  await page.fill('[data-testid=create-officer]', 'Ines Okafor');
  await page.fill('[data-testid=create-email]', 'privacy@harbourlane.example');
  await page.click('[data-testid=create-next]');
  if (steps === 2) return;
  await page.check('[data-testid=law-eu-gdpr]');
  await page.click('[data-testid=calendar]');
  await page.click('[role=option]:has-text("Hamburg")');
  await page.click('[data-testid=create-next]');
  await page.fill('[data-testid=passphrase]', steps === 3 ? 'harbour12345' : 'lantern quay mustard thirteen');
  await page.waitForSelector('.meter:not([data-level="-1"])');
  if (steps === 3) return;
  await page.fill('[data-testid=passphrase-repeat]', 'lantern quay mustard thirteen');
  await page.click('[data-testid=create-finish]');
  await page.waitForSelector('[data-testid=recovery-key]');
};

export default [
  { name: 'welcome', fake: { phase: 'no-desk' }, sizes: BOTH },
  { name: 'create-1', fake: { phase: 'no-desk' }, act: create(0), sizes: SMALL },
  {
    name: 'create-errors',
    fake: { phase: 'no-desk' },
    sizes: SMALL,
    act: async (page) => {
      await page.click('[data-testid=welcome-create]');
      await page.click('[data-testid=create-next]');
    },
  },
  { name: 'create-2', fake: { phase: 'no-desk' }, act: create(1), sizes: SMALL },
  { name: 'create-3', fake: { phase: 'no-desk' }, act: create(2), sizes: SMALL },
  {
    name: 'create-3-zones',
    fake: { phase: 'no-desk' },
    sizes: SMALL,
    act: async (page) => {
      await create(2)(page);
      await page.click('[data-testid=zone]');
      await page.keyboard.type('lis');
    },
  },
  { name: 'create-4', fake: { phase: 'no-desk' }, act: create(3), sizes: SMALL },
  { name: 'create-5', fake: { phase: 'no-desk' }, act: create(4), sizes: SMALL },
  { name: 'unlock', fake: { phase: 'locked' }, sizes: SMALL },
  {
    name: 'unlock-wrong',
    fake: { phase: 'locked', wait: 7 },
    sizes: SMALL,
    act: (page) => page.waitForSelector('text=Try again in'),
  },
  {
    name: 'unlock-recovery',
    fake: { phase: 'locked' },
    sizes: SMALL,
    act: (page) => page.click('[data-testid=unlock-recovery]'),
  },
  {
    name: 'unlock-refused',
    fake: { phase: 'locked' },
    sizes: SMALL,
    act: async (page) => {
      await page.fill('[data-testid=unlock-passphrase]', 'not this one');
      await page.click('[data-testid=unlock-submit]');
      await page.waitForSelector('text=does not open this desk');
    },
  },
  {
    name: 'unlock-back-where-one-was',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await settings('organisation')(page);
      await page.fill('[data-testid=settings-organisation]', 'Harbour Lane Studios');
      await page.keyboard.press('Control+l');
      await page.fill('[data-testid=unlock-passphrase]', 'open sesame please');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-testid=settings-save]');
      const kept = await page.inputValue('[data-testid=settings-organisation]');
      if (kept !== 'Harbour Lane Studios') throw new Error(`What was typed is gone: ${kept}`);
    },
  },
  {
    name: 'queue-keyboard',
    fake: { rows: 'many' },
    schemes: ['light'],
    act: async (page) => {
      await rows(page);
      const at = (row) => page.waitForSelector(`[data-at="${row}"][aria-selected=true]:focus`);
      for (const key of ['j', 'ArrowDown', 'ArrowDown', 'k']) await page.keyboard.press(key);
      await at(2);
      await page.keyboard.press('End');
      await at(9999);
      await page.keyboard.press('Home');
      await at(0);
      await page.keyboard.press('w');
      await page.waitForSelector('text=Other dates');
      await page.keyboard.press('Escape');
      await page.keyboard.press('/');
      await page.keyboard.type('grace');
      await page.waitForFunction(() => document.activeElement.dataset.testid === 'queue-search');
      await page.waitForFunction(() => /Tanaka/.test(document.querySelector('[data-at="0"]')?.textContent));
      await page.keyboard.press('ArrowDown');
      await at(0);
    },
  },
  {
    name: 'queue-closed',
    sizes: SMALL,
    act: async (page) => {
      await rows(page);
      await page.click('[data-testid=chip-closed]');
      await page.waitForSelector('text=closed');
    },
  },
  { name: 'queue', sizes: [...BOTH, [1920, 1080]], act: rows },
  { name: 'queue-also-none', fake: { also: 'none' }, sizes: BOTH, act: rows },
  {
    name: 'queue-also-many',
    fake: { also: 'many' },
    sizes: BOTH,
    act: async (page) => {
      await rows(page);
      await page.click('[data-testid=also-all]');
      await page.waitForSelector('[data-also="23"]');
    },
  },
  { name: 'queue-also-long', fake: { also: 'long' }, sizes: SMALL, act: rows },
  {
    name: 'queue-also-hour',
    fake: { also: 'hour' },
    sizes: SMALL,
    act: async (page) => {
      await rows(page);
      await page.click('[data-testid=also-why]');
      await page.waitForSelector('text=the safer moment');
    },
  },
  {
    name: 'queue-also-keyboard',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await rows(page);
      const at = (line) => page.waitForSelector(`[data-also="${line}"]:focus`);
      await page.keyboard.press('k');
      await at(2);
      await page.keyboard.press('ArrowUp');
      await at(1);
      await page.keyboard.press('ArrowDown');
      await at(2);
      await page.keyboard.press('j');
      await page.waitForSelector('[data-at="0"][aria-selected=true]:focus');
      await page.keyboard.press('ArrowUp');
      await at(2);
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-testid=register-tab-incidents][aria-selected=true]');
    },
  },
  { name: 'queue-long', fake: { rows: 'long', sample: true }, sizes: BOTH, act: rows },
  { name: 'queue-empty', fake: { rows: 'none' }, sizes: SMALL },
  { name: 'queue-compact', fake: { density: 'compact', rows: 'many' }, act: rows },
  {
    name: 'queue-many-end',
    fake: { rows: 'many' },
    act: async (page) => {
      await rows(page);
      await page.keyboard.press('End');
      await page.waitForSelector('[data-id="10000"][aria-selected=true]');
    },
  },
  {
    name: 'queue-nothing-found',
    act: async (page) => {
      await rows(page);
      await page.keyboard.press('Control+f');
      await page.keyboard.type('zzz');
    },
  },
  {
    name: 'queue-why',
    sizes: SMALL,
    act: async (page) => {
      await rows(page);
      await page.keyboard.press('j');
      await page.keyboard.press('w');
      await page.waitForSelector('text=Other dates');
    },
  },
  {
    name: 'queue-200',
    sizes: SMALL,
    act: async (page) => {
      await rows(page);
      for (let press = 0; press < 5; press++) await page.keyboard.press('Control+=');
    },
  },
  {
    name: 'palette',
    sizes: SMALL,
    act: async (page) => {
      await rows(page);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('l');
    },
  },
  ...['organisation', 'laws', 'officers', 'appearance', 'about'].map((tab) => ({
    name: `settings-${tab}`,
    sizes: SMALL,
    act: settings(tab),
  })),
  {
    name: 'letterhead-plain',
    sizes: BOTH,
    act: async (page) => {
      await settings('letterhead')(page);
      await page.waitForSelector('[data-testid=letterhead-window]');
    },
  },
  {
    name: 'letterhead-full',
    fake: { letterhead: 'full' },
    sizes: BOTH,
    act: async (page) => {
      await settings('letterhead')(page);
      await page.fill('[data-testid=letterhead-name]', 'Harbour Lane Studio for Printed Matter');
      await page.waitForSelector('[data-testid=letterhead-save]');
      await page.waitForSelector('[data-testid=letterhead-window]');
      await page.locator('[data-testid=logo-side]').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'letterhead-refused',
    fake: { letterhead: 'hidden' },
    sizes: SMALL,
    act: async (page) => {
      await settings('letterhead')(page);
      await page.setInputFiles('[data-testid=logo-input]', {
        name: 'logo.gif',
        mimeType: 'image/gif',
        buffer: Buffer.from('GIF89a'),
      });
      await page.waitForSelector('text=no PNG, JPEG or SVG');
      await page.locator('[data-testid=logo-choose]').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'letterhead-page',
    fake: { letterhead: 'full' },
    sizes: SMALL,
    act: async (page) => {
      await settings('letterhead')(page);
      await page.waitForSelector('[data-testid=letterhead-window]');
      await page.locator('[data-testid=letterhead-setting]').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'settings-safety',
    sizes: SMALL,
    act: async (page) => {
      await settings('safety')(page);
      await page.click('[data-testid=verify-log]');
    },
  },
  {
    name: 'settings-log-broken',
    fake: { broken: true },
    sizes: SMALL,
    act: async (page) => {
      await settings('safety')(page);
      await page.click('[data-testid=verify-log]');
      await page.waitForSelector('[data-testid=verify-result]');
    },
  },
  {
    name: 'settings-backup-toast',
    sizes: SMALL,
    act: async (page) => {
      await settings('safety')(page);
      await page.click('[data-testid=backup]');
      await page.waitForSelector('[data-testid=toast]');
    },
  },
  {
    name: 'settings-passphrase-refused',
    sizes: SMALL,
    act: async (page) => {
      await settings('officers')(page);
      await page.click('[data-testid=passphrase-change]');
      await page.fill('[data-testid=passphrase-old]', 'not this one');
      await page.fill('[data-testid=passphrase]', 'lantern quay mustard thirteen');
      await page.fill('[data-testid=passphrase-repeat]', 'lantern quay mustard thirteen');
      await page.click('[data-testid=passphrase-submit]');
      await page.waitForSelector('text=not your present passphrase');
    },
  },
  {
    name: 'settings-recovery-renewed',
    sizes: SMALL,
    act: async (page) => {
      await settings('officers')(page);
      await page.click('[data-testid=recovery-renew]');
      await page.fill('[data-testid=renew-passphrase]', 'open sesame please');
      await page.click('[data-testid=renew-submit]');
      await page.waitForSelector('[data-testid=recovery-key]');
    },
  },
  {
    name: 'settings-unsaved',
    sizes: SMALL,
    act: async (page) => {
      await settings('organisation')(page);
      await page.fill('[data-testid=settings-organisation]', 'Harbour Lane Studios');
    },
  },
  {
    name: 'settings-officer-add',
    sizes: SMALL,
    act: async (page) => {
      await settings('officers')(page);
      await page.click('[data-testid=officer-add]');
    },
  },
  {
    name: 'drop',
    sizes: SMALL,
    act: async (page) => {
      await rows(page);
      await page.evaluate(() => window.__FAKE_EMIT('drop-hover', true));
    },
  },
];
