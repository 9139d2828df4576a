/** What several versions of the rule share. */
import type { EvidenceCount, RulePack } from '../../../core/pack';
import { evidence202609 } from './evidence-2026-09';

/** The list counts of the rule in force, speaking of another version's indicators. @param to count id → indicator id */
export function adaptEvidence(
  to: Record<string, string>,
  window: [number, number],
): EvidenceCount[] {
  return evidence202609.flatMap((each) => {
    const indicator = to[each.id];
    return indicator === undefined ? [] : [{ ...each, indicator, window }];
  });
}

export const doudianListCounts: RulePack['listCounts'] = {
  orders: 'orders-placed',
  aftersales: 'aftersale-tickets',
};

export const doudianClocks: RulePack['clocks'] = {
  /** Paid 18:00–06:00: from 06:00 (rule 103956 since 2026-04; notice aJoPPkXuLRqc). */
  pickup: { openMinute: 6 * 60, closeMinute: 18 * 60 },
  /** Applied 23:00–08:00: from 08:00 (rule 103956, 2026-07-14). */
  aftersale: { openMinute: 8 * 60, closeMinute: 23 * 60 },
};

/** Consumer-side display, official table since 2026-04. */
export const doudianDisplay: RulePack['display'] = [
  { from: 61, shown: 4.1, step: 0.1, everyPoints: 4 },
  { from: 51, shown: 3.1, step: 0.1, everyPoints: 1 },
  { from: 0, shown: 3, step: 0, everyPoints: 1 },
];
