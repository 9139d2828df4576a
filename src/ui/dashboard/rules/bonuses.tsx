/** Points on top: which the shop has, and how far the others are. Pages print their sum alone. */
import type { BonusReport } from '../../../core/report-types';
import type { BonusStanding } from '../../../core/shop-settings';
import { numberText } from '../../shared/format';
import type { RulesPart } from './rules-parts';

export function Bonuses({ report, settings, save, t }: RulesPart) {
  if (report.bonuses.length === 0) return null;
  const set = (id: string, standing: BonusStanding | undefined): void => {
    const { [id]: _before, ...others } = settings.bonuses ?? {};
    void save({ bonuses: standing === undefined ? others : { ...others, [id]: standing } });
  };
  return (
    <section>
      <h2 id="bonuses">{t('bonus.title')}</h2>
      <p class="quiet">
        {report.bonus === undefined
          ? t('bonus.help')
          : report.bonus === 0
            ? t('bonus.sum.none')
            : t('bonus.sum', { points: numberText(report.bonus, 1) })}
      </p>
      <ul class="cards">
        {report.bonuses.map((bonus) => (
          <Bonus
            key={bonus.id}
            bonus={bonus}
            standing={settings.bonuses?.[bonus.id]}
            set={(standing) => set(bonus.id, standing)}
            t={t}
          />
        ))}
      </ul>
    </section>
  );
}

interface BonusProps extends Pick<RulesPart, 't'> {
  bonus: BonusReport;
  standing: BonusStanding | undefined;
  set(standing: BonusStanding | undefined): void;
}

function Bonus({ bonus, standing, set, t }: BonusProps) {
  const { id, label, points, reached, more, share, needs, threshold } = bonus;
  const count = standing && 'all' in standing ? standing : undefined;
  const state = reached === undefined ? 'unknown' : reached ? 'holds' : 'fails';
  const change = (part: 'good' | 'all', text: string): void => {
    const number = Number(text);
    const next = { good: 0, all: 0, ...count, [part]: number };
    if (text.trim() === '' || !Number.isInteger(number) || number < 0) set(undefined);
    else set({ ...next, all: Math.max(next.all, next.good) });
  };
  return (
    <li data-bonus={id} data-state={state}>
      <p class="card-title">
        <span class="state" data-state={state}>
          {t(`bonus.state.${state}`)}
        </span>{' '}
        {points > 0
          ? t('bonus.name', { name: label, points })
          : t('bonus.name.open', { name: label })}
      </p>
      {needs !== undefined && threshold !== undefined && (
        <p>
          {t('bonus.needs', { what: needs, percent: numberText(threshold * 100, 1) })}
          {share !== undefined && ` · ${t('bonus.share', { percent: numberText(share * 100, 1) })}`}
          {more !== undefined && more > 0 && ` · ${t('bonus.more', { count: more })}`}
        </p>
      )}
      <p class="filters">
        <label>
          <span>{t('bonus.standing')}</span>
          <select
            name={`bonus-${id}`}
            onChange={({ currentTarget: { value } }) =>
              set(value === '' ? undefined : { earned: value === 'yes' })
            }
          >
            <option value="" selected={standing === undefined || count !== undefined}>
              {t('bonus.unsaid')}
            </option>
            <option
              value="yes"
              selected={standing !== undefined && 'earned' in standing && standing.earned}
            >
              {t('bonus.yes')}
            </option>
            <option
              value="no"
              selected={standing !== undefined && 'earned' in standing && !standing.earned}
            >
              {t('bonus.no')}
            </option>
          </select>
        </label>
        {needs !== undefined &&
          (['good', 'all'] as const).map((part) => (
            <label key={part} class="short">
              <span>{t(`bonus.${part}`)}</span>
              <input
                type="number"
                name={`bonus-${id}-${part}`}
                min={0}
                step={1}
                value={count?.[part] ?? ''}
                onChange={({ currentTarget }) => change(part, currentTarget.value)}
              />
            </label>
          ))}
      </p>
      <p class="quiet">{bonus.source}</p>
    </li>
  );
}
