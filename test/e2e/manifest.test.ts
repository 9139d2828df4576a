/** The built extension keeps its promises: permissions, policy, sizes, and nothing that could call out. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleSizes } from '../../scripts/lib/build.mjs';
import { platforms } from '../../src/platforms/registry';
import { EXTENSION_DIR } from './support/world';

const manifest = JSON.parse(readFileSync(path.join(EXTENSION_DIR, 'manifest.json'), 'utf8'));
const sizes = bundleSizes(EXTENSION_DIR) as { file: string; bytes: number }[];
const content = (file: string) => readFileSync(path.join(EXTENSION_DIR, file), 'utf8');
/** In every back-end page. */
const firstScripts: string[] = manifest.content_scripts.flatMap(
  (each: { js: string[] }) => each.js,
);
/** Put into a page on demand. */
const secondScripts = [
  ...new Set(
    platforms.flatMap(({ moreReadersFile: files = {}, skeletonFile }) => [
      ...(typeof files === 'string' ? [files] : Object.values(files)),
      ...(skeletonFile ? [skeletonFile] : []),
    ]),
  ),
];
const contentScripts = [...firstScripts, ...secondScripts];

describe('the manifest', () => {
  it('asks for exactly these permissions and hosts', () => {
    expect(manifest.permissions).toEqual(['storage', 'unlimitedStorage', 'alarms', 'scripting']);
    expect(manifest.host_permissions).toEqual([
      'https://fxg.jinritemai.com/*',
      'https://im.jinritemai.com/*',
      'https://myseller.taobao.com/*',
      'https://qn.taobao.com/*',
      'https://mms.pinduoduo.com/*',
    ]);
    expect(manifest.optional_permissions).toEqual(['notifications']);
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
  });

  it('lets no page of ours talk to a network', () => {
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('runs content scripts on the merchant back-ends only, in their frames too', () => {
    const matches = manifest.content_scripts.map((each: { matches: string[] }) => each.matches);
    const inOrder = (lists: string[][]) => lists.map((each) => each.join()).sort();
    expect(inOrder(matches)).toEqual(inOrder(platforms.map(({ hosts }) => hosts)));
    for (const script of manifest.content_scripts) {
      expect(script.all_frames).toBe(true);
      expect(script.world ?? 'ISOLATED').toBe('ISOLATED');
    }
  });

  it('names only files that exist', () => {
    const named = [
      manifest.background.service_worker,
      manifest.action.default_popup,
      ...contentScripts,
      ...Object.values(manifest.icons as Record<string, string>),
    ];
    expect(named.filter((file) => !existsSync(path.join(EXTENSION_DIR, file)))).toEqual([]);
    expect(readdirSync(path.join(EXTENSION_DIR, '_locales')).sort()).toEqual(['en', 'zh_CN']);
  });
});

describe('the bundles', () => {
  it('keep to their budgets (bytes, minified)', () => {
    const of = (pattern: RegExp) =>
      sizes.filter((each) => pattern.test(each.file)).reduce((sum, each) => sum + each.bytes, 0);
    // Each stays below 40 000: one is in every page of the back-end, the others come on demand.
    const tooLarge = contentScripts.filter((file) => of(new RegExp(`^${file}$`)) > 40_000);
    expect(tooLarge).toEqual([]);
    // docs/decisions/007: rules of all platforms, packed history and alerts.
    expect(of(/^background\.js$/)).toBeLessThanOrEqual(350_000);
  });

  it('bring the popup’s first painting in few files, all named in its page, below 90 kB together', () => {
    const page = content('popup.html');
    const named = [...page.matchAll(/(?:src|href)="\/(chunks\/[^"]+\.js)"/g)].map(
      (each) => each[1] ?? '',
    );
    const imported = named.flatMap((file) =>
      [...content(file).matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)].map(
        (each) => `chunks/${each[1]}`,
      ),
    );
    expect(imported.filter((file) => !named.includes(file))).toEqual([]);
    expect(named.length).toBeLessThanOrEqual(4);
    const bytes = sizes
      .filter((each) => named.includes(each.file))
      .reduce((sum, each) => sum + each.bytes, 0);
    // The engine, the rest and the rules of the one platform that is shown come after it (docs/decisions/012).
    expect(bytes).toBeLessThanOrEqual(90_000);
    expect(named.map(content).join()).not.toMatch(/largest-loss.{0,99}nothing-stands-out/);
  });

  it('carry no validator, no database and no polyfill into the page', () => {
    for (const file of contentScripts) {
      expect(content(file)).not.toMatch(/ZodError|\$ZodType|Dexie|indexedDB|webextension-polyfill/);
    }
  });

  it('carry the parsers of files in the import worker only, the library that writes tables where one is saved', () => {
    const withParser = sizes
      .filter((each) => each.file.endsWith('.js'))
      .filter((each) => /MissingQuotes/.test(content(each.file)))
      .map((each) => each.file);
    const allowed = /^(?:assets\/import-worker-|chunks\/csv-)/;
    expect(withParser.filter((file) => !allowed.test(file))).toEqual([]);
  });

  it('contain no call to a network', () => {
    const calls = sizes
      .filter((each) => each.file.endsWith('.js'))
      .filter((each) =>
        /\bfetch\s*\(|XMLHttpRequest|\bWebSocket\s*\(|sendBeacon|EventSource\s*\(/.test(
          content(each.file),
        ),
      )
      .map((each) => each.file);
    expect(calls).toEqual([]);
  });
});
