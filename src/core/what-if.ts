/** What if (假如): other values or other units behind indicators, and what that is worth. */
import type { SupposedIndicator, Supposition, WhatIf } from './answers-types';
import type { Provenance } from './entities';
import { displayScore } from './ladder';
import { worstProvenance } from './provenance';
import {
  countBehind,
  findIndicator,
  lossAt,
  type ModelIndicator,
  pointsAt,
  type ScoreModel,
  totalOf,
  totalWith,
  whyNoPoints,
  worthOf,
} from './score-model';

/**
 * All suppositions together; two of one indicator: the last one counts. Nothing else changes: no day
 * leaves the window, weights, stage and bonuses stay.
 */
export function whatIf(model: ScoreModel, suppositions: Supposition[]): WhatIf {
  const last = new Map(suppositions.map((each) => [each.indicator, each]));
  const losses: Record<string, number> = {};
  const indicators = [...last.values()].map((each) => supposeOne(model, each, losses));
  const { gain, total } = totalWith(model, losses);
  const from = totalOf(model.report);
  const answer: WhatIf = {
    indicators,
    gain,
    provenance: worstProvenance(indicators.map((each) => each.provenance)),
  };
  if (total !== undefined && from !== undefined) {
    const display = displayScore(model.context.pack.display, total);
    answer.total = { from, to: total, ...(display === undefined ? {} : { display }) };
  }
  return answer;
}

function supposeOne(
  model: ScoreModel,
  supposition: Supposition,
  losses: Record<string, number>,
): SupposedIndicator {
  const id = supposition.indicator;
  const found = findIndicator(model, id);
  if (!found) return { id, provenance: 'missing', why: 'unknown-indicator' };
  const { report } = found;
  const answer: SupposedIndicator = { id, provenance: 'missing' };
  if (report.value !== undefined) answer.fromValue = report.value;
  if (report.points !== undefined) answer.fromPoints = report.points;
  const value = supposedValue(model, found, supposition);
  if (typeof value !== 'number') return { ...answer, why: value.why };
  answer.toValue = value;
  const moreBad = (supposition.bad ?? 0) - (supposition.turned ?? 0);
  const there = pointsAt(model, found, value, moreBad);
  if (!there) return { ...answer, why: whyNoPoints(found) };
  answer.toPoints = there.points;
  answer.provenance = worstProvenance([there.provenance, ...weightProvenance(model, found)]);
  const loss = lossAt(model, found, there.points);
  if (loss === undefined) return { ...answer, why: 'no-weight' };
  losses[id] = loss;
  answer.gain = (report.pointsLost ?? 0) - loss;
  return answer;
}

/** The value that is supposed, in the indicator's unit, within what it can be. */
function supposedValue(
  model: ScoreModel,
  { rule, report }: ModelIndicator,
  supposition: Supposition,
): number | { why: 'no-value' | 'no-denominator' } {
  if (supposition.value !== undefined) return supposition.value;
  const { good = 0, bad = 0, turned = 0 } = supposition;
  if (report.value === undefined) return { why: 'no-value' };
  if (good === 0 && bad === 0 && turned === 0) return report.value;
  const own = countBehind(model, rule);
  const worth = supposition.worth ?? worthOf(rule);
  if (!own || !worth) return { why: 'no-denominator' };
  const den = own.den + good + bad;
  if (den <= 0) return { why: 'no-denominator' };
  const sum =
    report.value * own.den +
    good * worth.good +
    bad * worth.bad +
    turned * (worth.good - worth.bad);
  const [least, most] = rule.better === 'low' ? [0, Infinity] : [-Infinity, rule.best ?? Infinity];
  const limit = rule.unit === 'ratio' ? Math.min(1, most) : most;
  return Math.min(limit, Math.max(least, sum / den));
}

/** What the points of the total rest on beside the indicator's own points. */
function weightProvenance(model: ScoreModel, { rule }: ModelIndicator): Provenance[] {
  const dimension = model.report.dimensions.find((each) => each.id === rule.dimension);
  const opaque = rule.points.how === 'opaque' ? (['estimate'] as const) : [];
  return [...(dimension ? [dimension.weightProvenance] : []), ...opaque];
}
