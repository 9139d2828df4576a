/** The score day by day, and where the rule behind it changed: numbers of two rules are not compared silently. */
import type { TrendPoint } from './answers-types';
import type { ScoreSnapshot } from './entities';
import type { RuleChange } from './report-types';
import { formatDay } from './time';

/** Scored readings, oldest first; a change of rule is marked on the first day read under the newer one. */
export function trendOf(snapshots: readonly ScoreSnapshot[]): TrendPoint[] {
  let rule: string | undefined;
  return [...snapshots]
    .sort((a, b) => a.day - b.day)
    .filter((each) => each.state === 'scored')
    .map((each): TrendPoint => {
      const { packId } = each;
      const changed = packId !== undefined && rule !== undefined && packId !== rule;
      const point: TrendPoint = {
        day: each.day,
        date: formatDay(each.day),
        dimensions: Object.fromEntries(
          Object.entries(each.dimensions).flatMap(([id, { score }]) =>
            score === undefined ? [] : [[id, score] as const],
          ),
        ),
      };
      if (each.total !== undefined) point.total = each.total;
      if (packId !== undefined) point.packId = packId;
      if (changed) point.ruleChange = { fromPack: rule ?? '', toPack: packId };
      rule = packId ?? rule;
      return point;
    });
}

/** Only the changes. */
export function ruleChanges(snapshots: readonly ScoreSnapshot[]): RuleChange[] {
  return trendOf(snapshots).flatMap(({ date, ruleChange }) =>
    ruleChange ? [{ day: date, ...ruleChange }] : [],
  );
}
