/** The demo shop goes the way of any page, and tells the story it was made up for. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { choosePack } from '../../src/core/choose-pack';
import { buildReport } from '../../src/core/report';
import { beijingMs } from '../../src/core/time';
import { doudianDemoShop } from '../../src/platforms/doudian/demo-shop';
import { platforms } from '../../src/platforms/registry';
import { createDatabase } from '../../src/store/database';
import { findMirror } from '../../src/store/mirror-read';
import { createStorePorts } from '../../src/ui/dashboard/bind-store';
import { createTranslator, zhMessages } from '../../src/ui/i18n';
import { findNearestLine } from '../../src/ui/popup/nearest-line';
import { BUILD, MemoryArea } from './support/fake-browser';

const NOW = beijingMs(2026, 11, 23, 15);
const demo = doudianDemoShop(NOW);

function open() {
  const db = createDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  const area = new MemoryArea();
  const ports = createStorePorts({ area, platforms, now: () => NOW, build: BUILD, db });
  return { db, area, ports };
}

describe('the demo shop', () => {
  it('is marked as one by its name and by ids that no back-end shows', () => {
    expect(demo.shop.name).toContain('演示');
    const ids = demo.records.flatMap((each) => ('orderId' in each ? [each.orderId] : []));
    expect(ids.every((id) => /^0{10}\d{8}$/.test(id))).toBe(true);
  });

  it('has a drag, orders behind it and duties that can be met', async () => {
    const { area, ports } = open();
    await ports.addDemo(demo);
    const mirror = await findMirror(area, demo.shop);
    if (!mirror) throw new Error('no mirror');
    const packs = platforms.find((each) => each.id === demo.shop.platform)?.packs ?? [];
    const pack = choosePack(packs, mirror.snapshots, NOW);
    const report = buildReport({ ...mirror, pack, nowMs: NOW });
    expect(report.drag).toMatchObject({ indicator: 'quality-return-rate', why: 'largest-loss' });
    expect(report.change?.points).toBeDefined();
    expect(report.offenders.length).toBeGreaterThan(3);
    expect(report.coverage.every((each) => (each.ratio ?? 0) >= 0.98)).toBe(true);
    expect(mirror.duties).toHaveLength(2);
  });

  it('stands on a line that it could lose, in words', async () => {
    const { area, ports } = open();
    await ports.addDemo(demo);
    const mirror = await findMirror(area, demo.shop);
    const model = mirror && ports.modelOf(mirror, NOW);
    if (!model) throw new Error('no model');
    const line = await findNearestLine(model, createTranslator('zh-CN', zhMessages));
    expect(line?.text).toMatch(/\p{Script=Han}/u);
    expect(line?.standing).toMatch(/^现在 [\d.%]+.*(高出|还差) [\d.]+/);
    expect(line?.holds).toBe(true);
  });

  it('goes without a trace, and coming twice changes nothing', async () => {
    const { db, area, ports } = open();
    await ports.addDemo(demo);
    const first = await db.cases.count();
    await ports.addDemo(demo);
    expect(await db.cases.count()).toBe(first);
    await ports.deleteShop(demo.shop);
    expect(await db.cases.count()).toBe(0);
    expect(await db.tallies.count()).toBe(0);
    expect(await db.snapshots.count()).toBe(0);
    expect(await findMirror(area, demo.shop)).toBeUndefined();
  });
});
