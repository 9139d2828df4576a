/** What was read and computed for one painting of the popup. */

import type { GlanceReport } from '../../core/glance-report';
import type { Seat } from '../../core/page-preferences';
import type { Report } from '../../core/report-types';
import type { MirrorIndex, ShopMirror, StoreState } from '../../store/mirror-types';
import type { StoredGlance } from '../../store/stored-glance';
import type { PlatformInfo, ShopId } from '../ports';

/** What the glance takes: of a stored one, or of all that was read and computed. */
export interface GlanceInput {
  index: MirrorIndex;
  platforms: PlatformInfo[];
  selected?: ShopId;
  /** Platform of the active tab, while no shop is known. */
  activePlatform?: string;
  /** Those that the merchant switched off: nothing of them is read. */
  platformsOff?: string[];
  mirror?: Pick<StoredGlance, 'shop' | 'health'>;
  report?: GlanceReport;
  hasSiteAccess: boolean;
  seat: Seat;
  /** What is wrong or under way in the store. */
  store?: StoreState;
  nowMs: number;
}

export interface PopupInput extends GlanceInput {
  mirror?: ShopMirror;
  report?: Report;
  welcomeUrl: string;
  /** Where backups are made. */
  dataUrl: string;
}

/** The shop's, else the active tab's; else the first platform that is read. */
export const shownPlatformId = ({
  selected,
  activePlatform,
  platforms,
  platformsOff = [],
}: Pick<GlanceInput, 'selected' | 'activePlatform' | 'platforms' | 'platformsOff'>) =>
  selected?.platform ??
  activePlatform ??
  (platforms.find(({ id }) => !platformsOff.includes(id)) ?? platforms[0])?.id;

/** Its rules are there when it was loaded; the first one stands in for one that is not known. */
export const shownPlatform = (input: GlanceInput): PlatformInfo | undefined =>
  input.platforms.find((each) => each.id === shownPlatformId(input)) ?? input.platforms[0];
