/** Random lives of a store, and everything that must hold after each. Runs in node and in a browser. */
import fc from 'fast-check';
import { chatDayFromRecord } from '../../../src/core/case-from-record';
import type { CaseRecord, ChatDay, OrderCase, PageRecord } from '../../../src/core/entities';
import type { Fact } from '../../../src/core/measure';
import { mergeChatDays } from '../../../src/core/merge';
import { tallyAll } from '../../../src/core/tally';
import { beijingDay, DAY_MS, HOUR_MS } from '../../../src/core/time';
import { sightedCases, storedCounts, withoutMarks } from '../../../src/store/case-changes';
import type { ScoreDatabase } from '../../../src/store/database';
import { deleteShop } from '../../../src/store/delete-data';
import { importRecords } from '../../../src/store/import-records';
import { type Batch, ingestBatch, OtherShopError } from '../../../src/store/ingest';
import { shopKeyOf } from '../../../src/store/keys';
import { mergeStored } from '../../../src/store/merge-stored';
import { buildMirror, OFFENDERS_PER_MEASURE } from '../../../src/store/mirror-build';
import { offenderRef, worstFirst } from '../../../src/store/offence';
import { listOffenders } from '../../../src/store/offenders';
import { packHistoryStep } from '../../../src/store/pack-history';
import { findStoredCases, scanCases } from '../../../src/store/read-cases';
import { rebuildStep } from '../../../src/store/rebuild';
import { expireOld } from '../../../src/store/retention';
import type { PlatformRules } from '../../../src/store/rules';
import { mergeShops, splitShop } from '../../../src/store/shop-alias';
import { allGroups, findGroup } from '../../../src/store/shop-group';
import { NOW, order, otherShop, shop, ticket } from './builders';
import { storedCases, storedTallies } from './database-content';

export type Step =
  | { do: 'page' | 'file' | 'merge'; records: PageRecord[]; minute: number; atOnce: number }
  | { do: 'together'; steps: Step[] }
  | { do: 'pack' | 'rebuild'; chunk: number }
  | { do: 'new-measures' }
  | { do: 'expire'; days: number }
  | { do: 'delete' | 'one-shop' | 'two-shops'; own: boolean };

const n = fc.integer({ min: 1, max: 30 });
const someMs = fc.integer({ min: -30 * 24, max: -1 }).map((hours) => NOW + hours * HOUR_MS);
const known = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const someRecord: fc.Arbitrary<CaseRecord> = fc.oneof(
  fc
    .record({
      id: n,
      placedMs: someMs,
      status: fc.constantFrom('待发货', '已完成', '已关闭'),
      finishedMs: known(someMs),
    })
    .map(({ id, ...fields }) => order(id, fields)),
  fc
    .record({
      id: n,
      nth: fc.integer({ min: 0, max: 2 }),
      status: fc.constantFrom('待商家处理', '已同意', '已关闭'),
      reason: fc.constantFrom('质量问题', '不想要了'),
      agreedMs: known(someMs),
      dueMs: known(someMs.map((ms) => ms + 40 * DAY_MS)),
    })
    .map(({ id, nth, ...fields }) => ({
      ...ticket(id, fields),
      ticketId: ticket(id * 10 + nth).ticketId,
    })),
);

const someChatDay: fc.Arbitrary<PageRecord> = fc.record({
  kind: fc.constant('chat-day' as const),
  day: fc.integer({ min: 1, max: 30 }).map((back) => beijingDay(NOW) - back),
  rounds: fc.integer({ min: 0, max: 50 }),
  replySeconds: fc.integer({ min: 0, max: 900 }),
});

const batch = {
  records: fc.array(
    fc.oneof(
      { weight: 8, arbitrary: someRecord as fc.Arbitrary<PageRecord> },
      { weight: 1, arbitrary: someChatDay },
    ),
    { minLength: 1, maxLength: 12 },
  ),
  minute: fc.integer({ min: 0, max: 3_000 }),
  atOnce: fc.integer({ min: 1, max: 8 }),
};
const writing = (what: 'page' | 'file' | 'merge') => fc.record({ do: fc.constant(what), ...batch });
const shaping = fc.record({
  do: fc.constantFrom('pack' as const, 'rebuild' as const),
  chunk: fc.integer({ min: 1, max: 9 }),
});
const newMeasures = fc.record({ do: fc.constant('new-measures' as const) });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: writing('page') },
  { weight: 4, arbitrary: writing('file') },
  { weight: 2, arbitrary: writing('merge') },
  { weight: 3, arbitrary: shaping },
  { weight: 1, arbitrary: newMeasures },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('expire' as const),
      days: fc.integer({ min: 370, max: 400 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), own: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('one-shop' as const, 'two-shops' as const),
      own: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('together' as const),
      steps: fc.array(fc.oneof(writing('page'), writing('file'), writing('merge'), shaping), {
        minLength: 2,
        maxLength: 4,
      }),
    }),
  },
);
export const anySteps = fc.array(step, { minLength: 2, maxLength: 16 });

