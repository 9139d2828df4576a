// When a page of the extension is on the screen, by its own clock: ms since its navigation began.
import { until } from '../../../scripts/lib/reading.mjs';

/**
 * @returns {Promise<{glanceMs: number, wholeMs: number}>} the frame after the one that has the page's first
 *   content (in the popup: score and drag sentence), and the frame after the one that has all of it. A page
 *   that is complete at once has both in one.
 */
export async function painted(context, url) {
  const page = await context.newPage();
  await page.setViewportSize({ width: 380, height: 560 });
  await page.addInitScript(() => {
    const times = {};
    const say = (name) =>
      requestAnimationFrame(() => {
        times[name] = performance.now();
        if ('glanceMs' in times && 'wholeMs' in times) globalThis.paintedTimes = times;
      });
    let isGlanced = false;
    const look = () => {
      const app = document.getElementById('app');
      const main = app?.querySelector('.loading') ? undefined : app?.querySelector('main');
      if (main && !isGlanced) {
        isGlanced = true;
        say('glanceMs');
      }
      if (main && !main.hasAttribute('aria-busy')) say('wholeMs');
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(url);
  const times = await until('a painted page', () => page.evaluate(() => globalThis.paintedTimes));
  await page.close();
  return times;
}
