/** What the merchant does with whole shops: name, merge, take apart, delete. On the database itself. */
import { HOST_SHOP_PREFIX, shoplessHosts, UNCLAIMED_PREFIX } from '../../../core/host-shop';
import { CHOICES_PREFIX, choicesKey } from '../../../core/shop-choices';
import type { ScoreDatabase } from '../../../store/database';
import { deleteAllData, deleteShop } from '../../../store/delete-data';
import { forgetImported } from '../../../store/imported-files';
import { readMirrorIndex } from '../../../store/mirror-read';
import { SHOPS_CHANGED_KEY } from '../../../store/mirror-types';
import type { WritableArea } from '../../../store/mirror-writer';
import { RETENTION_KEY } from '../../../store/retention';
import { cleanLabel, labelShop, mergeShops, splitShop } from '../../../store/shop-alias';
import type { DashboardPorts, ShopId } from '../../ports';
import { ALERTS_TOLD_KEY, forgetShop } from './forget-shop';

/** What was entered about shops goes with them. */
const ENTERED = [CHOICES_PREFIX, HOST_SHOP_PREFIX, UNCLAIMED_PREFIX];

export interface ShopsWorld {
  db: ScoreDatabase;
  area: WritableArea;
  now(): number;
  /** Writes the mirror's index anew, and that of a shop. */
  rewriteMirror(shop?: ShopId): Promise<void>;
}

export type ShopPorts = Pick<
  DashboardPorts,
  | 'renameShop'
  | 'mergeShops'
  | 'splitShop'
  | 'listShoplessHosts'
  | 'claimHost'
  | 'deleteShop'
  | 'deleteAll'
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
    listShoplessHosts: async () => shoplessHosts(await area.get(null)),
    async claimHost(host, shop) {
      if (!shop) {
        await area.remove([HOST_SHOP_PREFIX + host, UNCLAIMED_PREFIX + host]);
        return;
      }
      const { platform, shopId } = shop;
      await area.set({ [HOST_SHOP_PREFIX + host]: { platform, shopId, atMs: now() } });
      await area.remove(UNCLAIMED_PREFIX + host);
    },
    async deleteShop(shop) {
      const hosts = shoplessHosts(await area.get(null));
      for (const gone of await deleteShop(db, area, shop)) {
        await area.remove(choicesKey(gone));
        await forgetImported(area, gone);
        await forgetShop(area, gone);
        const claimed = hosts.filter(
          ({ platform, shopId }) => platform === gone.platform && shopId === gone.shopId,
        );
        await area.remove(claimed.map(({ host }) => HOST_SHOP_PREFIX + host));
      }
      await rewriteMirror();
      await announce();
    },
    async deleteAll() {
      const { shops } = await readMirrorIndex(area);
      await deleteAllData(db, area);
      const entered = Object.keys(await area.get(null)).filter((key) =>
        ENTERED.some((prefix) => key.startsWith(prefix)),
      );
      await area.remove(entered);
      await area.remove([RETENTION_KEY, ALERTS_TOLD_KEY]);
      for (const shop of shops) await forgetShop(area, shop);
      await forgetImported(area);
      await rewriteMirror();
      await announce();
    },
  };
}
