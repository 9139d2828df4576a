/** Writes the samples and what must come of them: `node test/files/make.mjs`. Same bytes every time. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { goodSamples, refusedSamples } from './samples.mjs';

const folder = path.join(import.meta.dirname, 'samples');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { name, bytes, expected } of [...goodSamples, ...refusedSamples]) {
  writeFileSync(path.join(folder, name), bytes);
  writeFileSync(path.join(folder, `${name}.json`), `${inHouseStyle(expected)}\n`);
}

/** The formatter's: short lists of words on one line. */
function inHouseStyle(value) {
  return JSON.stringify(value, null, 2).replace(
    /\[\n\s+((?:"[^"\n]*"(?:,\n\s+)?)+)\n\s+\]/g,
    (_, words) => `[${words.replace(/,\n\s+/g, ', ')}]`,
  );
}
