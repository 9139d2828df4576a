/** A shop's tables as files, chunk by chunk: what is written never lies in memory twice. */
import type { ScoreDatabase } from '../../../store/database';
import { listTallies } from '../../../store/group-read';
import { scanCases } from '../../../store/read-cases';
import type { PlatformRules } from '../../../store/rules';
import { findGroup } from '../../../store/shop-group';
import type { Translate } from '../../i18n';
import type { ShopId } from '../../ports';
import { CSV_TYPE, csvLines, toCsv } from '../csv';
import type { ExportKind } from './data-ports';
import {
  type Column,
  dayColumns,
  dayRows,
  orderColumns,
  ticketColumns,
  ticketRows,
} from './export-tables';

export interface ExportParts {
  shop: ShopId;
  rules: PlatformRules;
  kind: ExportKind;
  t: Translate;
  labelOf(measureId: string): string;
  onProgress(done: number): void;
}

interface Writer {
  parts: BlobPart[];
  rows: number;
}

export async function exportFile(
  db: ScoreDatabase,
  { shop, rules, kind, t, labelOf, onProgress }: ExportParts,
): Promise<{ blob: Blob; rows: number }> {
  const out: Writer = { parts: [], rows: 0 };
  const write = <T>(columns: Column<T>[], rows: T[]): void => {
    const cells = rows.map((row) => columns.map(({ cell }) => cell(row)));
    const header = columns.map(({ key }) => t(key));
    if (out.parts.length === 0) out.parts.push(toCsv(header, cells));
    else if (cells.length > 0) out.parts.push('\r\n', csvLines(cells));
    out.rows += rows.length;
    onProgress(out.rows);
  };
  const group = await findGroup(db, shop);
  const tallies = () => listTallies(db, rules, group, 0);
  if (kind === 'days') {
    write(
      dayColumns,
      (await tallies()).flatMap((tally) => dayRows(tally, labelOf)),
    );
    return finish(out, CSV_TYPE);
  }
  if (kind === 'json') {
    const days = await tallies();
    out.parts.push(
      `{"format":"scorelens-export","version":1,"shop":${JSON.stringify(group.shop)},`,
    );
    out.parts.push(`"days":${JSON.stringify(days)},"cases":[`);
  }
  for await (const all of scanCases(db, shop.platform)) {
    const cases = all.filter((one) => group.shopIds.includes(one.shopId));
    if (kind === 'orders') {
      write(
        orderColumns,
        cases.filter((one) => one.order),
      );
    } else if (kind === 'aftersales') write(ticketColumns, cases.flatMap(ticketRows));
    else {
      const texts = cases.map((one) => JSON.stringify(one)).join(',\n');
      if (texts !== '') out.parts.push(out.rows > 0 ? ',\n' : '', texts);
      out.rows += cases.length;
      onProgress(out.rows);
    }
  }
  if (kind === 'json') out.parts.push(']}');
  return finish(out, kind === 'json' ? 'application/json' : CSV_TYPE);
}

const finish = ({ parts, rows }: Writer, type: string): { blob: Blob; rows: number } => ({
  blob: new Blob(parts, { type }),
  rows,
});
