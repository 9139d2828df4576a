/** The evidence pack on screen: as it will be printed, and as a file. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OrderCase } from '../../../core/entities';
import type { Report } from '../../../core/report-types';
import type { Translator } from '../../i18n';
import type { DashboardPorts, OrderRow } from '../../ports';
import { Failure } from '../../shared/failure';
import { numberText } from '../../shared/format';
import { CSV_TYPE, fileName, toCsv } from '../csv';
import { APPEAL_COLUMNS, type AppealData, appealData, columnTitle } from './appeal-model';
import { AppealPaper } from './appeal-paper';

interface Props {
  rows: OrderRow[];
  report: Report;
  indicatorId: string;
  ports: DashboardPorts;
  translator: Translator;
  close(): void;
}

type State = { at: 'reading' } | { at: 'failed' } | { at: 'read'; cases: OrderCase[] };

export function Appeal({ rows, report, indicatorId, ports, translator, close }: Props) {
  const { t } = translator;
  const [state, setState] = useState<State>({ at: 'reading' });
  const [note, setNote] = useState('');
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const read = (): void => {
    setState({ at: 'reading' });
    ports.readCases(report.shop, [...new Set(rows.map((each) => each.orderId))]).then(
      (cases) => setState({ at: 'read', cases }),
      () => setState({ at: 'failed' }),
    );
  };
  useEffect(read, []);
  useEffect(() => heading.current?.focus(), []);
  const pack = ports.findPack(report);
  const data =
    state.at === 'read' && pack
      ? appealData(report, pack, indicatorId, rows, state.cases)
      : undefined;
  const save = (): void => {
    if (!data) return;
    const name = fileName(t('appeal.title'), report.shop.name, data.indicator, report.asOf);
    ports.saveFile(`${name}.csv`, csvOf(data, note, report, translator), CSV_TYPE);
    setSaid(t('orders.saved', { count: data.rows.length }));
  };
  return (
    <section class="appeal">
      <div class="no-print">
        <h2 ref={heading} tabIndex={-1}>
          {t('appeal.title')}
        </h2>
        <p class="quiet">{t('appeal.help')}</p>
        <label class="wide-field">
          <span>{t('appeal.note')}</span>
          <textarea
            name="appeal-note"
            rows={3}
            value={note}
            onInput={({ currentTarget }) => setNote(currentTarget.value)}
          />
        </label>
        <p class="actions">
          <button type="button" data-action="appeal-back" onClick={close}>
            {t('appeal.back')}
          </button>
          <button type="button" data-action="appeal-csv" disabled={!data} onClick={save}>
            {t('appeal.csv')}
          </button>
          <button
            type="button"
            class="primary"
            data-action="appeal-print"
            disabled={!data}
            onClick={ports.print}
          >
            {t('appeal.print')}
          </button>
          <span role="status" class="quiet">
            {said}
          </span>
        </p>
        {data && data.gone.length > 0 && (
          <p class="notice" data-tone="problem">
            {t('appeal.gone', { count: numberText(data.gone.length, 0) })}
          </p>
        )}
      </div>
      {state.at === 'reading' && (
        <p class="quiet" data-loading>
          {t('loading')}
        </p>
      )}
      {state.at === 'failed' && <Failure t={t} again={read} />}
      {data && <AppealPaper data={data} note={note} report={report} translator={translator} />}
    </section>
  );
}

/** One row an order; indicator, clause and note stand in every row, so that a row can travel alone. */
export function csvOf(data: AppealData, note: string, report: Report, { t }: Translator): string {
  const header = [
    t('appeal.col.shop'),
    t('dash.order.id'),
    ...APPEAL_COLUMNS.map((column) => t(columnTitle(column))),
    t('dash.col.indicator'),
    t('appeal.clause'),
    ...(note ? [t('appeal.col.note')] : []),
  ];
  const rows = data.rows.map(({ orderId, cells }) => [
    report.shop.name,
    orderId,
    ...APPEAL_COLUMNS.map((column) => cells[column]),
    data.indicator,
    data.clause,
    ...(note ? [note] : []),
  ]);
  return toCsv(header, rows);
}
