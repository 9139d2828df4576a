// @vitest-environment happy-dom
/**
 * Orders to be shipped, from a page of every registered platform to badges, toolbar, alert, popup and
 * dashboard. Nothing here names a platform.
 *
 * It is 10:00. Three orders wait: due at 12:00, 15:00 and 8:00 of the day after tomorrow; one was due at 9:00; one
 * is shipped. Two tickets wait: due at 13:00 and 20:00.
 */
import { render } from 'preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { badgeText } from '../../src/badges/catalogue';
import { describeBadge } from '../../src/badges/wording';
import type { OrderRecord, TicketRecord } from '../../src/core/entities';
import { defaultPreferences } from '../../src/core/preferences';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/core/time';
import type { RowVerdict } from '../../src/core/verdict-types';
import { platforms } from '../../src/platforms/registry';
import { findMirror } from '../../src/store/mirror-read';
import { createUiPorts } from '../../src/ui/bind-ports';
import { createTranslator, zhMessages } from '../../src/ui/i18n';
import { Duties } from '../../src/ui/popup/order-lists';
import { popupView } from '../../src/ui/popup/popup-model';
import { dashboardTranslator } from '../unit/ui/dashboard-translator';
import { ingestPage, NOW } from './support/builders';
import {
  contentSender,
  createWorld,
  startWorker,
  type Worker,
  type World,
} from './support/fake-browser';

const hours = (count: number): number => NOW + count * HOUR_MS;
const IDS = ['6917000000000000001', '3321000000000011111', '261121-111111111111111'];

