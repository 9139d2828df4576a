import type { Provenance } from './entities';

/**
 * Points lost as text with sign, without unit: `≈−3.2`, `−9.25`, `−1.20`, `≈−0.03`. Anything but `exact` and `page`
 * carries the ≈. Small shares keep one significant digit rather than becoming zero.
 * @param lost points lost, ≥ 0
 */
export function lostPointsText(lost: number, provenance: Provenance): string {
  const sure = provenance === 'exact' || provenance === 'page';
  const size = Math.abs(lost);
  const digits = pointsDigits(size, sure);
  if (Number(digits) === 0) return '0';
  return `${sure ? '' : '≈'}${lost < 0 ? '+' : '−'}${digits}`;
}

/**
 * Points without sign, as wide as they are worth: from ten on, and estimates from one on, to one decimal,
 * the rest to two. One rule for both, so that a part and its whole do not read `−12.2` and `−12.22`.
 */
export function pointsDigits(points: number, sure: boolean): string {
  if (points > 0 && points < 0.01) return String(Number(points.toPrecision(1)));
  return points.toFixed(points >= (sure ? 9.995 : 0.95) ? 1 : 2);
}
