/** Messages × store: what a page sends arrives whole, and what is not a page's changes nothing. */
import { beforeEach, describe, expect, it } from 'vitest';
import { openDuties } from '../../src/core/duties';
import { beijingDay, DAY_MS, HOUR_MS } from '../../src/core/time';
import { shopKeyOf } from '../../src/store/keys';
import { buildMirror } from '../../src/store/mirror-build';
import { findMirror, readMirrorIndex } from '../../src/store/mirror-read';
import { createPlatformRules } from '../../src/store/rules';
import {
  health,
  ingestPage,
  list,
  NOW,
  order,
  orderId,
  otherShop,
  shop,
  snapshot,
  ticket,
  ticketId,
} from './support/builders';
import { contentOf, recomputeTallies, storedTallies } from './support/database-content';
import {
  contentSender,
  createWorld,
  EXTENSION_ID,
  EXTENSION_ORIGIN,
  startWorker,
  type Worker,
  type World,
} from './support/fake-browser';
import { samplePlatform } from './support/sample-platform';

const rules = createPlatformRules(samplePlatform, (one) => openDuties(one, samplePlatform.duties));
const shopKey = shopKeyOf(shop);

let world: World;
let worker: Worker;
beforeEach(() => {
  world = createWorld();
  worker = startWorker(world);
});

describe('a page that was read', () => {
  it('is stored, tallied and acknowledged with verdicts', async () => {
    const answer = await worker.post(
      ingestPage([order(1), order(2), ticket(1)], { list: list({ rows: 2, total: 2 }) }),
    );
    expect(answer).toMatchObject({
      ok: true,
      value: { stored: { created: 2, changed: 0, unchanged: 0 }, refused: [] },
    });
    expect(answer.ok && answer.value.verdicts).toMatchObject([
      { orderId: orderId(1), verdict: 'savable', dueMs: NOW + 20 * HOUR_MS },
      { orderId: orderId(2), verdict: 'clean' },
      { orderId: orderId(1), ticketId: ticketId(1), verdict: 'savable' },
    ]);
    const day = beijingDay(NOW - 3 * DAY_MS);
    expect(await storedTallies(worker.db, shopKey)).toEqual([
      { day, cells: { 'quality-return': [1, 2, 2, 0, 0, 0] } },
    ]);
    expect((await worker.db.coverage.get(shopKey))?.state).toMatchObject({
      orders: { stored: 2, total: 2 },
      aftersales: { stored: 1 },
    });
  });

  it('changes nothing when it is sent again', async () => {
    const message = ingestPage([order(1), ticket(1), snapshot()], { list: list({ total: 1 }) });
    await worker.post(message);
    const before = await contentOf(worker.db);
    const answer = await worker.post(message);
    expect(answer).toMatchObject({
      ok: true,
      value: { stored: { created: 0, changed: 0, unchanged: 2 } },
    });
    expect(await contentOf(worker.db)).toEqual(before);
  });

  it('is not written again within half an hour, and is afterwards', async () => {
    await worker.post(ingestPage([order(1)]));
    const row = await worker.db.cases.toArray();
    await worker.post(ingestPage([order(1)], { seenMs: NOW + 20 * 60_000 - 15 * 60_000 }));
    expect(await worker.db.cases.toArray()).toEqual(row);
    world.nowMs = NOW + HOUR_MS;
    const again = await worker.post(ingestPage([order(1)], { seenMs: NOW + HOUR_MS }));
    expect(again).toMatchObject({ ok: true, value: { stored: { changed: 1 } } });
    expect((await worker.db.cases.toArray())[0]?.order?.at).toBe(NOW + HOUR_MS);
  });

  it('with a ticket before its order makes a stub that counts only its own', async () => {
    const agreed = ticket(1, { status: '已同意', agreedMs: NOW - DAY_MS, dueMs: undefined });
    await worker.post(ingestPage([agreed], { kind: 'aftersale-list' }));
    expect(await storedTallies(worker.db, shopKey)).toEqual([
      { day: beijingDay(NOW - DAY_MS), cells: { 'audit-seconds': [86_400, 1, 1, 0, 0, 0] } },
    ]);
    await worker.post(ingestPage([order(1)]));
    expect(await storedTallies(worker.db, shopKey)).toEqual([
      { day: beijingDay(NOW - 3 * DAY_MS), cells: { 'quality-return': [1, 1, 1, 0, 0, 0] } },
      { day: beijingDay(NOW - DAY_MS), cells: { 'audit-seconds': [86_400, 1, 1, 0, 0, 0] } },
    ]);
  });

  it('moves a day when a correction moves it', async () => {
    await worker.post(ingestPage([order(1), order(2)]));
    const moved = order(1, { finishedMs: NOW - 5 * DAY_MS });
    world.nowMs = NOW + 60_000;
    await worker.post(ingestPage([moved], { seenMs: NOW + 60_000 }));
    expect(await storedTallies(worker.db, shopKey)).toEqual([
      { day: beijingDay(NOW - 5 * DAY_MS), cells: { 'quality-return': [0, 1, 1, 0, 0, 0] } },
      { day: beijingDay(NOW - 3 * DAY_MS), cells: { 'quality-return': [0, 1, 1, 0, 0, 0] } },
    ]);
  });

  it('of chat statistics and scores is kept by day', async () => {
    const day = beijingDay(NOW) - 1;
    const chat = { kind: 'chat-day' as const, day, rounds: 10, replySeconds: 120 };
    await worker.post(ingestPage([chat, snapshot(NOW, 86.4)], { kind: 'score' }));
    await worker.post(
      ingestPage([{ ...chat, rounds: 12 }, snapshot(NOW + 60_000, 86.5)], {
        kind: 'score',
        seenMs: NOW + 60_000,
      }),
    );
    expect(await storedTallies(worker.db, shopKey)).toEqual([
      { day, cells: { 'reply-seconds': [120, 12, 1, 0, 0, 0] } },
    ]);
    expect((await worker.db.snapshots.toArray()).map((row) => row.snapshot.total)).toEqual([86.5]);
  });
});

