/** A shop, its mirror and its report, written by hand: the view-models are tested on plain data. */
import { reportContext } from '../../../src/core/report-context';
import type { IndicatorReport, Report } from '../../../src/core/report-types';
import type { ScoreModel } from '../../../src/core/score-model';
import { beijingMs, DAY_MS, HOUR_MS } from '../../../src/core/time';
import { doudian } from '../../../src/platforms/doudian';
import type { MirrorIndex, ShopMirror } from '../../../src/store/mirror-types';
import type { PlatformInfo } from '../../../src/ui/ports';

export const NOW = beijingMs(2026, 11, 22, 12, 5);
export const SHOP = { platform: 'sample', shopId: 'shop-1', name: '云朵家居旗舰店' };

export const PLATFORM: PlatformInfo = {
  id: 'sample',
  name: { 'zh-CN': '样例平台', en: 'Sample' },
  links: {
    orderList: 'https://backend.example/orders',
    aftersaleList: 'https://backend.example/aftersales',
    score: 'https://backend.example/score',
    order: (id) => `https://backend.example/order?id=${id}`,
    ticket: (id) => `https://backend.example/ticket?id=${id}`,
  },
};

const window = { windowFrom: '2026-10-23', windowTo: '2026-11-21' };

export function indicator(more: Partial<IndicatorReport> & { id: string }): IndicatorReport {
  return {
    label: more.id,
    dimension: 'product',
    unit: 'ratio',
    numProvenance: 'missing',
    denProvenance: 'missing',
    ...window,
    provenance: 'page',
    pointsProvenance: 'estimate',
    offenders: 0,
    ...more,
  };
}

export const ORDER_IDS = [
  '6934185502817349921',
  '6934185502817350034',
  '6934177200918827745',
  '6934161188220193302',
  '6934150093317726610',
  '6934143300192837465',
  '6934121198203746552',
];

/** A quality fault: the product dimension lost most, through the return rate. */
export function makeReport(more: Partial<Report> = {}): Report {
  return {
    schema: 1,
    schemaMinor: 3,
    scoreName: '商家体验分',
    bonuses: [],
    stage: { stage: 'formal', atLeast: true, needed: 30, windowDays: 30, provenance: 'page' },
    fits: [],
    ruleChanges: [],
    shop: SHOP,
    packId: 'sample-2026-09',
    scale: { min: 0, max: 100 },
    asOf: '2026-11-21',
    generatedMs: NOW,
    state: 'scored',
    total: { official: 82, ours: 82.31, provenance: 'page', delta: -1.2, display: 4.6 },
    change: { points: -1.2, fromDay: '2026-11-21', toDay: '2026-11-22' },
    dimensions: [
      {
        id: 'product',
        label: '商品体验',
        score: 69,
        weight: 0.36,
        weightProvenance: 'estimate',
        pointsLost: 11.16,
        provenance: 'estimate',
        unexplained: 1.4,
      },
      {
        id: 'logistics',
        label: '物流体验',
        score: 99,
        weight: 0.24,
        weightProvenance: 'estimate',
        pointsLost: 0.24,
        provenance: 'estimate',
      },
      {
        id: 'service',
        label: '服务体验',
        score: 85,
        weight: 0.4,
        weightProvenance: 'estimate',
        pointsLost: 6,
        provenance: 'estimate',
      },
    ],
    indicators: [
      indicator({
        id: 'product-rating',
        label: '商品综合评分',
        unit: 'stars',
        value: 4.7123,
        pointsLost: 1.62,
      }),
      indicator({
        id: 'quality-return-rate',
        label: '商品品质退货率',
        value: 0.021956,
        num: 41,
        pointsLost: 8.14,
        offenders: 41,
        mainly: { by: 'reason', key: '商品质量问题', count: 2, of: 3 },
      }),
      indicator({
        id: 'pickup-hours',
        label: '平均揽收时长',
        dimension: 'logistics',
        unit: 'hours',
        value: 14.2345,
        pointsLost: 0.24,
      }),
      indicator({
        id: 'delivery-on-time-rate',
        label: '运单配送时效达成率',
        dimension: 'logistics',
        value: 0.9621,
        pointsLost: 0,
      }),
      indicator({
        id: 'damage-return-rate',
        label: '商品/包装破损退货订单率',
        dimension: 'logistics',
        value: 0.0009,
        num: 2,
        den: 2210,
        numProvenance: 'exact',
        denProvenance: 'exact',
        pointsLost: 0,
      }),
      indicator({
        id: 'chat-response-seconds',
        label: '飞鸽人工会话平响时长',
        dimension: 'service',
        unit: 'seconds',
        value: 52.4,
        pointsLost: 2.7,
      }),
      indicator({
        id: 'aftersale-audit-hours',
        label: '售后平均审核时长',
        dimension: 'service',
        unit: 'hours',
        value: 9.8,
        pointsLost: 2.1,
      }),
      indicator({
        id: 'platform-help-rate',
        label: '平台求助率',
        dimension: 'service',
        provenance: 'missing',
        pointsProvenance: 'missing',
      }),
    ],
    bonus: 2,
    drag: {
      indicator: 'quality-return-rate',
      dimension: 'product',
      pointsLost: 8.14,
      provenance: 'estimate',
      why: 'largest-loss',
    },
    offenders: ORDER_IDS.map((orderId, i) => ({
      orderId,
      unitId: `14${orderId.slice(2)}`,
      indicator: 'quality-return-rate',
      day: 20_770 + i,
      num: 1,
      share: 0.1985,
      shareProvenance: 'estimate',
      reason: i % 3 === 0 ? '做工粗糙/有瑕疵' : '商品质量问题',
      productName: i % 2 === 0 ? '加厚法兰绒四件套 秋冬款' : '记忆棉枕头 成人护颈',
      leavesOn: `2026-12-${String(12 + i).padStart(2, '0')}`,
    })),
    evidence: [
      {
        id: 'quality-reason-tickets',
        indicator: 'quality-return-rate',
        num: 41,
        atLeast: true,
        ...window,
        provenance: 'missing',
      },
      {
        id: 'open-audit-tickets',
        indicator: 'aftersale-audit-hours',
        num: 3,
        atLeast: false,
        ...window,
        provenance: 'exact',
      },
    ],
    coverage: [
      { side: 'orders', seen: 412, expected: 1030, ratio: 0.4 },
      { side: 'aftersales', seen: 186, expected: 186, ratio: 1 },
    ],
    official: {
      kind: 'score',
      state: 'scored',
      updatedMs: beijingMs(2026, 11, 22, 11, 0, 37),
      day: 20_779,
      seenMs: NOW - HOUR_MS,
      total: 82,
      dimensions: { product: { score: 69 }, logistics: { score: 99 }, service: { score: 85 } },
      indicators: { 'quality-return-rate': { value: 0.021956, text: '2.1956%' } },
    },
    residuals: [],
    notes: ['weights-estimated', 'partial-orders'],
    ...more,
  };
}

