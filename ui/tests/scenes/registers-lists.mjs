// What is looked at: recipients, the suppression list, mailing lists, files brought in, and the answer for a year.

const BOTH = [
  [1440, 900],
  [1024, 700],
];
const SMALL = [[1024, 700]];

const tab = (name) => async (page) => {
  page.setDefaultTimeout(6000);
  await page.waitForSelector('[data-testid=queue-row], .empty');
  await page.click('[data-testid=rail-registers]');
  await page.click(`[data-testid=register-tab-${name}]`);
  await page.waitForSelector('[role=tabpanel] table, [role=tabpanel] .empty');
};
const disclosures = tab('disclosures');
const recipients = tab('recipients');
const suppression = tab('suppression');
const twice = async (page) => {
  for (let press = 0; press < 5; press++) await page.keyboard.press('Control+=');
};
const more = (item) => async (page) => {
  await disclosures(page);
  await page.click('[data-testid=handling-more]');
  await page.click(`[data-testid=${item}]`);
};
const csv = { name: 'disclosures 2026.csv', mimeType: 'text/csv', buffer: Buffer.from('Date;Company\n') };
const bringIn = async (page) => {
  await more('handling-import')(page);
  await page.setInputFiles('[data-testid=import-input]', csv);
  await page.waitForSelector('[data-testid=import-rows]');
};
const mailing = async (page) => {
  await suppression(page);
  await page.click('[data-testid=suppression-more]');
  await page.click('[data-testid=suppression-check]');
  await page.waitForSelector('[data-testid=mailing-page]');
};
const checked = async (page) => {
  await mailing(page);
  await page.setInputFiles('[data-testid=mailing-input]', { ...csv, name: 'spring mailing.csv' });
  await page.waitForSelector('[data-testid=mailing-page] .figures');
};
const all = [
  [1440, 900],
  [1024, 700],
  [1920, 1080],
];

