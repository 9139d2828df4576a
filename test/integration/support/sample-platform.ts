/**
 * A small invented platform with every kind of measure: a rate on orders, a mean on tickets with an
 * opening-hours clock, and a mean of chat days. No real rule: the store must work for any.
 */
import type { Part, TicketFields } from '../../../src/core/entities';
import type { Expr, Measure } from '../../../src/core/measure';
import type { RulePack } from '../../../src/core/pack';
import type { Platform } from '../../../src/platforms/types';

const field = (path: string): Expr => ({ op: 'field', path });
const isIn = (path: string, set: string): Expr => ({ op: 'in', arg: field(path), set });
const one: Expr = { op: 'const', value: 1 };

const qualityReturn: Measure = {
  id: 'quality-return',
  version: 1,
  unit: 'order',
  include: isIn('status', 'signed'),
  day: { op: 'day', arg: field('finishedMs') },
  num: { op: 'exists', over: 'tickets', where: isIn('firstReason', 'quality') },
  den: one,
  source: 'invented for tests',
};

const auditSeconds: Measure = {
  id: 'audit-seconds',
  version: 1,
  unit: 'ticket',
  include: { op: 'known', arg: field('agreedMs') },
  day: { op: 'day', arg: field('agreedMs') },
  num: { op: 'seconds', arg: { op: 'sub', left: field('agreedMs'), right: field('appliedMs') } },
  den: one,
  offends: {
    op: 'gt',
    left: { op: 'sub', left: field('agreedMs'), right: field('appliedMs') },
    right: { op: 'const', value: 3_600_000 },
  },
  source: 'invented for tests',
};

const replySeconds: Measure = {
  id: 'reply-seconds',
  version: 1,
  unit: 'chatDay',
  include: { op: 'known', arg: field('rounds') },
  day: field('day'),
  num: field('replySeconds'),
  den: field('rounds'),
  source: 'invented for tests',
};

const indicator = (
  id: string,
  dimension: string,
  measureId: string,
): RulePack['indicators'][number] => ({
  id,
  dimension,
  labels: [id],
  unit: 'ratio',
  better: 'low',
  measureId,
  window: [30, 1],
  points: {
    how: 'opaque',
    ladder: [
      { value: 0, points: 100 },
      { value: 1, points: 0 },
    ],
    weight: 1,
    source: 'invented',
  },
  source: 'invented for tests',
});

export const samplePack: RulePack = {
  name: '样例分',
  id: 'sample-2026',
  platform: 'sample',
  from: '2026-01-01',
  scale: { min: 0, max: 100, decimals: 2 },
  gate: { minOrders: 30, windowDays: 30, source: 'invented' },
  dimensions: [
    { id: 'goods', labels: ['商品'], weightPrior: 0.5, min: 50, max: 100, source: 'invented' },
    { id: 'service', labels: ['服务'], weightPrior: 0.5, min: 50, max: 100, source: 'invented' },
  ],
  indicators: [
    indicator('quality-return-rate', 'goods', 'quality-return'),
    indicator('audit-hours', 'service', 'audit-seconds'),
    indicator('chat-response-seconds', 'service', 'reply-seconds'),
  ],
  evidence: [],
  listCounts: { orders: 'quality-return', aftersales: 'audit-seconds' },
  bonuses: [],
  deductions: [],
  clocks: {},
  measures: [qualityReturn, auditSeconds, replySeconds],
  exclusions: [],
  pageLabels: { must: [], mustNot: [] },
  display: [],
  source: 'invented for tests',
};

export const samplePlatform: Platform = {
  id: 'sample',
  name: { 'zh-CN': '样例', en: 'Sample' },
  hosts: ['https://seller.example.com/*', 'https://*.branch.example.com/*'],
  orderIdPattern: /^\d{18,19}$/,
  words: {
    signed: { exact: ['已完成', '已签收'] },
    quality: { includes: ['质量', '破损'] },
  },
  packs: [samplePack],
  duties: [
    {
      id: 'audit',
      indicator: 'audit-hours',
      open: (ticket: Part<TicketFields>) => ticket.f.status === '待商家处理',
      clause: 'invented for tests',
    },
  ],
  waits: [],
  openStates: { orders: ['待发货'], aftersales: ['待商家处理'] },
  sources: [],
  links: {
    orderList: 'https://seller.example.com/orders',
    aftersaleList: 'https://seller.example.com/aftersales',
    score: 'https://seller.example.com/score',
    order: (orderId) => `https://seller.example.com/orders/${orderId}`,
    ticket: (ticketId) => `https://seller.example.com/aftersales/${ticketId}`,
  },
};
