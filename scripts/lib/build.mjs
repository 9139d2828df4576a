// Builds the extension and prints the size of every bundle.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { files, fingerprint } from './fingerprint.mjs';
import { run, step } from './steps.mjs';

/** Builds unless the output was built from exactly these sources. Returns the extension's folder. */
export async function ensureBuild(root) {
  const output = path.join(root, '.output', 'chrome-mv3');
  const stamp = path.join(root, '.output', 'built-from');
  await step('build', async () => {
    const current = fingerprint(root);
    if (existsSync(stamp) && existsSync(output) && readFileSync(stamp, 'utf8') === current) {
      return 'up to date';
    }
    await run(process.execPath, [path.join(root, 'node_modules/wxt/bin/wxt.mjs'), 'build'], {
      cwd: root,
    });
    writeFileSync(stamp, current);
    return 'done';
  });
  return output;
}

/** [{file, bytes, gzip}] of the scripts and styles in an extension's folder. */
export function bundleSizes(output) {
  return [...files(output)]
    .filter((file) => /\.(js|css)$/.test(file))
    .map((file) => {
      const content = readFileSync(file);
      return {
        file: path.relative(output, file).replaceAll('\\', '/'),
        bytes: content.length,
        gzip: gzipSync(content).length,
      };
    });
}

export function printSizes(output) {
  for (const { file, bytes, gzip } of bundleSizes(output)) {
    console.log(`  ${String(bytes).padStart(8)} B  ${String(gzip).padStart(7)} B gzip  ${file}`);
  }
}
