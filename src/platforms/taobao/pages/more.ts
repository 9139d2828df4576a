/** All readers of this platform, as its scripts bring them one after another; each script is smaller. */
import type { MoreReaders } from '../../types';
import { taobaoDetails } from './detail-pages';
import { taobaoLists } from './lists';
import { taobaoRare } from './rare';
import { taobaoScore } from './score-pages';

export const taobaoMore: MoreReaders = (first) =>
  taobaoRare(taobaoDetails(taobaoScore(taobaoLists(first))));