describe('an order of another shop', () => {
  it('is refused and named, and the rest is stored', async () => {
    await worker.post(ingestPage([order(1)]));
    const answer = await worker.post(ingestPage([order(1), order(2)], { shop: otherShop }));
    expect(answer).toMatchObject({
      ok: true,
      value: {
        stored: { created: 1 },
        refused: [{ orderId: orderId(1), shopName: shop.name }],
        verdicts: [{ orderId: orderId(2) }],
      },
    });
    expect((await worker.db.cases.toArray()).map((row) => row.shopId)).toEqual([
      shop.shopId,
      otherShop.shopId,
    ]);
    expect(await storedTallies(worker.db, shopKey)).toEqual(
      await recomputeTallies(worker.db, rules, shopKey),
    );
  });

  it('refuses the whole message when there is nothing else in it', async () => {
    await worker.post(ingestPage([order(1), ticket(1)]));
    const before = await contentOf(worker.db);
    const answer = await worker.post(
      ingestPage([order(1), ticket(1)], { shop: otherShop, list: list({ total: 1 }) }),
    );
    expect(answer).toMatchObject({ ok: false, code: 'other-shop', message: shop.name });
    expect(await contentOf(worker.db)).toEqual(before);
  });
});

describe('what is refused changes nothing', () => {
  const good = ingestPage([order(1)]);
  const bad: [string, unknown][] = [
    ['nothing', undefined],
    ['a text', 'ingest-page'],
    ['an unknown type', { ...good, type: 'drop-all' }],
    ['an unknown key', { ...good, extra: 1 }],
    ["a buyer's name", { ...good, records: [{ ...order(1), receiverName: '张三' }] }],
    [
      "a buyer's phone on a line",
      { ...good, records: [{ ...order(1), lines: [{ lineId: '#1', phone: '13800000000' }] }] },
    ],
    ['an id of another shape', { ...good, records: [{ ...order(1), orderId: '12345' }] }],
    [
      'an id that is a number',
      { ...good, records: [{ ...order(1), orderId: 6_920_000_000_000_000 }] },
    ],
    ['an id with markup', { ...good, records: [{ ...order(1), orderId: '<img src=x>' }] }],
    ['a number out of range', { ...good, records: [{ ...order(1), paidFen: -1 }] }],
    ['a number that is none', { ...good, records: [{ ...order(1), paidFen: '129.00' }] }],
    ['half a fen', { ...good, records: [{ ...order(1), paidFen: 0.5 }] }],
    ['a text too long', { ...good, records: [{ ...order(1), status: '长'.repeat(501) }] }],
    ['too many records', { ...good, records: Array.from({ length: 501 }, (_, i) => order(i)) }],
    ['the future', { ...good, seenMs: NOW + 11 * 60_000 }],
    ['a score of tomorrow', { ...good, records: [snapshot(NOW + DAY_MS)] }],
    ['a shop name with control characters', { ...good, shop: { ...shop, shopId: 'a\u0000b' } }],
    ['a shop of another platform', { ...good, shop: { ...shop, platform: 'other' } }],
    ['a shop without a name', { ...good, shop: { ...shop, name: '' } }],
    ['health of another page', { ...good, health: health('score') }],
    ['records of a broken page', { ...good, health: health('order-list', 'broken') }],
    [
      'a polluted table',
      JSON.parse(
        JSON.stringify(good).replace('"alternatives":{', '"alternatives":{"__proto__x[]":"y",'),
      ),
    ],
    ['a record kind that no page has', { ...good, records: [{ kind: 'buyer', id: '1' }] }],
  ];

  it.each(bad)('%s', async (_, message) => {
    await worker.settle();
    const before = await contentOf(worker.db);
    const answer = await worker.post(message);
    expect(answer.ok).toBe(false);
    expect(!answer.ok && answer.code).toMatch(/^bad-(message|sender)$/);
    expect(await contentOf(worker.db)).toEqual(before);
  });

  it('names the field at fault, never its value', async () => {
    const answer = await worker.post({ ...good, records: [{ ...order(1), receiverName: '张三' }] });
    expect(JSON.stringify(answer)).toContain('records.0');
    expect(JSON.stringify(answer)).not.toContain('张三');
  });

  const senders: [string, ReturnType<typeof contentSender>][] = [
    ['another extension', { ...contentSender(), id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }],
    ['no id', { ...contentSender(), id: undefined }],
    ['another site', contentSender(1, 'https://seller.example.com.evil.org')],
    ['plain http', contentSender(1, 'http://seller.example.com')],
    ['a subdomain that no pattern names', contentSender(1, 'https://x.seller.example.com')],
    ['an opaque frame', contentSender(1, 'null')],
    [
      'one of our own pages',
      {
        id: EXTENSION_ID,
        origin: EXTENSION_ORIGIN,
        url: `${EXTENSION_ORIGIN}/popup.html`,
        tab: { id: 1 },
      },
    ],
    ['nobody', {}],
  ];
  it.each(senders)('sender: %s', async (_, sender) => {
    await worker.settle();
    const before = await contentOf(worker.db);
    expect(await worker.post(good, sender)).toMatchObject({ ok: false, code: 'bad-sender' });
    expect(await contentOf(worker.db)).toEqual(before);
  });

  it('a wildcard host is a sender', async () => {
    expect(await worker.post(good, contentSender(1, 'https://a.branch.example.com'))).toMatchObject(
      { ok: true },
    );
  });
});

