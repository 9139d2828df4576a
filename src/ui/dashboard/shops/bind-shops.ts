/** What the merchant does with whole shops: name, merge, take apart, delete. On the database itself. */
import { CHOICES_PREFIX, choicesKey } from '../../../core/shop-choices';
import type { ScoreDatabase } from '../../../store/database';
import { deleteAllData, deleteShop } from '../../../store/delete-data';
import { forgetImported } from '../../../store/imported-files';
import { SHOPS_CHANGED_KEY } from '../../../store/mirror-types';
import type { WritableArea } from '../../../store/mirror-writer';
import { cleanLabel, labelShop, mergeShops, splitShop } from '../../../store/shop-alias';
import type { DashboardPorts, ShopId } from '../../ports';

export interface ShopsWorld {
  db: ScoreDatabase;
  area: WritableArea;
  now(): number;
  /** Writes the mirror's index anew, and that of a shop. */
  rewriteMirror(shop?: ShopId): Promise<void>;
}

export type ShopPorts = Pick<
  DashboardPorts,
  'renameShop' | 'mergeShops' | 'splitShop' | 'deleteShop' | 'deleteAll'
>;

export function createShopPorts({ db, area, now, rewriteMirror }: ShopsWorld): ShopPorts {
  /** The toolbar's titles and numbers follow at once, not with the next tick. */
  const announce = (): Promise<void> => area.set({ [SHOPS_CHANGED_KEY]: now() });

  return {
    async renameShop(shop, label) {
      await labelShop(db, shop, cleanLabel(label), now());
      await rewriteMirror(shop);
      await announce();
    },
    async mergeShops(shop, into) {
      const isMerged = await mergeShops(db, shop, into, now());
      await rewriteMirror(into);
      await announce();
      return isMerged;
    },
    async splitShop(shop) {
      for (const each of await splitShop(db, shop, now())) await rewriteMirror(each);
      await announce();
    },
    async deleteShop(shop) {
      for (const gone of await deleteShop(db, area, shop)) {
        await area.remove(choicesKey(gone));
        await forgetImported(area, gone);
      }
      await rewriteMirror();
      await announce();
    },
    async deleteAll() {
      await deleteAllData(db, area);
      const entered = Object.keys(await area.get(null)).filter((key) =>
        key.startsWith(CHOICES_PREFIX),
      );
      await area.remove(entered);
      await forgetImported(area);
      await rewriteMirror();
      await announce();
    },
  };
}
