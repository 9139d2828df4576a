/**
 * What the score pages of each rule version say (rule 20009524 and its versions; page payloads of 2026-08),
 * all as `cleanText` gives them. The menu says 真实体验分 too, beside no number of ours.
 */
import { entry, type ScoreLabel, type ScoreLabels } from '../../shared-pages/score-labels';

const indicator = entry('indicator');

const COMMON: readonly ScoreLabel[] = [
  entry('total')('total', 'points', '店铺真实体验分', '真实体验分', '我的真实体验分'),
  entry('dimension')('product', 'points', '宝贝质量', '宝贝质量分'),
  entry('dimension')('logistics', 'points', '物流速度', '物流速度分'),
  entry('dimension')('service', 'points', '服务保障', '服务保障分'),
  indicator('pickup-48h-rate', 'ratio', '48小时揽收及时率'),
  indicator('arrival-hours', 'hours', '物流到货时长', '到货时长'),
  indicator('chat-3min-reply-rate', 'ratio', '3分钟人工响应率', '旺旺3分钟人工响应率'),
  indicator('chat-satisfied-rate', 'ratio', '旺旺满意度'),
  indicator('refund-hours', 'hours', '退款处理时长'),
  indicator('platform-help-rate', 'ratio', '平台求助率'),
  entry('bonus')('bonus', 'points', '附加分', '特色服务加分', '加分项'),
  entry('deduction')('deduction', 'points', '扣分', '扣分项', '违规扣分'),
];
const NEW = [
  indicator('negative-feedback-rate', 'ratio', '商品负反馈率'),
  indicator('good-rating-rate', 'ratio', '商品好评率'),
  indicator('logistics-bad-rating-rate', 'ratio', '物流差评率'),
];
const OLD = [
  indicator('first-quality-return-rate', 'ratio', '首次品退率'),
  indicator('bad-rating-rate', 'ratio', '商品差评率'),
  indicator('logistics-abnormal-rate', 'ratio', '物流异常率'),
];
const labelsOf = (entries: readonly ScoreLabel[]): string[] =>
  entries.flatMap(({ labels }) => [...labels]);

/** Newest first. */
export const SCORE_LABELS: readonly [ScoreLabels, ...ScoreLabels[]] = [
  {
    packId: 'taobao-real-2026-03',
    entries: [...COMMON, ...NEW],
    must: ['negative-feedback-rate'],
    mustNot: labelsOf(OLD),
    // Some categories only.
    mayBeAbsent: ['logistics-bad-rating-rate'],
  },
  {
    packId: 'taobao-real-2025-06',
    entries: [...COMMON, ...OLD],
    must: ['first-quality-return-rate'],
    mustNot: labelsOf(NEW),
    mayBeAbsent: [],
  },
];
