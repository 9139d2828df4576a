/** A busy shop's records, as an order export and after-sale pages give them. Deterministic. */
import type { CaseRecord, OrderRecord, ShopRef, TicketRecord } from '../../../src/core/entities';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../src/core/time';

export const shop: ShopRef = { platform: 'doudian', shopId: '基准小店', name: '基准小店' };
export const NOW_MS = Date.parse('2026-11-22T10:00:00+08:00');
/** One ticket for this many orders. */
const TICKET_EVERY = 25;

const provinces = ['浙江', '广东', '江苏', '山东', '河南', '四川', '湖北', '北京'];
const products = [
  '辣丝丝 儿童零食',
  '豆腐干;五香 家庭装',
  '坚果礼盒 年货大礼包',
  '冻干草莓脆 3 袋',
];
const reasons = ['商品质量问题', '不喜欢/不想要', '包装破损', '其他'];

/** A number in [0, 1) that depends on `n` and `salt` only. */
function noise(n: number, salt: number): number {
  let x = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
  return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32;
}
const pick = <T>(from: T[], n: number, salt: number): T =>
  from[Math.floor(noise(n, salt) * from.length)] as T;

/** Ascending with time, as the platform's are, with a tail that compresses like a random one. */
export const orderId = (n: number): string =>
  String(
    6_917_926_768_000_000_000n + BigInt(n) * 7_919_000n + BigInt(Math.floor(noise(n, 0) * 7e6)),
  );

/** The n-th of `count` orders that spread evenly over the `days` before now, oldest first. */
export function order(n: number, count: number, days: number): OrderRecord {
  const placedMs = NOW_MS - Math.floor((1 - n / count) * days * DAY_MS) - HOUR_MS;
  const shippedMs = placedMs + Math.floor((4 + noise(n, 1) * 40) * HOUR_MS);
  const signedMs = shippedMs + Math.floor((30 + noise(n, 2) * 60) * HOUR_MS);
  const known = (ms: number) => (ms < NOW_MS ? ms : undefined);
  const paidFen = 990 + Math.floor(noise(n, 3) * 30_000);
  const status = signedMs < NOW_MS ? '已完成' : shippedMs < NOW_MS ? '已发货' : '待发货';
  return withoutUndefined({
    kind: 'order',
    orderId: orderId(n),
    placedMs,
    paidMs: placedMs + Math.floor(noise(n, 4) * 5 * MINUTE_MS),
    shipByMs: placedMs + 2 * DAY_MS,
    shippedMs: known(shippedMs),
    finishedMs: known(signedMs + 7 * DAY_MS),
    status,
    orderType: '普通订单',
    payMethod: pick(['支付宝', '微信支付', '抖音支付'], n, 5),
    paidFen,
    tags: [],
    province: pick(provinces, n, 6),
    lines: [
      {
        lineId: String(BigInt(orderId(n)) + 4_096n),
        productName: pick(products, n, 7),
        productId: String(3_547_891_234_567_890_000n + BigInt(Math.floor(noise(n, 8) * 400))),
        spec: '默认',
        merchantCode: `SKU-${Math.floor(noise(n, 9) * 400)}`,
        quantity: 1 + Math.floor(noise(n, 10) * 2),
        unitPriceFen: paidFen,
        status,
        tags: [],
      },
    ],
    parcels: [
      {
        parcelId: `SF${10_000_000_000 + Math.floor(noise(n, 11) * 9e9)}`,
        carrier: '顺丰速运',
        shippedMs: known(shippedMs),
        pickedUpMs: known(shippedMs + 3 * HOUR_MS),
        signedMs: known(signedMs),
      },
    ],
  });
}

function ticket(n: number, count: number, days: number): TicketRecord {
  const placedMs = NOW_MS - Math.floor((1 - n / count) * days * DAY_MS) - HOUR_MS;
  const appliedMs = placedMs + Math.floor((50 + noise(n, 12) * 60) * HOUR_MS);
  return {
    kind: 'ticket',
    ticketId: String(7_350_000_000_000_000_000n + BigInt(n)),
    orderId: orderId(n),
    type: '退货退款',
    reason: pick(reasons, n, 13),
    status: '退款成功',
    appliedMs,
    agreedMs: appliedMs + Math.floor(noise(n, 14) * 20 * HOUR_MS),
    refundedMs: appliedMs + 60 * HOUR_MS,
    refundFen: 990,
  };
}

/** Orders `from` … `to` − 1 of a shop of `count` orders, each with its tickets. */
export function records(from: number, to: number, count: number, days: number): CaseRecord[] {
  const all: CaseRecord[] = [];
  for (let n = from; n < to; n++) {
    all.push(order(n, count, days));
    if (n % TICKET_EVERY === 0) all.push(ticket(n, count, days));
  }
  return all;
}

function withoutUndefined<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
