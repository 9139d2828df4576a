// Finds a Chromium that can load an unpacked extension, or installs one.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { run, SetupError, step } from './steps.mjs';

// Branded Chrome ignores --load-extension since 137, so only Chromium builds are looked for.
const USUAL_PLACES = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/lib/chromium/chromium',
    '/opt/chromium/chrome',
  ],
  darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: [
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
    `${process.env.LOCALAPPDATA ?? ''}\\Chromium\\Application\\chrome.exe`,
  ],
};

const PLAYWRIGHT_BINARIES = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
];

function playwrightFolders() {
  const home = homedir();
  return [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    path.join(home, '.cache/ms-playwright'),
    path.join(home, 'Library/Caches/ms-playwright'),
    path.join(home, 'AppData/Local/ms-playwright'),
  ].filter((folder) => folder && existsSync(folder));
}

function playwrightBrowsers() {
  return playwrightFolders().flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^chromium-\d+$/.test(name))
      .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
      .flatMap((name) => PLAYWRIGHT_BINARIES.map((binary) => path.join(folder, name, binary))),
  );
}

/** Path of a usable browser, or undefined. CHROME_PATH wins and must exist. */
export function findBrowser(env = process.env, platform = process.platform) {
  if (env.CHROME_PATH) {
    if (existsSync(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new SetupError(`CHROME_PATH is ${env.CHROME_PATH}, but there is no file.`);
  }
  return [...(USUAL_PLACES[platform] ?? []), ...playwrightBrowsers()].find((file) =>
    existsSync(file),
  );
}

function debianLike() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return undefined;
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID=(\w+)/m.exec(release)?.[1] ?? 'unknown';
}

async function apt(packages) {
  const root = process.getuid?.() === 0;
  const [command, prefix] = root ? ['apt-get', []] : ['sudo', ['-n', 'apt-get']];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run(command, [...prefix, 'update', '-qq'], { env });
  await run(command, [...prefix, 'install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
  });
}

async function playwrightDownload(root) {
  await run(
    process.execPath,
    [path.join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'],
    { timeoutMs: 600_000 },
  );
}

/** Debian's own chromium is a real package; Ubuntu's is a snap stub, so there the download goes first. */
function installers(root) {
  const distro = debianLike();
  const viaApt = ['apt', () => apt(['chromium', 'fonts-noto-cjk'])];
  const viaDownload = ['download', () => playwrightDownload(root)];
  if (distro === 'debian') return [viaApt, viaDownload];
  return distro ? [viaDownload, viaApt] : [viaDownload];
}

/** A browser's path, installing one when there is none. */
export async function ensureBrowser(root) {
  let found;
  await step('browser', async () => {
    found = findBrowser();
    if (found) return found;
    const problems = [];
    for (const [name, install] of installers(root)) {
      try {
        await install();
        found = findBrowser();
        if (found) return `installed by ${name}: ${found}`;
        problems.push(`${name}: no browser found afterwards`);
      } catch (error) {
        problems.push(`${name}: ${error.message}`);
      }
    }
    throw new SetupError(
      `No Chromium was found and none could be installed. Install Chromium (Debian: apt-get install chromium; others: npx playwright install chromium), or set CHROME_PATH to one, then run the command again.\n${problems.join('\n')}`,
    );
  });
  await ensureCjkFont();
  return found;
}

/** Without a Chinese font every screenshot is boxes. Only Linux lacks one by default. */
async function ensureCjkFont() {
  if (process.platform !== 'linux') return;
  const has = await run('fc-list', [':lang=zh', 'family']).catch(() => '');
  if (has.trim()) return;
  await step('Chinese font', async () => {
    if (!debianLike()) return 'missing: install fonts-noto-cjk to read the screenshots';
    try {
      await apt(['fonts-noto-cjk', 'fontconfig']);
      return 'installed';
    } catch {
      return 'missing: install fonts-noto-cjk to read the screenshots';
    }
  });
}
