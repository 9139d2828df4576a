/** The product cell: name, then `ID:`, `商家编码:` and the specification last (markup of 2021). */
import type { CellText, Leaf } from '../../../capture/leaves';
import { parseCount } from '../../../capture/numbers';
import { compact } from '../../../capture/record';
import { isNone, isReadable } from '../../../capture/text';
import type { LineFields } from '../../../core/entities';
import { readProductLabels } from './words';

const TAG = /^(?:赠品|预售|百亿补贴|限时秒杀|秒杀|万人团|多件优惠|退货包运费|极速退款|直播)$/;
const LABELLED = /^(?:商品ID|ID|商家编码|规格编码|规格)[\s:]|^¥|^[x×] ?\d+$/i;

/** By its class or its word; a lone text is the name, whatever its class. */
const isTag = ({ text, el }: Leaf): boolean =>
  TAG.test(text) || (text.length <= 12 && /(?:^|[-_\s])tag/i.test(el.getAttribute('class') ?? ''));

/** Undefined for a cell without a name. */
export function readProduct({ nodes }: CellText): Partial<LineFields> | undefined {
  // 百亿补贴 before the name, 赠品 after it: neither is part of the product.
  const leaves = nodes.filter((leaf) => !isTag(leaf)).map(({ text }) => text);
  const labels = readProductLabels(leaves);
  const values = new Set([labels.productId, labels.merchantCode, labels.spec]);
  const plain = leaves.filter(
    (text) =>
      !LABELLED.test(text) &&
      !/^(?:商品ID|ID|商家编码|规格编码|规格):?$/.test(text) &&
      !values.has(text),
  );
  const [productName, ...rest] = plain;
  if (!productName || !isReadable(productName)) return undefined;
  const spec = labels.spec ?? rest.at(-1);
  const times = leaves.map((text) => /^[x×] ?(\d+)$/i.exec(text)?.[1]).find(Boolean);
  const { productId = '', merchantCode } = labels;
  return compact({
    productName: productName.slice(0, 200),
    productId: /^\d{5,20}$/.test(productId) ? productId : undefined,
    merchantCode: merchantCode && !isNone(merchantCode) ? merchantCode : undefined,
    spec: spec && isReadable(spec) && !isNone(spec) ? spec.slice(0, 200) : undefined,
    quantity: parseCount(times ?? ''),
  });
}
