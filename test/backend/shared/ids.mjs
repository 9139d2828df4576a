/** Ids of 18–19 digits, always text: beyond 2^53 neighbours collide as numbers. */
export function createIds(random) {
  const used = new Set();
  let last = '';
  /** @param {string} lead first digits of a 19-digit id; one in ten ids has 18 digits */
  return function makeId(lead) {
    for (;;) {
      const length = random.chance(0.1) ? 18 : 19;
      let id = lead + random.digits(length - lead.length);
      // Now and then an id one above the previous: equal to it once it is read as a Number.
      if (last.startsWith(lead) && random.chance(0.03) && !last.endsWith('9')) {
        id = last.slice(0, -1) + String(Number(last.slice(-1)) + 1);
      }
      if (used.has(id)) continue;
      used.add(id);
      last = id;
      return id;
    }
  };
}
