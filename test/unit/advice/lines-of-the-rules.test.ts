/** Every number of every line in one list, compared by eye with the rule texts of 2026-08: an edit must be meant. */
import { expect, it } from 'vitest';
import type { EligibilityLine } from '../../../src/core/advice-types';
import { lines } from './all-advice';

const SIGNS: Record<EligibilityLine['direction'], string> = {
  'at-least': '>=',
  above: '>',
  'at-most': '<=',
  below: '<',
};
const write = (line: EligibilityLine): string => {
  const number = line.threshold === undefined ? '?' : String(line.threshold);
  const range = line.thresholdTo === undefined ? number : `${number}..${line.thresholdTo}`;
  const period = [line.from && `from ${line.from}`, line.until && `until ${line.until}`];
  return [
    line.id,
    `${line.metric} ${line.stat} ${SIGNS[line.direction]} ${range}`,
    line.confidence,
    line.minSample && `n${line.minSample}`,
    line.consultation && 'draft',
    ...period,
  ]
    .filter(Boolean)
    .join(' | ');
};

it('are the numbers of the texts', () => {
  expect(`\n${lines.map(write).sort().join('\n')}\n`).toBe(`
doudian-alliance-coins | total now >= 80 | H
doudian-alliance-cordyceps | total now >= 75 | H
doudian-alliance-fruit-product | dimension:product now >= 70 | M
doudian-alliance-fruit-total | total now >= 72 | M
doudian-alliance-good-rate | page:product-good-rate now >= 0.7 | H
doudian-alliance-medical-product | dimension:product now >= 75 | H
doudian-alliance-medical-product-mean | dimension:product mean-30 >= 75 | H
doudian-alliance-medical-total | total now >= 80 | H
doudian-alliance-product | dimension:product now >= 65 | H
doudian-alliance-product-listed | dimension:product now >= 60 | H | from 2026-07-29
doudian-alliance-seafood-product | dimension:product now >= 72 | M
doudian-alliance-seafood-total | total now >= 75 | M
doudian-alliance-total | total now >= 70 | H
doudian-brand-badge | total mean-30 >= 80 | H | draft
doudian-campaign | total mean-7 >= 70 | H
doudian-campaign-item-kept | total mean-7-every-day-7 >= 70 | H
doudian-caring-goods | total now >= 70 | H
doudian-caring-goods-kept | total every-day-90 >= 70 | H
doudian-clearance-3c | total every-day-14 >= 70 | H
doudian-clearance-alcohol | total every-day-14 >= 60 | H
doudian-clearance-appliances | total every-day-14 >= 65 | H
doudian-clearance-baby | total every-day-14 >= 60 | H
doudian-clearance-books | total every-day-14 >= 60 | H
doudian-clearance-live-pets | total every-day-14 >= 75 | H
doudian-clearance-pet-fresh-food | total every-day-14 >= 75 | H
doudian-clearance-tonics | total every-day-14 >= 60 | H
doudian-crab-kept | total mean-30 >= 72 | H
doudian-dispute-intervention | page:product-good-rate now >= 0.7 | H
doudian-extra-shop | total now >= 75 | H
doudian-five-alliance | total now >= 4.6..4 | L | until 2023-06-26
doudian-five-qianchuan | total now >= 4.6 | L | until 2023-06-26
doudian-five-removal | total now >= 3.2 | L | until 2023-06-26
doudian-five-traffic-boost | total now >= 4.8 | L | until 2023-06-26
doudian-five-traffic-limit | total now >= 4.3 | L | until 2023-06-26
doudian-flagship-review | total mean-30 >= ? | H
doudian-fresh-kept | total now >= 70 | H
doudian-fresh-product | dimension:product now >= 72..70 | H
doudian-fresh-total | total now >= 75 | H
doudian-item-3c | page:item-quality-return-rate-30d now <= 0.016..0.05 | H
doudian-item-kidswear | page:item-quality-return-rate-30d now <= 0.008 | M
doudian-item-menswear | page:item-quality-return-rate-30d now <= 0.016 | H
doudian-item-personal-care | page:item-quality-return-rate-30d now <= 0.003..0.014 | H
doudian-item-snacks | page:item-quality-return-rate-30d now <= 0.005..0.01 | H
doudian-item-underwear | page:item-quality-return-rate-30d now <= 0.008 | M
doudian-item-womenswear | page:item-quality-return-rate-30d now <= 0.008 | H
doudian-landmark-product | dimension:product now >= 70 | M
doudian-landmark-total | total mean-30 >= 70 | H
doudian-lucky-bag-apple | total now >= 80 | H | from 2026-07-22
doudian-lucky-bag-apple-before | total now >= 88 | H | until 2026-07-21
doudian-lucky-bag-apple-pickup | indicator-points:pickup-on-time-rate now >= 55 | H | until 2026-09-07
doudian-lucky-bag-logistics | dimension:logistics now >= 75 | H
doudian-lucky-bag-product | dimension:product now >= 75 | H
doudian-lucky-bag-service | dimension:service now >= 70 | H
doudian-lucky-bag-total | total now >= 80 | H
doudian-mall | total now >= 60 | H
doudian-qianchuan | total now >= 60 | M
doudian-seeds | total now >= 75 | H
doudian-shop-authorisation | total now >= 70 | H
doudian-to-flagship | total mean-30 >= ? | H
pdd-score-shown | page:review-count now > 50 | L
pdd-star-five | page:navigator-beats-peers now > 0.8 | H
pdd-star-four-half | page:navigator-beats-peers now > 0.3 | H
pdd-subsidy | total now >= ? | L
taobao-88-item | page:item-experience-score now >= 60 | H
taobao-alimama | total now >= ? | H | from 2026-03-16
taobao-big-promotion | indicator:chat-3min-reply-rate now >= 0.6 | H
taobao-fresh-date-disputes | page:refund-to-dispute-rate now < 0.05 | H | n5
taobao-fresh-date-product | dimension:product now >= 4.2 | H
taobao-home-page | total now >= ? | H | from 2026-03-16
taobao-marketing | total now >= ? | H | from 2026-03-16
taobao-quality-shop | total now >= ? | H | from 2026-03-16
taobao-refund-only-stays | total now >= 4.8 | M | from 2024-08-09
taobao-service-account-reply | indicator:chat-3min-reply-rate now >= 0.9 | H | n100
taobao-service-account-satisfied | indicator:chat-satisfied-rate now >= 0.8 | H | n30
tmall-month-end | total month-end >= 4.2 | H
tmall-voucher-product | dimension:product now >= 4.2 | H
tmall-voucher-service | dimension:service now >= 4.2 | H
tmall-voucher-total | total now >= 4.2 | H
`);
});
