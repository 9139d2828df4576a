/** Advice that holds on every platform; no platform is named in it. */
import type { Advice } from '../../core/advice-types';
import { aftersaleCauses } from './causes-aftersale';
import { goodsCauses } from './causes-goods';
import { logisticsCauses } from './causes-logistics';
import { sharedChecklist } from './checklist';
import { notAdvised } from './define';

export const sharedAdvice: Advice = {
  playbooks: [...goodsCauses, ...aftersaleCauses, ...logisticsCauses],
  checklist: sharedChecklist,
  notAdvised: [
    notAdvised('fake-orders-and-reviews', '《电子商务法》第十七条（2019-01-01 起施行）', [
      'S2',
      'S4',
      'law-ecommerce-17',
    ]),
    notAdvised(
      'reviews-for-money',
      '《网络反不正当竞争暂行规定》第九条第（五）项（2024-09-01 起施行）',
      ['S2', 'S4', 'law-online-competition-9'],
    ),
  ],
  lines: [],
};
