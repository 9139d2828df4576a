/** Days that the platform leaves out of some indicators: marked on the trends, subtracted from nothing. */
import { useState } from 'preact/hooks';
import { calendarOf, type ExcludedSpan } from '../../../core/calendar';
import { builtInCalendar } from '../../../platforms/calendar';
import type { RulesPart } from './rules-parts';

export function Exclusions({ report, settings, save, t }: RulesPart) {
  const builtIn = builtInCalendar(report.shop.platform);
  const { add = [], off = [] } = settings.calendar ?? {};
  const spans = calendarOf(builtIn, { add });
  const keep = (calendar: { add: ExcludedSpan[]; off: string[] }): void => void save({ calendar });
  const names = (ids: string[]): string =>
    ids
      // A span may name an indicator that this version of the rule has not.
      .flatMap((id) => report.indicators.find((each) => each.id === id)?.label ?? [])
      .join(t('list.comma'));
  return (
    <section>
      <h2 id="exclusions">{t('exclusion.title')}</h2>
      <p class="quiet">{t('exclusion.help')}</p>
      {spans.length === 0 ? (
        <p class="empty">{t('exclusion.none')}</p>
      ) : (
        <div class="scroll" role="region" aria-labelledby="exclusions" tabIndex={0}>
          <table aria-labelledby="exclusions">
            <thead>
              <tr>
                <th scope="col">{t('exclusion.days')}</th>
                <th scope="col">{t('exclusion.reason')}</th>
                <th scope="col">{t('dash.col.indicator')}</th>
                <th scope="col">{t('about.source')}</th>
                <th scope="col">{t('exclusion.use')}</th>
              </tr>
            </thead>
            <tbody>
              {spans.map((span) => (
                <tr key={span.id} data-span={span.id}>
                  <th scope="row" class="whole">
                    {t('about.span', { from: span.from, to: span.to })}
                  </th>
                  <td class="whole">{span.reason}</td>
                  <td>{names(span.indicators)}</td>
                  <td>{span.source}</td>
                  <td>
                    {add.includes(span) ? (
                      <button
                        type="button"
                        onClick={() => keep({ add: add.filter((each) => each !== span), off })}
                      >
                        {t('rules.row.remove')}
                      </button>
                    ) : (
                      <input
                        type="checkbox"
                        name={`span-${span.id}`}
                        aria-label={t('exclusion.use-one', { reason: span.reason })}
                        checked={!off.includes(span.id)}
                        onChange={({ currentTarget: { checked } }) =>
                          keep({
                            add,
                            off: checked ? off.filter((id) => id !== span.id) : [...off, span.id],
                          })
                        }
                      />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <AddSpan report={report} add={(span) => keep({ add: [...add, span], off })} t={t} />
    </section>
  );
}

interface AddProps extends Pick<RulesPart, 'report' | 't'> {
  add(span: ExcludedSpan): void;
}

function AddSpan({ report, add, t }: AddProps) {
  const [span, setSpan] = useState({ from: '', to: '', reason: '', indicator: '' });
  const indicator = span.indicator || report.indicators[0]?.id;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!indicator || span.to < span.from) return;
    const { from, to, reason } = span;
    add({
      id: `own-${from}-${to}-${indicator}-${reason}`,
      indicators: [indicator],
      from,
      to,
      by: 'paid',
      reason,
      source: t('exclusion.own'),
    });
    setSpan({ from: '', to: '', reason: '', indicator: '' });
  };
  const field = (name: 'from' | 'to' | 'reason', type: 'date' | 'text') => (
    <label class="short">
      <span>{t(`exclusion.${name}`)}</span>
      <input
        type={type}
        name={`span-${name}`}
        required
        maxLength={30}
        min={name === 'to' && span.from ? span.from : undefined}
        value={span[name]}
        onInput={({ currentTarget }) => setSpan({ ...span, [name]: currentTarget.value })}
      />
    </label>
  );
  return (
    <details>
      <summary>{t('exclusion.add')}</summary>
      <form class="filters" onSubmit={submit}>
        {field('from', 'date')}
        {field('to', 'date')}
        {field('reason', 'text')}
        <label>
          <span>{t('dash.col.indicator')}</span>
          <select
            name="span-indicator"
            onChange={({ currentTarget }) => setSpan({ ...span, indicator: currentTarget.value })}
          >
            {report.indicators.map(({ id, label }) => (
              <option key={id} value={id} selected={id === indicator}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">{t('log.add')}</button>
      </form>
    </details>
  );
}
