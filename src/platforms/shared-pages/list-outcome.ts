/** From the readings of a list's groups to records, rows, health and what part of the list they are. */
import { countMissing, listHealth } from '../../capture/health';
import type { ListFilter } from '../../capture/list-filter';
import { expectedRows, type Paging } from '../../capture/list-state';
import { compact } from '../../capture/record';
import type { CaseRecord, ListReading, PageKind, ShopRef } from '../../core/entities';
import type { PageReading } from '../types';
import { honestRange, spanOf } from './list-facts';

/** `key` tells groups apart: locked columns show each twice. */
export type GroupReading<T> =
  | { record: T; key: string; idFrom: string }
  /** Why there is no record. */
  | { problem: string };

export interface ListFields<T extends CaseRecord> {
  kind: PageKind & ('order-list' | 'aftersale-list');
  side: ListReading['side'];
  dateOf(record: T): number | undefined;
  /** Fields whose absence is counted; `keyFields`: see `listHealth`. */
  keyFields: readonly string[];
  usualFields: readonly string[];
  otherFields: readonly string[];
  fieldsOf(record: T): { [field: string]: unknown };
  /** Alternatives for the id, best first; the weakest one used is reported. */
  idOrder: readonly string[];
}

export interface Around {
  shop: ShopRef | undefined;
  alternatives: Record<string, string>;
  paging: Paging;
  filter: ListFilter;
  isEmpty: boolean;
  fatal: readonly string[];
}

export function listOutcome<T extends CaseRecord>(
  spec: ListFields<T>,
  groups: readonly { reading: GroupReading<T> | undefined; anchor: Element | undefined }[],
  { shop, alternatives, paging, filter, isEmpty, fatal }: Around,
): PageReading {
  const records: T[] = [];
  const rows: PageReading['rows'] = [];
  const problems = new Set<string>();
  const keys = new Set<string>();
  let groupsSeen = 0;
  let weakest = -1;
  for (const { reading, anchor } of groups) {
    const key = reading && 'key' in reading ? reading.key : undefined;
    if (key !== undefined && keys.has(key)) continue;
    groupsSeen += 1;
    if (reading && 'problem' in reading) problems.add(reading.problem);
    if (!anchor || !reading || !('record' in reading)) continue;
    const { record } = reading;
    keys.add(reading.key);
    weakest = Math.max(weakest, spec.idOrder.indexOf(reading.idFrom));
    records.push(record);
    const ticketId = record.kind === 'ticket' ? record.ticketId : undefined;
    rows.push(compact({ orderId: record.orderId, ticketId, anchor }));
  }
  const { kind, side, keyFields, usualFields, otherFields } = spec;
  const health = listHealth({
    kind,
    alternatives: weakest < 0 ? alternatives : { ...alternatives, id: spec.idOrder[weakest] ?? '' },
    groupsSeen,
    groupsParsed: records.length,
    fieldsMissing: countMissing(records.map(spec.fieldsOf), [
      ...keyFields,
      ...usualFields,
      ...otherFields,
    ]),
    problems: [...problems],
    keyFields,
    usualFields,
    total: paging.total,
    expected: expectedRows(paging),
    isEmpty,
    fatal,
  });
  const nothing = { kind, shop, records: [], rows: [], health };
  if (health.verdict === 'broken') return compact(nothing);
  const list: ListReading = {
    side,
    ...paging,
    rows: records.length,
    ...spanOf(records.map(spec.dateOf)),
    ...filter,
  };
  return compact({ ...nothing, records, rows, list: compact(honestRange(list)) });
}
