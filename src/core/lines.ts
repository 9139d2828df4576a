/**
 * Lines of one order from two sources: a page counts rows ("#1"), an export names sub-orders. The same
 * line must not stand twice, so the two are paired when a case is read; what is stored stays as seen.
 */
import { canonicalJson } from './canonical';
import type { LineFields, OrderCase, Part } from './entities';
import { mergeParts } from './merge-part';
import { LINE_RULES } from './merge-rules';
import { normaliseWords } from './words';

type Line = Part<LineFields>;
type Entry = [id: string, line: Line];
type Fits = (row: Entry, sub: Entry) => boolean;

/** Where the page shows no sub-order id. */
const POSITION = /^#\d+$/;

/** Fields that every source prints alike; specifications are written in several ways. */
const ALIKE = ['productId', 'merchantCode', 'productName'] as const;
const SURE = ['productId', 'merchantCode', 'quantity'] as const;

/**
 * The order's lines, each once. Lines that can only be the same become one, under the sub-order's id. Of
 * what cannot be told apart the side with more lines stands for both; of equal ones the sub-orders.
 */
export function linesOf({ lines }: Pick<OrderCase, 'lines'>): Record<string, Line> {
  const ids = Object.keys(lines);
  const isRow = (id: string): boolean => POSITION.test(id);
  // Nearly every case: one source, or none.
  if (!ids.some(isRow) || ids.every(isRow)) return lines;
  const entries = Object.entries(lines);
  let rows = entries.filter(([id]) => isRow(id)).sort(([a], [b]) => positionOf(a) - positionOf(b));
  let subs = entries.filter(([id]) => !isRow(id)).sort(([a], [b]) => (a < b ? -1 : 1));
  const paired: Entry[] = [];
  for (const fits of PASSES) {
    for (const [row, sub] of findPairs(rows, subs, fits)) {
      paired.push([sub[0], mergeParts(row[1], sub[1], LINE_RULES) as Line]);
      rows = rows.filter((each) => each !== row);
      subs = subs.filter((each) => each !== sub);
    }
  }
  const [row, sub] = [rows[0], subs[0]];
  // The last of each side belong together, unless something says no.
  if (rows.length === 1 && subs.length === 1 && row && sub && !differ(row, sub, SURE)) {
    paired.push([sub[0], mergeParts(row[1], sub[1], LINE_RULES) as Line]);
    return Object.fromEntries(paired);
  }
  return Object.fromEntries([...paired, ...(rows.length > subs.length ? rows : subs)]);
}

const positionOf = (id: string): number => Number(id.slice(1));

const isSameProduct: Fits = (row, sub) =>
  !differ(row, sub, [...ALIKE, 'quantity']) && ALIKE.some((name) => isOnBoth(row, sub, name));

/** With the specification first: two sizes of one product are two lines. */
const PASSES: Fits[] = [
  (row, sub) => isSameProduct(row, sub) && !differ(row, sub, ['spec']),
  isSameProduct,
];

/** Pairs where only one pairing is possible, or where every possible one gives the same lines. */
function findPairs(rows: Entry[], subs: Entry[], fits: Fits): [Entry, Entry][] {
  return rows.flatMap((row): [Entry, Entry][] => {
    const mine = subs.filter((sub) => fits(row, sub));
    const rivals = rows.filter((other) => mine.some((sub) => fits(other, sub)));
    const isClosed = rivals.every((other) =>
      subs.every((s) => fits(other, s) === mine.includes(s)),
    );
    const sub = mine[rivals.indexOf(row)];
    const isClear =
      isClosed && rivals.length === mine.length && (isUniform(rivals) || isUniform(mine));
    return sub && isClear ? [[row, sub]] : [];
  });
}

const isUniform = (entries: Entry[]): boolean =>
  new Set(entries.map(([, line]) => canonicalJson(line))).size === 1;

const isOnBoth = (a: Entry, b: Entry, name: keyof LineFields): boolean =>
  a[1].f[name] !== undefined && b[1].f[name] !== undefined;

/** Some field is known on both sides, and not the same. */
const differ = (a: Entry, b: Entry, names: readonly (keyof LineFields)[]): boolean =>
  names.some((name) => isOnBoth(a, b, name) && plain(a[1].f[name]) !== plain(b[1].f[name]));

const plain = (value: unknown): string => normaliseWords(String(value));