/** Little but changes of measures overtaking each other, with packing and writing in between. */
export const restlessSteps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: newMeasures as fc.Arbitrary<Step> },
    { weight: 3, arbitrary: shaping },
    { weight: 2, arbitrary: fc.oneof(writing('page'), writing('file'), writing('merge')) },
  ),
  { minLength: 4, maxLength: 20 },
);

/** Every third order is another shop's. */
const isOwn = (record: PageRecord): boolean =>
  isCaseRecord(record) ? Number(BigInt(record.orderId) % 3n) !== 0 : true;
const isCaseRecord = (record: PageRecord): record is CaseRecord => 'orderId' in record;
const noArea = { get: async () => ({}), set: async () => {}, remove: async () => {} };

/** Plays the steps; `versions` are the measures that take turns. The last rebuild is always finished. */
export async function playSteps(
  db: ScoreDatabase,
  versions: [PlatformRules, ...PlatformRules[]],
  steps: Step[],
): Promise<PlatformRules> {
  let turn = 0;
  for (const one of steps) {
    if (one.do === 'new-measures') turn += 1;
    await play(db, versions[turn % versions.length] ?? versions[0], one);
  }
  const rules = versions[turn % versions.length] ?? versions[0];
  while (!(await rebuildStep(db, rules, 7)).done);
  return rules;
}

async function play(db: ScoreDatabase, rules: PlatformRules, one: Step): Promise<void> {
  if (one.do === 'together') {
    // Several tabs, an import and the upkeep at once: nobody waits for the others.
    await Promise.all(one.steps.map((each) => play(db, rules, each)));
  } else if (one.do === 'page' || one.do === 'file' || one.do === 'merge') {
    // Pages of shops that are one show any order under either identity.
    const isOne = (await findGroup(db, shop)).shopIds.length > 1;
    const swaps = isOne && one.minute % 2 === 1;
    for (const own of [true, false]) {
      const records = one.records.filter((record) => isOwn(record) === own);
      const seenMs = NOW + one.minute * 60_000;
      const batch = { shop: own === swaps ? otherShop : shop, seenMs, records };
      const cases = records.filter(isCaseRecord);
      if (one.do === 'page') await ingestBatch(db, rules, batch).catch(unlessRefused);
      else if (one.do === 'file')
        await importRecords(db, rules, { ...batch, batches: split(cases), atOnce: one.atOnce });
      else await mergeStored(db, rules, storedThings(batch, cases));
    }
  } else if (one.do === 'pack') {
    let afterId: string | undefined = '';
    while (afterId !== undefined) {
      const at: { afterId: string; nowMs: number } = { afterId, nowMs: NOW + 30 * DAY_MS };
      afterId = (await packHistoryStep(db, rules, at, one.chunk)).afterId;
    }
  } else if (one.do === 'rebuild') await rebuildStep(db, rules, one.chunk);
  else if (one.do === 'expire') await expireOld(db, rules, {}, NOW + one.days * DAY_MS);
  else if (one.do === 'delete') await deleteShop(db, noArea, one.own ? shop : otherShop);
  else if (one.do === 'one-shop') {
    const [from, into] = one.own ? [shop, otherShop] : [otherShop, shop];
    await mergeShops(db, from, into, NOW);
  } else if (one.do === 'two-shops') {
    for (const each of [shop, otherShop]) await splitShop(db, each, NOW);
  }
}

/** Taken apart again, an order stays with the identity that it was first seen under. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof OtherShopError)) throw error;
}

/** The same as it would lie in a backup. */
const storedThings = ({ shop, seenMs, records }: Batch, cases: CaseRecord[]) => ({
  shop,
  lastSeenMs: seenMs,
  cases: sightedCases(cases, shop, seenMs),
  chatDays: records.flatMap((record) =>
    record.kind === 'chat-day' ? [chatDayFromRecord(record, seenMs)] : [],
  ),
});

async function* split(records: CaseRecord[]) {
  for (const record of records) yield [record];
}

