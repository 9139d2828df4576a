/** What exports alone prove: hand-worked records, and the sample shop's files against its own accounting. */
import { describe, expect, it } from 'vitest';
import { caseFromRecord } from '../../../src/core/case-from-record';
import { compilePack } from '../../../src/core/compile';
import type { CaseRecord, OrderCase } from '../../../src/core/entities';
import { mergeCases } from '../../../src/core/merge';
import { beijingDay, beijingMs, DAY_MS } from '../../../src/core/time';
import { readFile } from '../../../src/files/read-file';
import { doudian } from '../../../src/platforms/doudian';
import { doudianFileKinds } from '../../../src/platforms/doudian/files';
import { buildTruth } from '../../backend/doudian/generator/truth.mjs';
import { createState } from '../../backend/doudian/server/state.mjs';
import { exportsOf } from '../../e2e/support/exports';

const SHOP = { platform: 'doudian', shopId: '木木家居', name: '木木家居' };
const NOW = beijingMs(2026, 11, 22, 10);
const [pack] = doudian.packs;
if (!pack) throw new Error('no pack');
const compiled = compilePack(pack, doudian.words);

const merged = (...records: CaseRecord[]): OrderCase =>
  records.map((each) => caseFromRecord(each, SHOP, NOW)).reduce(mergeCases);
const fact = (orderCase: OrderCase, measureId: string) =>
  compiled.facts(orderCase).find((each) => each.measureId === measureId);
const order = (fields: Partial<CaseRecord> = {}): CaseRecord =>
  ({
    kind: 'order',
    orderId: '1',
    placedMs: NOW - 9 * DAY_MS,
    finishedMs: NOW - 2 * DAY_MS,
    status: '已完成',
    paidFen: 5_900,
    lines: [{ lineId: '6920000000000000001', productName: '陶瓷杯', quantity: 1 }],
    ...fields,
  }) as CaseRecord;
const ticket = (fields: Partial<CaseRecord> = {}): CaseRecord =>
  ({
    kind: 'ticket',
    ticketId: 't1',
    orderId: '1',
    type: '未发货退款',
    status: '退款成功',
    reason: '不想要了',
    appliedMs: NOW - 8 * DAY_MS,
    ...fields,
  }) as CaseRecord;

describe('a closed order', () => {
  const closed = { status: '已关闭', finishedMs: undefined } as Partial<CaseRecord>;

  it('that nothing says was ever paid is out, though its after-sale cell is empty', () => {
    expect(compiled.findExclusion(merged(order(closed)))?.id).toBe('closed-unpaid');
    expect(fact(merged(order(closed)), 'damage-return-rate')).toBeUndefined();
  });

  it('that was paid, shipped or refunded stays in', () => {
    const paid = order({ ...closed, paidMs: NOW - 9 * DAY_MS } as Partial<CaseRecord>);
    const shipped = order({ ...closed, shippedMs: NOW - 8 * DAY_MS } as Partial<CaseRecord>);
    const refunded = order({
      ...closed,
      lines: [{ lineId: '#1' }, { lineId: '#2', aftersaleText: '退款成功' }],
    } as Partial<CaseRecord>);
    for (const one of [
      merged(paid),
      merged(shipped),
      merged(refunded),
      merged(order(closed), ticket()),
    ]) {
      expect(compiled.findExclusion(one)).toBeUndefined();
      expect(fact(one, 'damage-return-rate')).toMatchObject({ den: 1, unknown: false });
    }
  });

  it('that was refunded at once is out when the export says so', () => {
    const instant = merged(order(closed), ticket({ instantRefund: '是' } as Partial<CaseRecord>));
    expect(compiled.findExclusion(instant)?.id).toBe('instant-refund');
    const not = merged(order(closed), ticket({ instantRefund: '否' } as Partial<CaseRecord>));
    expect(compiled.findExclusion(not)).toBeUndefined();
  });
});

