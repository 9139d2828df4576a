// Cost on the merchant's page: `benchPage()` returns rows {id, value, goal, better, pass}.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { burstCost, hiddenCost } from './burst.mjs';
import { changeCost } from './change.mjs';
import { bundleReaders, parseTimes } from './parse.mjs';
import { openShop, ownMeasures, showHundred, summary } from './shop-page.mjs';

const SIDES = ['orders', 'aftersales'];

/** `say` gets a line for each group of numbers, with what is behind the ratios. */
export async function benchPage({ browserPath, extensionDir, backend, say }) {
  const rows = [];
  const add = (id, value, goal, digits = 2) => {
    const rounded = Number(value.toFixed(digits));
    rows.push({ id, value: rounded, goal, better: 'lower', pass: rounded <= goal });
  };
  const ms = (value) => `${value.toFixed(2)} ms`;
  const bytes = (file) => readFileSync(path.join(extensionDir, file)).length;
  // In every page of the back-end; the others come where they are needed.
  add('content-script-bytes', bytes('content-scripts/doudian.js'), 40_000, 0);
  for (const part of ['lists', 'score', 'more']) {
    add(`${part}-script-bytes`, bytes(`doudian-${part}.js`), 40_000, 0);
  }

  const code = await bundleReaders();
  const shop = await openShop({ browserPath, extensionDir, backend });
  try {
    for (const side of SIDES) {
      const list = await shop.open(side);
      await showHundred(list);
      const first = summary(await ownMeasures(list.frame));
      // Page 1 holds the open orders and cases, so it has badges to mutate beside.
      add(`${side}-cold-longest-task-ms`, first.longestMs, 16);

      for (const where of ['cell', 'head']) {
        const burst = await burstCost(list, where, 4_000);
        add(`${side}-burst-${where}-percent-of-core`, burst.percent, 1);
        add(`${side}-burst-${where}-percent-profiled`, burst.profiledPercent, 1);
        say(
          `${side}: ${burst.mutations} mutations (${where}) made ${burst.reads} measures of reading`,
        );
      }
      const hidden = await hiddenCost(list, 2_000);
      add(`${side}-hidden-measures`, hidden.measures, 0);
      add(`${side}-hidden-profiled-ms`, hidden.oursMs, 0);
      say(`${side}: hidden, ${hidden.mutations} mutations`);
      const change = await changeCost(list, 6);
      add(`${side}-change-percent-of-page-script`, change.percent, 5);
      add(`${side}-change-percent-profiled`, change.profiledPercent, 5);
      add(`${side}-change-longest-task-ms`, change.longestMs, 16);
      say(
        `${side}: a page change takes ${ms(change.selfMs)} (read ${ms(change.readMs)}, draw ${ms(change.drawMs)}, send ${ms(change.sendMs)}; ${change.badges} badges) beside ${ms(change.pageMs)} of the page's script`,
      );

      const parse = await parseTimes(list, code);
      add(`${side}-parse-vs-textcontent`, parse.fullRatio, 1.3);
      add(`${side}-parse-again-vs-textcontent`, parse.againRatio, 1.3);
      add(`${side}-parse-cold-ms`, parse.coldFullMs, 16);
      say(
        `${side}: full parse ${ms(parse.fullMs)}, unchanged ${ms(parse.againMs)}, every cell's textContent ${ms(parse.floorMs)}; cold ${ms(parse.coldFullMs)} and ${ms(parse.coldFloorMs)}`,
      );
      await list.tab.close();

      const slow = await shop.open(side, { rate: 4 });
      await showHundred(slow);
      add(`${side}-cold-longest-task-4x-ms`, summary(await ownMeasures(slow.frame)).longestMs, 50);
      const slowed = await changeCost(slow, 2);
      add(`${side}-change-longest-task-4x-ms`, slowed.longestMs, 50);
      await slow.tab.close();
    }
  } finally {
    await shop.close();
  }
  return rows;
}
