/** What was read of each group of rows, kept until something in it changes: most passes are about one cell. */
import type { RowGroup } from '../../capture/list-table';
import type { PageContext } from '../types';

/** A deadline told by a countdown is told again after this long, in case it was moved. */
const TICKING_MS = 60_000;

interface Known<V> {
  value: V;
  items: readonly Element[];
  context: string;
  /** Texts of the rows, where nobody watches them for us. */
  texts?: string;
  untilMs: number;
}

export interface GroupMemo<V> {
  /** Forgets what changed since the last call. Call it before `find`, with all rows of the list. */
  update(page: PageContext, rows: readonly Element[]): void;
  /** What was read of the group; undefined when it must be read (again). */
  find(group: RowGroup, context: string, page: PageContext): V | undefined;
  keep(group: RowGroup, context: string, page: PageContext, value: V, isTicking: boolean): void;
}

export function createGroupMemo<V>(): GroupMemo<V> {
  let known = new WeakMap<Element, Known<V>>();
  /** Row → head of its group. */
  let heads = new WeakMap<Element, Element>();
  let watched: PageContext['changes'];

  const forget = (): void => {
    known = new WeakMap();
    heads = new WeakMap();
  };

  function update({ changes }: PageContext, rows: readonly Element[]): void {
    const isSame = watched === changes;
    watched = changes;
    if (!changes) return;
    const changed = changes.take();
    if (!isSame || !changed) {
      forget();
      return;
    }
    for (const node of changed.inside) forgetAround(node);
    const unknown = [...changed.added].filter((node) => !forgetAround(node));
    if (unknown.length === 0) return;
    // What holds rows may have been away, and its rows changed where nobody looked.
    const holders = holdersOf(rows);
    if (unknown.some((node) => holders.has(node))) forget();
  }

  /** True when the node stands in a row we know. */
  function forgetAround(node: Node): boolean {
    for (let at: Node | null = node; at; at = at.parentNode) {
      const head = heads.get(at as Element);
      if (head) return known.delete(head) || true;
    }
    return false;
  }

  return {
    update,
    find: ({ head, items }, context, { changes, nowMs }) => {
      const kept = known.get(head);
      const isValid =
        kept !== undefined &&
        kept.context === context &&
        nowMs < kept.untilMs &&
        kept.items.length === items.length &&
        kept.items.every((item, at) => item === items[at]) &&
        (changes !== undefined || kept.texts === textsOf(head, items));
      return isValid ? kept.value : undefined;
    },
    keep: ({ head, items }, context, { changes, nowMs }, value, isTicking) => {
      const texts = changes ? undefined : textsOf(head, items);
      const untilMs = isTicking ? nowMs + TICKING_MS : Number.POSITIVE_INFINITY;
      known.set(head, { value, items, context, texts, untilMs });
      for (const row of [head, ...items]) heads.set(row, head);
    },
  };
}

const textsOf = (head: Element, items: readonly Element[]): string =>
  [head, ...items].map((row) => row.textContent).join('\n');

/** Everything around the rows. */
function holdersOf(rows: readonly Element[]): Set<Node> {
  const holders = new Set<Node>();
  for (const row of rows) {
    for (let at = row.parentNode; at && !holders.has(at); at = at.parentNode) holders.add(at);
  }
  return holders;
}