describe('a page that could not be read', () => {
  it('leaves its health and nothing else, until it can be read', async () => {
    await worker.post(ingestPage([order(1)]));
    const before = await contentOf(worker.db);
    const seenMs = NOW + 60_000;
    const report = { type: 'report-health', shop, seenMs, health: health('order-list', 'broken') };
    expect(await worker.post(report)).toEqual({ ok: true, value: {} });
    const after = await contentOf(worker.db);
    expect(after.cases).toEqual(before.cases);
    expect(after.tallies).toEqual(before.tallies);
    await worker.settle();
    expect((await findMirror(world.local, shop))?.health['order-list']).toMatchObject({
      verdict: 'broken',
      problems: ['no-groups'],
      seenMs,
      lastGoodMs: NOW,
    });
  });

  it('without a shop is told in the index, until a page of that kind was read', async () => {
    const report = { type: 'report-health', seenMs: NOW, health: health('order-list', 'broken') };
    await worker.post(report);
    await worker.settle();
    expect((await readMirrorIndex(world.local)).orphanHealth).toMatchObject({
      sample: { 'order-list': { verdict: 'broken' } },
    });
    await worker.post(ingestPage([order(1)], { seenMs: NOW + 1 }));
    await worker.settle();
    expect(await readMirrorIndex(world.local)).toEqual({
      shops: [{ ...shop, lastSeenMs: NOW + 1, revision: 1 }],
    });
  });
});

