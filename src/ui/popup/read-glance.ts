/** The questions whose answers the popup paints: first who is to be shown, then what is known of it. */
import type { PlatformInfo, PopupPorts, ShopId, ShownMirror } from '../ports';
import { chooseShop, findKnown, idOf } from '../shared/choose-shop';
import { type PopupInput, shownPlatformId } from './popup-input';

export type AskPorts = Pick<
  PopupPorts,
  | 'readMirrorIndex'
  | 'activeTabShop'
  | 'hasSiteAccess'
  | 'readPreferences'
  | 'readStoreState'
  | 'platforms'
>;
export type GlancePorts = AskPorts &
  Pick<PopupPorts, 'readMirror' | 'loadPlatform' | 'checkMirror'>;

/** Who is to be shown, to whom, and whether anything must be said before it. */
export type Asked = Pick<
  PopupInput,
  'index' | 'selected' | 'activePlatform' | 'platformsOff' | 'hasSiteAccess' | 'seat' | 'store'
>;

/** What the popup paints, before the engine has explained the mirror. */
export type Glance = Asked & {
  mirror?: ShownMirror;
  /** The shown one, with its rules; undefined where this version does not know it. */
  platform?: PlatformInfo;
};

/** With nothing to paint, the store is given this long to bring a lost mirror back. */
const HEAL_MS = 3_000;

/** @param wanted the shop that the merchant chose, if it is still there */
export async function ask(ports: AskPorts, wanted?: ShopId): Promise<Asked> {
  const [index, active, hasSiteAccess, { seat, platformsOff }, store] = await Promise.all([
    ports.readMirrorIndex(),
    ports.activeTabShop(),
    ports.hasSiteAccess(),
    ports.readPreferences(),
    ports.readStoreState(),
  ]);
  const known = findKnown(index.shops, wanted);
  const selected = known ? idOf(known) : chooseShop(index, active);
  const activePlatform = active?.platform;
  return { index, selected, activePlatform, platformsOff, hasSiteAccess, seat, store };
}

/** The shop's mirror and its platform's rules. */
async function readRest(ports: GlancePorts, asked: Asked): Promise<Glance> {
  const { selected } = asked;
  const shown = shownPlatformId({ ...asked, platforms: ports.platforms });
  const [mirror, platform] = await Promise.all([
    selected && ports.readMirror(selected),
    shown === undefined ? undefined : ports.loadPlatform(shown),
  ]);
  return { ...asked, mirror, platform };
}

export const readGlance = async (ports: GlancePorts, wanted?: ShopId): Promise<Glance> =>
  readRest(ports, await ask(ports, wanted));

/**
 * What the first painting by the engine shows. A mirror that is there is painted at once and verified
 * afterwards; one that is lost or damaged is made anew first, so that nobody sees an empty popup turn into
 * numbers.
 */
export async function readFirst(ports: GlancePorts, asked?: Asked): Promise<Glance> {
  const glance = await (asked ? readRest(ports, asked) : readGlance(ports));
  if (glance.mirror) return glance;
  const late = new Promise((resolve) => setTimeout(resolve, HEAL_MS));
  await Promise.race([ports.checkMirror(glance.selected), late]);
  // Also when no mirror was written: what is wrong with the store is said by now.
  return readGlance(ports);
}
