import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { fingerprint } from './scripts/lib/fingerprint.mjs';
import { bundleGlance } from './scripts/lib/glance-bundle';
import { platforms } from './src/platforms/registry';

/** Shown in the dashboard, so that a build can be told from another and made again. */
const sourcesHash = fingerprint(fileURLToPath(new URL('.', import.meta.url))).slice(0, 12);
const scriptContext = fileURLToPath(new URL('src/content/script-context.ts', import.meta.url));

/**
 * The extension's promises are in its manifest: no network (connect-src 'none'), no page outside the
 * merchant back-ends, and the fewest permissions, each with its reason below.
 */
export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  vite: () => ({
    resolve: {
      alias: {
        // Dexie's package picks its build for old browsers, 12 kB larger.
        dexie: 'dexie/dist/modern/dexie.mjs',
        // 2.7 kB of a content script that needs none of it.
        'wxt/utils/content-script-context': scriptContext,
      },
    },
    // The CSV parser could also load files from addresses. Here it cannot: the name itself is gone.
    define: { XMLHttpRequest: 'undefined', __SOURCES_HASH__: JSON.stringify(sourcesHash) },
    // Pages name their files, so that they come at once. The polyfill for it would be the only code that can fetch.
    build: { modulePreload: { polyfill: false } },
  }),
  hooks: {
    'vite:build:extendConfig'(entrypoints, config) {
      if (entrypoints.some(({ name }) => name === 'popup')) bundleGlance(config);
    },
  },
  manifest: {
    name: '__MSG_name__',
    short_name: 'ScoreLens',
    description: '__MSG_description__',
    default_locale: 'zh_CN',
    minimum_chrome_version: '120',
    permissions: [
      // The small mirror that the popup paints from, and settings.
      'storage',
      // Browsers may evict an extension's database under disk pressure without it.
      'unlimitedStorage',
      // A deadline passes while nothing else happens: the toolbar's number must still change.
      'alarms',
      // Readers of pages that are opened now and then come into a back-end page only when it needs them.
      'scripting',
    ],
    // Asked for when the merchant switches alerts on, never before.
    optional_permissions: ['notifications'],
    // Content scripts on these hosts; also lets the popup see which shop the active tab is.
    host_permissions: platforms.flatMap((platform) => platform.hosts),
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    action: { default_title: '__MSG_name__' },
  },
});
