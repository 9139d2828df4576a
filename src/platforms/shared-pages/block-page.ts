/** Lists without a table of their own: one block of the page per order or case. */
import { unreadHealth } from '../../capture/health';
import { HIDDEN } from '../../capture/hidden';
import type { ListFilter } from '../../capture/list-filter';
import type { Paging } from '../../capture/list-state';
import { contentRoot, findBarrier, frameDocuments, saysEmpty } from '../../capture/page-state';
import { compact } from '../../capture/record';
import type { CaseRecord } from '../../core/entities';
import { beijingDay } from '../../core/time';
import type { PageContext, PageReader, PageReading } from '../types';
import { type GroupReading, type ListFields, listOutcome } from './list-outcome';
import type { Site } from './site';

export interface Blocks {
  /** How they were found, and each once or more often: locked columns show one twice. */
  id: string;
  value: readonly Element[];
}

export interface BlockSpec<T extends CaseRecord> extends ListFields<T> {
  /** Path of the address; all of it. */
  path: RegExp;
  findBlocks(scope: ParentNode): Blocks | undefined;
  /** What the list leaves on a page that shows no block. */
  trace: string;
  /** A spinner over the list, or in its place. */
  busy: string;
  readPaging(root: Element, blocks: readonly Element[]): Paging;
  readFilter(page: PageContext, root: Element, blocks: readonly Element[]): ListFilter;
  readBlock(block: Element, nowMs: number): GroupReading<T>;
  /** The record says something that depends on when it was read. */
  isTicking(record: T): boolean;
  /** Where a block's badge may stand: inside it, in its head strip. */
  anchorOf(block: Element): Element;
}

/** Attributes that say more than the texts: an order's number to copy. */
const HOOKS = ['data-clipboard-text'];

/** Readings by block for as long as its text, its hooks and what it hides stay the same; nothing that ticks is kept. */
type Memo<T> = WeakMap<Element, { texts: string; reading: GroupReading<T> }>;

/** A reader for one such list. */
export function blockReader<T extends CaseRecord>(site: Site, spec: BlockSpec<T>): PageReader {
  const memo: Memo<T> = new WeakMap();
  const find = (doc: Document): Element | undefined => {
    const block = spec.findBlocks(doc)?.value[0];
    return block && contentRoot(block, site.shopHooks);
  };
  return {
    kind: spec.kind,
    matches: ({ hostname, pathname }) =>
      hostname === site.host && spec.path.test(pathname.replace(/\/+$/, '')),
    findRoot: ({ doc, topDoc }) => {
      const root = find(doc);
      if (root) return root;
      if (doc !== topDoc || frameDocuments(doc).some(find)) return undefined;
      if (findBarrier(doc)) return doc.body;
      const trace = doc.querySelector(spec.trace);
      return trace ? contentRoot(trace, site.shopHooks) : undefined;
    },
    read: (page, root) => readBlocks(site, spec, memo, page, root),
    hooks: HOOKS,
  };
}

function readBlocks<T extends CaseRecord>(
  site: Site,
  spec: BlockSpec<T>,
  memo: Memo<T>,
  page: PageContext,
  root: Element,
): PageReading {
  const shop = site.findShop(page);
  const found = spec.findBlocks(root);
  const blocks = found?.value ?? [];
  const alternatives: Record<string, string> = compact({
    shop: shop?.id,
    groups: found?.id,
  }) as Record<string, string>;
  const obstacle = root.querySelector(spec.busy)
    ? 'loading'
    : found
      ? undefined
      : findBarrier(page.doc);
  if (obstacle) {
    const health = unreadHealth(spec.kind, obstacle, alternatives);
    return compact({ kind: spec.kind, shop: shop?.value, records: [], rows: [], health });
  }
  const paging = spec.readPaging(root, blocks);
  const readings = blocks.map((block) => ({
    anchor: spec.anchorOf(block),
    reading: readBlock(spec, memo, block, page.nowMs),
  }));
  return listOutcome(spec, readings, {
    shop: shop?.value,
    alternatives,
    paging,
    filter: spec.readFilter(page, root, blocks),
    isEmpty: !found && (paging.total === 0 || saysEmpty(root)),
    fatal: shop ? [] : ['no-shop'],
  });
}

function readBlock<T extends CaseRecord>(
  spec: BlockSpec<T>,
  memo: Memo<T>,
  block: Element,
  nowMs: number,
): GroupReading<T> {
  // Attributes are hooks too: an order number to copy, an address.
  const hooks = [...block.querySelectorAll(HOOKS.map((hook) => `[${hook}]`).join())].map((el) =>
    HOOKS.map((hook) => el.getAttribute(hook)).join(),
  );
  // Their texts stay; which of them count does not.
  const all = block.getElementsByTagName('*');
  const hidden = [...block.querySelectorAll(HIDDEN)].map((el) =>
    Array.prototype.indexOf.call(all, el),
  );
  // A date without a year means another year tomorrow.
  const texts = [beijingDay(nowMs), hidden, ...hooks, block.textContent].join('\n');
  const known = memo.get(block);
  if (known?.texts === texts) return known.reading;
  const reading = spec.readBlock(block, nowMs);
  if ('record' in reading && !spec.isTicking(reading.record)) memo.set(block, { texts, reading });
  else memo.delete(block);
  return reading;
}
