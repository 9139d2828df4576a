/** The real playbooks on losses as shops have them. */
import { describe, expect, it } from 'vitest';
import { findPlaybooks, findTriggeredActions } from '../../../src/core/advice';
import type { LossRow } from '../../../src/core/advice-types';
import { doudianAdvice } from '../../../src/platforms/doudian/rules/advice';
import { sharedAdvice } from '../../../src/platforms/shared-advice';
import { getText } from './all-advice';

const own = (indicator: string) => {
  const [entry] = findPlaybooks(doudianAdvice.playbooks, indicator);
  if (!entry) throw new Error(`no playbook for ${indicator}`);
  return entry;
};
const actions = (indicator: string, rows: LossRow[]) =>
  findTriggeredActions(own(indicator), rows).map((found) => found.action.id);
const row = (by: LossRow['by'], key: string, count: number, share: number, baseShare?: number) => ({
  by,
  key,
  count,
  share,
  baseShare,
});

describe('what a shop is told', () => {
  it('weekend orders that nobody picks up: the days, not the carrier that has every parcel', () => {
    const rows = [
      row('weekday', '6', 8, 0.35, 0.15),
      row('weekday', '7', 9, 0.4, 0.15),
      row('weekday', '3', 2, 0.1, 0.14),
      row('carrier', '中通', 19, 1, 1),
      row('sku', '杯子 白', 3, 0.12, 0.1),
    ];
    expect(actions('pickup-hours', rows)).toEqual(['these-days']);
    const [first] = findTriggeredActions(own('pickup-hours'), rows);
    expect(first?.because.map((r) => r.key)).toEqual(['7', '6']);
    expect(getText('zh', first?.action.textKey ?? '')).toContain('揽收');
  });

  it('one product with seams that open: the product first, then the fault', () => {
    const rows = [
      row('sku', '连衣裙 M', 14, 0.7, 0.1),
      row('reason', '开线/破洞（商品品质原因）', 9, 0.45),
      row('reason', '材质与描述不符（商品品质原因）', 3, 0.15),
    ];
    expect(actions('quality-return-rate', rows)).toEqual(['worst-product', 'trace-fault']);
  });

  it('a spread-out loss triggers nothing: good practice stays, nobody is blamed', () => {
    const rows = Array.from({ length: 20 }, (_, i) => row('sku', `s${i}`, 3, 0.05, 0.05));
    expect(actions('quality-return-rate', rows)).toEqual([]);
    expect(own('quality-return-rate').actions.some((action) => !action.evidence)).toBe(true);
  });

  it('parcels to one province: the route, on the page of the indicator and of the cause', () => {
    const rows = [row('province', '新疆维吾尔自治区', 6, 0.6, 0.03)];
    expect(actions('delivery-on-time-rate', rows)).toEqual(['this-province']);
    const causes = findPlaybooks(sharedAdvice.playbooks, 'delivery-on-time-rate');
    expect(causes.map((cause) => cause.id)).toContain('delivery-slow');
    expect(causes.flatMap((cause) => findTriggeredActions(cause, rows))).toHaveLength(1);
  });

  it('undisputed requests that wait through the evening', () => {
    const rows = [
      row('hour', '20', 4, 0.2),
      row('hour', '21', 5, 0.25),
      row('hour', '22', 3, 0.15),
      row('reason', '不想要了', 8, 0.5),
    ];
    expect(actions('aftersale-audit-hours', rows)).toEqual(['night-tickets', 'agree-at-once']);
  });

  it('a product with open seams neither breaks nor is shown otherwise than it is', () => {
    const causes = (rows: LossRow[]) =>
      findPlaybooks(sharedAdvice.playbooks, 'quality-return-rate').flatMap((entry) =>
        findTriggeredActions(entry, rows).map((found) => found.action.id),
      );
    const seams = [
      row('sku', '记忆棉枕头', 5, 0.42, 0.25),
      row('reason', '质量问题（开线）', 9, 0.75),
    ];
    const called = causes(seams);
    expect(called).toContain('stop-and-check');
    expect(called).not.toContain('fragile-product');
    expect(called).not.toContain('page-of-product');
    const broken = [...seams, row('reason', '商品破损', 5, 0.42)];
    expect(causes(broken)).toContain('fragile-product');
    // Too few of them to speak of the product.
    const few = [...seams, row('reason', '商品破损', 2, 0.42)];
    expect(causes(few)).not.toContain('fragile-product');
  });

  it('every action of every playbook that names evidence can be triggered', () => {
    for (const entry of [...doudianAdvice.playbooks, ...sharedAdvice.playbooks]) {
      for (const action of entry.actions) {
        const { evidence } = action;
        if (!evidence) continue;
        const key = evidence.reasonSet?.includes?.[0] ?? (evidence.span ? '5' : '甲');
        const among = evidence.amongReasons?.includes?.[0];
        const found = findTriggeredActions(entry, [
          row(evidence.by, key, 30, 1, 0.1),
          ...(among ? [row('reason', among, 30, 1, 1)] : []),
        ]);
        expect(
          found.map((f) => f.action.id),
          `${entry.id}.${action.id}`,
        ).toContain(action.id);
      }
    }
  });
});
