/**
 * The parcel centre (包裹中心 › 发货包裹): one row per parcel. Its back end's fields are public (tracking
 * number, carrier, times of shipping, pickup and signing, orders; 2026-06), its markup is not.
 */
import { parseDateTimeMs } from '../../capture/dates';
import type { ColumnRole } from '../../capture/grid';
import { countMissing } from '../../capture/health';
import { compact } from '../../capture/record';
import type { OrderRecord, ParcelRecord } from '../../core/entities';
import type { PageReader } from '../types';
import { type FlatTable, readFlatTable } from './flat-table';
import { CARRIER, readParcelLabels, TRACKING } from './parcels';
import { plainReader } from './plain-page';
import type { Site } from './site';

type Role = 'number' | 'order' | 'carrier' | 'shipped' | 'picked' | 'signed' | 'times';

const PERSON = /收货|收件|买家|备注|地址|退货/;
const ROLES: readonly ColumnRole<Role>[] = [
  { role: 'number', words: ['运单号', '物流单号', '快递单号', '包裹信息', '包裹'], not: PERSON },
  { role: 'order', words: ['订单编号', '订单号', '订单信息', '关联订单', '订单'], not: PERSON },
  { role: 'carrier', words: ['物流商', '物流公司', '快递公司'], not: PERSON },
  { role: 'shipped', words: ['发货时间'] },
  { role: 'picked', words: ['揽收时间'] },
  { role: 'signed', words: ['签收时间'] },
  { role: 'times', words: ['物流信息', '物流时间', '物流'], not: PERSON },
];

const readTable = (root: Element): FlatTable<Role> =>
  readFlatTable(root, ROLES, ['number', 'order']);

/**
 * @param path of the address; all of it
 * @param addressOnly nobody published what stands there: without a table of parcels it is another page
 */
export const parcelListReader = (site: Site, path: RegExp, addressOnly = false): PageReader =>
  plainReader(site, {
    kind: 'parcel-list',
    path,
    marker: /运单号|物流单号|快递单号|包裹中心/,
    ...(addressOnly ? { isOurs: (content) => readTable(content).rows !== undefined } : {}),
    read: ({ nowMs }, root) => {
      const table = readTable(root);
      if (!table.rows) {
        const fatal = table.isEmpty ? [] : ['headers-unknown'];
        return { records: [], seen: table.seen, parsed: 0, fatal };
      }
      const records = new Map<string, OrderRecord>();
      const parcels = new Map<string, ParcelRecord>();
      let parsed = 0;
      for (const { cell, texts } of table.rows) {
        const labels = readParcelLabels(texts);
        const wordsOf = (role: Role): string[] =>
          cell(role).leaves.flatMap((text) => text.split(/[\s:]+/));
        const orders = new Set(wordsOf('order').filter(site.isOrderId));
        const numbers = trackingNumbers(wordsOf('number'), orders, site.isOrderId);
        const [parcelId] = numbers;
        // Two numbers or none: which one the times belong to cannot be told.
        if (numbers.size !== 1 || !parcelId || orders.size === 0) continue;
        parsed += 1;
        const date = (role: Role, label = ''): number | undefined => {
          // A day and its clock may stand in two elements.
          const ms = parseDateTimeMs(cell(role).leaves.slice(0, 2).join(' ') || label, nowMs);
          return ms !== undefined && ms <= nowMs ? ms : undefined;
        };
        const carrier = cell('carrier').leaves[0] ?? labels.carrier ?? '';
        const parcel: ParcelRecord = compact({
          parcelId,
          carrier: CARRIER.test(carrier) ? carrier : undefined,
          shippedMs: date('shipped', labels.shippedMs),
          pickedUpMs: date('picked', labels.pickedUpMs),
          signedMs: date('signed', labels.signedMs),
        });
        parcels.set(parcelId, parcel);
        for (const orderId of orders) {
          const record = records.get(orderId) ?? { kind: 'order', orderId, lines: [], parcels: [] };
          const others = (record.parcels ?? []).filter((each) => each.parcelId !== parcelId);
          records.set(orderId, { ...record, parcels: [...others, parcel] });
        }
      }
      const missing = countMissing([...parcels.values()], ['shippedMs', 'pickedUpMs', 'signedMs']);
      const isLost =
        parsed > 0 && missing.shippedMs === parcels.size && missing.pickedUpMs === parcels.size;
      return {
        records: [...records.values()],
        seen: table.seen,
        parsed,
        missing,
        problems: isLost ? ['fields-missing'] : [],
        fatal: parsed === 0 && !table.isEmpty ? ['no-groups'] : [],
      };
    },
  });

/** Some carriers' numbers have the shape of an order's: such a one counts where no other number stands. */
function trackingNumbers(
  words: readonly string[],
  orders: ReadonlySet<string>,
  isOrderId: (text: string) => boolean,
): Set<string> {
  const found = words.filter((word) => TRACKING.test(word) && !orders.has(word));
  const sure = found.filter((word) => !isOrderId(word));
  return new Set(sure.length > 0 ? sure : found);
}
