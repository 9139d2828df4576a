/**
 * What the refund list alone tells of a rate whose own days (of signing) stand on no list: which refunds were
 * asked for because of quality. Counts by the day of application.
 */
import { and, coalesce, day, field, inSet, not, value } from '../../../core/expr-build';
import type { Measure } from '../../../core/measure';
import type { EvidenceCount } from '../../../core/pack';
import { counted } from '../../shared-rules/frames';

const reason = coalesce(field('firstReason'), field('reason'));
const isQuality = inSet(reason, 'reason-quality');

export const qualityTickets: Measure = counted({
  id: 'quality-reason-tickets',
  unit: 'ticket',
  include: value(true),
  day: day(field('appliedMs')),
  num: isQuality,
  estimateWhen: and(not(isQuality), not(inSet(reason, 'reason-other'))),
  source: '退款管理：退款原因按类目的品质原因表（2021 年版）；表外的原因为估算',
});

/** @param indicator the one that quality refunds bring down, by version of the rule */
export const qualityEvidence = (indicator: string): EvidenceCount[] => [
  {
    id: 'quality-reason-tickets',
    measureId: 'quality-reason-tickets',
    indicator,
    explains: true,
    window: [30, 1],
    source: '退款管理：退款原因为品质，按申请日计',
  },
];
