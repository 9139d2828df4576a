/** What a merchant sets for one shop: another pack, figures copied from the page, who the shop is, assumptions. */
import type { PathAssumption } from './answers-types';
import type { ExcludedSpan } from './calendar';
import type { ScoreSnapshot } from './entities';
import type { Indicator, RulePack } from './pack';
import { applySettings, type PackSettings, type SettingsProblem } from './pack-settings';
import type { GrowthFacts } from './small-shop';

/** What a bonus stands at: earned or not; or how far, in units. */
export type BonusStanding = { earned: boolean } | { good: number; all: number };

export interface ShopSettings {
  /** Explain by this pack, whatever the page's labels say. */
  packId?: string;
  /** Pack id → figures: entered for one version they say nothing of another. */
  figures?: Record<string, PackSettings>;
  /** As the platform names it; decides the small-shop rule's volume line. */
  industry?: string;
  flagship?: boolean;
  /** The shop's categories in the platform's words, for eligibility lines. */
  categories?: string[];
  growth?: GrowthFacts;
  /** Bonus id → where it stands. */
  bonuses?: Record<string, BonusStanding>;
  /** The merchant's own calendar: spans added, and ids of built-in ones switched off. */
  calendar?: { add?: ExcludedSpan[]; off?: string[] };
  path?: PathAssumption;
}

/** Which of the merchant's own figures a report rests on. */
export interface AppliedSettings {
  pack: boolean;
  dimensionWeights: boolean;
  /** Indicators with an own weight, tiers, table or curve. */
  indicators: string[];
  recency: boolean;
  /** The figures are wrong and were left aside. */
  refused: SettingsProblem[];
}

/** The pack with the merchant's figures; bad ones are left aside and named. Undefined: nothing was set. */
export function withSettings(
  pack: RulePack,
  settings: ShopSettings | undefined,
): { pack: RulePack; applied?: AppliedSettings } {
  const figures = settings?.figures?.[pack.id];
  const chosen = settings?.packId === pack.id;
  if (!figures) return chosen ? { pack, applied: appliedOf(chosen, {}, []) } : { pack };
  const made = applySettings(pack, figures);
  if ('problems' in made) return { pack, applied: appliedOf(chosen, {}, made.problems) };
  return { pack: made.pack, applied: appliedOf(chosen, figures, []) };
}

function appliedOf(
  pack: boolean,
  { dimensionWeights, indicators = {}, recencyHalfLifeDays }: PackSettings,
  refused: SettingsProblem[],
): AppliedSettings {
  return {
    pack,
    dimensionWeights: dimensionWeights !== undefined,
    indicators: Object.keys(indicators).sort(),
    recency: recencyHalfLifeDays !== undefined,
    refused,
  };
}

/** The pack with the thresholds that the shop's own page prints; figures entered by the merchant come first. */
export function withPageTiers(pack: RulePack, page: ScoreSnapshot | undefined): RulePack {
  const isShown = pack.indicators.some((each) => page?.indicators[each.id]?.tiers?.length);
  if (!page || !isShown) return pack;
  const indicators = pack.indicators.map((each): Indicator => {
    const tiers = page.indicators[each.id]?.tiers;
    const { points } = each;
    if (points.how !== 'tiers' || points.tiers || !tiers?.length) return each;
    return { ...each, points: { ...points, tiers, partial: true } };
  });
  return { ...pack, indicators };
}
