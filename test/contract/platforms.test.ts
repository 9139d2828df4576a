/**
 * What a registered platform promises it must show: readers for every page it sends a merchant to, a saved
 * page for every reader, a sample back-end, and export kinds for the files it names.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { faces } from '../../src/platforms/faces';
import { fileKinds } from '../../src/platforms/file-kinds';
import { platforms } from '../../src/platforms/registry';
import { SITES } from '../backend/sites.mjs';
import { listCases, loadCase, loadExpected } from '../pages/case';
import { platforms as pages } from '../pages/case-reading';

const root = path.resolve(import.meta.dirname, '../..');
const casesOf = (id: string) => listCases().filter((name) => name.startsWith(`${id}/`));
const verdictOf = (name: string): unknown =>
  Object((loadExpected(loadCase(name)) as { health?: unknown }).health).verdict;

it('the popup knows the same platforms and loads each of them', async () => {
  const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id);
  const loaded = await Promise.all(faces.map((face) => face.load()));
  expect(loaded.sort(byId)).toEqual([...platforms].sort(byId));
  for (const { load: _, ...face } of faces) {
    expect(platforms.find((each) => each.id === face.id)).toMatchObject(face);
  }
});

describe.each(platforms.map((each) => [each.id, each] as const))('%s', (id, platform) => {
  const kinds = (pages[id]?.readers ?? []).map(({ kind }) => kind);

  it('has a reader for every page that it sends a merchant to', () => {
    const promised = [
      'order-list',
      'aftersale-list',
      'score',
      ...platform.sources.map((s) => s.page),
    ];
    expect([...new Set(promised)].filter((kind) => !kinds.some((each) => each === kind))).toEqual(
      [],
    );
  });

  it('has a saved page that is read for every reader', () => {
    const read = casesOf(id).filter((name) => verdictOf(name) !== 'broken');
    const shown = new Set<string>(read.map((name) => loadCase(name).about.reader));
    expect([...new Set(kinds)].filter((kind) => !shown.has(kind))).toEqual([]);
  });

  it('has saved pages that are empty, still loading or unreadable: silence is never an answer', () => {
    expect(casesOf(id).some((name) => verdictOf(name) === 'broken')).toBe(true);
    const isEmpty = (name: string): boolean =>
      verdictOf(name) !== 'broken' &&
      Object((loadExpected(loadCase(name)) as { list?: unknown }).list).rows === 0;
    expect(casesOf(id).some(isEmpty)).toBe(true);
  });

  it('has a sample back-end with a list of orders, of after-sales and a score page', () => {
    const site = SITES.find((each) => each.id === id);
    expect(Object.keys(site?.paths ?? {})).toEqual(
      expect.arrayContaining(['orders', 'aftersales', 'score']),
    );
  });

  it('reads the export files that it tells a merchant to bring', () => {
    const named = new Set(platform.sources.flatMap(({ file }) => file ?? []));
    const known = fileKinds.filter((each) => each.platform === id).map((each) => each.source);
    expect([...named].filter((file) => !known.some((each) => each === file))).toEqual([]);
  });

  it('has its readers in scripts that exist', () => {
    const files = [platform.moreReadersFile ?? [], platform.skeletonFile ?? []]
      .flatMap((each) => (typeof each === 'string' ? [each] : Object.values(each)))
      .map((file) => path.basename(file).replace(/\.js$/, ''));
    const scripts = readdirSync(path.join(root, 'entrypoints'));
    expect(files.filter((name) => !scripts.includes(`${name}.ts`))).toEqual([]);
    expect(existsSync(path.join(root, 'entrypoints', `${id}.content.ts`))).toBe(true);
  });
});
