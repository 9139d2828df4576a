/** Records say "unknown" by not having a field. */

/** The same object without the keys whose value is undefined. */
export function compact<T extends object>(record: T): T {
  for (const key of Object.keys(record) as (keyof T)[]) {
    if (record[key] === undefined) delete record[key];
  }
  return record;
}
