/**
 * An official export file → what it holds, before anything is stored (DESIGN §6). Pure: bytes in, plain
 * data out; no store, no clock, no shop. A file doesn't name its shop: the caller must ask.
 */
import type { ListReading } from '../core/entities';
import { beijingDay } from '../core/time';
import { readId } from './cells';
import { FileFailure, toFileError } from './failure';
import { createGatherer, type Gathered } from './gather';
import { describeColumns, findHeaders, findNearest, type HeaderMatch } from './headers';
import { EARLIEST_MS } from './instants';
import { openTables, type Table } from './open-tables';
import { createPace } from './pace';
import { createProblems } from './problems';
import type { FileError, FileKind, FilePreview, ReadOptions } from './types';

const BATCH_SIZE = 500;
/** An export's moment may lie a little after the newest instant in it, and never after now. */
const CLOCK_SLACK_MS = 600_000;

/**
 * Reads a whole export file. Never throws: a file that can't be read, and a cancelled reading, come back
 * as a `FileError` with a code, the place and the next step.
 */
export async function readFile(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
): Promise<FilePreview | FileError> {
  const pace = createPace(options.signal);
  try {
    const { tables, container, encoding, since1904 } = await openTables(bytes, pace);
    const { table, match } = chooseTable(tables, options.kinds);
    const problems = createProblems();
    const context = { nowMs: options.nowMs, since1904, isText: container === 'text' };
    const gatherer = createGatherer(match, context, problems);
    let done = 0;
    let rows = 0;
    for await (const batch of table.rows((bytesDone) => (done = bytesDone))) {
      for (const row of batch) if (row.line > match.row.line) gatherer.add(row);
      rows += batch.length;
      options.onProgress?.({ done, total: table.bytes, rows });
    }
    const gathered = gatherer.finish();
    return {
      ok: true,
      fileName,
      platform: match.kind.platform,
      source: match.kind.source,
      container,
      encoding,
      delimiter: table.delimiter,
      sheet: table.sheet,
      headerLine: match.row.line,
      ...describeColumns(match),
      ...summarise(gathered, match.kind, fileName, options.nowMs),
      problems: problems.list(),
      async *batches(size = BATCH_SIZE) {
        yield* gathered.batches(size);
      },
    };
  } catch (error) {
    return toFileError(error, fileName);
  } finally {
    pace.end();
  }
}

/**
 * The first table with a known header. When one header fits two kinds, the ids below it decide.
 * @throws FileFailure `unknown-kind`, `missing-columns`, `ambiguous-kind`
 */
function chooseTable(tables: Table[], kinds: FileKind[]): { table: Table; match: HeaderMatch } {
  for (const table of tables) {
    const matches = findHeaders(table.sample, kinds);
    if (matches.length === 0) continue;
    if (matches.length === 1) return { table, match: matches[0] as HeaderMatch };
    const counts = matches.map((match) => countIds(table, match));
    const best = Math.max(...counts);
    const winners = matches.filter((_, index) => counts[index] === best);
    if (winners.length === 1) return { table, match: winners[0] as HeaderMatch };
    throw new FileFailure('ambiguous-kind', {
      expected: expectedOf(winners.map(({ kind }) => kind)),
    });
  }
  for (const table of tables) {
    const near = findNearest(table.sample, kinds);
    if (!near) continue;
    const { missing, line, kind } = near;
    throw new FileFailure('missing-columns', { missing, expected: expectedOf([kind]) }, { line });
  }
  throw new FileFailure('unknown-kind', { expected: expectedOf(kinds) });
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

function expectedOf(kinds: FileKind[]): NonNullable<FileError['params']['expected']> {
  return kinds.map(({ platform, source, columns }) => ({
    platform,
    source,
    headers: columns.filter((column) => column.required).map(({ names }) => names[0] as string),
  }));
}

function summarise(gathered: Gathered, kind: FileKind, fileName: string, nowMs: number) {
  const { rows, skipped, records, orders, newestMs, list } = gathered;
  const exportedMs = kind.findExportedMs?.(fileName);
  const knowsExport =
    exportedMs !== undefined &&
    exportedMs <= nowMs + CLOCK_SLACK_MS &&
    exportedMs + CLOCK_SLACK_MS >= (newestMs ?? 0);
  const reading: ListReading = { side: kind.side, filterKey: 'export', rows: records, ...list };
  const { newestMs: toMs, oldestMs: fromMs } = list;
  return {
    rows,
    skipped,
    records,
    orders,
    ...(fromMs !== undefined && toMs !== undefined
      ? { period: { fromMs, toMs, fromDay: beijingDay(fromMs), toDay: beijingDay(toMs) } }
      : {}),
    // Without any instant the states could be of any time: as early as can be, so that pages win.
    seenMs: Math.min(knowsExport ? exportedMs : (newestMs ?? EARLIEST_MS), nowMs),
    seenFrom: knowsExport ? ('file-name' as const) : ('newest-instant' as const),
    reading,
  };
}

/**
 * The reading to hand to coverage once the user has said that the file was exported with no filter but
 * the list date, from `fromMs` to `toMs`. Rows that had to be skipped keep the claim from holding.
 */
export function claimWholePeriod(preview: FilePreview, fromMs: number, toMs: number): ListReading {
  return {
    ...preview.reading,
    filterKey: '',
    total: preview.reading.rows + preview.skipped,
    pageIndex: 1,
    newestFirst: true,
    rangeFromMs: fromMs,
    rangeToMs: toMs,
  };
}
