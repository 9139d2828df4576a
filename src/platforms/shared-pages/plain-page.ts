/**
 * Pages whose markup nobody has published: found by their address, read by label text, and strict. What
 * they have in common is how they wait, what they refuse, and how they say so.
 */
import { unreadHealth } from '../../capture/health';
import { contentRoot, findBarrier, frameDocuments, WAITING } from '../../capture/page-state';
import { compact } from '../../capture/record';
import { cleanText } from '../../capture/text';
import type { PageKind, PageRecord } from '../../core/entities';
import type { PageContext, PageReader } from '../types';
import { isAt, type Site } from './site';

export interface Outcome {
  records: PageRecord[];
  /** Rows, or 1 for a page about one thing. */
  seen: number;
  parsed: number;
  /** Field → how often it was missing. */
  missing?: Record<string, number>;
  /** Why the page is not read whole. */
  problems?: readonly string[];
  /** Why nothing of it may be stored. */
  fatal?: readonly string[];
  alternatives?: Record<string, string>;
}

export interface PlainSpec {
  kind: PageKind;
  /** Path of the address; all of it. */
  path: RegExp;
  host?: string;
  /** A text that only the loaded content has. */
  marker: RegExp;
  /** Where only the address is public: whether what carries the marker is what we read. Else it is no root. */
  isOurs?(content: Element): boolean;
  /** Drawers hang on the body, outside the content area. */
  hasDrawer?: boolean;
  /** Such pages name no shop: what the merchant said of their host decides. */
  isShopless?: boolean;
  read(page: PageContext, root: Element): Outcome;
}

/** The reader of such a page. It never gives rows: where a badge may stand is not known. */
export function plainReader(site: Site, spec: PlainSpec): PageReader {
  const { kind } = spec;
  const findContent = (doc: Document): Element | undefined => {
    if (!spec.marker.test(doc.body?.textContent ?? '')) return undefined;
    if (spec.hasDrawer) return doc.body;
    const marked = [...doc.body.querySelectorAll('*')].find(
      (el) => el.childElementCount === 0 && spec.marker.test(cleanText(el.textContent ?? '')),
    );
    const content = marked ? contentRoot(marked, site.shopHooks) : doc.body;
    return !spec.isOurs || spec.isOurs(content) ? content : undefined;
  };
  return {
    kind,
    unverified: true,
    ...(spec.isOurs ? { addressOnly: true } : {}),
    matches: ({ hostname, pathname }) =>
      (spec.host ? hostname === spec.host : isAt(site, hostname)) &&
      spec.path.test(pathname.replace(/\/+$/, '')),
    findRoot: ({ doc, topDoc }) => {
      const root = findContent(doc);
      if (root || doc !== topDoc || frameDocuments(doc).some(findContent)) return root;
      return findBarrier(doc) ? doc.body : undefined;
    },
    read: (page, root) => {
      const shop = site.findShop(page);
      const alternatives: Record<string, string> = shop ? { shop: shop.id } : {};
      const nothing = { kind, shop: shop?.value, records: [], rows: [] };
      const outcome = spec.read(page, root);
      const { seen, parsed } = outcome;
      if (parsed === 0) {
        const obstacle =
          findBarrier(page.doc) ?? (root.querySelector(WAITING) ? 'loading' : undefined);
        if (obstacle)
          return compact({ ...nothing, health: unreadHealth(kind, obstacle, alternatives) });
      }
      const ofHost = !shop && spec.isShopless === true;
      const fatal = [...(shop || ofHost ? [] : ['no-shop']), ...(outcome.fatal ?? [])];
      const isBroken = fatal.length > 0;
      const problems = [
        ...(outcome.problems ?? []),
        ...(parsed < seen && !isBroken ? ['rows-unparsed'] : []),
      ];
      return compact({
        ...nothing,
        ofHost: ofHost || undefined,
        records: isBroken ? [] : outcome.records,
        health: {
          kind,
          verdict: isBroken ? 'broken' : problems.length > 0 ? 'degraded' : 'ok',
          alternatives: {
            ...(ofHost ? { shop: 'of-host' } : alternatives),
            ...outcome.alternatives,
          },
          groupsSeen: seen,
          groupsParsed: parsed,
          fieldsMissing: outcome.missing ?? {},
          problems: [...new Set([...fatal, ...problems])],
        },
      });
    },
  };
}
