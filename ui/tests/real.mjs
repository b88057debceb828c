// A tool for looking: the built page on the real core with the sample desk, a picture of every screen.
// Needs `npm run build` and the program `cargo build -p rightsdesk-tests --bin rightsdesk-lines`.
// Usage: node tests/real.mjs [part of a scene's name]
// LINES names the program, NOW the moment it lives in, SIZES the windows ("1440x900 1024x700"),
// SCHEMES the colours ("light dark"), ZOOM how often the text is made larger. Pictures: tests/artefacts/real-*.png.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ARTEFACTS, launch, serve, settled } from './browser.mjs';
import scenes from './real-scenes.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const program = process.env.LINES ?? join(here, '../../target/debug/rightsdesk-lines');
const now = process.env.NOW ?? '2026-11-22T09:00:00Z';
const sizes = (process.env.SIZES ?? '1440x900').split(' ').map((size) => size.split('x').map(Number));
const schemes = (process.env.SCHEMES ?? 'light').split(' ');
const zoom = Number(process.env.ZOOM ?? 0);
const only = process.argv[2] ?? '';
mkdirSync(ARTEFACTS, { recursive: true });

/** The core on its standard input and output, one line a call. */
function core() {
  const child = spawn(program, [now], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map();
  let calls = 0;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const answer = JSON.parse(line);
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  return {
    ask: (name, args) =>
      new Promise((done) => {
        waiting.set(++calls, done);
        child.stdin.write(`${JSON.stringify({ id: calls, name, args })}\n`);
      }),
    end: () => child.stdin.end(),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'rightsdesk-look-'));
const desk = core();
const opened = await desk.ask('desk_open_sample', { place: join(folder, 'Sample.rightsdesk') });
if (opened.refusal) throw new Error(opened.refusal.message);

const { address, close } = await serve();
const browser = await launch();
const door = readFileSync(join(here, 'real-door.js'), 'utf8');
let wrong = 0;

async function look(scene, [width, height]) {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  await context.exposeFunction('__CORE', (name, args) => desk.ask(name, args));
  await context.addInitScript(door);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const said = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(String(error)));
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: schemes[0], reducedMotion: 'reduce' });
  try {
    await page.goto(address);
    // The desk remembers its last screen; every look begins at the queue.
    await page.click('[data-testid=rail-queue]');
    await page.waitForSelector('[data-testid=queue-row]');
    for (let press = 0; press < zoom; press++) await page.keyboard.press('Control+=');
    await scene.act?.(page, desk);
  } catch (error) {
    said.push(String(error));
  }
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settled(page).catch((error) => said.push(String(error)));
    const name = `real-${scene.name}-${colorScheme}-${width}${zoom ? '-large' : ''}`;
    await page.screenshot({ path: join(ARTEFACTS, `${name}.png`) });
    const cut = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (cut > 0) said.push(`the page is ${cut} px wider than the window`);
    console.log(said.length === 0 ? `ok   ${name}` : `FAIL ${name}\n  ${said.join('\n  ')}`);
    wrong += said.length;
  }
  for (let press = 0; press < zoom; press++) await page.keyboard.press('Control+-');
  await context.close();
}

for (const scene of scenes.filter((it) => it.name.includes(only))) {
  for (const size of sizes) await look(scene, size);
}
await browser.close();
close();
desk.end();
rmSync(folder, { recursive: true });
process.exitCode = wrong > 0 ? 1 : 0;
