// What is looked at: the files of children, authorisations, consents and incidents, with their sheets.

const BOTH = [
  [1440, 900],
  [1024, 700],
];
const SMALL = [[1024, 700]];
const WIDE = [[1920, 1080]];

const to = (register, ready) => async (page) => {
  page.setDefaultTimeout(6000);
  await page.waitForSelector('[data-testid=queue-row], .empty');
  await page.click('[data-testid=rail-registers]');
  await page.click(`[data-testid=register-tab-${register}]`);
  await page.waitForSelector(ready);
};
const chain =
  (...acts) =>
  async (page) => {
    for (const act of acts) await act(page);
  };
const click = (testid) => (page) => page.click(`[data-testid=${testid}]`);
const wait = (testid) => (page) => page.waitForSelector(`[data-testid=${testid}]`);
const gone = (testid) => (page) => page.waitForSelector(`[data-testid=${testid}]`, { state: 'detached' });
const fill = (testid, text) => (page) => page.fill(`[data-testid=${testid}]`, text);
const said = (text) => (page) => page.waitForSelector(`text=${text}`);
/** A day in a field of three segments. */
const day = (testid, text) => async (page) => {
  await page.locator(`[data-testid=${testid}] [role=spinbutton]`).first().focus();
  await page.keyboard.type(text);
};
const larger = async (page) => {
  for (let press = 0; press < 5; press++) await page.keyboard.press('Control+=');
};
const row = (table, nth) => (page) => page.locator(`[data-testid=${table}-row]`).nth(nth).click();

const children = to('children', '[data-testid=child-table], [data-testid=child-first]');
const child = (nth) => chain(children, row('child-table', nth), wait('child-may'));
const health = to('authorizations', '[data-testid=authorization-table], [data-testid=authorization-first]');
const authorization = (nth) => chain(health, row('authorization-table', nth), wait('authorization-lacks'));
const consents = to('consents', '[data-testid=consent-table], [data-testid=consent-first]');
const consent = (nth) => chain(consents, row('consent-table', nth), wait('consent-view'));
const incidents = to('incidents', '[data-testid=incident-table], [data-testid=incident-first]');
const incident = (nth) => chain(incidents, row('incident-table', nth), wait('incident-dates'));

