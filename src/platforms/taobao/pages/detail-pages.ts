/** The pages of one order and of one refund, in a script of their own. */
import type { MoreReaders } from '../../types';
import { orderPageReader, refundPageReader } from './details';

export const taobaoDetails: MoreReaders = (first) => [...first, orderPageReader, refundPageReader];
