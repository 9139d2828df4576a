import { render } from 'preact';
import '../../assets/styles/tokens.css';
import '../../assets/styles/shared.css';
import '../../assets/styles/dashboard.css';
import '../../assets/styles/settings.css';
import { createDemoClock } from '../../src/browser/demo-clock';
import * as extension from '../../src/browser/extension';
import { DEMO_SHOP_ID } from '../../src/core/demo';
import { LOCALE_KEY, PREFERENCES_KEY } from '../../src/core/page-preferences';
import { doudianDemoShop } from '../../src/platforms/doudian/demo-shop';
import { platforms } from '../../src/platforms/registry';
import { createUiPorts } from '../../src/ui/bind-ports';
import { createStorePorts } from '../../src/ui/dashboard/bind-store';
import { loadSettingsTranslator, resolveLocale } from '../../src/ui/i18n';
import { dashboardPath } from '../../src/ui/routes';
import { Welcome } from '../../src/ui/welcome/welcome';
import type { WelcomePorts } from '../../src/ui/welcome/welcome-ports';

const readLocal = async (key: string) => (await extension.localArea.get(key))[key];
const clock = createDemoClock(readLocal, extension.onLocalChange);
const [locale] = await Promise.all([readLocal(LOCALE_KEY), clock.ready]);
const world = { area: extension.localArea, platforms, now: clock.nowMs };
const store = createStorePorts({ ...world, build: __SOURCES_HASH__ });
const ui = createUiPorts({
  browser: extension,
  platforms,
  now: clock.nowMs,
  copyText: (text) => navigator.clipboard.writeText(text),
});
const demo = () => doudianDemoShop(clock.nowMs());

const ports: WelcomePorts = {
  platforms: ui.platforms,
  readPreferences: ui.readPreferences,
  subscribe: ui.subscribe,
  savePreferences: (chosen) => extension.localArea.set({ [PREFERENCES_KEY]: chosen }),
  openTab: ui.openTab,
  hasDemo: async () =>
    (await ui.readMirrorIndex()).shops.some(({ shopId }) => shopId === DEMO_SHOP_ID),
  addDemo: () => store.addDemo(demo()),
  removeDemo: () => store.deleteShop(demo().shop),
  openDemo: () =>
    void extension.openTab(
      extension.pageUrl(`dashboard.html${dashboardPath({ shop: demo().shop })}`),
    ),
};

const translator = await loadSettingsTranslator(resolveLocale(locale));
document.documentElement.lang = translator.locale;
document.title = translator.t('welcome.title');
const app = document.getElementById('app');
if (app) render(<Welcome ports={ports} translator={translator} />, app);
