// npm run bench -- [--json FILE] [--only page|popup|files|engine|store] [--rows N] [--many N] [--extension DIR]: what
// the extension costs a merchant's page, how fast export files are read, and what answers and storing cost.
// `--rows` and `--many` are the store's sizes; by default smaller than the goals' 100,000 and 1,000,000,
// so that it takes minutes. Goals are printed as they are, reached or not.
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

async function benchPopups(extension) {
  const browserPath = await ensureBrowser(root);
  const extensionDir = extension ? path.resolve(extension) : await ensureBuild(root);
  const { benchPopup } = await load('test/bench/popup/bench-popup.mjs');
  console.log('• the popup against an empty page of the extension');
  return benchPopup({ browserPath, extensionDir, say: (line) => console.log(`  ${line}`) });
}

async function benchScript(name, script) {
  const folder = mkdtempSync(path.join(tmpdir(), 'scorelens-bench-'));
  const json = path.join(folder, 'rows.json');
  try {
    await step(name, () =>
      // It ends with 1 when a goal is missed: that is told below.
      run(process.execPath, [script, '--json', json], { cwd: root }).catch(
        () => 'a goal is missed',
      ),
    );
    return JSON.parse(readFileSync(json, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function benchStored(extension, rows, many) {
  const browserPath = await ensureBrowser(root);
  const extensionDir = extension ? path.resolve(extension) : await ensureBuild(root);
  const { benchStore } = await load('test/bench/store/bench-store.mjs');
  console.log(`• the store with ${rows} and ${many} orders`);
  const say = (line) => console.log(`  ${line}`);
  return benchStore({ browserPath, extensionDir, rows, many, say });
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'string' },
        only: { type: 'string' },
        extension: { type: 'string' },
        rows: { type: 'string', default: '50000' },
        many: { type: 'string', default: '200000' },
      },
    });
    if (values.only && !['page', 'popup', 'files', 'engine', 'store'].includes(values.only)) {
      throw new Error('--only wants page, popup, files, engine or store');
    }
    return values;
  } catch (error) {
    throw new SetupError(error.message);
  }
}

try {
  const { json, only, extension, ...sizes } = options();
  checkNode();
  await ensurePackages(root);
  const wanted = (part) => only === undefined || only === part;
  const rows = [
    ...(wanted('page') ? await benchPages(extension) : []),
    ...(wanted('popup') ? await benchPopups(extension) : []),
    ...(wanted('files') ? await benchScript('export files', 'test/bench/files.mjs') : []),
    ...(wanted('engine') ? await benchScript('the engine', 'test/bench/engine.mjs') : []),
    ...(wanted('store')
      ? await benchStored(extension, Number(sizes.rows), Number(sizes.many))
      : []),
  ];
  const width = Math.max(...rows.map(({ id }) => id.length));
  for (const { id, value, goal, better, pass } of rows) {
    const sign = better === 'higher' ? '≥' : '≤';
    console.log(
      `${pass ? 'ok    ' : 'MISSED'} ${id.padEnd(width)} ${String(value).padStart(9)} ${sign} ${goal}`,
    );
  }
  if (json) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`);
  process.exitCode = rows.every(({ pass }) => pass) ? 0 : 1;
} catch (error) {
  fail(error);
}
