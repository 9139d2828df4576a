/** Bytes one after the other: what the columns of a pack are written to and read from. */

export interface ByteReader {
  bytes: Uint8Array;
  at: number;
}

/** The next `count` bytes. @throws when there are fewer. */
export function take(from: ByteReader, count: number): Uint8Array {
  const end = from.at + count;
  if (!(count >= 0) || end > from.bytes.length) throw new Error('a pack ends too early');
  const part = from.bytes.subarray(from.at, end);
  from.at = end;
  return part;
}

export function joinBytes(parts: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** FNV-1a, 32 bits. Text would rarely survive a damaged byte unnoticed; numbers would. */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) {
    hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  }
  return hash >>> 0;
}
