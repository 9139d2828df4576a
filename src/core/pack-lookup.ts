/** Finding one's way in a rule pack. */
import type { EvidenceCount, Indicator, RulePack } from './pack';

export interface MeasureUse {
  indicator: Indicator;
  window: [number, number];
  /** The indicator's own measure; else one that only serves as evidence. */
  own: boolean;
  /** Its units will count, but do not yet. */
  pending: boolean;
  /** See `EvidenceCount.freshDays`. */
  freshDays?: number;
  source: string;
}

/** Which indicator a measure's facts speak about. */
export function indicatorOfMeasure(pack: RulePack, measureId: string): MeasureUse | undefined {
  const own = pack.indicators.find((each) => each.measureId === measureId);
  if (own)
    return { indicator: own, window: own.window, own: true, pending: false, source: own.source };
  const evidence: EvidenceCount | undefined = pack.evidence.find(
    (each) => each.measureId === measureId,
  );
  const indicator = evidence && pack.indicators.find((each) => each.id === evidence.indicator);
  if (!indicator) return undefined;
  const { window, pending = false, freshDays, source } = evidence;
  const use = { indicator, window, own: false, pending, source };
  return freshDays === undefined ? use : { ...use, freshDays };
}

/**
 * How bad a count is, in the measure's own unit: its num where low is better (or where it is evidence,
 * which counts bad units), else what it lacks to the best.
 */
export function badnessOf(use: MeasureUse, num: number, den: number): number {
  const { indicator, own } = use;
  if (!own || indicator.better === 'low') return num;
  return (indicator.best ?? 1) * (indicator.scale ?? 1) * den - num;
}
