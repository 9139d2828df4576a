/**
 * 销售明细／宝贝报表: one row a sub-order. The old list (ExportItemList) names neither sub-orders nor dates:
 * it adds products to orders that another file or a page dates. Field by field, with evidence: columns.md.
 */
import type { Column, FileKind } from '../../../files/file-kind';
import { findExportedMs, ORDER_ID, OTHER_FILES, PERSONAL_PARTS, PRODUCT_ID } from './ids';
import { PARCEL_COLUMNS } from './order-export';

const ITEM_COLUMNS: Column[] = [
  { names: ['商品ID'], type: 'id', line: 'productId', pattern: PRODUCT_ID, max: 60 },
  { names: ['商品属性'], type: 'text', line: 'spec' },
  { names: ['商家编码'], type: 'text', line: 'merchantCode' },
  // The order's own state only when all its lines share it.
  { names: ['订单状态'], type: 'text', record: 'status', line: 'status', everyRow: true },
];
const KIND = {
  platform: 'taobao',
  source: 'order-export',
  side: 'orders',
  record: 'order',
  listDate: 'placedMs',
  findExportedMs,
  personalParts: PERSONAL_PARTS,
} satisfies Partial<FileKind>;

export const taobaoItemExport: FileKind = {
  ...KIND,
  columns: [
    { names: ['主订单编号'], type: 'id', key: 'record', pattern: ORDER_ID, required: true },
    { names: ['子订单编号'], type: 'id', key: 'line', pattern: ORDER_ID, required: true },
    // Only this platform calls it so.
    { names: ['商品标题', '宝贝标题'], type: 'text', line: 'productName', required: true },
    { names: ['商品价格'], type: 'money', line: 'unitPriceFen' },
    { names: ['购买数量'], type: 'count', line: 'quantity' },
    ...ITEM_COLUMNS,
    { names: ['退款状态'], type: 'text', line: 'aftersaleText', blanks: ['没有申请退款'] },
    { names: ['订单创建时间'], type: 'time', record: 'placedMs' },
    { names: ['订单付款时间'], type: 'time', record: 'paidMs' },
    { names: ['应发货时间'], type: 'deadline', record: 'shipByMs', everyRow: true },
    { names: ['发货时间'], type: 'time', record: 'shippedMs', everyRow: true },
    ...PARCEL_COLUMNS,
  ],
  forbidden: ['订单编号', '退款编号', ...OTHER_FILES],
  personal: ['联系方式备注', '商家备注', '主订单买家留言', '备注标签'],
  notNeeded: [
    '外部系统编号',
    '套餐信息',
    '支付单号',
    '买家应付货款',
    '买家实付金额',
    '退款金额',
    '淘鲜达渠道',
    '分阶段信息',
    '是否主动赔付',
    '主动赔付金额',
    '主动赔付出账时间',
    '飞猪购订单信息',
    '免单资格',
    '免单金额',
    '百亿补贴超链订单信息',
    '超链半托管订单信息',
  ],
};

export const taobaoOldItemExport: FileKind = {
  ...KIND,
  columns: [
    { names: ['订单编号'], type: 'id', key: 'record', pattern: ORDER_ID, required: true },
    { names: ['标题'], type: 'text', line: 'productName', required: true },
    { names: ['购买数量'], type: 'count', line: 'quantity', required: true },
    { names: ['价格'], type: 'money', line: 'unitPriceFen' },
    ...ITEM_COLUMNS,
  ],
  forbidden: ['子订单编号', '退款编号', '订单创建时间', ...OTHER_FILES],
  personal: ['备注'],
  notNeeded: ['外部系统编号', '套餐信息'],
};
