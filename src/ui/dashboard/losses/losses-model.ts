/** How the parts of a loss are named and worded. Pure. */
import type { SplitBy } from '../../../core/advice-types';
import { type LossPart, UNKNOWN_KEY } from '../../../core/answers-types';
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

/** Where a part of the loss is plainly more than its part of all units: worth acting on there. */
export const stands = ({ share, baseShare, count }: LossPart): boolean =>
  count >= 3 && share >= 0.2 && baseShare !== undefined && share >= baseShare * 1.5;
