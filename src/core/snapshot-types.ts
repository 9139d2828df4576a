/** What a reading of the platform's own score page holds. Conventions: entities.ts. */
import type { Tier } from './points-types';

/** A number that the score page prints for one indicator. */
export interface SnapshotIndicator {
  /** In the indicator's unit (rates are fractions 0..1, times in the pack's unit). */
  value?: number;
  /** The text as printed, e.g. "0.1956%". */
  text: string;
  /** Indicator points, where the rule version publishes them. */
  points?: number;
  /** Share of its dimension, 0..1, where published. */
  weight?: number;
  /**
   * Steps (档位) of the shop's category as printed, best first, `value` in the unit of `value`: as many as
   * the page shows, often 100's alone. The lowest one may repeat the bound above it (`<4.568`).
   */
  tiers?: Tier[];
  /** Peer mean or percentile, where the page prints one. */
  peerText?: string;
  /** The page's own 已达标 (true) or 未达标. */
  met?: boolean;
}

/** One reading of the platform's own score page (官方分快照). */
export interface ScoreSnapshot {
  kind: 'score';
  /** scored; or why there is no number. */
  state: 'scored' | 'no-score' | 'no-permission';
  /** The page's own 更新时间. */
  updatedMs?: number;
  /** Beijing day of `updatedMs`, else of `seenMs`. The data it covers ends the day before. */
  day: number;
  seenMs: number;
  total?: number;
  dimensions: Record<string, { score?: number; weight?: number; deltaText?: string }>;
  indicators: Record<string, SnapshotIndicator>;
  /** Points added and points taken off, both ≥ 0 (a printed sign is dropped by the engine). */
  bonus?: number;
  deduction?: number;
  /** Change since the day before, when printed (signed). */
  delta?: number;
  /** The total's rank among peers, in the page's words. */
  peerText?: string;
  /** Pack whose label set matched the page; undefined when none did. */
  packId?: string;
  /** Which other score page of the shop this is, beside the main one (absent). */
  sheet?: string;
  /** The day's other score pages, by `sheet`: see sheets.ts. */
  sheets?: Record<string, Omit<ScoreSnapshot, 'sheets'>>;
  /** Labels of the page that no known pack has. */
  unknownLabels?: string[];
}
