/** How the parts of a loss are named and worded. Pure. */
import type { SplitBy } from '../../../core/advice-types';
import { type LossPart, UNKNOWN_KEY } from '../../../core/answers-types';
import { wilsonInterval } from '../../../core/wilson';
import type { Translator } from '../../i18n';
import { numberText } from '../../shared/format';

export const percentText = (share: number): string => `${numberText(share * 100, 0)}%`;

/** A part's name: the platform's own words as they are, hours and weekdays in ours. */
export function keyText(by: SplitBy, key: string, { t }: Translator): string {
  if (key === UNKNOWN_KEY) return t('losses.unknown');
  if (by === 'hour') return t('losses.hour', { from: key, to: String(Number(key) + 1) });
  if (by === 'weekday') return t(`weekday.${key as '1'}`);
  return key;
}

/**
 * Where a part of the loss is plainly more than its part of all units: worth acting on there. Of a handful
 * of units three on one weekday are chance, so it must be more than 95 % sure too.
 * @param all bad units of all parts together
 */
export function stands({ share, baseShare, count }: LossPart, all: number): boolean {
  if (baseShare === undefined || count < 3) return false;
  const [surely] = wilsonInterval(count, all) ?? [0];
  return share >= 0.2 && share >= baseShare * 1.5 && surely > baseShare;
}
