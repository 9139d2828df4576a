/** The lists, in a script of their own: the pages that are open all day. */
import type { MoreReaders } from '../../types';
import { aftersaleListReader } from './aftersale-list';
import { orderListReader } from './order-list';

export const pinduoduoLists: MoreReaders = (first) => [
  ...first,
  orderListReader,
  aftersaleListReader,
];
