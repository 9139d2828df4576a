/** Label and value by text: `订单编号 6917…`, `申请原因：破损`, or label and value in two elements. */

/** Field → labels, the page's own words, as `cleanText` gives them. */
export type LabelTable<F extends string> = Readonly<Record<F, readonly string[]>>;

const NONE: readonly RegExpExecArray[] = [];
/** A label ends where the text ends, a separator stands, or something begins that is no word. */
const LABEL_END = String.raw`(?=[\s:]|[\d¥+\-(]|$)`;
const SEPARATOR = /^[\s:]+/;
/** `售后说明:…`: a label that the table does not know must not become a value. */
const OTHER_LABEL = /^[\u4e00-\u9fff]{2,8}:/;

/** A day and its clock may stand in two elements. */
const DAY = /^(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?$/;
const CLOCK = /^\d{1,2}:\d{2}(?::\d{2})?$/;

export interface LabelReader<F extends string> {
  (texts: readonly string[]): Partial<Record<F, string>>;
  /** All labels of the table. */
  labels: readonly string[];
}

/**
 * A reader for one table of labels. It takes texts in reading order and gives the first value of each
 * label: what follows it in the same text up to the next label, else the next text without a label.
 * Only texts that begin with a label are read, so a label inside free text says nothing.
 */
export function labelReader<F extends string>(labels: LabelTable<F>): LabelReader<F> {
  const fieldOf = new Map<string, F>();
  for (const field of Object.keys(labels) as F[]) {
    for (const label of labels[field]) fieldOf.set(label, field);
  }
  // Longest first: 售后申请时间 must not be read as 申请时间.
  const words = [...fieldOf.keys()].sort((a, b) => b.length - a.length).map(escape);
  const pattern = new RegExp(`(${words.join('|')})${LABEL_END}`, 'g');

  const start = new RegExp(`^(?:${words.join('|')})`);
  // Most texts of a row are no label: their first character says so, without the long pattern.
  const firsts = new Set([...fieldOf.keys()].map((label) => label[0]));
  const hits = (text: string): readonly RegExpExecArray[] => {
    if (!firsts.has(text[0]) || !start.test(text)) return NONE;
    const found: RegExpExecArray[] = [];
    pattern.lastIndex = 0;
    for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) found.push(hit);
    return found[0]?.index === 0 ? found : NONE;
  };

  const read = (texts: readonly string[]): Partial<Record<F, string>> => {
    const values: Partial<Record<F, string>> = {};
    texts.forEach((text, index) => {
      const found = hits(text);
      found.forEach((hit, nth) => {
        const field = fieldOf.get(hit[1] ?? '');
        if (!field || values[field] !== undefined) return;
        const next = found[nth + 1];
        let value = text.slice((hit.index ?? 0) + hit[0].length, next?.index);
        value = value.replace(SEPARATOR, '').trim();
        let at = index;
        if (value === '' && !next) {
          at = nextAt(texts, index + 1, (each) => hits(each).length > 0);
          value = (texts[at] ?? '').replace(SEPARATOR, '');
        }
        const clock = texts[at + 1] ?? '';
        if (!next && DAY.test(value) && CLOCK.test(clock)) value += ` ${clock}`;
        if (value !== '') values[field] = value;
      });
    });
    return values;
  };
  return Object.assign(read, { labels: [...fieldOf.keys()] });
}

/** Index of the next text that is a value; past the end when a label comes first. */
function nextAt(
  texts: readonly string[],
  from: number,
  isLabel: (text: string) => boolean,
): number {
  for (let index = from; index < texts.length; index += 1) {
    const text = texts[index] ?? '';
    if (isLabel(text) || OTHER_LABEL.test(text)) break;
    if (text.replace(SEPARATOR, '') !== '') return index;
  }
  return texts.length;
}

function escape(label: string): string {
  return label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
