/** Many small cases, drawn from words and instants that decide something: for checking every clause. */
import { caseFromRecord } from '../../../src/core/case-from-record';
import type { CaseRecord, OrderCase } from '../../../src/core/entities';
import { absentCase } from '../../../src/core/handled';
import { deleteCase, mergeCases } from '../../../src/core/merge';
import { beijingMs, HOUR_MS, MINUTE_MS } from '../../../src/core/time';
import { SHOP } from './arbitrary-case';

const START = beijingMs(2026, 10, 1);

/** The same cases every time: a small generator of our own, so that no library's version matters. */
export function clauseCases(count: number): OrderCase[] {
  let state = 7;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
  const pick = <T>(...pool: T[]): T => pool[Math.floor(next() * pool.length)] as T;
  const often = <T>(value: T): T | undefined => (next() < 0.75 ? value : undefined);
  const seldom = <T>(value: T): T | undefined => (next() < 0.2 ? value : undefined);
  /** Hours since the first of the month; ties and wrong orders happen. */
  const at = (low: number, high: number): number =>
    START + (low + Math.floor(next() * (high - low + 1))) * HOUR_MS;
  const known = <T extends object>(record: T): T => JSON.parse(JSON.stringify(record)) as T;

  return Array.from({ length: count }, (_, i) => {
    const orderId = String(i);
    const records: CaseRecord[] = [];
    if (next() < 0.92) {
      records.push(
        known({
          kind: 'order' as const,
          orderId,
          placedMs: at(0, 30),
          paidMs: seldom(at(0, 40)) ?? often(at(0, 2)),
          shippedMs: seldom(at(10, 60)),
          finishedMs: seldom(at(90, 200)),
          status: often(
            pick('待支付', '待发货', '待发货', '已发货', '已发货', '已完成', '已关闭', '已关闭'),
          ),
          orderType: seldom(pick('预售', '福袋')),
          paidFen: often(pick(0, 100, 9_900, 9_900, 9_900)),
          aftersaleText: often(pick('', '', '', '', '退款成功', '极速退款')),
          tags: often(pick([], [], [], [], ['赠品'], ['预售'])),
          lines: pick(
            [],
            [{ lineId: '#1', tags: ['赠品'] }],
            [{ lineId: '#1', tags: ['赠品'] }, { lineId: '#2' }],
            [{ lineId: '#1', tags: [] }],
            [{ lineId: '#1', tags: [], aftersaleText: pick('', '退款成功', '极速退款成功') }],
          ),
          parcels: Array.from({ length: pick(0, 0, 1, 1, 2) }, (_unused, parcel) => ({
            parcelId: `P${parcel}`,
            status: often(pick('已签收', '运输中')),
            shippedMs: often(at(5, 40)),
            pickedUpMs: often(at(0, 60)),
            signedMs: often(at(20, 300)),
            dueMs: often(at(60, 290)),
          })),
        }),
      );
    }
    for (let t = pick(0, 0, 1, 1, 2); t > 0; t--) {
      records.push(
        known({
          kind: 'ticket' as const,
          ticketId: `T${t}`,
          orderId,
          type: often(pick('已发货退款', '退货退款', '未发货退款', '换货')),
          reason: often(
            pick(
              '质量问题（商品品质原因）',
              '商品破损（商品品质原因）',
              '有污渍',
              '衣服破损',
              '商品/包装破损',
              '快递破损',
              '做工粗糙，不想要了',
              '做工差，有破损',
              '不想要了',
              '其他',
            ),
          ),
          status: often(
            pick('待商家处理', '退款成功', '退款成功', '仲裁中', '极速退款成功', '售后关闭'),
          ),
          arbitration: often(pick('', '客服处理中')),
          // Of exports; chosen without a draw, so that the other fields stay as they were.
          reasonTag: ['商品品质原因', '非商品品质原因', '物流原因'][(i + t) % 8],
          instantRefund: ['是', '否', '极速退款'][(i + 3 * t) % 9],
          appliedMs: often(at(30, 260)),
          agreedMs: often(at(20, 300)),
          refundedMs: often(at(40, 320)),
        }),
      );
    }
    for (let r = pick(0, 0, 1, 2); r > 0; r--) {
      const stars = often(pick(1, 2, 3, 5));
      const createdMs = often(at(100, 300));
      records.push(
        known({ kind: 'review' as const, reviewId: `R${r}`, orderId, stars, createdMs }),
      );
    }
    if (records.length === 0) records.push({ kind: 'order', orderId, lines: [] });
    const seen = records
      .map((record) => caseFromRecord(record, SHOP, at(10, 300)))
      .reduce(mergeCases);
    if (next() < 0.8) return withVisits(withAbsence(seen, i), i);
    // The buyer changed the reason; or the case was deleted and seen again, its first reason lost.
    const reason = pick(
      '不想要了',
      '商品/包装破损',
      '质量问题（商品品质原因）',
      '有污渍',
      '做工差，有破损',
      '商品破损（商品品质原因）',
      '做工粗糙，不想要了',
    );
    const again = records
      .map((record) => (record.kind === 'ticket' ? { ...record, reason } : record))
      .map((record) => caseFromRecord(record, SHOP, at(310, 320)))
      .reduce(mergeCases);
    return mergeCases(next() < 0.5 ? seen : deleteCase(seen, at(300, 305)), again);
  });
}

/** Every third case was seen before and after a change of state, a while apart; sometimes in the wrong order. */
function withVisits(orderCase: OrderCase, i: number): OrderCase {
  if (i % 3 !== 0) return orderCase;
  const fromMs = START + ((i * 7) % 120) * HOUR_MS + (i % 4) * 20 * MINUTE_MS;
  const toMs = fromMs + ([20, 50, 90, 40, -30][i % 5] ?? 0) * MINUTE_MS;
  const { order, tickets, ...rest } = orderCase;
  const seen = (instants: string[], mark: string, at: number) => ({
    f: Object.fromEntries(instants.map((instant) => [`${mark}${instant}`, true])),
    at,
  });
  const visits = [
    { mark: 'notYet', at: fromMs },
    { mark: 'already', at: toMs },
  ].map(({ mark, at }) => ({
    ...rest,
    ...(order ? { order: seen(['Shipped', 'Finished'], mark, at) } : {}),
    tickets: Object.fromEntries(
      Object.keys(tickets).map((id) => [id, seen(['Agreed', 'Refunded'], mark, at)]),
    ),
  }));
  return visits.reduce<OrderCase>(mergeCases, orderCase);
}

/** Every fifth case left its list, before or after it was last seen. */
function withAbsence(orderCase: OrderCase, i: number): OrderCase {
  if (i % 5 !== 0) return orderCase;
  const atMs = START + (i % 7) * 50 * HOUR_MS;
  const absences = [
    ...(orderCase.order ? [{ side: 'orders' as const, id: orderCase.orderId }] : []),
    ...Object.keys(orderCase.tickets).map((id) => ({ side: 'aftersales' as const, id })),
  ];
  return absences.map((each) => absentCase(orderCase, each, atMs)).reduce(mergeCases, orderCase);
}
