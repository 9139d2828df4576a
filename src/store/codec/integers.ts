/**
 * Whole numbers as planes of bytes: all lowest bytes, then all second ones … What lies close to the row
 * before it, or to something its order says, is written as the difference, so that most planes hold
 * one value and compress to nothing.
 */
import { type ByteReader, take } from './bytes';

/** What a number is told as a difference to: nothing, the row before, or the given reference. */
type Against = 0 | 1 | 2;
/** How to read the planes: against what, a common factor, the least difference, bytes each, where it begins. */
export type IntegerHead = [
  against: Against,
  factor: number,
  least: number,
  width: number,
  first: number,
];

const SECOND_MS = 1_000;
/** Differences of numbers up to here are exact. */
const LARGEST = 2 ** 51;
const WORD = 2 ** 32;

export const isPlainInteger = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(value as number) < LARGEST;

/** @param reference one number for each value; what differences are taken to if that is shortest. */
export function encodeIntegers(
  values: number[],
  reference: ArrayLike<number> | undefined,
  out: Uint8Array[],
): IntegerHead {
  const first = values[0];
  if (first === undefined) return [0, 1, 0, 0, 0];
  const against = shortest(values, reference);
  const steps = new Float64Array(values.length);
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let isSeconds = true;
  for (let i = 0; i < values.length; i++) {
    const step = (values[i] as number) - known(values, reference, against, i, first);
    steps[i] = step;
    if (step < least) least = step;
    if (step > most) most = step;
    isSeconds &&= step % SECOND_MS === 0;
  }
  const factor = isSeconds ? SECOND_MS : 1;
  const width = widthOf((most - least) / factor);
  for (let i = 0; i < steps.length; i++) steps[i] = ((steps[i] as number) - least) / factor;
  out.push(planesOf(steps, width));
  return [against, factor, least, width, first];
}

/** @throws when there are too few bytes. */
export function decodeIntegers(
  [against, factor, least, width, first]: IntegerHead,
  count: number,
  reference: ArrayLike<number> | undefined,
  from: ByteReader,
): number[] {
  const planes = take(from, count * width);
  const values = new Array<number>(count);
  for (let i = 0; i < count; i++) {
    let low = 0;
    let high = 0;
    for (let plane = width - 1; plane >= 0; plane--) {
      const byte = planes[plane * count + i] as number;
      if (plane >= 4) high = high * 256 + byte;
      else low = ((low << 8) | byte) >>> 0;
    }
    const step = (high * WORD + low) * factor + least;
    values[i] = step + known(values, reference, against, i, first);
  }
  return values;
}

/** What a value is told as a difference to; the one before the first is the first itself. */
function known(
  values: ArrayLike<number>,
  reference: ArrayLike<number> | undefined,
  against: Against,
  i: number,
  first: number,
): number {
  if (against === 0) return 0;
  if (against === 2) return reference?.[i] ?? 0;
  return i === 0 ? first : (values[i - 1] as number);
}

/** What takes the fewest bytes, judged by some of the rows. */
function shortest(values: number[], reference: ArrayLike<number> | undefined): Against {
  const ways: Against[] = reference ? [1, 0, 2] : [1, 0];
  const every = Math.max(1, Math.floor(values.length / 64));
  let best: Against = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (const against of ways) {
    let bits = 0;
    for (let i = 1; i < values.length; i += every) {
      const step = (values[i] as number) - known(values, reference, against, i, 0);
      bits += Math.log2(1 + Math.abs(step));
    }
    if (bits < fewest) [best, fewest] = [against, bits];
  }
  return best;
}

function widthOf(most: number): number {
  let width = 0;
  for (let rest = most; rest >= 1; rest /= 256) width += 1;
  return width;
}

function planesOf(steps: Float64Array, width: number): Uint8Array {
  const count = steps.length;
  const planes = new Uint8Array(count * width);
  for (let i = 0; i < count; i++) {
    const step = steps[i] as number;
    let low = (step % WORD) | 0;
    let high = width > 4 ? Math.floor(step / WORD) : 0;
    for (let plane = 0; plane < width; plane++) {
      planes[plane * count + i] = (plane < 4 ? low : high) & 255;
      if (plane < 4) low >>>= 8;
      else high = Math.floor(high / 256);
    }
  }
  return planes;
}
