/**
 * What the score page of one rule version says, as data. Labels: page seen on 2026-09-09 (rule in force
 * since 2026-09-08) and the rule's own terms, all as `cleanText` gives them (`/`, not `／`).
 */

export type ScoreUnit = 'points' | 'stars' | 'ratio' | 'hours' | 'seconds';

export interface ScoreLabel {
  id: string;
  kind: 'total' | 'dimension' | 'indicator' | 'bonus' | 'deduction';
  unit: ScoreUnit;
  labels: readonly string[];
}

export interface ScoreLabels {
  packId: string;
  entries: readonly ScoreLabel[];
  /** Indicators that only this version has: all must be on the page for the pack to match. */
  must: readonly string[];
  /** Labels of other versions: none may be on the page. */
  mustNot: readonly string[];
}

export const SCORE_LABELS_2026_09: ScoreLabels = {
  packId: 'doudian-2026-09',
  entries: [
    {
      id: 'total',
      kind: 'total',
      unit: 'points',
      // Not 商家体验分: menus and headings say that beside other numbers.
      labels: ['我的总分', '我的体验分'],
    },
    {
      id: 'product',
      kind: 'dimension',
      unit: 'points',
      labels: ['商品体验', '商品体验分', '商品体验得分'],
    },
    {
      id: 'logistics',
      kind: 'dimension',
      unit: 'points',
      labels: ['物流体验', '物流体验分', '物流体验得分'],
    },
    {
      id: 'service',
      kind: 'dimension',
      unit: 'points',
      labels: ['服务体验', '服务体验分', '服务体验得分'],
    },
    { id: 'product-rating', kind: 'indicator', unit: 'stars', labels: ['商品综合评分'] },
    {
      id: 'quality-return-rate',
      kind: 'indicator',
      unit: 'ratio',
      labels: ['商品品质退货率', '品质退货率', '商品品退率'],
    },
    { id: 'pickup-hours', kind: 'indicator', unit: 'hours', labels: ['平均揽收时长'] },
    {
      id: 'delivery-on-time-rate',
      kind: 'indicator',
      unit: 'ratio',
      labels: ['运单配送时效达成率', '配送时效达成率'],
    },
    {
      id: 'damage-return-rate',
      kind: 'indicator',
      unit: 'ratio',
      labels: ['商品/包装破损退货订单率', '商品/包装破损退货率', '商品包装破损退货订单率'],
    },
    {
      id: 'chat-response-seconds',
      kind: 'indicator',
      unit: 'seconds',
      labels: ['飞鸽人工会话平响时长', '飞鸽平均响应时长', '飞鸽人工会话平均响应时长'],
    },
    {
      id: 'chat-unsatisfied-rate',
      kind: 'indicator',
      unit: 'ratio',
      labels: ['飞鸽人工会话不满意率', '飞鸽会话不满意率'],
    },
    {
      id: 'aftersale-audit-hours',
      kind: 'indicator',
      unit: 'hours',
      labels: ['售后平均审核时长'],
    },
    { id: 'platform-help-rate', kind: 'indicator', unit: 'ratio', labels: ['平台求助率'] },
    { id: 'bonus', kind: 'bonus', unit: 'points', labels: ['加分项'] },
    { id: 'deduction', kind: 'deduction', unit: 'points', labels: ['扣分项', '差行为扣分'] },
  ],
  must: ['pickup-hours', 'damage-return-rate'],
  mustNot: ['揽收时长平均得分', '发货物流品退率', '揽收时效达成率', '售后处理时长达成率'],
};

/** Newest first. */
export const SCORE_LABEL_TABLES: readonly ScoreLabels[] = [SCORE_LABELS_2026_09];
