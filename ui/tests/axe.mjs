// Opens the built page on every screen, light and dark, and asks axe what is wrong with it.
// Usage: node tests/axe.mjs [part of a scene's name]
// SCREENSHOTS=yes puts a picture of each into tests/artefacts/ at the top of the repository.

import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ARTEFACTS, launch, serve, settled } from './browser.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const only = process.argv[2] ?? '';
const pictures = process.env.SCREENSHOTS === 'yes';
if (pictures) mkdirSync(ARTEFACTS, { recursive: true });

// Scenes live beside the screens they show: tests/scenes/*.mjs, each exporting a list.
const scenes = [];
for (const file of readdirSync(join(here, 'scenes')).sort()) {
  scenes.push(...(await import(pathToFileURL(join(here, 'scenes', file)).href)).default);
}

// The stand-in for the core: what its parts build with, the parts, and the door itself.
const parts = readdirSync(join(here, 'fake')).filter((file) => !['kit.js', 'core.js'].includes(file));
const core = ['kit.js', ...parts, 'core.js']
  .map((file) => readFileSync(join(here, 'fake', file), 'utf8'))
  .join('\n');
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const { address, close } = await serve();
const browser = await launch();
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = ['color-contrast', 'link-in-text-block'];
let wrong = 0;

/** Acts a scene once in a window of its own, and looks at it in each of its colour schemes. */
async function look(context, scene, [width, height]) {
  const schemes = scene.schemes ?? ['light', 'dark'];
  const page = await context.newPage();
  let said = [];
  const tell = (name) => {
    wrong += said.length;
    console.log(`${said.length === 0 ? 'ok  ' : 'FAIL'} ${name}`);
    for (const line of said) console.log(`  ${line}`);
    said = [];
  };
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(String(error)));
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: schemes[0], reducedMotion: 'reduce' });
  await page.addInitScript(`window.__FAKE = ${JSON.stringify(scene.fake ?? {})};`);
  await page.addInitScript(core);
  let name = `${scene.name}-${schemes[0]}-${width}`;
  try {
    await page.goto(address);
    await page.waitForSelector('h1');
    await scene.act?.(page);
    await settled(page);
    await page.evaluate(axe);
    for (const colorScheme of schemes) {
      name = `${scene.name}-${colorScheme}-${width}`;
      if (colorScheme !== schemes[0]) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await settled(page);
      }
      const cut = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (cut > 0) said.push(`the page is ${cut} px wider than the window`);
      if (pictures) await page.screenshot({ path: join(ARTEFACTS, `${name}.png`) });
      // The second scheme shows the same parts in other colours: only what colours decide is asked again.
      const asked = { runOnly: colorScheme === schemes[0] ? RULES : COLOURS, resultTypes: ['violations'] };
      const { violations } = await page.evaluate((options) => window.axe.run(document, options), asked);
      for (const violation of violations) {
        const grave = ['serious', 'critical'].includes(violation.impact);
        const where = violation.nodes
          .slice(0, 4)
          .map((node) => `${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`)
          .join('\n    ');
        const line = `${violation.impact} ${violation.id}: ${violation.help}\n    ${where}`;
        if (grave) said.push(line);
        else console.log(`  note on ${name}: ${line}`);
      }
      tell(name);
    }
  } catch (error) {
    said.push(String(error));
    if (pictures) {
      await page.screenshot({ path: join(ARTEFACTS, `${name}.png`) }).catch(() => undefined);
    }
    tell(name);
  }
  await page.close();
}

// A few windows at a time, each keeping what it has read of the program.
const looks = scenes
  .filter((scene) => scene.name.includes(only))
  .flatMap((scene) => (scene.sizes ?? [[1440, 900]]).map((size) => [scene, size]));
await Promise.all(
  Array.from({ length: 3 }, async () => {
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });
    for (let next = looks.shift(); next; next = looks.shift()) await look(context, ...next);
    await context.close();
  }),
);

await browser.close();
close();
if (wrong > 0) {
  console.error(`${wrong} problems found.`);
  process.exit(1);
}
