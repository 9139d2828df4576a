/** Where this back-end names the shop, and its site for the shared readers. */
import { shopFinder } from '../../shared-pages/shop';
import type { Site } from '../../shared-pages/site';
import { isOrderId, isTicketId } from './ids';

const STEM = '[class*="shopName--"]';
const ACCOUNT = '[class*="account"], header';

export const taobaoSite: Site = {
  host: 'myseller.taobao.com',
  alsoHosts: ['qn.taobao.com'],
  findShop: shopFinder('taobao', [
    // 2026: class stem in the top bar, seen by readers of both hosts.
    ['shop-name-stem', STEM],
    // A renamed stem would still say so; only inside the header, where it can mean no other shop.
    ['header-shop-name', 'header [class*="shopName" i], header [class*="shop-name" i]'],
  ]),
  shopHooks: `${STEM}, ${ACCOUNT}`,
  isOrderId,
  isTicketId,
};
