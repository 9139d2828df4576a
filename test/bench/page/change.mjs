// What turning a page costs: our measures against all script of the page, in one run.
import { nextPage } from '../../../scripts/lib/walk.mjs';
import { profiled } from './profile.mjs';
import { frameNow, median, ownMeasures, quiet, scriptMs, summary } from './shop-page.mjs';

/** Turns `turns` pages of a list that stands at 100 rows. */
export async function changeCost({ frame, cdp }, turns) {
  const changes = [];
  const turn = async () => {
    const [sinceMs, before] = [await frameNow(frame), await scriptMs(cdp)];
    if (!(await nextPage(frame))) throw new Error('the list has too few pages for this bench');
    await quiet(frame);
    const own = await ownMeasures(frame, sinceMs);
    const badges = await frame.locator('scorelens-badge').count();
    changes.push({ ...summary(own), scriptMs: (await scriptMs(cdp)) - before, own, badges });
  };
  for (let turned = 0; turned < turns; turned += 1) await turn();
  // The profiler slows script down, so its turns are no part of the medians.
  const counted = changes.length;
  const profile = await profiled(cdp, async () => {
    await turn();
    await turn();
  });
  const measured = changes.slice(0, counted);
  const shareOf = ({ totalMs, scriptMs: all }) => (100 * totalMs) / (all - totalMs);
  const part = (name) =>
    median(measured.map(({ own }) => summary(own.filter((m) => m.name === name)).totalMs));
  return {
    percent: median(measured.map(shareOf)),
    profiledPercent: (100 * profile.oursMs) / profile.pageMs,
    selfMs: median(measured.map(({ totalMs }) => totalMs)),
    pageMs: median(measured.map(({ totalMs, scriptMs: all }) => all - totalMs)),
    longestMs: Math.max(...measured.map(({ longestMs }) => longestMs)),
    readMs: part('scorelens:read'),
    drawMs: part('scorelens:draw'),
    sendMs: part('scorelens:send'),
    badges: median(measured.map(({ badges }) => badges)),
  };
}
