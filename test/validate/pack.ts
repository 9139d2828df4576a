/** A rule pack for this data: the product's format, with ladders from the shops' own distribution. */
import { day, field, value } from '../../src/core/expr-build';
import type { Measure } from '../../src/core/measure';
import type { Dimension, Ladder, RulePack } from '../../src/core/pack';
import { INDICATORS, type IndicatorSpec } from './indicators';
import { PLATFORM } from './load-cases';
import { deliveredOrder, validationMeasures } from './measures';

/** Shops with fewer orders get no score, as on the platforms. */
export const MIN_ORDERS = 30;

const SOURCE = 'Validation: weights by halves, ladders by rank among the shops of the data';

const LIST_MEASURES: Measure[] = [
  {
    id: 'orders-placed',
    version: 1,
    unit: 'order',
    include: value(true),
    day: day(field('order.placedMs')),
    num: value(1),
    den: value(1),
    source: 'orders.csv',
  },
  {
    id: 'aftersale-tickets',
    version: 1,
    unit: 'ticket',
    include: value(true),
    day: day(field('appliedMs')),
    num: value(1),
    den: value(1),
    source: 'The data have no after-sale table',
  },
];

/** The measures a shop is scored by: delivered orders only, for only these are a fair sample. */
export const scoringMeasures: Measure[] = [...LIST_MEASURES, ...validationMeasures(deliveredOrder)];

export interface PackInput {
  ladders: Record<string, Ladder>;
  /** Days of the data: one window holds them all. */
  days: number;
  specs?: IndicatorSpec[];
}

/** @throws when an indicator has no ladder */
export function validationPack({ ladders, days, specs = INDICATORS }: PackInput): RulePack {
  const window: [number, number] = [days, 1];
  return {
    id: `${PLATFORM}-validation`,
    platform: PLATFORM,
    name: '校验用分',
    from: '2016-01-01',
    scale: { min: 50, max: 100, decimals: 2 },
    gate: { minOrders: MIN_ORDERS, windowDays: days, source: SOURCE },
    dimensions: (['product', 'logistics'] as const).map(
      (id): Dimension => ({
        id,
        labels: [id],
        weightPrior: dimensionWeight(specs, id),
        min: 50,
        max: 100,
        source: SOURCE,
      }),
    ),
    indicators: specs.map((spec) => ({
      id: spec.id,
      dimension: spec.dimension,
      labels: [spec.label],
      unit: spec.unit,
      better: spec.better,
      best: spec.best,
      measureId: spec.id,
      scale: spec.scale,
      window,
      points: {
        how: 'opaque',
        ladder: getLadder(ladders, spec.id),
        weight: spec.weight / dimensionWeight(specs, spec.dimension),
        source: SOURCE,
      },
      source: SOURCE,
    })),
    evidence: [],
    listCounts: { orders: 'orders-placed', aftersales: 'aftersale-tickets' },
    bonuses: [],
    deductions: [],
    clocks: {},
    measures: scoringMeasures,
    exclusions: [],
    pageLabels: { must: [], mustNot: [] },
    display: [],
    source: SOURCE,
  };
}

function dimensionWeight(specs: IndicatorSpec[], dimension: string): number {
  return specs
    .filter((each) => each.dimension === dimension)
    .reduce((sum, each) => sum + each.weight, 0);
}

function getLadder(ladders: Record<string, Ladder>, id: string): Ladder {
  const ladder = ladders[id];
  if (!ladder) throw new Error(`no ladder for ${id}`);
  return ladder;
}
