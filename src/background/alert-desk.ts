/** Looks for due alerts at each tick and shows them: local, opt-in, each event once. */
import { type Alert, type AlertMemory, type AlertShop, findAlerts } from '../core/alerts';
import { LOCALE_KEY, PREFERENCES_KEY } from '../core/page-preferences';
import { readPreferences } from '../core/preferences';
import { choicesKey, readChoices } from '../core/shop-choices';
import type { Platform } from '../platforms/types';
import { findMirror, type ReadableArea, readMirrorIndex } from '../store/mirror-read';
import { alertText } from './alert-text';
import type { Engine } from './engine';
import { toolbarText } from './toolbar-text';

const MEMORY_KEY = 'alerts:told';

export interface AlertDeskParts extends Engine {
  area: ReadableArea & { set(values: Record<string, unknown>): Promise<void> };
  platforms: Platform[];
  nowMs(): number;
  mayNotify(): Promise<boolean>;
  show(note: { id: string; title: string; text: string }): Promise<void>;
  open(url: string): Promise<void>;
  /** Address of the dashboard at one shop. */
  dashboardUrl(shop: { platform: string; shopId: string }): string;
}

export interface AlertDesk {
  /** Tells what is due now. One at a time: a second call waits for nothing and does nothing. */
  check(): Promise<void>;
  /** A note was clicked: opens where something can be done about it. */
  openNote(id: string): Promise<void>;
}

export function createAlertDesk(parts: AlertDeskParts): AlertDesk {
  const { area } = parts;
  let checking = false;

  async function tell(): Promise<void> {
    const stored = await area.get([PREFERENCES_KEY, MEMORY_KEY, LOCALE_KEY]);
    const preferences = readPreferences(stored[PREFERENCES_KEY]);
    const isAnyOn = Object.values(preferences.alerts).some((each) => each.on);
    if (!isAnyOn || !(await parts.mayNotify())) return;
    const before = (stored[MEMORY_KEY] ?? {}) as AlertMemory;
    const shops = await listAlertShops(parts);
    const { alerts, memory } = findAlerts(shops, preferences, before, parts.nowMs());
    if (JSON.stringify(memory) === JSON.stringify(before)) return;
    // Kept before it is shown: a worker that dies between must not tell it twice.
    await area.set({ [MEMORY_KEY]: memory });
    const text = alertText(stored[LOCALE_KEY]);
    const { pageName } = toolbarText(stored[LOCALE_KEY]);
    for (const alert of alerts) {
      await parts.show({
        id: noteId(alert),
        title: alert.shop.name,
        text: text(alert, pageName),
      });
    }
  }

  return {
    async check() {
      if (checking) return;
      checking = true;
      await tell().finally(() => {
        checking = false;
      });
    },
    async openNote(id) {
      const place = readNoteId(id);
      const links = parts.platforms.find((each) => each.id === place?.platform)?.links;
      if (!place || !links) return;
      if (place.kind === 'duties') {
        await parts.open(place.page === 'order-list' ? links.orderList : links.aftersaleList);
      } else if (place.kind === 'score-out') await parts.open(links.score);
      else await parts.open(parts.dashboardUrl(place));
    },
  };
}

async function listAlertShops(parts: AlertDeskParts): Promise<AlertShop[]> {
  const { area, platforms, buildReport, choosePack } = parts;
  const nowMs = parts.nowMs();
  const found: AlertShop[] = [];
  for (const known of (await readMirrorIndex(area)).shops) {
    const packs = platforms.find((each) => each.id === known.platform)?.packs;
    const at = choicesKey(known);
    const [mirror, stored] = await Promise.all([findMirror(area, known), area.get(at)]);
    if (!packs || !mirror) continue;
    const { settings } = readChoices(stored[at]);
    const pack = choosePack(packs, mirror.snapshots, nowMs, settings.packId);
    found.push({
      shop: mirror.shop,
      alsoIds: (known.merged ?? []).map(({ shopId }) => shopId),
      duties: mirror.duties,
      snapshot: mirror.snapshots.at(-1),
      report: buildReport({ ...mirror, settings, pack, nowMs }),
      broken: Object.values(mirror.health)
        .filter((each) => each.verdict === 'broken')
        .map((each) => each.kind),
    });
  }
  return found;
}

/** The id says where a click leads: nothing else of a note survives the worker. */
const noteId = ({ kind, shop, label = '', page }: Alert): string =>
  JSON.stringify([kind, shop.platform, shop.shopId, label, page ?? '']);

function readNoteId(id: string) {
  try {
    const [kind, platform, shopId, _label, page] = JSON.parse(id) as string[];
    return kind && platform && shopId ? { kind, platform, shopId, page } : undefined;
  } catch {
    return undefined;
  }
}
