/**
 * An official export file → what it holds, before anything is stored (DESIGN §6). Pure: bytes in, plain
 * data out; no store, no clock, no shop. A file doesn't name its shop: the caller must ask.
 */
import type { ListReading } from '../core/entities';
import { beijingDay } from '../core/time';
import type { ReadContext } from './cells';
import { type ChosenTable, chooseTables } from './choose-tables';
import { FileFailure, toFileError } from './failure';
import type { FileKind } from './file-kind';
import { createGatherer, type Gathered } from './gather';
import { describeColumns } from './headers';
import { EARLIEST_MS } from './instants';
import { type JoinedSheets, joinSheets } from './join-sheets';
import { openTables } from './open-tables';
import { createPace } from './pace';
import type { FilePreview, IgnoredColumn, ReadOptions, RecognisedColumn } from './preview-types';
import type { FileError, Problem } from './problem-types';
import { createProblems } from './problems';

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
    const chosen = chooseTables(tables, options.kinds, container === 'workbook');
    const context = { nowMs: options.nowMs, since1904, isText: container === 'text' };
    const sheets = await readSheets(chosen, context, options.onProgress);
    const [{ table, match }] = chosen;
    const names = chosen.flatMap((each) => each.table.sheet ?? []);
    const gathered = joinSheets(sheets.map((sheet) => sheet.gathered));
    return {
      ok: true,
      fileName,
      platform: match.kind.platform,
      source: match.kind.source,
      container,
      encoding,
      delimiter: table.delimiter,
      ...(names.length > 0 ? { sheets: names } : {}),
      headerLine: match.row.line,
      ...columnsOf(sheets),
      ...summarise(gathered, match.kind, fileName, options.nowMs),
      problems: sheets.flatMap((sheet) => sheet.problems),
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

interface Sheet {
  gathered: Gathered;
  columns: RecognisedColumn[];
  ignored: IgnoredColumn[];
  problems: Problem[];
}

/** @throws FileFailure `no-rows` when no sheet has any; what any of them throws otherwise. */
async function readSheets(
  chosen: ChosenTable[],
  context: ReadContext,
  onProgress: ReadOptions['onProgress'],
): Promise<Sheet[]> {
  const total = chosen.reduce((sum, { table }) => sum + table.bytes, 0);
  const sheets: Sheet[] = [];
  let before = 0;
  let rows = 0;
  for (const { table, match } of chosen) {
    const problems = createProblems();
    const gatherer = createGatherer(match, context, problems);
    let done = 0;
    for await (const batch of table.rows((bytesDone) => (done = bytesDone))) {
      for (const row of batch) if (row.line > match.row.line) gatherer.add(row);
      rows += batch.length;
      onProgress?.({ done: before + done, total, rows });
    }
    before += table.bytes;
    const gathered = finish(gatherer, sheets.length > 0 || table !== chosen.at(-1)?.table);
    if (!gathered) continue;
    const name = chosen.length > 1 && table.sheet !== undefined ? { sheet: table.sheet } : {};
    sheets.push({
      gathered,
      ...describeColumns(match),
      problems: problems.list().map((problem) => ({ ...problem, ...name })),
    });
  }
  return sheets;
}

/** `hasOthers`: an empty sheet beside others is no fault of the file. */
function finish(gatherer: ReturnType<typeof createGatherer>, hasOthers: boolean) {
  try {
    return gatherer.finish();
  } catch (error) {
    if (hasOthers && error instanceof FileFailure && error.code === 'no-rows') return undefined;
    throw error;
  }
}

/** Sheets of one workbook repeat headers; what one of them gives counts as recognised. */
function columnsOf(sheets: Sheet[]): Pick<FilePreview, 'columns' | 'ignored'> {
  const [first, ...others] = sheets;
  if (!first || others.length === 0)
    return { columns: first?.columns ?? [], ignored: first?.ignored ?? [] };
  const columns = uniqueHeaders(sheets.flatMap((sheet) => sheet.columns));
  const read = new Set(columns.map(({ header }) => header));
  const ignored = uniqueHeaders(sheets.flatMap((sheet) => sheet.ignored));
  return { columns, ignored: ignored.filter(({ header }) => !read.has(header)) };
}

function uniqueHeaders<T extends { header: string }>(columns: T[]): T[] {
  const known = new Map<string, T>();
  for (const column of columns) if (!known.has(column.header)) known.set(column.header, column);
  return [...known.values()];
}

function summarise(gathered: JoinedSheets, kind: FileKind, fileName: string, nowMs: number) {
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
