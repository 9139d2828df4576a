/** Builds the pages into dist/ unless dist/ already holds the build of these very sources. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const STAMP = join(ROOT, 'dist', '.sources');

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
  await build({
    root: ROOT,
    configFile: false,
    base: '/__sample/assets/',
    logLevel: 'error',
    publicDir: false,
    oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
    build: {
      outDir: 'dist',
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
  writeFileSync(STAMP, sourcesHash());
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !isFresh()) await buildPages();
