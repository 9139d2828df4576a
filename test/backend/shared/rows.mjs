/** What every list's server side does: one page of rows, money and times as printed. */
export const yuan = (fen) => (fen / 100).toFixed(2);

/** @param query with `page` (from 1) and `size` (at most 100) */
export function pageOf(items, query, usualSize) {
  const size = Math.min(100, Math.max(1, Number(query.get('size')) || usualSize));
  const index = Math.max(1, Number(query.get('page')) || 1);
  return items.slice((index - 1) * size, index * size);
}
