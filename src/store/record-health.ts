/** A page that could not be read (or can be again): nothing is stored but that. */
import type { PageHealth, ShopRef } from '../core/entities';
import type { ScoreDatabase } from './database';
import { healthRow, mergeHealth } from './health';
import { orphanKeyOf } from './keys';
import { sameData } from './same';
import { touchShop, writeHealth } from './write-shop';

export interface HealthReport {
  platform: string;
  /** Absent when the page did not tell its shop. */
  shop?: ShopRef;
  seenMs: number;
  health: PageHealth;
}

/** True when something was written. */
export async function recordHealth(db: ScoreDatabase, report: HealthReport): Promise<boolean> {
  const { platform, shop, seenMs, health } = report;
  return db.transaction('rw', [db.health, db.shops], async () => {
    if (shop) {
      const wrote = await writeHealth(db, { shop, seenMs }, health);
      if (wrote) await touchShop(db, { shop, seenMs });
      return wrote;
    }
    const key = orphanKeyOf(platform);
    const before = await db.health.get([key, health.kind]);
    const after = mergeHealth(before, healthRow(key, health, seenMs));
    if (sameData(before, after)) return false;
    await db.health.put(after);
    return true;
  });
}
