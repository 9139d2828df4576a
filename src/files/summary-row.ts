/** Rows below the table that name no record: sums and remarks, which exports and spreadsheets add. */
import { plainText } from './cells';
import type { Row } from './row-types';

const SUM = /^(?:合计|总计|共计|汇总|小计|总额|总和)(?:[\s:：(（]|$)/;
const REMARK = /^(?:注|备注|说明|以上|数据(?:来源|截至|截止|仅供)|导出(?:时间|人)|制表)/;

const INSTANT = /^\d{4}[-/.年]\d/;

/** A sum beside its word, or a sentence alone in its row. A row with an instant is a record's, whatever its id. */
export function isSummaryRow({ cells }: Row): boolean {
  const filled = cells.map(plainText).filter(Boolean);
  const [first = ''] = filled;
  if (filled.some((text) => INSTANT.test(text))) return false;
  return SUM.test(first) || (filled.length === 1 && REMARK.test(first));
}
