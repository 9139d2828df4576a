/**
 * Ordered alternatives (DESIGN §6): machine hook, then class stem, then label text. Each says since when
 * it is known to match and why it exists, so that the oldest can go when its reason does.
 */
export interface Alternative<T> {
  id: string;
  /** First sighting, YYYY or YYYY-MM. */
  since: string;
  /** What makes it trustworthy, or why it is only a fallback. */
  why: string;
  find: () => T | undefined;
}

/** Value and name of the first alternative that gives one. */
export function firstAlternative<T>(
  alternatives: readonly Alternative<T>[],
): { id: string; value: T } | undefined {
  for (const { id, find } of alternatives) {
    const value = find();
    if (value !== undefined) return { id, value };
  }
  return undefined;
}
