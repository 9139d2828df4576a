/** A table as it lies in a file, whatever its container. */

/** One cell: text, or a number as the workbook stores it (its digits untouched). '' = empty. */
export type Cell = string | { readonly n: string };

/** A row with its line (text: physical line; workbook: row number), both 1-based. */
export interface Row {
  line: number;
  cells: Cell[];
  /** Its quotes are broken: the borders of its cells can't be trusted. */
  broken?: boolean;
  /** The file ends inside this row, without a line end: its last cell may be cut. */
  open?: boolean;
}
