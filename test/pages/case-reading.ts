/**
 * What a reader makes of a page case, in plain words that a person can check. Runs wherever there is a
 * DOM: in the tests' process and inside a real browser's page alike.
 */
/// <reference types="vite/client" />
import type {
  MoreReaders,
  PageContext,
  PageReader,
  PageReading,
  PlatformPages,
} from '../../src/platforms/types';

const moreModules = import.meta.glob<Record<string, MoreReaders>>(
  '../../src/platforms/*/pages/more.ts',
  { eager: true },
);

/** Per platform what its first script has, and all readers once its second is there. */
export const platforms: Record<string, { pages: PlatformPages; readers: PageReader[] }> =
  Object.fromEntries(
    Object.entries(
      import.meta.glob<Record<string, PlatformPages>>('../../src/platforms/*/pages/index.ts', {
        eager: true,
      }),
    ).map(([file, module]) => {
      const [pages] = Object.values(module) as [PlatformPages];
      const [more] = Object.values(moreModules[file.replace('index.ts', 'more.ts')] ?? {});
      return [pages.id, { pages, readers: more ? more(pages.readers) : pages.readers }];
    }),
  );

export interface About {
  date: string;
  locale: string;
  url: string;
  /** Beijing wall clock of the reading. */
  now: string;
  /** Page kind. */
  reader: string;
  /** What public material says the page looks like this, and what is only plausible. */
  evidence: string;
  /** Texts on the page that must never leave a reader. */
  pii: string[];
  /** Paths of `expected.json` that are known not to be met yet, e.g. "list.total". */
  expectedFailures: string[];
}

/** A case without its files. */
export interface Case {
  /** `doudian/2026-09-09-score`. */
  name: string;
  about: About;
}

export function platformOf({ name }: Case): (typeof platforms)[string] {
  const platform = platforms[name.split('/')[0] ?? ''];
  if (!platform) throw new Error(`No platform for ${name}`);
  return platform;
}

export function getReader({ name, about }: Case): PageReader {
  const reader = platformOf({ name, about }).readers.find(({ kind }) => kind === about.reader);
  if (!reader) throw new Error(`No reader "${about.reader}" for ${name}`);
  return reader;
}

/** Address and clock as the case says, whatever the machine's are. */
export function contextIn({ about }: Case, doc: Document, topDoc: Document): PageContext {
  const nowMs = Date.parse(`${about.now.replace(' ', 'T')}+08:00`);
  return { doc, topDoc, url: new URL(about.url), nowMs };
}

export type Readable = Record<string, unknown>;

export interface CaseReading {
  /** As `expected.json` writes it; absent when the reader finds nothing to look at. */
  readable?: Readable;
  /** Rows at which a badge would stand outside a cell, outside the content, or twice in one place. */
  misplaced: string[];
}

export const readIn = (page: Case, context: PageContext): CaseReading =>
  readWith(getReader(page), context);

export function readWith(reader: PageReader, context: PageContext): CaseReading {
  const root = reader.findRoot(context);
  if (!root) return { misplaced: [] };
  const reading = reader.read(context, root);
  const anchors = reading.rows.map(({ anchor }) => anchor);
  const misplaced = reading.rows.filter(
    ({ anchor }, at) =>
      isBetweenRows(anchor) || !root.contains(anchor) || anchors.indexOf(anchor) !== at,
  );
  return {
    readable: toReadable(reading),
    misplaced: misplaced.map((row) => row.ticketId ?? row.orderId),
  };
}

export function toReadable(reading: PageReading): Readable {
  const { shop, ofHost, records, list, health, rows } = reading;
  const plain = {
    shop,
    ofHost,
    records,
    list,
    health: { ...health, problems: [...health.problems].sort() },
    rows: rows.map(({ anchor: _, ...row }) => row),
  };
  return JSON.parse(JSON.stringify(plain), (key, value) => {
    if (typeof value !== 'number') return value;
    // Under health.fieldsMissing the same names hold counts.
    if (key.endsWith('Ms') && value > 1e9) return beijing(value);
    return key === 'day' ? beijing(value * 86_400_000 - 8 * 3_600_000).slice(0, 10) : value;
  }) as Readable;
}

function beijing(ms: number): string {
  return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** A row, or inside a table but in no cell. */
function isBetweenRows(anchor: Element): boolean {
  if (/^(?:TR|TBODY|THEAD|TABLE)$/.test(anchor.tagName)) return true;
  return anchor.closest('table') !== null && anchor.closest('td, th') === null;
}