/** A shop with nothing wrong. */
export function makeCalmReport(): Report {
  const report = makeReport();
  return {
    ...report,
    total: { official: 98, provenance: 'page', display: 5 },
    change: { points: 0, fromDay: '2026-11-21', toDay: '2026-11-22' },
    dimensions: report.dimensions.map((each) => ({ ...each, score: 98, pointsLost: 0.6 })),
    indicators: report.indicators.map((each) => ({ ...each, pointsLost: 0.2, offenders: 0 })),
    drag: { provenance: 'estimate', why: 'nothing-stands-out' },
    offenders: [],
    evidence: [],
    coverage: report.coverage.map((each) => ({ ...each, ratio: 1 })),
    notes: [],
  };
}

export function makeMirror(more: Partial<ShopMirror> = {}): ShopMirror {
  const health = {
    alternatives: {},
    groupsSeen: 20,
    groupsParsed: 20,
    fieldsMissing: {},
    problems: [],
    verdict: 'ok' as const,
    seenMs: NOW - HOUR_MS,
    lastGoodMs: NOW - HOUR_MS,
  };
  const official = makeReport().official;
  return {
    schema: 1,
    revision: 7,
    updatedMs: NOW - 10 * 60_000,
    measuresVersion: '1',
    shop: SHOP,
    tallies: [],
    snapshots: official ? [official] : [],
    coverage: { orders: { intervals: [] }, aftersales: { intervals: [] } },
    offenders: [],
    duties: [
      {
        orderId: ORDER_IDS[0] ?? '',
        ticketId: '147000000000000011',
        dueMs: NOW + 3.2 * HOUR_MS,
        dueAction: '自动同意',
        seenMs: NOW - HOUR_MS,
        indicator: 'aftersale-audit-hours',
      },
      {
        orderId: ORDER_IDS[1] ?? '',
        ticketId: '147000000000000012',
        dueMs: NOW + 22.5 * HOUR_MS,
        dueAction: '自动同意',
        seenMs: NOW - HOUR_MS,
        indicator: 'aftersale-audit-hours',
      },
    ],
    health: {
      score: { kind: 'score', ...health },
      'order-list': { kind: 'order-list', ...health },
      'aftersale-list': { kind: 'aftersale-list', ...health },
    },
    ...more,
  };
}

export function makeIndex(more: Partial<MirrorIndex> = {}): MirrorIndex {
  return {
    shops: [{ platform: SHOP.platform, shopId: SHOP.shopId, name: SHOP.name, lastSeenMs: NOW }],
    ...more,
  };
}

export const TWO_SHOPS: MirrorIndex = {
  shops: [
    { platform: 'sample', shopId: 'shop-1', name: SHOP.name, lastSeenMs: NOW - DAY_MS },
    { platform: 'sample', shopId: 'shop-2', name: '云朵童装专营店', lastSeenMs: NOW },
  ],
};

export const EMPTY_INDEX: MirrorIndex = { shops: [] };

/** The report as a model: with a real pack, and no tallies behind it. */
export function modelWith(report: Report): ScoreModel {
  const [pack] = doudian.packs.filter((each) => each.id === 'doudian-2026-09');
  if (!pack) throw new Error('the pack in force is gone');
  const { tallies, snapshots, coverage } = makeMirror();
  const context = reportContext({
    shop: SHOP,
    pack,
    tallies,
    snapshots,
    coverage,
    offenders: [],
    nowMs: NOW,
  });
  return { report, context, asOf: 20_778 };
}
