/**
 * The sample merchant back-end: `startBackend(options)` for tests and the demo, or from a shell
 * `node test/backend/server.mjs --platform doudian --seed 7 --fault pickup --as-of 2026-11-20 --truth FILE --port 0`.
 * Needs its packages and pages first: `ensureBackend()` of setup.mjs.
 */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { serve } from './shared/routes.mjs';
import { makeCertificate } from './shared/tls.mjs';
import { siteById } from './sites.mjs';

/**
 * @param options {platform, seed, fault, asOf, port, …}; all optional, see README.md for those of all
 *   sites and the site's own README.md for the rest
 * @returns {Promise<{site, port, spki, close, control, clock, shop, truth}>} `shop` and `truth` are
 *   read at each access, so they follow `control`
 */
export async function startBackend({ platform = 'doudian', ...options } = {}) {
  const site = siteById(platform);
  const { backend } = await import(`./${site.id}/backend.mjs`);
  const state = backend.createState(options);
  const { key, cert, spki } = await makeCertificate(site.hosts);
  const server = createServer({ key, cert }, (request, response) =>
    serve(backend, state, request, response),
  );
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    site,
    port: server.address().port,
    spki,
    control: (command) => backend.control(state, command),
    /** The page's own clock. */
    clock: () => state.clock(),
    get shop() {
      return state.shop;
    },
    get truth() {
      return backend.truthOf(state);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function main() {
  const names = [
    'platform',
    'seed',
    'fault',
    'as-of',
    'truth',
    'port',
    'weights',
    'variant',
    'shop-name',
  ];
  const { values } = parseArgs({
    options: Object.fromEntries(
      [...names, 'state', 'keys', 'kora-ids'].map((name) => [name, { type: 'string' }]),
    ),
  });
  const { ensureBackend } = await import('./setup.mjs');
  await ensureBackend((line) => console.error(line));
  const backend = await startBackend({
    ...values,
    seed: Number(values.seed ?? 1),
    asOf: values['as-of'],
    port: Number(values.port ?? 0),
    shopName: values['shop-name'],
    koraIds: values['kora-ids'],
  });
  if (values.truth) writeFileSync(values.truth, `${JSON.stringify(backend.truth, null, 2)}\n`);
  const { port, spki, shop } = backend;
  console.log(JSON.stringify({ port, spki, shopName: shop.shopName }));
  const stop = () => backend.close().then(() => process.exit(0));
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
