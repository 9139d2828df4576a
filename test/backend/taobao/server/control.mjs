/** Changes that happen to a shop while its pages are open. */
import { addDays, dayOf } from '../../shared/beijing.mjs';
import { generateShop } from '../generator/index.mjs';

const NINE_HOURS = 9 * 3_600_000;

const ACTIONS = {
  'switch-shop'(state, { shopName, seed, fault = 'none' }) {
    if (seed !== undefined) state.shop = generateShop({ seed, fault, asOf: state.shop.asOf });
    if (shopName) state.shop.shopName = shopName;
    return { shopName: state.shop.shopName };
  },
  advance(state, { ms }) {
    if (!(ms > 0)) throw new Error('ms: how far, in milliseconds');
    state.offsetMs += ms;
    state.nowMs = state.clock();
    const day = addDays(dayOf(state.nowMs - NINE_HOURS), -1);
    if (day > state.shop.asOf) state.shop.asOf = day;
    return { nowMs: state.nowMs, asOf: state.shop.asOf };
  },
  'latency-ms'(state, { value }) {
    state.latencyMs = value;
    return { 'latency-ms': value };
  },
  'page-state'(state, { value }) {
    state.pageState = value;
    return { 'page-state': value };
  },
};

export function control(state, command) {
  const act = ACTIONS[command?.action];
  if (!act) throw new Error(`unknown action; one of ${Object.keys(ACTIONS).join(' ')}`);
  return act(state, command);
}
