// @vitest-environment happy-dom
/** The import section on the real job: only the thread between them is missing. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openDuties } from '../../../src/core/duties';
import { fileKinds } from '../../../src/platforms/file-kinds';
import { getPlatform, platforms } from '../../../src/platforms/registry';
import { createDatabase, type ScoreDatabase } from '../../../src/store/database';
import { findImported, forgetImported, rememberImported } from '../../../src/store/imported-files';
import { createPlatformRules } from '../../../src/store/rules';
import { createImportJob } from '../../../src/ui/dashboard/import-job';
import { createImportRun, type WorkerLike } from '../../../src/ui/dashboard/import-run';
import { ImportSection } from '../../../src/ui/dashboard/import-section';
import { findSample } from '../../files/taobao/samples.mjs';
import { NOW_MS } from '../../files/truth.mjs';
import { dashboardTranslator } from './dashboard-translator';
import { settle } from './settle';

const tr = dashboardTranslator('zh-CN');
const SAMPLES = path.resolve(import.meta.dirname, '../../files/samples');
const doudian = getPlatform('doudian');
const rules = createPlatformRules(doudian, (one) => openDuties(one, doudian.duties));
const shops = [
  { platform: 'doudian', shopId: '甲店', name: '甲店', isShown: false },
  { platform: 'doudian', shopId: '乙店', name: '乙店', isShown: true },
];
const at = <E extends HTMLElement>(selector: string) => document.querySelector<E>(selector);

let db: ScoreDatabase;
let kept: Record<string, unknown>;
const area = {
  get: async (keys: string | null) => (keys === null ? kept : { [keys]: kept[keys] }),
  set: async (items: Record<string, unknown>) => void Object.assign(kept, structuredClone(items)),
  remove: async (keys: string | string[]) => {
    for (const key of [keys].flat()) delete kept[key];
  },
};
const refresh = vi.fn(async () => {});
const terminate = vi.fn();

/** The worker's two ends with nothing between but a turn of the event loop and a clone. */
function startWorker(): WorkerLike {
  const take = createImportJob({
    db,
    kinds: fileKinds,
    findRules: (id) => (id === 'doudian' ? rules : undefined),
    post: (message) => {
      const data = structuredClone(message);
      setTimeout(() => worker.onmessage?.({ data } as MessageEvent), 0);
    },
  });
  const worker: WorkerLike = {
    postMessage: (message) => void setTimeout(() => take(message), 0),
    onmessage: null,
    onerror: null,
    terminate,
  };
  return worker;
}

async function until(check: () => unknown): Promise<void> {
  for (let i = 0; i < 100 && !check(); i++) await settle();
  if (!check()) throw new Error(`never: ${document.body.textContent}`);
}

async function choose(name: string, bytes?: Uint8Array): Promise<void> {
  const file = new File([Buffer.from(bytes ?? readFileSync(path.join(SAMPLES, name)))], name);
  const input = at<HTMLInputElement>('#import-file');
  if (!input) throw new Error('no place for a file');
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
}

beforeEach(async () => {
  vi.clearAllMocks();
  kept = {};
  db = createDatabase({ indexedDB: new IDBFactory(), IDBKeyRange });
  const ports = {
    platforms,
    now: () => NOW_MS,
    openTab: () => {},
    startImport: () =>
      createImportRun({
        startWorker,
        now: () => NOW_MS,
        refresh,
        memory: {
          find: (shop, hash) => findImported(area, shop, hash),
          remember: (shop, hash, nowMs) => rememberImported(area, shop, hash, nowMs),
        },
      }),
  };
  render(<ImportSection shops={shops} ports={ports} translator={tr} />, document.body);
  await settle();
});
afterEach(() => render(null, document.body));

