// A page that never rests: one mutation each 16 ms, in a cell of the list or beside a badge.
import { profiled } from './profile.mjs';
import { findFrameId, frameNow, ownMeasures, quiet } from './shop-page.mjs';

/** Changes one text for `ms`; returns how many changes were made. */
function mutate([where, ms]) {
  const rows = [...document.querySelectorAll('tbody tr')].filter((row) => row.children.length > 3);
  const cell =
    where === 'head'
      ? document.querySelector('scorelens-badge').parentElement
      : rows[Math.floor(rows.length / 2)].lastElementChild;
  const text = cell.insertBefore(document.createTextNode('-'), cell.firstChild);
  return new Promise((resolve) => {
    let count = 0;
    const timer = setInterval(() => {
      count += 1;
      text.data = count % 2 ? '–' : '-';
    }, 16);
    setTimeout(() => {
      clearInterval(timer);
      text.remove();
      resolve(count);
    }, ms);
  });
}

/** Per cent of a core, by our measures and by the profiler, while the page changes all the time. */
export async function burstCost({ frame, cdp }, where, ms) {
  await quiet(frame);
  const sinceMs = await frameNow(frame);
  let mutations = 0;
  const { oursMs } = await profiled(cdp, async () => {
    mutations = await frame.evaluate(mutate, [where, ms]);
  });
  const own = await ownMeasures(frame, sinceMs);
  const selfMs = own.reduce((sum, each) => sum + each.ms, 0);
  const reads = own.filter(({ name }) => name === 'scorelens:read').length;
  const percent = (time) => (100 * time) / ms;
  return { percent: percent(selfMs), profiledPercent: percent(oursMs), mutations, reads };
}

/** The world in which our content script runs in this frame. */
async function contentWorld(cdp, frame) {
  const contexts = [];
  const note = ({ context }) => contexts.push(context);
  cdp.on('Runtime.executionContextCreated', note);
  await cdp.send('Runtime.enable');
  cdp.off('Runtime.executionContextCreated', note);
  await cdp.send('Runtime.disable');
  const frameId = await findFrameId(cdp, frame);
  const ours = contexts.find(
    ({ origin, auxData }) => origin.startsWith('chrome-extension:') && auxData.frameId === frameId,
  );
  if (!ours) throw new Error('our content script does not run in this frame');
  return ours.id;
}

/**
 * The same while hidden: our script must not run at all. A browser under a debugger shows every tab as
 * visible, so our script's own view of the document is told otherwise, in its own world.
 */
export async function hiddenCost({ frame, cdp }, ms) {
  await quiet(frame);
  const contextId = await contentWorld(cdp, frame);
  const tell = (hidden) =>
    cdp.send('Runtime.evaluate', {
      contextId,
      expression: `for (const [name, value] of [['hidden', ${hidden}], ['visibilityState', '${hidden ? 'hidden' : 'visible'}']])
        Object.defineProperty(document, name, { configurable: true, value });
        document.dispatchEvent(new Event('visibilitychange'));`,
    });
  await tell(true);
  const sinceMs = await frameNow(frame);
  let mutations = 0;
  const { oursMs } = await profiled(cdp, async () => {
    mutations = await frame.evaluate(mutate, ['cell', ms]);
  });
  const own = await ownMeasures(frame, sinceMs);
  await tell(false);
  await quiet(frame);
  const back = await ownMeasures(frame, sinceMs);
  // Otherwise nothing was measured but a script that had stopped for good.
  if (back.length === own.length) throw new Error('the script did not wake up');
  return { measures: own.length, oursMs, mutations };
}
