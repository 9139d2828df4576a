/** Which tables of a file are the export, and which kind each is. */
import { readId } from './cells';
import { FileFailure } from './failure';
import type { FileKind } from './file-kind';
import { findHeaders, findNearest, type HeaderMatch } from './headers';
import type { Table } from './open-tables';
import type { FileError } from './problem-types';

export interface ChosenTable {
  table: Table;
  match: HeaderMatch;
}

/**
 * The first table with a known header; of a workbook also its other sheets of the same export (orders, their
 * lines, their parcels), in the order of `kinds`. When one header fits two kinds, the ids below it decide.
 * @throws FileFailure `unknown-kind`, `missing-columns`, `ambiguous-kind`
 */
export function chooseTables(
  tables: Table[],
  kinds: FileKind[],
  isWorkbook: boolean,
): [ChosenTable, ...ChosenTable[]] {
  const found = tables.flatMap((table) => {
    const match = chooseKind(table, kinds);
    return match ? [{ table, match }] : [];
  });
  const main = found.find(({ match }) => !match.kind.besideOnly);
  if (!main) throw unknownKind(tables, kinds);
  if (!isWorkbook) return [main];
  const { platform, source } = main.match.kind;
  const rank = ({ match }: ChosenTable): number => kinds.indexOf(match.kind);
  const others = found.filter(
    ({ match: { kind } }) => kind.platform === platform && kind.source === source,
  );
  return others.sort((a, b) => rank(a) - rank(b)) as [ChosenTable, ...ChosenTable[]];
}

function chooseKind(table: Table, kinds: FileKind[]): HeaderMatch | undefined {
  const matches = findHeaders(table.sample, kinds);
  if (matches.length <= 1) return matches[0];
  const counts = matches.map((match) => countIds(table, match));
  const best = Math.max(...counts);
  const winners = matches.filter((_, index) => counts[index] === best);
  if (winners.length === 1) return winners[0];
  const expected = expectedOf(winners.map(({ kind }) => kind));
  throw new FileFailure('ambiguous-kind', { expected });
}

function countIds(table: Table, match: HeaderMatch): number {
  const keys = match.columns.filter(({ column }) => column.key && column.key !== 'line');
  return table.sample
    .slice(match.index + 1)
    .filter((row) =>
      keys.every(({ column, at }) =>
        at.some((position) => 'id' in readId(row.cells[position], column.pattern as RegExp)),
      ),
    ).length;
}

function unknownKind(tables: Table[], kinds: FileKind[]): FileFailure {
  const alone = kinds.filter(({ besideOnly }) => !besideOnly);
  for (const table of tables) {
    const near = findNearest(table.sample, alone);
    if (!near) continue;
    const { missing, line, kind } = near;
    return new FileFailure('missing-columns', { missing, expected: expectedOf([kind]) }, { line });
  }
  return new FileFailure('unknown-kind', { expected: expectedOf(alone) });
}

function expectedOf(kinds: FileKind[]): NonNullable<FileError['params']['expected']> {
  return kinds.map(({ platform, source, columns }) => ({
    platform,
    source,
    headers: columns.filter((column) => column.required).map(({ names }) => names[0] as string),
  }));
}
