/** 拼多多's rule: a score that is a rank is explained, never computed; deadlines are the page's; stand-ins are marked. */
import { describe, expect, it } from 'vitest';
import { caseFromRecord, chatDayFromRecord } from '../../../src/core/case-from-record';
import { compilePack } from '../../../src/core/compile';
import { emptyCoverage } from '../../../src/core/coverage';
import { openDuties } from '../../../src/core/duties';
import type {
  CaseRecord,
  OrderCase,
  ScoreSnapshot,
  TicketRecord,
} from '../../../src/core/entities';
import { mergeCases, mergeSnapshots } from '../../../src/core/merge';
import type { RulePack } from '../../../src/core/pack';
import { buildReport } from '../../../src/core/report';
import type { Report } from '../../../src/core/report-types';
import { beijingDay, beijingMs, HOUR_MS } from '../../../src/core/time';
import { rowVerdict } from '../../../src/core/verdicts';
import { pinduoduoWords } from '../../../src/platforms/pinduoduo/rules';
import { pinduoduoDuties } from '../../../src/platforms/pinduoduo/rules/duties';
import { pddNavigator } from '../../../src/platforms/pinduoduo/rules/pack-navigator';
import { pddServiceExperience } from '../../../src/platforms/pinduoduo/rules/pack-service-experience';
import { dragView } from '../../../src/ui/shared/drag-model';
import { scoreView } from '../../../src/ui/shared/score-model';
import { dashboardTranslator } from '../ui/dashboard-translator';

const NOW = beijingMs(2026, 9, 29, 8);
const TODAY = beijingDay(NOW);
const SHOP = { platform: 'pinduoduo', shopId: '甲店', name: '甲店' };
const ORDER_ID = '260915-222222222222201';
const tr = dashboardTranslator('zh-CN');

const PARTS = { attitude: 4.1, basic: 3.9, product: 3.8, shipping: 4, logistics: 3.9 };
const service = (parts: Record<string, number> = PARTS): ScoreSnapshot => ({
  kind: 'score',
  state: 'scored',
  day: TODAY,
  seenMs: NOW,
  total: 3.4,
  peerText: '超过 67.91% 同行',
  packId: pddServiceExperience.id,
  dimensions: Object.fromEntries(Object.entries(parts).map(([id, score]) => [id, { score }])),
  indicators: { 'platform-help-rate': { text: '0.72%', value: 0.0072 } },
});
/** Indicator → share of peers beaten (%) and the page's mark. */
const navigator = (rows: Record<string, [beaten: number, met?: boolean]>): ScoreSnapshot => ({
  kind: 'score',
  state: 'scored',
  day: TODAY,
  seenMs: NOW + 1,
  total: 36,
  peerText: '已超越36%同行',
  packId: pddNavigator.id,
  sheet: 'navigator',
  dimensions: {},
  indicators: Object.fromEntries(
    Object.entries(rows).map(([id, [beaten, met]]) => [
      id,
      {
        text: '1%',
        value: 0.01,
        peerText: `优于${beaten}%同行`,
        ...(met === undefined ? {} : { met }),
      },
    ]),
  ),
});
const explain = (snapshots: ScoreSnapshot[], pack: RulePack = pddServiceExperience): Report =>
  buildReport({
    shop: SHOP,
    pack,
    tallies: [],
    snapshots: [snapshots.reduce(mergeSnapshots)],
    coverage: emptyCoverage(),
    offenders: [],
    nowMs: NOW,
  });
const lines = (report: Report): string[] => dragView(report, tr).lines;

describe('the drag of a score that is a rank', () => {
  it('is what the page itself calls below its standard, in these words and without points', () => {
    const report = explain([
      service(),
      navigator({ 'chat-3min-reply-rate': [8.1, false], 'positive-comment-rate': [22, true] }),
    ]);
    expect(report.drag).toEqual({
      indicator: 'chat-3min-reply-rate',
      dimension: 'attitude',
      provenance: 'page',
      why: 'below-standard',
    });
    expect(dragView(report, tr)).toMatchObject({ title: '最拖后腿', subject: '3分钟人工回复率' });
    expect(lines(report)).toEqual([
      '现在 1% · 超过 8.1% 的同行',
      '平台只给这一项标了未达标。',
      '这里的分是同行排名，不是各项相加，所以不算各项扣了几分',
    ]);
    for (const { points, pointsLost } of report.indicators)
      expect([points, pointsLost]).toEqual([undefined, undefined]);
  });

  it('of several below it, the one that beats fewest; of equals none', () => {
    const two = explain([
      service(),
      navigator({ 'chat-3min-reply-rate': [8.1, false], 'positive-comment-rate': [22, false] }),
    ]);
    expect(two.drag.indicator).toBe('chat-3min-reply-rate');
    expect(lines(two)).toContain('平台标了未达标；这几项里它超过的同行最少。');
    const same = explain([
      service(),
      navigator({ 'chat-3min-reply-rate': [9, false], 'positive-comment-rate': [9, false] }),
    ]);
    expect(same.drag).toEqual({ provenance: 'page', why: 'several-below' });
  });

  it('without a mark the plainly lowest rank, without ranks the plainly lowest part, else nothing', () => {
    const low = explain([
      service(),
      navigator({ 'group-to-sign-days': [12, true], 'positive-comment-rate': [60, true] }),
    ]);
    expect([low.drag.indicator, low.drag.why]).toEqual(['group-to-sign-days', 'lowest-rank']);
    const part = explain([service({ ...PARTS, logistics: 2.1 })]);
    expect([part.drag.dimension, part.drag.why]).toEqual(['logistics', 'lowest-part']);
    expect(part.drag.indicator).toBeUndefined();
    expect(explain([service()]).drag.why).toBe('nothing-stands-out');
  });

  it('the total is the page’s, under the name the platform gives it; ours is never made', () => {
    const both = [service(), navigator({ 'shop-activity': [5, false] })];
    const report = explain(both);
    expect(report.total).toEqual({ official: 3.4, provenance: 'page' });
    expect(scoreView(report, NOW, tr)).toMatchObject({
      title: '消费者服务体验分 · 平台公布',
      headline: '3.4',
      lines: ['超过 67.91% 同行'],
    });
    // Activity makes stars, not this score: named only where the other page is explained.
    expect(report.drag.indicator).toBeUndefined();
    const stars = explain(both, pddNavigator);
    expect([stars.total?.official, stars.drag.indicator]).toEqual([36, 'shop-activity']);
    expect(scoreView(stars, NOW, tr).title).toBe('店铺综合体验星级 · 平台公布');
  });
});

