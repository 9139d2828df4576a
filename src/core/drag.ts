/** The one indicator that drags the score most (拖分), or why none is named. */
import { pointScale } from './attribution';
import type { Provenance } from './entities';
import type { RulePack } from './pack';
import type { DimensionReport, Drag, IndicatorReport, Report } from './report-types';

/**
 * When an indicator stands out. Points of the total, and points that its value lacks on the reference
 * ladder (`gap`, 0–50). Displayed scores are whole numbers, so a loss below one point is noise unless
 * the value itself is at the bottom of the ladder.
 */
const STANDS_OUT: { loss: number; gap: number; lead: number }[] = [
  // So large that it is named even when others are as large.
  { loss: 5, gap: 0, lead: 1 },
  // Near the bottom by itself: named even in a light dimension.
  { loss: 0.5, gap: 35, lead: 1 },
  // Plainly bad.
  { loss: 1, gap: 20, lead: 1 },
  // Merely imperfect, but ahead of every other.
  { loss: 1.2, gap: 10, lead: 1.5 },
];
/** Losses that no value explains, and points the platform took off, are named from here, and only when well ahead. */
const UNEXPLAINED = { loss: 3, lead: 1.5 };
/** The page prints a deduction itself; it comes before an indicator that stands out only when so much larger. */
const DEDUCTION_LEAD = 3;

/** A full score, and how many points of a 50 … 100 dimension one point is worth (25 on a 3 … 5 scale). */
export interface DragScale {
  full: number;
  unit: number;
}

export function dragScale({ scale, dimensions }: RulePack): DragScale {
  const [widest] = [...dimensions].sort((a, b) => b.max - b.min - (a.max - a.min));
  return { full: scale.max, unit: widest ? pointScale(widest) : 1 };
}

/** What the page itself prints beside the dimensions. */
export interface PageFigures {
  total?: number;
  bonus?: number;
  deduction?: number;
}

/** The largest estimated loss, if it stands out; losses that no value explains first when well ahead. */
export function findDrag(
  state: Report['state'],
  indicators: IndicatorReport[],
  dimensions: DimensionReport[],
  { full, unit }: DragScale = { full: 100, unit: 1 },
  page: PageFigures = {},
): Drag {
  if (state !== 'scored') {
    return { provenance: 'missing', why: state === 'no-snapshot' ? 'no-data' : 'no-score' };
  }
  if (dimensions.every((each) => each.pointsLost === undefined)) {
    return findWeakest(indicators, dimensions, full) ?? { provenance: 'missing', why: 'no-data' };
  }
  const ranked = indicators
    .filter((each) => each.pointsLost !== undefined)
    .sort((a, b) => (b.pointsLost ?? 0) - (a.pointsLost ?? 0));
  const [first, second] = ranked;
  const loss = first?.pointsLost ?? 0;
  const opaque = dimensions
    .filter(
      (each) =>
        (each.unexplained ?? 0) >= Math.max(UNEXPLAINED.loss / unit, UNEXPLAINED.lead * loss),
    )
    .sort((a, b) => (b.unexplained ?? 0) - (a.unexplained ?? 0))[0];
  const isClear = first && standsOut(first, second?.pointsLost ?? 0, { full, unit });
  const deduction = page.deduction ?? 0;
  const lead = isClear ? DEDUCTION_LEAD : UNEXPLAINED.lead;
  const isDeduction = deduction * unit >= UNEXPLAINED.loss && deduction >= lead * loss;
  if (isDeduction && deduction >= (opaque?.unexplained ?? 0)) {
    return { pointsLost: deduction, provenance: 'page', why: 'deduction-largest' };
  }
  if (opaque) {
    return {
      dimension: opaque.id,
      pointsLost: opaque.unexplained,
      provenance: 'estimate',
      why: 'unexplained-largest',
    };
  }
  const unread = findUnread(dimensions, full, page);
  if (unread && unread.loss * unit >= 1 && unread.loss > loss) {
    return { provenance: 'missing', why: 'parts-unknown' };
  }
  if (!isClear) {
    return { provenance: 'estimate', why: 'nothing-stands-out' };
  }
  const provenance: Provenance = first.pointsProvenance;
  return {
    indicator: first.id,
    dimension: first.dimension,
    pointsLost: loss,
    provenance,
    why: 'largest-loss',
  };
}

/** What the total lacks beyond the dimensions that were read: it may be lost in those that were not. */
function findUnread(
  dimensions: readonly DimensionReport[],
  full: number,
  { total, bonus = 0, deduction = 0 }: PageFigures,
): { loss: number } | undefined {
  if (total === undefined || dimensions.every((each) => each.pointsLost !== undefined)) {
    return undefined;
  }
  const known = dimensions.reduce((sum, each) => sum + (each.pointsLost ?? 0), 0);
  return { loss: full - total + bonus - deduction - known };
}

function standsOut(first: IndicatorReport, nextLoss: number, { full, unit }: DragScale): boolean {
  const loss = first.pointsLost ?? 0;
  const gap = first.points === undefined ? 0 : full - first.points;
  return STANDS_OUT.some(
    (line) => loss * unit >= line.loss && gap * unit >= line.gap && loss >= line.lead * nextLoss,
  );
}

/** Of a share of peers: a part or an indicator is named when so much lower than the next. */
const WEAKEST_LEAD = 0.1;
/** Beating fewer peers than this is worth naming although the page calls nothing 未达标. */
const WEAK_RANK = 0.3;

/**
 * Where no points can be told (a rank among peers): what the page itself calls below its standard, the one
 * that beats fewest peers first; else the one with a plainly low rank; else the plainly lowest part.
 */
export function findWeakest(
  indicators: readonly IndicatorReport[],
  dimensions: readonly DimensionReport[],
  full: number,
): Drag | undefined {
  const byRank = [...indicators].sort((a, b) => (a.beaten ?? 1) - (b.beaten ?? 1));
  const missed = byRank.filter((each) => each.met === false);
  const [first, second] = missed;
  if (first && (missed.length === 1 || (first.beaten ?? 1) < (second?.beaten ?? 1))) {
    return named(first, 'below-standard');
  }
  // Several below the standard, and nothing says which is worst: none may be picked.
  if (first) return { provenance: 'page', why: 'several-below' };
  const [lowest, next] = byRank.filter((each) => each.beaten !== undefined);
  if (
    lowest?.beaten !== undefined &&
    lowest.beaten <= WEAK_RANK &&
    (next?.beaten ?? 1) - lowest.beaten >= WEAKEST_LEAD
  ) {
    return named(lowest, 'lowest-rank');
  }
  const parts = dimensions
    .filter((each) => each.score !== undefined)
    .sort((a, b) => (a.score ?? 0) - (b.score ?? 0));
  const [part, other] = parts;
  const lead = ((other?.score ?? 0) - (part?.score ?? 0)) / full;
  if (part && other && lead >= WEAKEST_LEAD) {
    return { dimension: part.id, provenance: 'page', why: 'lowest-part' };
  }
  const isRanked = lowest !== undefined || parts.length > 1 || indicators.some(({ met }) => met);
  return isRanked ? { provenance: 'page', why: 'nothing-stands-out' } : undefined;
}

const named = ({ id, dimension }: IndicatorReport, why: string): Drag => ({
  indicator: id,
  dimension,
  provenance: 'page',
  why,
});
