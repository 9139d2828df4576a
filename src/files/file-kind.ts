/**
 * What a platform says about its export files: data, read with the words of this room. Nothing here names
 * a platform.
 */
import type {
  LineFields,
  ListReading,
  OrderFields,
  SourceKind,
  TicketFields,
} from '../core/entities';

/**
 * - `time`: an instant that has passed; one after `nowMs` is unreadable.
 * - `deadline`: an instant that may lie ahead.
 * - `parcels`: tracking numbers with carriers, in one cell.
 * - `tracking`, `carrier`: the same in two columns.
 */
export type ColumnType =
  | 'id'
  | 'text'
  | 'time'
  | 'deadline'
  | 'money'
  | 'count'
  | 'parcels'
  | 'tracking'
  | 'carrier';

export interface Column {
  /** Headers that mean this column, best first. Compared by `headerKey`. */
  names: string[];
  type: ColumnType;
  /** Identity: of the record, of the order a ticket belongs to, of a line in its order. */
  key?: 'record' | 'order' | 'line';
  /** Shape of an id; required for keys. */
  pattern?: RegExp;
  /** Field of the order or ticket. Rows of one record must agree on it, blanks aside. */
  record?: (keyof OrderFields | keyof TicketFields) & string;
  /** Field of the line. */
  line?: keyof LineFields & string;
  /** Without this column the file is not of this kind. */
  required?: boolean;
  /** The record's field is known only when every row of the record says the same, blanks included. */
  everyRow?: boolean;
  /** An instant without its seconds is unknown: a record is named after it (`nameRecord`). */
  exact?: boolean;
  /** May be the order's or the line's amount: taken only when the record has one row. */
  singleRow?: boolean;
  /** Longest text accepted (default 500). */
  max?: number;
  /** Words that this column alone writes where there is nothing. */
  blanks?: string[];
  /** What its words mean in the record's own (是 → 退货退款): any other word is unknown. */
  means?: Record<string, string>;
}

/** One kind of export file of one platform. */
export interface FileKind {
  platform: string;
  source: Extract<SourceKind, 'order-export' | 'aftersale-export'>;
  side: ListReading['side'];
  record: 'order' | 'ticket';
  columns: Column[];
  /** Field that dates a row in the platform's list. A file without that column claims no period. */
  listDate: 'placedMs' | 'appliedMs';
  /** Tells of records that another sheet of the workbook lists: alone it is no export. */
  besideOnly?: boolean;
  /** Headers that show another kind of file, however many columns match. */
  forbidden: string[];
  /** Headers of personal data: dropped and named so in the preview. */
  personal: string[];
  /** Parts of headers that make an unlisted column personal. */
  personalParts: string[];
  /** Known headers without use here. */
  notNeeded: string[];
  /** Midnight of the day that an order's number begins with, ms: it dates rows whose list date is blank. */
  findDayMs?(orderId: string): number | undefined;
  /**
   * A record's id where pages do not show the file's own: made of its order and its list date, ms. Undefined:
   * it cannot be told, and the row is left out, for under two names one record would count twice.
   */
  nameRecord?(orderId: string, listMs: number | undefined): string | undefined;
  /** Moment of the export, when the platform's own file name carries it. */
  findExportedMs?(fileName: string): number | undefined;
}
