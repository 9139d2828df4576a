import { expect, test } from 'vitest';
import { scoreAt } from './generator/accounting.mjs';
import { generateShop } from './generator/index.mjs';

const at = (text) => Date.parse(`2026-11-${text}:00+08:00`);
const reason = (kind) => ({ first: { kind }, now: { kind } });

/** Five orders worked out by hand; each comment says what the rule makes of it. */
const orders = [
  // Paid at night: clock from 06:00, picked up 15:00 = 9 h. Due the 4th, signed in time.
  {
    orderId: 'a',
    paidMs: at('01T20:00'),
    pickupMs: at('02T15:00'),
    dueMs: at('04T23:59'),
    signedMs: at('04T10:00'),
    stars: 5,
    ratedMs: at('05T10:00'),
  },
  // Paid by day: 5 h. Signed a day late.
  {
    orderId: 'b',
    paidMs: at('02T10:00'),
    pickupMs: at('02T15:00'),
    dueMs: at('04T23:59'),
    signedMs: at('05T10:00'),
    stars: 2,
    ratedMs: at('06T10:00'),
  },
  // Presale: no pickup time. Intercepted: no delivery.
  {
    orderId: 'c',
    paidMs: at('03T10:00'),
    pickupMs: at('09T15:00'),
    dueMs: at('11T23:59'),
    presale: true,
    intercepted: true,
  },
  // A gift: in nothing.
  {
    orderId: 'd',
    paidMs: at('03T10:00'),
    pickupMs: at('03T15:00'),
    dueMs: at('05T23:59'),
    signedMs: at('05T10:00'),
    excluded: 'gift',
    stars: 1,
    ratedMs: at('06T10:00'),
  },
  // Rated after the day, escalated without a ticket.
  {
    orderId: 'e',
    paidMs: at('04T10:00'),
    pickupMs: at('04T12:00'),
    dueMs: at('06T23:59'),
    signedMs: at('06T10:00'),
    stars: 1,
    ratedMs: at('21T10:00'),
    escalatedMs: at('07T10:00'),
  },
];
const tickets = [
  // First quality, then (withdrawn) another reason: the first counts.
  {
    ticketId: '1',
    orderId: 'a',
    type: '退货退款',
    ...reason('quality'),
    appliedMs: at('05T12:00'),
    closedMs: at('05T20:00'),
  },
  // Opened at 23:30: audited from 08:00 to 10:00 = 2 h.
  {
    ticketId: '2',
    orderId: 'a',
    type: '退货退款',
    ...reason('other'),
    appliedMs: at('06T23:30'),
    agreedMs: at('07T10:00'),
    refundedMs: at('09T10:00'),
  },
  // First another reason, then quality: does not count. 4 h.
  {
    ticketId: '3',
    orderId: 'b',
    type: '已发货退款',
    ...reason('other'),
    appliedMs: at('06T10:00'),
    agreedMs: at('06T14:00'),
    refundedMs: at('06T15:00'),
  },
  {
    ticketId: '4',
    orderId: 'b',
    type: '换货',
    ...reason('quality'),
    appliedMs: at('08T10:00'),
    agreedMs: at('08T11:00'),
  },
  // Damage; decided by arbitration, so not audited.
  {
    ticketId: '5',
    orderId: 'c',
    type: '已发货退款',
    ...reason('damage'),
    appliedMs: at('10T10:00'),
    refundedMs: at('12T10:00'),
    escalatedMs: at('11T10:00'),
  },
  // A quality reason after the day that is scored.
  {
    ticketId: '6',
    orderId: 'e',
    type: '退货退款',
    ...reason('quality'),
    appliedMs: at('21T09:00'),
  },
];
const sessions = [
  { startedMs: at('05T09:00'), counted: true, orderId: 'b', replySeconds: [10, 20], stars: 3 },
  { startedMs: at('06T09:00'), counted: true, replySeconds: [600], stars: 4 },
  { startedMs: at('06T02:00'), counted: false, orderId: 'd', replySeconds: [600], stars: 1 },
  { startedMs: at('21T09:00'), counted: true, replySeconds: [600] },
];

test('every indicator by hand', () => {
  const { rubric } = generateShop({ seed: 1, asOf: '2026-11-20' });
  const shop = { rubric, orders, tickets, sessions, bonus: [{ points: 2 }], deductions: [] };
  const score = scoreAt(shop, '2026-11-20');
  const found = Object.fromEntries(score.indicators.map((i) => [i.id, [i.num, i.den]]));
  expect(found).toEqual({
    'product-rating': [7, 2],
    'quality-return-rate': [1, 3],
    'pickup-hours': [(9 + 5 + 2) * 3600, 3],
    'delivery-on-time-rate': [2, 3],
    'damage-return-rate': [1, 4],
    'chat-response-seconds': [630, 3],
    'aftersale-audit-hours': [6 * 3600, 2],
    'chat-unsatisfied-rate': [1, 2],
    'platform-help-rate': [2, 4],
  });
  const bad = score.units['quality-return-rate'].filter((u) => u.num);
  expect(bad).toMatchObject([{ orderId: 'a', ticketId: '1' }]);
  expect(score.validOrders).toBe(4);
  const lost = score.indicators.reduce((sum, i) => sum + i.pointsLost, 0);
  expect(score.total).toBeCloseTo(100 - lost + 2, 9);
});

test('an indicator without any unit has no value and costs nothing', () => {
  const { rubric } = generateShop({ seed: 1, asOf: '2026-11-20' });
  const shop = { rubric, orders: [], tickets: [], sessions: [], bonus: [], deductions: [] };
  const score = scoreAt(shop, '2026-11-20');
  expect(score.indicators.map((i) => i.value)).toEqual(Array(9).fill(undefined));
  expect(score.total).toBe(100);
});
