/** The lists, in a script of their own: the pages that are open all day. */
import type { MoreReaders } from '../../types';
import { aftersaleListReader } from './aftersale-list';
import { orderListReader } from './order-list';
import { withOlderOrders } from './order-list-older';

export const taobaoLists: MoreReaders = (first) => [
  ...first,
  withOlderOrders(orderListReader),
  aftersaleListReader,
];
