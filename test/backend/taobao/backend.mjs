/** This site's part of a running back-end: its data, pages and commands. */
import { pageShell } from '../shared/shell.mjs';
import { buildTruth } from './generator/truth.mjs';
import { control } from './server/control.mjs';
import { listOrders, listRefunds, scorePage } from './server/lists-api.mjs';
import { createState, pageConfig } from './server/state.mjs';

export const backend = {
  id: 'taobao',
  loginPath: '/login/common',
  createState,
  control,
  truthOf: (state) => buildTruth(state.shop, state.nowMs),
  page: (state) =>
    pageShell({
      title: '千牛商家工作台',
      script: 'app',
      config: pageConfig(state),
      head: '<link rel="stylesheet" href="/__sample/assets/app.css">',
    }),
  api: { orders: listOrders, aftersales: listRefunds, score: scorePage, shop: () => ({}) },
};
