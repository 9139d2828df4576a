/** Requests → answers. Real paths give pages; everything of the sample's own is under /__sample. */
import { findAsset, loginHtml } from './shell.mjs';

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

function page(backend, state, url) {
  if (url.pathname === backend.loginPath) return html(loginHtml());
  if (state.pageState === 'login') return { status: 302, location: backend.loginPath };
  return html(backend.page(state, url));
}

async function command(backend, state, request) {
  try {
    return json(backend.control(state, await readJson(request)));
  } catch (error) {
    return json({ error: error.message }, 400);
  }
}

async function answer(backend, state, request) {
  const url = new URL(request.url, `https://${request.headers.host}`);
  const [, area, kind, name] = url.pathname.split('/');
  if (area !== '__sample') return page(backend, state, url);
  if (kind === 'control' && request.method === 'POST') return command(backend, state, request);
  if (kind === 'api' && Object.hasOwn(backend.api, name)) {
    await sleep(within(state.latencyMs));
    const data = backend.api[name](state, url.searchParams);
    return json({ shopName: state.shop.shopName, ...data });
  }
  const css = backend.findStyle?.(kind);
  if (css) return { status: 200, type: 'text/css', body: css, cache: 'max-age=600' };
  const asset = kind === 'assets' && findAsset(backend.id, name);
  return asset
    ? { status: 200, cache: 'no-cache', ...asset }
    : { status: 404, type: 'text/plain', body: 'not found' };
}

/**
 * Answers one request of an https server.
 * @param backend what a site's backend.mjs exports: {id, loginPath, page, api, control, findStyle?}
 */
export async function serve(backend, state, request, response) {
  try {
    const made = await answer(backend, state, request);
    const { status, type, body, cache = 'no-store', tag, location } = made;
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