export default [
  {
    name: 'registers-tabs-keys',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await disclosures(page);
      await page.focus('[data-testid=register-tab-disclosures]');
      for (const key of ['ArrowRight', 'ArrowRight', 'End', 'ArrowRight', 'ArrowRight'])
        await page.keyboard.press(key);
      await page.waitForSelector('[data-testid=register-tab-recipients][aria-selected=true]:focus');
    },
  },

  { name: 'recipients', sizes: all, act: recipients },
  { name: 'recipients-long', fake: { registers: 'long' }, sizes: SMALL, act: recipients },
  { name: 'recipients-none', fake: { recipients: 'none' }, sizes: BOTH, act: recipients },
  {
    name: 'recipients-200',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await recipients(page);
      await twice(page);
    },
  },
  {
    name: 'recipients-many-keys',
    fake: { recipients: 'many' },
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await recipients(page);
      await page.locator('[data-testid=recipient-table-row]').first().focus();
      for (const key of ['j', 'End', 'k', 'PageUp', 'Home', 'j', 'Enter']) await page.keyboard.press(key);
      await page.waitForSelector('[data-testid=recipient-view]');
    },
  },
  {
    name: 'recipient-view',
    sizes: BOTH,
    act: async (page) => {
      await recipients(page);
      await page.click('[data-testid=recipient-table-row]:has-text("Brightline")');
      await page.waitForSelector('[data-testid=recipient-view] [data-testid=timeline]');
    },
  },
  {
    name: 'recipient-new',
    sizes: BOTH,
    act: async (page) => {
      await recipients(page);
      await page.keyboard.press('n');
      await page.waitForSelector('[data-testid=recipient-sheet]');
      await page.click('[data-testid=recipient-save]');
      await page.waitForSelector('text=Write its name.');
    },
  },
  {
    name: 'recipient-saved',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await recipients(page);
      await page.click('[data-testid=recipient-enter]');
      await page.fill('[data-testid=recipient-name]', 'Fell & Tarn Outdoor');
      await page.fill('[data-testid=recipient-address]', '2 Tarn Road\nKeswick CA12 5AB');
      await page.click('[data-testid=recipient-save]');
      await page.waitForSelector('[data-testid=recipient-table-row]:has-text("Fell & Tarn")');
    },
  },
  {
    name: 'recipient-changed',
    sizes: SMALL,
    act: async (page) => {
      await recipients(page);
      await page.click('[data-testid=recipient-table-row]:has-text("Alder")');
      await page.click('[data-testid=recipient-change]');
      await page.fill('[data-testid=recipient-address]', '3 Orchard Way');
      await page.click('[data-testid=recipient-save]');
      await page.waitForSelector('text=Write the reason first');
      await page.fill('[data-testid=recipient-reason]', 'They wrote where they are.');
      await page.click('[data-testid=recipient-save]');
      await page.waitForSelector('[data-testid=recipient-view] :text("They wrote where they are.")');
    },
  },
  {
    name: 'recipient-strike',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await recipients(page);
      await page.click('[data-testid=recipient-table-row]:has-text("Kestrel")');
      await page.click('[data-testid=recipient-strike]');
      await page.fill('[data-testid=recipient-strike-reason]', 'They left the trade.');
      await page.click('[data-testid=recipient-strike-confirm]');
      await page.waitForSelector('[data-testid=recipient-table-row].struck >> nth=1');
    },
  },
  {
    name: 'recipient-disclosures',
    sizes: SMALL,
    act: async (page) => {
      await recipients(page);
      await page.click('[data-testid=recipient-table-row]:has-text("Brightline")');
      await page.click('[data-testid=recipient-disclosures]');
      await page.waitForSelector('[data-testid=narrowed]');
      const rows = await page.locator('[data-testid=handling-table-row]').count();
      if (rows !== 1) throw new Error(`${rows} entries of the recipient, not 1`);
    },
  },

  {
    name: 'disclosure-subpoena',
    sizes: BOTH,
    act: async (page) => {
      await disclosures(page);
      await page.click('[data-testid=handling-enter]');
      await page.click('[data-testid=handling-purpose-legal-process]');
      await page.fill('[data-testid=process-from]', 'County court');
      await page.locator('[data-testid=process-from]').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'disclosure-many-people',
    sizes: BOTH,
    act: async (page) => {
      await disclosures(page);
      await page.click('[data-testid=handling-enter]');
      await page.fill('[data-testid=category-find]', 'mail');
      await page.click('[data-testid=category-email-address]');
      await page.fill(
        '[data-testid=handling-persons]',
        'Marta Olsen; m.olsen@post.example\nJo Achterberg <jo@post.example>\njo@post.example\n12',
      );
      await page.waitForSelector('text=Line 4 names nobody.');
      await page.locator('[data-testid=handling-persons]').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'disclosure-own-category',
    sizes: SMALL,
    act: async (page) => {
      await disclosures(page);
      await page.click('[data-testid=handling-enter]');
      await page.fill('[data-testid=category-find]', 'Shoe size');
      await page.click('[data-testid=category-add]');
      await page.waitForSelector('text=Take Shoe size out').catch(() => undefined);
      await page.waitForSelector('[aria-label="Take Shoe size out"]');
    },
  },
  {
    name: 'disclosure-health',
    sizes: SMALL,
    act: async (page) => {
      await disclosures(page);
      await page.click('[data-testid=handling-enter]');
      await page.click('[data-testid=handling-data-health]');
      await page.click('[data-testid=health-way-exception]');
      await page.locator('[data-testid=health-why]').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'disclosure-new-recipient',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await disclosures(page);
      await page.click('[data-testid=handling-enter]');
      await page.click('[data-testid=handling-directory-new]');
      await page.fill('[data-testid=recipient-name]', 'Fell & Tarn Outdoor');
      await page.click('[data-testid=recipient-save]');
      await page.waitForSelector('[data-testid=recipient-sheet]', { state: 'detached' });
      const chosen = await page.locator('[data-testid=handling-directory]').inputValue();
      if (!chosen.startsWith('Fell')) throw new Error(`${chosen} was chosen`);
    },
  },
  {
    name: 'disclosure-process-view',
    sizes: BOTH,
    act: async (page) => {
      await disclosures(page);
      await page.click('[data-testid=handling-table-row]:has-text("County court")');
      await page.waitForSelector('[data-testid=handling-view]');
    },
  },
  {
    name: 'disclosure-correct',
    sizes: BOTH,
    act: async (page) => {
      await disclosures(page);
      await page.click('[data-testid=handling-table-row]:has-text("Nordkurier")');
      await page.click('[data-testid=handling-correct]');
      await page.click('[data-testid=handling-save]');
      await page.waitForSelector('text=Write the reason first');
    },
  },
  {
    name: 'disclosure-corrected',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await disclosures(page);
      await page.click('[data-testid=handling-table-row]:has-text("Nordkurier")');
      await page.click('[data-testid=handling-correct]');
      await page.fill('[data-testid=handling-people]', '215');
      await page.fill('[data-testid=correct-reason]', 'One order came in late.');
      await page.click('[data-testid=handling-save]');
      await page.waitForSelector('[data-testid=handling-table-row].struck:has-text("Nordkurier")');
    },
  },
  {
    name: 'disclosure-told',
    sizes: SMALL,
    act: async (page) => {
      await disclosures(page);
      await page.click('[data-testid=handling-table-row]:has-text("Brightline")');
      await page.click('[data-testid=handling-tell]');
      await page.fill('[data-testid=told-how]', 'By letter to its data protection officer.');
      await page.click('[data-testid=told-save]');
      await page.waitForSelector('[data-testid=handling-view] :text("An erasure: told on")');
    },
  },
  {
    name: 'disclosure-tick-keys',
    sizes: SMALL,
    act: async (page) => {
      await disclosures(page);
      await page.locator('[data-testid=handling-table-row]').first().focus();
      for (const key of ['x', 'j', 'j', 'x']) await page.keyboard.press(key);
      await page.waitForSelector('[data-testid=handling-ticked]:has-text("2 ticked")');
      await page.click('[data-testid=handling-tell-many]');
      await page.waitForSelector('[data-testid=told-dialog]:has-text("2 disclosures")');
    },
  },
  {
    name: 'disclosure-narrow',
    sizes: BOTH,
    act: async (page) => {
      await disclosures(page);
      await page.click('[data-testid=handling-narrow]');
      await page.click('[data-testid=narrow-act]');
      await page.click('[role=option]:has-text("Use")');
      await page.waitForSelector('[data-testid=narrowed]');
    },
  },
  {
    name: 'disclosure-export-menu',
    sizes: SMALL,
    act: async (page) => {
      await disclosures(page);
      await page.click('[data-testid=export-menu]');
      await page.waitForSelector('[data-testid=export-json]');
    },
  },

  { name: 'import-first', sizes: BOTH, act: more('handling-import') },
  { name: 'import-preview', sizes: all, act: bringIn },
  {
    name: 'import-columns',
    sizes: BOTH,
    act: async (page) => {
      await bringIn(page);
      await page.click('[data-testid=import-columns]');
      await page.click('[data-testid=import-recipients]');
    },
  },
  {
    name: 'import-bad',
    sizes: SMALL,
    act: async (page) => {
      await bringIn(page);
      await page.click('[data-testid=fate-bad]');
      const rows = await page.locator('[data-testid=import-rows] tbody tr').count();
      if (rows !== 2) throw new Error(`${rows} rows are left out, not 2`);
      await page.click('[data-testid=import-save-out]');
      await page.waitForSelector('text=left out.csv');
    },
  },
  {
    name: 'import-problem',
    sizes: SMALL,
    act: async (page) => {
      await bringIn(page);
      await page.click('[data-testid=import-columns]');
      await page.click('[data-testid=column-0]');
      await page.click('[role=option]:has-text("Leave this column out")');
      await page.waitForSelector('text=No column says the day');
    },
  },
  {
    name: 'import-wrong-kind',
    sizes: SMALL,
    act: async (page) => {
      await more('handling-import')(page);
      await page.setInputFiles('[data-testid=import-input]', { ...csv, name: 'list.xlsx' });
      await page.waitForSelector('text=is no CSV file');
    },
  },
  {
    name: 'import-200',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await bringIn(page);
      await twice(page);
    },
  },
  {
    name: 'import-done',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await bringIn(page);
      await page.click('[data-testid=import-enter]');
      await page.waitForSelector('text=18,237 disclosures entered');
    },
  },

  { name: 'shine-year', sizes: BOTH, act: more('handling-year') },
  { name: 'shine-none', fake: { shine: 'none' }, sizes: SMALL, act: more('handling-year') },
  { name: 'shine-choice', fake: { shine: 'choice' }, sizes: SMALL, act: more('handling-year') },
  { name: 'shine-exempt', fake: { shine: 'exempt' }, sizes: SMALL, act: more('handling-year') },

  { name: 'suppression', sizes: all, act: suppression },
  { name: 'suppression-none', fake: { suppression: 'none' }, sizes: BOTH, act: suppression },
  { name: 'suppression-long', fake: { suppression: 'long' }, sizes: SMALL, act: suppression },
  {
    name: 'suppression-200',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await suppression(page);
      await twice(page);
    },
  },
  {
    name: 'suppression-many-keys',
    fake: { suppression: 'many' },
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await suppression(page);
      await page.locator('[data-testid=suppression-table-row]').first().focus();
      await page.keyboard.press('End');
      await page.waitForSelector('[data-testid=suppression-table-row]:focus:has-text("reader5000@")');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-testid=suppression-view]');
    },
  },
  {
    name: 'suppression-add',
    sizes: BOTH,
    act: async (page) => {
      await suppression(page);
      await page.keyboard.press('n');
      await page.click('[data-testid=suppression-scope-recipient-marketing]');
      await page.click('[data-testid=suppression-save]');
      await page.waitForSelector('text=Choose whose marketing it is.');
    },
  },
  {
    name: 'suppression-added',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await suppression(page);
      await page.click('[data-testid=suppression-enter]');
      await page.fill('[data-testid=suppression-email]', 'one@post.example, nobody, two@post.example');
      await page.fill('[data-testid=suppression-reason]', 'Called the shop.');
      await page.click('[data-testid=suppression-save]');
      await page.waitForSelector('text=1 of 3 were added');
      const left = await page.locator('[data-testid=suppression-email]').inputValue();
      if (left.includes('one@') || !left.includes('two@')) throw new Error(`left: ${left}`);
      await page.fill('[data-testid=suppression-email]', 'two@post.example');
      await page.click('[data-testid=suppression-save]');
      await page.waitForSelector('[data-testid=suppression-table-row]:has-text("two@post.example")');
    },
  },
  {
    name: 'suppression-view',
    sizes: BOTH,
    act: async (page) => {
      await suppression(page);
      await page.click('[data-testid=suppression-table-row]:has-text("grace")');
      await page.waitForSelector('[data-testid=suppression-view] [data-testid=register-note]');
    },
  },
  {
    name: 'suppression-lift',
    sizes: SMALL,
    act: async (page) => {
      await suppression(page);
      await page.click('[data-testid=suppression-table-row]:has-text("grace")');
      await page.click('[data-testid=suppression-lift]');
      await page.click('[data-testid=lift-confirm]');
      await page.waitForSelector('text=Write how they agreed again.');
    },
  },
  {
    name: 'suppression-forget',
    sizes: SMALL,
    act: async (page) => {
      await suppression(page);
      await page.click('[data-testid=suppression-table-row]:has-text("grace")');
      await page.click('[data-testid=suppression-forget]');
      await page.waitForSelector('[data-testid=confirm]');
    },
  },
  {
    name: 'suppression-export',
    sizes: SMALL,
    act: async (page) => {
      await suppression(page);
      await page.click('[data-testid=suppression-more]');
      await page.click('[data-testid=suppression-export]');
      await page.waitForSelector('[data-testid=suppression-export-dialog]');
    },
  },

  { name: 'mailing-first', sizes: BOTH, act: mailing },
  { name: 'mailing-checked', sizes: BOTH, act: checked },
  { name: 'mailing-fine', fake: { mailing: 'fine' }, sizes: SMALL, act: checked },
  {
    name: 'mailing-column',
    sizes: SMALL,
    act: async (page) => {
      await checked(page);
      await page.click('[data-testid=mailing-column]');
      await page.click('[role=option]:has-text("City")');
      await page.waitForSelector('text=No row has an address in this column.');
    },
  },
];
