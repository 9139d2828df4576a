/** Random records as pages could yield them, all of one order: for the properties of merge and tallies. */
import fc from 'fast-check';
import { caseFromRecord } from '../../../src/core/case-from-record';
import type { CaseRecord, OrderCase, ShopRef } from '../../../src/core/entities';
import { beijingMs, HOUR_MS } from '../../../src/core/time';

export const SHOP: ShopRef = { platform: 'doudian', shopId: 'shop-1', name: '示例店' };
export const ORDER_ID = '6917000000000000001';

const START = beijingMs(2026, 10, 20);
const instant = fc.integer({ min: 0, max: 40 * 24 }).map((hours) => START + hours * HOUR_MS);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 3 });
const tags = fc.array(fc.constantFrom('赠品', '预售', '安心购', '福袋'), { maxLength: 4 });
const status = fc.constantFrom('待支付', '待发货', '已发货', '已完成', '已关闭');
const reason = fc.constantFrom(
  '质量问题（商品品质原因）',
  '商品/包装破损',
  '不想要了',
  '有污渍',
  '其他',
);

const orderRecord: fc.Arbitrary<CaseRecord> = fc.record({
  kind: fc.constant('order' as const),
  orderId: fc.constant(ORDER_ID),
  placedMs: maybe(instant),
  paidMs: maybe(instant),
  finishedMs: maybe(instant),
  status: maybe(status),
  paidFen: maybe(fc.constantFrom(0, 150, 9_900)),
  aftersaleText: maybe(fc.constantFrom('', '退款成功', '极速退款')),
  tags: maybe(tags),
  lines: fc.array(
    fc.record({
      lineId: fc.constantFrom('#1', '#2', '__proto__'),
      productName: maybe(fc.constantFrom('杯子', '毛衣')),
      quantity: maybe(fc.integer({ min: 1, max: 3 })),
      tags: maybe(tags),
    }),
    { maxLength: 2 },
  ),
  parcels: maybe(
    fc.array(
      fc.record({
        parcelId: fc.constantFrom('SF1', 'SF2'),
        status: maybe(fc.constantFrom('已签收', '运输中')),
        shippedMs: maybe(instant),
        pickedUpMs: maybe(instant),
        signedMs: maybe(instant),
        dueMs: maybe(instant),
      }),
      { maxLength: 2 },
    ),
  ),
});

const ticketRecord: fc.Arbitrary<CaseRecord> = fc.record({
  kind: fc.constant('ticket' as const),
  ticketId: fc.constantFrom('1', '2', 'constructor'),
  orderId: fc.constant(ORDER_ID),
  type: maybe(fc.constantFrom('已发货退款', '退货退款', '未发货退款')),
  reason: maybe(reason),
  status: maybe(fc.constantFrom('待商家处理', '退款成功', '仲裁中')),
  arbitration: maybe(fc.constantFrom('', '客服处理中')),
  appliedMs: maybe(instant),
  agreedMs: maybe(instant),
  refundedMs: maybe(instant),
  dueMs: maybe(instant),
});

const reviewRecord: fc.Arbitrary<CaseRecord> = fc.record({
  kind: fc.constant('review' as const),
  reviewId: fc.constantFrom('r1', 'r2'),
  orderId: fc.constant(ORDER_ID),
  stars: maybe(fc.integer({ min: 1, max: 5 })),
  createdMs: maybe(instant),
});

/** fast-check keeps `undefined` members; pages leave them out. */
function withoutUndefined<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

export const caseRecord: fc.Arbitrary<CaseRecord> = fc
  .oneof(orderRecord, ticketRecord, reviewRecord)
  .map(withoutUndefined);

/** One sighting of the order, or a tombstone. Few instants, so that ties happen. */
export const sighting: fc.Arbitrary<OrderCase> = fc
  .tuple(caseRecord, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 19 }))
  .map(([record, seenMs, dice]) => {
    const seen = caseFromRecord(record, SHOP, seenMs);
    if (dice > 0) return seen;
    const { order: _order, ...rest } = seen;
    return { ...rest, lines: {}, parcels: {}, tickets: {}, reviews: {}, deletedMs: seenMs };
  });
