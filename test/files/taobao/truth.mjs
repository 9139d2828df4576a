/** What the sample shop's orders and refunds are, and the records that files with all columns must give. */

/** Personal texts of the samples: none of them may come out of the parser in any form. */
export const PERSONAL = {
  买家会员名: 'tb样样8866',
  买家会员名称: 'tb样样8866',
  买家支付宝账号: 'yangyang@sample.cn',
  买家留言: '请发顺丰,谢谢"呀"',
  主订单买家留言: '请发顺丰,谢谢"呀"',
  收货人姓名: '欧阳试样',
  '收货地址 ': '浙江省杭州市文样路 1024 号 3 幢 502 室',
  '联系电话 ': '0571-88888888',
  联系手机: "'13800138000",
  订单备注: '老客张样样,微信 wxid_sample',
  商家备忘: '老客张样样',
  商家备注: '催了三次',
  备注: '老客样',
  联系方式备注: '13900139000',
  发票抬头: '样样有限公司',
  修改后的收货地址: '样省样市样街 8 号',
  卖家真实姓名: '李收样',
  卖家退货地址: '样省样市退货仓 8 号',
  卖家电话: '0571-66666666',
  卖家手机: '13900139001',
  退货物流单号: 'YT7700000000001',
  退货物流信息: '样样驿站 王样 13700137000 已签收',
  发货物流信息: '样样快递员 13600136000',
  买家退款说明: '孩子说穿不下',
  审核操作人: '店铺:客服小样',
  退款操作人: '店铺:客服大样',
};

export const at = (text) => Date.parse(`${text.replace(' ', 'T')}+08:00`);
export const EXPORTED = '202611201558';
export const NOW_MS = at('2026-11-22 12:00:00');
export const EXPORTED_MS = at('2026-11-20 15:58:00');

const base = '33210000000000';

/** Newest first. The second order's lines went different ways; the last was never paid. */
export const ORDERS = [
  {
    orderId: `${base}11111`,
    placed: '2026-11-19 21:14:09',
    paid: '2026-11-19 21:14:31',
    shipBy: '2026-11-26 23:59:59',
    status: '买家已付款，等待卖家发货',
    paidFen: 12900,
    lines: [
      {
        lineId: `${base}11111`,
        productName: '纯棉四件套, 1.8 米',
        productId: '690123456789',
        spec: '颜色分类:雾蓝;尺寸:1.8m',
        merchantCode: 'SJT-18',
        quantity: 1,
        unitPriceFen: 12900,
        status: '买家已付款，等待卖家发货',
      },
    ],
  },
  {
    orderId: `${base}22222`,
    placed: '2026-11-12 10:00:00',
    paid: '2026-11-12 10:00:05',
    shipBy: '2026-11-14 10:00:05',
    shipped: '2026-11-13 18:22:41',
    status: '卖家已发货，等待买家确认',
    paidFen: 234500,
    parcels: [
      { parcelId: 'SF1234567890123', carrier: '顺丰速运' },
      { parcelId: '773012345678901', carrier: '申通快递' },
    ],
    lines: [
      {
        lineId: `${base}22223`,
        productName: '羊毛被',
        productId: '690123456000',
        spec: '尺寸:2.2m',
        merchantCode: 'YMB-22',
        quantity: 2,
        unitPriceFen: 99900,
        status: '卖家已发货，等待买家确认',
      },
      {
        lineId: `${base}22224`,
        productName: '枕套',
        productId: '690123456001',
        spec: '颜色分类:白',
        merchantCode: 'ZT-01',
        quantity: 1,
        unitPriceFen: 34700,
        status: '交易关闭',
        aftersaleText: '退款成功',
      },
    ],
  },
  {
    orderId: `${base}33333`,
    placed: '2026-11-02 08:30:00',
    paid: '2026-11-02 08:31:00',
    shipBy: '2026-11-04 08:31:00',
    shipped: '2026-11-02 17:05:06',
    finished: '2026-11-09 09:00:00',
    status: '交易成功',
    paidFen: 9900,
    parcels: [{ parcelId: 'YT7712345678901', carrier: '圆通快递' }],
    lines: [
      {
        lineId: `${base}33333`,
        productName: '毛巾',
        productId: '690123456002',
        spec: '颜色分类:灰',
        merchantCode: 'MJ-03',
        quantity: 3,
        unitPriceFen: 3300,
        status: '交易成功',
      },
    ],
  },
  {
    orderId: `${base}44444`,
    placed: '2026-11-01 09:00:00',
    status: '交易关闭',
    cancelReason: '买家未付款',
    paidFen: 0,
    lines: [
      {
        lineId: `${base}44444`,
        productName: '毛巾',
        productId: '690123456002',
        spec: '颜色分类:粉',
        merchantCode: 'MJ-04',
        quantity: 1,
        unitPriceFen: 3300,
        status: '交易关闭',
      },
    ],
  },
];

export const TICKETS = [
  {
    ticketId: '198700000000000001',
    orderId: `${base}33333`,
    applied: '2026-11-20 10:11:12',
    due: '2026-11-21 22:11:12',
    type: '退货退款',
    status: '买家已经申请退款，等待卖家同意',
    reason: '做工问题',
    reasonTag: '品质',
    shipStatus: '买家已收到货',
    arbitration: '不需客服介入',
    refundFen: 9900,
    paidFen: 9900,
    productName: '毛巾',
  },
  {
    ticketId: '198700000000000002',
    orderId: `${base}22222`,
    applied: '2026-11-13 20:00:00',
    finished: '2026-11-14 06:30:05',
    type: '仅退款',
    status: '退款成功',
    reason: '不想要了',
    shipStatus: '买家未收到货',
    arbitration: '客服已经介入',
    responsibility: '卖家',
    refundFen: 34700,
    paidFen: 34700,
    productName: '枕套',
  },
];