/** Offences that the mirror lists: none of these lives has as many as it leaves out. */
const offencesOf = (cases: OrderCase[], rules: PlatformRules): Fact[] =>
  cases
    .flatMap((one) => rules.facts(one))
    .filter(({ offends, measureId, day }) => {
      const window = rules.windows[measureId];
      const today = beijingDay(NOW);
      return offends && window && day >= today - window.from && day <= today;
    });

/** What is wrong in a store whose tallies are of these measures; nothing, when all is well. */
export async function checkStore(db: ScoreDatabase, rules: PlatformRules): Promise<string[]> {
  const problems: string[] = [];
  const same = (what: string, a: unknown, b: unknown): void => {
    const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
    if (left !== right) problems.push(`${what}: ${left} instead of ${right}`);
  };
  const all = (await storedCases(db)).map(withoutMarks);
  const ids = all.map((one) => one.orderId);
  same('each order in one place', ids, [...new Set(ids)]);
  const packs = await db.packs.toArray();
  for (const [i, pack] of packs.entries()) {
    const before = packs[i - 1];
    if (before && before.lastId >= pack.firstId) problems.push('packs overlap');
  }
  const scanned: string[] = [];
  for await (const chunk of scanCases(db, rules.platform, 3)) {
    scanned.push(...chunk.map((one) => one.orderId));
  }
  same('a scan finds each once', scanned, ids);
  const found = await db.transaction('r', [db.cases, db.packs], async () =>
    findStoredCases(db, rules.platform, [...ids].reverse()),
  );
  same(
    'each is found by its id',
    found.map((one) => one?.row.orderId),
    [...ids].reverse(),
  );
  for (const group of allGroups(await db.shops.toArray())) {
    const mirror = await buildMirror(db, rules, group.shop, NOW);
    const cases = all.filter((one) => group.shopIds.includes(one.shopId));
    const days = new Map<number, ChatDay>();
    for (const { shopKey, chatDay } of await db.chatDays.toArray()) {
      if (!group.shopKeys.includes(shopKey)) continue;
      const known = days.get(chatDay.day);
      days.set(chatDay.day, known ? mergeChatDays(known, chatDay) : chatDay);
    }
    const facts = [
      ...cases.map((one) => rules.facts(one)),
      ...[...days.values()].map((day) => rules.chatFacts(day)),
    ];
    same('tallies of the shop', mirror?.tallies, tallyAll(facts));
    const stored = cases.reduce((sum, one) => sum + storedCounts(one).orders, 0);
    same('orders of the shop', mirror?.coverage.orders.stored ?? 0, stored);
    const perMeasure = new Map<string, number>();
    for (const { measureId } of offencesOf(cases, rules)) {
      perMeasure.set(measureId, (perMeasure.get(measureId) ?? 0) + 1);
    }
    const shown = [...perMeasure.values()].map((count) => Math.min(count, OFFENDERS_PER_MEASURE));
    same(
      'offenders of the shop',
      mirror?.offenders.length,
      shown.reduce((sum, count) => sum + count, 0),
    );
  }
  for (const each of [shop, otherShop]) {
    const shopKey = shopKeyOf(each);
    const cases = all.filter((one) => one.shopId === each.shopId);
    const chats = (await db.chatDays.toArray()).filter((row) => row.shopKey === shopKey);
    const facts = [
      ...cases.map((one) => rules.facts(one)),
      ...chats.map(({ chatDay }) => rules.chatFacts(chatDay)),
    ];
    same('tallies', await storedTallies(db, shopKey), tallyAll(facts));
    const coverage = (await db.coverage.get(shopKey))?.state;
    for (const side of ['orders', 'aftersales'] as const) {
      const count = cases.reduce((sum, one) => sum + storedCounts(one)[side], 0);
      same(`${side} stored`, coverage?.[side].stored ?? 0, count);
    }
    const today = beijingDay(NOW);
    for (const measureId of Object.keys(rules.windows)) {
      const query = { shopKey, measureId, fromDay: today - 45, toDay: today + 45, limit: 100_000 };
      const expected = cases
        .flatMap((one) =>
          rules
            .facts(one)
            .filter((fact) => fact.offends && fact.measureId === measureId)
            .map((fact) => offenderRef(one, fact)),
        )
        .sort(worstFirst);
      const listed = await listOffenders(db, rules, query);
      same(
        `offenders of ${measureId}`,
        listed.map((one) => [one.orderId, one.unitId, one.day, one.num]),
        expected.map((one) => [one.orderId, one.unitId, one.day, one.num]),
      );
    }
  }
  return problems;
}
