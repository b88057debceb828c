// Writes the notice of everything that is in the program and not ours: the crates and npm packages of the lock files
// that end up in it, their licences, and each licence text once.
//
//   node notices.mjs WHERE.txt
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const where = process.argv[2];
if (!where) {
  console.error('Say where: node notices.mjs WHERE.txt');
  process.exit(2);
}

/** Libraries that come inside a package and have a licence of their own, by the package and the folder in it. */
const INSIDE = {
  'libsqlite3-sys': ['sqlcipher'],
  'openssl-src': ['openssl'],
};

const isLicence = (name) => /^(licen[cs]e|copying|notice|copyright|unlicense|ofl)/i.test(name);

/** The licence texts that stand in a folder. */
function textsIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(isLicence)
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !/\.(rs|js|json|toml|html)$/.test(path))
    .map((path) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim())
    .filter(Boolean);
}

/** The crates linked into the window and the command line: no tests, no build tools. */
function crates() {
  const target = execFileSync('rustc', ['-vV'], { encoding: 'utf8' }).match(/host: (.*)/)[1];
  const metadata = JSON.parse(
    execFileSync('cargo', ['metadata', '--locked', '--format-version', '1', '--filter-platform', target], {
      cwd: top,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    }),
  );
  const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
  const packages = new Map(metadata.packages.map((it) => [it.id, it]));
  const seen = new Set();
  const todo = metadata.packages.filter((it) => /^rightsdesk(-cli)?$/.test(it.name)).map((it) => it.id);
  while (todo.length > 0) {
    const id = todo.pop();
    if (seen.has(id)) continue;
    seen.add(id);
    for (const dependency of nodes.get(id).deps) {
      // What a build script links in is built by its own package: openssl-src is such a one.
      const linked = dependency.dep_kinds.some(({ kind }) => kind === null) || dependency.name === 'openssl_src';
      if (linked) todo.push(dependency.pkg);
    }
  }
  return [...seen]
    .map((id) => packages.get(id))
    .filter((it) => it.source !== null)
    .map((it) => {
      const folder = dirname(it.manifest_path);
      const inside = (INSIDE[it.name] ?? []).flatMap((name) => textsIn(join(folder, name)));
      return {
        name: it.name,
        version: it.version,
        licence: it.license ?? 'see the text below',
        from: it.repository ?? `https://crates.io/crates/${it.name}`,
        texts: [...textsIn(folder), ...inside],
      };
    });
}

/** The npm packages bundled into the page: those that are not only for building, and Svelte, which is compiled in. */
function npmPackages() {
  const ui = join(top, 'ui');
  const lock = JSON.parse(readFileSync(join(ui, 'package-lock.json'), 'utf8'));
  return Object.entries(lock.packages)
    .filter(([path, it]) => path.startsWith('node_modules/') && !it.optional && (!it.dev || path === 'node_modules/svelte'))
    .map(([path, it]) => {
      const folder = join(ui, path);
      if (!existsSync(folder)) throw new Error(`${path} is not fetched; run npm ci in ui first.`);
      const own = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      return {
        name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
        version: it.version,
        licence: own.license ?? it.license ?? 'see the text below',
        from: (typeof own.repository === 'string' ? own.repository : (own.repository?.url ?? '')).replace(/^git\+/, ''),
        texts: textsIn(folder),
      };
    });
}

function fonts() {
  const folder = join(top, 'src-tauri/core/data/fonts');
  const texts = (start) => textsIn(folder).filter((text) => text.includes(start));
  const ofl = (name, from) => ({ name, version: '', licence: 'OFL-1.1', from, texts: texts('SIL OPEN FONT LICENSE') });
  return [
    ofl('Gentium Book Plus', 'https://software.sil.org/gentium/'),
    ofl('Noto Serif, Noto Sans and Noto Naskh', 'https://notofonts.github.io/'),
    ofl('Noto Emoji', 'https://github.com/googlefonts/noto-emoji'),
    ofl('Nanum Gothic', 'https://hangeul.naver.com/'),
    {
      name: 'Droid Sans Fallback',
      version: '1.00c',
      licence: 'Apache-2.0',
      from: 'https://android.googlesource.com/platform/frameworks/base/',
      texts: texts('Apache License'),
    },
  ];
}

const byName = (a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en');
const parts = [
  ['Rust crates', crates().sort(byName)],
  ['npm packages of the page', npmPackages().sort(byName)],
  ['Fonts of the letters', fonts()],
];

const lines = [
  'Rightsdesk stands on the work of others. This is what is in the program besides its own code,',
  'as the lock files Cargo.lock and ui/package-lock.json name it, under which licence, and the licence texts.',
  '',
];
const texts = new Map();
for (const [title, all] of parts) {
  lines.push(`${title} (${all.length})`, '='.repeat(title.length), '');
  for (const it of all) {
    const name = `${it.name} ${it.version}`.trim();
    lines.push(`${name}: ${it.licence}${it.from ? `, ${it.from}` : ''}`);
    for (const text of it.texts) texts.set(text, [...(texts.get(text) ?? []), name]);
  }
  lines.push('');
}
lines.push('Licence texts', '=============', '');
for (const [text, names] of texts) {
  lines.push('-'.repeat(80), `Of ${[...new Set(names)].join(', ')}:`, '', text, '');
}

mkdirSync(dirname(resolve(where)), { recursive: true });
writeFileSync(where, `${lines.join('\n')}\n`);
console.log(`${parts.map(([title, all]) => `${all.length} ${title}`).join(', ')}; ${texts.size} licence texts.`);
