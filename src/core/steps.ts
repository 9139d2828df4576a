/** To the next step of an indicator, and how much it still bears before it drops one: in orders, or in peers. */
import type { Step, Steps } from './answers-types';
import type { Indicator } from './pack';
import { findRank, peersToBeat } from './rank';
import { badBefore, goodUntil, type RateCount, turnedUntil } from './rate-target';
import {
  countBehind,
  findIndicator,
  lossAt,
  type ModelIndicator,
  pointsAt,
  type ScoreModel,
  whyNoPoints,
  worthOf,
} from './score-model';

interface Line {
  value: number;
  points: number;
}

const SLACK = 1e-9;

/** The next step up and the next drop, for every kind of points. */
export function nextSteps(model: ScoreModel, indicatorId: string): Steps {
  const found = findIndicator(model, indicatorId);
  if (!found) {
    return { indicator: indicatorId, provenance: 'missing', why: 'unknown-indicator' };
  }
  const { rule, report } = found;
  const base: Steps = { indicator: indicatorId, provenance: report.pointsProvenance };
  if (report.value !== undefined) base.value = report.value;
  if (report.reliefLeft !== undefined) base.reliefLeft = report.reliefLeft;
  const byRank = rankSteps(model, found);
  if (byRank) return { ...base, ...byRank };
  if (report.value === undefined || report.points === undefined) {
    return { ...base, provenance: 'missing', why: whyNoPoints(found) };
  }
  const { up, down } = linesAround(model, rule, report.value, report.points);
  const count = countOf(model, found);
  const answer: Steps = { ...base, ...(count ? { den: count.den, worth: count.worth } : {}) };
  if (up) answer.up = stepUp(model, found, count, up);
  if (down) answer.down = stepDown(model, found, count, down);
  if (!count) answer.why = 'no-denominator';
  return answer;
}

/** The same for a value of the merchant's choice: good or turned units until it is met. */
export function stepsToValue(model: ScoreModel, indicatorId: string, value: number): Steps {
  const found = findIndicator(model, indicatorId);
  if (!found) {
    return { indicator: indicatorId, provenance: 'missing', why: 'unknown-indicator' };
  }
  const { report } = found;
  const count = countOf(model, found);
  const answer: Steps = {
    indicator: indicatorId,
    ...(report.value === undefined ? {} : { value: report.value }),
    ...(count ? { den: count.den, worth: count.worth } : {}),
    provenance: count ? report.provenance : 'missing',
  };
  if (!count) return { ...answer, why: report.value === undefined ? 'no-value' : 'no-denominator' };
  const points = pointsAt(model, found, value)?.points ?? Number.NaN;
  return { ...answer, up: stepUp(model, found, count, { value, points }) };
}

type Count = RateCount & { worth: NonNullable<Steps['worth']> };

/** Num and den in the indicator's own unit: the value shown, over our denominator. */
function countOf(model: ScoreModel, { rule, report }: ModelIndicator): Count | undefined {
  const own = countBehind(model, rule);
  const worth = worthOf(rule);
  if (!own || !worth || report.value === undefined) return undefined;
  const { good, bad } = worth;
  return { num: report.value * own.den, den: own.den, better: rule.better, good, bad, worth };
}

function stepUp(
  model: ScoreModel,
  found: ModelIndicator,
  count: Count | undefined,
  line: Line,
): Step {
  const good = count && goodUntil(count, line.value);
  const turned = count && turnedUntil(count, line.value);
  const gain = gainOf(model, found, line.points);
  return {
    ...line,
    ...(good === undefined ? {} : { good }),
    ...(turned === undefined ? {} : { turned }),
    ...(gain === undefined ? {} : { gain }),
  };
}

function stepDown(
  model: ScoreModel,
  found: ModelIndicator,
  count: Count | undefined,
  line: Line,
): Step {
  const bad = count && badBefore(count, line.value);
  const gain = gainOf(model, found, line.points);
  return {
    ...line,
    ...(bad === undefined || bad === Infinity ? {} : { bad }),
    ...(gain === undefined ? {} : { gain }),
  };
}

function gainOf(model: ScoreModel, found: ModelIndicator, points: number): number | undefined {
  const loss = Number.isFinite(points) ? lossAt(model, found, points) : undefined;
  return loss === undefined ? undefined : (found.report.pointsLost ?? 0) - loss;
}

/** Up: what to reach. Down: the last value that keeps today's points, and the points below it. */
function linesAround(
  { context }: ScoreModel,
  rule: Indicator,
  value: number,
  points: number,
): { up?: Line; down?: Line } {
  const { points: how } = rule;
  if (how.how === 'mean-points' || how.how === 'mean-rating') {
    const unit = how.how === 'mean-rating' ? 10 : 1;
    const { max } = context.pack.scale;
    const most = rule.best ?? max;
    const up = Math.floor(value * unit + SLACK + 1) / unit;
    const down = Math.floor(value * unit + SLACK) / unit;
    return {
      ...(up <= most + SLACK ? { up: { value: up, points: up } } : {}),
      down: { value: down, points: down - 1 / unit },
    };
  }
  const tiers = how.how === 'tiers' ? how.tiers : undefined;
  const lines = [...(tiers ?? how.ladder)].sort((a, b) => a.points - b.points);
  const isBetter = (at: number): boolean => (rule.better === 'low' ? at < value : at > value);
  const up = lines.find((line) => line.points > points + SLACK && isBetter(line.value));
  const below = lines.filter((line) => line.points < points - SLACK);
  const held = lines.filter((line) => line.points <= points + SLACK).at(-1);
  const next = below.at(-1);
  // Steps hold until their own threshold; a curve falls at once, down to its next knot.
  const keeps = tiers ? held : next;
  return {
    ...(up ? { up } : {}),
    ...(keeps && next ? { down: { value: keeps.value, points: next.points } } : {}),
  };
}

/** Where standing among peers decides: peers to beat for the next line, if the page tells the rank. */
function rankSteps(model: ScoreModel, { rule }: ModelIndicator): Partial<Steps> | undefined {
  const { how } = rule.points;
  if (how !== 'rank' && how !== 'five-step' && how !== 'percentile') return undefined;
  const printed = model.report.official?.indicators[rule.id];
  const rank = findRank(printed?.peerText);
  const lines = rankLines(model, rule);
  if (rank === undefined || lines.length === 0) return { provenance: 'missing', why: 'by-rank' };
  const next = lines
    .filter((line) => line.value < rank - SLACK)
    .sort((a, b) => b.value - a.value)[0];
  if (!next) return { why: 'by-rank' };
  const { beaten, needed, more } = peersToBeat(1 - rank, 1 - next.value, 1);
  return { peers: { beaten, needed, more, points: next.points }, why: 'by-rank' };
}

/** Ranks (0 = best) at which points change. */
function rankLines({ context }: ScoreModel, { points: rule }: Indicator): Line[] {
  if (rule.how === 'five-step') {
    return (rule.cuts ?? []).map((value, i) => ({ value, points: [5, 4, 3, 2][i] ?? 0 }));
  }
  if (rule.how === 'percentile') {
    return (context.pack.stars ?? []).map(({ above, stars }) => ({
      value: 1 - above / 100,
      points: stars,
    }));
  }
  return rule.ladder;
}
