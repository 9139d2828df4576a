import { describe, expect, it } from 'vitest';
import { hiddenShop, INDICATOR_IDS } from './hidden-shop';

/** A fault is clear when it really costs a point and a half, and half as much again as any other. */
const isClear = ([first, second]: [string, number][], id: string): boolean =>
  first?.[0] === id && first[1] >= 1.5 && first[1] >= 1.5 * (second?.[1] ?? 0);

describe('drag, against shops whose curves, shares and weights are unknown', () => {
  it('names a clear fault, and never another indicator instead', () => {
    let clear = 0;
    let named = 0;
    const wrong: string[] = [];
    for (const id of INDICATOR_IDS) {
      for (let seed = 1; seed <= 120; seed++) {
        const { report, losses } = hiddenShop(seed * 7919 + id.length * 13, id);
        if (!isClear(losses, id)) continue;
        clear += 1;
        const { indicator } = report.drag;
        if (indicator === id) named += 1;
        else if (indicator !== undefined) wrong.push(`${id} ${seed}: ${indicator}`);
      }
    }
    expect(clear).toBeGreaterThan(500);
    expect(named / clear).toBeGreaterThan(0.97);
    expect(wrong.length / clear).toBeLessThan(0.005);
  });

  it('says that nothing stands out where no indicator really costs two points', () => {
    let sound = 0;
    let quiet = 0;
    for (let seed = 1; seed <= 500; seed++) {
      const { report, losses } = hiddenShop(seed * 104_729);
      if ((losses[0]?.[1] ?? 0) > 2) continue;
      sound += 1;
      if (report.drag.why === 'nothing-stands-out' && report.drag.indicator === undefined)
        quiet += 1;
    }
    expect(sound).toBeGreaterThan(200);
    expect(quiet / sound).toBeGreaterThan(0.97);
  });

  it('names the largest of the losses that the report itself lists', () => {
    for (const id of INDICATOR_IDS) {
      for (let seed = 1; seed <= 20; seed++) {
        const { report } = hiddenShop(seed * 31 + id.length, id);
        const { indicator, pointsLost } = report.drag;
        if (indicator === undefined) continue;
        const most = Math.max(...report.indicators.map((each) => each.pointsLost ?? 0));
        expect(pointsLost).toBe(most);
      }
    }
  });
});
