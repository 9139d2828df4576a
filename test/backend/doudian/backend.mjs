/** This site's part of a running back-end: its data, pages and commands. */
import { buildTruth } from './generator/truth.mjs';
import { control } from './server/control.mjs';
import { listLogistics, listOrders, listProducts, listTickets } from './server/lists-api.mjs';
import { scorePage } from './server/score-api.mjs';
import { antd4Css, FRAME_PATH, pageHtml } from './server/site.mjs';
import { createState, pageConfig } from './server/state.mjs';

export const backend = {
  id: 'doudian',
  loginPath: '/login/common',
  createState,
  control,
  truthOf: (state) => buildTruth(state.shop, state.nowMs),
  page(state, url) {
    const pathname = url.searchParams.has('in_frame') ? FRAME_PATH : url.pathname;
    return pageHtml(pathname, pageConfig(state));
  },
  api: {
    orders: listOrders,
    aftersales: listTickets,
    logistics: listLogistics,
    score: scorePage,
    products: listProducts,
    shop: () => ({}),
  },
  findStyle(name) {
    const css = /^antd4-([\w-]+)\.css$/.exec(name ?? '');
    return css ? antd4Css(css[1]) : undefined;
  },
};
