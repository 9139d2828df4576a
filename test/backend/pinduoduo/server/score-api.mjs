/** The two score pages and the chat statistics, as printed. */
import { addDays, dashTime, dayOf, HOUR, startOfDay } from '../../shared/beijing.mjs';
import { createRandom } from '../../shared/random.mjs';
import { navigatorAt, serviceAt } from '../generator/accounting.mjs';
import { INDICATORS, standardOf } from '../generator/indicators.mjs';
import { pageValue, round } from '../generator/truth.mjs';
import { HOT_PROBLEMS } from '../generator/words.mjs';

const rules = new Map(INDICATORS.map((each) => [each.id, each]));
const percent = (share) => `${round(share * 100, 2)}%`;
const UNITS = { '%': '%', 小时: '小时', 天: '天', rank: '%' };

function textOf(indicator) {
  const value = pageValue(indicator);
  return value === undefined ? '--' : `${value}${UNITS[indicator.unit]}`;
}

function standardText(id) {
  const rule = rules.get(id);
  if (rule.unit === 'rank') return '';
  const at = standardOf(rule);
  const value = rule.unit === '%' ? percent(at) : `${at}${rule.unit}`;
  return `(达标需${rule.better === 'low' ? '≤' : '≥'}${value})`;
}

/** Nine in the morning, or the last minutes when the page is looked at earlier. */
function updatedMs({ shop, nowMs }) {
  const usual = startOfDay(addDays(shop.asOf, 1)) + 9 * HOUR;
  return usual <= nowMs ? usual : Math.max(startOfDay(dayOf(nowMs)), nowMs - 5 * 60_000);
}

function changeText(now, before) {
  const change = round(now - before, 2);
  return `较7日前 ${change === 0 ? '持平' : `${change > 0 ? '+' : ''}${change.toFixed(2)}`}`;
}

/** 消费者服务体验分 (/sycm/goods_quality/help). */
export function servicePage(state) {
  const { shop, pageState } = state;
  if (pageState === 'no-score') return { noScore: true };
  const now = serviceAt(shop, shop.asOf);
  const before = serviceAt(shop, addDays(shop.asOf, -7));
  const help = now.indicators.find(({ id }) => id === 'platform-help-rate');
  const random = createRandom(`${shop.seed}/hot`);
  return {
    updated: dashTime(updatedMs(state)),
    total: now.total.toFixed(1),
    beaten: percent(1 - now.rank),
    parts: now.parts.map(({ id, label, score }, i) => ({
      id,
      label,
      score: score.toFixed(1),
      change: changeText(score, before.parts[i].score),
    })),
    help: { label: help.label, value: textOf(help) },
    problems: HOT_PROBLEMS.map((label) => ({ label, count: random.int(2, 90) })),
  };
}

/** 店铺领航员 (/sycm/goods_quality/pilot_mall). */
export function navigatorPage({ shop, pageState }) {
  if (pageState === 'no-score') return { noScore: true };
  const now = navigatorAt(shop, shop.asOf);
  const next =
    now.stars === 5
      ? ''
      : `还需超过${now.stars === 4.5 ? 80 : 30}%同行可达${now.stars === 4.5 ? 5 : 4.5}星`;
  return {
    day: now.day,
    stars: `${now.stars}星`,
    beaten: percent(now.beaten),
    next,
    dimensions: now.dimensions.map(({ id, label }) => ({
      id,
      label,
      indicators: now.indicators
        .filter((each) => each.dimension === id)
        .map((each) => ({
          id: each.id,
          label: each.label,
          value: textOf(each),
          beaten: each.beaten === undefined ? '' : percent(each.beaten),
          mark: each.beaten === undefined ? '' : each.isMet ? '已达标' : '未达标',
          standard: standardText(each.id),
        })),
    })),
  };
}

/** Chat statistics of one day (/mms-chat/overview/merchant), yesterday's when none is asked for. */
export function chatPage({ shop, pageState }, query) {
  const day = query.get('day') ?? shop.asOf;
  const found = pageState === 'empty' ? undefined : shop.chats.find((each) => each.day === day);
  const row = (name, { buyers, missed }) => ({
    name,
    buyers,
    missed,
    rate: buyers ? percent(1 - missed / buyers) : '-',
  });
  return {
    day,
    rows: found
      ? [
          row('合计', { buyers: found.buyers, missed: found.buyers - found.answered }),
          ...found.agents.map((each, i) => row(['小满', '阿岚'][i], each)),
        ]
      : [],
  };
}
