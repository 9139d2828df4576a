/**
 * 售后导出. Its header is not public: a few names are certain, the others are pairs that an importer of this
 * file knows. A case is named by order and second of application, as pages name it (../pages/ids.ts).
 */
import type { FileKind } from '../../../files/file-kind';
import { ticketIdOf } from '../pages/ids';
import { findExportedMs, ORDER_ID, OTHER_FILES, PERSONAL_PARTS, TICKET_NUMBER } from './ids';

export const pinduoduoAftersaleExport: FileKind = {
  platform: 'pinduoduo',
  source: 'aftersale-export',
  side: 'aftersales',
  record: 'ticket',
  listDate: 'appliedMs',
  findExportedMs,
  nameRecord: (orderId, appliedMs) =>
    appliedMs === undefined ? undefined : ticketIdOf(orderId, appliedMs),
  columns: [
    { names: ['售后编号'], type: 'id', key: 'record', pattern: TICKET_NUMBER, required: true },
    { names: ['订单编号', '订单号'], type: 'id', key: 'order', pattern: ORDER_ID, required: true },
    {
      names: ['申请时间', '售后申请时间'],
      type: 'time',
      record: 'appliedMs',
      required: true,
      exact: true,
    },
    { names: ['同意退款时间'], type: 'time', record: 'agreedMs' },
    { names: ['售后类型', '退款类型'], type: 'text', record: 'type' },
    { names: ['售后状态'], type: 'text', record: 'status' },
    { names: ['售后原因', '退款原因'], type: 'text', record: 'reason' },
    { names: ['退款金额（元）'], type: 'money', record: 'refundFen' },
    { names: ['退货物流状态'], type: 'text', record: 'returnStatus' },
    { names: ['商品名称'], type: 'text', record: 'productName' },
  ],
  forbidden: ['样式ID', ...OTHER_FILES],
  personal: ['备注', '同意退款人', '退货运单号'],
  personalParts: PERSONAL_PARTS,
  notNeeded: [
    '订单状态',
    '商品ID',
    '商品规格',
    'SKU信息',
    '退货物流状态对应时间',
    '快递公司',
    '快递拦截状态',
    '运费补偿状态',
  ],
};