describe('the export’s tag of a reason', () => {
  const rate = (...tickets: CaseRecord[]) =>
    fact(merged(order(), ...tickets), 'quality-return-rate');
  const said = (reason: string, reasonTag?: string, more: object = {}) =>
    ticket({ type: '退货退款', reason, ...(reasonTag ? { reasonTag } : {}), ...more } as never);

  it.each([
    // reason, tag, counts, quality of the fact
    ['其他', '商品品质原因', 1, 'proxy'],
    ['其他', '非商品品质原因', 0, 'proxy'],
    ['有污渍', '非商品品质原因', 0, 'proxy'],
    ['不想要了', '商品品质原因', 1, 'proxy'],
    // A tag of another kind says nothing about quality: words decide, as without it.
    ['有污渍', '物流原因', 1, 'estimate'],
    ['有污渍', undefined, 1, 'estimate'],
    ['不想要了', undefined, 0, 'proxy'],
  ])('%s tagged %s: %i (%s)', (reason, tag, num, quality) => {
    expect(rate(said(reason, tag))).toMatchObject({ num, quality, unknown: false });
  });

  it('belongs to the reason shown now: a first reason that was another keeps its own words', () => {
    const before = caseFromRecord(said('不想要了'), SHOP, NOW - DAY_MS);
    const changed = mergeCases(before, merged(order(), said('质量问题', '商品品质原因')));
    expect(fact(changed, 'quality-return-rate')).toMatchObject({ num: 0 });
    expect(fact(changed, 'quality-reason-tickets')).toMatchObject({ num: 0 });
  });

  it('of the first ticket counts', () => {
    const later = { ticketId: 't2', appliedMs: NOW - 3 * DAY_MS };
    expect(rate(said('其他', '非商品品质原因'), said('其他', '商品品质原因', later))).toMatchObject(
      {
        num: 0,
      },
    );
  });
});

it('the sample shop’s exports give its own denominator but for the unpublished low-price line', async () => {
  const state = createState({ seed: 11, fault: 'damage', asOf: '2026-11-22' }) as any;
  const nowMs = state.clock();
  const files = exportsOf({ backend: { clock: () => nowMs, shop: state.shop } } as any, 100, nowMs);
  const cases = new Map<string, OrderCase>();
  for (const text of [files.orders, files.tickets]) {
    const bytes = new TextEncoder().encode(text);
    const preview = await readFile(bytes, files.fileName, { kinds: doudianFileKinds, nowMs });
    if (!preview.ok) throw new Error(JSON.stringify(preview));
    for await (const batch of preview.batches()) {
      for (const record of batch) {
        const seen = caseFromRecord(record, SHOP, nowMs);
        const known = cases.get(seen.orderId);
        cases.set(seen.orderId, known ? mergeCases(known, seen) : seen);
      }
    }
  }
  const today = beijingDay(nowMs);
  const facts = [...cases.values()]
    .flatMap((each) => fact(each, 'damage-return-rate') ?? [])
    .filter(({ day }) => day >= today - 30 && day < today);
  const lowPrice = state.shop.orders.filter(
    (each: any) =>
      each.excluded === 'low-price' &&
      each.paidMs &&
      beijingDay(each.paidMs) >= today - 30 &&
      beijingDay(each.paidMs) < today,
  ).length;
  const truth = (buildTruth(state.shop, nowMs) as any).indicators.find(
    (each: any) => each.id === 'damage-return-rate',
  );
  expect(facts.filter((each) => each.unknown)).toEqual([]);
  expect(lowPrice).toBeGreaterThan(0);
  expect(facts.reduce((sum, each) => sum + each.den, 0)).toBe(truth.den + lowPrice);
  // An order of several rows has no amount of its own: perhaps one of those.
  expect(facts.some((each) => each.quality === 'estimate')).toBe(true);
  // A reason changed before the export hides the first one: the count may be lower, not higher.
  const num = facts.reduce((sum, each) => sum + each.num, 0);
  expect(num).toBeGreaterThan(truth.num / 2);
  expect(num).toBeLessThanOrEqual(truth.num);
});
