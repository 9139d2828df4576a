/** Where this back-end names the shop, and its site for the shared readers. */
import { shopFinder } from '../../shared-pages/shop';
import type { Site } from '../../shared-pages/site';
import { isOrderId, isTicketId } from './ids';

/** Elements that mark the top bar; the content to read lies below their common ancestor. */
export const SHOP_HOOKS = '[class*="headerShopName"], [class*="index_userName"]';

/** The shop and the alternative that named it; undefined when none or two names are shown. */
export const findShopRef = shopFinder('doudian', [
  // 2022 … 2026-09: class stem seen by independent readers.
  ['header-shop-name', '[class*="headerShopName"]'],
  // 2023: the top bar named the shop here.
  ['user-name-stem', '[class*="index_userName"]'],
  // A renamed stem would still say shopName; only inside the header, where it can mean no other shop.
  ['shop-name-stem', 'header [class*="shopName" i], header [class*="shop-name" i]'],
]);

export const doudianSite: Site = {
  host: 'fxg.jinritemai.com',
  findShop: findShopRef,
  shopHooks: SHOP_HOOKS,
  isOrderId,
  isTicketId,
};
