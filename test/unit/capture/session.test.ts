// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Session, type SessionOptions, startSession } from '../../../src/capture/session';
import type { PageHealth } from '../../../src/core/entities';
import type { MoreReaders, PageReader, PageReading } from '../../../src/platforms/types';
import { type FakeWindow, fakeWindow } from './fake-window';

const ok: PageHealth = {
  kind: 'order-list',
  verdict: 'ok',
  alternatives: {},
  groupsSeen: 1,
  groupsParsed: 1,
  fieldsMissing: {},
  problems: [],
};

/** Reads `<main><p id=… data-status=…>`; the real readers have their own tests. */
function reader(path: string): PageReader {
  return {
    kind: 'order-list',
    matches: (url) => url.pathname === path,
    findRoot: ({ doc }) => doc.querySelector('main') ?? undefined,
    read: ({ topDoc }, root): PageReading => {
      if (root.querySelector('.boom')) throw new Error('boom');
      const rows = [...root.querySelectorAll('p')];
      const name = topDoc.querySelector('h1')?.textContent;
      const problem = root.querySelector('.spin') ? 'loading' : name ? undefined : 'no-shop';
      const verdict = problem === 'loading' ? 'degraded' : problem ? 'broken' : 'ok';
      return {
        kind: 'order-list',
        ...(name ? { shop: { platform: 'x', shopId: name, name } } : {}),
        records: problem
          ? []
          : rows.map((row) => ({
              kind: 'order',
              orderId: row.id,
              status: row.firstChild?.textContent ?? '',
              lines: [],
            })),
        list: {
          side: 'orders',
          filterKey: root.getAttribute('data-filter') ?? '',
          rows: rows.length,
          total: Number(root.getAttribute('data-total') ?? rows.length),
          pageIndex: Number(root.getAttribute('data-page') ?? 1),
          newestFirst: true,
        },
        health: { ...ok, verdict, problems: problem ? [problem] : [] },
        rows: rows.map((anchor) => ({ orderId: anchor.id, anchor })),
      };
    },
  };
}

let win: FakeWindow;
let end: AbortController;
let url: URL;
let session: Session;
const readings: PageReading[] = [];
const rowCalls: string[][] = [];
const unreadable: { problems: string[]; shop: string | undefined }[] = [];
const main = (): Element => document.querySelector('main') as Element;

function start(more?: SessionOptions['more']): void {
  session = startSession({
    readers: [reader('/a'), reader('/b')],
    more,
    doc: document,
    topDoc: document,
    url: () => url,
    now: () => win.nowMs,
    win,
    signal: end.signal,
    onReading: (reading) => readings.push(reading),
    onRows: (rows) => rowCalls.push(rows.map((row) => row.orderId)),
    onUnreadable: (health, _seenMs, shop) =>
      unreadable.push({ problems: health.problems, shop: shop?.name }),
  });
}

const statuses = (): string[] =>
  (readings.at(-1)?.records ?? []).map((record) =>
    'status' in record ? String(record.status) : '',
  );

beforeEach(() => {
  win = fakeWindow();
  end = new AbortController();
  url = new URL('https://shop.example/a');
  for (const list of [readings, rowCalls, unreadable]) list.length = 0;
  Object.defineProperty(document, 'hidden', { value: false, configurable: true, writable: true });
  document.body.innerHTML = '<h1>店</h1><main><p id="1">待发货</p></main>';
});
afterEach(() => end.abort());

function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true, writable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('reading', () => {
  it('reads at once, and again only when something else is said', async () => {
    start();
    expect(statuses()).toEqual(['待发货']);
    main().querySelector('p')!.textContent = '已发货';
    await win.advance(1_000);
    expect(statuses()).toEqual(['已发货']);
    main().append(document.createElement('hr'));
    await win.advance(1_000);
    expect(readings).toHaveLength(2);
    expect(rowCalls).toHaveLength(3);
    expect(win.measured).toBe(3);
  });

  it('coalesces a burst, and keeps reading while the page never rests', async () => {
    start();
    for (let tick = 0; tick < 250; tick += 1) {
      main().querySelector('p')!.textContent = `状态${'甲乙'[tick % 2]}${tick}`;
      await win.advance(16);
    }
    // 4 s of a mutation per frame: at most one pass per 255 ms, and not none.
    expect(win.measured).toBeGreaterThan(8);
    expect(win.measured).toBeLessThan(18);
  });

  it('gives rows again when the page re-renders the same records', async () => {
    start();
    const fresh = main().querySelector('p')!.cloneNode(true);
    main().replaceChildren(fresh);
    await win.advance(1_000);
    expect(readings).toHaveLength(1);
    expect(rowCalls).toHaveLength(2);
  });

  it('follows a root that the page replaces', async () => {
    start();
    const next = document.createElement('main');
    next.innerHTML = '<p id="2">已完成</p>';
    main().replaceWith(next);
    await win.advance(1_000);
    expect(statuses()).toEqual(['已完成']);
    next.querySelector('p')!.textContent = '已关闭';
    await win.advance(1_000);
    expect(statuses()).toEqual(['已关闭']);
  });
});

