/**
 * Keeps the mirror true. It is written after commits, a burst of batches once or twice; a worker that
 * dies in between leaves it behind by some revisions, and the next start makes it good.
 */
import type { ShopRef } from '../core/entities';
import { beijingDay } from '../core/time';
import type { ScoreDatabase } from './database';
import { orphanKeyOf, shopKeyOf } from './keys';
import { buildMirror } from './mirror-build';
import { findMirror, type ReadableArea, readMirrorIndex } from './mirror-read';
import { MIRROR_INDEX_KEY, type MirrorIndex, mirrorKey, mirrorText } from './mirror-types';
import type { PlatformRules } from './rules';
import { sameData } from './same';
import { allGroups, groupOf, type ShopGroup, shownShop } from './shop-group';

export interface WritableArea extends ReadableArea {
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

export interface MirrorParts {
  db: ScoreDatabase;
  area: WritableArea;
  /** Rules of a platform in the registry, or undefined for one that is gone from it. */
  findRules(platform: string): PlatformRules | undefined;
  nowMs(): number;
  sleep(ms: number): Promise<void>;
  /** Told when writing failed (a full disk): the database is intact, the popup sees an older mirror. */
  onError(error: unknown): void;
}

export interface MirrorWriter {
  /** A shop changed; `undefined`: only the index did. Returns at once. */
  touch(shop?: Pick<ShopRef, 'platform' | 'shopId'>): void;
  /** Everything touched so far is written when this resolves. */
  settled(): Promise<void>;
  /** Compares every shop's mirror with the database and writes those that are missing or behind. */
  heal(): Promise<void>;
}

/** Quiet for this long means that a burst is over; longer bursts are written in between. */
const QUIET_MS = 150;
const LONGEST_WAIT_MS = 1_500;

export function createMirrorWriter(parts: MirrorParts): MirrorWriter {
  const { db, area, findRules, nowMs, sleep, onError } = parts;
  const dirty = new Map<string, Pick<ShopRef, 'platform' | 'shopId'>>();
  let indexDirty = false;
  let touches = 0;
  let running: Promise<void> | undefined;

  async function flush(): Promise<void> {
    const shops = [...dirty.values()];
    dirty.clear();
    indexDirty = false;
    const values: Record<string, unknown> = { [MIRROR_INDEX_KEY]: await buildIndex(db) };
    const merged: string[] = [];
    const rows = await db.shops.toArray();
    for (const shop of shops) {
      const group = groupOf(rows, shop);
      const rules = findRules(shop.platform);
      const mirror = rules && (await buildMirror(db, rules, shop, nowMs()));
      if (mirror) values[mirrorKey(shop.platform, mirror.shop.shopId)] = mirrorText(mirror);
      merged.push(...group.shopIds.slice(1).map((shopId) => mirrorKey(shop.platform, shopId)));
    }
    await area.set(values);
    if (merged.length > 0) await area.remove(merged);
  }

  async function gather(): Promise<void> {
    let seen: number;
    let waitedMs = 0;
    do {
      seen = touches;
      await sleep(QUIET_MS);
      waitedMs += QUIET_MS;
    } while (touches !== seen && waitedMs < LONGEST_WAIT_MS);
  }

  async function run(): Promise<void> {
    while (indexDirty) {
      await gather();
      try {
        await flush();
      } catch (error) {
        onError(error);
      }
    }
    running = undefined;
  }

  function touch(shop?: Pick<ShopRef, 'platform' | 'shopId'>): void {
    touches += 1;
    indexDirty = true;
    if (shop) dirty.set(shopKeyOf(shop), { platform: shop.platform, shopId: shop.shopId });
    running ??= run();
  }

  return {
    touch,
    settled: async () => {
      await running;
    },
    async heal() {
      for (const { shop, revision } of allGroups(await db.shops.toArray())) {
        const mirror = await findMirror(area, shop);
        const sameDay = mirror && beijingDay(mirror.updatedMs) === beijingDay(nowMs());
        if (!sameDay || mirror.revision !== revision) touch(shop);
      }
      if (!sameData(await readMirrorIndex(area), await buildIndex(db))) touch();
      await running;
    },
  };
}

/** Shops, latest seen first, and what could not be read of pages that did not tell their shop. */
async function buildIndex(db: ScoreDatabase): Promise<MirrorIndex> {
  return db.transaction('r', [db.shops, db.health], async () => {
    const groups = allGroups(await db.shops.toArray());
    const orphanHealth: MirrorIndex['orphanHealth'] = {};
    for (const { shopKey, kind, health, seenMs } of await db.health.toArray()) {
      const platform = shopKey.slice(0, shopKey.indexOf(':'));
      if (shopKey !== orphanKeyOf(platform)) continue;
      orphanHealth[platform] = { ...orphanHealth[platform], [kind]: { ...health, seenMs } };
    }
    const shops = groups.map(indexEntry);
    return Object.keys(orphanHealth).length > 0 ? { shops, orphanHealth } : { shops };
  });
}

function indexEntry({ shop, rows, lastSeenMs }: ShopGroup): MirrorIndex['shops'][number] {
  const [root, ...others] = rows;
  const merged = others.map((row) => ({
    shopId: row.shop.shopId,
    name: shownShop(row).name,
    into: row.alias?.into ?? shop.shopId,
  }));
  return {
    ...shop,
    lastSeenMs,
    ...(root && root.shop.name !== shop.name ? { ownName: root.shop.name } : {}),
    ...(merged.length > 0 ? { merged } : {}),
  };
}
