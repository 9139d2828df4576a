/** All readers of this platform, as its scripts bring them one after another; each script is smaller. */
import type { MoreReaders } from '../../types';
import { pinduoduoLists } from './lists';
import { pinduoduoRare } from './rare';
import { pinduoduoScore } from './score-pages';

export const pinduoduoMore: MoreReaders = (first) =>
  pinduoduoRare(pinduoduoScore(pinduoduoLists(first)));
