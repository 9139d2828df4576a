/** The checklist as a merchant works through it: what is due, what is open by topic, what is done. Pure. */
import type { ChecklistItem } from '../../../core/advice-types';
import { beijingDay, findDay, formatDay } from '../../../core/time';

export interface CheckRow {
  item: ChecklistItem;
  state: 'done' | 'due' | 'open';
  /** Day it was last ticked, YYYY-MM-DD. */
  doneOn?: string;
  dueOn?: string;
}

export interface ChecklistView {
  /** Due again, then what every day or week asks for and was never done. */
  now: CheckRow[];
  /** The other open ones, in the order of the topics; none is empty. */
  topics: { topic: ChecklistItem['topic']; rows: CheckRow[] }[];
  done: CheckRow[];
}

/** @param doneOn item id → day it was last ticked */
export function checklistView(
  items: readonly ChecklistItem[],
  doneOn: Readonly<Record<string, string>>,
  nowMs: number,
): ChecklistView {
  const rows = items.map((item): CheckRow => {
    const day = doneOn[item.id];
    return { item, ...checkState(item, day, nowMs), ...(day ? { doneOn: day } : {}) };
  });
  const isNow = ({ state, item }: CheckRow): boolean =>
    state === 'due' || (state === 'open' && (item.every === 'day' || item.every === 'week'));
  const now = rows.filter(isNow).sort((a, b) => urgency(a) - urgency(b));
  const later = rows.filter((row) => row.state === 'open' && !isNow(row));
  const topics = [...new Set(later.map(({ item }) => item.topic))].map((topic) => ({
    topic,
    rows: later.filter(({ item }) => item.topic === topic),
  }));
  return { now, topics, done: rows.filter(({ state }) => state === 'done') };
}

const urgency = ({ state, item }: CheckRow): number =>
  (state === 'due' ? 0 : 2) + (item.every === 'day' ? 0 : 1);

const EVERY_DAYS: Record<NonNullable<ChecklistItem['every']>, number | undefined> = {
  day: 1,
  week: 7,
  month: 30,
  batch: undefined,
  campaign: undefined,
};

/** An item done in time, one that is due again, and one never done. */
export function checkState(
  item: ChecklistItem,
  doneOn: string | undefined,
  nowMs: number,
): { state: 'done' | 'due' | 'open'; dueOn?: string } {
  const done = doneOn === undefined ? undefined : findDay(doneOn);
  if (done === undefined) return { state: 'open' };
  const days = item.every && EVERY_DAYS[item.every];
  if (days === undefined) return { state: 'done' };
  const due = done + days;
  return { state: due <= beijingDay(nowMs) ? 'due' : 'done', dueOn: formatDay(due) };
}
