// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { doudianPages } from '../../src/platforms/doudian/pages';
import {
  contextOf,
  differences,
  getReader,
  listCases,
  loadCase,
  type Readable,
  readCase,
} from './case';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

function expectedOf(folder: string): Readable {
  const file = path.join(folder, 'expected.json');
  const expected = JSON.parse(readFileSync(file, 'utf8')) as Readable & {
    health: { problems: string[] };
  };
  expected.health.problems.sort();
  return expected;
}

describe('page cases', () => {
  it.each(listCases())('%s', (name) => {
    const page = loadCase(name);
    const actual = readCase(page, contextOf(page, parse)) ?? {};
    const expected = expectedOf(page.folder);
    if (page.about.expectedFailures.length === 0) expect(actual).toEqual(expected);
    // An improvement fails too, until the list is shortened.
    expect(differences(actual, expected).sort()).toEqual([...page.about.expectedFailures].sort());
  });

  it.each(listCases())('%s: no personal data leaves the reader', (name) => {
    const page = loadCase(name);
    const text = JSON.stringify(readCase(page, contextOf(page, parse)) ?? {});
    for (const secret of page.about.pii) {
      expect(page.source, `${secret} is not even on the page`).toContain(secret);
      expect(text).not.toContain(secret);
    }
  });

  it.each(listCases())('%s: belongs to one reader by its address', (name) => {
    const page = loadCase(name);
    const url = new URL(page.about.url);
    const matching = doudianPages.readers.filter((reader) => reader.matches(url));
    expect(matching).toEqual([getReader(page)]);
  });

  it.each(listCases())('%s: a badge never stands between rows', (name) => {
    const page = loadCase(name);
    const context = contextOf(page, parse);
    const reader = getReader(page);
    const root = reader.findRoot(context);
    const rows = root ? reader.read(context, root).rows : [];
    for (const { anchor } of rows) {
      expect(anchor.closest('td, th')).not.toBeNull();
      expect(root?.contains(anchor)).toBe(true);
    }
    expect(new Set(rows.map((row) => row.anchor)).size).toBe(rows.length);
  });
});
