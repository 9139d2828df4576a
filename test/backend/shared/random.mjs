/** Seeded randomness. Everything the generator draws comes from here, so a seed is a shop. */

function hashText(text) {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}

/**
 * @param {string} name stream name; two streams never disturb each other's order of draws
 */
export function createRandom(name) {
  let state = hashText(name);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low, high) => low + (high - low) * next();
  const int = (low, high) => Math.floor(between(low, high + 1));
  const chance = (p) => next() < p;
  const pick = (list) => list[int(0, list.length - 1)];
  const weighted = (pairs) => {
    let left = next() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of pairs) {
      left -= weight;
      if (left < 0) return value;
    }
    return pairs[pairs.length - 1][0];
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  /** Positive, skewed, with the given mean. */
  const skewed = (mean, sigma) => mean * Math.exp(sigma * normal() - (sigma * sigma) / 2);
  const digits = (count) => {
    let text = '';
    while (text.length < count) text += String(int(0, 999999)).padStart(6, '0');
    return text.slice(0, count);
  };
  return { next, between, int, chance, pick, weighted, skewed, digits };
}

/**
 * Says "hit" for a share of the calls, spread evenly but not regularly: over any run of calls the
 * count is within about one of the expected number. Small shops need that: one order is 0.2 %.
 */
export function createQuota(random) {
  let position = 0;
  let target = random.next();
  return (share) => {
    position += share;
    if (position < target) return false;
    target = Math.floor(target) + 1 + random.next();
    return true;
  };
}
