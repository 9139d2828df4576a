/** What the readers that several platforms share must know of one back-end. */
import type { ShopRef } from '../../core/entities';
import type { PageContext } from '../types';

export interface Site {
  /** Host of its pages, unless a page says another. */
  host: string;
  /** Other hosts that serve the same pages. */
  alsoHosts?: readonly string[];
  /** The shop and the alternative that named it; undefined when none or two names are shown. */
  findShop(page: PageContext): { id: string; value: ShopRef } | undefined;
  /** Elements that mark the top bar; the content to read lies below their common ancestor. */
  shopHooks: string;
  isOrderId(text: string): boolean;
  isTicketId(text: string): boolean;
}

export const isAt = ({ host, alsoHosts }: Site, hostname: string): boolean =>
  hostname === host || alsoHosts?.includes(hostname) === true;
