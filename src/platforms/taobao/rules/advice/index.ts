/** 天猫/淘宝: lines and what is not advised (scoring notes 2.4; rule 20009524 in force 2026-03-16). */
import type { Advice, EligibilityLine } from '../../../../core/advice-types';
import { lineMaker, notAdvised } from '../../../shared-advice/define';

const line = lineMaker('taobao');
const RULE = '淘宝规则 20009524《店铺真实体验分》（2026-03-16 起执行）';
const since = { from: '2026-03-16', source: RULE, confidence: 'H', date: '2026-03' } as const;
const crawl = { confidence: 'H', date: '2026-08' } as const;

const assessment: EligibilityLine[] = [
  // The table came as run-together text; its heading says 6 months, the article 12: see the effect text.
  line('tmall-month-end', {
    use: 'assessment',
    metric: 'total',
    stat: 'month-end',
    threshold: 4.2,
    source: '平台规则站文本：天猫 2026 年店铺考核类目表',
    ...crawl,
  }),
  line('tmall-voucher-total', {
    use: 'voucher-unfreeze',
    metric: 'total',
    threshold: 4.2,
    category: '生鲜、大闸蟹',
    source: '平台规则站文本：预付卡券货款解冻，生鲜、大闸蟹',
    ...crawl,
  }),
  line('tmall-voucher-product', {
    use: 'voucher-unfreeze',
    metric: 'dimension:product',
    threshold: 4.2,
    category: '生鲜、大闸蟹',
    source: '平台规则站文本：预付卡券货款解冻，生鲜、大闸蟹',
    ...crawl,
  }),
  line('tmall-voucher-service', {
    use: 'voucher-unfreeze',
    metric: 'dimension:service',
    threshold: 4.2,
    category: '生鲜、大闸蟹',
    source: '平台规则站文本：预付卡券货款解冻，生鲜、大闸蟹',
    ...crawl,
  }),
  line('taobao-fresh-date-product', {
    use: 'fresh-date-service',
    metric: 'dimension:product',
    threshold: 4.2,
    source: '平台规则站文本：新鲜日期服务清退',
    ...crawl,
  }),
  line('taobao-fresh-date-disputes', {
    use: 'fresh-date-service',
    metric: 'page:refund-to-dispute-rate',
    direction: 'below',
    threshold: 0.05,
    minSample: 5,
    source: '平台规则站文本：新鲜日期服务清退',
    ...crawl,
  }),
  line('taobao-refund-only-stays', {
    use: 'refund-only',
    metric: 'total',
    threshold: 4.8,
    from: '2024-08-09',
    source: '二手资料（多家一致）：2024-08-09 起，当时为店铺综合体验分',
    confidence: 'M',
    date: '2025-06',
  }),
];

const campaigns: EligibilityLine[] = [
  line('taobao-big-promotion', {
    use: 'big-promotion',
    metric: 'indicator:chat-3min-reply-rate',
    threshold: 0.6,
    category: '淘宝大促 Lv.5 及以上卖家',
    source: '平台规则站文本：淘宝大促招商',
    ...crawl,
  }),
  line('taobao-88-item', {
    use: 'item-campaign',
    metric: 'page:item-experience-score',
    threshold: 60,
    source: '平台规则站文本：2026-08 淘宝 88 活动（按单个商品，0–100）',
    ...crawl,
  }),
  line('taobao-service-account-reply', {
    use: 'service-account',
    metric: 'indicator:chat-3min-reply-rate',
    threshold: 0.9,
    minSample: 100,
    source: '平台规则站文本：特色服务账号',
    ...crawl,
  }),
  line('taobao-service-account-satisfied', {
    use: 'service-account',
    metric: 'indicator:chat-satisfied-rate',
    threshold: 0.8,
    minSample: 30,
    source: '平台规则站文本：特色服务账号',
    ...crawl,
  }),
];

/** The rule says that a threshold exists; its value is printed in 千牛 only. */
const unknown: EligibilityLine[] = (
  ['marketing', 'home-page', 'alimama', 'quality-shop'] as const
).map((use) => line(`taobao-${use}`, { use, metric: 'total', ...since }));

export const taobaoAdvice: Advice = {
  playbooks: [],
  checklist: [],
  notAdvised: [
    notAdvised(
      'taobao-score-manipulation',
      '淘宝规则 20009524（2026-03-16 起）：操纵体验分的，剔除数据、暂停或隐藏分数、延长账期、追加保证金、罚款直至关店',
      ['S4', 'rule-20009524'],
    ),
  ],
  lines: [...assessment, ...campaigns, ...unknown],
};
