/** What explains a mirror: all of the engine that the popup runs, loaded when a stored glance is painted. */
import { choosePack } from '../../core/choose-pack';
import type { RulePack } from '../../core/pack';
import { createReportOf } from '../bind-ports';
import type { PopupEngine } from '../ports';

/** @param packsOf of a platform that was loaded */
export function createEngine(
  packsOf: (platform: string) => RulePack[] | undefined,
  now: () => number,
): PopupEngine {
  return {
    reportOf: createReportOf(packsOf),
    async nearestLine(mirror, tr) {
      const [{ findNearestLine }, { modelOf }] = await Promise.all([
        import('./nearest-line'),
        import('../../core/score-model'),
      ]);
      const nowMs = now();
      const packs = packsOf(mirror.shop.platform);
      if (!packs) return undefined;
      const pack = choosePack(packs, mirror.snapshots, nowMs, mirror.settings?.packId);
      return findNearestLine(modelOf({ ...mirror, pack, nowMs }), tr);
    },
  };
}
