/** The lists, in a script of their own: the pages that are open all day, and what stood there in earlier years. */
import type { MoreReaders } from '../../types';
import { aftersaleListReader } from './aftersale-list';
import { withWideRows } from './aftersale-list-older';
import { orderListReader } from './order-list';
import { withOlderOrders } from './order-list-older';

export const doudianLists: MoreReaders = (first) => [
  ...first,
  withOlderOrders(orderListReader),
  withWideRows(aftersaleListReader),
];
