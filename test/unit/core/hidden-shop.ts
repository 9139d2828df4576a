/**
 * A score page whose inside nobody knows, for testing the drag: weights, shares, curves and shapes are
 * drawn at random and independent of the reference ladders (each curve's ends are moved by ±30 % and
 * more). Its own accounting says what each indicator really loses.
 */
import { emptyCoverage } from '../../../src/core/coverage';
import type { ScoreSnapshot } from '../../../src/core/entities';
import { buildReport } from '../../../src/core/report';
import type { Report } from '../../../src/core/report-types';
import { pack202609 as pack } from '../../../src/platforms/doudian/rules/pack-2026-09';

/** Sound values, faulty values, and where a hidden curve gives about 100 and about 50 points. */
const RANGES: Record<string, { sound: number[]; faulty: number[]; full: number; floor: number }> = {
  'product-rating': { sound: [4.75, 4.92], faulty: [4.4, 4.68], full: 4.791, floor: 4.568 },
  'quality-return-rate': {
    sound: [0.001, 0.005],
    faulty: [0.007, 0.03],
    full: 0.0026,
    floor: 0.0131,
  },
  'pickup-hours': { sound: [8, 18], faulty: [22, 48], full: 14, floor: 44 },
  'delivery-on-time-rate': {
    sound: [0.93, 0.985],
    faulty: [0.75, 0.89],
    full: 0.9334,
    floor: 0.7933,
  },
  'damage-return-rate': {
    sound: [0.0003, 0.002],
    faulty: [0.003, 0.012],
    full: 0.001,
    floor: 0.006,
  },
  'chat-response-seconds': { sound: [8, 30], faulty: [55, 200], full: 15, floor: 180 },
  'chat-unsatisfied-rate': { sound: [0.03, 0.12], faulty: [0.18, 0.4], full: 0.08, floor: 0.35 },
  'aftersale-audit-hours': { sound: [1, 5], faulty: [8, 30], full: 3, floor: 30 },
  'platform-help-rate': { sound: [0.001, 0.004], faulty: [0.007, 0.03], full: 0.003, floor: 0.015 },
};
const BEST: Record<string, number> = { 'product-rating': 5, 'delivery-on-time-rate': 1 };
export const INDICATOR_IDS = Object.keys(RANGES);

export interface HiddenShop {
  report: Report;
  /** Indicator id → points of the total really lost, worst first. */
  losses: [string, number][];
}

export function hiddenShop(seed: number, faulty?: string): HiddenShop {
  const random = mulberry(seed);
  const between = (low = 0, high = 0): number => low + (high - low) * random();
  const badness = (id: string, value: number): number => {
    const best = BEST[id];
    return best === undefined ? value : best - value;
  };
  const values: Record<string, number> = {};
  const points: Record<string, number> = {};
  for (const [id, range] of Object.entries(RANGES)) {
    const value = between(...(id === faulty ? range.faulty : range.sound));
    const shift = between(0.7, 1.3);
    const full = badness(id, range.full) * shift * between(0.85, 1.15);
    const floor = Math.max(full * 1.5, badness(id, range.floor) * shift * between(0.85, 1.15));
    const depth = Math.min(1, Math.max(0, (badness(id, value) - full) / (floor - full)));
    const shapes = [depth, Math.ceil(depth * 5) / 5, Math.sqrt(depth), depth ** 1.5];
    values[id] = value;
    points[id] = 100 - 50 * (shapes[Math.floor(random() * shapes.length)] ?? depth);
  }
  const losses: Record<string, number> = {};
  const dimensions: ScoreSnapshot['dimensions'] = {};
  const weights = normalise(pack.dimensions.map(() => between(0.2, 0.5)));
  let sum = 0;
  pack.dimensions.forEach((dimension, d) => {
    const inside = pack.indicators.filter((each) => each.dimension === dimension.id);
    const shares = normalise(inside.map(() => between(0.15, 1)));
    let score = 0;
    inside.forEach(({ id }, i) => {
      score += (shares[i] ?? 0) * (points[id] ?? 0);
      losses[id] = (weights[d] ?? 0) * (shares[i] ?? 0) * (100 - (points[id] ?? 0));
    });
    dimensions[dimension.id] = { score: Math.round(score) };
    sum += (weights[d] ?? 0) * score;
  });
  const bonus = [0, 2, 5][Math.floor(random() * 3)] ?? 0;
  const nowMs = Date.UTC(2026, 10, 22, 5);
  const snapshot: ScoreSnapshot = {
    kind: 'score',
    state: 'scored',
    day: Math.floor((nowMs + 8 * 3_600_000) / 86_400_000),
    seenMs: nowMs,
    total: Math.min(100, Math.round(sum + bonus)),
    bonus,
    deduction: 0,
    dimensions,
    indicators: Object.fromEntries(
      Object.entries(values).map(([id, value]) => [id, { value, text: String(value) }]),
    ),
    packId: pack.id,
  };
  const report = buildReport({
    shop: { platform: 'doudian', shopId: 's', name: 's' },
    pack,
    tallies: [],
    snapshots: [snapshot],
    coverage: emptyCoverage(),
    offenders: [],
    nowMs,
  });
  return { report, losses: Object.entries(losses).sort((a, b) => b[1] - a[1]) };
}

function normalise(numbers: number[]): number[] {
  const sum = numbers.reduce((total, each) => total + each, 0);
  return numbers.map((each) => each / sum);
}

/** mulberry32: small, seeded, good enough to draw test shops. */
function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
