/** What several sheets of one workbook say, as one file: an order's row, its lines, its parcels. */
import type { CaseRecord, OrderRecord } from '../core/entities';
import type { Gathered } from './gather';

export interface JoinedSheets extends Pick<Gathered, 'rows' | 'skipped' | 'newestMs' | 'list'> {
  /** Distinct records, and distinct orders. */
  records: number;
  orders: number;
  batches(size: number): Generator<CaseRecord[]>;
}

/** @param sheets best first: where two differ in a field, the earlier one speaks. */
export function joinSheets(sheets: Gathered[]): JoinedSheets {
  const orderOf = new Map<string, string>();
  for (const sheet of sheets) {
    for (const [id, orderId] of sheet.ids()) if (!orderOf.has(id)) orderOf.set(id, orderId);
  }
  const sum = (of: (sheet: Gathered) => number): number =>
    sheets.reduce((total, sheet) => total + of(sheet), 0);
  const newestMs = extreme(
    sheets.map((sheet) => sheet.newestMs),
    Math.max,
  );
  const newestListMs = extreme(
    sheets.map(({ list }) => list.newestMs),
    Math.max,
  );
  const oldestListMs = extreme(
    sheets.map(({ list }) => list.oldestMs),
    Math.min,
  );
  return {
    rows: sum(({ rows }) => rows),
    skipped: sum(({ skipped }) => skipped),
    records: orderOf.size,
    orders: new Set(orderOf.values()).size,
    ...(newestMs === undefined ? {} : { newestMs }),
    list: {
      ...(newestListMs === undefined ? {} : { newestMs: newestListMs }),
      ...(oldestListMs === undefined ? {} : { oldestMs: oldestListMs }),
      newestFirst: sheets.every(({ list }) => list.newestFirst),
    },
    *batches(size) {
      let batch: CaseRecord[] = [];
      for (const id of orderOf.keys()) {
        const record = sheets.map((sheet) => sheet.find(id)).reduce(joinRecords);
        if (record) batch.push(record);
        if (batch.length < size) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    },
  };
}

const extreme = (
  values: (number | undefined)[],
  pick: (...known: number[]) => number,
): number | undefined => {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : pick(...known);
};

function joinRecords(a: CaseRecord | undefined, b: CaseRecord | undefined): CaseRecord | undefined {
  if (!a || !b) return a ?? b;
  if (a.kind !== 'order' || b.kind !== 'order') return { ...b, ...a } as CaseRecord;
  const parcels = unionBy([...(a.parcels ?? []), ...(b.parcels ?? [])], 'parcelId');
  return {
    ...b,
    ...a,
    lines: unionBy([...a.lines, ...b.lines], 'lineId'),
    ...(parcels.length > 0 ? { parcels } : {}),
  } satisfies OrderRecord;
}

/** Each id once; what the earlier one does not say the later one adds. */
function unionBy<K extends string, T extends Record<K, string>>(items: T[], key: K): T[] {
  const known = new Map<string, T>();
  for (const item of items) known.set(item[key], { ...item, ...known.get(item[key]) });
  return [...known.values()];
}
