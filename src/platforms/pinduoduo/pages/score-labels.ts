/**
 * The two score pages as data. Names: captured payloads of 2026-06 and 2026-08 and the help pages' wording;
 * the markup is not public, so labels are all there is.
 */
import { entry, type ScoreLabel, type ScoreLabels } from '../../shared-pages/score-labels';

const total = entry('total');
const dimension = entry('dimension');
const indicator = entry('indicator');

/** The page may print a name with its 近30天 or without. */
const monthly = (id: string, unit: ScoreLabel['unit'], ...labels: string[]): ScoreLabel =>
  indicator(id, unit, ...labels.flatMap((label) => [`近30天${label}`, `近30日${label}`, label]));

const HELP = monthly('platform-help-rate', 'ratio', '平台求助率');
const REPLY = monthly('chat-3min-reply-rate', 'ratio', '3分钟人工回复率');
const TRANSIT = monthly('transit-refund-hours', 'hours', '在途订单退款时长');

/** 消费者服务体验分: total, five parts; of what drives them only some is printed beside it. */
export const SERVICE_LABELS: ScoreLabels = {
  packId: 'pdd-service-experience',
  entries: [
    total('total', 'stars', '消费者服务体验分'),
    dimension('attitude', 'stars', '服务态度', '服务态度分'),
    dimension('basic', 'stars', '基础服务', '基础服务分'),
    dimension('product', 'stars', '商品服务', '商品服务分'),
    dimension('shipping', 'stars', '发货服务', '发货服务分'),
    dimension('logistics', 'stars', '物流服务', '物流服务分'),
    HELP,
    monthly('dispute-refund-rate', 'ratio', '纠纷退款率'),
    TRANSIT,
    REPLY,
  ],
  must: ['attitude', 'basic', 'shipping'],
  mustNot: [],
  mayBeAbsent: [
    'platform-help-rate',
    'dispute-refund-rate',
    'transit-refund-hours',
    'chat-3min-reply-rate',
  ],
};

/** 店铺领航员: each indicator with its value, the peers it beats and 已达标／未达标. */
export const NAVIGATOR_LABELS: ScoreLabels = {
  packId: 'pdd-navigator',
  sheet: 'navigator',
  entries: [
    total('total', 'beaten', '店铺综合体验星级', '综合体验星级'),
    dimension('aftersale', 'beaten', '售后服务'),
    dimension('product', 'beaten', '商品品质'),
    dimension('logistics', 'beaten', '物流服务'),
    dimension('activity', 'beaten', '店铺活跃'),
    HELP,
    REPLY,
    TRANSIT,
    monthly(
      'return-signed-refund-hours',
      'hours',
      '商家签收消费者退货订单后的平均退款时长',
      '签收退货后的平均退款时长',
    ),
    indicator('review-score-rank', 'ratio', '近90天用户评价得分排名', '用户评价得分排名'),
    monthly('positive-comment-rate', 'ratio', '积极评论率'),
    monthly('severe-inferior-rate', 'ratio', '严重劣质率'),
    monthly('group-to-sign-days', 'days', '成团-签收时效'),
    monthly('logistics-violation-rate', 'ratio', '物流综合违规处理率'),
    monthly('shop-activity', 'ratio', '店铺活跃度'),
    // The version of 2021 and before had it here.
    monthly('dispute-refund-rate', 'ratio', '纠纷退款率'),
  ],
  must: ['platform-help-rate', 'transit-refund-hours'],
  mustNot: [],
  mayBeAbsent: ['aftersale', 'product', 'logistics', 'activity', 'dispute-refund-rate'],
};
