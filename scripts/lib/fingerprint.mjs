// What a build is made from, as one hash.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const SOURCES = ['entrypoints', 'src', 'assets', 'wxt.config.ts', 'package-lock.json'];

/** Every file under a folder (or the file itself), sorted, so that the answer never depends on the disk. */
export function* files(target) {
  if (!existsSync(target)) return;
  if (!statSync(target).isDirectory()) {
    yield target;
    return;
  }
  for (const name of readdirSync(target).sort()) yield* files(path.join(target, name));
}

/** One hash of everything that a build is made from. @returns 64 hex digits */
export function fingerprint(root) {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of files(path.join(root, source))) {
      hash.update(path.relative(root, file)).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}
