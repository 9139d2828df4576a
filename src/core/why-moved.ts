/**
 * Why the score moved between two official snapshots, in points that sum to the difference: each
 * dimension's change at its weight, bonus and deduction, else `unexplained`; across a change of rule,
 * all of it is the rule's.
 */
import type { ScoreSnapshot } from './entities';

export interface Movement {
  kind: 'dimension' | 'bonus' | 'deduction' | 'rule-change' | 'unexplained';
  /** Dimension id. */
  id?: string;
  points: number;
}

/** Undefined while a total is missing. @param weights 0..1 by dimension id, of the newer snapshot's rule */
export function whyMoved(
  before: ScoreSnapshot,
  after: ScoreSnapshot,
  weights: Record<string, number>,
): Movement[] | undefined {
  if (before.total === undefined || after.total === undefined) return undefined;
  const difference = after.total - before.total;
  if (before.packId !== after.packId) return [{ kind: 'rule-change', points: difference }];
  const moves: Movement[] = [];
  for (const [id, weight] of Object.entries(weights)) {
    const from = before.dimensions[id]?.score;
    const to = after.dimensions[id]?.score;
    if (from === undefined || to === undefined || from === to) continue;
    moves.push({ kind: 'dimension', id, points: weight * (to - from) });
  }
  for (const [kind, sign] of [
    ['bonus', 1],
    ['deduction', -1],
  ] as const) {
    const from = before[kind];
    const to = after[kind];
    if (from === undefined || to === undefined) continue;
    const points = sign * (Math.abs(to) - Math.abs(from));
    if (points !== 0) moves.push({ kind, points });
  }
  const rest = difference - moves.reduce((sum, each) => sum + each.points, 0);
  if (Math.abs(rest) > 1e-9) moves.push({ kind: 'unexplained', points: rest });
  return moves;
}
