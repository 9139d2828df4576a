import type { Translate } from '../../i18n';
import { Chip } from '../../shared/chip';
import { dataNumber } from '../../shared/format';
import { isRanked } from '../../shared/indicator-model';
import { StandingText } from '../../shared/standing';
import type { IndicatorRow } from '../dashboard-view';

interface Props {
  rows: IndicatorRow[];
  t: Translate;
  show(indicator: string): void;
  /** Address of the indicator's own page. */
  hrefOf(indicator: string): string;
}

/** Every number with what it is made of; a row leads to its orders. */
export function Indicators({ rows, t, show, hrefOf }: Props) {
  const ranked = isRanked(rows);
  return (
    <section>
      <h2 id="indicators">{t('dash.indicators')}</h2>
      <div class="scroll" role="region" aria-labelledby="indicators" tabIndex={0}>
        <table aria-labelledby="indicators">
          <thead>
            <tr>
              <th scope="col">{t('dash.col.indicator')}</th>
              <th scope="col">{t('dash.col.value')}</th>
              {ranked ? (
                <th scope="col">{t('indicator.peers')}</th>
              ) : (
                <>
                  <th scope="col">{t('dash.col.loss')}</th>
                  <th scope="col">{t('dash.col.weight')}</th>
                </>
              )}
              <th scope="col">{t('dash.col.counts')}</th>
              <th scope="col">{t('dash.col.window')}</th>
              <th scope="col">{t('dash.col.offenders')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} ranked={ranked} t={t} show={show} hrefOf={hrefOf} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type RowProps = Omit<Props, 'rows'> & { row: IndicatorRow; ranked: boolean };

function Row({ row, ranked, t, show, hrefOf }: RowProps) {
  return (
    <tr
      data-indicator={row.id}
      data-value={dataNumber(row.value)}
      data-points-lost={dataNumber(row.pointsLost)}
      data-provenance={row.provenance}
      data-drag={row.isDrag}
      data-shown={row.isShown}
    >
      <th scope="row">
        <a href={hrefOf(row.id)}>{row.label}</a>
        <span class="quiet block">{row.dimension}</span>
      </th>
      <td class="whole">
        {row.valueText}
        <Chip chip={row.chip} />
      </td>
      {ranked ? (
        <td>
          <StandingText standing={row.standing} t={t} />
        </td>
      ) : (
        <>
          <td class={row.lossClass}>{row.loss}</td>
          <td>{row.weight}</td>
        </>
      )}
      <td>
        {row.counts}
        {row.countsChip && <Chip chip={row.countsChip} />}
        {row.evidence && <span class="quiet block">{row.evidence}</span>}
        {row.recounting && <span class="quiet block">{row.recounting}</span>}
      </td>
      <td class="whole">{row.window}</td>
      <td class="whole">
        {row.offenders > 0 ? <OrdersButton row={row} t={t} show={show} /> : t('value.unknown')}
      </td>
    </tr>
  );
}

function OrdersButton({ row, t, show }: Pick<RowProps, 'row' | 't' | 'show'>) {
  const count = t('dash.count.orders', { count: row.offenders });
  return (
    <button
      type="button"
      aria-label={t('dash.show-orders', { count, label: row.label })}
      aria-pressed={row.isShown}
      onClick={() => show(row.id)}
    >
      {count}
    </button>
  );
}
