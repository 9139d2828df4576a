/**
 * Entries of a ZIP archive as byte streams. Inflating is the browser's own (`DecompressionStream`): it
 * streams, can be cancelled, and needs no further worker; the checksum of every entry read is verified,
 * because a flipped bit in a table is a wrong number.
 */
import { crc32 } from './crc32';
import { FileFailure } from './failure';
import type { Pace } from './pace';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const UNKNOWN_32 = 0xffffffff;

export interface ZipEntry {
  name: string;
  method: number;
  encrypted: boolean;
  crc: number;
  packedBytes: number;
  bytes: number;
  headerAt: number;
}

/** The archive's directory, by name. @throws FileFailure `damaged-archive` when it is cut or broken. */
export function readDirectory(archive: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    const end = findEnd(view);
    const entries = new Map<string, ZipEntry>();
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
      if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new FileFailure('damaged-archive');
      const nameBytes = view.getUint16(at + 28, true);
      const extraBytes = view.getUint16(at + 30, true);
      const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameBytes));
      const entry: ZipEntry = {
        name,
        method: view.getUint16(at + 10, true),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        crc: view.getUint32(at + 16, true),
        packedBytes: view.getUint32(at + 20, true),
        bytes: view.getUint32(at + 24, true),
        headerAt: view.getUint32(at + 42, true),
      };
      readLongSizes(view, at + 46 + nameBytes, extraBytes, entry);
      entries.set(name, entry);
      at += 46 + nameBytes + extraBytes + view.getUint16(at + 32, true);
    }
    return entries;
  } catch (error) {
    // Reading past the end of the archive.
    if (error instanceof RangeError) throw new FileFailure('damaged-archive');
    throw error;
  }
}

/** Some writers always use 64-bit sizes; they stand in an extra field, in this order, where marked. */
function readLongSizes(view: DataView, at: number, extraBytes: number, entry: ZipEntry): void {
  for (let from = at; from + 4 <= at + extraBytes; from += 4 + view.getUint16(from + 2, true)) {
    if (view.getUint16(from, true) !== 1) continue;
    let next = from + 4;
    for (const key of ['bytes', 'packedBytes', 'headerAt'] as const) {
      if (entry[key] !== UNKNOWN_32) continue;
      entry[key] = Number(view.getBigUint64(next, true));
      next += 8;
    }
  }
}

function findEnd(view: DataView): number {
  // The record is 22 bytes and may be followed by a comment of at most 65,535.
  const earliest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= earliest; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new FileFailure('damaged-archive');
}

/**
 * The entry's content in chunks.
 * @throws FileFailure `damaged-archive` when it doesn't inflate to the size and checksum it claims.
 */
export async function* readEntry(
  archive: Uint8Array,
  entry: ZipEntry,
  pace: Pace,
): AsyncGenerator<Uint8Array> {
  if (entry.encrypted) throw new FileFailure('zip-encrypted');
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const { headerAt } = entry;
  if (headerAt + 30 > archive.length || view.getUint32(headerAt, true) !== LOCAL_HEADER) {
    throw new FileFailure('damaged-archive');
  }
  const from =
    headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  if (from + entry.packedBytes > archive.length) throw new FileFailure('damaged-archive');
  const packed = archive.subarray(from, from + entry.packedBytes);
  let crc = 0;
  let bytes = 0;
  for await (const chunk of unpack(packed, entry.method)) {
    await pace.step(chunk.length);
    crc = crc32(chunk, crc);
    bytes += chunk.length;
    if (bytes > entry.bytes) throw new FileFailure('damaged-archive');
    yield chunk;
  }
  if (crc !== entry.crc || bytes !== entry.bytes) throw new FileFailure('damaged-archive');
}

async function* unpack(packed: Uint8Array, method: number): AsyncGenerator<Uint8Array> {
  if (method === 0) {
    if (packed.length > 0) yield packed;
    return;
  }
  if (method !== 8) throw new FileFailure('damaged-archive', { detail: `method ${method}` });
  const source = new Blob([packed as Uint8Array<ArrayBuffer>]).stream();
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new FileFailure('damaged-archive');
      });
      if (done) return;
      yield value;
    }
  } finally {
    // Also when the caller stops early: nothing goes on inflating behind its back.
    await reader.cancel().catch(() => undefined);
  }
}
