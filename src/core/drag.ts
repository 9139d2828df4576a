/** The one indicator that drags the score most (拖分), or why none is named. */
import type { Provenance } from './entities';
import type { DimensionReport, Drag, IndicatorReport, Report } from './report-types';

/** Below this many points a loss is noise: displayed scores are whole numbers. */
const NOTICEABLE = 1;
/** A loss this large is named even when others are as large. */
const LARGE = 5;
/** Points on the reference ladder short of full at which a value is plainly bad by itself. */
const PLAINLY_BAD = 25;
/** Twice the next one: a value that is merely imperfect still stands out. */
const CLEAR_LEAD = 2;
const IMPERFECT = 10;

/**
 * Stands out: at least one point lost, and (5 points or more, or 25 short of full on the reference
 * ladder, or twice the next loss while at least 10 short). Losses nobody's values explain come first when they are larger.
 */
export function findDrag(
  state: Report['state'],
  indicators: IndicatorReport[],
  dimensions: DimensionReport[],
): Drag {
  if (state !== 'scored') {
    return { provenance: 'missing', why: state === 'no-snapshot' ? 'no-data' : 'no-score' };
  }
  if (dimensions.every((each) => each.pointsLost === undefined)) {
    return { provenance: 'missing', why: 'no-data' };
  }
  const ranked = indicators
    .filter((each) => each.pointsLost !== undefined)
    .sort((a, b) => (b.pointsLost ?? 0) - (a.pointsLost ?? 0));
  const [first, second] = ranked;
  const loss = first?.pointsLost ?? 0;
  const opaque = dimensions
    .filter((each) => (each.unexplained ?? 0) > Math.max(loss, NOTICEABLE))
    .sort((a, b) => (b.unexplained ?? 0) - (a.unexplained ?? 0))[0];
  if (opaque) {
    return {
      dimension: opaque.id,
      pointsLost: opaque.unexplained,
      provenance: 'estimate',
      why: 'unexplained-largest',
    };
  }
  if (!first || !standsOut(first, second?.pointsLost ?? 0)) {
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

function standsOut(first: IndicatorReport, nextLoss: number): boolean {
  const loss = first.pointsLost ?? 0;
  if (loss < NOTICEABLE) return false;
  const gap = first.points === undefined ? 0 : 100 - first.points;
  return loss >= LARGE || gap >= PLAINLY_BAD || (loss >= CLEAR_LEAD * nextLoss && gap >= IMPERFECT);
}
