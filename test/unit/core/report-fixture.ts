/** Small inputs for the report: a score page, tallies by hand, and lists read in full or in part. */
import { emptyCoverage } from '../../../src/core/coverage';
import type { ScoreSnapshot } from '../../../src/core/entities';
import type { TallyCell, TallyRow } from '../../../src/core/measure';
import { buildReport } from '../../../src/core/report';
import type { CoverageState, Report, ReportInput } from '../../../src/core/report-types';
import { beijingDay, beijingMs } from '../../../src/core/time';
import { pack202609 } from '../../../src/platforms/doudian/rules/pack-2026-09';

export const NOW = beijingMs(2026, 11, 22, 12);
export const TODAY = beijingDay(NOW);
export const AS_OF = TODAY - 1;

/** Values that cost nothing anywhere. */
export const SOUND: Record<string, number> = {
  'product-rating': 4.9,
  'quality-return-rate': 0.002,
  'pickup-hours': 10,
  'delivery-on-time-rate': 0.96,
  'damage-return-rate': 0.0005,
  'chat-response-seconds': 12,
  'chat-unsatisfied-rate': 0.04,
  'aftersale-audit-hours': 1.5,
  'platform-help-rate': 0.001,
};

export function snapshot(
  scores: { product?: number; logistics?: number; service?: number },
  more: Partial<ScoreSnapshot> = {},
  values: Record<string, number> = SOUND,
): ScoreSnapshot {
  return {
    kind: 'score',
    state: 'scored',
    day: TODAY,
    seenMs: NOW,
    packId: pack202609.id,
    dimensions: Object.fromEntries(
      Object.entries(scores).map(([id, score]) => [id, { score }] as const),
    ),
    indicators: Object.fromEntries(
      Object.entries(values).map(([id, value]) => [id, { value, text: String(value) }]),
    ),
    bonus: 0,
    deduction: 0,
    ...more,
  };
}

export const cell = (
  num: number,
  den: number,
  units: Partial<Record<'known' | 'unknown' | 'proxied' | 'estimated', number>> = {},
): TallyCell => [
  num,
  den,
  units.known ?? den,
  units.unknown ?? 0,
  units.proxied ?? 0,
  units.estimated ?? 0,
];

export const row = (day: number, cells: Record<string, TallyCell>): TallyRow => ({ day, cells });

/** Both lists read from the beginning of time to `toMs`. */
export const readTo = (toMs: number): CoverageState => ({
  orders: { intervals: [[0, toMs]] },
  aftersales: { intervals: [[0, toMs]] },
});

export function report(more: Partial<ReportInput> = {}): Report {
  return buildReport({
    shop: { platform: 'doudian', shopId: 's', name: '示例店' },
    pack: pack202609,
    tallies: [],
    snapshots: [],
    coverage: emptyCoverage(),
    offenders: [],
    nowMs: NOW,
    ...more,
  });
}
