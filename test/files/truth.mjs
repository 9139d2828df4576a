/** What the sample shop's orders and tickets are. Samples are written from it; expected records too. */

/** Personal texts of the samples: none of them may come out of the parser in any form. */
export const PERSONAL = {
  收件人: '欧阳试样',
  收件人手机号: '13800138000',
  市: '杭州样市',
  区: '西湖样区',
  街道: '样街道办事处',
  详细地址: '文样路 1024 号 3 幢 502 室',
  买家留言: '请放门口,谢谢"哦"',
  商家备注: '老客张样样,微信 wxid_sample',
  达人昵称: '样样的小店',
  达人ID: '7592255573464597541',
  退货物流单号: 'YT7700000000001',
  发货物流单号: 'SF6600000000001',
  商家退货地址: '样省样市退货仓 8 号',
  商家退货联系人姓名: '李收样',
  商家退货联系人电话: '13900139000',
  订单备注: '催了三次\n第二行',
  用户售后说明: '孩子说不好吃',
  售后备注: '已电话沟通',
  操作人: '客服小样',
  协商记录: '买家:退我钱;商家:好的',
};

export const at = (text) => Date.parse(`${text.replace(' ', 'T')}+08:00`);

const base = '69179267688236437';
const product = [
  {
    productName: '辣丝丝 儿童零食',
    productId: '3547891234567890123',
    spec: '1袋',
    merchantCode: 'SKU-A1',
  },
  {
    productName: '豆腐干;五香',
    productId: '3547891234567890456',
    spec: '5包;家庭装',
    merchantCode: '300400008',
  },
  {
    productName: '坚果礼盒',
    productId: '3547891234567890789',
    spec: '默认',
    merchantCode: 'BOX_9',
  },
];

function line(suffix, which, quantity, unitPriceFen, status, aftersaleText) {
  return {
    lineId: `${base}${suffix}`,
    ...product[which],
    quantity,
    unitPriceFen,
    status,
    aftersaleText,
  };
}

/** Newest first, as the platform exports them. Times are Beijing wall clock. */
export const ORDERS = [
  {
    // waits for shipping
    orderId: `${base}90`,
    placed: '2026-11-20 21:14:09',
    paid: '2026-11-20 21:14:31',
    shipBy: '2026-11-22 21:14:31',
    orderType: '普通订单',
    payMethod: '抖音支付',
    paidFen: 2890,
    province: '浙江省',
    lines: [line('90', 0, 1, 2890, '待发货', undefined)],
  },
  {
    // shipped in one parcel, more than a thousand yuan
    orderId: `${base}80`,
    placed: '2026-11-19 10:00:00',
    paid: '2026-11-19 10:00:05',
    shipBy: '2026-11-21 10:00:05',
    shipped: '2026-11-19 18:22:41',
    orderType: '普通订单',
    payMethod: '微信',
    paidFen: 123450,
    province: '广东省',
    parcels: [{ parcelId: 'SF1234567890123', carrier: '顺丰速运' }],
    lines: [line('80', 2, 5, 24690, '已发货', undefined)],
  },
  {
    // two lines, all shipped and completed
    orderId: `${base}70`,
    placed: '2026-11-10 08:30:00',
    paid: '2026-11-10 08:31:00',
    shipBy: '2026-11-12 08:31:00',
    shipped: '2026-11-10 17:05:06',
    finished: '2026-11-15 09:00:00',
    orderType: '普通订单',
    payMethod: '抖音支付',
    province: '上海市',
    parcels: [{ parcelId: 'YT7712345678901', carrier: '圆通快递' }],
    lines: [
      line('71', 0, 2, 2890, '已完成', undefined),
      line('72', 2, 1, 24690, '已完成', undefined),
    ],
  },
  {
    // two lines that went different ways: nothing can be said of the order as a whole
    orderId: `${base}60`,
    placed: '2026-11-09 12:00:00',
    paid: '2026-11-09 12:00:30',
    shipBy: '2026-11-11 12:00:30',
    orderType: '普通订单',
    payMethod: '抖音支付',
    province: '四川省',
    lines: [
      line('61', 0, 1, 2890, '已发货', undefined),
      line('62', 2, 1, 24690, '已关闭', '退款成功'),
    ],
    lineShipped: ['2026-11-10 09:10:11', undefined],
  },
  {
    // presale
    orderId: `${base}50`,
    placed: '2026-11-08 20:00:00',
    paid: '2026-11-08 20:00:10',
    shipBy: '2026-12-08 23:59:59',
    orderType: '全款预售',
    payMethod: '抖音支付',
    paidFen: 9900,
    province: '北京市',
    lines: [line('50', 1, 1, 9900, '待发货', undefined)],
  },
  {
    // closed unpaid
    orderId: `${base}40`,
    placed: '2026-11-08 09:00:00',
    orderType: '普通订单',
    paidFen: 4990,
    province: '湖北省',
    cancelReason: '超时未支付',
    lines: [line('40', 1, 3, 1663, '已关闭', undefined)],
  },
];

export const TICKETS = [
  {
    ticketId: '142857142857142851',
    orderId: `${base}80`,
    applied: '2026-11-20 10:11:12',
    due: '2026-11-22 10:11:12',
    type: '退货退款',
    status: '待商家处理',
    reason: '质量问题',
    reasonTag: '商品品质原因',
    arbitration: '未介入',
    shipStatus: '已发货',
    paidFen: 123450,
    productName: '坚果礼盒',
  },
  {
    ticketId: '142857142857142852',
    orderId: `${base}62`,
    applied: '2026-11-10 20:00:00',
    agreed: '2026-11-10 20:30:00',
    refunded: '2026-11-10 20:30:05',
    finished: '2026-11-10 20:31:00',
    type: '未发货退款',
    status: '退款成功',
    reason: '不想要了',
    shipStatus: '未发货',
    paidFen: 24690,
    productName: '坚果礼盒',
  },
  {
    ticketId: '142857142857142853',
    orderId: `${base}70`,
    applied: '2026-11-16 08:00:00',
    closed: '2026-11-17 08:00:00',
    type: '已发货退款',
    status: '售后关闭',
    reason: '少件/漏发',
    reasonTag: '物流原因',
    arbitration: '客服处理中',
    responsibility: '商家责任',
    shipStatus: '已发货',
    returnStatus: '已签收',
    paidFen: 5780,
    productName: '辣丝丝 儿童零食',
  },
];

/** Every sample is read at this instant; file names begin with the export's. */
export const NOW_MS = at('2026-11-22 12:00:00');
export const EXPORTED_MS = at('2026-11-21 00:00:00');
