/** Rules for shops with few orders: the growth stage, and the points that a few bad orders cannot take. */
import type { GrowthStage, SmallShopRule } from './pack';

export interface ShopKind {
  /** Industry as the platform names it. */
  industry?: string;
  /** 旗舰 or 官方旗舰. */
  flagship?: boolean;
}

/**
 * Does the 80-point rule hold? Undefined between the two volume lines while industry and shop type are
 * unknown: which line applies cannot be told.
 * @param orders valid paid orders of 30 days; @param bad bad orders (tickets, sessions) counted
 */
export function smallShopHolds(
  rule: SmallShopRule,
  { orders, bad, anyVolume }: { orders?: number; bad: number; anyVolume?: boolean },
  kind: ShopKind = {},
): boolean | undefined {
  if (bad > rule.maxCount) return false;
  if (anyVolume) return true;
  if (orders === undefined) return undefined;
  const { listed, other } = rule.ordersBelow;
  if (orders < listed) return true;
  if (orders >= other) return false;
  if (kind.flagship || (kind.industry && rule.listedIndustries.includes(kind.industry))) {
    return false;
  }
  return kind.industry !== undefined && kind.flagship === false ? true : undefined;
}

export interface GrowthFacts {
  /** The task of the stage is done (a product on sale; after 90 days also a valid paid order). */
  taskDone: boolean;
  /** 个人店 get no growth score. */
  personal?: boolean;
  /** Bad service behaviour, fake orders or reviews, or a growth indicator below its standard. */
  fallen?: boolean;
}

/** 70, or 60 once something fell short; undefined when the shop has no score at all. */
export function growthScore(stage: GrowthStage, facts: GrowthFacts): number | undefined {
  if (!facts.taskDone || facts.personal) return undefined;
  return facts.fallen ? stage.fallen : stage.points;
}
