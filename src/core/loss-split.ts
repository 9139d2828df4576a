/**
 * Where an indicator's loss comes from: split by reason, product, carrier, province, weekday or hour, from
 * fields that tell nothing of a buyer. Each unit counts by its badness, so that the shares sum to one; a unit
 * with several products or carriers is divided evenly among them; one without is in the bucket `unknown`.
 */
import type { SplitBy } from './advice-types';
import { type LossPart, UNKNOWN_KEY } from './answers-types';
import type { OrderCase, TicketFields } from './entities';
import type { Fact } from './measure';
import { badnessOf, type MeasureUse } from './pack-lookup';
import { provinceOf } from './province';
import type { TallySums } from './tally-sums';
import { beijingDay, HOUR_MS, msOfDay } from './time';
import { windowEndingOn } from './window';

export const SPLITS: readonly SplitBy[] = [
  'reason',
  'sku',
  'carrier',
  'province',
  'weekday',
  'hour',
];

interface Bucket {
  count: number;
  badness: number;
  units: number;
}

export interface LossSplit {
  /** Adds the case's units of the measure that lie in the window. */
  add(orderCase: OrderCase): void;
  /** Heaviest first. Empty while nothing bad was added. @param loss the indicator's loss in points */
  parts(by: SplitBy, loss?: number): LossPart[];
  /** All badness added so far: equals the report's `behind.badness` once every case was. */
  badness(): number;
}

/**
 * Made for one measure and one window; cases may come in any order and portions.
 * @param facts of one case; facts of other measures are passed over
 */
export function createLossSplit(
  use: MeasureUse & { measureId: string },
  facts: (orderCase: OrderCase) => Fact[],
  asOf: number,
): LossSplit {
  const { dayFrom, dayTo } = windowEndingOn(use.window, asOf);
  const splits = new Map(SPLITS.map((by) => [by, new Map<string, Bucket>()]));
  let allBadness = 0;
  let allUnits = 0;
  return {
    add(orderCase) {
      for (const fact of facts(orderCase)) {
        const isMine = fact.measureId === use.measureId && !fact.unknown;
        if (!isMine || fact.day < dayFrom || fact.day > dayTo) continue;
        const badness = Math.max(0, badnessOf(use, fact.num, fact.den));
        allBadness += badness;
        allUnits += fact.den;
        for (const [by, buckets] of splits) {
          const keys = keysOf(orderCase, fact.unitId, by);
          for (const key of keys) {
            const bucket = buckets.get(key) ?? { count: 0, badness: 0, units: 0 };
            if (badness > 0) bucket.count += 1;
            bucket.badness += badness / keys.length;
            bucket.units += fact.den / keys.length;
            buckets.set(key, bucket);
          }
        }
      }
    },
    parts: (by, loss) => partsOf(by, splits.get(by) ?? new Map(), allBadness, allUnits, loss),
    badness: () => allBadness,
  };
}

/** For records of whole days (chat statistics): by weekday is all that they can tell. */
export function splitDays(
  use: MeasureUse & { measureId: string },
  sums: TallySums,
  asOf: number,
  loss?: number,
): LossPart[] {
  const { dayFrom, dayTo } = windowEndingOn(use.window, asOf);
  const buckets = new Map<string, Bucket>();
  let allBadness = 0;
  let allUnits = 0;
  for (let day = dayFrom; day <= dayTo; day++) {
    const [num, den] = sums.sum(use.measureId, day, day);
    if (den === 0) continue;
    const badness = Math.max(0, badnessOf(use, num, den));
    const key = weekdayOf(day);
    const bucket = buckets.get(key) ?? { count: 0, badness: 0, units: 0 };
    if (badness > 0) bucket.count += 1;
    bucket.badness += badness;
    bucket.units += den;
    buckets.set(key, bucket);
    allBadness += badness;
    allUnits += den;
  }
  return partsOf('weekday', buckets, allBadness, allUnits, loss);
}

function partsOf(
  by: SplitBy,
  buckets: Map<string, Bucket>,
  allBadness: number,
  allUnits: number,
  loss: number | undefined,
): LossPart[] {
  if (allBadness <= 0) return [];
  return [...buckets]
    .filter(([, bucket]) => bucket.badness > 0)
    .map(([key, { count, badness, units }]): LossPart => {
      const share = badness / allBadness;
      return {
        by,
        key,
        count,
        share,
        ...(loss === undefined ? {} : { points: share * loss }),
        ...(allUnits > 0 ? { baseShare: units / allUnits } : {}),
      };
    })
    .sort((a, b) => b.share - a.share || (a.key < b.key ? -1 : 1));
}

/** Never empty. */
function keysOf(orderCase: OrderCase, unitId: string, by: SplitBy): string[] {
  const keys = knownKeys(orderCase, unitId, by).filter((key) => key !== '');
  return keys.length > 0 ? [...new Set(keys)].sort() : [UNKNOWN_KEY];
}

function knownKeys(orderCase: OrderCase, unitId: string, by: SplitBy): string[] {
  const { order, lines, parcels, tickets } = orderCase;
  const ticket = tickets[unitId]?.f ?? (unitId === '' ? firstTicket(orderCase) : undefined);
  switch (by) {
    case 'reason':
      return texts(ticket?.firstReason ?? ticket?.reason ?? order?.f.cancelReason);
    case 'sku': {
      const own = lines[unitId]?.f.productName ?? ticket?.productName;
      if (own !== undefined) return [own];
      return Object.values(lines).flatMap((line) =>
        texts(line.f.productName ?? line.f.merchantCode ?? line.f.productId),
      );
    }
    case 'carrier': {
      const own = parcels[unitId];
      if (own) return texts(own.f.carrier);
      return Object.values(parcels).flatMap((parcel) => texts(parcel.f.carrier));
    }
    case 'province':
      return texts(order?.f.province && provinceOf(order.f.province));
    case 'weekday':
    case 'hour': {
      const ms = instantOf(orderCase, unitId);
      if (ms === undefined) return [];
      const hour = Math.floor(msOfDay(ms) / HOUR_MS);
      return [by === 'hour' ? String(hour) : weekdayOf(beijingDay(ms))];
    }
  }
}

const texts = (text: string | undefined): string[] => (text === undefined ? [] : [text]);

/** When the unit began: the application of a ticket, the writing of a review, else payment or order. */
function instantOf({ order, tickets, reviews }: OrderCase, unitId: string): number | undefined {
  const own = tickets[unitId]?.f.appliedMs ?? reviews[unitId]?.f.createdMs;
  return own ?? order?.f.paidMs ?? order?.f.placedMs;
}

/** '1' (Monday) … '7'; 1970-01-01 was a Thursday. */
function weekdayOf(day: number): string {
  return String(((((day + 3) % 7) + 7) % 7) + 1);
}

/** Applied for first; ties and unknown times by id. */
function firstTicket({ tickets }: OrderCase): Partial<TicketFields> | undefined {
  return Object.keys(tickets)
    .sort()
    .map((id) => tickets[id]?.f)
    .sort((a, b) => (a?.appliedMs ?? Infinity) - (b?.appliedMs ?? Infinity) || 0)[0];
}
