import { render } from 'preact';
import '../../assets/styles/tokens.css';
import '../../assets/styles/shared.css';
import '../../assets/styles/dashboard.css';
import '../../assets/styles/settings.css';
import '../../assets/styles/dashboard-parts.css';
import { createDemoClock } from '../../src/browser/demo-clock';
import * as extension from '../../src/browser/extension';
import { askToNotify, mayNotify } from '../../src/browser/notifications';
import { LOCALE_KEY, PREFERENCES_KEY } from '../../src/core/page-preferences';
import { platforms } from '../../src/platforms/registry';
import { createUiPorts } from '../../src/ui/bind-ports';
import { createStorePorts } from '../../src/ui/dashboard/bind-store';
import { createTabPorts } from '../../src/ui/dashboard/bind-tabs';
import { DashboardApp } from '../../src/ui/dashboard/dashboard-app';
import { createImportRun } from '../../src/ui/dashboard/import-run';
import { loadAdviceBook } from '../../src/ui/dashboard/load-advice';
import { loadDashboardTranslator, resolveLocale } from '../../src/ui/i18n';
import type { DashboardPorts } from '../../src/ui/ports';
import { saveFile } from '../../src/ui/save-file';

const readLocal = async (key: string) => (await extension.localArea.get(key))[key];
const clock = createDemoClock(readLocal, extension.onLocalChange);

const { refreshShop, importMemory, dataPorts, ...storePorts } = createStorePorts({
  area: extension.localArea,
  platforms,
  now: clock.nowMs,
  build: __SOURCES_HASH__,
});

const locale = resolveLocale(await readLocal(LOCALE_KEY));
const [translator] = await Promise.all([loadDashboardTranslator(locale), clock.ready]);
const ports: DashboardPorts = {
  ...createUiPorts({
    browser: extension,
    platforms,
    now: clock.nowMs,
    copyText: (text) => navigator.clipboard.writeText(text),
  }),
  ...storePorts,
  data: dataPorts(translator.t),
  ...createTabPorts(extension, platforms),
  savePreferences: (chosen) => extension.localArea.set({ [PREFERENCES_KEY]: chosen }),
  mayNotify,
  askToNotify,
  saveFile,
  loadAdvice: (platform) => loadAdviceBook(platform, locale),
  build: { version: extension.version(), sources: __SOURCES_HASH__ },
  print: () => window.print(),
  startImport: () =>
    createImportRun({
      startWorker: () =>
        new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' }),
      now: clock.nowMs,
      refresh: refreshShop,
      memory: importMemory,
    }),
  async setLocale(locale) {
    await extension.localArea.set({ [LOCALE_KEY]: locale });
    location.reload();
  },
};

document.documentElement.lang = translator.locale;
document.title = `${translator.t('dash.title')} · ${translator.t('app.name')}`;
const app = document.getElementById('app');
if (app) render(<DashboardApp ports={ports} translator={translator} />, app);
