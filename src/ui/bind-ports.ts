/** The ports that popup and dashboard share, from what an entrypoint hands over. */

import { choosePack } from '../core/choose-pack';
import type { RulePack } from '../core/pack';
import { buildReport } from '../core/report';
import type { Platform } from '../platforms/types';
import type { PopupPorts, ShownMirror, UiPorts } from './ports';
import { createReadPorts, type UiWorld } from './read-ports';

export function createUiPorts(
  world: UiWorld<Platform>,
): UiPorts & Pick<PopupPorts, 'readStoredGlance'> {
  const { platforms } = world;
  const packsOf = (id: string) => platforms.find((each) => each.id === id)?.packs;
  return { ...createReadPorts(world), reportOf: createReportOf(packsOf) };
}

/**
 * Runs the engine on a mirror, under the rule in force or the one that the merchant chose.
 * @param packsOf the packs of a platform, by its id; undefined for one that is not known
 */
export function createReportOf(
  packsOf: (platform: string) => RulePack[] | undefined,
): UiPorts['reportOf'] {
  return (mirror: ShownMirror, nowMs: number) => {
    const packs = packsOf(mirror.shop.platform);
    if (!packs) return undefined;
    const pack = choosePack(packs, mirror.snapshots, nowMs, mirror.settings?.packId);
    return buildReport({ ...mirror, pack, nowMs });
  };
}
