// Starts a real Chromium with the built extension beside the sample back-end's real host names.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

/** Command line of a Chromium with the extension, in which the merchant hosts lead to the sample back-end. */
export function chromiumArgs({ extensionDir, backends, lang }) {
  const maps = backends.flatMap(({ site, port }) =>
    site.hosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`),
  );
  return [
    // As root (containers, CI) Chromium refuses to start with its sandbox.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--lang=${lang}`,
    `--disable-extensions-except=${extensionDir}`,
    `--load-extension=${extensionDir}`,
    // The merchant hosts lead to the sample back-end, everything else leads nowhere.
    `--host-resolver-rules=${maps.join(', ')}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    `--ignore-certificate-errors-spki-list=${backends.map(({ spki }) => spki).join(',')}`,
  ];
}

/**
 * @param {object} options
 * @param {string} options.browserPath
 * @param {string} options.extensionDir
 * @param {{site: {hosts: string[]}, port: number, spki: string}[]} options.backends
 * @param {boolean} [options.headless]
 * @param {string} [options.lang]
 * @param {string} [options.userDataDir] a profile to open again; a fresh one otherwise
 * @param {{width: number, height: number}} [options.viewport]
 * @param {string[]} [options.extraArgs]
 * @param {boolean} [options.keepWelcome] leaves the tab open that greets a new user
 */
export async function launchWithExtension({
  browserPath,
  extensionDir,
  backends,
  headless = true,
  lang = 'zh-CN',
  userDataDir,
  viewport = { width: 1440, height: 900 },
  extraArgs = [],
  keepWelcome = false,
}) {
  const isFresh = userDataDir === undefined;
  const profile = userDataDir ?? mkdtempSync(path.join(tmpdir(), 'scorelens-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath,
    headless,
    locale: lang,
    timezoneId: 'Asia/Shanghai',
    viewport,
    args: [...chromiumArgs({ extensionDir, backends, lang }), ...extraArgs],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL(worker.url()).host;
  if (isFresh && !keepWelcome) await closeWelcome(context);
  return {
    context,
    extensionId,
    userDataDir: profile,
    extensionUrl: (page) => `chrome-extension://${extensionId}/${page}`,
    async close() {
      await context.close();
      // Some of its files may still be written for a moment.
      if (isFresh)
        rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** A first install greets its user in a tab of its own; whoever walks the shop has no use for it. */
async function closeWelcome(context) {
  const isWelcome = (page) => page.url().endsWith('/welcome.html');
  const page =
    context.pages().find(isWelcome) ??
    (await context.waitForEvent('page', { predicate: isWelcome, timeout: 15_000 }));
  await page.close();
}
