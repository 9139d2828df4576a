import type { Translate } from '../../i18n';

interface Props {
  id: string;
  /** What the table shows; named like the drawing. */
  title: string;
  header: string[];
  rows: string[][];
  t: Translate;
}

/** The same numbers as the drawing beside it, for reading exactly and without eyes. */
export function ChartTable({ id, title, header, rows, t }: Props) {
  return (
    <details class="chart-table">
      <summary>{t('chart.table')}</summary>
      <div class="scroll long" role="region" aria-labelledby={id} tabIndex={0}>
        <table>
          <caption id={id} class="unseen">
            {title}
          </caption>
          <thead>
            <tr>
              {header.map((each) => (
                <th key={each} scope="col">
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...rest]) => (
              <tr key={first}>
                <th scope="row">{first}</th>
                {rest.map((cell, i) => (
                  <td key={header[i + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
