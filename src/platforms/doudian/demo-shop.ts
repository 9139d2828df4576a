/**
 * 演示店铺: a made-up shop for whoever has no page open yet. Every number here is invented; the name says so,
 * its order numbers begin with zeros, which no real one does, and it goes in one click.
 */
import type { DemoShop } from '../../core/demo';
import { DEMO_SHOP_ID } from '../../core/demo';
import type { CaseRecord, ScoreSnapshot, ShopRef, TicketRecord } from '../../core/entities';
import type { ListReading } from '../../core/reading-types';
import { beijingDay, DAY_MS, dayStartMs, HOUR_MS, MINUTE_MS } from '../../core/time';

const SHOP: ShopRef = { platform: 'doudian', shopId: DEMO_SHOP_ID, name: '云朵家居（演示）' };
const DAYS = 45;
const ORDERS_A_DAY = 8;
const SNAPSHOT_DAYS = 30;
const PRODUCTS = [
  { productName: '加绒四件套', productId: 'P-101', spec: '奶白 1.8 米床', unitPriceFen: 15900 },
  { productName: '记忆棉枕头', productId: 'P-102', spec: '单只', unitPriceFen: 6900 },
  { productName: '遮光窗帘', productId: 'P-103', spec: '2×2.7 米', unitPriceFen: 12800 },
  { productName: '地垫', productId: 'P-104', spec: '40×60 厘米', unitPriceFen: 2900 },
];
const PROVINCES = ['浙江省', '广东省', '江苏省', '四川省', '河南省'];
const CARRIERS = ['中通快递', '圆通速递', '韵达快递'];
/** Most complaints are about one product: what a merchant should see at once. */
const REASONS = ['质量问题（起球）', '质量问题（开线）', '不想要了', '七天无理由退货', '商品破损'];

/** The score page is out by noon: before, yesterday's is the latest there is. */
const SCORE_OUT_MS = 12 * HOUR_MS;

/** @param nowMs the shop's last day is yesterday; two tickets wait today */
export function doudianDemoShop(nowMs: number): DemoShop {
  const today = beijingDay(nowMs);
  const firstDay = today - DAYS;
  const lastScoreDay = beijingDay(nowMs - SCORE_OUT_MS);
  const records: CaseRecord[] = [];
  for (let n = 0; n < DAYS * ORDERS_A_DAY; n++) {
    const day = firstDay + Math.floor(n / ORDERS_A_DAY);
    records.push(orderOf(n, day, today));
    if (n % 13 === 5 && day < today - 4) records.push(ticketOf(n, day));
  }
  for (const [n, hours] of [5, 20].entries()) {
    records.push(openTicket(DAYS * ORDERS_A_DAY - 30 + n, nowMs, hours));
  }
  const fromMs = dayStartMs(firstDay);
  const reading = (side: ListReading['side'], rows: number): ListReading => ({
    side,
    filterKey: '',
    total: rows,
    pageIndex: 1,
    pageSize: rows,
    rows,
    newestMs: nowMs,
    oldestMs: fromMs,
    newestFirst: true,
    loadedMs: nowMs,
    rangeFromMs: fromMs,
    rangeToMs: nowMs,
  });
  const tickets = records.filter((each) => each.kind === 'ticket').length;
  return {
    shop: SHOP,
    records,
    snapshots: Array.from({ length: SNAPSHOT_DAYS }, (_, i) =>
      snapshotOf(lastScoreDay - SNAPSHOT_DAYS + 1 + i, i),
    ),
    readings: [reading('orders', records.length - tickets), reading('aftersales', tickets)],
  };
}

const orderIdOf = (n: number): string => `000000000000${String(n).padStart(6, '0')}`;
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

