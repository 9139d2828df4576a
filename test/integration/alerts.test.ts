/** Alerts from stored pages to desktop notes: opt-in, each event once, a click leads somewhere useful. */
import { beforeEach, describe, expect, it } from 'vitest';
import { defaultPreferences, type Preferences } from '../../src/core/preferences';
import { beijingMs, HOUR_MS, MINUTE_MS } from '../../src/core/time';
import { health, ingestPage, NOW, ticket } from './support/builders';
import {
  contentSender,
  createWorld,
  startWorker,
  type Worker,
  type World,
} from './support/fake-browser';

let world: World;
let worker: Worker;
beforeEach(() => {
  world = createWorld();
  worker = startWorker(world);
});

async function choose(change: (preferences: Preferences) => void): Promise<void> {
  const preferences = defaultPreferences();
  change(preferences);
  await world.local.set({ 'settings:preferences': preferences });
}
async function tickAfter(ms: number): Promise<void> {
  world.nowMs += ms;
  worker.listeners.alarm?.('tick');
  await worker.settle();
}
const readTickets = async (): Promise<void> => {
  const page = ingestPage([
    ticket(1, { dueMs: NOW + 2 * HOUR_MS }),
    ticket(2, { dueMs: NOW + 3 * HOUR_MS }),
    ticket(3, { dueMs: NOW + 40 * HOUR_MS }),
  ]);
  expect(await worker.post(page, contentSender())).toMatchObject({ ok: true });
  await worker.settle();
};

describe('desktop alerts', () => {
  it('are none while switched off, whatever happens', async () => {
    await readTickets();
    await tickAfter(5 * MINUTE_MS);
    expect(world.notes).toEqual([]);
  });

  it('tell reachable duties once, also after the worker died', async () => {
    await choose((each) => {
      each.alerts.duties.on = true;
    });
    await readTickets();
    await tickAfter(5 * MINUTE_MS);
    expect(world.notes).toHaveLength(1);
    expect(world.notes[0]).toMatchObject({
      title: '木木家居',
      text: expect.stringMatching(/^2 个售后单快到平台时限，最早 11-22 \d\d:\d\d/),
    });
    worker.kill();
    worker = startWorker(world);
    await worker.settle();
    await tickAfter(5 * MINUTE_MS);
    expect(world.notes).toHaveLength(1);
  });

  it('speak the language chosen in the dashboard', async () => {
    await choose((each) => {
      each.alerts.duties.on = true;
    });
    await world.local.set({ 'settings:locale': 'en' });
    await readTickets();
    await tickAfter(5 * MINUTE_MS);
    expect(world.notes[0]?.text).toMatch(/^2 after-sale tickets are near/);
  });

  it('open the list on which the duties stand', async () => {
    await choose((each) => {
      each.alerts.duties.on = true;
    });
    await readTickets();
    await tickAfter(5 * MINUTE_MS);
    worker.listeners.noteClicked?.(world.notes[0]?.id ?? '');
    await worker.settle();
    expect(world.opened).toEqual([world.platform.links.aftersaleList]);
    worker.listeners.noteClicked?.('another extension’s idea of an id');
    await worker.settle();
    expect(world.opened).toHaveLength(1);
    expect(world.errors).toEqual([]);
  });

  it('lead to the shop’s own page when a page cannot be read any more', async () => {
    await choose((each) => {
      each.alerts['reader-broken'].on = true;
    });
    await readTickets();
    const broken = ingestPage([], { kind: 'score', health: health('score', 'broken') });
    expect(await worker.post(broken, contentSender())).toMatchObject({ ok: true });
    await worker.settle();
    await tickAfter(5 * MINUTE_MS);
    expect(world.notes).toHaveLength(1);
    expect(world.notes[0]?.text).toContain('体验分页读不懂了');
    worker.listeners.noteClicked?.(world.notes[0]?.id ?? '');
    await worker.settle();
    expect(world.opened).toEqual([expect.stringMatching(/dashboard\.html#\/[^/]+\/[^/]+$/)]);
    await tickAfter(5 * MINUTE_MS);
    expect(world.notes).toHaveLength(1);
  });

  it('wait through the night, over midnight in Beijing, and tell in the morning', async () => {
    await choose((each) => {
      each.alerts.duties = { on: true, threshold: 24 };
    });
    // Half past eleven at night there, whatever hour the machine's own zone has.
    world.nowMs = beijingMs(2026, 11, 22, 23, 30);
    const late = ticket(1, { dueMs: beijingMs(2026, 11, 23, 12) });
    const page = ingestPage([late], { seenMs: world.nowMs });
    expect(await worker.post(page, contentSender())).toMatchObject({ ok: true });
    await worker.settle();
    for (const hours of [0.1, 1, 3, 4.2]) {
      await tickAfter(hours * HOUR_MS);
      expect(world.notes).toEqual([]);
    }
    await tickAfter(HOUR_MS / 2);
    expect(world.notes).toHaveLength(1);
  });

  it('say nothing and forget nothing without the permission', async () => {
    world.mayNotify = false;
    await choose((each) => {
      each.alerts.duties.on = true;
    });
    await readTickets();
    await tickAfter(5 * MINUTE_MS);
    expect(world.notes).toEqual([]);
    world.mayNotify = true;
    await tickAfter(5 * MINUTE_MS);
    expect(world.notes).toHaveLength(1);
  });
});

describe('an incognito window', () => {
  const incognito = () => ({ ...contentSender(), tab: { id: 1, incognito: true } });

  it('stores nothing without consent, and says so', async () => {
    const answer = await worker.post(ingestPage([ticket(1)]), incognito());
    expect(answer).toMatchObject({ ok: false, code: 'incognito' });
    expect(await worker.db.cases.count()).toBe(0);
    expect(await worker.db.health.count()).toBe(0);
  });

  it('stores like any other once the merchant allowed it', async () => {
    await choose((each) => {
      each.incognito = true;
    });
    expect(await worker.post(ingestPage([ticket(1)]), incognito())).toMatchObject({ ok: true });
    expect(await worker.db.cases.count()).toBe(1);
  });
});
