/** The product cell and the price and quantity beside it: one line (SKU) of an order. */

import { labelReader } from '../../../capture/labels';
import { cellText, elementText } from '../../../capture/leaves';
import { findMoneyFen, parseCount } from '../../../capture/numbers';
import { isNone, isReadable } from '../../../capture/text';
import type { LineRecord } from '../../../core/entities';
import { isOrderId } from './ids';
import { ORDER_TAG, PRODUCT_LABELS } from './order-columns';

const NAME = '[class*="name_"], [class*="name-"], [class*="Name"]';
const SPEC = '[class*="desc"], [class*="spec"]';
const TAG = '[class*="tag"]';
/** `规格x数量`: the product's description ends in its count. */
const TIMES = /[x×*] ?(\d{1,6})$/i;
const REMARK = /^(?:买家留言|商家备注|订单备注|备注|留言)/;
const readLabels = labelReader(PRODUCT_LABELS);

export interface LineCells {
  product: Element;
  price?: Element;
  quantity?: Element;
}

/**
 * One line, or undefined when the row is no SKU row (a remark row may stand last in a group and hold
 * personal data: without a product name's class, a price or a quantity nothing of a row is taken).
 */
export function readLine(cells: LineCells, position: number): LineRecord | undefined {
  const { leaves, lines } = cellText(cells.product);
  if (leaves.length === 0 || REMARK.test(leaves[0] ?? '')) return undefined;
  // Leaves win: a line may glue an id to the digits of the next element.
  const labelled = { ...readLabels(lines), ...readLabels(leaves) };
  const unitPriceFen = priceOf(cells.price);
  const nameEl = cells.product.querySelector(NAME);
  const specEl = cells.product.querySelector(SPEC);
  const specText = specEl
    ? elementText(specEl)
    : (labelled.spec ?? leaves.find((text) => TIMES.test(text) && !text.includes('¥')) ?? '');
  const specTimes = parseTimes(specText);
  const quantity =
    quantityOf(cells.quantity) ??
    timesOf(cells.price) ??
    specTimes ??
    parseCount(labelled.quantity ?? '');
  if (!nameEl && unitPriceFen === undefined && quantity === undefined) return undefined;

  const tags = tagsOf(cells.product, leaves);
  const name = nameEl
    ? elementText(nameEl)
    : leaves.find((text) => text !== specText && !tags.includes(text) && !isDetail(text));
  const line: LineRecord = {
    lineId: labelled.lineId && isOrderId(labelled.lineId) ? labelled.lineId : `#${position}`,
  };
  if (name && isReadable(name)) line.productName = name;
  // An `x2` that is not the count belongs to the specification (1盒x2).
  const spec = specTimes === quantity ? specText.replace(TIMES, '').trim() : specText;
  if (spec && isReadable(spec)) line.spec = spec;
  if (labelled.productId && /^\d{10,20}$/.test(labelled.productId))
    line.productId = labelled.productId;
  if (labelled.merchantCode && !isNone(labelled.merchantCode))
    line.merchantCode = labelled.merchantCode;
  if (quantity !== undefined) line.quantity = quantity;
  if (unitPriceFen !== undefined) line.unitPriceFen = unitPriceFen;
  line.tags = tags;
  return line;
}

/** Neither name nor tag: a price, a count, a labelled detail. */
function isDetail(text: string): boolean {
  return /^¥|^[x×*] ?\d|^(?:商品单?ID|商品单号|商家编码|规格|数量)/.test(text) || TIMES.test(text);
}

/** The first ¥ amount; the shop's income may follow in the same cell (2026). */
function priceOf(cell: Element | undefined): number | undefined {
  const line = cellText(cell).lines.find((text) => text.includes('¥'));
  return line === undefined ? undefined : findMoneyFen(line);
}

function quantityOf(cell: Element | undefined): number | undefined {
  const { lines } = cellText(cell);
  return lines.length === 1 ? parseCount(lines[0] ?? '') : undefined;
}

function timesOf(cell: Element | undefined): number | undefined {
  const { lines, leaves } = cellText(cell);
  for (const text of [...lines, ...leaves]) {
    const count = parseTimes(text);
    if (count !== undefined) return count;
  }
  return undefined;
}

function parseTimes(text: string): number | undefined {
  // `¥59.00x2` ends in a digit before the x: cut the amount off first.
  const match = TIMES.exec(text.replace(/^¥ ?[\d.,]+/, ''));
  return match?.[1] ? parseCount(match[1]) : undefined;
}

function tagsOf(cell: Element, leaves: readonly string[]): string[] {
  const tags = new Set(leaves.filter((text) => ORDER_TAG.test(text)));
  for (const el of cell.querySelectorAll(TAG)) {
    for (const text of cellText(el).leaves) {
      if (text.length <= 12 && isReadable(text) && !/\d{5}/.test(text)) tags.add(text);
    }
  }
  return [...tags].sort().slice(0, 20);
}
