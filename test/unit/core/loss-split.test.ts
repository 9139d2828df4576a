/** Losses split: a hand-worked handful of orders, then shares that sum whatever the cases are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTriggeredActions } from '../../../src/core/advice';
import { type LossPart, UNKNOWN_KEY } from '../../../src/core/answers-types';
import { caseFromRecord } from '../../../src/core/case-from-record';
import { compileMeasures } from '../../../src/core/compile';
import type { CaseRecord, OrderCase } from '../../../src/core/entities';
import { createLossSplit, SPLITS, splitDays } from '../../../src/core/loss-split';
import type { Fact } from '../../../src/core/measure';
import { mergeCases } from '../../../src/core/merge';
import { indicatorOfMeasure, type MeasureUse } from '../../../src/core/pack-lookup';
import { provinceOf } from '../../../src/core/province';
import { createTallySums } from '../../../src/core/tally-sums';
import { beijingMs, HOUR_MS } from '../../../src/core/time';
import { adviceOf } from '../../../src/platforms/advice';
import { pack202609 as pack } from '../../../src/platforms/doudian/rules/pack-2026-09';
import { doudianWords } from '../../../src/platforms/doudian/rules/words';
import { SHOP } from './arbitrary-case';
import { clauseCases } from './clause-fixture';
import { AS_OF, cell, row } from './report-fixture';

function useOf(measureId: string): MeasureUse & { measureId: string } {
  const use = indicatorOfMeasure(pack, measureId);
  if (!use) throw new Error(measureId);
  return { ...use, measureId };
}
function factsOf(measureId: string): (orderCase: OrderCase) => Fact[] {
  const measures = pack.measures.filter((each) => each.id === measureId);
  return compileMeasures(measures, doudianWords, pack.clocks).facts;
}
const ID = 'damage-return-rate';
/** Sunday 2026-11-15, so many hours after midnight. */
const sunday = (hours: number): number => beijingMs(2026, 11, 15) + hours * HOUR_MS;

function order(
  orderId: string,
  paidMs: number,
  { reason, ...more }: { reason?: string; province?: string; products?: string[] },
): OrderCase {
  const records: CaseRecord[] = [
    {
      kind: 'order',
      orderId,
      placedMs: paidMs,
      paidMs,
      paidFen: 5_000,
      status: '已完成',
      lines: (more.products ?? ['茶杯']).map((productName, i) => ({
        lineId: `#${i}`,
        productName,
      })),
      ...(more.province === undefined ? {} : { province: more.province }),
    },
  ];
  if (reason !== undefined) {
    records.push({
      kind: 'ticket',
      ticketId: `T${orderId}`,
      orderId,
      type: '退货退款',
      reason,
      status: '退款成功',
      appliedMs: paidMs + HOUR_MS,
    });
  }
  return records.map((each) => caseFromRecord(each, SHOP, sunday(40))).reduce(mergeCases);
}

