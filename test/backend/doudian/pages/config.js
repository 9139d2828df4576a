/** What this site's server tells its pages beside the shared part. */
import { config } from '../../shared/pages/config.js';

export { cls, has, initialShopName, nowMs, word } from '../../shared/pages/config.js';
export const { prefix4, prefix6, lateMs, keys, framePath, numericIds } = config;
