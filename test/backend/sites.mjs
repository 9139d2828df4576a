/** The sample sites, one folder each. To add one: its folder, and a line here. */
import { site as doudian } from './doudian/site.mjs';
import { site as pinduoduo } from './pinduoduo/site.mjs';
import { site as taobao } from './taobao/site.mjs';

export const SITES = [doudian, taobao, pinduoduo];

/** @throws when there is no such site */
export function siteById(id) {
  const site = SITES.find((each) => each.id === id);
  if (!site) {
    const known = SITES.map((each) => each.id).join(', ');
    throw new Error(`no sample back-end "${id}" yet; there is ${known}`);
  }
  return site;
}

/** The site of an address of one of its pages. */
export function siteOf(address) {
  const { hostname } = new URL(address);
  return SITES.find((site) => site.hosts.includes(hostname));
}

/** @param {string} page a key of the site's `paths`: orders, aftersales, score, … */
export const addressOf = (site, page) => `https://${site.hosts[0]}${site.paths[page]}`;
