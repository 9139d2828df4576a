/** Sets of half-open intervals [from, to) of ms: sorted, disjoint, never touching. */

export type Interval = [number, number];

/** The set with one interval more. An empty or inverted interval adds nothing. */
export function addInterval(set: Interval[], [from, to]: Interval): Interval[] {
  if (!(from < to)) return set;
  const before = set.filter(([, end]) => end < from);
  const after = set.filter(([start]) => start > to);
  const touching = set.filter(([start, end]) => end >= from && start <= to);
  const start = Math.min(from, ...touching.map(([each]) => each));
  const end = Math.max(to, ...touching.map(([, each]) => each));
  return [...before, [start, end], ...after];
}

/** How much of [from, to) the set covers, ms. */
export function coveredMs(set: Interval[], [from, to]: Interval): number {
  return set.reduce(
    (sum, [start, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)),
    0,
  );
}
