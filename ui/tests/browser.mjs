// The built page behind the shell's own policy, and a Chromium to look at it with.

import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = join(here, '../dist');
/** Where pictures go; nothing in it is kept. */
export const ARTEFACTS = join(here, '../../tests/artefacts');
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
const BROWSERS = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Serves the built page until `close` is called. */
export async function serve() {
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
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** Starts Chromium, or says what to install and ends the program. */
export function launch() {
  const executablePath = BROWSERS.find((path) => path && existsSync(path));
  if (!executablePath) {
    console.error('No Chromium found. Install the package chromium, or name one in the variable CHROMIUM.');
    process.exit(2);
  }
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** Everything drawn and at rest: fonts read, no movement, nothing asked of the core on its way. */
export async function settled(page) {
  await page.waitForFunction(
    () =>
      (window.__ASKED ?? 0) === 0 &&
      document.fonts.status === 'loaded' &&
      document.querySelector('[aria-busy=true]') === null &&
      document.getAnimations().every((it) => it.playState !== 'running'),
    null,
    { timeout: 8000 },
  );
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}
