/**
 * The store on Chromium's own database: random lives, and writers that die at random points, with their
 * page or with the whole browser. SCORELENS_SOAK: how many batches (`npm run soak`: 200).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/lib/browser.mjs';
import { launchWithExtension } from '../../scripts/lib/chromium.mjs';
import { bundle } from '../bench/store/bundle-page.mjs';
import { EXTENSION_DIR } from './support/world';

const BATCHES = Number(process.env.SCORELENS_SOAK ?? 24);
const userDataDir = mkdtempSync(path.join(tmpdir(), 'scorelens-faults-'));
afterAll(() => rmSync(userDataDir, { recursive: true, force: true }));

type Lab = Awaited<ReturnType<typeof openLab>>;

async function openLab(acked: (batch: number) => void) {
  const browserPath = findBrowser();
  if (!browserPath) throw new Error('no browser: run `npm test`, which installs one');
  const browser = await launchWithExtension({
    browserPath,
    extensionDir: EXTENSION_DIR,
    backends: [],
    userDataDir,
  });
  await browser.context.exposeFunction('acked', acked);
  const code: string = await bundle('test/e2e/support/store-page.ts');
  const openPage = async () => {
    const page = await browser.context.newPage();
    await page.goto(browser.extensionUrl('manifest.json'));
    await page.evaluate(code);
    return page;
  };
  const call = (page: Awaited<ReturnType<typeof openPage>>, name: string, ...args: unknown[]) =>
    page.evaluate(([fn, given]) => (globalThis as any).storeFaults[fn](...given), [name, args] as [
      string,
      unknown[],
    ]);
  return { browser, openPage, call };
}

/** Ends the browser as a power cut would: nothing is flushed, nobody is asked. */
async function crash({ browser }: Lab): Promise<void> {
  const session = await browser.context.browser()?.newBrowserCDPSession();
  const closed = new Promise((resolve) => browser.context.once('close', resolve));
  session?.send('Browser.crash').catch(() => {});
  await closed;
}

describe('on the browser’s own database', () => {
  it('any sequence of pages, files, packing, deletes and rebuilds equals recomputation', async () => {
    const lab = await openLab(() => {});
    const page = await lab.openPage();
    expect(await lab.call(page, 'playRandom', 15, 20261123)).toBe('');
    await lab.browser.close();
  });

  it('tabs, an import, the upkeep and a popup at once: no deadlock, no lost update, all exact', async () => {
    const lab = await openLab(() => {});
    const batches = 24;
    // Two tabs turn the same list in the same order, a third one in its own.
    const roles = [
      ['tab', 1],
      ['tab', 1],
      ['tab', 2],
      ['file', 3],
      ['keeper', 4],
      ['popup', 5],
    ] as const;
    const pages = await Promise.all(roles.map(() => lab.openPage()));
    const work = roles.map(([role, seed], i) =>
      lab.call(pages[i] as (typeof pages)[number], 'workTogether', role, seed, batches),
    );
    expect((await Promise.all(work)).flat()).toEqual([]);
    const [page] = pages as [(typeof pages)[number]];
    expect(await lab.call(page, 'verifyTogether', batches)).toEqual([]);
    await lab.browser.close();
  });

  it('a restore whose page dies on the way keeps whole batches; the same file again brings the rest', async () => {
    const orders = 8_000;
    let heard: (done: number) => void = () => {};
    const first = new Promise<number>((resolve) => {
      heard = resolve;
    });
    const lab = await openLab((done) => heard(done));
    const source = await lab.openPage();
    await lab.call(source, 'fillSource', orders);
    const page = await lab.openPage();
    const dead = lab.call(page, 'restoreSource').then(
      () => false,
      () => true,
    );
    const acknowledged = await first;
    await page.close();
    expect(await dead).toBe(true);
    const half = await lab.call(source, 'checkRestored');
    expect(half.problems).toEqual([]);
    expect(half.orders).toBeGreaterThanOrEqual(acknowledged);
    expect(half.orders).toBeLessThan(orders);
    expect(half.orders % acknowledged).toBe(0);
    await lab.call(source, 'restoreSource');
    expect(await lab.call(source, 'checkRestored')).toEqual({ orders, problems: [] });
    await lab.browser.close();
  });

  it(
    `writers killed at random points of ${BATCHES} batches lose and double nothing acknowledged`,
    async () => {
      const acknowledged = new Set<number>();
      let kills = 0;
      let crashes = 0;
      let lab = await openLab((batch) => void acknowledged.add(batch));
      while (acknowledged.size < BATCHES) {
        const from = Math.max(-1, ...acknowledged) + 1;
        const page = await lab.openPage();
        const dead = lab.call(page, 'writeBatches', from, BATCHES).then(
          () => false,
          () => true,
        );
        // Long enough for some batches, short enough to hit one under way.
        await new Promise((resolve) => setTimeout(resolve, 80 + Math.random() * 900));
        kills += 1;
        if (kills % 4 === 0) {
          crashes += 1;
          await crash(lab);
          await dead;
          lab = await openLab((batch) => void acknowledged.add(batch));
        } else {
          await page.close();
          await dead;
        }
      }
      const page = await lab.openPage();
      expect(await lab.call(page, 'verify', [...acknowledged])).toEqual([]);
      expect(kills).toBeGreaterThan(0);
      console.log(`${BATCHES} batches, ${kills} kills, ${crashes} of the whole browser`);
      await lab.browser.close();
    },
    BATCHES * 10_000 + 120_000,
  );
});
