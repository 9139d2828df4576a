/**
 * The order list of 2020 to 2022-11: one `div` row per order, no table. Stems from several scripts of that
 * time (`mortise-rich-table-row`, `index_content`, `style_name`, `table_comboNum`, `index_payAmount`).
 * Buyer's name, phone and address stand in the same row and are not among the elements read.
 */
import { parseDateTimeMs } from '../../../capture/dates';
import { type CellText, cellText } from '../../../capture/leaves';
import { findMoneyFen, parseCount } from '../../../capture/numbers';
import { compact } from '../../../capture/record';
import { isReadable } from '../../../capture/text';
import type { LineRecord, OrderRecord } from '../../../core/entities';
import { oneIdAfter } from '../../shared-pages/id-after';
import { withOlder } from '../../shared-pages/older-orders';
import type { PageReader } from '../../types';
import { isOrderId } from './ids';
import { ORDER_STATUS } from './order-columns';
import { findShopRef, SHOP_HOOKS } from './shop';

/** The one class of the row without a hash. */
const OLDER_ROW = 'mortise-rich-table-row';
const CELL = '[class*="index_cell"]';
/** The receiver's cell: nothing in it is looked at, whatever its class. */
const PERSON = '[class*="infoItem"], [class*="nickname"], [class*="locationDetail"]';

/** The order list at its one address: today's table, else the rows of then. */
export const withOlderOrders = (today: PageReader): PageReader =>
  withOlder(today, {
    className: OLDER_ROW,
    isToday: (row) => row.closest('table') !== null,
    shopHooks: SHOP_HOOKS,
    findShop: findShopRef,
    alternatives: { groups: 'rich-rows', id: 'label-text' },
    readOrder: readRow,
  });

function readRow(row: Element, nowMs: number): OrderRecord | 'id-unreadable' {
  const { leaves } = cellText(row);
  const { id } = oneIdAfter(['订单编号', '订单号'], leaves, isOrderId);
  if (!id) return 'id-unreadable';
  const under = (stem: string): CellText[] =>
    [...row.querySelectorAll(`[class*="${stem}"]`)]
      .filter((el) => !el.querySelector(PERSON) && !el.closest(CELL)?.querySelector(PERSON))
      .map((el) => cellText(el));
  const placed = leaves.findIndex((text) => text.startsWith('下单时间'));
  const date = (text = ''): number | undefined => parseDateTimeMs(text, nowMs);
  const paid = under('index_payAmount');
  const words = new Set(
    under('index_cell').flatMap(({ leaves: [first = ''] }) =>
      ORDER_STATUS.test(first) ? first : [],
    ),
  );
  const record: OrderRecord = {
    kind: 'order',
    orderId: id,
    placedMs: placed < 0 ? undefined : (date(leaves[placed]) ?? date(leaves[placed + 1])),
    status: words.size === 1 ? [...words][0] : undefined,
    paidFen: paid.length === 1 ? findMoneyFen(paid[0]?.lines[0] ?? '') : undefined,
    lines: readLines(under),
  };
  return compact(record);
}

/** Lines, when every line has each of its parts: three lists of one length belong together, others don't. */
function readLines(under: (stem: string) => CellText[]): LineRecord[] {
  const names = under('style_name').map(({ lines }) => lines[0] ?? '');
  const prices = under('table_comboAmount').map(({ lines }) => findMoneyFen(lines[0] ?? ''));
  const counts = under('table_comboNum').map(({ lines }) => parseCount(lines[0] ?? ''));
  return names.map((name, at) => {
    const line: LineRecord = {
      lineId: `#${at + 1}`,
      productName: name !== '' && isReadable(name) ? name : undefined,
      unitPriceFen: prices.length === names.length ? prices[at] : undefined,
      quantity: counts.length === names.length ? counts[at] : undefined,
    };
    return compact(line);
  });
}