it('shows the file, stores it for the shop shown once confirmed, and refreshes that shop', async () => {
  await choose('order-v2-gbk.csv');
  await until(() => at('.preview'));
  expect(await db.cases.count()).toBe(0);
  expect(at<HTMLInputElement>('[name=whole]')?.checked).toBe(false);
  at('[data-import=store]')?.click();
  await until(() => at('[data-outcome=done]'));
  const stored = await db.cases.toArray();
  expect(stored.length).toBeGreaterThan(0);
  expect(new Set(stored.map((row) => row.shopId))).toEqual(new Set(['乙店']));
  expect(refresh).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ shopId: '乙店' }));
  expect((await db.coverage.toArray())[0]?.state.orders.intervals ?? []).toEqual([]);
  expect(terminate).toHaveBeenCalled();
});

it('knows the same bytes again, of this shop only, before anything is stored', async () => {
  const store = async (name: string): Promise<void> => {
    await choose(name);
    await until(() => at('.preview'));
    await settle();
  };
  await store('order-v2-gbk.csv');
  expect(at('[data-import=before]')).toBeNull();
  at('[data-import=store]')?.click();
  await until(() => at('[data-outcome=done]'));
  const before = await db.cases.toArray();
  expect(JSON.stringify(kept)).not.toContain('order-v2');

  await store('order-v2-gbk.csv');
  await until(() => at('[data-import=before]'));
  expect(at('[data-import=before]')?.textContent).toContain('已导入过');
  const select = at<HTMLSelectElement>('[name=shop]');
  if (!select) throw new Error('no choice of shops');
  select.selectedIndex = 0;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await until(() => !at('[data-import=before]'));
  select.selectedIndex = 1;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await until(() => at('[data-import=before]'));
  at('[data-import=store]')?.click();
  await until(() => at('[data-outcome=done]'));
  expect(await db.cases.toArray()).toEqual(before);

  await forgetImported(area, { platform: 'doudian', shopId: '乙店' });
  await store('order-v2-gbk.csv');
  expect(at('[data-import=before]')).toBeNull();
  expect(kept).toEqual({});
});

it('claims the period only when told that nothing else was filtered', async () => {
  await choose('order-v2-gbk.csv');
  await until(() => at('.preview'));
  at('[name=whole]')?.click();
  await settle();
  const from = at<HTMLInputElement>('[name=from]');
  if (!from) throw new Error('no date');
  const right = from.value;
  from.value = '2099-01-01';
  from.dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
  expect(at<HTMLButtonElement>('[data-import=store]')?.disabled).toBe(true);
  from.value = right;
  from.dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
  at('[data-import=store]')?.click();
  await until(() => at('[data-outcome=done]'));
  expect(document.body.textContent).toContain('这段时间算读全了');
  expect((await db.coverage.toArray())[0]?.state.orders.intervals).toHaveLength(1);
});

it('a file of a platform without a known shop cannot be stored for another platform’s', async () => {
  const { name, bytes } = findSample('订单.xlsx');
  await choose(name, bytes);
  await until(() => at('.preview'));
  const text = at('.preview')?.textContent ?? '';
  expect(text).toContain('淘宝／天猫的订单导出文件');
  expect(text).toContain('还没认出淘宝／天猫的店');
  expect(at('[name=shop]')).toBeNull();
  expect(at<HTMLButtonElement>('[data-import=store]')?.disabled).toBe(true);
  expect(await db.cases.count()).toBe(0);
});

it('refuses a damaged file in plain words, stores nothing, and takes the next one', async () => {
  await choose('bad-scientific.csv');
  await until(() => at('[data-code=damaged-ids]'));
  expect(document.body.textContent).toContain('科学计数法');
  expect(await db.cases.count()).toBe(0);
  await choose('aftersale.xlsx');
  await until(() => at('.preview'));
  expect(at('.preview')?.dataset.source).toBe('aftersale-export');
  at('[data-import=forget]')?.click();
  await settle();
  expect(at('.preview')).toBeNull();
  expect(await db.cases.count()).toBe(0);
});
