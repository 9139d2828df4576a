/** The product cell: name, then `ID:`, `商家编码:` and the specification last (markup of 2021). */
import type { CellText } from '../../../capture/leaves';
import { parseCount } from '../../../capture/numbers';
import { compact } from '../../../capture/record';
import { isNone, isReadable } from '../../../capture/text';
import type { LineFields } from '../../../core/entities';
import { readProductLabels } from './words';

const LABELLED = /^(?:商品ID|ID|商家编码|规格编码|规格)[\s:]|^¥|^[x×] ?\d+$/i;

/** Undefined for a cell without a name. */
export function readProduct({ leaves }: CellText): Partial<LineFields> | undefined {
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
