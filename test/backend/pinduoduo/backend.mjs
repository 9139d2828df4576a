/** This site's part of a running back-end: its data, pages and commands. */
import { pageShell } from '../shared/shell.mjs';
import { buildTruth } from './generator/truth.mjs';
import { control } from './server/control.mjs';
import { listOrders, listReviews, listTickets, oneOrder, oneTicket } from './server/lists-api.mjs';
import { chatPage, navigatorPage, servicePage } from './server/score-api.mjs';
import { createState, pageConfig } from './server/state.mjs';

export const backend = {
  id: 'pinduoduo',
  loginPath: '/login',
  createState,
  control,
  truthOf: (state) => buildTruth(state.shop, state.nowMs),
  page: (state) =>
    pageShell({
      title: '拼多多商家后台',
      script: 'app',
      config: pageConfig(state),
      head: '<link rel="stylesheet" href="/__sample/assets/app.css">',
    }),
  api: {
    orders: listOrders,
    aftersales: listTickets,
    order: oneOrder,
    ticket: oneTicket,
    reviews: listReviews,
    service: servicePage,
    navigator: navigatorPage,
    chat: chatPage,
    shop: () => ({}),
  },
};
