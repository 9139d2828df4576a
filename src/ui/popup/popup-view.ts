/** What the popup shows, as plain data: texts are final, numbers for the documented attributes beside them. */
import type { Provenance } from '../../core/entities';
import type { Seat } from '../../core/page-preferences';
import type { ShopId } from '../ports';
import type { GapView } from '../shared/gap-model';
import type { RebuildView } from '../shared/store-model';

export type PopupState =
  | 'no-access' // the browser keeps us out of the back-end
  | 'first-minute' // nothing read yet
  | 'broken-page' // something was open, nothing could be read
  | 'no-snapshot' // lists read, the score page not
  | 'no-score' // the platform gives none yet
  | 'no-permission' // this sub-account may not see it
  | 'stale'
  | 'partial'
  | 'ready';

export interface Link {
  label: string;
  url: string;
}

export interface Notice {
  tone: 'problem' | 'info';
  text: string;
  detail?: string;
  link?: Link;
}

export interface Step {
  label: string;
  why: string;
  done: boolean;
  link: Link;
}

export interface ScoreView {
  /** Absent: `headline` says why. */
  value?: number;
  headline: string;
  unit?: string;
  title: string;
  provenance: Provenance;
  caption: string;
  change?: { direction: 'up' | 'down' | 'flat'; arrow: string; text: string };
  /** Further lines: what buyers see, what our own data give. */
  lines: string[];
}

export interface DragView {
  tone: 'drag' | 'calm' | 'unknown';
  title?: string;
  subject: string;
  loss?: string;
  indicator?: string;
  pointsLost?: number;
  provenance: Provenance;
  chip?: ChipView;
  lines: string[];
}

export interface ChipView {
  provenance: Provenance;
  label: string;
  help: string;
}

export interface DimensionView {
  id: string;
  label: string;
  score?: number;
  scoreText: string;
  /** Length of the bar, 0..100. */
  percent: number;
  weight?: string;
  loss?: string;
  pointsLost?: number;
  provenance: Provenance;
  /** The part that no indicator explains, where it is worth saying. */
  unexplained?: string;
  isWorst: boolean;
  lossClass: string;
}

/** The page's comparison with peers: its mark, its rank. Each part stays in one piece. */
export interface Standing {
  parts: string[];
  isMissed: boolean;
}

export interface IndicatorView {
  /** Absent where the page prints none. */
  standing?: Standing;
  id: string;
  label: string;
  value?: number;
  valueText: string;
  pointsLost?: number;
  loss: string;
  lossClass: string;
  /** Its own points where the rule gives it some: the step it stands on. */
  step?: string;
  provenance: Provenance;
  chip: ChipView;
  /** Counts from the orders read. */
  evidence?: string;
  /** Said while what it counts is being computed anew: the numbers are those from before. */
  recounting?: string;
  isDrag: boolean;
}

export interface OffenderView {
  orderId: string;
  link: Link;
  text: string;
  share?: string;
  leaves: string;
}

export interface DutyView {
  id: string;
  kind: 'order' | 'ticket';
  name: string;
  text: string;
  left: string;
  isSoon: boolean;
  link: Link;
}

export interface PopupView {
  state: PopupState;
  /** A desk seat sees what is to be done, no score. */
  seat: Seat;
  /** Today's summary for the team's chat; absent while there is nothing to say. */
  summary?: string;
  shops: { id: ShopId; name: string; label: string; isSelected: boolean }[];
  selected?: ShopId;
  shopName?: string;
  platformName?: string;
  notices: Notice[];
  score?: ScoreView;
  drag?: DragView;
  /** What to open next; empty when everything was read. */
  stepsTitle?: string;
  stepsNote?: string;
  steps: Step[];
  dimensions: DimensionView[];
  indicators: IndicatorView[];
  offenders?: {
    title: string;
    rows: OffenderView[];
    empty?: string;
    more?: { label: string; path: string };
  };
  duties?: {
    title: string;
    /** One line for the first glance: how many, how urgent. */
    glance: string;
    isSoon: boolean;
    note: string;
    rows: DutyView[];
    /** The back-end's lists on which they stand. */
    lists: Link[];
  };
  coverage: { text: string; isWhole: boolean }[];
  /** What would make each indicator exact; absent while there is no report. */
  gaps?: GapView;
  asOf?: string;
  /** Tallies being made anew; what is shown is from before. */
  rebuild?: RebuildView;
  /** Meaning of each chip. */
  legend: ChipView[];
}
