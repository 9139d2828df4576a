import { describe, expect, it } from 'vitest';
import { defaultNowMs } from '../shared/shop.mjs';
import { indicatorsAt, navigatorAt, serviceAt } from './generator/accounting.mjs';
import { generateShop } from './generator/index.mjs';
import { beatenBy, FAULTS, planOfFault, STANDARD, standardOf } from './generator/indicators.mjs';
import { buildTruth } from './generator/truth.mjs';

const asOf = '2026-08-01';
const at = (text) => Date.parse(`2026-07-${text}:00+08:00`);
const HOUR = 3_600_000;

describe('the accounting, by hand', () => {
  const order = (orderId, day, more = {}) => ({
    orderId,
    placedMs: at(`${day}T10:00`),
    shippedMs: at(`${day}T20:00`),
    signedMs: at(`${day}T10:00`) + 60 * HOUR,
    ...more,
  });
  const refund = (orderId, appliedMs, hours) => ({
    orderId,
    type: '仅退款',
    appliedMs,
    refundedMs: appliedMs + hours * HOUR,
  });
  const shop = {
    orders: [
      order('a', '10', { stars: 5, ratedMs: at('14T10:00'), hasText: true, isPositive: true }),
      order('b', '11', {
        stars: 3,
        ratedMs: at('15T10:00'),
        hasText: true,
        inferiorMs: at('16T10:00'),
      }),
      order('c', '12', { escalatedMs: at('13T10:00'), punishedMs: at('14T10:00') }),
      order('d', '13', { stars: 4, ratedMs: at('18T10:00') }),
    ],
    tickets: [
      refund('a', at('11T10:00'), 4),
      refund('b', at('12T10:00'), 8),
      // Signed for before: not on its way any more.
      refund('c', at('20T10:00'), 90),
      {
        orderId: 'd',
        type: '退货退款',
        appliedMs: at('16T10:00'),
        returnSignedMs: at('20T10:00'),
        refundedMs: at('20T19:00'),
      },
    ],
    chats: [{ day: '2026-07-20', buyers: 40, answered: 30 }],
    listings: [at('05T10:00'), at('06T10:00')],
  };
  const values = Object.fromEntries(indicatorsAt(shop, asOf).map((each) => [each.id, each.value]));

  it('gives each indicator its value', () => {
    expect(values).toEqual({
      'platform-help-rate': 0.25,
      'chat-3min-reply-rate': 0.75,
      'transit-refund-hours': 6,
      'return-signed-refund-hours': 9,
      'review-score-rank': 4,
      'positive-comment-rate': 0.5,
      'severe-inferior-rate': 0.25,
      'group-to-sign-days': 2.5,
      'logistics-violation-rate': 0.25,
      'shop-activity': 2,
    });
  });

  it('places a value among the peers: at, between and beyond the points of the curve', () => {
    const rule = {
      peers: [
        [1, 0.9],
        [3, 0.5],
        [4, STANDARD],
      ],
    };
    expect([0, 1, 2, 3, 9].map((value) => beatenBy(rule, value))).toEqual([
      0.9,
      0.9,
      0.7,
      0.5,
      STANDARD,
    ]);
    expect(standardOf(rule)).toBe(4);
  });
});

describe('the two scores', () => {
  const shop = generateShop({ seed: 3, asOf, fault: 'none' });

  it('the service score is five times the peers beaten, the navigator ends a day earlier', () => {
    const { rank, total } = serviceAt(shop, asOf);
    expect(total).toBeCloseTo(5 * (1 - rank), 12);
    expect(navigatorAt(shop, asOf).day).toBe('2026-07-31');
    expect(navigatorAt(shop, asOf).indicators[0]).toMatchObject({
      windowFrom: '2026-07-02',
      windowTo: '2026-07-31',
    });
  });
});

describe('planted faults', () => {
  it.each(FAULTS)('%s: what it makes bad beats fewest peers, alone below its standard', (fault) => {
    const shop = generateShop({ seed: 3, asOf, fault });
    const truth = buildTruth(shop, defaultNowMs(3, asOf));
    const { planted, decoy } = planOfFault(fault);
    const { indicators } = truth.navigator;
    const below = indicators.filter(({ isMet }) => !isMet).sort((a, b) => a.beaten - b.beaten);
    expect(below.map(({ id }) => id)).toEqual([planted, decoy].filter(Boolean));
    expect(truth.drag?.indicator).toBe(planted);
    expect(JSON.stringify(generateShop({ seed: 3, asOf, fault }).orders)).toBe(
      JSON.stringify(shop.orders),
    );
  });
});
