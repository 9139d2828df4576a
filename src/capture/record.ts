/** Records say "unknown" by not having a field. */

/** The object without the keys whose value is undefined. */
export function compact<T extends object>(record: T): T {
  const known: Partial<T> = {};
  for (const key in record) if (record[key] !== undefined) known[key] = record[key];
  return known as T;
}
