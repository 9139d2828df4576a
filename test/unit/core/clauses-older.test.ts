/**
 * The clauses of the other packs' measures: the same mutants as in clauses.test.ts. The snapshot holds the
 * clauses that no case can tell from their absence: one of a condition shared with the rule in force
 * (breakage is no quality reason), idle in quality-return-rate-2021, where breakage counts by itself. A clause that joins them fails here.
 */
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/core/canonical';
import { compileMeasures } from '../../../src/core/compile';
import type { OrderCase } from '../../../src/core/entities';
import type { Measure } from '../../../src/core/measure';
import { beijingMs, HOUR_MS } from '../../../src/core/time';
import { pack202609 } from '../../../src/platforms/doudian/rules/pack-2026-09';
import { allPacks, wordsOf } from '../packs/all-packs';
import { clauseCases } from './clause-fixture';
import { mutants } from './clause-mutants';

/** What the rule in force never looks at, added to the same cases: closings, returns, faults, other stars. */
function enriched(orderCase: OrderCase, index: number, platform: string): OrderCase {
  let state = index * 7_919 + 13;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
  const pick = <T>(...pool: T[]): T => pool[Math.floor(next() * pool.length)] as T;
  const made = structuredClone(orderCase);
  const at = START + Math.floor(next() * 320) * HOUR_MS;
  const own = STATUS[platform];
  if (own && made.order?.f.status !== undefined) made.order.f.status = pick(...own);
  // A number that begins with the day, where the page leaves the time blank; chosen without a draw.
  if (own && made.order?.f.placedMs !== undefined && index % 11 === 0) {
    made.order.f.placedDayMs = made.order.f.placedMs;
    delete made.order.f.placedMs;
  }
  // The shop's own promise, later or earlier than the rule's.
  if (own && made.order && index % 7 === 0) {
    made.order.f.shipByMs = START + (20 + (index % 60)) * HOUR_MS;
  }
  if (own && made.order && index % 4 === 1) {
    made.order = withPromise(made.order, index);
    if (index % 16 !== 5) made.parcels = {};
  }
  // Applied for before the parcel left; a reason of the carrier's.
  for (const { f } of Object.values(made.tickets)) {
    // The back-end's mark says otherwise than the words beside it.
    if (!own && index % 9 === 1) f.firstReason = '不想要了（商品品质原因）';
    if (!own && index % 9 === 0) {
      f.firstReason = '发货慢';
      f.reason = '不想要了';
      if (index % 2 === 0) {
        f.reason = f.firstReason;
        delete f.firstReason;
      }
    }
    if (own && index % 5 === 0) f.appliedMs = START + (index % 35) * HOUR_MS;
  }
  for (const { f } of Object.values(made.tickets)) {
    if (next() < 0.6) f.closedMs = at + Math.floor(next() * 60) * HOUR_MS;
    if (next() < 0.6) f.returnSignedMs = at - Math.floor(next() * 40) * HOUR_MS;
    if (next() < 0.3) f.responsibility = pick('商家责任', '买家责任', '');
    if (next() < 0.4) f.arbitration = pick('商家责任', '支持买家', '未介入', '举证中');
    if (own && next() < 0.8) f.type = pick('换货', '退货退款', '仅退款', '补寄');
    // In the platform's words; chosen without a draw, so that the other fields stay as they were.
    if (own && index % 6 === 0) f.shipStatus = index % 12 === 0 ? '未发货' : '已发货';
    if (own && index % 5 === 1) f.status = ENDED[platform] ?? '';
  }
  for (const { f } of Object.values(made.reviews)) {
    if (next() < 0.7) f.logisticsStars = pick(1, 2, 3, 4, 5);
    if (next() < 0.7) f.serviceStars = pick(1, 2, 3, 4, 5);
  }
  return made;
}
const START = beijingMs(2026, 10, 1);

/**
 * The page says that the promise lies ahead, later that it is over; and nothing but states tells when the
 * order was shipped. Hours around the end of the rule's 24 and 48, in every order, some before the payment.
 */
function withPromise(order: NonNullable<OrderCase['order']>, index: number): typeof order {
  const draw = (step: number, hours: number[]): number =>
    START + (hours[Math.floor(index / step) % hours.length] as number) * HOUR_MS;
  const { status, shipByMs } = order.f;
  const marks = [
    ['notYetOverdue', draw(4, [20, 26, 50, 56, 74])],
    ['alreadyOverdue', draw(20, [30, 62, 76])],
    ['notYetShipped', draw(60, [22, 27, 40, 53, 57, 70])],
    ['alreadyShipped', draw(360, [24, 28, 52, 58, 75])],
  ] as const;
  const isShown = [true, index % 7 !== 3, index % 9 !== 4, index % 11 > 3];
  const seen = marks.filter((_, i) => isShown[i]);
  const known = index % 3 === 0 ? {} : { paidMs: START + (index % 3 === 1 ? 1 : 30) * HOUR_MS };
  const at = START + 300 * HOUR_MS;
  return {
    f: {
      ...(status === undefined ? {} : { status }),
      ...(shipByMs === undefined ? {} : { shipByMs }),
      placedMs: START,
      ...known,
      ...Object.fromEntries(seen.map(([name]) => [name, true])),
    },
    at,
    was: Object.fromEntries(seen),
  };
}
/** Order states in the words of platforms other than the fixture's. */
const STATUS: Record<string, string[] | undefined> = {
  taobao: ['等待买家付款', '买家已付款', '卖家已发货', '交易成功', '交易关闭', '待付款'],
  pinduoduo: [
    '待付款',
    '待支付',
    '待发货',
    '已发货',
    '已签收',
    '已取消',
    '交易已取消',
    '未发货，退款成功',
  ],
};
const ENDED: Record<string, string | undefined> = { taobao: '退款关闭', pinduoduo: '已撤销' };
const plain = clauseCases(4_000);
const casesOf = new Map(
  ['doudian', 'taobao', 'pinduoduo'].map((platform) => [
    platform,
    plain.map((each, i) => enriched(each, i, platform)),
  ]),
);
const known = new Set(pack202609.measures.map((each) => `doudian/${each.id}`));
const others = allPacks.flatMap((pack) =>
  pack.measures.flatMap((measure) => {
    const key = `${pack.platform}/${measure.id}`;
    if (known.has(key) || measure.unit === 'chatDay') return [];
    known.add(key);
    return [{ key, pack, measure }];
  }),
);

describe.each(others)('$key', ({ pack, measure }) => {
  const texts = function* (one: Measure): Generator<string> {
    const { facts } = compileMeasures([one], wordsOf[pack.platform] ?? {}, pack.clocks);
    for (const each of casesOf.get(pack.platform) ?? []) yield canonicalJson(facts(each));
  };
  const intact = [...texts(measure)];
  const isIdle = (mutant: Measure): boolean => {
    let i = 0;
    for (const text of texts(mutant)) if (text !== intact[i++]) return false;
    return true;
  };

  it('has no clause more that could be deleted unnoticed', () => {
    const idle = [...mutants(measure)].filter(([, mutant]) => isIdle(mutant)).map(([at]) => at);
    expect(idle).toMatchSnapshot();
  });
});
