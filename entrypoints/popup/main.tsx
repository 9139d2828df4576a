import { render } from 'preact';
import '../../assets/styles/tokens.css';
import '../../assets/styles/shared.css';
import '../../assets/styles/popup.css';
import { createDemoClock } from '../../src/browser/demo-clock';
import * as extension from '../../src/browser/extension';
import { askSiteAccess, hasSiteAccess } from '../../src/browser/site-access';
import { choosePack } from '../../src/core/choose-pack';
import { platforms } from '../../src/platforms/registry';
import { createUiPorts, LOCALE_KEY } from '../../src/ui/bind-ports';
import { loadTranslator, resolveLocale } from '../../src/ui/i18n';
import { loadPopup, PopupApp } from '../../src/ui/popup/popup-app';
import type { PopupPorts } from '../../src/ui/ports';

const readLocal = async (key: string) => (await extension.localArea.get(key))[key];
const origins = platforms.flatMap((platform) => platform.hosts);
const clock = createDemoClock(readLocal, extension.onLocalChange);

const shared = createUiPorts({
  browser: extension,
  platforms,
  now: clock.nowMs,
  copyText: (text) => navigator.clipboard.writeText(text),
  welcomeUrl: extension.pageUrl('welcome.html'),
});
const ports: PopupPorts = {
  ...shared,
  // The clock is wanted with the mirror, not before: both are asked for at once.
  readMirrorIndex: async () => (await Promise.all([shared.readMirrorIndex(), clock.ready]))[0],
  hasSiteAccess: () => hasSiteAccess(origins),
  askSiteAccess: () => askSiteAccess(origins),
  async nearestLine(mirror, tr) {
    const [{ findNearestLine }, { modelOf }] = await Promise.all([
      import('../../src/ui/popup/nearest-line'),
      import('../../src/core/score-model'),
    ]);
    const nowMs = clock.nowMs();
    const packs = platforms.find((each) => each.id === mirror.shop.platform)?.packs;
    if (!packs) return undefined;
    const pack = choosePack(packs, mirror.snapshots, nowMs, mirror.settings?.packId);
    return findNearestLine(modelOf({ ...mirror, pack, nowMs }), tr);
  },
  openDashboard: (path) => void extension.openTab(extension.pageUrl(`dashboard.html${path}`)),
};

const [translator, first] = await Promise.all([
  readLocal(LOCALE_KEY).then((locale) => loadTranslator(resolveLocale(locale))),
  // What fails here fails again in the app, which says so.
  loadPopup(ports).catch(() => undefined),
]);
document.documentElement.lang = translator.locale;
document.title = translator.t('app.name');
const app = document.getElementById('app');
if (app) render(<PopupApp ports={ports} translator={translator} first={first} />, app);
