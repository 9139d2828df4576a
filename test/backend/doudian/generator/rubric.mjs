/**
 * What a seed's shop is judged by (weights, shares, curves, all hidden from the reader except what
 * the page prints) and what its simulation aims at.
 */
import { DIMENSIONS, INDICATORS, indicatorOfFault } from './indicators.mjs';

const POINTS = [100, 90, 80, 70, 60, 50];

/** Points (50..100) for a value, piecewise linear between the knots. */
export function pointsFor(knots, value) {
  const rising = knots[0] > knots[5];
  const beyond = (a, b) => (rising ? a >= b : a <= b);
  if (beyond(value, knots[0])) return 100;
  for (let i = 1; i < knots.length; i++) {
    if (!beyond(value, knots[i])) continue;
    const part = (value - knots[i]) / (knots[i - 1] - knots[i]);
    return POINTS[i] + part * 10;
  }
  return 50;
}

/** A value worth `points`; above 100 it is better than the first knot by the same slope. */
function valueFor(knots, points, best) {
  const i = Math.min(4, Math.max(0, Math.floor((100 - points) / 10)));
  const value = knots[i] + ((100 - 10 * i - points) / 10) * (knots[i + 1] - knots[i]);
  return knots[0] > knots[5] ? Math.min(value, best) : Math.max(value, best);
}

function drawWeights(random, accept) {
  for (;;) {
    const product = random.int(15, 60);
    const logistics = random.int(15, 60);
    const weights = { product, logistics, service: 100 - product - logistics };
    if (weights.service >= 15 && weights.service <= 60 && accept(weights)) return weights;
  }
}

function drawShares(random) {
  const shares = {};
  for (const { id } of DIMENSIONS) {
    const mine = INDICATORS.filter((indicator) => indicator.dimension === id);
    const raw = mine.map(() => random.between(0.8, 1.25));
    const sum = raw.reduce((a, b) => a + b, 0);
    mine.forEach((indicator, i) => {
      shares[indicator.id] = raw[i] / sum;
    });
  }
  return shares;
}

function drawKnots(random, { knots, best }) {
  // Rates near 1 and ratings near 5 vary in their distance from the best.
  const origin = knots[0] > knots[5] ? best : 0;
  const stretch = random.between(0.88, 1.12);
  return knots.map((knot) => origin + (knot - origin) * stretch);
}

/** Which indicators are bad, how the weights must lie, and which one only looks bad. */
function choosePlan(random, fault) {
  if (fault === 'none') return { planted: [], accept: () => true };
  if (fault === 'light-vs-heavy') {
    const [heavy, light] = random.pick([
      ['quality-return-rate', 'chat-unsatisfied-rate'],
      ['quality-return-rate', 'delivery-on-time-rate'],
      ['delivery-on-time-rate', 'chat-unsatisfied-rate'],
    ]);
    const dimensionOf = (id) => INDICATORS.find((i) => i.id === id).dimension;
    return {
      planted: [heavy],
      decoy: light,
      accept: (w) => w[dimensionOf(heavy)] >= 50 && w[dimensionOf(light)] <= 20,
    };
  }
  const indicator = indicatorOfFault(fault);
  if (!indicator) throw new Error(`unknown fault: ${fault}`);
  return { planted: [indicator.id], accept: (w) => w[indicator.dimension] >= 25 };
}

/** @returns weights in percent, shares inside the dimension, knots, and target values */
export function drawRubric(random, fault) {
  const plan = choosePlan(random, fault);
  const weights = drawWeights(random, plan.accept);
  const shares = drawShares(random);
  const knots = Object.fromEntries(INDICATORS.map((i) => [i.id, drawKnots(random, i)]));
  const perPoint = (i) => (weights[i.dimension] / 100) * shares[i.id];
  const planted = INDICATORS.find((i) => i.id === plan.planted[0]);
  // A heavy indicator may not lose much while a planted one should lose the most.
  const budget = planted ? perPoint(planted) * (plan.decoy ? 38 : 50) * 0.35 : 1;
  const good = {};
  const target = {};
  for (const i of INDICATORS) {
    const low = fault === 'none' ? 98 : Math.max(86, 100 - budget / perPoint(i));
    const normal = valueFor(knots[i.id], random.between(low, 105), i.best);
    const width = knots[i.id][5] - knots[i.id][0];
    const far = knots[i.id][5] + width * random.between(...i.badSpan);
    const mild = valueFor(knots[i.id], random.between(60, 66), i.best);
    good[i.id] = normal;
    target[i.id] = normal;
    if (plan.decoy === i.id) target[i.id] = far;
    else if (plan.planted.includes(i.id)) target[i.id] = plan.decoy ? mild : far;
  }
  return { weights, shares, knots, good, target, planted: plan.planted[0], decoy: plan.decoy };
}

/** Bonus and deduction lines of the rule that this shop has. */
export function drawExtras(random) {
  const bonus = [];
  if (random.chance(0.45)) bonus.push({ label: '退换货运费险', points: 2 });
  if (random.chance(0.2)) bonus.push({ label: '明日达', points: 5 });
  if (random.chance(0.1)) bonus.push({ label: '大件退换货运费险', points: 2 });
  const deductions = [];
  if (random.chance(0.15)) deductions.push({ label: '异常售后地址', points: 2 });
  if (random.chance(0.1)) deductions.push({ label: '拒开发票', points: 2 });
  return { bonus, deductions };
}
