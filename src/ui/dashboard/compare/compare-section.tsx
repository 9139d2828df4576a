/** Same day, same window: what the platform published, and what our own counts give. */
import type { SectionProps } from '../section-types';

export default function CompareSection({ view, translator: { t } }: SectionProps) {
  return (
    <section>
      <h2 id="compare">{t('dash.compare')}</h2>
      <p class="quiet">{t('dash.compare.help')}</p>
      <div class="scroll" role="region" aria-labelledby="compare" tabIndex={0}>
        <table aria-labelledby="compare">
          <thead>
            <tr>
              <th scope="col">{t('dash.col.indicator')}</th>
              <th scope="col">{t('dash.compare.official')}</th>
              <th scope="col">{t('dash.compare.ours')}</th>
              <th scope="col">{t('dash.compare.said')}</th>
              <th scope="col">{t('dash.compare.as-of')}</th>
            </tr>
          </thead>
          <tbody>
            {view.comparison.map((row) => (
              <tr key={row.id} data-compared={row.id}>
                <th scope="row">{row.label}</th>
                <td class="whole">{row.official}</td>
                <td class="whole">{row.ours}</td>
                <td>{row.said}</td>
                <td class="whole">{row.asOf}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
