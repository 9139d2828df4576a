/** What each indicator costs of the total, and the dimension scores that indicators' points give. */
import {
  type Attribution,
  attributeLoss,
  plainlyShortOf,
  type Shortfall,
  splitLoss,
} from './attribution';
import { weightedSum } from './compose';
import type { Provenance, ScoreSnapshot } from './entities';
import type { RulePack } from './pack';
import { worstProvenance } from './provenance';
import type { DerivedScores } from './report-score';
import type { DimensionReport, IndicatorReport } from './report-types';

/** Sure enough that losses are arithmetic, not a guess. */
const FIRM: Provenance[] = ['exact', 'page', 'proxy'];

/** Dimension scores from points, where every indicator inside has points and a share. */
export function deriveDimensions(
  pack: RulePack,
  official: ScoreSnapshot | undefined,
  indicators: IndicatorReport[],
): DerivedScores {
  const derived: DerivedScores = {};
  for (const { id } of pack.dimensions) {
    const rules = pack.indicators.filter((each) => each.dimension === id);
    // Nobody publishes the inside of an opaque dimension: its reference curve is no score.
    if (rules.length === 0 || rules.some((each) => each.points.how === 'opaque')) continue;
    const inside = indicators.filter((each) => each.dimension === id);
    const shares = inside.map((each) => shareOf(pack, each.id, official));
    const score = weightedSum(
      inside.map((each, i) => ({ weight: shares[i]?.share, points: each.points })),
    );
    if (score === undefined) continue;
    const from = inside.map((each) => each.pointsProvenance);
    derived[id] = {
      score,
      provenance: worstProvenance([...from, ...shares.map((each) => each.provenance)]),
    };
  }
  return derived;
}

/** Fills each indicator's weight and loss, and each dimension's `unexplained`. */
export function attributeLosses(
  pack: RulePack,
  official: ScoreSnapshot | undefined,
  described: IndicatorReport[],
  dimensions: DimensionReport[],
): { indicators: IndicatorReport[]; dimensions: DimensionReport[] } {
  const indicators = described.map((each) => ({
    ...each,
    ...(each.behind ? { behind: { ...each.behind } } : {}),
  }));
  const filled = dimensions.map((dimension) => {
    const { weight, pointsLost } = dimension;
    if (weight === undefined || pointsLost === undefined) return dimension;
    const inside = indicators.filter((each) => each.dimension === dimension.id);
    const { losses, unexplained, shares } = splitDimension(pack, official, dimension, inside);
    for (const each of inside) {
      const share = shares[each.id];
      if (share !== undefined) each.weight = weight * share;
      const loss = losses[each.id];
      if (loss === undefined) continue;
      each.pointsLost = loss;
      if (each.behind && each.behind.lossPerBadness !== undefined) {
        each.behind.lossPerBadness = loss / each.behind.badness;
      }
    }
    return { ...dimension, unexplained };
  });
  return { indicators: indicators.map((each) => withoutRate(each)), dimensions: filled };
}

/** Arithmetic where points and shares are the rule's or the page's; else an estimate within the loss. */
function splitDimension(
  pack: RulePack,
  official: ScoreSnapshot | undefined,
  { id, weight = 0, pointsLost = 0 }: DimensionReport,
  inside: IndicatorReport[],
): Attribution & { shares: Record<string, number> } {
  const shares: Record<string, number> = {};
  let firm = inside.length > 0;
  const parts = inside.flatMap((each): Shortfall[] => {
    const { share, provenance } = shareOf(pack, each.id, official);
    if (share === undefined) return [];
    shares[each.id] = share;
    const { points } = each;
    if (
      !FIRM.includes(provenance) ||
      (points !== undefined && !FIRM.includes(each.pointsProvenance))
    )
      firm = false;
    return [
      { id: each.id, share, ...(points === undefined ? {} : { gap: pack.scale.max - points }) },
    ];
  });
  const dimension = pack.dimensions.find((each) => each.id === id);
  const rules = pack.indicators.filter((each) => each.dimension === id);
  const opaque = rules.some((each) => each.points.how === 'opaque');
  const split =
    firm && !opaque
      ? splitLoss(pointsLost, weight, parts)
      : attributeLoss(pointsLost, weight, parts, dimension && plainlyShortOf(dimension));
  return { ...split, shares };
}

/** The page's own share wins; then the pack's. */
function shareOf(
  pack: RulePack,
  id: string,
  official: ScoreSnapshot | undefined,
): { share?: number; provenance: Provenance } {
  const printed = official?.indicators[id]?.weight;
  if (printed !== undefined) return { share: printed, provenance: 'page' };
  const rule = pack.indicators.find((each) => each.id === id)?.points;
  if (rule?.weight === undefined) return { provenance: 'missing' };
  return { share: rule.weight, provenance: rule.weightProvenance ?? 'estimate' };
}

/** No loss known: no share either. */
function withoutRate(report: IndicatorReport): IndicatorReport {
  if (!report.behind || report.pointsLost !== undefined) return report;
  const { lossPerBadness: _rate, ...behind } = report.behind;
  return { ...report, behind };
}
