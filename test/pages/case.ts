/**
 * A page case: a folder `<platform>/<date>-<case>` with the page as saved or written by hand, what must
 * be read from it, and where that is known from. Times are Beijing wall clock in both JSON files, so
 * that a person can check them; the conversion shares no code with the readers.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { PageContext } from '../../src/platforms/types';
import { type About, type Case, contextIn, platforms, type Readable, readIn } from './case-reading';

export { getReader, type Readable } from './case-reading';

export const CASES = import.meta.dirname;

export interface PageCase extends Case {
  folder: string;
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

/** What must be read from the page; written by hand. */
export function loadExpected({ folder }: PageCase): Readable {
  const file = path.join(folder, 'expected.json');
  const expected = JSON.parse(readFileSync(file, 'utf8')) as Readable & {
    health: { problems: string[] };
  };
  expected.health.problems.sort();
  return expected;
}

export function contextOf(page: PageCase, parse: (html: string) => Document): PageContext {
  const doc = parse(page.source);
  return contextIn(page, doc, page.top === undefined ? doc : parse(page.top));
}

/** The reading as `expected.json` writes it; undefined when the reader finds nothing to look at. */
export function readCase(page: PageCase, context: PageContext): Readable | undefined {
  return readIn(page, context).readable;
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
