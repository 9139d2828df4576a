/** The parts of an XLSX workbook around its sheets: names, relations, shared strings, epoch. */
import { FileFailure } from './failure';
import type { Pace } from './pace';
import { parseXml, type XmlListener } from './xml';
import { readDirectory, readEntry, type ZipEntry } from './zip';

/** Inflated bytes of one part. A sheet of 1,048,576 rows × 70 columns stays below. */
const MAX_PART_BYTES = 3_000_000_000;
/** Shared strings are held in memory. */
const MAX_STRINGS_BYTES = 400_000_000;

export interface Workbook {
  sheets: { name: string; entry: ZipEntry }[];
  /** Text of a shared string by its index, or undefined when there is none. */
  strings: string[];
  /** Day serials count from 1904 (old Macs). */
  since1904: boolean;
}

/** @throws FileFailure `zip-without-workbook`, `zip-encrypted`, `damaged-archive`, `too-large` */
export async function openWorkbook(archive: Uint8Array, pace: Pace): Promise<Workbook> {
  const entries = readDirectory(archive);
  if ([...entries.values()].some((entry) => entry.encrypted))
    throw new FileFailure('zip-encrypted');
  const main = entries.get('xl/workbook.xml');
  if (!main) throw new FileFailure('zip-without-workbook');
  const targets = new Map<string, string>();
  let stringsPath = 'xl/sharedStrings.xml';
  const relations = entries.get('xl/_rels/workbook.xml.rels');
  if (relations) {
    await readPart(archive, relations, pace, {
      open(name, attribute) {
        if (name !== 'Relationship') return;
        const path = resolveTarget(attribute('Target') ?? '');
        targets.set(attribute('Id') ?? '', path);
        if (attribute('Type')?.endsWith('/sharedStrings')) stringsPath = path;
      },
    });
  }
  const sheets: Workbook['sheets'] = [];
  let since1904 = false;
  await readPart(archive, main, pace, {
    open(name, attribute) {
      if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      const entry = entries.get(targets.get(attribute('id') ?? '') ?? '');
      if (!entry) return;
      if (entry.bytes > MAX_PART_BYTES) throw new FileFailure('too-large');
      sheets.push({ name: attribute('name') ?? '', entry });
    },
  });
  if (sheets.length === 0) throw new FileFailure('damaged-archive', { detail: 'no sheet' });
  const strings = await readStrings(archive, entries.get(stringsPath), pace);
  return { sheets, strings, since1904 };
}

async function readStrings(
  archive: Uint8Array,
  entry: ZipEntry | undefined,
  pace: Pace,
): Promise<string[]> {
  const strings: string[] = [];
  if (!entry) return strings;
  if (entry.bytes > MAX_STRINGS_BYTES) throw new FileFailure('too-large');
  let text = '';
  let inText = false;
  // Reading aids (furigana) repeat the text in another script.
  let inPhonetic = false;
  await readPart(archive, entry, pace, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = !inPhonetic;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') strings.push(unescapeCell(text));
    },
  });
  return strings;
}

async function readPart(
  archive: Uint8Array,
  entry: ZipEntry,
  pace: Pace,
  listener: Partial<XmlListener>,
): Promise<void> {
  const whole = { open() {}, close() {}, text() {}, ...listener };
  for await (const _ of parseXml(readEntry(archive, entry, pace), whole));
}

/** Relation targets are relative to `xl/`, or absolute in the archive. */
function resolveTarget(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}

/** Characters that XML cannot hold are written `_xHHHH_` (ECMA-376, ST_Xstring). */
export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
