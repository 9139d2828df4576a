/** How much the answer owes to the weights: the same shops under weights drawn around the chosen ones. */
import { hasLogisticsDrag, scoreAll } from './check';
import { INDICATORS } from './indicators';
import type { Field } from './score';

/** Share of (shop, draw) with logistics as the drag, per quartile of late shipping. */
export function logisticsUnderOtherWeights(field: Field, draws: number): number[] {
  const random = generator(1);
  const named = [0, 0, 0, 0];
  const asked = [0, 0, 0, 0];
  for (let draw = 0; draw < draws; draw++) {
    // Each weight from half to twice its size, then all to a sum of 1.
    const factors = INDICATORS.map(() => 2 ** (2 * random() - 1));
    const sum = INDICATORS.reduce((all, each, i) => all + each.weight * (factors[i] ?? 1), 0);
    const specs = INDICATORS.map((each, i) => ({
      ...each,
      weight: (each.weight * (factors[i] ?? 1)) / sum,
    }));
    for (const shop of scoreAll(field, specs)) {
      asked[shop.quartile] = (asked[shop.quartile] ?? 0) + 1;
      if (hasLogisticsDrag(shop)) named[shop.quartile] = (named[shop.quartile] ?? 0) + 1;
    }
  }
  return named.map((each, i) => each / (asked[i] ?? 1));
}

/** The same draws on every machine (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
