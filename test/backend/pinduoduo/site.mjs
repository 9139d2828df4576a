/** Where the pages of this site are and how a merchant turns them: for the demo and the browser tests. */
export const site = {
  id: 'pinduoduo',
  name: '拼多多',
  hosts: ['mms.pinduoduo.com'],
  /** Entries of pages/, by file name. */
  entries: ['app'],
  paths: {
    orders: '/orders/list',
    aftersales: '/aftersales/aftersale_list',
    score: '/sycm/goods_quality/help',
    navigator: '/sycm/goods_quality/pilot_mall',
    order: '/orders/detail',
    aftersale: '/aftersales-ssr/detail',
    reviews: '/goods/evaluation/index',
    chat: '/mms-chat/overview/merchant',
  },
  /** The score is told by one page, what stands behind it by another. */
  scorePages: ['score', 'navigator'],
  /** The word before an id on each list, and what an id looks like. */
  idLabels: { orders: '订单(?:编号|号)', aftersales: '订单(?:编号|号)' },
  idPattern: '\\d{6}-\\d{15}',
  /**
   * The after-sale list shows no number of a case: order and time of application name it. `pattern` follows
   * the id; what it holds makes the name.
   */
  caseName: {
    pattern: '\\s*申请时间[:：\\s]*([\\d-]{10} [\\d:]{8})',
    nameOf: (orderId, applied) => `${orderId}-${applied.replace(/\D/g, '')}`,
  },
  pageSize: 100,
  /** Pages are turned until rows are older: the counts of both lists are about 30 days. */
  windowDays: 31,
  list: {
    /** There once the list is drawn. */
    ready: '[class*="PGT_pagerItemActive"]',
    /** There while rows are on their way. */
    busy: '[class*="Spn_spinningMask"]',
    sizeOpener: '[class*="PGT_sizeChanger"] [data-testid="beast-core-select"]',
    sizeOption: (size) => `[data-testid="beast-core-portal"] li:has-text("${size}")`,
    next: '[data-testid="beast-core-pagination-next"]',
    /** Of `next`, on the last page. */
    ended: '[class*="PGT_disabled"]',
  },
};
