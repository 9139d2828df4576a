/** Choosing all, copying numbers, taking the list along, and the appeal. */
import { useState } from 'preact/hooks';
import type { MessageKey, Translator } from '../../i18n';
import type { DashboardPorts, OrderRow } from '../../ports';
import { CSV_TYPE, fileName, toCsv } from '../csv';
import { cellText } from './order-table';
import { rowKey, type SortKey } from './orders-model';

interface Props {
  /** What the actions take: the chosen ones, else all that are listed. */
  rows: OrderRow[];
  found: OrderRow[];
  chosen: ReadonlySet<string>;
  setChosen(keys: ReadonlySet<string>): void;
  /** The indicator's name, for the file's. */
  name: string;
  asOf: string;
  ports: Pick<DashboardPorts, 'copyText' | 'saveFile'>;
  translator: Translator;
  appeal(): void;
}

const CSV_COLUMNS: [SortKey, MessageKey][] = [
  ['orderId', 'dash.order.id'],
  ['reason', 'orders.reason'],
  ['productName', 'orders.product'],
  ['carrier', 'orders.carrier'],
  ['province', 'orders.province'],
  ['atMs', 'orders.at'],
  ['day', 'dash.order.day'],
  ['leavesOn', 'dash.order.leaves'],
  ['share', 'dash.order.share'],
  ['marginal', 'orders.marginal'],
];

export function OrderActions({
  rows,
  found,
  chosen,
  setChosen,
  name,
  asOf,
  ports,
  translator,
  appeal,
}: Props) {
  const { t } = translator;
  const [said, setSaid] = useState('');
  const copy = (): void => {
    const ids = [...new Set(rows.map((each) => each.orderId))];
    ports.copyText(ids.join('\n')).then(
      () => setSaid(t('orders.copied', { count: ids.length })),
      () => setSaid(t('dash.copy-failed')),
    );
  };
  const save = (): void => {
    const header = CSV_COLUMNS.map(([, title]) => t(title));
    const cells = rows.map((row) =>
      CSV_COLUMNS.map(([key]) =>
        row[key] === undefined ? undefined : cellText(row, key, translator),
      ),
    );
    ports.saveFile(`${fileName(name, asOf)}.csv`, toCsv(header, cells), CSV_TYPE);
    setSaid(t('orders.saved', { count: rows.length }));
  };
  const allChosen = found.length > 0 && found.every((row) => chosen.has(rowKey(row)));
  return (
    <p class="actions">
      <button
        type="button"
        data-action="choose-all"
        onClick={() =>
          setChosen(allChosen ? new Set() : new Set([...chosen, ...found.map(rowKey)]))
        }
      >
        {t(allChosen ? 'orders.choose-none' : 'orders.choose-all')}
      </button>
      <button type="button" data-action="copy-ids" onClick={copy}>
        {t('orders.copy')}
      </button>
      <button type="button" data-action="save-csv" onClick={save}>
        {t('orders.save')}
      </button>
      <button
        type="button"
        class="primary"
        data-action="appeal"
        disabled={chosen.size === 0}
        onClick={appeal}
      >
        {t('orders.appeal')}
      </button>
      <span role="status" class="quiet">
        {chosen.size === 0 && said === '' ? t('orders.appeal.first') : said}
      </span>
    </p>
  );
}