describe('the hand-worked split', () => {
  const split = createLossSplit(useOf(ID), factsOf(ID), AS_OF);
  const cases = [
    order('1', sunday(9), { reason: '商品破损', province: '广东省' }),
    order('2', sunday(10), { reason: '商品破损', province: '广东省深圳市' }),
    order('3', sunday(33), { reason: '包装破损', products: ['茶杯', '盘子'] }),
    order('4', sunday(11), { province: '四川省', products: ['盘子'] }),
  ];
  for (const each of cases) split.add(each);
  const shares = (by: LossPart['by']) =>
    Object.fromEntries(
      split.parts(by, 1.8).map(({ key, share, points }) => [key, [share, points]]),
    );

  it('divides 1.8 points among three damaged orders', () => {
    const near = (n: number) => expect.closeTo(n, 12);
    expect(split.badness()).toBe(3);
    expect(shares('reason')).toEqual({
      商品破损: [near(2 / 3), near(1.2)],
      包装破损: [near(1 / 3), near(0.6)],
    });
    // The third order had a cup and a plate: half of it each.
    expect(shares('sku')).toEqual({
      茶杯: [near(5 / 6), near(1.5)],
      盘子: [near(1 / 6), near(0.3)],
    });
    expect(shares('province')).toEqual({
      广东: [near(2 / 3), near(1.2)],
      [UNKNOWN_KEY]: [near(1 / 3), near(0.6)],
    });
    expect(shares('weekday')).toEqual({ 7: [near(2 / 3), near(1.2)], 1: [near(1 / 3), near(0.6)] });
    expect(Object.keys(shares('hour')).sort()).toEqual(['10', '9']);
    expect(shares('carrier')).toEqual({ [UNKNOWN_KEY]: [near(1), near(1.8)] });
  });

  it('knows how much of everything a bucket is: a plate was in 1.5 of 4 orders', () => {
    const plate = split.parts('sku').find((each) => each.key === '盘子');
    expect(plate?.baseShare).toBeCloseTo(1.5 / 4, 12);
    expect(plate?.count).toBe(1);
    expect(plate).not.toHaveProperty('points');
  });

  it('never proposes an action for what is not known', () => {
    const unknown = split.parts('carrier').map((each) => ({ ...each, count: 50 }));
    for (const playbook of adviceOf('doudian').playbooks) {
      expect(findTriggeredActions(playbook, unknown)).toEqual([]);
    }
  });
});

describe('for any cases', () => {
  const cases = clauseCases(3_000);
  const asOf = Math.floor(beijingMs(2026, 10, 30) / 86_400_000);

  it.each(['pickup-hours', 'quality-return-rate', ID, 'product-rating', 'aftersale-audit-hours'])(
    '%s: every split sums to the loss and to the tallied badness',
    (id) => {
      const split = createLossSplit(useOf(id), factsOf(id), asOf);
      for (const each of cases) split.add(each);
      expect(split.badness()).toBeGreaterThan(0);
      for (const by of SPLITS) {
        const parts = split.parts(by, 7.25);
        const sum = (of: (part: LossPart) => number): number =>
          parts.reduce((total, part) => total + of(part), 0);
        expect(sum((part) => part.share)).toBeCloseTo(1, 9);
        expect(sum((part) => part.points ?? 0)).toBeCloseTo(7.25, 9);
        expect(sum((part) => part.baseShare ?? 0)).toBeLessThanOrEqual(1 + 1e-9);
      }
    },
  );

  it('does not depend on the order of the cases', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(cases.slice(0, 200), { minLength: 200 }), (shuffled) => {
        const [one, two] = [cases.slice(0, 200), shuffled].map((list) => {
          const split = createLossSplit(useOf('pickup-hours'), factsOf('pickup-hours'), asOf);
          for (const each of list) split.add(each);
          return split
            .parts('hour')
            .map(({ key, count }) => [key, count])
            .sort();
        });
        expect(one).toEqual(two);
      }),
      { numRuns: 5 },
    );
  });
});

it('chat days are told by their weekday', () => {
  // 2026-11-21 was a Saturday.
  const tallies = [
    row(AS_OF - 1, { 'chat-response-seconds': cell(30, 3) }),
    row(AS_OF, { 'chat-response-seconds': cell(90, 3) }),
  ];
  const parts = splitDays(useOf('chat-response-seconds'), createTallySums(tallies), AS_OF, 2);
  expect(parts.map(({ key, share, points }) => [key, share, points])).toEqual([
    ['6', 0.75, 1.5],
    ['5', 0.25, 0.5],
  ]);
});

it('no place finer than a province is kept', () => {
  expect(provinceOf('黑龙江省哈尔滨市南岗区')).toBe('黑龙江');
  expect(provinceOf('内蒙古自治区')).toBe('内蒙古');
  expect(provinceOf('某小区 3 幢')).toBeUndefined();
});
