/** The product cell and the price and quantity beside it: one line (SKU) of an order. */
import { type CellText, type Leaf, stemOf } from '../../capture/leaves';
import { findMoneyFen, parseCount } from '../../capture/numbers';
import { compact } from '../../capture/record';
import { isNone, isReadable } from '../../capture/text';
import type { LineRecord } from '../../core/entities';

/** A platform's words in the product cell. */
export interface ProductWords {
  /** Tags (presale, gift); a text that is none of these is no tag. */
  tag: RegExp;
  isLineId(text: string): boolean;
  readLabels(
    texts: readonly string[],
  ): Partial<Record<'lineId' | 'productId' | 'merchantCode' | 'spec' | 'quantity', string>>;
}

/** `规格x数量`: the product's description ends in its count. */
const TIMES = /[x×*] ?(\d{1,6}|\d{1,3}(?:,\d{3})+) ?件?$/i;
const REMARK = /^(?:买家留言|商家备注|订单备注|备注|留言)/;
/** Neither name nor tag: a price, a count, a labelled detail. */
const DETAIL = /^¥|^(?:商品单?ID|商品单号|商家编码|规格|数量)/;

/**
 * One line, or undefined when the row is no SKU row (a remark row may stand last in a group and hold
 * personal data: without a product name's class, a price or a quantity nothing of a row is taken).
 */
export function readLine(
  words: ProductWords,
  cell: Element,
  product: CellText,
  price: CellText,
  quantity: CellText,
  position: number,
): LineRecord | undefined {
  const { leaves, lines, nodes } = product;
  if (leaves.length === 0 || REMARK.test(leaves[0] ?? '')) return undefined;
  const named: string[] = [];
  const specs: string[] = [];
  const tags = new Set<string>();
  const plain: string[] = [];
  for (const leaf of nodes) {
    const { text } = leaf;
    const kind = kindOf(words, leaf, cell);
    if (kind === 'tag') tags.add(text);
    else if (kind === 'name') named.push(text);
    else if (kind === 'spec') specs.push(text);
    else if (!DETAIL.test(text)) plain.push(text);
  }
  // Leaves win: a line may glue an id to the digits of the next element.
  const labelled = { ...words.readLabels(lines), ...words.readLabels(leaves) };
  const spec =
    specs.join(' ') ||
    labelled.spec ||
    plain.find((text) => TIMES.test(text) && text !== plain[0]) ||
    '';
  const specCount = timesOf(spec);
  const unitPriceFen = priceOf(price);
  const count =
    (quantity.lines.length === 1 ? parseCount(quantity.lines[0] ?? '') : undefined) ??
    [...price.lines, ...price.leaves].map(timesOf).find((times) => times !== undefined) ??
    specCount ??
    parseCount(labelled.quantity ?? '');
  if (named.length === 0 && unitPriceFen === undefined && count === undefined) return undefined;

  const { lineId, productId, merchantCode } = labelled;
  return compact({
    lineId: lineId && words.isLineId(lineId) ? lineId : `#${position}`,
    productName: readable(named.join(' ') || plain[0]),
    // An `x2` that is not the count belongs to the specification (1盒x2).
    spec: readable(specCount === count ? spec.replace(TIMES, '').trim() : spec),
    productId: productId && /^\d{10,20}$/.test(productId) ? productId : undefined,
    merchantCode: merchantCode && !isNone(merchantCode) ? merchantCode : undefined,
    quantity: count,
    unitPriceFen,
    tags: [...tags].sort().slice(0, 20),
  });
}

function kindOf(
  words: ProductWords,
  leaf: Leaf,
  cell: Element,
): 'tag' | 'name' | 'spec' | undefined {
  if (words.tag.test(leaf.text)) return 'tag';
  const stem = stemOf(leaf, cell);
  if (/tag/i.test(stem)) {
    const isTag = leaf.text.length <= 12 && isReadable(leaf.text) && !/\d{5}/.test(leaf.text);
    return isTag ? 'tag' : undefined;
  }
  if (/desc|spec/i.test(stem)) return 'spec';
  return /name[_-]|Name/.test(stem) ? 'name' : undefined;
}

/** The first ¥ amount; the shop's income may follow in the same cell (2026). */
function priceOf(price: CellText): number | undefined {
  return findMoneyFen(price.lines.find((line) => line.includes('¥')) ?? '');
}

/** `¥59.00x2` ends in a digit before the x: the amount is cut off first. */
function timesOf(text: string): number | undefined {
  return parseCount(TIMES.exec(text.replace(/^¥ ?[\d.,]+/, ''))?.[1] ?? '');
}

function readable(text: string | undefined): string | undefined {
  return text && isReadable(text) ? text.slice(0, 200) : undefined;
}
