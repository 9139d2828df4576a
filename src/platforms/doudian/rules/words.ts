/**
 * 抖店's own words as data. Order and ticket states: back-end texts and Open API state names seen
 * 2020–2026. The official list of after-sale reasons was never found: see `reason-…` below.
 * Matching ignores width and spaces (（ = ( ), so each word is written once.
 */
import type { WordSets } from '../../../core/measure';

/** Logistics problems as buyers name them; no quality reason is among them. */
const LOGISTICS_REASONS = [
  '发货慢',
  '发货太慢',
  '未按约定时间发货',
  '未及时发货',
  '发货超时',
  '少件',
  '漏发',
  '少发',
  '错发',
  '发错',
  '未收到货',
  '没收到货',
  '物流',
  '快递',
  '缺货',
  '没货',
  '无货',
];

export const doudianWords: WordSets = {
  'order-unpaid': { includes: ['待付款', '待支付', '未付款', '未支付'], exact: ['待确认'] },
  'order-waits-shipping': {
    includes: ['待发货', '备货中', '未发货', '待揽收'],
    exact: ['已支付', '已付款', '待出库'],
  },
  'order-part-shipped': { includes: ['部分发货'] },
  /** All of it is on its way. */
  'order-shipped': { includes: ['已发货', '待收货'], not: ['部分', '退货', '换货'] },
  'order-done': { includes: ['已完成', '已收货', '交易完成', '交易成功'], not: ['未完成'] },
  'order-closed': { includes: ['已关闭', '已取消', '交易关闭', '订单关闭', '订单取消'] },

  /** The after-sale cell says that money went or goes back: the order had been paid. */
  'refund-text': { includes: ['退款', '退货', '售后', '换货', '补寄', '维修'], not: ['无售后'] },
  /** Answer in a 是否… column of an export. */
  'said-yes': { exact: ['是'] },
  'instant-refund': { includes: ['极速退款', '秒退', '闪退'] },

  gift: { includes: ['赠品', '福袋', '小样', '0元抽', '抽奖'] },
  presale: { includes: ['预售', '定金', '预约发货'] },

  'parcel-signed': {
    includes: ['已签收', '签收成功', '已收货', '代收'],
    not: ['未签收', '待签收'],
  },

  'type-shipped-refund': {
    includes: ['已发货退款', '已发货仅退款', '发货后仅退款', '发货后退款'],
    exact: ['仅退款(已发货)', '仅退款-已发货'],
  },
  'type-return-refund': { includes: ['退货退款', '退款退货'] },
  'type-before-shipping': {
    includes: ['未发货退款', '未发货仅退款', '发货前退款', '发货前仅退款'],
    exact: ['仅退款(未发货)', '仅退款-未发货'],
  },

  'type-no-refund': { includes: ['换货', '补寄', '维修', '价保'] },

  /** The merchant must audit the application. */
  'ticket-waits-audit': {
    includes: ['待商家处理', '待商家同意', '待商家审核', '待商家二次同意', '待处理', '待审核'],
    exact: ['商家待处理', '待商家确认', '待同意'],
    not: ['买家', '用户', '平台', '仲裁'],
  },
  /** The merchant must receive the return or send the exchange. */
  'ticket-waits-handling': {
    includes: ['待商家收货', '待商家发货', '待商家退款', '退货待收货', '换货待收货', '换货待发货'],
  },
  /** Agreed to, money not back yet. */
  'ticket-agreed': {
    includes: ['待买家退货', '待商家收货', '退货待收货', '待商家退款', '退款中'],
    not: ['退款中断'],
  },
  'ticket-negotiating': { includes: ['协商中', '待协商', '与买家协商', '与用户协商'] },
  'ticket-refunded': {
    includes: ['退款成功', '售后成功', '全额退款', '退款完成', '已退款'],
    exact: ['售后完成'],
    not: ['换货', '补寄', '维修', '待退款'],
  },
  /** Over without a refund: it never enters the mean. */
  'ticket-ended': {
    includes: [
      '售后关闭',
      '已关闭',
      '已撤销',
      '已取消',
      '换货成功',
      '补寄成功',
      '维修成功',
      '维修完成',
    ],
    exact: ['售后失败'],
  },
  'ticket-arbitrating': { includes: ['仲裁', '平台介入'], not: ['未介入', '无仲裁', '未仲裁'] },
  'arbitration-entered': {
    includes: [
      '仲裁',
      '举证',
      '协商',
      '介入',
      '客服处理',
      '平台处理',
      '支持买家',
      '支持卖家',
      '支持商家',
      '商家责任',
      '买家责任',
      '判责',
    ],
    exact: ['结束', '已结束', '取消', '已取消', '已撤销'],
    not: ['未介入', '无仲裁', '未仲裁', '无介入', '可申请', '无纠纷'],
  },

  /** The back-end's own mark behind a reason (practitioner code, 2026): settles it. */
  'reason-quality-marked': { includes: ['商品品质原因'], not: ['非商品品质原因'] },
  /** A tag of the export that settles it, one way or the other (reason-quality-marked says which). */
  'reason-quality-tag': { includes: ['商品品质原因'] },
  /** Reasons that read as product quality in practice: a guess wherever the mark is absent. */
  'reason-quality-words': {
    includes: [
      '质量',
      '品质',
      '做工',
      '瑕疵',
      '材质',
      '描述不符',
      '描述不一致',
      '与描述',
      '图片不符',
      '与图片',
      '效果不好',
      '效果不符',
      '效果差',
      '破洞',
      '污渍',
      '脏污',
      '掉色',
      '褪色',
      '起球',
      '开线',
      '开胶',
      '掉毛',
      '缩水',
      '异味',
      '变质',
      '过期',
      '发霉',
      '故障',
      '无法使用',
      '假冒',
      '假货',
      '非正品',
    ],
    not: ['非商品品质原因', '非质量', '无质量', '没有质量', '不影响'],
  },
  /** The rule's own words for the 2026-09 indicator 商品/包装破损退货订单率. */
  'reason-damage-named': { includes: ['商品/包装破损', '包装/商品破损', '商品破损', '包装破损'] },
  'reason-damage-words': {
    includes: ['破损', '破裂', '碎裂', '破碎', '压坏', '摔坏', '压碎', '漏液', '渗漏', '洒漏'],
    not: ['无破损', '未破损', '没有破损'],
  },
  /** Logistics problems in practice (no official list): the 2021 and 2026-04 rules count some of them. */
  'reason-logistics-words': {
    includes: LOGISTICS_REASONS,
  },
  'type-exchange': { includes: ['换货'] },
  'fault-merchant': {
    includes: ['商家责任', '商责', '支持买家'],
    not: ['非商家责任', '非商责'],
  },

  /** Reasons that are neither quality nor damage in practice: the buyer's own, or logistics. */
  'reason-other': {
    includes: [
      '非商品品质原因',
      '不想要',
      '不想买',
      '不需要',
      '不喜欢',
      '不合适',
      '七天无理由',
      '7天无理由',
      '无理由',
      '多拍',
      '错拍',
      '拍错',
      '拍多',
      '重复下单',
      '后悔',
      '买贵',
      '降价',
      '价格',
      '优惠',
      '信息填写错误',
      '信息填错',
      '地址',
      ...LOGISTICS_REASONS,
      '拒收',
      '拒签',
      '协商一致',
      '发票',
      '服务态度',
    ],
  },
};
