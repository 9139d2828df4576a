/**
 * Label sets of earlier rule versions (rule texts and a page of 2026-02, 2026-05 and 2026-07): what the
 * versions share comes from the current set, so that a label has one spelling list.
 */
import type { ScoreLabel, ScoreLabels } from '../../shared-pages/score-labels';
import { SCORE_LABELS_2026_09 } from './score-labels';

const COMMON = new Set([
  'product-rating',
  'quality-return-rate',
  'delivery-on-time-rate',
  'chat-response-seconds',
]);
/** From 2026-07 on. */
const AUDITED = ['aftersale-audit-hours', 'chat-unsatisfied-rate', 'platform-help-rate'];

const current = SCORE_LABELS_2026_09.entries;
const indicator = (id: string, unit: ScoreLabel['unit'], ...labels: string[]): ScoreLabel => ({
  id,
  kind: 'indicator',
  unit,
  labels,
});

const PICKUP_POINTS = indicator('pickup-points', 'points', '揽收时长平均得分');
const PICKUP_ON_TIME = indicator(
  'pickup-on-time-rate',
  'ratio',
  '揽收时效达成率',
  '揽收及时达成率',
);
const LOGISTICS_RETURN = indicator(
  'logistics-return-rate',
  'ratio',
  '发货物流品退率',
  '发货物流品质退货率',
);
const AFTERSALE_ON_TIME = indicator(
  'aftersale-on-time-rate',
  'ratio',
  '售后处理时长达成率',
  '售后处理时效达成率',
);

/** The version with these indicators of its own; an own indicator of any other version excludes it. */
function version(
  packId: string,
  own: readonly ScoreLabel[],
  later: readonly string[] = [],
): ScoreLabels {
  const ids = [...own.map(({ id }) => id), ...later];
  const others = [PICKUP_POINTS, PICKUP_ON_TIME, LOGISTICS_RETURN, AFTERSALE_ON_TIME, ...current];
  return {
    packId,
    entries: [
      ...current.filter(
        ({ id, kind }) => kind !== 'indicator' || COMMON.has(id) || later.includes(id),
      ),
      ...own,
    ],
    must: ids.filter((id) => /^pickup|^aftersale/.test(id)),
    mustNot: others
      .filter(({ id, kind }) => kind === 'indicator' && !COMMON.has(id) && !ids.includes(id))
      .flatMap(({ labels }) => labels),
    mayBeAbsent: [],
  };
}

/** Newest first. */
export const OLDER_SCORE_LABELS: readonly ScoreLabels[] = [
  // Rule in force 2026-07-14 … 2026-09-07.
  version('doudian-2026-07', [PICKUP_POINTS, LOGISTICS_RETURN], AUDITED),
  // 2026-04-07 … 2026-07-13.
  version('doudian-2026-04', [PICKUP_POINTS, LOGISTICS_RETURN, AFTERSALE_ON_TIME]),
  // 2025-03 … 2026-04-06.
  version('doudian-2025', [PICKUP_ON_TIME, LOGISTICS_RETURN, AFTERSALE_ON_TIME]),
];
