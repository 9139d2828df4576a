/** `3.4 / 5.0`, `92.35/100`: the second number is the scale. In one text or in pieces. */
import type { Leaf } from '../../capture/leaves';

const FULL = String.raw`\/ ?(?:5(?:\.0{1,2})?|100)(?: ?分)?`;
// `1/5` may be one of five; a fraction of a point or the full mark's own .0 makes it points.
const OF_FULL = new RegExp(`^(?=.*[.分])(\\d{1,3}(?:\\.\\d{1,4})?)(?: ?分)? ?${FULL}$`);
const SCALE = new RegExp(`^(?:${FULL}|\\(?满分 ?(?:5|100) ?分?\\)?)$`);

/** The texts without scales. */
export function withoutScales(texts: readonly Leaf[]): readonly Leaf[] {
  const rest: Leaf[] = [];
  for (let at = 0; at < texts.length; at += 1) {
    const leaf = texts[at] as Leaf;
    const next = texts[at + 1]?.text ?? '';
    if (SCALE.test(leaf.text)) continue;
    if (leaf.text === '/' && SCALE.test(`/${next}`)) at += 1;
    else rest.push({ ...leaf, text: OF_FULL.exec(leaf.text)?.[1] ?? leaf.text });
  }
  return rest;
}
