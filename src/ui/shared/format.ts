/** Numbers and times as the merchant reads them. Times are Beijing times (core/time). */
import type { Provenance } from '../../core/entities';
import { lostPointsText } from '../../core/points-text';
import { beijingDay, DAY_MS, formatMinute, HOUR_MS, MINUTE_MS } from '../../core/time';
import type { Translator } from '../i18n';

/** At most `digits` decimals, thousands separated, no trailing zeros. Both languages write it so. */
export function numberText(value: number, digits = 2): string {
  let format = formats.get(digits);
  if (!format) {
    format = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: digits });
    formats.set(digits, format);
  }
  return format.format(value);
}
/** Making one costs more than a hundred uses, and the popup shows some fifty numbers at once. */
const formats = new Map<number, Intl.NumberFormat>();

/** An indicator's value with its unit; 缺数据 when there is none. */
export function valueText(
  value: number | undefined,
  unit: string,
  { t }: Pick<Translator, 't'>,
): string {
  if (value === undefined) return t('value.missing');
  switch (unit) {
    case 'ratio':
      return `${numberText(value * 100, Math.abs(value) < 0.01 ? 3 : 2)}%`;
    case 'hours':
      return t('value.hours', { n: numberText(value, 1) });
    case 'days':
      return t('value.days', { n: numberText(value, 2) });
    case 'seconds':
      return t('value.seconds', { n: numberText(value, 1) });
    case 'stars':
      return t('value.stars', { n: numberText(value, 3) });
    case 'points':
      return t('value.points', { n: numberText(value, 2) });
    default:
      return numberText(value, 0);
  }
}

/** Two rates differ by percentage points: “1% higher” would be of the rate itself. */
export const differenceText = (by: number, unit: string, tr: Pick<Translator, 't'>): string =>
  unit === 'ratio'
    ? tr.t('value.percent-points', { n: numberText(by * 100, Math.abs(by) < 0.01 ? 3 : 2) })
    : valueText(by, unit, tr);

/** `≈−3.2 分`, or undefined when the loss is not known. */
export function lossText(
  lost: number | undefined,
  provenance: Provenance,
  { t }: Pick<Translator, 't'>,
): string | undefined {
  if (lost === undefined) return undefined;
  return t('value.points', { n: lostPointsText(lost, provenance) });
}

/** Red only from a hundredth of the scale on: of 100 points one, which is what platforms show. */
export function lossClass(pointsLost: number | undefined, scaleMax: number): string {
  if (!pointsLost) return 'quiet';
  return pointsLost >= scaleMax / 100 ? 'loss' : 'loss slight';
}

/** `11-22 09:40`; with the year when it is not this one's. */
export function momentText(ms: number, nowMs: number): string {
  const text = formatMinute(ms);
  return text.slice(0, 4) === formatMinute(nowMs).slice(0, 4) ? text.slice(5) : text;
}

/** `11-22` of `2026-11-22`. */
export const shortDay = (day: string): string => day.slice(5);

/** How long ago, coarse: 刚刚, 5 分钟前, 3 小时前, 2 天前. Days are Beijing calendar days. */
export function agoText(ms: number, nowMs: number, { t }: Pick<Translator, 't'>): string {
  const passed = nowMs - ms;
  if (passed < 2 * MINUTE_MS) return t('ago.now');
  if (passed < HOUR_MS) return t('ago.minutes', { n: Math.floor(passed / MINUTE_MS) });
  if (passed < DAY_MS) return t('ago.hours', { n: Math.floor(passed / HOUR_MS) });
  return t('ago.days', { n: beijingDay(nowMs) - beijingDay(ms) });
}

/**
 * Time left, cut off rather than rounded up; minutes below ten hours only, as the row's mark has it.
 * @param isEstimate the date is a table's, not a page's: ≈ before the number
 */
export function leftText(
  ms: number,
  { t }: Pick<Translator, 't'>,
  { isEstimate = false } = {},
): string {
  const about = isEstimate ? '≈' : '';
  const minutes = Math.max(0, Math.floor(ms / MINUTE_MS));
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return t('left.days', { about, n: Math.floor(hours / 24) });
  if (hours < 1) return t('left.minutes', { about, n: minutes });
  if (hours < 10 && minutes % 60 > 0) {
    return t('left.hours', { about, h: hours, m: minutes % 60 });
  }
  return t('left.hours.whole', { about, h: hours });
}

/** Attribute value of a number: full enough for tests and tools, absent when unknown. */
export function dataNumber(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(Number(value.toPrecision(10)));
}
