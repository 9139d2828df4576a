/** The platform's words that the sample shop uses. Evidence for each group: ../columns.md. */

export const REASONS = {
  quality: [
    '质量问题',
    '做工粗糙/有瑕疵',
    '材质与描述不符',
    '效果与描述不符',
    '与图片不符',
    '功能故障',
    '掉色/起球',
    '开线/破洞',
    '有异味',
    '有污渍',
  ],
  damage: ['商品/包装破损', '包装破损', '商品破损'],
  other: [
    '不想要了',
    '多拍/错拍',
    '不喜欢',
    '大小尺寸不合适',
    '七天无理由退货',
    '尺码拍错',
    '后悔了',
  ],
  logistics: ['发货慢', '物流停滞', '未收到货', '缺货'],
  parcel: ['少件/漏发', '错发'],
};

/** The back-end appends this to a reason that it files under product quality. */
export const QUALITY_MARKER = '（商品品质原因）';

export const reasonText = (reason, kind) =>
  kind === 'quality' ? `${reason}${QUALITY_MARKER}` : reason;

export const TICKET_TYPES = [
  '未发货退款',
  '已发货退款',
  '退货退款',
  '仅退款',
  '换货',
  '补寄',
  '维修',
];

export const ORDER_STATUSES = ['待支付', '待发货', '已发货', '已完成', '已关闭'];

export const PAY_METHODS = [
  ['微信支付', 40],
  ['支付宝支付', 30],
  ['抖音支付', 20],
  ['抖音月付', 10],
];

/** Province and route limit in natural days after the pickup day. */
export const ROUTES = [
  ['浙江省', 2],
  ['江苏省', 2],
  ['上海市', 2],
  ['广东省', 3],
  ['山东省', 3],
  ['河南省', 3],
  ['湖北省', 3],
  ['四川省', 4],
  ['河北省', 3],
  ['辽宁省', 4],
  ['云南省', 5],
  ['甘肃省', 5],
];
