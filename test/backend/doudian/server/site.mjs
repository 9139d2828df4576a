/** HTML shells, scripts and styles. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pageShell } from '../../shared/shell.mjs';

export const FRAME_PATH = '/ffa/merchant-aftersale-workbench/frame/aftersale/list';

/** Prefixes of one release of the site. */
export function releaseOf(variants) {
  const renamed = variants.includes('renamed');
  return {
    prefix4: renamed ? 'ecom-g' : 'auxo',
    prefix6: renamed ? 'lumen' : 'aurora',
  };
}

/** @param pathname of an fxg.jinritemai.com page; history-API routes all get the app */
export function pageHtml(pathname, config) {
  const link = (href) => `<link rel="stylesheet" href="/__sample/${href}">`;
  const shell = (script, head) => pageShell({ title: '抖店', script, config, head });
  if (pathname === FRAME_PATH) return shell('frame', link('assets/frame.css'));
  return shell('app', link(`antd4-${config.prefix4}.css`) + link('assets/app.css'));
}

const styles = new Map();

/** antd 4 ships compiled CSS: its class prefix is rewritten, as a fork's build would do. */
export function antd4Css(prefix) {
  if (!styles.has(prefix)) {
    const file = createRequire(import.meta.url).resolve('antd4/dist/antd.min.css');
    styles.set(prefix, readFileSync(file, 'utf8').replaceAll('.ant-', `.${prefix}-`));
  }
  return styles.get(prefix);
}
