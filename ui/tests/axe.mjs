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
  const file = join(dist, path === '/' ? 'index.html' : path);
  if (!file.startsWith(dist) || !existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': POLICY,
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
let wrong = 0;

for (const scene of scenes.filter((it) => it.name.includes(only))) {
  for (const colorScheme of scene.schemes ?? ['light', 'dark']) {
    for (const [width, height] of scene.sizes ?? [[1440, 900]]) {
      const name = `${scene.name}-${colorScheme}-${width}`;
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height },
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      const said = [];
      page.on(
        'console',
        (message) => ['error', 'warning'].includes(message.type()) && said.push(message.text()),
      );
      page.on('pageerror', (error) => said.push(String(error)));
      await page.addInitScript(`window.__FAKE = ${JSON.stringify(scene.fake ?? {})};`);
      for (const script of more) await page.addInitScript(script);
      await page.addInitScript(core);
      try {
        await page.goto(address);
        await page.waitForSelector('h1');
        await scene.act?.(page);
        await page.waitForTimeout(250);
        const cut = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (cut > 0) said.push(`the page is ${cut} px wider than the window`);
        if (process.env.SCREENSHOTS !== 'no') await page.screenshot({ path: join(artefacts, `${name}.png`) });
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() =>
          window.axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          }),
        );
        for (const violation of violations) {
          const grave = ['serious', 'critical'].includes(violation.impact);
          const line = `${violation.impact} ${violation.id}: ${violation.help}\n    ${violation.nodes
            .slice(0, 4)
            .map((node) => `${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`)
            .join('\n    ')}`;
          if (grave) said.push(line);
          else console.log(`  note on ${name}: ${line}`);
        }
      } catch (error) {
        said.push(String(error));
      }
      wrong += said.length;
      console.log(`${said.length === 0 ? 'ok  ' : 'FAIL'} ${name}`);
      for (const line of said) console.log(`  ${line}`);
      await context.close();
    }
  }
}

await browser.close();
server.close();
if (wrong > 0) {
  console.error(`${wrong} problems found.`);
  process.exit(1);
}
