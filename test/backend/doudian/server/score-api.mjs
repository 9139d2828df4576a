/** The score page's data: printed numbers only, as texts. */

import { addDays, dayOf, slashTime } from '../../shared/beijing.mjs';
import { scoreAt } from '../generator/accounting.mjs';
import { pageValue, updatedMs } from '../generator/truth.mjs';

const sum = (list) => list.reduce((total, { points }) => total + points, 0);

function deltaText(now, before) {
  const delta = Math.round(now) - Math.round(before);
  return delta === 0 ? '较前1日持平' : `较前1日${delta > 0 ? '+' : ''}${delta}`;
}

/** At most four decimals, no trailing zeros. */
const valueText = (value) => (value === undefined ? '-' : String(value));

/** @param {{shop: object, nowMs: number, weights: 'shown'|'hidden', pageState: string}} state */
export function scorePage({ shop, nowMs, weights, pageState }) {
  const at = updatedMs(shop, nowMs);
  const updated = `${slashTime(at).replaceAll('/', '-')}${dayOf(at) === dayOf(nowMs) ? '（今日已更新）' : ''}`;
  if (pageState === 'no-score') return { noScore: true, industry: shop.industry };
  const score = scoreAt(shop, shop.asOf);
  const before = scoreAt(shop, addDays(shop.asOf, -1));
  return {
    updated,
    industry: shop.industry,
    validOrders: score.validOrders,
    total: String(Math.round(score.total)),
    delta: deltaText(score.total, before.total),
    bonus: `+${sum(shop.bonus)}`,
    deduction: String(sum(shop.deductions)),
    dimensions: score.dimensions.map((d) => ({
      id: d.id,
      label: d.label,
      score: String(Math.round(d.score)),
      weight: weights === 'shown' ? `权重 ${d.weight}%` : '',
      indicators: score.indicators
        .filter((i) => i.dimension === d.id)
        .map((i) => ({ label: i.label, value: valueText(pageValue(i)), unit: i.unit })),
    })),
  };
}