const appliedMs = beijingMs(2026, 9, 29, 7);
const ticket = (more: Partial<TicketRecord>): CaseRecord => ({
  kind: 'ticket',
  ticketId: `${ORDER_ID}-20260929070000`,
  orderId: ORDER_ID,
  type: '仅退款',
  appliedMs,
  ...more,
});
const caseOf = (...records: CaseRecord[]): OrderCase =>
  records.map((each) => caseFromRecord(each, SHOP, NOW - HOUR_MS)).reduce(mergeCases);

describe('duties', () => {
  const dueMs = NOW + 23 * HOUR_MS;
  const dueAction = '系统将自动退款';
  const dutiesOf = (more: Partial<TicketRecord>) =>
    openDuties(caseOf(ticket(more)), pinduoduoDuties).map((each) => each.indicator);

  it.each([
    ['待商家处理', '仅退款', ['transit-refund-hours']],
    ['待商家处理', '退货退款', ['platform-help-rate']],
    ['待商家确认收货', '退货退款', ['return-signed-refund-hours']],
    // Two of its words say that the merchant must act: the goods are on their way back.
    ['买家已发货,待商家处理', '退货退款', ['return-signed-refund-hours']],
    ['待消费者寄出退货', '退货退款', []],
    ['平台处理中', '仅退款', []],
    ['退款成功', '仅退款', []],
  ])('%s of %s: %j', (status, type, expected) => {
    expect(dutiesOf({ status, type, dueMs, dueAction })).toEqual(expected);
  });

  it('have the page’s countdown as their date, and none of a table: public limits contradict each other', () => {
    expect(dutiesOf({ status: '待商家处理' })).toEqual([]);
    expect(pinduoduoDuties.filter((each) => 'dueFrom' in each || 'dueByRuleMs' in each)).toEqual(
      [],
    );
    const context = {
      compiled: compilePack(pddServiceExperience, pinduoduoWords),
      pack: pddServiceExperience,
      duties: pinduoduoDuties,
      waits: [],
      shareRates: {},
      meanHours: {},
      nowMs: NOW,
    };
    const waiting = caseOf(ticket({ status: '待商家处理', dueMs, dueAction }));
    expect(rowVerdict(waiting, undefined, context)).toMatchObject({
      verdict: 'savable',
      label: '在途订单退款时长',
      dueMs,
      dueAction,
      provenance: 'page',
    });
    const undated = caseOf(ticket({ status: '待商家处理' }));
    expect(rowVerdict(undated, undefined, context).verdict).toBe('clean');
  });
});

describe('what stands in for the rule’s own', () => {
  const { facts, chatFacts } = compilePack(pddNavigator, pinduoduoWords);
  const qualityOf = (orderCase: OrderCase, measureId: string) =>
    facts(orderCase).find((each) => each.measureId === measureId)?.quality;
  const order = (more: object): CaseRecord => ({
    kind: 'order',
    orderId: ORDER_ID,
    status: '已收货',
    placedMs: beijingMs(2026, 9, 15, 10),
    lines: [],
    ...more,
  });
  const signedMs = beijingMs(2026, 9, 18, 10);
  const paidMs = beijingMs(2026, 9, 15, 10);

  it('group to signing: exact with payment and the carrier’s signing, a proxy with either one’s stand-in', () => {
    const parcels = [{ parcelId: 'YT1234567890123', signedMs }];
    const of = (more: object) => qualityOf(caseOf(order(more)), 'group-to-sign-days');
    expect(of({ paidMs, parcels })).toBe('exact');
    expect(of({ parcels })).toBe('proxy');
    expect(of({ paidMs, finishedMs: signedMs })).toBe('proxy');
  });

  it('an order without its time is dated by its number: a proxy', () => {
    const placedDayMs = beijingMs(2026, 9, 15);
    const of = (more: object) => qualityOf(caseOf(order(more)), 'orders-placed');
    expect(of({ placedDayMs })).toBe('exact');
    expect(of({ placedDayMs, placedMs: undefined })).toBe('proxy');
  });

  it('chats: sessions stand in for buyers', () => {
    const fields = { day: TODAY - 1, sessions: 40, answeredIn3Min: 30 };
    const day = chatDayFromRecord({ kind: 'chat-day', ...fields }, NOW);
    expect(chatFacts(day).map(({ num, den, quality }) => [num, den, quality])).toEqual([
      [30, 40, 'proxy'],
    ]);
  });
});
