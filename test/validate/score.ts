/** Shops → tallies → ladders → reports, all by the product's engine. */
import { type CompiledMeasures, compileMeasures } from '../../src/core/compile';
import { emptyCoverage } from '../../src/core/coverage';
import type { OrderCase, ScoreSnapshot } from '../../src/core/entities';
import { ladderPoints } from '../../src/core/ladder';
import type { TallyRow } from '../../src/core/measure';
import type { Ladder, RulePack } from '../../src/core/pack';
import { buildReport } from '../../src/core/report';
import type { Report } from '../../src/core/report-types';
import { sumCells, tallyAll } from '../../src/core/tally';
import { dayStartMs } from '../../src/core/time';
import { INDICATORS, type IndicatorSpec } from './indicators';
import { PLATFORM } from './load-cases';
import { everyOrder, validationMeasures } from './measures';
import { MIN_ORDERS, scoringMeasures, validationPack } from './pack';
import { rankLadder } from './peers';

/** A rate of fewer delivered orders says little about a shop: such shops set no ladder. */
export const MIN_PEER_ORDERS = 10;

export interface Total {
  /** In the indicator's unit (hours, stars, orders), so that value = num / den. */
  num: number;
  den: number;
  value?: number;
  /** Orders whose fact is unknown: left out of num and den. */
  unknown: number;
}

export interface ShopTallies {
  shop: string;
  orders: number;
  /** Over all the shop's orders. */
  all: TallyRow[];
  /** Over its delivered orders: what it is scored by. */
  scored: TallyRow[];
}

/** What every shop is scored against. */
export interface Field {
  shops: ShopTallies[];
  /** Shops whose rates set the ladders. */
  peers: number;
  ladders: Record<string, Ladder>;
  firstDay: number;
  lastDay: number;
}

export function tallyShops(shops: Map<string, OrderCase[]>): ShopTallies[] {
  const overall = compileMeasures(validationMeasures(everyOrder), {}, {});
  const scoring = compileMeasures(scoringMeasures, {}, {});
  return [...shops].map(([shop, cases]) => ({
    shop,
    orders: cases.length,
    all: tally(overall, cases),
    scored: tally(scoring, cases),
  }));
}

function tally(compiled: CompiledMeasures, cases: OrderCase[]): TallyRow[] {
  return tallyAll(cases.map((each) => compiled.facts(each)));
}

/** The sum of one measure over all days. */
export function totalOf(rows: TallyRow[], { id, scale }: IndicatorSpec): Total {
  const [sum, den, , unknown] = sumCells(rows, id, -Infinity, Infinity);
  const num = sum / scale;
  return { num, den, unknown, ...(den > 0 ? { value: num / den } : {}) };
}

/** Ladders from the delivered orders of all shops that have enough of them. */
export function buildField(shops: ShopTallies[]): Field {
  const peers = shops.filter(
    ({ scored }) => sumCells(scored, 'bad-review-rate', -Infinity, Infinity)[1] >= MIN_PEER_ORDERS,
  );
  const ladders = INDICATORS.map((spec) => {
    const values = peers.flatMap(({ scored }) => totalOf(scored, spec).value ?? []);
    return [spec.id, rankLadder(values, spec.better)] as const;
  });
  const days = shops.flatMap(({ scored }) => scored.map((each) => each.day));
  return {
    shops,
    peers: peers.length,
    ladders: Object.fromEntries(ladders),
    firstDay: days.reduce((a, b) => Math.min(a, b), Infinity),
    lastDay: days.reduce((a, b) => Math.max(a, b), -Infinity),
  };
}

export function scorableShops(field: Field): ShopTallies[] {
  return field.shops
    .filter(({ orders }) => orders >= MIN_ORDERS)
    .sort((a, b) => (a.shop < b.shop ? -1 : 1));
}

/** The report of one shop, as the extension would show it with this page and these orders. */
export function scoreShop(field: Field, shop: ShopTallies, specs = INDICATORS): Report {
  const { ladders, firstDay, lastDay } = field;
  const pack = validationPack({ ladders, specs, days: lastDay - firstDay + 1 });
  const nowMs = dayStartMs(lastDay + 1);
  return buildReport({
    shop: { platform: PLATFORM, shopId: shop.shop, name: shop.shop },
    pack,
    tallies: shop.scored,
    snapshots: [scorePage(pack, shop.scored, specs, lastDay + 1)],
    // Every row of the folder was read.
    coverage: { ...emptyCoverage(), orders: { intervals: [[0, nowMs]] } },
    offenders: [],
    nowMs,
  });
}

/**
 * The score page a platform would print: values, and dimension scores by rank among the peers. The data
 * have none; a dimension nobody can value stays without a score.
 */
function scorePage(
  pack: RulePack,
  rows: TallyRow[],
  specs: IndicatorSpec[],
  day: number,
): ScoreSnapshot {
  const values = specs.flatMap((spec) => {
    const { value } = totalOf(rows, spec);
    return value === undefined ? [] : [[spec.id, { value, text: String(value) }] as const];
  });
  const indicators = Object.fromEntries(values);
  const dimensions = pack.dimensions.flatMap(({ id, weightPrior: weight = 0 }) => {
    const inside = pack.indicators.flatMap((each) => {
      const value = indicators[each.id]?.value;
      const points = value === undefined ? undefined : ladderPoints(each.points.ladder, value);
      return each.dimension !== id || points === undefined
        ? []
        : [{ points, share: each.points.weight ?? 0 }];
    });
    const shares = inside.reduce((sum, each) => sum + each.share, 0);
    const score = inside.reduce((sum, each) => sum + each.points * each.share, 0) / shares;
    return shares > 0 ? [[id, { score, weight }] as const] : [];
  });
  return {
    kind: 'score',
    state: 'scored',
    day,
    seenMs: dayStartMs(day),
    packId: pack.id,
    dimensions: Object.fromEntries(dimensions),
    indicators,
    ...(dimensions.length === pack.dimensions.length
      ? { total: dimensions.reduce((sum, [, each]) => sum + each.score * each.weight, 0) }
      : {}),
  };
}
