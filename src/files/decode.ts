/** Bytes → text in chunks, strictly: a byte that can't be read stops the import and is named by its line. */
import { FileFailure } from './failure';
import type { Pace } from './pace';
import type { Encoding } from './sniff';

/** A few milliseconds of work. */
const CHUNK_BYTES = 131_072;

/**
 * Yields the text without its byte order mark.
 * @throws FileFailure `damaged-text` with the line; `truncated` when the last character is cut.
 */
export async function* decodeText(
  bytes: Uint8Array,
  encoding: Encoding,
  pace: Pace,
  onBytes?: (done: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let lines = 1;
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
    const chunk = bytes.subarray(from, from + CHUNK_BYTES);
    await pace.step(chunk.length);
    const text = decodeChunk(decoder, chunk, encoding, lines);
    lines += countNewlines(text);
    onBytes?.(from + chunk.length);
    yield text;
  }
  try {
    decoder.decode();
  } catch {
    throw new FileFailure('truncated', {}, { line: lines });
  }
}

export function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function decodeChunk(
  decoder: TextDecoder,
  chunk: Uint8Array,
  encoding: Encoding,
  linesBefore: number,
): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    const lenient = new TextDecoder(encoding).decode(chunk);
    const bad = lenient.indexOf('\ufffd');
    const line = linesBefore + countNewlines(bad === -1 ? '' : lenient.slice(0, bad));
    throw new FileFailure('damaged-text', { detail: encoding }, { line });
  }
}
