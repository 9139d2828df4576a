/** Records that belong to a shop and a day: score snapshots and chat statistics. Inside a transaction. */
import { chatDayFromRecord } from '../core/case-from-record';
import type { ChatDayRecord, PageRecord, ScoreSnapshot } from '../core/entities';
import type { Fact } from '../core/measure';
import { mergeChatDays, mergeSnapshots } from '../core/merge';
import type { ScoreDatabase } from './database';
import type { PlatformRules } from './rules';
import { sameData } from './same';

const isSnapshot = (record: PageRecord): record is ScoreSnapshot => record.kind === 'score';
const isChatDay = (record: PageRecord): record is ChatDayRecord => record.kind === 'chat-day';

export interface DayChanges {
  created: number;
  changed: number;
  unchanged: number;
  oldFacts: Fact[];
  newFacts: Fact[];
}

/** Writes what changed; facts of what it wrote, before and after, are the caller's to tally. */
export async function writeDays(
  db: ScoreDatabase,
  rules: PlatformRules,
  shopKey: string,
  records: PageRecord[],
  seenMs: number,
): Promise<DayChanges> {
  const result: DayChanges = { created: 0, changed: 0, unchanged: 0, oldFacts: [], newFacts: [] };
  const count = (before: unknown, after: unknown): boolean => {
    const same = before !== undefined && sameData(before, after);
    result[before === undefined ? 'created' : same ? 'unchanged' : 'changed'] += 1;
    return !same;
  };
  for (const incoming of records.filter(isSnapshot)) {
    const row = await db.snapshots.get([shopKey, incoming.day]);
    const snapshot = row ? mergeSnapshots(row.snapshot, incoming) : incoming;
    if (count(row?.snapshot, snapshot)) {
      await db.snapshots.put({ shopKey, day: incoming.day, snapshot });
    }
  }
  for (const record of records.filter(isChatDay)) {
    const incoming = chatDayFromRecord(record, seenMs);
    const before = (await db.chatDays.get([shopKey, record.day]))?.chatDay;
    const after = before ? mergeChatDays(before, incoming) : incoming;
    if (!count(before, after)) continue;
    await db.chatDays.put({ shopKey, day: record.day, chatDay: after });
    if (before) result.oldFacts.push(...rules.chatFacts(before));
    result.newFacts.push(...rules.chatFacts(after));
  }
  return result;
}
