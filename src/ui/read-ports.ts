/** What popup and dashboard read of the browser, without the engine: the popup asks before it has loaded that. */

import { PREFERENCES_KEY } from '../core/page-preferences';
import { readPreferences } from '../core/preferences';
import { CHOICES_PREFIX, choicesKey, readChoices } from '../core/shop-choices';
import { createClient } from '../messages/client';
import type { PlatformFace } from '../platforms/types';
import {
  findMirror,
  type ReadableArea,
  readMirrorIndex,
  readStoreState,
} from '../store/mirror-read';
import { MIRROR_PREFIX, STATE_KEY } from '../store/mirror-types';
import { glanceKey, parseGlance } from '../store/stored-glance';
import type { PopupPorts, UiPorts } from './ports';
import { dashboardPath } from './routes';

/** The part of `src/browser/extension` that the interface uses. */
export interface UiBrowser {
  localArea: ReadableArea;
  sessionArea: ReadableArea;
  onLocalChange(handle: (keys: string[]) => void): () => void;
  findActiveTab(): Promise<{ id?: number; url?: string } | undefined>;
  openTab(url: string): Promise<void>;
  pageUrl(path: string): string;
  sendMessage(message: unknown): Promise<unknown>;
  isExtensionAlive(): boolean;
}

export interface UiWorld<P extends PlatformFace = PlatformFace> {
  browser: UiBrowser;
  platforms: P[];
  now(): number;
  copyText(text: string): Promise<void>;
}

/** Everything of `UiPorts` but the engine. */
export function createReadPorts({
  browser,
  platforms,
  now,
  copyText,
}: UiWorld): Omit<UiPorts, 'reportOf'> & Pick<PopupPorts, 'readStoredGlance'> {
  const client = createClient({
    ...browser,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  return {
    platforms,
    now,
    copyText,
    welcomeUrl: browser.pageUrl('welcome.html'),
    dataUrl: browser.pageUrl(`dashboard.html${dashboardPath({ section: 'data' })}`),
    readPreferences: async () =>
      readPreferences((await browser.localArea.get(PREFERENCES_KEY))[PREFERENCES_KEY]),
    readStoreState: () => readStoreState(browser.sessionArea, browser.localArea),
    async checkMirror(shop) {
      const id = shop && { platform: shop.platform, shopId: shop.shopId };
      const answer = await client.send('check-mirror', id ? { shop: id } : {});
      return answer.ok && answer.value.wrote;
    },
    readMirrorIndex: () => readMirrorIndex(browser.localArea),
    async readMirror(shop) {
      const key = choicesKey(shop);
      const [mirror, stored] = await Promise.all([
        findMirror(browser.localArea, shop),
        browser.localArea.get(key),
      ]);
      return mirror && { ...mirror, settings: readChoices(stored[key]).settings };
    },
    async readStoredGlance(shop) {
      const keys = [glanceKey(shop.platform, shop.shopId), choicesKey(shop)] as const;
      const stored = await browser.localArea.get([...keys]);
      const { settings } = readChoices(stored[keys[1]]);
      return { glance: parseGlance(stored[keys[0]]), settings };
    },
    activeTabShop: () => findTabShop(browser, platforms),
    openTab: (url) => void browser.openTab(url),
    subscribe: (listener) =>
      browser.onLocalChange((keys) => {
        if (keys.some(isShown)) listener();
      }),
  };
}

const isShown = (key: string): boolean =>
  key.startsWith(MIRROR_PREFIX) ||
  key === STATE_KEY ||
  key.startsWith(CHOICES_PREFIX) ||
  key === PREFERENCES_KEY;

/** What the background last saw in the active tab; else the platform by the tab's address. */
async function findTabShop(
  browser: UiBrowser,
  platforms: PlatformFace[],
): Promise<{ platform: string; shopId?: string } | undefined> {
  // All tabs' states at once (a few back-end tabs): asking for one would wait for the other answer.
  const [tab, states] = await Promise.all([browser.findActiveTab(), browser.sessionArea.get(null)]);
  if (tab?.id === undefined) return undefined;
  const state = states[`tab:${tab.id}`] as
    | { shop?: { platform: string; shopId: string } }
    | undefined;
  if (state?.shop) return { platform: state.shop.platform, shopId: state.shop.shopId };
  const { url } = tab;
  const platform = platforms.find((each) => url && each.hosts.some((host) => isOn(url, host)));
  return platform && { platform: platform.id };
}

/** A match pattern of the manifest, by its host only: `*://*.example.com/*`. */
function isOn(url: string, pattern: string): boolean {
  const wanted = /^[^:]+:\/\/([^/]+)/.exec(pattern)?.[1] ?? '';
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  if (!wanted.startsWith('*.')) return host === wanted;
  return host === wanted.slice(2) || host.endsWith(wanted.slice(1));
}