export default [
  { name: 'children', sizes: [...BOTH, ...WIDE], act: children },
  { name: 'children-long', fake: { children: 'long' }, sizes: SMALL, act: children },
  { name: 'children-none', fake: { children: 'none' }, sizes: BOTH, act: children },
  { name: 'children-200', sizes: SMALL, schemes: ['light'], act: chain(children, larger) },
  {
    name: 'children-keys',
    fake: { children: 'many' },
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await children(page);
      await page.locator('[data-testid=child-table-row]').first().focus();
      for (const key of ['j', 'End', 'k', 'Home', 'Enter']) await page.keyboard.press(key);
      await page.waitForSelector('[data-testid=child-may]');
      await page.keyboard.press('Escape');
      await page.waitForSelector('[data-testid=child-table]');
    },
  },
  {
    name: 'children-todo',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await children(page);
      await page.click('[data-testid=child-filter-todo]');
      const rows = await page.locator('[data-testid=child-table-row]').count();
      if (rows !== 2) throw new Error(`${rows} files have something to do, not 2`);
    },
  },
  {
    name: 'children-nothing',
    sizes: SMALL,
    schemes: ['light'],
    act: chain(children, fill('child-search', 'zzz'), said('No file fits this.')),
  },
  { name: 'child', sizes: [...BOTH, ...WIDE], act: child(0) },
  { name: 'child-found-long', fake: { children: 'long' }, sizes: SMALL, act: child(1) },
  { name: 'child-use-only', sizes: BOTH, act: child(2) },
  { name: 'child-erased', sizes: SMALL, act: child(4) },
  { name: 'child-struck', sizes: SMALL, act: child(5) },
  { name: 'child-200', sizes: SMALL, schemes: ['light'], act: chain(child(0), larger) },
  {
    name: 'child-why-not',
    sizes: SMALL,
    act: chain(child(0), (page) => page.click('[data-testid=child-steps-refused] summary')),
  },
  { name: 'child-open', sizes: BOTH, act: chain(children, click('child-open'), wait('child-sheet')) },
  {
    name: 'child-open-lacks',
    sizes: SMALL,
    act: chain(
      children,
      click('child-open'),
      fill('child-born', '2014-03-05'),
      click('child-discloses-any'),
      click('child-save'),
      said('Write a year such as 2014'),
    ),
  },
  {
    name: 'child-opened',
    fake: { children: 'none' },
    sizes: SMALL,
    schemes: ['light'],
    act: chain(
      children,
      click('child-first'),
      fill('child-name', 'Nadia'),
      fill('child-born', '2015'),
      fill('child-parent-email', 'parent@example.net'),
      fill('child-service', 'The reading club'),
      fill('child-collects', 'First name'),
      click('child-save'),
      wait('child-may'),
    ),
  },
  {
    name: 'child-open-kept',
    sizes: SMALL,
    schemes: ['light'],
    act: async (page) => {
      await chain(children, click('child-open'), fill('child-name', 'Nadia'))(page);
      await page.keyboard.press('Escape');
      await gone('child-sheet')(page);
      await click('child-open')(page);
      const name = await page.inputValue('[data-testid=child-name]');
      if (name !== 'Nadia') throw new Error('what was typed is lost');
    },
  },
  {
    name: 'child-notice',
    sizes: BOTH,
    act: chain(child(0), click('child-step-notice-sent'), click('child-notice-consent'), wait('child-items')),
  },
  {
    name: 'child-consent',
    sizes: BOTH,
    act: chain(child(0), click('child-step-consent-given'), click('child-method-photo-id')),
  },
  {
    name: 'child-consented',
    sizes: SMALL,
    schemes: ['light'],
    act: chain(
      child(0),
      click('child-step-consent-given'),
      click('child-method-signed-form'),
      click('child-step-save'),
      said('Write this down first'),
      fill('child-step-text', 'The form came back by post.'),
      click('child-step-save'),
      gone('child-step-sheet'),
      said('May collect and use'),
    ),
  },
  {
    name: 'child-erase',
    sizes: BOTH,
    act: chain(
      child(0),
      click('child-step-contact-erased'),
      click('child-step-save'),
      said('Tick this first'),
    ),
  },
  {
    name: 'child-exception',
    sizes: SMALL,
    act: chain(child(0), click('child-step-exception-used'), click('child-exception-several')),
  },
  {
    name: 'child-correct',
    sizes: SMALL,
    act: async (page) => {
      await child(0)(page);
      await page.locator('[data-testid=line-correct]').last().click();
      await page.waitForSelector('[data-testid=child-step-corrects]');
    },
  },
  { name: 'child-change', sizes: SMALL, schemes: ['light'], act: chain(child(0), click('child-change')) },
  { name: 'child-strike', sizes: SMALL, schemes: ['light'], act: chain(child(0), click('child-strike')) },

  { name: 'health', sizes: [...BOTH, ...WIDE], act: health },
  { name: 'health-long', fake: { authorizations: 'long' }, sizes: SMALL, act: health },
  { name: 'health-none', fake: { authorizations: 'none' }, sizes: BOTH, act: health },
  { name: 'health-file', sizes: BOTH, act: authorization(0) },
  { name: 'health-file-lacks', sizes: BOTH, act: authorization(1) },
  { name: 'health-file-used', sizes: SMALL, act: authorization(2) },
  {
    name: 'health-file-struck',
    sizes: SMALL,
    schemes: ['light'],
    act: chain(health, row('authorization-table', 5)),
  },
  { name: 'health-file-200', sizes: SMALL, schemes: ['light'], act: chain(authorization(1), larger) },
  { name: 'health-enter', sizes: BOTH, act: chain(health, click('authorization-enter'), wait('live-says')) },
  {
    name: 'health-enter-oral',
    sizes: BOTH,
    act: chain(
      health,
      click('authorization-enter'),
      fill('authorization-patient-name', 'Ruth Feld'),
      fill('authorization-description', 'Records of the knee operation'),
      click('authorization-how-oral-documented'),
      click('authorization-signer-other'),
      said('Nobody has written down what was said.'),
    ),
  },
  {
    name: 'health-entered',
    sizes: SMALL,
    schemes: ['light'],
    act: chain(
      health,
      click('authorization-enter'),
      click('authorization-save'),
      said('Choose how it was given.'),
      fill('authorization-patient-name', 'Ruth Feld'),
      click('authorization-how-written'),
      click('authorization-save'),
      wait('authorization-lacks'),
    ),
  },
  {
    name: 'health-enter-200',
    sizes: SMALL,
    schemes: ['light'],
    act: chain(health, larger, click('authorization-enter'), wait('live-says')),
  },
  {
    name: 'health-revoke',
    sizes: SMALL,
    act: chain(
      authorization(0),
      click('authorization-revoke'),
      click('authorization-end-save'),
      said('Write how'),
    ),
  },
  {
    name: 'health-form',
    sizes: SMALL,
    schemes: ['light'],
    act: chain(authorization(0), click('authorization-form'), (page) => page.waitForSelector('.pdf canvas')),
  },

  { name: 'consents', sizes: BOTH, act: consents },
  { name: 'consents-long', fake: { consents: 'long' }, sizes: SMALL, act: consents },
  { name: 'consents-none', fake: { consents: 'none' }, sizes: BOTH, act: consents },
  { name: 'consent', sizes: BOTH, act: consent(1) },
  { name: 'consent-struck', sizes: SMALL, schemes: ['light'], act: consent(3) },
  {
    name: 'consent-enter',
    sizes: BOTH,
    act: chain(
      consents,
      click('consent-enter'),
      fill('consent-person-name', 'Sofía Marín'),
      click('consent-data-health'),
      click('consent-disclose'),
      (page) => page.waitForSelector('[data-testid=live-says] .lacks'),
    ),
  },
  {
    name: 'consent-lacks',
    sizes: SMALL,
    act: chain(
      consents,
      click('consent-enter'),
      click('consent-save'),
      said('Write where the proof is kept'),
    ),
  },
  {
    name: 'consent-withdraw',
    sizes: SMALL,
    schemes: ['light'],
    act: chain(
      consent(0),
      click('consent-withdraw'),
      fill('consent-end-how', 'By e-mail.'),
      click('consent-end-save'),
      gone('consent-view'),
    ),
  },

  {
    name: 'consent-erase',
    sizes: SMALL,
    act: chain(consent(1), click('consent-erase'), wait('consent-erase-reason-dialog')),
  },
  {
    name: 'consent-erased',
    sizes: SMALL,
    schemes: ['light'],
    act: chain(
      consent(1),
      click('consent-erase'),
      fill('consent-erase-reason-reason', 'She asked for it.'),
      click('consent-erase-reason-confirm'),
      wait('toast'),
      said('Erased on'),
    ),
  },
  {
    name: 'incident-erase',
    sizes: SMALL,
    act: chain(
      incident(0),
      async (page) => page.locator('[data-testid=incident-erase]').first().click(),
      wait('incident-erase-reason-dialog'),
    ),
  },
  {
    name: 'incident-erased',
    sizes: SMALL,
    schemes: ['light'],
    act: chain(
      incident(0),
      async (page) => page.locator('[data-testid=incident-erase]').first().click(),
      fill('incident-erase-reason-reason', 'He asked for it.'),
      click('incident-erase-reason-confirm'),
      said('Erased on'),
    ),
  },
  { name: 'incidents', sizes: [...BOTH, ...WIDE], act: incidents },
  { name: 'incidents-none', fake: { incidents: 'none' }, sizes: BOTH, act: incidents },
  { name: 'incident', sizes: [...BOTH, ...WIDE], act: incident(0) },
  { name: 'incident-long', fake: { incidents: 'long' }, sizes: SMALL, act: incident(0) },
  { name: 'incident-again', fake: { incidents: 'again' }, sizes: BOTH, act: incident(0) },
  { name: 'incidents-again', fake: { incidents: 'again' }, sizes: SMALL, act: incidents },
  { name: 'incident-closed', sizes: SMALL, act: incident(1) },
  { name: 'incident-200', sizes: SMALL, schemes: ['light'], act: chain(incident(0), larger) },
  {
    name: 'incident-open',
    sizes: BOTH,
    act: chain(incidents, click('incident-open'), wait('incident-sheet')),
  },
  {
    name: 'incident-open-lacks',
    sizes: SMALL,
    act: chain(
      incidents,
      click('incident-open'),
      click('incident-risk-unlikely'),
      click('incident-save'),
      said('Write why no harm is likely'),
    ),
  },
  {
    name: 'incident-opened',
    sizes: SMALL,
    schemes: ['light'],
    act: chain(
      incidents,
      click('incident-open'),
      fill('incident-title', 'Backup disk missing'),
      day('incident-aware', '050320260815'),
      click('incident-save'),
      gone('incident-sheet'),
      said('Backup disk missing'),
    ),
  },
  {
    name: 'incident-people-typed',
    sizes: SMALL,
    act: chain(
      incident(0),
      click('incident-add-people'),
      fill('people-person-name', 'L. Brandt'),
      fill('people-person-email', 'l@example.de'),
      click('people-add'),
      said('Add 1 person'),
    ),
  },
  {
    name: 'incident-people-pasted',
    sizes: BOTH,
    act: async (page) => {
      await chain(incident(0), click('incident-add-people'))(page);
      await page.locator('[data-testid=people-kind] input').nth(1).check({ force: true });
      await page.fill(
        '[data-testid=people-pasted]',
        'L. Brandt; l@example.de\nR. Adé <r@example.de>\nnobody at all\nl@example.de',
      );
      await page.waitForSelector('[data-testid=bad-rows]');
    },
  },
  {
    name: 'incident-people-file',
    sizes: BOTH,
    act: async (page) => {
      await chain(incident(0), click('incident-add-people'))(page);
      await page.locator('[data-testid=people-kind] input').nth(2).check({ force: true });
      await page.setInputFiles('[data-testid=people-file-input]', {
        name: 'affected.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('name,e-mail\nA,a@example.de\n'),
      });
      await page.waitForSelector('[data-testid=bad-rows]');
    },
  },
  {
    name: 'incident-told',
    sizes: SMALL,
    act: chain(
      incident(0),
      click('incident-told'),
      click('told-who-some'),
      click('told-save'),
      said('Choose who'),
    ),
  },
  {
    name: 'incident-site',
    sizes: SMALL,
    schemes: ['light'],
    act: chain(
      incident(0),
      click('incident-site'),
      fill('told-text', 'On the first page.'),
      click('told-save'),
      gone('told-sheet'),
      said('Every way that was promised is used.'),
    ),
  },
  {
    name: 'incident-authority',
    sizes: SMALL,
    act: chain(incident(0), click('incident-authority'), wait('authority-sheet')),
  },
  {
    name: 'incident-letters',
    sizes: BOTH,
    act: chain(incident(0), click('incident-letters'), (page) => page.waitForSelector('.pdf canvas')),
  },
  {
    name: 'incident-letters-issued',
    sizes: SMALL,
    schemes: ['light'],
    act: chain(
      incident(0),
      click('incident-letters'),
      (page) => page.waitForSelector('.pdf canvas'),
      click('letters-issue'),
      click('confirm-yes'),
      wait('letters-print'),
    ),
  },
  {
    name: 'incident-close',
    sizes: SMALL,
    schemes: ['light'],
    act: chain(incident(0), click('incident-close')),
  },
];
