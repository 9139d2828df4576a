/** 拼多多: lines and what is not advised (scoring notes 4.1–4.2). */
import type { Advice, EligibilityLine } from '../../../../core/advice-types';
import { lineMaker, notAdvised } from '../../../shared-advice/define';

const line = lineMaker('pinduoduo');

const lines: EligibilityLine[] = [
  line('pdd-star-five', {
    use: 'five-stars',
    metric: 'page:navigator-beats-peers',
    direction: 'above',
    threshold: 0.8,
    source: '拼多多 店铺领航员 页面文案“已超越80%同行”',
    confidence: 'H',
    date: '2026-08',
  }),
  line('pdd-star-four-half', {
    use: 'four-half-stars',
    metric: 'page:navigator-beats-peers',
    direction: 'above',
    threshold: 0.3,
    source: '拼多多 店铺领航员 页面文案（领先 30% 同行）',
    confidence: 'H',
    date: '2026-08',
  }),
  // Perhaps a mix-up with the review score, whose own gate is 50 reviews.
  line('pdd-score-shown', {
    use: 'score-shown',
    metric: 'page:review-count',
    direction: 'above',
    threshold: 50,
    source: '来源文章 S2；未见平台原文',
    confidence: 'L',
    date: '2022-06',
  }),
  line('pdd-subsidy', {
    use: 'subsidy',
    metric: 'total',
    source: '二手资料：消费者服务体验分是百亿补贴入场标准之一，数值以后台为准',
    confidence: 'L',
    date: '2022-06',
  }),
];

export const pinduoduoAdvice: Advice = {
  playbooks: [],
  checklist: [],
  notAdvised: [
    notAdvised(
      'pdd-fake-orders',
      '《电子商务法》第十七条（2019-01-01 起施行）；消费者服务体验分按同行排名和求助、售后计算，不看评价',
      ['S2', 'law-ecommerce-17'],
    ),
    notAdvised(
      'pdd-reviews-for-money',
      '拼多多 消费者服务体验分页：好评返现列为求助问题 404（2026-06–08 页面数据）；《网络反不正当竞争暂行规定》第九条第（五）项',
      ['S2', 'law-online-competition-9'],
    ),
  ],
  lines,
};
