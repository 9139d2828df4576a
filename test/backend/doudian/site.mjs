/** Where the pages of this site are and how a merchant turns them: for the demo and the browser tests. */
export const site = {
  id: 'doudian',
  name: '抖店',
  hosts: ['fxg.jinritemai.com', 'im.jinritemai.com'],
  /** Entries of pages/, by file name. */
  entries: ['app', 'frame'],
  paths: {
    orders: '/ffa/morder/order/list',
    aftersales: '/ffa/merchant-aftersale-workbench/aftersale/list',
    score: '/ffa/eco/experience-score',
  },
  /** The word before an id on each list, and what an id looks like. */
  idLabels: { orders: '订单编号', aftersales: '售后编号' },
  idPattern: '\\d{18,19}',
  pageSize: 100,
  /** Pages are turned until rows are older: the rule's windows are 30 days, and one more covers them. */
  windowDays: 31,
  list: {
    /** There once the list is drawn. */
    ready: '[class*="pagination-item-active"]',
    /** There while rows are on their way. */
    busy: '[class*="spin-spinning"]',
    sizeOpener: '[class*="pagination-options"] [class*="select"]',
    sizeOption: (size) => `[title="${size} 条/页"]`,
    next: 'li[title="下一页"]',
    /** Of `next`, on the last page. */
    ended: '[aria-disabled="true"]',
  },
};
