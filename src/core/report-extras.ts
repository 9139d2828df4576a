/** Bonuses with their progress, and the stage that the number of orders puts a shop in. */
import { bonusProgress } from './compose';
import type { ScoreSnapshot } from './entities';
import type { Bonus } from './pack';
import type { ReportContext } from './report-context';
import { countOwn } from './report-own';
import type { BonusReport, StageReport } from './report-types';
import { growthScore } from './small-shop';
import { windowEndingOn } from './window';

export function reportBonuses({ pack, settings }: ReportContext): BonusReport[] {
  return pack.bonuses.map((bonus): BonusReport => {
    const { id, labels, points, dimension, needs, source } = bonus;
    return {
      id,
      label: labels[0] ?? id,
      points,
      ...(dimension === undefined ? {} : { dimension }),
      ...(needs ? { needs: needs.label, threshold: needs.threshold } : {}),
      ...standingOf(bonus, settings?.bonuses?.[id]),
      source,
    };
  });
}

type Standing = Pick<BonusReport, 'share' | 'more' | 'reached' | 'provenance'>;

/** Pages print only the sum of all bonuses: which ones are in it, the merchant must say. */
function standingOf(
  bonus: Bonus,
  entry: { earned: boolean } | { good: number; all: number } | undefined,
): Standing {
  if (!entry) return { provenance: 'missing' };
  if ('earned' in entry) return { reached: entry.earned, provenance: 'page' };
  const progress = bonusProgress(bonus, entry.good, entry.all);
  return progress ? { ...progress, provenance: 'page' } : { provenance: 'missing' };
}

/**
 * The page's word first: a shop with a score is formal, one without has too few orders. Else by our own
 * count: enough orders seen prove the gate is passed; too few prove it only when all were read.
 */
export function reportStage(
  context: ReportContext,
  official: ScoreSnapshot | undefined,
  asOf: number,
): StageReport {
  const { pack, settings } = context;
  const { minOrders, windowDays } = pack.gate;
  // Unpaid orders must not count; where no measure tells the valid ones, the list's own count bounds them.
  const measureId = pack.smallShop?.ordersMeasureId;
  const measure = pack.measures.find((each) => each.id === measureId);
  const own = measure && countOwn(context, measure, windowEndingOn([windowDays, 1], asOf));
  const base = {
    ...(own && own.known > 0 ? { orders: own.den } : {}),
    atLeast: !own?.whole,
    needed: minOrders,
    windowDays,
  };
  if (official?.state === 'scored') return { stage: 'formal', ...base, provenance: 'page' };
  const byCount = own ? stageByCount(own.den, own.whole, minOrders) : 'unknown';
  const stage = official?.state === 'no-score' ? 'growth' : byCount;
  const score =
    stage === 'growth' && pack.growth && settings?.growth
      ? growthScore(pack.growth, settings.growth)
      : undefined;
  return {
    stage,
    ...base,
    ...(score === undefined ? {} : { score }),
    provenance:
      stage === 'unknown' ? 'missing' : official?.state === 'no-score' ? 'page' : 'estimate',
  };
}

function stageByCount(orders: number, whole: boolean, needed: number): StageReport['stage'] {
  if (orders >= needed && needed > 0) return 'formal';
  return whole ? 'growth' : 'unknown';
}
