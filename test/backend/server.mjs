/**
 * The sample merchant back-end: `startBackend(options)` for tests and the demo, or from a shell
 * `node test/backend/server.mjs --seed 7 --fault pickup --as-of 2026-11-20 --truth FILE --port 0`.
 * Needs its packages and pages first: `ensureBackend()` of setup.mjs.
 */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildTruth } from './generator/truth.mjs';
import { control } from './server/control.mjs';
import { serve } from './server/routes.mjs';
import { createState } from './server/state.mjs';
import { makeCertificate } from './server/tls.mjs';

/**
 * @param options {seed, fault, asOf, port, weights, variant, shopName, state, nowMs, keys,
 *   koraIds, latencyMs, lateMs, orders, days}; all optional, see README.md
 * @returns {Promise<{port, spki, close, control, clock, shop, truth}>} `shop` and `truth` are read
 *   at each access, so they follow `control`
 */
export async function startBackend(options = {}) {
  const state = createState(options);
  const { key, cert, spki } = await makeCertificate();
  const server = createServer({ key, cert }, (request, response) =>
    serve(state, request, response),
  );
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    port: server.address().port,
    spki,
    control: (command) => control(state, command),
    /** The page's own clock. */
    clock: () => state.clock(),
    get shop() {
      return state.shop;
    },
    get truth() {
      return buildTruth(state.shop, state.nowMs);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function main() {
  const names = ['seed', 'fault', 'as-of', 'truth', 'port', 'weights', 'variant', 'shop-name'];
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
