/** Verdicts for the rows of a page: the shop's own report decides what an offence costs. */
import type { OrderCase, ShopRef } from '../core/entities';
import { choicesKey, readChoices } from '../core/shop-choices';
import type { ShopSettings } from '../core/shop-settings';
import { beijingDay } from '../core/time';
import type { RowVerdict } from '../core/verdict-types';
import { meanHours, rowVerdict, shareRates, type VerdictContext } from '../core/verdicts';
import type { Platform } from '../platforms/types';
import type { ScoreDatabase } from '../store/database';
import { shopKeyOf } from '../store/keys';
import type { ReadableArea } from '../store/mirror-read';
import { findStamp, listSnapshots, listTallies, readCoverage, TALLY_DAYS } from '../store/queries';
import { findGroup } from '../store/shop-group';
import type { Engine } from './engine';
import type { FindRules } from './rules';

export interface RowId {
  orderId: string;
  ticketId?: string;
}

export interface VerdictParts extends Engine {
  db: ScoreDatabase;
  /** Holds what the merchant entered for a shop. */
  area: ReadableArea;
  platforms: Platform[];
  findRules: FindRules;
}

export interface Verdicts {
  /** In the order of `rows`; a row whose case is not given is left out. */
  of(shop: ShopRef, rows: RowId[], cases: OrderCase[], nowMs: number): Promise<RowVerdict[]>;
}

export function createVerdicts(parts: VerdictParts): Verdicts {
  // A page asks again and again about one shop: its report is made once per commit, day and entry of the merchant.
  let remembered: { key: string; context: VerdictContext } | undefined;

  async function findRemembered(seen: ShopRef, nowMs: number): Promise<VerdictContext | undefined> {
    const { shop } = await findGroup(parts.db, seen);
    const at = choicesKey(shop);
    const [stamp, stored] = await Promise.all([findStamp(parts.db, shop), parts.area.get(at)]);
    const { settings } = readChoices(stored[at]);
    const key = JSON.stringify([shopKeyOf(shop), stamp, beijingDay(nowMs), settings]);
    if (remembered?.key !== key) {
      const context = await findContext(parts, shop, settings, nowMs);
      remembered = context && { key, context };
    }
    return remembered && { ...remembered.context, nowMs };
  }

  return {
    async of(shop, rows, cases, nowMs) {
      if (rows.length === 0) return [];
      const context = await findRemembered(shop, nowMs);
      if (!context) return [];
      const links = parts.platforms.find((each) => each.id === shop.platform)?.links;
      const byId = new Map(cases.map((each) => [each.orderId, each]));
      return rows.flatMap(({ orderId, ticketId }) => {
        const orderCase = byId.get(orderId);
        if (!orderCase) return [];
        const url =
          ticketId === undefined ? links?.order(orderId) : links?.ticket(ticketId, orderId);
        return [{ ...rowVerdict(orderCase, ticketId, context), ...(url ? { url } : {}) }];
      });
    },
  };
}

/** Offenders are not needed here: shares follow from the sums. */
async function findContext(
  parts: VerdictParts,
  shop: ShopRef,
  settings: ShopSettings,
  nowMs: number,
): Promise<VerdictContext | undefined> {
  const { db, platforms, findRules, buildReport, choosePack } = parts;
  const platform = platforms.find((each) => each.id === shop.platform);
  const compiled = findRules(shop.platform);
  if (!platform || !compiled) return undefined;
  const group = await findGroup(db, shop);
  const [tallies, snapshots, coverage] = await Promise.all([
    listTallies(db, compiled, group, beijingDay(nowMs) - TALLY_DAYS),
    listSnapshots(db, group),
    readCoverage(db, group),
  ]);
  const pack = choosePack(platform.packs, snapshots, nowMs, settings.packId);
  const report = buildReport({
    shop,
    pack,
    tallies,
    snapshots,
    coverage,
    offenders: [],
    settings,
    nowMs,
  });
  return {
    compiled,
    pack,
    duties: platform.duties,
    waits: platform.waits,
    shareRates: shareRates(report),
    meanHours: meanHours(report),
    nowMs,
  };
}
