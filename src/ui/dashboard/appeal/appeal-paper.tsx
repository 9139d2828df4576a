/** The page that is printed. */
import type { Report } from '../../../core/report-types';
import { formatMinute } from '../../../core/time';
import type { Translator } from '../../i18n';
import { numberText } from '../../shared/format';
import { type AppealColumn, type AppealData, columnTitle } from './appeal-model';

interface Props {
  data: AppealData;
  note: string;
  report: Report;
  translator: Translator;
}

/** Words may wrap anywhere, a number nowhere, an instant between its day and its time. */
const WORDS: readonly AppealColumn[] = ['product', 'reason', 'reasonNow', 'status', 'carrier'];
const classOf = (column: AppealColumn): string => {
  if (column === 'ticketId') return 'id';
  return WORDS.includes(column) ? 'words' : 'when';
};

export function AppealPaper({ data, note, report, translator: { t } }: Props) {
  const { shop, generatedMs } = report;
  return (
    <article class="paper" aria-labelledby="paper-title">
      <h2 id="paper-title">{t('appeal.paper', { shop: shop.name, indicator: data.indicator })}</h2>
      <dl class="facts">
        <div>
          <dt>{t('appeal.count')}</dt>
          <dd>{numberText(data.rows.length, 0)}</dd>
        </div>
        <div>
          <dt>{t('appeal.clause')}</dt>
          <dd>{data.clause}</dd>
        </div>
        <div>
          <dt>{t('appeal.rule')}</dt>
          <dd>{data.rule}</dd>
        </div>
        <div>
          <dt>{t('appeal.made')}</dt>
          <dd>{t('appeal.made.at', { at: formatMinute(generatedMs) })}</dd>
        </div>
      </dl>
      {note && <p class="note">{note}</p>}
      <div class="scroll" role="region" aria-labelledby="paper-title" tabIndex={0}>
        <table aria-labelledby="paper-title">
          <thead>
            <tr>
              <th scope="col">{t('dash.order.id')}</th>
              {data.columns.map((column) => (
                <th key={column} scope="col">
                  {t(columnTitle(column))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.map(({ orderId, cells }) => (
              <tr key={`${orderId}/${cells.ticketId}`} data-appeal={orderId}>
                <th scope="row" class="id">
                  {orderId}
                </th>
                {data.columns.map((column) => (
                  <td key={column} class={classOf(column)}>
                    {cells[column] ?? t('value.unknown')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="quiet">{t('appeal.promise')}</p>
    </article>
  );
}
