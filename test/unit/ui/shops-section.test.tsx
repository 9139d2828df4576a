// @vitest-environment happy-dom
/** Renaming, merging and taking apart in the dashboard, on the real store: what is shown everywhere follows. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ShopRef } from '../../../src/core/entities';
import { createDatabase } from '../../../src/store/database';
import { ingestBatch } from '../../../src/store/ingest';
import { createUiPorts } from '../../../src/ui/bind-ports';
import { createStorePorts } from '../../../src/ui/dashboard/bind-store';
import { DashboardApp } from '../../../src/ui/dashboard/dashboard-app';
import type { DashboardPorts } from '../../../src/ui/ports';
import { NOW, order, otherShop, shop } from '../../integration/support/builders';
import { rulesOf } from '../../integration/support/database-content';
import { BUILD, MemoryArea } from '../../integration/support/fake-browser';
import { samplePlatform } from '../../integration/support/sample-platform';
import { dashboardTranslator } from './dashboard-translator';
import { settle } from './settle';

interface Control extends HTMLElement {
  value: string;
  disabled: boolean;
  form: HTMLFormElement | null;
}

let area: MemoryArea;
const tr = dashboardTranslator('zh-CN');
const at = <T extends Element = HTMLElement>(selector: string): T | null =>
  document.querySelector<T>(selector);
const namesOf = (id: string, what: string) => at<Control>(`[data-names="${id}"] ${what}`);
const rows = (): (string | null)[] =>
  [...document.querySelectorAll('tr[data-shop]')].map((row) => row.getAttribute('data-shop'));

async function paint(shops: ShopRef[], stored: Record<string, unknown> = {}): Promise<void> {
  area = new MemoryArea();
  await area.set(stored);
  const db = createDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  const store = createStorePorts({
    area,
    platforms: [samplePlatform],
    now: () => NOW,
    build: BUILD,
    db,
  });
  const ui = createUiPorts({
    browser: {
      localArea: area,
      sessionArea: new MemoryArea(),
      onLocalChange: (handle) => {
        area.listeners.add(handle);
        return () => area.listeners.delete(handle);
      },
      findActiveTab: async () => undefined,
      openTab: async () => {},
      pageUrl: (path) => path,
      sendMessage: async () => undefined,
      isExtensionAlive: () => true,
    },
    platforms: [samplePlatform],
    now: () => NOW,
    copyText: async () => {},
  });
  for (const [i, each] of shops.entries()) {
    const batch = { shop: each, seenMs: NOW - i, records: [order(i + 1)] };
    await ingestBatch(db, rulesOf(samplePlatform), batch);
    await store.refreshShop(each);
  }
  const { refreshShop: _r, importMemory: _m, dataPorts: _d, addDemo: _a, ...ports } = store;
  location.hash = '#/-/-/shops';
  const app = (
    <DashboardApp ports={{ ...ui, ...ports } as unknown as DashboardPorts} translator={tr} />
  );
  render(app, document.body);
  await vi.waitFor(async () => {
    await settle();
    expect(at('#shop-names') ?? at('[data-empty="shops"]')).not.toBeNull();
  }, 20_000);
}

const type = async (input: Control | null, value: string): Promise<void> => {
  if (!input) throw new Error('no such field');
  input.value = value;
  input.dispatchEvent(
    new Event(input.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }),
  );
  await settle();
};
const submit = (id: string, what: string): void => {
  namesOf(id, what)?.form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
};
const said = async (text: string): Promise<void> => {
  await vi.waitFor(async () => {
    await settle();
    expect(at('[data-shops-said]')?.textContent).toBe(text);
  });
};

beforeEach(() => document.body.replaceChildren());
afterEach(() => {
  render(null, document.body);
  location.hash = '';
});

it('renames a shop everywhere, and gives it the platform’s name back', async () => {
  await paint([shop, otherShop]);
  await type(namesOf(shop.shopId, 'input'), ' 一店 ');
  submit(shop.shopId, '[data-do="rename"]');
  await said('已改名为“一店”');
  await vi.waitFor(() => expect(at('header .shop strong')?.textContent).toBe('一店'));
  expect(at(`tr[data-shop="sample:${shop.shopId}"] th`)?.textContent).toContain('一店');
  expect(at('header select')?.textContent).toContain('一店');
  expect(at(`[data-names="${shop.shopId}"] form`)?.textContent).toContain(
    `平台上的店名：${shop.name}`,
  );
  await type(namesOf(shop.shopId, 'input'), '');
  submit(shop.shopId, '[data-do="rename"]');
  await said('已用回平台上的店名');
  await vi.waitFor(() => expect(at('header .shop strong')?.textContent).toBe(shop.name));
});

it('merges two shops into one, says what that means, and takes them apart', async () => {
  await paint([shop, otherShop]);
  expect(rows()).toEqual([`sample:${shop.shopId}`, `sample:${otherShop.shopId}`]);
  const button = namesOf(otherShop.shopId, '[data-do="merge"]');
  expect(button?.disabled).toBe(true);
  await type(namesOf(otherShop.shopId, 'select'), shop.shopId);
  await settle();
  expect(button?.disabled).toBe(false);
  expect(at(`[data-names="${otherShop.shopId}"]`)?.textContent).toContain(
    `“${otherShop.name}”的数据会算进“${shop.name}”`,
  );
  submit(otherShop.shopId, '[data-do="merge"]');
  await said(`“${otherShop.name}”已并入“${shop.name}”`);
  await vi.waitFor(() => expect(rows()).toEqual([`sample:${shop.shopId}`]));
  expect(document.activeElement?.id).toBe('shop-names-title');
  // An address of the merged one leads to the shop.
  location.hash = `#/sample/${encodeURIComponent(otherShop.shopId)}/shops`;
  await vi.waitFor(() => expect(at('header .shop strong')?.textContent).toBe(shop.name));
  namesOf(shop.shopId, '[data-do="split"]')?.click();
  await said(`“${otherShop.name}”又是单独一家店了`);
  await vi.waitFor(() => expect(rows()).toHaveLength(2));
});

it('offers no merging to a single shop, and says when nothing was changed', async () => {
  await paint([shop]);
  expect(namesOf(shop.shopId, 'select')).toBeNull();
  area.failWith = new Error('QuotaExceededError');
  await type(namesOf(shop.shopId, 'input'), '一店');
  submit(shop.shopId, '[data-do="rename"]');
  await said('没有完成，请再试一次');
});

it('asks once whose a host without a shop is, and offers shops of its platform only', async () => {
  const [host, atMs] = ['im.example.com', NOW];
  const unclaimed = { platform: 'sample', kind: 'chat-stats', seenMs: NOW };
  await paint([shop, otherShop], { [`unclaimed:${host}`]: unclaimed });
  await vi.waitFor(() => expect(at('#host-shops')).not.toBeNull());
  const form = at(`[data-host="${host}"]`);
  expect(form?.textContent).toContain('客服数据页（im.example.com）的数据属于哪家店？');
  expect(form?.textContent).toContain('上次打开时没有保存');
  const select = at<Control>(`[data-host="${host}"] select`);
  expect(select?.value).toBe('');
  await type(select, otherShop.shopId);
  form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await vi.waitFor(() =>
    expect(at('[data-hosts-said]')?.textContent).toContain(`算进“${otherShop.name}”`),
  );
  expect((await area.get(null))[`settings:host-shop:${host}`]).toEqual({
    platform: 'sample',
    shopId: otherShop.shopId,
    atMs,
  });
  await vi.waitFor(() => expect(form?.textContent).not.toContain('没有保存'));
});
