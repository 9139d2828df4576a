/** All readers of this platform, as its scripts bring them one after another; each script is smaller. */
import type { MoreReaders } from '../../types';
import { doudianLists } from './lists';
import { doudianRare } from './rare';
import { doudianScore } from './score-pages';

export const doudianMore: MoreReaders = (first) => doudianRare(doudianScore(doudianLists(first)));
