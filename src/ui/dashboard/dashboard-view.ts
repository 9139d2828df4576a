/** What the dashboard shows, as plain data. */
import type { Provenance } from '../../core/entities';
import type { Seat } from '../../core/page-preferences';
import type { Report } from '../../core/report-types';
import type {
  ChipView,
  DimensionView,
  DragView,
  Notice,
  PopupView,
  ScoreView,
  Standing,
  Step,
} from '../popup/popup-view';
import type { ShopId } from '../ports';

export interface IndicatorRow {
  id: string;
  label: string;
  dimension: string;
  value?: number;
  valueText: string;
  provenance: Provenance;
  chip: ChipView;
  pointsLost?: number;
  loss: string;
  lossClass: string;
  /** Its place among peers, where the page tells. */
  standing?: Standing;
  counts: string;
  countsChip?: ChipView;
  window: string;
  weight: string;
  offenders: number;
  evidence?: string;
  recounting?: string;
  isDrag: boolean;
  isShown: boolean;
}

export interface ComparisonRow {
  id: string;
  label: string;
  official: string;
  ours: string;
  /** How far apart, or why there is nothing to compare. */
  said: string;
  asOf: string;
}

export interface HealthRow {
  kind: string;
  page: string;
  verdict: string;
  state: string;
  /** What is missing or wrong, and how the page was read: a sentence each. */
  details: string[];
  seen: string;
  /** When a page of this kind could last be read. */
  lastGood: string;
  rows: string;
}

export interface DashboardView {
  /** A desk seat sees what is to be done, no score. */
  seat: Seat;
  shops: PopupView['shops'];
  shop?: ShopId;
  shopName?: string;
  platformName?: string;
  notices: Notice[];
  steps: Step[];
  report?: Report;
  /** Every duty that can still be met. */
  duties?: PopupView['duties'];
  score?: ScoreView;
  drag?: DragView;
  dimensions: DimensionView[];
  indicators: IndicatorRow[];
  /** The indicator whose orders are listed. */
  shown?: { id: string; label: string; title: string; hasOrders: boolean };
  comparison: ComparisonRow[];
  coverage: PopupView['coverage'];
  gaps?: PopupView['gaps'];
  asOf?: string;
  pack?: string;
  health: HealthRow[];
  legend: ChipView[];
  rebuild?: PopupView['rebuild'];
}
