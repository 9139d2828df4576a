/** What the sample shop's orders and cases are. */

/** Personal texts of the samples: none of them may come out of the parser in any form. */
export const PERSONAL = {
  商家备注: '老客张样样,微信 wxid_sample',
  买家留言: '请放门口,谢谢"哦"',
  消费者资料: '身份证 110101199001011234',
  市: '杭州样市',
  区: '西湖样区',
  '街道/镇': '样街道办事处',
  配送员手机号: '13600136000',
  用户购买手机号: '13800138000',
  旅行类信息: '出行人 欧阳试样',
  充值号码: '13900139000',
  门店名称: '样样自提点',
  仓库所在地址: '样省样市样仓 8 号',
  小区送达情况: '样样花园 3 幢',
  备注: '催了三次',
  同意退款人: '客服小样',
  退货运单号: 'YT7700000000001',
};

export const at = (text) => Date.parse(`${text.replace(' ', 'T')}+08:00`);
export const NOW_MS = at('2026-11-22 12:00:00');
export const EXPORTED = '2026-11-21-09-30-15';
export const EXPORTED_MS = at('2026-11-21 09:30:15');

const goods = {
  productName: '硅藻泥吸水垫，浴室',
  productId: '500817258179',
  spec: '500ml;银色',
  merchantCode: 'B1-1116',
};

/** Newest first. The second one's time of grouping was left blank; the third was made a day before its group was full. */
export const ORDERS = [
  {
    orderId: '261120-218184824563029',
    day: '2026-11-20 00:00:00',
    placed: '2026-11-20 21:14:09',
    paid: '2026-11-20 21:14:05',
    shipBy: '2026-11-22 21:14:09',
    status: '待发货',
    aftersaleText: '无售后或售后取消',
    payMethod: '微信支付',
    province: '浙江省',
    paidFen: 123450,
    quantity: 5,
    ...goods,
  },
  {
    orderId: '261119-473580532497047',
    day: '2026-11-19 00:00:00',
    status: '已发货，待收货',
    aftersaleText: '无售后或售后取消',
    shipped: '2026-11-20 08:00:00',
    province: '四川省',
    paidFen: 2890,
    quantity: 1,
    parcels: [{ parcelId: 'YT7712345678901', carrier: '圆通速递' }],
    ...goods,
  },
  {
    orderId: '261114-254328505371282',
    day: '2026-11-14 00:00:00',
    placed: '2026-11-15 00:40:00',
    paid: '2026-11-14 23:50:00',
    shipBy: '2026-11-17 00:40:00',
    shipped: '2026-11-15 18:22:41',
    finished: '2026-11-19 09:00:00',
    status: '已收货',
    aftersaleText: '退款成功',
    payMethod: '微信支付',
    province: '上海市',
    paidFen: 9980,
    quantity: 2,
    parcels: [{ parcelId: 'SF1234567890123', carrier: '顺丰速运' }],
    ...goods,
  },
];

/** The first was applied for twice; the last is of an order that no file holds. */
export const TICKETS = [
  {
    number: '8812345679',
    orderId: ORDERS[2].orderId,
    name: '261114-254328505371282-20261119101112',
    applied: '2026-11-19 10:11:12',
    agreed: '2026-11-19 12:00:00',
    type: '仅退款',
    status: '退款成功',
    reason: '质量问题',
    refundFen: 9980,
    productName: goods.productName,
  },
  {
    number: '8812345678',
    orderId: ORDERS[2].orderId,
    name: '261114-254328505371282-20261118101112',
    applied: '2026-11-18 10:11:12',
    type: '退货退款',
    status: '买家撤销',
    reason: '多拍/错拍/不想要',
    refundFen: 9980,
    productName: goods.productName,
  },
  {
    number: '8812345670',
    orderId: '261101-000000000000001',
    name: '261101-000000000000001-20261117080000',
    applied: '2026-11-17 08:00:00',
    type: '退货退款',
    status: '待商家确认收货',
    reason: '货物与描述不符',
    refundFen: 123450,
    returnStatus: '已签收',
    productName: goods.productName,
  },
];
