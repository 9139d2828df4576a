/** The claim under test: late shops get logistics as their drag, punctual ones don't. */
import type { Report } from '../../src/core/report-types';
import { INDICATORS, type IndicatorSpec } from './indicators';
import {
  type Field,
  type ShopTallies,
  scorableShops,
  scoreShop,
  type Total,
  totalOf,
} from './score';

export interface ScoredShop {
  tallies: ShopTallies;
  report: Report;
  /** Over all orders: late hand-overs ÷ hand-overs; what makes a shop late or punctual here. */
  lateShip: Total;
  /** 0 (most punctual) … 3 (latest). */
  quartile: number;
}

export interface Line {
  pass: boolean;
  text: string;
}

const lateShipRate = getSpec('late-ship-rate');

function getSpec(id: string): IndicatorSpec {
  const spec = INDICATORS.find((each) => each.id === id);
  if (!spec) throw new Error(`no indicator ${id}`);
  return spec;
}

/** Most punctual first; ties by shop id. Shops without any hand-over can be neither and are left out. */
export function scoreAll(field: Field, specs = INDICATORS): ScoredShop[] {
  const ranked = scorableShops(field)
    .map((tallies) => ({ tallies, lateShip: totalOf(tallies.all, lateShipRate) }))
    .filter(({ lateShip }) => lateShip.value !== undefined)
    .sort((a, b) => (a.lateShip.value ?? 0) - (b.lateShip.value ?? 0));
  return ranked.map(({ tallies, lateShip }, place) => ({
    tallies,
    lateShip,
    report: scoreShop(field, tallies, specs),
    quartile: Math.floor((place * 4) / ranked.length),
  }));
}

export const hasLogisticsDrag = ({ report }: ScoredShop): boolean =>
  report.drag.dimension === 'logistics';

/** All of the latest quarter, none of the most punctual one. */
export function checkShops(shops: ScoredShop[]): Line[] {
  const late = shops.filter((each) => each.quartile === 3);
  const punctual = shops.filter((each) => each.quartile === 0);
  const lowest = Math.min(...late.map((each) => each.lateShip.value ?? 0));
  const highest = Math.max(...punctual.map((each) => each.lateShip.value ?? 0));
  const lateDrags = late.filter(hasLogisticsDrag).length;
  const punctualDrags = punctual.filter(hasLogisticsDrag).length;
  return [
    {
      pass: late.length > 0 && punctual.length > 0 && lowest > highest,
      text: `late and punctual shops differ: ${percent(highest)} at most, ${percent(lowest)} at least`,
    },
    {
      pass: late.length > 0 && lateDrags === late.length,
      text: `late shops have logistics as their drag: ${lateDrags} of ${late.length}`,
    },
    {
      pass: punctual.length > 0 && punctualDrags === 0,
      text: `punctual shops don't: ${punctualDrags} of ${punctual.length}`,
    },
  ];
}

/** "8.3 %", or "–" where there is nothing to tell. */
export function percent(rate: number): string {
  return Number.isFinite(rate) ? `${(rate * 100).toFixed(1)} %` : '–';
}
