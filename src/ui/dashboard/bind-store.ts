/** The dashboard's own ports: pages of offenders and deletion, from the database itself. */
import { openDuties } from '../../core/duties';
import { indicatorOfMeasure } from '../../core/pack-lookup';
import { reportOffenders } from '../../core/report-lists';
import { findDay } from '../../core/time';
import { windowEndingOn } from '../../core/window';
import type { Platform } from '../../platforms/types';
import { createDatabase, type ScoreDatabase } from '../../store/database';
import { deleteAllData, deleteShop } from '../../store/delete-data';
import { shopKeyOf } from '../../store/keys';
import { createMirrorWriter, type WritableArea } from '../../store/mirror-writer';
import { listOffenders } from '../../store/queries';
import { createPlatformRules } from '../../store/rules';
import type { DashboardPorts, OffenderPage, ShopId } from '../ports';

export interface StoreWorld {
  area: WritableArea;
  platforms: Platform[];
  now(): number;
  db?: ScoreDatabase;
}

type StorePorts = Pick<DashboardPorts, 'listOffenders' | 'deleteShop' | 'deleteAll'> & {
  /** Writes the shop's mirror from the database: after an import in this page's worker. */
  refreshShop(shop: ShopId): Promise<void>;
};

export function createStorePorts({
  area,
  platforms,
  now,
  db = createDatabase(),
}: StoreWorld): StorePorts {
  const findRules = (id: string) => {
    const platform = platforms.find((each) => each.id === id);
    return platform && createPlatformRules(platform, (one) => openDuties(one, platform.duties));
  };
  /** Writes the mirror's index anew, and that of a shop; a failure is the caller's. */
  async function rewriteMirror(shop?: ShopId): Promise<void> {
    let failed: unknown;
    const sleep = async (): Promise<void> => {};
    const onError = (error: unknown): void => {
      failed = error;
    };
    const writer = createMirrorWriter({ db, area, findRules, nowMs: now, sleep, onError });
    writer.touch(shop);
    await writer.settled();
    if (failed !== undefined) throw failed;
  }

  return {
    refreshShop: rewriteMirror,
    async listOffenders(report, indicatorId, { offset, limit }): Promise<OffenderPage> {
      const platform = platforms.find((each) => each.id === report.shop.platform);
      const pack = platform?.packs.find((each) => each.id === report.packId);
      const rules = findRules(report.shop.platform);
      const indicator = report.indicators.find((each) => each.id === indicatorId);
      const measureId = indicator?.behind?.measureId;
      const use = pack && measureId !== undefined ? indicatorOfMeasure(pack, measureId) : undefined;
      const asOf = findDay(report.asOf);
      if (!indicator || !pack || !rules || !use || measureId === undefined || asOf === undefined) {
        return { rows: [], more: false };
      }
      const { dayFrom, dayTo } = windowEndingOn(use.window, asOf);
      const query = { shopKey: shopKeyOf(report.shop), measureId, fromDay: dayFrom, toDay: dayTo };
      // One order more than asked for tells whether another page exists.
      const refs = await listOffenders(db, rules, { ...query, offset, limit: limit + 1 });
      const orders = [...new Set(refs.map((each) => each.orderId))];
      const shown = new Set(orders.slice(0, limit));
      const offenders = refs.filter((each) => shown.has(each.orderId));
      const rows = reportOffenders({ pack, offenders }, [indicator], asOf);
      return { rows, more: orders.length > limit };
    },
    async deleteShop(shop) {
      await deleteShop(db, area, shop);
      await rewriteMirror();
    },
    async deleteAll() {
      await deleteAllData(db, area);
      await rewriteMirror();
    },
  };
}
