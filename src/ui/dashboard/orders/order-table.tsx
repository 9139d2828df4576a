/** The list itself: any number of rows, of which only those in sight are drawn. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatDay, formatMinute } from '../../../core/time';
import type { MessageKey, Translator } from '../../i18n';
import type { DashboardPorts, OrderRow, PlatformInfo } from '../../ports';
import { lossText, numberText } from '../../shared/format';
import { TabLink } from '../../shared/link';
import { useWindow } from '../use-window';
import { hasAny, rowKey, type Sort, type SortKey } from './orders-model';

interface Props {
  rows: OrderRow[];
  sort: Sort;
  sortBy(key: SortKey): void;
  chosen: ReadonlySet<string>;
  toggle(key: string): void;
  platform: PlatformInfo;
  ports: Pick<DashboardPorts, 'openTab'>;
  translator: Translator;
  labelledBy: string;
}

const COLUMNS: { key: SortKey; title: MessageKey; width: number; optional?: true }[] = [
  { key: 'orderId', title: 'dash.order.id', width: 12 },
  { key: 'share', title: 'dash.order.share', width: 6.5 },
  { key: 'marginal', title: 'orders.marginal', width: 8, optional: true },
  { key: 'reason', title: 'orders.reason', width: 12, optional: true },
  { key: 'productName', title: 'orders.product', width: 12, optional: true },
  { key: 'carrier', title: 'orders.carrier', width: 7, optional: true },
  { key: 'province', title: 'orders.province', width: 6, optional: true },
  { key: 'atMs', title: 'orders.at', width: 9.5, optional: true },
  { key: 'day', title: 'dash.order.day', width: 7 },
  { key: 'leavesOn', title: 'dash.order.leaves', width: 7 },
];
const FIRST_GUESS_PX = 32;

export function OrderTable(props: Props) {
  const { rows, sort, sortBy, translator, labelledBy } = props;
  const { t } = translator;
  const { box, from, to, rowPx, onScroll, reveal } = useWindow(rows.length, FIRST_GUESS_PX);
  const [active, setActive] = useState(0);
  /** The row that a key went to and that is not drawn yet; an effect of an earlier row must not take it. */
  const awaited = useRef<number>();
  const columns = COLUMNS.filter((each) => !each.optional || hasAny(rows, each.key));
  const focusRow = (index: number): void => {
    const checkbox = box.current?.querySelector<HTMLElement>(`[data-row="${index}"] input`);
    checkbox?.focus({ preventScroll: true });
    awaited.current = checkbox ? undefined : index;
  };
  useLayoutEffect(() => {
    if (awaited.current !== undefined) focusRow(awaited.current);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, to - from - 24);
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.length - 1,
    };
    const wanted = moves[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(rows.length - 1, wanted));
    reveal(next);
    setActive(next);
    // At once where the row is there: the next key may come before the next painting.
    focusRow(next);
  };
  const drawn = rows.slice(from, to);
  return (
    <div
      class="scroll long"
      ref={box}
      onScroll={onScroll}
      role="region"
      aria-labelledby={labelledBy}
      tabIndex={0}
    >
      <table aria-labelledby={labelledBy} aria-rowcount={rows.length + 1}>
        <colgroup>
          <col style={{ width: '2.5rem' }} />
          {columns.map((each) => (
            <col key={each.key} style={{ width: `${each.width}rem` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">
              <span class="unseen">{t('orders.choose')}</span>
            </th>
            {columns.map(({ key, title }) => (
              <th key={key} scope="col" aria-sort={ariaSort(key, sort)}>
                <button type="button" class="sort" data-sort={key} onClick={() => sortBy(key)}>
                  {t(title)}
                  <span aria-hidden="true">{sortMark(key, sort)}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {from > 0 && <Space px={from * rowPx} span={columns.length + 1} />}
          {drawn.map((row, i) => (
            <Row
              key={rowKey(row)}
              {...props}
              row={row}
              index={from + i}
              columns={columns.map((each) => each.key)}
              isActive={from + i === Math.max(from, Math.min(to - 1, active))}
              activate={() => setActive(from + i)}
            />
          ))}
          {to < rows.length && <Space px={(rows.length - to) * rowPx} span={columns.length + 1} />}
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows that are not drawn. */
function Space({ px, span }: { px: number; span: number }) {
  return (
    <tr aria-hidden="true" class="space">
      <td colSpan={span} style={{ height: `${px}px` }} />
    </tr>
  );
}

interface RowProps extends Omit<Props, 'rows'> {
  row: OrderRow;
  index: number;
  columns: SortKey[];
  isActive: boolean;
  activate(): void;
}

function Row({ row, index, columns, isActive, activate, chosen, toggle, ...rest }: RowProps) {
  const { t } = rest.translator;
  const key = rowKey(row);
  return (
    <tr data-row={index} data-offender={row.orderId} aria-rowindex={index + 2}>
      <td>
        <input
          type="checkbox"
          checked={chosen.has(key)}
          aria-label={t('orders.choose-one', { id: row.orderId })}
          tabIndex={isActive ? 0 : -1}
          onFocus={activate}
          onChange={() => toggle(key)}
        />
      </td>
      {columns.map((column) =>
        column === 'orderId' ? (
          <th key={column} scope="row">
            <OrderLink row={row} isActive={isActive} {...rest} />
          </th>
        ) : (
          <td key={column} title={cellText(row, column, rest.translator)}>
            {cellText(row, column, rest.translator)}
          </td>
        ),
      )}
    </tr>
  );
}

function OrderLink({
  row,
  isActive,
  platform,
  ports,
  translator,
}: Pick<RowProps, 'row' | 'isActive' | 'platform' | 'ports' | 'translator'>) {
  return (
    <TabLink
      url={platform.links.order(row.orderId)}
      open={ports.openTab}
      label={translator.t('action.open-order', { id: row.orderId })}
      tabIndex={isActive ? 0 : -1}
    >
      {row.orderId}
    </TabLink>
  );
}

/** A cell as it is shown; what is unknown is said to be. */
export function cellText(row: OrderRow, column: SortKey, tr: Translator): string {
  switch (column) {
    case 'share':
      return lossText(row.share, row.shareProvenance, tr) ?? tr.t('value.unknown');
    case 'marginal':
      return row.marginal === undefined ? tr.t('value.unknown') : marginalText(row.marginal, tr);
    case 'day':
      return formatDay(row.day);
    case 'atMs':
      return row.atMs === undefined ? tr.t('value.unknown') : formatMinute(row.atMs);
    default:
      return row[column] ?? tr.t('value.unknown');
  }
}

/** Own counts on an estimated curve: about, and nothing at all inside a step. */
function marginalText(points: number, { t }: Translator): string {
  const text = numberText(points, 2);
  return text === '0' ? t('orders.marginal.none') : t('orders.marginal.points', { points: text });
}

const ariaSort = (key: SortKey, sort: Sort): 'ascending' | 'descending' | undefined =>
  key !== sort.key ? undefined : sort.descending ? 'descending' : 'ascending';

const sortMark = (key: SortKey, sort: Sort): string =>
  key !== sort.key ? '' : sort.descending ? ' ▼' : ' ▲';
