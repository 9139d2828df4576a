/** docs/sources.md: every row of the articles leads to something that exists (or says it is planned). */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { VerdictKind } from '../../../src/core/verdict-types';
import { pinduoduoPacks } from '../../../src/platforms/pinduoduo/rules';
import { platforms } from '../../../src/platforms/registry';
import { taobaoPacks } from '../../../src/platforms/taobao/rules';
import { checklist, lines, notAdvised, playbooks } from './all-advice';

const text = readFileSync(path.resolve(import.meta.dirname, '../../../docs/sources.md'), 'utf8');
const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const tableRows = text.split('\n').filter((line) => line.startsWith('| '));

interface Row {
  no: number;
  articles: string[];
  place: string;
  ids: { kind: string; id: string; planned: boolean }[];
}

/** Backticked `kind id`; a pack is planned when it stands in a list that opens with "planned:". */
function readIds(place: string): Row['ids'] {
  return place.split(';').flatMap((part) =>
    [...part.matchAll(/`([a-z-]+) ([^`]+)`/g)].map((match) => ({
      kind: match[1] ?? '',
      id: match[2] ?? '',
      planned: /^\s*planned:/.test(part),
    })),
  );
}

const rows: Row[] = tableRows
  .map(cellsOf)
  .filter((cells) => /^\d+$/.test(cells[0] ?? ''))
  .map(([no, , articles, place]) => ({
    no: Number(no),
    articles: (articles ?? '').split(', '),
    place: place ?? '',
    ids: readIds(place ?? ''),
  }));

/** Packs of platforms that no page reader serves yet count too: they exist. */
const packs = [
  ...platforms.flatMap((platform) => platform.packs),
  ...taobaoPacks,
  ...pinduoduoPacks,
];
const badges: Record<VerdictKind, true> = {
  savable: true,
  overdue: true,
  running: true,
  'will-count': true,
  counted: true,
  paused: true,
  excluded: true,
  stale: true,
  clean: true,
};
const ids = (items: { id: string }[]): Set<string> => new Set(items.map((item) => item.id));
const exists: Record<string, Set<string>> = {
  playbook: ids(playbooks),
  checklist: ids(checklist),
  'not-advised': ids(notAdvised),
  line: ids(lines),
  badge: new Set(Object.keys(badges)),
  pack: ids(packs),
  indicator: ids(packs.flatMap((pack) => pack.indicators)),
  deduction: ids(packs.flatMap((pack) => pack.deductions)),
  bonus: ids(packs.flatMap((pack) => pack.bonuses)),
};

describe('docs/sources.md', () => {
  it('has every item of the articles, numbered without a gap', () => {
    expect(rows.map((row) => row.no)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  });

  it('names an article and a place in every row', () => {
    for (const row of rows) {
      expect(
        row.articles.every((article) => /^S[0-4]$/.test(article)),
        String(row.no),
      ).toBe(true);
      expect(row.ids.length, String(row.no)).toBeGreaterThan(0);
    }
    const read = new Set(rows.flatMap((row) => row.articles));
    expect([...read].sort()).toEqual(['S0', 'S1', 'S2', 'S3', 'S4']);
  });

  it('names only what exists', () => {
    const wrong = rows.flatMap((row) =>
      row.ids
        .filter((ref) => !ref.planned)
        .filter((ref) => !exists[ref.kind]?.has(ref.id))
        .map((ref) => `${row.no}: ${ref.kind} ${ref.id}`),
    );
    expect(wrong).toEqual([]);
  });

  it('calls planned only what is not built, and has advice for it already', () => {
    const advised = new Set(playbooks.flatMap((entry) => entry.indicators));
    const wrong = rows.flatMap((row) =>
      row.ids
        .filter((ref) => ref.planned)
        .filter((ref) =>
          ref.kind === 'pack'
            ? exists.pack?.has(ref.id)
            : ref.kind !== 'indicator' || exists.indicator?.has(ref.id) || !advised.has(ref.id),
        )
        .map((ref) => `${row.no}: planned ${ref.kind} ${ref.id}`),
    );
    expect(wrong).toEqual([]);
  });

  it('reaches every checklist item that an article advises', () => {
    const named = new Set(
      rows.flatMap((row) => row.ids.filter((ref) => ref.kind === 'checklist').map((ref) => ref.id)),
    );
    expect(checklist.map((item) => item.id).filter((id) => !named.has(id))).toEqual([]);
  });

  it('reaches every playbook that an article speaks of', () => {
    const named = new Set(
      rows.flatMap((row) => row.ids.filter((ref) => ref.kind === 'playbook').map((ref) => ref.id)),
    );
    const spoken = playbooks.filter((entry) => entry.sources.some((s) => /^S\d$/.test(s)));
    const missing = spoken.map((entry) => entry.id).filter((id) => !named.has(id));
    expect(missing).toEqual([]);
  });

  it('explains every source that the data name', () => {
    const explained = new Set(tableRows.map((line) => cellsOf(line)[0]));
    const used = [...playbooks, ...checklist, ...notAdvised].flatMap((item) => item.sources);
    expect([...new Set(used)].filter((source) => !explained.has(source))).toEqual([]);
  });
});
