import { useMemo } from 'preact/hooks';
import { Chip } from '../../shared/chip';
import { dataNumber, numberText } from '../../shared/format';
import { Change } from '../change';
import type { SectionProps } from '../section-types';
import { movedView } from './moved-model';

/** Every part of the last movement, and the sum below: nothing is swept under. */
export function Moved({ model, translator, hrefOf }: SectionProps) {
  const { t } = translator;
  const view = useMemo(() => model && movedView(model, translator), [model, translator]);
  if (!view) {
    return (
      <section data-scorelens="moved">
        <h2>{t('moved.title')}</h2>
        <p class="quiet">{t('moved.none')}</p>
      </section>
    );
  }
  return (
    <section data-scorelens="moved">
      <h2 id="moved">{t('moved.title.since', { from: view.from, to: view.to })}</h2>
      <table aria-labelledby="moved" class="narrow">
        <thead>
          <tr>
            <th scope="col">{t('moved.what')}</th>
            <th scope="col">{t('moved.points')}</th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <tr key={row.id} data-moved={row.id} data-points={dataNumber(row.points)}>
              <th scope="row">
                {row.indicator ? (
                  <a href={hrefOf({ section: 'indicator', indicator: row.indicator })}>
                    {row.label}
                  </a>
                ) : (
                  row.label
                )}
                {row.detail && <span class="quiet block">{row.detail}</span>}
              </th>
              <td>
                <Change
                  points={row.points}
                  sure={row.chip.provenance === 'page' || row.chip.provenance === 'exact'}
                  digits={2}
                  translator={translator}
                />
                <Chip chip={row.chip} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr data-moved="sum" data-points={dataNumber(view.difference)}>
            <th scope="row">{t('moved.sum')}</th>
            <td>
              <strong>
                <Change points={view.difference} digits={2} sure translator={translator} />
              </strong>
            </td>
          </tr>
        </tfoot>
      </table>
      {view.rows.length === 0 && (
        <p class="quiet">{t('moved.still', { points: numberText(view.difference, 1) })}</p>
      )}
    </section>
  );
}
