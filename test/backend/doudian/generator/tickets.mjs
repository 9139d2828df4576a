/** The life of a ticket: steps (what the status column shows), arbitration, parcels. */
import { auditClockStart, DAY, HOUR, MINUTE } from '../../shared/beijing.mjs';

const WAIT_MERCHANT = '待商家处理';
const AUDIT_LIMIT = 48 * HOUR;

const step = (atMs, status, dueMs, dueAction) => ({ atMs, status, dueMs, dueAction });
const waitMerchant = (at) => step(at, WAIT_MERCHANT, at + AUDIT_LIMIT, '自动同意');

function auditedAt(random, plan, rates) {
  const { appliedMs } = plan;
  if (plan.instant) return appliedMs + random.between(0.2, 3) * MINUTE;
  if (plan.waitsHours) return appliedMs + plan.waitsHours * HOUR;
  const mean = rates.rate('aftersale-audit-hours', appliedMs);
  // Waits are cut off at the 48 h of the automatic agreement, so aim a little higher for long ones.
  const wait = random.skewed(mean > 20 ? mean * 1.12 : mean, mean > 20 ? 0.3 : 0.5) * HOUR;
  return Math.min(appliedMs + AUDIT_LIMIT, auditClockStart(appliedMs) + Math.max(2 * MINUTE, wait));
}

function refundOnly(random, ticket, agreedMs) {
  ticket.agreedMs = agreedMs;
  ticket.refundedMs = agreedMs + random.int(1, 20) * MINUTE;
  return [
    waitMerchant(ticket.appliedMs),
    step(agreedMs, '同意退款，退款中'),
    step(ticket.refundedMs, '退款成功'),
  ];
}

function goodsBack(random, ticket, agreedMs) {
  ticket.agreedMs = agreedMs;
  const steps = [
    waitMerchant(ticket.appliedMs),
    step(agreedMs, '待买家退货', agreedMs + 7 * DAY, '售后关闭'),
  ];
  if (ticket.type === '退货退款' && random.chance(0.06)) {
    ticket.closedMs = agreedMs + 7 * DAY;
    return [...steps, step(ticket.closedMs, '售后关闭')];
  }
  const postedMs = agreedMs + random.between(0.2, 3.5) * DAY;
  const backMs = postedMs + random.between(1.5, 4.5) * DAY;
  const doneMs = backMs + random.between(1, 30) * HOUR;
  ticket.returnSignedMs = backMs;
  ticket.back = [
    { atMs: postedMs, text: '已发货' },
    { atMs: postedMs + 8 * HOUR, text: '运输中' },
    { atMs: backMs, text: '已签收' },
  ];
  steps.push(step(postedMs, '待商家收货', postedMs + 7 * DAY, '逾期'));
  if (ticket.type === '退货退款') {
    ticket.refundedMs = doneMs;
    return [...steps, step(doneMs, '退款成功')];
  }
  ticket.closedMs = doneMs + random.between(2, 4) * DAY;
  const done = ticket.type === '换货' ? '换货成功' : '售后成功';
  return [...steps, step(doneMs, '等待用户收货'), step(ticket.closedMs, done)];
}

function resend(random, ticket, agreedMs) {
  ticket.agreedMs = agreedMs;
  ticket.closedMs = agreedMs + random.between(2, 5) * DAY;
  return [
    waitMerchant(ticket.appliedMs),
    step(agreedMs, '等待用户收货'),
    step(ticket.closedMs, '售后成功'),
  ];
}

/** Refused by the merchant, then decided by the platform: never part of the audit mean. */
function arbitration(random, ticket) {
  const refusedMs = ticket.appliedMs + random.between(2, 30) * HOUR;
  const openMs = refusedMs + random.between(0.5, 10) * HOUR;
  const proofMs = openMs + 24 * HOUR;
  const deskMs = proofMs + random.between(3, 24) * HOUR;
  const doneMs = deskMs + random.between(8, 60) * HOUR;
  const buyerWins = random.chance(0.65);
  ticket.escalatedMs = openMs;
  ticket.arbitration = [
    { atMs: openMs, text: '待与买家协商' },
    { atMs: proofMs, text: '待商家举证' },
    { atMs: deskMs, text: '客服处理中' },
    { atMs: doneMs, text: buyerWins ? '支持买家' : '支持卖家' },
  ];
  if (buyerWins) ticket.refundedMs = doneMs;
  else ticket.closedMs = doneMs;
  return [
    waitMerchant(ticket.appliedMs),
    step(refusedMs, '拒绝售后申请'),
    step(openMs, '仲裁中'),
    step(proofMs, '仲裁中', proofMs + 24 * HOUR, '逾期'),
    step(deskMs, '仲裁中'),
    step(doneMs, buyerWins ? '退款成功' : '售后关闭'),
  ];
}

function withdrawn(random, ticket) {
  ticket.closedMs = ticket.appliedMs + random.between(0.3, 10) * HOUR;
  return [waitMerchant(ticket.appliedMs), step(ticket.closedMs, '售后关闭')];
}

function lifeOf(random, ticket, plan, rates) {
  if (plan.arbitrated) return arbitration(random, ticket);
  const agreedMs = auditedAt(random, plan, rates);
  const unshipped = plan.type === '未发货退款';
  if (plan.withdrawn || (!unshipped && !plan.waitsHours && random.chance(0.05)))
    return withdrawn(random, ticket);
  if (plan.type === '退货退款' || plan.type === '换货' || plan.type === '维修') {
    return goodsBack(random, ticket, agreedMs);
  }
  return plan.type === '补寄'
    ? resend(random, ticket, agreedMs)
    : refundOnly(random, ticket, agreedMs);
}

/** @returns the ticket, with every future step; `stateAt` of state.mjs cuts at an instant */
export function makeTicket(random, makeId, plan, rates) {
  const { order, line } = plan;
  const goods = order.lines.reduce((sum, l) => sum + l.unitPriceFen * l.quantity, 0);
  const ticket = {
    ticketId: makeId('14'),
    orderId: order.orderId,
    lineId: line.lineId,
    type: plan.type,
    first: { kind: plan.kind, reason: plan.reason },
    now: plan.changed ?? { kind: plan.kind, reason: plan.reason },
    appliedMs: plan.appliedMs,
    refundFen: goods ? Math.round((order.paidFen * line.unitPriceFen * line.quantity) / goods) : 0,
    quantity: line.quantity,
    tags: plan.instant ? ['极速退款'] : [],
    arbitration: [],
    back: [],
    steps: [],
  };
  ticket.steps = lifeOf(random, ticket, plan, rates);
  return ticket;
}
