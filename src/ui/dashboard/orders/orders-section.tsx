/** The orders behind one indicator: found, sorted, chosen, taken along. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { RowsProgress } from '../../../store/offender-rows';
import type { OrderRow } from '../../ports';
import { Failure } from '../../shared/failure';
import { numberText } from '../../shared/format';
import { Appeal } from '../appeal/appeal';
import { IndicatorSelect } from '../indicator-select';
import type { SectionProps } from '../section-types';
import { OrderActions } from './order-actions';
import { OrderFilters } from './order-filters';
import { OrderTable } from './order-table';
import {
  countOrders,
  EVERYTHING,
  filterRows,
  type OrderFilter,
  rowKey,
  type Sort,
  type SortKey,
  sortRows,
  WORST_FIRST,
  withMarginals,
} from './orders-model';

type State =
  | { at: 'reading'; progress?: RowsProgress }
  | { at: 'failed' }
  | { at: 'read'; rows: OrderRow[] };

export default function OrdersSection(section: SectionProps) {
  const { view, ports, translator, go } = section;
  const { t } = translator;
  const { report, shown } = view;
  const [state, setState] = useState<State>({ at: 'reading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!report || !shown) return;
    let isCurrent = true;
    setState({ at: 'reading' });
    ports
      .readOffenders(report, shown.id, (progress) => {
        if (isCurrent) setState({ at: 'reading', progress });
        return isCurrent;
      })
      .then(
        (rows) => isCurrent && setState({ at: 'read', rows }),
        () => isCurrent && setState({ at: 'failed' }),
      );
    return () => {
      isCurrent = false;
    };
  }, [ports, report, shown?.id, round]);
  if (!report || !shown) return null;
  return (
    <>
      <IndicatorSelect
        view={view}
        shown={shown.id}
        t={t}
        choose={(indicator) => go({ section: 'orders', indicator })}
      />
      {state.at === 'failed' && <Failure t={t} again={() => setRound(round + 1)} />}
      {state.at === 'reading' && (
        <p class="quiet" role="status" data-loading>
          {progressText(state.progress, section)}
        </p>
      )}
      {state.at === 'read' && state.rows.length === 0 && <NoOrders {...section} />}
      {state.at === 'read' && state.rows.length > 0 && (
        <OrderList key={shown.id} rows={state.rows} {...section} />
      )}
    </>
  );
}

function progressText(
  progress: RowsProgress | undefined,
  { translator: { t } }: SectionProps,
): string {
  if (!progress) return t('loading');
  const { read, all } = progress;
  return t('orders.reading', { read: numberText(read, 0), all: numberText(all, 0) });
}

/** Nothing to list: because none was read, or because no order can stand behind it. */
function NoOrders({ view, translator: { t }, hrefOf }: SectionProps) {
  return (
    <div class="empty" data-empty="orders">
      <p>{t(view.shown?.hasOrders ? 'dash.orders.none' : 'dash.orders.unlinked')}</p>
      <p class="quiet">
        {t('orders.none.next')} <a href={hrefOf({ section: 'data' })}>{t('section.data')}</a>
      </p>
    </div>
  );
}

function OrderList({ rows: read, ...section }: SectionProps & { rows: OrderRow[] }) {
  const { view, model, ports, translator } = section;
  const { report, shown } = view;
  const measureId = report?.indicators.find(({ id }) => id === shown?.id)?.behind?.measureId;
  const rows = useMemo(
    () => (model && measureId ? withMarginals(read, model, measureId) : read),
    [read, model, measureId],
  );
  const { t } = translator;
  const [filter, setFilter] = useState<OrderFilter>(EVERYTHING);
  const [sort, setSort] = useState<Sort>(WORST_FIRST);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [appealing, setAppealing] = useState(false);
  const found = useMemo(() => sortRows(filterRows(rows, filter), sort), [rows, filter, sort]);
  const taken = useMemo(() => rows.filter((row) => chosen.has(rowKey(row))), [rows, chosen]);
  const platform = ports.platforms.find((each) => each.id === report?.shop.platform);
  if (!report || !shown || !platform) return null;
  const toggle = (key: string): void => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  if (appealing) {
    return (
      <Appeal
        rows={taken}
        report={report}
        indicatorId={shown.id}
        ports={ports}
        translator={translator}
        close={() => setAppealing(false)}
      />
    );
  }
  const sortBy = (key: SortKey): void =>
    setSort({
      key,
      descending: sort.key === key ? !sort.descending : key === 'share' || key === 'marginal',
    });
  const said = t('orders.count', {
    orders: numberText(countOrders(found), 0),
    all: numberText(countOrders(rows), 0),
    chosen: numberText(countOrders(taken), 0),
  });
  return (
    <section id="orders">
      <h2 id="orders-title">{shown.title}</h2>
      <OrderFilters rows={rows} filter={filter} setFilter={setFilter} t={t} />
      <p role="status" data-count>
        {said}
      </p>
      <OrderActions
        rows={taken.length > 0 ? taken : found}
        found={found}
        chosen={chosen}
        setChosen={setChosen}
        name={shown.label}
        asOf={report.asOf}
        ports={ports}
        translator={translator}
        appeal={() => setAppealing(true)}
      />
      {found.length === 0 ? (
        <p class="quiet" data-empty="filter">
          {t('orders.filter.none')}{' '}
          <button type="button" onClick={() => setFilter(EVERYTHING)}>
            {t('orders.filter.clear')}
          </button>
        </p>
      ) : (
        <OrderTable
          rows={found}
          sort={sort}
          sortBy={sortBy}
          chosen={chosen}
          toggle={toggle}
          platform={platform}
          ports={ports}
          translator={translator}
          labelledBy="orders-title"
        />
      )}
      <p class="quiet">{t('orders.keys')}</p>
    </section>
  );
}
