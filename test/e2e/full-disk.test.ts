/**
 * A disk that is really full: the profile lies on a small one of its own. Chromium then says AbortError of the
 * write and UnknownError of every opening (docs/faults.md), so this cannot be played with thrown errors alone.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { until } from '../../scripts/lib/reading.mjs';
import { listFrame, nextPage, shownIds } from '../../scripts/lib/walk.mjs';
import { openWorld, readScore, type World } from './support/world';

/** A disk of its own; undefined, with the reason told, where nothing may be mounted. */
function mountDisk(): string | undefined {
  const disk = mkdtempSync(path.join(os.tmpdir(), 'scorelens-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=72m', 'scorelens', disk], { stdio: 'pipe' });
    return disk;
  } catch (error) {
    console.warn(`not run: no disk can be mounted here (${String(error).split('\n')[0]})`);
    rmSync(disk, { recursive: true });
    return undefined;
  }
}

const roomOf = (disk: string): number => {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
};
/** Not a byte is left. */
function fill(disk: string): void {
  const file = openSync(path.join(disk, 'filler'), 'a');
  const block = Buffer.alloc(65_536, 1);
  try {
    while (roomOf(disk) > 0) writeSync(file, block);
  } catch {
    // No space left on device.
  }
  closeSync(file);
}

/** Stored rows of cases, as JSON by order: read in a page of the extension. */
const storedRows = (world: World): Promise<Record<string, string>> =>
  world.probe.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await settled(indexedDB.open('scorelens'));
    const rows: { orderId: string }[] = await settled(
      db.transaction('cases').objectStore('cases').getAll(),
    );
    db.close();
    return Object.fromEntries(rows.map((row) => [row.orderId, JSON.stringify(row)]));
  });

const disk = mountDisk();

it.skipIf(!disk)(
  'is said, stops the writing, loses nothing, and goes on with room',
  async () => {
    const at = disk as string;
    let world: World | undefined;
    try {
      world = await openWorld({
        seed: 31,
        fault: 'quality',
        userDataDir: path.join(at, 'profile'),
      });
      await fillAndFree(world, at);
    } finally {
      await world?.close();
      execFileSync('umount', ['-l', at]);
      rmSync(at, { recursive: true });
    }
  },
  120_000,
);

async function fillAndFree(world: World, at: string): Promise<void> {
  const list = await world.open('orders', await readScore(world));
  const isStored = async (ids: string[]) => {
    const { orderIds } = await world.storedIds(ids);
    return ids.length > 0 && ids.every((id) => orderIds.includes(id));
  };
  const shown = async (): Promise<string[]> => shownIds(await listFrame(list), 'orders');
  await until('the first page in the store', async () => isStored(await shown()));
  const before = await storedRows(world);

  const popup = await world.context.newPage();
  await until('the popup says it', async () => {
    // What Chromium gives up on the way may let another page through.
    fill(at);
    await nextPage(await listFrame(list));
    await popup.goto(world.extensionUrl('popup.html'));
    await popup.locator('.popup:not([data-step])').waitFor();
    const said = await popup.locator('.notice[data-tone="problem"]').allTextContents();
    return said.some((each) => each.includes('磁盘空间不足，已停止保存'));
  });
  // The numbers of before are still there to be read; the page says it where the merchant looks.
  expect(await popup.locator('[data-scorelens="total"]').getAttribute('data-value')).not.toBeNull();
  await list.bringToFront();
  await list.getByText('磁盘空间不足').first().waitFor();

  await list.goto('about:blank');
  rmSync(path.join(at, 'filler'));
  const after = await storedRows(world);
  expect(after).toMatchObject(before);
  // On a page that was not stored while there was no room.
  await world.open('orders', list);
  let turnedMs = 0;
  await until(
    'a page of new orders in the store',
    async () => {
      const ids = await shown();
      const isNew = ids.some((id) => !(id in after));
      if (isNew && (await isStored(ids))) return true;
      // A page of new orders is given the time to be read and stored, as by who looks at it.
      if (isNew && Date.now() - turnedMs < 4_000) return false;
      turnedMs = Date.now();
      await nextPage(await listFrame(list));
      return false;
    },
    60_000,
  );
  // What is counted is what is stored: each order once.
  const stored = async () => Object.keys(await storedRows(world)).length;
  await until('the mirror counts what is stored', async () => {
    const { tallies = [] } = (await world.mirror()) ?? {};
    const counted = tallies.reduce((sum, { cells }) => sum + (cells['orders-placed']?.[2] ?? 0), 0);
    return counted > 0 && counted === (await stored());
  });
  await until('the notice is gone', async () => {
    await popup.reload();
    await popup.locator('.popup:not([data-step])').waitFor();
    return (await popup.locator('.notice[data-tone="problem"]').count()) === 0;
  });
}
