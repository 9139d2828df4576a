/** Everything 抖店-specific that the advice pages show; shared causes and checklist are in shared-advice. */
import type { Advice } from '../../../../core/advice-types';
import { checklistItem, notAdvised } from '../../../shared-advice/define';
import { allianceLines } from './lines-alliance';
import { categoryLines } from './lines-categories';
import { entryLines } from './lines-entry';
import { fivePointLines } from './lines-five-point';
import { deductionPlaybooks } from './playbooks-deductions';
import { indicatorPlaybooks } from './playbooks-indicators';

export const doudianAdvice: Advice = {
  playbooks: [...indicatorPlaybooks, ...deductionPlaybooks],
  checklist: [
    checklistItem('shop', 'listed-bonuses-only', ['S0', 'notice-aJoPPkXuLRqc'], { every: 'month' }),
  ],
  notAdvised: [
    notAdvised(
      'doudian-fake-orders',
      '《商家体验分规范》2026-08-06 公告（aJoPPkXuLRqc，2026-09-08 起）：刷单刷评/炒信 一次扣 10 分；规则 113470 处罚刷分',
      ['S2', 'S4', 'notice-aJoPPkXuLRqc', 'rule-113470'],
    ),
    notAdvised(
      'doudian-bait-items',
      '《商家体验分规范》103956：低价、赠品、福袋及异常订单不计入有效支付订单；规则 113470 处罚刷分',
      ['S2', 'rule-103956', 'rule-113470'],
    ),
    notAdvised(
      'doudian-score-services',
      '规则 113470 处罚刷分；《商家体验分规范》2026-08-06 公告：刷单刷评/炒信 一次扣 10 分',
      ['S4', 'rule-113470', 'notice-aJoPPkXuLRqc'],
    ),
    notAdvised(
      'doudian-exaggeration',
      '《商家体验分规范》2026-08-06 公告（aJoPPkXuLRqc）：虚假宣传 一次扣 10 分',
      ['S2', 'S3', 'notice-aJoPPkXuLRqc'],
    ),
  ],
  lines: [...allianceLines, ...entryLines, ...categoryLines, ...fivePointLines],
};
