/** Where this back-end names the shop, and its site for the shared readers. */
import { shopFinder } from '../../shared-pages/shop';
import type { Site } from '../../shared-pages/site';
import { isOrderId, isTicketNumber } from './ids';

export const pinduoduoSite: Site = {
  host: 'mms.pinduoduo.com',
  findShop: shopFinder('pinduoduo', [
    // 2026: the top bar, seen by two readers.
    ['user-name-name', '[class*="user-name-name"]'],
    // A renamed stem would still say so; only inside the header, where it can mean no other shop.
    ['shop-name-stem', 'header [class*="mallName" i], header [class*="mall-name" i]'],
  ]),
  shopHooks: '[class*="user-name-name"]',
  isOrderId,
  isTicketId: isTicketNumber,
};
