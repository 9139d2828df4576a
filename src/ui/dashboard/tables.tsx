import type { Translate } from '../i18n';
import type { DashboardView } from './dashboard-view';

interface Props {
  view: DashboardView;
  t: Translate;
}

/** Coverage of the lists, and how well each kind of page could be read. */
export function Reading({ view, t }: Props) {
  const isWhole = view.coverage.every((each) => each.isWhole);
  return (
    <section data-scorelens="coverage">
      <h2 id="health">{t('dash.health')}</h2>
      {view.coverage.map((each) => (
        <p key={each.text}>{each.text}</p>
      ))}
      {!isWhole && <p class="quiet">{t('coverage.why')}</p>}
      <p class="quiet">{view.asOf}</p>
      {view.health.length === 0 ? (
        <p class="quiet">{t('dash.health.none')}</p>
      ) : (
        <table aria-labelledby="health">
          <thead>
            <tr>
              <th scope="col">{t('dash.health.page')}</th>
              <th scope="col">{t('dash.health.state')}</th>
              <th scope="col">{t('dash.health.rows')}</th>
              <th scope="col">{t('dash.health.seen')}</th>
              <th scope="col">{t('health.last-good.title')}</th>
            </tr>
          </thead>
          <tbody>
            {view.health.map((row) => (
              <tr key={row.kind} data-page-kind={row.kind} data-verdict={row.verdict}>
                <th scope="row">{row.page}</th>
                <td>
                  {row.state}
                  {row.details.map((each) => (
                    <span class="quiet block" key={each}>
                      {each}
                    </span>
                  ))}
                </td>
                <td>{row.rows}</td>
                <td>{row.seen}</td>
                <td>{row.lastGood}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
