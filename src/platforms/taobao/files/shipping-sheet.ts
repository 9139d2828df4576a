/**
 * 发货报表: the third sheet of the new workbook. Its headers are not public, so it is read only beside the
 * sheets that are, and only by names that those use too.
 */
import type { FileKind } from '../../../files/file-kind';
import { findExportedMs, ORDER_ID, OTHER_FILES, PERSONAL_PARTS } from './ids';
import { PARCEL_COLUMNS } from './order-export';

export const taobaoShippingSheet: FileKind = {
  platform: 'taobao',
  source: 'order-export',
  side: 'orders',
  record: 'order',
  listDate: 'placedMs',
  besideOnly: true,
  findExportedMs,
  columns: [
    {
      names: ['主订单编号', '订单编号', '订单号'],
      type: 'id',
      key: 'record',
      pattern: ORDER_ID,
      required: true,
    },
    { names: ['发货时间'], type: 'time', record: 'shippedMs', everyRow: true },
    ...PARCEL_COLUMNS.map((column) => ({ ...column, required: column.type === 'tracking' })),
  ],
  forbidden: ['订单创建时间', '退款编号', ...OTHER_FILES],
  personal: [],
  personalParts: PERSONAL_PARTS,
  notNeeded: ['子订单编号'],
};
