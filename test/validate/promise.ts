/** Why lateness should drag at all: what buyers say of late orders. No score uses the shown date. */
import { compileMeasures } from '../../src/core/compile';
import type { OrderCase } from '../../src/core/entities';
import { sumCells, tallyAll } from '../../src/core/tally';
import { promiseMeasures } from './measures';

export interface PromiseRatings {
  late: { orders: number; meanStars: number };
  inTime: { orders: number; meanStars: number };
}

/** An order of several shops counts once. */
export function ratingsByPromise(shops: Map<string, OrderCase[]>): PromiseRatings {
  const compiled = compileMeasures(promiseMeasures, {}, {});
  const once = new Map([...shops.values()].flat().map((each) => [each.orderId, each]));
  const rows = tallyAll([...once.values()].map((each) => compiled.facts(each)));
  const of = (id: string) => {
    const [stars, orders] = sumCells(rows, id, -Infinity, Infinity);
    return { orders, meanStars: stars / orders };
  };
  return { late: of('rating-arrived-late'), inTime: of('rating-arrived-in-time') };
}
