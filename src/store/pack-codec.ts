/**
 * Many cases as one compressed value and back. Packs of the first version hold plain JSON; columns
 * (codec/) take half the bytes and half the time. Both are read, so none is ever written anew for that.
 */
import { strFromU8, unzlibSync, zlibSync } from 'fflate';
import type { OrderCase } from '../core/entities';
import { decodeCases, encodeCases } from './codec/case-columns';
import { COLUMNS_VERSION } from './codec/sealed';

/**
 * Synchronous, because a transaction ends while one waits for a stream.
 *
 * @param cases at least one.
 */
export const packCases = (cases: OrderCase[]): Uint8Array =>
  zlibSync(encodeCases(cases), { level: LEVEL });

/** Columns leave little to search for: the highest level gains a fiftieth in size for twice the time. */
const LEVEL = 2;

/** @throws when the bytes were damaged. */
export function unpackCases(bytes: Uint8Array): OrderCase[] {
  const plain = unzlibSync(bytes);
  if (plain[0] === COLUMNS_VERSION) return decodeCases(plain);
  return JSON.parse(strFromU8(plain)) as OrderCase[];
}

/** Undefined when the bytes were damaged: what was in them is lost, everything else goes on. */
export function findUnpacked(bytes: Uint8Array): OrderCase[] | undefined {
  try {
    return unpackCases(bytes);
  } catch {
    return undefined;
  }
}
