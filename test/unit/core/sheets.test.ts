import { describe, expect, it } from 'vitest';
import type { ScoreSnapshot } from '../../../src/core/entities';
import { mergeSnapshots } from '../../../src/core/merge';
import { joinSheets } from '../../../src/core/sheets';

const main = (day: number, seenMs: number, total: number): ScoreSnapshot => ({
  kind: 'score',
  state: 'scored',
  day,
  seenMs,
  total,
  dimensions: { basic: { score: total } },
  indicators: { help: { text: '0.72%', value: 0.0072 } },
  packId: 'score-pack',
});
const sheet = (day: number, seenMs: number, reply: number): ScoreSnapshot => ({
  kind: 'score',
  state: 'scored',
  day,
  seenMs,
  total: 36,
  dimensions: {},
  indicators: {
    help: { text: '0.70%', value: 0.007, met: false, peerText: '优于12%同行' },
    reply: { text: `${reply}%`, value: reply / 100, met: true },
  },
  packId: 'peers-pack',
  sheet: 'peers',
});

describe('two score pages of one shop', () => {
  it('a day keeps both, in any order and however often', () => {
    const a = main(100, 1, 3.4);
    const b = sheet(100, 2, 52);
    const both = mergeSnapshots(a, b);
    expect(both).toEqual({ ...a, sheets: { peers: b } });
    expect(mergeSnapshots(b, a)).toEqual(both);
    expect(mergeSnapshots(both, b)).toEqual(both);
    expect(mergeSnapshots(both, both)).toEqual(both);
    const later = sheet(100, 3, 60);
    expect(mergeSnapshots(mergeSnapshots(a, later), b)).toEqual(
      mergeSnapshots(a, mergeSnapshots(b, later)),
    );
    expect(mergeSnapshots(both, later).sheets?.peers).toEqual(later);
  });

  it('the main page gives the score, the other what only it says about an indicator', () => {
    const joined = joinSheets([
      sheet(101, 5, 60),
      mergeSnapshots(main(100, 1, 3.4), sheet(100, 2, 52)),
    ]);
    expect(joined.map(({ total }) => total)).toEqual([3.4]);
    expect(joined[0]?.packId).toBe('score-pack');
    expect(joined[0]?.indicators).toEqual({
      // The main page's own number stays; the other page adds rank and mark.
      help: { text: '0.72%', value: 0.0072, met: false, peerText: '优于12%同行' },
      reply: { text: '60%', value: 0.6, met: true },
    });
  });

  it('a week without the main page: the other speaks for itself', () => {
    expect(joinSheets([main(100, 1, 3.4), sheet(107, 2, 52)])[0]?.total).toBe(3.4);
    expect(joinSheets([main(100, 1, 3.4), sheet(108, 2, 52)]).map(({ total }) => total)).toEqual([
      36,
    ]);
    expect(joinSheets([sheet(108, 2, 52)])[0]?.packId).toBe('peers-pack');
    expect(joinSheets([])).toEqual([]);
  });

  it('a page’s own pack, chosen, is explained by that page, as long as it is recent', () => {
    const both = mergeSnapshots(main(100, 1, 3.4), sheet(100, 2, 52));
    const [chosen] = joinSheets([both], 'peers-pack');
    expect([chosen?.total, chosen?.packId]).toEqual([36, 'peers-pack']);
    // Its own number comes before the other page's.
    expect(chosen?.indicators.help?.value).toBe(0.007);
    expect(joinSheets([both], 'score-pack')[0]?.total).toBe(3.4);
    expect(joinSheets([both], 'never-seen')[0]?.total).toBe(3.4);
    expect(joinSheets([sheet(90, 1, 52), main(100, 2, 3.4)], 'peers-pack')[0]?.total).toBe(3.4);
  });

  it('what the other page said more than a week ago is not added', () => {
    expect(joinSheets([sheet(90, 1, 52), main(100, 2, 3.4)])[0]?.indicators.reply).toBeUndefined();
  });
});
