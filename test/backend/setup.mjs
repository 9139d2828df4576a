/** Makes the sample back-end ready to start: packages, then pages. Needs nothing but Node and npm. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const STAMP = join(ROOT, 'node_modules', '.installed-lockfile');

const lockfileHash = () =>
  createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');

function packagesAreFresh() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockfileHash();
}

function installPackages() {
  return new Promise((resolve, reject) => {
    const args = ['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error'];
    const windows = process.platform === 'win32';
    const child = spawn(windows ? 'npm.cmd' : 'npm', args, {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: windows,
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(
            new Error(
              `npm ci in ${ROOT} ended with ${code}: check the network and the npm registry`,
            ),
          ),
    );
  });
}

/**
 * Idempotent; a second call does nothing.
 * @param {(line: string) => void} [say] gets one line for each step done
 */
export async function ensureBackend(say = (line) => console.log(line)) {
  if (!packagesAreFresh()) {
    const startedMs = Date.now();
    say('sample back-end: installing its packages (about half a minute) …');
    await installPackages();
    writeFileSync(STAMP, lockfileHash());
    say(`sample back-end: packages installed in ${Math.round((Date.now() - startedMs) / 1000)} s`);
  }
  const { buildPages, staleSites } = await import('./build.mjs');
  for (const site of staleSites()) {
    const startedMs = Date.now();
    say(`sample back-end: building the pages of ${site.id} …`);
    await buildPages(site);
    say(`sample back-end: pages built in ${Math.round((Date.now() - startedMs) / 1000)} s`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureBackend();
