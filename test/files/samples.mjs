/** All samples, by name. File names begin with the export's instant, as downloads do. */
import { good } from './good.mjs';
import { refused } from './refused.mjs';
import { EXPORTED_MS } from './truth.mjs';

const STAMP = `${EXPORTED_MS / 1000}_`;

export const goodSamples = good.map(([name, bytes, expected]) => ({
  name,
  fileName: STAMP + name,
  bytes,
  expected,
}));
export const refusedSamples = refused.map(([name, bytes, expected]) => ({
  name,
  fileName: STAMP + name,
  bytes,
  expected,
}));
