/** Random damage to a document: what redesigns, half-rendered pages and hostile shops do to one. */
import fc from 'fast-check';

export interface Damage {
  kind: (typeof KINDS)[number];
  /** Which element or text, modulo their number. */
  at: number;
  /** Where to, or how much. */
  by: number;
}

const KINDS = [
  'remove',
  'double',
  'move',
  'unwrap',
  'no-attributes',
  'other-class',
  'swap-texts',
  'cut-text',
  'blank-text',
  'noise',
  'wrap-text',
  'span',
] as const;
const NOISE = [
  '\u202e',
  '\ue3a1',
  '￥',
  '９',
  '-',
  '--',
  '共 9 条',
  '<b>',
  '*',
  '订单编号',
  '0',
  '1.',
  '¥',
  '秒',
];

export const damages: fc.Arbitrary<Damage[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...KINDS), at: fc.nat(), by: fc.nat() }),
  { minLength: 1, maxLength: 12 },
);

export function damage(doc: Document, list: readonly Damage[]): void {
  for (const { kind, at, by } of list) {
    const elements = [...doc.body.querySelectorAll('*')];
    const texts = textsOf(doc);
    const el = elements[at % Math.max(1, elements.length)];
    const text = texts[at % Math.max(1, texts.length)];
    const other = elements[by % Math.max(1, elements.length)];
    if (!el || !text || !other) return;
    switch (kind) {
      case 'remove':
        el.remove();
        break;
      case 'double':
        // Doubling the whole page a dozen times over tests only the machine's memory.
        if (el.querySelectorAll('*').length < 60) el.after(el.cloneNode(true));
        break;
      case 'move':
        if (!el.contains(other)) other.append(el);
        break;
      case 'unwrap':
        el.replaceWith(...el.childNodes);
        break;
      case 'no-attributes':
        for (const name of el.getAttributeNames()) el.removeAttribute(name);
        break;
      case 'other-class':
        el.setAttribute('class', other.getAttribute('class') ?? '');
        break;
      case 'swap-texts': {
        const second = texts[by % texts.length] as Text;
        [text.data, second.data] = [second.data, text.data];
        break;
      }
      case 'cut-text':
        text.data = text.data.slice(0, by % (text.data.length + 1));
        break;
      case 'blank-text':
        text.data = '';
        break;
      case 'noise': {
        const place = by % (text.data.length + 1);
        text.data = text.data.slice(0, place) + NOISE[by % NOISE.length] + text.data.slice(place);
        break;
      }
      case 'wrap-text': {
        const span = doc.createElement(by % 2 ? 'span' : 'div');
        text.replaceWith(span);
        span.append(text);
        break;
      }
      case 'span':
        el.setAttribute(by % 2 ? 'rowspan' : 'colspan', String((by % 7) - 1));
    }
  }
}

function textsOf(doc: Document): Text[] {
  const walker = doc.createTreeWalker(doc.body, 4);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  return texts;
}
