import { useMemo } from 'preact/hooks';
import type { Translate } from '../../i18n';
import type { OrderRow } from '../../ports';
import { type OrderFilter, reasonCounts } from './orders-model';

interface Props {
  rows: OrderRow[];
  filter: OrderFilter;
  setFilter(filter: OrderFilter): void;
  t: Translate;
}

export function OrderFilters({ rows, filter, setFilter, t }: Props) {
  const reasons = useMemo(() => reasonCounts(rows), [rows]);
  return (
    <search class="filters">
      <label>
        <span>{t('orders.filter.text')}</span>
        <input
          type="search"
          name="order-text"
          value={filter.text}
          onInput={({ currentTarget }) => setFilter({ ...filter, text: currentTarget.value })}
        />
      </label>
      {reasons.length > 1 && (
        <label>
          <span>{t('orders.reason')}</span>
          <select
            name="order-reason"
            onChange={({ currentTarget }) =>
              setFilter({
                ...filter,
                reason: reasons[currentTarget.selectedIndex - 1]?.reason ?? '',
              })
            }
          >
            <option selected={filter.reason === ''}>{t('orders.reason.any')}</option>
            {reasons.map(({ reason, count }) => (
              <option key={reason} selected={filter.reason === reason}>
                {t('orders.reason.option', { reason, count })}
              </option>
            ))}
          </select>
        </label>
      )}
    </search>
  );
}
