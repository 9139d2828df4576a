// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultPreferences } from '../../../src/core/preferences';
import { createTranslator, zhMessages } from '../../../src/ui/i18n';
import type { NearestLineView } from '../../../src/ui/popup/nearest-line';
import { PopupApp } from '../../../src/ui/popup/popup-app';
import { type WholePopup, wholePopup } from '../../../src/ui/popup/whole';
import type { PopupEngine, PopupPorts } from '../../../src/ui/ports';
import { makeIndex, makeMirror, makeReport, NOW, PLATFORM, TWO_SHOPS } from './fixtures';
import { settle } from './settle';

const tr = createTranslator('zh-CN', zhMessages);
let changed: () => void = () => {};

type Some = Partial<PopupPorts & PopupEngine>;

function ports({
  reportOf = () => makeReport(),
  nearestLine = async () => undefined,
  ...more
}: Some = {}): PopupPorts {
  return {
    platforms: [PLATFORM],
    now: () => NOW,
    readMirrorIndex: async () => makeIndex(),
    readMirror: async () => makeMirror(),
    readStoredGlance: async () => ({ settings: {} }),
    build: 'this',
    loadEngine: async () => ({ reportOf, nearestLine }),
    activeTabShop: async () => undefined,
    openTab: vi.fn(),
    welcomeUrl: 'chrome-extension://self/welcome.html',
    dataUrl: 'chrome-extension://self/dashboard.html#/-/-/data',
    readStoreState: async () => ({}),
    checkMirror: vi.fn(async () => false),
    copyText: async () => {},
    readPreferences: async () => defaultPreferences(),
    subscribe(listener) {
      changed = listener;
      return () => {};
    },
    loadPlatform: async () => PLATFORM,
    loadWhole: async () => wholePopup,
    hasSiteAccess: async () => true,
    askSiteAccess: async () => true,
    openDashboard: vi.fn(),
    ...more,
  };
}
async function paint(more?: Some): Promise<PopupPorts> {
  const bound = ports(more);
  render(<PopupApp ports={bound} translator={tr} />, document.body);
  await settle();
  return bound;
}
const at = (selector: string) => document.querySelector<HTMLElement>(selector);

beforeEach(() => document.body.replaceChildren());
afterEach(() => render(null, document.body));

describe('the documented DOM', () => {
  it('has total, drag and every indicator with value, loss and provenance', async () => {
    await paint();
    expect(at('[data-scorelens="total"]')?.dataset).toMatchObject({
      value: '82',
      provenance: 'page',
    });
    expect(at('[data-scorelens="total"]')?.textContent).toContain('82');
    const drag = at('[data-scorelens="drag"]');
    expect(drag?.dataset.dragIndicator).toBe('quality-return-rate');
    expect(drag?.dataset.pointsLost).toBe('8.14');
    expect(drag?.textContent).toContain('商品品质退货率');
    for (const each of makeReport().indicators) {
      const rows = document.querySelectorAll<HTMLElement>(`[data-indicator="${each.id}"]`);
      expect(rows).toHaveLength(1);
      expect(rows[0]?.dataset.value).toBe(each.value === undefined ? undefined : `${each.value}`);
      expect(rows[0]?.dataset.pointsLost).toBe(
        each.pointsLost === undefined ? undefined : `${each.pointsLost}`,
      );
      expect(rows[0]?.dataset.provenance).toBe(each.provenance);
    }
  });

  it('puts the score before the drag and both before everything else', async () => {
    await paint();
    const main = at('main');
    expect(main?.firstElementChild?.matches('.hero')).toBe(true);
    expect(at('.hero')?.firstElementChild?.getAttribute('data-scorelens')).toBe('total');
  });
});

describe('two paintings', () => {
  it('shows score and drag first, then all the rest around the same nodes', async () => {
    let release: (whole: WholePopup) => void = () => {};
    const loadWhole = vi.fn(
      () =>
        new Promise<WholePopup>((resolve) => {
          release = resolve;
        }),
    );
    const nearestLine = vi.fn(async () => undefined);
    const bound = await paint({ loadWhole, nearestLine });
    const nodes = ['[data-scorelens="total"]', '[data-scorelens="drag"]', 'header h1', 'main'];
    const before = nodes.map(at);
    const texts = before.slice(0, 3).map((node) => node?.textContent);
    expect(before.every(Boolean)).toBe(true);
    expect(at('main')?.getAttribute('aria-busy')).toBe('true');
    expect(at('main')?.children).toHaveLength(1);
    expect(at('[data-indicator]')).toBeNull();
    // Whatever else is asked waits for the glance and for what belongs around it.
    expect(nearestLine).not.toHaveBeenCalled();
    expect(bound.checkMirror).not.toHaveBeenCalled();
    release(wholePopup);
    await settle();
    expect(at('main')?.hasAttribute('aria-busy')).toBe(false);
    expect(at('[data-indicator]')).not.toBeNull();
    expect(nodes.map(at)).toEqual(before);
    for (const [i, node] of nodes.map(at).entries()) expect(node).toBe(before[i]);
    expect(nodes.slice(0, 3).map((each) => at(each)?.textContent)).toEqual(texts);
    expect(bound.checkMirror).toHaveBeenCalledTimes(1);
    expect(loadWhole).toHaveBeenCalledTimes(1);
  });

  it('says so when the rest cannot be loaded', async () => {
    await paint({ loadWhole: () => Promise.reject(new Error('gone')) });
    expect(document.body.textContent).toContain(tr.t('error.title'));
  });
});

