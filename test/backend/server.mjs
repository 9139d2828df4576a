/**
 * The sample merchant back-end: `startBackend(options)` for tests and the demo, or from a shell
 * `node test/backend/server.mjs --seed 7 --fault pickup --as-of 2026-11-20 --truth FILE --port 0`.
 * Needs its packages and pages first: `ensureBackend()` of setup.mjs.
 */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { defaultNowMs, generateShop, yesterday } from './generator/index.mjs';
import { buildTruth } from './generator/truth.mjs';
import { control } from './server/control.mjs';
import { listLogistics, listOrders, listProducts, listTickets } from './server/lists-api.mjs';
import { scorePage } from './server/score-api.mjs';
import { antd4Css, FRAME_PATH, findAsset, pageHtml, releaseOf } from './server/site.mjs';
import { makeCertificate } from './server/tls.mjs';

const VARIANTS = [
  'renamed',
  'unlabelled',
  'mutated-keys',
  'split',
  'other-headers',
  'same-path-frame',
];
const LATE_MS = [300, 1500];

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const within = ([low, high]) => low + (high - low) * Math.random();

function variantsOf(variant) {
  const list = (Array.isArray(variant) ? variant : (variant ?? '').split(',')).filter(Boolean);
  const unknown = list.filter((name) => !VARIANTS.includes(name));
  if (unknown.length) throw new Error(`unknown variant ${unknown}; one of ${VARIANTS.join(' ')}`);
  return list;
}

function createState(options) {
  const {
    seed = 1,
    fault = 'quality',
    shopName,
    weights = 'shown',
    state: pageState = 'normal',
  } = options;
  const asOf = options.asOf ?? yesterday(Date.now());
  const nowMs = options.nowMs ?? (options.asOf ? defaultNowMs(seed, asOf) : Date.now());
  const shop = generateShop({ seed, asOf, fault, orders: options.orders, days: options.days });
  if (shopName) shop.shopName = shopName;
  const variants = variantsOf(options.variant);
  const state = {
    shop,
    /** Records are shown as of this instant; the page's clock runs on from it. */
    nowMs,
    offsetMs: nowMs - Date.now(),
    clock: () => Date.now() + state.offsetMs,
    weights,
    pageState,
    latencyMs: options.latencyMs ?? [300, 800],
    variants,
    keys: options.keys ?? 'index',
    /** The ids in data-kora-json: as JSON texts or as bare digits (the evidence allows both). */
    numericIds: options.koraIds ? options.koraIds === 'number' : Number(seed) % 2 === 1,
    serial: 1,
    ...releaseOf(variants),
  };
  return state;
}

const view = (state) => ({
  ...state,
  empty: state.pageState === 'empty',
  noScore: state.pageState === 'no-score',
});

const DATA = {
  orders: (state, query) => listOrders(view(state), query),
  aftersales: (state, query) => listTickets(view(state), query),
  logistics: (state, query) => listLogistics(view(state), query),
  score: (state) => scorePage(view(state)),
  products: (state) => listProducts(state),
  shop: () => ({}),
};

const configOf = (state) => ({
  shopName: state.shop.shopName,
  offsetMs: state.offsetMs,
  lateMs: LATE_MS,
  keys: state.keys,
  numericIds: state.numericIds,
  variants: state.variants,
  prefix4: state.prefix4,
  prefix6: state.prefix6,
  salt: state.salt,
  framePath: state.variants.includes('same-path-frame') ? undefined : FRAME_PATH,
});

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}');
}

async function answer(state, request) {
  const url = new URL(request.url, `https://${request.headers.host}`);
  const json = (body, status = 200) => ({
    status,
    type: 'application/json',
    body: JSON.stringify(body),
  });
  const [, area, kind, name] = url.pathname.split('/');
  if (area !== '__sample') {
    const framed = url.searchParams.has('in_frame');
    return {
      status: 200,
      type: 'text/html',
      body: pageHtml(framed ? FRAME_PATH : url.pathname, configOf(state)),
    };
  }
  if (kind === 'control' && request.method === 'POST') {
    try {
      return json(control(state, await readBody(request)));
    } catch (error) {
      return json({ error: error.message }, 400);
    }
  }
  if (kind === 'api' && DATA[name]) {
    await sleep(within(state.latencyMs));
    return json({ shopName: state.shop.shopName, ...DATA[name](state, url.searchParams) });
  }
  const css = /^antd4-([\w-]+)\.css$/.exec(kind);
  if (css) return { status: 200, type: 'text/css', body: antd4Css(css[1]), cache: true };
  const asset = kind === 'assets' && findAsset(name);
  if (asset) return { status: 200, ...asset };
  return { status: 404, type: 'text/plain', body: 'not found' };
}

async function serve(state, request, response) {
  try {
    const { status, type, body, cache, tag } = await answer(state, request);
    if (tag && request.headers['if-none-match'] === tag) {
      response.writeHead(304).end();
      return;
    }
    response.writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': cache ? 'max-age=600' : tag ? 'no-cache' : 'no-store',
      ...(tag ? { etag: tag } : {}),
    });
    response.end(body);
  } catch (error) {
    response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error?.stack ?? error));
  }
}

/**
 * @param options {seed, fault, asOf, port, weights, variant, shopName, state, nowMs, keys,
 *   koraIds, latencyMs, orders, days}; all optional, see README.md
 * @returns {Promise<{port, spki, close, control, shop, truth, nowMs, url}>} `shop` and `truth` are
 *   read at each access, so they follow `control`
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
  const text = { type: 'string' };
  const { values } = parseArgs({
    options: {
      seed: text,
      fault: text,
      'as-of': text,
      truth: text,
      port: text,
      weights: text,
      variant: text,
      'shop-name': text,
      state: text,
      keys: text,
    },
  });
  const { ensureBackend } = await import('./setup.mjs');
  await ensureBackend();
  const backend = await startBackend({
    seed: Number(values.seed ?? 1),
    fault: values.fault,
    asOf: values['as-of'],
    port: Number(values.port ?? 0),
    weights: values.weights,
    variant: values.variant,
    shopName: values['shop-name'],
    state: values.state,
    keys: values.keys,
  });
  if (values.truth) writeFileSync(values.truth, `${JSON.stringify(backend.truth, null, 2)}\n`);
  console.log(
    JSON.stringify({ port: backend.port, spki: backend.spki, shopName: backend.shop.shopName }),
  );
  const stop = () => backend.close().then(() => process.exit(0));
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
