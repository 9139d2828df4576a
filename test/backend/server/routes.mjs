/** Requests → answers. Real paths give pages; everything of the sample's own is under /__sample. */
import { control } from './control.mjs';
import { listLogistics, listOrders, listProducts, listTickets } from './lists-api.mjs';
import { scorePage } from './score-api.mjs';
import { antd4Css, FRAME_PATH, findAsset, loginHtml, pageHtml } from './site.mjs';
import { pageConfig } from './state.mjs';

const LOGIN = '/login/common';
const DATA = {
  orders: listOrders,
  aftersales: listTickets,
  logistics: listLogistics,
  score: scorePage,
  products: listProducts,
  shop: () => ({}),
};

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const within = ([low, high]) => low + (high - low) * Math.random();
const html = (body) => ({ status: 200, type: 'text/html', body });
const json = (body, status = 200) => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
});

async function readJson(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}');
}

function page(state, url) {
  if (url.pathname === LOGIN) return html(loginHtml());
  if (state.pageState === 'login') return { status: 302, location: LOGIN };
  const pathname = url.searchParams.has('in_frame') ? FRAME_PATH : url.pathname;
  return html(pageHtml(pathname, pageConfig(state)));
}

async function command(state, request) {
  try {
    return json(control(state, await readJson(request)));
  } catch (error) {
    return json({ error: error.message }, 400);
  }
}

async function answer(state, request) {
  const url = new URL(request.url, `https://${request.headers.host}`);
  const [, area, kind, name] = url.pathname.split('/');
  if (area !== '__sample') return page(state, url);
  if (kind === 'control' && request.method === 'POST') return command(state, request);
  if (kind === 'api' && DATA[name]) {
    await sleep(within(state.latencyMs));
    return json({ shopName: state.shop.shopName, ...DATA[name](state, url.searchParams) });
  }
  const css = /^antd4-([\w-]+)\.css$/.exec(kind);
  if (css) return { status: 200, type: 'text/css', body: antd4Css(css[1]), cache: 'max-age=600' };
  const asset = kind === 'assets' && findAsset(name);
  return asset
    ? { status: 200, cache: 'no-cache', ...asset }
    : { status: 404, type: 'text/plain', body: 'not found' };
}

/** Answers one request of an https server. */
export async function serve(state, request, response) {
  try {
    const { status, type, body, cache = 'no-store', tag, location } = await answer(state, request);
    if (tag && request.headers['if-none-match'] === tag) {
      response.writeHead(304).end();
      return;
    }
    response.writeHead(status, {
      'cache-control': cache,
      ...(type ? { 'content-type': `${type}; charset=utf-8` } : {}),
      ...(tag ? { etag: tag } : {}),
      ...(location ? { location } : {}),
    });
    response.end(body);
  } catch (error) {
    response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error?.stack ?? error));
  }
}
