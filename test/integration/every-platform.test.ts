// @vitest-environment happy-dom
/**
 * What every registered platform does for a merchant, on its own saved pages: nothing here names one, so
 * the next is covered by its cases alone. Pages are read, stored, judged, marked, and shown in the popup.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { badgeText } from '../../src/badges/catalogue';
import { clearBadges, drawBadges } from '../../src/badges/draw-badges';
import type { ShopRef } from '../../src/core/entities';
import type { RowVerdict } from '../../src/core/verdict-types';
import { platforms } from '../../src/platforms/registry';
import type { PageReading } from '../../src/platforms/types';
import { createUiPorts } from '../../src/ui/bind-ports';
import { healthRows } from '../../src/ui/dashboard/health-rows';
import { popupView } from '../../src/ui/popup/popup-model';
import { contextOf, getReader, listCases, loadCase } from '../pages/case';
import { toReadable } from '../pages/case-reading';
import { dashboardTranslator } from '../unit/ui/dashboard-translator';
import {
  contentSender,
  createWorld,
  startWorker,
  type Worker,
  type World,
} from './support/fake-browser';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

interface Opened {
  name: string;
  doc: Document;
  nowMs: number;
  reading: PageReading;
  /** Reads the page again, as it stands. */
  again(): PageReading;
  verdicts: RowVerdict[];
}

function read(name: string) {
  const page = loadCase(name);
  const context = contextOf(page, parse);
  const reader = getReader(page);
  const root = reader.findRoot(context);
  if (!root) return undefined;
  const again = (): PageReading => reader.read({ ...context, changes: undefined }, root);
  return { name, context, reading: again(), again };
}

