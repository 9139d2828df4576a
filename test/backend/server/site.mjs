/** HTML shells, scripts and styles. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
export const FRAME_PATH = '/ffa/merchant-aftersale-workbench/frame/aftersale/list';

/** CSS-module hashes and prefixes of one release of the site. */
export function releaseOf(variants) {
  const renamed = variants.includes('renamed');
  return {
    prefix4: renamed ? 'ecom-g' : 'auxo',
    prefix6: renamed ? 'lumen' : 'aurora',
    salt: renamed ? 'autumn-release' : 'summer-release',
  };
}

const shell = (script, config, head = '') => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>抖店</title>${head}
<link rel="icon" href="data:,"></head><body><div id="root"></div>
<script id="sample-config" type="application/json">${JSON.stringify(config).replaceAll('<', '\\u003c')}</script>
<script type="module" src="/__sample/assets/${script}.js"></script></body></html>`;

/** @param pathname of an fxg.jinritemai.com page; history-API routes all get the app */
export function pageHtml(pathname, config) {
  const link = (href) => `<link rel="stylesheet" href="/__sample/${href}">`;
  if (pathname === FRAME_PATH) return shell('frame', config, link('assets/frame.css'));
  const css = link(`antd4-${config.prefix4}.css`) + link('assets/app.css');
  return shell('app', config, css);
}

export const loginHtml = () =>
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>登录</title><h1>登录</h1></html>';

const styles = new Map();

/** antd 4 ships compiled CSS: its class prefix is rewritten, as a fork's build would do. */
export function antd4Css(prefix) {
  if (!styles.has(prefix)) {
    const file = createRequire(import.meta.url).resolve('antd4/dist/antd.min.css');
    styles.set(prefix, readFileSync(file, 'utf8').replaceAll('.ant-', `.${prefix}-`));
  }
  return styles.get(prefix);
}

const TYPES = { js: 'text/javascript', css: 'text/css', map: 'application/json' };

/** @returns {{body: Buffer, type: string, tag: string} | undefined} a file of the built pages */
export function findAsset(name) {
  if (!/^[\w.-]+$/.test(name)) return undefined;
  try {
    const body = readFileSync(join(DIST, name));
    const tag = createHash('sha1').update(body).digest('hex');
    return { body, type: TYPES[name.split('.').at(-1)] ?? 'application/octet-stream', tag };
  } catch {
    return undefined;
  }
}
