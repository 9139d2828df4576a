/** The score pages of all rule versions, in a script of their own. */
import type { MoreReaders } from '../../types';
import { scorePagesReader } from './score-older';

export const doudianScore: MoreReaders = (first) => [...first, scorePagesReader];
