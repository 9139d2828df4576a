/** The stored glance as what the popup can paint, where it may be painted at all. */
import { findMisfit } from '../../store/stored-glance';
import type { PopupPorts } from '../ports';
import { findKnown } from '../shared/choose-shop';
import { isGlance } from './popup-glance';
import type { GlanceInput } from './popup-input';
import type { Asked } from './read-glance';

/**
 * Undefined where only the engine may speak: nothing stored that still fits, or something to be said before any
 * score (a desk seat, no permission, trouble in the store, tallies being made anew).
 */
export async function findStored(
  ports: Pick<PopupPorts, 'readStoredGlance' | 'build' | 'platforms' | 'now'>,
  asked: Asked,
): Promise<GlanceInput | undefined> {
  const { selected, index, store } = asked;
  if (!selected || store?.trouble || store?.rebuilds?.[selected.platform]) return undefined;
  if (!ports.platforms.some(({ id }) => id === selected.platform)) return undefined;
  const { glance, settings } = await ports.readStoredGlance(selected);
  const nowMs = ports.now();
  const { revision } = findKnown(index.shops, selected) ?? {};
  if (!glance || findMisfit(glance, { build: ports.build, nowMs, revision, settings })) {
    return undefined;
  }
  const { shop, health, report } = glance;
  if (shop.platform !== selected.platform || shop.shopId !== selected.shopId) return undefined;
  const input = { ...asked, platforms: ports.platforms, mirror: { shop, health }, report, nowMs };
  return isGlance(input) ? input : undefined;
}
