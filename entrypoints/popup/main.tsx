import '../../assets/styles/tokens.css';
import '../../assets/styles/shared.css';
import '../../assets/styles/popup.css';
import { createDemoClock } from '../../src/browser/demo-clock';
import * as extension from '../../src/browser/extension';
import { askSiteAccess, hasSiteAccess } from '../../src/browser/site-access';
import { LOCALE_KEY } from '../../src/core/page-preferences';
import { faces } from '../../src/platforms/faces';
import type { Platform } from '../../src/platforms/types';
import { startPopup } from '../../src/ui/popup/start-popup';
import type { PopupPorts } from '../../src/ui/ports';
import { createReadPorts } from '../../src/ui/read-ports';

const readLocal = async (key: string) => (await extension.localArea.get(key))[key];
const origins = faces.flatMap((platform) => platform.hosts);
const clock = createDemoClock(readLocal, extension.onLocalChange);
const shared = createReadPorts({
  browser: extension,
  platforms: faces,
  now: clock.nowMs,
  copyText: (text) => navigator.clipboard.writeText(text),
});
/** Platforms whose rules are there. */
const loaded = new Map<string, Platform>();
const packsOf = (platform: string) => loaded.get(platform)?.packs;
const ports: PopupPorts = {
  ...shared,
  build: __SOURCES_HASH__,
  // The clock is wanted with the numbers, not before: both are asked for at once.
  readMirrorIndex: async () => (await Promise.all([shared.readMirrorIndex(), clock.ready]))[0],
  async loadPlatform(id: string) {
    const platform = await faces.find((each) => each.id === id)?.load();
    if (platform) loaded.set(id, platform);
    return platform;
  },
  loadEngine: async () =>
    (await import('../../src/ui/popup/engine')).createEngine(packsOf, clock.nowMs),
  loadWhole: async () => (await import('../../src/ui/popup/whole')).wholePopup,
  hasSiteAccess: () => hasSiteAccess(origins),
  askSiteAccess: () => askSiteAccess(origins),
  openDashboard: (path: string) =>
    void extension.openTab(extension.pageUrl(`dashboard.html${path}`)),
};

const app = document.getElementById('app');
if (app) await startPopup(ports, readLocal(LOCALE_KEY), app);
