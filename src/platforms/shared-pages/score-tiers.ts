/**
 * Steps (档位) that score pages until 2026-09 print for the shop's own category: columns titled 100分要求 or
 * 90分, or a text such as `≥4.791 可得100分` in the indicator's card. Layouts are plausible, not documented;
 * that the page shows the thresholds is (practitioner's transcript of 2026-02-07).
 */
import type { Tier } from '../../core/points-types';
import type { ScoreUnit } from './score-labels';
import { valueIn } from './score-values';

const SIGN = String.raw`(?:[≥≤><＞＜]=?|不低于|不高于|不超过) ?`;

/** How the steps of one scale are printed. */
export interface StepTexts {
  /** The points of a column titled as a step. */
  ofTitle(title: string): number | undefined;
  /** Points and threshold in one text; undefined for anything else. */
  ofText(text: string): { points: number; limit: string } | undefined;
}

function stepTexts(scale: string): StepTexts {
  const points = `(${scale}) ?分(?:档)?`;
  const title = new RegExp(`^${points}(?:要求|标准|门槛|阈值)?$`);
  const after = new RegExp(`^${points}(?:要求|标准|门槛|阈值)?[\\s:]*(${SIGN}[\\d.].{0,10})$`);
  const before = new RegExp(`^(${SIGN}[\\d.].{0,10}?)[\\s,:]*(?:(?:可?得|对应|=) ?)?${points}$`);
  return {
    ofTitle: (text) => {
      const found = title.exec(text)?.[1];
      return found === undefined ? undefined : Number(found);
    },
    ofText: (text) => {
      const first = after.exec(text);
      if (first) return { points: Number(first[1]), limit: first[2] ?? '' };
      const last = before.exec(text);
      return last ? { points: Number(last[2]), limit: last[1] ?? '' } : undefined;
    },
  };
}

/** 50 … 100, by tens in the rule texts. */
export const HUNDRED_STEPS = stepTexts(String.raw`100|[5-9]\d`);
/** 3 … 5, by tenths on the pages seen. */
export const FIVE_STEPS = stepTexts(String.raw`[34](?:\.\d)?|5(?:\.0)?`);

/** A threshold in the indicator's unit: `≤0.26%`, `15秒内`. Undefined for a range or another unit. */
export function limitIn(unit: ScoreUnit, text: string): number | undefined {
  const bare = text
    .replace(new RegExp(`^${SIGN}`), '')
    .replace(/ ?(?:以内|以上|以下|及以[上下]|内)$/, '');
  return valueIn(unit, bare);
}

/**
 * The steps of one indicator, best first; none when two thresholds claim one step or when they do not
 * run one way: then something else was read for one of them.
 */
export function settleTiers(read: readonly Tier[]): Tier[] | undefined {
  const byPoints = new Map<number, number>();
  for (const { points, value } of read) {
    if ((byPoints.get(points) ?? value) !== value) return undefined;
    byPoints.set(points, value);
  }
  const tiers = [...byPoints]
    .map(([points, value]) => ({ points, value }))
    .sort((a, b) => b.points - a.points);
  const falls = tiers.slice(1).map(({ value }, at) => Math.sign((tiers[at] as Tier).value - value));
  // The lowest step is often printed as the other side of the one above it (`<4.568`): equal is fine.
  const isOneWay = !(falls.includes(1) && falls.includes(-1));
  return tiers.length > 0 && isOneWay ? tiers : undefined;
}
