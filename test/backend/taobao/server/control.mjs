/** Changes that happen to a shop while its pages are open. */
import { HOUR } from '../../shared/beijing.mjs';
import { makeControl } from '../../shared/control.mjs';
import { generateShop } from '../generator/index.mjs';

/** @param {{action: string}} command see ../../README.md for each action's fields */
export const control = makeControl({ generateShop, updateMs: 9 * HOUR });
