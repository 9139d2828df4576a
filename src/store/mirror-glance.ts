/** The glance beside a mirror, made and checked by whoever writes the mirror. */
import type { ShopRef } from '../core/entities';
import type { Report } from '../core/report-types';
import { choicesKey, readChoices } from '../core/shop-choices';
import type { ShopSettings } from '../core/shop-settings';
import type { ReadableArea } from './mirror-read';
import type { ShopMirror } from './mirror-types';
import { sameData } from './same';
import { findMisfit, glanceKey, makeGlance, parseGlance, type StoredGlance } from './stored-glance';

export interface GlanceParts {
  area: ReadableArea;
  nowMs(): number;
  /** Runs the engine; undefined for a platform that this version does not know. */
  explain(mirror: ShopMirror & { settings: ShopSettings }, nowMs: number): Report | undefined;
  /** The sources that this build was made from. */
  build: string;
  /** Told what failed (a full disk, the engine): the database is intact, the popup sees less or older. */
  onError(error: unknown): void;
}

type Identity = Pick<ShopRef, 'platform' | 'shopId'>;

export function createGlanceMaker({ area, nowMs, explain, build, onError }: GlanceParts) {
  const readSettings = async (shop: Identity): Promise<ShopSettings> =>
    readChoices((await area.get(choicesKey(shop)))[choicesKey(shop)]).settings;
  const find = async ({ platform, shopId }: Identity): Promise<StoredGlance | undefined> => {
    const key = glanceKey(platform, shopId);
    return parseGlance((await area.get(key))[key]);
  };

  /** Undefined where there is nothing to say; a mirror never waits for what the engine makes of it. */
  async function make(mirror: ShopMirror): Promise<StoredGlance | undefined> {
    const settings = await readSettings(mirror.shop);
    const world = { build, nowMs: nowMs(), settings };
    try {
      const report = explain({ ...mirror, settings }, world.nowMs);
      return report && makeGlance(mirror, report, world);
    } catch (error) {
      onError(error);
      return undefined;
    }
  }

  return {
    make,
    /** Made by this build, today, at this revision, under the settings there are. */
    async isFit(shop: Identity, revision: number): Promise<boolean> {
      const [glance, settings] = await Promise.all([find(shop), readSettings(shop)]);
      return (
        glance !== undefined && !findMisfit(glance, { build, nowMs: nowMs(), revision, settings })
      );
    },
    /** Says what the engine says of this mirror. */
    async isTrue(mirror: ShopMirror): Promise<boolean> {
      const [found, made] = await Promise.all([find(mirror.shop), make(mirror)]);
      if (!found || !made) return found === made;
      return sameData({ ...found, madeMs: 0 }, { ...made, madeMs: 0 });
    },
  };
}
