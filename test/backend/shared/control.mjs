/** Changes that happen to a shop while its pages are open; tests and the demo call for them. */
import { addDays, dayOf } from './beijing.mjs';

const set =
  (key) =>
  (state, { value }) => {
    state[key] = value;
    return { [key]: value };
  };

/**
 * Commands of a site: those all sites have, and its own `actions`.
 * @param site {generateShop, updateMs: how long after midnight the daily score is out, actions?}
 * @returns {(state: object, command: {action: string}) => object} fields of each action: ../README.md
 */
export function makeControl({ generateShop, updateMs, actions = {} }) {
  const all = {
    'switch-shop'(state, { shopName, seed, fault = 'none' }) {
      if (seed !== undefined) state.shop = generateShop({ seed, fault, asOf: state.shop.asOf });
      if (shopName) state.shop.shopName = shopName;
      return { shopName: state.shop.shopName };
    },
    /** Moves the page's clock and everything that happens by it, the daily score included. */
    advance(state, { ms }) {
      if (!(ms > 0)) throw new Error('ms: how far, in milliseconds');
      state.offsetMs += ms;
      state.nowMs = state.clock();
      const day = addDays(dayOf(state.nowMs - updateMs), -1);
      if (day > state.shop.asOf) state.shop.asOf = day;
      return { nowMs: state.nowMs, asOf: state.shop.asOf };
    },
    'latency-ms': set('latencyMs'),
    'page-state': set('pageState'),
    ...actions,
  };
  return (state, command) => {
    const act = all[command?.action];
    if (!act) throw new Error(`unknown action; one of ${Object.keys(all).join(' ')}`);
    return act(state, command);
  };
}
