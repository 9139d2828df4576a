/**
 * Keeps the mirror true. It is written after commits, a burst of batches once or twice; a worker that
 * dies in between leaves it behind by some revisions, and the next start makes it good.
 */
import type { ShopRef } from '../core/entities';
import { beijingDay } from '../core/time';
import type { ScoreDatabase } from './database';
import { shopKeyOf } from './keys';
import { buildMirror } from './mirror-build';
import { createGlanceMaker, type GlanceParts } from './mirror-glance';
import { buildIndex, listMirrorKeys } from './mirror-index';
import { findMirror, type ReadableArea, readMirrorIndex } from './mirror-read';
import { MIRROR_INDEX_KEY, mirrorKey, mirrorText } from './mirror-types';
import type { PlatformRules } from './rules';
import { sameData } from './same';
import { allGroups, findGroup, groupOf } from './shop-group';
import { glanceKey } from './stored-glance';

export interface WritableArea extends ReadableArea {
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

export interface MirrorParts extends GlanceParts {
  db: ScoreDatabase;
  area: WritableArea;
  /** Rules of a platform in the registry, or undefined for one that is gone from it. */
  findRules(platform: string): PlatformRules | undefined;
  sleep(ms: number): Promise<void>;
}

export interface MirrorWriter {
  /** A shop changed; `undefined`: only the index did. Returns at once. */
  touch(shop?: Pick<ShopRef, 'platform' | 'shopId'>): void;
  /** Everything touched so far is written when this resolves. */
  settled(): Promise<void>;
  /** Compares every shop's mirror with the database and writes those that are missing or behind. */
  heal(): Promise<void>;
  /**
   * `heal`, and for this shop more than the revision: the mirror is made anew and compared whole. What was
   * right is not written again, so nobody repaints. True when something had to be written.
   */
  verify(shop?: Pick<ShopRef, 'platform' | 'shopId'>): Promise<boolean>;
}

/** Quiet for this long means that a burst is over; longer bursts are written in between. */
const QUIET_MS = 150;
const LONGEST_WAIT_MS = 1_500;

const keysOf = ({ platform, shopId }: Pick<ShopRef, 'platform' | 'shopId'>): string[] => [
  mirrorKey(platform, shopId),
  glanceKey(platform, shopId),
];

export function createMirrorWriter(parts: MirrorParts): MirrorWriter {
  const { db, area, findRules, nowMs, sleep, onError } = parts;
  const glances = createGlanceMaker(parts);
  const dirty = new Map<string, Pick<ShopRef, 'platform' | 'shopId'>>();
  let indexDirty = false;
  let touches = 0;
  let running: Promise<void> | undefined;

  async function flush(): Promise<void> {
    const shops = [...dirty.values()];
    dirty.clear();
    indexDirty = false;
    const values: Record<string, unknown> = { [MIRROR_INDEX_KEY]: await buildIndex(db) };
    const gone: string[] = [];
    const rows = await db.shops.toArray();
    for (const shop of shops) {
      const group = groupOf(rows, shop);
      const rules = findRules(shop.platform);
      const mirror = rules && (await buildMirror(db, rules, shop, nowMs()));
      if (mirror) {
        const { platform, shopId } = mirror.shop;
        const glance = await glances.make(mirror);
        values[mirrorKey(platform, shopId)] = mirrorText(mirror);
        if (glance) values[glanceKey(platform, shopId)] = JSON.stringify(glance);
        else gone.push(glanceKey(platform, shopId));
      }
      gone.push(...group.shopIds.slice(1).flatMap((shopId) => keysOf({ ...shop, shopId })));
    }
    await area.set(values);
    if (gone.length > 0) await area.remove(gone);
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

  async function heal(): Promise<void> {
    // Keys first: the mirror of a shop that is stored meanwhile is no stray.
    const keys = await listMirrorKeys(area);
    const shops = allGroups(await db.shops.toArray());
    for (const { shop, revision } of shops) {
      const mirror = await findMirror(area, shop);
      const sameDay = mirror && beijingDay(mirror.updatedMs) === beijingDay(nowMs());
      const isBehind = !sameDay || mirror.revision !== revision;
      if (isBehind || !(await glances.isFit(shop, revision))) touch(shop);
    }
    const own = new Set(shops.flatMap(({ shop }) => keysOf(shop)));
    const strays = keys.filter((key) => !own.has(key));
    if (strays.length > 0) await area.remove(strays);
    if (!sameData(await readMirrorIndex(area), await buildIndex(db))) touch();
    await running;
  }

  async function isTrue(shop: Pick<ShopRef, 'platform' | 'shopId'>): Promise<boolean> {
    const rules = findRules(shop.platform);
    const [shown, made] = [
      await findMirror(area, shop),
      rules && (await buildMirror(db, rules, shop, nowMs())),
    ];
    if (!shown || !made) return shown === made;
    return (
      sameData({ ...shown, updatedMs: 0 }, { ...made, updatedMs: 0 }) &&
      (await glances.isTrue(made))
    );
  }

  return {
    touch,
    settled: async () => {
      await running;
    },
    heal,
    async verify(shop) {
      const before = touches;
      if (shop && !(await isTrue((await findGroup(db, shop)).shop))) touch(shop);
      await heal();
      return touches !== before;
    },
  };
}
