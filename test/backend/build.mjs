/** Builds each site's pages into dist/<site> unless that already holds the build of these very sources. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SITES } from './sites.mjs';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const distOf = (id) => join(ROOT, 'dist', id);
const stampOf = (id) => join(distOf(id), '.sources');

function sourcesHash(id) {
  const hash = createHash('sha256');
  const folders = [join('shared', 'pages'), join(id, 'pages')];
  const files = [
    'build.mjs',
    'package-lock.json',
    ...folders.flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
        .sort(),
    ),
  ];
  for (const file of files) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

const isFresh = ({ id }) =>
  existsSync(stampOf(id)) && readFileSync(stampOf(id), 'utf8') === sourcesHash(id);

/** The sites whose pages must be built. */
export const staleSites = () => SITES.filter((site) => !isFresh(site));

export async function buildPages({ id, entries }) {
  const { build } = await import('vite');
  // Built aside and moved, so that a process serving dist/ or building too never meets half of it.
  const made = join(ROOT, `dist-${id}-${process.pid}`);
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
        input: Object.fromEntries(
          entries.map((name) => [name, join(ROOT, id, 'pages', `${name}.jsx`)]),
        ),
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          assetFileNames: '[name][extname]',
        },
      },
    },
  });
  writeFileSync(join(made, '.sources'), sourcesHash(id));
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  rmSync(distOf(id), { recursive: true, force: true });
  renameSync(made, distOf(id));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const site of staleSites()) await buildPages(site);
}
