// npm run bench -- [--json FILE] [--only page|files] [--extension DIR]: what the extension costs a
// merchant's page, and how fast export files are read. Goals are printed as they are, reached or not.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuild } from './lib/build.mjs';
import { checkNode, ensurePackages } from './lib/packages.mjs';
import { fail, run, SetupError, step } from './lib/steps.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const load = (file) => import(pathToFileURL(path.join(root, file)).href);

async function benchPages(extension) {
  const browserPath = await ensureBrowser(root);
  const extensionDir = extension ? path.resolve(extension) : await ensureBuild(root);
  const { ensureBackend } = await load('test/backend/setup.mjs');
  await ensureBackend();
  const { startBackend } = await load('test/backend/server.mjs');
  const { benchPage } = await load('test/bench/page/bench-page.mjs');
  const backend = await startBackend({
    seed: 7,
    fault: 'none',
    // Enough tickets for a dozen pages of 100.
    orders: 9_000,
    latencyMs: [20, 40],
    lateMs: [20, 60],
  });
  try {
    console.log('• cost on the page: about four minutes');
    const say = (line) => console.log(`  ${line}`);
    return await benchPage({ browserPath, extensionDir, backend, say });
  } finally {
    await backend.close();
  }
}

async function benchFiles() {
  const folder = mkdtempSync(path.join(tmpdir(), 'scorelens-bench-'));
  const json = path.join(folder, 'files.json');
  try {
    await step('export files', () =>
      // It ends with 1 when a goal is missed: that is told below.
      run(process.execPath, ['test/bench/files.mjs', '--json', json], { cwd: root }).catch(
        () => 'a goal is missed',
      ),
    );
    return JSON.parse(readFileSync(json, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'string' },
        only: { type: 'string' },
        extension: { type: 'string' },
      },
    });
    if (values.only && !['page', 'files'].includes(values.only)) {
      throw new Error('--only wants page or files');
    }
    return values;
  } catch (error) {
    throw new SetupError(error.message);
  }
}

try {
  const { json, only, extension } = options();
  checkNode();
  await ensurePackages(root);
  const rows = [
    ...(only === 'files' ? [] : await benchPages(extension)),
    ...(only === 'page' ? [] : await benchFiles()),
  ];
  const width = Math.max(...rows.map(({ id }) => id.length));
  for (const { id, value, goal, pass } of rows) {
    console.log(
      `${pass ? 'ok    ' : 'MISSED'} ${id.padEnd(width)} ${String(value).padStart(9)} ≤ ${goal}`,
    );
  }
  if (json) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`);
  process.exitCode = rows.every(({ pass }) => pass) ? 0 : 1;
} catch (error) {
  fail(error);
}
