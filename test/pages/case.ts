/**
 * A page case: a folder `<platform>/<date>-<case>` with the page as saved or written by hand, what must
 * be read from it, and where that is known from. Times are Beijing wall clock in both JSON files, so
 * that a person can check them; the conversion here shares no code with the readers.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { doudianPages } from '../../src/platforms/doudian/pages';
import type {
  PageContext,
  PageReader,
  PageReading,
  PlatformPages,
} from '../../src/platforms/types';

export const CASES = import.meta.dirname;
const platforms: Record<string, PlatformPages> = { doudian: doudianPages };

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

export interface PageCase {
  /** `doudian/2026-09-09-score`. */
  name: string;
  folder: string;
  about: About;
  source: string;
  /** Top document, when `source.html` is a frame inside it. */
  top?: string;
}

export function listCases(): string[] {
  return Object.keys(platforms).flatMap((platform) =>
    readdirSync(path.join(CASES, platform))
      .filter((name) => statSync(path.join(CASES, platform, name)).isDirectory())
      .map((name) => `${platform}/${name}`),
  );
}

export function loadCase(name: string): PageCase {
  const folder = path.join(CASES, name);
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  return {
    name,
    folder,
    about: JSON.parse(read('about.json')) as About,
    source: read('source.html'),
    ...(existsSync(path.join(folder, 'top.html')) ? { top: read('top.html') } : {}),
  };
}

export function getReader(page: PageCase): PageReader {
  const readers = platforms[page.name.split('/')[0] ?? '']?.readers ?? [];
  const reader = readers.find(({ kind }) => kind === page.about.reader);
  if (!reader) throw new Error(`No reader "${page.about.reader}" for ${page.name}`);
  return reader;
}

export function contextOf(page: PageCase, parse: (html: string) => Document): PageContext {
  const doc = parse(page.source);
  return {
    doc,
    topDoc: page.top === undefined ? doc : parse(page.top),
    url: new URL(page.about.url),
    nowMs: Date.parse(`${page.about.now.replace(' ', 'T')}+08:00`),
  };
}

/** The reading as `expected.json` writes it; undefined when the reader finds nothing to look at. */
export function readCase(page: PageCase, context: PageContext): Readable | undefined {
  const reader = getReader(page);
  const root = reader.findRoot(context);
  return root && toReadable(reader.read(context, root));
}

export type Readable = Record<string, unknown>;

export function toReadable(reading: PageReading): Readable {
  const { shop, records, list, health, rows } = reading;
  const plain = {
    shop,
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

/** Paths at which two plain values differ, e.g. ["list.total"]. */
export function differences(actual: unknown, expected: unknown, at = ''): string[] {
  if (Object.is(actual, expected)) return [];
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null;
  if (!isObject(actual) || !isObject(expected)) return [at];
  const keys = new Set([...Object.keys(actual), ...Object.keys(expected)]);
  return [...keys].flatMap((key) =>
    differences(actual[key], expected[key], at === '' ? key : `${at}.${key}`),
  );
}
