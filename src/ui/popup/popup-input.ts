/** What was read and computed for one painting of the popup. */
import type { Seat } from '../../core/page-preferences';
import type { Report } from '../../core/report-types';
import type { MirrorIndex, ShopMirror, StoreState } from '../../store/mirror-types';
import type { PlatformInfo, ShopId } from '../ports';

export interface PopupInput {
  index: MirrorIndex;
  platforms: PlatformInfo[];
  selected?: ShopId;
  /** Platform of the active tab, while no shop is known. */
  activePlatform?: string;
  /** Those that the merchant switched off: nothing of them is read. */
  platformsOff?: string[];
  mirror?: ShopMirror;
  report?: Report;
  hasSiteAccess: boolean;
  seat: Seat;
  welcomeUrl: string;
  /** Where backups are made. */
  dataUrl: string;
  /** What is wrong or under way in the store. */
  store?: StoreState;
  nowMs: number;
}

/** The shop's, else the active tab's; else the first platform that is read. */
export const shownPlatformId = ({
  selected,
  activePlatform,
  platforms,
  platformsOff = [],
}: Pick<PopupInput, 'selected' | 'activePlatform' | 'platforms' | 'platformsOff'>) =>
  selected?.platform ??
  activePlatform ??
  (platforms.find(({ id }) => !platformsOff.includes(id)) ?? platforms[0])?.id;

/** Its rules are there when it was loaded; the first one stands in for one that is not known. */
export const shownPlatform = (input: PopupInput): PlatformInfo | undefined =>
  input.platforms.find((each) => each.id === shownPlatformId(input)) ?? input.platforms[0];
