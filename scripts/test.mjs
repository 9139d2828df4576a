// npm test: sets everything up, then types, lint, units, build and browser tests.
// The last line counts every check: `N passed, N failed`.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuild, printSizes } from './lib/build.mjs';
import { checkNode, ensurePackages } from './lib/packages.mjs';
import { fail, run, SetupError, step } from './lib/steps.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = path.join(root, '.cache', 'test-results');
const total = { passed: 0, failed: 0 };

/** A check that is one command: counts as one test. */
async function check(name, command, args) {
  try {
    await step(name, () => run(command, args, { cwd: root }).then(() => 'ok'));
    total.passed += 1;
  } catch (error) {
    console.error(error.message);
    total.failed += 1;
  }
}

/** A vitest run: its own output stays visible, its counts come from its JSON report. */
async function vitest(name, config, env = {}) {
  const report = path.join(results, `${name}.json`);
  console.log(`• ${name}`);
  const args = [
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const crashed = await run(
    process.execPath,
    [path.join(root, 'node_modules/vitest/vitest.mjs'), ...args],
    { cwd: root, live: true, env },
  ).then(
    () => false,
    () => true,
  );
  if (!existsSync(report)) {
    total.failed += 1;
    return;
  }
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  total.passed += counts.numPassedTests;
  // A file that fails to load has no failed test of its own, and must not pass for that.
  total.failed += Math.max(counts.numFailedTests, crashed ? 1 : 0);
}

try {
  checkNode();
  await ensurePackages(root);
  const browser = await ensureBrowser(root);
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const bin = (name) => path.join(root, 'node_modules', ...name.split('/'));
  await check('wxt prepare', process.execPath, [bin('wxt/bin/wxt.mjs'), 'prepare']);
  await check('types', process.execPath, [bin('typescript/bin/tsc'), '--noEmit']);
  await check('lint', process.execPath, [bin('@biomejs/biome/bin/biome'), 'check', '.']);
  await vitest('units', 'vitest.config.ts');
  const output = await ensureBuild(root);
  printSizes(output);
  const { ensureBackend } = await import(
    pathToFileURL(path.join(root, 'test/backend/setup.mjs')).href
  );
  await ensureBackend();
  await vitest('browser', 'vitest.e2e.config.ts', { CHROME_PATH: browser });
} catch (error) {
  if (!(error instanceof SetupError)) fail(error);
  console.error(`\n✗ ${error.message}`);
  total.failed += 1;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
