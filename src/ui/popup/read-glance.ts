/** The questions whose answers the popup paints, in two rounds. No engine here: they go out while it loads. */
import type { PopupPorts, ShopId, ShownMirror } from '../ports';
import { chooseShop, findKnown, idOf } from '../shared/choose-shop';
import type { PopupInput } from './popup-model';

export type GlancePorts = Pick<
  PopupPorts,
  'readMirrorIndex' | 'activeTabShop' | 'hasSiteAccess' | 'readPreferences' | 'readMirror'
>;

/** What the popup paints, before the engine has explained the mirror. */
export type Glance = Pick<
  PopupInput,
  'index' | 'selected' | 'activePlatform' | 'hasSiteAccess' | 'seat'
> & { mirror?: ShownMirror };

/** @param wanted the shop that the merchant chose, if it is still there */
export async function readGlance(ports: GlancePorts, wanted?: ShopId): Promise<Glance> {
  const [index, active, hasSiteAccess, { seat }] = await Promise.all([
    ports.readMirrorIndex(),
    ports.activeTabShop(),
    ports.hasSiteAccess(),
    ports.readPreferences(),
  ]);
  const known = findKnown(index.shops, wanted);
  const selected = known ? idOf(known) : chooseShop(index, active);
  const mirror = selected && (await ports.readMirror(selected));
  return { index, selected, activePlatform: active?.platform, mirror, hasSiteAccess, seat };
}
