/** How well pages could be read lately: one row per shop and page kind. */
import { canonicalJson } from '../core/canonical';
import type { PageHealth } from '../core/entities';
import type { StoredHealth } from './database';

/** A row for one sighting. */
export function healthRow(shopKey: string, health: PageHealth, seenMs: number): StoredHealth {
  const row: StoredHealth = { shopKey, kind: health.kind, health, seenMs };
  return health.verdict === 'broken' ? row : { ...row, lastGoodMs: seenMs };
}

/** The latest sighting, and the latest good one; the same whichever came first. */
export function mergeHealth(a: StoredHealth | undefined, b: StoredHealth): StoredHealth {
  if (!a) return b;
  const latest = isLater(a, b) ? a : b;
  const goods = [a.lastGoodMs, b.lastGoodMs].filter((ms) => ms !== undefined);
  return goods.length === 0 ? latest : { ...latest, lastGoodMs: Math.max(...goods) };
}

function isLater(a: StoredHealth, b: StoredHealth): boolean {
  if (a.seenMs !== b.seenMs) return a.seenMs > b.seenMs;
  return canonicalJson(a.health) > canonicalJson(b.health);
}
