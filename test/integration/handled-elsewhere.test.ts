/** A full walk through the tab of a state takes what is not in it out of what waits, and a sighting brings it back. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ListReading, TicketRecord } from '../../src/core/entities';
import { isHandledElsewhere } from '../../src/core/handled';
import { MINUTE_MS } from '../../src/core/time';
import { doudian } from '../../src/platforms/doudian';
import { ingestBatch } from '../../src/store/ingest';
import { shopKeyOf } from '../../src/store/keys';
import { buildMirror } from '../../src/store/mirror-build';
import {
  ingestPage,
  list,
  NOW,
  order,
  orderId,
  otherShop,
  shop,
  ticket,
  ticketId,
} from './support/builders';
import { contentOf, recomputeTallies, rulesOf, storedTallies } from './support/database-content';
import { createWorld, startWorker, type Worker, type World } from './support/fake-browser';
import { samplePlatform } from './support/sample-platform';

const rules = rulesOf(samplePlatform);
let world: World;
let worker: Worker;
beforeEach(() => {
  world = createWorld();
  worker = startWorker(world);
});

/** A page of the tab, newest first: ticket n was applied for n minutes before the first. */
const applied = (n: number): TicketRecord =>
  ticket(n, { appliedMs: NOW - 2 * 86_400_000 - n * MINUTE_MS });
const tabPage = (numbers: number[], fields: Partial<ListReading> & { loadedMs: number }) => ({
  kind: 'aftersale-list' as const,
  seenMs: fields.loadedMs,
  list: list({
    side: 'aftersales',
    filterKey: 'tab=待商家处理',
    rows: numbers.length,
    total: numbers.length,
    pageIndex: 1,
    pageSize: 10,
    ...(numbers.length === 0
      ? {}
      : {
          newestMs: applied(Math.min(...numbers)).appliedMs,
          oldestMs: applied(Math.max(...numbers)).appliedMs,
        }),
    ...fields,
  }),
});
async function post(message: ReturnType<typeof ingestPage>): Promise<void> {
  world.nowMs = Math.max(world.nowMs, message.seenMs);
  expect(await worker.post(message)).toMatchObject({ ok: true });
}
const readTab = (numbers: number[], fields: Partial<ListReading> & { loadedMs: number }) =>
  post(ingestPage(numbers.map(applied), tabPage(numbers, fields)));

/** Tickets of one shop that wait, by the mirror's own list; and those that are handled elsewhere. */
async function waiting(of = shop): Promise<(string | undefined)[]> {
  const mirror = await buildMirror(worker.db, rules, of, world.nowMs);
  return (mirror?.duties ?? []).map((duty) => duty.ticketId).sort();
}
async function handled(): Promise<string[]> {
  return (await worker.db.cases.toArray()).flatMap(({ tickets }) =>
    Object.keys(tickets).filter((id) => isHandledElsewhere(tickets[id] as never)),
  );
}

