/** Builds the pages into dist/ unless dist/ already holds the build of these very sources. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, '.sources');

function sourcesHash() {
  const hash = createHash('sha256');
  const files = [
    'build.mjs',
    'package-lock.json',
    ...readdirSync(join(ROOT, 'pages'))
      .sort()
      .map((f) => `pages/${f}`),
  ];
  for (const file of files) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

export const isFresh = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourcesHash();

export async function buildPages() {
  const { build } = await import('vite');
  // Built aside and moved, so that a process serving dist/ or building too never meets half of it.
  const made = join(ROOT, `dist-${process.pid}`);
  await build({
    root: ROOT,
    configFile: false,
    base: '/__sample/assets/',
    logLevel: 'error',
    publicDir: false,
    oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
    build: {
      outDir: made,
      emptyOutDir: true,
      minify: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 10000,
      rolldownOptions: {
        input: { app: join(ROOT, 'pages/app.jsx'), frame: join(ROOT, 'pages/frame.jsx') },
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          assetFileNames: '[name][extname]',
        },
      },
    },
  });
  writeFileSync(join(made, '.sources'), sourcesHash());
  rmSync(DIST, { recursive: true, force: true });
  renameSync(made, DIST);
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !isFresh()) await buildPages();
