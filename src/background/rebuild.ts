/** Makes the tallies of the present measures, chunk by chunk, and says how far it has come. */
import type { ScoreDatabase } from '../store/database';
import { rebuildStep } from '../store/rebuild';
import { findRebuild } from '../store/rebuild-progress';
import type { PlatformRules } from '../store/rules';
import type { StoreDesk } from './store-desk';

/** The percentage moves on this often at most: each step is shown, and read aloud by some. */
const STEP_MS = 500;

/**
 * True when there was something to make. The state told stays until the caller has written the mirrors.
 * @throws Dexie's errors; the next call goes on where this one stopped.
 */
export async function rebuildAll(
  db: ScoreDatabase,
  rules: PlatformRules,
  desk: Pick<StoreDesk, 'noteRebuild'>,
  nowMs: () => number,
): Promise<boolean> {
  let toldMs: number | undefined;
  for (;;) {
    if (toldMs === undefined || Math.abs(nowMs() - toldMs) >= STEP_MS) {
      const progress = await findRebuild(db, rules);
      if (!progress) return toldMs !== undefined;
      await desk.noteRebuild(rules.platform, progress);
      toldMs = nowMs();
    }
    if ((await rebuildStep(db, rules)).done) return true;
  }
}
