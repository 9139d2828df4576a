/** What the background does once a day: old orders are packed, and what a shop no longer keeps is removed. */
import { beijingDay } from '../core/time';
import type { ScoreDatabase } from '../store/database';
import { packHistoryStep } from '../store/pack-history';
import { expireOld, RETENTION_KEY } from '../store/retention';
import type { PlatformRules } from '../store/rules';

const DAY_KEY = 'upkeep:day';

export interface UpkeepParts {
  db: ScoreDatabase;
  area: {
    get(keys: string[]): Promise<Record<string, unknown>>;
    set(values: Record<string, unknown>): Promise<void>;
  };
  rules: PlatformRules[];
  nowMs(): number;
}

/** Any number of times; works once a Beijing day, and goes on tomorrow where a killed worker stopped. */
export async function upkeep({ db, area, rules, nowMs }: UpkeepParts): Promise<void> {
  const settings = await area.get([DAY_KEY, RETENTION_KEY]);
  const today = beijingDay(nowMs());
  if (settings[DAY_KEY] === today) return;
  for (const each of rules) {
    let afterId: string | undefined = '';
    while (afterId !== undefined) {
      const from: { afterId: string; nowMs: number } = { afterId, nowMs: nowMs() };
      afterId = (await packHistoryStep(db, each, from)).afterId;
    }
    await expireOld(db, each, settings[RETENTION_KEY], nowMs());
  }
  await area.set({ [DAY_KEY]: today });
}
