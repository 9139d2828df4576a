// npm run validate -- DIR [--json FILE]: scores the real shops of a published order sample with the
// engine and checks that late shops get logistics as their drag and punctual ones don't
// (docs/validation.md). Exit code 1 when they don't, or when the folder cannot be read.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkNode, ensurePackages } from './lib/packages.mjs';
import { fail, SetupError } from './lib/steps.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const FILES = ['orders.csv', 'order_items.csv', 'reviews.csv'];

const HELP = `npm run validate -- DIR [--json FILE]
  DIR           folder with ${FILES.join(', ')} (docs/validation.md says which)
  --json FILE   per shop {shop, orders, measures, drag}`;

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'string' }, help: { type: 'boolean', default: false } },
    });
    if (values.help) return { help: true };
    if (positionals.length !== 1) throw new Error('one folder is wanted');
    return { dir: path.resolve(positionals[0]), json: values.json && path.resolve(values.json) };
  } catch (error) {
    throw new SetupError(`${error.message}\n\n${HELP}`);
  }
}

/** Said before anything is installed. */
function checkFolder(dir) {
  if (!existsSync(dir)) throw new SetupError(`There is no folder ${dir}.\n\n${HELP}`);
  const missing = FILES.filter((each) => !existsSync(path.join(dir, each)));
  if (missing.length > 0) throw new SetupError(`${dir} has no ${missing.join(', ')}.\n\n${HELP}`);
}

try {
  const { help, dir, json } = options();
  if (help) {
    console.log(HELP);
    process.exit(0);
  }
  checkFolder(dir);
  checkNode();
  await ensurePackages(root);
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(path.join(root, 'test/validate/main.ts'), {
    root,
    configFile: false,
    logLevel: 'error',
  });
  if (json) mkdirSync(path.dirname(json), { recursive: true });
  const passed = await module
    .validate({ dir, jsonFile: json, print: (text) => console.log(text) })
    .catch((error) => {
      throw error instanceof module.InputProblem ? new SetupError(error.message) : error;
    });
  if (json) console.log(`\nnumbers per shop: ${json}`);
  process.exitCode = passed ? 0 : 1;
} catch (error) {
  fail(error);
}
