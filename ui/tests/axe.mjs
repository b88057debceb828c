// Opens the built page on every screen, light and dark, and asks axe what is wrong with it.
// Screenshots go to tests/artefacts/ at the top of the repository.
// Usage: node tests/axe.mjs [part of a scene's name]

import { createServer } from 'node:http';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = join(here, '../dist');
const artefacts = join(here, '../../tests/artefacts');
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ipc: http://ipc.localhost; worker-src 'self' blob:";

const only = process.argv[2] ?? '';
const BROWSERS = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const browserPath = BROWSERS.find((path) => path && existsSync(path));
if (!browserPath) {
  console.error('No Chromium found. Install the package chromium, or name one in the variable CHROMIUM.');
  process.exit(2);
}
mkdirSync(artefacts, { recursive: true });

const server = createServer((request, response) => {
  const path = normalize(new URL(request.url, 'http://x').pathname);
  if (path === '/favicon.ico') {
    response.writeHead(204).end();
    return;
  }
  const file = join(dist, path === '/' ? 'index.html' : path);
  if (!file.startsWith(dist) || !existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': POLICY,
    'cache-control': 'max-age=3600',
  });
  response.end(readFileSync(file));
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const address = `http://127.0.0.1:${server.address().port}/`;

// Scenes live beside the screens they show: tests/scenes/*.mjs, each exporting a list.
const scenes = [];
for (const file of readdirSync(join(here, 'scenes')).sort()) {
  scenes.push(...(await import(pathToFileURL(join(here, 'scenes', file)).href)).default);
}

const core = readFileSync(join(here, 'fake-core.js'), 'utf8');
const more = readdirSync(here)
  .filter((file) => /^fake-core-.+\.js$/.test(file))
  .map((file) => readFileSync(join(here, file), 'utf8'));
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
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
  for (const script of more) await page.addInitScript(script);
  await page.addInitScript(core);
  let name = `${scene.name}-${schemes[0]}-${width}`;
  try {
    await page.goto(address);
    await page.waitForSelector('h1');
    await scene.act?.(page);
    await page.waitForTimeout(250);
    await page.evaluate(axe);
    for (const colorScheme of schemes) {
      name = `${scene.name}-${colorScheme}-${width}`;
      if (colorScheme !== schemes[0]) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.waitForTimeout(50);
      }
      const cut = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (cut > 0) said.push(`the page is ${cut} px wider than the window`);
      if (process.env.SCREENSHOTS !== 'no') await page.screenshot({ path: join(artefacts, `${name}.png`) });
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
    if (process.env.SCREENSHOTS !== 'no') {
      await page.screenshot({ path: join(artefacts, `${name}.png`) }).catch(() => undefined);
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
server.close();
if (wrong > 0) {
  console.error(`${wrong} problems found.`);
  process.exit(1);
}
