/**
 * One row may hold several lines of an order, their values joined by ";" (the export's order dimension).
 * Ids, counts and amounts never hold a ";" of their own, so they tell how many lines there are; a product
 * name may, so a text is split only when its pieces are as many.
 */
import { plainText } from './cells';
import type { ColumnType } from './file-kind';
import type { Cell } from './row-types';

/** Whether a column of this type tells the number of lines. */
export function countsLines(type: ColumnType): boolean {
  return type === 'id' || type === 'count' || type === 'money';
}

/** The pieces of a joined cell, cleaned of one closing ";". A number or a plain text is one piece. */
export function pieces(cell: Cell | undefined): Cell[] {
  if (cell === undefined || typeof cell !== 'string' || !cell.includes(';')) return [cell ?? ''];
  const parts = plainText(cell).split(';');
  if (parts.length > 1 && parts.at(-1)?.trim() === '') parts.pop();
  return parts;
}
