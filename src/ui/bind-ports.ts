/** The ports that popup and dashboard share, from what an entrypoint hands over. */

import { choosePack } from '../core/choose-pack';
import { buildReport } from '../core/report';
import type { Platform } from '../platforms/types';
import type { ShownMirror, UiPorts } from './ports';
import { createReadPorts, type UiWorld } from './read-ports';

export function createUiPorts(world: UiWorld): UiPorts {
  return { ...createReadPorts(world), reportOf: createReportOf(world.platforms) };
}

/** Runs the engine on a mirror, under the rule in force or the one that the merchant chose. */
export function createReportOf(platforms: Platform[]): UiPorts['reportOf'] {
  return (mirror: ShownMirror, nowMs: number) => {
    const packs = platforms.find((each) => each.id === mirror.shop.platform)?.packs;
    if (!packs) return undefined;
    const pack = choosePack(packs, mirror.snapshots, nowMs, mirror.settings?.packId);
    return buildReport({ ...mirror, pack, nowMs });
  };
}
