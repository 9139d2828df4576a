/** Columns and what tells how to read them, as one value that shows when it was damaged. */
import { strFromU8, strToU8 } from 'fflate';
import { type ByteReader, checksum, joinBytes, take } from './bytes';

/** First byte: what begins otherwise was not written by this version. */
export const COLUMNS_VERSION = 2;
/** The version; four bytes each of the head's length and the checksum of all that follows. */
const PREFIX = 9;

/** @param head plain data */
export function sealed(head: unknown, columns: Uint8Array[]): Uint8Array {
  const text = strToU8(JSON.stringify(head));
  const bytes = joinBytes([new Uint8Array(PREFIX), text, ...columns]);
  const view = new DataView(bytes.buffer);
  bytes[0] = COLUMNS_VERSION;
  view.setUint32(1, text.length);
  view.setUint32(5, checksum(bytes.subarray(PREFIX)));
  return bytes;
}

/** @throws when the bytes were not written by `sealed`, or were damaged. */
export function opened<T>(bytes: Uint8Array): { head: T; from: ByteReader } {
  const from: ByteReader = { bytes, at: 0 };
  const prefix = take(from, PREFIX);
  const view = new DataView(prefix.buffer, prefix.byteOffset);
  if (prefix[0] !== COLUMNS_VERSION) throw new Error('columns of another version');
  if (view.getUint32(5) !== checksum(bytes.subarray(PREFIX))) throw new Error('damaged columns');
  const head = JSON.parse(strFromU8(take(from, view.getUint32(1)))) as T;
  return { head, from };
}