describe('a tab read in full', () => {
  beforeEach(async () => {
    await post(ingestPage([1, 2, 3].map(applied), { kind: 'aftersale-list' }));
    expect(await waiting()).toEqual([1, 2, 3].map(ticketId));
  });

  it('takes what it does not hold out of duties, toolbar and badges, and no outcome follows', async () => {
    await readTab([2], { loadedMs: NOW + MINUTE_MS });
    expect(await waiting()).toEqual([ticketId(2)]);
    expect(await handled()).toEqual([1, 3].map(ticketId));
    const row = await worker.db.cases.get(['sample', orderId(1)]);
    expect(row?.tickets[ticketId(1)]?.f).toMatchObject({
      status: '待商家处理',
      handledMs: NOW + MINUTE_MS,
    });
    await worker.toolbar.repaint();
    expect(world.faces.get('default')?.text).toBe('1');
    const rows = [{ orderId: orderId(1), ticketId: ticketId(1) }];
    const answer = await worker.post({ type: 'get-verdicts', shop, rows });
    expect(answer).toMatchObject({ ok: true, value: { verdicts: [{ verdict: 'clean' }] } });
    expect(await storedTallies(worker.db, shopKeyOf(shop))).toEqual(
      await recomputeTallies(worker.db, rules, shopKeyOf(shop)),
    );
  });

  it('that is empty means that nothing waits', async () => {
    await readTab([], { loadedMs: NOW + MINUTE_MS });
    expect(await waiting()).toEqual([]);
  });

  it('is undone by a later sighting, however soon, and by a new state', async () => {
    await readTab([2], { loadedMs: NOW + MINUTE_MS });
    await post(
      ingestPage([applied(1), ticket(3, { status: '退款成功', dueMs: undefined })], {
        kind: 'aftersale-list',
        seenMs: NOW + 2 * MINUTE_MS,
      }),
    );
    expect(await waiting()).toEqual([1, 2].map(ticketId));
    expect(await handled()).toEqual([]);
  });

  it('sent again changes nothing', async () => {
    await readTab([2], { loadedMs: NOW + MINUTE_MS });
    const before = await contentOf(worker.db);
    await readTab([2], { loadedMs: NOW + MINUTE_MS });
    expect(await contentOf(worker.db)).toEqual(before);
  });

  it('holds for older news that arrives after it: a file, another tab', async () => {
    await readTab([2], { loadedMs: NOW + 2 * MINUTE_MS });
    await post(ingestPage([applied(4)], { kind: 'aftersale-list', seenMs: NOW + MINUTE_MS }));
    expect(await waiting()).toEqual([ticketId(2)]);
    // What was seen after the tab was loaded is not older news.
    await post(ingestPage([applied(5)], { kind: 'aftersale-list', seenMs: NOW + 3 * MINUTE_MS }));
    expect(await waiting()).toEqual([2, 5].map(ticketId));
  });

  it('over pages proves it once all of them were read', async () => {
    const first = { total: 3, pageSize: 2, loadedMs: NOW + MINUTE_MS };
    await post(ingestPage([8, 9].map(applied), { kind: 'aftersale-list' }));
    // 1, 2 and 8 still wait; 3 lies between the pages, 9 beyond the last.
    await readTab([1, 2], first);
    expect(await handled()).toEqual([]);
    await readTab([8], { ...first, pageIndex: 2, loadedMs: NOW + 2 * MINUTE_MS });
    expect(await handled()).toEqual([ticketId(9)]);
    expect(await waiting()).toEqual([1, 2, 3, 8].map(ticketId));
  });

  it.each([
    ['another filter', { filterKey: 'tab=待商家处理&select=类型:退货退款' }],
    ['a filter nobody knows', { filterKey: 'card=临期待处理' }],
    ['the whole list', { filterKey: '' }],
    ['a range of dates', { rangeFromMs: NOW - 86_400_000, rangeToMs: NOW }],
    ['a part of the rows', { total: 2 }],
    ['an unknown instant of loading', { loadedMs: undefined as never }],
  ])('proves nothing when it is %s', async (_, fields) => {
    const message = ingestPage(
      [applied(2)],
      tabPage([2], { loadedMs: NOW + MINUTE_MS, ...fields }),
    );
    await post({ ...message, seenMs: NOW + MINUTE_MS });
    expect(await handled()).toEqual([]);
  });

  it('proves nothing when its rows say something else: the tab was clicked, the rows have not come', async () => {
    const other = ticket(2, { status: '退款成功', dueMs: undefined });
    await post(ingestPage([other], tabPage([2], { loadedMs: NOW + MINUTE_MS })));
    expect(await handled()).toEqual([]);
  });

  it('proves nothing about another shop, nor when it holds another shop’s orders', async () => {
    const mine = tabPage([7], { loadedMs: NOW + MINUTE_MS });
    await post(ingestPage([applied(7)], { ...mine, shop: otherShop }));
    expect(await handled()).toEqual([]);
    const mixed = tabPage([2, 7], { loadedMs: NOW + MINUTE_MS });
    await post(ingestPage([2, 7].map(applied), mixed));
    expect(await handled()).toEqual([]);
  });

  it('is not overruled by a tab that still shows the list of before', async () => {
    await readTab([2], { loadedMs: NOW + 5 * MINUTE_MS });
    const old = tabPage([1, 2, 3], { loadedMs: NOW + MINUTE_MS });
    await post({ ...ingestPage([1, 2, 3].map(applied), old), seenMs: NOW + 4 * MINUTE_MS });
    expect(await waiting()).toEqual([ticketId(2)]);
  });
});

it('an order that left its tab waits no more', async () => {
  const platformRules = rulesOf(doudian);
  const own = { ...shop, platform: 'doudian' };
  const paid = { placedMs: NOW - 3 * 86_400_000, status: '待发货', finishedMs: undefined };
  const batch = { shop: own, seenMs: NOW, records: [order(1, paid), order(2, paid)] };
  await ingestBatch(worker.db, platformRules, batch);
  const late = async () =>
    (await recomputeTallies(worker.db, platformRules, shopKeyOf(own))).map(
      ({ cells }) => cells['unshipped-day-orders']?.[0],
    );
  expect(await late()).toContain(2);
  await ingestBatch(worker.db, platformRules, {
    ...batch,
    seenMs: NOW + MINUTE_MS,
    records: [order(1, paid)],
    list: list({ filterKey: 'tab=待发货', total: 1, loadedMs: NOW + MINUTE_MS }),
  });
  expect(await late()).not.toContain(2);
  const row = await worker.db.cases.get(['doudian', orderId(2)]);
  expect(row?.order?.f).toMatchObject({ status: '待发货', handledMs: NOW + MINUTE_MS });
});
