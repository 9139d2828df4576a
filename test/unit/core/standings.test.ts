/** Eligibility lines on the score path: margin today, and the day on which the answer turns. */
import { expect, it } from 'vitest';
import type { EligibilityLine, LineStat } from '../../../src/core/advice-types';
import { modelOf } from '../../../src/core/score-model';
import { scorePath } from '../../../src/core/score-path';
import { standingsOf } from '../../../src/core/standings';
import { dayStartMs, findDay, formatDay } from '../../../src/core/time';
import { adviceOf } from '../../../src/platforms/advice';
import { pack202609 } from '../../../src/platforms/doudian/rules/pack-2026-09';
import { AS_OF, cell, NOW, readTo, row, SOUND, snapshot, TODAY } from './report-fixture';

const ID = 'damage-return-rate';

/** Twelve damaged orders that leave in ten days; 100 orders a day. Total today 98.4, then 100. */
function shop() {
  const { [ID]: _own, ...printed } = SOUND;
  const days = [2, 1, 0].map((back) => {
    const page = snapshot({}, { total: 98.4, day: TODAY - back }, printed);
    page.dimensions = {
      product: { score: 100, weight: 0.4 },
      logistics: { score: 92, weight: 0.2 },
      service: { score: 100, weight: 0.4 },
    };
    return page;
  });
  return modelOf({
    shop: { platform: 'doudian', shopId: 's', name: '示例店' },
    pack: pack202609,
    tallies: Array.from({ length: 40 }, (_, i) =>
      row(AS_OF - 39 + i, {
        [ID]: cell(i === 19 ? 12 : 0, 100, { proxied: 100 }),
        'orders-placed': cell(100, 100),
      }),
    ),
    snapshots: days,
    coverage: readTo(dayStartMs(TODAY + 1)),
    offenders: [],
    nowMs: NOW,
  });
}
const line = (id: string, stat: LineStat, threshold: number): EligibilityLine => ({
  id,
  platform: 'doudian',
  use: id,
  metric: 'total',
  stat,
  threshold,
  direction: 'at-least',
  source: 's',
  confidence: 'H',
  date: '2026-11',
  effectKey: 'e',
});

it('says what holds today and when it turns, and puts what is lost first', () => {
  const model = shop();
  const path = scorePath(model);
  const standings = standingsOf(model, {
    lines: [line('held', 'now', 70), line('lost', 'now', 99), line('month', 'month-end', 99)],
    path,
  });
  expect(standings.map((each) => each.line.id)).toEqual(['lost', 'month', 'held']);
  const [lost, month, held] = standings;
  expect(lost).toMatchObject({ value: 98.4, holds: false, provenance: 'page' });
  expect(lost?.margin).toBeCloseTo(-0.6, 9);
  // The bad day is day −20 of the window's 30: ten days on it is out, shown the day after.
  expect(formatDay(lost?.turnsOn ?? 0)).toBe('2026-12-02');
  expect(lost?.projected).toBeCloseTo(100, 9);
  expect(lost?.assumption).toEqual({ kind: 'as-recent', days: 7 });
  expect(month).toMatchObject({ decidingDay: findDay('2026-11-30'), projectedHolds: false });
  expect(held?.margin).toBeCloseTo(28.4, 9);
  expect(held?.turnsOn).toBeUndefined();
});

it('has the shared advice behind each platform’s own, and only that for an unknown one', () => {
  const shared = adviceOf('nowhere');
  for (const platform of ['doudian', 'taobao', 'pinduoduo']) {
    const advice = adviceOf(platform);
    expect(advice.lines.length).toBeGreaterThan(0);
    expect(advice.playbooks.slice(-shared.playbooks.length)).toEqual(shared.playbooks);
  }
  expect(shared.lines).toEqual([]);
  const standings = standingsOf(shop(), { lines: adviceOf('doudian').lines });
  expect(standings.length).toBeGreaterThan(10);
});
