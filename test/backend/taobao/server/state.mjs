/** Everything a running back-end knows; `control` changes it, the routes read it. */
import { defaultNowMs, generateShop, yesterday } from '../generator/index.mjs';

export const VARIANTS = ['renamed', 'locked', 'unlabelled'];
export const PAGE_STATES = ['normal', 'no-score', 'empty', 'login'];

/** @param options of startBackend */
export function createState(options = {}) {
  const { seed = 1, fault = 'quality', shopName, orders, days } = options;
  const pageState = options.state ?? 'normal';
  if (!PAGE_STATES.includes(pageState)) throw new Error(`state: one of ${PAGE_STATES.join(' ')}`);
  const variants = [options.variant ?? []]
    .flat()
    .flatMap((each) => each.split(','))
    .filter(Boolean);
  const unknown = variants.filter((name) => !VARIANTS.includes(name));
  if (unknown.length) throw new Error(`unknown variant ${unknown}; one of ${VARIANTS.join(' ')}`);
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
    variants,
  };
  return state;
}

/** What the page's scripts are told. */
export const pageConfig = (state) => ({
  shopName: state.shop.shopName,
  offsetMs: state.offsetMs,
  variants: state.variants,
  salt: state.variants.includes('renamed') ? 'autumn-release' : 'summer-release',
});
