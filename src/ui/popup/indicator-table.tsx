import type { Translate } from '../i18n';
import { Chip } from '../shared/chip';
import { dataNumber } from '../shared/format';
import { isRanked } from '../shared/indicator-model';
import { StandingText } from '../shared/standing';
import type { IndicatorView } from './popup-view';

/** Every indicator, costliest first. */
export function IndicatorTable({ rows, t }: { rows: IndicatorView[]; t: Translate }) {
  if (rows.length === 0) return null;
  const ranked = isRanked(rows);
  return (
    <section>
      <h2 id="indicators">{t('indicator.title')}</h2>
      <table class="indicators" aria-labelledby="indicators">
        <thead>
          <tr>
            <th scope="col">{t('indicator.name')}</th>
            <th scope="col">{t('indicator.value')}</th>
            <th scope="col">{t(ranked ? 'indicator.peers' : 'indicator.loss')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.id}
              data-indicator={row.id}
              data-value={dataNumber(row.value)}
              data-points-lost={dataNumber(row.pointsLost)}
              data-provenance={row.provenance}
              data-drag={row.isDrag}
            >
              <th scope="row">
                {row.label}
                {row.evidence && <span class="quiet">{row.evidence}</span>}
                {row.recounting && <span class="quiet recounting">{row.recounting}</span>}
              </th>
              <td>
                <span class="value" data-missing={row.value === undefined}>
                  {row.valueText}
                </span>
                <Chip chip={row.chip} />
                {row.step && <span class="quiet step">{row.step}</span>}
              </td>
              <td class={row.lossClass}>
                {ranked ? <StandingText standing={row.standing} t={t} /> : row.loss}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
