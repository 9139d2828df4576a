import type { ScoreSnapshot } from './entities';
import type { RulePack } from './pack';
import { joinSheets } from './sheets';
import { beijingDay, formatDay } from './time';

/**
 * The pack to explain a shop with: the one whose labels the latest score page had; without one, the
 * one in force on the day of `nowMs` (the newest when several are).
 * @param ownChoice the merchant's: it comes before both
 * @throws when there is no pack at all.
 */
export function choosePack(
  packs: RulePack[],
  snapshots: ScoreSnapshot[],
  nowMs: number,
  ownChoice?: string,
): RulePack {
  const chosen = packs.find((pack) => pack.id === ownChoice);
  if (chosen) return chosen;
  const shown = joinSheets(snapshots)
    .reverse()
    .find((each) => each.packId !== undefined)?.packId;
  const byPage = packs.find((pack) => pack.id === shown);
  if (byPage) return byPage;
  // ISO dates compare as texts.
  const today = formatDay(beijingDay(nowMs));
  const newestFirst = [...packs].sort((a, b) => b.from.localeCompare(a.from));
  const inForce = newestFirst.find(
    (pack) => pack.from <= today && (pack.to === undefined || today <= pack.to),
  );
  const pack = inForce ?? newestFirst[0];
  if (!pack) throw new Error('A platform without a rule pack cannot be explained');
  return pack;
}
