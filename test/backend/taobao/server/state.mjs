/** Everything a running back-end knows; `control` changes it, the routes read it. */
import { createSiteState } from '../../shared/state.mjs';
import { generateShop } from '../generator/index.mjs';

export { sitePageConfig as pageConfig } from '../../shared/state.mjs';

export const VARIANTS = ['renamed', 'locked', 'unlabelled'];

/** @param options of startBackend */
export const createState = (options = {}) =>
  createSiteState(options, { generateShop, variants: VARIANTS });