describe.each(platforms.map((each) => [each.id, each] as const))('%s', (id, platform) => {
  const names = listCases().filter((name) => name.startsWith(`${id}/`));
  let world: World;
  let worker: Worker;
  const opened: Opened[] = [];
  const shops = new Map<string, ShopRef>();

  beforeAll(async () => {
    world = createWorld(platform);
    worker = startWorker(world);
    const found = names.flatMap((name) => read(name) ?? []);
    found.sort((a, b) => a.context.nowMs - b.context.nowMs);
    for (const { name, context, reading, again } of found) {
      const { kind, shop, records, list, health } = reading;
      if (health.verdict === 'broken' || !shop) continue;
      world.nowMs = context.nowMs;
      const message = {
        type: 'ingest-page',
        ...{ kind, shop, records, list, health, seenMs: context.nowMs },
      };
      const answer = await worker.post(message, contentSender(1, context.url.origin));
      // A saved page may repeat another's order under another shop: refused, never shared.
      if (!answer.ok) {
        expect(answer.code, name).toBe('other-shop');
        continue;
      }
      shops.set(shop.shopId, shop);
      const { verdicts } = answer.value as { verdicts: RowVerdict[] };
      opened.push({ name, doc: context.doc, nowMs: context.nowMs, reading, again, verdicts });
    }
    await worker.settle();
  }, 60_000);

  it('reads lists and a score', () => {
    const kinds = opened.map(({ reading }) => reading.kind);
    expect(kinds).toEqual(expect.arrayContaining(['order-list', 'aftersale-list', 'score']));
    expect(world.errors).toEqual([]);
  });

  it('marks rows, says what and why, and is neither in its own way nor left behind', () => {
    let marked = 0;
    for (const { name, doc, nowMs, reading, again, verdicts } of opened) {
      const before = doc.documentElement.outerHTML;
      const t = badgeText('zh-CN');
      drawBadges(reading.rows, verdicts, { doc, now: () => nowMs, t });
      const badges = [...doc.querySelectorAll('scorelens-badge')];
      for (const badge of badges) {
        const orderId = badge.getAttribute('data-order-id') ?? '';
        expect(reading.rows.map((row) => row.orderId)).toContain(orderId);
        expect(badge.shadowRoot?.textContent ?? '', name).toMatch(/\p{Script=Han}/u);
        expect(badge.shadowRoot?.textContent).not.toMatch(/\{\w+\}|undefined|NaN/);
      }
      marked += badges.length;
      expect(toReadable(again()), name).toEqual(toReadable(reading));
      clearBadges(doc);
      expect(doc.documentElement.outerHTML).toBe(before);
    }
    expect(marked).toBeGreaterThan(0);
  });

  it('gives every verdict a clause, a date to a duty and never to a running clock', () => {
    const verdicts = opened.flatMap((each) => each.verdicts);
    expect(verdicts.length).toBeGreaterThan(0);
    for (const verdict of verdicts) {
      if (verdict.verdict === 'clean') continue;
      expect(verdict.clause).not.toBe('');
      if (verdict.verdict === 'savable') expect(verdict.dueMs).toBeDefined();
      if (verdict.verdict === 'running') expect(verdict.dueMs).toBeUndefined();
    }
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

  it.each(['zh-CN', 'en'] as const)(
    'shows each shop in the popup and its pages in the dashboard, in %s: texts whole, links to its own hosts',
    async (locale) => {
      const tr = dashboardTranslator(locale);
      const hosts = platform.hosts.map((host) => /:\/\/(?:\*\.)?([^/]+)/.exec(host)?.[1] ?? '');
      const index = await ports().readMirrorIndex();
      expect(index.shops.map(({ shopId }) => shopId).sort()).toEqual([...shops.keys()].sort());
      let scored = 0;
      for (const shop of shops.values()) {
        const mirror = await ports().readMirror(shop);
        if (!mirror) throw new Error(`no mirror of ${shop.name}`);
        const report = ports().reportOf(mirror, world.nowMs);
        const input = {
          ...{ index, mirror, report, nowMs: world.nowMs, welcomeUrl: '', dataUrl: '' },
          platforms: ports().platforms,
          selected: shop,
          hasSiteAccess: true,
          seat: 'owner' as const,
        };
        const view = popupView(input, tr);
        expect(view.shopName).toBe(shop.name);
        expect(view.platformName).toBe(platform.name[locale]);
        const text = JSON.stringify([view, healthRows(mirror, new Map(), world.nowMs, tr)]);
        expect(text).not.toMatch(/\{(?:\w+)\}|undefined|NaN|\[object/);
        for (const [address] of text.matchAll(/https:\/\/[^"\\]+/g)) {
          const { hostname } = new URL(address);
          expect(hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))).toBe(
            true,
          );
        }
        if (view.score?.value !== undefined) scored += 1;
        // Whatever nothing is known of has a next step.
        const lost = (view.gaps?.rows ?? []).filter(
          (row) => row.state === 'missing' && row.steps.length === 0,
        );
        expect(lost).toEqual([]);
      }
      expect(scored).toBeGreaterThan(0);
    },
  );

  it('keeps silent about a page that lost its words, and says so', () => {
    let looked = 0;
    for (const { name, reading } of opened) {
      if (reading.records.length === 0) continue;
      const page = loadCase(name);
      const blank = (html: string): string => html.replace(/\p{Script=Han}/gu, '〇');
      const context = contextOf({ ...page, source: blank(page.source) }, parse);
      const root = getReader(page).findRoot(context);
      const left = root && getReader(page).read(context, root);
      if (!left) continue;
      looked += 1;
      expect([name, left.records, left.health.verdict]).toEqual([name, [], 'broken']);
    }
    expect(looked).toBeGreaterThan(0);
  });

  it('reads as much with every class renamed, or says that less was read', () => {
    for (const { name, reading } of opened) {
      const page = loadCase(name);
      const renamed = page.source.replace(/class="[^"]*"/g, 'class="x1 y2"');
      const context = contextOf({ ...page, source: renamed }, parse);
      const root = getReader(page).findRoot(context);
      if (!root) continue;
      const left = getReader(page).read(context, root);
      const isLess = left.records.length < reading.records.length;
      if (isLess) expect([name, left.health.verdict]).not.toEqual([name, 'ok']);
    }
  });
});
