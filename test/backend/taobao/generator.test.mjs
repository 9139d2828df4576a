import { describe, expect, it } from 'vitest';
import { defaultNowMs } from '../shared/shop.mjs';
import { scoreAt, windowOf } from './generator/accounting.mjs';
import { generateShop } from './generator/index.mjs';
import { FAULTS, indicatorOfFault, pointsFor } from './generator/indicators.mjs';
import { buildTruth } from './generator/truth.mjs';

const asOf = '2026-08-01';
const HOUR = 3_600_000;
const at = (text) => Date.parse(`2026-07-${text}:00+08:00`);

describe('windows', () => {
  it('are those of the page payloads of 2026-08-02', () => {
    expect(windowOf([30, 1], asOf)).toEqual(['2026-07-03', '2026-08-01']);
    expect(windowOf([31, 2], asOf)).toEqual(['2026-07-02', '2026-07-31']);
    expect(windowOf([33, 4], asOf)).toEqual(['2026-06-30', '2026-07-29']);
    expect(windowOf([40, 11], asOf)).toEqual(['2026-06-23', '2026-07-22']);
  });
});

describe('the accounting, by hand', () => {
  const order = (orderId, day, hours, more = {}) => ({
    orderId,
    placedMs: at(`${day}T10:00`),
    paidMs: at(`${day}T10:00`),
    pickupMs: at(`${day}T10:00`) + hours * HOUR,
    signedMs: at(`${day}T10:00`) + (hours + 24) * HOUR,
    ...more,
  });
  const shop = {
    weights: { product: 25, logistics: 25, service: 50 },
    shares: new Proxy({}, { get: () => 0.25 }),
    orders: [
      order('a', '10', 20, { stars: 5, ratedMs: at('13T10:00') }),
      order('b', '10', 50, { stars: 3, ratedMs: at('14T10:00') }),
      order('c', '11', 30, { escalatedMs: at('12T10:00') }),
    ],
    // Agreed after 5 h, refunded 3 h after the return was signed for: 8 h.
    tickets: [
      {
        ticketId: 't',
        orderId: 'c',
        type: '退货退款',
        kind: 'quality',
        appliedMs: at('13T10:00'),
        agreedMs: at('13T15:00'),
        returnSignedMs: at('16T10:00'),
        refundedMs: at('16T13:00'),
      },
    ],
    chats: [{ day: '2026-07-20', rounds: 10, answered: 9, rated: 4, satisfied: 3 }],
  };
  const values = Object.fromEntries(scoreAt(shop, asOf).indicators.map((i) => [i.id, i.value]));

  it('gives each indicator its value', () => {
    expect(values['negative-feedback-rate']).toBeCloseTo(1 / 3, 9);
    expect(values['good-rating-rate']).toBe(0.5);
    expect(values['pickup-48h-rate']).toBeCloseTo(2 / 3, 9);
    expect(values['arrival-hours']).toBeCloseTo((44 + 74 + 54) / 3, 9);
    expect(values['refund-hours']).toBe(8);
    expect(values['platform-help-rate']).toBeCloseTo(1 / 3, 9);
    expect(values['chat-3min-reply-rate']).toBe(0.9);
    expect(values['chat-satisfied-rate']).toBe(0.75);
  });

  it('takes the best step that a value meets', () => {
    const rule = { better: 'low', tiers: [1, 2, 3, 4, 5, 6, 7] };
    expect([1, 1.01, 7, 9].map((value) => pointsFor(rule, value))).toEqual([5, 4.8, 3, 3]);
  });
});

describe('planted faults', () => {
  it.each(FAULTS)(
    '%s: its indicator clearly costs the most, and the same seed gives the same shop',
    (fault) => {
      const shop = generateShop({ seed: 3, asOf, fault });
      const truth = buildTruth(shop, defaultNowMs(3, asOf));
      expect(truth.drag?.indicator).toBe(indicatorOfFault(fault));
      const lost = truth.indicators.map((i) => i.pointsLost).sort((a, b) => b - a);
      if (truth.drag) expect(lost[0]).toBeGreaterThan(1.5 * lost[1]);
      expect(JSON.stringify(generateShop({ seed: 3, asOf, fault }).orders)).toBe(
        JSON.stringify(shop.orders),
      );
    },
  );
});
