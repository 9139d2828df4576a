/** What counts reviews one by one: 商品好评率, and the three means of DSR. */
import { compare, day, field, known, value } from '../../../core/expr-build';
import type { Expr, Measure } from '../../../core/measure';
import { counted } from '../../shared-rules/frames';

const RULE = '规则 20009524（2026-03-16 文本）';

const rating = (
  id: string,
  num: Expr,
  of: string,
  source: string,
  more: Partial<Measure> = {},
): Measure =>
  counted({
    id,
    unit: 'review',
    include: known(field(of)),
    day: day(field('createdMs')),
    num,
    offends: compare(field(of), 'le', value(2)),
    lagDays: 60,
    source,
    ...more,
  });

export const goodRating = rating(
  'good-rating-rate',
  compare(field('stars'), 'ge', value(4)),
  'stars',
  `${RULE} 商品好评率：描述相符 4–5 星 ÷ 全部描述相符评价`,
);

/** Only the first three ratings of one buyer in a natural month count: that needs an identity we refuse to store. */
const NO_BUYER = { proxyWhen: value(true) };
const dsr = (id: string, of: string, label: string): Measure =>
  rating(
    id,
    field(of),
    of,
    `店铺评分规则（2026-08-12 修订）${label}：近六个月评价均值；买家每月前 3 次上限未应用`,
    NO_BUYER,
  );
export const dsrMeasures: Measure[] = [
  dsr('dsr-description', 'stars', '描述相符'),
  dsr('dsr-service', 'serviceStars', '服务态度'),
  dsr('dsr-logistics', 'logisticsStars', '物流服务'),
];
