/** What the engine costs. `node test/bench/engine.mjs [--json FILE] [--no-folds]` */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';

const { values } = parseArgs({
  options: { json: { type: 'string' }, 'no-folds': { type: 'boolean', default: false } },
});
const { benchEngine } = await bundle();
const rows = benchEngine((line) => console.log(line), !values['no-folds']);
if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
process.exitCode = rows.every((row) => row.pass) ? 0 : 1;

/** As the extension ships it: one minified bundle. */
async function bundle() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'scorelens-bench-'));
  try {
    await build({
      configFile: false,
      root: path.resolve(import.meta.dirname, '../..'),
      logLevel: 'error',
      build: {
        outDir: folder,
        emptyOutDir: false,
        minify: true,
        lib: {
          entry: path.join(import.meta.dirname, 'engine/main.ts'),
          formats: ['es'],
          fileName: () => 'bundle.mjs',
        },
      },
    });
    return await import(pathToFileURL(path.join(folder, 'bundle.mjs')).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
