import type { Translator } from '../../i18n';

interface Props {
  /** Bad units by weekday (Monday first) and hour. */
  hours: number[][];
  translator: Translator;
}

/** When it happens: a table whose cells are shaded by their number. */
export function HourTable({ hours, translator: { t } }: Props) {
  const most = Math.max(0, ...hours.flat());
  if (most === 0) return null;
  const days = ['1', '2', '3', '4', '5', '6', '7'] as const;
  return (
    <section data-split="weekday-hour">
      <h2 id="split-hours">{t('losses.hours')}</h2>
      <p class="quiet">{t('losses.hours.help')}</p>
      <div class="scroll" role="region" aria-labelledby="split-hours" tabIndex={0}>
        <table class="heat" aria-labelledby="split-hours">
          <thead>
            <tr>
              <td />
              {Array.from({ length: 24 }, (_, hour) => (
                <th key={hour} scope="col">
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day, i) => (
              <tr key={day}>
                <th scope="row">{t(`weekday.${day}`)}</th>
                {(hours[i] ?? []).map((count, hour) => (
                  <td key={`${day}-${hour}`} data-heat={Math.ceil((count / most) * 4)}>
                    {count === 0 ? '' : count}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
