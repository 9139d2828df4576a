// Installs a folder's packages when they are missing or older than its lockfile.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run, SetupError, step } from './steps.mjs';

const MIN_NODE = [20, 19];

/** Refuses a Node that is too old, before npm fails in a less readable way. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1])) return;
  throw new SetupError(
    `Node ${version} is too old: install Node ${MIN_NODE.join('.')} or newer (https://nodejs.org), then run the command again.`,
  );
}

/** `npm ci` in `dir` unless node_modules was installed from exactly this lockfile. */
export async function ensurePackages(dir, label = 'packages') {
  const lockfile = readFileSync(path.join(dir, 'package-lock.json'));
  const stamp = path.join(dir, 'node_modules', '.installed-from');
  const hash = createHash('sha256').update(lockfile).update(process.version).digest('hex');
  const current = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  await step(label, async () => {
    if (current) return 'up to date';
    await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: dir }).catch(
      (error) => {
        throw new SetupError(
          `The packages could not be installed. Check the network (npm registry) and run the command again.\n${error.message}`,
        );
      },
    );
    writeFileSync(stamp, hash);
    return 'installed';
  });
}
