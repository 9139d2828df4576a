/** The evidence pack: what is in it, and that nothing of the buyer can be. */
import { describe, expect, it } from 'vitest';
import type { OrderCase } from '../../../src/core/entities';
import { beijingMs } from '../../../src/core/time';
import { doudian } from '../../../src/platforms/doudian';
import { csvOf } from '../../../src/ui/dashboard/appeal/appeal';
import { appealData } from '../../../src/ui/dashboard/appeal/appeal-model';
import type { OrderRow } from '../../../src/ui/ports';
import { dashboardTranslator } from './dashboard-translator';
import { makeReport, ORDER_IDS } from './fixtures';

const [pack] = doudian.packs.filter((each) => each.id === 'doudian-2026-09');
if (!pack) throw new Error('the pack in force is gone');
const at = beijingMs(2026, 11, 10, 9, 30);
const orderId = ORDER_IDS[0] ?? '';
const report = makeReport({
  packId: pack.id,
  indicators: makeReport().indicators.map((each) =>
    each.id === 'quality-return-rate'
      ? { ...each, behind: { measureId: 'quality-return-rate', badness: 41 } }
      : each,
  ),
});
const row: OrderRow = {
  ...(report.offenders[0] as OrderRow),
  orderId,
  unitId: '147000000000000011',
  ticketId: '147000000000000011',
};
const orderCase: OrderCase = {
  platform: 'doudian',
  orderId,
  shopId: 'shop-1',
  order: { at, f: { placedMs: at, status: '已完成', province: '广东省', paidFen: 12_900 } },
  lines: { '#1': { at, f: { productName: '四件套' } } },
  parcels: { p1: { at, f: { carrier: '中通快递', pickedUpMs: at + 3_600_000 } } },
  tickets: {
    '147000000000000011': {
      at,
      f: { firstReason: '质量问题', reason: '不想要了', status: '退款成功', appliedMs: at },
    },
  },
  reviews: {},
};

describe('evidence pack', () => {
  const data = appealData(report, pack, 'quality-return-rate', [row], [orderCase]);

  it('has numbers, Beijing times, both reasons, and the clause with its date', () => {
    expect(data.rows).toEqual([
      {
        orderId,
        cells: {
          ticketId: '147000000000000011',
          product: '四件套',
          reason: '质量问题',
          reasonNow: '不想要了',
          status: '退款成功',
          placed: '2026-11-10 09:30',
          carrier: '中通快递',
          pickedUp: '2026-11-10 10:30',
          applied: '2026-11-10 09:30',
          countedOn: '2026-11-13',
          leavesOn: row.leavesOn,
        },
      },
    ]);
    const source = pack.indicators.find((each) => each.id === 'quality-return-rate')?.source;
    expect(data.clause).toBe(source);
    expect(data.clause).toMatch(/20\d\d-\d\d-\d\d/);
  });

  it('leaves out columns that nothing is known of, and says which orders are gone', () => {
    expect(data.columns).not.toContain('agreed');
    expect(data.gone).toEqual([]);
    const later = appealData(report, pack, 'quality-return-rate', [row], []);
    expect(later).toMatchObject({ rows: [], gone: [orderId] });
  });

  it('carries nothing that is the buyer’s: neither province nor payment', () => {
    const text = csvOf(data, '', report, dashboardTranslator('zh-CN'));
    expect(text).toContain(`${orderId}\t`);
    expect(text).not.toMatch(/广东|12900|129/);
  });
});
