import type { Translate } from '../i18n';
import type { DashboardView } from './dashboard-view';

interface Props {
  view: Pick<DashboardView, 'indicators'>;
  shown: string;
  t: Translate;
  choose(indicator: string): void;
}

/** Which indicator a section speaks of; costliest first. */
export function IndicatorSelect({ view, shown, t, choose }: Props) {
  return (
    <p class="choose">
      <label for="indicator">{t('dash.col.indicator')}</label>{' '}
      <select
        id="indicator"
        onChange={({ currentTarget }) => {
          const row = view.indicators[currentTarget.selectedIndex];
          if (row) choose(row.id);
        }}
      >
        {view.indicators.map((row) => (
          <option key={row.id} value={row.id} selected={row.id === shown}>
            {row.pointsLost
              ? t('indicator.option', { label: row.label, loss: row.loss })
              : row.label}
          </option>
        ))}
      </select>
    </p>
  );
}
