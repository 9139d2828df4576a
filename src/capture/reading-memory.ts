/** What one reading cannot know alone: when its rows arrived, and which wavering values are the same. */
import type { ListReading, PageRecord } from '../core/entities';
import { MINUTE_MS } from '../core/time';
import type { PageReading } from '../platforms/types';

/** A countdown shown to the minute wavers by one; rounding can add half of another. */
const SAME_DUE_MS = 1.5 * MINUTE_MS;
const MAX_DUES = 2_000;

export interface ReadingMemory {
  /** The page showed a spinner or skeleton: the next rows are new even if they look the same. */
  noteLoading(): void;
  /** The reading with `loadedMs`, the filter its rows were loaded with, and steady deadlines. */
  settle(reading: PageReading, nowMs: number): PageReading;
  /** True once for each reading that says something else than the one before. */
  isNew(reading: PageReading): boolean;
}

export function createMemory(): ReadingMemory {
  const dues = new Map<string, number>();
  /** A record read once keeps one steady copy, so that sameness is seen without looking inside. */
  const steady = new WeakMap<PageRecord, PageRecord>();
  let last: { key: string; list: ListReading } | undefined;
  let wasLoading = true;
  let told: { frame: string; records: readonly PageRecord[] } | undefined;

  function withSteadyDue(record: PageRecord): PageRecord {
    if (record.kind !== 'ticket' || record.dueMs === undefined) return record;
    const before = dues.get(record.ticketId);
    if (before === undefined || Math.abs(before - record.dueMs) > SAME_DUE_MS) {
      if (dues.size >= MAX_DUES) dues.clear();
      dues.set(record.ticketId, record.dueMs);
      return record;
    }
    if (before === record.dueMs) return record;
    const known = steady.get(record);
    if (known?.kind === 'ticket' && known.dueMs === before) return known;
    const copy = { ...record, dueMs: before };
    steady.set(record, copy);
    return copy;
  }

  return {
    noteLoading: () => {
      wasLoading = true;
    },
    settle: (reading, nowMs) => {
      const records = reading.records.map(withSteadyDue);
      if (!reading.list) return { ...reading, records };
      const key = rowsKey(reading);
      const list = settleList(reading.list, last, wasLoading || key !== last?.key, nowMs);
      last = { key, list };
      wasLoading = false;
      return { ...reading, records, list };
    },
    isNew: ({ shop, records, list, health }) => {
      const frame = textOf([shop?.shopId, list, health.verdict, health.problems]);
      const isSame =
        told?.frame === frame &&
        told.records.length === records.length &&
        records.every((record, at) => isSameRecord(record, told?.records[at]));
      told = { frame, records };
      return !isSame;
    },
  };
}

const isSameRecord = (one: PageRecord, other: PageRecord | undefined): boolean =>
  one === other || textOf(one) === textOf(other);

/**
 * Tab and form show what was chosen last, the rows what was loaded last. Until new rows come, the old
 * filter holds; and turning pages (same total) never changes the filter, whatever the form says now.
 */
function settleList(
  list: ListReading,
  last: { list: ListReading } | undefined,
  isLoaded: boolean,
  nowMs: number,
): ListReading {
  if (!last) return { ...list, loadedMs: nowMs };
  const isPaging =
    list.total !== undefined &&
    list.total === last.list.total &&
    list.pageIndex !== last.list.pageIndex;
  if (isLoaded && !isPaging) return { ...list, loadedMs: nowMs };
  const { rangeFromMs: _from, rangeToMs: _to, ...rest } = list;
  const { filterKey, rangeFromMs, rangeToMs, loadedMs } = last.list;
  return {
    ...rest,
    filterKey,
    ...(rangeFromMs === undefined ? {} : { rangeFromMs }),
    ...(rangeToMs === undefined ? {} : { rangeToMs }),
    loadedMs: isLoaded ? nowMs : (loadedMs ?? nowMs),
  };
}

function rowsKey(reading: PageReading): string {
  const ids = reading.rows.map((row) => row.ticketId ?? row.orderId);
  return [reading.list?.total, reading.list?.pageIndex, ...ids].join(',');
}

/** Everything but the clock: an instant of reading is no news, nor a day that only follows it. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (key, part) =>
    key === 'seenMs' || key === 'day' ? undefined : part,
  );
}