describe('what can be done', () => {
  it('opens orders in the back-end and all of them in the dashboard', async () => {
    const bound = await paint();
    at('.offenders a')?.click();
    expect(bound.openTab).toHaveBeenCalledWith(
      makeReport().offenders.map((o) => PLATFORM.links.order(o.orderId))[0],
    );
    at('.offenders .wide')?.click();
    expect(bound.openDashboard).toHaveBeenCalledWith('#/sample/shop-1/orders/quality-return-rate');
  });

  it('shows the active tab’s shop and follows the choice', async () => {
    const readMirror = vi.fn(async () => makeMirror());
    await paint({
      readMirrorIndex: async () => TWO_SHOPS,
      readMirror,
      activeTabShop: async () => ({ platform: 'sample', shopId: 'shop-1' }),
    });
    expect(readMirror).toHaveBeenLastCalledWith({ platform: 'sample', shopId: 'shop-1' });
    const select = at('select') as HTMLSelectElement;
    select.selectedIndex = 1;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    expect(readMirror).toHaveBeenLastCalledWith({ platform: 'sample', shopId: 'shop-2' });
  });

  it('paints again when the store changed', async () => {
    let report = makeReport();
    await paint({ reportOf: () => report });
    report = makeReport({ total: { official: 83, provenance: 'page' } });
    changed();
    await settle();
    expect(at('[data-scorelens="total"]')?.dataset.value).toBe('83');
  });

  it('keeps every node while it paints again, also the line that is asked for later', async () => {
    const nearest: NearestLineView = { holds: true, text: '差 2 单', standing: '现在 18 单' };
    let release: (line: NearestLineView) => void = () => {};
    let asked = 0;
    await paint({
      nearestLine: () =>
        ++asked === 1
          ? Promise.resolve(nearest)
          : new Promise((resolve) => {
              release = resolve;
            }),
    });
    const nodes = ['[data-scorelens="total"]', '.indicators', '[data-indicator="pickup-hours"]'];
    const before = nodes.map(at);
    const text = document.body.textContent;
    expect(text).toContain('差 2 单');
    changed();
    await settle();
    expect(asked).toBe(2);
    expect(document.body.textContent).toBe(text);
    release(nearest);
    await settle();
    for (const [i, node] of nodes.map(at).entries()) expect(node).toBe(before[i]);
    expect(document.body.textContent).toBe(text);
  });

  it('has what it painted verified, once for each shop shown', async () => {
    const bound = await paint();
    changed();
    await settle();
    expect(bound.checkMirror).toHaveBeenCalledTimes(1);
    expect(bound.checkMirror).toHaveBeenCalledWith({ platform: 'sample', shopId: 'shop-1' });
  });

  it('shows what is computed anew as a bar, and says it politely', async () => {
    await paint({ readStoreState: async () => ({ rebuilds: { sample: { percent: 63 } } }) });
    const note = at('[data-scorelens="rebuild"]');
    expect(note?.querySelector('progress')?.getAttribute('value')).toBe('63');
    expect(note?.querySelector('[role=status]')?.textContent).toContain('50%');
    expect(at('[data-scorelens="total"]')?.dataset.value).toBe('82');
  });

  it('says that the data cannot be opened, and tries again', async () => {
    let fails = true;
    await paint({
      readMirrorIndex: async () => {
        if (fails) throw new Error('storage');
        return makeIndex();
      },
    });
    expect(at('[role=alert]')?.textContent).toContain('不会丢');
    fails = false;
    at('[role=alert] button')?.click();
    await settle();
    expect(at('[data-scorelens="total"]')).not.toBeNull();
  });

  it('shows page text as text', async () => {
    const shop = { ...makeMirror().shop, name: '<img src=x onerror=alert(1)>' };
    await paint({ readMirror: async () => makeMirror({ shop }) });
    expect(at('img')).toBeNull();
    expect(at('h1')?.textContent).toBe(shop.name);
  });
});
