/** Everything a running back-end knows; `control` changes it, the routes read it. */
import { defaultNowMs, generateShop, yesterday } from '../generator/index.mjs';
import { FRAME_PATH, releaseOf } from './site.mjs';

export const VARIANTS = [
  'renamed',
  'unlabelled',
  'mutated-keys',
  'split',
  'other-headers',
  'same-path-frame',
];
export const PAGE_STATES = ['normal', 'no-score', 'empty', 'login'];

function variantsOf(variant) {
  const list = (Array.isArray(variant) ? variant : (variant ?? '').split(',')).filter(Boolean);
  const unknown = list.filter((name) => !VARIANTS.includes(name));
  if (unknown.length) throw new Error(`unknown variant ${unknown}; one of ${VARIANTS.join(' ')}`);
  return list;
}

/** @param options of startBackend */
export function createState(options = {}) {
  const { seed = 1, fault = 'quality', shopName, weights = 'shown' } = options;
  const pageState = options.state ?? 'normal';
  if (!PAGE_STATES.includes(pageState)) throw new Error(`state: one of ${PAGE_STATES.join(' ')}`);
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
    lateMs: options.lateMs ?? [300, 1500],
    variants,
    keys: options.keys ?? 'index',
    /** The ids in data-kora-json: as JSON texts or as bare digits (the evidence allows both). */
    numericIds: options.koraIds ? options.koraIds === 'number' : Number(seed) % 2 === 1,
    serial: 1,
    ...releaseOf(variants),
  };
  return state;
}

/** What the page's scripts are told. */
export const pageConfig = (state) => ({
  shopName: state.shop.shopName,
  offsetMs: state.offsetMs,
  lateMs: state.lateMs,
  keys: state.keys,
  numericIds: state.numericIds,
  variants: state.variants,
  prefix4: state.prefix4,
  prefix6: state.prefix6,
  salt: state.salt,
  framePath: state.variants.includes('same-path-frame') ? undefined : FRAME_PATH,
});
