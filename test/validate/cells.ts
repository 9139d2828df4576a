/** Cells of the folder's tables. What cannot be read is undefined: unknown, never 0. */

/** `2018-05-16 20:57:03` as it stands on the clock: no zone is given, so it is taken as UTC. */
export function parseInstantMs(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(trimmed)) return undefined;
  const iso = `${trimmed.replace(' ', 'T')}.000Z`;
  const ms = Date.parse(iso);
  // Some engines move 30 February into March: only what comes back unchanged is a date.
  return Number.isNaN(ms) || new Date(ms).toISOString() !== iso ? undefined : ms;
}

/** Whole stars, 1–5. */
export function parseStars(text: string): number | undefined {
  const match = /^([1-5])(\.0)?$/.exec(text.trim());
  return match ? Number(match[1]) : undefined;
}
