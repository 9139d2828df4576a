/** Which page or export of each platform gives what: for telling a merchant what to open next. */
import { findPlatform } from './registry';
import type { PageSource } from './types';

export type { PageSource } from './types';

/** Empty for a platform of which none is known. */
export const sourcesOf = (platform: string): PageSource[] => findPlatform(platform)?.sources ?? [];
