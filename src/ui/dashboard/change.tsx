import type { Translator } from '../i18n';
import { numberText } from '../shared/format';

interface Props {
  /** Points of the total, signed. */
  points: number;
  /** Digits behind the point. */
  digits?: number;
  /** Printed by the platform: without ≈. */
  sure?: boolean;
  translator: Translator;
}

/** Arrow, word and colour together: in Chinese data tools red means *up*, so colour alone says nothing. */
export function Change({ points, digits = 1, sure = false, translator: { t } }: Props) {
  const amount = numberText(Math.abs(points), digits);
  const direction = amount === '0' ? 'flat' : points > 0 ? 'up' : 'down';
  const arrow = { up: '↑', down: '↓', flat: '→' }[direction];
  return (
    <span class="change" data-direction={direction}>
      <span aria-hidden="true">{arrow}</span>{' '}
      {t(`moved.${direction}`, { points: `${sure || direction === 'flat' ? '' : '≈'}${amount}` })}
    </span>
  );
}
