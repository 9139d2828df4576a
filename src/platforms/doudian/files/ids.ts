/** Shapes of the ids in export files. Orders and sub-orders: 18–19 digits on every page and export seen. */
export const ORDER_ID = /^\d{18,19}$/;
/** After-sale ids have as many digits in 2026; older ones were shorter. */
export const TICKET_ID = /^\d{12,20}$/;
export const PRODUCT_ID = /^\d{5,20}$/;

/**
 * Downloaded files are named "<unix seconds>_<hash>.csv": the moment of the export (seen on order exports,
 * 2026). A browser may add " (1)"; a renamed file tells nothing.
 */
export function findExportedMs(fileName: string): number | undefined {
  const seconds = /^(\d{10})_[^/\\]*$/.exec(fileName)?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}

/** Parts of headers that make a column personal even when the platform adds it tomorrow. */
export const PERSONAL_PARTS = [
  '收件人',
  '收货人',
  '联系人',
  '手机',
  '电话',
  '地址',
  '街道',
  '姓名',
  '身份证',
  '证件',
  '昵称',
  '买家',
  '用户',
  '留言',
  '备注',
  '说明',
  '协商',
  '操作人',
  '邮箱',
  '账号',
  '密文',
];
