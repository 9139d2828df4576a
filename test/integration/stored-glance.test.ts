/** What the popup paints before the engine is there: the engine's own word, or nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glanceOf } from '../../src/core/glance-report';
import { DAY_MS } from '../../src/core/time';
import { STATE_KEY } from '../../src/store/mirror-types';
import {
  findMisfit,
  glanceKey,
  parseGlance,
  type StoredGlance,
} from '../../src/store/stored-glance';
import { createTranslator, zhMessages } from '../../src/ui/i18n';
import { glanceView } from '../../src/ui/popup/popup-glance';
import { ask } from '../../src/ui/popup/read-glance';
import { findStored } from '../../src/ui/popup/stored-input';
import type { PopupPorts } from '../../src/ui/ports';
import { makeIndex, makeMirror, makeReport, PLATFORM } from '../unit/ui/fixtures';
import { ingestPage, NOW, order, shop, snapshot, ticket } from './support/builders';
import { BUILD, createWorld, startWorker, uiOf } from './support/fake-browser';

const KEY = glanceKey(shop.platform, shop.shopId);
const tr = createTranslator('zh-CN', zhMessages);

async function seenShop() {
  const world = createWorld();
  const worker = startWorker(world);
  await worker.post(ingestPage([order(1), ticket(1), order(2), snapshot()]));
  await worker.settle();
  const ui = uiOf(world, worker);
  const ports = { ...ui, hasSiteAccess: async () => true, build: BUILD } as unknown as PopupPorts;
  const find = async (more: Partial<PopupPorts> = {}) => {
    const asked = { ...ports, ...more };
    return findStored(asked, await ask(asked));
  };
  const put = (glance: unknown) => world.local.values.set(KEY, JSON.stringify(glance));
  const text = () => JSON.parse(world.local.values.get(KEY) ?? '""') as string;
  return { world, worker, ui, find, put, stored: () => parseGlance(text()) as StoredGlance };
}

describe('a stored glance', () => {
  it('says what the engine says of the mirror beside it', async () => {
    const { ui, find } = await seenShop();
    const mirror = await ui.readMirror(shop);
    const input = await find();
    if (!mirror || !input) throw new Error('nothing stored');
    const explained = { ...input, mirror, report: ui.reportOf(mirror, NOW) };
    const view = glanceView(input, tr);
    expect(view.score).toBeDefined();
    expect(view).toEqual(glanceView(explained, tr));
  });

  it('says the same for whatever the engine names, through storage and back', () => {
    const report = makeReport();
    const drags = report.indicators.map(({ id, dimension }) => ({ indicator: id, dimension }));
    const whys = ['largest-loss', 'unexplained-largest', 'deduction-largest', 'below-standard'];
    const any = fc.record({
      drag: fc.tuple(
        fc.constantFrom(...drags, {}),
        fc.constantFrom(...whys, 'nothing-stands-out', 'several-below', 'parts-unknown'),
        fc.constantFrom('exact' as const, 'page' as const, 'estimate' as const),
        fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }),
      ),
      bonus: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
      deduction: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
      met: fc.array(fc.option(fc.boolean(), { nil: undefined }), { minLength: 9, maxLength: 9 }),
    });
    fc.assert(
      fc.property(any, ({ drag: [what, why, provenance, pointsLost], met, ...points }) => {
        const one = makeReport({
          ...points,
          drag: { ...what, why, provenance, pointsLost },
          indicators: report.indicators.map((each, i) => ({ ...each, met: met[i] })),
        });
        const input = {
          index: makeIndex(),
          platforms: [PLATFORM],
          selected: { platform: 'doudian', shopId: 'a' },
          mirror: makeMirror(),
          hasSiteAccess: true,
          seat: 'owner' as const,
          nowMs: NOW,
        };
        const back = JSON.parse(JSON.stringify(glanceOf(one)));
        expect(glanceView({ ...input, report: back }, tr)).toEqual(
          glanceView({ ...input, report: one }, tr),
        );
      }),
    );
  });

  it.each<[string, Partial<StoredGlance>]>([
    ['build', { build: 'another' }],
    ['revision', { revision: 99 }],
    ['day', { madeMs: NOW - DAY_MS }],
    ['clock', { madeMs: NOW + 60_000 }],
    ['settings', { settings: '{"packId":"another"}' }],
  ])('of another %s is not painted', async (why, other) => {
    const { find, put, stored } = await seenShop();
    const glance = stored();
    const { revision } = glance;
    const changed = { ...glance, ...other };
    const world = { build: BUILD, nowMs: NOW, revision, settings: JSON.parse(glance.settings) };
    expect(findMisfit(glance, world)).toBeUndefined();
    expect(findMisfit(changed, world)).toBe(why);
    put(JSON.stringify(changed));
    expect(await find()).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['cut off', '{"schema":1,"build":"te'],
    ['of another shape', JSON.stringify({ schema: 1, build: BUILD, report: {} })],
    ['of another version', JSON.stringify({ schema: 2 })],
    ['no text', 7],
  ])('that is %s is not painted', async (_, value) => {
    const { find, put } = await seenShop();
    put(value);
    expect(await find()).toBeUndefined();
  });

  it('is not painted for a desk seat, without permission, or while the store is in trouble', async () => {
    const { world, find, ui } = await seenShop();
    expect(await find()).toBeDefined();
    const preferences = await ui.readPreferences();
    const desk = async () => ({ ...preferences, seat: 'desk' as const });
    expect(await find({ readPreferences: desk })).toBeUndefined();
    expect(await find({ hasSiteAccess: async () => false })).toBeUndefined();
    const trouble = { trouble: { code: 'full', sinceMs: NOW } };
    world.local.values.set(STATE_KEY, JSON.stringify(trouble));
    expect(await find()).toBeUndefined();
    const rebuilds = { rebuilds: { [shop.platform]: { percent: 3 } } };
    world.local.values.set(STATE_KEY, JSON.stringify(rebuilds));
    expect(await find()).toBeUndefined();
  });

  it('that is wrong is made anew when the popup has the mirror verified', async () => {
    const { ui, put, stored } = await seenShop();
    const right = stored();
    put(JSON.stringify({ ...right, report: { ...right.report, notes: ['invented'] } }));
    expect(await ui.checkMirror(shop)).toBe(true);
    expect(stored()).toEqual(right);
    expect(await ui.checkMirror(shop)).toBe(false);
  });
});
