/** The questions whose answers the popup paints, in two rounds. No engine here: they go out while it loads. */
import type { PlatformInfo, PopupPorts, ShopId, ShownMirror } from '../ports';
import { chooseShop, findKnown, idOf } from '../shared/choose-shop';
import { type PopupInput, shownPlatformId } from './popup-input';

export type GlancePorts = Pick<
  PopupPorts,
  | 'readMirrorIndex'
  | 'activeTabShop'
  | 'hasSiteAccess'
  | 'readPreferences'
  | 'readStoreState'
  | 'readMirror'
  | 'platforms'
  | 'loadPlatform'
  | 'checkMirror'
>;

/** What the popup paints, before the engine has explained the mirror. */
export type Glance = Pick<
  PopupInput,
  'index' | 'selected' | 'activePlatform' | 'platformsOff' | 'hasSiteAccess' | 'seat' | 'store'
> & {
  mirror?: ShownMirror;
  /** The shown one, with its rules; undefined where this version does not know it. */
  platform?: PlatformInfo;
};

/** With nothing to paint, the store is given this long to bring a lost mirror back. */
const HEAL_MS = 3_000;

/**
 * What the first painting shows. A mirror that is there is painted at once and verified afterwards; one that
 * is lost or damaged is made anew first, so that nobody sees an empty popup turn into numbers.
 */
export async function readFirst(ports: GlancePorts): Promise<Glance> {
  const glance = await readGlance(ports);
  if (glance.mirror) return glance;
  const late = new Promise((resolve) => setTimeout(resolve, HEAL_MS));
  await Promise.race([ports.checkMirror(glance.selected), late]);
  // Also when no mirror was written: what is wrong with the store is said by now.
  return readGlance(ports);
}

/** @param wanted the shop that the merchant chose, if it is still there */
export async function readGlance(ports: GlancePorts, wanted?: ShopId): Promise<Glance> {
  const [index, active, hasSiteAccess, { seat, platformsOff }, store] = await Promise.all([
    ports.readMirrorIndex(),
    ports.activeTabShop(),
    ports.hasSiteAccess(),
    ports.readPreferences(),
    ports.readStoreState(),
  ]);
  const known = findKnown(index.shops, wanted);
  const selected = known ? idOf(known) : chooseShop(index, active);
  const shown = shownPlatformId({
    selected,
    activePlatform: active?.platform,
    platforms: ports.platforms,
    platformsOff,
  });
  const [mirror, platform] = await Promise.all([
    selected && ports.readMirror(selected),
    shown === undefined ? undefined : ports.loadPlatform(shown),
  ]);
  return {
    index,
    selected,
    activePlatform: active?.platform,
    platformsOff,
    mirror,
    platform,
    hasSiteAccess,
    seat,
    store,
  };
}
