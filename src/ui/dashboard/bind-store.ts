/** The dashboard's own ports: offenders, cases and deletion, from the database itself. */

import { choosePack } from '../../core/choose-pack';
import { compileMeasures } from '../../core/compile';
import type { DemoShop } from '../../core/demo';
import { openDuties } from '../../core/duties';
import { indicatorOfMeasure } from '../../core/pack-lookup';
import { reportOffenders } from '../../core/report-lists';
import { modelOf } from '../../core/score-model';
import { choicesKey, readChoices } from '../../core/shop-choices';
import { findDay } from '../../core/time';
import { windowEndingOn } from '../../core/window';
import type { Platform } from '../../platforms/types';
import { createDatabase, type ScoreDatabase } from '../../store/database';
import { addDemoShop } from '../../store/demo-data';
import { findImported, rememberImported } from '../../store/imported-files';
import { createMirrorWriter, type WritableArea } from '../../store/mirror-writer';
import { readOffenderRows } from '../../store/offender-rows';
import { findCases } from '../../store/queries';
import { createPlatformRules } from '../../store/rules';
import { findGroup } from '../../store/shop-group';
import { createReportOf } from '../bind-ports';
import type { Translate } from '../i18n';
import type { DashboardPorts, OrderRow, ShopId } from '../ports';
import { createDataPorts } from './data/bind-data';
import type { DataPorts } from './data/data-ports';
import type { ImportMemory } from './import-run';
import { createShopPorts, type ShopPorts } from './shops/bind-shops';
import { splitLosses } from './split-losses';

export interface StoreWorld {
  area: WritableArea;
  platforms: Platform[];
  now(): number;
  /** The sources that this build was made from. */
  build: string;
  db?: ScoreDatabase;
}

type StorePorts = Pick<
  DashboardPorts,
  | 'modelOf'
  | 'readChoices'
  | 'saveChoices'
  | 'readOffenders'
  | 'splitLosses'
  | 'readCases'
  | 'findPack'
> &
  ShopPorts & {
    /** Needs the interface's texts for its tables. */
    dataPorts(t: Translate): DataPorts;
    /** Writes the shop's mirror from the database: after an import in this page's worker. */
    refreshShop(shop: ShopId): Promise<void>;
    importMemory: ImportMemory;
    addDemo(demo: DemoShop): Promise<void>;
  };

export function createStorePorts({
  area,
  platforms,
  now,
  build,
  db = createDatabase(),
}: StoreWorld): StorePorts {
  const findRules = (id: string) => {
    const platform = platforms.find((each) => each.id === id);
    return platform && createPlatformRules(platform, (one) => openDuties(one, platform.duties));
  };
  const explain = createReportOf((id) => platforms.find((each) => each.id === id)?.packs);
  /** Writes the mirror's index anew, and that of a shop; a failure is the caller's. */
  async function rewriteMirror(shop?: ShopId): Promise<void> {
    let failed: unknown;
    const sleep = async (): Promise<void> => {};
    const onError = (error: unknown): void => {
      failed = error;
    };
    const writer = createMirrorWriter({
      db,
      area,
      findRules,
      explain,
      build,
      nowMs: now,
      sleep,
      onError,
    });
    writer.touch(shop);
    await writer.settled();
    if (failed !== undefined) throw failed;
  }

  return {
    ...createShopPorts({ db, area, now, rewriteMirror }),
    refreshShop: rewriteMirror,
    importMemory: {
      find: (shop, hash) => findImported(area, shop, hash),
      remember: (shop, hash, nowMs) => rememberImported(area, shop, hash, nowMs),
    },
    async addDemo(demo) {
      const rules = findRules(demo.shop.platform);
      if (!rules) throw new Error(`no rules for ${demo.shop.platform}`);
      await addDemoShop(db, rules, demo, now());
      await rewriteMirror(demo.shop);
    },
    dataPorts: (t) =>
      createDataPorts({ db, area, platforms, t, now, findRules, refresh: rewriteMirror }),
    async readOffenders(report, indicatorId, onProgress): Promise<OrderRow[]> {
      const platform = platforms.find((each) => each.id === report.shop.platform);
      const pack = platform?.packs.find((each) => each.id === report.packId);
      const indicator = report.indicators.find((each) => each.id === indicatorId);
      const measureId = indicator?.behind?.measureId;
      const use = pack && measureId !== undefined ? indicatorOfMeasure(pack, measureId) : undefined;
      const measure = pack?.measures.find((each) => each.id === measureId);
      const asOf = findDay(report.asOf);
      if (!platform || !pack || !indicator || !use || !measure || asOf === undefined) return [];
      const { facts } = compileMeasures([measure], platform.words, pack.clocks);
      const { dayFrom, dayTo } = windowEndingOn(use.window, asOf);
      const rows = await readOffenderRows(
        db,
        facts,
        {
          shopKeys: (await findGroup(db, report.shop)).shopKeys,
          measureId: measure.id,
          fromDay: dayFrom,
          toDay: dayTo,
        },
        onProgress,
      );
      const details = new Map(rows.map((each) => [`${each.orderId}/${each.unitId}`, each]));
      return reportOffenders({ pack, offenders: rows }, [indicator], asOf).map((each) => {
        const { den, atMs, carrier, province, ticketId } =
          details.get(`${each.orderId}/${each.unitId}`) ?? {};
        return { ...each, den, atMs, carrier, province, ticketId };
      });
    },
    modelOf(mirror, nowMs) {
      const packs = platforms.find((each) => each.id === mirror.shop.platform)?.packs;
      if (!packs) return undefined;
      const pack = choosePack(packs, mirror.snapshots, nowMs, mirror.settings?.packId);
      return modelOf({ ...mirror, pack, nowMs });
    },
    async readChoices(shop) {
      const key = choicesKey(shop);
      return readChoices((await area.get(key))[key]);
    },
    saveChoices: (shop, choices) => area.set({ [choicesKey(shop)]: choices }),
    async splitLosses(report, indicatorId, onProgress) {
      const platform = platforms.find((each) => each.id === report.shop.platform);
      const rules = findRules(report.shop.platform);
      if (!platform || !rules) throw new Error(`no platform ${report.shop.platform}`);
      return splitLosses(db, platform, rules, report, indicatorId, onProgress);
    },
    readCases: (shop, orderIds) => findCases(db, shop, orderIds),
    findPack: (report) =>
      platforms
        .find((each) => each.id === report.shop.platform)
        ?.packs.find((each) => each.id === report.packId),
  };
}
