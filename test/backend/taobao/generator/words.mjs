/** The platform's words that the sample shop uses. Evidence: ../columns.md. */
export const REASONS = {
  quality: ['质量问题', '做工问题', '材质面料不符', '商品信息描述不符', '开线/走丝'],
  other: ['7天无理由退换货', '不想要了', '拍错/多拍', '与商家协商一致退款'],
};
export const ORDER_TABS = [
  { key: 'all', label: '全部订单' },
  { key: 'unpaid', label: '等待买家付款' },
  { key: 'wait', label: '等待发货', status: '买家已付款' },
  { key: 'sent', label: '已发货', status: '卖家已发货' },
  { key: 'done', label: '交易成功' },
  { key: 'closed', label: '交易关闭' },
];
