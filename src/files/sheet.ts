/** Rows of one sheet of a workbook. Numbers keep the digits they are stored with. */
import { FileFailure } from './failure';
import type { Pace } from './pace';
import type { Cell, Row } from './row-types';
import { unescapeCell, type Workbook } from './workbook';
import { parseXml, type XmlListener } from './xml';
import { readEntry, type ZipEntry } from './zip';

/** A sheet has no more (ECMA-376). */
const MAX_COLUMNS = 16_384;

/** @throws FileFailure `damaged-archive` */
export async function* readSheet(
  archive: Uint8Array,
  entry: ZipEntry,
  workbook: Pick<Workbook, 'strings'>,
  pace: Pace,
  onBytes?: (done: number) => void,
): AsyncGenerator<Row[]> {
  let rows: Row[] = [];
  const listener = createListener(workbook.strings, (row) => rows.push(row));
  let done = 0;
  for await (const bytes of parseXml(readEntry(archive, entry, pace), listener)) {
    done += bytes;
    onBytes?.(done);
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

function createListener(strings: string[], emit: (row: Row) => void): XmlListener {
  let line = 0;
  let cells: Cell[] = [];
  let column = 0;
  let type = '';
  let text = '';
  let inValue = false;
  let inPhonetic = false;
  return {
    open(name, attribute) {
      if (name === 'c') {
        column = columnOf(attribute('r')) ?? column + 1;
        type = attribute('t') ?? 'n';
        text = '';
      } else if (name === 'v' || name === 't') inValue = !inPhonetic;
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 'row') {
        line = Number(attribute('r') ?? line + 1);
        if (!Number.isSafeInteger(line) || line < 1) throw new FileFailure('damaged-archive');
        cells = [];
        column = 0;
      }
    },
    text(piece) {
      if (inValue) text += piece;
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'c') setCell(cells, column, toCell(type, text, strings, line));
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'row') emit({ line, cells });
    },
  };
}

function setCell(cells: Cell[], column: number, cell: Cell): void {
  if (column < 1 || column > MAX_COLUMNS) throw new FileFailure('damaged-archive');
  while (cells.length < column - 1) cells.push('');
  cells[column - 1] = cell;
}

/** 27 for "AA12"; undefined without a reference: the cell then follows its neighbour. */
function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined;
  let column = 0;
  for (let index = 0; index < reference.length; index += 1) {
    const letter = reference.charCodeAt(index) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column === 0 ? undefined : column;
}

function toCell(type: string, text: string, strings: string[], line: number): Cell {
  switch (type) {
    case 's': {
      if (text === '') return '';
      const shared = strings[Number(text)];
      if (shared === undefined) throw new FileFailure('damaged-archive', {}, { line });
      return shared;
    }
    case 'n':
      return text === '' ? '' : { n: text };
    case 'e': // a formula's error is no value
      return '';
    case 'b':
      return text === '1' ? 'TRUE' : 'FALSE';
    default: // str, inlineStr, d
      return unescapeCell(text);
  }
}
