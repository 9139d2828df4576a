// The bench's page code as one script: evaluated in an extension page, so that it uses its database.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '../../..');
let made;

export function bundlePage() {
  made ??= bundle('test/bench/store/page.ts');
  return made;
}

/** A script without imports. Dexie's build for browsers of today, as the extension has it. */
export async function bundle(entry) {
  const outDir = mkdtempSync(path.join(tmpdir(), 'scorelens-bench-'));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
    build: {
      outDir,
      minify: process.env.NOMIN ? false : true,
      lib: {
        entry: path.join(root, entry),
        formats: ['iife'],
        name: 'bundled',
        fileName: () => 'page.js',
      },
    },
  });
  const code = readFileSync(path.join(outDir, 'page.js'), 'utf8');
  rmSync(outDir, { recursive: true });
  return code;
}
