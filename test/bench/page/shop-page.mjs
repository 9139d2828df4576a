// A list of the sample back-end at 100 rows in a real Chromium, and what the bench asks of it.
import { launchWithExtension } from '../../../scripts/lib/chromium.mjs';
import { listFrame, setPageSize } from '../../../scripts/lib/walk.mjs';
import { addressOf } from '../../backend/sites.mjs';

/** No measure of ours for so long: the page change is over (late cells and the reply included). */
const QUIET_MS = 1_200;

export async function openShop({ browserPath, extensionDir, backend }) {
  const browser = await launchWithExtension({ browserPath, extensionDir, backends: [backend] });
  return {
    close: browser.close,
    /** A tab with a list: its frame, and a session of the browser's debugger. */
    async open(side, { rate = 1 } = {}) {
      const tab = await browser.context.newPage();
      const cdp = await browser.context.newCDPSession(tab);
      // Wall time, as our measures are: on a busy machine both sides of a ratio then wait alike.
      await cdp.send('Performance.enable', { timeDomain: 'timeTicks' });
      await cdp.send('Emulation.setCPUThrottlingRate', { rate });
      await tab.goto(addressOf(backend.site, side));
      const frame = await listFrame(tab, 60_000);
      return { tab, cdp, frame, side };
    },
  };
}

/** The list at 100 rows, read and drawn. */
export async function showHundred({ frame }) {
  await setPageSize(frame, 100);
  await quiet(frame);
}

/** Our measures since `sinceMs` (of the frame's own clock), in order. */
export function ownMeasures(frame, sinceMs = 0) {
  return frame.evaluate(
    (since) =>
      performance
        .getEntriesByType('measure')
        .filter(({ name, startTime }) => name.startsWith('scorelens:') && startTime >= since)
        .map(({ name, startTime, duration }) => ({ name, startMs: startTime, ms: duration }))
        .sort((a, b) => a.startMs - b.startMs),
    sinceMs,
  );
}

/** Waits until neither the list nor our script has done anything for a while. */
export async function quiet(frame) {
  for (let last = -1, still = 0; still < QUIET_MS; still += 200) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const count = (await ownMeasures(frame)).length;
    if (count !== last) still = 0;
    last = count;
  }
}

/** The debugger's id of a frame. */
export async function findFrameId(cdp, frame) {
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const all = (tree) => [tree.frame, ...(tree.childFrames ?? []).flatMap(all)];
  return all(frameTree).find(({ url }) => url === frame.url()).id;
}

export const frameNow = (frame) => frame.evaluate(() => performance.now());

/** Milliseconds of script on the page's main thread so far, the page's and ours. */
export async function scriptMs(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ScriptDuration').value * 1000;
}

/** Sum, and the longest run of measures that follow each other without a pause: one task. */
export function summary(measures) {
  let longestMs = 0;
  let task = { startMs: 0, endMs: Number.NEGATIVE_INFINITY };
  let totalMs = 0;
  for (const { startMs, ms } of measures) {
    totalMs += ms;
    if (startMs > task.endMs + 0.5) task = { startMs, endMs: startMs };
    task.endMs = Math.max(task.endMs, startMs + ms);
    longestMs = Math.max(longestMs, task.endMs - task.startMs);
  }
  return { totalMs, longestMs };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
