/**
 * Inside a dimension (DESIGN §5): the page gives the dimension's score, nobody publishes its inside. The
 * dimension's loss is split among its indicators in the proportion of share × shortfall on the reference
 * ladder, so it is an estimate, and never more than the ladders can carry:
 *
 * A dimension is some mean of its indicators, so its shortfall is at most that of its worst indicator.
 * Ladders of another industry may be off by half. What lies beyond is `unexplained`.
 */

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
 */
export function attributeLoss(loss: number, weight: number, parts: Shortfall[]): Attribution {
  const known = parts.filter((part): part is Required<Shortfall> => part.gap !== undefined);
  const worst = Math.max(0, ...known.map((part) => part.gap));
  const explained = Math.max(0, Math.min(loss, weight * worst * LADDER_SLACK));
  const whole = known.reduce((sum, part) => sum + part.share * part.gap, 0);
  const losses = Object.fromEntries(
    known.map((part) => [part.id, whole > 0 ? (explained * part.share * part.gap) / whole : 0]),
  );
  return { losses, unexplained: loss - (whole > 0 ? explained : 0) };
}
