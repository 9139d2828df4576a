// @vitest-environment happy-dom
/** Every saved page, read by its reader, sent, validated and stored by the real rules of its platform. */
import { describe, expect, it } from 'vitest';
import { openDuties } from '../../src/core/duties';
import type { IngestPageRequest } from '../../src/messages/contract';
import { getPlatform } from '../../src/platforms/registry';
import { shopKeyOf } from '../../src/store/keys';
import { findMirror } from '../../src/store/mirror-read';
import { createPlatformRules } from '../../src/store/rules';
import { contextOf, getReader, listCases, loadCase } from '../pages/case';
import { contentOf, recomputeTallies, storedTallies } from './support/database-content';
import { contentSender, createWorld, startWorker } from './support/fake-browser';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** The message a page session would send for a saved page; undefined when the reader stays silent. */
function messageOf(name: string) {
  const page = loadCase(name);
  const context = contextOf(page, parse);
  const reader = getReader(page);
  const root = reader.findRoot(context);
  if (!root) return undefined;
  const { kind, shop, ofHost, records, list, health } = reader.read(context, root);
  const common = { shop, seenMs: context.nowMs, health };
  const message =
    health.verdict === 'broken' || !(shop ?? ofHost)
      ? { type: 'report-health', ...common }
      : { type: 'ingest-page', ...common, kind, records, list };
  return { message, nowMs: context.nowMs, origin: context.url.origin, pii: page.about.pii };
}

const KINDS = ['order', 'ticket', 'score', 'review', 'chat-day'];

describe('a saved page through to the store', () => {
  it.each(listCases())('%s', async (name) => {
    const sent = messageOf(name);
    if (!sent) return;
    const platform = getPlatform(name.split('/')[0] ?? '');
    const rules = createPlatformRules(platform, (one) => openDuties(one, platform.duties));
    const world = createWorld(platform);
    world.nowMs = sent.nowMs;
    const worker = startWorker(world);
    const answer = await worker.post(sent.message, contentSender(1, sent.origin));
    // A page that names no shop is nobody's until the merchant says so (host-shop.test.ts).
    const isOfHost = sent.message.type === 'ingest-page' && !sent.message.shop;
    expect(answer).toMatchObject(isOfHost ? { ok: false, code: 'no-shop' } : { ok: true });
    await worker.settle();
    expect(world.errors).toEqual([]);

    const content = await contentOf(worker.db);
    const everything = JSON.stringify([content, [...world.local.values]]);
    for (const text of sent.pii) expect(everything).not.toContain(text);

    if (sent.message.type === 'report-health' || isOfHost) {
      expect(content.cases).toEqual([]);
      expect(content.tallies).toEqual([]);
      return;
    }
    const { shop, records } = sent.message as Required<IngestPageRequest>;
    const orderIds = new Set(records.flatMap((one) => ('orderId' in one ? [one.orderId] : [])));
    expect(content.cases.map((row) => row.orderId)).toEqual([...orderIds].sort());
    const rows = records.filter((one) => 'orderId' in one);
    expect(answer.ok && answer.value.verdicts).toHaveLength(rows.length);
    const tallies = await storedTallies(worker.db, shopKeyOf(shop));
    expect(tallies).toEqual(await recomputeTallies(worker.db, rules, shopKeyOf(shop)));
    expect((await findMirror(world.local, shop))?.revision).toBe(1);
  });

  it('some pages have records of each kind, or this test proves nothing', () => {
    const kinds = listCases().flatMap((name) => {
      const message = messageOf(name)?.message;
      return message && 'records' in message ? message.records.map((one) => one.kind) : [];
    });
    expect([...new Set(kinds)].sort()).toEqual([...KINDS].sort());
  });
});
