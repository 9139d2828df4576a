/**
 * Inside a dimension (DESIGN §5): the page gives the dimension's score, nobody publishes its inside. The
 * dimension's loss is split among its indicators in the proportion of share × shortfall on the reference
 * ladder: an estimate, scaled down to the dimension's real loss, and never more than the ladders carry.
 * While every value looks fine they carry share × shortfall. Once one is plainly short, the shares
 * (abolished in 2026-09, and once 90/10 or 15/70/15) prove little: that value may weigh more than its
 * share, up to the whole dimension, on a curve half as steep again. What lies beyond is `unexplained`.
 */

/** Points short of full on the ladder from which a value, not the ladder, is what is wrong. */
const PLAINLY_SHORT = 15;
/** How much steeper than the reference ladder the real curve may be. */
const LADDER_SLACK = 1.5;

export interface Shortfall {
  id: string;
  /** Full points − points on the ladder, ≥ 0; undefined when the indicator's value is unknown. */
  gap?: number;
  /** Share inside the dimension. */
  share: number;
}

export interface Attribution {
  /** Points of the total per indicator; absent where the value is unknown. */
  losses: Record<string, number>;
  unexplained: number;
}

/**
 * @param loss points of the total that the dimension costs
 * @param weight the dimension's weight
 * @param plainlyShort in the pack's points; the default is for dimensions of 50 … 100
 */
export function attributeLoss(
  loss: number,
  weight: number,
  parts: Shortfall[],
  plainlyShort: number = PLAINLY_SHORT,
): Attribution {
  const known = parts.filter((part): part is Required<Shortfall> => part.gap !== undefined);
  const whole = known.reduce((sum, part) => sum + part.share * part.gap, 0);
  const worst = Math.max(0, ...known.map((part) => part.gap));
  const carried = weight * (worst >= plainlyShort ? worst * LADDER_SLACK : whole);
  const explained = whole > 0 ? Math.max(0, Math.min(loss, carried)) : 0;
  const losses = Object.fromEntries(
    known.map((part) => [part.id, whole > 0 ? (explained * part.share * part.gap) / whole : 0]),
  );
  return { losses, unexplained: loss - explained };
}

/**
 * Where points and shares are the rule's own, nothing is estimated: share × gap each, and what these do
 * not explain (rounding, a bonus inside the dimension) has its sign.
 */
export function splitLoss(loss: number, weight: number, parts: Shortfall[]): Attribution {
  const losses: Record<string, number> = {};
  let explained = 0;
  for (const { id, gap, share } of parts) {
    if (gap === undefined) continue;
    losses[id] = weight * share * gap;
    explained += losses[id];
  }
  return { losses, unexplained: loss - explained };
}

/** How many points of a 50 … 100 dimension one point of this dimension is worth. */
export function pointScale({ min, max }: { min: number; max: number }): number {
  return 50 / (max - min);
}

export const plainlyShortOf = (dimension: { min: number; max: number }): number =>
  PLAINLY_SHORT / pointScale(dimension);