describe('silence', () => {
  it('ignores its own badges', async () => {
    start();
    const badge = document.createElement('scorelens-badge');
    main().querySelector('p')!.append(badge);
    await win.advance(1_000);
    badge.append('x');
    await win.advance(1_000);
    badge.remove();
    await win.advance(1_000);
    expect(win.measured).toBe(1);
  });

  it('ignores a ticking countdown, whichever way the page writes its digits', async () => {
    main().innerHTML =
      '<p id="1">待处理<b>22小时31分12秒后自动同意</b></p><div><i>22</i>小时<i>31</i>分<i>12</i>秒后关闭</div>';
    start();
    (main().querySelector('b')!.firstChild as Text).data = '22小时31分11秒后自动同意';
    await win.advance(1_000);
    main().querySelector('b')!.textContent = '22小时31分10秒后自动同意';
    await win.advance(1_000);
    (main().querySelectorAll('i')[2]!.firstChild as Text).data = '11';
    await win.advance(1_000);
    expect(win.measured).toBe(1);
    // Hours at once are no tick: the page shows another deadline.
    main().querySelector('b')!.textContent = '5小时31分10秒后自动同意';
    await win.advance(1_000);
    expect(win.measured).toBe(2);
    // What happens at its end is no tick.
    main().querySelector('b')!.textContent = '已自动同意';
    await win.advance(1_000);
    expect(win.measured).toBe(3);
  });

  it('does not take an amount for a countdown', async () => {
    main().innerHTML = '<p id="1">¥12.00</p>';
    start();
    (main().querySelector('p')!.firstChild as Text).data = '¥13.00';
    await win.advance(1_000);
    expect(statuses()).toEqual(['¥13.00']);
  });

  it('does nothing while hidden, and catches up when shown', async () => {
    start();
    setHidden(true);
    main().querySelector('p')!.textContent = '已发货';
    await win.advance(60_000);
    expect(win.measured).toBe(1);
    setHidden(false);
    await win.advance(1_000);
    expect(statuses()).toEqual(['已发货']);
  });

  it('ends with its signal', async () => {
    start();
    end.abort();
    main().querySelector('p')!.textContent = '已发货';
    session.navigate(new URL('https://shop.example/b'));
    session.refresh();
    await win.advance(60_000);
    expect(win.measured).toBe(1);
  });
});

describe('pages that cannot be read', () => {
  it('waits for a late root, then says so once, and recovers', async () => {
    main().remove();
    start();
    for (let second = 0; second < 12; second += 1) {
      document.body.append(document.createElement('i'));
      await win.advance(1_000);
    }
    expect(unreadable).toEqual([]);
    await win.advance(40_000);
    expect(unreadable).toEqual([{ problems: ['no-root'], shop: undefined }]);
    await win.advance(120_000);
    expect(unreadable).toHaveLength(1);
    document.body.insertAdjacentHTML('beforeend', '<main><p id="9">备货中</p></main>');
    await win.advance(5_000);
    expect(statuses()).toEqual(['备货中']);
  });

  it('says so earlier when the page has come to rest without the content', async () => {
    Object.defineProperty(document, 'readyState', { value: 'complete', configurable: true });
    main().remove();
    start();
    await win.advance(7_000);
    expect(unreadable).toEqual([]);
    await win.advance(5_000);
    expect(unreadable.map(({ problems }) => problems)).toEqual([['no-root']]);
  });

  it('is patient while a spinner turns', async () => {
    Object.defineProperty(document, 'readyState', { value: 'complete', configurable: true });
    document.body.innerHTML = '<i class="x-spin-spinning"></i>';
    start();
    await win.advance(18_000);
    expect(unreadable).toEqual([]);
  });

  it('gives a broken page time, reports it once, clears the rows, and recovers without a mutation in the root', async () => {
    document.querySelector('h1')!.remove();
    start();
    await win.advance(2_000);
    expect(unreadable).toEqual([]);
    await win.advance(5_000);
    expect(unreadable).toEqual([{ problems: ['no-shop'], shop: undefined }]);
    expect(readings).toEqual([]);
    expect(rowCalls.every((rows) => rows.length === 0)).toBe(true);
    document.body.insertAdjacentHTML('afterbegin', '<h1>店</h1>');
    await win.advance(60_000);
    expect(statuses()).toEqual(['待发货']);
  });

  it('believes a list that says that it is empty only when it stays so', async () => {
    main().innerHTML = '';
    start();
    await win.advance(2_000);
    expect(readings).toEqual([]);
    main().innerHTML = '<p id="2">新</p>';
    await win.advance(1_000);
    expect(readings.map(({ list }) => list?.rows)).toEqual([1]);
    main().innerHTML = '';
    await win.advance(6_000);
    expect(readings.map(({ list }) => list?.rows)).toEqual([1, 0]);
    expect(unreadable).toEqual([]);
  });

  it('waits under a spinner, reports one that never ends', async () => {
    main().innerHTML = '<p id="1">旧</p><i class="spin"></i>';
    start();
    await win.advance(5_000);
    expect([readings.length, rowCalls.length, unreadable.length]).toEqual([0, 0, 0]);
    main().innerHTML = '<p id="2">新</p>';
    await win.advance(1_000);
    expect(statuses()).toEqual(['新']);
    main().innerHTML = '<i class="spin"></i>';
    await win.advance(60_000);
    expect(unreadable.map(({ problems }) => problems)).toEqual([['loading']]);
  });

  it('a reader that throws is a broken page', async () => {
    main().innerHTML = '<i class="boom"></i>';
    start();
    await win.advance(10_000);
    expect(unreadable).toEqual([{ problems: ['reader-error'], shop: undefined }]);
  });
});

