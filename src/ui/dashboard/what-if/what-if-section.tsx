/** Move a value, see the points at once. Nothing is stored. */
import { useMemo, useState } from 'preact/hooks';
import type { WhatIf } from '../../../core/answers-types';
import { stepsToValue } from '../../../core/steps';
import { whatIf } from '../../../core/what-if';
import type { Translator } from '../../i18n';
import { Chip } from '../../shared/chip';
import { chipView } from '../../shared/chip-model';
import { dataNumber, numberText, valueText } from '../../shared/format';
import { Change } from '../change';
import type { SectionProps } from '../section-types';
import { onStep, type SliderRange, sliderRanges } from './sliders-model';

export default function WhatIfSection({ model, translator, hrefOf }: SectionProps) {
  const { t } = translator;
  const [moved, setMoved] = useState<Record<string, number>>({});
  const ranges = useMemo(() => (model ? sliderRanges(model) : []), [model]);
  const answer = useMemo(
    () =>
      model &&
      whatIf(
        model,
        Object.entries(moved).map(([indicator, value]) => ({ indicator, value })),
      ),
    [model, moved],
  );
  if (!model || !answer) return null;
  const { totalFromRank } = model.context.pack;
  if (totalFromRank || ranges.length === 0) {
    return (
      <div class="empty" data-empty="what-if">
        <p>{t(totalFromRank ? 'what-if.rank' : 'what-if.none')}</p>
        <p>
          <a href={hrefOf({ section: 'data' })}>{t('section.data')}</a>
        </p>
      </div>
    );
  }
  return (
    <>
      <p class="quiet">{t('what-if.help')}</p>
      <Outcome answer={answer} translator={translator} />
      <p class="actions">
        <button
          type="button"
          data-action="reset"
          disabled={Object.keys(moved).length === 0}
          onClick={() => setMoved({})}
        >
          {t('what-if.reset')}
        </button>
      </p>
      <ul class="sliders">
        {ranges.map((range) => {
          const to = moved[range.id] ?? range.value;
          const one = answer.indicators.find((each) => each.id === range.id);
          const orders = to === range.value ? undefined : stepsToValue(model, range.id, to).up;
          const lines = [
            ...(one?.why ? [t(`why.${one.why}`)] : []),
            ...(orders?.turned
              ? [t('what-if.turned', { count: numberText(orders.turned, 0) })]
              : []),
          ];
          return (
            <Slider
              key={range.id}
              range={range}
              to={to}
              gain={one?.gain}
              lines={lines}
              translator={translator}
              move={(value) => setMoved({ ...moved, [range.id]: value })}
            />
          );
        })}
      </ul>
    </>
  );
}

function Outcome({ answer, translator }: { answer: WhatIf; translator: Translator }) {
  const { t } = translator;
  const { total, gain } = answer;
  return (
    <section class="hero score answer" aria-live="polite" data-gain={dataNumber(gain)}>
      <h2>{t('what-if.total')}</h2>
      <p class="score-line">
        <strong>{total ? `≈${numberText(total.to, 1)}` : t('value.missing')}</strong>
        <Change points={gain} translator={translator} />
        <Chip chip={chipView(total ? 'estimate' : 'missing', translator)} />
      </p>
      <p class="quiet">
        {total && t('what-if.from', { from: numberText(total.from, 1) })}
        {total?.display !== undefined &&
          ` · ${t('score.display', { shown: total.display.toFixed(1) })}`}
      </p>
    </section>
  );
}

interface SliderProps {
  range: SliderRange;
  to: number;
  gain?: number;
  lines: string[];
  translator: Translator;
  move(value: number): void;
}

function Slider({ range, to, gain, lines, translator, move }: SliderProps) {
  const { t } = translator;
  const { id, label, unit, value, low, high, step } = range;
  const text = valueText(to, unit, translator);
  return (
    <li data-slider={id}>
      <label for={`slider-${id}`}>
        <b>{label}</b>{' '}
        <span class="quiet block">
          {t('what-if.now', { value: valueText(value, unit, translator) })} ·{' '}
          {t(range.better === 'low' ? 'what-if.low' : 'what-if.high')}
        </span>
      </label>
      <input
        id={`slider-${id}`}
        type="range"
        min={low}
        max={high}
        step={step}
        value={onStep(to, range)}
        aria-valuetext={text}
        onInput={({ currentTarget }) => move(Number(currentTarget.value))}
      />
      <output for={`slider-${id}`}>
        {text} {gain !== undefined && <Change points={gain} translator={translator} />}
      </output>
      {lines.map((line) => (
        <span class="quiet wide-line" key={line}>
          {line}
        </span>
      ))}
    </li>
  );
}
