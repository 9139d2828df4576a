/**
 * What the score page of one rule version says, as data. Labels: page seen on 2026-09-09 (rule in force
 * since 2026-09-08) and the rule's own terms, all as `cleanText` gives them (`/`, not `／`).
 */
import { entry, type ScoreLabels } from '../../shared-pages/score-labels';

const dimension = entry('dimension');
const indicator = entry('indicator');

export const SCORE_LABELS_2026_09: ScoreLabels = {
  packId: 'doudian-2026-09',
  entries: [
    // Not 商家体验分: menus and headings say that beside other numbers.
    entry('total')('total', 'points', '我的总分', '我的体验分'),
    dimension('product', 'points', '商品体验', '商品体验分', '商品体验得分'),
    dimension('logistics', 'points', '物流体验', '物流体验分', '物流体验得分'),
    dimension('service', 'points', '服务体验', '服务体验分', '服务体验得分'),
    indicator('product-rating', 'stars', '商品综合评分'),
    indicator('quality-return-rate', 'ratio', '商品品质退货率', '品质退货率', '商品品退率'),
    indicator('pickup-hours', 'hours', '平均揽收时长'),
    indicator('delivery-on-time-rate', 'ratio', '运单配送时效达成率', '配送时效达成率'),
    indicator(
      'damage-return-rate',
      'ratio',
      '商品/包装破损退货订单率',
      '商品/包装破损退货率',
      '商品包装破损退货订单率',
    ),
    indicator(
      'chat-response-seconds',
      'seconds',
      '飞鸽人工会话平响时长',
      '飞鸽平均响应时长',
      '飞鸽人工会话平均响应时长',
    ),
    indicator('chat-unsatisfied-rate', 'ratio', '飞鸽人工会话不满意率', '飞鸽会话不满意率'),
    indicator('aftersale-audit-hours', 'hours', '售后平均审核时长'),
    indicator('platform-help-rate', 'ratio', '平台求助率'),
    entry('bonus')('bonus', 'points', '加分项'),
    entry('deduction')('deduction', 'points', '扣分项', '差行为扣分'),
  ],
  // The one came with this version, the other with the one before: only this version has both.
  must: ['pickup-hours', 'aftersale-audit-hours'],
  mustNot: ['揽收时长平均得分', '发货物流品退率', '揽收时效达成率', '售后处理时长达成率'],
  mayBeAbsent: ['damage-return-rate'],
};
