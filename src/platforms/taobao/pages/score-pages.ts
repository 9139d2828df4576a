/** The score pages of all rule versions, in a script of their own. */
import type { MoreReaders } from '../../types';
import { scorePagesReader } from './score';

export const taobaoScore: MoreReaders = (first) => [...first, scorePagesReader];
