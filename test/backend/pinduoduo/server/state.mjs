/** Everything a running back-end knows; `control` changes it, the routes read it. */
import { createSiteState, sitePageConfig } from '../../shared/state.mjs';
import { generateShop } from '../generator/index.mjs';

export const VARIANTS = ['renamed', 'fixed', 'glyphs', 'unlabelled', 'blank-times'];

/** @param options of startBackend */
export const createState = (options = {}) =>
  createSiteState(options, { generateShop, variants: VARIANTS });

/** What the page's scripts are told: classes carry the version of the component library. */
export const pageConfig = (state) => ({
  ...sitePageConfig(state),
  version: state.variants.includes('renamed') ? '5-201-4' : '5-163-0',
});
