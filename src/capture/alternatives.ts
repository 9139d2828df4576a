/**
 * Ordered alternatives (DESIGN §6): machine hook, then class stem, then label text. Beside each stands
 * since when it is known to match and why it is there, so that the oldest can go with its reason.
 */
export type Alternative<T> = readonly [id: string, find: () => T | undefined];

/** Value and name of the first alternative that gives one. */
export function firstAlternative<T>(
  alternatives: readonly Alternative<T>[],
): { id: string; value: T } | undefined {
  for (const [id, find] of alternatives) {
    const value = find();
    if (value !== undefined) return { id, value };
  }
  return undefined;
}
