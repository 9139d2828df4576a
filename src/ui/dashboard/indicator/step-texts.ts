/** The next step and the next drop, in orders and in words. Pure. */
import type { Steps } from '../../../core/answers-types';
import type { Translator } from '../../i18n';
import { numberText, valueText } from '../../shared/format';

export interface StepText {
  id: string;
  direction?: 'up' | 'down';
  word?: string;
  text: string;
}

export function stepTexts(
  steps: Steps,
  { unit, better }: { unit: string; better: 'low' | 'high' },
  tr: Translator,
): StepText[] {
  const { t } = tr;
  const { up, down, reliefLeft, peers, why } = steps;
  const texts: StepText[] = [];
  const about = steps.provenance === 'estimate' ? '≈' : '';
  if (up) {
    const value = valueText(up.value, unit, tr);
    const gain = up.gain === undefined ? undefined : `${about}+${numberText(up.gain, 1)}`;
    const ways = [
      up.turned === undefined ? undefined : t('step.turned', { count: numberText(up.turned, 0) }),
      up.good === undefined ? undefined : t('step.good', { count: numberText(up.good, 0) }),
    ].filter((way) => way !== undefined);
    const how =
      ways.length > 0 ? t('step.how', { ways: ways.join(t('step.or')) }) : t('step.no-count');
    texts.push({
      id: 'up',
      direction: 'up',
      word: t('step.up'),
      text: `${t(`step.to.${better}`, { value })}${gain ? t('step.gain', { gain }) : ''}${how}`,
    });
  }
  if (down) {
    const value = valueText(down.value, unit, tr);
    const loss =
      down.gain === undefined
        ? ''
        : t('step.loss', { loss: `${about}−${numberText(Math.abs(down.gain), 1)}` });
    texts.push({
      id: 'down',
      direction: 'down',
      word: t('step.down'),
      text:
        down.bad === undefined
          ? `${t(`step.past.${better}`, { value })}${loss}`
          : `${t('step.bad', {
              count: numberText(down.bad + 1, 0),
              past: t(`step.past.${better}`, { value }),
            })}${loss}`,
    });
  }
  if (reliefLeft !== undefined) {
    texts.push({ id: 'relief', text: t('step.relief', { count: numberText(reliefLeft, 0) }) });
  }
  if (peers) {
    const percent = (share: number): string => `${numberText(share * 100, 1)}%`;
    texts.push({
      id: 'peers',
      text: t('step.peers', { now: percent(peers.beaten), wanted: percent(peers.needed) }),
    });
  }
  if (steps.worth?.assumed) texts.push({ id: 'assumed', text: t('step.assumed') });
  // Said once: where the ways are missing above, this is why.
  if (why) texts.push({ id: 'why', text: t(`why.${why}`) });
  if (texts.length === 0) texts.push({ id: 'top', text: t('step.top') });
  return texts;
}
