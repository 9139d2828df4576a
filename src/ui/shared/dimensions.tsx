import type { Translate } from '../i18n';
import type { DimensionView } from '../popup/popup-view';
import { dataNumber } from './format';

/** A bar each: how much of the dimension is there; weight and loss in words beside it. */
export function Dimensions({ dimensions, t }: { dimensions: DimensionView[]; t: Translate }) {
  if (dimensions.length === 0) return null;
  return (
    <section>
      <h2>{t('dimension.title')}</h2>
      <ul class="dimensions">
        {dimensions.map((each) => (
          <li
            key={each.id}
            data-dimension={each.id}
            data-value={dataNumber(each.score)}
            data-points-lost={dataNumber(each.pointsLost)}
            data-provenance={each.provenance}
            data-worst={each.isWorst}
          >
            <span class="name">{each.label}</span>
            <span class="number">{each.scoreText}</span>
            <span class="bar" aria-hidden="true">
              <span style={{ width: `${each.percent}%` }} />
            </span>
            <span class="quiet">{each.weight}</span>
            <span class={each.lossClass}>
              {each.loss === undefined
                ? ''
                : each.pointsLost === 0
                  ? t('dimension.no-loss')
                  : each.loss}
            </span>
            {each.unexplained && <span class="quiet note">{each.unexplained}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
