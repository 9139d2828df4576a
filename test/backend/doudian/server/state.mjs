/** Everything a running back-end knows; `control` changes it, the routes read it. */
import { createSiteState, sitePageConfig } from '../../shared/state.mjs';
import { generateShop } from '../generator/index.mjs';
import { FRAME_PATH, releaseOf } from './site.mjs';

export const VARIANTS = [
  'renamed',
  'unlabelled',
  'mutated-keys',
  'split',
  'other-headers',
  'same-path-frame',
];
/** @param options of startBackend */
export function createState(options = {}) {
  const state = createSiteState(options, { generateShop, variants: VARIANTS });
  return Object.assign(state, {
    weights: options.weights ?? 'shown',
    lateMs: options.lateMs ?? [300, 1500],
    keys: options.keys ?? 'index',
    /** The ids in data-kora-json: as JSON texts or as bare digits (the evidence allows both). */
    numericIds: options.koraIds
      ? options.koraIds === 'number'
      : Number(options.seed ?? 1) % 2 === 1,
    serial: 1,
    ...releaseOf(state.variants),
  });
}

/** What the page's scripts are told. */
export const pageConfig = (state) => ({
  ...sitePageConfig(state),
  lateMs: state.lateMs,
  keys: state.keys,
  numericIds: state.numericIds,
  prefix4: state.prefix4,
  prefix6: state.prefix6,
  framePath: state.variants.includes('same-path-frame') ? undefined : FRAME_PATH,
});
