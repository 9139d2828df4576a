/** What leaves the window on which day, and where the score goes with it. */
import { useMemo, useState } from 'preact/hooks';
import type { PathAssumption, PathDay } from '../../../core/answers-types';
import { findIndicator } from '../../../core/score-model';
import { DEFAULT_ASSUMPTION, scorePath } from '../../../core/score-path';
import { findDay } from '../../../core/time';
import type { MessageKey, Translator } from '../../i18n';
import { Chip } from '../../shared/chip';
import { chipView } from '../../shared/chip-model';
import { numberText, valueText } from '../../shared/format';
import { TrendChart } from '../chart/trend-chart';
import { IndicatorSelect } from '../indicator-select';
import type { SectionProps } from '../section-types';

const ASSUMPTIONS: { value: PathAssumption; label: MessageKey }[] = [
  { value: DEFAULT_ASSUMPTION, label: 'path.as-recent' },
  { value: { kind: 'no-bad', days: 7 }, label: 'path.no-bad' },
  { value: { kind: 'nothing-new' }, label: 'path.nothing-new' },
];

export default function CalendarSection(section: SectionProps) {
  const { view, model, translator, go } = section;
  const { t } = translator;
  const [choice, setChoice] = useState(0);
  const assumption = ASSUMPTIONS[choice]?.value ?? DEFAULT_ASSUMPTION;
  const path = useMemo(() => model && scorePath(model, assumption), [model, assumption]);
  const { shown } = view;
  if (!model || !path || !shown) return null;
  const found = findIndicator(model, shown.id);
  if (!found) return null;
  const isProjected = path.projected.includes(shown.id);
  const hasTotal = !model.context.pack.totalFromRank;
  const nameOf = (id: string): string =>
    model.report.indicators.find((each) => each.id === id)?.label ?? id;
  const leaving = path.days.some((day) => day.indicators[shown.id]?.leavingNum);
  return (
    <>
      <IndicatorSelect
        view={view}
        shown={shown.id}
        t={t}
        choose={(indicator) => go({ section: 'calendar', indicator })}
      />
      <p class="choose">
        <label for="assumption">{t('path.assume')}</label>
        <select
          id="assumption"
          onChange={({ currentTarget }) => setChoice(currentTarget.selectedIndex)}
        >
          {ASSUMPTIONS.map(({ label }, i) => (
            <option key={label} selected={i === choice}>
              {t(label, { days: 7 })}
            </option>
          ))}
        </select>
      </p>
      {hasTotal && (
        <section data-chart="path">
          <h2>
            {t('path.title')}
            <Chip chip={chipView(path.provenance, translator)} />
          </h2>
          <TotalChart days={path.days} section={section} />
          {path.held.length > 0 && (
            <p class="quiet">
              {t('path.held', { names: path.held.map(nameOf).join(t('list.comma')) })}
            </p>
          )}
        </section>
      )}
      <section>
        <h2 id="calendar-title">{t('calendar.title', { label: shown.label })}</h2>
        {!isProjected && <p class="quiet">{t('calendar.counts-only')}</p>}
        {!leaving && <p class="empty">{t('calendar.nothing')}</p>}
        <div class="scroll" role="region" aria-labelledby="calendar-title" tabIndex={0}>
          <table aria-labelledby="calendar-title">
            <thead>
              <tr>
                <th scope="col">{t('calendar.day')}</th>
                <th scope="col">{t('calendar.leaving')}</th>
                {isProjected && <th scope="col">{t('calendar.then')}</th>}
                {hasTotal && <th scope="col">{t('calendar.total')}</th>}
              </tr>
            </thead>
            <tbody>
              {path.days.map((day) => (
                <DayRow
                  key={day.asOf}
                  day={day}
                  id={shown.id}
                  unit={found.report.unit}
                  isProjected={isProjected}
                  hasTotal={hasTotal}
                  translator={translator}
                />
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </>
  );
}

function TotalChart({ days, section }: { days: PathDay[]; section: SectionProps }) {
  const { t } = section.translator;
  const points = days.flatMap(({ asOfDay, total }) =>
    total === undefined ? [] : [{ day: asOfDay, value: total }],
  );
  const snapshots = section.model?.context.snapshots ?? [];
  const read = snapshots.flatMap(({ day, total, state }) =>
    state === 'scored' && total !== undefined ? [{ day: day - 1, value: total }] : [],
  );
  const first = days[0]?.asOfDay ?? 0;
  const last = findDay(days.at(-1)?.asOf ?? '') ?? first;
  if (points.length === 0) return <p class="empty">{t('path.none')}</p>;
  return (
    <TrendChart
      summary={t('path.summary', {
        from: numberText(points[0]?.value ?? 0, 1),
        to: numberText(points.at(-1)?.value ?? 0, 1),
      })}
      series={[
        {
          id: 'official',
          label: t('chart.official'),
          kind: 'dots',
          points: read.filter(({ day }) => day >= first - 30),
        },
        { id: 'path', label: t('path.projected'), kind: 'dashed', points },
      ]}
      days={[first - 30, last]}
      limits={section.model?.context.pack.scale}
      format={(value) => numberText(value, 1)}
      t={t}
    />
  );
}

interface RowProps {
  day: PathDay;
  id: string;
  unit: string;
  isProjected: boolean;
  /** False where the total is a rank among peers, which no path of one shop leads to. */
  hasTotal: boolean;
  translator: Translator;
}

function DayRow({ day, id, unit, isProjected, hasTotal, translator }: RowProps) {
  const { t } = translator;
  const point = day.indicators[id] ?? {};
  const isTime = unit === 'hours' || unit === 'seconds';
  const num = point.leavingNum;
  const numText =
    num === undefined
      ? t('value.unknown')
      : isTime
        ? valueText(unit === 'hours' ? num / 3600 : num, unit, translator)
        : t('calendar.units', { count: numberText(num, 0) });
  return (
    <tr data-leaving={num} data-here={Boolean(num)}>
      <th scope="row">{day.asOf}</th>
      <td>{numText}</td>
      {isProjected && (
        <td>
          {point.value === undefined
            ? t('value.unknown')
            : `≈${valueText(point.value, unit, translator)}`}
        </td>
      )}
      {hasTotal && (
        <td>{day.total === undefined ? t('value.unknown') : `≈${numberText(day.total, 1)}`}</td>
      )}
    </tr>
  );
}