describe('the mirror', () => {
  it('is what a look at the database gives, after every burst', async () => {
    await worker.settle();
    const writes = world.local.writes;
    await Promise.all(
      Array.from({ length: 12 }, (_, page) =>
        worker.post(
          ingestPage([order(page * 2), order(page * 2 + 1), ticket(page * 2)], {
            seenMs: NOW + page,
          }),
        ),
      ),
    );
    await worker.mirror.settled();
    expect(world.local.writes - writes).toBeLessThanOrEqual(2);
    const mirror = await findMirror(world.local, shop);
    expect(mirror).toEqual(await buildMirror(worker.db, rules, shop, world.nowMs));
    expect(mirror).toMatchObject({ revision: 12, shop });
    expect(mirror?.offenders).toHaveLength(12);
    expect(mirror?.duties).toHaveLength(12);
    expect(mirror?.tallies).toEqual(await recomputeTallies(worker.db, rules, shopKey));
  });

  it('heals at the next start when it is missing, behind, or of another day', async () => {
    await worker.post(ingestPage([order(1), ticket(1)]));
    await worker.settle();
    const good = await findMirror(world.local, shop);
    worker.kill();

    world.local.values.clear();
    worker = startWorker(world);
    await worker.settle();
    expect(await findMirror(world.local, shop)).toEqual(good);
    worker.kill();

    await world.local.set({
      [`mirror:sample:${shop.shopId}`]: JSON.stringify({ ...good, revision: 0, tallies: [] }),
    });
    worker = startWorker(world);
    await worker.settle();
    expect(await findMirror(world.local, shop)).toEqual(good);
    worker.kill();

    await world.local.set({ [`mirror:sample:${shop.shopId}`]: '{"schema":1,"revis' });
    expect(await findMirror(world.local, shop)).toBeUndefined();
    worker = startWorker(world);
    await worker.settle();
    expect(await findMirror(world.local, shop)).toEqual(good);
    worker.kill();

    world.nowMs = NOW + DAY_MS;
    worker = startWorker(world);
    await worker.settle();
    expect(await findMirror(world.local, shop)).toMatchObject({
      updatedMs: NOW + DAY_MS,
      duties: [],
    });
  });

  it('that cannot be written loses nothing: the database has it, and a later tick writes it', async () => {
    await worker.settle();
    world.local.failWith = new Error('QUOTA_BYTES quota exceeded');
    expect(await worker.post(ingestPage([order(1)]))).toMatchObject({ ok: true });
    await worker.mirror.settled();
    expect(world.errors).toHaveLength(1);
    world.local.failWith = undefined;
    worker.listeners.alarm?.('tick');
    await worker.settle();
    expect((await findMirror(world.local, shop))?.tallies).toHaveLength(1);
  });
});

describe('a script with readers', () => {
  const ask = (sender = contentSender()) =>
    worker.post({ type: 'load-readers', kind: 'score' }, sender);

  it('goes into the frame that asked, whatever the message says', async () => {
    world.platform = { ...world.platform, moreReadersFile: { score: 'sample-more.js' } };
    worker = startWorker(world);
    expect(await ask({ ...contentSender(7), frameId: 3 })).toEqual({ ok: true, value: {} });
    const greedy = await worker.post({
      type: 'load-readers',
      kind: 'score',
      file: 'other.js',
      tabId: 9,
    });
    expect(greedy.ok).toBe(false);
    expect(world.scripts).toEqual([[7, 3, 'sample-more.js']]);
  });

  it('is refused where a platform has none, and to pages of other sites', async () => {
    world.platform = { ...world.platform, moreReadersFile: undefined };
    worker = startWorker(world);
    expect((await ask()).ok).toBe(false);
    expect((await ask(contentSender(1, 'https://elsewhere.example'))).ok).toBe(false);
    expect(world.scripts).toEqual([]);
  });
});