describe('addresses', () => {
  it('ends one page and starts the next; none of the old page’s rows stay', async () => {
    start();
    url = new URL('https://shop.example/b');
    main().innerHTML = '<p id="7">已关闭</p>';
    session.navigate(url);
    expect(rowCalls.at(-2)).toEqual([]);
    expect(statuses()).toEqual(['已关闭']);
    url = new URL('https://shop.example/elsewhere');
    session.navigate(url);
    main().innerHTML = '<p id="8">待发货</p>';
    await win.advance(60_000);
    expect(readings).toHaveLength(2);
    expect(unreadable).toEqual([]);
  });

  it('notices by itself that the parent page has gone elsewhere', async () => {
    start();
    url = new URL('https://shop.example/elsewhere');
    main().innerHTML = '<p id="8">待发货</p>';
    await win.advance(1_000);
    expect(readings).toHaveLength(1);
    expect(rowCalls.at(-1)).toEqual([]);
  });

  it('reads the shop in the same pass as the rows', async () => {
    start();
    document.querySelector('h1')!.textContent = '另一家店';
    main().querySelector('p')!.textContent = '已发货';
    await win.advance(1_000);
    expect(readings.map(({ shop }) => shop?.name)).toEqual(['店', '另一家店']);
  });
});

describe('readers in a script of their own', () => {
  let loads = 0;
  let answer: (more: MoreReaders | undefined) => void;
  const second: MoreReaders = (first) => [...first, reader('/rare')];

  function startWithMore(): void {
    loads = 0;
    start({
      kindOf: (page) => (page.url.pathname === '/rare' ? 'order-detail' : undefined),
      load: () => {
        loads += 1;
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
    });
  }

  it('come when the page needs them, once, and read it', async () => {
    startWithMore();
    await win.advance(5_000);
    expect([loads, readings.length]).toEqual([0, 1]);
    url = new URL('https://shop.example/rare');
    session.navigate(url);
    await win.advance(5_000);
    expect([loads, readings.length]).toEqual([1, 1]);
    main().querySelector('p')!.textContent = '已完成';
    answer(second);
    await win.advance(1_000);
    expect(statuses()).toEqual(['已完成']);
    session.navigate(new URL('https://shop.example/a'));
    session.navigate(new URL('https://shop.example/rare'));
    await win.advance(5_000);
    expect(loads).toBe(1);
  });

  it('are asked for again after a failure, and their absence is no silence', async () => {
    url = new URL('https://shop.example/rare');
    startWithMore();
    answer(undefined);
    await win.advance(3_000);
    expect(loads).toBeGreaterThan(1);
    for (let second = 0; second < 60; second += 1) {
      answer(undefined);
      await win.advance(1_000);
    }
    expect(unreadable).toEqual([{ problems: ['no-root'], shop: undefined }]);
    answer(second);
    await win.advance(31_000);
    answer(second);
    await win.advance(1_000);
    expect(statuses()).toEqual(['待发货']);
  });

  it('are not fetched into a hidden page', async () => {
    setHidden(true);
    url = new URL('https://shop.example/rare');
    startWithMore();
    await win.advance(60_000);
    expect(loads).toBe(0);
    setHidden(false);
    await win.advance(1_000);
    expect(loads).toBe(1);
  });
});
