// @vitest-environment happy-dom
/**
 * A page of which only the address is public (拼多多 /logistics/home): a table of parcels is read; whatever else
 * stands there is another page: nothing is read of it, and nobody is told that it is broken.
 */
import { afterEach, expect, it } from 'vitest';
import { startSession } from '../../../src/capture/session';
import { pinduoduoMore } from '../../../src/platforms/pinduoduo/pages/more';
import { loadCase } from '../../pages/case';
import { fakeWindow } from '../capture/fake-window';

const PARCELS = loadCase('pinduoduo/2026-09-21-parcels').source;
const shell = (content: string): string =>
  PARCELS.replace(/<main[\s\S]*<\/main>/, `<main id="mf-mms-orders-container">${content}</main>`);

let end = new AbortController();
afterEach(() => end.abort());

/** What the page session tells in two minutes. */
async function watch(html: string): Promise<{ records: number; broken: string[] }> {
  end = new AbortController();
  document.body.innerHTML = new DOMParser().parseFromString(html, 'text/html').body.innerHTML;
  const win = fakeWindow();
  const told = { records: 0, broken: [] as string[] };
  startSession({
    readers: pinduoduoMore([]),
    doc: document,
    topDoc: document,
    url: () => new URL('https://mms.pinduoduo.com/logistics/home'),
    now: () => win.nowMs,
    win,
    signal: end.signal,
    onReading: ({ records }) => {
      told.records += records.length;
    },
    onRows: () => undefined,
    onUnreadable: ({ problems }) => told.broken.push(...problems),
  });
  await win.advance(120_000);
  return told;
}

it.each([
  ['cards that lead elsewhere', '<div>电子面单</div><div>物流服务</div><a>物流工具</a>'],
  ['a search by number', '<label>快递单号</label><input><button>查询</button>'],
  [
    'a table of something else',
    '<table><thead><tr><th>快递公司</th><th>电子面单余额</th></tr></thead><tbody><tr><td>圆通速递</td><td>300</td></tr></tbody></table><p>快递单号</p>',
  ],
])('%s: nothing read, nothing called broken', async (_, content) => {
  expect(await watch(shell(content))).toEqual({ records: 0, broken: [] });
});

it('a table of parcels is read; one whose rows cannot be is broken', async () => {
  expect(await watch(PARCELS)).toEqual({ records: 1, broken: [] });
  const spoilt = PARCELS.replace('260915-222222222222201', '——');
  expect(await watch(spoilt)).toMatchObject({ records: 0, broken: ['no-groups'] });
});
