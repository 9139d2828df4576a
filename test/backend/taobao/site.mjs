/** Where the pages of this site are and how a merchant turns them: for the demo and the browser tests. */
export const site = {
  id: 'taobao',
  name: '千牛',
  hosts: ['myseller.taobao.com', 'qn.taobao.com'],
  /** Entries of pages/, by file name. */
  entries: ['app'],
  paths: {
    orders: '/home.htm/trade-platform/tp/sold',
    aftersales: '/home.htm/trade-platform/refund-list',
    score: '/home.htm/voc-tmall/serverReport',
  },
  /** The word before an id on each list, and what an id looks like. */
  idLabels: { orders: '订单号', aftersales: '退款编号' },
  idPattern: '\\d{18,19}',
  pageSize: 50,
  /** Pages are turned until rows are older: the counts of both lists are about 30 days. */
  windowDays: 31,
  list: {
    /** There once the list is drawn. */
    ready: '.next-pagination-item.next-current',
    /** There while rows are on their way. */
    busy: '.next-loading-indicator',
    sizeOpener: '.next-pagination-size-selector .next-select',
    sizeOption: (size) => `.next-menu-item:has(:text-is("${size}"))`,
    next: 'button.next-pagination-item.next-next',
    /** Of `next`, on the last page. */
    ended: '[disabled]',
  },
};
