/** HTML around a page's script, and the files of the built pages. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));

/**
 * @param {{title: string, script: string, config: object, head?: string}} page `script`: an entry of
 *   the site's pages/ folder, without its ending; `config`: what shared/pages/config.js reads
 */
export const pageShell = ({ title, script, config, head = '' }) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>${head}
<link rel="icon" href="data:,"></head><body><div id="root"></div>
<script id="sample-config" type="application/json">${JSON.stringify(config).replaceAll('<', '\\u003c')}</script>
<script type="module" src="/__sample/assets/${script}.js"></script></body></html>`;

export const loginHtml = () =>
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>登录</title><h1>登录</h1></html>';

const TYPES = { js: 'text/javascript', css: 'text/css', map: 'application/json' };

/** @returns {{body: Buffer, type: string, tag: string} | undefined} a file of a site's built pages */
export function findAsset(siteId, name) {
  if (!/^[\w.-]+$/.test(name)) return undefined;
  try {
    const body = readFileSync(join(DIST, siteId, name));
    const tag = createHash('sha1').update(body).digest('hex');
    return { body, type: TYPES[name.split('.').at(-1)] ?? 'application/octet-stream', tag };
  } catch {
    return undefined;
  }
}
