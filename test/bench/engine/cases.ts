/** A seeded shop of any size: most orders plain, some with a ticket, a review, a gift line. */
import type { OrderCase, Part } from '../../../src/core/entities';
import { beijingMs, DAY_MS, HOUR_MS } from '../../../src/core/time';

const START = beijingMs(2026, 5, 1);
const REASONS = [
  '不想要了',
  '质量问题（商品品质原因）',
  '商品/包装破损',
  '有污渍',
  '七天无理由',
  '快递破损',
];
const PROVINCES = ['广东', '浙江', '四川', '黑龙江'];

/** The same every time: `index` alone decides. Over 180 days. */
export function benchCase(index: number): OrderCase {
  let state = (index + 1) * 2_654_435_761;
  const next = (): number => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e37_79b9) | 0;
    return (state >>> 8) / 2 ** 24;
  };
  const part = <F>(f: Partial<F>, at: number): Part<F> => ({ f, at });
  const placedMs = START + Math.floor(next() * 180 * DAY_MS);
  const paidMs = placedMs + 60_000;
  const pickedUpMs = paidMs + Math.floor((4 + next() * 40) * HOUR_MS);
  const signedMs = pickedUpMs + Math.floor((24 + next() * 96) * HOUR_MS);
  const seenMs = signedMs + 5 * DAY_MS;
  const orderId = String(6_900_000_000_000_000_000n + BigInt(index));
  const isGift = next() < 0.03;
  const isUnpaid = next() < 0.02;
  const made: OrderCase = {
    platform: 'doudian',
    orderId,
    shopId: 'bench',
    order: part(
      {
        placedMs,
        ...(isUnpaid ? {} : { paidMs }),
        status: isUnpaid ? '已关闭' : '已完成',
        paidFen: 3_900,
        tags: isGift ? ['赠品'] : [],
        orderType: '普通订单',
        aftersaleText: '',
        province: PROVINCES[index % PROVINCES.length] as string,
        finishedMs: signedMs + DAY_MS,
      },
      seenMs,
    ),
    lines: {
      '#1': part({ productName: `商品 ${index % 40}`, tags: [], aftersaleText: '' }, seenMs),
    },
    parcels: isUnpaid
      ? {}
      : {
          P1: part(
            {
              carrier: index % 3 ? '中通' : '顺丰',
              status: '已签收',
              pickedUpMs,
              signedMs,
              dueMs: pickedUpMs + 4 * DAY_MS,
            },
            seenMs,
          ),
        },
    tickets: {},
    reviews: {},
  };
  if (!isUnpaid && next() < 0.08) {
    const appliedMs = signedMs + Math.floor(next() * 3 * DAY_MS);
    made.tickets.T1 = part(
      {
        type: '退货退款',
        reason: REASONS[index % REASONS.length] as string,
        firstReason: REASONS[index % REASONS.length] as string,
        status: '退款成功',
        appliedMs,
        agreedMs: appliedMs + 3 * HOUR_MS,
        refundedMs: appliedMs + 90 * HOUR_MS,
      },
      seenMs,
    );
  }
  if (next() < 0.3) {
    const stars = 1 + Math.floor(next() * 5);
    made.reviews.R1 = part({ stars, createdMs: signedMs + HOUR_MS }, seenMs);
  }
  return made;
}
