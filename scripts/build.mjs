// npm run build: everything a fresh machine needs, then the extension and its bundle sizes.
import { fileURLToPath } from 'node:url';
import { ensureBuild, printSizes } from './lib/build.mjs';
import { checkNode, ensurePackages } from './lib/packages.mjs';
import { fail } from './lib/steps.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  checkNode();
  await ensurePackages(root);
  const output = await ensureBuild(root);
  printSizes(output);
  console.log(`Extension: ${output}`);
} catch (error) {
  fail(error);
}
