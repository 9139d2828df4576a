// @vitest-environment happy-dom
/** A watched list, of which only what changed is read again, says at every moment what a first look says. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createChangeLog } from '../../../src/capture/changes';
import { startSession } from '../../../src/capture/session';
import type { MoreReaders, PageReading } from '../../../src/platforms/types';
import { loadCase } from '../../pages/case';
import { toReadable } from '../../pages/case-reading';
import { fakeWindow } from '../capture/fake-window';

const loadLists = async (): Promise<Record<string, MoreReaders>> => ({
  doudian: (await import('../../../src/platforms/doudian/pages/lists')).doudianLists,
  taobao: (await import('../../../src/platforms/taobao/pages/lists')).taobaoLists,
  pinduoduo: (await import('../../../src/platforms/pinduoduo/pages/lists')).pinduoduoLists,
});
const watching = await loadLists();
vi.resetModules();
/** Readers of their own, which have seen nothing before. */
const others = await loadLists();

/** A row of a list: of a table, or of rows made of other elements. */
const ROWS = 'tbody tr, [data-testid*="-tr"], [class*="listItem"], [class*="TB_tr"]';
/** Where an id stands that the reader takes from an attribute. */
const HOOKS = ['data-row-key', 'data-kora-json', 'data-clipboard-text'];

const TEXTS = [
  '待发货',
  '已完成',
  '¥12.30',
  '6917000000000000001',
  '2026-09-01 10:00:00',
  '22小时31分后自动同意',
  'x2',
  '',
];
const NAMES = [
  'text',
  'data',
  'remove',
  'detached',
  'copy',
  'hide',
  'style',
  'key',
  'move',
  'body',
] as const;
type Step = { name: (typeof NAMES)[number]; at: number; text: string };

const step: fc.Arbitrary<Step> = fc.record({
  name: fc.constantFrom(...NAMES),
  at: fc.nat(10_000),
  text: fc.constantFrom(...TEXTS),
});

function texts(root: Element): Text[] {
  const walker = document.createTreeWalker(root, 4);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node as Text);
  return found;
}

/** What pages do: change a text, reuse a row out of sight, hide a part, give a row another key. */
function act({ name, at, text }: Step): void {
  const rows = [...document.querySelectorAll(ROWS)];
  const row = rows[at % rows.length];
  if (!row) return;
  const leaves = texts(row);
  const leaf = leaves[at % leaves.length];
  const el = leaf?.parentElement;
  const body = row.parentElement as Element;
  if (name === 'text' && el) el.textContent = text;
  if (name === 'data' && leaf) leaf.data = text;
  if (name === 'remove') row.remove();
  if (name === 'detached' && leaf) {
    const next = row.nextSibling;
    row.remove();
    leaf.data = text;
    body.insertBefore(row, next);
  }
  if (name === 'copy') body.append(row.cloneNode(true));
  if (name === 'hide' && el) el.toggleAttribute('hidden');
  if (name === 'style' && el) el.setAttribute('style', at % 2 ? 'display: none' : 'color: red');
  if (name === 'key') {
    const [hook] = HOOKS.filter((each) => document.querySelector(`[${each}]`));
    const holder =
      row.closest(`[${hook}]`) ??
      row.querySelector(`[${hook}]`) ??
      row.parentElement?.querySelector(`[${hook}]`);
    if (hook && holder)
      holder.setAttribute(hook, (holder.getAttribute(hook) ?? '').replace(/\d$/, String(at % 10)));
  }
  if (name === 'move') body.append(row);
  if (name === 'body') {
    const table = body.parentElement as Element;
    body.remove();
    if (leaf) leaf.data = text;
    table.append(body);
  }
}

const plain = (reading: PageReading | undefined): unknown => {
  if (!reading) return undefined;
  const { list, ...rest } = toReadable(reading) as { list?: Record<string, unknown> };
  // What the session remembers of the rows' arrival is no part of one look.
  const { loadedMs: _, ...own } = list ?? {};
  return { ...rest, list: list && own };
};

describe('a watched list', () => {
  it.each([
    'doudian/2023-05-12-orders-multi-sku',
    'doudian/2026-05-18-orders-split-header',
    'doudian/2026-09-21-aftersale-text-only',
    'doudian/2026-09-21-aftersale-workbench',
    'taobao/2026-04-20-orders',
    'taobao/2026-04-20-orders-locked',
    'taobao/2026-04-20-refunds',
    'pinduoduo/2026-09-21-orders-fixed-columns',
    'pinduoduo/2026-09-21-orders-clones',
    'pinduoduo/2026-09-29-aftersales',
  ])(
    '%s',
    async (name) => {
      const { source, top, about } = loadCase(name);
      const url = new URL(about.url);
      const [platform = ''] = name.split('/');
      const [make, makeOther] = [watching[platform], others[platform]];
      if (!make || !makeOther) throw new Error(`no lists of ${platform}`);
      const fresh = makeOther([]);
      let compared = 0;
      const topDoc = new DOMParser().parseFromString(top ?? source, 'text/html');
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(step, { maxLength: 3 }), { maxLength: 6 }),
          async (rounds) => {
            document.body.innerHTML = new DOMParser().parseFromString(
              source,
              'text/html',
            ).body.innerHTML;
            const win = fakeWindow();
            const end = new AbortController();
            let shown: PageReading | undefined;
            startSession({
              readers: make([]),
              doc: document,
              topDoc,
              url: () => url,
              now: () => win.nowMs,
              win,
              signal: end.signal,
              onReading: () => undefined,
              onRows: (_, reading) => {
                shown = reading;
              },
              onUnreadable: () => undefined,
            });
            for (const round of rounds) {
              round.forEach(act);
              await win.advance(1_000);
              // A log of its own: nothing read before counts.
              const changes = createChangeLog();
              const page = { doc: document, topDoc, url, nowMs: win.nowMs, changes };
              const reader = fresh.find((each) => each.matches(url));
              const root = reader?.findRoot(page);
              const looked = root && reader?.read(page, root);
              // A page that cannot be read is another test's.
              if (!looked || looked.health.verdict === 'broken') continue;
              expect(plain(shown)).toEqual(plain(looked));
              compared += looked.records.length;
            }
            end.abort();
          },
        ),
        { numRuns: 10 },
      );
      expect(compared).toBeGreaterThan(0);
    },
    60_000,
  );
});
