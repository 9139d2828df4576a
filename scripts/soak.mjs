// npm run soak [-- BATCHES]: the store's writers killed at random points of 200 batches, in a real browser.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuild } from './lib/build.mjs';
import { checkNode, ensurePackages } from './lib/packages.mjs';
import { fail, run } from './lib/steps.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
try {
  checkNode();
  await ensurePackages(root);
  const browser = await ensureBrowser(root);
  await ensureBuild(root);
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const args = ['run', '--config', 'vitest.e2e.config.ts', 'test/e2e/store.test.ts'];
  const env = { CHROME_PATH: browser, SCORELENS_SOAK: process.argv[2] ?? '200' };
  await run(process.execPath, [vitest, ...args], { cwd: root, live: true, env });
} catch (error) {
  fail(error);
}
