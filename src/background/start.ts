/**
 * The service worker, wired: listeners are registered in the same turn in which the worker starts (a
 * browser wakes it for events it already knows), and nothing that matters lives in a variable.
 */
import type { Runtime } from 'webextension-polyfill';
import { LOCALE_KEY, PREFERENCES_KEY } from '../core/page-preferences';
import { readPreferences } from '../core/preferences';
import { createRouter } from '../messages/router';
import { parseRequest } from '../messages/schemas';
import { classifySender, matchesOrigin } from '../messages/sender';
import type { Platform } from '../platforms/types';
import type { ScoreDatabase } from '../store/database';
import { SHOPS_CHANGED_KEY } from '../store/mirror-types';
import { createMirrorWriter, type MirrorWriter } from '../store/mirror-writer';
import { createAlertDesk } from './alert-desk';
import type { Engine } from './engine';
import { loadReaders } from './load-readers';
import { rebuildAll } from './rebuild';
import { createRulesTable } from './rules';
import { registerServices } from './services';
import { createStoreDesk } from './store-desk';
import { createToolbar, type Toolbar } from './toolbar';
import { toolbarText } from './toolbar-text';
import { upkeep } from './upkeep';
import { createVerdicts } from './verdicts';

type Extension = typeof import('../browser/extension');
type Notifications = typeof import('../browser/notifications');

export interface BackgroundParts extends Engine {
  extension: Pick<
    Extension,
    | 'ownIdentity'
    | 'onMessage'
    | 'onAlarm'
    | 'ensureAlarm'
    | 'onTabRemoved'
    | 'findTabUrl'
    | 'paintToolbar'
    | 'runScript'
    | 'localArea'
    | 'roomBytes'
    | 'onLocalChange'
    | 'sessionArea'
    | 'openTab'
    | 'pageUrl'
    | 'onFirstInstall'
  >;
  notifications: Pick<Notifications, 'mayNotify' | 'showNote' | 'onNoteClicked'>;
  platforms: Platform[];
  db: ScoreDatabase;
  /** The sources that this build was made from. */
  build: string;
  nowMs(): number;
  /** Settings that `nowMs` needs are read: nothing is judged before. */
  ready?: Promise<unknown>;
  sleep(ms: number): Promise<void>;
  /** Diagnostics for a developer's console: never page data. */
  onError(error: unknown): void;
}

export interface Background {
  mirror: MirrorWriter;
  toolbar: Toolbar;
  /** Tallies of the present measures, mirrors of the present tallies, a toolbar of the present hour. */
  maintain(): Promise<void>;
}

const TICK = 'tick';
/** Duties expire and days change while nothing else happens. */
const TICK_MINUTES = 5;

export function startBackground(parts: BackgroundParts): Background {
  const { extension, platforms, db, nowMs, onError } = parts;
  const own = extension.ownIdentity();
  const findRules = createRulesTable(platforms);
  const mirror = createMirrorWriter({
    ...parts,
    area: extension.localArea,
    findRules,
    explain(shown, atMs) {
      const packs = platforms.find(({ id }) => id === shown.shop.platform)?.packs;
      if (!packs) return undefined;
      const pack = parts.choosePack(packs, shown.snapshots, atMs, shown.settings.packId);
      return parts.buildReport({ ...shown, pack, nowMs: atMs });
    },
  });
  const { localArea: area, sessionArea: session, roomBytes } = extension;
  const desk = createStoreDesk({ db, area, session, nowMs, roomBytes, onError });
  const toolbar = createToolbar({
    db,
    findRules,
    findText: async () => toolbarText((await extension.localArea.get(LOCALE_KEY))[LOCALE_KEY]),
    nowMs,
    session: extension.sessionArea,
    paint: extension.paintToolbar,
    showsBackend: async (tabId) => isBackend(await extension.findTabUrl(tabId), platforms),
    onError,
  });

  const findPreferences = async () =>
    readPreferences((await extension.localArea.get(PREFERENCES_KEY))[PREFERENCES_KEY]);

  const router = createRouter({
    classify: (sender) => classifySender(sender, own, platforms),
    parse: (message) => parseRequest(message, nowMs()),
  });
  const verdicts = createVerdicts({ ...parts, area: extension.localArea, findRules });
  registerServices(router, {
    db,
    area: extension.localArea,
    findRules,
    verdicts,
    mirror,
    toolbar,
    desk,
    nowMs,
    mayStoreIncognito: async () => (await findPreferences()).incognito,
  });

  const alerts = createAlertDesk({
    ...parts,
    area: extension.localArea,
    mayNotify: parts.notifications.mayNotify,
    show: parts.notifications.showNote,
    open: extension.openTab,
    dashboardUrl: ({ platform, shopId }) =>
      extension.pageUrl(`dashboard.html#/${[platform, shopId].map(encodeURIComponent).join('/')}`),
  });
  router.handle('load-readers', loadReaders(platforms, extension.runScript));

  let maintaining: Promise<void> | undefined;
  async function runMaintenance(): Promise<void> {
    await parts.ready?.catch(onError);
    if (await desk.findTrouble()) {
      await toolbar.showTrouble();
      return;
    }
    const rules = platforms.flatMap(({ id }) => findRules(id) ?? []);
    for (const each of rules) {
      if (await rebuildAll(db, each, desk, nowMs)) await mirror.heal();
      // The new numbers are in the mirrors: nothing shown is old any more.
      await desk.noteRebuild(each.platform, undefined);
    }
    await upkeep({ db, area: extension.localArea, rules, nowMs });
    await mirror.heal();
    await toolbar.repaint();
    await alerts.check();
  }
  function maintain(): Promise<void> {
    maintaining ??= runMaintenance()
      .catch((error) => {
        onError(error);
        return desk.noteFailure(error);
      })
      .then(() => undefined)
      .finally(() => {
        maintaining = undefined;
      });
    return maintaining;
  }

  extension.onFirstInstall(() => {
    extension.openTab(extension.pageUrl('welcome.html')).catch(onError);
  });
  extension.onMessage((message, sender: Runtime.MessageSender, sendResponse) =>
    router.listener(message, sender, sendResponse, parts.ready),
  );
  extension.onAlarm((name) => {
    if (name === TICK) void maintain();
  });
  extension.onLocalChange((keys) => {
    if (keys.includes(SHOPS_CHANGED_KEY)) toolbar.repaint().catch(onError);
  });
  extension.onTabRemoved((tabId) => {
    toolbar.forgetTab(tabId).catch(onError);
  });
  parts.notifications.onNoteClicked((id) => {
    alerts.openNote(id).catch(onError);
  });
  extension.ensureAlarm(TICK, TICK_MINUTES).catch(onError);
  void maintain();
  return { mirror, toolbar, maintain };
}

function isBackend(url: string | undefined, platforms: Platform[]): boolean {
  if (url === undefined) return false;
  const { origin } = new URL(url);
  return platforms.some(({ hosts }) => hosts.some((host) => matchesOrigin(host, origin)));
}
