/** The platform's words that the sample shop uses. Evidence: ../columns.md. */
export const REASONS = {
  quality: ['质量问题', '货物与描述不符', '商品破损', '少件漏发'],
  other: ['多拍/错拍/不想要', '不喜欢/效果不好', '7天无理由退换货', '其他'],
  waiting: ['快递无跟踪记录', '未按约定时间发货', '快递一直未送到'],
};

export const ORDER_TABS = [
  { key: '0', label: '全部' },
  { key: '1', label: '待发货', status: '待发货' },
  { key: '2', label: '已发货待收货', status: '已发货，待收货' },
  { key: '3', label: '已收货', status: '已收货' },
];

/** Cards over the after-sale list: each narrows it to one state. */
export const TICKET_CARDS = [
  { label: '待商家处理', status: /^待商家处理$/ },
  { label: '待买家处理', status: /^待消费者/ },
  { label: '退货待处理', status: /^待商家确认收货$/ },
];

/** Problems that buyers asked the platform about, as the score page groups them. */
export const HOT_PROBLEMS = ['商品问题', '催物流', '投诉物流', '无理由退货', '客服敷衍回复'];
