/** What a running site knows; its commands change it, its routes read it. */
import { defaultNowMs, yesterday } from './shop.mjs';

export const PAGE_STATES = ['normal', 'no-score', 'empty', 'login'];

/** @throws when one of the names, in a list or separated by commas, is not known */
export function variantsOf(variant, known) {
  const list = [variant ?? []]
    .flat()
    .flatMap((each) => each.split(','))
    .filter(Boolean);
  const unknown = list.filter((name) => !known.includes(name));
  if (unknown.length) throw new Error(`unknown variant ${unknown}; one of ${known.join(' ')}`);
  return list;
}

/**
 * @param options of startBackend
 * @param site {generateShop, variants: names of those it has}
 */
export function createSiteState(options, { generateShop, variants }) {
  const { seed = 1, fault = 'quality', shopName, orders, days } = options;
  const pageState = options.state ?? 'normal';
  if (!PAGE_STATES.includes(pageState)) throw new Error(`state: one of ${PAGE_STATES.join(' ')}`);
  const asOf = options.asOf ?? yesterday(Date.now());
  const nowMs = options.nowMs ?? (options.asOf ? defaultNowMs(seed, asOf) : Date.now());
  const shop = generateShop({ seed, asOf, fault, orders, days });
  if (shopName) shop.shopName = shopName;
  const state = {
    shop,
    /** Records are shown as of this instant; the page's clock runs on from it. */
    nowMs,
    offsetMs: nowMs - Date.now(),
    clock: () => Date.now() + state.offsetMs,
    pageState,
    latencyMs: options.latencyMs ?? [300, 800],
    variants: variantsOf(options.variant, variants),
  };
  return state;
}

/** What the pages' scripts of every site are told. */
export const sitePageConfig = (state) => ({
  shopName: state.shop.shopName,
  offsetMs: state.offsetMs,
  variants: state.variants,
  salt: state.variants.includes('renamed') ? 'autumn-release' : 'summer-release',
});
