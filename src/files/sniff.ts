/** What a file is, by its first bytes; its name is never asked. */
import { FileFailure } from './failure';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** Enough for the header row of any export, small enough to decode three times. */
const SAMPLE_BYTES = 65_536;
const CJK = /[\u3400-\u9fff\uff00-\uffef]/g;

export function sniffContainer(bytes: Uint8Array): 'workbook' | 'text' {
  if (bytes.length === 0) throw new FileFailure('empty');
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'workbook';
  // An archive without entries, or one whose head was cut off.
  if (startsWith(bytes, [0x50, 0x4b])) throw new FileFailure('damaged-archive');
  // OLE: a workbook of before 2007, or a newer one behind a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new FileFailure('old-excel');
  return 'text';
}

/**
 * Decoding is strict, so the first bytes decide: UTF-8 that holds Chinese is never valid GBK by chance
 * for long, and the other way round. Mostly valid UTF-8 stays UTF-8: its damage is then reported by line.
 */
export function sniffEncoding(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (sample.includes(0)) throw new FileFailure('unknown-format');
  if (decodes(sample, 'utf-8') || isDamagedUtf8(sample)) return 'utf-8';
  if (decodes(sample, 'gb18030')) return 'gb18030';
  throw new FileFailure('unknown-format');
}

/** A page saved under the name of a table. */
export function looksLikeMarkup(text: string): boolean {
  return /^\s*<(!doctype|html|table|\?xml|script|meta|head|body)\b/i.test(text.slice(0, 500));
}

function startsWith(bytes: Uint8Array, head: number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

function decodes(sample: Uint8Array, encoding: Encoding): boolean {
  try {
    // `stream`: the sample may end inside a character.
    new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function isDamagedUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(sample, { stream: true });
  const chinese = text.match(CJK)?.length ?? 0;
  const broken = text.split('\ufffd').length - 1;
  return chinese > 4 * broken;
}