function orderOf(n: number, day: number, today: number): CaseRecord {
  const placedMs = dayStartMs(day) + (9 + (n % ORDERS_A_DAY) * 1.5) * HOUR_MS;
  // The warehouse rests at weekends: Friday evening's orders wait.
  const weekday = new Date(dayStartMs(day) + 8 * HOUR_MS).getUTCDay();
  const waitHours = weekday === 6 ? 34 : weekday === 0 ? 20 : 6 + (n % 5);
  const shippedMs = placedMs + waitHours * HOUR_MS;
  const age = today - day;
  const isShipped = age > 1;
  const isDone = age > 6;
  const product = pick(PRODUCTS, n);
  return {
    kind: 'order',
    orderId: orderIdOf(n),
    placedMs,
    paidMs: placedMs + 2 * MINUTE_MS,
    ...(isShipped ? { shippedMs } : {}),
    ...(isDone ? { finishedMs: shippedMs + 4 * DAY_MS } : {}),
    status: isDone ? '已完成' : isShipped ? '已发货' : '待发货',
    paidFen: product.unitPriceFen,
    province: pick(PROVINCES, n),
    tags: [],
    lines: [{ lineId: '#1', ...product, quantity: 1, tags: [] }],
    ...(isShipped
      ? {
          parcels: [
            {
              parcelId: `DEMO${n}`,
              carrier: pick(CARRIERS, n),
              shippedMs,
              pickedUpMs: shippedMs + 5 * HOUR_MS,
              ...(isDone ? { signedMs: shippedMs + 2.5 * DAY_MS } : {}),
            },
          ],
        }
      : {}),
  };
}

function ticketOf(n: number, day: number): TicketRecord {
  const appliedMs = dayStartMs(day + 3) + 15 * HOUR_MS;
  const product = pick(PRODUCTS, n);
  return {
    kind: 'ticket',
    ticketId: `9${orderIdOf(n)}`,
    orderId: orderIdOf(n),
    type: '退货退款',
    reason: product.productId === 'P-102' ? pick(REASONS, n % 2) : pick(REASONS, n),
    status: '退款成功',
    appliedMs,
    agreedMs: appliedMs + 9 * HOUR_MS,
    refundedMs: appliedMs + 60 * HOUR_MS,
    refundFen: product.unitPriceFen,
    productName: product.productName,
  };
}

function openTicket(n: number, nowMs: number, hoursLeft: number): TicketRecord {
  return {
    kind: 'ticket',
    ticketId: `9${orderIdOf(n)}`,
    orderId: orderIdOf(n),
    type: '退货退款',
    reason: pick(REASONS, n),
    status: '待商家处理',
    appliedMs: nowMs - (48 - hoursLeft) * HOUR_MS,
    dueMs: nowMs + hoursLeft * HOUR_MS,
    dueAction: '自动同意',
  };
}

/** The score falls as complaints about the pillow enter the window. */
function snapshotOf(day: number, i: number): ScoreSnapshot {
  const updatedMs = dayStartMs(day) + 11 * HOUR_MS;
  const fall = i / (SNAPSHOT_DAYS - 1);
  const isLast = i === SNAPSHOT_DAYS - 1;
  const product = Math.round((90 - 14 * fall - (isLast ? 2.4 : 0)) * 10) / 10;
  const logistics = Math.round((88 - 3 * fall) * 10) / 10;
  const service = 94;
  const rate = 0.006 + 0.021 * fall;
  const percent = (value: number): string => `${(value * 100).toFixed(4)}%`;
  return {
    kind: 'score',
    state: 'scored',
    updatedMs,
    day,
    seenMs: updatedMs + HOUR_MS,
    total: Math.round(product * 0.45 + logistics * 0.25 + service * 0.3),
    dimensions: {
      product: { score: product, weight: 0.45 },
      logistics: { score: logistics, weight: 0.25 },
      service: { score: service, weight: 0.3 },
    },
    indicators: {
      'product-rating': { value: 4.78, text: '4.78分' },
      'quality-return-rate': { value: rate, text: percent(rate) },
      'pickup-hours': { value: 18.4 + 3 * fall, text: `${(18.4 + 3 * fall).toFixed(1)}小时` },
      'delivery-on-time-rate': { value: 0.953, text: '95.3000%' },
      'damage-return-rate': { value: 0.0031, text: '0.3100%' },
      'chat-response-seconds': { value: 24, text: '24秒' },
      'aftersale-audit-hours': { value: 9.2, text: '9.2小时' },
      'chat-unsatisfied-rate': { value: 0.021, text: '2.1000%' },
      'platform-help-rate': { value: 0.0012, text: '0.1200%' },
    },
    packId: 'doudian-2026-09',
  };
}
