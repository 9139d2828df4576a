import type { FileKind } from '../../../files/file-kind';
import { taobaoItemExport, taobaoOldItemExport } from './item-export';
import { taobaoOrderExport } from './order-export';
import { taobaoRefundExport } from './refund-export';
import { taobaoShippingSheet } from './shipping-sheet';

/** Export files of this platform that can be imported; of a workbook's sheets the earlier kind speaks first. */
export const taobaoFileKinds: FileKind[] = [
  taobaoOrderExport,
  taobaoItemExport,
  taobaoOldItemExport,
  taobaoShippingSheet,
  taobaoRefundExport,
];
