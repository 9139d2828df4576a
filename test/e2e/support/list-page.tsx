/** Runs in a page of the extension: the orders section itself, on as many rows as one likes. */
import { render } from 'preact';
import OrdersSection from '../../../src/ui/dashboard/orders/orders-section';
import type { OrderRow } from '../../../src/ui/ports';
import { dashboardTranslator } from '../../unit/ui/dashboard-translator';
import { makeReport, modelWith, NOW, PLATFORM } from '../../unit/ui/fixtures';

const INDICATOR = 'quality-return-rate';
const REASONS = ['质量问题', '与描述不符', '功能故障', '开线/破洞', '掉色/起球'];
const CARRIERS = ['顺丰速运', '中通快递', '圆通速递', '韵达快递'];

/** Every field filled, as in an export; nothing in the order in which it is shown. */
function makeRow(n: number): OrderRow {
  const mixed = (n * 7919) % 50_021;
  return {
    orderId: `69${String(mixed).padStart(17, '0')}`,
    unitId: `t${n}`,
    indicator: INDICATOR,
    day: 20_750 + (mixed % 29),
    num: 1,
    den: 0,
    share: (mixed % 900) / 10_000,
    shareProvenance: 'estimate',
    reason: REASONS[mixed % REASONS.length],
    productName: `示例商品 ${mixed % 200}`,
    leavesOn: `2026-12-${String((mixed % 28) + 1).padStart(2, '0')}`,
    atMs: NOW - mixed * 60_000,
    carrier: CARRIERS[mixed % CARRIERS.length],
    province: '浙江省',
  };
}

const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

/** How long until what `act` leads to is on the screen, ms. */
async function timed(act: () => void): Promise<number> {
  const start = performance.now();
  act();
  await painted();
  return performance.now() - start;
}

/** Shows the list in place of the page's own content; ms from the rows being read to their painting. */
async function open(count: number): Promise<number> {
  const rows = Array.from({ length: count }, (_, n) => makeRow(n));
  const report = makeReport({
    indicators: makeReport().indicators.map((each) =>
      each.id === INDICATOR
        ? { ...each, behind: { measureId: 'quality-reason-tickets', badness: count } }
        : each,
    ),
  });
  const label = report.indicators.find(({ id }) => id === INDICATOR)?.label ?? '';
  const shown = { id: INDICATOR, label, title: label, hasOrders: true };
  const host = document.createElement('main');
  document.body.replaceChildren(host);
  const props = {
    view: { report, shown, indicators: [], shop: report.shop },
    model: modelWith(report),
    ports: {
      platforms: [{ ...PLATFORM, id: report.shop.platform }],
      readOffenders: async () => rows,
      openTab: () => {},
    },
    translator: dashboardTranslator('zh-CN'),
    go: () => {},
    hrefOf: () => '#/',
  };
  return timed(() =>
    render(<OrdersSection {...(props as unknown as Parameters<typeof OrdersSection>[0])} />, host),
  );
}

Object.assign(globalThis, { longList: { open, timed } });