describe.each(platforms.map((each) => [each.id, each] as const))('%s', (id, platform) => {
  const shop = { platform: id, shopId: '样样', name: '样样' };
  const waiting = platform.words['order-waits-shipping']?.includes?.[0] ?? '';
  const shape = IDS.find((each) => platform.orderIdPattern.test(each)) ?? '';
  const orderId = (n: number): string => shape.slice(0, -1) + n;
  const order = (n: number, shipByMs: number, status = waiting): OrderRecord => ({
    kind: 'order',
    orderId: orderId(n),
    placedMs: NOW - DAY_MS,
    paidMs: NOW - DAY_MS,
    status,
    shipByMs,
    lines: [],
  });
  const ticket = (n: number, dueMs: number): TicketRecord => ({
    kind: 'ticket',
    ticketId: `7350000000000000${n}`,
    orderId: orderId(n),
    type: '退货退款',
    status: '待商家处理',
    appliedMs: NOW - HOUR_MS,
    dueMs,
  });
  const shipped = order(5, hours(3), '已发货');
  const orders = [
    order(1, hours(5)),
    order(2, hours(46)),
    order(3, hours(2)),
    order(4, hours(-1)),
    shipped,
  ];
  const tickets = [ticket(6, hours(3)), ticket(7, hours(10))];
  let world: World;
  let worker: Worker;
  let verdicts: Map<string, RowVerdict>;

  beforeAll(async () => {
    world = createWorld(platform);
    worker = startWorker(world);
    world.tabUrls.set(1, platform.links.orderList);
    const preferences = defaultPreferences();
    preferences.alerts.duties.on = true;
    await world.local.set({ 'settings:preferences': preferences });
    const answer = await worker.post(
      ingestPage([...orders, ...tickets], { shop, kind: 'order-list', seenMs: NOW }),
      contentSender(1, new URL(platform.links.orderList).origin),
    );
    expect(answer).toMatchObject({ ok: true });
    const { verdicts: found } = (answer as { value: { verdicts: RowVerdict[] } }).value;
    verdicts = new Map(found.map((each) => [each.orderId, each]));
    await worker.settle();
  });

  it('the reply carries a dated verdict for each that waits, and its badge names the clock', () => {
    const said = (n: number) => verdicts.get(orderId(n));
    for (const [n, dueMs] of [
      [1, hours(5)],
      [2, hours(46)],
      [3, hours(2)],
    ] as const) {
      expect(said(n)).toMatchObject({
        verdict: 'savable',
        dueMs,
        dueOf: 'order',
        provenance: 'page',
      });
      expect(said(n)?.url).toBe(platform.links.order(orderId(n)));
    }
    expect(['overdue', 'will-count', 'counted']).toContain(said(4)?.verdict);
    expect(said(5)?.verdict).not.toBe('savable');
    expect(said(6)).toMatchObject({ verdict: 'savable', dueMs: hours(3) });
    const texts = [1, 6].map(
      (n) => describeBadge(said(n) as RowVerdict, NOW, badgeText('zh-CN'))?.text,
    );
    expect(texts).toEqual(['平台时限 发货剩 5 小时', '平台时限 剩 3 小时']);
  });

  it('the mirror has both kinds, soonest first, and nothing late or shipped', async () => {
    const mirror = await findMirror(world.local, shop);
    expect(mirror?.duties.map((each) => each.orderId)).toEqual([3, 6, 1, 7, 2].map(orderId));
  });

  it('the toolbar counts tickets, and orders due within half a day', () => {
    expect(world.faces.get(1)).toMatchObject({
      text: '4',
      title: expect.stringMatching(/样样：2 单待发货、2 个售后单还来得及处理，最早 11-22 12:00/),
    });
  });

  const ports = () =>
    createUiPorts({
      browser: {
        localArea: world.local,
        sessionArea: world.session,
        onLocalChange: () => () => {},
        findActiveTab: async () => undefined,
        openTab: async () => {},
        pageUrl: (path) => path,
        sendMessage: async () => undefined,
        isExtensionAlive: () => true,
      },
      platforms: [platform],
      now: () => world.nowMs,
      copyText: async () => {},
    });
  async function viewIn(locale: 'zh-CN' | 'en') {
    const index = await ports().readMirrorIndex();
    const mirror = await ports().readMirror(shop);
    if (!mirror) throw new Error('no mirror');
    const report = ports().reportOf(mirror, NOW);
    const input = {
      ...{ index, mirror, report, nowMs: NOW, welcomeUrl: '', dataUrl: '', selected: shop },
      platforms: ports().platforms,
      hasSiteAccess: true,
      seat: 'owner' as const,
    };
    return popupView(input, dashboardTranslator(locale));
  }

  beforeEach(() => document.body.replaceChildren());
  afterEach(() => render(null, document.body));

  it('the popup tells how many of each kind, soonest first, with ways into both lists', async () => {
    const { duties } = await viewIn('zh-CN');
    expect(duties).toMatchObject({
      title: '还来得及处理：3 单待发货、2 个售后单',
      glance: '3 单待发货、2 个售后单还来得及处理，最急的剩 2 小时',
      isSoon: true,
    });
    const { t } = createTranslator('zh-CN', zhMessages);
    const opened: string[] = [];
    render(<Duties duties={duties} t={t} open={(url) => opened.push(url)} />, document.body);
    const rows = [...document.querySelectorAll<HTMLElement>('[data-duty]')];
    expect(rows.map((row) => row.dataset.dutyKind)).toEqual(['order', 'ticket', 'order']);
    expect(rows[0]?.textContent).toContain('11-22 12:00 前发货');
    expect(rows[0]?.querySelector('a')?.getAttribute('href')).toBe(
      platform.links.order(orderId(3)),
    );
    const lists = [...document.querySelectorAll('.more a')].map((link) =>
      link.getAttribute('href'),
    );
    expect(lists).toEqual([platform.links.orderList, platform.links.aftersaleList]);
    expect((await viewIn('en')).duties?.title).toBe(
      'Still in time: 3 orders to ship, 2 after-sale tickets',
    );
  });

  it('one alert for both kinds; a click opens the list of the soonest', async () => {
    world.nowMs = NOW + 5 * MINUTE_MS;
    worker.listeners.alarm?.('tick');
    await worker.settle();
    expect(world.notes.map(({ text }) => text)).toEqual([
      '2 单待发货、1 个售后单快到平台时限，最早 11-22 12:00，现在处理还来得及',
    ]);
    worker.listeners.noteClicked?.(world.notes[0]?.id ?? '');
    await worker.settle();
    expect(world.opened).toEqual([platform.links.orderList]);
  });

  it('a state not seen for a day is in no number; one seen shipped is gone at once', async () => {
    world.nowMs = NOW + 25 * HOUR_MS;
    worker.listeners.alarm?.('tick');
    await worker.settle();
    expect(world.faces.get(1)).toMatchObject({
      text: '',
      title: expect.stringContaining('没有即将到期'),
    });
    const again = [order(2, hours(46))];
    const post = (records: OrderRecord[]) =>
      worker.post(
        ingestPage(records, { shop, kind: 'order-list', seenMs: world.nowMs }),
        contentSender(1, new URL(platform.links.orderList).origin),
      );
    expect(await post(again)).toMatchObject({ ok: true });
    await worker.settle();
    const [duty] = (await findMirror(world.local, shop))?.duties ?? [];
    expect(duty).toMatchObject({ orderId: orderId(2), seenMs: world.nowMs });
    world.nowMs += MINUTE_MS;
    expect(await post([order(2, hours(46), '已发货')])).toMatchObject({ ok: true });
    await worker.settle();
    expect((await findMirror(world.local, shop))?.duties).toEqual([]);
  });
});
